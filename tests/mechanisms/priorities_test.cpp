// What aldermen think of kinds of use, and how new ones decide again on what runs. The code is in politics.cpp.
#include "mechanisms/one_municipality.h"
#include "mechanisms/project_rules.h"

namespace algemeente {
namespace {

using namespace mechanisms;

double taste_in(const OneMunicipality& town, int months_in_office, int month, std::size_t use_case,
                Domain domain = Domain::social) {
    Alderman alderman;
    alderman.months_in_office = months_in_office;
    return taste_of(alderman, office_key(town.municipality.key, domain), use_case, month, town.p, town.luck);
}

// E31, E70, E71
TEST(Taste, of_an_alderman_is_the_same_for_a_kind_of_use_as_long_as_he_is_in_office) {
    const OneMunicipality town;
    const double taste = taste_in(town, 1, 38, 3);  // took office in month 38
    EXPECT_EQ(taste_in(town, 2, 39, 3), taste);
    EXPECT_EQ(taste_in(town, 48, 85, 3), taste);
    EXPECT_NE(taste_in(town, 1, 38, 4), taste);                    // another kind of use
    EXPECT_NE(taste_in(town, 1, 39, 3), taste);                    // another alderman
    EXPECT_NE(taste_in(town, 1, 38, 3, Domain::physical), taste);  // another office
    // who was in office when 2015 began: 10 months then, 11 in the first month, 49 in the month after the election
    EXPECT_EQ(taste_in(town, 49, 38, 3), taste_in(town, 11, 0, 3));
    EXPECT_EQ(taste_in(town, 10, before_first_month, 3), taste_in(town, 11, 0, 3));
}

// E70, E71
TEST(Taste, differs_between_aldermen_as_published) {
    OneMunicipality town;
    double sum = 0, squares = 0;
    constexpr int count = 40000;
    for (int i = 0; i < count; ++i) {
        town.municipality.key = static_cast<std::uint32_t>(i);
        const double taste = taste_in(town, 1, 38, static_cast<std::size_t>(i % 11));
        sum += taste / count;
        squares += taste * taste / count;
    }
    EXPECT_NEAR(sum, 0, 4 * .6 / 200);                         // N(0, .6); sqrt(40000) = 200
    EXPECT_NEAR(squares, .36, 4 * .36 * std::sqrt(2.) / 200);  // .6^2
    town.p.alderman_taste_spread = 0;
    EXPECT_EQ(taste_in(town, 1, 38, 3), 0);
}

/// Projects of both domains, of which the aldermen have been in office for the given months; nobody leaves.
OneMunicipality town_with_aldermen(int months_social, int months_physical) {
    OneMunicipality town;
    town.p.alderman_monthly_turnover = town.p.alderman_election_turnover = 0;
    town.office(Domain::social).alderman.months_in_office = months_social;
    town.office(Domain::physical).alderman.months_in_office = months_physical;
    for (const Domain domain : {Domain::social, Domain::physical})
        for (const auto use_case : {std::uint8_t{2}, std::uint8_t{7}}) {
            Project& project = town.add(Stage::development, domain);
            project.use_case = use_case;
            project.taste = .9;  // of the predecessor
        }
    return town;
}

// E71
TEST(Priorities, of_a_new_alderman_apply_after_three_months_to_all_that_runs_in_the_domain) {
    OneMunicipality town = town_with_aldermen(0, 50);
    for (int month = 20; month < 22; ++month) {
        change_aldermen(town.municipality, town.now(month));
        for (const Project& project : town.municipality.projects) EXPECT_EQ(project.taste, .9) << month;
    }
    change_aldermen(town.municipality, town.now(22));  // the third month in office
    EXPECT_EQ(town.project(0).taste, taste_in(town, 1, 20, 2));
    EXPECT_EQ(town.project(1).taste, taste_in(town, 1, 20, 7));
    EXPECT_EQ(town.project(2).taste, .9);  // of an alderman who stayed
    EXPECT_EQ(town.project(3).taste, .9);
    town.project(0).taste = town.project(1).taste = .1;
    change_aldermen(town.municipality, town.now(23));
    EXPECT_EQ(town.project(0).taste, .1);  // only once
}

// E71
TEST(Priorities, nobody_decides_again_in_2015) {
    OneMunicipality town = town_with_aldermen(10, 10);  // since the elections of March 2014
    town.p.redecision_keep_base = 0;
    for (int month = 0; month < 12; ++month) {
        change_aldermen(town.municipality, town.now(month));
        decide_again(town.municipality, town.now(month));
    }
    for (const Project& project : town.municipality.projects) {
        EXPECT_EQ(project.taste, .9);
        EXPECT_EQ(project.stage, Stage::development);
        EXPECT_EQ(project.paused_months, 0);
    }
}

/// A project of which a new alderman supports two fifths, in the month of the new programme.
OneMunicipality town_with_new_programme(Stage stage) {
    OneMunicipality town;
    town.office().alderman.months_in_office = 3;
    town.add(stage).support = .4;
    return town;
}

bool ended_by_alderman(const OneMunicipality& town, Stage end) {
    return town.project().stage == end && town.project().end_reason == Reason::new_alderman;
}

// E68, E71
TEST(DecidingAgain, a_project_goes_on_pauses_or_stops) {
    for (const Stage stage : {Stage::development, Stage::pilot, Stage::implementation}) {
        const OneMunicipality town = town_with_new_programme(stage);
        // (28b) goes on: .25 + .75 x .4 = .55; half of the others pause, half stop
        expect_project_chance(.55, town, 41, decide_again, [last = stage](const OneMunicipality& t) {
            return t.project().stage == last && t.project().paused_months == 0;
        });
        expect_project_chance(.225, town, 41, decide_again, [last = stage](const OneMunicipality& t) {
            EXPECT_EQ(t.saw(EventKind::paused), t.project().paused_months > 0);
            return t.project().stage == last && t.project().paused_months == 9;
        });
        expect_project_chance(.225, town, 41, decide_again, [](const OneMunicipality& t) {
            EXPECT_EQ(t.municipality.offices[0].ledger.abandoned, t.project().stage == Stage::abandoned ? 1 : 0);
            return ended_by_alderman(t, Stage::abandoned);
        });
    }
}

// E68, E71
TEST(DecidingAgain, an_idea_goes_on_or_is_dropped) {
    const OneMunicipality town = town_with_new_programme(Stage::idea);
    expect_project_chance(.45, town, 41, decide_again, [](const OneMunicipality& t) {  // (28b) 1 - .55
        const bool dropped = ended_by_alderman(t, Stage::abandoned);
        EXPECT_EQ(t.municipality.offices[0].ledger.dropped, dropped ? 1 : 0);
        EXPECT_EQ(t.municipality.offices[0].ledger.abandoned, 0);
        EXPECT_EQ(t.municipality.offices[0].departments[0].disappointment, 0);
        EXPECT_EQ(t.project().paused_months, 0);
        return dropped;
    });
}

// E69, E71
TEST(DecidingAgain, a_use_stops_seldom) {
    expect_project_chance(.12, town_with_new_programme(Stage::in_use), 41, decide_again,  // (28b) .2 (1 - .4)
                          [](const OneMunicipality& t) { return ended_by_alderman(t, Stage::discontinued); });
}

// E71
TEST(DecidingAgain, happens_once_in_the_own_domain_and_not_to_what_has_ended) {
    for (const int months : {1, 2, 4, 50}) {
        OneMunicipality town = town_with_new_programme(Stage::development);
        town.p.redecision_keep_base = 0;
        town.project().support = 0;
        town.office().alderman.months_in_office = months;
        decide_again(town.municipality, town.now(41));
        EXPECT_EQ(town.project().stage, Stage::development) << months;
        EXPECT_EQ(town.project().paused_months, 0) << months;
    }
    OneMunicipality town = town_with_new_programme(Stage::abandoned);
    town.p.redecision_keep_base = town.p.redecision_pause_share = 0;
    Project& other = town.add(Stage::development, Domain::physical);
    other.support = 0;
    town.add(Stage::development).support = 0;
    decide_again(town.municipality, town.now(41));
    EXPECT_EQ(town.project(0).end_reason, Reason::none);
    EXPECT_EQ(town.project(1).stage, Stage::development);
    EXPECT_EQ(town.project(2).stage, Stage::abandoned);
}

// E71
TEST(DecidingAgain, a_pause_lasts_nine_months) {
    OneMunicipality town = town_with_new_programme(Stage::development);
    town.p.redecision_keep_base = 0;
    town.p.redecision_pause_share = 1;
    town.project().support = 0;
    int paused = 0;
    for (int month = 41; month < 60; ++month) {
        decide_again(town.municipality, town.now(month));
        town.office().alderman.months_in_office = 4;  // decided
        if (!is_at_work(town.project())) ++paused;
    }
    EXPECT_EQ(paused, 9);
    EXPECT_EQ(town.project().paused_months, 0);
    EXPECT_EQ(town.project().stage, Stage::development);
}

}  // namespace
}  // namespace algemeente

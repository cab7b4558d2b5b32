#include "mechanisms/one_municipality.h"

namespace algemeente {
namespace {

using namespace mechanisms;

/// A project whose review ends this month. Legal load: .5 (.4 + .6 max(.2, .5 x .8)) = .5 x .64 = .32.
OneMunicipality town_with_review() {
    OneMunicipality town;
    town.municipality.strictness = .5;
    Project& project = town.add(Stage::development);
    project.personal_data = .5;
    project.impact = .2;
    project.public_space = .8;
    project.ethics = .3;
    project.law = LawStatus::in_review;
    project.law_months_left = 1;
    return town;
}

bool approved(const OneMunicipality& town) {
    return town.project().law == LawStatus::approved;
}

// E53, E54, E55, E56
TEST(Review, approval_follows_legal_load_strictness_and_ethics) {
    // (37) lgt(2.4 - 8 x .32 x .5 + .3) = lgt(1.42) = .8053384
    expect_project_chance(.8053384, town_with_review(), 20, review_legality, approved);
}

// E38, E56
TEST(Review, rework_helps_and_a_closed_product_harms) {
    OneMunicipality town = town_with_review();
    town.project().law_attempts = 1;
    town.project().closed = true;
    // (37) lgt(2.4 - 1.28 + .3 + .4 - .6) = lgt(1.22) = .7720635
    expect_project_chance(.7720635, town, 20, review_legality, approved, 100000);
}

// E55, E62
TEST(Review, impact_counts_where_it_is_larger_than_half_of_public_space) {
    OneMunicipality town = town_with_review();
    town.project().impact = .9;
    // (37) load .5 (.4 + .6 x .9) = .47; lgt(2.4 - 8 x .47 x .5 + .3) = lgt(.82)
    expect_project_chance(logistic(.82), town, 20, review_legality, approved);
}

// E53, E55
TEST(Review, linking_what_others_collected_weighs_up_to_five_sources) {
    OneMunicipality town = town_with_review();
    town.project().requirements = {pending(Origin::own, 0), pending(Origin::same_domain, 3),
                                   pending(Origin::external, 25), pending(Origin::corporate, 18)};
    // (37) load .5 (.4 + .6 x .4 + .15 x 3/5) = .365; lgt(2.4 - 8 x .365 x .5 + .3) = lgt(1.24)
    expect_project_chance(.7755640, town, 20, review_legality, approved);
    for (int i = 0; i < 4; ++i) town.project().requirements.push_back(pending(Origin::cross_domain, 12 + i));
    // (37) seven count as five: load .5 (.64 + .15) = .395; lgt(2.4 - 1.58 + .3) = lgt(1.12)
    expect_project_chance(.7539887, town, 20, review_legality, approved);
}

TEST(Review, approval_can_be_held_at_its_ceiling) {
    OneMunicipality town = town_with_review();
    town.p.diagnostic_law_shift = .1;
    expect_project_chance(.9053384, town, 20, review_legality, approved);  // (37) .8053384 + .1
    town.p.diagnostic_law_shift = 1;
    town.project().impact = 1;
    town.municipality.strictness = .98;
    expect_project_chance(1, town, 20, review_legality, approved, 2000);
    town.p.diagnostic_law_shift = -1;
    expect_project_chance(0, town, 20, review_legality, approved, 2000);
}

// E71
TEST(Review, rests_during_a_pause) {
    OneMunicipality town = town_with_review();
    town.project().paused_months = 1;
    Project& queued = town.add(Stage::development);
    queued.law = LawStatus::queued;
    queued.paused_months = 1;
    town.municipality.reviews_saved = 3;
    review_legality(town.municipality, town.now(20));
    EXPECT_EQ(town.project(0).law, LawStatus::in_review);
    EXPECT_EQ(town.project(0).law_months_left, 1);
    EXPECT_EQ(town.project(1).law, LawStatus::queued);
    town.project(1).paused_months = 0;
    review_legality(town.municipality, town.now(21));
    EXPECT_EQ(town.project(1).law, LawStatus::in_review);
}

TEST(Review, takes_the_months_it_takes) {
    OneMunicipality town = town_with_review();
    town.project().law_months_left = 2;
    town.p.approval_base = 1000;
    review_legality(town.municipality, town.now(20));
    EXPECT_EQ(town.project().law, LawStatus::in_review);
    review_legality(town.municipality, town.now(21));
    EXPECT_EQ(town.project().law, LawStatus::approved);
    EXPECT_TRUE(town.saw(EventKind::law_approved));
}

/// A project that no review approves.
OneMunicipality town_that_refuses() {
    OneMunicipality town = town_with_review();
    town.p.approval_base = -1000;
    Project& project = town.project();
    project.personal_data = .8;
    project.value = .9;
    project.build_effort = 10;
    project.requirements = {pending(Origin::own, 0), pending(Origin::own, 1), pending(Origin::own, 2)};
    return town;
}

// E22, E58
TEST(Rework, asks_less_personal_data_less_value_more_work_and_a_source_less) {
    OneMunicipality town = town_that_refuses();
    town.p.rework_chance = 1;
    review_legality(town.municipality, town.now(20));
    const Project& project = town.project();
    EXPECT_EQ(project.law, LawStatus::queued);
    EXPECT_EQ(project.law_queued_month, 20);  // at the back of the queue
    EXPECT_EQ(project.law_attempts, 1);
    EXPECT_NEAR(project.personal_data, .68, rounding);  // (37) .8 x .85
    EXPECT_NEAR(project.value, .81, rounding);          // (37) .9 x .90
    EXPECT_NEAR(project.build_effort, 11, rounding);    // (37) 10 + 1
    EXPECT_EQ(project.requirements.size(), 2U);         // (37) one dropped
    EXPECT_NEAR(project.sensitivity, .1924, rounding);  // (s) .15 x .68 + .35 x .2 + .3 x .68 x .2 x .5
    EXPECT_EQ(project.stage, Stage::development);
}

TEST(Rework, keeps_the_last_two_sources) {
    OneMunicipality town = town_that_refuses();
    town.p.rework_chance = 1;
    town.project().requirements.pop_back();
    review_legality(town.municipality, town.now(20));
    EXPECT_EQ(town.project().requirements.size(), 2U);  // (37) only if more than 2
}

TEST(Rework, happens_to_two_of_three_refused_projects_and_ends_the_others) {
    const OneMunicipality town = town_that_refuses();
    expect_project_chance(.65, town, 20, review_legality, [](const OneMunicipality& t) {
        const Project& project = t.project();
        const bool reworked = project.law == LawStatus::queued;
        if (!reworked) {
            EXPECT_EQ(project.stage, Stage::abandoned);  // (37) rejected -> stage 6
            EXPECT_EQ(project.end_reason, Reason::law);
            EXPECT_EQ(project.law, LawStatus::rejected);
            EXPECT_EQ(t.municipality.offices[0].ledger.rejected_by_law, 1);
        }
        return reworked;
    });
}

TEST(Rework, is_possible_twice) {
    for (const auto& [attempts, law] : {std::pair{1, LawStatus::queued}, {2, LawStatus::rejected}}) {
        OneMunicipality town = town_that_refuses();
        town.p.rework_chance = 1;
        town.project().law_attempts = static_cast<std::uint8_t>(attempts);
        review_legality(town.municipality, town.now(20));
        EXPECT_EQ(town.project().law, law);  // (37) att < 2
    }
}

// E54, E55
TEST(Review, lasts_longer_for_heavy_projects_under_a_strict_reading) {
    OneMunicipality start = town_with_review();
    start.project().law = LawStatus::queued;
    start.municipality.reviews_saved = 1;
    double months = 0;
    constexpr int count = 60000;
    for (std::uint64_t key = 1; key <= count; ++key) {
        OneMunicipality town = start;
        town.project().key = key;
        review_legality(town.municipality, town.now(20));
        ASSERT_EQ(town.project().law, LawStatus::in_review);
        ASSERT_GE(town.project().law_months_left, 1);
        months += town.project().law_months_left;
    }
    // (37) 1 + 6 x .32 (.2 + .5) = 2.344
    EXPECT_NEAR(months / count, 2.344, 4 * std::sqrt(1.344 / count));
}

/// A queue of projects that entered in the given months.
OneMunicipality town_with_queue(const std::vector<std::pair<int, double>>& months_and_lots) {
    OneMunicipality town;
    for (const auto& [month, lot] : months_and_lots) {
        Project& project = town.add(Stage::development);
        project.law = LawStatus::queued;
        project.law_queued_month = static_cast<std::int16_t>(month);
        project.lot = lot;
    }
    return town;
}

std::string reviewed(const OneMunicipality& town) {
    std::string marks;
    for (const Project& project : town.municipality.projects) marks += project.law == LawStatus::queued ? 'q' : 'r';
    return marks;
}

// E53
TEST(Queue, is_served_first_come_first_served_and_by_lot_within_a_month) {
    OneMunicipality town = town_with_queue({{8, .1}, {5, .7}, {5, .3}});
    town.p.reviews_per_month = 1;
    review_legality(town.municipality, town.now(20));
    EXPECT_EQ(reviewed(town), "qqr");
    town.project(2).law_months_left = 99;
    review_legality(town.municipality, town.now(21));
    EXPECT_EQ(reviewed(town), "qrr");
}

TEST(Queue, moves_at_six_tenths_of_a_review_a_month) {
    OneMunicipality town = town_with_queue({{1, .1}, {1, .2}});
    review_legality(town.municipality, town.now(20));
    EXPECT_EQ(reviewed(town), "qq");  // (37) .6
    review_legality(town.municipality, town.now(21));
    EXPECT_EQ(reviewed(town), "rq");  // (37) 1.2
    EXPECT_NEAR(town.municipality.reviews_saved, .2, rounding);
}

// E53
TEST(Queue, twice_the_inhabitants_do_not_double_the_reviews) {
    OneMunicipality town = town_with_queue({});
    town.set_population(53000);
    review_legality(town.municipality, town.now(20));
    EXPECT_NEAR(town.municipality.reviews_saved, .9094299399, rounding);  // (37) .6 x 2^.6
}

TEST(Queue, at_most_three_reviews_are_carried_over) {
    OneMunicipality town = town_with_queue({{1, .1}, {1, .2}, {1, .3}, {1, .4}});
    for (Project& project : town.municipality.projects) project.stage = Stage::idea;
    for (int month = 0; month < 12; ++month) review_legality(town.municipality, town.now(month));
    EXPECT_NEAR(town.municipality.reviews_saved, 3, rounding);  // (37)
    for (Project& project : town.municipality.projects) project.stage = Stage::development;
    review_legality(town.municipality, town.now(20));
    EXPECT_EQ(reviewed(town), "rrrq");  // 3 + .6
}

/// A sensitive project whose development has just begun, in a town with a committee.
OneMunicipality town_with_committee() {
    OneMunicipality town;
    town.p.ethics_committee = 1;
    Project& project = town.add(Stage::development);
    project.law = LawStatus::queued;
    project.build_effort = 6;
    project.personal_data = .5;
    project.impact = .4;
    project.sensitivity = .3;
    project.ethics = .2;
    project.explainability = .5;
    return town;
}

bool is_asked(OneMunicipality town) {
    ask_ethics_committee(town.municipality, town.now(20));
    return town.project().committee == CommitteeStatus::waiting;
}

// E75
TEST(Committee, is_asked_about_sensitive_projects_when_development_starts) {
    OneMunicipality town = town_with_committee();
    EXPECT_TRUE(is_asked(town));
    town.project().sensitivity = .15;
    EXPECT_FALSE(is_asked(town));  // E75: s > .15
    town.project().sensitivity = .151;
    EXPECT_TRUE(is_asked(town));
    for (const Stage stage : {Stage::idea, Stage::pilot, Stage::implementation}) {
        town.project().stage = stage;
        EXPECT_FALSE(is_asked(town)) << stage_word(stage);
    }
    town = town_with_committee();
    town.project().paused_months = 1;
    EXPECT_FALSE(is_asked(town));
    town = town_with_committee();
    town.p.ethics_committee = 0;
    EXPECT_FALSE(is_asked(town));
}

// E75
TEST(Committee, is_asked_again_when_the_project_is_built_and_approved) {
    OneMunicipality town = town_with_committee();
    Project& project = town.project();
    project.committee = CommitteeStatus::advised;
    project.advices = 1;
    EXPECT_FALSE(is_asked(town));
    project.built = 6;
    EXPECT_FALSE(is_asked(town));
    project.law = LawStatus::in_review;
    EXPECT_FALSE(is_asked(town));
    project.law = LawStatus::approved;
    EXPECT_TRUE(is_asked(town));
    project.built = 5.9;
    EXPECT_FALSE(is_asked(town));
    project.built = 6;
    project.committee = CommitteeStatus::done;
    EXPECT_FALSE(is_asked(town));
}

// E75
TEST(Committee, meets_within_one_to_four_months) {
    const OneMunicipality start = town_with_committee();
    std::array<int, 7> months{};
    for (std::uint64_t key = 1; key <= 8000; ++key) {
        OneMunicipality town = start;
        town.project().key = key;
        ask_ethics_committee(town.municipality, town.now(20));
        ++months[static_cast<std::size_t>(town.project().committee_months_left)];
    }
    for (std::size_t m = 0; m < months.size(); ++m)  // uniform over 1..4; four standard errors .019
        EXPECT_NEAR(months[m] / 8000.0, m >= 1 && m <= 4 ? .25 : 0, m >= 1 && m <= 4 ? .0194 : 0) << m;
}

// E66, E75
TEST(Committee, advice_embeds_ethics_and_explains_once) {
    OneMunicipality town = town_with_committee();
    town.p.committee_adjustment = 0;
    town.p.committee_months_low = town.p.committee_months_high = 2;
    Project& project = town.project();
    const auto pass = [&](int month) {
        ask_ethics_committee(town.municipality, town.now(month));
        return project.committee;
    };
    EXPECT_EQ(pass(20), CommitteeStatus::waiting);
    EXPECT_EQ(pass(21), CommitteeStatus::waiting);
    EXPECT_EQ(pass(22), CommitteeStatus::advised);
    EXPECT_NEAR(project.ethics, .75, rounding);          // max(.2, .75)
    EXPECT_NEAR(project.explainability, .65, rounding);  // .5 + .15
    EXPECT_NEAR(project.impact, .4, rounding);
    EXPECT_EQ(pass(23), CommitteeStatus::advised);
    project.built = 6;
    project.law = LawStatus::approved;
    project.ethics = .6;
    EXPECT_EQ(pass(24), CommitteeStatus::waiting);
    EXPECT_EQ(pass(25), CommitteeStatus::waiting);
    EXPECT_EQ(pass(26), CommitteeStatus::done);
    EXPECT_EQ(project.advices, 2);
    EXPECT_NEAR(project.ethics, .75, rounding);          // advised again
    EXPECT_NEAR(project.explainability, .65, rounding);  // explained already
    EXPECT_EQ(pass(27), CommitteeStatus::done);          // asked twice
    EXPECT_EQ(project.advices, 2);
}

// E75
TEST(Committee, one_advice_is_enough_where_all_is_built_when_it_comes) {
    OneMunicipality town = town_with_committee();
    town.project().committee = CommitteeStatus::waiting;
    town.project().committee_months_left = 1;
    town.project().built = 6;
    town.project().law = LawStatus::approved;
    ask_ethics_committee(town.municipality, town.now(20));
    EXPECT_EQ(town.project().committee, CommitteeStatus::done);
    EXPECT_EQ(town.project().advices, 1);
}

TEST(Committee, does_not_lower_what_is_already_better) {
    OneMunicipality town = town_with_committee();
    town.project().ethics = .8;
    town.project().committee = CommitteeStatus::waiting;
    town.project().committee_months_left = 1;
    ask_ethics_committee(town.municipality, town.now(20));
    EXPECT_NEAR(town.project().ethics, .8, rounding);
}

// E75
TEST(Committee, asks_the_more_sensitive_projects_to_adjust) {
    OneMunicipality town = town_with_committee();
    town.project().committee = CommitteeStatus::waiting;
    town.project().committee_months_left = 1;
    // .35 x .3 = .105
    expect_project_chance(.105, town, 20, ask_ethics_committee, [](const OneMunicipality& t) {
        const Project& project = t.project();
        const bool adjusted = project.build_effort > 6;
        EXPECT_NEAR(project.impact, adjusted ? .3 : .4, rounding);        // .4 x .75
        EXPECT_NEAR(project.build_effort, adjusted ? 7.5 : 6, rounding);  // 6 + 1.5
        // (s) .15 x .5 + .35 x .3 + .3 x .5 x .3 x .5 = .2025
        EXPECT_NEAR(project.sensitivity, adjusted ? .2025 : .3, rounding);
        return adjusted;
    });
}

/// A sensitive use, in a town with a committee.
OneMunicipality town_with_sensitive_use() {
    OneMunicipality town = town_with_committee();
    town.project().stage = Stage::in_use;
    return town;
}

// E74, E75
TEST(Committee, advises_unasked_on_what_is_in_use) {
    const auto reviewed = [](const OneMunicipality& t) {
        EXPECT_EQ(t.project().advices, t.project().reviewed_in_use ? 1 : 0);
        EXPECT_NEAR(t.project().ethics, t.project().reviewed_in_use ? .75 : .2, rounding);
        return t.project().reviewed_in_use;
    };
    OneMunicipality town = town_with_sensitive_use();
    expect_project_chance(.03, town, 20, ask_ethics_committee, reviewed);
    town.project().sensitivity = .15;
    expect_project_chance(0, town, 20, ask_ethics_committee, reviewed, 2000);
    town.project().sensitivity = .3;
    town.p.ethics_committee = 0;
    expect_project_chance(0, town, 20, ask_ethics_committee, reviewed, 2000);
}

// E74, E75
TEST(Committee, advises_unasked_once_and_explains_only_what_was_never_explained) {
    OneMunicipality town = town_with_sensitive_use();
    town.p.committee_unsolicited_chance = 1;
    town.p.committee_adjustment = 100;  // always
    ask_ethics_committee(town.municipality, town.now(20));
    EXPECT_TRUE(town.project().reviewed_in_use);
    EXPECT_NEAR(town.project().explainability, .65, rounding);  // .5 + .15
    EXPECT_NEAR(town.project().impact, .3, rounding);           // .4 x .75
    EXPECT_NEAR(town.project().build_effort, 6, rounding);      // there is nothing left to build
    EXPECT_NEAR(town.project().sensitivity, .2025, rounding);   // (s) .15 x .5 + .35 x .3 + .3 x .5 x .3 x .5
    ask_ethics_committee(town.municipality, town.now(21));
    EXPECT_EQ(town.project().advices, 1);
    town = town_with_sensitive_use();
    town.p.committee_unsolicited_chance = 1;
    town.project().advices = 2;
    ask_ethics_committee(town.municipality, town.now(20));
    EXPECT_EQ(town.project().advices, 3);
    EXPECT_NEAR(town.project().explainability, .5, rounding);
}

}  // namespace
}  // namespace algemeente

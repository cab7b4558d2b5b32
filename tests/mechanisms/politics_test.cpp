#include "mechanisms/one_municipality.h"
#include "random/distributions.h"

namespace algemeente {
namespace {

using namespace mechanisms;

// E40, E69, E71
TEST(Aldermen, calm_down_and_learn_in_office) {
    OneMunicipality town;
    town.municipality.change_ration = .5;
    town.p.alderman_monthly_turnover = 0;
    Alderman& alderman = town.office().alderman;
    alderman.risk_aversion = 10;
    alderman.usual_risk_aversion = 8;
    alderman.knowledge = .35;
    alderman.months_in_office = 3;
    change_aldermen(town.municipality, town.now(10));
    EXPECT_NEAR(alderman.risk_aversion, 9.96, rounding);  // (8) 10 + .02 (8 - 10)
    EXPECT_NEAR(alderman.knowledge, .3552, rounding);     // (8) .35 + (.004 + .008 x .5) .65
    EXPECT_EQ(alderman.months_in_office, 4);
    EXPECT_FALSE(town.saw(EventKind::new_alderman));
}

// E71
TEST(Aldermen, change_at_the_elections_of_2018_2022_2026_and_2030) {
    for (int month = 0; month < 200; ++month) {
        OneMunicipality town;
        town.p.alderman_monthly_turnover = 0;
        town.p.alderman_election_turnover = 1;
        change_aldermen(town.municipality, town.now(month));
        // C1.2: elections at t = 38, 86, 134, then every 48 months
        const bool election = month == 38 || month == 86 || month == 134 || month == 182;
        EXPECT_EQ(town.saw(EventKind::new_alderman), election) << month;
    }
}

// E71
TEST(Aldermen, are_replaced_as_often_as_was_counted) {
    const auto replaced = [](std::uint64_t key, int month) {
        OneMunicipality town;
        town.municipality.key = static_cast<std::uint32_t>(key);
        change_aldermen(town.municipality, town.now(month));
        return town.office(Domain::physical).alderman.appetite > 0;  // the office was empty
    };
    expect_chance(.55, [&](std::uint64_t key) { return replaced(key, 38); });    // (7) at an election
    expect_chance(.0106, [&](std::uint64_t key) { return replaced(key, 39); });  // (7) in any other month
}

// E71
TEST(Aldermen, a_newcomer_draws_every_quality_anew) {
    OneMunicipality town;
    town.p.alderman_election_turnover = 1;
    town.p.alderman_knowledge_spread = town.p.alderman_risk_aversion_spread = town.p.alderman_colour_spread = 0;
    town.office().alderman = {2, .9, 99, 99, 5, 40};
    change_aldermen(town.municipality, town.now(86));
    const Alderman& alderman = town.office().alderman;
    EXPECT_GE(alderman.appetite, .3);  // C1.2: U(.3, 1)
    EXPECT_LE(alderman.appetite, 1);
    EXPECT_NEAR(alderman.knowledge, .3578, rounding);  // C1.2 mean .35, then (8) + (.004 + .008) .65 in the first month
    EXPECT_NEAR(alderman.risk_aversion, 8, rounding);  // C1.2: ra0 e^0
    EXPECT_NEAR(alderman.colour, 0, rounding);
    EXPECT_EQ(alderman.months_in_office, 1);
}

// E69, E70, E71
TEST(Aldermen, differ_as_the_specification_says) {
    const Parameters p;
    const Luck luck(3, 1);
    constexpr int count = 40000;
    double appetite = 0, colour = 0, colour_squared = 0, log_aversion = 0, log_aversion_squared = 0;
    for (std::uint64_t office = 0; office < count; ++office) {
        const Alderman alderman = new_alderman(office, 12, p, luck);
        ASSERT_GE(alderman.knowledge, .05);
        ASSERT_LE(alderman.knowledge, .95);
        appetite += alderman.appetite / count;
        colour += alderman.colour / count;
        colour_squared += alderman.colour * alderman.colour / count;
        const double log_ratio = std::log(alderman.usual_risk_aversion / 8);
        log_aversion += log_ratio / count;
        log_aversion_squared += log_ratio * log_ratio / count;
    }
    EXPECT_NEAR(appetite, .65, .005);                 // C1.2: mean of U(.3, 1); four standard errors .004
    EXPECT_NEAR(colour, 0, .02);                      // C1.2: N(0, 1); four standard errors .02
    EXPECT_NEAR(colour_squared, 1, .03);              // four standard errors .028
    EXPECT_NEAR(log_aversion, 0, .007);               // C1.2: ra = 8 exp(.35 N(0, 1))
    EXPECT_NEAR(log_aversion_squared, .1225, .0035);  // .35^2
}

// E40
TEST(Aldermen, learn_by_themselves_where_no_change_capacity_is_left) {
    OneMunicipality town;
    town.p.alderman_monthly_turnover = 0;
    town.municipality.change_ration = 0;
    town.office().alderman.knowledge = .35;
    change_aldermen(town.municipality, town.now(10));
    EXPECT_NEAR(town.office().alderman.knowledge, .3526, rounding);  // (8) .35 + .004 x .65
}

// E60, E72
TEST(Council, feels_national_and_local_attention_and_the_protest_of_citizens) {
    OneMunicipality town;
    town.set_attention(.5, 1);
    town.municipality.local_attention = {.3, 1};
    debate_in_council(town.municipality, town.now(50));
    EXPECT_NEAR(town.municipality.council_scrutiny, .61, rounding);  // C1.2: .8 x .5 + .7 x .3
    town.municipality.protest = .4;
    debate_in_council(town.municipality, town.now(50));
    EXPECT_NEAR(town.municipality.council_scrutiny, .81, rounding);  // (8b) .61 + .5 x .4
    town.set_attention(1, 0);
    town.municipality.local_attention = {.9, 0};
    debate_in_council(town.municipality, town.now(50));
    EXPECT_EQ(town.municipality.council_scrutiny, 1);   // clip(.8 + .63 + .2)
    EXPECT_EQ(town.municipality.moratorium_months, 0);  // a council without seats asks for nothing
}

/// A council of so many seats that a motion is certain under high scrutiny.
OneMunicipality town_with_large_council() {
    OneMunicipality town;
    town.municipality.council_seats = 9200;  // (8b) 1 - .95^(9200 / 23) = 1 - .95^400
    return town;
}

// E72
TEST(Council, may_ask_for_a_moratorium_of_half_a_year_to_a_year_under_high_scrutiny) {
    OneMunicipality town = town_with_large_council();
    town.set_attention(.56, 0);  // C = .8 x .56 = .448: not above .45
    debate_in_council(town.municipality, town.now(50));
    EXPECT_EQ(town.municipality.moratorium_months, 0);
    town.set_attention(.57, 0);
    std::array<int, 20> lengths{};
    for (std::uint32_t key = 0; key < 500; ++key) {
        town.municipality.key = key;
        town.municipality.moratorium_months = 0;
        debate_in_council(town.municipality, town.now(50));
        ++lengths[static_cast<std::size_t>(town.municipality.moratorium_months)];
    }
    for (std::size_t months = 0; months < lengths.size(); ++months)
        EXPECT_EQ(lengths[months] > 0, months >= 6 && months <= 12) << months;  // (8b)
    town.municipality.moratorium_months = 2;
    debate_in_council(town.municipality, town.now(51));
    EXPECT_EQ(town.municipality.moratorium_months, 1);
}

// E59, E72
TEST(Council, hears_protest_where_the_news_is_silent) {
    OneMunicipality town = town_with_large_council();
    town.municipality.protest = .9;
    debate_in_council(town.municipality, town.now(50));
    EXPECT_EQ(town.municipality.moratorium_months, 0);  // (8b) .5 x .9 = .45: not above .45
    town.municipality.protest = .92;
    debate_in_council(town.municipality, town.now(50));
    EXPECT_GT(town.municipality.moratorium_months, 0);
    EXPECT_TRUE(town.saw(EventKind::moratorium));
}

// E72
TEST(Council, asks_more_readily_the_more_seats_it_has) {
    const auto moves = [](std::uint64_t key, int seats) {
        OneMunicipality town;
        town.municipality.key = static_cast<std::uint32_t>(key);
        town.municipality.council_seats = seats;
        town.set_attention(1, 0);
        debate_in_council(town.municipality, town.now(50));
        return town.municipality.moratorium_months > 0;
    };
    expect_chance(.05, [&](std::uint64_t key) { return moves(key, 23); });          // (8b) 1 - .95^1
    expect_chance(.0954850498, [&](std::uint64_t key) { return moves(key, 45); });  // (8b) 1 - .95^(45 / 23)
    expect_chance(.0198712017, [&](std::uint64_t key) { return moves(key, 9); });   // (8b) 1 - .95^(9 / 23)
}

// E65
TEST(Relabelling, starts_only_above_an_attention_of_nine_twentieths) {
    OneMunicipality town;
    town.p.relabel_chance = 1;
    town.set_attention(.45, 1);
    avoid_the_word(town.municipality, town.now(70));
    EXPECT_FALSE(town.municipality.relabelled);
    town.set_attention(.451, 0);
    avoid_the_word(town.municipality, town.now(71));
    EXPECT_TRUE(town.municipality.relabelled);
    town.set_attention(0, 0);
    avoid_the_word(town.municipality, town.now(72));
    EXPECT_TRUE(town.municipality.relabelled);  // (27) irreversible
}

// E65
TEST(Relabelling, happens_in_eight_of_a_hundred_months) {
    expect_chance(.08, [](std::uint64_t key) {  // (27)
        OneMunicipality town;
        town.municipality.key = static_cast<std::uint32_t>(key);
        town.set_attention(.8, 0);
        avoid_the_word(town.municipality, town.now(70));
        return town.municipality.relabelled;
    });
}

/// A project and its alderman at the levels of the worked example below.
OneMunicipality town_with_exposed_project(Stage stage = Stage::development) {
    OneMunicipality town;
    town.set_attention(.5, .25);
    town.municipality.local_attention = {.2, .1};
    town.nation.opportunity = .7;
    town.office().alderman = {.6, .3, 5, 8, 1.2, 0};  // appetite, knowledge, risk aversion, usual, colour
    Project& project = town.add(stage);
    project.sensitivity = .5;
    project.public_space = .8;
    project.personal_data = .5;
    project.value = .75;
    project.enforcement = .9;
    project.involvement = .4;
    project.ethics = .5;
    return town;
}

// E60, E69
TEST(Support, a_project_is_exposed_by_its_sensitivity_and_by_personal_data_from_public_space) {
    OneMunicipality town = town_with_exposed_project();
    weigh_support(town.municipality, town.now(20));
    // M_0 = .8 x .5 + .7 x .2 = .54; M_1 = .8 x .25 + .7 x .1 = .27; pub p = .8 x .5 = .4
    // (27) 1 - (1 - .5 x .54)(1 - .4 x .27) = 1 - .73 x .892 = .34884
    EXPECT_NEAR(town.project().exposure, .34884, rounding);
}

TEST(Support, salience_cannot_exceed_one) {
    OneMunicipality town = town_with_exposed_project();
    town.set_attention(1, 1);
    town.municipality.local_attention = {1, 1};  // .8 + .7 = 1.5, clipped to 1
    weigh_support(town.municipality, town.now(20));
    EXPECT_NEAR(town.project().exposure, .7, rounding);  // (27) 1 - (1 - .5)(1 - .4)
}

// E65
TEST(Support, another_name_hides_a_project_until_it_is_in_use) {
    OneMunicipality town = town_with_exposed_project();
    town.municipality.relabelled = true;
    for (const Stage stage : {Stage::idea, Stage::development, Stage::pilot, Stage::implementation}) {
        town.project().stage = stage;
        weigh_support(town.municipality, town.now(20));
        EXPECT_NEAR(town.project().exposure, .296514, rounding) << stage_word(stage);  // (27) .85 x .34884
    }
    town.project().stage = Stage::in_use;
    weigh_support(town.municipality, town.now(20));
    EXPECT_NEAR(town.project().exposure, .34884, rounding);
}

// E31, E41, E61, E68, E69, E70, E71
TEST(Support, weighs_value_hype_colour_involvement_and_blame) {
    OneMunicipality town = town_with_exposed_project();
    weigh_support(town.municipality, town.now(20));
    // mit = .5 x .5 = .25
    // (28) .9 + 1.2 x .75 x .6 + .8 (.7 - .4)(1 - .3) + .35 x 1.2 (.9 - .25) + .5 x .4
    //      - 5 x .34884 (1.5 - .3)(1 - .4 x .25) - .25 x .5
    //    = .9 + .54 + .168 + .273 + .2 - 1.883736 - .125 = .072264; (29) lgt = .5180581
    EXPECT_NEAR(town.project().support, .5180581423, rounding);
}

// E53, E66, E75
TEST(Support, legal_approval_and_a_register_soften_the_blame) {
    OneMunicipality town = town_with_exposed_project();
    town.project().law = LawStatus::approved;
    weigh_support(town.municipality, town.now(20));
    // mit = .25 + .3 = .55: blame 2.09304 (1 - .22) = 1.6325712; U = .3234288
    EXPECT_NEAR(town.project().support, .5801596489, rounding);
    town.p.algorithm_register = 1;
    weigh_support(town.municipality, town.now(20));
    // mit = .25 + .3 + .2 = .75: blame 2.09304 (1 - .3) = 1.465128; U = .490872
    EXPECT_NEAR(town.project().support, .6203118317, rounding);
}

// E69, E71
TEST(Support, is_careful_in_the_four_months_before_an_election_only) {
    OneMunicipality town = town_with_exposed_project();
    town.project().law = LawStatus::approved;
    town.p.algorithm_register = 1;
    for (const int month : {33, 34, 35, 36, 37, 38, 39, 81, 82, 85, 86}) {
        weigh_support(town.municipality, town.now(month));
        const bool before_election = (month >= 34 && month <= 37) || (month >= 82 && month <= 85);
        // (28) U = .490872, and .8 x .34884 = .279072 less before elections: .2118
        EXPECT_NEAR(town.project().support, before_election ? .5527529425 : .6203118317, rounding) << month;
    }
}

// E74
TEST(Support, mitigation_cannot_exceed_one) {
    OneMunicipality town = town_with_exposed_project();
    town.project().law = LawStatus::approved;
    town.project().ethics = 1;
    town.p.algorithm_register = 1;
    town.p.mitigation_ethics = .8;
    weigh_support(town.municipality, town.now(20));
    // mit = clip(.8 + .3 + .2) = 1: blame 2.09304 x .6 = 1.255824; U = 2.081 - 1.255824 - .125 = .700176
    EXPECT_NEAR(town.project().support, logistic(.700176), rounding);
}

// E68
TEST(Support, listens_to_the_alderman_of_the_projects_own_domain) {
    OneMunicipality town = town_with_exposed_project();
    town.office(Domain::physical).alderman = town.office().alderman;
    town.office(Domain::physical).alderman.risk_aversion = 0;
    town.project().domain = Domain::physical;
    weigh_support(town.municipality, town.now(20));
    EXPECT_NEAR(town.project().support, logistic(1.956), rounding);  // (28) without blame: .072264 + 1.883736
}

// E31, E70, E71
TEST(Support, follows_the_taste_of_the_alderman_who_decided) {
    OneMunicipality town = town_with_exposed_project();
    town.project().taste = -.5;
    weigh_support(town.municipality, town.now(20));
    EXPECT_NEAR(town.project().support, logistic(-.427736), rounding);  // (28) .072264 - .5
}

// E59, E60, E69
TEST(Support, listens_to_protest_against_what_has_impact) {
    OneMunicipality town = town_with_exposed_project();
    town.municipality.protest = .4;
    weigh_support(town.municipality, town.now(20));
    EXPECT_NEAR(town.project().support, logistic(.072264), rounding);  // (28) no impact
    town.project().impact = .6;
    weigh_support(town.municipality, town.now(20));
    EXPECT_NEAR(town.project().support, logistic(-.287736), rounding);  // (28) .072264 - 1.5 x .4 x .6
}

TEST(Support, can_be_held_at_its_ceiling_or_its_floor) {
    OneMunicipality town = town_with_exposed_project();
    for (const auto& [shift, support] : {std::pair{1., 1.}, {.3, .8180581423}, {-1., 0.}}) {
        town.p.diagnostic_legitimacy_government_shift = shift;
        weigh_support(town.municipality, town.now(20));
        EXPECT_NEAR(town.project().support, support, rounding);
    }
}

TEST(Support, shifts_of_involvement_and_ethics_count_like_the_levels_themselves) {
    OneMunicipality town = town_with_exposed_project();
    town.p.diagnostic_involvement_shift = 1;
    weigh_support(town.municipality, town.now(20));
    EXPECT_NEAR(town.project().support, logistic(.372264), rounding);  // (28) .072264 + .5 (1 - .4)
    town.p.diagnostic_involvement_shift = 0;
    town.p.diagnostic_ethics_shift = 1;
    weigh_support(town.municipality, town.now(20));
    // mit = .5: blame 2.09304 (1 - .2) = 1.674432 instead of 1.883736
    EXPECT_NEAR(town.project().support, logistic(.281568), rounding);
    EXPECT_EQ(town.project().involvement, .4);  // the levels themselves stay
    EXPECT_EQ(town.project().ethics, .5);
}

}  // namespace
}  // namespace algemeente

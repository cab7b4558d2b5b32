#include "mechanisms/one_municipality.h"

namespace algemeente {
namespace {

using namespace mechanisms;

/// A supported idea in a town with the given capacity.
OneMunicipality town_with_idea(double support, double capacity) {
    OneMunicipality town;
    town.municipality.capacity = capacity;
    Project& idea = town.add(Stage::idea);
    idea.support = support;
    idea.build_effort = 8;
    idea.explainability = .5;
    idea.personal_data = .5;
    return town;
}

/// The same, where it starts for certain. Subscriptions may take .7 x .10 x 26500 = 1855 euros a month.
OneMunicipality town_that_starts(double capacity = 1) {
    OneMunicipality town = town_with_idea(1, capacity);
    town.p.start_chance = 100;
    return town;
}

/// The same, where everything is bought for certain.
OneMunicipality town_that_buys() {
    OneMunicipality town = town_that_starts();
    town.p.vendor_tendency = 100;
    return town;
}

bool started(const OneMunicipality& town) {
    return town.project().stage == Stage::development;
}

// E31, E36, E68
TEST(Start, needs_political_support_and_some_capacity) {
    // (30) .35 x .8 (.5 + .5 x .4/.8) = .28 x .75 = .21
    expect_project_chance(.21, town_with_idea(.8, .4), 9, decide_to_start, started, 100000);
    expect_project_chance(.28, town_with_idea(.8, .8), 9, decide_to_start, started);  // (30) .35 x .8
    expect_project_chance(.28, town_with_idea(.8, 5), 9, decide_to_start, started);   // clip
}

// E30
TEST(Start, is_rare_when_the_pipeline_is_crowded) {
    OneMunicipality town = town_with_idea(.8, 1.82);  // crowded above 1 + 1.1 x 1.82 = 3.002 running projects
    town.add(Stage::pilot, Domain::physical);
    town.add(Stage::pilot);
    town.add(Stage::implementation, Domain::physical);
    town.add(Stage::in_use);
    expect_project_chance(.28, town, 9, decide_to_start, started);
    town.municipality.capacity = 1.8;                                // crowded above 2.98
    expect_project_chance(.056, town, 9, decide_to_start, started);  // (30) .28 x .2
    town.p.start_chance = 1;
    expect_project_chance(.16, town, 9, decide_to_start, started);  // (30) 1 x .8 x .2
}

// E31
TEST(Start, an_idea_that_does_not_start_may_be_dropped) {
    const auto dropped = [](const OneMunicipality& town) {
        return town.project().stage == Stage::abandoned && town.project().end_reason == Reason::politics &&
               town.municipality.offices[0].ledger.dropped == 1;
    };
    // (30) (1 - .28)(.03 + .02 x .2) = .72 x .034 = .02448
    expect_project_chance(.02448, town_with_idea(.8, 1), 9, decide_to_start, dropped);
    // (30) no support: never starts; .03 + .02
    expect_project_chance(.05, town_with_idea(0, 1), 9, decide_to_start, dropped);
    OneMunicipality town = town_with_idea(.8, 1);
    town.p.start_chance = 0;
    town.p.drop_chance *= 10;
    town.p.drop_without_support *= 10;
    expect_project_chance(.34, town, 9, decide_to_start, dropped);  // (30) 10 (.03 + .02 x .2)
}

TEST(Start, dropping_an_idea_disappoints_nobody) {
    OneMunicipality town = town_with_idea(0, 1);
    town.p.drop_chance = 1;
    decide_to_start(town.municipality, town.now(9));
    for (const Department& department : town.office().departments) EXPECT_EQ(department.disappointment, 0);
    EXPECT_EQ(town.office().ledger.abandoned, 0);
}

TEST(Start, a_moratorium_holds_sensitive_ideas) {
    OneMunicipality town = town_that_starts();
    town.municipality.moratorium_months = 3;
    town.project().sensitivity = .6;
    decide_to_start(town.municipality, town.now(9));
    EXPECT_EQ(town.project().stage, Stage::idea);
    town.project().sensitivity = .3;
    decide_to_start(town.municipality, town.now(9));
    EXPECT_EQ(town.project().stage, Stage::development);
}

// E53
TEST(Start, little_personal_data_needs_no_legal_review) {
    for (const auto& [personal_data, law] : {std::pair{.0999, LawStatus::approved}, {.1, LawStatus::queued}}) {
        OneMunicipality town = town_that_starts();
        town.project().personal_data = personal_data;
        decide_to_start(town.municipality, town.now(9));
        EXPECT_EQ(town.project().law, law);  // (37) p < .1
        EXPECT_EQ(town.project().law_queued_month, 9);
        EXPECT_EQ(town.office().ledger.started, 1);
    }
}

bool bought(const OneMunicipality& town) {
    return town.project().sourcing == Sourcing::vendor;
}

// E33, E38
TEST(Sourcing, buying_follows_scarcity_and_lack_of_knowledge) {
    OneMunicipality town = town_that_starts(.5);
    town.municipality.knowledge_at_hand = .4;
    // (25) .25 + .3 (1 - .5/2) - .2 x .4 = .25 + .225 - .08 = .395
    expect_project_chance(.395, town, 9, decide_to_start, bought);
    town.municipality.capacity = 3;  // (25) no scarcity above 2: .17
    expect_project_chance(.17, town, 9, decide_to_start, bought);
    town.p.vendor_tendency = 1.3;
    expect_project_chance(.221, town, 9, decide_to_start, bought);  // (25) 1.3 x .17
}

// E05
TEST(Sourcing, lock_in_makes_nobody_buy_more) {
    OneMunicipality town = town_that_starts(.5);
    town.municipality.knowledge_at_hand = .4;
    town.municipality.lock_in = .9;
    expect_project_chance(.395, town, 9, decide_to_start, bought);
}

TEST(Sourcing, the_chance_to_buy_cannot_exceed_the_tendency) {
    OneMunicipality town = town_that_starts(.5);
    town.p.vendor_tendency = .5;
    town.p.vendor_base = 3;
    expect_project_chance(.5, town, 9, decide_to_start, bought);  // (25) .5 x clip(3...)
}

// E05, E33, E34
TEST(Sourcing, a_product_costs_a_subscription_and_saves_seven_tenths_of_the_building) {
    OneMunicipality town = town_that_buys();
    town.set_population(53000);
    town.municipality.budget_eur = 60000;
    town.municipality.subscriptions_eur = 100;
    town.municipality.lock_in = .8;
    town.project().build_effort = 10;
    decide_to_start(town.municipality, town.now(9));
    ASSERT_TRUE(bought(town));
    // (25) a year: .15 x 26500 x 2^.85 x 10/8 = 3975 x 1.8025009 x 1.25 = 8956.1765, x (1 + .8 - .6) / 12
    EXPECT_NEAR(town.project().subscription_eur, 895.6176472, 1e-6);
    EXPECT_NEAR(town.municipality.subscriptions_eur, 995.6176472, 1e-6);
    EXPECT_EQ(town.municipality.budget_eur, 60000);         // it is paid month by month
    EXPECT_NEAR(town.project().build_effort, 3, rounding);  // (25) 10 x .3
}

// E34
TEST(Sourcing, no_product_is_cheaper_than_its_floor) {
    OneMunicipality town = town_that_buys();
    town.municipality.lock_in = .6;
    town.project().build_effort = .5;  // (25) .15 x 26500 x .5/8 = 248.44 a year
    decide_to_start(town.municipality, town.now(9));
    EXPECT_NEAR(town.project().subscription_eur, 125, 1e-9);  // (25) 1500 / 12
}

// E36
TEST(Sourcing, who_cannot_pay_builds) {
    OneMunicipality town = town_that_buys();
    town.municipality.lock_in = .6;  // (25) .15 x 26500 / 12 = 331.25 a month
    town.municipality.subscriptions_eur = 1523.7;
    town.municipality.budget_eur = 1e6;  // savings do not carry a subscription
    OneMunicipality poorer = town;
    decide_to_start(town.municipality, town.now(9));
    EXPECT_TRUE(bought(town));  // (25) at most .7 x 2650 = 1855
    EXPECT_NEAR(town.municipality.subscriptions_eur, 1854.95, 1e-9);
    poorer.municipality.subscriptions_eur = 1524;
    decide_to_start(poorer.municipality, poorer.now(9));
    EXPECT_EQ(poorer.project().sourcing, Sourcing::own_build);
    EXPECT_EQ(poorer.municipality.subscriptions_eur, 1524);
    EXPECT_EQ(poorer.project().subscription_eur, 0);
    EXPECT_NEAR(poorer.project().build_effort, 8, rounding);
    EXPECT_EQ(poorer.project().procurement_months_left, 0);
}

/// Shares of months until delivery over many keys of luck.
std::array<double, 16> months_of_delivery(const OneMunicipality& start) {
    std::array<double, 16> months{};
    for (std::uint64_t key = 1; key <= 20000; ++key) {
        OneMunicipality town = start;
        town.project().key = key;
        decide_to_start(town.municipality, town.now(9));
        months[static_cast<std::size_t>(town.project().procurement_months_left)] += 1. / 20000;
    }
    return months;
}

// E05, E37
TEST(Sourcing, large_contracts_are_tendered_for_four_to_eight_months_and_lock_in_delays_delivery) {
    OneMunicipality start = town_that_buys();
    start.p.vendor_closed_share = 0;
    start.municipality.lock_in = .5;
    start.project().build_effort = 28;  // (25) .15 x 26500 x 28/8 x .9 / 12 = 1043.4375, 48 months: 50,085
    const auto tendered = months_of_delivery(start);
    for (std::size_t m = 0; m < tendered.size();
         ++m)  // uniform over 4..8, and 4 x .5 later; four standard errors .0113
        EXPECT_NEAR(tendered[m], m >= 6 && m <= 10 ? .2 : 0, m >= 6 && m <= 10 ? .0113 : 0) << m;
    start.p.tender_threshold_eur = 50086;                // not above it
    EXPECT_NEAR(months_of_delivery(start)[3], 1, 1e-9);  // (25) 1 + 4 x .5
    start.p.subscription_contract_months = 49;           // 51,128
    EXPECT_EQ(months_of_delivery(start)[3], 0);
    start.p.subscription_contract_months = 48;
    start.municipality.lock_in = 0;
    EXPECT_NEAR(months_of_delivery(start)[1], 1, 1e-9);
}

// E38
TEST(Sourcing, half_of_the_offers_are_closed_and_some_of_those_are_refused) {
    OneMunicipality town = town_that_buys();
    town.municipality.ethics_maturity = .3;
    // (25) closed .5, not refused 1 - (.3 + .2)
    expect_project_chance(.25, town, 9, decide_to_start, [](const OneMunicipality& t) { return t.project().closed; });
    // (25) closed .5, refused .3 + .2: two months later than the one month of an order
    expect_project_chance(.25, town, 9, decide_to_start,
                          [](const OneMunicipality& t) { return t.project().procurement_months_left == 3; });
}

// E38, E66
TEST(Sourcing, a_closed_product_is_hard_to_explain_an_open_alternative_is_not) {
    OneMunicipality town = town_that_buys();
    town.p.vendor_closed_share = 1;
    town.p.vendor_refusal_base = 0;
    decide_to_start(town.municipality, town.now(9));
    EXPECT_TRUE(town.project().closed);
    EXPECT_NEAR(town.project().explainability, .3, rounding);  // (25) .5 x .6
    town = town_that_buys();
    town.p.vendor_closed_share = town.p.vendor_refusal_base = 1;
    decide_to_start(town.municipality, town.now(9));
    EXPECT_FALSE(town.project().closed);
    EXPECT_NEAR(town.project().explainability, .5, rounding);
}

// E33, E35
TEST(Sourcing, pool_members_build_half_of_their_projects_together) {
    OneMunicipality town = town_that_starts();
    town.p.vendor_tendency = 0;
    const auto together = [](const OneMunicipality& t) {
        const bool shared = t.project().sourcing == Sourcing::shared_build;
        EXPECT_NEAR(t.project().build_effort, shared ? 4 : 8, rounding);  // (25) 8 x .5
        return shared;
    };
    expect_project_chance(0, town, 9, decide_to_start, together);
    town.p.data_science_pool = 1;
    expect_project_chance(.5, town, 9, decide_to_start, together);
}

}  // namespace
}  // namespace algemeente

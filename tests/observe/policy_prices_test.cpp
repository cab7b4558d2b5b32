// What policy takes is counted, and counting it changes nothing.
#include "observe/policy_prices.h"

#include "claims/worlds.h"
#include "ensemble/replicate_run.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

namespace algemeente {
namespace {

constexpr double rounding = 1e-9;

bool has_price(const ParameterInfo& lever, bool above) {
    const auto prices = lever_prices();
    return std::any_of(prices.begin(), prices.end(), [&](const LeverPrice& price) {
        return price.lever == lever.name && price.side != (above ? PriceSide::below : PriceSide::above);
    });
}

/// A municipality of the reference size without any project, and rules.
struct Place {
    Municipality municipality;
    Rules rules;
    Catalogue catalogue;

    Place() {
        municipality.population = 26500;
        municipality.size = 1;
        municipality.size_for_change = 1;
        municipality.size_for_sensors = 1;
        municipality.change_factor = 1;
        municipality.capacity = .85;
        rules.use_cases = standard_use_cases();
    }
    Tally month(const Rules* before) const {
        Tally tally;
        PolicyBook().add(tally, municipality, catalogue, rules, before);
        return tally;
    }
};

double eur_of(const Tally& tally) {
    return tally.domains[0].policy_eur + tally.domains[1].policy_eur;
}
double months_of(const Tally& tally) {
    return tally.domains[0].policy_months + tally.domains[1].policy_months;
}

std::shared_ptr<Scenario> small(std::string_view lever, double value, int from) {
    auto scenario = std::make_shared<Scenario>(claims::small_scenario("baseline", 6, 48));
    DatedChange change;
    change.lever = lever;
    change.value = value;
    change.from_month = from;
    scenario->changes.push_back(change);
    return scenario;
}

History ended(const std::shared_ptr<const Scenario>& scenario) {
    ReplicateRun run(scenario, claims::country_of(*scenario), 1, 0, false);
    while (!run.finished()) run.pass_month();
    return run.take_history();
}

double last(const History& history, std::string_view outcome, Domain domain) {
    return history.domain_value(history.months - 1, domain, find_domain_outcome(outcome));
}

}  // namespace

TEST(PolicyPrices, no_lever_is_free) {
    for (const ParameterInfo& row : parameter_table()) {
        if (row.role != Role::lever) continue;
        EXPECT_TRUE(row.high == row.standard || has_price(row, true)) << row.name << " above its standard value";
        EXPECT_TRUE(row.low == row.standard || has_price(row, false)) << row.name << " below its standard value";
    }
}

TEST(PolicyPrices, of_every_lever_add_up_to_something_at_the_ends_of_its_range) {
    for (const ParameterInfo& row : parameter_table()) {
        if (row.role != Role::lever) continue;
        for (const double end : {row.low, row.high}) {
            if (end == row.standard) continue;
            Place place;
            Project project;
            project.stage = Stage::in_use;
            place.municipality.projects.push_back(project);
            project.stage = Stage::pilot;
            project.sensitivity = 1;
            project.requirements.push_back({.status = RequirementStatus::sensor_ordered});
            place.municipality.projects.push_back(project);
            place.rules.parameters.*row.value = end;
            const Rules standard{Parameters{}, standard_use_cases(), {}};
            EXPECT_NE(eur_of(place.month(&standard)), 0) << row.name << " at " << end;
        }
    }
}

TEST(PolicyPrices, are_all_of_levers_and_read_price_rows) {
    for (const LeverPrice& price : lever_prices()) {
        const ParameterInfo* lever = find_parameter(price.lever);
        ASSERT_NE(lever, nullptr) << price.lever;
        EXPECT_EQ(lever->role, Role::lever) << price.lever;
        for (const ParameterInfo& row : parameter_table()) {
            EXPECT_TRUE(row.value != price.price || row.role == Role::price) << row.name;
        }
    }
}

TEST(PolicyPrices, of_a_standard_world_are_nothing) {
    const Place place;
    EXPECT_EQ(eur_of(place.month(nullptr)), 0);
    EXPECT_EQ(months_of(place.month(nullptr)), 0);
}

TEST(PolicyPrices, of_a_decision_are_due_once_and_of_what_runs_every_month) {
    Place place;
    const Parameters standard;
    const Rules before{standard, standard_use_cases(), {}};
    place.rules.parameters.data_science_pool = 1;
    const double salary = standard.price_pool_staff * standard.price_person_month_eur;
    const double monthly = standard.price_pool_contribution * 26500 / 12 + salary;
    EXPECT_NEAR(eur_of(place.month(&before)), standard.price_pool_start + monthly, rounding * monthly);
    EXPECT_NEAR(eur_of(place.month(nullptr)), standard.price_pool_start + monthly, rounding * monthly)
        << "in the first month all is decided";
    EXPECT_NEAR(eur_of(place.month(&place.rules)), monthly, rounding * monthly);
    EXPECT_NEAR(months_of(place.month(&place.rules)), standard.price_pool_staff, rounding);
    EXPECT_NEAR(place.month(&place.rules).national.policy_staff, standard.price_pool_staff, rounding);
    const Tally tally = place.month(&place.rules);
    EXPECT_EQ(tally.domains[0].policy_eur, tally.domains[1].policy_eur) << "it serves both domains";
}

TEST(PolicyPrices, grow_with_the_strength_of_a_lever_and_turn_where_capacity_is_saved) {
    Place place;
    place.rules.parameters.standards_programme = .025;  // half of its range
    EXPECT_NEAR(place.month(&place.rules).national.policy_staff, .5 * Parameters{}.price_standards_staff, rounding);
    Place cut;
    cut.rules.parameters.capacity_cut_share = .5;
    cut.municipality.capacity = .4;  // of .8
    EXPECT_NEAR(cut.month(&cut.rules).national.policy_staff, -.4 * Parameters{}.price_cut_saving, rounding);
    Place less;
    less.rules.parameters.change_capacity_multiplier = 0;
    EXPECT_LT(months_of(less.month(&less.rules)), 0);
}

TEST(PolicyPrices, of_a_use_belong_to_its_domain) {
    Place place;
    Project project;
    project.domain = Domain::physical;
    project.stage = Stage::in_use;
    place.municipality.projects.assign(3, project);
    place.rules.parameters.algorithm_register = 1;
    const Tally tally = place.month(&place.rules);
    EXPECT_EQ(tally.domains[0].policy_months, 0);
    EXPECT_NEAR(tally.domains[1].policy_months, 3 * Parameters{}.price_register_staff, rounding);
}

TEST(PolicyPrices, are_summed_over_the_months_and_change_no_bit_of_what_happens) {
    const History plain = ended(small("ethics_committee", 1, 20));
    auto dear = small("ethics_committee", 1, 20);
    dear->parameters.price_committee_year *= 2;
    const History costly = ended(dear);
    EXPECT_EQ(plain.fingerprint, costly.fingerprint) << "a price is book-keeping";
    const auto at = [&](const History& history, int month) {
        return history.domain_value(month, Domain::social, find_domain_outcome("policy_cost_eur"));
    };
    EXPECT_EQ(at(plain, 19), 0);
    EXPECT_GT(at(plain, 20), 0);
    for (int month = 21; month < 48; ++month) EXPECT_GT(at(plain, month), at(plain, month - 1)) << month;
    EXPECT_GT(at(costly, 47), at(plain, 47));
    EXPECT_GT(last(plain, "policy_person_months", Domain::social), 0);
}

TEST(PolicyPrices, of_a_branch_are_those_of_an_uninterrupted_run) {
    const auto scenario = small("algorithm_register", 1, 30);
    const auto before = std::make_shared<const Scenario>(claims::small_scenario("baseline", 6, 48));
    ReplicateRun past(before, claims::country_of(*before), 1, 0, false);
    while (past.month() < 30) past.pass_month();
    ReplicateRun branch(past, scenario);
    while (!branch.finished()) branch.pass_month();
    const History branched = branch.take_history();
    const History whole = ended(scenario);
    for (const std::string_view outcome : {"policy_cost_eur", "policy_person_months"})
        for (const Domain domain : {Domain::social, Domain::physical})
            EXPECT_EQ(last(branched, outcome, domain), last(whole, outcome, domain)) << outcome;
}

TEST(HarmByWhom, is_counted_where_a_kind_of_use_is_about_people_on_income_support) {
    Place place;
    Project project;
    project.stage = Stage::in_use;
    project.harm = .1;
    project.use_case = static_cast<std::uint8_t>(find_use_case("welfare_risk_scoring"));
    place.municipality.projects.push_back(project);
    project.use_case = static_cast<std::uint8_t>(find_use_case("care_demand_forecast"));
    place.municipality.projects.push_back(project);
    EXPECT_NEAR(place.month(nullptr).domains[0].harm_income_support, .1, rounding);
}

}  // namespace algemeente

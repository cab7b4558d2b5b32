// The whole model with suppliers: the same bits over threads and after saving, and nothing without them.
#include "claims/worlds.h"
#include "ensemble/field_bytes.h"
#include "ensemble/saved_run.h"
#include "netherlands/product_change.h"
#include "netherlands/products.h"
#include "observe/fingerprint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

namespace algemeente {

namespace {

Scenario supplied(int municipalities, int months) {
    Scenario scenario = claims::small_scenario("baseline", municipalities, months);
    scenario.supply = true;
    return scenario;
}

std::int32_t users_of(const History& history, const Scenario& scenario, const std::string& name, int month) {
    const std::vector<Product> products = products_of(scenario);
    for (std::size_t k = 0; k < products.size(); ++k)
        if (products[k].name == name)
            return history.product_users[static_cast<std::size_t>(month) * products.size() + k];
    return -1;
}

/// Outcomes that are neither nothing nor missing in some month, of both tables.
std::set<std::string> lively_outcomes(const Scenario& scenario) {
    const Ensemble ensemble = claims::run({scenario}, 1);
    const History& history = ensemble.scenarios.front().replicates.front();
    std::set<std::string> lively;
    const auto is_something = [](double value) { return !std::isnan(value) && value != 0; };
    for (int month = 0; month < history.months; ++month) {
        for (const Domain domain : {Domain::social, Domain::physical})
            for (std::size_t i = 0; i < domain_outcomes().size(); ++i)
                if (is_something(history.domain_value(month, domain, i))) lively.emplace(domain_outcomes()[i].name);
        for (std::size_t i = 0; i < national_outcomes().size(); ++i)
            if (is_something(history.national_value(month, i))) lively.emplace(national_outcomes()[i].name);
    }
    return lively;
}

}  // namespace

TEST(SuppliedWorld, has_the_same_bits_over_threads) {
    const Scenario scenario = supplied(12, 100);
    EXPECT_EQ(claims::run({scenario}, 2, 1).fingerprint, claims::run({scenario}, 2, 3).fingerprint);
}

TEST(SuppliedWorld, alone_has_the_outcomes_that_count_suppliers) {
    const std::set<std::string> with = lively_outcomes(supplied(40, 130));
    const std::set<std::string> without = lively_outcomes(claims::small_scenario("baseline", 40, 130));
    std::set<std::string> only_with;
    std::set_difference(with.begin(), with.end(), without.begin(), without.end(),
                        std::inserter(only_with, only_with.end()));
    std::set<std::string> known;
    for (const std::string_view name : all_outcome_names())
        if (counts_suppliers(name)) known.emplace(name);
    EXPECT_EQ(only_with, known);
}

TEST(SuppliedWorld, goes_on_where_it_was_saved) {
    const auto scenario = std::make_shared<const Scenario>(supplied(6, 100));
    const Country country = claims::country_of(*scenario);
    const auto finish = [](ReplicateRun run) {
        while (!run.finished()) run.pass_month();
        FieldWriter writer;
        writer.put(run.take_history());
        return writer.take();
    };
    ReplicateRun run(scenario, country, 3, 0, false);
    while (run.month() < 97) run.pass_month();
    const std::string bytes = bytes_of(run);
    EXPECT_EQ(finish(run_from(bytes, scenario, country, 3, 0)), finish(run));
}

TEST(SuppliedWorld, has_another_fingerprint_than_one_without) {
    Scenario without = supplied(6, 3);
    without.supply = false;
    EXPECT_NE(claims::run({supplied(6, 3)}, 1).fingerprint, claims::run({without}, 1).fingerprint);
}

// P33: products of a scenario without suppliers change nothing
TEST(SuppliedWorld, is_none_where_supply_is_off) {
    Scenario plain = supplied(6, 24);
    plain.supply = false;
    Scenario named = plain;
    named.products.push_back(product_change("welfare_scorecard", {{&ProductChange::withdrawn, "2016-01"}}));
    const Ensemble ensemble = claims::run({plain, named}, 1);
    EXPECT_EQ(ensemble.scenarios[0].replicates[0].fingerprint, ensemble.scenarios[1].replicates[0].fingerprint);
    EXPECT_TRUE(ensemble.scenarios[0].replicates[0].product_users.empty());
}

// S01, S04, S11: a duty brings users, a strike ends them, and little of what a law orders is registered
TEST(SuppliedWorld, shows_duty_strike_and_register) {
    const Scenario scenario = supplied(60, 124);
    const Ensemble ensemble = claims::run({scenario}, 2);
    const History& history = ensemble.scenarios[0].replicates[0];
    EXPECT_GT(users_of(history, scenario, "benefit_cross_match", 0), 45);
    EXPECT_GT(users_of(history, scenario, "debt_matching_a", month_of(2023, 12)),
              2 * users_of(history, scenario, "debt_matching_a", month_of(2020, 12)));
    EXPECT_LE(users_of(history, scenario, "welfare_scorecard", month_of(2021, 12)), 1);
    const auto of = [&](Domain domain, const char* name) {
        return history.domain_value(123, domain, find_domain_outcome(name));
    };
    for (const Domain domain : {Domain::social, Domain::physical}) {
        EXPECT_EQ(of(domain, "in_use_own") + of(domain, "in_use_bought"), of(domain, "in_use"));
        EXPECT_EQ(of(domain, "in_use") + of(domain, "in_use_national") + of(domain, "in_use_mandated"),
                  of(domain, "in_use_all"));
        EXPECT_EQ(of(domain, "registered_in_use") + of(domain, "registered_out_of_use"), of(domain, "registered"));
    }
    EXPECT_GT(of(Domain::social, "in_use_mandated"), of(Domain::social, "in_use"));
    EXPECT_GT(of(Domain::physical, "registered"), 0);
    EXPECT_LT(of(Domain::social, "registered"), .2 * of(Domain::social, "in_use_all"));
}

// what municipalities do adds up to what the nation sees
TEST(SuppliedWorld, has_the_same_uses_by_municipality_as_in_all) {
    const Scenario scenario = supplied(60, 120);
    const Ensemble ensemble = claims::run({scenario}, 1);
    const History& history = ensemble.scenarios[0].replicates[0];
    for (const Domain domain : {Domain::social, Domain::physical}) {
        double chosen = 0, bought = 0, all = 0, records = 0, value = 0;
        for (const MunicipalityYear& row : history.years) {
            if (row.year != 2024 || row.domain != domain) continue;
            chosen += row.in_use;
            bought += row.in_use_bought;
            all += row.in_use_all;
            records += row.registered;
            value += row.value;
        }
        const auto of = [&](const char* name) { return history.domain_value(119, domain, find_domain_outcome(name)); };
        EXPECT_EQ(chosen, of("in_use"));
        EXPECT_EQ(bought, of("in_use_bought"));
        EXPECT_EQ(all, of("in_use_all"));
        EXPECT_EQ(records, of("registered"));
        EXPECT_NEAR(value, of("value"), 1e-3);
        EXPECT_LE(of("registered_mandated"), of("registered"));
    }
    EXPECT_GT(history.domain_value(119, Domain::social, find_domain_outcome("value_mandated")), 0);
}

// and so do kinds of use and the records of the register
TEST(SuppliedWorld, has_the_same_uses_by_kind_as_in_all) {
    const Scenario scenario = supplied(60, 120);
    const Ensemble ensemble = claims::run({scenario}, 1);
    const History& history = ensemble.scenarios[0].replicates[0];
    for (const Domain domain : {Domain::social, Domain::physical}) {
        double chosen = 0, own = 0, national = 0, mandated = 0, registered = 0, said = 0;
        for (const UseCaseYear& row : history.use_cases) {
            if (row.year != 2024 || row.domain != domain) continue;
            chosen += row.in_use;
            own += row.own();
            national += row.national;
            mandated += row.mandated;
            registered += row.registered;
        }
        for (const RegisterRecord& record : history.records_in_register) said += record.domain == domain ? 1 : 0;
        const auto of = [&](const char* name) { return history.domain_value(119, domain, find_domain_outcome(name)); };
        EXPECT_EQ(chosen, of("in_use"));
        EXPECT_EQ(own, of("in_use_own"));
        EXPECT_EQ(national, of("in_use_national"));
        EXPECT_EQ(mandated, of("in_use_mandated"));
        EXPECT_EQ(registered, of("registered"));
        EXPECT_EQ(said, of("registered"));
    }
    EXPECT_EQ(history.product_reputations.size(), history.product_users.size());
    const std::vector<Product> products = products_of(scenario);
    for (std::size_t k = 0; k < products.size(); ++k)
        if (products[k].name == "welfare_scorecard") {
            EXPECT_LE(history.product_struck[k], month_of(2020, 8));
        }
}

}  // namespace algemeente

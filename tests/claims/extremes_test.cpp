// Extremes whose outcome needs no model to be known, and changes that must change nothing.
#include "claims/worlds.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <string>
#include <tuple>

namespace algemeente {

namespace {

constexpr int last = 119;

double total(const ScenarioResult& result, const char* outcome) {
    return claims::mean_outcome(result, last, Domain::social, outcome) +
           claims::mean_outcome(result, last, Domain::physical, outcome);
}

/// Nothing that a story about rights could be about.
void make_harmless(Scenario& scenario) {
    for (UseCase& use_case : scenario.use_cases) use_case.personal_data = use_case.impact = use_case.enforcement = 0;
}

/// The two ways in which news reaches even a harmless project: citizens' trust, and the ethics of the town hall.
void close_general_channels(Scenario& scenario) {
    scenario.parameters.start_media_exposure_mean = scenario.parameters.start_media_exposure_spread = 0;
    scenario.parameters.ethics_attention_growth = 0;
}

Ensemble harmless_scandal(bool channels_open, int replicates) {
    std::vector<Scenario> scenarios = {claims::small_scenario("baseline", 30, 144),
                                       claims::small_scenario("national_scandal", 30, 144)};
    for (Scenario& scenario : scenarios) {
        make_harmless(scenario);
        if (!channels_open) close_general_channels(scenario);
    }
    return claims::run(scenarios, replicates);
}

bool same(double a, double b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

/// Municipalities of 20,000 to 40,000 inhabitants: large enough for samples of one in a thousand.
MunicipalityChoice middling_municipalities(const Scenario& scenario, std::size_t count) {
    MunicipalityChoice choice{MunicipalityChoice::Kind::listed, 0, {}};
    for (const MunicipalityFacts& facts : read_netherlands(data_folder(), scenario.parameters))
        if (facts.population > 20000 && facts.population < 40000 && choice.gm_codes.size() < count)
            choice.gm_codes.push_back(facts.gm_code);
    return choice;
}

struct Spread {
    double mean = 0;
    double error = 0;  ///< standard error of the mean
};

Spread spread_of(const std::vector<double>& values) {
    const auto count = static_cast<double>(values.size());
    Spread spread;
    for (const double value : values) spread.mean += value / count;
    double squares = 0;
    for (const double value : values) squares += (value - spread.mean) * (value - spread.mean);
    spread.error = std::sqrt(squares / (count - 1) / count);
    return spread;
}

void expect_alike(const ScenarioResult& one, const ScenarioResult& other, const std::string& what) {
    const auto compare = [&](const std::string& outcome, const auto& read) {
        std::vector<double> a;
        std::vector<double> b;
        for (const History& history : one.replicates) a.push_back(read(history));
        for (const History& history : other.replicates) b.push_back(read(history));
        const Spread first = spread_of(a);
        const Spread second = spread_of(b);
        EXPECT_LT(std::abs(first.mean - second.mean), 4 * std::hypot(first.error, second.error) + 1e-9)
            << what << ", " << outcome << ": " << first.mean << " against " << second.mean;
    };
    for (const char* outcome : {"mean_trust", "mean_concern"})
        compare(outcome, [&](const History& history) {
            return history.national_value(history.months - 1, find_national_outcome(outcome));
        });
    for (const char* outcome : {"in_use", "value", "employee_willingness"})
        for (const Domain domain : {Domain::social, Domain::physical})
            compare(outcome, [&](const History& history) {
                return history.domain_value(history.months - 1, domain, find_domain_outcome(outcome));
            });
}

}  // namespace

TEST(Extremes, without_any_capacity_not_even_bought_products_reach_use) {
    Scenario scenario = claims::small_scenario("baseline", 20, last + 1);
    scenario.parameters.diagnostic_capacity = 0;
    EXPECT_EQ(total(claims::run({scenario}, 2).scenarios.front(), "ever_in_use"), 0);
}

TEST(Extremes, without_political_support_nothing_starts) {
    Scenario scenario = claims::small_scenario("baseline", 20, last + 1);
    scenario.parameters.diagnostic_legitimacy_government = 0;
    EXPECT_EQ(total(claims::run({scenario}, 2).scenarios.front(), "started"), 0);
}

TEST(Extremes, a_law_that_approves_nothing_leaves_only_what_needs_no_review) {
    Scenario scenario = claims::small_scenario("baseline", 40, last + 1);
    scenario.parameters.diagnostic_law = 0;
    const ScenarioResult result = claims::run({scenario}, 2).scenarios.front();
    EXPECT_EQ(claims::mean_outcome(result, last, Domain::social, "ever_in_use"), 0);
    EXPECT_GT(claims::mean_outcome(result, last, Domain::physical, "ever_in_use"), 0);
}

TEST(Extremes, without_personal_data_and_impact_a_scandal_about_risk_changes_nothing) {
    const Ensemble ensemble = harmless_scandal(false, 2);
    for (std::size_t replicate = 0; replicate < 2; ++replicate) {
        const History& calm = ensemble.scenarios[0].replicates[replicate];
        const History& stormy = ensemble.scenarios[1].replicates[replicate];
        ASSERT_EQ(calm.domain_values.size(), stormy.domain_values.size());
        for (std::size_t i = 0; i < calm.domain_values.size(); ++i)
            ASSERT_TRUE(same(calm.domain_values[i], stormy.domain_values[i])) << "value " << i;
    }
}

TEST(Extremes, without_personal_data_and_impact_only_trust_and_ethics_carry_a_scandal_and_hardly) {
    const Ensemble ensemble = harmless_scandal(true, 8);
    for (const Domain domain : {Domain::social, Domain::physical}) {
        const double calm = claims::mean_outcome(ensemble.scenarios[0], 143, domain, "in_use");
        const double stormy = claims::mean_outcome(ensemble.scenarios[1], 143, domain, "in_use");
        EXPECT_NEAR(stormy / calm, 1, .03);
        EXPECT_EQ(claims::mean_outcome(ensemble.scenarios[1], 143, domain, "incidents_so_far"), 0);
    }
}

// Without newspapers a scandal reaches citizens only by what their own municipality then does.
TEST(Extremes, citizens_without_media_exposure_hardly_notice_a_scandal) {
    const auto loss_of = [](bool exposed, const char* outcome) {
        std::vector<Scenario> scenarios = {claims::small_scenario("baseline", 30, last + 1),
                                           claims::small_scenario("national_scandal", 30, last + 1)};
        for (Scenario& scenario : scenarios) {
            if (exposed) continue;
            scenario.parameters.start_media_exposure_mean = scenario.parameters.start_media_exposure_spread = 0;
        }
        const Ensemble ensemble = claims::run(scenarios, 4);
        return claims::mean_national(ensemble.scenarios[0], last, outcome) -
               claims::mean_national(ensemble.scenarios[1], last, outcome);
    };
    EXPECT_GT(loss_of(true, "mean_trust"), .01);
    EXPECT_NEAR(loss_of(false, "mean_trust"), 0, .001);
    EXPECT_LT(loss_of(true, "mean_concern"), -.05);  // concern rises
    EXPECT_NEAR(loss_of(false, "mean_concern"), 0, .001);
}

// Selten & Klievink 2024; extension X7: a separate team learns faster and starts further away from practice.
TEST(Extremes, a_separate_data_science_team_knows_more_and_an_integrated_one_is_closer) {
    const auto run_with = [](double separation) {
        Scenario scenario = claims::small_scenario("baseline", 40, last + 1);
        scenario.parameters.team_separation = separation;
        return claims::run({scenario}, 8).scenarios.front();
    };
    const ScenarioResult integrated = run_with(-1);
    const ScenarioResult usual = run_with(0);
    const ScenarioResult separate = run_with(1);
    EXPECT_LT(claims::mean_national(integrated, last, "knowledge"), claims::mean_national(usual, last, "knowledge"));
    EXPECT_LT(claims::mean_national(usual, last, "knowledge"), claims::mean_national(separate, last, "knowledge"));
    for (const Domain domain : {Domain::social, Domain::physical}) {
        // in the first years, before change effort has evened it out
        EXPECT_GT(claims::mean_outcome(integrated, 23, domain, "involvement"),
                  claims::mean_outcome(usual, 23, domain, "involvement"));
        EXPECT_GT(claims::mean_outcome(usual, 23, domain, "involvement"),
                  claims::mean_outcome(separate, 23, domain, "involvement"));
    }
}

TEST(Extremes, where_everybody_has_a_committee_no_welfare_score_is_piloted_without_advice) {
    Scenario scenario = claims::small_scenario("baseline", 60, last + 1);
    scenario.parameters.ethics_committee = 1;
    EnsembleOptions options;
    options.replicates = 2;
    options.events = EventScope::all;
    const std::size_t welfare = find_use_case("welfare_risk_scoring");
    int pilots = 0;
    const Ensemble ensemble = run_ensemble({scenario}, options);
    for (const History& history : ensemble.scenarios.front().replicates) {
        std::set<std::tuple<int, int, int>> advised;
        for (const Event& event : history.events) {
            if (event.use_case != welfare || event.domain != Domain::social) continue;
            const std::tuple<int, int, int> project{event.municipality, event.birth_month, event.ordinal};
            if (event.kind == EventKind::ethics_advice) advised.insert(project);
            if (event.kind != EventKind::pilot) continue;
            ++pilots;
            EXPECT_TRUE(advised.contains(project)) << "in month " << event.month;
        }
    }
    EXPECT_GT(pilots, 0);
}

TEST(Extremes, people_per_agent_of_1_10_200_and_1000_give_the_same_means) {
    Scenario everybody = claims::scenario_called("baseline");
    everybody.municipalities = middling_municipalities(everybody, 6);
    everybody.parameters.months = 96;
    everybody.parameters.citizen_agents_floor = 10;
    everybody.parameters.employee_agents_floor = 1;
    everybody.parameters.people_per_agent = 1;
    const ScenarioResult all = claims::run({everybody}, 8).scenarios.front();
    for (const int people : {10, 200, 1000}) {
        Scenario sampled = everybody;
        sampled.parameters.people_per_agent = people;
        expect_alike(all, claims::run({sampled}, 24).scenarios.front(), std::to_string(people) + " people per agent");
    }
}

TEST(Invariance, the_order_in_which_municipalities_are_listed_changes_nothing) {
    Scenario scenario = claims::small_scenario("baseline", 1, 84);
    scenario.municipalities = {MunicipalityChoice::Kind::listed, 0, {"GM0363", "GM0599", "GM0014", "GM0344", "GM0088"}};
    Scenario reversed = scenario;
    std::reverse(reversed.municipalities.gm_codes.begin(), reversed.municipalities.gm_codes.end());
    EXPECT_EQ(claims::run({scenario}, 2).fingerprint, claims::run({reversed}, 2).fingerprint);
}

// The order inside the world, not only in the list: every month and every municipality comes out the same. Totals over
// municipalities are added up in another order, so they may differ by rounding.
TEST(Invariance, the_order_of_municipalities_in_the_world_changes_no_month) {
    const Scenario scenario = claims::small_scenario("national_scandal", 40, 150);
    const Country country = claims::country_of(scenario);
    Country shuffled = country;
    std::mt19937 chance(7);
    std::shuffle(shuffled.begin(), shuffled.end(), chance);
    const History one = run_replicate(scenario, country, 1, 0, false);
    const History other = run_replicate(scenario, shuffled, 1, 0, false);
    ASSERT_EQ(one.domain_values.size(), other.domain_values.size());
    const auto nearly = [](double a, double b) {
        return (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(a));
    };
    for (std::size_t i = 0; i < one.domain_values.size(); ++i)
        ASSERT_TRUE(nearly(one.domain_values[i], other.domain_values[i]))
            << "value " << i << ": " << one.domain_values[i] << " against " << other.domain_values[i];
    for (std::size_t i = 0; i < one.national_values.size(); ++i)
        ASSERT_TRUE(nearly(one.national_values[i], other.national_values[i])) << "national value " << i;

    using Key = std::tuple<std::string, int, Domain>;
    const auto by_code = [](const History& history, const Country& of) {
        std::map<Key, std::tuple<int, int, int, int, int, Factor>> rows;
        for (const MunicipalityYear& row : history.years)
            rows[{of[row.municipality].gm_code, row.year, row.domain}] = {
                row.in_use, row.pipeline, row.ever_in_use, row.discontinued, row.abandoned, row.binding};
        return rows;
    };
    const auto rows = by_code(one, country);
    EXPECT_EQ(rows, by_code(other, shuffled));
    EXPECT_GT(rows.size(), 900U);  // 40 municipalities, two domains, twelve years and more
}

TEST(Invariance, the_names_of_municipalities_change_nothing) {
    const Scenario scenario = claims::small_scenario("baseline", 20, 84);
    const Country country = claims::country_of(scenario);
    Country renamed = country;
    for (MunicipalityFacts& facts : renamed) facts.name = "Municipality " + facts.gm_code;
    EXPECT_EQ(run_replicate(scenario, country, 1, 0, false).fingerprint,
              run_replicate(scenario, renamed, 1, 0, false).fingerprint);
}

TEST(Invariance, keeping_records_changes_nothing) {
    const Scenario scenario = claims::small_scenario("baseline", 20, 84);
    const Country country = claims::country_of(scenario);
    const History with = run_replicate(scenario, country, 1, 0, true);
    const History without = run_replicate(scenario, country, 1, 0, false);
    EXPECT_EQ(with.fingerprint, without.fingerprint);
    EXPECT_FALSE(with.records.projects.empty());
    EXPECT_TRUE(without.records.projects.empty());
}

TEST(Records, agree_with_the_outcomes_of_every_month) {
    const Scenario scenario = claims::small_scenario("baseline", 40, 120);
    const History history = run_replicate(scenario, claims::country_of(scenario), 1, 0, true);
    for (const int month : {59, 100, 119}) {
        double uses = 0;
        for (const ProjectRecord& record : history.records.projects) uses += record.in_use_at(month) ? 1 : 0;
        EXPECT_EQ(uses, history.domain_value(month, Domain::social, find_domain_outcome("in_use")) +
                            history.domain_value(month, Domain::physical, find_domain_outcome("in_use")));
    }
    const auto started = std::count_if(history.records.projects.begin(), history.records.projects.end(),
                                       [](const ProjectRecord& record) { return record.started >= 0; });
    EXPECT_EQ(static_cast<double>(started),
              history.domain_value(119, Domain::social, find_domain_outcome("started")) +
                  history.domain_value(119, Domain::physical, find_domain_outcome("started")));
}

}  // namespace algemeente

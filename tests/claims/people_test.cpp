// Agents are a sample of people: how large the sample is may only change the noise.
#include "claims/worlds.h"

#include <gtest/gtest.h>

#include <cmath>

namespace algemeente {

namespace {

struct Estimate {
    double mean = 0;
    double standard_error = 0;
};

template <typename Reader>
Estimate estimate(const ScenarioResult& result, const Reader& read) {
    const auto count = static_cast<double>(result.replicates.size());
    double sum = 0;
    double squares = 0;
    for (const History& history : result.replicates) {
        const double value = read(history);
        sum += value;
        squares += value * value;
    }
    const double mean = sum / count;
    return {mean, std::sqrt(std::max(0.0, squares / count - mean * mean) / (count - 1))};
}

void expect_alike(const Estimate& one, const Estimate& other, const char* what) {
    const double error =
        std::sqrt(one.standard_error * one.standard_error + other.standard_error * other.standard_error);
    EXPECT_LT(std::abs(one.mean - other.mean), 4 * error) << what << ": " << one.mean << " against " << other.mean;
}

}  // namespace

TEST(People, per_agent_change_the_noise_and_nothing_else) {
    constexpr int replicates = 12;
    constexpr int last = 149;
    Scenario coarse = claims::small_scenario("baseline", 30, last + 1);
    Scenario fine = coarse;
    fine.parameters.people_per_agent = 50;
    const ScenarioResult few = claims::run({coarse}, replicates).scenarios.front();
    const ScenarioResult many = claims::run({fine}, replicates).scenarios.front();

    const auto of_domain = [](const char* outcome, Domain domain) {
        const std::size_t column = find_domain_outcome(outcome);
        return [=](const History& history) { return history.domain_value(last, domain, column); };
    };
    const auto of_nation = [](const char* outcome) {
        const std::size_t column = find_national_outcome(outcome);
        return [=](const History& history) { return history.national_value(last, column); };
    };
    for (const Domain domain : {Domain::social, Domain::physical}) {
        for (const char* outcome : {"in_use", "value", "employee_willingness", "usage"})
            expect_alike(estimate(few, of_domain(outcome, domain)), estimate(many, of_domain(outcome, domain)),
                         outcome);
    }
    for (const char* outcome : {"mean_trust", "mean_concern"})
        expect_alike(estimate(few, of_nation(outcome)), estimate(many, of_nation(outcome)), outcome);
}

TEST(People, of_everybody_are_as_many_as_live_there) {
    Scenario scenario = claims::scenario_called("baseline");
    scenario.municipalities = {MunicipalityChoice::Kind::listed, 0, {"GM0088"}};  // Schiermonnikoog
    scenario.parameters.people_per_agent = 1;
    const Country country = claims::country_of(scenario);
    const World world = make_world(scenario, country, Luck(1, 0));
    EXPECT_EQ(static_cast<double>(world.municipalities.front().citizens.count), country.front().population);
}

}  // namespace algemeente

// Draws of all assumptions: every stratum once, relations kept, and spread told apart.
#include "patterns/priors.h"
#include "claims/worlds.h"
#include "patterns/acceptance.h"
#include "patterns/spread.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace algemeente {

TEST(LatinHypercube, has_one_draw_in_each_stratum_of_each_dimension) {
    constexpr std::size_t draws = 17;
    const auto points = latin_hypercube(5, draws, 3);
    for (std::size_t d = 0; d < 5; ++d) {
        std::vector<int> counts(draws, 0);
        for (const auto& point : points) ++counts[static_cast<std::size_t>(point[d] * draws)];
        for (const int count : counts) EXPECT_EQ(count, 1);
    }
    EXPECT_NE(points[0][0], points[0][1]);
}

TEST(Priors, keep_values_in_their_ranges_and_relations_between_them) {
    const Scenario base = claims::scenario_called("baseline");
    const auto dimensions = prior_dimensions(base.use_cases);
    EXPECT_GT(dimensions.size(), 400U);
    for (const auto& point : latin_hypercube(dimensions.size(), 40, 1)) {
        const Scenario drawn = scenario_at(base, dimensions, point);
        EXPECT_EQ(problem_between(drawn.parameters), "");
        EXPECT_EQ(problem_between(drawn.use_cases), "");
        const double gates[] = {drawn.parameters.gate_pilot_threshold, drawn.parameters.gate_implementation_threshold,
                                drawn.parameters.gate_use_threshold};
        EXPECT_LE(*std::max_element(gates, gates + 3) - *std::min_element(gates, gates + 3), .1 + 1e-12);
        for (const PriorDimension& dimension : dimensions) {
            const double value = value_of(drawn, dimension);
            EXPECT_TRUE(value >= dimension.low - 1e-12 && value <= dimension.high + 1e-12) << dimension.name;
            if (dimension.parameter != nullptr) {
                EXPECT_EQ(problem_with(*dimension.parameter, std::clamp(value, dimension.low, dimension.high)), "");
            }
        }
    }
}

TEST(Priors, leave_levers_diagnostics_and_extensions_alone) {
    const Scenario base = claims::scenario_called("baseline");
    for (const PriorDimension& dimension : prior_dimensions(base.use_cases)) {
        if (dimension.parameter == nullptr) continue;
        EXPECT_EQ(dimension.parameter->role, Role::assumption) << dimension.name;
        EXPECT_FALSE(is_diagnostic(*dimension.parameter)) << dimension.name;
        EXPECT_EQ(dimension.name.find("team_separation"), std::string::npos);
    }
    for (const PriorDimension& dimension : prior_dimensions(base.use_cases, PriorScope::use_cases_only))
        EXPECT_EQ(dimension.parameter, nullptr);
}

TEST(Spread, tells_luck_from_assumptions) {
    // means 1 and 5, and one to either side of them by luck
    const SpreadParts parts = spread_parts({{0, 1, 2}, {4, 5, 6}});
    EXPECT_NEAR(parts.mean, 3, 1e-12);
    EXPECT_NEAR(parts.luck, 1, 1e-12);
    EXPECT_NEAR(parts.assumptions, std::sqrt(8 - 1. / 3), 1e-12);  // variance of means less what luck adds to it
    const SpreadParts luck_only = spread_parts({{0, 2}, {1, 1}});
    EXPECT_EQ(luck_only.assumptions, 0);
}

TEST(Acceptance, measures_how_far_survivors_are_from_the_prior) {
    std::vector<double> even;
    std::vector<double> lower_half;
    for (int i = 0; i < 100; ++i) {
        even.push_back((i + .5) / 100);
        lower_half.push_back((i + .5) / 200);
    }
    EXPECT_LT(distance_to_uniform(even), .01);
    EXPECT_NEAR(distance_to_uniform(lower_half), .5, .01);
}

}  // namespace algemeente

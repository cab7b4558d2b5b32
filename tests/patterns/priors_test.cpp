// Draws of all assumptions: every stratum once, relations kept.
#include "patterns/priors.h"
#include "claims/worlds.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace algemeente {

TEST(PriorPoints, have_one_draw_in_each_stratum_of_each_dimension) {
    constexpr std::size_t draws = 17;
    const UnitPoints points = prior_points(5, draws, 3);
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
    for (const auto& point : prior_points(dimensions.size(), 40, 1)) {
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

TEST(Priors, of_a_grounded_cell_are_what_the_register_leaves) {
    Scenario base = claims::scenario_called("baseline");
    const auto range_of = [&](std::string_view name) {
        for (const PriorDimension& dimension : prior_dimensions(base.use_cases, PriorScope::use_cases_only))
            if (dimension.name == name) return std::pair(dimension.low, dimension.high);
        return std::pair(-1., -1.);
    };
    const std::size_t traffic = find_use_case("traffic_prediction");
    const CellGround* ground = find_ground(traffic, *find_use_case_column("sources"));
    ASSERT_NE(ground, nullptr);
    EXPECT_EQ(range_of("use_cases.traffic_prediction.sources"), std::pair(ground->low, ground->high));
    // an assumed cell, and one where nothing varies
    const double assumed = base.use_cases[traffic].value;
    EXPECT_EQ(range_of("use_cases.traffic_prediction.value"), std::pair(.75 * assumed, 1.25 * assumed));
    EXPECT_EQ(range_of("use_cases.traffic_prediction.enforcement"), std::pair(-1., -1.));
    // the register says nothing about what a scenario supposes instead
    base.use_cases[traffic].sources = 8;
    EXPECT_EQ(range_of("use_cases.traffic_prediction.sources"), std::pair(6., 10.));
}

}  // namespace algemeente

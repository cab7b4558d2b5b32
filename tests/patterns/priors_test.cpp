// Draws of all assumptions: every stratum once, relations kept, and spread told apart.
#include "patterns/priors.h"
#include "claims/worlds.h"
#include "patterns/acceptance.h"
#include "patterns/spread.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

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

namespace {

/// Forty draws of two assumptions; the first ten keep the pattern called P01, the last twenty keep P05.
Acceptance made_up_acceptance() {
    Acceptance acceptance;
    for (Pattern& pattern : all_patterns())
        if (pattern.id == "P01" || pattern.id == "P05") acceptance.patterns.push_back(std::move(pattern));
    acceptance.dimensions.resize(2);
    acceptance.dimensions[0].name = "decides";
    acceptance.dimensions[1].name = "idle";
    for (int i = 0; i < 40; ++i) {
        AcceptanceDraw draw;
        draw.point = {(i + .5) / 40, ((i * 7) % 40 + .5) / 40};
        draw.kept = {i < 10, i >= 20};
        draw.contradicted = {i >= 12, false};
        acceptance.draws.push_back(std::move(draw));
    }
    return acceptance;
}

}  // namespace

TEST(Acceptance, tells_what_keeps_a_pattern_from_what_is_idle) {
    const Acceptance acceptance = made_up_acceptance();
    EXPECT_NEAR(acceptance.share_keeping(0).share, .25, 1e-12);
    EXPECT_NEAR(acceptance.share_contradicting(0).share, .70, 1e-12);
    const std::vector<Constraint> found = constraints_of(acceptance, draws_keeping(acceptance, 0));
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].name, "decides");
    EXPECT_NEAR(found[0].distance, 1, 1e-12);  // they do not overlap
    EXPECT_NEAR(found[0].mean_place, .125, 1e-12);
    EXPECT_LT(found[0].false_finds, found_rate);
    EXPECT_GT(found[1].false_finds, found_rate);
}

TEST(Acceptance, asks_every_must_and_four_of_five_of_the_others) {
    const Acceptance acceptance = made_up_acceptance();  // P01 is a must, P05 is the only other
    EXPECT_EQ(acceptance.survivors(), 0U);
    EXPECT_EQ(acceptance.not_contradicted(), 12U);
    Acceptance lenient = acceptance;
    for (AcceptanceDraw& draw : lenient.draws) draw.kept[1] = true;
    EXPECT_EQ(lenient.survivors(), 10U);
    EXPECT_TRUE(constraints_of(acceptance, surviving_draws(acceptance)).empty());  // of nobody nothing is said
}

TEST(Acceptance, is_contradicted_by_a_whole_interval_only) {
    Check check;
    check.low = 1;
    check.high = 2;
    EXPECT_FALSE(contradicts(check, {.5, .2, 1.1, 8}));
    EXPECT_TRUE(contradicts(check, {.5, .2, .9, 8}));
    EXPECT_TRUE(contradicts(check, {3, 2.1, 4, 8}));
    EXPECT_TRUE(contradicts(check, {std::nan(""), std::nan(""), std::nan(""), 8}));
}

TEST(Acceptance, leaves_a_page_and_tables_that_say_the_same) {
    const Acceptance acceptance = made_up_acceptance();
    const std::filesystem::path folder = std::filesystem::path(::testing::TempDir()) / "algemeente_acceptance";
    std::filesystem::create_directories(folder);
    StudyRecord record;
    record.command = "algemeente patterns --priors 40 & more";
    write_acceptance_tables(acceptance, folder / "draws.csv");
    write_acceptance_page(acceptance, record, folder / "draws.html");
    const auto text_of = [&](const char* name) {
        std::ifstream stream(folder / name);
        return std::string(std::istreambuf_iterator<char>(stream), {});
    };
    EXPECT_NE(text_of("draws-kept.csv").find("P01,E,1,"), std::string::npos);
    EXPECT_NE(text_of("draws-kept.csv").find(",0.25,"), std::string::npos);
    EXPECT_NE(text_of("draws-constraints.csv").find("keep P01,10,decides,1,0.125,"), std::string::npos);
    const std::string page = text_of("draws.html");
    EXPECT_NE(page.find("25 %, against 70 %"), std::string::npos);
    EXPECT_NE(page.find("decides (lower, 1.00)"), std::string::npos);
    EXPECT_NE(page.find("--priors 40 &amp; more"), std::string::npos);
    EXPECT_NE(page.find("Fewer than five draws survive"), std::string::npos);
}

}  // namespace algemeente

#include "parameters/use_cases.h"

#include "mathematics/elementary.h"
#include "parameters/parameters.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <span>

namespace algemeente {
namespace {

constexpr std::size_t published_rows = 11;  ///< further use cases may follow
constexpr std::size_t published_columns = 20;

/// Table C3.0 of the specification, column by column as printed there; level_min and level_max for "lv".
constexpr double published[published_rows][published_columns] = {
    {.25, 0, 7, .30, .22, .22, .08, .18, .95, .90, 1.0, 0, .30, .05, 4, .70, 1, 3, 1.00, .35},
    {.25, 0, 4, .35, .20, .25, .10, .10, .90, .60, .80, 0, .50, .05, 2, .45, 1, 2, .60, .70},
    {.20, 0, 5, .40, .25, .20, .10, .05, .50, .20, 0, 0, .50, .05, 3, .40, 1, 3, .70, .55},
    {.15, 0, 6, .25, .20, .20, .05, .30, .95, .50, .10, 0, .50, .05, 3, .60, 1, 3, .75, .50},
    {.15, 0, 3, .45, .25, .25, .05, 0, .40, .10, 0, 0, .70, .05, 2, .20, 1, 1, .40, .90},
    {0, .20, 1.6, .75, .10, .10, .05, 0, .05, .05, 0, .2, .95, .90, 1, .40, 1, 2, .60, .80},
    {0, .22, 2.2, .65, .15, .10, .05, .05, .15, .05, 0, .5, .95, .85, 1, .30, 1, 3, .75, .60},
    {0, .12, 2.6, .60, .15, .10, .05, .10, .55, .25, .40, 1.0, .75, .85, 2, .40, 1, 2, .60, .60},
    {0, .14, 2.2, .55, .10, .25, 0, .10, .80, .30, .90, .7, .90, .75, 2, .40, 1, 2, .80, .70},
    {0, .14, 5, .40, .25, .20, .10, .05, .20, .10, 0, .2, .60, .50, 3, .30, 1, 3, .75, .55},
    {0, .18, 2, .60, .20, .15, .05, 0, .05, .02, 0, .1, .95, .60, 1, .20, 1, 1, .40, .90},
};
constexpr double published_touched_share[published_rows] = {.05, .05, 1, .08, 1, 1, 1, .60, .40, 1, 1};

/// Equation (s) at the top analytics level, where the level changes nothing.
double sensitivity_at_top_level(const UseCase& use, const Parameters& p) {
    return clip(p.sensitivity_personal_data * use.personal_data + p.sensitivity_impact * use.impact +
                p.sensitivity_enforcement * use.enforcement +
                p.sensitivity_combination * use.personal_data * use.impact * (0.5 + 0.5 * use.enforcement));
}

/// Cells that the public register contradicts (scripts/ground_use_cases), and what stands there instead.
struct Corrected {
    std::string_view use_case;
    std::string_view column;
    double value;
};
constexpr Corrected corrected[] = {
    {"signal_cross_match", "sources", 2.8},        {"signal_cross_match", "impact", .77},
    {"signal_cross_match", "enforcement", .93},    {"asset_and_waste_sensing", "sources", 3},
    {"asset_and_waste_sensing", "level_max", 3},   {"asset_and_waste_sensing", "personal_data", .16},
    {"crowd_monitoring", "personal_data", .38},    {"crowd_monitoring", "impact", 0},
    {"scan_car_enforcement", "sources", 2.9},      {"scan_car_enforcement", "impact", .5},
    {"scan_car_enforcement", "public_space", .96},
};

double expected_cell(std::string_view use_case, std::string_view column, double as_published) {
    for (const Corrected& cell : corrected)
        if (cell.use_case == use_case && cell.column == column) return cell.value;
    return as_published;
}

TEST(UseCases, are_the_published_table_cell_by_cell_but_for_what_the_register_contradicts) {
    const auto columns = use_case_columns();
    ASSERT_GT(columns.size(), published_columns);
    ASSERT_GE(use_case_count, published_rows);
    for (std::size_t row = 0; row < published_rows; ++row) {
        const UseCase& use = standard_use_cases()[row];
        for (std::size_t column = 0; column < published_columns; ++column)
            EXPECT_EQ(use.*columns[column].value,
                      expected_cell(use_case_names()[row], columns[column].name, published[row][column]))
                << use_case_names()[row] << "." << columns[column].name;
        EXPECT_EQ(use.touched_share, published_touched_share[row]) << use_case_names()[row];
    }
}

TEST(UseCases, stand_in_the_published_order) {
    constexpr std::string_view order[] = {"welfare_risk_scoring",    "signal_cross_match",
                                          "care_demand_forecast",    "debt_early_signalling",
                                          "social_policy_dashboard", "asset_and_waste_sensing",
                                          "traffic_prediction",      "crowd_monitoring",
                                          "scan_car_enforcement",    "area_model",
                                          "public_space_dashboard"};
    for (std::size_t i = 0; i < published_rows; ++i) EXPECT_EQ(use_case_names()[i], order[i]);
}

TEST(UseCases, are_as_sensitive_as_their_cells_say) {
    // as published, but for the cross-match (.65), asset sensing (.03), crowds (.27) and scan cars (.47)
    constexpr double sensitivities[published_rows] = {.91, .79, .16, .41, .10, .04, .04, .14, .59, .07, .02};
    for (std::size_t i = 0; i < published_rows; ++i)
        EXPECT_NEAR(sensitivity_at_top_level(standard_use_cases()[i], Parameters{}), sensitivities[i], 0.01)
            << use_case_names()[i];
}

TEST(UseCases, have_a_published_mix_that_adds_up_to_one_in_each_domain) {
    double social = 0;
    double physical = 0;
    for (const UseCase& use : std::span(standard_use_cases()).first(published_rows)) {
        social += use.mix_social;
        physical += use.mix_physical;
    }
    EXPECT_NEAR(social, 1, 1e-12);
    EXPECT_NEAR(physical, 1, 1e-12);
}

TEST(UseCases, take_all_their_sources_from_somewhere) {
    for (std::size_t i = 0; i < use_case_count; ++i) {
        const UseCase& use = standard_use_cases()[i];
        EXPECT_NEAR(
            use.from_own + use.from_same_domain + use.from_corporate + use.from_cross_domain + use.from_external, 1,
            1e-12)
            << use_case_names()[i];
    }
}

TEST(UseCases, have_every_cell_inside_its_range) {
    for (std::size_t i = 0; i < use_case_count; ++i) {
        const UseCase& use = standard_use_cases()[i];
        for (const UseCaseColumn& column : use_case_columns()) {
            EXPECT_GE(use.*column.value, column.low) << use_case_names()[i] << "." << column.name;
            EXPECT_LE(use.*column.value, column.high) << use_case_names()[i] << "." << column.name;
        }
        EXPECT_LE(use.level_min, use.level_max) << use_case_names()[i];
    }
}

TEST(UseCases, are_found_by_name) {
    for (std::size_t i = 0; i < use_case_count; ++i) EXPECT_EQ(find_use_case(use_case_names()[i]), i);
    EXPECT_EQ(find_use_case("fortune_telling"), use_case_count);
    EXPECT_EQ(find_use_case(""), use_case_count);
}

TEST(UseCases, have_helping_sisters_that_exist) {
    for (const UseCaseInfo& info : use_case_infos()) {
        EXPECT_FALSE(info.meaning.empty()) << info.name;
        const bool exists = find_use_case(info.helping_sister) < use_case_count;
        EXPECT_TRUE(info.helping_sister.empty() || exists) << info.name;
    }
}

TEST(UseCases, may_be_more_than_the_table_has) {
    UseCaseTable table = standard_use_cases();
    EXPECT_EQ(problem_between(table), "");
    while (table.size() < 26) table.push_back(table.front());
    EXPECT_EQ(problem_between(table), "");
    const UseCaseMixes mixes = mixes_of(table);
    double social = 0;
    for (const double share : mixes.of_domain[0]) social += share;
    EXPECT_NEAR(social, 1, 1e-12);
    EXPECT_EQ(mixes.of_domain[0][25], mixes.of_domain[0][0]);
    EXPECT_EQ(mixes.of_domain[0][26], 0);
    EXPECT_EQ(helping_sister_of(25), std::nullopt);
    EXPECT_EQ(helping_sister_of(0), find_use_case("debt_early_signalling"));
    table[25].level_min = 3;
    table[25].level_max = 2;
    EXPECT_EQ(problem_between(table), "level_min (3) must not be above level_max (2) in use_cases.row 26");
}

TEST(CellGrounds, are_of_cells_that_exist_and_hold_their_standard_values) {
    std::set<std::pair<std::string_view, std::string_view>> cells;
    for (const CellGround& ground : cell_grounds()) {
        const std::size_t use_case = find_use_case(ground.use_case);
        const UseCaseColumn* column = find_use_case_column(ground.column);
        ASSERT_LT(use_case, use_case_count) << ground.use_case;
        ASSERT_NE(column, nullptr) << ground.column;
        EXPECT_TRUE(cells.insert({ground.use_case, ground.column}).second) << ground.use_case << "." << ground.column;
        EXPECT_EQ(find_ground(use_case, *column), &ground);
        EXPECT_GE(ground.records, 5) << ground.use_case;
        const double standard = standard_use_cases()[use_case].*column->value;
        EXPECT_GE(standard, ground.low) << ground.use_case << "." << ground.column;
        EXPECT_LE(standard, ground.high) << ground.use_case << "." << ground.column;
        EXPECT_GE(ground.low, column->low) << ground.use_case << "." << ground.column;
        EXPECT_LE(ground.high, column->high) << ground.use_case << "." << ground.column;
    }
    // two records and none are not enough
    const UseCaseColumn& sources = *find_use_case_column("sources");
    EXPECT_EQ(find_ground(find_use_case("welfare_risk_scoring"), sources), nullptr);
    EXPECT_EQ(find_ground(find_use_case("social_policy_dashboard"), sources), nullptr);
    EXPECT_EQ(find_ground(use_case_count, sources), nullptr);
}

TEST(UseCaseColumns, name_every_cell_once) {
    std::set<std::string_view> names;
    for (const UseCaseColumn& column : use_case_columns()) {
        EXPECT_TRUE(names.insert(column.name).second) << column.name;
        EXPECT_EQ(find_use_case_column(column.name), &column);
        EXPECT_FALSE(column.meaning.empty()) << column.name;
        EXPECT_FALSE(column.source.empty()) << column.name;
    }
    EXPECT_EQ(names.size() * sizeof(double), sizeof(UseCase));
    EXPECT_EQ(use_case_column_names().size(), names.size());
    EXPECT_EQ(find_use_case_column("fortune"), nullptr);
}

}  // namespace
}  // namespace algemeente

#include "parameters/parameters.h"

#include "text/nearest_name.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <set>
#include <string>

namespace algemeente {
namespace {

bool is_snake_case(std::string_view name) {
    const bool letters = std::all_of(
        name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
    return letters && !name.empty() && name.front() >= 'a' && name.back() != '_' &&
           name.find("__") == std::string_view::npos;
}

TEST(ParameterTable, has_no_name_twice) {
    std::set<std::string_view> names;
    for (const ParameterInfo& row : parameter_table()) EXPECT_TRUE(names.insert(row.name).second) << row.name;
}

TEST(ParameterTable, names_everything_in_snake_case) {
    for (const ParameterInfo& row : parameter_table()) EXPECT_TRUE(is_snake_case(row.name)) << row.name;
}

TEST(ParameterTable, has_every_standard_value_inside_its_range) {
    for (const ParameterInfo& row : parameter_table()) {
        EXPECT_LT(row.low, row.high) << row.name;
        EXPECT_EQ(problem_with(row, row.low), "") << row.name;
        EXPECT_EQ(problem_with(row, row.standard), "") << row.name;
        EXPECT_EQ(problem_with(row, row.high), "") << row.name;
    }
}

TEST(ParameterTable, tells_a_meaning_and_a_source_of_every_row) {
    for (const ParameterInfo& row : parameter_table()) {
        EXPECT_TRUE(row.meaning.ends_with('.')) << row.name << ": " << row.meaning;
        EXPECT_FALSE(row.source.empty()) << row.name;
        EXPECT_NE(unit_word(row.unit), "?") << row.name;
        EXPECT_NE(role_word(row.role), "?") << row.name;
        EXPECT_NE(provenance_word(row.provenance), "?") << row.name;
    }
}

TEST(ParameterTable, is_the_struct) {
    const Parameters standard;
    EXPECT_EQ(sizeof(Parameters), parameter_table().size() * sizeof(double));
    for (const ParameterInfo& row : parameter_table()) EXPECT_EQ(standard.*row.value, row.standard) << row.name;
    ASSERT_EQ(parameter_names().size(), parameter_table().size());
    for (std::size_t i = 0; i < parameter_names().size(); ++i)
        EXPECT_EQ(parameter_names()[i], parameter_table()[i].name);
}

TEST(FindParameter, finds_every_row_and_nothing_else) {
    for (const ParameterInfo& row : parameter_table()) EXPECT_EQ(find_parameter(row.name), &row) << row.name;
    EXPECT_EQ(find_parameter(""), nullptr);
    EXPECT_EQ(find_parameter("alderman_risk_aversoin"), nullptr);
}

TEST(FindParameter, goes_with_a_suggestion_for_a_mistyped_name) {
    EXPECT_EQ(did_you_mean("alderman_risk_aversoin", parameter_names()), "; did you mean 'alderman_risk_aversion'?");
    EXPECT_EQ(did_you_mean("ethics_comittee", parameter_names()), "; did you mean 'ethics_committee'?");
    EXPECT_EQ(did_you_mean("zzz", parameter_names()), "");
}

TEST(ProblemWith, says_which_range_a_value_leaves) {
    const ParameterInfo& row = *find_parameter("alderman_risk_aversion");
    EXPECT_EQ(problem_with(row, 14.5), "14.5 is outside 3..14 (weight)");
    EXPECT_EQ(problem_with(row, 2.0), "2 is outside 3..14 (weight)");
    EXPECT_NE(problem_with(row, std::numeric_limits<double>::quiet_NaN()), "");
    EXPECT_NE(problem_with(row, std::numeric_limits<double>::infinity()), "");
}

TEST(ProblemWith, wants_whole_numbers_for_switches_and_settings) {
    EXPECT_EQ(problem_with(*find_parameter("ethics_committee"), 0.5), "0.5 is not a whole number (0 or 1)");
    EXPECT_EQ(problem_with(*find_parameter("months"), 12.5), "12.5 is not a whole number (months)");
    EXPECT_EQ(problem_with(*find_parameter("months"), 12), "");
    EXPECT_EQ(problem_with(*find_parameter("pipeline_base"), 2.25), "");
}

TEST(ProblemBetween, is_none_in_the_standard_values) {
    EXPECT_EQ(problem_between(Parameters{}), "");
}

TEST(ProblemBetween, names_a_lowest_above_its_highest) {
    Parameters parameters;
    parameters.committee_months_low = 5;
    parameters.committee_months_high = 4;
    EXPECT_EQ(problem_between(parameters), "committee_months_low (5) must not be above committee_months_high (4)");
}

TEST(Levers, that_switch_something_are_off_in_the_standard_world) {
    for (const ParameterInfo& row : parameter_table()) {
        const bool is_switch = row.role == Role::lever && row.unit == Unit::on_off;
        EXPECT_TRUE(!is_switch || row.standard == 0) << row.name;
    }
}

}  // namespace
}  // namespace algemeente

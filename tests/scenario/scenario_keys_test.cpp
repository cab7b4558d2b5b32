#include "scenario/scenario_keys.h"

#include "scenario/keys.h"

#include <gtest/gtest.h>

#include <string>
#include <type_traits>
#include <vector>

namespace algemeente::testing {

namespace {

using Names = std::vector<std::string>;

template <typename Record>
Names names_of() {
    Names names;
    const Record record;
    for_each_key(record, [&](const ScenarioKey& key, const auto&) { names.emplace_back(key.name); });
    return names;
}

Names as_names(std::span<const std::string_view> keys) {
    return {keys.begin(), keys.end()};
}

template <typename Value>
void make_other(Value& value) {
    if constexpr (std::is_enum_v<Value>)
        value = static_cast<Value>(static_cast<int>(value) + 1);
    else if constexpr (std::is_same_v<Value, std::string>)
        value += "other";
    else
        value += 1;
}

/// Every key in turn gets another value: each must make another record.
template <typename Record>
int keys_that_count() {
    int count = 0;
    const auto keys = names_of<Record>();
    for (const std::string& name : keys) {
        Record record;
        for_each_key(record, [&](const ScenarioKey& key, auto& value) {
            if (key.name == name) make_other(value);
        });
        count += record == Record{} ? 0 : 1;
    }
    return count;
}

}  // namespace

TEST(ScenarioKeys, are_those_of_the_contract) {
    EXPECT_EQ(as_names(keys_at_top()), (Names{"title", "question", "story", "evidence", "based_on", "world",
                                              "parameters", "change", "shock", "product", "use_cases"}));
    EXPECT_EQ(as_names(keys_of_world()),
              (Names{"start", "municipalities", "population", "supply", "months", "people_per_agent",
                     "citizen_agents_floor", "employee_agents_floor", "national_employees"}));
    EXPECT_EQ(names_of<DatedChange>(),
              (Names{"lever", "value", "from", "until", "rollout_months", "municipality_share", "initial_share"}));
    EXPECT_EQ(names_of<ConditionalChange>(), (Names{"lever", "value", "when", "until_when", "from", "until",
                                                    "rollout_months", "municipality_share", "initial_share"}));
    EXPECT_EQ(names_of<Shock>(), (Names{"frame", "from", "months", "stories_per_month"}));
    EXPECT_EQ(names_of<ProductChange>(), (Names{"name", "use_case", "route", "supplier", "launch", "withdrawn",
                                                "mandated_from", "level", "push"}));
}

TEST(ScenarioKeys, each_makes_another_change_and_another_shock) {
    EXPECT_EQ(keys_that_count<DatedChange>(), 7);
    EXPECT_EQ(keys_that_count<ConditionalChange>(), 9);
    EXPECT_EQ(keys_that_count<Shock>(), 4);
    EXPECT_EQ(keys_that_count<ProductChange>(), 9);
}

TEST(ScenarioKeys, lists_are_told_from_tables) {
    EXPECT_TRUE(is_list("change"));
    EXPECT_TRUE(is_list("shock"));
    EXPECT_FALSE(is_list("world"));
    EXPECT_FALSE(is_list("title"));
}

TEST(ScenarioKeys, dates_and_words_are_written_as_text) {
    EXPECT_EQ(file_value({.name = "from", .is_date = true}, 72), FileValue(std::string("2021-01")));
    EXPECT_EQ(file_value({.name = "until", .is_date = true}, -1), FileValue(std::monostate{}));
    EXPECT_EQ(file_value({.name = "months"}, 3), FileValue(3));
    EXPECT_EQ(file_value({.name = "frame"}, Frame::surveillance), FileValue(std::string("surveillance")));
    EXPECT_EQ(file_value({.name = "population"}, Population::synthetic), FileValue(std::string("synthetic")));
}

TEST(ScenarioKeys, an_entry_can_be_left_out_when_it_is_optional_and_standard) {
    const std::vector<FileEntry> entries = entries_of(DatedChange{.lever = "ethics_committee", .rollout_months = 12});
    Names written;
    for (const FileEntry& entry : entries)
        if (!entry.is_standard) written.emplace_back(entry.key.name);
    EXPECT_EQ(written, (Names{"lever", "value", "from", "rollout_months"}));
}

TEST(ScenarioKeys, changed_numbers_are_found_settings_too) {
    SimulatedScenario scenario;
    EXPECT_TRUE(changed_parameters(scenario).empty());
    EXPECT_TRUE(changed_cells(scenario).empty());
    scenario.parameters.months = 24;
    scenario.parameters.support_base += 0.5;
    scenario.use_cases[1].value += 0.25;
    const auto parameters = changed_parameters(scenario);
    ASSERT_EQ(parameters.size(), 2U);
    EXPECT_EQ(parameters[0].row->name, "support_base");
    EXPECT_EQ(parameters[1].row->name, "months");
    EXPECT_EQ(parameters[1].value, 24);
    const auto cells = changed_cells(scenario);
    ASSERT_EQ(cells.size(), 1U);
    EXPECT_EQ(cells[0].use_case, 1U);
    EXPECT_EQ(cells[0].column->name, "value");
    EXPECT_EQ(cells[0].value - cells[0].standard, 0.25);
}

}  // namespace algemeente::testing

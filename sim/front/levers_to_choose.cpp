#include "front/levers_to_choose.h"

#include "netherlands/country.h"
#include "observe/policy_prices.h"
#include "scenario/lever.h"
#include "scenario/toml_value.h"
#include "text/calendar.h"

#include <algorithm>

namespace algemeente {

namespace {

bool has_price(const std::string& lever) {
    const auto prices = lever_prices();
    return std::any_of(prices.begin(), prices.end(), [&](const LeverPrice& one) { return one.lever == lever; });
}

std::vector<double> values_of(const TomlValue& table, const Lever& lever) {
    std::vector<double> values;
    for (const TomlValue& item : required_member(table, "values", "[0.5, 1]").items) {
        const double value = without_rounding_error(lever, number_of(item));
        if (const std::string problem = problem_with(lever, value); !problem.empty()) refuse(item, problem);
        if (value != lever.parameter->standard) values.push_back(value);
    }
    std::sort(values.begin(), values.end());
    return values;
}

/// One month, or a list of them.
int first_month_of(const TomlValue& table) {
    const TomlValue& from = required_member(table, "from", "[\"2021-01\", \"2024-01\"]");
    const TomlValue& first = from.kind == TomlValue::Kind::list && !from.items.empty() ? from.items.front() : from;
    const std::optional<int> month = parse_month(text_of(first));
    if (!month) refuse(first, "is no month \"YYYY-MM\" from 2015-01 on");
    return *month;
}

}  // namespace

std::filesystem::path shipped_search() {
    return data_folder().parent_path() / "search/packages.toml";
}

std::vector<LeverToChoose> read_levers_to_choose(const std::filesystem::path& file) {
    std::vector<LeverToChoose> levers;
    const TomlValue root = read_toml(file);
    for (const TomlValue& table : tables_of(required_member(root, "lever", "[[lever]]"))) {
        const TomlValue& name = required_member(table, "name", "\"ethics_committee\"");
        const Lever lever = find_lever(text_of(name));
        if (!lever) refuse(name, unknown_lever_problem(name.text));
        if (lever.parameter == nullptr || lever.parameter->role != Role::lever || !has_price(name.text)) continue;
        levers.push_back({name.text, values_of(table, lever), first_month_of(table)});
    }
    return levers;
}

}  // namespace algemeente

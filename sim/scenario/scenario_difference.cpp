#include "scenario/scenario_difference.h"

#include "scenario/scenario_keys.h"
#include "scenario/scenario_past.h"
#include "text/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace algemeente {

namespace {

std::string other_value(std::string_view key, const std::string& before, const std::string& now) {
    return fmt::format("{} is {}, not {}", key, now, before);
}

std::string difference_of_world(const SimulatedScenario& before, const SimulatedScenario& now) {
    if (before.population != now.population)
        return other_value("world.population", std::string(population_name(before.population)),
                           std::string(population_name(now.population)));
    if (before.municipalities != now.municipalities)
        return other_value("world.municipalities", municipalities_text(before.municipalities),
                           municipalities_text(now.municipalities));
    if (before.supply != now.supply)
        return other_value("world.supply", before.supply ? "true" : "false", now.supply ? "true" : "false");
    return {};
}

std::string difference_of_numbers(const SimulatedScenario& before, const SimulatedScenario& now) {
    for (const ParameterInfo& row : parameter_table()) {
        const double one = before.parameters.*row.value;
        const double other = now.parameters.*row.value;
        if (one != other)
            return other_value(fmt::format("{}.{}", row.role == Role::setting ? "world" : "parameters", row.name),
                               fmt::format("{}", one), fmt::format("{}", other));
    }
    for (std::size_t use_case = 0; use_case < std::min(before.use_cases.size(), now.use_cases.size()); ++use_case)
        for (const UseCaseColumn& column : use_case_columns()) {
            const double one = before.use_cases[use_case].*column.value;
            const double other = now.use_cases[use_case].*column.value;
            if (one != other)
                return other_value(fmt::format("use_cases.{}.{}", use_case_name(use_case), column.name),
                                   fmt::format("{}", one), fmt::format("{}", other));
        }
    return {};
}

std::string name_of(const DatedChange& change) {
    return fmt::format("[[change]] lever '{}' from {}", change.lever, date_of(change.from_month));
}

std::string name_of(const ConditionalChange& change) {
    return fmt::format("[[change]] lever '{}' when '{}'", change.lever, change.when);
}

std::string name_of(const Shock& shock) {
    return fmt::format("[[shock]] frame '{}' from {}", frame_name(shock.frame), date_of(shock.from_month));
}

/// The earliest record that only one of two lists has.
template <typename Record>
std::string difference_of_lists(const std::vector<Record>& before, const std::vector<Record>& now) {
    const Record* first = nullptr;
    std::string difference;
    const auto compare = [&](const std::vector<Record>& some, const std::vector<Record>& others,
                             std::string_view what) {
        for (const Record& record : some) {
            if (std::find(others.begin(), others.end(), record) != others.end()) continue;
            if (first != nullptr && first->from_month <= record.from_month) continue;
            first = &record;
            difference = fmt::format("{} {}", name_of(record), what);
        }
    };
    compare(now, before, "is new or another");
    compare(before, now, "is missing or another");
    return difference.empty() && before != now ? "the order of changes or shocks is another" : difference;
}

}  // namespace

std::string difference_before(const SimulatedScenario& before, const SimulatedScenario& now, int month) {
    const SimulatedScenario one = past_of(before, month);
    const SimulatedScenario other = past_of(now, month);
    if (one == other) return {};
    for (const std::string& difference :
         {difference_of_world(one, other), difference_of_numbers(one, other),
          difference_of_lists(one.changes, other.changes), difference_of_lists(one.shocks, other.shocks),
          difference_of_lists(one.conditional_changes, other.conditional_changes)})
        if (!difference.empty()) return difference;
    if (one.products != other.products) return "the products of suppliers are others";
    return "the kinds of use are others";
}

}  // namespace algemeente

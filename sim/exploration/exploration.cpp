#include "exploration/exploration.h"

#include "calibration/statistics.h"
#include "experiments/design_options.h"
#include "netherlands/towns.h"
#include "patterns/contrasts.h"
#include "scenario/keys.h"
#include "scenario/scenario_json.h"
#include "scenario/scenario_tables.h"
#include "scenario/toml_value.h"
#include "text/error.h"
#include "text/nearest_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace algemeente {

namespace {

using Path = std::filesystem::path;

constexpr std::string_view count_key = "evaluations";
constexpr std::string_view keys[] = {"title", "story",      "scenario", "seed",    "municipalities", count_key,
                                     "plain", "generation", "again",    "confirm", "axis",           "question"};
constexpr std::string_view axis_keys[] = {"result", "low", "high", "cells"};
constexpr std::string_view question_keys[] = {"result", "below", "above"};

constexpr int most_cells = 1000;  // of an axis
constexpr int most_again = 60;    // replicates of a point have numbers below 64
constexpr int most_confirm = 1000;

struct Count {
    std::string_view key;
    int Exploration::*value;
    int low;
    int high;
};
constexpr Count counts[] = {{count_key, &Exploration::evaluations, fewest_evaluations, most_evaluations},
                            {"plain", &Exploration::plain, 10, most_evaluations},
                            {"generation", &Exploration::generation, 2, 10'000},
                            {"again", &Exploration::again, 1, most_again},
                            {"confirm", &Exploration::confirm, 10, most_confirm}};

/// What is looked at when a file names no axes: the gap between the domains in what municipalities build themselves,
/// what a scandal does, and what the public register shows of it.
std::vector<ExplorationAxis> standard_axes(const Scenario& base) {
    std::vector<ExplorationAxis> axes = {{find_explored_result("own_gap"), -1.5, 3.5, 10},
                                         {find_explored_result("scandal_dip"), -.1, .5, 12}};
    if (base.supply) axes.push_back({find_explored_result("register_gap"), -1.5, 3.5, 10});
    return axes;
}

void check_keys(const TomlValue& table, std::span<const std::string_view> known) {
    for (const TomlValue& member : table.items)
        if (!is_among(known, member.name)) refuse(member, "unknown key" + suggestion_for(member.name, known));
}

std::size_t result_named(const TomlValue& table, const Scenario& base) {
    const TomlValue& value = required_member(table, "result", "\"own_gap\"");
    std::size_t result = 0;
    try {
        result = find_explored_result(text_of(value));
    } catch (const InputError& error) {
        refuse(value, error.what());
    }
    if (needs_suppliers(result) && !base.supply)
        refuse(value,
               fmt::format("'{}' is only there in a world with suppliers; name a scenario that has them, such as "
                           "with_suppliers.toml",
                           value.text));
    return result;
}

ExplorationAxis axis_from(const TomlValue& table, const Scenario& base) {
    check_keys(table, axis_keys);
    ExplorationAxis axis;
    axis.result = result_named(table, base);
    axis.low = number_of(required_member(table, "low", "-1"));
    const TomlValue& high = required_member(table, "high", "2");
    axis.high = number_of(high);
    if (!(axis.low < axis.high) || !std::isfinite(axis.high - axis.low))
        refuse(high, fmt::format("low ({}) is not below high ({})", axis.low, axis.high));
    if (const TomlValue* cells = find_member(table, "cells")) axis.cells = whole_between(*cells, 2, most_cells);
    return axis;
}

void take_axes(Exploration& exploration, const TomlValue& root) {
    constexpr std::size_t most_axes = 4;
    constexpr std::size_t most_cells_in_all = 1'000'000;
    const TomlValue* axes = find_member(root, "axis");
    if (axes == nullptr) {
        exploration.axes = standard_axes(exploration.base);
        return;
    }
    for (const TomlValue& table : tables_of(*axes)) {
        const ExplorationAxis axis = axis_from(table, exploration.base);
        for (const ExplorationAxis& other : exploration.axes)
            if (other.result == axis.result)
                refuse(required_member(table, "result", "\"\""), fmt::format("'{}' is an axis twice", axis.name()));
        exploration.axes.push_back(axis);
    }
    if (exploration.axes.size() > most_axes)
        refuse(*axes, fmt::format("there are {}; at most {} can be filled", exploration.axes.size(), most_axes));
    if (exploration.cell_count() > most_cells_in_all)
        refuse(*axes, fmt::format("{} cells are more than runs can fill; make them wider", exploration.cell_count()));
}

void take_question(Exploration& exploration, const TomlValue& root) {
    const TomlValue* table = find_member(root, "question");
    if (table == nullptr) return;
    if (table->kind != TomlValue::Kind::table) refuse_kind(*table, "a table", "write [question]");
    check_keys(*table, question_keys);
    ExplorationQuestion question;
    question.result = result_named(*table, exploration.base);
    const TomlValue* below = find_member(*table, "below");
    const TomlValue* above = find_member(*table, "above");
    if ((below == nullptr) == (above == nullptr))
        refuse(*table, "needs either below or above; write for example below = 0");
    question.below = below != nullptr;
    question.limit = number_of(below != nullptr ? *below : *above);
    exploration.question = question;
}

}  // namespace

std::size_t Exploration::cell_count() const {
    std::size_t count = 1;
    for (const ExplorationAxis& axis : axes) count *= static_cast<std::size_t>(axis.cells);
    return count;
}

Exploration read_exploration(const Path& file) {
    const TomlValue root = read_toml(file);
    if (find_member(root, count_key) == nullptr)
        throw InputError(
            fmt::format("{}: does not say how many evaluations, so it is no exploration; "
                        "scenarios/exploration/domains.toml is one",
                        file.string()));
    check_keys(root, keys);
    Exploration exploration;
    exploration.title = text_of(required_member(root, "title", "\"A name for people\""));
    if (const TomlValue* story = find_member(root, "story")) text_of(*story);
    const TomlValue& scenario = required_member(root, "scenario", "\"../with_suppliers.toml\"");
    const Path scenario_file = (file.parent_path() / text_of(scenario)).lexically_normal();
    if (!std::filesystem::is_regular_file(scenario_file))
        refuse(scenario, fmt::format("there is no file '{}'; the path starts at the folder of this file{}",
                                     scenario_file.string(), did_you_mean_file(scenario_file)));
    exploration.base = read_scenario(scenario_file);
    const TomlValue* municipalities = find_member(root, "municipalities");
    if (municipalities != nullptr) take_world_value(exploration.base, *municipalities);
    name_by_codes(exploration.base, municipalities != nullptr ? municipalities->place + ": municipalities" : "");
    if (const TomlValue* seed = find_member(root, "seed"))
        exploration.seed = static_cast<std::uint64_t>(whole_between(*seed, 0, 1'000'000'000));
    for (const Count& row : counts)
        if (const TomlValue* value = find_member(root, row.key))
            exploration.*row.value = whole_between(*value, row.low, row.high);
    if (const TomlValue* plain = find_member(root, "plain");
        plain != nullptr && exploration.plain > exploration.evaluations)
        refuse(*plain, fmt::format("is more than the {} evaluations, of which plain draws are a part",
                                   exploration.evaluations));
    take_axes(exploration, root);
    take_question(exploration, root);
    exploration.base.parameters.months = past_months;
    exploration.with_scandal = Contrasts(exploration.base).called("national_scandal").shocks;
    return exploration;
}

bool is_exploration_file(const Path& file) {
    return find_member(read_toml(file), count_key) != nullptr;
}

std::string exploration_identity(const Exploration& exploration) {
    nlohmann::ordered_json json;
    add_world(json, exploration.base);
    add_tables(json, exploration.base, JsonDates::month_numbers);
    for (const Shock& shock : exploration.with_scandal)
        json["with_scandal"].push_back(
            {static_cast<int>(shock.frame), shock.from_month, shock.months, shock.stories_per_month});
    for (const ExplorationAxis& axis : exploration.axes)
        json["axes"].push_back({axis.name(), axis.low, axis.high, axis.cells});
    if (exploration.question)
        json["question"] = {exploration.question->name(), exploration.question->below, exploration.question->limit};
    for (const PriorDimension& dimension : exploration.dimensions())
        json["drawn"].push_back({dimension.name, dimension.low, dimension.high, dimension.logarithmic});
    json["seed"] = exploration.seed;
    json["plain"] = exploration.plain;
    json["generation"] = exploration.generation;
    return json.dump();
}

}  // namespace algemeente

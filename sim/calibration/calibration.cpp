#include "calibration/calibration.h"

#include "experiments/design_options.h"
#include "netherlands/towns.h"
#include "patterns/contrasts.h"
#include "random/design_luck.h"
#include "scenario/keys.h"
#include "scenario/scenario_json.h"
#include "scenario/scenario_tables.h"
#include "scenario/toml_value.h"
#include "text/error.h"
#include "text/nearest_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace algemeente {

namespace {

using Path = std::filesystem::path;

constexpr std::string_view keys[] = {"title", "story",  "scenario",   "targets",   "seed",       "municipalities",
                                     "waves", "points", "candidates", "finalists", "replicates", "members"};

struct Count {
    std::string_view key;
    int Calibration::*value;
    int low;
    int high;
};
constexpr Count counts[] = {{"waves", &Calibration::waves, 1, 10},
                            {"points", &Calibration::points, 100, 1'000'000},
                            {"candidates", &Calibration::candidates, 1000, 10'000'000},
                            {"members", &Calibration::members, 2, 100'000}};
constexpr int most_replicates = 64;

Path file_named(const TomlValue& value, const Path& folder) {
    const Path file = (folder / text_of(value)).lexically_normal();
    if (!std::filesystem::is_regular_file(file))
        refuse(value, fmt::format("there is no file '{}'; the path starts at the folder of this file{}", file.string(),
                                  did_you_mean_file(file)));
    return file;
}

std::vector<int> whole_numbers(const TomlValue& value, int lowest, int highest, std::string_view example) {
    if (value.kind != TomlValue::Kind::list) refuse_kind(value, "a list", fmt::format("write for example {}", example));
    std::vector<int> numbers;
    for (const TomlValue& item : value.items) numbers.push_back(whole_between(item, lowest, highest));
    if (numbers.empty()) refuse(value, fmt::format("is empty; write for example {}", example));
    return numbers;
}

/// Fewer and fewer, each with more replicates.
void take_finals(Calibration& calibration, const TomlValue& root) {
    const TomlValue* finalists = find_member(root, "finalists");
    const TomlValue* replicates = find_member(root, "replicates");
    if (finalists != nullptr) calibration.finalists = whole_numbers(*finalists, 2, 1'000'000, "[600, 300, 220]");
    if (replicates != nullptr) calibration.replicates = whole_numbers(*replicates, 1, most_replicates, "[1, 4, 16]");
    const TomlValue& place = replicates != nullptr ? *replicates : finalists != nullptr ? *finalists : root;
    if (calibration.finalists.size() != calibration.replicates.size())
        refuse(place, fmt::format("finalists has {} rounds and replicates {}; write as many of both",
                                  calibration.finalists.size(), calibration.replicates.size()));
    if (!std::is_sorted(calibration.finalists.rbegin(), calibration.finalists.rend()))
        refuse(place, "finalists must not grow from round to round");
    if (!std::is_sorted(calibration.replicates.begin(), calibration.replicates.end()))
        refuse(place, "replicates must not fall from round to round");
    if (calibration.replicates.back() < 2)
        refuse(place, "the last round has one replicate; luck can only be told with two or more");
    if (calibration.members > calibration.finalists.back())
        refuse(find_member(root, "members") != nullptr ? *find_member(root, "members") : place,
               fmt::format("{} members cannot come from {} in the last round", calibration.members,
                           calibration.finalists.back()));
    if (calibration.candidates < 2 * calibration.points || calibration.candidates < 2 * calibration.finalists.front())
        refuse(find_member(root, "candidates") != nullptr ? *find_member(root, "candidates") : root,
               fmt::format("{} candidates leave nothing to choose; write at least twice the points and finalists",
                           calibration.candidates));
}

}  // namespace

Calibration read_calibration(const Path& file) {
    const TomlValue root = read_toml(file);
    if (find_member(root, "targets") == nullptr)
        throw InputError(fmt::format(
            "{}: names no targets, so it is no calibration; scenarios/calibration/2025.toml is one", file.string()));
    for (const TomlValue& member : root.items)
        if (!is_among(keys, member.name)) refuse(member, "unknown key" + suggestion_for(member.name, keys));
    Calibration calibration;
    calibration.title = text_of(required_member(root, "title", "\"A name for people\""));
    if (const TomlValue* story = find_member(root, "story")) text_of(*story);
    calibration.base =
        read_scenario(file_named(required_member(root, "scenario", "\"../baseline.toml\""), file.parent_path()));
    calibration.targets =
        read_targets(file_named(required_member(root, "targets", "\"targets.csv\""), file.parent_path()));
    if (const TomlValue* seed = find_member(root, "seed"))
        calibration.seed = static_cast<std::uint64_t>(whole_between(*seed, 0, 1'000'000'000));
    const TomlValue* municipalities = find_member(root, "municipalities");
    if (municipalities != nullptr) take_world_value(calibration.base, *municipalities);
    for (const Count& row : counts)
        if (const TomlValue* value = find_member(root, row.key))
            calibration.*row.value = whole_between(*value, row.low, row.high);
    take_finals(calibration, root);
    name_by_codes(calibration.base, municipalities != nullptr ? municipalities->place + ": municipalities" : "");
    calibration.base.parameters.months = past_months;
    calibration.with_scandal = Contrasts(calibration.base).called("national_scandal").shocks;
    return calibration;
}

bool is_calibration_file(const Path& file) {
    const TomlValue root = read_toml(file);
    return find_member(root, "targets") != nullptr;
}

std::string calibration_identity(const Calibration& calibration) {
    nlohmann::ordered_json json;
    add_world(json, calibration.base);
    add_tables(json, calibration.base, JsonDates::month_numbers);
    for (const Shock& shock : calibration.with_scandal)
        json["with_scandal"].push_back(
            {static_cast<int>(shock.frame), shock.from_month, shock.months, shock.stories_per_month});
    for (const Target& target : calibration.targets)
        json["targets"].push_back({target.name(), scale_word(target.scale), target.group, kind_word(target.kind),
                                   target.value, target.uncertainty, target.discrepancy, use_word(target.use)});
    for (const PriorDimension& dimension : calibration.dimensions())
        json["drawn"].push_back({dimension.name, dimension.low, dimension.high, dimension.logarithmic});
    for (const Count& row : counts)
        if (row.value != &Calibration::members) json[row.key] = calibration.*row.value;
    json["seed"] = calibration.seed;
    json["finalists"] = calibration.finalists;
    json["replicates"] = calibration.replicates;
    return json.dump();
}

std::string text_for_runs(const Calibration& calibration) {
    Scenario scandal = calibration.base;
    scandal.shocks = calibration.with_scandal;
    const nlohmann::ordered_json json = {
        {"base", json_in_full(calibration.base)}, {"scandal", json_in_full(scandal)}, {"seed", calibration.seed}};
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Calibration calibration_for_runs(const std::string& text) {
    const auto json = nlohmann::ordered_json::parse(text);
    Calibration calibration;
    calibration.base = scenario_from_json(json.at("base"));
    calibration.with_scandal = scenario_from_json(json.at("scandal")).shocks;
    calibration.seed = json.at("seed");
    return calibration;
}

std::vector<double> CandidateSource::point(std::uint64_t number) const {
    const DesignLuck luck(seed_);
    std::vector<double> point(width_);
    for (std::size_t d = 0; d < point.size(); ++d)
        point[d] = luck.uniform(DesignPurpose::candidate, number, static_cast<std::uint32_t>(d));
    return point;
}

}  // namespace algemeente

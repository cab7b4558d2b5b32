#include "front/kept_front.h"

#include "netherlands/country.h"
#include "netherlands/csv_table.h"
#include "scenario/lever.h"
#include "scenario/scenario_keys.h"
#include "text/calendar.h"
#include "text/error.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <limits>

namespace algemeente {

namespace {

using Path = std::filesystem::path;

/// Position of the cell's word among those that are possible.
template <std::size_t count>
std::size_t word_among(const CsvTable& table, std::size_t row, std::string_view column,
                       const std::array<std::string_view, count>& words) {
    const std::string& text = table.text(row, column);
    const auto found = std::find(words.begin(), words.end(), text);
    if (found == words.end())
        table.reject(row, column, fmt::format("'{}' is not one of {}", text, fmt::join(words, ", ")));
    return static_cast<std::size_t>(found - words.begin());
}

bool switch_in(const CsvTable& table, std::size_t row, std::string_view column) {
    const double value = table.number(row, column);
    if (value != 0 && value != 1) table.reject(row, column, "is neither 0 nor 1");
    return value == 1;
}

double number_or_none(const CsvTable& table, std::size_t row, std::string_view column) {
    return table.text_or_nothing(row, column).empty() ? std::numeric_limits<double>::quiet_NaN()
                                                      : table.number(row, column);
}

int month_in(const CsvTable& table, std::size_t row, std::string_view column) {
    const std::optional<int> month = parse_month(table.text(row, column));
    if (!month) table.reject(row, column, "is no month \"YYYY-MM\" from 2015-01 on");
    return *month;
}

Measure measure_in(const CsvTable& table, std::size_t row) {
    Measure measure{.outcome = table.text(row, "outcome"), .month = month_in(table, row, "month")};
    measure.of = static_cast<Measure::Of>(word_among(table, row, "domain", std::to_array(measure_of_words)));
    try {
        outcome_of(measure);
    } catch (const InputError& problem) {
        table.reject(row, "outcome", problem.what());
    }
    return measure;
}

void read_objectives(KeptFront& front, const Path& file) {
    const CsvTable table(file);
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        const bool limit = word_among<2>(table, row, "kind", {"objective", "limit"}) == 1;
        const Measure measure = measure_in(table, row);
        if (limit) {
            const bool at_most = word_among<2>(table, row, "direction", {"at_least", "at_most"}) == 1;
            front.limits.push_back({measure, at_most, table.number(row, "at")});
            continue;
        }
        KeptObjective objective{.measure = measure};
        objective.higher_is_better = word_among<2>(table, row, "direction", {"lower", "higher"}) == 1;
        objective.worst_decile = word_among<2>(table, row, "over", {"mean", "worst_decile"}) == 1;
        objective.against_base = switch_in(table, row, "against_scenario");
        objective.good_enough = number_or_none(table, row, "good_enough");
        front.objectives.push_back(objective);
    }
    if (front.objectives.empty()) throw InputError(fmt::format("{}: has no objective", file.string()));
}

KeptPackage package_in(const CsvTable& table, std::size_t row, const KeptFront& front) {
    KeptPackage package;
    package.name = table.text(row, "package");
    package.kind = static_cast<KeptPackage::Kind>(word_among<3>(table, row, "kind", {"package", "scenario", "other"}));
    package.unbeaten = switch_in(table, row, "unbeaten");
    package.within_limits = table.number(row, "violation") <= 0;
    package.good_share = table.number(row, "good_share");
    if (package.good_share < 0 || package.good_share > 1) table.reject(row, "good_share", "is no share from 0 to 1");
    package.regret = table.number(row, "regret");
    for (std::size_t k = 0; k < front.objectives.size(); ++k) {
        const std::string objective = fmt::format("objective_{}", k + 1);
        // of an objective that counts against the scenario the level itself is shown, as that of the others
        package.values.push_back(front.objectives[k].against_base
                                     ? table.number(row, measure_name(front.objectives[k].measure) + ".mean")
                                     : table.number(row, objective + ".value"));
        package.worst_decile.push_back(number_or_none(table, row, objective + ".worst_decile"));
        package.regret_90.push_back(number_or_none(table, row, objective + ".regret_90"));
    }
    return package;
}

void read_packages(KeptFront& front, const Path& file) {
    const CsvTable table(file);
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        KeptPackage package = package_in(table, row, front);
        for (const KeptPackage& other : front.packages)
            if (other.name == package.name)
                table.reject(row, "package", fmt::format("'{}' is there twice", package.name));
        if (package.kind == KeptPackage::Kind::scenario) front.base = front.packages.size();
        front.packages.push_back(std::move(package));
    }
    if (front.packages.empty()) throw InputError(fmt::format("{}: has no package", file.string()));
    if (front.packages[front.base].kind != KeptPackage::Kind::scenario)
        throw InputError(
            fmt::format("{}: has no row of the scenario itself, which packages are told against", file.string()));
    front.fresh_runs = static_cast<std::size_t>(std::max(0, table.whole_number(0, "fresh_runs")));
    front.members = static_cast<std::size_t>(std::max(0, table.whole_number(0, "members")));
    if (front.fresh_runs == 0) table.reject(0, "fresh_runs", "is not above 0");
}

DatedChange change_in(const CsvTable& table, std::size_t row) {
    DatedChange change{.lever = table.text(row, "lever"), .from_month = month_in(table, row, "from")};
    const Lever lever = find_lever(change.lever);
    if (!lever) table.reject(row, "lever", unknown_lever_problem(change.lever));
    change.value = without_rounding_error(lever, table.number(row, "value"));
    if (const std::string problem = problem_with(lever, change.value); !problem.empty())
        table.reject(row, "value", problem);
    change.municipality_share = table.number(row, "municipality_share");
    if (!(change.municipality_share > 0 && change.municipality_share <= 1))
        table.reject(row, "municipality_share", "is no share above 0 and up to 1");
    change.rollout_months = table.whole_number(row, "rollout_months");
    if (change.rollout_months < 0 || change.rollout_months > longest_run_months)
        table.reject(row, "rollout_months", fmt::format("is no number of months from 0 to {}", longest_run_months));
    return change;
}

void read_levers(KeptFront& front, const Path& file) {
    const CsvTable table(file);
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        const std::string& name = table.text(row, "package");
        // the scenario itself may stand among the packages, and it has no levers
        const auto found = std::find_if(front.packages.begin(), front.packages.end(),
                                        [&](const KeptPackage& one) { return one.name == name; });
        if (found == front.packages.end() || found->kind == KeptPackage::Kind::other)
            table.reject(row, "package", fmt::format("front.csv has no package '{}'", name));
        found->changes.push_back(change_in(table, row));
    }
}

void read_record(KeptFront& front, const Path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw InputError(fmt::format("{}: cannot be read", file.string()));
    try {
        const nlohmann::json record = nlohmann::json::parse(stream);
        front.scenario = record.at("scenario").get<std::string>();
        front.municipalities = record.at("municipalities").get<std::string>();
        front.date = record.at("date").get<std::string>();
        front.months = record.at("months").get<int>();
    } catch (const nlohmann::json::exception& problem) {
        throw InputError(fmt::format("{}: is not the record of a search: {}", file.string(), problem.what()));
    }
    if (front.months < 1 || front.months > longest_run_months)
        throw InputError(fmt::format("{}: months: {} is no length of a run; it is 1 to {} months", file.string(),
                                     front.months, longest_run_months));
}

}  // namespace

std::filesystem::path shipped_front() {
    return data_folder().parent_path() / "search/results";
}

std::shared_ptr<const KeptFront> read_kept_front(const Path& folder) {
    if (!std::filesystem::exists(folder / "front.csv")) return nullptr;
    auto front = std::make_shared<KeptFront>();
    read_record(*front, folder / "search.json");
    read_objectives(*front, folder / "objectives.csv");
    read_packages(*front, folder / "front.csv");
    read_levers(*front, folder / "packages.csv");
    return front;
}

}  // namespace algemeente

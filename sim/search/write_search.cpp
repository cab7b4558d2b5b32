#include "search/write_search.h"

#include "front/measure.h"
#include "output/made_with.h"
#include "output/result_file.h"
#include "search/package_words.h"
#include "search/where_it_fails.h"
#include "statistics/summary.h"
#include "text/calendar.h"

#include <algorithm>
#include <limits>

namespace algemeente {

namespace {

using present::Language;
using Runs = std::vector<std::vector<double>>;

/// A measure over fresh runs: 5 %, mean, 95 %.
void add_spread(std::vector<Cell>& row, const Runs& runs, std::size_t place) {
    std::vector<double> values;
    for (const std::vector<double>& run : runs) values.push_back(run[place]);
    const std::vector<double> sorted = sorted_known(values);
    row.emplace_back(mean_of(values));
    row.emplace_back(quantile_of_sorted(sorted, .05));
    row.emplace_back(quantile_of_sorted(sorted, .95));
}

std::string kind_of(const Result& result) {
    return result.number < 0 ? "other" : result.number == 0 ? "scenario" : "package";
}

std::string name_of(const Search& search, const Result& result) {
    return result.number < 0 ? search.others[static_cast<std::size_t>(-1 - result.number)].name
                             : std::to_string(result.number);
}

/// Sets of assumptions among the fresh runs.
std::size_t members_of(const Search& search) {
    const auto runs = static_cast<std::size_t>(search.fresh_runs);
    return search.members ? std::min(search.members->count(), runs) : 0;
}

std::vector<Cell> judged_by(std::string_view kind, const Measure& measure, std::string_view direction, Over over,
                            bool against_base) {
    return {std::string(kind),
            measure.outcome,
            std::string(measure_of_words[static_cast<std::size_t>(measure.of)]),
            date_of(measure.month),
            std::string(direction),
            std::string(over_words[static_cast<std::size_t>(over)]),
            against_base ? 1.0 : 0.0};
}

std::vector<Cell> row_of(const Search& search, const Result& result, const Result& base) {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    const Failure failure = where_it_fails(search, result, Language::en);
    std::vector<Cell> row{name_of(search, result),
                          kind_of(result),
                          result_words(search, result, Language::en),
                          result.unbeaten ? 1.0 : 0.0,
                          result.beaten_by < 0 ? unknown : static_cast<double>(result.beaten_by),
                          result.judged.violation,
                          static_cast<double>(result.runs.size()),
                          static_cast<double>(members_of(search)),
                          result.good_share,
                          result.regret,
                          failure.box_file};
    for (std::size_t i = 0; i < search.measures().size(); ++i) add_spread(row, result.runs, i);
    for (std::size_t k = 0; k < search.objectives.size(); ++k) {
        row.emplace_back(objective_value(search, search.objectives[k], result.runs, base.runs));
        row.emplace_back(k < result.worst_decile.size() ? result.worst_decile[k] : unknown);
        row.emplace_back(k < result.regret_90.size() ? result.regret_90[k] : unknown);
    }
    return row;
}

}  // namespace

StudyRecord search_record(const Search& search) {
    StudyRecord record;
    record.scenario = search.base.name;
    record.municipalities = municipalities_text(search.base.municipalities);
    record.months = search.base.months();
    record.replicates = search.runs;
    record.seed = search.seed;
    record.made_with = made_with_now({search.base});
    return record;
}

Table front_table(const Search& search, const SearchResult& result) {
    Table table{{"package", "kind", "in_words", "unbeaten", "beaten_by", "violation", "fresh_runs", "members",
                 "good_share", "regret", "falls_short_where"},
                {}};
    for (const Measure& measure : search.measures())
        for (const std::string_view what : {"mean", "p05", "p95"})
            table.columns.push_back(measure_name(measure) + "." + std::string(what));
    for (std::size_t k = 0; k < search.objectives.size(); ++k)
        for (const std::string_view what : {"value", "worst_decile", "regret_90"})
            table.columns.push_back("objective_" + std::to_string(k + 1) + "." + std::string(what));
    for (const Result& one : result.front) table.rows.push_back(row_of(search, one, *result.base));
    const bool base_on_front =
        std::any_of(result.front.begin(), result.front.end(), [](const Result& one) { return one.number == 0; });
    if (!base_on_front) table.rows.push_back(row_of(search, *result.base, *result.base));
    for (const Result& one : result.others) table.rows.push_back(row_of(search, one, *result.base));
    return table;
}

Table packages_table(const Search& search, const SearchResult& result) {
    Table table{{"package", "lever", "value", "from", "municipality_share", "rollout_months"}, {}};
    for (const Result& one : result.front)
        for (std::size_t i = 0; i < one.package.size(); ++i) {
            const LeverChoice& chosen = one.package[i];
            if (chosen.value < 0) continue;
            const SearchedLever& lever = search.levers[i];
            table.rows.push_back(
                {std::to_string(one.number), lever.name, lever.values[static_cast<std::size_t>(chosen.value)],
                 date_of(lever.from_months[static_cast<std::size_t>(chosen.from)]),
                 lever.shares[static_cast<std::size_t>(chosen.share)], static_cast<double>(lever.rollout_months)});
        }
    return table;
}

Table objectives_table(const Search& search) {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    Table table{
        {"kind", "outcome", "domain", "month", "direction", "over", "against_scenario", "epsilon", "good_enough", "at"},
        {}};
    for (const Objective& one : search.objectives) {
        const bool higher = one.better == analysis::Better::higher;
        std::vector<Cell> row =
            judged_by("objective", one.measure, higher ? "higher" : "lower", one.over, one.against_base);
        for (const double number : {one.epsilon, one.good_enough.value_or(none), none}) row.emplace_back(number);
        table.rows.push_back(std::move(row));
    }
    for (const SearchLimit& one : search.limits) {
        std::vector<Cell> row =
            judged_by("limit", one.measure, one.at_most ? "at_most" : "at_least", one.over, one.against_base);
        for (const double number : {none, none, one.at}) row.emplace_back(number);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table rounds_table(const SearchResult& result) {
    Table table{{"round", "looked_at", "front", "hypervolume"}, {}};
    for (std::size_t i = 0; i < result.rounds.size(); ++i)
        table.rows.push_back({static_cast<double>(i), static_cast<double>(result.rounds[i].looked_at),
                              static_cast<double>(result.rounds[i].front), result.rounds[i].volume});
    return table;
}

void write_search(const Search& search, const SearchResult& result, const std::filesystem::path& folder) {
    write_file(folder / "front.csv", table_as_csv(front_table(search, result), CsvDigits::seven));
    write_file(folder / "packages.csv", table_as_csv(packages_table(search, result), CsvDigits::seven));
    write_file(folder / "objectives.csv", table_as_csv(objectives_table(search), CsvDigits::seven));
    write_file(folder / "rounds.csv", table_as_csv(rounds_table(result), CsvDigits::seven));
}

}  // namespace algemeente

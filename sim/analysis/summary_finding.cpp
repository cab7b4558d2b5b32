#include "analysis/finding_parts.h"

#include "present/words/numbers.h"
#include "statistics/summary.h"
#include "text/csv.h"
#include "text/error.h"
#include "text/number.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace algemeente::analysis {

using present::Word;

namespace {

std::vector<double> finite_row(const Eigen::MatrixXd& values, Eigen::Index point) {
    std::vector<double> known;
    for (const double value : values.row(point))
        if (std::isfinite(value)) known.push_back(value);
    return known;
}

/// Why a point has no number, or no interval; nothing if it has both.
std::string remark_on_point(const Sweep& sweep, Eigen::Index point, std::size_t known, const Estimate& mean) {
    if (known == 0) {
        const bool measured = sweep.finished.size() > 0 && sweep.finished.row(point).any();
        return measured ? "undefined" : "no result";
    }
    return std::isnan(mean.low) ? "too few replicates for an interval" : "";
}

std::vector<Cell> row_of_point(const Sweep& sweep, std::size_t outcome, Eigen::Index point,
                               const BootstrapSettings& settings) {
    std::vector<double> values = finite_row(sweep.values[outcome], point);
    const Estimate mean = mean_interval(values, settings);
    std::sort(values.begin(), values.end());
    std::vector<Cell> row = {sweep.scenarios.front(), sweep.outcomes[outcome], static_cast<double>(point)};
    for (Eigen::Index input = 0; input < sweep.points.cols(); ++input) row.emplace_back(sweep.points(point, input));
    row.emplace_back(static_cast<double>(values.size()));
    for (const double number : {mean.value, mean.low, mean.high}) row.emplace_back(number);
    for (const double share : {0.05, 0.25, 0.5, 0.75, 0.95})  // one value has no quantiles
        row.emplace_back(values.size() < 2 ? std::numeric_limits<double>::quiet_NaN()
                                           : quantile_of_sorted(values, share));
    row.emplace_back(remark_on_point(sweep, point, values.size(), mean));
    return row;
}

/// What moves most is read first; the file has points in the order of the design.
Table highest_first(Table table) {
    const auto mean =
        static_cast<std::size_t>(std::find(table.columns.begin(), table.columns.end(), "mean") - table.columns.begin());
    const auto height = [mean](const std::vector<Cell>& row) {  // a point without a mean comes last
        const double number = std::get<double>(row[mean]);
        return std::isnan(number) ? -std::numeric_limits<double>::infinity() : number;
    };
    std::stable_sort(table.rows.begin(), table.rows.end(),
                     [&](const auto& one, const auto& other) { return height(one) > height(other); });
    return table;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

/// A number, or "p25" for a quantile of the points' means.
double limit_of(const Sweep& sweep, std::size_t outcome, std::string_view text, std::string_view whole) {
    const bool quantile = text.starts_with('p');
    const std::string_view digits = quantile ? text.substr(1) : text;
    const std::optional<double> number = parse_number(digits);
    if (!number || (quantile && !(*number >= 0 && *number <= 100)))
        throw InputError(
            fmt::format("{}: '{}' is no limit; expected a number, or p0 to p100 for a quantile of all "
                        "points{}",
                        whole, text, decimal_point_hint(digits)));
    if (!quantile) return *number;
    const std::vector<double> means = sorted_known(point_means(sweep, outcome));
    if (means.empty())
        throw InputError(fmt::format("{}: there is no quantile: {} exists in no run", whole, sweep.outcomes[outcome]));
    return quantile_of_sorted(means, *number / 100);
}

}  // namespace

Finding summary_finding(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings) {
    require_valid(settings);
    Table table{{"scenario", "outcome", "point"},
                {},
                "summary",
                say(sweep, Word::a_in_unit, say(sweep, Word::a_summary_table), unit_of(sweep, outcome))};
    for (const std::string& input : sweep.inputs) table.columns.push_back(input);
    for (const char* column :
         {"replicates", "mean", "mean_low", "mean_high", "p05", "p25", "p50", "p75", "p95", "remark"})
        table.columns.emplace_back(column);
    for (Eigen::Index point = 0; point < sweep.points.rows(); ++point)
        table.rows.push_back(row_of_point(sweep, outcome, point, settings));
    if (is_constant(sweep, outcome)) return empty_finding(sweep, outcome, std::move(table));

    Finding finding;
    finding.title = finding_title(sweep, outcome);
    finding.spread = relative_spread(sweep, outcome);
    finding.tables.push_back(std::move(table));
    finding.shown.push_back(highest_first(finding.tables.front()));
    const std::vector<double> means = sorted_known(point_means(sweep, outcome));
    finding.sentences.push_back(say(sweep, Word::a_means, number_in(sweep, static_cast<double>(means.size())),
                                    number_in(sweep, quantile_of_sorted(means, 0.5)),
                                    number_in(sweep, quantile_of_sorted(means, 0.05)),
                                    number_in(sweep, quantile_of_sorted(means, 0.95))));
    const std::size_t fewest = fewest_for_interval(settings.level);
    if (sweep.replicates() < fewest)
        finding.sentences.push_back(say(sweep, Word::a_few_replicates, percent_in(sweep, settings.level),
                                        present::count_words(fewest, sweep.language),
                                        present::count_words(sweep.replicates(), sweep.language)));
    if (sweep.replicates() == 1) finding.sentences.push_back(say(sweep, Word::a_one_replicate));
    append(finding.sentences, sentences_about_runs(sweep, outcome));
    return finding;
}

namespace {

constexpr std::string_view and_word = " and ";

}  // namespace

std::vector<Condition> single_conditions(const Condition& condition) {
    std::vector<Condition> all = {condition};
    all.insert(all.end(), condition.also.begin(), condition.also.end());
    all.front().also.clear();
    all.front().words = condition.words.substr(0, condition.words.find(and_word));
    return all;
}

Condition read_condition(const Sweep& sweep, std::string_view text) {
    if (const std::size_t end = text.find(and_word); end != std::string_view::npos) {
        Condition condition = read_condition(sweep, text.substr(0, end));
        const Condition rest = read_condition(sweep, text.substr(end + and_word.size()));
        condition.also = single_conditions(rest);
        condition.words += std::string(and_word) + rest.words;
        return condition;
    }
    const std::size_t at = text.find_first_of("<>");
    if (at == std::string_view::npos || at == 0) {
        const std::optional<std::size_t> moving = most_moving_outcome({&sweep, 1});
        throw InputError(fmt::format("{}: no condition; expected for example '{} < p25'", text,
                                     moving ? sweep.outcomes[*moving] : "in_use.social.2029-12"));
    }
    const bool equal = at + 1 < text.size() && text[at + 1] == '=';
    Condition condition;
    condition.comparison = std::string(text.substr(at, equal ? 2 : 1));
    condition.outcome = outcome_position(sweep, trimmed(text.substr(0, at)));
    condition.limit = limit_of(sweep, condition.outcome, trimmed(text.substr(at + condition.comparison.size())), text);
    condition.words = fmt::format("{} {} {}", sweep.outcomes[condition.outcome], condition.comparison,
                                  csv_digits(condition.limit, 6));
    return condition;
}

std::vector<bool> meets(const Sweep& sweep, const Condition& condition) {
    std::vector<bool> met;
    for (const double mean : point_means(sweep, condition.outcome)) {
        const bool beyond = condition.comparison[0] == '<' ? mean < condition.limit : mean > condition.limit;
        met.push_back(beyond || (condition.comparison.size() == 2 && mean == condition.limit));
    }
    for (const Condition& other : condition.also) {
        const std::vector<bool> too = meets(sweep, other);
        for (std::size_t point = 0; point < met.size(); ++point) met[point] = met[point] && too[point];
    }
    return met;
}

}  // namespace algemeente::analysis

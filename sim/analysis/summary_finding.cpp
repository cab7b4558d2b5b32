#include "analysis/drawings.h"
#include "analysis/findings.h"

#include "present/page/columns.h"
#include "present/words/numbers.h"
#include "statistics/summary.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace algemeente::analysis {

using present::Word;

namespace {

std::vector<double> finite_row(const Eigen::MatrixXd& values, Eigen::Index point) {
    std::vector<double> known;
    for (const double value : values.row(point))
        if (std::isfinite(value)) known.push_back(value);
    return known;
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
    double number = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool read = problem == std::errc() && end == digits.data() + digits.size();
    if (!read || (quantile && !(number >= 0 && number <= 100)))
        throw InputError(
            fmt::format("{}: '{}' is no limit; expected a number, or p0 to p100 for a quantile of all "
                        "points",
                        whole, text));
    return quantile ? quantile_of_sorted(sorted_known(point_means(sweep, outcome)), number / 100) : number;
}

}  // namespace

std::string number_in(const Sweep& sweep, double number) {
    return present::number_words(number, sweep.language, {.digits = 3});
}

std::string percent_in(const Sweep& sweep, double share) {
    return present::number_words(share, sweep.language, {.percent = true});
}

std::string finding_title(const Sweep& sweep, std::size_t outcome) {
    const std::string scenario = sweep.scenarios.size() == 1 ? sweep.scenarios.front() : "";
    const std::string words = present::kept_words(sweep.outcomes[outcome], sweep.language);
    return scenario.empty() ? words : fmt::format("{} ({})", words, scenario);
}

std::vector<std::string> sentences_about_luck(const Sweep& sweep, std::size_t outcome) {
    const double luck = share_of_luck(sweep, outcome);
    if (std::isnan(luck)) return {say(sweep, Word::a_no_luck)};
    return {
        say(sweep, Word::a_luck, percent_in(sweep, luck), number_in(sweep, static_cast<double>(sweep.replicates())))};
}

Finding summary_finding(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings) {
    require_valid(settings);
    Finding finding;
    finding.title = finding_title(sweep, outcome);
    Table table{{"scenario", "outcome", "point"}, {}, "summary", say(sweep, Word::a_summary_table)};
    for (const std::string& input : sweep.inputs) table.columns.push_back(input);
    for (const char* column : {"replicates", "mean", "mean_low", "mean_high", "p05", "p25", "p50", "p75", "p95"})
        table.columns.emplace_back(column);
    std::size_t missing = 0;
    for (Eigen::Index point = 0; point < sweep.points.rows(); ++point) {
        std::vector<double> values = finite_row(sweep.values[outcome], point);
        missing += sweep.replicates() - values.size();
        const Estimate mean = mean_interval(values, settings);
        std::sort(values.begin(), values.end());
        std::vector<Cell> row = {sweep.scenarios.front(), sweep.outcomes[outcome], static_cast<double>(point)};
        for (Eigen::Index input = 0; input < sweep.points.cols(); ++input) row.emplace_back(sweep.points(point, input));
        row.emplace_back(static_cast<double>(values.size()));
        for (const double number : {mean.value, mean.low, mean.high}) row.emplace_back(number);
        for (const double share : {0.05, 0.25, 0.5, 0.75, 0.95}) row.emplace_back(quantile_of_sorted(values, share));
        table.rows.push_back(std::move(row));
    }
    finding.tables.push_back(std::move(table));
    const std::vector<double> means = sorted_known(point_means(sweep, outcome));
    finding.sentences.push_back(say(sweep, Word::a_means, number_in(sweep, static_cast<double>(means.size())),
                                    number_in(sweep, quantile_of_sorted(means, 0.5)),
                                    number_in(sweep, quantile_of_sorted(means, 0.05)),
                                    number_in(sweep, quantile_of_sorted(means, 0.95))));
    if (missing > 0)
        finding.sentences.push_back(say(sweep, Word::a_runs_missing, number_in(sweep, static_cast<double>(missing))));
    for (const std::string& sentence : sentences_about_luck(sweep, outcome)) finding.sentences.push_back(sentence);
    return finding;
}

Condition read_condition(const Sweep& sweep, std::string_view text) {
    const std::size_t at = text.find_first_of("<>");
    if (at == std::string_view::npos || at == 0)
        throw InputError(fmt::format("{}: no condition; expected for example '{} < 400' or '... >= p75'", text,
                                     sweep.outcomes.empty() ? "in_use.social.2029-12" : sweep.outcomes.front()));
    const bool equal = at + 1 < text.size() && text[at + 1] == '=';
    Condition condition;
    condition.comparison = std::string(text.substr(at, equal ? 2 : 1));
    condition.outcome = outcome_position(sweep, trimmed(text.substr(0, at)));
    condition.limit = limit_of(sweep, condition.outcome, trimmed(text.substr(at + condition.comparison.size())), text);
    condition.words =
        fmt::format("{} {} {:.6g}", sweep.outcomes[condition.outcome], condition.comparison, condition.limit);
    return condition;
}

std::vector<bool> meets(const Sweep& sweep, const Condition& condition) {
    std::vector<bool> met;
    for (const double mean : point_means(sweep, condition.outcome)) {
        const bool beyond = condition.comparison[0] == '<' ? mean < condition.limit : mean > condition.limit;
        met.push_back(beyond || (condition.comparison.size() == 2 && mean == condition.limit));
    }
    return met;
}

}  // namespace algemeente::analysis

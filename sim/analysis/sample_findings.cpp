// Sensitivity from any sample: PAWN, delta, and scores in trees.
#include "analysis/distributions.h"
#include "analysis/drawings.h"
#include "analysis/finding_parts.h"
#include "analysis/trees.h"

#include "present/words/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace algemeente::analysis {

using present::Word;

namespace {

constexpr std::size_t most_bars = 30;  // more make no drawing; the table has them all

/// What an analysis is called and drawn with.
struct SampleIndex {
    std::string name;  ///< of the table and its file
    Word bars;
    std::size_t fewest = 0;  ///< points with a result
};

const SampleIndex pawn_index{"pawn", Word::a_pawn_bars, 100};
const SampleIndex delta_index{"delta", Word::a_delta_bars, 100};
const SampleIndex tree_index{"trees", Word::a_trees_bars, 20};

/// Positions in order of falling value; what does not exist comes last.
std::vector<std::size_t> by_value(const std::vector<Estimate>& estimates) {
    std::vector<std::size_t> order(estimates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto value = [&estimates](std::size_t i) {
        return std::isnan(estimates[i].value) ? -std::numeric_limits<double>::infinity() : estimates[i].value;
    };
    std::stable_sort(order.begin(), order.end(),
                     [&value](std::size_t one, std::size_t other) { return value(one) > value(other); });
    return order;
}

Table index_table(const Sweep& sweep, std::size_t outcome, const SampleIndex& index,
                  const std::vector<Estimate>& estimates) {
    Table table{{"scenario", "outcome", "input", "value", "low", "high", "remark"},
                {},
                index.name,
                say(sweep, Word::a_sample_table)};
    for (const std::size_t i : by_value(estimates))
        table.rows.push_back({sweep.scenarios.front(), sweep.outcomes[outcome], sweep.inputs[i], estimates[i].value,
                              estimates[i].low, estimates[i].high,
                              std::string(std::isnan(estimates[i].value) ? "does not vary" : "")});
    return table;
}

/// "Capacity (0.5), Ideas (0.3), Effort (0.1)": up to three.
std::string largest(const Sweep& sweep, const std::vector<Estimate>& estimates) {
    const std::vector<std::string> names = input_words_of(sweep);
    std::string words;
    std::size_t count = 0;
    for (const std::size_t i : by_value(estimates)) {
        if (count++ == 3 || std::isnan(estimates[i].value)) break;
        words += fmt::format("{}{} ({})", words.empty() ? "" : ", ", names[i], number_in(sweep, estimates[i].value));
    }
    return words.empty() ? "–" : words;
}

/// What all three have in common, with the sentences and the caption that are their own.
Finding index_finding(const Sweep& sweep, std::size_t outcome, const SampleIndex& index,
                      const std::vector<Estimate>& estimates, std::vector<std::string> sentences, std::string caption) {
    Finding finding;
    finding.title = finding_title(sweep, outcome);
    finding.spread = relative_spread(sweep, outcome);
    finding.tables.push_back(index_table(sweep, outcome, index, estimates));
    finding.sentences.push_back(say(sweep, Word::a_sample_largest, largest(sweep, estimates)));
    append(finding.sentences, std::move(sentences));
    const auto points = static_cast<std::size_t>(sweep.points.rows());
    if (const std::size_t known = known_points(sweep, outcome); known < points)
        finding.sentences.push_back(
            say(sweep, Word::a_missing_points, present::count_words(points - known, sweep.language)));
    append(finding.sentences, sentences_about_runs(sweep, outcome));
    const std::vector<std::string> names = input_words_of(sweep);
    std::vector<BarRow> bars;
    for (const std::size_t i : by_value(estimates))
        if (bars.size() < most_bars && !std::isnan(estimates[i].value)) bars.push_back({names[i], {estimates[i]}});
    finding.drawings = {interval_bars_svg(say(sweep, index.bars), {index.name}, bars, sweep.language)};
    finding.caption = std::move(caption);
    return finding;
}

/// Nothing where the outcome can be analysed.
std::optional<Finding> nothing_to_analyse(const Sweep& sweep, std::size_t outcome, const SampleIndex& index) {
    const std::size_t known = known_points(sweep, outcome);
    if (known == 0 || is_constant(sweep, outcome)) return empty_finding(sweep, outcome, {{}, {}, index.name, {}});
    if (known >= index.fewest) return std::nullopt;
    Finding finding = empty_finding(sweep, outcome, {{}, {}, index.name, {}});
    finding.sentences.front() = say(sweep, Word::a_sample_few, present::count_words(known, sweep.language),
                                    present::count_words(index.fewest, sweep.language));
    return finding;
}

using Indices = DistributionIndices (*)(const Eigen::MatrixXd&, std::span<const double>, const BootstrapSettings&);

Finding distribution_finding(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings,
                             const SampleIndex& index, Indices indices) {
    require_valid(settings);
    if (std::optional<Finding> nothing = nothing_to_analyse(sweep, outcome, index)) return std::move(*nothing);
    const DistributionIndices found = indices(sweep.points, point_means(sweep, outcome), settings);
    const auto above = std::count_if(found.values.begin(), found.values.end(),
                                     [&found](const Estimate& one) { return one.low > found.of_nothing; });
    return index_finding(sweep, outcome, index, found.values,
                         {say(sweep, Word::a_sample_nothing, number_in(sweep, found.of_nothing),
                              present::count_words(static_cast<std::size_t>(above), sweep.language),
                              present::count_words(found.values.size(), sweep.language))},
                         say(sweep, Word::a_sample_caption, percent_in(sweep, settings.level)));
}

}  // namespace

Finding pawn_finding(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings) {
    return distribution_finding(sweep, outcome, settings, pawn_index, pawn_indices);
}

Finding delta_finding(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings) {
    return distribution_finding(sweep, outcome, settings, delta_index, delta_indices);
}

Finding trees_finding(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings) {
    constexpr double too_little = .3;
    if (std::optional<Finding> nothing = nothing_to_analyse(sweep, outcome, tree_index)) return std::move(*nothing);
    const TreeScores found =
        tree_scores(sweep.points, point_means(sweep, outcome), {.seed = settings.seed, .threads = 0});
    std::vector<std::string> sentences = {say(sweep, Word::a_trees_r2, percent_in(sweep, std::max(0.0, found.r2)))};
    if (found.r2 < too_little) sentences.push_back(say(sweep, Word::a_trees_little));
    return index_finding(sweep, outcome, tree_index, found.scores, std::move(sentences),
                         say(sweep, Word::a_trees_caption));
}

}  // namespace algemeente::analysis

#include "analysis/convergence.h"
#include "analysis/drawings.h"
#include "analysis/findings.h"
#include "analysis/sobol.h"

#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace algemeente::analysis {

namespace {

std::vector<std::size_t> by_total(const SobolIndices& indices) {
    std::vector<std::size_t> order(indices.total.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&indices](std::size_t one, std::size_t other) {
        return indices.total[one].value > indices.total[other].value;
    });
    return order;
}

void add_row(Table& table, const Sweep& sweep, std::size_t outcome, const std::string& input, std::string_view order,
             const Estimate& estimate, std::size_t base_points) {
    table.rows.push_back({sweep.scenarios.front(), sweep.outcomes[outcome], input, std::string(order), estimate.value,
                          estimate.low, estimate.high,
                          index_sentence(fmt::format("The {} effect of {}", order, input), estimate, base_points)});
}

Table table_of(const Sweep& sweep, std::size_t outcome, const SobolIndices& indices) {
    Table table{{"scenario", "outcome", "input", "index", "value", "low", "high", "remark"},
                {},
                "sobol",
                "Shares of the variance"};
    const std::vector<std::size_t> order = by_total(indices);
    for (const std::size_t i : order) {
        add_row(table, sweep, outcome, sweep.group_names[i], "first-order", indices.first[i], indices.base_points);
        add_row(table, sweep, outcome, sweep.group_names[i], "total", indices.total[i], indices.base_points);
    }
    for (std::size_t j = 0; j < indices.second.size(); ++j)
        for (std::size_t k = j + 1; k < indices.second.size(); ++k)
            add_row(table, sweep, outcome, fmt::format("{} x {}", sweep.group_names[j], sweep.group_names[k]),
                    "second-order", indices.second[j][k], indices.base_points);
    return table;
}

/// What stands out: interactions, sums that cannot be.
std::vector<std::string> sentences_of(const Sweep& sweep, std::size_t outcome, const SobolIndices& indices) {
    std::vector<std::string> sentences;
    if (indices.constant)
        return {"This outcome is the same in every run: nothing has any effect on it, and all indices are 0."};
    const double sum = std::accumulate(indices.first.begin(), indices.first.end(), 0.0,
                                       [](double so_far, const Estimate& one) { return so_far + one.value; });
    const std::size_t first = by_total(indices).front();
    sentences.push_back(
        fmt::format("{} matters most: {:.0f} % of the variance goes with it in some way ({:.0f} to "
                    "{:.0f} %).",
                    sweep.group_names[first], 100 * indices.total[first].value, 100 * indices.total[first].low,
                    100 * indices.total[first].high));
    if (sum > 1.02)
        sentences.push_back(
            fmt::format("The first-order effects add up to {:.2f}, more than the whole: the sample is "
                        "too small for the second digit.",
                        sum));
    else
        sentences.push_back(
            fmt::format("Inputs on their own explain about {:.0f} % of the variance; the rest is in how "
                        "they work together, and in what a finite sample misses.",
                        100 * std::max(0.0, sum)));
    if (indices.left_out > 0)
        sentences.push_back(
            fmt::format("{} base points are left out because a run of theirs is missing or failed.", indices.left_out));
    for (const std::string& sentence : sentences_about_luck(sweep, outcome)) sentences.push_back(sentence);
    return sentences;
}

/// How many of the remarks in the table there are, so that nobody overlooks them.
std::string sentence_about_remarks(const Table& table) {
    const auto remarks = std::count_if(table.rows.begin(), table.rows.end(), [](const std::vector<Cell>& row) {
        return !std::get<std::string>(row.back()).empty();
    });
    if (remarks == 0) return "All indices have converged, and none is negative.";
    return fmt::format(
        "{} of {} indices are negative or have not converged: the remark beside each says what to make "
        "of it.",
        remarks, table.rows.size());
}

/// What the intervals are worth.
std::string sentence_about_intervals(const SobolIndices& indices, const BootstrapSettings& settings) {
    if (indices.randomisations > 1)
        return fmt::format(
            "Intervals are taken between {} independent scramblings of the Sobol' sequence, and hold the truth about "
            "as often as they say.",
            indices.randomisations);
    return fmt::format(
        "Intervals are too wide: the bootstrap takes base points for independent draws, but points of one Sobol' "
        "sequence are more even than that. On a known function {:g} % intervals held the truth nearly always. "
        "randomisations = 16 in the experiment file shares the samples out over 16 scramblings, and gives intervals of "
        "the right width.",
        100 * settings.level);
}

}  // namespace

Finding sobol_finding(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings) {
    if (sweep.design != "saltelli")
        throw InputError(
            fmt::format("sobol: needs a sweep of design 'saltelli', this one is '{}'; 'analyse regression' "
                        "suits any design of many points",
                        sweep.design));
    const std::vector<double> means = point_means(sweep, outcome);
    const SobolIndices indices =
        sobol_indices(split_saltelli(means, sweep.groups.size(), sweep.second_order, sweep.randomisations), settings);
    Finding finding;
    finding.title = finding_title(sweep, outcome);
    finding.sentences = sentences_of(sweep, outcome, indices);
    finding.tables.push_back(table_of(sweep, outcome, indices));
    if (!indices.constant) {
        finding.sentences.push_back(sentence_about_remarks(finding.tables.front()));
        finding.sentences.push_back(sentence_about_intervals(indices, settings));
    }
    std::vector<BarRow> bars;
    for (const std::size_t i : by_total(indices))
        bars.push_back({sweep.group_names[i], {indices.first[i], indices.total[i]}});
    finding.drawings.push_back(interval_bars_svg("Share of the variance", {"alone", "in all"}, bars));
    finding.caption = fmt::format(
        "Sobol' indices from {} base points, with {:g} % intervals {}.", indices.base_points, 100 * settings.level,
        indices.randomisations > 1
            ? fmt::format("between {} independent scramblings (Student's t)", indices.randomisations)
            : "by the bootstrap");
    return finding;
}

}  // namespace algemeente::analysis

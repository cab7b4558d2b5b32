#include "analysis/convergence.h"
#include "analysis/drawings.h"
#include "analysis/finding_parts.h"
#include "analysis/sobol.h"

#include "present/words/months.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace algemeente::analysis {

using present::Word;

namespace {

std::vector<std::size_t> by_total(const SobolIndices& indices) {
    std::vector<std::size_t> order(indices.total.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&indices](std::size_t one, std::size_t other) {
        return indices.total[one].value > indices.total[other].value;
    });
    return order;
}

/// An index, for the file and for people.
struct Index {
    std::string name;
    std::string words;
    std::string_view order;
    Estimate estimate;
};

std::vector<Index> rows_of(const Sweep& sweep, const SobolIndices& indices) {
    std::vector<Index> rows;
    for (const std::size_t i : by_total(indices)) {
        const std::string& name = sweep.group_names[i];
        const std::string words = words_of_group(sweep, i);
        rows.push_back({name, words, "first-order", indices.first[i]});
        rows.push_back({name, words, "total", indices.total[i]});
    }
    for (std::size_t j = 0; j < indices.second.size(); ++j)
        for (std::size_t k = j + 1; k < indices.second.size(); ++k)
            rows.push_back({fmt::format("{} x {}", sweep.group_names[j], sweep.group_names[k]),
                            fmt::format("{} × {}", words_of_group(sweep, j), words_of_group(sweep, k)), "second-order",
                            indices.second[j][k]});
    return rows;
}

constexpr std::size_t remark_column = 7;

double samples_needed(const Estimate& estimate, std::size_t base_points) {
    if (!(estimate.width() > widest_converged)) return std::numeric_limits<double>::quiet_NaN();
    return static_cast<double>(samples_for(base_points, estimate.width(), widest_converged));
}

Table table_for_file(const Sweep& sweep, std::size_t outcome, const SobolIndices& indices) {
    Table table{{"scenario", "outcome", "input", "index", "value", "low", "high", "remark", "samples_needed"},
                {},
                "sobol",
                say(sweep, Word::a_shares_table)};
    for (const Index& index : rows_of(sweep, indices)) {
        // a variance of nothing has no shares
        const Estimate estimate =
            indices.constant ? bare_estimate(std::numeric_limits<double>::quiet_NaN()) : index.estimate;
        table.rows.push_back({sweep.scenarios.front(), sweep.outcomes[outcome], index.name, std::string(index.order),
                              estimate.value, estimate.low, estimate.high,
                              indices.constant ? "constant outcome" : index_remark(estimate),
                              samples_needed(estimate, indices.base_points)});
    }
    return table;
}

/// The same with names in words.
Table table_for_people(const Sweep& sweep, const Table& table, const SobolIndices& indices) {
    Table shown{{"input", "index", "value", "low", "high", "remark", "samples_needed"}, {}, table.name, table.title};
    const std::vector<Index> rows = rows_of(sweep, indices);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::vector<Cell>& row = table.rows[i];
        shown.rows.push_back({rows[i].words, row[3], row[4], row[5], row[6], row[7], row[8]});
    }
    return shown;
}

/// What to make of the largest index, where there is something to make of it.
std::vector<std::string> sentence_about_largest(const Sweep& sweep, const SobolIndices& indices) {
    const std::size_t first = by_total(indices).front();
    const std::string effect =
        say(sweep, Word::a_effect_of, say(sweep, Word::a_total_effect), words_of_group(sweep, first));
    std::string sentence =
        index_sentence(present::upper_first(effect), indices.total[first], indices.base_points, sweep.language);
    if (sentence.empty()) return {};
    return {std::move(sentence)};
}

/// What stands out: interactions, sums that cannot be.
std::vector<std::string> sentences_of(const Sweep& sweep, std::size_t outcome, const SobolIndices& indices) {
    std::vector<std::string> sentences;
    const double sum = std::accumulate(indices.first.begin(), indices.first.end(), 0.0,
                                       [](double so_far, const Estimate& one) { return so_far + one.value; });
    const std::size_t first = by_total(indices).front();
    sentences.push_back(say(sweep, Word::a_matters_most, words_of_group(sweep, first),
                            percent_in(sweep, indices.total[first].value), percent_in(sweep, indices.total[first].low),
                            percent_in(sweep, indices.total[first].high)));
    sentences.push_back(sum > 1.02 ? say(sweep, Word::a_sum_above_one, number_in(sweep, sum))
                                   : say(sweep, Word::a_alone, percent_in(sweep, std::max(0.0, sum))));
    if (indices.left_out > 0)
        sentences.push_back(
            say(sweep, Word::a_missing_base_points, number_in(sweep, static_cast<double>(indices.left_out))));
    append(sentences, sentences_about_runs(sweep, outcome));
    return sentences;
}

/// How many of the remarks in the table there are, so that nobody overlooks them.
std::string sentence_about_remarks(const Sweep& sweep, const Table& table) {
    const auto remarks = std::count_if(table.rows.begin(), table.rows.end(), [](const std::vector<Cell>& row) {
        return !std::get<std::string>(row[remark_column]).empty();
    });
    if (remarks == 0) return say(sweep, Word::a_all_converged);
    return say(sweep, Word::a_remarks, number_in(sweep, static_cast<double>(remarks)),
               number_in(sweep, static_cast<double>(table.rows.size())));
}

/// What the intervals are worth.
std::string sentence_about_intervals(const Sweep& sweep, const SobolIndices& indices,
                                     const BootstrapSettings& settings) {
    if (indices.randomisations > 1)
        return say(sweep, Word::a_between_scramblings, number_in(sweep, static_cast<double>(indices.randomisations)));
    return say(sweep, Word::a_too_wide, percent_in(sweep, settings.level));
}

}  // namespace

Finding sobol_finding(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings) {
    if (sweep.design != "saltelli")
        throw InputError(
            fmt::format("sobol: needs a sweep of design 'saltelli', this one is '{}'; 'analyse regression' "
                        "suits any design of many points",
                        sweep.design));
    const SaltelliOutputs outputs =
        split_saltelli(point_means(sweep, outcome), sweep.groups.size(), sweep.second_order, sweep.randomisations);
    if (known_points(sweep, outcome) == 0) return empty_finding(sweep, outcome, {{}, {}, "sobol", {}});
    if (outputs.a.size() < 2 && outputs.left_out > 0)
        return incomplete_finding(sweep, outcome, Word::a_missing_base_points, outputs.left_out, {{}, {}, "sobol", {}});
    const SobolIndices indices = sobol_indices(outputs, settings);
    if (indices.constant) return empty_finding(sweep, outcome, table_for_file(sweep, outcome, indices));
    Finding finding;
    finding.title = finding_title(sweep, outcome);
    finding.spread = relative_spread(sweep, outcome);
    finding.sentences = sentences_of(sweep, outcome, indices);
    finding.tables.push_back(table_for_file(sweep, outcome, indices));
    finding.shown.push_back(table_for_people(sweep, finding.tables.front(), indices));
    append(finding.sentences, sentence_about_largest(sweep, indices));
    finding.sentences.push_back(sentence_about_remarks(sweep, finding.tables.front()));
    finding.sentences.push_back(sentence_about_intervals(sweep, indices, settings));
    std::vector<BarRow> bars;
    for (const std::size_t i : by_total(indices))
        bars.push_back({words_of_group(sweep, i), {indices.first[i], indices.total[i]}});
    finding.drawings.push_back(interval_bars_svg(say(sweep, Word::a_sobol_bars),
                                                 {say(sweep, Word::a_bar_alone), say(sweep, Word::a_bar_in_all)}, bars,
                                                 sweep.language));
    const std::string points = number_in(sweep, static_cast<double>(indices.base_points));
    const std::string level = percent_in(sweep, settings.level);
    finding.caption = indices.randomisations > 1 ? say(sweep, Word::a_sobol_caption_many, points, level,
                                                       number_in(sweep, static_cast<double>(indices.randomisations)))
                                                 : say(sweep, Word::a_sobol_caption, points, level);
    return finding;
}

}  // namespace algemeente::analysis

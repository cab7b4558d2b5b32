// Morris, regression, and how both and Sobol' indices settle as the sample grows.
#include "analysis/convergence.h"
#include "analysis/drawings.h"
#include "analysis/findings.h"
#include "analysis/morris.h"
#include "analysis/regression.h"
#include "analysis/sobol.h"

#include "present/words/months.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace algemeente::analysis {

using present::Word;

namespace {

ElementaryEffects effects_of(const Sweep& sweep, std::size_t outcome) {
    return elementary_effects(unit_points(sweep), point_means(sweep, outcome), sweep.groups);
}

/// Positions in order of falling size.
std::vector<std::size_t> by_size(const std::vector<Estimate>& estimates) {
    std::vector<std::size_t> order(estimates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&estimates](std::size_t one, std::size_t other) {
        return std::abs(estimates[one].value) > std::abs(estimates[other].value);
    });
    return order;
}

std::vector<Estimate> mu_stars(const std::vector<MorrisIndex>& indices) {
    std::vector<Estimate> sizes;
    for (const MorrisIndex& index : indices) sizes.push_back(index.mu_star);
    return sizes;
}

/// How an effect behaves, after Garcia Sanchez et al. 2014: sigma / mu* parts linear, monotonic and bent effects.
std::string_view character_of(const MorrisIndex& index) {
    if (std::isnan(index.sigma)) return "a group";
    if (index.mu_star.value == 0) return "no effect";
    const double ratio = index.sigma / index.mu_star.value;
    const double one_way = std::abs(index.mu) / index.mu_star.value;
    if (ratio < 0.1) return "nearly linear";
    if (ratio < 0.5) return "one way, little bent";
    return one_way > 0.9 ? "one way, bent or interacting" : "both ways: depends on the other inputs";
}

void add_regression_rows(Table& table, const Sweep& sweep, std::size_t outcome, std::string_view kind,
                         const Regression& found) {
    for (const std::size_t i : by_size(found.coefficients)) {
        const Estimate& estimate = found.coefficients[i];
        table.rows.push_back({sweep.scenarios.front(), sweep.outcomes[outcome], sweep.inputs[i], std::string(kind),
                              estimate.value, estimate.low, estimate.high, found.r2});
    }
}

void add_regression_sentences(std::vector<std::string>& sentences, const Sweep& sweep, const Regression& values,
                              const Regression& ranks) {
    if (values.constant) {
        sentences.push_back(say(sweep, Word::a_constant));
        return;
    }
    sentences.push_back(say(sweep, Word::a_plane, percent_in(sweep, values.r2), percent_in(sweep, ranks.r2)));
    if (std::max(values.r2, ranks.r2) < 0.7)
        sentences.push_back(say(sweep, Word::a_too_little));
    else if (ranks.r2 > values.r2 + 0.1)
        sentences.push_back(say(sweep, Word::a_ranks_more));
    if (values.entangled) sentences.push_back(say(sweep, Word::a_entangled));
    for (std::size_t i = 0; i < sweep.inputs.size(); ++i)
        if (!values.varies[i]) sentences.push_back(say(sweep, Word::a_does_not_vary, sweep.inputs[i]));
}

/// The number that the design is made for, from the first `size` samples.
struct Growing {
    std::string what;   ///< as the files call it
    std::string words;  ///< as people read it
    std::vector<std::string> names;
    std::size_t total = 0;
    std::size_t least = 0;
    std::function<std::vector<Estimate>(std::size_t)> estimates;
};

Growing growing_indices(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings) {
    if (sweep.design == "saltelli") {
        const SaltelliOutputs outputs =
            split_saltelli(point_means(sweep, outcome), sweep.groups.size(), sweep.second_order, sweep.randomisations);
        return {
            "total effect",
            say(sweep, Word::a_total_effect),
            sweep.group_names,
            static_cast<std::size_t>(outputs.a.size()),
            8,
            [outputs, settings](std::size_t size) { return sobol_indices(first_rows(outputs, size), settings).total; }};
    }
    if (sweep.design == "morris") {
        const ElementaryEffects effects = effects_of(sweep, outcome);
        return {"mu*",
                "mu*",
                sweep.group_names,
                static_cast<std::size_t>(effects.effects.rows()),
                3,
                [effects, settings](std::size_t size) {
                    ElementaryEffects part = effects;
                    part.effects.conservativeResize(static_cast<Eigen::Index>(size), Eigen::NoChange);
                    return mu_stars(morris_indices(part, settings));
                }};
    }
    const std::vector<double> means = point_means(sweep, outcome);
    return {"standardised coefficient",
            say(sweep, Word::a_coefficient),
            sweep.inputs,
            means.size(),
            3 * sweep.inputs.size() + 3,
            [&sweep, means, settings](std::size_t size) {
                // points at random, because the first ones of a full factorial are all in one corner
                std::vector<std::size_t> rows(size);
                draw_subset(settings.seed, 0, means.size(), rows);
                std::vector<double> outputs;
                for (const std::size_t row : rows) outputs.push_back(means[row]);
                const Eigen::MatrixXd points = sweep.points(rows, Eigen::all);
                return regression(points, outputs, RegressionKind::values, settings).coefficients;
            }};
}

std::vector<std::string> convergence_sentences(const Sweep& sweep, const Growing& growing,
                                               const std::vector<ConvergenceStep>& steps) {
    std::vector<std::string> sentences;
    const ConvergenceStep& last = steps.back();
    const bool share = growing.what != "mu*";
    double largest = 0;
    for (const Estimate& estimate : last.estimates) largest = std::max(largest, std::abs(estimate.value));
    // mu* has the unit of the outcome: there the widest interval is judged against the largest effect
    const double widest = share ? widest_converged : widest_converged * largest;
    for (std::size_t i = 0; i < growing.names.size(); ++i) {
        const Estimate& estimate = last.estimates[i];
        if (estimate.width() <= widest) continue;
        sentences.push_back(present::upper_first(
            say(sweep, Word::a_not_converged, growing.words, growing.names[i], number_in(sweep, estimate.low),
                number_in(sweep, estimate.high), number_in(sweep, static_cast<double>(last.size)),
                number_in(sweep, static_cast<double>(samples_for(last.size, estimate.width(), widest))))));
    }
    if (sentences.empty())
        sentences.push_back(
            say(sweep, share ? Word::a_converged : Word::a_converged_largest, number_in(sweep, widest_converged)));
    if (steps.size() > 1) {
        const auto before = by_size(steps[steps.size() - 2].estimates);
        sentences.push_back(before.front() == by_size(last.estimates).front()
                                ? say(sweep, Word::a_half_same, growing.names[before.front()])
                                : say(sweep, Word::a_half_other));
    }
    return sentences;
}

/// Which inputs stand out, how many hardly count, and how far the order can be trusted.
std::vector<std::string> morris_sentences(const Sweep& sweep, const std::vector<MorrisIndex>& indices,
                                          const std::vector<std::size_t>& order, Eigen::Index trajectories) {
    constexpr double hardly = .1;
    const double largest = indices[order.front()].mu_star.value;
    const auto few = std::count_if(indices.begin(), indices.end(),
                                   [&](const MorrisIndex& index) { return index.mu_star.value < hardly * largest; });
    std::string first;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, order.size()); ++i)
        first += fmt::format("{}{} ({})", i == 0 ? "" : ", ", sweep.group_names[order[i]],
                             number_in(sweep, indices[order[i]].mu_star.value));
    std::vector<std::string> sentences = {say(sweep, Word::a_largest_effects, first,
                                              number_in(sweep, static_cast<double>(few)),
                                              number_in(sweep, static_cast<double>(indices.size())))};
    std::size_t alike = 0;  // that the first may change places with
    while (alike + 1 < order.size() && indices[order[alike + 1]].mu_star.high >= indices[order.front()].mu_star.low)
        ++alike;
    if (alike > 0)
        sentences.push_back(say(sweep, Word::a_rough_order, number_in(sweep, static_cast<double>(trajectories)),
                                number_in(sweep, static_cast<double>(alike))));
    return sentences;
}

}  // namespace

Finding morris_finding(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings) {
    if (sweep.design != "morris")
        throw InputError(fmt::format("morris: needs a sweep of design 'morris', this one is '{}'", sweep.design));
    const ElementaryEffects effects = effects_of(sweep, outcome);
    const std::vector<MorrisIndex> indices = morris_indices(effects, settings);
    Finding finding;
    finding.title = finding_title(sweep, outcome);
    Table table{{"scenario", "outcome", "input", "mu_star", "low", "high", "mu", "sigma", "character"},
                {},
                "morris",
                say(sweep, Word::a_morris_table)};
    Scatter scatter{
        say(sweep, Word::a_morris_scatter), say(sweep, Word::a_mean_size), say(sweep, Word::a_sigma), false, true, {}};
    std::vector<BarRow> bars;
    const std::vector<std::size_t> order = by_size(mu_stars(indices));
    for (const std::size_t i : order) {
        const MorrisIndex& index = indices[i];
        table.rows.push_back({sweep.scenarios.front(), sweep.outcomes[outcome], sweep.group_names[i],
                              index.mu_star.value, index.mu_star.low, index.mu_star.high, index.mu, index.sigma,
                              std::string(character_of(index))});
        scatter.spots.push_back({index.mu_star.value, index.sigma, sweep.group_names[i], bars.size() < 10});
        bars.push_back({sweep.group_names[i], {index.mu_star}});
    }
    bars.resize(std::min<std::size_t>(bars.size(), 30));
    finding.tables.push_back(std::move(table));
    finding.drawings = {interval_bars_svg(say(sweep, Word::a_morris_bars), {"mu*"}, bars, sweep.language),
                        scatter_svg(scatter, sweep.language)};
    finding.caption = say(sweep, Word::a_morris_caption, number_in(sweep, static_cast<double>(effects.effects.rows())),
                          percent_in(sweep, settings.level));
    if (indices[order.front()].mu_star.value == 0)
        finding.sentences.push_back(say(sweep, Word::a_never_moves));
    else
        for (std::string& sentence : morris_sentences(sweep, indices, order, effects.effects.rows()))
            finding.sentences.push_back(std::move(sentence));
    if (effects.left_out > 0)
        finding.sentences.push_back(
            say(sweep, Word::a_missing_trajectories, number_in(sweep, static_cast<double>(effects.left_out))));
    for (const std::string& sentence : sentences_about_luck(sweep, outcome)) finding.sentences.push_back(sentence);
    return finding;
}

Finding regression_finding(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings) {
    const std::vector<double> means = point_means(sweep, outcome);
    const Regression values = regression(sweep.points, means, RegressionKind::values, settings);
    const Regression ranks = regression(sweep.points, means, RegressionKind::ranks, settings);
    Finding finding;
    finding.title = finding_title(sweep, outcome);
    Table table{{"scenario", "outcome", "input", "regression", "coefficient", "low", "high", "r2"},
                {},
                "regression",
                say(sweep, Word::a_coefficients_table)};
    add_regression_rows(table, sweep, outcome, "values", values);
    add_regression_rows(table, sweep, outcome, "ranks", ranks);
    finding.tables.push_back(std::move(table));
    add_regression_sentences(finding.sentences, sweep, values, ranks);
    std::vector<BarRow> bars;
    for (const std::size_t i : by_size(values.coefficients))
        bars.push_back({sweep.inputs[i], {values.coefficients[i], ranks.coefficients[i]}});
    bars.resize(std::min<std::size_t>(bars.size(), 30));
    finding.drawings.push_back(interval_bars_svg(say(sweep, Word::a_regression_bars),
                                                 {say(sweep, Word::a_values), say(sweep, Word::a_ranks)}, bars,
                                                 sweep.language));
    finding.caption = say(sweep, Word::a_regression_caption, number_in(sweep, static_cast<double>(values.points)),
                          percent_in(sweep, settings.level));
    for (const std::string& sentence : sentences_about_luck(sweep, outcome)) finding.sentences.push_back(sentence);
    return finding;
}

Finding convergence_finding(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings) {
    const Growing growing = growing_indices(sweep, outcome, settings);
    const std::vector<std::size_t> sizes = growing_sizes(growing.total, growing.least);
    const std::vector<ConvergenceStep> steps = converge(sizes, growing.estimates);
    Finding finding;
    finding.title = finding_title(sweep, outcome);
    Table table{{"scenario", "outcome", "input", "index", "samples", "value", "low", "high"},
                {},
                "convergence",
                present::upper_first(say(sweep, Word::a_growing_table, growing.words))};
    for (std::size_t i = 0; i < growing.names.size(); ++i)
        for (const ConvergenceStep& step : steps)
            table.rows.push_back({sweep.scenarios.front(), sweep.outcomes[outcome], growing.names[i], growing.what,
                                  static_cast<double>(step.size), step.estimates[i].value, step.estimates[i].low,
                                  step.estimates[i].high});
    finding.tables.push_back(std::move(table));
    finding.sentences = convergence_sentences(sweep, growing, steps);
    std::vector<GrowingLine> lines;
    for (const std::size_t i : by_size(steps.back().estimates)) {
        if (lines.size() == 8) break;  // more cannot be told apart
        GrowingLine line{growing.names[i], {}};
        for (const ConvergenceStep& step : steps) line.estimates.push_back(step.estimates[i]);
        lines.push_back(std::move(line));
    }
    finding.drawings.push_back(growing_lines_svg(present::upper_first(say(sweep, Word::a_growing_lines, growing.words)),
                                                 sizes, lines, sweep.language));
    finding.caption = say(sweep, Word::a_growing_caption, percent_in(sweep, settings.level),
                          number_in(sweep, static_cast<double>(lines.size())));
    return finding;
}

}  // namespace algemeente::analysis

// Morris, regression, and how both and Sobol' indices settle as the sample grows.
#include "analysis/convergence.h"
#include "analysis/drawings.h"
#include "analysis/findings.h"
#include "analysis/morris.h"
#include "analysis/regression.h"
#include "analysis/sobol.h"

#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace algemeente::analysis {

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

void add_regression_rows(ResultTable& table, const Sweep& sweep, std::size_t outcome, std::string_view kind,
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
        sentences.push_back("This outcome is the same in every run: nothing has any effect on it.");
        return;
    }
    sentences.push_back(
        fmt::format("A straight plane explains {:.0f} % of the variance between points, ranks {:.0f} %.",
                    100 * values.r2, 100 * ranks.r2));
    if (std::max(values.r2, ranks.r2) < 0.7)
        sentences.push_back(
            "That is too little to rank inputs by these coefficients alone: effects are bent both ways "
            "or depend on each other. Sobol' indices see those.");
    else if (ranks.r2 > values.r2 + 0.1)
        sentences.push_back("Ranks explain more: relations rise or fall throughout, but not in a straight line.");
    if (values.entangled)
        sentences.push_back("Some inputs move together in this design: their coefficients cannot be separated.");
    for (std::size_t i = 0; i < sweep.inputs.size(); ++i)
        if (!values.varies[i]) sentences.push_back(fmt::format("{} does not vary in this design.", sweep.inputs[i]));
}

/// The number that the design is made for, from the first `size` samples.
struct Growing {
    std::string what;
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
            "total effect", sweep.group_names, static_cast<std::size_t>(outputs.a.size()), 8,
            [outputs, settings](std::size_t size) { return sobol_indices(first_rows(outputs, size), settings).total; }};
    }
    if (sweep.design == "morris") {
        const ElementaryEffects effects = effects_of(sweep, outcome);
        return {"mu*", sweep.group_names, static_cast<std::size_t>(effects.effects.rows()), 3,
                [effects, settings](std::size_t size) {
                    ElementaryEffects part = effects;
                    part.effects.conservativeResize(static_cast<Eigen::Index>(size), Eigen::NoChange);
                    return mu_stars(morris_indices(part, settings));
                }};
    }
    const std::vector<double> means = point_means(sweep, outcome);
    return {"standardised coefficient", sweep.inputs, means.size(), 3 * sweep.inputs.size() + 3,
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

std::vector<std::string> convergence_sentences(const Growing& growing, const std::vector<ConvergenceStep>& steps) {
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
        sentences.push_back(
            fmt::format("The {} of {} has not converged: {:.3g} to {:.3g} with {} samples; about {} "
                        "would do.",
                        growing.what, growing.names[i], estimate.low, estimate.high, last.size,
                        samples_for(last.size, estimate.width(), widest)));
    }
    if (sentences.empty())
        sentences.push_back(fmt::format("All intervals are narrower than {}{}: converged.", widest_converged,
                                        share ? "" : " of the largest effect"));
    if (steps.size() > 1) {
        const auto before = by_size(steps[steps.size() - 2].estimates);
        sentences.push_back(
            before.front() == by_size(last.estimates).front()
                ? fmt::format("Half the sample puts the same input first: {}.", growing.names[before.front()])
                : "Half the sample puts another input first: do not trust the order yet.");
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
        first += fmt::format("{}{} ({:.3g})", i == 0 ? "" : ", ", sweep.group_names[order[i]],
                             indices[order[i]].mu_star.value);
    std::vector<std::string> sentences = {
        fmt::format("Largest mean effects: {}. {} of {} inputs have less than a tenth "
                    "of the largest.",
                    first, few, indices.size())};
    std::size_t alike = 0;  // that the first may change places with
    while (alike + 1 < order.size() && indices[order[alike + 1]].mu_star.high >= indices[order.front()].mu_star.low)
        ++alike;
    if (alike > 0)
        sentences.push_back(
            fmt::format("With {} trajectories the order is rough: the intervals of {} others reach that of the first.",
                        trajectories, alike));
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
    ResultTable table{"morris",
                      "Effect of each input over its whole range",
                      {"scenario", "outcome", "input", "mu_star", "low", "high", "mu", "sigma", "character"},
                      {}};
    Scatter scatter{"Size and irregularity of effects",
                    "mu*: mean size",
                    "up: sigma, how much it depends on the place",
                    false,
                    true,
                    {}};
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
    finding.drawings = {interval_bars_svg("Mean size of the effect (mu*)", {"mu*"}, bars), scatter_svg(scatter)};
    finding.caption = fmt::format(
        "{} trajectories; {:g} % bootstrap intervals. Dotted lines: sigma / mu* of 0.1, 0.5 and "
        "1, from nearly linear to bent or interacting. Dark: the ten largest.",
        effects.effects.rows(), 100 * settings.level);
    if (indices[order.front()].mu_star.value == 0)
        finding.sentences.push_back("This outcome never moves: no input has any effect on it.");
    else
        for (std::string& sentence : morris_sentences(sweep, indices, order, effects.effects.rows()))
            finding.sentences.push_back(std::move(sentence));
    if (effects.left_out > 0)
        finding.sentences.push_back(
            fmt::format("{} trajectories are left out because a run of theirs is missing or "
                        "failed.",
                        effects.left_out));
    for (const std::string& sentence : sentences_about_luck(sweep, outcome)) finding.sentences.push_back(sentence);
    return finding;
}

Finding regression_finding(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings) {
    const std::vector<double> means = point_means(sweep, outcome);
    const Regression values = regression(sweep.points, means, RegressionKind::values, settings);
    const Regression ranks = regression(sweep.points, means, RegressionKind::ranks, settings);
    Finding finding;
    finding.title = finding_title(sweep, outcome);
    ResultTable table{"regression",
                      "Standardised coefficients",
                      {"scenario", "outcome", "input", "regression", "coefficient", "low", "high", "r2"},
                      {}};
    add_regression_rows(table, sweep, outcome, "values", values);
    add_regression_rows(table, sweep, outcome, "ranks", ranks);
    finding.tables.push_back(std::move(table));
    add_regression_sentences(finding.sentences, sweep, values, ranks);
    std::vector<BarRow> bars;
    for (const std::size_t i : by_size(values.coefficients))
        bars.push_back({sweep.inputs[i], {values.coefficients[i], ranks.coefficients[i]}});
    bars.resize(std::min<std::size_t>(bars.size(), 30));
    finding.drawings.push_back(interval_bars_svg(
        "Standard deviations of the outcome per standard deviation of the input", {"values", "ranks"}, bars));
    finding.caption = fmt::format("{} points; {:g} % bootstrap intervals.", values.points, 100 * settings.level);
    for (const std::string& sentence : sentences_about_luck(sweep, outcome)) finding.sentences.push_back(sentence);
    return finding;
}

Finding convergence_finding(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings) {
    const Growing growing = growing_indices(sweep, outcome, settings);
    const std::vector<std::size_t> sizes = growing_sizes(growing.total, growing.least);
    const std::vector<ConvergenceStep> steps = converge(sizes, growing.estimates);
    Finding finding;
    finding.title = finding_title(sweep, outcome);
    ResultTable table{"convergence",
                      fmt::format("The {} from growing parts of the sample", growing.what),
                      {"scenario", "outcome", "input", "index", "samples", "value", "low", "high"},
                      {}};
    for (std::size_t i = 0; i < growing.names.size(); ++i)
        for (const ConvergenceStep& step : steps)
            table.rows.push_back({sweep.scenarios.front(), sweep.outcomes[outcome], growing.names[i], growing.what,
                                  static_cast<double>(step.size), step.estimates[i].value, step.estimates[i].low,
                                  step.estimates[i].high});
    finding.tables.push_back(std::move(table));
    finding.sentences = convergence_sentences(growing, steps);
    std::vector<GrowingLine> lines;
    for (const std::size_t i : by_size(steps.back().estimates)) {
        if (lines.size() == 8) break;  // more cannot be told apart
        GrowingLine line{growing.names[i], {}};
        for (const ConvergenceStep& step : steps) line.estimates.push_back(step.estimates[i]);
        lines.push_back(std::move(line));
    }
    finding.drawings.push_back(
        growing_lines_svg(fmt::format("The {} against the number of samples", growing.what), sizes, lines));
    finding.caption =
        fmt::format("Bands: {:g} % bootstrap intervals. The {} largest are drawn.", 100 * settings.level, lines.size());
    return finding;
}

}  // namespace algemeente::analysis

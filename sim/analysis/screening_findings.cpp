// Morris, regression, and how both and Sobol' indices settle as the sample grows.
#include "analysis/convergence.h"
#include "analysis/drawings.h"
#include "analysis/finding_parts.h"
#include "analysis/morris.h"
#include "analysis/regression.h"
#include "analysis/sobol.h"

#include "present/words/months.h"
#include "present/words/numbers.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <utility>

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
    const auto size = [&estimates](std::size_t i) {  // what does not exist comes last
        return std::isnan(estimates[i].value) ? -1 : std::abs(estimates[i].value);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&size](std::size_t one, std::size_t other) { return size(one) > size(other); });
    return order;
}

/// Intervals of few trajectories say nothing: they lie between the smallest and the largest effect there is.
std::vector<MorrisIndex> indices_of(const ElementaryEffects& effects, const BootstrapSettings& settings) {
    std::vector<MorrisIndex> indices = morris_indices(effects, settings);
    if (static_cast<std::size_t>(effects.effects.rows()) < fewest_for_interval(settings.level))
        for (MorrisIndex& index : indices) index.mu_star = bare_estimate(index.mu_star.value);
    return indices;
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

/// Why a coefficient is not there; nothing if it is.
std::string remark_on_coefficient(const Regression& found, std::size_t term) {
    if (found.constant) return "constant outcome";
    if (!found.varies[term]) return "does not vary";
    return found.separable[term] ? "" : "follows from other inputs";
}

void add_regression_rows(Table& table, const Sweep& sweep, std::size_t outcome, const std::vector<Term>& terms,
                         std::string_view kind, const Regression& found) {
    for (const std::size_t i : by_size(found.coefficients)) {
        const std::string remark = remark_on_coefficient(found, i);
        const Estimate estimate =
            remark.empty() ? found.coefficients[i] : bare_estimate(std::numeric_limits<double>::quiet_NaN());
        table.rows.push_back({sweep.scenarios.front(), sweep.outcomes[outcome], terms[i].name, std::string(kind),
                              estimate.value, estimate.low, estimate.high,
                              found.constant ? std::numeric_limits<double>::quiet_NaN() : found.r2, remark});
    }
}

/// Names of the terms for which `holds` is true, in words.
template <typename Holds>
std::string names_of(const Sweep& sweep, const std::vector<Term>& terms, const Holds& holds) {
    std::string names;
    for (std::size_t i = 0; i < terms.size(); ++i)
        if (holds(i)) names += (names.empty() ? "" : ", ") + words_of(sweep, terms[i].name, terms[i].members);
    return names;
}

/// "Capacity (0.5), Ideas (-0.3), Effort (0.1)": up to three that exist.
std::string largest_coefficients(const Sweep& sweep, const std::vector<Term>& terms, const Regression& found) {
    std::string words;
    std::size_t count = 0;
    for (const std::size_t i : by_size(found.coefficients)) {
        if (count++ == 3 || !remark_on_coefficient(found, i).empty()) break;
        words += fmt::format("{}{} ({})", words.empty() ? "" : ", ", words_of(sweep, terms[i].name, terms[i].members),
                             number_in(sweep, found.coefficients[i].value));
    }
    return words.empty() ? "–" : words;
}

std::vector<std::string> regression_sentences(const Sweep& sweep, std::size_t outcome, const std::vector<Term>& terms,
                                              const Regression& values, const Regression& ranks) {
    std::vector<std::string> sentences = {
        say(sweep, Word::a_largest_coefficients, largest_coefficients(sweep, terms, values)),
        say(sweep, Word::a_plane, percent_in(sweep, values.r2), percent_in(sweep, ranks.r2))};
    if (std::max(values.r2, ranks.r2) < 0.7)
        sentences.push_back(say(sweep, Word::a_too_little));
    else if (ranks.r2 > values.r2 + 0.1)
        sentences.push_back(say(sweep, Word::a_ranks_more));
    for (const Term& term : terms)
        if (term.members.size() > 1) {
            std::string members;
            for (const int input : term.members)
                members += (members.empty() ? "" : ", ") + input_words_of(sweep)[static_cast<std::size_t>(input)];
            sentences.push_back(say(sweep, Word::a_moves_in_step, members, term.name));
        }
    const std::string entangled = names_of(sweep, terms, [&](std::size_t i) { return !values.separable[i]; });
    if (!entangled.empty()) sentences.push_back(say(sweep, Word::a_not_separable, entangled));
    const std::string still = names_of(sweep, terms, [&](std::size_t i) { return !values.varies[i]; });
    if (!still.empty()) sentences.push_back(say(sweep, Word::a_does_not_vary, still));
    const auto points = static_cast<std::size_t>(sweep.points.rows());
    if (values.points < points)
        sentences.push_back(
            say(sweep, Word::a_missing_points, present::count_words(points - values.points, sweep.language)));
    append(sentences, sentences_about_runs(sweep, outcome));
    return sentences;
}

/// Whether points without this outcome leave too few for the coefficients of so many terms.
bool too_few_points(const Sweep& sweep, std::size_t outcome, std::size_t terms) {
    const std::size_t known = known_points(sweep, outcome);
    return known < static_cast<std::size_t>(sweep.points.rows()) && known <= terms + 1;
}

Finding finding_with_too_few_points(const Sweep& sweep, std::size_t outcome, std::size_t terms, Table table) {
    Finding finding = empty_finding(sweep, outcome, std::move(table));
    finding.sentences.front() =
        say(sweep, Word::a_few_points, present::count_words(known_points(sweep, outcome), sweep.language),
            present::count_words(static_cast<std::size_t>(sweep.points.rows()), sweep.language),
            present::count_words(terms, sweep.language));
    return finding;
}

constexpr std::size_t most_bars = 30;  // more make no drawing; the table has them all

/// The number that the design is made for, from the first `size` samples.
struct Growing {
    std::string what;                ///< as the files call it
    std::string words;               ///< as people read it
    std::vector<std::string> names;  ///< of files
    std::vector<std::string> name_words;
    std::size_t total = 0;
    std::size_t least = 0;
    std::function<std::vector<Estimate>(std::size_t)> estimates;
};

std::vector<std::string> words_of_groups(const Sweep& sweep) {
    std::vector<std::string> words;
    for (std::size_t group = 0; group < sweep.groups.size(); ++group) words.push_back(words_of_group(sweep, group));
    return words;
}

Growing growing_coefficients(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings) {
    const std::vector<Term> terms = terms_of(sweep);
    Growing growing{"standardised coefficient", say(sweep, Word::a_coefficient), {}, {}, 0, 3 * terms.size() + 3, {}};
    for (const Term& term : terms) {
        growing.names.push_back(term.name);
        growing.name_words.push_back(words_of(sweep, term.name, term.members));
    }
    const std::vector<double> means = point_means(sweep, outcome);
    std::vector<std::size_t> known;
    for (std::size_t point = 0; point < means.size(); ++point)
        if (std::isfinite(means[point])) known.push_back(point);
    growing.total = known.size();
    growing.estimates = [all = term_points(sweep, terms), known, means, settings](std::size_t size) {
        // points at random, because the first ones of a full factorial are all in one corner
        std::vector<std::size_t> rows(size);
        draw_subset(settings.seed, 0, known.size(), rows);
        std::vector<double> outputs;
        for (std::size_t& row : rows) {
            row = known[row];
            outputs.push_back(means[row]);
        }
        const Eigen::MatrixXd points = all(rows, Eigen::all);
        return regression(points, outputs, RegressionKind::values, settings).coefficients;
    };
    return growing;
}

Growing growing_indices(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings) {
    if (sweep.design == "saltelli") {
        const SaltelliOutputs outputs =
            split_saltelli(point_means(sweep, outcome), sweep.groups.size(), sweep.second_order, sweep.randomisations);
        return {
            "total effect",
            say(sweep, Word::a_total_effect),
            sweep.group_names,
            words_of_groups(sweep),
            static_cast<std::size_t>(outputs.a.size()),
            8,
            [outputs, settings](std::size_t size) { return sobol_indices(first_rows(outputs, size), settings).total; }};
    }
    if (sweep.design == "morris") {
        const ElementaryEffects effects = effects_of(sweep, outcome);
        return {"mu*",
                "mu*",
                sweep.group_names,
                words_of_groups(sweep),
                static_cast<std::size_t>(effects.effects.rows()),
                3,
                [effects, settings](std::size_t size) {
                    ElementaryEffects part = effects;
                    part.effects.conservativeResize(static_cast<Eigen::Index>(size), Eigen::NoChange);
                    return mu_stars(indices_of(part, settings));
                }};
    }
    return growing_coefficients(sweep, outcome, settings);
}

std::vector<std::string> convergence_sentences(const Sweep& sweep, const Growing& growing,
                                               const std::vector<ConvergenceStep>& steps) {
    std::vector<std::string> sentences;
    const ConvergenceStep& last = steps.back();
    const bool share = growing.what != "mu*";
    double largest = 0;
    for (const Estimate& estimate : last.estimates)
        if (std::isfinite(estimate.value)) largest = std::max(largest, std::abs(estimate.value));
    // mu* has the unit of the outcome: there the widest interval is judged against the largest effect
    const double widest = share ? widest_converged : widest_converged * largest;
    std::string unknown;
    bool without_interval = false;
    std::vector<std::size_t> unsettled;
    for (std::size_t i = 0; i < growing.names.size(); ++i) {
        const Estimate& estimate = last.estimates[i];
        if (std::isnan(estimate.value))
            unknown += (unknown.empty() ? "" : ", ") + growing.name_words[i];
        else if (!std::isfinite(estimate.width()))
            without_interval = true;
        else if (estimate.width() > widest)
            unsettled.push_back(i);
    }
    std::stable_sort(unsettled.begin(), unsettled.end(), [&last](std::size_t one, std::size_t other) {
        return last.estimates[one].width() > last.estimates[other].width();
    });
    constexpr std::size_t most = 3;  // more are in the table
    if (unsettled.size() > most)
        sentences.push_back(say(sweep, Word::a_many_not_converged,
                                present::count_words(unsettled.size(), sweep.language),
                                present::count_words(growing.names.size(), sweep.language)));
    for (std::size_t place = 0; place < std::min(most, unsettled.size()); ++place) {
        const Estimate& estimate = last.estimates[unsettled[place]];
        sentences.push_back(present::upper_first(
            say(sweep, Word::a_not_converged, growing.words, growing.name_words[unsettled[place]],
                number_in(sweep, estimate.low), number_in(sweep, estimate.high),
                number_in(sweep, static_cast<double>(last.size)),
                number_in(sweep, static_cast<double>(samples_for(last.size, estimate.width(), widest))))));
    }
    if (sentences.empty() && !without_interval)
        sentences.push_back(
            say(sweep, share ? Word::a_converged : Word::a_converged_largest, number_in(sweep, widest_converged)));
    if (!unknown.empty()) sentences.push_back(say(sweep, Word::a_not_separable, unknown));
    if (steps.size() > 1) {
        const auto before = by_size(steps[steps.size() - 2].estimates);
        sentences.push_back(before.front() == by_size(last.estimates).front()
                                ? say(sweep, Word::a_half_same, growing.name_words[before.front()])
                                : say(sweep, Word::a_half_other));
    }
    return sentences;
}

Table morris_table(const Sweep& sweep, std::size_t outcome, const std::vector<MorrisIndex>& indices) {
    Table table{{"scenario", "outcome", "input", "mu_star", "low", "high", "mu", "sigma", "character", "remark"},
                {},
                "morris",
                say(sweep, Word::a_in_unit, say(sweep, Word::a_morris_table), unit_of(sweep, outcome))};
    for (const std::size_t i : by_size(mu_stars(indices))) {
        const MorrisIndex& index = indices[i];
        table.rows.push_back(
            {sweep.scenarios.front(), sweep.outcomes[outcome], sweep.group_names[i], index.mu_star.value,
             index.mu_star.low, index.mu_star.high, index.mu, index.sigma, std::string(character_of(index)),
             std::string(std::isnan(index.mu_star.low) ? "too few trajectories for an interval" : "")});
    }
    return table;
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
        first += fmt::format("{}{} ({})", i == 0 ? "" : ", ", words_of_group(sweep, order[i]),
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
    if (known_points(sweep, outcome) == 0) return empty_finding(sweep, outcome, {{}, {}, "morris", {}});
    if (effects.effects.rows() < 2 && effects.left_out > 0)
        return incomplete_finding(sweep, outcome, Word::a_missing_trajectories, effects.left_out,
                                  {{}, {}, "morris", {}});
    const std::vector<MorrisIndex> indices = indices_of(effects, settings);
    Table table = morris_table(sweep, outcome, indices);
    if (is_constant(sweep, outcome)) return empty_finding(sweep, outcome, std::move(table));
    Finding finding;
    finding.title = finding_title(sweep, outcome);
    finding.spread = relative_spread(sweep, outcome);
    const std::string unit = unit_of(sweep, outcome);
    Scatter scatter{say(sweep, Word::a_morris_scatter),
                    say(sweep, Word::a_mean_size, unit),
                    say(sweep, Word::a_sigma),
                    false,
                    true,
                    {}};
    std::vector<BarRow> bars;
    const std::vector<std::size_t> order = by_size(mu_stars(indices));
    for (const std::size_t i : order) {
        const MorrisIndex& index = indices[i];
        scatter.spots.push_back({index.mu_star.value, index.sigma, words_of_group(sweep, i), bars.size() < 10});
        bars.push_back({words_of_group(sweep, i), {index.mu_star}});
    }
    bars.resize(std::min(most_bars, bars.size()));
    finding.tables.push_back(std::move(table));
    finding.shown.push_back(with_group_words(sweep, finding.tables.front()));
    finding.drawings = {interval_bars_svg(say(sweep, Word::a_morris_bars, unit), {"mu*"}, bars, sweep.language),
                        scatter_svg(scatter, sweep.language)};
    const auto trajectories = static_cast<std::size_t>(effects.effects.rows());
    finding.caption = say(sweep, Word::a_morris_caption, present::count_words(trajectories, sweep.language),
                          percent_in(sweep, settings.level));
    finding.sentences = morris_sentences(sweep, indices, order, effects.effects.rows());
    const std::size_t fewest = fewest_for_interval(settings.level);
    if (trajectories < fewest)
        finding.sentences.push_back(say(sweep, Word::a_few_trajectories, percent_in(sweep, settings.level),
                                        present::count_words(fewest, sweep.language),
                                        present::count_words(trajectories, sweep.language)));
    if (effects.left_out > 0)
        finding.sentences.push_back(
            say(sweep, Word::a_missing_trajectories, number_in(sweep, static_cast<double>(effects.left_out))));
    append(finding.sentences, sentences_about_runs(sweep, outcome));
    return finding;
}

Finding regression_finding(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings) {
    require_valid(settings);
    const std::vector<double> means = point_means(sweep, outcome);
    const std::vector<Term> terms = terms_of(sweep);
    Table table{{"scenario", "outcome", "input", "regression", "coefficient", "low", "high", "r2", "remark"},
                {},
                "regression",
                say(sweep, Word::a_coefficients_table)};
    if (known_points(sweep, outcome) == 0) return empty_finding(sweep, outcome, std::move(table));
    if (too_few_points(sweep, outcome, terms.size()))
        return finding_with_too_few_points(sweep, outcome, terms.size(), std::move(table));
    const Eigen::MatrixXd points = term_points(sweep, terms);
    const Regression values = regression(points, means, RegressionKind::values, settings);
    const Regression ranks = regression(points, means, RegressionKind::ranks, settings);
    add_regression_rows(table, sweep, outcome, terms, "values", values);
    add_regression_rows(table, sweep, outcome, terms, "ranks", ranks);
    if (values.constant) return empty_finding(sweep, outcome, std::move(table));
    Finding finding;
    finding.title = finding_title(sweep, outcome);
    finding.spread = relative_spread(sweep, outcome);
    finding.tables.push_back(std::move(table));
    finding.shown.push_back(with_group_words(sweep, finding.tables.front()));
    finding.sentences = regression_sentences(sweep, outcome, terms, values, ranks);
    std::vector<BarRow> bars;
    for (const std::size_t i : by_size(values.coefficients))
        if (remark_on_coefficient(values, i).empty())
            bars.push_back(
                {words_of(sweep, terms[i].name, terms[i].members), {values.coefficients[i], ranks.coefficients[i]}});
    bars.resize(std::min(most_bars, bars.size()));
    finding.drawings.push_back(interval_bars_svg(say(sweep, Word::a_regression_bars),
                                                 {say(sweep, Word::a_values), say(sweep, Word::a_ranks)}, bars,
                                                 sweep.language));
    finding.caption = say(sweep, Word::a_regression_caption, present::count_words(values.points, sweep.language),
                          percent_in(sweep, settings.level));
    return finding;
}

Finding convergence_finding(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings) {
    require_valid(settings);
    if (is_constant(sweep, outcome)) return empty_finding(sweep, outcome, {{}, {}, "convergence", {}});
    const bool by_coefficients = sweep.design != "saltelli" && sweep.design != "morris";
    const std::size_t terms = by_coefficients ? terms_of(sweep).size() : 0;
    if (by_coefficients && too_few_points(sweep, outcome, terms))
        return finding_with_too_few_points(sweep, outcome, terms, {{}, {}, "convergence", {}});
    const Growing growing = growing_indices(sweep, outcome, settings);
    if (growing.total < 2)
        return incomplete_finding(sweep, outcome, Word::a_missing_points,
                                  static_cast<std::size_t>(sweep.points.rows()) - known_points(sweep, outcome),
                                  {{}, {}, "convergence", {}});
    const std::vector<std::size_t> sizes = growing_sizes(growing.total, growing.least);
    const std::vector<ConvergenceStep> steps = converge(sizes, growing.estimates);
    Finding finding;
    finding.title = finding_title(sweep, outcome);
    finding.spread = relative_spread(sweep, outcome);
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
    finding.shown.push_back(with_group_words(sweep, finding.tables.front()));
    finding.sentences = convergence_sentences(sweep, growing, steps);
    append(finding.sentences, sentences_about_runs(sweep, outcome));
    std::vector<GrowingLine> lines;
    for (const std::size_t i : by_size(steps.back().estimates)) {
        if (lines.size() == 8) break;  // more cannot be told apart
        if (std::isnan(steps.back().estimates[i].value)) continue;
        GrowingLine line{growing.name_words[i], {}};
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

#include "patterns/acceptance.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>

namespace algemeente {

namespace {

constexpr std::string_view must_hold[] = {"P01", "P02", "P03", "P04", "P08", "P12", "P17"};
constexpr double others_share = .8;

template <typename Condition>
Estimate share_of(const std::vector<AcceptanceDraw>& draws, const Condition& condition) {
    return wilson_interval(static_cast<std::size_t>(std::count_if(draws.begin(), draws.end(), condition)),
                           draws.size());
}

/// All musts, and four of five of the others.
bool enough(const std::vector<Pattern>& patterns, const std::vector<bool>& kept) {
    double others = 0;
    double others_kept = 0;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        if (is_must(patterns[i])) {
            if (!kept[i]) return false;
        } else {
            others += 1;
            others_kept += kept[i] ? 1 : 0;
        }
    }
    return others_kept >= others_share * others;
}

}  // namespace

bool is_must(const Pattern& pattern) {
    return std::find(std::begin(must_hold), std::end(must_hold), pattern.id) != std::end(must_hold);
}

Estimate Acceptance::share_keeping(std::size_t pattern) const {
    return share_of(draws, [pattern](const AcceptanceDraw& draw) { return draw.kept[pattern]; });
}

Estimate Acceptance::share_contradicting(std::size_t pattern) const {
    return share_of(draws, [pattern](const AcceptanceDraw& draw) { return draw.contradicted[pattern]; });
}

Estimate Acceptance::share_keeping_all() const {
    return share_of(draws, [](const AcceptanceDraw& draw) {
        return std::all_of(draw.kept.begin(), draw.kept.end(), [](bool one) { return one; });
    });
}

bool Acceptance::survives(const AcceptanceDraw& draw) const {
    return enough(patterns, draw.kept);
}

std::size_t Acceptance::survivors() const {
    return static_cast<std::size_t>(
        std::count_if(draws.begin(), draws.end(), [this](const AcceptanceDraw& draw) { return survives(draw); }));
}

std::size_t Acceptance::not_contradicted() const {
    return static_cast<std::size_t>(std::count_if(draws.begin(), draws.end(), [this](const AcceptanceDraw& draw) {
        std::vector<bool> possible = draw.contradicted;
        possible.flip();
        return enough(patterns, possible);
    }));
}

bool contradicts(const Check& check, const Estimate& estimate) {
    // a statistic that does not exist is no evidence for a pattern: what nothing reaches use in has no gap to show
    if (std::isnan(estimate.value)) return true;
    return estimate.high < check.low || estimate.low > check.high;
}

namespace {

/// The scenario of a draw, by its number.
using ScenarioOfDraw = std::function<Scenario(std::size_t draw)>;

AcceptanceDraw judged(const std::vector<Pattern>& patterns, const Samples& samples, const JudgeOptions& options) {
    AcceptanceDraw draw;
    for (const PatternResult& result : judge_patterns(patterns, samples, options)) {
        draw.kept.push_back(result.verdict() != Verdict::fails);
        draw.estimates.emplace_back();
        bool contradicted = false;
        for (std::size_t k = 0; k < result.checks.size(); ++k) {
            draw.estimates.back().push_back(result.checks[k].estimate);
            contradicted = contradicted || contradicts(result.pattern.checks[k], result.checks[k].estimate);
        }
        draw.contradicted.push_back(contradicted);
    }
    return draw;
}

/// Judges draw after draw into `acceptance`, whose numbers are known.
void judge_all(Acceptance& acceptance, const std::vector<Pattern>& patterns, std::size_t draws,
               const ScenarioOfDraw& scenario_of, const JudgeOptions& options) {
    acceptance.patterns = patterns;
    for (Pattern& pattern : acceptance.patterns)
        pattern.replicates_factor = 1;  // many draws instead of many replicates
    acceptance.replicates = options.replicates;
    JudgeOptions quick = options;
    quick.resamples = 400;
    for (std::size_t i = 0; i < draws; ++i) {
        if (options.runs.progress)  // every draw is as long as any other
            quick.runs.progress = [&, i](std::int64_t done, std::int64_t all) {
                options.runs.progress(static_cast<std::int64_t>(i) * all + done,
                                      static_cast<std::int64_t>(draws) * all);
            };
        const Scenario scenario = scenario_of(i);
        const Samples samples = run_patterns(acceptance.patterns, Contrasts(scenario), quick);
        acceptance.cancelled = samples.empty();
        if (acceptance.cancelled) return;
        AcceptanceDraw draw = judged(acceptance.patterns, samples, quick);
        for (const PriorDimension& dimension : acceptance.dimensions) {
            draw.values.push_back(value_of(scenario, dimension));
            draw.point.push_back(place_in(dimension, draw.values.back()));
        }
        acceptance.draws.push_back(std::move(draw));
    }
}

}  // namespace

Acceptance accept_draws(const std::vector<Pattern>& patterns, const Scenario& base, std::size_t draws,
                        const JudgeOptions& options) {
    Acceptance acceptance;
    acceptance.dimensions = prior_dimensions(base.use_cases);
    const UnitPoints points = prior_points(acceptance.dimensions.size(), draws, options.runs.seed);
    judge_all(
        acceptance, patterns, draws,
        [&](std::size_t draw) { return scenario_at(base, acceptance.dimensions, points[draw]); }, options);
    return acceptance;
}

Acceptance accept_members(const std::vector<Pattern>& patterns, const Scenario& base, const Members& members,
                          const JudgeOptions& options) {
    Acceptance acceptance;
    for (const PriorDimension& dimension : prior_dimensions(base.use_cases))
        if (std::find(members.names.begin(), members.names.end(), dimension.name) != members.names.end())
            acceptance.dimensions.push_back(dimension);
    judge_all(
        acceptance, patterns, members.count(), [&](std::size_t member) { return with_member(base, members, member); },
        options);
    return acceptance;
}

std::vector<bool> surviving_draws(const Acceptance& acceptance) {
    std::vector<bool> chosen;
    for (const AcceptanceDraw& draw : acceptance.draws) chosen.push_back(acceptance.survives(draw));
    return chosen;
}

std::vector<bool> draws_keeping(const Acceptance& acceptance, std::size_t pattern) {
    std::vector<bool> chosen;
    for (const AcceptanceDraw& draw : acceptance.draws) chosen.push_back(draw.kept[pattern]);
    return chosen;
}

std::vector<Constraint> constraints_of(const Acceptance& acceptance, const std::vector<bool>& chosen) {
    constexpr std::ptrdiff_t fewest = 5;
    const auto those = std::count(chosen.begin(), chosen.end(), true);
    if (those < fewest || static_cast<std::ptrdiff_t>(chosen.size()) - those < fewest) return {};
    std::vector<Constraint> constraints;
    std::vector<double> chances;
    for (std::size_t d = 0; d < acceptance.dimensions.size(); ++d) {
        std::vector<double> places;
        std::vector<double> others;
        double sum = 0;
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            const double place = acceptance.draws[i].point[d];
            (chosen[i] ? places : others).push_back(place);
            if (chosen[i]) sum += place;
        }
        Constraint constraint;
        constraint.name = acceptance.dimensions[d].name;
        constraint.mean_place = sum / static_cast<double>(places.size());
        constraint.distance = largest_distance(places, others);
        constraint.chance = chance_of_distance(constraint.distance, places.size(), others.size());
        chances.push_back(constraint.chance);
        constraints.push_back(std::move(constraint));
    }
    const std::vector<double> rates = false_find_rates(chances);
    for (std::size_t d = 0; d < constraints.size(); ++d) constraints[d].false_finds = rates[d];
    std::stable_sort(constraints.begin(), constraints.end(),
                     [](const Constraint& a, const Constraint& b) { return a.distance > b.distance; });
    return constraints;
}

}  // namespace algemeente

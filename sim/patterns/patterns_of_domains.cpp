// P01-P04 and P07: the gap between the domains, and where it comes from.
#include "patterns/measures.h"
#include "patterns/readings.h"
#include "statistics/ranks.h"

#include <array>
#include <cmath>

namespace algemeente {

namespace {

struct Reach {
    double higher_in_physical = 0;  ///< 1 or 0
    ByDomain in_use;                ///< June 2027
};

Reach measure_reach(const FinishedRun& run) {
    const ByDomain reach = outcome_at(run.history, "reach_share", month_2029_end);
    return {reach.physical > reach.social ? 1.0 : 0.0, outcome_at(run.history, "in_use", month_2027_june)};
}

struct Gap {
    double in_use = 0;  ///< ln(physical / social), June 2027
};

Gap measure_gap(const FinishedRun& run) {
    return {log_gap(run.history, "in_use", month_2027_june)};
}

Pattern reach_pattern() {
    return {.id = "P01",
            .sentence = "Algorithms reach use more often in the physical than in the social domain.",
            .evidence = "E03, E14, E16, E42, E55, E62, E69",
            .pattern_class = PatternClass::emergent,
            .scenarios = {"base"},
            .measure = measured_by(measure_reach),
            .checks = {share_at_least("reach higher in the physical domain", .95,
                                      [](const Reach& base) { return base.higher_in_physical; }),
                       between("in use June 2027, physical / social", 1.3, 4,
                               [](const Reach& base) { return base.in_use.physical / base.in_use.social; })}};
}

Pattern null_pattern() {
    return {.id = "P02",
            .sentence = "The domain has no direct effect: with the same mix of use cases there is no gap (null test).",
            .evidence = "E80",
            .pattern_class = PatternClass::emergent,
            .scenarios = {"equal_mix"},
            .measure = measured_by(measure_gap),
            .checks = {between("ln(physical / social in use), June 2027", -.10, .10,
                               [](const Gap& equal_mix) { return equal_mix.in_use; })}};
}

Pattern swap_pattern() {
    return {
        .id = "P03",
        .sentence = "With the mixes exchanged the gap changes sign and keeps its size (swap test).",
        .evidence = "E80",
        .pattern_class = PatternClass::emergent,
        .scenarios = {"base", "swapped_mix"},
        .measure = measured_by(measure_gap),
        .checks = {above("gap ln(F/S) in use", 0, [](const Gap& base) { return base.in_use; }),
                   below("gap with exchanged mixes", 0, [](const Gap&, const Gap& swapped) { return swapped.in_use; }),
                   between("size of the exchanged gap relative to the gap", .75, 1.30,
                           [](const Gap& base, const Gap& swapped) { return -swapped.in_use / base.in_use; })}};
}

FactorLevels measure_factors(const FinishedRun& run) {
    return factor_levels(run.history);
}

Pattern profile_pattern() {
    std::vector<Check> checks = {
        above("rank correlation of the ten gaps with the thesis's order", .5,
              [](const FactorLevels& base) { return rank_correlation(base.gaps(), thesis_differences); })};
    for (const Factor factor : {Factor::data_availability, Factor::data_readiness, Factor::involvement,
                                Factor::legitimacy_citizens, Factor::legitimacy_government})
        checks.push_back(above("gap of " + std::string(factor_word(factor)) + " minus twice that of capacity", 0,
                               [factor](const FactorLevels& base) {
                                   return base.gap(factor) - 2 * std::abs(base.gap(Factor::capacity));
                               }));
    return {.id = "P04",
            .sentence = "Differences lie inside factors, in the order the thesis gives.",
            .evidence = "E80 and table 6.3",
            .pattern_class = PatternClass::emergent,
            .scenarios = {"base"},
            .measure = measured_by(measure_factors),
            .checks = std::move(checks),
            .note = "The order in numbers (0 to 3) is our reading; the thesis does not quantify."};
}

struct SharedCapacity {
    FactorLevels factors;
    ByDomain value;  ///< June 2027
};

SharedCapacity measure_shared_capacity(const FinishedRun& run) {
    return {factor_levels(run.history), outcome_at(run.history, "value", month_2027_june)};
}

Pattern shared_capacity_pattern() {
    return {.id = "P07",
            .sentence = "Capacity is shared: alike in both domains, and projects crowd each other out.",
            .evidence = "E30",
            .pattern_class = PatternClass::emergent_mechanism,
            .scenarios = {"base", "social_priority", "no_scandal"},
            .measure = measured_by(measure_shared_capacity),
            .checks = {between("gap of capacity", -.06, .06,
                               [](const SharedCapacity& base) { return base.factors.gap(Factor::capacity); }),
                       above("priority for social projects: change of social value", 0,
                             change_of(&SharedCapacity::value, Domain::social)),
                       below("priority for social projects: change of physical value", 0,
                             change_of(&SharedCapacity::value, Domain::physical)),
                       between("no scandal: change of physical value", -.10, 0,
                               [](const SharedCapacity& base, const SharedCapacity& /*social_priority*/,
                                  const SharedCapacity& no_scandal) {
                                   return relative_change(no_scandal.value.physical, base.value.physical);
                               })},
            .note = "Values of June 2027."};
}

}  // namespace

std::vector<Pattern> patterns_of_domains() {
    return {reach_pattern(), null_pattern(), swap_pattern(), profile_pattern(), shared_capacity_pattern()};
}

}  // namespace algemeente

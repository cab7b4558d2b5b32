// P01-P04 and P07: the gap between the domains, and where it comes from.
#include "patterns/measures.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace algemeente {

namespace {

constexpr int gap_from = 60;
constexpr int gap_until = 99;

Numbers measure_log_gap(const FinishedRun& run) {
    return {log_gap(run.history, "in_use", month_2027_june)};
}

/// Sums of the ten factor levels over projects in the pipeline, and their number, per domain.
Numbers measure_factors(const FinishedRun& run) {
    Numbers numbers;
    for (const Domain domain : both_domains) {
        for (int k = 0; k < factor_count; ++k)
            numbers.push_back(weighted_sum(run.history, factor_word(static_cast<Factor>(k)), "pipeline", domain,
                                           gap_from, gap_until));
        numbers.push_back(sum_over(run.history, "pipeline", domain, gap_from, gap_until));
    }
    return numbers;
}

/// Physical minus social, from measure_factors().
std::array<double, factor_count> factor_gaps(const Numbers& means) {
    std::array<double, factor_count> gaps{};
    constexpr std::size_t stride = factor_count + 1;
    for (std::size_t k = 0; k < factor_count; ++k)
        gaps[k] = means[stride + k] / means[stride + factor_count] - means[k] / means[factor_count];
    return gaps;
}

double gap_of(const Means& means, Factor factor) {
    return factor_gaps(means[0])[static_cast<std::size_t>(factor)];
}

/// How different the thesis calls a factor between the domains, 0 similar to 3 (our reading of its table 6.3).
constexpr std::array<double, factor_count> thesis_differences = {
    1,    // ict
    0,    // capacity
    3,    // data_availability
    1.5,  // data_readiness
    2,    // law
    3,    // legitimacy_citizens
    2,    // legitimacy_government
    2,    // involvement
    .5,   // willingness
    .5,   // ethics
};

Pattern reach_pattern() {
    return {"P01",
            "Algorithms reach use more often in the physical than in the social domain.",
            "E03, E14, E16, E42, E55, E62, E69",
            PatternClass::emergent,
            {"base"},
            [](const FinishedRun& run) -> Numbers {
                const auto reach = [&](Domain domain) {
                    return outcome_at(run.history, "reach_share", domain, month_2029_end);
                };
                return {reach(Domain::physical) > reach(Domain::social) ? 1.0 : 0.0,
                        outcome_at(run.history, "in_use", Domain::social, month_2027_june),
                        outcome_at(run.history, "in_use", Domain::physical, month_2027_june)};
            },
            {share_at_least("reach higher in the physical domain", .95, [](const Means& m) { return m[0][0]; }),
             between("in use June 2027, physical / social", 1.3, 4, [](const Means& m) { return m[0][2] / m[0][1]; })},
            1,
            ""};
}

Pattern null_pattern() {
    return {"P02",
            "The domain has no direct effect: with the same mix of use cases there is no gap (null test).",
            "E80",
            PatternClass::emergent,
            {"equal_mix"},
            measure_log_gap,
            {between("ln(physical / social in use), June 2027", -.10, .10, [](const Means& m) { return m[0][0]; })},
            1,
            ""};
}

Pattern swap_pattern() {
    return {"P03",
            "With the mixes exchanged the gap changes sign and keeps its size (swap test).",
            "E80",
            PatternClass::emergent,
            {"base", "swapped_mix"},
            measure_log_gap,
            {above("gap ln(F/S) in use", 0, [](const Means& m) { return m[0][0]; }),
             below("gap with exchanged mixes", 0, [](const Means& m) { return m[1][0]; }),
             between("size of the exchanged gap relative to the gap", .75, 1.30,
                     [](const Means& m) { return -m[1][0] / m[0][0]; })},
            1,
            ""};
}

Pattern profile_pattern() {
    std::vector<Check> checks = {
        above("rank correlation of the ten gaps with the thesis's order", .5,
              [](const Means& m) { return rank_correlation(factor_gaps(m[0]), thesis_differences); })};
    for (const Factor factor : {Factor::data_availability, Factor::data_readiness, Factor::involvement,
                                Factor::legitimacy_citizens, Factor::legitimacy_government})
        checks.push_back(
            above("gap of " + std::string(factor_word(factor)) + " minus twice that of capacity", 0,
                  [factor](const Means& m) { return gap_of(m, factor) - 2 * std::abs(gap_of(m, Factor::capacity)); }));
    return {"P04",
            "Differences lie inside factors, in the order the thesis gives.",
            "E80 and table 6.3",
            PatternClass::emergent,
            {"base"},
            measure_factors,
            std::move(checks),
            1,
            "The order in numbers (0 to 3) is our reading; the thesis does not quantify."};
}

Pattern shared_capacity_pattern() {
    const auto measure = [](const FinishedRun& run) {
        Numbers numbers = measure_factors(run);
        for (const Domain domain : both_domains)
            numbers.push_back(outcome_at(run.history, "value", domain, month_2027_june));
        return numbers;
    };
    constexpr std::size_t social = 2 * (factor_count + 1);
    constexpr std::size_t physical = social + 1;
    return {"P07",
            "Capacity is shared: alike in both domains, and projects crowd each other out.",
            "E30",
            PatternClass::emergent_mechanism,
            {"base", "social_priority", "no_scandal"},
            measure,
            {between("gap of capacity", -.06, .06, [](const Means& m) { return gap_of(m, Factor::capacity); }),
             above("priority for social projects: change of social value", 0,
                   [](const Means& m) { return relative_change(m[1][social], m[0][social]); }),
             below("priority for social projects: change of physical value", 0,
                   [](const Means& m) { return relative_change(m[1][physical], m[0][physical]); }),
             between("no scandal: change of physical value", -.10, 0,
                     [](const Means& m) { return relative_change(m[2][physical], m[0][physical]); })},
            1,
            "Values of June 2027."};
}

}  // namespace

std::vector<Pattern> patterns_of_domains() {
    return {reach_pattern(), null_pattern(), swap_pattern(), profile_pattern(), shared_capacity_pattern()};
}

}  // namespace algemeente

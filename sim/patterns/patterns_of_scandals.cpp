// P08-P10: what a scandal does, to whom, and for how long.
#include "patterns/measures.h"

#include <algorithm>
#include <cmath>

namespace algemeente {

namespace {

constexpr int scandal_from = 108;  ///< January 2024, in scenarios S02 and S17
constexpr int within_a_year = 12;

/// Pipelines in the year from the scandal on: twelve months social, twelve months physical.
Numbers measure_pipelines(const FinishedRun& run) {
    Numbers numbers;
    for (const Domain domain : both_domains)
        for (int month = scandal_from; month < scandal_from + within_a_year; ++month)
            numbers.push_back(outcome_at(run.history, "pipeline", domain, month));
    return numbers;
}

struct Falls {
    double social = 0;
    double physical = 0;
};

/// In the month in which the social pipeline is deepest below its baseline.
Falls deepest_falls(const Means& means) {
    Falls deepest{-unbounded, 0};
    for (std::size_t i = 0; i < within_a_year; ++i) {
        const double social = -relative_change(means[1][i], means[0][i]);
        if (social <= deepest.social) continue;
        deepest = {social, -relative_change(means[1][within_a_year + i], means[0][within_a_year + i])};
    }
    return deepest;
}

Pattern scandal_pattern() {
    return {"P08",
            "A scandal about risk profiling makes the social domain reticent and leaves the physical one nearly alone.",
            "E60, E61, E69",
            PatternClass::emergent,
            {"base", "national_scandal"},
            measure_pipelines,
            {above("deepest fall of the social pipeline within a year", .10,
                   [](const Means& m) { return deepest_falls(m).social; }),
             below("fall of the physical pipeline then, minus a third of the social one", 0,
                   [](const Means& m) {
                       const Falls falls = deepest_falls(m);
                       return falls.physical - falls.social / 3;
                   })},
            1,
            ""};
}

Numbers measure_mirror(const FinishedRun& run) {
    constexpr int judged = scandal_from + 16;
    const std::size_t cameras[] = {find_use_case("crowd_monitoring"), find_use_case("scan_car_enforcement")};
    const std::size_t assets = find_use_case("asset_and_waste_sensing");
    double camera_uses = 0;
    double asset_uses = 0;
    for (const ProjectRecord& record : run.history.records.projects) {
        if (!record.in_use_at(judged)) continue;
        if (std::find(std::begin(cameras), std::end(cameras), record.use_case) != std::end(cameras)) ++camera_uses;
        if (record.use_case == assets) ++asset_uses;
    }
    return {outcome_at(run.history, "in_use", Domain::social, judged),
            outcome_at(run.history, "in_use", Domain::physical, judged), camera_uses, asset_uses};
}

Pattern mirror_pattern() {
    const auto change = [](std::size_t number) {
        return [number](const Means& m) { return relative_change(m[1][number], m[0][number]); };
    };
    return {"P09",
            "Mirror: a scandal about tracking in public space hits the physical domain and not the social one.",
            "E57, E60, E61",
            PatternClass::emergent,
            {"base", "surveillance_scandal"},
            measure_mirror,
            {below("physical use after 16 months, relative change", 0, change(1)),
             between("social use after 16 months, relative change", -.01, .01, change(0)),
             below("change of camera and scan-car uses minus twice that of asset sensing", 0,
                   [](const Means& m) {
                       return relative_change(m[1][2], m[0][2]) - 2 * relative_change(m[1][3], m[0][3]);
                   })},
            4,
            "A fall counts as negative change."};
}

Numbers measure_trust(const FinishedRun& run) {
    Numbers numbers;
    for (int month = scandal_from; month < protocol_months; ++month)
        numbers.push_back(national_at(run.history, "mean_trust", month));
    return numbers;
}

struct Recovery {
    std::size_t to_peak = 0;  ///< months from the scandal's start to its largest effect
    std::size_t to_half = 0;  ///< months from there until half of it is left; until the end if that never comes
};

Recovery recovery_of(const Means& means) {
    const auto loss = [&](std::size_t i) { return means[0][i] - means[1][i]; };
    const std::size_t months = means[0].size();
    Recovery recovery;
    for (std::size_t i = 1; i < months; ++i)
        if (loss(i) > loss(recovery.to_peak)) recovery.to_peak = i;
    std::size_t half = recovery.to_peak;
    while (half < months && loss(half) > .5 * loss(recovery.to_peak)) ++half;
    recovery.to_half = half - recovery.to_peak;
    return recovery;
}

Pattern trust_pattern() {
    return {"P10",
            "Trust is lost faster than regained.",
            "E59, E60; Slovic 1993",
            PatternClass::mechanism,
            {"base", "national_scandal"},
            measure_trust,
            {above("months from largest loss to half recovery / months from start to largest loss", 3,
                   [](const Means& m) {
                       const Recovery recovery = recovery_of(m);
                       return static_cast<double>(recovery.to_half) /
                              static_cast<double>(std::max<std::size_t>(1, recovery.to_peak));
                   }),
             above("trust still lost five years after", 0, [](const Means& m) { return m[0][60] - m[1][60]; })},
            1,
            "A half recovery that does not come before 2030 counts as coming at the end: the ratio is then a lower "
            "bound."};
}

}  // namespace

std::vector<Pattern> patterns_of_scandals() {
    return {scandal_pattern(), mirror_pattern(), trust_pattern()};
}

}  // namespace algemeente

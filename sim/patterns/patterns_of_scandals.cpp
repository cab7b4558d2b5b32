// P08-P10: what a scandal does, to whom, and for how long.
#include "patterns/measures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace algemeente {

namespace {

constexpr int scandal_from = 108;  ///< January 2024, in scenarios S02 and S17
constexpr int within_a_year = 12;

/// In each month of the year from the scandal on.
struct Pipelines {
    std::array<double, within_a_year> social{};
    std::array<double, within_a_year> physical{};
};

Pipelines measure_pipelines(const FinishedRun& run) {
    Pipelines pipelines;
    for (std::size_t i = 0; i < within_a_year; ++i) {
        const ByDomain pipeline = outcome_at(run.history, "pipeline", scandal_from + static_cast<int>(i));
        pipelines.social[i] = pipeline.social;
        pipelines.physical[i] = pipeline.physical;
    }
    return pipelines;
}

/// In the month in which the social pipeline is deepest below its baseline.
ByDomain deepest_falls(const Pipelines& base, const Pipelines& scandal) {
    ByDomain deepest{-unbounded, 0};
    for (std::size_t i = 0; i < within_a_year; ++i) {
        const double social = -relative_change(scandal.social[i], base.social[i]);
        if (social <= deepest.social) continue;
        deepest = {social, -relative_change(scandal.physical[i], base.physical[i])};
    }
    return deepest;
}

Pattern scandal_pattern() {
    return {
        .id = "P08",
        .sentence =
            "A scandal about risk profiling makes the social domain reticent and leaves the physical one nearly alone.",
        .evidence = "E60, E61, E69",
        .pattern_class = PatternClass::emergent,
        .scenarios = {"base", "national_scandal"},
        .measure = measured_by(measure_pipelines),
        .checks = {
            above("deepest fall of the social pipeline within a year", .10,
                  [](const Pipelines& base, const Pipelines& scandal) { return deepest_falls(base, scandal).social; }),
            below("fall of the physical pipeline then, minus a third of the social one", 0,
                  [](const Pipelines& base, const Pipelines& scandal) {
                      const ByDomain falls = deepest_falls(base, scandal);
                      return falls.physical - falls.social / 3;
                  })}};
}

/// In use sixteen months after the scandal.
struct Mirror {
    ByDomain in_use;
    double camera_uses = 0;
    double asset_uses = 0;
};

Mirror measure_mirror(const FinishedRun& run) {
    constexpr int judged = scandal_from + 16;
    const std::size_t cameras[] = {find_use_case("crowd_monitoring"), find_use_case("scan_car_enforcement")};
    const std::size_t assets = find_use_case("asset_and_waste_sensing");
    Mirror mirror;
    mirror.in_use = outcome_at(run.history, "in_use", judged);
    for (const ProjectRecord& record : run.history.records.projects) {
        if (!record.in_use_at(judged)) continue;
        if (std::find(std::begin(cameras), std::end(cameras), record.use_case) != std::end(cameras))
            ++mirror.camera_uses;
        if (record.use_case == assets) ++mirror.asset_uses;
    }
    return mirror;
}

Pattern mirror_pattern() {
    return {
        .id = "P09",
        .sentence = "Mirror: a scandal about tracking in public space hits the physical domain and not the social one.",
        .evidence = "E57, E60, E61",
        .pattern_class = PatternClass::emergent,
        .scenarios = {"base", "surveillance_scandal"},
        .measure = measured_by(measure_mirror),
        .checks = {below("physical use after 16 months, relative change", 0,
                         change_of(&Mirror::in_use, Domain::physical)),
                   between("social use after 16 months, relative change", -.01, .01,
                           change_of(&Mirror::in_use, Domain::social)),
                   below("change of camera and scan-car uses minus twice that of asset sensing", 0,
                         [](const Mirror& base, const Mirror& scandal) {
                             return relative_change(scandal.camera_uses, base.camera_uses) -
                                    2 * relative_change(scandal.asset_uses, base.asset_uses);
                         })},
        .replicates_factor = 4,
        .note = "A fall counts as negative change."};
}

/// In each month from the scandal to the end.
struct Trust {
    std::array<double, protocol_months - scandal_from> mean_trust{};
};

Trust measure_trust(const FinishedRun& run) {
    Trust trust;
    for (std::size_t i = 0; i < trust.mean_trust.size(); ++i)
        trust.mean_trust[i] = national_at(run.history, "mean_trust", scandal_from + static_cast<int>(i));
    return trust;
}

struct Recovery {
    std::size_t to_peak = 0;  ///< months from the scandal's start to its largest effect
    std::size_t to_half = 0;  ///< months from there until half of it is left; until the end if that never comes
};

Recovery recovery_of(const Trust& base, const Trust& scandal) {
    const auto loss = [&](std::size_t i) { return base.mean_trust[i] - scandal.mean_trust[i]; };
    const std::size_t months = base.mean_trust.size();
    Recovery recovery;
    for (std::size_t i = 1; i < months; ++i)
        if (loss(i) > loss(recovery.to_peak)) recovery.to_peak = i;
    std::size_t half = recovery.to_peak;
    while (half < months && loss(half) > .5 * loss(recovery.to_peak)) ++half;
    recovery.to_half = half - recovery.to_peak;
    return recovery;
}

Pattern trust_pattern() {
    constexpr std::size_t five_years = 60;
    return {.id = "P10",
            .sentence = "Trust is lost faster than regained.",
            .evidence = "E59, E60; Slovic 1993",
            .pattern_class = PatternClass::mechanism,
            .scenarios = {"base", "national_scandal"},
            .measure = measured_by(measure_trust),
            .checks = {above("months from largest loss to half recovery / months from start to largest loss", 3,
                             [](const Trust& base, const Trust& scandal) {
                                 const Recovery recovery = recovery_of(base, scandal);
                                 return static_cast<double>(recovery.to_half) /
                                        static_cast<double>(std::max<std::size_t>(1, recovery.to_peak));
                             }),
                       above("trust still lost five years after", 0,
                             [](const Trust& base, const Trust& scandal) {
                                 return base.mean_trust[five_years] - scandal.mean_trust[five_years];
                             })},
            .note =
                "A half recovery that does not come before 2030 counts as coming at the end: the ratio is then a "
                "lower bound."};
}

}  // namespace

std::vector<Pattern> patterns_of_scandals() {
    return {scandal_pattern(), mirror_pattern(), trust_pattern()};
}

}  // namespace algemeente

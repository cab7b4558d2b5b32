#include "patterns/gap.h"

#include "patterns/measures.h"
#include "patterns/priors.h"
#include "statistics/summary.h"

#include <bit>
#include <cmath>
#include <iterator>

namespace algemeente {

namespace {

constexpr double UseCase::*sources[] = {&UseCase::sources,           &UseCase::from_own,
                                        &UseCase::from_same_domain,  &UseCase::from_corporate,
                                        &UseCase::from_cross_domain, &UseCase::from_external};
constexpr double UseCase::*collectability[] = {&UseCase::collectability};
constexpr double UseCase::*personal_data[] = {&UseCase::personal_data, &UseCase::public_space};
constexpr double UseCase::*impact[] = {&UseCase::impact, &UseCase::touched_share, &UseCase::income_support};
constexpr double UseCase::*enforcement[] = {&UseCase::enforcement};
constexpr double UseCase::*organisation[] = {&UseCase::departments, &UseCase::process_change};
constexpr double UseCase::*ground_truth[] = {&UseCase::ground_truth};

constexpr AttributeGroup groups[gap_group_count] = {
    {"sources", "number and origin of data sources", sources},
    {"collectability", "own sensors can replace sources", collectability},
    {"personal_data", "personal data, and whether collected in public space", personal_data},
    {"impact", "impact on the individual, and how many are touched", impact},
    {"enforcement", "enforcement character", enforcement},
    {"organisation", "departments that must join, and change of the work process", organisation},
    {"ground_truth", "whether outcomes can be checked against facts", ground_truth},
};

/// Weight of a use case over both domains: half of its share in each.
std::array<double, use_case_count> weights_of(const UseCaseTable& use_cases) {
    double social = 0;
    double physical = 0;
    for (const UseCase& use_case : use_cases) social += use_case.mix_social, physical += use_case.mix_physical;
    std::array<double, use_case_count> weights{};
    for (std::size_t a = 0; a < use_case_count; ++a)
        weights[a] = .5 * (use_cases[a].mix_social / social + use_cases[a].mix_physical / physical);
    return weights;
}

void equalise_attribute(UseCaseTable& use_cases, double UseCase::*attribute) {
    const std::array<double, use_case_count> weights = weights_of(use_cases);
    double mean = 0;
    for (std::size_t a = 0; a < use_case_count; ++a) mean += weights[a] * use_cases[a].*attribute;
    const bool whole = attribute == &UseCase::level_min || attribute == &UseCase::level_max;
    for (UseCase& use_case : use_cases) use_case.*attribute = whole ? std::round(mean) : mean;
}

/// June 2027.
struct GapMeasures {
    ByDomain in_use;
    ByDomain value;
};

Numbers measure_gap(const FinishedRun& run) {
    return numbers_of(GapMeasures{outcome_at(run.history, "in_use", month_2027_june),
                                  outcome_at(run.history, "value", month_2027_june)});
}

/// Scenarios: every coalition, in the order of its bits, and every attribute at last.
constexpr std::size_t variant_count = coalition_count + 1;

std::vector<Variant> variants_of(const Scenario& base, int replicates) {
    std::vector<Variant> variants;
    for (std::size_t coalition = 0; coalition < variant_count; ++coalition) {
        Variant variant{base, replicates};
        variant.scenario.parameters.months = month_2027_june + 1;
        if (coalition < coalition_count)
            equalise(variant.scenario.use_cases, coalition);
        else
            equalise_everything(variant.scenario.use_cases);
        variants.push_back(std::move(variant));
    }
    return variants;
}

/// A gap, ln(physical / social), and the shares of it that disappear.
struct Decomposed {
    double gap = 0;
    std::array<double, gap_group_count> alone{};  ///< when only this group is equalised
    double all_groups = 0;
    double every_attribute = 0;
    std::array<double, gap_group_count> shapley{};
};

struct GapStatistics {
    Decomposed use;
    Decomposed value;
};

Decomposed decomposed(const std::vector<GapMeasures>& variants, ByDomain GapMeasures::*measure) {
    const auto gap_in = [&](const GapMeasures& variant) {
        return std::log((variant.*measure).physical / (variant.*measure).social);
    };
    Decomposed found;
    found.gap = gap_in(variants[0]);
    std::vector<double> vanished;
    for (const GapMeasures& variant : variants) vanished.push_back(1 - gap_in(variant) / found.gap);
    for (std::size_t g = 0; g < gap_group_count; ++g) found.alone[g] = vanished[std::size_t{1} << g];
    found.all_groups = vanished[coalition_count - 1];
    found.every_attribute = vanished[coalition_count];
    found.shapley = shapley_shares({vanished.data(), coalition_count});
    return found;
}

Numbers statistics_of(const Means& means) {
    std::vector<GapMeasures> variants;
    for (const Numbers& numbers : means) variants.push_back(measures_from<GapMeasures>(numbers));
    return numbers_of(
        GapStatistics{decomposed(variants, &GapMeasures::in_use), decomposed(variants, &GapMeasures::value)});
}

using GapSamples = std::vector<std::vector<Numbers>>;  // [variant][replicate]

/// Empty when it was cancelled.
GapSamples run_variants(const Scenario& base, int replicates, const BatchOptions& runs) {
    return read_variants(variants_of(base, replicates), false, runs, measure_gap);
}

/// The base with other assumptions: each draw of the attributes, or each member.
std::vector<Scenario> other_worlds(const Scenario& base, const GapOptions& options) {
    std::vector<Scenario> worlds;
    if (options.members) {
        for (std::size_t member = 0; member < options.members->count(); ++member)
            worlds.push_back(with_member(base, *options.members, member));
        return worlds;
    }
    const auto dimensions = prior_dimensions(base.use_cases, PriorScope::use_cases_only);
    for (const std::vector<double>& point :
         prior_points(dimensions.size(), static_cast<std::size_t>(options.priors), options.runs.seed))
        worlds.push_back(scenario_at(base, dimensions, point));
    return worlds;
}

/// Statistics in all of them.
std::vector<GapStatistics> over_other_worlds(const Scenario& base, const GapOptions& options, bool& cancelled) {
    const std::vector<Scenario> worlds = other_worlds(base, options);
    std::vector<GapStatistics> draws;
    for (const Scenario& world : worlds) {
        BatchOptions runs = options.runs;
        if (options.runs.progress)  // every world takes as long as any other
            runs.progress = [&](std::int64_t done, std::int64_t all) {
                options.runs.progress(static_cast<std::int64_t>(draws.size()) * all + done,
                                      static_cast<std::int64_t>(worlds.size()) * all);
            };
        const GapSamples samples = run_variants(world, options.replicates_per_prior, runs);
        cancelled = samples.empty();
        if (cancelled) break;
        Means means;
        for (const std::vector<Numbers>& replicates : samples) means.push_back(mean_numbers(replicates));
        draws.push_back(measures_from<GapStatistics>(statistics_of(means)));
    }
    return draws;
}

/// The statistics at the standard values with their intervals, and over draws of the attributes.
class Assembler {
public:
    Assembler(const GapSamples& samples, const std::vector<GapStatistics>& priors, std::uint64_t seed)
        : priors_(priors) {
        // one bootstrap for all statistics: each resample is reduced once
        constexpr std::uint64_t stream = 1000;
        constexpr int resamples = 1000;
        Numbers values;
        Numbers lows;
        Numbers highs;
        for (const Estimate& bootstrapped : bootstrap_all(samples, statistics_of, seed, stream, resamples)) {
            const Estimate estimate = without_limits_of_few(bootstrapped, bootstrap_level);
            values.push_back(estimate.value);
            lows.push_back(estimate.low);
            highs.push_back(estimate.high);
            replicates_ = estimate.count;
        }
        value_ = measures_from<GapStatistics>(values);
        low_ = measures_from<GapStatistics>(lows);
        high_ = measures_from<GapStatistics>(highs);
    }

    /// `read` picks one number.
    template <typename Read>
    Estimate estimate(const Read& read) const {
        return {read(value_), read(low_), read(high_), replicates_};
    }

    template <typename Read>
    GapShare share(const Read& read) const {
        std::vector<double> values;
        for (const GapStatistics& draw : priors_) values.push_back(read(draw));
        const std::vector<double> sorted = sorted_known(values);
        return {estimate(read), quantile_of_sorted(sorted, .05), quantile_of_sorted(sorted, .5),
                quantile_of_sorted(sorted, .95)};
    }

private:
    const std::vector<GapStatistics>& priors_;
    GapStatistics value_;
    GapStatistics low_;
    GapStatistics high_;
    int replicates_ = 0;
};

GapShare nothing() {
    const double none = std::nan("");
    return {{none, none, none, 0}, none, none, none};
}

}  // namespace

std::span<const AttributeGroup, gap_group_count> attribute_groups() {
    return groups;
}

void equalise(UseCaseTable& use_cases, std::size_t coalition) {
    for (std::size_t g = 0; g < gap_group_count; ++g)
        if ((coalition >> g & 1U) != 0)
            for (double UseCase::*const attribute : groups[g].attributes) equalise_attribute(use_cases, attribute);
}

void equalise_everything(UseCaseTable& use_cases) {
    for (const UseCaseColumn& column : use_case_columns())
        if (column.value != &UseCase::mix_social && column.value != &UseCase::mix_physical)
            equalise_attribute(use_cases, column.value);
}

std::array<double, gap_group_count> shapley_shares(std::span<const double> value_of_coalition) {
    // weight of a coalition of size s without the group: s! (n - 1 - s)! / n!
    std::array<double, gap_group_count> weight{};
    for (std::size_t s = 0; s < gap_group_count; ++s) {
        double combinations = 1;  // n - 1 over s
        for (std::size_t i = 0; i < s; ++i)
            combinations = combinations * static_cast<double>(gap_group_count - 1 - i) / static_cast<double>(i + 1);
        weight[s] = 1 / (static_cast<double>(gap_group_count) * combinations);
    }
    std::array<double, gap_group_count> shares{};
    for (std::size_t coalition = 0; coalition < coalition_count; ++coalition)
        for (std::size_t g = 0; g < gap_group_count; ++g) {
            const std::size_t bit = std::size_t{1} << g;
            if ((coalition & bit) != 0) continue;
            const auto size = static_cast<std::size_t>(std::popcount(coalition));
            shares[g] += weight[size] * (value_of_coalition[coalition | bit] - value_of_coalition[coalition]);
        }
    return shares;
}

GapDecomposition explain_gap(const Scenario& base, const GapOptions& options) {
    GapDecomposition gap;
    gap.replicates = options.replicates;
    gap.replicates_per_prior = options.replicates_per_prior;
    const GapSamples samples = run_variants(base, options.replicates, options.runs);
    gap.cancelled = samples.empty();
    if (gap.cancelled) return gap;
    gap.are_members = options.members != nullptr;
    const std::vector<GapStatistics> priors = over_other_worlds(base, options, gap.cancelled);
    if (gap.cancelled) return gap;
    gap.priors = static_cast<int>(priors.size());

    using Of = const GapStatistics&;
    const Assembler found(samples, priors, options.runs.seed);
    gap.use_gap = found.estimate([](Of all) { return all.use.gap; });
    gap.value_gap = found.estimate([](Of all) { return all.value.gap; });
    for (std::size_t g = 0; g < gap_group_count; ++g)
        gap.rows.push_back({std::string(groups[g].name), found.share([g](Of all) { return all.use.alone[g]; }),
                            found.share([g](Of all) { return all.use.shapley[g]; }),
                            found.share([g](Of all) { return all.value.alone[g]; }),
                            found.share([g](Of all) { return all.value.shapley[g]; })});
    gap.rows.push_back({"all groups", found.share([](Of all) { return all.use.all_groups; }), nothing(),
                        found.share([](Of all) { return all.value.all_groups; }), nothing()});
    gap.rows.push_back({"every attribute", found.share([](Of all) { return all.use.every_attribute; }), nothing(),
                        found.share([](Of all) { return all.value.every_attribute; }), nothing()});
    return gap;
}

}  // namespace algemeente

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

/// In use and value by domain, June 2027.
Numbers measure_gap(const FinishedRun& run) {
    return {outcome_at(run.history, "in_use", Domain::social, month_2027_june),
            outcome_at(run.history, "in_use", Domain::physical, month_2027_june),
            outcome_at(run.history, "value", Domain::social, month_2027_june),
            outcome_at(run.history, "value", Domain::physical, month_2027_june)};
}

/// Scenarios: every coalition, in the order of its bits, and every attribute at last.
constexpr std::size_t variant_count = coalition_count + 1;

std::vector<ManyRunsJob> jobs_of(const Scenario& base, int replicates) {
    std::vector<ManyRunsJob> jobs;
    for (std::size_t coalition = 0; coalition < variant_count; ++coalition) {
        ManyRunsJob job{base, replicates};
        job.scenario.parameters.months = month_2027_june + 1;
        if (coalition < coalition_count)
            equalise(job.scenario.use_cases, coalition);
        else
            equalise_everything(job.scenario.use_cases);
        jobs.push_back(std::move(job));
    }
    return jobs;
}

enum class Measure : std::uint8_t { use, value };

double gap_in(const Numbers& means, Measure measure) {
    const std::size_t first = measure == Measure::use ? 0 : 2;
    return std::log(means[first + 1] / means[first]);
}

/// Share of the gap that disappears, per variant.
std::vector<double> vanished(const Means& means, Measure measure) {
    const double whole = gap_in(means[0], measure);
    std::vector<double> shares;
    for (const Numbers& numbers : means) shares.push_back(1 - gap_in(numbers, measure) / whole);
    return shares;
}

/// All statistics of a decomposition in a row: per measure the gap, groups alone, all groups, every attribute, Shapley.
constexpr std::size_t statistics_per_measure = 1 + gap_group_count + 2 + gap_group_count;

Numbers statistics_of(const Means& means) {
    Numbers all;
    for (const Measure measure : {Measure::use, Measure::value}) {
        const std::vector<double> shares = vanished(means, measure);
        all.push_back(gap_in(means[0], measure));
        for (std::size_t g = 0; g < gap_group_count; ++g) all.push_back(shares[std::size_t{1} << g]);
        all.push_back(shares[coalition_count - 1]);
        all.push_back(shares[coalition_count]);
        for (const double share : shapley_shares({shares.data(), coalition_count})) all.push_back(share);
    }
    return all;
}

using GapSamples = std::vector<std::vector<Numbers>>;  // [variant][replicate]

GapSamples run_variants(const Scenario& base, int replicates, const ManyRunsOptions& runs) {
    GapSamples samples(variant_count, std::vector<Numbers>(static_cast<std::size_t>(replicates)));
    const bool done = run_many(jobs_of(base, replicates), runs, [&](const FinishedRun& run) {
        samples[run.job][static_cast<std::size_t>(run.replicate)] = measure_gap(run);
    });
    return done ? samples : GapSamples{};
}

/// Statistics of all draws of the attributes: [draw][statistic].
std::vector<Numbers> over_priors(const Scenario& base, const GapOptions& options, bool& cancelled) {
    const auto dimensions = prior_dimensions(base.use_cases, PriorScope::use_cases_only);
    const auto points = latin_hypercube(dimensions.size(), static_cast<std::size_t>(options.priors), options.runs.seed);
    std::vector<Numbers> draws;
    for (const std::vector<double>& point : points) {
        ManyRunsOptions runs = options.runs;
        if (options.runs.progress)  // every draw is as long as any other
            runs.progress = [&](std::int64_t done, std::int64_t all) {
                options.runs.progress(static_cast<std::int64_t>(draws.size()) * all + done, options.priors * all);
            };
        const GapSamples samples =
            run_variants(scenario_at(base, dimensions, point), options.replicates_per_prior, runs);
        cancelled = samples.empty();
        if (cancelled) break;
        std::vector<std::size_t> every(static_cast<std::size_t>(options.replicates_per_prior));
        for (std::size_t i = 0; i < every.size(); ++i) every[i] = i;
        Means means;
        for (const auto& replicates : samples) means.push_back(mean_numbers(replicates, every));
        draws.push_back(statistics_of(means));
    }
    return draws;
}

class Assembler {
public:
    Assembler(const GapSamples& samples, const std::vector<Numbers>& priors, std::uint64_t seed) : priors_(priors) {
        // one bootstrap for all statistics: each resample is reduced once
        for (std::size_t s = 0; s < 2 * statistics_per_measure; ++s) {
            standard_.emplace_back();
        }
        std::vector<Numbers> draws;
        const Estimate first = bootstrap(
            samples,
            [&](const Means& means) {
                draws.push_back(statistics_of(means));
                return draws.back().front();
            },
            seed, 1000, 1000);
        for (std::size_t s = 0; s < standard_.size(); ++s) {
            std::vector<double> values;
            for (std::size_t i = 1; i < draws.size(); ++i) values.push_back(draws[i][s]);  // 0: the estimate itself
            const std::vector<double> sorted = sorted_known(values);
            standard_[s] = {draws[0][s], quantile_of_sorted(sorted, .025), quantile_of_sorted(sorted, .975),
                            first.replicates};
        }
    }

    const Estimate& standard(std::size_t statistic) const { return standard_[statistic]; }

    GapShare share(std::size_t statistic) const {
        std::vector<double> values;
        for (const Numbers& draw : priors_) values.push_back(draw[statistic]);
        const std::vector<double> sorted = sorted_known(values);
        return {standard_[statistic], quantile_of_sorted(sorted, .05), quantile_of_sorted(sorted, .5),
                quantile_of_sorted(sorted, .95)};
    }

private:
    const std::vector<Numbers>& priors_;
    std::vector<Estimate> standard_;
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
    const std::vector<Numbers> priors = over_priors(base, options, gap.cancelled);
    if (gap.cancelled) return gap;
    gap.priors = static_cast<int>(priors.size());

    const Assembler found(samples, priors, options.runs.seed);
    constexpr std::size_t value = statistics_per_measure;  // where the statistics of value begin
    constexpr std::size_t alone = 1;
    constexpr std::size_t shapley = 1 + gap_group_count + 2;
    gap.use_gap = found.standard(0);
    gap.value_gap = found.standard(value);
    for (std::size_t g = 0; g < gap_group_count; ++g)
        gap.rows.push_back({std::string(groups[g].name), found.share(alone + g), found.share(shapley + g),
                            found.share(value + alone + g), found.share(value + shapley + g)});
    for (std::size_t i = 0; i < 2; ++i)
        gap.rows.push_back({i == 0 ? "all groups" : "every attribute", found.share(alone + gap_group_count + i),
                            nothing(), found.share(value + alone + gap_group_count + i), nothing()});
    return gap;
}

}  // namespace algemeente

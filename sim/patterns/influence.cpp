#include "patterns/influence.h"

#include "patterns/contrasts.h"
#include "patterns/measures.h"
#include "text/calendar.h"

#include <functional>
#include <numeric>

namespace algemeente {

namespace {

/// Periods of five years; the first two years are warm-up and belong to the first.
constexpr int period_years = 5;
constexpr std::size_t periods = 3;
constexpr std::size_t stages = pipeline_stage_count;  ///< of the pipeline: those in which a factor can bind

/// What a run leaves behind.
struct InfluenceMeasures {
    /// [period][domain][stage][factor]: project-months in which the factor was the lowest.
    std::array<std::array<std::array<std::array<double, factor_count>, stages>, domain_count>, periods> bound{};
    ByDomain value;  ///< June 2027
    Passages passages{};
};

/// Streams of the bootstraps count the numbers of a run: those of binding first, then two values, then passages.
constexpr std::uint64_t number_of_binding(std::size_t period, std::size_t domain, std::size_t stage,
                                          std::size_t factor) {
    return ((period * domain_count + domain) * stages + stage) * factor_count + factor;
}
constexpr std::uint64_t number_of_passage(std::size_t domain, std::size_t stage) {
    return number_of_binding(periods, 0, 0, 0) + domain_count + 3 * (domain * passage_count + stage);
}

Numbers measure_influence(const FinishedRun& run) {
    InfluenceMeasures measured;
    const std::vector<BindingCounts>& years = run.history.records.bindings;
    for (std::size_t year = 0; year < years.size() && year < periods * period_years; ++year)
        for (std::size_t d = 0; d < domain_count; ++d)
            for (std::size_t stage = 0; stage < stages; ++stage)
                for (std::size_t k = 0; k < factor_count; ++k)
                    measured.bound[year / period_years][d][stage][k] += years[year][d][stage][k];
    measured.value = outcome_at(run.history, "value", month_2027_june);
    measured.passages = passages_of(run.history.records.projects, run.history.months);
    return numbers_of(measured);
}

double passing_share(const Passage& passage) {
    return passage.passed / passage.entered;
}

double months_in_stage(const Passage& passage) {
    return passage.months / passage.passed;
}

using PassageReading = double (*)(const Passage&);

constexpr int quick_resamples = 400;  // there are hundreds of small statistics

/// A statistic with its interval; without one where too few replicates are behind it.
Estimate interval_of(const std::vector<std::vector<Numbers>>& samples,
                     const std::function<double(const Means&)>& statistic, std::uint64_t seed, std::uint64_t stream,
                     int draws = bootstrap_draws) {
    return without_limits_of_few(bootstrap(samples, statistic, seed, stream, draws), bootstrap_level);
}

void add_bindings(Influence& influence, const std::vector<std::vector<Numbers>>& samples, std::uint64_t seed) {
    for (std::size_t period = 0; period < periods; ++period)
        for (std::size_t d = 0; d < domain_count; ++d)
            for (std::size_t stage = 0; stage < stages; ++stage)
                for (std::size_t k = 0; k < factor_count; ++k) {
                    const auto binding_share = [=](const InfluenceMeasures& base) {
                        const std::array<double, factor_count>& bound = base.bound[period][d][stage];
                        return bound[k] / std::accumulate(bound.begin(), bound.end(), 0.0);
                    };
                    const Estimate share = interval_of({samples[0]}, reading_of(std::function(binding_share)), seed,
                                                       2000 + number_of_binding(period, d, stage, k), quick_resamples);
                    if (!(share.value > 0)) continue;  // it does not count in this stage
                    const int first = first_year + static_cast<int>(period) * period_years;
                    influence.bindings.push_back({static_cast<Domain>(d), static_cast<Stage>(stage + 1), first,
                                                  first + period_years - 1, static_cast<Factor>(k), share});
                }
}

using Samples = std::vector<std::vector<Numbers>>;

void add_passages(Influence& influence, const Samples& samples, std::uint64_t seed) {
    for (std::size_t d = 0; d < domain_count; ++d)
        for (std::size_t stage = 0; stage < passage_count; ++stage) {
            const auto estimate = [&](PassageReading read, std::uint64_t stream) {
                const auto of_base = [=](const InfluenceMeasures& base) { return read(base.passages[d][stage]); };
                return interval_of({samples[0]}, reading_of(std::function(of_base)), seed,
                                   stream + number_of_passage(d, stage), quick_resamples);
            };
            influence.passages.push_back({static_cast<Domain>(d), static_cast<Stage>(stage),
                                          estimate(passing_share, 4000), estimate(months_in_stage, 5000)});
        }
}

KnockDown knock_down_of(std::size_t factor, std::size_t d, const Samples& samples, std::uint64_t seed) {
    const Samples pair = {samples[0], samples[factor + 1]};
    KnockDown knock_down;
    knock_down.factor = static_cast<Factor>(factor);
    knock_down.domain = static_cast<Domain>(d);
    knock_down.value =
        interval_of(pair, reading_of(std::function(change_of(&InfluenceMeasures::value, knock_down.domain))), seed,
                    3000 + 2 * factor + d);
    for (std::size_t stage = 0; stage < passage_count; ++stage) {
        const auto change = [&](PassageReading read, std::uint64_t stream) {
            const auto of_both = [=](const InfluenceMeasures& base, const InfluenceMeasures& halved) {
                return relative_change(read(halved.passages[d][stage]), read(base.passages[d][stage]));
            };
            return interval_of(pair, reading_of(std::function(of_both)), seed, stream, quick_resamples);
        };
        const std::uint64_t stream = 6000 + 100 * factor + number_of_passage(d, stage);
        knock_down.stages[stage] = {change(passing_share, stream), change(months_in_stage, stream + 10'000)};
    }
    return knock_down;
}

}  // namespace

Stage KnockDown::hardest_hit() const {
    std::size_t hardest = 0;
    for (std::size_t stage = 1; stage < passage_count; ++stage)
        if (stages[stage].share.value < stages[hardest].share.value) hardest = stage;
    return static_cast<Stage>(hardest);
}

Passages passages_of(std::span<const ProjectRecord> projects, int months) {
    constexpr int ripe_months = 36;  ///< a project that entered so long before the end has had its chance
    Passages passages{};
    for (const ProjectRecord& project : projects) {
        const std::array<int, passage_count + 1> entered = {project.born, project.started, project.piloted,
                                                            project.implemented, project.used};
        for (std::size_t stage = 0; stage < passage_count; ++stage) {
            if (entered[stage] < 0 || entered[stage] >= months - ripe_months) continue;
            Passage& passage = passages[static_cast<std::size_t>(project.domain)][stage];
            passage.entered += 1;
            if (entered[stage + 1] < 0) continue;
            passage.passed += 1;
            passage.months += entered[stage + 1] - entered[stage];
        }
    }
    return passages;
}

Influence influence_of_factors(const Scenario& base, int replicates, const BatchOptions& runs) {
    const Contrasts contrasts(base);
    std::vector<Variant> variants = {{base, replicates}};
    for (int k = 0; k < factor_count; ++k)
        variants.push_back({contrasts.called("half:" + std::string(factor_word(static_cast<Factor>(k)))), replicates});
    const Samples samples = read_variants(variants, true, runs, measure_influence);
    Influence influence;
    influence.cancelled = samples.empty();
    if (influence.cancelled) return influence;

    add_bindings(influence, samples, runs.seed);
    add_passages(influence, samples, runs.seed);
    for (std::size_t k = 0; k < factor_count; ++k)
        for (std::size_t d = 0; d < domain_count; ++d)
            influence.knock_downs.push_back(knock_down_of(k, d, samples, runs.seed));
    return influence;
}

}  // namespace algemeente

#include "patterns/influence.h"

#include "patterns/contrasts.h"
#include "patterns/measures.h"
#include "text/calendar.h"

namespace algemeente {

namespace {

/// Periods of five years; the first two years are warm-up and belong to the first.
constexpr int period_years = 5;
constexpr std::size_t periods = 3;
constexpr std::size_t stages = pipeline_stage_count;  ///< of the pipeline: those in which a factor can bind

constexpr std::size_t place_of(std::size_t period, std::size_t domain, std::size_t stage, std::size_t factor) {
    return ((period * domain_count + domain) * stages + stage) * factor_count + factor;
}

/// Where the numbers behind the counts of binding begin: value by domain, then passages.
constexpr std::size_t value_place = place_of(periods, 0, 0, 0);
constexpr std::size_t passage_place(std::size_t domain, std::size_t stage) {
    return value_place + domain_count + 3 * (domain * passage_count + stage);
}

/// Counts of binding by period, domain, stage and factor; value by domain in June 2027; passages.
Numbers measure_influence(const FinishedRun& run) {
    Numbers numbers(value_place, 0.0);
    const std::vector<BindingCounts>& years = run.history.records.bindings;
    for (std::size_t year = 0; year < years.size() && year < periods * period_years; ++year)
        for (std::size_t d = 0; d < domain_count; ++d)
            for (std::size_t stage = 0; stage < stages; ++stage)
                for (std::size_t k = 0; k < factor_count; ++k)
                    numbers[place_of(year / period_years, d, stage, k)] += years[year][d][stage][k];
    for (const Domain domain : both_domains)
        numbers.push_back(outcome_at(run.history, "value", domain, month_2027_june));
    for (const auto& domain : passages_of(run.history.records.projects, run.history.months))
        for (const Passage& passage : domain)
            numbers.insert(numbers.end(), {passage.entered, passage.passed, passage.months});
    return numbers;
}

double passing_share(const Numbers& means, std::size_t place) {
    return means[place + 1] / means[place];
}

double months_in_stage(const Numbers& means, std::size_t place) {
    return means[place + 2] / means[place + 1];
}

using Reading = double (*)(const Numbers&, std::size_t);

double binding_share(const Numbers& means, std::size_t period, std::size_t domain, std::size_t stage,
                     std::size_t factor) {
    double sum = 0;
    for (std::size_t k = 0; k < factor_count; ++k) sum += means[place_of(period, domain, stage, k)];
    return means[place_of(period, domain, stage, factor)] / sum;
}

void add_bindings(Influence& influence, const std::vector<std::vector<Numbers>>& samples, std::uint64_t seed) {
    for (std::size_t period = 0; period < periods; ++period)
        for (std::size_t d = 0; d < domain_count; ++d)
            for (std::size_t stage = 0; stage < stages; ++stage)
                for (std::size_t k = 0; k < factor_count; ++k) {
                    const std::size_t place = place_of(period, d, stage, k);
                    const Estimate share = bootstrap(
                        {samples[0]}, [=](const Means& means) { return binding_share(means[0], period, d, stage, k); },
                        seed, 2000 + place, 400);
                    if (!(share.value > 0)) continue;  // it does not count in this stage
                    const int first = first_year + static_cast<int>(period) * period_years;
                    influence.bindings.push_back({static_cast<Domain>(d), static_cast<Stage>(stage + 1), first,
                                                  first + period_years - 1, static_cast<Factor>(k), share});
                }
}

using Samples = std::vector<std::vector<Numbers>>;
constexpr int quick_resamples = 400;  // there are hundreds of small statistics

void add_passages(Influence& influence, const Samples& samples, std::uint64_t seed) {
    for (std::size_t d = 0; d < domain_count; ++d)
        for (std::size_t stage = 0; stage < passage_count; ++stage) {
            const std::size_t place = passage_place(d, stage);
            const auto estimate = [&](Reading reading, std::uint64_t stream) {
                return bootstrap(
                    {samples[0]}, [=](const Means& means) { return reading(means[0], place); }, seed, stream + place,
                    quick_resamples);
            };
            influence.passages.push_back({static_cast<Domain>(d), static_cast<Stage>(stage),
                                          estimate(passing_share, 4000), estimate(months_in_stage, 5000)});
        }
}

KnockDown knock_down_of(std::size_t factor, std::size_t d, const Samples& samples, std::uint64_t seed) {
    const auto change = [&](Reading reading, std::size_t place, std::uint64_t stream, int resamples) {
        return bootstrap(
            {samples[0], samples[factor + 1]},
            [=](const Means& means) { return relative_change(reading(means[1], place), reading(means[0], place)); },
            seed, stream, resamples);
    };
    const auto value_of_domain = [](const Numbers& means, std::size_t place) { return means[place]; };
    KnockDown knock_down;
    knock_down.factor = static_cast<Factor>(factor);
    knock_down.domain = static_cast<Domain>(d);
    knock_down.value = change(value_of_domain, value_place + d, 3000 + 2 * factor + d, bootstrap_draws);
    for (std::size_t stage = 0; stage < passage_count; ++stage) {
        const std::size_t place = passage_place(d, stage);
        const std::uint64_t stream = 6000 + 100 * factor + place;
        knock_down.stages[stage] = {change(passing_share, place, stream, quick_resamples),
                                    change(months_in_stage, place, stream + 10'000, quick_resamples)};
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

Influence influence_of_factors(const Scenario& base, int replicates, const ManyRunsOptions& runs) {
    const Contrasts contrasts(base);
    std::vector<ManyRunsJob> jobs = {{base, replicates}};
    for (int k = 0; k < factor_count; ++k)
        jobs.push_back({contrasts.called("half:" + std::string(factor_word(static_cast<Factor>(k)))), replicates});
    Samples samples(jobs.size(), std::vector<Numbers>(static_cast<std::size_t>(replicates)));
    Influence influence;
    influence.cancelled = !run_many(jobs, runs, [&](const FinishedRun& run) {
        samples[run.job][static_cast<std::size_t>(run.replicate)] = measure_influence(run);
    });
    if (influence.cancelled) return influence;

    add_bindings(influence, samples, runs.seed);
    add_passages(influence, samples, runs.seed);
    for (std::size_t k = 0; k < factor_count; ++k)
        for (std::size_t d = 0; d < domain_count; ++d)
            influence.knock_downs.push_back(knock_down_of(k, d, samples, runs.seed));
    return influence;
}

}  // namespace algemeente

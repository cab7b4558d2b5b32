#include "patterns/influence.h"

#include "patterns/contrasts.h"
#include "patterns/measures.h"
#include "text/calendar.h"

namespace algemeente {

namespace {

/// Periods of five years; the first two years are warm-up and belong to the first.
constexpr int period_years = 5;
constexpr std::size_t periods = 3;
constexpr std::size_t stages = pipeline_stage_count;

constexpr std::size_t place_of(std::size_t period, std::size_t domain, std::size_t stage, std::size_t factor) {
    return ((period * domain_count + domain) * stages + stage) * factor_count + factor;
}

/// Counts of binding by period, domain, stage and factor; then value by domain in June 2027.
Numbers measure_influence(const FinishedRun& run) {
    Numbers numbers(place_of(periods, 0, 0, 0), 0.0);
    const std::vector<BindingCounts>& years = run.history.records.bindings;
    for (std::size_t year = 0; year < years.size() && year < periods * period_years; ++year)
        for (std::size_t d = 0; d < domain_count; ++d)
            for (std::size_t stage = 0; stage < stages; ++stage)
                for (std::size_t k = 0; k < factor_count; ++k)
                    numbers[place_of(year / period_years, d, stage, k)] += years[year][d][stage][k];
    for (const Domain domain : both_domains)
        numbers.push_back(outcome_at(run.history, "value", domain, month_2027_june));
    return numbers;
}

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

}  // namespace

Influence influence_of_factors(const Scenario& base, int replicates, const ManyRunsOptions& runs) {
    const Contrasts contrasts(base);
    std::vector<ManyRunsJob> jobs = {{base, replicates}};
    for (int k = 0; k < factor_count; ++k)
        jobs.push_back({contrasts.called("half:" + std::string(factor_word(static_cast<Factor>(k)))), replicates});
    std::vector<std::vector<Numbers>> samples(jobs.size(), std::vector<Numbers>(static_cast<std::size_t>(replicates)));
    Influence influence;
    influence.cancelled = !run_many(jobs, runs, [&](const FinishedRun& run) {
        samples[run.job][static_cast<std::size_t>(run.replicate)] = measure_influence(run);
    });
    if (influence.cancelled) return influence;

    add_bindings(influence, samples, runs.seed);
    constexpr std::size_t value = place_of(periods, 0, 0, 0);
    for (std::size_t k = 0; k < factor_count; ++k)
        for (std::size_t d = 0; d < domain_count; ++d)
            influence.knock_downs.push_back(
                {static_cast<Factor>(k), static_cast<Domain>(d),
                 bootstrap(
                     {samples[0], samples[k + 1]},
                     [d](const Means& means) { return relative_change(means[1][value + d], means[0][value + d]); },
                     runs.seed, 3000 + 2 * k + d)});
    return influence;
}

}  // namespace algemeente

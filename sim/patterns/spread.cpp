#include "patterns/spread.h"

#include "output/csv_file.h"
#include "statistics/summary.h"
#include "text/calendar.h"

#include <algorithm>
#include <cmath>

namespace algemeente {

namespace {

std::size_t place_of(std::size_t month, Domain domain, std::size_t outcome) {
    return (month * domain_count + static_cast<std::size_t>(domain)) * domain_outcomes().size() + outcome;
}

constexpr Domain domains[] = {Domain::social, Domain::physical};

void write_spread(const PriorRuns& runs, const std::filesystem::path& file) {
    CsvFile csv(file, "month,date,domain,outcome,mean,luck_sd,assumptions_sd,p05,p50,p95");
    for (std::size_t m = 0; m < runs.months.size(); ++m)
        for (const Domain domain : domains)
            for (std::size_t o = 0; o < domain_outcomes().size(); ++o) {
                const SpreadParts parts = runs.spread(m, domain, o);
                csv.whole(runs.months[m])
                    .text(date_of(runs.months[m]))
                    .text(domain_word(domain))
                    .text(domain_outcomes()[o].name)
                    .number(parts.mean)
                    .number(parts.luck)
                    .number(parts.assumptions)
                    .number(parts.p05)
                    .number(parts.p50)
                    .number(parts.p95)
                    .end_row();
            }
    csv.finish();
}

void write_draws(const PriorRuns& runs, const std::filesystem::path& file) {
    constexpr std::string_view at_the_end[] = {"in_use", "value", "reach_share"};
    std::string header = "draw";
    for (const std::string_view outcome : at_the_end)
        for (const Domain domain : domains)
            header += "," + std::string(outcome) + "_" + std::string(domain_word(domain));
    for (const PriorDimension& dimension : runs.dimensions) header += "," + dimension.name;
    CsvFile csv(file, header);
    for (std::size_t draw = 0; draw < runs.draws.size(); ++draw) {
        csv.whole(static_cast<std::int64_t>(draw + 1));
        for (const std::string_view outcome : at_the_end)
            for (const Domain domain : domains) {
                std::vector<double> values;
                for (const std::vector<double>& numbers : runs.numbers[draw])
                    values.push_back(numbers[place_of(runs.months.size() - 1, domain, find_domain_outcome(outcome))]);
                csv.number(mean_of(sorted_known(values)));
            }
        for (const PriorDimension& dimension : runs.dimensions) csv.number(value_of(runs.draws[draw], dimension));
        csv.end_row();
    }
    csv.finish();
}

}  // namespace

SpreadParts spread_parts(const std::vector<std::vector<double>>& values) {
    std::vector<double> means;
    double variance_within = 0;
    double replicates = 0;
    double draws_with_spread = 0;
    for (const std::vector<double>& draw : values) {
        const std::vector<double> known = sorted_known(draw);
        if (known.empty()) continue;
        const double mean = mean_of(known);
        means.push_back(mean);
        if (known.size() < 2) continue;
        double squares = 0;
        for (const double value : known) squares += (value - mean) * (value - mean);
        variance_within += squares / static_cast<double>(known.size() - 1);
        replicates += static_cast<double>(known.size());
        draws_with_spread += 1;
    }
    SpreadParts parts;
    parts.mean = mean_of(means);
    double variance_of_means = 0;
    for (const double mean : means) variance_of_means += (mean - parts.mean) * (mean - parts.mean);
    if (means.size() > 1) variance_of_means /= static_cast<double>(means.size() - 1);
    if (draws_with_spread > 0) {
        variance_within /= draws_with_spread;
        parts.luck = std::sqrt(variance_within);
        variance_of_means -= variance_within / (replicates / draws_with_spread);
    }
    parts.assumptions = std::sqrt(std::max(0.0, variance_of_means));
    const std::vector<double> sorted = sorted_known(means);
    parts.p05 = quantile_of_sorted(sorted, .05);
    parts.p50 = quantile_of_sorted(sorted, .50);
    parts.p95 = quantile_of_sorted(sorted, .95);
    return parts;
}

SpreadParts PriorRuns::spread(std::size_t month, Domain domain, std::size_t outcome) const {
    std::vector<std::vector<double>> values;
    for (const auto& draw : numbers) {
        values.emplace_back();
        for (const std::vector<double>& run : draw) values.back().push_back(run[place_of(month, domain, outcome)]);
    }
    return spread_parts(values);
}

PriorRuns run_priors(const Scenario& base, int draws, int replicates, const ManyRunsOptions& options) {
    PriorRuns runs;
    runs.replicates = replicates;
    runs.dimensions = prior_dimensions(base.use_cases);
    for (int month = 0; month < base.months(); ++month)
        if (is_december(month) || month == base.months() - 1) runs.months.push_back(month);
    std::vector<ManyRunsJob> jobs;
    for (const std::vector<double>& point :
         latin_hypercube(runs.dimensions.size(), static_cast<std::size_t>(draws), options.seed)) {
        runs.draws.push_back(scenario_at(base, runs.dimensions, point));
        jobs.push_back({runs.draws.back(), replicates});
    }
    runs.numbers.assign(jobs.size(), std::vector<std::vector<double>>(static_cast<std::size_t>(replicates)));
    ManyRunsOptions plain = options;
    plain.records = false;
    runs.cancelled = !run_many(jobs, plain, [&](const FinishedRun& run) {
        std::vector<double>& numbers = runs.numbers[run.job][static_cast<std::size_t>(run.replicate)];
        for (const int month : runs.months)
            for (const Domain domain : domains)
                for (std::size_t o = 0; o < domain_outcomes().size(); ++o)
                    numbers.push_back(run.history.domain_value(month, domain, o));
    });
    return runs;
}

void write_prior_runs(const PriorRuns& runs, const std::filesystem::path& folder) {
    write_spread(runs, folder / "spread.csv");
    write_draws(runs, folder / "draws.csv");
}

}  // namespace algemeente

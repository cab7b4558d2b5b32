#include "patterns/spread.h"

#include "output/result_file.h"
#include "statistics/summary.h"
#include "text/calendar.h"
#include "text/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace algemeente {

namespace {

constexpr Domain domains[] = {Domain::social, Domain::physical};

Table spread_table(const PriorRuns& runs) {
    Table table{{"month", "date", "domain", "outcome", "mean", "luck_sd", "assumptions_sd", "p05", "p50", "p95"}, {}};
    for (std::size_t m = 0; m < runs.months.size(); ++m)
        for (const Domain domain : domains)
            for (std::size_t o = 0; o < domain_outcomes().size(); ++o) {
                const SpreadParts parts = runs.spread(m, domain, o);
                table.rows.push_back({static_cast<double>(runs.months[m]), date_of(runs.months[m]),
                                      std::string(domain_word(domain)), std::string(domain_outcomes()[o].name),
                                      parts.mean, parts.luck, parts.assumptions, parts.p05, parts.p50, parts.p95});
            }
    return table;
}

Table draws_table(const PriorRuns& runs) {
    constexpr std::string_view at_the_end[] = {"in_use", "value", "reach_share"};
    Table table{{"draw"}, {}};
    for (const std::string_view outcome : at_the_end)
        for (const Domain domain : domains) table.columns.push_back(fmt::format("{}_{}", outcome, domain_word(domain)));
    for (const PriorDimension& dimension : runs.dimensions) table.columns.push_back(dimension.name);
    for (std::size_t draw = 0; draw < runs.draws.size(); ++draw) {
        std::vector<Cell> row = {static_cast<double>(draw + 1)};
        for (const std::string_view outcome : at_the_end)
            for (const Domain domain : domains) {
                std::vector<double> values;
                for (const ObservedOutcomes& run : runs.values[draw])
                    values.push_back(run.at(runs.months.size() - 1, domain, find_domain_outcome(outcome)));
                row.emplace_back(mean_of(sorted_known(values)));
            }
        for (const PriorDimension& dimension : runs.dimensions) row.emplace_back(value_of(runs.draws[draw], dimension));
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

ObservedOutcomes::ObservedOutcomes(const History& history, std::span<const int> months) {
    for (const int month : months)
        for (const Domain domain : domains)
            for (std::size_t o = 0; o < domain_outcomes().size(); ++o)
                values_.push_back(history.domain_value(month, domain, o));
}

double ObservedOutcomes::at(std::size_t month, Domain domain, std::size_t outcome) const {
    return values_[(month * domain_count + static_cast<std::size_t>(domain)) * domain_outcomes().size() + outcome];
}

SpreadParts spread_parts(const std::vector<std::vector<double>>& values) {
    std::vector<double> means;
    double variance_within = 0;
    double replicates = 0;
    double draws_with_spread = 0;
    for (const std::vector<double>& draw : values) {
        const std::vector<double> known = sorted_known(draw);
        if (known.empty()) continue;
        means.push_back(mean_of(known));
        if (known.size() < 2) continue;
        variance_within += variance_of(known);
        replicates += static_cast<double>(known.size());
        draws_with_spread += 1;
    }
    SpreadParts parts;
    parts.mean = mean_of(means);
    double variance_of_means = variance_of(means);
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
    std::vector<std::vector<double>> by_draw;
    for (const std::vector<ObservedOutcomes>& draw : values) {
        by_draw.emplace_back();
        for (const ObservedOutcomes& run : draw) by_draw.back().push_back(run.at(month, domain, outcome));
    }
    return spread_parts(by_draw);
}

PriorRuns run_priors(const Scenario& base, int draws, int replicates, const BatchOptions& options) {
    PriorRuns runs;
    runs.replicates = replicates;
    runs.dimensions = prior_dimensions(base.use_cases);
    for (int month = 0; month < base.months(); ++month)
        if (is_december(month) || month == base.months() - 1) runs.months.push_back(month);
    std::vector<Variant> variants;
    for (const std::vector<double>& point :
         prior_points(runs.dimensions.size(), static_cast<std::size_t>(draws), options.seed)) {
        runs.draws.push_back(scenario_at(base, runs.dimensions, point));
        variants.push_back({runs.draws.back(), replicates});
    }
    runs.values = read_variants(variants, false, options,
                                [&runs](const FinishedRun& run) { return ObservedOutcomes(run.history, runs.months); });
    runs.cancelled = runs.values.empty();
    return runs;
}

void write_prior_runs(const PriorRuns& runs, const std::filesystem::path& folder) {
    write_file(folder / "spread.csv", table_as_csv(spread_table(runs), CsvDigits::seven));
    write_file(folder / "draws.csv", table_as_csv(draws_table(runs), CsvDigits::seven));
}

}  // namespace algemeente

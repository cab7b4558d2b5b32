#include "viewer/plot/choropleth.h"

#include "text/calendar.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace algemeente::viewer {

namespace {

double measured(const MunicipalValues& values, MapMeasure measure) {
    switch (measure) {
        case MapMeasure::in_use: return values.in_use;
        case MapMeasure::pipeline: return values.pipeline;
        case MapMeasure::ever_in_use: return values.ever_in_use;
        case MapMeasure::abandoned: return values.abandoned;
        case MapMeasure::discontinued: return values.discontinued;
        case MapMeasure::value: return values.value;
    }
    return 0;
}

std::size_t kept_in(const RunData& run, MapMeasure measure) {
    return measure == MapMeasure::in_use ? run.in_use.size() : run.municipal.size();
}

/// A quantity of which the ends of `years` years are kept, in a month: `at_end(year)` at the end of that year.
template <typename AtEnd>
double in_month(int month, std::size_t years, const AtEnd& at_end) {
    const auto year = static_cast<std::size_t>(std::max(0, month)) / months_per_year;
    if (year >= years) return at_end(years - 1);
    if (is_december(month)) return at_end(year);
    const double before = year > 0 ? at_end(year - 1) : 0;
    return before + (at_end(year) - before) * (month % months_per_year + 1) / months_per_year;
}

}  // namespace

std::size_t years_in(const RunData& run, std::size_t municipalities) {
    return municipalities == 0 ? 0 : run.in_use.size() / (municipalities * domain_count);
}

double in_use_of(const RunData& run, std::size_t municipalities, std::size_t year, std::size_t municipality,
                 Domain domain, Reading reading) {
    return run.uses(reading,
                    (year * municipalities + municipality) * domain_count + static_cast<std::size_t>(index_of(domain)));
}

double in_use_at(const RunData& run, std::size_t municipalities, int month, std::size_t municipality, Domain domain,
                 Reading reading) {
    return in_month(month, years_in(run, municipalities), [&](std::size_t year) {
        return in_use_of(run, municipalities, year, municipality, domain, reading);
    });
}

double municipal_mean(const ScenarioRuns& runs, std::size_t municipalities, int month, std::size_t municipality,
                      Domain domain, MapMeasure measure, Reading reading) {
    const std::size_t in_year = municipalities * domain_count;
    const std::size_t own = municipality * domain_count + static_cast<std::size_t>(index_of(domain));
    double sum = 0;
    int count = 0;
    for (const auto& run : runs.runs) {
        const std::size_t years = in_year == 0 ? 0 : kept_in(*run, measure) / in_year;
        if (years == 0) continue;
        sum += in_month(month, years, [&](std::size_t year) -> double {
            const std::size_t at = year * in_year + own;
            return measure == MapMeasure::in_use ? run->uses(reading, at) : measured(run->municipal[at], measure);
        });
        ++count;
    }
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

int municipal_runs(const ScenarioRuns& runs, MapMeasure measure) {
    return static_cast<int>(
        std::count_if(runs.runs.begin(), runs.runs.end(), [&](const auto& run) { return kept_in(*run, measure) > 0; }));
}

}  // namespace algemeente::viewer

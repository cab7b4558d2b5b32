#include "output/csv_file.h"
#include "output/csv_tables.h"
#include "present/summary.h"
#include "text/calendar.h"

namespace algemeente {

namespace {

/// The columns from `replicates` to `p95`. Without replicates there is nothing to summarise: empty cells.
void write_band(CsvFile& csv, const present::Band& band) {
    csv.whole(band.count);
    for (const double value : {band.mean, band.p05, band.p25, band.p50, band.p75, band.p95}) {
        if (band.count == 0) {
            csv.text("");
        } else {
            csv.number(value);
        }
    }
}

/// Calls `write_row(month, domain, outcome)` in the order of the file.
template <class WriteRow>
void for_each_row(int months, WriteRow write_row) {
    const std::size_t outcomes = domain_outcomes().size();
    for (int month = 0; month < months; ++month) {
        for (const Domain domain : {Domain::social, Domain::physical}) {
            for (std::size_t outcome = 0; outcome < outcomes; ++outcome) write_row(month, domain, outcome);
        }
    }
}

}  // namespace

void write_bands_csv(const Ensemble& ensemble, const std::filesystem::path& file) {
    CsvFile csv(file, "scenario,month,date,domain,outcome,replicates,mean,p05,p25,p50,p75,p95");
    for (const ScenarioResult& result : ensemble.scenarios) {
        const present::Runs runs(result);
        for_each_row(runs.months(), [&](int month, Domain domain, std::size_t outcome) {
            csv.text(result.scenario.name).whole(month).text(date_of(month)).text(domain_word(domain));
            csv.text(domain_outcomes()[outcome].name);
            write_band(csv, present::band_of(runs, month, domain, outcome));
            csv.end_row();
        });
    }
    csv.finish();
}

void write_differences_csv(const Ensemble& ensemble, const std::filesystem::path& file) {
    CsvFile csv(file, "scenario,baseline,month,date,domain,outcome,replicates,mean,p05,p25,p50,p75,p95,share_higher");
    for (std::size_t scenario = 1; scenario < ensemble.scenarios.size(); ++scenario) {
        const ScenarioResult& baseline = ensemble.scenarios.front();
        const ScenarioResult& other = ensemble.scenarios[scenario];
        const present::Runs base(baseline);
        const present::Runs runs(other);
        for_each_row(runs.months(), [&](int month, Domain domain, std::size_t outcome) {
            const present::Difference difference = present::difference_of(runs, base, month, domain, outcome);
            csv.text(other.scenario.name).text(baseline.scenario.name).whole(month).text(date_of(month));
            csv.text(domain_word(domain)).text(domain_outcomes()[outcome].name);
            write_band(csv, difference.band);
            if (difference.band.count == 0) {
                csv.text("");
            } else {
                csv.number(static_cast<double>(difference.direction.higher) / difference.direction.count);
            }
            csv.end_row();
        });
    }
    csv.finish();
}

}  // namespace algemeente

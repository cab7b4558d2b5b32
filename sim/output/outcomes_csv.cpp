#include "output/csv_file.h"
#include "output/csv_tables.h"
#include "text/calendar.h"

#include <string>

namespace algemeente {

namespace {

void write_month(CsvFile& csv, const std::string& scenario, std::size_t replicate, const History& history, int month,
                 Domain domain) {
    csv.text(scenario).whole(static_cast<std::int64_t>(replicate)).whole(month).text(date_of(month));
    csv.text(domain_word(domain));
    const std::size_t outcomes = domain_outcomes().size();
    for (std::size_t outcome = 0; outcome < outcomes; ++outcome) {
        csv.number(history.domain_value(month, domain, outcome));
    }
    csv.end_row();
}

}  // namespace

void write_outcomes_csv(const Ensemble& ensemble, const std::filesystem::path& file) {
    std::string header = "scenario,replicate,month,date,domain";
    for (const OutcomeInfo& outcome : domain_outcomes()) header.append(",").append(outcome.name);

    CsvFile csv(file, header);
    for (const ScenarioResult& result : ensemble.scenarios) {
        for (std::size_t replicate = 0; replicate < result.replicates.size(); ++replicate) {
            const History& history = result.replicates[replicate];
            for (int month = 0; month < history.months; ++month) {
                for (const Domain domain : {Domain::social, Domain::physical}) {
                    write_month(csv, result.scenario.name, replicate, history, month, domain);
                }
            }
        }
    }
    csv.finish();
}

}  // namespace algemeente

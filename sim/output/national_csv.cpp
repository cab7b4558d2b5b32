#include "output/csv_file.h"
#include "output/csv_tables.h"
#include "text/calendar.h"

#include <string>

namespace algemeente {

void write_national_csv(const Ensemble& ensemble, const std::filesystem::path& file) {
    const std::size_t outcomes = national_outcomes().size();
    std::string header = "scenario,replicate,month,date";
    for (const OutcomeInfo& outcome : national_outcomes()) header.append(",").append(outcome.name);

    CsvFile csv(file, header);
    for (const ScenarioResult& result : ensemble.scenarios) {
        for (std::size_t replicate = 0; replicate < result.replicates.size(); ++replicate) {
            const History& history = result.replicates[replicate];
            for (int month = 0; month < history.months; ++month) {
                csv.text(result.scenario.name).whole(static_cast<std::int64_t>(replicate));
                csv.whole(month).text(date_of(month));
                for (std::size_t outcome = 0; outcome < outcomes; ++outcome) {
                    csv.number(history.national_value(month, outcome));
                }
                csv.end_row();
            }
        }
    }
    csv.finish();
}

}  // namespace algemeente

#include "output/conditions.h"
#include "output/csv_file.h"
#include "output/csv_tables.h"
#include "text/calendar.h"

namespace algemeente {

namespace {

/// Its number and its date; two empty cells if it never came.
void write_month(CsvFile& csv, int month) {
    if (month < 0)
        csv.text("").text("");
    else
        csv.whole(month).text(date_of(month));
}

}  // namespace

void write_conditions_csv(const Ensemble& ensemble, const std::filesystem::path& file) {
    CsvFile csv(file, "scenario,replicate,lever,value,when,until_when,begins_month,begins,ends_month,ends");
    for (const ScenarioResult& result : ensemble.scenarios) {
        const std::vector<std::vector<Spell>> spells = spells_by_change(result);
        for (std::size_t replicate = 0; replicate < result.replicates.size(); ++replicate) {
            for (std::size_t i = 0; i < spells.size(); ++i) {
                const ConditionalChange& change = result.scenario.conditional_changes[i];
                csv.text(result.scenario.name).whole(static_cast<std::int64_t>(replicate));
                csv.text(change.lever).number(change.value).text(change.when).text(change.until_when);
                write_month(csv, spells[i][replicate].begun);
                write_month(csv, spells[i][replicate].ended);
                csv.end_row();
            }
        }
    }
    csv.finish();
}

}  // namespace algemeente

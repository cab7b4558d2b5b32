#include "output/csv_file.h"
#include "output/csv_tables.h"

#include <algorithm>
#include <array>

namespace algemeente {

namespace {

using Occurs = std::array<std::array<bool, use_case_capacity>, domain_count>;

/// In which domains a kind of use occurs in any scenario: where people have ideas for it, or something happened.
Occurs occurring(const Ensemble& ensemble) {
    Occurs occurs{};
    for (const ScenarioResult& result : ensemble.scenarios) {
        for (std::size_t use_case = 0; use_case < result.scenario.use_cases.size(); ++use_case) {
            occurs[0][use_case] |= result.scenario.use_cases[use_case].mix_social > 0;
            occurs[1][use_case] |= result.scenario.use_cases[use_case].mix_physical > 0;
        }
        for (const History& history : result.replicates)
            for (const UseCaseYear& row : history.use_cases)
                if (row.in_use + row.national + row.mandated + row.registered + row.started + row.discontinued +
                        row.incidents >
                    0)
                    occurs[static_cast<std::size_t>(index_of(row.domain))][row.use_case] = true;
    }
    return occurs;
}

}  // namespace

void write_use_cases_csv(const Ensemble& ensemble, const std::filesystem::path& file) {
    CsvFile csv(file,
                "scenario,replicate,year,use_case,domain,in_use,own,bought,national,mandated,registered,started,"
                "discontinued,incidents");
    const Occurs occurs = occurring(ensemble);
    for (const ScenarioResult& result : ensemble.scenarios)
        for (std::size_t replicate = 0; replicate < result.replicates.size(); ++replicate)
            for (const UseCaseYear& row : result.replicates[replicate].use_cases) {
                if (!occurs[static_cast<std::size_t>(index_of(row.domain))][row.use_case]) continue;
                csv.text(result.scenario.name).whole(static_cast<std::int64_t>(replicate)).whole(row.year);
                csv.text(use_case_name(row.use_case)).text(domain_word(row.domain));
                csv.whole(row.in_use).whole(row.own()).whole(row.bought).whole(row.national).whole(row.mandated);
                csv.whole(row.registered).whole(row.started).whole(row.discontinued).whole(row.incidents);
                csv.end_row();
            }
    csv.finish();
}

}  // namespace algemeente

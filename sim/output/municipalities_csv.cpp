#include "output/csv_file.h"
#include "output/csv_tables.h"

namespace algemeente {

void write_municipalities_csv(const Ensemble& ensemble, const std::filesystem::path& file) {
    CsvFile csv(file,
                "scenario,replicate,year,gm_code,domain,in_use,pipeline,ever_in_use,discontinued,abandoned,value,trust,"
                "binding_factor,in_use_bought,in_use_all,registered");
    for (const ScenarioResult& result : ensemble.scenarios) {
        for (std::size_t replicate = 0; replicate < result.replicates.size(); ++replicate) {
            for (const MunicipalityYear& year : result.replicates[replicate].years) {
                csv.text(result.scenario.name).whole(static_cast<std::int64_t>(replicate)).whole(year.year);
                csv.text(ensemble.country[year.municipality].gm_code).text(domain_word(year.domain));
                csv.whole(year.in_use).whole(year.pipeline).whole(year.ever_in_use).whole(year.discontinued);
                csv.whole(year.abandoned).number(year.value).number(year.trust);
                csv.text(year.binding == Factor::none ? "" : factor_word(year.binding));
                csv.whole(year.in_use_bought).whole(year.in_use_all).whole(year.registered);
                csv.end_row();
            }
        }
    }
    csv.finish();
}

}  // namespace algemeente

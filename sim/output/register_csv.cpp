#include "netherlands/products.h"
#include "output/csv_file.h"
#include "output/csv_tables.h"

namespace algemeente {

namespace {

void write_record(CsvFile& csv, const RegisterRecord& record, const std::vector<Product>& products) {
    const bool is_listed = record.product >= 0;
    const Product* product = is_listed ? &products.at(static_cast<std::size_t>(record.product)) : nullptr;
    csv.text(domain_word(record.domain)).text(use_case_name(record.use_case));
    csv.text(is_listed ? product->name : "").text(is_listed ? product->supplier : "");
    csv.whole(record.names_supplier ? 1 : 0).text(record.says_ended ? "out_of_use" : "in_use");
    csv.whole(record.runs ? 1 : 0);
    csv.end_row();
}

}  // namespace

void write_register_csv(const Ensemble& ensemble, const std::filesystem::path& file) {
    CsvFile csv(file, "scenario,replicate,gm_code,domain,use_case,product,supplier,bought,status,runs");
    for (const ScenarioResult& result : ensemble.scenarios) {
        const std::vector<Product> products = products_of(result.scenario);
        for (std::size_t replicate = 0; replicate < result.replicates.size(); ++replicate)
            for (const RegisterRecord& record : result.replicates[replicate].records_in_register) {
                csv.text(result.scenario.name).whole(static_cast<std::int64_t>(replicate));
                csv.text(ensemble.country[record.municipality].gm_code);
                write_record(csv, record, products);
            }
    }
    csv.finish();
}

}  // namespace algemeente

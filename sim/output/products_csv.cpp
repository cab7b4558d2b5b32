#include "netherlands/products.h"
#include "output/csv_file.h"
#include "output/csv_tables.h"
#include "text/calendar.h"

namespace algemeente {

void write_products_csv(const Ensemble& ensemble, const std::filesystem::path& file) {
    CsvFile csv(file, "scenario,replicate,month,date,product,use_case,route,supplier,users,reputation,struck");
    for (const ScenarioResult& result : ensemble.scenarios) {
        const std::vector<Product> products = products_of(result.scenario);
        for (std::size_t replicate = 0; replicate < result.replicates.size(); ++replicate) {
            const History& history = result.replicates[replicate];
            for (std::size_t i = 0; i < history.product_users.size(); ++i) {
                const auto month = static_cast<int>(i / products.size());
                const std::size_t position = i % products.size();
                const Product& product = products[position];
                csv.text(result.scenario.name).whole(static_cast<std::int64_t>(replicate)).whole(month);
                csv.text(date_of(month)).text(product.name).text(use_case_name(product.use_case));
                csv.text(route_word(product.route)).text(product.supplier).whole(history.product_users[i]);
                csv.number(history.product_reputations[i]).whole(history.product_struck[position] <= month ? 1 : 0);
                csv.end_row();
            }
        }
    }
    csv.finish();
}

}  // namespace algemeente

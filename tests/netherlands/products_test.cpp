// The products that suppliers offer: what the data say, what a scenario changes, and what is refused.
#include "netherlands/products.h"
#include "netherlands/product_change.h"

#include "netherlands/country.h"
#include "netherlands/data_files.h"
#include "text/calendar.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>

namespace algemeente {

namespace {

const Product& product_called(const std::vector<Product>& products, const std::string& name) {
    return *std::find_if(products.begin(), products.end(), [&](const Product& one) { return one.name == name; });
}

std::string error_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const InputError& error) {
        return error.what();
    }
    return "(accepted)";
}

/// The data with one text replaced by another.
std::string error_of_data(const std::string& what, const std::string& with) {
    const auto folder = std::filesystem::path(testing::TempDir()) / "products";
    std::filesystem::create_directories(folder);
    std::stringstream content;
    content << std::ifstream(data_folder() / products_file).rdbuf();
    std::string text = content.str();
    text.replace(text.find(what), what.size(), with);
    std::ofstream(folder / products_file) << text;
    const std::string message = error_of([&] { read_products(folder); });
    return message.starts_with(folder.string()) ? message.substr(folder.string().size() + 1) : message;
}

Scenario supplied() {
    Scenario scenario;
    scenario.supply = true;
    return scenario;
}

}  // namespace

TEST(Products, are_those_of_the_data) {
    const std::vector<Product> products = products_of(supplied());
    const Product& scorecard = product_called(products, "welfare_scorecard");
    EXPECT_EQ(scorecard.use_case, find_use_case("welfare_risk_scoring"));
    EXPECT_EQ(scorecard.route, Route::cooperative);
    EXPECT_EQ(scorecard.launch, month_of(2004, 1));  // below 0: before 2015
    EXPECT_EQ(scorecard.withdrawn, month_of(2020, 8));
    EXPECT_EQ(scorecard.mandated_from, never);
    const Product& debts = product_called(products, "debt_matching_a");
    EXPECT_EQ(debts.mandated_from, month_of(2021, 1));
    EXPECT_EQ(debts.push_in(month_of(2018, 6)), 1);
    EXPECT_EQ(debts.push_in(month_of(2020, 6)), 10);
}

TEST(Products, do_not_exist_without_suppliers) {
    EXPECT_TRUE(products_of(Scenario{}).empty());
}

TEST(Products, keep_their_random_draws_wherever_they_stand) {
    const std::vector<Product> products = products_of(supplied());
    EXPECT_NE(products[0].key, products[1].key);
    Scenario more = supplied();
    more.products.push_back(
        product_change("another", {{&ProductChange::use_case, "area_model"}, {&ProductChange::route, "market"}}));
    EXPECT_EQ(products_of(more)[0].key, products[0].key);
}

TEST(Products, are_changed_withdrawn_and_mandated_by_a_scenario) {
    Scenario scenario = supplied();
    scenario.products.push_back(product_change("welfare_scorecard", {{&ProductChange::withdrawn, "never"}}));
    scenario.products.push_back(product_change("social_monitor", {{&ProductChange::mandated_from, "2026-01"}}));
    scenario.products.back().push = 2;
    const std::vector<Product> products = products_of(scenario);
    const Product& scorecard = product_called(products, "welfare_scorecard");
    EXPECT_EQ(scorecard.withdrawn, never);
    EXPECT_FALSE(scorecard.can_be_struck);
    EXPECT_EQ(scorecard.users_2015, 165);
    const Product& monitor = product_called(products, "social_monitor");
    EXPECT_EQ(monitor.mandated_from, month_of(2026, 1));
    EXPECT_TRUE(monitor.statutory);
    EXPECT_EQ(monitor.push_in(month_of(2016, 1)), 2) << "a push that a scenario names has no campaign";
}

TEST(Products, of_a_scenario_are_refused_when_nobody_knows_them) {
    Scenario scenario = supplied();
    scenario.products.push_back(product_change("welfare_scorecart", {{&ProductChange::withdrawn, "2019-01"}}));
    EXPECT_EQ(error_of([&] { products_of(scenario); }),
              "product.name: unknown product 'welfare_scorecart'; did you mean 'welfare_scorecard'?; a new one needs a "
              "use_case and a route");
    scenario.products.back().use_case = "welfare_risk_scoring";
    scenario.products.back().route = "market";
    EXPECT_EQ(products_of(scenario).back().route, Route::market);
}

TEST(Products, of_the_data_are_refused_with_file_line_and_column) {
    EXPECT_EQ(error_of_data("welfare_risk_scoring,2,cooperative", "welfare_risk_scorin,2,cooperative"),
              "supply.csv:2: use_case: unknown word 'welfare_risk_scorin'; did you mean 'welfare_risk_scoring'?");
    EXPECT_EQ(error_of_data("2004-01,2020-08", "2004,2020-08"),
              "supply.csv:2: launch: expected a date YYYY-MM, got '2004'");
    EXPECT_EQ(error_of_data(",everybody,0.2,", ",everybody,1.2,"), "supply.csv:2: brings_sources: 1.2 is outside 0..1");
    EXPECT_EQ(error_of_data("welfare_risk_model,", "welfare_scorecard,"),
              "supply.csv:3: name: this product is there twice");
    EXPECT_EQ(error_of_data("route,", "rout,"), "supply.csv:1: route: no such column; did you mean 'rout'?");
}

}  // namespace algemeente

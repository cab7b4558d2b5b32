#include "netherlands/products.h"

#include "netherlands/country.h"
#include "netherlands/csv_table.h"
#include "netherlands/data_files.h"
#include "text/calendar.h"
#include "text/error.h"
#include "text/nearest_name.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace algemeente {

namespace {

constexpr std::array<std::string_view, route_count> routes = {"market", "national", "cooperative"};
constexpr std::array<std::string_view, 2> kinds_of_eligible = {"everybody", "paid_parking"};  // enumerators
constexpr std::array<std::string_view, 2> no_and_yes = {"no", "yes"};                         // false and true

/// Position of a word among those that are known, or as many as there are.
std::size_t position_of(std::string_view word, std::span<const std::string_view> words) {
    return static_cast<std::size_t>(std::find(words.begin(), words.end(), word) - words.begin());
}

std::size_t word_in(const CsvTable& table, std::size_t row, std::string_view column,
                    std::span<const std::string_view> words) {
    const std::string& word = table.text(row, column);
    const std::size_t position = position_of(word, words);
    if (position == words.size()) {
        const std::string nearest = did_you_mean(word, words);
        table.reject(row, column,
                     fmt::format("unknown word '{}'{}", word,
                                 nearest.empty() ? fmt::format("; expected {}", fmt::join(words, ", ")) : nearest));
    }
    return position;
}

bool is_yes(const CsvTable& table, std::size_t row, std::string_view column) {
    return word_in(table, row, column, no_and_yes) == 1;
}

/// An empty cell is a month that does not come.
int month_in(const CsvTable& table, std::size_t row, std::string_view column) {
    const std::string& date = table.text_or_nothing(row, column);
    if (date.empty()) return never;
    const std::optional<int> month = parse_any_month(date);
    if (!month) table.reject(row, column, fmt::format("expected a date YYYY-MM, got '{}'", date));
    return *month;
}

double number_in(const CsvTable& table, std::size_t row, std::string_view column, double low, double high) {
    const double number = table.number(row, column);
    if (number < low || number > high)
        table.reject(row, column, fmt::format("{} is outside {}..{}", number, low, high));
    return number;
}

void take_campaign(Product& product, const CsvTable& table, std::size_t row, double hardest_push) {
    product.campaign_from = month_in(table, row, "campaign_from");
    if (product.campaign_from == never) return;
    product.campaign_until = month_in(table, row, "campaign_until");
    if (product.campaign_until < product.campaign_from)
        table.reject(row, "campaign_until", "lies before campaign_from");
    product.campaign_push = number_in(table, row, "campaign_push", 0, hardest_push);
}

Product product_in(const CsvTable& table, std::size_t row) {
    // limits against typing errors
    constexpr double most_users = 1000;
    constexpr double longest_delivery = 60;
    constexpr double hardest_push = 100;
    Product product;
    product.name = table.text(row, "name");
    product.english = table.text(row, "english");
    product.dutch = table.text(row, "dutch");
    product.supplier = table.text(row, "supplier");
    product.use_case = word_in(table, row, "use_case", use_case_names());
    product.level =
        static_cast<int>(number_in(table, row, "level", 1, standard_use_cases()[product.use_case].level_max));
    product.route = static_cast<Route>(word_in(table, row, "route", routes));
    product.launch = month_in(table, row, "launch");
    product.withdrawn = month_in(table, row, "withdrawn");
    product.mandated_from = month_in(table, row, "mandated_from");
    product.eligible = static_cast<Eligible>(word_in(table, row, "eligible", kinds_of_eligible));
    product.brings_sources = number_in(table, row, "brings_sources", 0, 1);
    product.closed = is_yes(table, row, "closed");
    product.statutory = is_yes(table, row, "statutory");
    product.open_to_all = is_yes(table, row, "open_to_all");
    product.market_share = number_in(table, row, "market_share", 0, 1);
    product.users_2015 = number_in(table, row, "users_2015", 0, most_users);
    product.deliver_months = number_in(table, row, "deliver_months", 0, longest_delivery);
    product.push = number_in(table, row, "push", 0, hardest_push);
    take_campaign(product, table, row, hardest_push);
    return product;
}

/// FNV-1a of the name, so that a product keeps its random draws wherever it stands in the list.
std::uint32_t key_of(std::string_view name) {
    constexpr std::uint32_t offset_basis = 0x811C9DC5U;
    constexpr std::uint32_t prime = 0x01000193U;
    std::uint32_t key = offset_basis;
    for (const char letter : name) key = (key ^ static_cast<unsigned char>(letter)) * prime;
    return key;
}

Product* product_called(std::vector<Product>& products, std::string_view name) {
    const auto found =
        std::find_if(products.begin(), products.end(), [&](const Product& product) { return product.name == name; });
    return found == products.end() ? nullptr : &*found;
}

/// A product that only the scenario knows needs to say what it is.
Product new_product(const ProductChange& change, const std::vector<Product>& known, const Scenario& scenario) {
    const std::string missing = change.use_case.empty() ? "use_case" : change.route.empty() ? "route" : "";
    if (!missing.empty()) {
        std::vector<std::string_view> names;
        for (const Product& product : known) names.push_back(product.name);
        throw InputError(fmt::format("{}: unknown product '{}'{}; a new one needs a use_case and a route",
                                     place_of_product(scenario, change.name), change.name,
                                     did_you_mean(change.name, names)));
    }
    constexpr double usual_months = 2;    // as most products of the data
    constexpr double usual_sources = .5;  // half of the data come with it, as most products of the data
    Product product;
    product.name = product.english = product.dutch = product.supplier = change.name;
    product.deliver_months = usual_months;
    product.brings_sources = usual_sources;
    product.open_to_all = change.route == route_word(Route::national);
    return product;
}

void change_month(int& month, const std::string& date) {
    if (date.empty()) return;
    month = date == never_word ? never : parse_any_month(date).value_or(never);
}

void apply(const ProductChange& change, Product& product) {
    if (!change.use_case.empty()) product.use_case = find_use_case(change.use_case);
    if (!change.route.empty()) product.route = static_cast<Route>(position_of(change.route, routes));
    if (!change.supplier.empty()) product.supplier = change.supplier;
    change_month(product.launch, change.launch);
    change_month(product.withdrawn, change.withdrawn);
    if (!change.withdrawn.empty()) product.can_be_struck = change.withdrawn != never_word;
    change_month(product.mandated_from, change.mandated_from);
    if (change.mandated_from != never_word && !change.mandated_from.empty()) product.statutory = true;
    if (change.level > 0) product.level = change.level;
    if (change.push < 0) return;
    product.push = change.push;
    product.campaign_from = product.campaign_until = never;
}

}  // namespace

std::string_view route_word(Route route) {
    return routes[static_cast<std::size_t>(route)];
}

std::vector<Product> read_products(const std::filesystem::path& folder) {
    const CsvTable table(folder / products_file);
    std::vector<Product> products;
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        Product product = product_in(table, row);
        if (product_called(products, product.name) != nullptr) table.reject(row, "name", "this product is there twice");
        products.push_back(std::move(product));
    }
    return products;
}

std::vector<Product> products_of(const Scenario& scenario) {
    if (!scenario.supply) return {};
    std::vector<Product> products = read_products(data_folder());
    for (const ProductChange& change : scenario.products) {
        if (product_called(products, change.name) == nullptr)
            products.push_back(new_product(change, products, scenario));
        apply(change, *product_called(products, change.name));
    }
    for (Product& product : products) product.key = key_of(product.name);
    if (products.size() > product_limit)
        throw InputError(fmt::format("{}: more than {} products; remove some", scenario.name, product_limit));
    return products;
}

}  // namespace algemeente

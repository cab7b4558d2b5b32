// With suppliers: what municipalities choose, what they use, and what a register shows, side by side.
#include "netherlands/products.h"
#include "output/report_parts.h"
#include "present/words/product_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace algemeente {

namespace {

/// Three readings of the same municipalities.
struct Reading {
    std::string_view outcome;
    Word title;
};
constexpr Reading readings[] = {{"in_use", Word::r_reading_chosen},
                                {"in_use_all", Word::r_reading_used},
                                {"registered", Word::r_reading_registered}};

constexpr std::string_view origins[] = {"in_use_own", "in_use_bought", "in_use_national", "in_use_mandated",
                                        "in_use_all", "withdrawn",     "registered"};

std::vector<std::size_t> with_suppliers(const ReportInput& input) {
    std::vector<std::size_t> positions;
    for (std::size_t position = 0; position < input.scenarios().size(); ++position)
        if (input.scenario(position).supply) positions.push_back(position);
    return positions;
}

std::string readings_figure(const ReportInput& input, const std::vector<std::size_t>& positions) {
    std::string drawings;
    std::string letters;
    for (const std::size_t position : positions) {
        for (const Reading& reading : readings) {
            const std::size_t outcome = find_domain_outcome(reading.outcome);
            drawings += domains_chart(input, position, outcome, shared_limits(input, outcome),
                                      {{present::third_width, 230}, 76, false, input.say(reading.title)});
        }
        if (input.compares()) letters += fmt::format("{} &ensp; ", scenario_chip(input, position));
    }
    return figure(drawings, std::size(readings), letters + prose(input.say(Word::r_readings_caption)));
}

std::string origins_table(const ReportInput& input, const std::vector<std::size_t>& positions) {
    present::HtmlTable table;
    if (input.compares()) table.columns.push_back({std::string(input.say(Word::r_scenario))});
    table.columns.push_back({std::string(input.say(Word::r_domain))});
    for (const std::string_view name : origins) table.columns.push_back({input.name(name), true});
    for (const std::size_t position : positions) {
        for (const Domain domain : {Domain::social, Domain::physical}) {
            std::vector<std::string> row;
            if (input.compares()) row.push_back(scenario_chip(input, position));
            row.emplace_back(present::domain_short(domain, input.language()));
            for (const std::string_view name : origins)
                row.push_back(input.number(
                    present::band_of(input.runs(position), input.last_month(), domain, find_domain_outcome(name)).p50));
            table.rows.push_back(std::move(row));
        }
    }
    return present::table_html(table) +
           present::paragraph(
               input.fill(Word::r_origins_note, present::when_words(input.last_month(), input.language())), "note");
}

/// A product in one scenario: its users in each run and month.
struct ProductUsers {
    std::size_t scenario = 0;
    present::Fan fan;
};

struct ShownProduct {
    Product product;
    double most_users = 0;
    std::vector<ProductUsers> scenarios;
};

void add_product(std::vector<ShownProduct>& shown, const Product& product, ProductUsers users) {
    auto found = std::find_if(shown.begin(), shown.end(),
                              [&](const ShownProduct& other) { return other.product.name == product.name; });
    if (found == shown.end()) found = shown.insert(shown.end(), {product, 0, {}});
    for (const present::Band& band : users.fan) found->most_users = std::max(found->most_users, band.p50);
    found->scenarios.push_back(std::move(users));
}

void add_products(std::vector<ShownProduct>& shown, const ReportInput& input, std::size_t position) {
    const ScenarioResult& result = input.scenarios()[position];
    const std::vector<Product> products = products_of(result.scenario);
    const std::size_t needed = products.size() * static_cast<std::size_t>(input.months);
    const bool counted = std::all_of(result.replicates.begin(), result.replicates.end(),
                                     [&](const History& history) { return history.product_users.size() >= needed; });
    for (std::size_t k = 0; counted && k < products.size(); ++k)
        add_product(
            shown, products[k],
            {position, present::fan_over(result.replicates.size(), input.months, [&](std::size_t run, int month) {
                 return result.replicates[run].product_users[static_cast<std::size_t>(month) * products.size() + k];
             })});
}

/// Those with most users in any scenario, the most used first.
std::vector<ShownProduct> products_to_show(const ReportInput& input, const std::vector<std::size_t>& positions) {
    constexpr std::size_t most = 9;
    std::vector<ShownProduct> shown;
    for (const std::size_t position : positions) add_products(shown, input, position);
    std::erase_if(shown, [](const ShownProduct& one) { return one.most_users <= 0; });
    std::stable_sort(shown.begin(), shown.end(), [](const ShownProduct& one, const ShownProduct& other) {
        return one.most_users > other.most_users;
    });
    if (shown.size() > most) shown.erase(shown.begin() + most, shown.end());
    return shown;
}

std::string product_chart(const ReportInput& input, const ShownProduct& shown) {
    present::FanChart chart = fan_chart(input, present::product_name(shown.product, input.language()));
    chart.end_room = input.compares() ? 56 : 40;
    for (const ProductUsers& users : shown.scenarios) {
        include(chart.y, users.fan);
        chart.series.push_back({.fan = &users.fan,
                                .slot = users.scenario,
                                .ink = users.scenario == 0 ? present::Ink::text : present::Ink::soft_text,
                                .spread = !input.compares(),
                                .label = input.compares() ? letter_of(users.scenario) : std::string()});
    }
    return drawing(chart, {present::third_width, 190}, input.language());
}

std::string products_figure(const ReportInput& input, const std::vector<std::size_t>& positions) {
    std::string drawings;
    for (const ShownProduct& shown : products_to_show(input, positions)) drawings += product_chart(input, shown);
    if (drawings.empty()) return {};
    return present::heading(3, input.say(Word::r_products)) +
           figure(drawings, 3, prose(input.say(Word::r_products_caption)));
}

}  // namespace

std::string supply_section(const ReportInput& input) {
    const std::vector<std::size_t> positions = with_suppliers(input);
    if (positions.empty()) return {};
    return section_heading(input, Word::r_supply) + present::paragraph(input.say(Word::r_supply_words)) +
           readings_figure(input, positions) + origins_table(input, positions) + products_figure(input, positions);
}

}  // namespace algemeente

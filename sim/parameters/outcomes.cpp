#include "parameters/outcomes.h"

#include "text/error.h"
#include "text/nearest_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace algemeente {

namespace {

constexpr OutcomeInfo domain_rows[] = {
#define OUTCOME(name, unit, aggregation, meaning, expression) {#name, unit, Aggregation::aggregation, meaning},
#include "parameters/outcomes.def"
};

constexpr OutcomeInfo national_rows[] = {
#define OUTCOME(name, unit, aggregation, meaning, expression) {#name, unit, Aggregation::aggregation, meaning},
#include "parameters/national_outcomes.def"
};

constexpr auto domain_names_of_rows = [] {
    std::array<std::string_view, std::size(domain_rows)> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = domain_rows[i].name;
    return all;
}();

constexpr auto all_names = [] {
    std::array<std::string_view, std::size(domain_rows) + std::size(national_rows)> all{};
    for (std::size_t i = 0; i < std::size(domain_rows); ++i) all[i] = domain_rows[i].name;
    for (std::size_t i = 0; i < std::size(national_rows); ++i) all[std::size(domain_rows) + i] = national_rows[i].name;
    return all;
}();

// tests/ensemble/supply_test.cpp runs a world without suppliers and one with them, and asks for exactly these
constexpr std::string_view of_suppliers[] = {
    "in_use_national",   "in_use_mandated",       "withdrawn",      "suppliers_concentration", "registered",
    "registered_in_use", "registered_out_of_use", "value_mandated", "registered_mandated",     "internal_in_use"};

bool is_among(std::span<const OutcomeInfo> rows, std::string_view name) {
    return std::any_of(rows.begin(), rows.end(), [&](const OutcomeInfo& row) { return row.name == name; });
}

std::size_t position_of(std::span<const OutcomeInfo> rows, std::string_view name, std::string_view kind) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const OutcomeInfo& row) { return row.name == name; });
    if (found != rows.end()) return static_cast<std::size_t>(found - rows.begin());
    std::vector<std::string_view> names;
    for (const OutcomeInfo& row : rows) names.push_back(row.name);
    throw InputError(fmt::format("unknown {} outcome '{}'{}", kind, name, did_you_mean(name, names)));
}

}  // namespace

std::span<const OutcomeInfo> domain_outcomes() {
    return domain_rows;
}
std::span<const OutcomeInfo> national_outcomes() {
    return national_rows;
}
std::span<const std::string_view> domain_outcome_names() {
    return domain_names_of_rows;
}
std::span<const std::string_view> all_outcome_names() {
    return all_names;
}
bool is_domain_outcome(std::string_view name) {
    return is_among(domain_rows, name);
}
bool is_national_outcome(std::string_view name) {
    return is_among(national_rows, name);
}
bool counts_suppliers(std::string_view name) {
    return std::find(std::begin(of_suppliers), std::end(of_suppliers), name) != std::end(of_suppliers);
}
std::size_t find_domain_outcome(std::string_view name) {
    return position_of(domain_rows, name, "domain");
}
std::size_t find_national_outcome(std::string_view name) {
    return position_of(national_rows, name, "national");
}

}  // namespace algemeente

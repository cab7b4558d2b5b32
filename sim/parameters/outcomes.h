// What is measured every month: the names of outcomes, for files that speak of them. How each is measured is the last
// column of the same tables (outcomes.def, national_outcomes.def), which only observe/observe.cpp reads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace algemeente {

/// How an outcome of several municipalities becomes one: for headings and for the viewer.
enum class Aggregation : std::uint8_t { total, mean, share };

/// One row of outcomes.def.
struct OutcomeInfo {
    std::string_view name;
    std::string_view unit;
    Aggregation aggregation;
    std::string_view meaning;
};

/// Outcomes per domain, in the order of the columns of outcomes.csv (from the fifth on).
std::span<const OutcomeInfo> domain_outcomes();
/// Outcomes of the nation, in the order of the columns of national.csv (from the fourth on).
std::span<const OutcomeInfo> national_outcomes();
std::span<const std::string_view> domain_outcome_names();
/// Of both tables, those per domain first.
std::span<const std::string_view> all_outcome_names();

/// Whether there is an outcome of that name.
bool is_domain_outcome(std::string_view name);
bool is_national_outcome(std::string_view name);

/// Whether the outcome is nothing, or does not exist, in every world without suppliers.
bool counts_suppliers(std::string_view name);

/// Position in domain_outcomes() or national_outcomes(). Throws InputError with the nearest name if there is none.
std::size_t find_domain_outcome(std::string_view name);
std::size_t find_national_outcome(std::string_view name);

}  // namespace algemeente

// Inhabitants by year inside the boundaries of today.
#pragma once

#include "netherlands/csv_table.h"

#include <cstdint>
#include <map>
#include <vector>

namespace algemeente {

/// Inhabitants on 1 January by year, inside the boundaries of that year.
using PublishedPopulation = std::map<int, double>;

/// All municipalities that ever were in the file, by key.
std::map<std::uint32_t, PublishedPopulation> read_populations(const CsvTable& table);

/// First and last year published inside the boundaries of today (the division of municipalities of 2023 still holds).
inline constexpr int boundaries_since = 2023;
inline constexpr int last_published_year = 2026;

/// The first of those years that `published` lacks; 0 when it has them all.
int first_missing_year(const PublishedPopulation& published);

/// Years 2015 to 2029. From 2023 to 2026 as published. Earlier years count while the step to the next year is at most
/// 6 %: a larger one is a merger, and before it the last accepted value is held, as outside the years published.
/// A merger with a much smaller neighbour passes for growth (Weesp joined Amsterdam in 2022: a step of 4 %).
std::vector<double> population_series(const PublishedPopulation& published);

}  // namespace algemeente

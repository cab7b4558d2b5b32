#include "netherlands/population_series.h"

#include "netherlands/country.h"
#include "text/calendar.h"

#include <cmath>

namespace algemeente {

namespace {

constexpr int last_series_year = first_year + population_years - 1;

/// Between the largest real growth of a year (5.8 %, Blaricum 2017) and the smallest merger that must not count
/// (Súdwest-Fryslân 2018, 6.5 %). Vlieland's 8 % in 2022 is real, but a hundred people.
constexpr double largest_growth = 0.06;

}  // namespace

std::map<std::uint32_t, PublishedPopulation> read_populations(const CsvTable& table) {
    std::map<std::uint32_t, PublishedPopulation> populations;
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        const std::uint32_t key = table.municipality_key(row, "gm_code");
        const int year = table.whole_number(row, "year");
        const double population = table.number(row, "population");
        if (population <= 0) table.reject(row, "population", "must be above 0");
        if (!populations[key].emplace(year, population).second) table.reject(row, "year", "this year is listed twice");
    }
    return populations;
}

int first_missing_year(const PublishedPopulation& published) {
    for (int year = boundaries_since; year <= last_published_year; ++year) {
        if (!published.contains(year)) return year;
    }
    return 0;
}

std::vector<double> population_series(const PublishedPopulation& published) {
    std::vector<double> series(population_years);
    const auto in_year = [&](int year) -> double& { return series[static_cast<std::size_t>(year - first_year)]; };

    for (int year = boundaries_since; year <= last_published_year; ++year) in_year(year) = published.at(year);
    for (int year = last_published_year + 1; year <= last_series_year; ++year) in_year(year) = in_year(year - 1);

    bool same_boundaries = true;
    for (int year = boundaries_since - 1; year >= first_year; --year) {
        const double next = in_year(year + 1);
        const auto found = published.find(year);
        same_boundaries = same_boundaries && found != published.end() &&
                          std::abs(next - found->second) <= largest_growth * found->second;
        in_year(year) = same_boundaries ? found->second : next;
    }
    return series;
}

}  // namespace algemeente

// Municipalities drawn as in specification C1.2, for comparison with the results of part H.
#include "mathematics/elementary.h"
#include "netherlands/country.h"
#include "netherlands/quotas.h"
#include "random/luck.h"
#include "text/calendar.h"
#include "text/error.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>

namespace algemeente {

namespace {

/// Specification C1.2, measured on the 390 municipalities of 2016: .313/.490/.118/.062/.018.
constexpr std::array<double, size_class_count> class_shares = {.31, .49, .12, .06, .02};
/// Those of the size classes, from the smallest to the largest municipality that is drawn.
constexpr std::array<double, size_class_count + 1> class_bounds = {5000, 20000, 50000, 100000, 200000, 850000};

/// Specification C1.2: a definition of the drawn population, which has no map.
constexpr int municipalities_per_region = 10;

/// Seven employees per 1,000 inhabitants, half in each domain: the small samples of C1.2 do not depend on it.
constexpr double employees_per_domain_and_inhabitant = 0.0035;

/// Log-uniform inside the class, in whole inhabitants.
double drawn_population(int size_class, double uniform) {
    const auto i = static_cast<std::size_t>(size_class);
    const double low = logarithm(class_bounds[i]);
    const double high = logarithm(class_bounds[i + 1]);
    // rounding of the logarithms may not push the smallest across the bound
    return std::max(class_bounds[i], std::floor(exponential(low + uniform * (high - low))));
}

MunicipalityFacts drawn_municipality(int number, int size_class, const Draws& draws, const Parameters& p) {
    const double population = drawn_population(size_class, draws[0]);
    const double factor = p.fiscal_low + draws[1] * (p.fiscal_high - p.fiscal_low);
    const double employees = employees_per_domain_and_inhabitant * population;
    return {.gm_code = fmt::format("SYN{:03}", number),
            .name = fmt::format("municipality {}", number),
            .key = static_cast<std::uint32_t>(number),
            .region = {},
            .population = population,
            .population_by_year = std::vector<double>(population_years, population),
            .size_class = size_class,
            .council_seats = council_seats_of(population),
            .fiscal_factor = factor,
            .change_factor = factor,
            .staff_served_population = population,
            .employees = employees + employees,
            .employees_social = employees,
            .employees_physical = employees,
            .neighbours = {}};
}

/// Deals municipalities out in a drawn order, because their numbers are ordered by size.
void set_regions(Country& country, const std::vector<double>& draws) {
    const std::size_t regions = std::max<std::size_t>(1, country.size() / municipalities_per_region);
    const std::vector<std::size_t> order = order_of(draws);
    for (std::size_t i = 0; i < order.size(); ++i) {
        country[order[i]].region = fmt::format("region {}", i % regions + 1);
    }
}

}  // namespace

Country draw_synthetic_country(int count, std::uint64_t seed, std::uint64_t replicate, const Parameters& parameters) {
    if (count < 1) throw InputError(fmt::format("municipalities: {} is not a number of municipalities", count));

    const Luck luck(seed, replicate);
    const std::vector<int> quotas = largest_remainder(count, class_shares);
    Country country;
    std::vector<double> region_draws;
    for (int size_class = 0; size_class < size_class_count; ++size_class) {
        for (int i = 0; i < quotas[static_cast<std::size_t>(size_class)]; ++i) {
            const int number = static_cast<int>(country.size()) + 1;
            const auto key = static_cast<std::uint64_t>(number);
            const Draws draws = luck.draws(Purpose::synthetic_population, key, before_first_month);
            country.push_back(drawn_municipality(number, size_class, draws, parameters));
            region_draws.push_back(draws[2]);
        }
    }
    set_regions(country, region_draws);
    return country;
}

}  // namespace algemeente

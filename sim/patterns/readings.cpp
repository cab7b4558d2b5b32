#include "patterns/readings.h"

namespace algemeente {

namespace {

constexpr int gap_from = 60;   ///< January 2020
constexpr int gap_until = 99;  ///< April 2023

}  // namespace

const std::array<double, factor_count> thesis_differences = {
    1,    // ict
    0,    // capacity
    3,    // data_availability
    1.5,  // data_readiness
    2,    // law
    3,    // legitimacy_citizens
    2,    // legitimacy_government
    2,    // involvement
    .5,   // willingness
    .5,   // ethics
};

std::array<double, factor_count> FactorLevels::gaps() const {
    std::array<double, factor_count> gaps{};
    for (std::size_t k = 0; k < factor_count; ++k) gaps[k] = physical.mean(k) - social.mean(k);
    return gaps;
}

FactorLevels factor_levels(const History& history) {
    FactorLevels measured;
    for (const Domain domain : both_domains) {
        FactorSums& sums = domain == Domain::social ? measured.social : measured.physical;
        for (std::size_t k = 0; k < factor_count; ++k)
            sums.levels[k] =
                weighted_sum(history, factor_word(static_cast<Factor>(k)), "pipeline", domain, gap_from, gap_until);
        sums.projects = sum_over(history, "pipeline", domain, gap_from, gap_until);
    }
    return measured;
}

std::array<std::vector<double>, domain_count> uses_by_municipality(const History& history, const Country& country,
                                                                   int year) {
    std::array<std::vector<double>, domain_count> uses;
    for (std::vector<double>& of_domain : uses) of_domain.resize(country.size());
    for (const MunicipalityYear& row : history.years)
        if (row.year == year) uses[static_cast<std::size_t>(row.domain)][row.municipality] += row.in_use;
    return uses;
}

std::vector<double> populations_of(const Country& country) {
    std::vector<double> populations;
    for (const MunicipalityFacts& facts : country) populations.push_back(facts.population);
    return populations;
}

int crossing_month(const History& history) {
    constexpr int warm_up = 24;
    for (int month = warm_up; month < history.months; ++month)
        if (total_at(history, "in_use", month) > total_at(history, "pipeline", month)) return month;
    return history.months;
}

double at_work(const History& history, int year) {
    const int july = (year - 2015) * 12 + 6;
    return total_at(history, "pilot", july) + total_at(history, "implementation", july) +
           total_at(history, "in_use", july);
}

}  // namespace algemeente

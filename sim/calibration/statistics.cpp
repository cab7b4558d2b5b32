#include "calibration/statistics.h"

#include "patterns/measures.h"
#include "patterns/readings.h"
#include "statistics/poisson_slope.h"
#include "statistics/ranks.h"
#include "text/error.h"
#include "text/nearest_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace algemeente {

namespace {

constexpr int month_2018_end = 47;
constexpr int month_2021_end = 83;
constexpr int month_2022_end = 95;
constexpr int month_2025_april = past_months - 1;

double per_100_municipalities(double total, const PastRuns& runs) {
    return total * 100 / static_cast<double>(runs.country.size());
}

double uses(const PastRuns& runs) {
    return per_100_municipalities(total_at(runs.base, "in_use", month_2025_april), runs);
}

double uses_in_2018(const PastRuns& runs) {
    return per_100_municipalities(total_at(runs.base, "in_use", month_2018_end), runs);
}

/// Five are added to either, so that a domain with hardly any use does not make it boundless.
double physical_to_social(const PastRuns& runs) {
    constexpr double few = 5;
    const ByDomain in_use = outcome_at(runs.base, "in_use", month_2025_april);
    return (in_use.physical + few) / (in_use.social + few);
}

std::vector<double> all_uses(const PastRuns& runs, int year) {
    const auto by_domain = uses_by_municipality(runs.base, runs.country, year);
    std::vector<double> sums(runs.country.size(), 0.0);
    for (const std::vector<double>& of_domain : by_domain)
        for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += of_domain[i];
    return sums;
}

/// Share of municipalities of more than 100,000 inhabitants that have any algorithm in use, December 2018.
double large_with_use_in_2018(const PastRuns& runs) {
    constexpr int large = 3;
    const std::vector<double> in_use = all_uses(runs, 2018);
    double municipalities = 0;
    double with_use = 0;
    for (std::size_t i = 0; i < in_use.size(); ++i) {
        if (runs.country[i].size_class < large) continue;
        municipalities += 1;
        with_use += in_use[i] > 0 ? 1 : 0;
    }
    return municipalities > 0 ? with_use / municipalities : std::nan("");
}

double gini_of_uses(const PastRuns& runs) {
    return gini(all_uses(runs, 2024));
}

template <Domain domain>
double elasticity(const PastRuns& runs) {
    const auto by_domain = uses_by_municipality(runs.base, runs.country, 2024);
    return poisson_slope(populations_of(runs.country), by_domain[static_cast<std::size_t>(domain)]);
}

double without_use(const PastRuns& runs) {
    return national_at(runs.base, "without_use_share", month_2025_april);
}

double reach(const PastRuns& runs) {
    return total_at(runs.base, "ever_in_use", month_2025_april) / total_at(runs.base, "ideas_so_far", month_2025_april);
}

/// Over both domains, weighted by what came into use.
double lead_time(const PastRuns& runs) {
    const ByDomain months = outcome_at(runs.base, "lead_time_months", month_2025_april);
    const ByDomain projects = outcome_at(runs.base, "ever_in_use", month_2025_april);
    double sum = 0;
    for (const Domain domain : both_domains)
        if (projects[domain] > 0) sum += months[domain] * projects[domain];
    return sum / (projects.social + projects.physical);
}

double growth_2019_2021(const PastRuns& runs) {
    return at_work(runs.base, 2021) / at_work(runs.base, 2019);
}

double growth_2021_2024(const PastRuns& runs) {
    return at_work(runs.base, 2024) / at_work(runs.base, 2021);
}

double crossing(const PastRuns& runs) {
    return crossing_month(runs.base);
}

double trust_level(const PastRuns& runs) {
    return national_at(runs.base, "mean_trust", month_2025_april);
}

/// In the model nothing but algorithms, and news of them, moves trust in the municipality.
double trust_change(const PastRuns& runs) {
    return national_at(runs.base, "mean_trust", month_2021_end) - national_at(runs.base, "mean_trust", 0);
}

double concern_rise(const PastRuns& runs) {
    return national_at(runs.base, "mean_concern", month_2022_end) -
           national_at(runs.base, "mean_concern", month_2018_end);
}

/// What is left of that rise in April 2025, beyond half of it.
double concern_kept(const PastRuns& runs) {
    const double before = national_at(runs.base, "mean_concern", month_2018_end);
    const double left = national_at(runs.base, "mean_concern", month_2025_april) - before;
    return left - concern_rise(runs) / 2;
}

double incidents(const PastRuns& runs) {
    constexpr int ten_years = 119;
    return per_100_municipalities(total_at(runs.base, "incidents_so_far", ten_years), runs);
}

template <Domain domain>
double scandal_dip(const PastRuns& runs) {
    const double usual = sum_over(runs.base, "pipeline", domain, scandal_month + 4, scandal_months - 1);
    return 1 - sum_over(runs.scandal, "pipeline", domain, scandal_month + 4, scandal_months - 1) / usual;
}

/// Fall of the physical pipeline after a scandal about risk profiling, beyond a third of the social one.
double scandal_spill(const PastRuns& runs) {
    return scandal_dip<Domain::physical>(runs) - scandal_dip<Domain::social>(runs) / 3;
}

double profile(const PastRuns& runs) {
    return rank_correlation(factor_levels(runs.base).gaps(), thesis_differences);
}

/// The smallest of five gaps that the thesis calls large, beyond twice that of capacity.
double smallest_large_gap(const PastRuns& runs) {
    const FactorLevels levels = factor_levels(runs.base);
    const double capacity = levels.gap(Factor::capacity);
    double smallest = levels.gap(Factor::data_availability);
    for (const Factor factor :
         {Factor::data_readiness, Factor::involvement, Factor::legitimacy_citizens, Factor::legitimacy_government})
        smallest = std::min(smallest, levels.gap(factor));
    return smallest - 2 * (capacity < 0 ? -capacity : capacity);
}

template <Factor factor>
double gap_of(const PastRuns& runs) {
    return factor_levels(runs.base).gap(factor);
}

double willingness_rise(const PastRuns& runs) {
    double rise = 0;
    for (const Domain domain : both_domains)
        rise += outcome_at(runs.base, "employee_willingness", domain, month_2025_april) -
                outcome_at(runs.base, "employee_willingness", domain, 24);
    return rise / 2;
}

constexpr Statistic rows[] = {
    {"uses", "Algorithms in use per 100 municipalities, April 2025.", uses},
    {"uses_in_2018", "The same, December 2018.", uses_in_2018},
    {"physical_to_social", "Physical to social uses, five added to either, April 2025.", physical_to_social},
    {"large_with_use_in_2018", "Share of municipalities above 100,000 inhabitants with any use, December 2018.",
     large_with_use_in_2018},
    {"gini", "Gini coefficient of uses over municipalities, December 2024.", gini_of_uses},
    {"elasticity_social", "Exponent of social uses with population, December 2024.", elasticity<Domain::social>},
    {"elasticity_physical", "The same of physical uses.", elasticity<Domain::physical>},
    {"without_use", "Share of municipalities without any use, April 2025.", without_use},
    {"reach", "Share of all ideas so far that reached use, April 2025.", reach},
    {"lead_time_months", "Months from idea to use, April 2025.", lead_time},
    {"growth_2019_2021", "Pilots, implementations and uses, July 2021 to July 2019.", growth_2019_2021},
    {"growth_2021_2024", "The same, July 2024 to July 2021.", growth_2021_2024},
    {"crossing_month", "First month with more in use than in the pipeline.", crossing},
    {"trust", "Mean trust of citizens in their municipality, April 2025.", trust_level},
    {"trust_change", "Its change from January 2015 to December 2021, by algorithms and news of them.", trust_change},
    {"concern_rise", "Rise of mean concern about algorithms, December 2018 to December 2022.", concern_rise},
    {"concern_kept", "What is left of that rise in April 2025, beyond half of it.", concern_kept},
    {"incidents", "Public incidents per 100 municipalities, 2015 to 2024.", incidents},
    {"scandal_dip", "Fall of the social pipeline, months 5 to 12 after a scandal.", scandal_dip<Domain::social>},
    {"scandal_spill", "Fall of the physical pipeline then, beyond a third of the social one.", scandal_spill},
    {"profile", "Rank correlation of the ten factor gaps with the thesis's order.", profile},
    {"smallest_large_gap", "Smallest of five factor gaps, beyond twice that of capacity.", smallest_large_gap},
    {"capacity_gap", "Gap of capacity between the domains, 2020 to April 2023.", gap_of<Factor::capacity>},
    {"willingness_gap", "Gap of willingness between the domains, 2020 to April 2023.", gap_of<Factor::willingness>},
    {"willingness_rise", "Rise of employees' willingness, January 2017 to April 2025.", willingness_rise},
};

}  // namespace

std::span<const Statistic> statistics() {
    return rows;
}

std::size_t find_statistic(std::string_view name) {
    std::vector<std::string_view> names;
    for (const Statistic& row : rows) names.push_back(row.name);
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        throw InputError(fmt::format("'{}' is no statistic of a run{}", name, did_you_mean(name, names)));
    return static_cast<std::size_t>(found - names.begin());
}

}  // namespace algemeente

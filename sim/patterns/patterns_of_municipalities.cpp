// P16, P24 and P25: differences between municipalities, the course of adoption, and its order of magnitude.
#include "patterns/measures.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace algemeente {

namespace {

struct Differences {
    std::array<double, size_class_count> uses_by_size{};  ///< per municipality of a size class, in December 2029
    double gini = 0;                                      ///< of those uses over municipalities
    double without_use_share = 0;                         ///< April 2025
};

Differences measure_differences(const FinishedRun& run) {
    std::vector<double> uses(run.country.size(), 0.0);
    for (const MunicipalityYear& row : run.history.years)
        if (row.year == 2029) uses[row.municipality] += row.in_use;
    std::array<double, size_class_count> sums{};
    std::array<double, size_class_count> counts{};
    for (std::size_t i = 0; i < uses.size(); ++i) {
        const auto size = static_cast<std::size_t>(run.country[i].size_class);
        sums[size] += uses[i];
        counts[size] += 1;
    }
    Differences differences;
    for (std::size_t size = 0; size < size_class_count; ++size)
        differences.uses_by_size[size] = counts[size] > 0 ? sums[size] / counts[size] : std::nan("");
    differences.gini = gini(uses);
    differences.without_use_share = national_at(run.history, "without_use_share", month_2025_april);
    return differences;
}

double smallest_step_in_size(const Differences& base) {
    double smallest = unbounded;
    for (std::size_t size = 1; size < size_class_count; ++size)
        smallest = std::min(smallest, base.uses_by_size[size] - base.uses_by_size[size - 1]);
    return smallest;
}

Pattern differences_pattern() {
    return {.id = "P16",
            .sentence = "Municipalities differ strongly, by size and by knowledge.",
            .evidence = "E32",
            .pattern_class = PatternClass::emergent_validation,
            .scenarios = {"base"},
            .measure = measured_by(measure_differences),
            .checks = {above("smallest step in uses per municipality from one size class to the next", 0,
                             smallest_step_in_size),
                       between("Gini coefficient of uses over municipalities, end of 2029", .45, .75,
                               [](const Differences& base) { return base.gini; }),
                       between("share of municipalities without any use, April 2025", .15, .50,
                               [](const Differences& base) { return base.without_use_share; })}};
}

struct Course {
    double crossing_month = 0;           ///< in which more projects are first in use than in the pipeline
    double grows_most_in_2020_2024 = 0;  ///< 1 or 0
};

/// First such month after the warm-up; the end if there is none.
int crossing_month(const History& history) {
    constexpr int warm_up = 24;
    for (int month = warm_up; month < history.months; ++month)
        if (total_at(history, "in_use", month) > total_at(history, "pipeline", month)) return month;
    return history.months;
}

Course measure_course(const FinishedRun& run) {
    const double first = total_at(run.history, "in_use", 59);
    const double second = total_at(run.history, "in_use", 119) - first;
    const double third = total_at(run.history, "in_use", 179) - first - second;
    return {static_cast<double>(crossing_month(run.history)), second > first && second > third ? 1.0 : 0.0};
}

Pattern course_pattern() {
    return {.id = "P24",
            .sentence = "Adoption is gradual: experiments dominate first, use later.",
            .evidence = "E52, E79; TNO 2024",
            .pattern_class = PatternClass::emergent_validation,
            .scenarios = {"base"},
            .measure = measured_by(measure_course),
            .checks = {between("month in which use first exceeds the pipeline (72: January 2021)", 72, 113,
                               [](const Course& base) { return base.crossing_month; }),
                       share_at_least("growth of use is largest in 2020-2024, against five years before and after", .5,
                                      [](const Course& base) { return base.grows_most_in_2020_2024; })}};
}

struct Magnitude {
    ByDomain in_use;  ///< April 2025
    double municipalities = 0;
};

Magnitude measure_magnitude(const FinishedRun& run) {
    return {outcome_at(run.history, "in_use", month_2025_april), static_cast<double>(run.country.size())};
}

Pattern magnitude_pattern() {
    return {.id = "P25",
            .sentence = "The order of magnitude is that of the Dutch algorithm register of April 2025.",
            .evidence = "register, April 2025",
            .pattern_class = PatternClass::validation,
            .scenarios = {"base"},
            .measure = measured_by(measure_magnitude),
            .checks = {between("in use, physical / social", 1.3, 3,
                               [](const Magnitude& base) { return base.in_use.physical / base.in_use.social; }),
                       between("in use per municipality", .5, 6,
                               [](const Magnitude& base) {
                                   return (base.in_use.social + base.in_use.physical) / base.municipalities;
                               })},
            .note = "Weak: the register is incomplete, and the ratio depends on assumed attributes."};
}

}  // namespace

std::vector<Pattern> patterns_of_municipalities() {
    return {differences_pattern(), course_pattern(), magnitude_pattern()};
}

}  // namespace algemeente

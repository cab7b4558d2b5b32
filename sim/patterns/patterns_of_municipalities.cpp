// P16, P24 and P25: differences between municipalities, the course of adoption, and its order of magnitude.
#include "patterns/measures.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace algemeente {

namespace {

/// Uses per municipality in December 2029, by size class and as a Gini coefficient; share without any in April 2025.
Numbers measure_municipalities(const FinishedRun& run) {
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
    Numbers numbers;
    for (std::size_t size = 0; size < size_class_count; ++size)
        numbers.push_back(counts[size] > 0 ? sums[size] / counts[size] : std::nan(""));
    numbers.push_back(gini(uses));
    numbers.push_back(national_at(run.history, "without_use_share", month_2025_april));
    return numbers;
}

Pattern differences_pattern() {
    return {"P16",
            "Municipalities differ strongly, by size and by knowledge.",
            "E32",
            PatternClass::emergent_validation,
            {"base"},
            measure_municipalities,
            {above("smallest step in uses per municipality from one size class to the next", 0,
                   [](const Means& m) {
                       double smallest = unbounded;
                       for (std::size_t size = 1; size < size_class_count; ++size)
                           smallest = std::min(smallest, m[0][size] - m[0][size - 1]);
                       return smallest;
                   }),
             between("Gini coefficient of uses over municipalities, end of 2029", .45, .75,
                     [](const Means& m) { return m[0][size_class_count]; }),
             between("share of municipalities without any use, April 2025", .15, .50,
                     [](const Means& m) { return m[0][size_class_count + 1]; })},
            1,
            ""};
}

/// First month after the warm-up in which more projects are in use than in the pipeline; the end if none.
int crossing_month(const History& history) {
    constexpr int warm_up = 24;
    for (int month = warm_up; month < history.months; ++month)
        if (total_at(history, "in_use", month) > total_at(history, "pipeline", month)) return month;
    return history.months;
}

Pattern course_pattern() {
    return {"P24",
            "Adoption is gradual: experiments dominate first, use later.",
            "E52, E79; TNO 2024",
            PatternClass::emergent_validation,
            {"base"},
            [](const FinishedRun& run) -> Numbers {
                const double first = total_at(run.history, "in_use", 59);
                const double second = total_at(run.history, "in_use", 119) - first;
                const double third = total_at(run.history, "in_use", 179) - first - second;
                return {static_cast<double>(crossing_month(run.history)), second > first && second > third ? 1.0 : 0.0};
            },
            {between("month in which use first exceeds the pipeline (72: January 2021)", 72, 113,
                     [](const Means& m) { return m[0][0]; }),
             share_at_least("growth of use is largest in 2020-2024, against five years before and after", .5,
                            [](const Means& m) { return m[0][1]; })},
            1,
            ""};
}

Pattern magnitude_pattern() {
    return {"P25",
            "The order of magnitude is that of the Dutch algorithm register of April 2025.",
            "register, April 2025",
            PatternClass::validation,
            {"base"},
            [](const FinishedRun& run) -> Numbers {
                return {outcome_at(run.history, "in_use", Domain::social, month_2025_april),
                        outcome_at(run.history, "in_use", Domain::physical, month_2025_april),
                        static_cast<double>(run.country.size())};
            },
            {between("in use, physical / social", 1.3, 3, [](const Means& m) { return m[0][1] / m[0][0]; }),
             between("in use per municipality", .5, 6, [](const Means& m) { return (m[0][0] + m[0][1]) / m[0][2]; })},
            1,
            "Weak: the register is incomplete, and the ratio depends on assumed attributes."};
}

}  // namespace

std::vector<Pattern> patterns_of_municipalities() {
    return {differences_pattern(), course_pattern(), magnitude_pattern()};
}

}  // namespace algemeente

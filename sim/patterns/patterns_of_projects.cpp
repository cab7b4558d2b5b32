// P12, P13, P17 and P18: what makes projects succeed, what they cost first, and what employees make of them.
#include "patterns/measures.h"

#include <array>
#include <cmath>

namespace algemeente {

namespace {

constexpr int ripe_months = 36;  ///< a project started this long before the end can be judged

bool is_ripe(const ProjectRecord& record) {
    return record.seen && record.started >= 0 && record.started < protocol_months - ripe_months;
}

/// Projects of level 2 and 3 by domain and level: premature and used, premature, prepared and used, prepared.
Numbers measure_ladder(const FinishedRun& run) {
    constexpr double premature_gap = .75;
    std::array<double, 16> counts{};
    for (const ProjectRecord& record : run.history.records.projects) {
        if (!is_ripe(record) || record.level < 2) continue;
        const std::size_t stratum = static_cast<std::size_t>(record.domain) * 2 + (record.level > 2 ? 1 : 0);
        const std::size_t first = stratum * 4 + (record.gap_at_start > premature_gap ? 0 : 2);
        if (record.used >= 0) ++counts[first];
        ++counts[first + 1];
    }
    Numbers numbers(counts.begin(), counts.end());
    for (const Domain domain : both_domains)
        numbers.push_back(outcome_at(run.history, "value", domain, month_2027_june));
    return numbers;
}

/// Success of premature projects relative to prepared ones of the same domains and levels.
double premature_success(const Means& means) {
    double used = 0;
    double expected = 0;
    for (std::size_t stratum = 0; stratum < 4; ++stratum) {
        const double* counts = &means[0][stratum * 4];
        if (!(counts[3] > 0)) continue;
        used += counts[0];
        expected += counts[1] * counts[2] / counts[3];
    }
    return used / expected;
}

Pattern ladder_pattern() {
    enum : std::size_t { base, step_by_step, prediction_first };
    constexpr std::size_t social = 16;
    constexpr std::size_t physical = 17;
    const auto value_change = [](std::size_t other, std::size_t one, std::size_t number) {
        return [=](const Means& m) { return relative_change(m[other][number], m[one][number]); };
    };
    return {"P12",
            "Premature prediction fails; the ladder works.",
            "E78",
            PatternClass::emergent,
            {"base", "step_by_step", "prediction_first"},
            measure_ladder,
            {below("success of premature projects relative to prepared ones of the same domain and level", .60,
                   premature_success),
             above("step by step: change of social value", 0, value_change(step_by_step, base, social)),
             above("step by step: change of physical value", 0, value_change(step_by_step, base, physical)),
             below("prediction first: change of social value", 0, value_change(prediction_first, base, social)),
             below("prediction first: change of physical value", 0, value_change(prediction_first, base, physical)),
             below("loss of prediction first against step by step, social minus physical (both negative)", 0,
                   [=](const Means& m) {
                       return value_change(prediction_first, step_by_step, social)(m) -
                              value_change(prediction_first, step_by_step, physical)(m);
                   })},
            1,
            "Premature: more than 0.75 level above the organisation's maturity when it starts."};
}

Pattern investment_pattern() {
    constexpr int long_ago = 60;
    return {"P13",
            "Invest before benefit.",
            "E36, E47",
            PatternClass::mechanism,
            {"base"},
            [](const FinishedRun& run) -> Numbers {
                double started = 0;
                double within_a_year = 0;
                double ever = 0;
                for (const ProjectRecord& record : run.history.records.projects) {
                    if (!record.seen || record.started < 0 || record.started >= protocol_months - long_ago) continue;
                    ++started;
                    if (record.broke_even < 0) continue;
                    ++ever;
                    if (record.broke_even <= record.started + 12) ++within_a_year;
                }
                return {within_a_year, ever, started};
            },
            {below("share of started projects that break even within a year (the median does not)", .5,
                   [](const Means& m) { return m[0][0] / m[0][2]; }),
             below("share of projects started at least five years ago that ever break even", .60,
                   [](const Means& m) { return m[0][1] / m[0][2]; })},
            1,
            "A unit of value counts as one person-month a month, far more than the model returns as capacity (eq. 9): "
            "a generous reading of benefit. Effort is capacity worked before use, maintenance left out."};
}

Numbers measure_willingness(const FinishedRun& run) {
    Numbers numbers;
    for (const Domain domain : both_domains) {
        numbers.push_back(weighted_sum(run.history, "willingness", "pipeline", domain, 60, 99));
        numbers.push_back(sum_over(run.history, "pipeline", domain, 60, 99));
    }
    for (const Domain domain : both_domains) {
        const auto year_mean = [&](int year) {
            return sum_over(run.history, "employee_willingness", domain, (year - 2015) * 12, (year - 2015) * 12 + 11) /
                   12;
        };
        numbers.push_back(year_mean(2029) - year_mean(2017));
    }
    std::vector<double> months;
    std::vector<double> willingness;
    for (const DepartmentRecord& record : run.history.records.departments) {
        months.push_back(record.months_of_use);
        willingness.push_back(record.willingness);
    }
    numbers.push_back(pearson_correlation(months, willingness));
    return numbers;
}

Pattern willingness_pattern() {
    return {
        "P17",
        "Willingness is similar in both domains, rises slowly, and follows experience.",
        "E46, E49, E52",
        PatternClass::emergent,
        {"base"},
        measure_willingness,
        {between("gap of willingness", -.10, .10, [](const Means& m) { return m[0][2] / m[0][3] - m[0][0] / m[0][1]; }),
         above("rise of employees' willingness 2017-2029, social", 0, [](const Means& m) { return m[0][4]; }),
         above("rise of employees' willingness 2017-2029, physical", 0, [](const Means& m) { return m[0][5]; }),
         above("correlation of a department's willingness with its months of use", 0,
               [](const Means& m) { return m[0][6]; })},
        1,
        ""};
}

Pattern demand_pattern() {
    return {"P18",
            "Questions from practice do better than technology push.",
            "E44",
            PatternClass::mechanism,
            {"base"},
            [](const FinishedRun& run) -> Numbers {
                Numbers numbers(4, 0.0);
                for (const ProjectRecord& record : run.history.records.projects) {
                    if (!is_ripe(record)) continue;
                    const std::size_t first = record.demand_driven ? 0 : 2;
                    if (record.used >= 0) ++numbers[first];
                    ++numbers[first + 1];
                }
                return numbers;
            },
            {above("odds ratio of reaching use, question from practice against technology push", 1.1,
                   [](const Means& m) {
                       const auto odds = [&](std::size_t i) { return m[0][i] / (m[0][i + 1] - m[0][i]); };
                       return odds(0) / odds(2);
                   })},
            1,
            "Among started projects."};
}

}  // namespace

std::vector<Pattern> patterns_of_projects() {
    return {ladder_pattern(), investment_pattern(), willingness_pattern(), demand_pattern()};
}

}  // namespace algemeente

// P14 and P19-P22: what readings of privacy law, the three recommendations and openness do.
#include "patterns/measures.h"

#include <cmath>

namespace algemeente {

namespace {

constexpr int from_policy = 72;    ///< January 2021
constexpr int from_register = 96;  ///< January 2023
constexpr std::size_t social = 0;  ///< numbers that come by domain come in this order
constexpr std::size_t physical = 1;

std::function<double(const Means&)> change_of(std::size_t number) {
    return [number](const Means& m) { return relative_change(m[1][number], m[0][number]); };
}

Pattern privacy_pattern() {
    return {"P14",
            "How the GDPR is read matters, most in the social domain.",
            "E54, E55",
            PatternClass::emergent,
            {"enabling_privacy_reading", "strict_privacy_reading"},
            [](const FinishedRun& run) -> Numbers {
                return {outcome_at(run.history, "reach_share", Domain::social, month_2029_end),
                        outcome_at(run.history, "reach_share", Domain::physical, month_2029_end)};
            },
            {below("strict against enabling: change of social reach", -.10, change_of(social)),
             above("strict against enabling: change of physical reach minus half the social change", 0,
                   [](const Means& m) { return change_of(physical)(m) - .5 * change_of(social)(m); })},
            1,
            ""};
}

/// Involvement and value by domain, then months from pilot to use and how many projects took them.
Numbers measure_change(const FinishedRun& run) {
    Numbers numbers;
    for (const Domain domain : both_domains)
        numbers.push_back(weighted_sum(run.history, "involvement", "pipeline", domain, from_policy, month_2029_end) /
                          sum_over(run.history, "pipeline", domain, from_policy, month_2029_end));
    for (const Domain domain : both_domains)
        numbers.push_back(outcome_at(run.history, "value", domain, month_2029_end));
    for (const Domain domain : both_domains) {
        double months = 0;
        double count = 0;
        for (const ProjectRecord& record : run.history.records.projects) {
            if (record.domain != domain || record.piloted < from_policy || record.used < 0) continue;
            months += record.used - record.piloted;
            ++count;
        }
        numbers.push_back(months);
        numbers.push_back(count);
    }
    return numbers;
}

Pattern change_capacity_pattern() {
    const auto time_change = [](std::size_t number) {
        return [number](const Means& m) {
            return relative_change(m[1][number] / m[1][number + 1], m[0][number] / m[0][number + 1]);
        };
    };
    return {"P19",
            "Change capacity helps both domains through involvement and willingness.",
            "E40; recommendation 2",
            PatternClass::mechanism,
            {"base", "change_capacity"},
            measure_change,
            {above("change of involvement, social", 0, change_of(0)),
             above("change of involvement, physical", 0, change_of(1)),
             below("change of months from pilot to use, social", 0, time_change(4)),
             below("change of months from pilot to use, physical", 0, time_change(6)),
             above("change of value, social", 0, change_of(2)), above("change of value, physical", 0, change_of(3))},
            2,
            ""};
}

Pattern standards_pattern() {
    return {"P20",
            "Standards help the domain with most sources most.",
            "E24; recommendation 1",
            PatternClass::emergent,
            {"base", "standards_first"},
            [](const FinishedRun& run) -> Numbers {
                return {outcome_at(run.history, "value", Domain::social, month_2029_end),
                        outcome_at(run.history, "value", Domain::physical, month_2029_end)};
            },
            {above("change of value, social", 0, change_of(social)),
             above("change of value, physical", 0, change_of(physical)),
             above("relative gain, social minus physical", 0,
                   [](const Means& m) { return change_of(social)(m) - change_of(physical)(m); })},
            2,
            ""};
}

/// By domain: expected harm per project in use over the years with a committee, and uses; then the time from idea to
/// use of sensitive projects.
Numbers measure_committee(const FinishedRun& run) {
    constexpr double sensitive = .15;
    Numbers numbers;
    for (const Domain domain : both_domains)
        numbers.push_back(sum_over(run.history, "harm", domain, month_2024_end, month_2029_end) /
                          sum_over(run.history, "in_use", domain, month_2024_end, month_2029_end));
    for (const Domain domain : both_domains)
        numbers.push_back(outcome_at(run.history, "in_use", domain, month_2027_june));
    double months = 0;
    double count = 0;
    for (const ProjectRecord& record : run.history.records.projects) {
        if (record.born < from_policy || record.used < 0 || record.sensitivity <= sensitive) continue;
        months += record.used - record.born;
        ++count;
    }
    numbers.push_back(months);
    numbers.push_back(count);
    return numbers;
}

Pattern committee_pattern() {
    return {
        "P21",
        "An ethics committee is a brake and a shield.",
        "E75; recommendation 3",
        PatternClass::emergent,
        {"base", "ethics_committee"},
        measure_committee,
        {below("change of expected harm per use, social", 0, change_of(0)),
         below("change of expected harm per use, physical", 0, change_of(1)),
         below("the same, social minus physical", 0, [](const Means& m) { return change_of(0)(m) - change_of(1)(m); }),
         above("change of months from idea to use, sensitive projects", 0,
               [](const Means& m) { return m[1][4] / m[1][5] - m[0][4] / m[0][5]; }),
         above("change of projects in use, social", -.05, change_of(2)),
         above("change of projects in use, physical", -.05, change_of(3))},
        2,
        "Harm of pilots and uses, 2025-2029."};
}

/// Legitimacy and number of uses, incidents and their severity, performance and number of enforcement uses.
Numbers measure_openness(const FinishedRun& run) {
    constexpr double is_enforcement = .8;
    constexpr int from_all = 130;  // all municipalities have a register
    Numbers numbers(6, 0.0);
    for (const Domain domain : both_domains) {
        numbers[0] += weighted_sum(run.history, "legitimacy_in_use", "in_use", domain, from_all, month_2029_end);
        numbers[1] += sum_over(run.history, "in_use", domain, from_all, month_2029_end);
    }
    for (const Event& event : run.history.events) {
        if (event.kind != EventKind::incident || event.month < from_register) continue;
        ++numbers[2];
        numbers[3] += static_cast<double>(event.amount);
    }
    for (const ProjectRecord& record : run.history.records.projects) {
        if (!record.in_use_at(month_2029_end)) continue;
        if (run.scenario.use_cases[record.use_case].enforcement < is_enforcement) continue;
        numbers[4] += record.performance;
        ++numbers[5];
    }
    return numbers;
}

Pattern openness_pattern() {
    const auto mean_change = [](std::size_t sum, std::size_t count) {
        return [=](const Means& m) { return m[1][sum] / m[1][count] - m[0][sum] / m[0][count]; };
    };
    return {"P22",
            "Openness is a tension: more legitimacy, more that is found, less severe, and enforcement loses its edge.",
            "E66",
            PatternClass::mechanism,
            {"base", "algorithm_register"},
            measure_openness,
            {above("change of legitimacy for citizens, in use", 0, mean_change(0, 1)),
             above("change of incidents", 0, change_of(2)), below("change of mean severity", 0, mean_change(3, 2)),
             below("change of performance of enforcement uses", 0, mean_change(4, 5))},
            6,
            "Incidents are rare: part E5 asks for 200 replicates or more."};
}

}  // namespace

std::vector<Pattern> patterns_of_policy() {
    return {privacy_pattern(), change_capacity_pattern(), standards_pattern(), committee_pattern(), openness_pattern()};
}

}  // namespace algemeente

// P14 and P19-P22: what readings of privacy law, the three recommendations and openness do.
#include "patterns/measures.h"

#include <cmath>

namespace algemeente {

namespace {

constexpr int from_policy = 72;    ///< January 2021
constexpr int from_register = 96;  ///< January 2023

/// A sum, and how many it was taken over.
struct Total {
    double sum = 0;
    double count = 0;

    void add(double value) {
        sum += value;
        ++count;
    }
    double mean() const { return sum / count; }
};

struct Reach {
    ByDomain share;  ///< of ideas that reach use, December 2029
};

Reach measure_reach(const FinishedRun& run) {
    return {outcome_at(run.history, "reach_share", month_2029_end)};
}

Pattern privacy_pattern() {
    return {.id = "P14",
            .sentence = "How the GDPR is read matters, most in the social domain.",
            .evidence = "E54, E55",
            .pattern_class = PatternClass::emergent,
            .scenarios = {"enabling_privacy_reading", "strict_privacy_reading"},
            .measure = measured_by(measure_reach),
            .checks = {below("strict against enabling: change of social reach", -.10,
                             change_of(&Reach::share, Domain::social)),
                       above("strict against enabling: change of physical reach minus half the social change", 0,
                             [](const Reach& enabling, const Reach& strict) {
                                 return relative_change(strict.share.physical, enabling.share.physical) -
                                        .5 * relative_change(strict.share.social, enabling.share.social);
                             })}};
}

struct Change {
    ByDomain involvement;  ///< mean level in the pipeline, from the policy on
    ByDomain value;        ///< December 2029
    Total social_months;   ///< from pilot to use, over the projects that took them
    Total physical_months;
};

Change measure_change(const FinishedRun& run) {
    Change change;
    for (const Domain domain : both_domains)
        change.involvement[domain] =
            weighted_sum(run.history, "involvement", "pipeline", domain, from_policy, month_2029_end) /
            sum_over(run.history, "pipeline", domain, from_policy, month_2029_end);
    change.value = outcome_at(run.history, "value", month_2029_end);
    for (const ProjectRecord& record : run.history.records.projects) {
        if (record.piloted < from_policy || record.used < 0) continue;
        Total& months = record.domain == Domain::social ? change.social_months : change.physical_months;
        months.add(record.used - record.piloted);
    }
    return change;
}

Pattern change_capacity_pattern() {
    const auto change_of_months = [](Total Change::*months) {
        return [months](const Change& base, const Change& capacity) {
            return relative_change((capacity.*months).mean(), (base.*months).mean());
        };
    };
    return {
        .id = "P19",
        .sentence = "Change capacity helps both domains through involvement and willingness.",
        .evidence = "E40; recommendation 2",
        .pattern_class = PatternClass::mechanism,
        .scenarios = {"base", "change_capacity"},
        .measure = measured_by(measure_change),
        .checks = {above("change of involvement, social", 0, change_of(&Change::involvement, Domain::social)),
                   above("change of involvement, physical", 0, change_of(&Change::involvement, Domain::physical)),
                   below("change of months from pilot to use, social", 0, change_of_months(&Change::social_months)),
                   below("change of months from pilot to use, physical", 0, change_of_months(&Change::physical_months)),
                   above("change of value, social", 0, change_of(&Change::value, Domain::social)),
                   above("change of value, physical", 0, change_of(&Change::value, Domain::physical))},
        .replicates_factor = 2};
}

struct Value {
    ByDomain value;  ///< December 2029
};

Value measure_value(const FinishedRun& run) {
    return {outcome_at(run.history, "value", month_2029_end)};
}

Pattern standards_pattern() {
    return {.id = "P20",
            .sentence = "Standards help the domain with most sources most.",
            .evidence = "E24; recommendation 1",
            .pattern_class = PatternClass::emergent,
            .scenarios = {"base", "standards_first"},
            .measure = measured_by(measure_value),
            .checks = {above("change of value, social", 0, change_of(&Value::value, Domain::social)),
                       above("change of value, physical", 0, change_of(&Value::value, Domain::physical)),
                       above("relative gain, social minus physical", 0,
                             [](const Value& base, const Value& standards) {
                                 return relative_change(standards.value.social, base.value.social) -
                                        relative_change(standards.value.physical, base.value.physical);
                             })},
            .replicates_factor = 2};
}

struct Committee {
    ByDomain harm_per_use;   ///< expected, over the years with a committee
    ByDomain in_use;         ///< June 2027
    Total sensitive_months;  ///< from idea to use, over sensitive projects
};

Committee measure_committee(const FinishedRun& run) {
    constexpr double sensitive = .15;
    Committee committee;
    for (const Domain domain : both_domains)
        committee.harm_per_use[domain] = sum_over(run.history, "harm", domain, month_2024_end, month_2029_end) /
                                         sum_over(run.history, "in_use", domain, month_2024_end, month_2029_end);
    committee.in_use = outcome_at(run.history, "in_use", month_2027_june);
    for (const ProjectRecord& record : run.history.records.projects) {
        if (record.born < from_policy || record.used < 0 || record.sensitivity <= sensitive) continue;
        committee.sensitive_months.add(record.used - record.born);
    }
    return committee;
}

Pattern committee_pattern() {
    return {
        .id = "P21",
        .sentence = "An ethics committee is a brake and a shield.",
        .evidence = "E75; recommendation 3",
        .pattern_class = PatternClass::emergent,
        .scenarios = {"base", "ethics_committee"},
        .measure = measured_by(measure_committee),
        .checks = {below("change of expected harm per use, social", 0,
                         change_of(&Committee::harm_per_use, Domain::social)),
                   below("change of expected harm per use, physical", 0,
                         change_of(&Committee::harm_per_use, Domain::physical)),
                   below("the same, social minus physical", 0,
                         [](const Committee& base, const Committee& with) {
                             return relative_change(with.harm_per_use.social, base.harm_per_use.social) -
                                    relative_change(with.harm_per_use.physical, base.harm_per_use.physical);
                         }),
                   above("change of months from idea to use, sensitive projects", 0,
                         [](const Committee& base, const Committee& with) {
                             return with.sensitive_months.mean() - base.sensitive_months.mean();
                         }),
                   above("change of projects in use, social", -.05, change_of(&Committee::in_use, Domain::social)),
                   above("change of projects in use, physical", -.05, change_of(&Committee::in_use, Domain::physical))},
        .replicates_factor = 2,
        .note = "Harm of pilots and uses, 2025-2029."};
}

struct Openness {
    Total legitimacy;   ///< for citizens, over uses and months
    Total severity;     ///< of incidents, over incidents
    Total performance;  ///< of enforcement uses, over those uses
};

Openness measure_openness(const FinishedRun& run) {
    constexpr double is_enforcement = .8;
    constexpr int from_all = 130;  // all municipalities have a register
    Openness openness;
    for (const Domain domain : both_domains) {
        openness.legitimacy.sum +=
            weighted_sum(run.history, "legitimacy_in_use", "in_use", domain, from_all, month_2029_end);
        openness.legitimacy.count += sum_over(run.history, "in_use", domain, from_all, month_2029_end);
    }
    for (const Event& event : run.history.events) {
        if (event.kind != EventKind::incident || event.month < from_register) continue;
        openness.severity.add(static_cast<double>(event.amount));
    }
    for (const ProjectRecord& record : run.history.records.projects) {
        if (!record.in_use_at(month_2029_end)) continue;
        if (run.scenario.use_cases[record.use_case].enforcement < is_enforcement) continue;
        openness.performance.add(record.performance);
    }
    return openness;
}

Pattern openness_pattern() {
    const auto change_of_mean = [](Total Openness::*total) {
        return [total](const Openness& base, const Openness& with_register) {
            return (with_register.*total).mean() - (base.*total).mean();
        };
    };
    return {.id = "P22",
            .sentence =
                "Openness is a tension: more legitimacy, more that is found, less severe, and enforcement loses its "
                "edge.",
            .evidence = "E66",
            .pattern_class = PatternClass::mechanism,
            .scenarios = {"base", "algorithm_register"},
            .measure = measured_by(measure_openness),
            .checks = {above("change of legitimacy for citizens, in use", 0, change_of_mean(&Openness::legitimacy)),
                       above("change of incidents", 0,
                             [](const Openness& base, const Openness& with_register) {
                                 return relative_change(with_register.severity.count, base.severity.count);
                             }),
                       below("change of mean severity", 0, change_of_mean(&Openness::severity)),
                       below("change of performance of enforcement uses", 0, change_of_mean(&Openness::performance))},
            .replicates_factor = 6,
            .note = "Incidents are rare: part E5 asks for 200 replicates or more."};
}

}  // namespace

std::vector<Pattern> patterns_of_policy() {
    return {privacy_pattern(), change_capacity_pattern(), standards_pattern(), committee_pattern(), openness_pattern()};
}

}  // namespace algemeente

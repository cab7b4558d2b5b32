// P12, P13, P17 and P18: what makes projects succeed, what they cost first, and what employees make of them.
#include "patterns/measures.h"
#include "statistics/ranks.h"

#include <array>
#include <cmath>

namespace algemeente {

namespace {

constexpr int ripe_months = 36;  ///< a project started this long before the end can be judged

bool is_ripe(const ProjectRecord& record) {
    return record.seen && record.started >= 0 && record.started < protocol_months - ripe_months;
}

/// Started projects, and those of them that reached use.
struct Success {
    double used = 0;
    double started = 0;

    void add(const ProjectRecord& record) {
        if (record.used >= 0) ++used;
        ++started;
    }
    double odds() const { return used / (started - used); }
};

/// Projects of one domain and level, by whether the organisation was ready for them when they started.
struct Stratum {
    Success premature;
    Success prepared;
};

struct Ladder {
    std::array<Stratum, 4> strata{};  ///< social level 2, social level 3, physical level 2, physical level 3
    ByDomain value;                   ///< June 2027
};

Ladder measure_ladder(const FinishedRun& run) {
    constexpr double premature_gap = .75;
    Ladder ladder;
    for (const ProjectRecord& record : run.history.records.projects) {
        if (!is_ripe(record) || record.level < 2) continue;
        Stratum& stratum = ladder.strata[static_cast<std::size_t>(record.domain) * 2 + (record.level > 2 ? 1 : 0)];
        (record.gap_at_start > premature_gap ? stratum.premature : stratum.prepared).add(record);
    }
    ladder.value = outcome_at(run.history, "value", month_2027_june);
    return ladder;
}

/// Success of premature projects relative to prepared ones of the same domains and levels.
double premature_success(const Ladder& base) {
    double used = 0;
    double expected = 0;
    for (const Stratum& stratum : base.strata) {
        if (!(stratum.prepared.started > 0)) continue;
        used += stratum.premature.used;
        expected += stratum.premature.started * stratum.prepared.used / stratum.prepared.started;
    }
    return used / expected;
}

Pattern ladder_pattern() {
    const auto change_with_prediction_first = [](Domain domain) {
        return [domain](const Ladder& base, const Ladder& /*step_by_step*/, const Ladder& prediction_first) {
            return relative_change(prediction_first.value[domain], base.value[domain]);
        };
    };
    return {
        .id = "P12",
        .sentence = "Premature prediction fails; the ladder works.",
        .evidence = "E78",
        .pattern_class = PatternClass::emergent,
        .scenarios = {"base", "step_by_step", "prediction_first"},
        .measure = measured_by(measure_ladder),
        .checks = {below("success of premature projects relative to prepared ones of the same domain and level", .60,
                         premature_success),
                   above("step by step: change of social value", 0, change_of(&Ladder::value, Domain::social)),
                   above("step by step: change of physical value", 0, change_of(&Ladder::value, Domain::physical)),
                   below("prediction first: change of social value", 0, change_with_prediction_first(Domain::social)),
                   below("prediction first: change of physical value", 0,
                         change_with_prediction_first(Domain::physical)),
                   below("loss of prediction first against step by step, social minus physical (both negative)", 0,
                         [](const Ladder& /*base*/, const Ladder& step_by_step, const Ladder& prediction_first) {
                             return relative_change(prediction_first.value.social, step_by_step.value.social) -
                                    relative_change(prediction_first.value.physical, step_by_step.value.physical);
                         })},
        .note = "Premature: more than 0.75 level above the organisation's maturity when it starts."};
}

/// Projects started at least five years before the end.
struct Investment {
    double broke_even_within_three_years = 0;
    double broke_even_ever = 0;
    double started = 0;
};

Investment measure_investment(const FinishedRun& run) {
    constexpr int long_ago = 60;
    constexpr int soon = 36;
    Investment investment;
    for (const ProjectRecord& record : run.history.records.projects) {
        if (!record.seen || record.started < 0 || record.started >= protocol_months - long_ago) continue;
        ++investment.started;
        if (record.broke_even < 0) continue;
        ++investment.broke_even_ever;
        if (record.broke_even <= record.started + soon) ++investment.broke_even_within_three_years;
    }
    return investment;
}

Pattern investment_pattern() {
    return {
        .id = "P13",
        .sentence = "Invest before benefit.",
        .evidence = "E36, E47",
        .pattern_class = PatternClass::mechanism,
        .scenarios = {"base"},
        .measure = measured_by(measure_investment),
        .checks = {below("share of projects that ever break even which do so within three years of their start", .5,
                         [](const Investment& base) {
                             return base.broke_even_within_three_years / base.broke_even_ever;
                         }),
                   below("share of projects started at least five years ago that ever break even", .60,
                         [](const Investment& base) { return base.broke_even_ever / base.started; })},
        .note =
            "A unit of value counts as one person-month a month, far more than the model returns as capacity "
            "(eq. 9): a generous reading of benefit. Effort is capacity worked before use, maintenance left out. The "
            "first "
            "statement was restated before it was run: 'within a year' could not fail, since no project is in use so "
            "soon."};
}

struct Willingness {
    ByDomain levels;                  ///< summed over projects in the pipeline and months
    ByDomain projects;                ///< in the pipeline, summed over months
    ByDomain rise;                    ///< of employees' willingness, 2017-2029
    double correlation_with_use = 0;  ///< over departments, with their months of use

    double mean(Domain domain) const { return levels[domain] / projects[domain]; }
};

Willingness measure_willingness(const FinishedRun& run) {
    Willingness measured;
    for (const Domain domain : both_domains) {
        measured.levels[domain] = weighted_sum(run.history, "willingness", "pipeline", domain, 60, 99);
        measured.projects[domain] = sum_over(run.history, "pipeline", domain, 60, 99);
        const auto year_mean = [&](int year) {
            return sum_over(run.history, "employee_willingness", domain, (year - 2015) * 12, (year - 2015) * 12 + 11) /
                   12;
        };
        measured.rise[domain] = year_mean(2029) - year_mean(2017);
    }
    std::vector<double> months;
    std::vector<double> willingness;
    for (const DepartmentRecord& record : run.history.records.departments) {
        months.push_back(record.months_of_use);
        willingness.push_back(record.willingness);
    }
    measured.correlation_with_use = pearson_correlation(months, willingness);
    return measured;
}

Pattern willingness_pattern() {
    return {.id = "P17",
            .sentence = "Willingness is similar in both domains, rises slowly, and follows experience.",
            .evidence = "E46, E49, E52",
            .pattern_class = PatternClass::emergent,
            .scenarios = {"base"},
            .measure = measured_by(measure_willingness),
            .checks = {between("gap of willingness", -.10, .10,
                               [](const Willingness& base) {
                                   return base.mean(Domain::physical) - base.mean(Domain::social);
                               }),
                       above("rise of employees' willingness 2017-2029, social", 0,
                             [](const Willingness& base) { return base.rise.social; }),
                       above("rise of employees' willingness 2017-2029, physical", 0,
                             [](const Willingness& base) { return base.rise.physical; }),
                       above("correlation of a department's willingness with its months of use", 0,
                             [](const Willingness& base) { return base.correlation_with_use; })}};
}

struct Origin {
    Success demand;  ///< projects that began with a question from practice
    Success push;    ///< projects that began with a technology
};

Origin measure_origin(const FinishedRun& run) {
    Origin origin;
    for (const ProjectRecord& record : run.history.records.projects)
        if (is_ripe(record)) (record.demand_driven ? origin.demand : origin.push).add(record);
    return origin;
}

Pattern demand_pattern() {
    return {.id = "P18",
            .sentence = "Questions from practice do better than technology push.",
            .evidence = "E44",
            .pattern_class = PatternClass::mechanism,
            .scenarios = {"base"},
            .measure = measured_by(measure_origin),
            .checks = {above("odds ratio of reaching use, question from practice against technology push", 1.1,
                             [](const Origin& base) { return base.demand.odds() / base.push.odds(); })},
            .note = "Among started projects."};
}

}  // namespace

std::vector<Pattern> patterns_of_projects() {
    return {ladder_pattern(), investment_pattern(), willingness_pattern(), demand_pattern()};
}

}  // namespace algemeente

// P34-P37: recommendations together, Common Ground, lock-in, and whether agents decide anything.
#include "patterns/measures.h"
#include "text/calendar.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace algemeente {

namespace {

struct Policy {
    double gap = 0;  ///< ln(physical / social in use), December 2029
    ByDomain in_use;
    ByDomain value;
};

Policy measure_policy(const FinishedRun& run) {
    return {log_gap(run.history, "in_use", month_2029_end), outcome_at(run.history, "in_use", month_2029_end),
            outcome_at(run.history, "value", month_2029_end)};
}

Pattern recommendations_pattern() {
    // base, together, and the three parts, in this order
    constexpr std::size_t base = 0, together = 1, first_part = 2;
    return {
        .id = "P34",
        .sentence = "The three recommendations together do more than the sum of their parts, and narrow the gap.",
        .evidence = "E79; recommendations 1-3; scenario S08",
        .pattern_class = PatternClass::emergent,
        .scenarios = {"base", "all_three_recommendations", "standards_first", "change_capacity", "ethics_committee"},
        .measure = measured_by(measure_policy),
        .checks = {above("change of social value together, minus the sum of the three changes", 0,
                         [](const std::vector<Policy>& in) {
                             double difference = relative_change(in[together].value.social, in[base].value.social);
                             for (std::size_t part = first_part; part < in.size(); ++part)
                                 difference -= relative_change(in[part].value.social, in[base].value.social);
                             return difference;
                         }),
                   between("part of the gap ln(F/S) in use that closes, end of 2029", .20, .33,
                           [](const std::vector<Policy>& in) { return 1 - in[together].gap / in[base].gap; })},
        .replicates_factor = 2,
        .note = "The specification of scenario S08 promises a fifth to a third of the gap; no pattern tested it."};
}

Pattern common_ground_pattern() {
    return {.id = "P35",
            .sentence = "Common Ground and less dependence on suppliers do not harm.",
            .evidence = "E05, E07",
            .pattern_class = PatternClass::mechanism,
            .scenarios = {"base", "common_ground", "lock_in:0.4"},
            .measure = measured_by(measure_policy),
            .checks = {above("Common Ground: change of social use", 0, change_of(&Policy::in_use, Domain::social)),
                       above("Common Ground: change of physical use", 0, change_of(&Policy::in_use, Domain::physical)),
                       above("lock-in of .4 in 2015: change of social use", 0,
                             [](const Policy& base, const Policy&, const Policy& free) {
                                 return relative_change(free.in_use.social, base.in_use.social);
                             }),
                       above("lock-in of .4 in 2015: change of physical use", 0,
                             [](const Policy& base, const Policy&, const Policy& free) {
                                 return relative_change(free.in_use.physical, base.in_use.physical);
                             })},
            .replicates_factor = 2,
            .note = "December 2029."};
}

struct Use {
    ByDomain in_use;  ///< June 2027
};

Use measure_use(const FinishedRun& run) {
    return {outcome_at(run.history, "in_use", month_2027_june)};
}

Pattern agents_pattern() {
    constexpr std::array<std::string_view, 3> agents = {"citizens", "politicians", "employees"};
    std::vector<std::string> scenarios = {"base"};
    std::vector<Check> checks;
    for (std::size_t i = 0; i < agents.size(); ++i) {
        scenarios.push_back("without:" + std::string(agents[i]));
        checks.push_back(above("largest change of use in a domain without what " + std::string(agents[i]) + " decide",
                               .05, [i](const std::vector<Use>& in) {
                                   double largest = 0;
                                   for (const Domain domain : both_domains)
                                       largest = std::max(largest, std::abs(relative_change(in[i + 1].in_use[domain],
                                                                                            in[0].in_use[domain])));
                                   return largest;
                               }));
    }
    return {
        .id = "P36",
        .sentence = "Citizens, politicians and employees each matter for what comes into use.",
        .evidence = "E46, E59, E68",
        .pattern_class = PatternClass::mechanism,
        .scenarios = std::move(scenarios),
        .measure = measured_by(measure_use),
        .checks = std::move(checks),
        .note = "Left out: they agree to everything and do not change. Aldermen also stay, and the council is silent."};
}

struct Stops {
    double after_elections = 0;  ///< projects that stopped, in the year after an election
    double pipeline_then = 0;    ///< project-months in which they could
    double at_other_times = 0;
    double pipeline_otherwise = 0;
};

Stops measure_stops(const FinishedRun& run) {
    constexpr int year = 12;
    constexpr int warm_up = 24;
    Stops stops;
    int since_election = year;
    for (int month = warm_up; month < run.history.months; ++month) {
        since_election = is_election(month) ? 0 : since_election + 1;
        const double ended = total_at(run.history, "abandoned", month) - total_at(run.history, "abandoned", month - 1);
        const double exposed = total_at(run.history, "pipeline", month - 1);
        (since_election < year ? stops.after_elections : stops.at_other_times) += ended;
        (since_election < year ? stops.pipeline_then : stops.pipeline_otherwise) += exposed;
    }
    return stops;
}

Pattern elections_pattern() {
    return {.id = "P37",
            .sentence = "Elections leave a trace: new aldermen set other priorities.",
            .evidence = "E71",
            .pattern_class = PatternClass::mechanism,
            .scenarios = {"base"},
            .measure = measured_by(measure_stops),
            .checks = {above("projects that stop, a month, in the year after an election against other months", 1.1,
                             [](const Stops& base) {
                                 return (base.after_elections / base.pipeline_then) /
                                        (base.at_other_times / base.pipeline_otherwise);
                             })},
            .note = "Per project in the pipeline, 2017-2029."};
}

}  // namespace

std::vector<Pattern> patterns_of_agents() {
    return {recommendations_pattern(), common_ground_pattern(), agents_pattern(), elections_pattern()};
}

}  // namespace algemeente

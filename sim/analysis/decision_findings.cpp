// Robustness of policies, and the box in which something happens.
#include "analysis/drawings.h"
#include "analysis/finding_parts.h"

#include "parameters/parameters.h"
#include "present/page/columns.h"
#include "present/words/months.h"
#include "present/words/names.h"
#include "present/words/numbers.h"
#include "text/csv.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

namespace algemeente::analysis {

using present::Word;

namespace {

using Index = Eigen::Index;

/// What is decided in a scenario, or what its circumstances are, as a number that scenarios share.
int kind_of_scenario(const Sweep& sweep, int scenario, bool decisions) {
    const std::vector<int>& kinds = decisions ? sweep.decisions_of_scenario : sweep.circumstances_of_scenario;
    if (kinds.empty()) return decisions ? scenario : 0;
    return kinds[static_cast<std::size_t>(scenario)];
}

/// What makes a policy: the decisions of the scenario and the values of the levers; or what makes a world: the
/// circumstances of the scenario and the values of the uncertainties.
std::vector<double> key_of(const Sweep& sweep, Index point, bool levers) {
    const int scenario = sweep.scenario_of_point[static_cast<std::size_t>(point)];
    std::vector<double> key = {static_cast<double>(kind_of_scenario(sweep, scenario, levers))};
    for (Index input = 0; input < sweep.points.cols(); ++input)
        if (sweep.is_lever[static_cast<std::size_t>(input)] == levers) key.push_back(sweep.points(point, input));
    return key;
}

/// The first scenario with these decisions.
std::size_t scenario_with(const Sweep& sweep, double decisions) {
    for (std::size_t scenario = 0; scenario < sweep.scenarios.size(); ++scenario)
        if (kind_of_scenario(sweep, static_cast<int>(scenario), true) == static_cast<int>(decisions)) return scenario;
    return 0;
}

/// Whether scenarios differ in their decisions, or in their circumstances.
bool scenarios_differ(const Sweep& sweep, bool decisions) {
    for (std::size_t scenario = 1; scenario < sweep.scenarios.size(); ++scenario)
        if (kind_of_scenario(sweep, static_cast<int>(scenario), decisions) != kind_of_scenario(sweep, 0, decisions))
            return true;
    return false;
}

/// "Committee, ethics_committee = 1": the scenario, if there are several, and every lever. For files.
std::string policy_name(const Sweep& sweep, const std::vector<double>& key) {
    std::string name = scenarios_differ(sweep, true) ? sweep.scenarios[scenario_with(sweep, key.front())] : "";
    std::size_t place = 1;
    for (std::size_t input = 0; input < sweep.inputs.size(); ++input) {
        if (!sweep.is_lever[input]) continue;
        name += fmt::format("{}{} = {}", name.empty() ? "" : ", ", sweep.inputs[input], csv_digits(key[place++], 6));
    }
    return name.empty() ? sweep.scenarios.front() : name;
}

/// "Ethics committee + Capacity multiplier 2.5×": the levers that differ from today, with their values.
std::string policy_words(const Sweep& sweep, const std::vector<double>& key) {
    std::string words = scenarios_differ(sweep, true) ? scenario_words(sweep, scenario_with(sweep, key.front())) : "";
    const bool has_levers = std::find(sweep.is_lever.begin(), sweep.is_lever.end(), true) != sweep.is_lever.end();
    if (!has_levers) return words.empty() ? scenario_words(sweep, 0) : words;
    std::string measures;
    std::size_t place = 1;
    for (std::size_t input = 0; input < sweep.inputs.size(); ++input) {
        if (!sweep.is_lever[input]) continue;
        const double value = key[place++];
        const ParameterInfo* row = find_parameter(sweep.inputs[input]);
        if (row != nullptr && value == row->standard) continue;
        measures += measures.empty() ? "" : " + ";
        measures += present::input_words(sweep.inputs[input], sweep.language);
        if (row != nullptr && row->unit == Unit::on_off && value == 1) continue;
        measures +=
            ' ' + (row != nullptr ? present::value_words(*row, value, sweep.language) : number_in(sweep, value));
    }
    if (measures.empty()) measures = say(sweep, Word::a_no_measures);
    return words.empty() ? present::upper_first(measures) : words + ", " + measures;
}

/// Policies against worlds; NaN where the design did not let them meet.
struct Meeting {
    std::vector<std::string> policies;      ///< for files
    std::vector<std::string> policy_words;  ///< for people
    Eigen::MatrixXd performance;
    Satisfied satisfied;
    Satisfied undefined;  ///< a threshold cannot be judged
};

Meeting meeting_of(const Sweep& sweep, std::size_t outcome, const std::vector<Condition>& thresholds) {
    std::map<std::vector<double>, Index> policies;
    std::map<std::vector<double>, Index> worlds;
    for (Index point = 0; point < sweep.points.rows(); ++point) {
        policies.emplace(key_of(sweep, point, true), 0);
        worlds.emplace(key_of(sweep, point, false), 0);
    }
    Meeting meeting;
    for (auto& [key, position] : policies) {
        position = static_cast<Index>(meeting.policies.size());
        meeting.policies.push_back(policy_name(sweep, key));
        meeting.policy_words.push_back(policy_words(sweep, key));
    }
    Index world = 0;
    for (auto& [key, position] : worlds) position = world++;
    const auto rows = static_cast<Index>(policies.size());
    meeting.performance = Eigen::MatrixXd::Constant(rows, world, std::numeric_limits<double>::quiet_NaN());
    if (!thresholds.empty()) {
        meeting.satisfied = Satisfied::Constant(rows, world, true);
        meeting.undefined = Satisfied::Constant(rows, world, false);
    }
    const std::vector<double> means = point_means(sweep, outcome);
    for (Index point = 0; point < sweep.points.rows(); ++point)
        meeting.performance(policies.at(key_of(sweep, point, true)), worlds.at(key_of(sweep, point, false))) =
            means[static_cast<std::size_t>(point)];
    for (const Condition& threshold : thresholds) {
        const std::vector<bool> met = meets(sweep, threshold);
        const std::vector<double> judged = point_means(sweep, threshold.outcome);
        for (Index point = 0; point < sweep.points.rows(); ++point) {
            const Index row = policies.at(key_of(sweep, point, true));
            const Index column = worlds.at(key_of(sweep, point, false));
            const auto place = static_cast<std::size_t>(point);
            meeting.satisfied(row, column) = meeting.satisfied(row, column) && met[place];
            meeting.undefined(row, column) = meeting.undefined(row, column) || !std::isfinite(judged[place]);
        }
    }
    return meeting;
}

template <typename Number>
std::size_t best_policy(const std::vector<PolicyRobustness>& policies, Number number, bool highest) {
    const auto best = std::min_element(policies.begin(), policies.end(), [&](const auto& one, const auto& other) {
        return highest ? one.*number > other.*number : one.*number < other.*number;
    });
    return static_cast<std::size_t>(best - policies.begin());
}

/// Names of all policies that do as well as the best by one measure; "every policy" if all do.
template <typename Number>
std::string best_policies(const Sweep& sweep, const Meeting& meeting, const std::vector<PolicyRobustness>& policies,
                          Number number, bool highest) {
    const double best = policies[best_policy(policies, number, highest)].*number;
    std::string names;
    std::size_t count = 0;
    for (std::size_t i = 0; i < policies.size(); ++i) {
        if (policies[i].*number != best) continue;
        names += (names.empty() ? "" : say(sweep, Word::a_and)) + meeting.policy_words[i];
        ++count;
    }
    if (count == policies.size() && count > 1) return say(sweep, Word::a_every_policy);
    constexpr std::size_t most = 3;
    return count > most ? say(sweep, Word::a_policies_alike, number_in(sweep, static_cast<double>(count))) : names;
}

std::vector<std::string> sentences_about_thresholds(const Sweep& sweep, const Meeting& meeting,
                                                    const RobustnessResult& result,
                                                    const std::vector<Condition>& thresholds) {
    std::string words;
    for (const Condition& one : thresholds)
        words += (words.empty() ? std::string() : say(sweep, Word::a_and)) + words_of(sweep, one);
    if (result.judged == 0) return {say(sweep, Word::a_thresholds_nowhere, words)};
    const auto& policies = result.policies;
    const std::size_t most = best_policy(policies, &PolicyRobustness::satisficing_share, true);
    std::vector<std::string> sentences = {
        say(sweep, Word::a_most_met, words,
            best_policies(sweep, meeting, policies, &PolicyRobustness::satisficing_share, true),
            percent_in(sweep, policies[most].satisficing_share))};
    if (result.judged < result.states)
        sentences.push_back(say(
            sweep, Word::a_thresholds_undefined, present::count_words(result.states - result.judged, sweep.language),
            present::count_words(result.states, sweep.language), present::count_words(result.judged, sweep.language)));
    return sentences;
}

/// Scenarios that are worlds, in words; nothing if there are none.
std::vector<std::string> sentence_about_scenarios(const Sweep& sweep) {
    if (!scenarios_differ(sweep, false)) return {};
    std::string names;
    std::vector<int> told;
    for (std::size_t scenario = 0; scenario < sweep.scenarios.size(); ++scenario) {
        const int kind = kind_of_scenario(sweep, static_cast<int>(scenario), false);
        if (std::find(told.begin(), told.end(), kind) != told.end()) continue;
        told.push_back(kind);
        names += (names.empty() ? "" : "; ") + scenario_words(sweep, scenario);
    }
    return {say(sweep, Word::a_scenarios_are_worlds, names)};
}

std::vector<std::string> robustness_sentences(const Sweep& sweep, const Meeting& meeting,
                                              const RobustnessResult& result, std::size_t outcome, Better better,
                                              const std::vector<Condition>& thresholds) {
    const bool highest = better == Better::higher;
    const auto& policies = result.policies;
    std::vector<std::string> sentences;
    if (policies.size() == 1) {
        sentences.push_back(say(sweep, Word::a_one_policy));
    } else {
        const std::string expected = best_policies(sweep, meeting, policies, &PolicyRobustness::expected, highest);
        const std::string decile = best_policies(sweep, meeting, policies, &PolicyRobustness::worst_decile, highest);
        const std::string regret = best_policies(sweep, meeting, policies, &PolicyRobustness::worst_regret, false);
        sentences.push_back(say(sweep, Word::a_best_by, expected, decile, regret));
        if (expected != regret || expected != decile) sentences.push_back(say(sweep, Word::a_disagree));
        sentences.push_back(
            say(sweep, Word::a_policies_worlds, number_in(sweep, static_cast<double>(policies.size())),
                number_in(sweep, static_cast<double>(result.states)), say(sweep, highest ? Word::higher : Word::lower),
                better == usually_better(sweep.outcomes[outcome]) ? std::string() : say(sweep, Word::a_against_name)));
    }
    append(sentences, sentence_about_scenarios(sweep));
    if (!thresholds.empty()) append(sentences, sentences_about_thresholds(sweep, meeting, result, thresholds));
    if (result.left_out > 0)
        sentences.push_back(
            say(sweep, Word::a_worlds_left_out, number_in(sweep, static_cast<double>(result.left_out))));
    append(sentences, sentences_about_runs(sweep, outcome));
    return sentences;
}

/// Positions of the policies, the best on average first.
std::vector<std::size_t> best_first(const std::vector<PolicyRobustness>& policies, Better better) {
    std::vector<std::size_t> order(policies.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        return better == Better::higher ? policies[one].expected > policies[other].expected
                                        : policies[one].expected < policies[other].expected;
    });
    return order;
}

/// Regret and the share of first places are nothing where a policy has no other beside it.
std::vector<Cell> numbers_of(const PolicyRobustness& policy, bool alone) {
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    if (alone)
        return {policy.expected, policy.worst_decile,     policy.worst, nothing, nothing, nothing,
                nothing,         policy.satisficing_share};
    return {policy.expected,  policy.worst_decile, policy.worst,      policy.mean_regret,
            policy.regret_90, policy.worst_regret, policy.best_share, policy.satisficing_share};
}

Table robustness_table(const Sweep& sweep, std::size_t outcome, const Meeting& meeting,
                       const RobustnessResult& result) {
    Table table{{"outcome", "policy", "expected", "worst_decile", "worst", "mean_regret", "regret_90", "worst_regret",
                 "best_share", "satisficing_share", "remark"},
                {},
                "robustness",
                say(sweep, Word::a_in_unit, say(sweep, Word::a_policies_table), unit_of(sweep, outcome))};
    const bool alone = result.policies.size() == 1;
    const bool unjudged = meeting.satisfied.size() > 0 && result.judged == 0;
    for (std::size_t i = 0; i < result.policies.size(); ++i) {
        std::vector<Cell> row = {sweep.outcomes[outcome], meeting.policies[i]};
        for (Cell& cell : numbers_of(result.policies[i], alone)) row.push_back(std::move(cell));
        row.emplace_back(std::string(unjudged ? "thresholds cannot be judged" : alone ? "only policy" : ""));
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// The best first, with a number: names of many levers cannot be told apart where a drawing cuts them off.
Table robustness_table_for_people(const Table& table, const Meeting& meeting, const std::vector<std::size_t>& order) {
    Table shown{table.columns, {}, table.name, table.title};
    shown.columns.front() = "number";
    for (const std::size_t i : order) {
        std::vector<Cell> row = table.rows[i];
        row[0] = static_cast<double>(shown.rows.size() + 1);
        row[1] = meeting.policy_words[i];
        shown.rows.push_back(std::move(row));
    }
    return shown;
}

Cases cases_of(const Sweep& sweep, const Condition& condition, std::size_t& left_out) {
    std::vector<double> means = point_means(sweep, condition.outcome);
    for (const Condition& other : condition.also) {  // a point without one of the outcomes says nothing
        const std::vector<double> others = point_means(sweep, other.outcome);
        for (std::size_t point = 0; point < means.size(); ++point) means[point] += 0 * others[point];
    }
    const std::vector<bool> met = meets(sweep, condition);
    std::vector<Index> rows;
    Cases cases;
    for (std::size_t point = 0; point < means.size(); ++point) {
        if (!std::isfinite(means[point])) continue;
        rows.push_back(static_cast<Index>(point));
        cases.of_interest.push_back(met[point]);
    }
    left_out = means.size() - rows.size();
    cases.points = sweep.points(rows, Eigen::all);
    return cases;
}

Table trajectory_table(const Sweep& sweep, const PrimQuestion& question, const Cases& cases,
                       const std::vector<BoxOnTrajectory>& trajectory, std::size_t chosen) {
    Table table{{"scenario", "condition", "box", "points", "cases", "coverage", "density", "mass", "restricted",
                 "chosen", "where"},
                {},
                "prim_trajectory",
                say(sweep, Word::a_trajectory_table)};
    for (std::size_t i = 0; i < trajectory.size(); ++i) {
        const BoxMeasures& box = trajectory[i].measures;
        table.rows.push_back(
            {sweep.scenarios.front(), question.condition.words, static_cast<double>(i), static_cast<double>(box.points),
             static_cast<double>(box.cases), box.coverage, box.density, box.mass, static_cast<double>(box.restricted),
             std::string(i == chosen ? "yes" : ""), box_in_file(limits_of(cases, trajectory[i].box), sweep.inputs)});
    }
    return table;
}

/// The same without the limits, which fill a page: the table of limits has those of the chosen box.
Table trajectory_table_for_people(Table table) {
    table.columns.pop_back();
    for (std::vector<Cell>& row : table.rows) row.pop_back();
    return table;
}

void add_box(Table& table, const Sweep& sweep, const PrimQuestion& question, const Cases& cases, std::string_view name,
             const Box& box, const Reproducibility& again) {
    for (const Limit& limit : limits_of(cases, box))
        table.rows.push_back({sweep.scenarios.front(), question.condition.words, std::string(name),
                              sweep.inputs[limit.input], std::string(limit.upper ? "<=" : ">="), limit.at,
                              limit.quasi_p, again.at_same_coverage[limit.input], again.at_same_density[limit.input]});
}

/// "It fails where ethics_committee <= 0.5 and ... (that is: in_use.social.2029-12 < 400). ..."
std::string box_sentence(const Sweep& sweep, const PrimQuestion& question, const Cases& cases, const Box& box) {
    const BoxMeasures measures = measure(cases, box);
    return say(sweep, question.verb == "fails" ? Word::a_box_fails : Word::a_box_holds,
               box_in_words(limits_of(cases, box), input_words_of(sweep), sweep.language),
               words_of(sweep, question.condition), percent_in(sweep, measures.coverage),
               percent_in(sweep, measures.density), percent_in(sweep, measures.mass));
}

std::vector<std::string> prim_sentences(const Sweep& sweep, const PrimQuestion& question, const Cases& cases,
                                        const Box& box, const Box& simple) {
    std::vector<std::string> sentences = {present::upper_first(box_sentence(sweep, question, cases, box))};
    std::string doubtful;
    for (const Limit& limit : limits_of(cases, box))
        if (limit.quasi_p > 0.05)
            doubtful +=
                fmt::format("{}{} {} {} (quasi-p {})", doubtful.empty() ? "" : ", ", input_words_of(sweep)[limit.input],
                            limit.upper ? "<=" : ">=", number_in(sweep, limit.at), number_in(sweep, limit.quasi_p));
    if (!doubtful.empty()) sentences.push_back(say(sweep, Word::a_may_be_chance, doubtful));
    const std::size_t left = measure(cases, simple).restricted;
    if (left == 0 && measure(cases, box).restricted > 0)
        sentences.push_back(say(sweep, Word::a_nothing_left));
    else if (left < measure(cases, box).restricted)
        sentences.push_back(say(sweep, Word::a_without_chance, box_sentence(sweep, question, cases, simple)));
    return sentences;
}

}  // namespace

Better usually_better(std::string_view outcome) {
    constexpr std::string_view lower[] = {"harm",        "incidents", "severity",  "abandoned",
                                          "dropped",     "rejected",  "lead_time", "mean_concern",
                                          "without_use", "policy_",   "trust_lost"};
    const bool among = std::any_of(std::begin(lower), std::end(lower),
                                   [outcome](std::string_view word) { return outcome.starts_with(word); });
    return among ? Better::lower : Better::higher;
}

Finding robustness_finding(const Sweep& sweep, std::size_t outcome, Better better,
                           const std::vector<Condition>& thresholds) {
    const Meeting meeting = meeting_of(sweep, outcome, thresholds);
    if (known_points(sweep, outcome) == 0 || (thresholds.empty() && is_constant(sweep, outcome)))
        return empty_finding(sweep, outcome, {{}, {}, "robustness", {}});
    const RobustnessResult result = robustness(meeting.performance, better, meeting.satisfied, meeting.undefined);
    const std::vector<std::size_t> order = best_first(result.policies, better);
    Finding finding;
    finding.title = finding_title(sweep, outcome);
    finding.spread = relative_spread(sweep, outcome);
    finding.tables.push_back(robustness_table(sweep, outcome, meeting, result));
    finding.shown.push_back(robustness_table_for_people(finding.tables.front(), meeting, order));
    finding.sentences = robustness_sentences(sweep, meeting, result, outcome, better, thresholds);
    if (result.policies.size() == 1) return finding;
    std::vector<BarRow> expected;
    std::vector<BarRow> regret;
    constexpr std::size_t most = 20;  // more bars make no drawing; the table has them all
    for (const std::size_t i : order) {
        if (expected.size() == most) break;
        const PolicyRobustness& policy = result.policies[i];
        const std::string label = fmt::format("{}. {}", expected.size() + 1, meeting.policy_words[i]);
        expected.push_back({label, {bare_estimate(policy.expected), bare_estimate(policy.worst_decile)}});
        regret.push_back({label, {bare_estimate(policy.mean_regret), bare_estimate(policy.worst_regret)}});
    }
    const std::string unit = unit_of(sweep, outcome);
    finding.drawings = {
        interval_bars_svg(
            say(sweep, Word::a_in_unit, present::kept_words(sweep.outcomes[outcome], sweep.language), unit),
            {say(sweep, Word::a_bar_expected), say(sweep, Word::a_bar_worst_decile)}, expected, sweep.language),
        interval_bars_svg(say(sweep, Word::a_in_unit, say(sweep, Word::a_regret_bars), unit),
                          {say(sweep, Word::a_bar_mean), say(sweep, Word::a_bar_worst)}, regret, sweep.language)};
    finding.caption = say(sweep, Word::a_robustness_caption) + " " +
                      say(sweep, Word::a_best_policies_drawn, present::count_words(expected.size(), sweep.language));
    return finding;
}

Finding prim_finding(const Sweep& sweep, const PrimQuestion& question) {
    std::size_t left_out = 0;
    const Cases cases = cases_of(sweep, question.condition, left_out);
    if (cases.of_interest.empty())
        throw InputError(fmt::format("prim: no point has a result of {}", sweep.outcomes[question.condition.outcome]));
    const std::vector<BoxOnTrajectory> trajectory = prim_trajectory(cases, question.settings);
    const std::size_t chosen = question.box.value_or(most_balanced(trajectory));
    if (chosen >= trajectory.size())
        throw InputError(
            fmt::format("--box: {} is not there; the trajectory has boxes 0 to {}", chosen, trajectory.size() - 1));
    const Box& box = trajectory[chosen].box;
    const Box simple = pruned(cases, box);
    const auto reproduced = [&](const Box& one) {
        return reproducibility(cases, measure(cases, one), question.settings, question.resamples, question.seed);
    };
    Finding finding;
    finding.title = finding_title(sweep, question.condition.outcome);
    finding.spread = relative_spread(sweep, question.condition.outcome);
    finding.sentences = prim_sentences(sweep, question, cases, box, simple);
    if (left_out > 0)
        finding.sentences.push_back(say(sweep, Word::a_missing_points, present::count_words(left_out, sweep.language)));
    append(finding.sentences, sentences_about_runs(sweep, question.condition.outcome));
    Table limits{
        {"scenario", "condition", "box", "input", "side", "limit", "quasi_p", "again_at_coverage", "again_at_density"},
        {},
        "prim_box",
        say(sweep, Word::a_box_table)};
    add_box(limits, sweep, question, cases, fmt::format("{}", chosen), box, reproduced(box));
    add_box(limits, sweep, question, cases, "pruned", simple, reproduced(simple));
    Scatter scatter{
        say(sweep, Word::a_prim_scatter), say(sweep, Word::a_coverage), say(sweep, Word::a_density), true, false, {}};
    for (std::size_t i = 0; i < trajectory.size(); ++i)
        scatter.spots.push_back(
            {trajectory[i].measures.coverage, trajectory[i].measures.density, fmt::format("{}", i), i == chosen});
    finding.drawings.push_back(scatter_svg(scatter, sweep.language));
    finding.caption = say(sweep, Word::a_prim_caption);
    finding.tables = {std::move(limits), trajectory_table(sweep, question, cases, trajectory, chosen)};
    finding.shown = {finding.tables[0], trajectory_table_for_people(finding.tables[1])};
    return finding;
}

}  // namespace algemeente::analysis

// Robustness of policies, and the box in which something happens.
#include "analysis/drawings.h"
#include "analysis/findings.h"

#include "present/words/months.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace algemeente::analysis {

using present::Word;

namespace {

using Index = Eigen::Index;

/// Values of the inputs of one kind at a point, with the scenario in front for levers: what makes a policy, or a world.
std::vector<double> key_of(const Sweep& sweep, Index point, bool levers) {
    std::vector<double> key;
    if (levers) key.push_back(sweep.scenario_of_point[static_cast<std::size_t>(point)]);
    for (Index input = 0; input < sweep.points.cols(); ++input)
        if (sweep.is_lever[static_cast<std::size_t>(input)] == levers) key.push_back(sweep.points(point, input));
    return key;
}

std::string policy_name(const Sweep& sweep, const std::vector<double>& key) {
    std::string name = sweep.scenarios.size() > 1 ? sweep.scenarios[static_cast<std::size_t>(key.front())] : "";
    std::size_t place = 1;
    for (std::size_t input = 0; input < sweep.inputs.size(); ++input) {
        if (!sweep.is_lever[input]) continue;
        name += fmt::format("{}{} = {:g}", name.empty() ? "" : ", ", sweep.inputs[input], key[place++]);
    }
    return name.empty() ? sweep.scenarios.front() : name;
}

/// Policies against worlds; NaN where the design did not let them meet.
struct Meeting {
    std::vector<std::string> policies;
    Eigen::MatrixXd performance;
    Satisfied satisfied;
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
    }
    Index world = 0;
    for (auto& [key, position] : worlds) position = world++;
    meeting.performance =
        Eigen::MatrixXd::Constant(static_cast<Index>(policies.size()), world, std::numeric_limits<double>::quiet_NaN());
    if (!thresholds.empty()) meeting.satisfied = Satisfied::Constant(static_cast<Index>(policies.size()), world, true);
    const std::vector<double> means = point_means(sweep, outcome);
    std::vector<std::vector<bool>> met;
    for (const Condition& threshold : thresholds) met.push_back(meets(sweep, threshold));
    for (Index point = 0; point < sweep.points.rows(); ++point) {
        const Index row = policies.at(key_of(sweep, point, true));
        const Index column = worlds.at(key_of(sweep, point, false));
        meeting.performance(row, column) = means[static_cast<std::size_t>(point)];
        for (const std::vector<bool>& one : met)
            meeting.satisfied(row, column) = meeting.satisfied(row, column) && one[static_cast<std::size_t>(point)];
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
        names += (names.empty() ? "" : say(sweep, Word::a_and)) + meeting.policies[i];
        ++count;
    }
    if (count == policies.size() && count > 1) return say(sweep, Word::a_every_policy);
    constexpr std::size_t most = 3;
    return count > most ? say(sweep, Word::a_policies_alike, number_in(sweep, static_cast<double>(count))) : names;
}

std::vector<std::string> robustness_sentences(const Sweep& sweep, const Meeting& meeting,
                                              const RobustnessResult& result, std::string_view outcome, Better better,
                                              const std::vector<Condition>& thresholds) {
    const bool highest = better == Better::higher;
    const auto& policies = result.policies;
    const std::string expected = best_policies(sweep, meeting, policies, &PolicyRobustness::expected, highest);
    const std::string decile = best_policies(sweep, meeting, policies, &PolicyRobustness::worst_decile, highest);
    const std::string regret = best_policies(sweep, meeting, policies, &PolicyRobustness::worst_regret, false);
    std::vector<std::string> sentences = {
        say(sweep, Word::a_policies_worlds, number_in(sweep, static_cast<double>(policies.size())),
            number_in(sweep, static_cast<double>(result.states)), say(sweep, highest ? Word::higher : Word::lower),
            better == usually_better(outcome) ? std::string() : say(sweep, Word::a_against_name)),
        say(sweep, Word::a_best_by, expected, decile, regret)};
    if (expected != regret || expected != decile) sentences.push_back(say(sweep, Word::a_disagree));
    if (!thresholds.empty()) {
        std::string words;
        for (const Condition& one : thresholds)
            words += (words.empty() ? std::string() : say(sweep, Word::a_and)) + one.words;
        const std::size_t most = best_policy(policies, &PolicyRobustness::satisficing_share, true);
        sentences.push_back(say(sweep, Word::a_most_met, words,
                                best_policies(sweep, meeting, policies, &PolicyRobustness::satisficing_share, true),
                                percent_in(sweep, policies[most].satisficing_share)));
    }
    if (result.left_out > 0)
        sentences.push_back(
            say(sweep, Word::a_worlds_left_out, number_in(sweep, static_cast<double>(result.left_out))));
    return sentences;
}

Cases cases_of(const Sweep& sweep, const Condition& condition, std::size_t& left_out) {
    const std::vector<double> means = point_means(sweep, condition.outcome);
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
        table.rows.push_back({sweep.scenarios.front(), question.condition.words, static_cast<double>(i),
                              static_cast<double>(box.points), static_cast<double>(box.cases), box.coverage,
                              box.density, box.mass, static_cast<double>(box.restricted),
                              std::string(i == chosen ? "yes" : ""),
                              box_in_words(limits_of(cases, trajectory[i].box), sweep.inputs, sweep.language)});
    }
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
               box_in_words(limits_of(cases, box), sweep.inputs, sweep.language), question.condition.words,
               percent_in(sweep, measures.coverage), percent_in(sweep, measures.density),
               percent_in(sweep, measures.mass));
}

std::vector<std::string> prim_sentences(const Sweep& sweep, const PrimQuestion& question, const Cases& cases,
                                        const Box& box, const Box& simple) {
    std::vector<std::string> sentences = {present::upper_first(box_sentence(sweep, question, cases, box))};
    std::string doubtful;
    for (const Limit& limit : limits_of(cases, box))
        if (limit.quasi_p > 0.05)
            doubtful +=
                fmt::format("{}{} {} {} (quasi-p {})", doubtful.empty() ? "" : ", ", sweep.inputs[limit.input],
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
    constexpr std::string_view lower[] = {"harm",     "incidents", "severity",     "abandoned",  "dropped",
                                          "rejected", "lead_time", "mean_concern", "without_use"};
    const bool among = std::any_of(std::begin(lower), std::end(lower),
                                   [outcome](std::string_view word) { return outcome.starts_with(word); });
    return among ? Better::lower : Better::higher;
}

Finding robustness_finding(const Sweep& sweep, std::size_t outcome, Better better,
                           const std::vector<Condition>& thresholds) {
    const Meeting meeting = meeting_of(sweep, outcome, thresholds);
    const RobustnessResult result = robustness(meeting.performance, better, meeting.satisfied);
    Finding finding;
    finding.title = sweep.outcomes[outcome];
    Table table{{"outcome", "policy", "expected", "worst_decile", "worst", "mean_regret", "regret_90", "worst_regret",
                 "best_share", "satisficing_share"},
                {},
                "robustness",
                say(sweep, Word::a_policies_table)};
    std::vector<BarRow> expected;
    std::vector<BarRow> regret;
    for (std::size_t i = 0; i < result.policies.size(); ++i) {
        const PolicyRobustness& policy = result.policies[i];
        table.rows.push_back({sweep.outcomes[outcome], meeting.policies[i], policy.expected, policy.worst_decile,
                              policy.worst, policy.mean_regret, policy.regret_90, policy.worst_regret,
                              policy.best_share, policy.satisficing_share});
        expected.push_back({meeting.policies[i], {bare_estimate(policy.expected), bare_estimate(policy.worst_decile)}});
        regret.push_back(
            {meeting.policies[i], {bare_estimate(policy.mean_regret), bare_estimate(policy.worst_regret)}});
    }
    constexpr std::size_t longest = 40;  // more bars make no drawing; the table has them all
    expected.resize(std::min(longest, expected.size()));
    regret.resize(std::min(longest, regret.size()));
    finding.tables.push_back(std::move(table));
    finding.sentences = robustness_sentences(sweep, meeting, result, sweep.outcomes[outcome], better, thresholds);
    finding.drawings = {
        interval_bars_svg(sweep.outcomes[outcome],
                          {say(sweep, Word::a_bar_expected), say(sweep, Word::a_bar_worst_decile)}, expected,
                          sweep.language),
        interval_bars_svg(say(sweep, Word::a_regret_bars),
                          {say(sweep, Word::a_bar_mean), say(sweep, Word::a_bar_worst)}, regret, sweep.language)};
    finding.caption = say(sweep, Word::a_robustness_caption);
    return finding;
}

Finding prim_finding(const Sweep& sweep, const PrimQuestion& question) {
    std::size_t left_out = 0;
    const Cases cases = cases_of(sweep, question.condition, left_out);
    const std::vector<BoxOnTrajectory> trajectory = prim_trajectory(cases, question.settings);
    const std::size_t chosen = question.box.value_or(most_balanced(trajectory));
    if (chosen >= trajectory.size())
        throw InputError(
            fmt::format("--box: {} is not there; the trajectory has boxes 0 to {}", chosen, trajectory.size() - 1));
    const Box& box = trajectory[chosen].box;
    const Box simple = pruned(cases, box);
    const Reproducibility again =
        reproducibility(cases, trajectory[chosen].measures, question.settings, question.resamples, question.seed);
    Finding finding;
    finding.title = finding_title(sweep, question.condition.outcome);
    finding.sentences = prim_sentences(sweep, question, cases, box, simple);
    if (left_out > 0)
        finding.sentences.push_back(
            say(sweep, Word::a_missing_points, number_in(sweep, static_cast<double>(left_out))));
    Table limits{
        {"scenario", "condition", "box", "input", "side", "limit", "quasi_p", "again_at_coverage", "again_at_density"},
        {},
        "prim_box",
        say(sweep, Word::a_box_table)};
    add_box(limits, sweep, question, cases, fmt::format("{}", chosen), box, again);
    add_box(limits, sweep, question, cases, "pruned", simple, again);
    Scatter scatter{
        say(sweep, Word::a_prim_scatter), say(sweep, Word::a_coverage), say(sweep, Word::a_density), true, false, {}};
    for (std::size_t i = 0; i < trajectory.size(); ++i)
        scatter.spots.push_back(
            {trajectory[i].measures.coverage, trajectory[i].measures.density, fmt::format("{}", i), i == chosen});
    finding.drawings.push_back(scatter_svg(scatter, sweep.language));
    finding.caption = say(sweep, Word::a_prim_caption);
    finding.tables = {std::move(limits), trajectory_table(sweep, question, cases, trajectory, chosen)};
    return finding;
}

}  // namespace algemeente::analysis

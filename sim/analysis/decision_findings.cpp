// Robustness of policies, and the box in which something happens.
#include "analysis/drawings.h"
#include "analysis/findings.h"

#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace algemeente::analysis {

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
std::string best_policies(const Meeting& meeting, const std::vector<PolicyRobustness>& policies, Number number,
                          bool highest) {
    const double best = policies[best_policy(policies, number, highest)].*number;
    std::string names;
    std::size_t count = 0;
    for (std::size_t i = 0; i < policies.size(); ++i) {
        if (policies[i].*number != best) continue;
        names += (names.empty() ? "" : " and ") + meeting.policies[i];
        ++count;
    }
    if (count == policies.size() && count > 1) return "every policy alike";
    constexpr std::size_t most = 3;
    return count > most ? fmt::format("{} policies alike", count) : names;
}

std::vector<std::string> robustness_sentences(const Meeting& meeting, const RobustnessResult& result,
                                              std::string_view outcome, Better better,
                                              const std::vector<Condition>& thresholds) {
    const bool highest = better == Better::higher;
    const auto& policies = result.policies;
    const std::string expected = best_policies(meeting, policies, &PolicyRobustness::expected, highest);
    const std::string decile = best_policies(meeting, policies, &PolicyRobustness::worst_decile, highest);
    const std::string regret = best_policies(meeting, policies, &PolicyRobustness::worst_regret, false);
    std::vector<std::string> sentences = {
        fmt::format("{} policies in {} states of the world; {} is better{}.", policies.size(), result.states,
                    highest ? "higher" : "lower",
                    better == usually_better(outcome) ? "" : ", against what its name suggests"),
        fmt::format("Best on average: {}. Best in the worst decile: {}. Least to regret at worst: {}.", expected,
                    decile, regret)};
    if (expected != regret || expected != decile)
        sentences.push_back(
            "The measures do not agree: which policy is best depends on how much you want to be spared.");
    if (!thresholds.empty()) {
        std::string words;
        for (const Condition& one : thresholds) words += (words.empty() ? "" : " and ") + one.words;
        const std::size_t most = best_policy(policies, &PolicyRobustness::satisficing_share, true);
        sentences.push_back(fmt::format("{}: most often met by {}, in {:.0f} % of the worlds.", words,
                                        best_policies(meeting, policies, &PolicyRobustness::satisficing_share, true),
                                        100 * policies[most].satisficing_share));
    }
    if (result.left_out > 0)
        sentences.push_back(
            fmt::format("{} states of the world are left out, because not every policy has a result in "
                        "them.",
                        result.left_out));
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

ResultTable trajectory_table(const Sweep& sweep, const PrimQuestion& question, const Cases& cases,
                             const std::vector<BoxOnTrajectory>& trajectory, std::size_t chosen) {
    ResultTable table{"prim_trajectory",
                      "The trade-off: boxes from all points to the last",
                      {"scenario", "condition", "box", "points", "cases", "coverage", "density", "mass", "restricted",
                       "chosen", "where"},
                      {}};
    for (std::size_t i = 0; i < trajectory.size(); ++i) {
        const BoxMeasures& box = trajectory[i].measures;
        table.rows.push_back(
            {sweep.scenarios.front(), question.condition.words, static_cast<double>(i), static_cast<double>(box.points),
             static_cast<double>(box.cases), box.coverage, box.density, box.mass, static_cast<double>(box.restricted),
             std::string(i == chosen ? "yes" : ""), box_in_words(limits_of(cases, trajectory[i].box), sweep.inputs)});
    }
    return table;
}

void add_box(ResultTable& table, const Sweep& sweep, const PrimQuestion& question, const Cases& cases,
             std::string_view name, const Box& box, const Reproducibility& again) {
    for (const Limit& limit : limits_of(cases, box))
        table.rows.push_back({sweep.scenarios.front(), question.condition.words, std::string(name),
                              sweep.inputs[limit.input], std::string(limit.upper ? "<=" : ">="), limit.at,
                              limit.quasi_p, again.at_same_coverage[limit.input], again.at_same_density[limit.input]});
}

/// "Fails where ethics_committee <= 0.5 and ... (that is: in_use.social.2029-12 < 400). ..."
std::string box_sentence(const Sweep& sweep, const PrimQuestion& question, const Cases& cases, const Box& box,
                         std::string_view lead) {
    const BoxMeasures measures = measure(cases, box);
    return fmt::format(
        "{}{} where {} (that is: {}). This box holds {:.0f} % of all such cases (coverage); of the points in it {:.0f} "
        "% "
        "are such (density); it is {:.0f} % of the points (mass).",
        lead, question.verb, box_in_words(limits_of(cases, box), sweep.inputs), question.condition.words,
        100 * measures.coverage, 100 * measures.density, 100 * measures.mass);
}

std::vector<std::string> prim_sentences(const Sweep& sweep, const PrimQuestion& question, const Cases& cases,
                                        const Box& box, const Box& simple) {
    std::vector<std::string> sentences = {box_sentence(sweep, question, cases, box, "It ")};
    std::string doubtful;
    for (const Limit& limit : limits_of(cases, box))
        if (limit.quasi_p > 0.05)
            doubtful += fmt::format("{}{} {} {:.4g} (quasi-p {:.2g})", doubtful.empty() ? "" : ", ",
                                    sweep.inputs[limit.input], limit.upper ? "<=" : ">=", limit.at, limit.quasi_p);
    if (!doubtful.empty()) sentences.push_back("Possibly by chance: " + doubtful + ".");
    const std::size_t left = measure(cases, simple).restricted;
    if (left == 0 && measure(cases, box).restricted > 0)
        sentences.push_back(
            "Without inputs that may be there by chance nothing is left of the box: these points do not show where "
            "it " +
            question.verb + ". More points, or another condition, may.");
    else if (left < measure(cases, box).restricted)
        sentences.push_back(
            box_sentence(sweep, question, cases, simple, "Without inputs that may be there by chance: it "));
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
    ResultTable table{"robustness",
                      "Policies over all states of the world",
                      {"outcome", "policy", "expected", "worst_decile", "worst", "mean_regret", "regret_90",
                       "worst_regret", "best_share", "satisficing_share"},
                      {}};
    std::vector<BarRow> expected;
    std::vector<BarRow> regret;
    for (std::size_t i = 0; i < result.policies.size(); ++i) {
        const PolicyRobustness& policy = result.policies[i];
        table.rows.push_back({sweep.outcomes[outcome], meeting.policies[i], policy.expected, policy.worst_decile,
                              policy.worst, policy.mean_regret, policy.regret_90, policy.worst_regret,
                              policy.best_share, policy.satisficing_share});
        const auto bare = [](double value) { return Estimate{value, std::nan(""), std::nan("")}; };
        expected.push_back({meeting.policies[i], {bare(policy.expected), bare(policy.worst_decile)}});
        regret.push_back({meeting.policies[i], {bare(policy.mean_regret), bare(policy.worst_regret)}});
    }
    constexpr std::size_t longest = 40;  // more bars make no drawing; the table has them all
    expected.resize(std::min(longest, expected.size()));
    regret.resize(std::min(longest, regret.size()));
    finding.tables.push_back(std::move(table));
    finding.sentences = robustness_sentences(meeting, result, sweep.outcomes[outcome], better, thresholds);
    finding.drawings = {interval_bars_svg(sweep.outcomes[outcome], {"expected", "worst decile"}, expected),
                        interval_bars_svg("Regret against the best policy of each world", {"mean", "worst"}, regret)};
    finding.caption =
        "Every state of the world counts as much as any other. Regret: how much worse than the policy that "
        "would have been best in that world, in units of the outcome.";
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
    if (left_out > 0) finding.sentences.push_back(fmt::format("{} points have no result and are left out.", left_out));
    ResultTable limits{
        "prim_box",
        "Limits of the box, and how often PRIM limits the same input on other halves of the points",
        {"scenario", "condition", "box", "input", "side", "limit", "quasi_p", "again_at_coverage", "again_at_density"},
        {}};
    add_box(limits, sweep, question, cases, fmt::format("{}", chosen), box, again);
    add_box(limits, sweep, question, cases, "pruned", simple, again);
    Scatter scatter{"Coverage against density",
                    "coverage: share of all cases caught",
                    "density: share of the box",
                    true,
                    false,
                    {}};
    for (std::size_t i = 0; i < trajectory.size(); ++i)
        scatter.spots.push_back(
            {trajectory[i].measures.coverage, trajectory[i].measures.density, fmt::format("{}", i), i == chosen});
    finding.drawings.push_back(scatter_svg(scatter));
    finding.caption = "Each dot is a box with its number; dark: the one described. '--box N' describes another.";
    finding.tables = {std::move(limits), trajectory_table(sweep, question, cases, trajectory, chosen)};
    return finding;
}

}  // namespace algemeente::analysis

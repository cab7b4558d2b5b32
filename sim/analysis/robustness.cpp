#include "analysis/robustness.h"

#include "statistics/summary.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace algemeente::analysis {

namespace {

using Index = Eigen::Index;

double quantile_of(const Eigen::VectorXd& values, double share) {
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    return quantile_of_sorted(sorted, share);
}

/// Positions of the states in which every policy has a result.
std::vector<Index> complete_states(const Eigen::MatrixXd& performance) {
    std::vector<Index> states;
    for (Index state = 0; state < performance.cols(); ++state)
        if (performance.col(state).allFinite()) states.push_back(state);
    return states;
}

/// `gains`: higher is better; `regrets`: distance to the best policy of each state.
PolicyRobustness measure(const Eigen::VectorXd& gains, const Eigen::VectorXd& regrets, Better better) {
    const double sign = better == Better::higher ? 1 : -1;
    PolicyRobustness policy;
    policy.expected = sign * gains.mean();
    policy.worst_decile = sign * quantile_of(gains, 0.1);
    policy.worst = sign * gains.minCoeff();
    policy.mean_regret = regrets.mean();
    policy.regret_90 = quantile_of(regrets, 0.9);
    policy.worst_regret = regrets.maxCoeff();
    policy.best_share = static_cast<double>((regrets.array() == 0).count()) / static_cast<double>(regrets.size());
    policy.satisficing_share = std::numeric_limits<double>::quiet_NaN();
    return policy;
}

}  // namespace

RobustnessResult robustness(const Eigen::MatrixXd& performance, Better better, const Satisfied& satisfied,
                            const Satisfied& undefined) {
    const std::vector<Index> states = complete_states(performance);
    if (states.empty() || performance.rows() == 0)
        throw InputError(
            fmt::format("robustness: in none of {} states of the world has every one of {} policies a "
                        "result; cross all levers with all uncertainties (design 'factorial' or 'list')",
                        performance.cols(), performance.rows()));
    const Eigen::MatrixXd gains = performance(Eigen::all, states) * (better == Better::higher ? 1.0 : -1.0);
    const Eigen::RowVectorXd best = gains.colwise().maxCoeff();
    RobustnessResult result;
    result.states = states.size();
    result.left_out = static_cast<std::size_t>(performance.cols()) - states.size();
    std::vector<Index> judged;
    for (const Index state : states)
        if (undefined.size() == 0 || !undefined.col(state).any()) judged.push_back(state);
    result.judged = judged.size();
    for (Index policy = 0; policy < gains.rows(); ++policy) {
        PolicyRobustness measured = measure(gains.row(policy), best - gains.row(policy), better);
        if (satisfied.size() > 0) {
            const auto met =
                std::count_if(judged.begin(), judged.end(), [&](Index state) { return satisfied(policy, state); });
            measured.satisficing_share = static_cast<double>(met) / static_cast<double>(judged.size());
        }
        result.policies.push_back(measured);
    }
    return result;
}

}  // namespace algemeente::analysis

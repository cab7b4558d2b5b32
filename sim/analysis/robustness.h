// Which policy holds up when nobody knows which world it will meet? (Herman et al. 2015; McPhail et al. 2018)
#pragma once

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace algemeente::analysis {

enum class Better : std::uint8_t { higher, lower };

struct PolicyRobustness {
    double expected = 0;      ///< mean over the states of the world, each as likely as the other
    double worst_decile = 0;  ///< nine states in ten are at least this good (quantile, interpolated)
    double worst = 0;         ///< in the worst state
    double mean_regret = 0;   ///< how much worse than the best policy of the same state, in units of the outcome
    double regret_90 = 0;     ///< nine states in ten regret no more than this
    double worst_regret = 0;
    double best_share = 0;  ///< share of states in which no policy is better
    double satisficing_share =
        0;  ///< share of judged states that meet all thresholds; NaN without thresholds or states
};

using Satisfied = Eigen::Array<bool, Eigen::Dynamic, Eigen::Dynamic>;

struct RobustnessResult {
    std::vector<PolicyRobustness> policies;
    std::size_t states = 0;    ///< that every policy met
    std::size_t left_out = 0;  ///< in which a policy has no result
    std::size_t judged = 0;    ///< of `states`: those in which the thresholds of every policy can be judged
};

/// `performance` holds one row a policy, one column a state of the world; `satisfied` likewise, or is empty;
/// `undefined` likewise, or is empty: true where a threshold cannot be judged, because its outcome does not exist
/// there. States in which any policy has no result are left out, so that all policies face the same worlds. Throws
/// InputError if no state is left.
RobustnessResult robustness(const Eigen::MatrixXd& performance, Better better, const Satisfied& satisfied,
                            const Satisfied& undefined = {});

}  // namespace algemeente::analysis

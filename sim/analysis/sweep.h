// A finished sweep as the analyses read it.
#pragma once

#include "present/words/catalogue.h"

#include <Eigen/Core>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente::analysis {

/// One scenario's points, or those of several: then every scenario has its own complete design, one after another.
struct Sweep {
    using Flags = Eigen::Array<bool, Eigen::Dynamic, Eigen::Dynamic>;

    std::string title;
    std::string question;
    std::string design;  ///< factorial, list, lhs, sobol, saltelli or morris
    std::size_t samples = 0;
    bool second_order = false;       ///< Saltelli: the layout holds the BA blocks
    std::size_t randomisations = 1;  ///< Saltelli: independent scramblings, one after another

    std::vector<std::string> inputs;
    std::vector<bool> is_lever;
    std::vector<double> low;
    std::vector<double> high;
    std::vector<std::vector<int>> groups;  ///< inputs that move together; one each without groups
    std::vector<std::string> group_names;
    std::vector<std::string> scenarios;       ///< titles, all different
    std::vector<std::string> scenario_names;  ///< of their files; empty if they are not known
    // per scenario: equal numbers stand for the same decisions, and for the same circumstances that nobody decides.
    // Empty: every scenario has decisions of its own, and all have the same circumstances
    std::vector<int> decisions_of_scenario;
    std::vector<int> circumstances_of_scenario;
    std::vector<int> scenario_of_point;
    Eigen::MatrixXd points;  ///< point by input, in units of the model

    std::vector<std::string> outcomes;
    std::vector<Eigen::MatrixXd> values;  ///< per outcome: point by replicate; NaN: without a result, or undefined
    /// Point by replicate: the run has results, so that a NaN of its outcomes means that there was nothing to measure.
    /// Empty: not known, and a NaN is taken for a run without results.
    Flags finished;

    present::Language language = present::Language::en;  ///< of what is said about it

    std::size_t replicates() const { return values.empty() ? 0 : static_cast<std::size_t>(values.front().cols()); }
};

/// A text of the catalogue in the sweep's language, filled in.
template <typename... Parts>
std::string say(const Sweep& sweep, present::Word word, const Parts&... parts) {
    return present::filled(present::text(word, sweep.language), parts...);
}
/// Numbers and shares in sentences.
std::string number_in(const Sweep& sweep, double number);
std::string percent_in(const Sweep& sweep, double share);

/// Only the points of scenario number `scenario`.
Sweep of_scenario(const Sweep& sweep, std::size_t scenario);

/// Mean over the finished replicates, per point; NaN where there is none.
std::vector<double> point_means(const Sweep& sweep, std::size_t outcome);

/// Runs that were asked for.
std::size_t runs_of(const Sweep& sweep);
/// Runs without a result of this outcome: not done yet, failed, or stopped.
std::size_t missing_runs(const Sweep& sweep, std::size_t outcome);
/// Runs with results in which this outcome does not exist: a mean over nothing.
std::size_t undefined_runs(const Sweep& sweep, std::size_t outcome);
/// Points that have a mean.
std::size_t known_points(const Sweep& sweep, std::size_t outcome);
/// Whether the mean outcome is the same at every point that has one; also if none has.
bool is_constant(const Sweep& sweep, std::size_t outcome);
/// An outcome that is smaller than this is nearly nothing, however much it moves against its own size: one project, one
/// incident; 0.05 for shares and levels from 0 to 1. 0 for outcomes that the model does not know.
double least_size(std::string_view outcome);
inline constexpr double least_number = 1;
inline constexpr double least_share = 0.05;

/// Standard deviation of the means of points, as a share of the largest of them, or of least_size where that is larger:
/// 0 for a constant, and only then.
double relative_spread(const Sweep& sweep, std::size_t outcome);

/// The outcome that moves most in every one of these sweeps, by the least of its spreads; nothing if none moves in all.
std::optional<std::size_t> most_moving_outcome(std::span<const Sweep> sweeps);

/// Inputs scaled to 0..1 over low..high.
Eigen::MatrixXd unit_points(const Sweep& sweep);

/// Share of the variance of single runs that is luck: mean variance within points over that plus the variance of the
/// means. NaN with one replicate.
double share_of_luck(const Sweep& sweep, std::size_t outcome);

/// Position of an outcome. Throws InputError with the nearest name.
std::size_t outcome_position(const Sweep& sweep, std::string_view name);

}  // namespace algemeente::analysis

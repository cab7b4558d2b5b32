// One analysis of one outcome, from the numbers of a sweep to tables, sentences and drawings.
#pragma once

#include "analysis/page.h"
#include "analysis/prim.h"
#include "analysis/robustness.h"
#include "analysis/sweep.h"
#include "statistics/bootstrap.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente::analysis {

// The sweep holds one scenario (of_scenario), except for robustness, where scenarios count as policies if they differ
// in what somebody decides, and as states of the world if they differ in anything else. All throw InputError if the
// design of the sweep does not suit the analysis.

Finding summary_finding(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings);
Finding sobol_finding(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings);
Finding morris_finding(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings);
Finding regression_finding(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings);
/// Sobol' indices, mu* or regression coefficients, as the design has it, from growing parts of the sample.
Finding convergence_finding(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings);

/// From any sample: how far the distribution (PAWN) or the density (delta) of the outcome moves when an input is known,
/// and which inputs trees split on.
Finding pawn_finding(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings);
Finding delta_finding(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings);
Finding trees_finding(const Sweep& sweep, std::size_t outcome, const BootstrapSettings& settings);

/// "in_use.social.2029-12 < 400": a limit on the mean outcome of a point. "p25" instead of a number stands for that
/// quantile over all points. "A < 1 and B > 2": several limits that hold together.
struct Condition {
    std::size_t outcome = 0;
    std::string comparison;  ///< <, <=, > or >=
    double limit = 0;
    std::string words;  ///< "in_use.social.2029-12 < 400": for files, all of them; words_of() is for people
    std::vector<Condition> also = {};  ///< what must hold as well
};
/// It and what must hold as well, each alone.
std::vector<Condition> single_conditions(const Condition& condition);
/// Throws InputError for a condition that cannot be read, and for an unknown outcome.
Condition read_condition(const Sweep& sweep, std::string_view text);
/// Per point: whether its mean outcome meets the condition, and all that must hold as well. False where there is no
/// result.
std::vector<bool> meets(const Sweep& sweep, const Condition& condition);

/// Lower for harm, incidents, time lost and the like; higher for all other outcomes.
Better usually_better(std::string_view outcome);
Finding robustness_finding(const Sweep& sweep, std::size_t outcome, Better better,
                           const std::vector<Condition>& thresholds);

struct PrimQuestion {
    Condition condition;
    std::string verb = "holds";  ///< or "fails": "it fails where ..."
    PrimSettings settings;
    std::optional<std::size_t> box;  ///< on the trajectory; otherwise the most balanced
    int resamples = 20;
    std::uint64_t seed = 1;
};
Finding prim_finding(const Sweep& sweep, const PrimQuestion& question);

/// Heading of a finding: outcome, and the scenario if it has a title.
std::string finding_title(const Sweep& sweep, std::size_t outcome);
/// The sentence about luck among replicates, or nothing.
std::vector<std::string> sentences_about_luck(const Sweep& sweep, std::size_t outcome);

}  // namespace algemeente::analysis

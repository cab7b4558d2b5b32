// What a liveness study moves: factors, classes of agents and parameters, each in one to three ways, and against which
// base.
#pragma once

#include "patterns/factor_spread.h"
#include "scenario/scenario.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

enum class LivenessKind : std::uint8_t { factor, agents, parameter };
std::string_view kind_word(LivenessKind kind);

/// One factor, class of agents or parameter.
struct LivenessThing {
    LivenessKind kind = LivenessKind::parameter;
    std::string name;
    std::vector<std::string> needs{};  ///< settings without which it would not act, "ethics_committee=1"
};

/// A row of liveness_needs.def.
struct LivenessNeed {
    std::string_view prefix;
    std::string_view setting;
};
std::span<const LivenessNeed> liveness_needs();

/// What a parameter needs in order to act; nothing for most.
std::vector<std::string> needs_of(std::string_view parameter);

/// Everything that is moved: ten factors, five classes of agents, and each assumption and lever that is neither a
/// diagnostic nor a setting.
std::vector<LivenessThing> liveness_things();

/// Those named in "ict,agents,support_base": names, or the groups factors, agents and parameters; all for an empty
/// text. Throws InputError with the nearest name for an unknown one.
std::vector<LivenessThing> chosen_things(const std::string& only);

/// The base of all, without further settings, comes first; then one for each distinct set of needs.
struct LivenessBase {
    std::vector<std::string> needs;
    Scenario scenario;
};
/// `municipality_count`: how many a synthetic population has where the base lists its municipalities.
std::vector<LivenessBase> liveness_bases(const Scenario& base, const std::vector<LivenessThing>& things,
                                         int municipality_count);

/// One way to move one thing.
struct LivenessTrial {
    std::size_t thing = 0;  ///< position among the things
    std::size_t base = 0;   ///< position among the bases
    std::string setting;    ///< ceiling, one_sd_higher, one_sd_lower, without, low or high
    double value = 0;       ///< of the parameter, or of the parameter that shifts the factor; NaN for agents
    Scenario scenario{};
};

/// A factor is held at its ceiling and shifted by one standard deviation either way, agents decide nothing, a parameter
/// is at either end of its range. An end that is the value of the base already, or that contradicts another parameter,
/// is left out.
std::vector<LivenessTrial> liveness_trials(const std::vector<LivenessThing>& things,
                                           const std::vector<LivenessBase>& bases, const FactorSpread& spread);

}  // namespace algemeente

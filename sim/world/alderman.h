// Who an alderman is, drawn when he or she takes office.
#pragma once

#include "parameters/parameters.h"
#include "world/world.h"

namespace algemeente {

/// Key of a domain's office in a municipality, for luck. Employees of the office use the numbers that follow.
constexpr std::uint64_t office_key(std::uint32_t municipality_key, Domain domain) {
    return (static_cast<std::uint64_t>(municipality_key) << 32U) | (static_cast<std::uint64_t>(domain) << 31U);
}

/// A new alderman draws all attributes anew: priorities shift when politics changes (E71).
Alderman new_alderman(std::uint64_t office, int month, const Parameters& p, const Luck& luck);

/// What an alderman thinks of a kind of use besides what can be seen of it (logit, mean 0): constituency, conviction,
/// what he promised (E31, E70, E71). The same for each project of that kind, as long as he is in office.
double taste_of(const Alderman& alderman, std::uint64_t office, std::size_t use_case, int month, const Parameters& p,
                const Luck& luck);

}  // namespace algemeente

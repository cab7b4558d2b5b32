// Conditions of changes: what must be seen before a lever moves, "incidents_so_far.social > 12 and mean_trust < 0.4".
#pragma once

#include "parameters/domain.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

enum class Comparison : std::uint8_t { above, at_least, below, at_most };
std::string_view comparison_sign(Comparison comparison);  ///< ">", ">=", "<", "<="

/// One outcome compared with a number. An outcome of a domain is the sum or mean over all municipalities simulated.
struct Clause {
    std::size_t outcome = 0;       ///< position in domain_outcomes(), or in national_outcomes()
    std::optional<Domain> domain;  ///< nothing: an outcome of the nation
    Comparison comparison = Comparison::above;
    double number = 0;

    /// A value that does not exist (NaN) meets no condition.
    bool holds(double value) const;

    bool operator==(const Clause&) const = default;
};

/// All of them must hold at once. None: no condition.
using Condition = std::vector<Clause>;

/// Throws InputError with the problem alone: what was expected, the nearest name.
Condition condition_from(std::string_view text);

/// The one way in which a condition is written; condition_from reads it back.
std::string condition_text(const Condition& condition);

/// "in_use.social", "mean_trust".
std::string seen_text(const Clause& clause);

/// Why the condition can never be seen in a world without suppliers; empty when it can.
std::string problem_without_suppliers(const Condition& condition);

}  // namespace algemeente

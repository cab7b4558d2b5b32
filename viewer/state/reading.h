// Which uses of algorithms are counted: what municipalities choose, all that they use, or what a register shows.
// Outcomes, the map and the page of a municipality have the same three.
#pragma once

#include "observe/history.h"
#include "viewer/present.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace algemeente::viewer {

enum class Reading : std::uint8_t { chosen, used, registered };

struct ReadingInfo {
    Reading reading;
    std::string_view id;
    std::string_view outcome;
    Word words;
    Word tip;
};

inline constexpr std::array<ReadingInfo, 3> reading_table{
    {{Reading::chosen, "chosen", "in_use", Word::reading_chosen, Word::reading_chosen_tip},
     {Reading::used, "used", "in_use_all", Word::reading_used, Word::reading_used_tip},
     {Reading::registered, "registered", "registered", Word::reading_registered, Word::reading_registered_tip}}};

constexpr const ReadingInfo& info_of(Reading reading) {
    return reading_table[static_cast<std::size_t>(reading)];
}

/// The outcome that shows it.
inline std::size_t outcome_of(Reading reading) {
    return find_domain_outcome(info_of(reading).outcome);
}

/// The reading that an outcome shows; none for all others.
inline std::optional<Reading> reading_of(std::size_t outcome) {
    for (const ReadingInfo& row : reading_table)
        if (domain_outcomes()[outcome].name == row.outcome) return row.reading;
    return std::nullopt;
}

}  // namespace algemeente::viewer

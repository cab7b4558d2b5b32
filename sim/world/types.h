// The small words of the model: stages, factors, kinds of sources.
#pragma once

#include "parameters/domain.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace algemeente {

/// Departments of a domain office, and of a municipality.
inline constexpr std::size_t department_count = 6;
inline constexpr int departments_per_domain = static_cast<int>(department_count) / domain_count;

/// Descriptive, diagnostic and predictive analytics: 1, 2, 3 (E78).
inline constexpr int analytics_levels = 3;

/// Rogers' (2003) stages of innovation in an organisation; the last two are ends.
enum class Stage : std::uint8_t { idea, development, pilot, implementation, in_use, discontinued, abandoned };
inline constexpr int stage_count = 7;  ///< enumerators
std::string_view stage_word(Stage stage);

constexpr bool is_live(Stage stage) {
    return stage <= Stage::in_use;
}
/// Development, pilot or implementation.
constexpr bool is_pipeline(Stage stage) {
    return stage >= Stage::development && stage <= Stage::implementation;
}

/// The thesis's ten explanatory factors.
enum class Factor : std::uint8_t {
    ict,
    capacity,
    data_availability,
    data_readiness,
    law,
    legitimacy_citizens,
    legitimacy_government,
    involvement,
    willingness,
    ethics,
    none  ///< nothing binds: no project in the pipeline
};
inline constexpr int factor_count = 10;       ///< enumerators without none
std::string_view factor_word(Factor factor);  ///< "data_availability": the name of its outcome

/// Where a data source comes from, seen from a project.
enum class Origin : std::uint8_t { own, same_domain, corporate, cross_domain, external };
inline constexpr int origin_count = 5;  ///< enumerators
std::string_view origin_word(Origin origin);

/// Why a project left its path.
enum class Reason : std::uint8_t {
    none,
    law,
    politics,
    stuck,
    exposure,
    incident,
    disuse,
    legitimacy,
    moratorium,
    new_alderman,
    price,
    supplier,
    people_left,
    alternative,
    other,
    withdrawn
};
inline constexpr int reason_count = 16;  ///< enumerators
std::string_view reason_word(Reason reason);

/// What happened, for events and for the life of a project in words.
enum class EventKind : std::uint8_t {
    idea,
    dropped,
    started,
    law_approved,
    law_reworked,
    law_rejected,
    ethics_advice,
    pilot,
    implementation,
    in_use,
    abandoned,
    incident,
    escalation,
    discontinued,
    new_alderman,
    relabelled,
    moratorium,
    pivot,
    paused
};
inline constexpr int event_kind_count = 19;  ///< enumerators
std::string_view event_word(EventKind kind);

}  // namespace algemeente

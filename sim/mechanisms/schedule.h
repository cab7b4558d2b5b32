// The month as a list: to run it, to print it, to time it.
#pragma once

#include "mechanisms/now.h"
#include "mechanisms/stretch.h"
#include "scenario/policy.h"
#include "scenario/scenario.h"
#include "threads/crew.h"

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

namespace algemeente {

/// One row of schedule.def.
struct MechanismInfo {
    std::string_view name;
    std::string_view scope;      ///< "nation", "municipality" or "stretch"
    std::string_view equations;  ///< of the specification
    std::string_view evidence;
    std::string_view meaning;
};

/// All mechanisms in the order in which they happen.
std::span<const MechanismInfo> schedule();

/// What a national mechanism may read besides the world it changes.
struct NationalNow {
    int month;
    const Parameters& p;
    std::span<const Shock> shocks;
};

/// Nanoseconds spent per mechanism, in the order of schedule(). Reading the clock costs time itself, and municipalities
/// then pass one after the other.
using MonthProfile = std::vector<std::int64_t>;

/// Told of each municipality, in their order, when it has passed its month.
using MunicipalityPassed = std::function<void(std::size_t position)>;

/// One month passes: every mechanism of schedule.def, in order. `policy` must stand at world.month.
/// Afterwards world.month is still the month that passed; the caller observes and then moves on.
/// With a crew municipalities pass their month side by side; the result does not depend on it. Without one, `passed` is
/// called while the municipality is still at hand in the cache: a country does not fit into it.
void pass_month(World& world, const Policy& policy, std::span<const Shock> shocks, Crew* crew = nullptr,
                MonthProfile* profile = nullptr, const MunicipalityPassed& passed = {});

namespace mechanisms {

// Declarations from the list: void name(World&, const NationalNow&), void name(Municipality&, const Now&), or
// void name(const Stretch&), which also takes a single municipality.
#define ALGEMEENTE_DECLARE_nation(name) void name(World& world, const NationalNow& now);
#define ALGEMEENTE_DECLARE_municipality(name) void name(Municipality& municipality, const Now& now);
#define ALGEMEENTE_DECLARE_stretch(name)                           \
    void name(const Stretch& stretch);                             \
    inline void name(Municipality& municipality, const Now& now) { \
        name({{&municipality, 1}, {&now, 1}});                     \
    }
#define MECHANISM(name, scope, equations, evidence, meaning) ALGEMEENTE_DECLARE_##scope(name)
#include "mechanisms/schedule.def"
#undef ALGEMEENTE_DECLARE_nation
#undef ALGEMEENTE_DECLARE_municipality
#undef ALGEMEENTE_DECLARE_stretch

}  // namespace mechanisms

}  // namespace algemeente

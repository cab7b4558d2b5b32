// What a mechanism may read besides the municipality it changes.
#pragma once

#include "parameters/parameters.h"
#include "parameters/use_cases.h"
#include "random/luck.h"
#include "text/calendar.h"
#include "world/alderman.h"
#include "world/world.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace algemeente {

/// One month in one municipality. `p` and `use_cases` are the rules in force here and now, so no mechanism needs to
/// know that levers have dates. The people's arrays are shared, each municipality writes only its own stretch.
struct Now {
    int month;
    const Parameters& p;
    const UseCaseTable& use_cases;
    const UseCaseMixes& mixes;  ///< of use_cases
    const Nation& nation;
    const Luck& luck;
    std::span<const UseCounts> uses_last_month;    ///< per municipality: what its peers could see
    std::span<const double> knowledge_last_month;  ///< the same
    Employees& employees;
    Citizens& citizens;
    std::uint16_t position;                ///< of the municipality in the world
    std::vector<Event>* events;            ///< nullptr: nobody keeps them
    const Catalogue* catalogue = nullptr;  ///< nullptr: a world without suppliers
    const Supply* supply = nullptr;        ///< the same

    /// Notes what happened to a project.
    void note(EventKind kind, const Project& project, double amount = 0, Reason reason = Reason::none) const {
        if (events != nullptr)
            events->push_back({static_cast<std::int16_t>(month), position, kind, reason, project.binding,
                               project.domain, project.use_case, project.ordinal, project.birth_month,
                               static_cast<float>(amount)});
    }
    /// Notes what happened to one of a municipality's offices.
    void note(EventKind kind, Domain domain, double amount = 0) const {
        if (events != nullptr)
            events->push_back({static_cast<std::int16_t>(month), position, kind, Reason::none, Factor::none, domain, 0,
                               0, -1, static_cast<float>(amount)});
    }
    /// Notes what happened to the municipality as a whole; the domain of such an event means nothing.
    void note(EventKind kind, double amount = 0) const { note(kind, Domain{}, amount); }
};

/// Chance: true with the given probability, by one uniform draw.
constexpr bool happens(double uniform, double probability) {
    return uniform < probability;
}

}  // namespace algemeente

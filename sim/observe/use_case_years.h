// What became of each kind of use, year by year: counted from the events of every month, kept or not, and from the
// world in December.
#pragma once

#include "parameters/use_cases.h"
#include "world/world.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace algemeente {

/// One kind of use in one domain, all municipalities together. What began, ended and went wrong over the year is about
/// projects of a municipality's own; the rest is counted at the end of the year, as the outcomes of the same names are.
struct UseCaseYear {
    std::uint16_t year = 0;
    std::uint8_t use_case = 0;
    Domain domain = Domain::social;
    std::int32_t in_use = 0;  ///< what municipalities chose
    std::int32_t started = 0, discontinued = 0, incidents = 0;
    std::int32_t bought = 0;                  ///< of those in use: bought, or joined with others
    std::int32_t national = 0, mandated = 0;  ///< not chosen: services of the nation, and what a law orders
    std::int32_t registered = 0;              ///< records in the public register (PublicRegister::count_in)

    std::int32_t own() const { return in_use - bought; }
};

class UseCaseCounter {
public:
    /// Counts the events of one municipality in one month.
    void note(std::span<const Event> events);
    /// In December: a row for each domain and each of the world's `kinds` of use; then counting begins anew.
    void end_year(const World& world, std::size_t kinds, std::vector<UseCaseYear>& rows);

private:
    friend class RunParts;  // saves a run and reads it back (ensemble/saved_run.cpp)

    struct Counts {
        std::int32_t started = 0, discontinued = 0, incidents = 0;
    };
    std::array<std::array<Counts, use_case_capacity>, domain_count> this_year_{};
};

}  // namespace algemeente

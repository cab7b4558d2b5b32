// What holds the projects of every municipality back, year by year, in every replicate: what the page of a municipality
// answers "why" from. About 120 kB for a run of 342 municipalities over 15 years.
#pragma once

#include "world/world.h"

#include <array>
#include <cstdint>
#include <vector>

namespace algemeente::viewer {

/// The factors of the projects on the way in one municipality and domain: means over their months in one year.
struct TownYear {
    static constexpr double steps = 250;  ///< of a level from 0 to 1: a run is off by at most 0.002

    std::uint8_t project_months = 0;  ///< at most 255; 0: nothing was on the way, and levels say nothing
    Factor binding = Factor::none;    ///< the lowest of most of them, as the history has it
    std::array<std::uint8_t, factor_count> levels{};

    double level(std::size_t factor) const { return levels[factor] / steps; }
};

/// A project that had begun and ended, or a use of a product that was struck down.
struct TownEnd {
    std::uint16_t municipality = 0;
    std::uint8_t year = 0;
    Reason reason = Reason::none;
};

/// Adds up months. A copy goes on by itself, as a run does.
class TownWatch {
public:
    /// Reads the world behind a month that has passed.
    void note(const World& world);
    /// [year][municipality][domain]; whole years only.
    std::vector<TownYear> take_years() { return std::move(years_); }
    /// Uses of products that were struck down, year by year.
    std::vector<TownEnd> take_withdrawn() { return std::move(withdrawn_); }

private:
    struct Sum {
        std::uint16_t project_months = 0;
        std::array<float, factor_count> levels{};

        TownYear year() const;
    };
    std::vector<Sum> sums_;  ///< of the year that is passing [municipality][domain]
    std::vector<TownYear> years_;
    std::vector<std::int32_t> withdrawn_before_;  ///< until the end of last year, by municipality
    std::vector<TownEnd> withdrawn_;

    void note_withdrawn(const World& world);
};

/// Projects that had begun and ended and `others`, ordered by municipality.
std::vector<TownEnd> ends_of(const std::vector<Event>& events, std::vector<TownEnd> others = {});

}  // namespace algemeente::viewer

#include "search/room_search.h"

#include "scenario/lever.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

namespace {

// Short enough to wait for: 21 and 47 s on two busy processors (28 November 2026). How much a longer search would add
// was not measured.
constexpr int runs = 8;
constexpr int population = 16;
constexpr int rounds = 8;
constexpr int still_rounds = 4;

void take_scenario(Search& search, const Scenario& scenario) {
    const Scenario before = std::move(search.base);
    search.base = scenario;
    search.base.parameters.people_per_agent = before.parameters.people_per_agent;
    if (scenario.population == Population::real) search.base.municipalities = before.municipalities;
    if (!same_simulation(search.base, before)) search.others.clear();
    const int last = before.months() - 1;
    const auto move_month = [&](Measure& measure) {
        const int now = search.base.months() - 1;
        measure.month = measure.month == last ? now : std::min(measure.month, now);
    };
    for (Objective& objective : search.objectives) move_month(objective.measure);
    for (SearchLimit& limit : search.limits) move_month(limit.measure);
}

/// A lever that stands where a package would put it is no choice, and a month after the end is none.
void drop_what_is_no_choice(Search& search) {
    for (SearchedLever& lever : search.levers) {
        const double standard = standard_of(search, find_lever(lever.name));
        std::erase(lever.values, standard);
        std::erase_if(lever.from_months, [&](int month) { return month >= search.base.months(); });
    }
    std::erase_if(search.levers,
                  [](const SearchedLever& lever) { return lever.values.empty() || lever.from_months.empty(); });
    if (search.levers.empty())
        throw InputError("no lever is left to decide on: the scenario has all of them already, or ends too early");
    if (search.base.change_count() + search.levers.size() > change_limit)
        throw InputError(fmt::format("the scenario has {} changes, and with a package it would have more than {}",
                                     search.base.change_count(), change_limit));
}

void take_limits(Search& search, std::span<const RoomLimit> limits) {
    const int last = search.base.months() - 1;
    const auto is_of = [](const Measure& one, const Measure& other) {
        return one.outcome == other.outcome && one.of == other.of;
    };
    std::erase_if(search.limits, [&](const SearchLimit& old) {
        return std::any_of(limits.begin(), limits.end(),
                           [&](const RoomLimit& limit) { return is_of(limit.measure, old.measure); });
    });
    for (const RoomLimit& limit : limits) {
        SearchLimit added{.measure = limit.measure, .at_most = limit.at_most, .at = limit.at, .against_base = true};
        added.measure.month = std::min(added.measure.month, last);
        search.limits.push_back(added);
    }
}

}  // namespace

Search room_search(Search search, const Scenario& scenario, std::span<const RoomLimit> limits) {
    take_scenario(search, scenario);
    drop_what_is_no_choice(search);
    take_limits(search, limits);
    search.runs = runs;
    search.fresh_runs = runs;
    search.population = population;
    search.rounds = rounds;
    search.still_rounds = still_rounds;
    return search;
}

}  // namespace algemeente

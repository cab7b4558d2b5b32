// Worlds to measure on, and clocks to measure by.
#pragma once

#include "claims/worlds.h"
#include "mechanisms/schedule.h"

#include <ctime>
#include <memory>
#include <utility>

namespace algemeente::benchmarks {

inline double seconds_of(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}
/// Processor time of the calling thread: other work on the machine disturbs it least.
inline double cpu_seconds() {
    return seconds_of(CLOCK_THREAD_CPUTIME_ID);
}
inline double wall_seconds() {
    return seconds_of(CLOCK_MONOTONIC);
}

/// The baseline with all municipalities and `people_per_agent`, and hardly any floor under the number of agents.
inline Scenario baseline_of(double people_per_agent) {
    Scenario scenario = claims::scenario_called("baseline");
    scenario.parameters.people_per_agent = people_per_agent;
    scenario.parameters.citizen_agents_floor = 10;
    return scenario;
}

/// A world together with the rules it lives by, to be stepped by hand.
class Play {
public:
    explicit Play(Scenario scenario)
        : scenario_(std::move(scenario)),
          country_(claims::country_of(scenario_)),
          world_(make_world(scenario_, country_, Luck(1, 0))),
          policy_(scenario_, keys_of(country_), Luck(1, 0)) {}
    Play(const Play&) = delete;  // the policy knows where the scenario is
    Play& operator=(const Play&) = delete;

    World& world() { return world_; }
    const Scenario& scenario() const { return scenario_; }

    void pass_month() {
        policy_.advance_to(world_.month);
        algemeente::pass_month(world_, policy_, scenario_.shocks);
        ++world_.month;
    }

    /// What mechanisms of a municipality may read this month.
    Now now_in(std::size_t municipality) {
        const Rules& rules = policy_.rules_for(municipality);
        return {world_.month,
                rules.parameters,
                rules.use_cases,
                rules.mixes,
                world_.nation,
                world_.luck,
                world_.uses_last_month,
                world_.knowledge_last_month,
                world_.employees,
                world_.citizens,
                static_cast<std::uint16_t>(municipality),
                nullptr};
    }

    /// Takes over everything but the people: media, organisations, aldermen, projects, and the month.
    void continue_from(const Play& other) {
        world_.month = other.world_.month;
        world_.nation = other.world_.nation;
        world_.uses_last_month = other.world_.uses_last_month;
        world_.knowledge_last_month = other.world_.knowledge_last_month;
        for (std::size_t i = 0; i < world_.municipalities.size(); ++i)
            take_over(world_.municipalities[i], other.world_.municipalities[i]);
        policy_.advance_to(world_.month);
    }

private:
    static std::vector<std::uint32_t> keys_of(const Country& country) {
        std::vector<std::uint32_t> keys;
        for (const MunicipalityFacts& facts : country) keys.push_back(facts.key);
        return keys;
    }

    static void take_over(Municipality& to, const Municipality& from) {
        const Municipality own = std::exchange(to, from);
        to.citizens = own.citizens;
        for (std::size_t d = 0; d < domain_count; ++d)
            for (std::size_t k = 0; k < departments_per_domain; ++k)
                to.offices[d].departments[k].employees = own.offices[d].departments[k].employees;
    }

    Scenario scenario_;
    Country country_;
    World world_;
    Policy policy_;
};

/// The Netherlands in January 2025, with projects in every stage, news and harm. Kept until other people are asked for.
inline Play& in_2025(int people_per_agent) {
    static std::unique_ptr<Play> play;
    static int kept = 0;
    if (kept == people_per_agent) return *play;
    Play before(baseline_of(500));
    while (before.world().month < 120) before.pass_month();
    play.reset();  // room first: it may be millions
    play = std::make_unique<Play>(baseline_of(people_per_agent));
    play->continue_from(before);
    kept = people_per_agent;
    return *play;
}

}  // namespace algemeente::benchmarks

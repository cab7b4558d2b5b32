// One municipality with all that its mechanisms may read, small enough to follow by hand.
#pragma once

#include "mathematics/elementary.h"
#include "mechanisms/now.h"
#include "mechanisms/schedule.h"

#include <gtest/gtest.h>

#include <cmath>

namespace algemeente {

/// A municipality of the reference size (26,500 inhabitants) without people or projects; levels are zero unless a
/// test sets them, parameters stand at their standard value.
struct OneMunicipality {
    Parameters p;
    UseCaseTable use_cases = standard_use_cases();
    UseCaseMixes mixes;  ///< follows from use_cases when a month begins
    Nation nation;
    Luck luck{2015, 1};
    Employees employees;
    Citizens citizens;
    std::vector<UseCounts> uses_last_month;
    std::vector<double> knowledge_last_month;
    std::vector<Event> events;
    Municipality municipality;

    OneMunicipality() {
        municipality.key = 363;
        municipality.population = reference_population;
        municipality.capacity = 1;
        municipality.sharing.fill(.5);
        municipality.sharing[0] = 1;
    }

    Now now(int month) {
        mixes = mixes_of(use_cases);
        return {month,     p,        use_cases, mixes,  nation, luck, uses_last_month, knowledge_last_month,
                employees, citizens, 0,         &events};
    }

    /// A new project; the reference holds until the next one is added.
    Project& add(Stage stage, Domain domain = Domain::social) {
        Project project;
        project.ordinal = static_cast<std::uint8_t>(municipality.projects.size());
        project.key = project_key(municipality.key, domain, 0, project.ordinal);
        project.domain = domain;
        project.stage = stage;
        municipality.projects.push_back(project);
        return municipality.projects.back();
    }
    Project& project(std::size_t position = 0) { return municipality.projects[position]; }
    const Project& project(std::size_t position = 0) const { return municipality.projects[position]; }
    DomainOffice& office(Domain domain = Domain::social) { return municipality.office(domain); }

    void set_attention(double risk, double surveillance) {
        nation.media[0].attention = risk;
        nation.media[1].attention = surveillance;
    }
    /// Inhabitants, and the powers of size that follow from them.
    void set_population(double population) {
        municipality.population = population;
        mechanisms::count_inhabitants(municipality, now(0));
    }
    bool saw(EventKind kind) const {
        return std::any_of(events.begin(), events.end(), [&](const Event& event) { return event.kind == kind; });
    }
};

/// The use cases at these positions are in use.
inline UseCounts uses_of(std::initializer_list<std::size_t> use_cases) {
    UseCounts uses;
    for (const std::size_t use_case : use_cases) uses.mark(use_case);
    return uses;
}

/// A requirement of a project that waits for its source.
inline Requirement pending(Origin origin, int source, bool collectable = false) {
    Requirement requirement;
    requirement.origin = origin;
    requirement.source = static_cast<std::uint8_t>(source);
    requirement.collectable = collectable;
    return requirement;
}

/// A requirement that is met.
inline Requirement met(RequirementStatus status, int source, double readiness) {
    Requirement requirement = pending(Origin::own, source);
    requirement.status = status;
    requirement.readiness = readiness;
    return requirement;
}

/// Tries `happens` for many keys of luck and holds its frequency against a chance, within four standard errors.
template <typename Happens>
void expect_chance(double chance, Happens happens, int trials = 40000) {
    int hits = 0;
    for (int key = 0; key < trials; ++key) hits += happens(static_cast<std::uint64_t>(key) * 7919U + 1U) ? 1 : 0;
    const double error = std::sqrt(chance * (1 - chance) / trials);
    EXPECT_NEAR(static_cast<double>(hits) / trials, chance, 4 * error);
}

/// The same for one project: each try starts from `start`, only the project's key and its luck differ.
template <typename Mechanism, typename Happened>
void expect_project_chance(double chance, const OneMunicipality& start, int month, Mechanism mechanism,
                           Happened happened, int trials = 40000) {
    expect_chance(
        chance,
        [&](std::uint64_t key) {
            OneMunicipality town = start;
            town.project().key = key;
            mechanism(town.municipality, town.now(month));
            return happened(town);
        },
        trials);
}

/// Hand-computed numbers are printed with seven decimals or more.
inline constexpr double rounding = 1e-7;

}  // namespace algemeente

// What the workers publish: the first N replicates of every scenario in both domains, never to change again.
#pragma once

#include "netherlands/country.h"
#include "observe/conditions.h"
#include "observe/history.h"
#include "scenario/scenario.h"
#include "viewer/ensemble/flows.h"
#include "viewer/ensemble/town_years.h"
#include "viewer/present.h"
#include "viewer/state/reading.h"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace algemeente::viewer {

/// Numbers of one municipality and domain at the end of a year, for the map.
struct MunicipalValues {
    std::int16_t in_use = 0;
    std::int16_t pipeline = 0;
    std::int16_t ever_in_use = 0;
    std::int16_t abandoned = 0;
    std::int16_t discontinued = 0;
    float value = 0;
};

/// One replicate, as small as the screen needs it.
struct RunData {
    int months = 0;
    std::vector<double> domain;               ///< [month][domain][outcome], as the history has them
    std::vector<MunicipalValues> municipal;   ///< [year][municipality][domain]; empty in later replicates
    std::vector<std::int16_t> in_use;         ///< the same of chosen algorithms in use alone, in every replicate
    std::vector<std::int16_t> in_use_all;     ///< the same of all in use; empty without suppliers, where all are chosen
    std::vector<std::int16_t> registered;     ///< the same of records in the register; empty without suppliers
    std::vector<std::int16_t> product_users;  ///< [month][product of the scenario]; empty without suppliers
    std::vector<TownYear> towns;              ///< [year][municipality][domain] in every replicate: their projects
    std::vector<TownEnd> ends;                ///< empty in later replicates
    Flows flows;                              ///< empty in later replicates
    std::vector<Spell> spells;                ///< of the scenario's conditional changes
    std::uint64_t fingerprint = 0;

    /// What a reading counts at a position of `in_use`.
    int uses(Reading reading, std::size_t position) const {
        if (reading == Reading::registered) return registered.empty() ? 0 : registered[position];
        return reading == Reading::used && !in_use_all.empty() ? in_use_all[position] : in_use[position];
    }
    /// Users of a product at the end of a month, out of so many products of the scenario.
    int users_of(std::size_t product, std::size_t products, int month) const {
        const std::size_t at = static_cast<std::size_t>(month) * products + product;
        return at < product_users.size() ? product_users[at] : 0;
    }
    double value(int month, Domain of, std::size_t outcome) const {
        return domain[(static_cast<std::size_t>(month) * domain_count + static_cast<std::size_t>(index_of(of))) *
                          domain_outcomes().size() +
                      outcome];
    }
};

/// `withdrawn`: uses of products that were struck down. With `keep_municipal` also the numbers of municipalities and,
/// if it has events, what became of projects.
RunData run_data_of(const History& history, bool keep_municipal, std::vector<TownYear> towns,
                    std::vector<TownEnd> withdrawn = {});

struct ScenarioRuns {
    std::shared_ptr<const Scenario> scenario;
    std::vector<std::shared_ptr<const RunData>> runs;  ///< in order of replicates

    /// To be summarised: these runs must outlive it.
    operator Runs() const;  // NOLINT(google-explicit-constructor): a view of the same thing
};

struct EnsembleSummary {
    std::uint64_t id = 0;          ///< rises with every summary
    std::uint64_t generation = 0;  ///< of the request it answers
    int replicates = 0;
    int months = 0;
    std::uint64_t seed = 0;
    Over over = Over::random_draws;  ///< what differs from run to run
    std::vector<ScenarioRuns> scenarios;
    std::shared_ptr<const Country> country;
    double seconds = 0;  ///< from the request to this summary
};

/// All fans of one outcome. Made once per summary and outcome.
struct OutcomeFans {
    std::uint64_t summary = 0;
    std::size_t outcome = 0;
    std::vector<std::array<Fan, domain_count>> domains;      ///< per scenario
    std::vector<Fan> gaps;                                   ///< per scenario
    std::vector<std::array<Fan, domain_count>> differences;  ///< per scenario, against the first
};
OutcomeFans fans_of(const EnsembleSummary& summary, std::size_t outcome);

/// In how many runs of a scenario its conditional change of that number began, and when.
Begun begun_in(const ScenarioRuns& runs, std::size_t number);

/// What the sentences are told from: all scenarios of a summary.
std::vector<Told> told_of(const EnsembleSummary& summary);

}  // namespace algemeente::viewer

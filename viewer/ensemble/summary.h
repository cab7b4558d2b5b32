// What the workers publish: the first N replicates of every scenario in both domains, never to change again.
#pragma once

#include "netherlands/country.h"
#include "observe/history.h"
#include "present/summary.h"
#include "scenario/scenario.h"
#include "viewer/ensemble/flows.h"

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
    std::vector<float> domain;               ///< [month][domain][outcome]
    std::vector<MunicipalValues> municipal;  ///< [year][municipality][domain]; empty in later replicates
    Flows flows;                             ///< empty in later replicates
    std::uint64_t fingerprint = 0;

    float value(int month, Domain of, std::size_t outcome) const {
        return domain[(static_cast<std::size_t>(month) * domain_count + static_cast<std::size_t>(index_of(of))) *
                          domain_outcomes().size() +
                      outcome];
    }
};

/// With `keep_municipal` also the numbers of municipalities and, if it has events, what became of projects.
RunData run_data_of(const History& history, bool keep_municipal);

struct ScenarioRuns {
    std::shared_ptr<const Scenario> scenario;
    std::vector<std::shared_ptr<const RunData>> runs;  ///< in order of replicates; replicate i has luck i
};

struct EnsembleSummary {
    std::uint64_t id = 0;          ///< rises with every summary
    std::uint64_t generation = 0;  ///< of the request it answers
    int replicates = 0;
    int months = 0;
    std::vector<ScenarioRuns> scenarios;
    std::shared_ptr<const Country> country;
    double seconds = 0;  ///< from the request to this summary
};

/// Quantiles over replicates in one month (type 7); all NaN when nothing exists.
using FanPoint = present::Band;
using Fan = present::Fan;

FanPoint fan_point(std::vector<double>& values);

Fan fan_of(const ScenarioRuns& runs, Domain domain, std::size_t outcome);
/// Physical minus social, replicate by replicate.
Fan gap_of(const ScenarioRuns& runs, std::size_t outcome);
/// Other minus base, replicate by replicate.
Fan difference_of(const ScenarioRuns& other, const ScenarioRuns& base, Domain domain, std::size_t outcome);

/// How many replicates are higher, lower or the same in the other scenario (or in the physical domain).
struct Direction {
    int higher = 0;
    int lower = 0;
    int count = 0;

    int same() const { return count - higher - lower; }
};
Direction direction_of(const ScenarioRuns& other, const ScenarioRuns& base, Domain domain, std::size_t outcome,
                       int month);
Direction gap_direction_of(const ScenarioRuns& runs, std::size_t outcome, int month);

/// All fans of one outcome. Made once per summary and outcome.
struct OutcomeFans {
    std::uint64_t summary = 0;
    std::size_t outcome = 0;
    std::vector<std::array<Fan, domain_count>> domains;      ///< per scenario
    std::vector<Fan> gaps;                                   ///< per scenario
    std::vector<std::array<Fan, domain_count>> differences;  ///< per scenario, against the first
};
OutcomeFans fans_of(const EnsembleSummary& summary, std::size_t outcome);

}  // namespace algemeente::viewer

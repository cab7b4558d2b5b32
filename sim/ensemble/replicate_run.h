// One replicate, month by month: to stop at any month, to keep a copy there, and to go on from the copy with other
// decisions.
#pragma once

#include "ensemble/scenario_hash.h"
#include "mechanisms/schedule.h"
#include "netherlands/country.h"
#include "observe/conditions.h"
#include "observe/history.h"
#include "observe/records.h"
#include "observe/register.h"
#include "observe/use_case_years.h"
#include "scenario/policy.h"
#include "scenario/scenario.h"
#include "scenario/scenario_past.h"
#include "threads/crew.h"
#include "world/world.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace algemeente {

/// Nanoseconds that the parts of one replicate took.
struct RunProfile {
    std::int64_t world = 0;     ///< making it
    MonthProfile mechanisms;    ///< in the order of schedule(), over all months
    std::int64_t outcomes = 0;  ///< observing and recording them
};

/// A copy is a snapshot: passing months in one leaves the other as it was. Whoever copies and goes on gets, bit for
/// bit, what an uninterrupted run gets.
class ReplicateRun {
public:
    ReplicateRun(std::shared_ptr<const Scenario> scenario, const Country& country, std::uint64_t seed, int replicate,
                 bool keep_events, RunProfile* profile = nullptr, Crew* crew = nullptr);
    ReplicateRun(const ReplicateRun& other) : ReplicateRun(other, other.scenario_) {}
    /// Goes on from where `past` stands with another scenario. Exact if the two are the same in all months so far
    /// (same_until tells).
    ReplicateRun(const ReplicateRun& past, std::shared_ptr<const Scenario> scenario);
    ReplicateRun(ReplicateRun&&) = default;
    ReplicateRun& operator=(const ReplicateRun&) = delete;
    ReplicateRun& operator=(ReplicateRun&&) = delete;
    ~ReplicateRun() = default;

    bool finished() const { return world_.month >= scenario_->months(); }
    /// The next month to pass: as many months lie behind.
    int month() const { return world_.month; }
    void pass_month(Crew* crew = nullptr, RunProfile* profile = nullptr);

    const World& world() const { return world_; }
    const History& history() const { return history_; }
    /// When conditional changes began and ended, in the months so far and in the next one once it has begun to pass.
    const std::vector<Spell>& spells() const { return conditions_.spells(); }
    /// The history with events and fingerprint; the run is empty afterwards.
    History take_history();

private:
    friend class RunParts;  // saves a run and reads it back (saved_run.cpp)

    /// Nothing for each municipality in the first month.
    std::vector<const Rules*> rules_of_last_month() const;

    std::shared_ptr<const Scenario> scenario_;
    std::vector<std::uint32_t> keys_;
    World world_;
    History history_;
    RecordKeeper records_;
    UseCaseCounter use_cases_;
    PublicRegister register_;
    Conditions conditions_;
    std::unique_ptr<Policy> policy_;
};

}  // namespace algemeente

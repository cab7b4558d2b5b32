#include "ensemble/replicate_run.h"

#include "mechanisms/schedule.h"
#include "observe/fingerprint.h"

#include <algorithm>
#include <chrono>
#include <string_view>
#include <utility>

namespace algemeente {

namespace {

using Moment = std::chrono::steady_clock::time_point;

/// Adds the time since `start` to a part of the profile, if there is one.
void add_time(RunProfile* profile, std::int64_t RunProfile::*part, Moment start) {
    if (profile == nullptr) return;
    const auto passed = std::chrono::steady_clock::now() - start;
    profile->*part += std::chrono::duration_cast<std::chrono::nanoseconds>(passed).count();
}

Moment now_if(const RunProfile* profile) {
    return profile == nullptr ? Moment{} : std::chrono::steady_clock::now();
}

void add(int number, Fingerprint& hash) {
    hash.add(static_cast<std::uint64_t>(static_cast<std::int64_t>(number)));
}

void add(std::string_view text, Fingerprint& hash) {
    for (const char letter : text) hash.add(static_cast<std::uint64_t>(static_cast<unsigned char>(letter)));
    hash.add(static_cast<std::uint64_t>(text.size()));
}

/// An end that lies at or after `month` is no end yet.
int end_before(int until, int month) {
    return until >= 0 && until < month ? until : -1;
}

void add_changes(const Scenario& scenario, int month, Fingerprint& hash) {
    for (const DatedChange& change : scenario.changes) {
        if (change.from_month >= month) continue;
        add(change.lever, hash);
        hash.add(change.value);
        add(change.from_month, hash);
        // a roll-out skips municipalities that would join after the end, all of them after `month`
        add(end_before(change.until_month, month), hash);
        add(change.rollout_months, hash);
        hash.add(change.municipality_share);
        hash.add(change.initial_share);
    }
}

void add_shocks(const Scenario& scenario, int month, Fingerprint& hash) {
    for (const Shock& shock : scenario.shocks) {
        if (shock.from_month >= month) continue;
        add(static_cast<int>(shock.frame), hash);
        add(shock.from_month, hash);
        add(std::min(shock.months, month - shock.from_month), hash);
        hash.add(shock.stories_per_month);
    }
}

}  // namespace

ReplicateRun::ReplicateRun(std::shared_ptr<const Scenario> scenario, const Country& country, std::uint64_t seed,
                           int replicate, bool keep_events, RunProfile* profile, Crew* crew)
    : scenario_(std::move(scenario)) {
    const Luck luck(seed, static_cast<std::uint64_t>(replicate));
    const Moment beginning = now_if(profile);
    world_ = make_world(*scenario_, country, luck, crew);
    add_time(profile, &RunProfile::world, beginning);
    world_.record_events = keep_events;
    world_.month = 0;
    keys_.reserve(country.size());
    for (const MunicipalityFacts& facts : country) keys_.push_back(facts.key);
    policy_ = std::make_unique<Policy>(*scenario_, keys_, luck);
}

ReplicateRun::ReplicateRun(const ReplicateRun& past, std::shared_ptr<const Scenario> scenario)
    : scenario_(std::move(scenario)),
      keys_(past.keys_),
      world_(past.world_),
      history_(past.history_),
      records_(past.records_),
      policy_(std::make_unique<Policy>(*scenario_, keys_, world_.luck)) {
    // the rules of a month hang on the scenario and the month alone
    if (world_.month > 0) policy_->advance_to(world_.month - 1);
}

void ReplicateRun::pass_month(Crew* crew, RunProfile* profile) {
    policy_->advance_to(world_.month);
    algemeente::pass_month(world_, *policy_, scenario_->shocks, crew,
                           profile == nullptr ? nullptr : &profile->mechanisms);
    const Moment month_end = now_if(profile);
    observe(world_, history_, policy_->national_rules().parameters.label_personal_data);
    add_time(profile, &RunProfile::outcomes, month_end);
    if (world_.record_events) records_.note(world_);
    ++world_.month;
}

History ReplicateRun::take_history() {
    history_.events = std::move(world_.events);
    history_.records = records_.take(world_);
    history_.fingerprint = fingerprint(world_);
    return std::move(history_);
}

std::uint64_t hash_until(const Scenario& scenario, int month) {
    Fingerprint hash;
    add(municipalities_text(scenario.municipalities), hash);
    add(static_cast<int>(scenario.population), hash);
    Parameters parameters = scenario.parameters;
    parameters.months = 0;  // the length changes no month
    for (const ParameterInfo& row : parameter_table()) hash.add(parameters.*row.value);
    for (const UseCase& use_case : scenario.use_cases)
        for (const UseCaseColumn& column : use_case_columns()) hash.add(use_case.*column.value);
    add_changes(scenario, month, hash);
    add_shocks(scenario, month, hash);
    return hash.value();
}

bool same_until(const Scenario& one, const Scenario& other, int month) {
    return hash_until(one, month) == hash_until(other, month);
}

}  // namespace algemeente

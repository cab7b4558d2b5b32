#include "ensemble/ensemble.h"

#include "scenario/policy.h"

#include <chrono>
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

}  // namespace

History run_replicate(const Scenario& scenario, const Country& country, std::uint64_t seed, int replicate,
                      bool keep_events, const std::atomic<bool>* cancel, const std::function<void()>& month_passed,
                      int threads, RunProfile* profile) {
    const Luck luck(seed, static_cast<std::uint64_t>(replicate));
    const Moment beginning = now_if(profile);
    World world = make_world(scenario, country, luck);
    add_time(profile, &RunProfile::world, beginning);
    world.record_events = keep_events;

    std::vector<std::uint32_t> keys;
    keys.reserve(country.size());
    for (const MunicipalityFacts& facts : country) keys.push_back(facts.key);
    Policy policy(scenario, keys, luck);

    Crew crew(threads);
    History history;
    RecordKeeper records;
    for (world.month = 0; world.month < scenario.months(); ++world.month) {
        if (cancel != nullptr && cancel->load(std::memory_order_relaxed)) return history;
        policy.advance_to(world.month);
        pass_month(world, policy, scenario.shocks, &crew, profile == nullptr ? nullptr : &profile->mechanisms);
        const Moment month_end = now_if(profile);
        observe(world, history, policy.national_rules().parameters.label_personal_data);
        add_time(profile, &RunProfile::outcomes, month_end);
        if (keep_events) records.note(world);
        if (month_passed) month_passed();
    }
    history.events = std::move(world.events);
    history.records = records.take();
    history.fingerprint = fingerprint(world);
    return history;
}

}  // namespace algemeente

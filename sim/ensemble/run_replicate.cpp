#include "ensemble/ensemble.h"

#include "mechanisms/schedule.h"
#include "scenario/policy.h"

#include <utility>

namespace algemeente {

History run_replicate(const Scenario& scenario, const Country& country, std::uint64_t seed, int replicate,
                      bool keep_events, const std::atomic<bool>* cancel, const std::function<void()>& month_passed,
                      int threads) {
    const Luck luck(seed, static_cast<std::uint64_t>(replicate));
    World world = make_world(scenario, country, luck);
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
        pass_month(world, policy, scenario.shocks, &crew);
        observe(world, history, policy.national_rules().parameters.label_personal_data);
        if (keep_events) records.note(world);
        if (month_passed) month_passed();
    }
    history.events = std::move(world.events);
    history.records = records.take();
    history.fingerprint = fingerprint(world);
    return history;
}

}  // namespace algemeente

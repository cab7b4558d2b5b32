// One month passes, in the order of schedule.def.
// Assumes: what crosses municipal borders is that of the end of last month, so municipalities may pass in any order.
// ODD: sim/README.md#process-overview-and-scheduling
#include "mechanisms/schedule.h"

#include <boost/container/static_vector.hpp>

#include <algorithm>
#include <chrono>
#include <utility>

namespace algemeente {

namespace {

constexpr MechanismInfo rows[] = {
#define MECHANISM(name, scope, equations, evidence, meaning) {#name, #scope, equations, evidence, meaning},
#include "mechanisms/schedule.def"
};

/// Runs one mechanism after another; with a profile it also reads the clock between them.
class Clock {
public:
    explicit Clock(MonthProfile* profile) : profile_(profile) {
        if (profile_ != nullptr) profile_->resize(std::size(rows));
    }
    void start() {
        if (profile_ != nullptr) started_ = std::chrono::steady_clock::now();
    }
    void stop(std::size_t mechanism) {
        if (profile_ == nullptr) return;
        const auto now = std::chrono::steady_clock::now();
        (*profile_)[mechanism] += std::chrono::duration_cast<std::chrono::nanoseconds>(now - started_).count();
        started_ = now;
    }

private:
    MonthProfile* profile_;
    std::chrono::steady_clock::time_point started_;
};

using NationalMechanism = void (*)(World&, const NationalNow&);
using MunicipalMechanism = void (*)(Municipality&, const Now&);

void run(NationalMechanism mechanism, World& world, const NationalNow& now, std::size_t row, Clock& clock) {
    clock.start();
    mechanism(world, now);
    clock.stop(row);
}

/// Which rows of the schedule are of which scope; the national ones frame the municipal ones.
constexpr bool is_national(std::size_t row) {
    return rows[row].scope == "nation";
}

enum : std::size_t {
#define MECHANISM(name, scope, equations, evidence, meaning) row_##name,
#include "mechanisms/schedule.def"
    row_count
};
static_assert(is_national(0) && is_national(row_count - 1), "the nation opens and closes the month");

/// Everything that happens in a stretch of municipalities in one month, in the order of the schedule: one mechanism
/// after the other, each through all of them.
void pass_month_of(const Stretch& stretch, Clock& clock) {
    clock.start();
#define ALGEMEENTE_STEP_nation(name)
#define ALGEMEENTE_STEP_municipality(name)                                                                        \
    for (std::size_t i = 0; i < stretch.size(); ++i) mechanisms::name(stretch.municipalities[i], stretch.now[i]); \
    clock.stop(row_##name);
#define ALGEMEENTE_STEP_stretch(name) \
    mechanisms::name(stretch);        \
    clock.stop(row_##name);
#define MECHANISM(name, scope, equations, evidence, meaning) ALGEMEENTE_STEP_##scope(name)
#include "mechanisms/schedule.def"
#undef ALGEMEENTE_STEP_nation
#undef ALGEMEENTE_STEP_municipality
#undef ALGEMEENTE_STEP_stretch
}

/// Events in the order of municipalities, whoever was first to pass the month. They are noted in every run, since
/// kinds of use are counted from them, but only kept where they are asked for.
void gather_events(World& world) {
    for (std::vector<Event>& events : world.events_this_month) {
        if (world.record_events) world.events.insert(world.events.end(), events.begin(), events.end());
        events.clear();
    }
}

}  // namespace

std::span<const MechanismInfo> schedule() {
    return rows;
}

void pass_month(World& world, const Policy& policy, std::span<const Shock> shocks, Crew* crew, MonthProfile* profile,
                const MunicipalityPassed& passed) {
    Clock clock(profile);
    const NationalNow nation{world.month, policy.national_rules().parameters, shocks};

    run(mechanisms::spread_national_news, world, nation, row_spread_national_news, clock);
    run(mechanisms::fade_opportunity, world, nation, row_fade_opportunity, clock);
    run(mechanisms::open_market, world, nation, row_open_market, clock);

    // people influence each other by what they felt last month, whoever comes first this month
    std::swap(world.citizens.trust, world.citizens.trust_before);
    std::swap(world.employees.willingness, world.employees.willingness_before);

    const auto now_in = [&](std::size_t i) {
        const Rules& rules = policy.rules_for(i);
        return Now{world.month,
                   rules.parameters,
                   rules.use_cases,
                   rules.mixes,
                   world.nation,
                   world.luck,
                   world.uses_last_month,
                   world.knowledge_last_month,
                   world.employees,
                   world.citizens,
                   static_cast<std::uint16_t>(i),
                   &world.events_this_month[i],
                   world.catalogue.empty() ? nullptr : &world.catalogue,
                   world.catalogue.empty() ? nullptr : &world.supply};
    };
    const auto pass_from = [&](std::size_t first, std::size_t count) {
        boost::container::static_vector<Now, stretch_limit> now;
        for (std::size_t i = first; i < first + count; ++i) now.push_back(now_in(i));
        pass_month_of({{&world.municipalities[first], count}, {now.data(), now.size()}}, clock);
    };
    if (crew != nullptr && crew->threads() > 1 && profile == nullptr) {
        // one by one, the largest first, so that nobody waits for Amsterdam in the end
        crew->share_out(world.municipalities.size(),
                        [&](std::size_t piece) { pass_from(world.most_people_first[piece], 1); });
        for (std::size_t i = 0; passed && i < world.municipalities.size(); ++i) passed(i);
    } else {
        for (std::size_t first = 0; first < world.municipalities.size(); first += stretch_limit) {
            const std::size_t count = std::min(stretch_limit, world.municipalities.size() - first);
            pass_from(first, count);
            for (std::size_t i = first; passed && i < first + count; ++i) passed(i);
        }
    }
    gather_events(world);

    run(mechanisms::show_to_peers, world, nation, row_show_to_peers, clock);
    run(mechanisms::judge_products, world, nation, row_judge_products, clock);
    run(mechanisms::audit_products, world, nation, row_audit_products, clock);
}

}  // namespace algemeente

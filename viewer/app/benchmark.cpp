#include "viewer/app/benchmark.h"

#include "viewer/ensemble/ensemble_service.h"
#include "viewer/state/session.h"

#include <algorithm>
#include <cstdio>

namespace algemeente::viewer {

namespace {

using Clock = std::chrono::steady_clock;

std::string times_words(const char* what, std::vector<double> ms) {
    if (ms.empty()) return {};
    std::sort(ms.begin(), ms.end());
    char room[160];
    std::snprintf(room, sizeof room, "%-28s median %6.0f ms   p95 %6.0f ms   (%zu changes)\n", what, ms[ms.size() / 2],
                  ms[std::min(ms.size() - 1, ms.size() * 95 / 100)], ms.size());
    return room;
}

EnsembleRequest request_of(const Session& session, const std::shared_ptr<const Country>& country) {
    EnsembleRequest request{.scenarios = {},
                            .country = country,
                            .seed = session.seed,
                            .replicates = session.replicates,
                            .branch_months = {session.slots.back().decide_from}};
    for (std::size_t i = 0; i < session.slots.size(); ++i)
        request.scenarios.push_back(std::make_shared<const Scenario>(to_run(session, i)));
    return request;
}

/// Milliseconds until a summary of this generation with at least `replicates`; -1 after half a minute.
double wait_for(EnsembleService& service, std::uint64_t generation, int replicates, Clock::time_point asked) {
    while (Clock::now() - asked < std::chrono::seconds(60)) {
        const auto summary = service.latest();
        if (summary && summary->generation == generation && summary->replicates >= replicates)
            return std::chrono::duration<double, std::milli>(Clock::now() - asked).count();
        std::this_thread::sleep_for(std::chrono::microseconds(300));
    }
    return -1;
}

}  // namespace

std::string benchmark(const Options& options, int changes) {
    Session session;
    session.replicates = options.replicates;
    session.sample = options.sample;
    const std::filesystem::path presets = data_folder().parent_path();
    for (const char* name : {"baseline.toml", "all_three_recommendations.toml"})
        session.slots.push_back(slot_of(read_scenario(presets / name)));
    const auto start = Clock::now();
    const auto country = std::make_shared<const Country>(country_of(to_run(session, 0), 1));
    EnsembleService service(options.threads);
    const std::uint64_t first = service.submit(request_of(session, country));
    std::string report = times_words("start to first fans", {wait_for(service, first, 8, start)});
    wait_for(service, first, session.replicates, start);
    std::vector<double> ms_first;
    std::vector<double> ms_64;
    std::vector<double> ms_all;
    for (int i = 0; i < changes; ++i) {
        decide(session.slots.back(), "change_capacity_multiplier", 1.2 + 0.07 * i);
        const auto asked = Clock::now();
        const std::uint64_t generation = service.submit(request_of(session, country));
        ms_first.push_back(wait_for(service, generation, 8, asked));
        if (i % 4 != 0) continue;
        if (session.replicates >= 64) ms_64.push_back(wait_for(service, generation, 64, asked));
        ms_all.push_back(wait_for(service, generation, session.replicates, asked));
    }
    std::vector<double> ms_stop;
    for (int i = 0; i < changes; ++i) {
        decide(session.slots.back(), "change_capacity_multiplier", 3.1 + 0.03 * i);
        service.submit(request_of(session, country));
        std::this_thread::sleep_for(std::chrono::milliseconds(20 + 5 * i));
        const auto asked = Clock::now();
        service.cancel();
        service.wait_until_idle(std::chrono::seconds(10));
        ms_stop.push_back(std::chrono::duration<double, std::milli>(Clock::now() - asked).count());
    }
    report += times_words("change to 8 replicates", ms_first) + times_words("change to 64 replicates", ms_64) +
              times_words("change to all replicates", ms_all) + times_words("stop to idle workers", ms_stop);
    const auto [branched, full] = service.branched_and_full();
    return report + std::to_string(branched) + " runs went on from a stored month, " + std::to_string(full) +
           " began in 2015\n";
}

}  // namespace algemeente::viewer

#include "ensemble/ensemble.h"
#include "ensemble/replicate_run.h"
#include "ensemble/run_stops.h"

#include <utility>

namespace algemeente {

History run_replicate(const Scenario& scenario, const Country& country, std::uint64_t seed, int replicate,
                      bool keep_events, const std::atomic<bool>* cancel, const std::function<void()>& month_passed,
                      int threads, RunProfile* profile) {
    Crew crew(threads);
    // the caller's scenario outlives the call
    const std::shared_ptr<const Scenario> borrowed(&scenario, [](const Scenario*) {});
    ReplicateRun run(borrowed, country, seed, replicate, keep_events, profile, &crew);
    return pass_months(std::move(run), crew, cancel, month_passed, profile);
}

History pass_months(ReplicateRun run, Crew& crew, const std::atomic<bool>* cancel,
                    const std::function<void()>& month_passed, RunProfile* profile, int keep_month,
                    const std::function<void(const ReplicateRun&)>& keep,
                    const std::function<void(const ReplicateRun&)>& watch) {
    const auto keep_here = [&] {
        if (run.month() == keep_month && keep) keep(run);
    };
    keep_here();
    while (!run.finished()) {
        if (cancel != nullptr && cancel->load(std::memory_order_relaxed)) return run.history();
        run.pass_month(&crew, profile);
        if (watch) watch(run);
        if (month_passed) month_passed();
        keep_here();
    }
    return run.take_history();
}

}  // namespace algemeente

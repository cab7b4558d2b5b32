#include "cli/experiment_forecast.h"

#include "ensemble/ensemble.h"
#include "experiments/design.h"
#include "experiments/store_layout.h"
#include "netherlands/country_of.h"
#include "text/error.h"
#include "threads/side_by_side.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>

namespace algemeente::cli {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double probe_seconds = 3;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Seconds of one run of the first scenario as it stands; a long run is stopped and what is left is estimated from
/// its last months, which have the most projects.
double probe(const Experiment& experiment) {
    const Scenario& scenario = experiment.scenarios.front();
    const Country country = country_of(scenario, experiment.seed);
    const Clock::time_point start = Clock::now();
    std::atomic<bool> stop{false};
    int months = 0;
    run_replicate(scenario, country, experiment.seed, 0, false, &stop, [&] {
        ++months;
        if (seconds_since(start) > probe_seconds) stop = true;
    });
    return seconds_since(start) * scenario.months() / std::max(1, months);
}

std::string counted(std::int64_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace

std::string rough_duration(double seconds) {
    if (seconds < 1.5) return "a second";
    if (seconds < 90) return fmt::format("{:.0f} seconds", seconds);
    if (seconds < 90 * 60) return fmt::format("{:.0f} minutes", seconds / 60);
    if (seconds < 48 * 3600) return fmt::format("{:.1f} hours", seconds / 3600);
    return fmt::format("{:.1f} days", seconds / 86400);
}

std::string rough_size(double bytes) {
    if (bytes < 1e6) return fmt::format("{:.0f} kB", bytes / 1e3);
    if (bytes < 1e9) return fmt::format("{:.0f} MB", bytes / 1e6);
    return fmt::format("{:.1f} GB", bytes / 1e9);
}

std::string forecast(const Experiment& experiment) {
    const double one = probe(experiment);
    const int threads = thread_count(0);
    const auto runs = static_cast<double>(run_count(experiment));
    return fmt::format("'{}', {} of {} over {}, {}, {}: {}; about {} on {} ({:.2g} s a run), a store of about {}",
                       experiment.title, design_word(experiment.design), counted(point_count(experiment), "point"),
                       counted(static_cast<std::int64_t>(experiment.inputs.size()), "input"),
                       counted(static_cast<std::int64_t>(experiment.scenarios.size()), "scenario"),
                       counted(experiment.replicates, "replicate"), counted(run_count(experiment), "run"),
                       rough_duration(runs * one / threads), counted(static_cast<std::size_t>(threads), "core"), one,
                       rough_size(expected_store_bytes(experiment)));
}

}  // namespace algemeente::cli

#include "cli/experiment_forecast.h"

#include "ensemble/ensemble.h"
#include "experiments/design.h"
#include "experiments/store_layout.h"
#include "netherlands/country_of.h"
#include "present/words/catalogue.h"
#include "present/words/numbers.h"
#include "threads/side_by_side.h"

#include <algorithm>
#include <atomic>
#include <chrono>

namespace algemeente::cli {

namespace {

using present::Word;
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

}  // namespace

std::string forecast(const Experiment& experiment, present::Language language) {
    const auto say = [language]<typename... Parts>(Word word, const Parts&... parts) {
        return present::filled(present::text(word, language), parts...);
    };
    const auto counted = [&](auto count, Word things) {
        return say(things, present::count_words(static_cast<std::size_t>(count), language));
    };
    const double one = probe(experiment);
    const int threads = thread_count(0);
    const auto runs = static_cast<double>(run_count(experiment));
    return say(Word::k_forecast, experiment.title, design_word(experiment.design),
               counted(point_count(experiment), Word::k_points), counted(experiment.inputs.size(), Word::k_inputs),
               counted(experiment.scenarios.size(), Word::k_scenarios),
               counted(experiment.replicates, Word::k_replicates), counted(run_count(experiment), Word::runs_done),
               present::duration_words(runs * one / threads, language), counted(threads, Word::k_cores),
               present::number_words(one, language, {.digits = 2}),
               present::size_words(expected_store_bytes(experiment), language));
}

}  // namespace algemeente::cli

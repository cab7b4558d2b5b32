#include "experiments/model_runner.h"

#include "ensemble/ensemble.h"
#include "experiments/design.h"
#include "observe/history.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <exception>
#include <limits>

namespace algemeente {

namespace {

using Clock = std::chrono::steady_clock;

/// One outcome of one domain, or of the nation, over the months.
struct Track {
    std::size_t outcome = 0;
    Domain domain = Domain::social;
    bool national = false;

    double at(const History& history, int month) const {
        return national ? history.national_value(month, outcome) : history.domain_value(month, domain, outcome);
    }
};

std::vector<Track> tracks_of(const Experiment& experiment) {
    std::vector<Track> tracks;
    for (const std::string& name : experiment.outcomes) {
        if (!is_domain_outcome(name)) {
            tracks.push_back({.outcome = find_national_outcome(name), .national = true});
            continue;
        }
        for (const Domain domain : {Domain::social, Domain::physical})
            tracks.push_back({.outcome = find_domain_outcome(name), .domain = domain});
    }
    return tracks;
}

/// In the order of kept_outcomes().
std::vector<double> kept_numbers(const Experiment& experiment, const History& history) {
    std::vector<double> numbers;
    for (const Track& track : tracks_of(experiment)) {
        double lowest = std::numeric_limits<double>::quiet_NaN();
        double highest = lowest;
        for (int month = 0; month < history.months; ++month) {
            lowest = std::fmin(lowest, track.at(history, month));  // fmin and fmax leave NaN out
            highest = std::fmax(highest, track.at(history, month));
        }
        numbers.push_back(lowest);
        numbers.push_back(highest);
        for (const int month : experiment.outcome_months)
            if (month < history.months - 1) numbers.push_back(track.at(history, month));
        numbers.push_back(track.at(history, history.months - 1));
    }
    return numbers;
}

std::vector<double> series_of(const Experiment& experiment, const History& history) {
    std::vector<double> numbers;
    const std::vector<Track> tracks = tracks_of(experiment);
    for (int month = 0; month < history.months; ++month)
        for (const Track& track : tracks) numbers.push_back(track.at(history, month));
    return numbers;
}

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

}  // namespace

int luck_number(const Experiment& experiment, const RunTask& task) {
    if (experiment.luck == LuckOf::replicate) return task.replicate;
    const std::int64_t point_of_scenario = task.point % point_count(experiment);
    return static_cast<int>(point_of_scenario * experiment.replicates + task.replicate);
}

ModelRunner::ModelRunner(const Experiment& experiment, double timeout_seconds)
    : experiment_(experiment), timeout_seconds_(timeout_seconds) {
    for (const Scenario& scenario : experiment.scenarios) countries_.of(scenario, experiment.seed);
}

RunRecord ModelRunner::run(const RunTask& task, const std::atomic<bool>& cancel) const {
    const Clock::time_point start = Clock::now();
    RunRecord record{.run = task.run, .error = {}, .outcomes = {}, .series = {}};
    try {
        const auto which = static_cast<std::size_t>(task.scenario);
        const Scenario scenario = scenario_at(experiment_, which, task.values, task.replicate);
        const int luck = luck_number(experiment_, task);
        const auto country = countries_.of(scenario, experiment_.seed, static_cast<std::uint64_t>(luck));
        std::atomic<bool> stop{false};
        const auto look_at_clock = [&] {
            if (cancel.load(std::memory_order_relaxed)) record.status = RunStatus::cancelled;
            if (timeout_seconds_ > 0 && seconds_since(start) > timeout_seconds_) record.status = RunStatus::timeout;
            stop = record.status != RunStatus::done;
        };
        const History history = run_replicate(scenario, *country, experiment_.seed, luck, false, &stop, look_at_clock);
        if (history.months == scenario.months()) {
            record.status = RunStatus::done;
            record.fingerprint = history.fingerprint;
            record.outcomes = kept_numbers(experiment_, history);
            if (experiment_.series) record.series = series_of(experiment_, history);
        } else if (record.status == RunStatus::timeout) {
            record.error = fmt::format("took longer than {} s: stopped after {} of {} months", timeout_seconds_,
                                       history.months, scenario.months());
        }
    } catch (const std::exception& error) {
        record.status = RunStatus::failed;
        record.error = error.what();
    }
    record.seconds = seconds_since(start);
    return record;
}

}  // namespace algemeente

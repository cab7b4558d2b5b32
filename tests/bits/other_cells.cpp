#include "cells.h"
#include "experiments/experiment.h"
#include "experiments/model_runner.h"
#include "experiments/sweep.h"
#include "viewer/ensemble/ensemble_service.h"

#include <unistd.h>
#include <chrono>
#include <filesystem>
#include <memory>
#include <stdexcept>

namespace algemeente::bits {

namespace {

std::size_t place_of(const Case& of, std::size_t scenario, int replicate) {
    return scenario * static_cast<std::size_t>(of.replicates) + static_cast<std::size_t>(replicate);
}

/// One point at the standard value of a parameter, in all scenarios.
Experiment experiment_of(const Case& of) {
    Experiment experiment;
    experiment.name = experiment.title = "bits";
    experiment.scenarios = of.scenarios;
    experiment.design = DesignKind::list;
    experiment.replicates = of.replicates;
    experiment.seed = of.seed;
    experiment.outcomes = {"in_use"};
    const ParameterInfo& row = *find_parameter("alderman_risk_aversion");
    Input input;
    input.name = row.name;
    input.low = row.low;
    input.high = row.high;
    experiment.inputs = {input};
    experiment.listed_points = {{row.standard}};
    return experiment;
}

/// Stopped after its first runs and gone on in a new store object, as after a crash.
EndStates sweep(const Case& of, int threads) {
    const std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("algemeente_bits_" + std::to_string(getpid()) + ".sqlite");
    std::filesystem::remove(file);
    const Experiment experiment = experiment_of(of);
    const ModelRunner runner(experiment, 0);
    std::atomic<int> runs{0};
    std::atomic<bool> stop{false};
    for (const int most : {3, 1'000'000}) {
        runs = 0;
        stop = false;
        Store store(file, prepare_store(file, experiment));
        ThreadWorkforce workforce(
            [&](const RunTask& task, const std::atomic<bool>& cancel) {
                if (++runs > most) stop = true;
                return runner.run(task, cancel);
            },
            threads, stop);
        run_sweep(store, workforce, stop, {});
    }
    EndStates states(of.scenarios.size() * static_cast<std::size_t>(of.replicates));
    {
        Store store(file, Store::Access::read);
        for (std::int64_t run = 0; run < store.counts().all; ++run) {
            const RunTask task = store.task(run);
            const auto record = store.record(run);
            if (!record) throw std::runtime_error("a run of the sweep is missing");
            states[place_of(of, static_cast<std::size_t>(task.scenario), task.replicate)] = record->fingerprint;
        }
    }
    std::filesystem::remove(file);
    return states;
}

/// What the window computes, with months before a decision taken from a stored one.
EndStates window(const Case& of, int threads) {
    viewer::EnsembleRequest request;
    for (const Scenario& scenario : of.scenarios)
        request.scenarios.push_back(std::make_shared<const Scenario>(scenario));
    request.country = std::make_shared<const Country>(of.country);
    request.seed = of.seed;
    request.replicates = of.replicates;
    request.branch_months = {60, 108};
    viewer::EnsembleService service(threads);
    service.submit(request);
    if (!service.wait_until_idle(std::chrono::minutes(5))) throw std::runtime_error("the window's service hangs");
    const auto summary = service.latest();
    EndStates states(of.scenarios.size() * static_cast<std::size_t>(of.replicates));
    for (std::size_t scenario = 0; scenario < of.scenarios.size(); ++scenario)
        for (int replicate = 0; replicate < of.replicates; ++replicate)
            states[place_of(of, scenario, replicate)] =
                summary->scenarios[scenario].runs[static_cast<std::size_t>(replicate)]->fingerprint;
    return states;
}

}  // namespace

std::vector<Cell> other_cells() {
    return {{"sweep", sweep}, {"window", window}};
}

}  // namespace algemeente::bits

// sweep: the runs of an experiment, on the threads of this machine. rerun: one of them again.
#include "cli/arguments.h"
#include "cli/cancellation.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/sweep_options.h"
#include "experiments/model_runner.h"
#include "output/manifest.h"
#include "text/error.h"

#include <fmt/format.h>

#include <bit>
#include <limits>
#include <optional>

namespace algemeente::cli {

namespace {

bool same_bits(const std::vector<double>& one, const std::vector<double>& other) {
    if (one.size() != other.size()) return false;
    for (std::size_t i = 0; i < one.size(); ++i) {
        const bool both_missing = one[i] != one[i] && other[i] != other[i];
        if (!both_missing && std::bit_cast<std::uint64_t>(one[i]) != std::bit_cast<std::uint64_t>(other[i]))
            return false;
    }
    return true;
}

void print_task(const Experiment& experiment, const RunTask& task) {
    fmt::print("run {}: point {}, replicate {}, scenario {}, seed {}\n", task.run, task.point, task.replicate,
               experiment.scenarios[static_cast<std::size_t>(task.scenario)].name, experiment.seed);
    for (std::size_t i = 0; i < experiment.inputs.size(); ++i)
        fmt::print("  {} = {}\n", experiment.inputs[i].name, task.values[i]);
}

void print_outcomes(const Experiment& experiment, const RunRecord& record) {
    const std::vector<std::string> names = kept_outcomes(experiment);
    for (std::size_t i = 0; i < record.outcomes.size(); ++i) fmt::print("  {}: {}\n", names[i], record.outcomes[i]);
}

/// Why a repeated run may be another one.
std::string cause(Store& store) {
    const StoreChanges changes = store.changes_since();
    std::string words;
    if (!changes.data.empty()) words = fmt::format("the data have changed since the sweep: {}", changes.data);
    if (!changes.program.empty())
        words += fmt::format("{}the store was filled by another build: {}", words.empty() ? "" : "; ", changes.program);
    if (!words.empty()) return words;
    return store.made_with()
               ? "data and program are those of the sweep: has the store been changed, or is it damaged?"
               : fmt::format("the store was made by version {}; it does not say with which data", store.version());
}

/// Says whether a repeated run is the one of the store.
int compare_with_store(const RunRecord& again, const std::optional<RunRecord>& before, Store& store) {
    if (!before) {
        fmt::print("fingerprint {}; the store has no result for this run yet\n", fingerprint_text(again.fingerprint));
        return exit_done;
    }
    if (before->status != RunStatus::done) {
        fmt::print("fingerprint {}; the store records another end for this run: {}: {}\n",
                   fingerprint_text(again.fingerprint), status_word(before->status), before->error);
        return exit_done;
    }
    if (again.fingerprint == before->fingerprint && same_bits(again.outcomes, before->outcomes)) {
        fmt::print("fingerprint {}: the same to the last bit\n", fingerprint_text(again.fingerprint));
        return exit_done;
    }
    fmt::print("fingerprint {}, in the store {}: NOT the same; {}\n", fingerprint_text(again.fingerprint),
               fingerprint_text(before->fingerprint), cause(store));
    return exit_run_failed;
}

}  // namespace

int perform_sweep(const Invocation& invocation) {
    SweepOptions options;
    if (!parse_sweep(invocation, options)) return exit_done;
    const Experiment experiment = experiment_of(options);
    const std::atomic<bool>& cancel = cancel_on_signals();
    std::optional<ModelRunner> model;
    return fill_store(
        experiment, options,
        [&]() -> std::unique_ptr<Workforce> {
            model.emplace(experiment, options.run_timeout);
            return std::make_unique<ThreadWorkforce>(
                [&model](const RunTask& task, const std::atomic<bool>& stop) { return model->run(task, stop); },
                options.threads, cancel);
        },
        cancel);
}

int perform_rerun(const Invocation& invocation) {
    std::string file;
    std::string run_text;
    CLI::App app("Repeats one run of a store and reports whether the result is the same to the last bit.");
    app.add_option("STORE", file, "store of a sweep")->type_name("");
    app.add_option("--run", run_text, "number of the run (table runs of the store)")->type_name("N");
    if (!parse(app, invocation)) return exit_done;
    if (file.empty()) throw InputError("rerun: STORE is missing; name the store of a sweep");
    if (run_text.empty()) throw InputError("rerun: --run is missing; name the number of a run, for example --run 0");
    const std::uint64_t number = whole_number("--run", run_text, 0, std::numeric_limits<std::int64_t>::max());

    Store store(file, Store::Access::read);
    const RunTask task = store.task(static_cast<std::int64_t>(number));
    print_task(store.experiment(), task);
    const RunRecord again = ModelRunner(store.experiment(), 0).run(task, cancel_on_signals());
    if (again.status == RunStatus::cancelled) return exit_cancelled;
    if (again.status == RunStatus::failed) {
        fmt::print("failed: {}\n", again.error);
        return exit_run_failed;
    }
    print_outcomes(store.experiment(), again);
    return compare_with_store(again, store.record(task.run), store);
}

}  // namespace algemeente::cli

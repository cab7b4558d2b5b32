// algemeente-mpi: `sweep` and `calibrate` under mpirun. Rank 0 reads the file and owns the store; the others run.
#include "calibration/past_runner.h"
#include "cli/arguments.h"
#include "cli/calibrate_options.h"
#include "cli/cancellation.h"
#include "cli/exit_code.h"
#include "cli/message.h"
#include "cli/standard_streams.h"
#include "cli/sweep_options.h"
#include "experiments/model_runner.h"
#include "mpi/rank_workforce.h"
#include "output/made_with.h"
#include "text/error.h"

#include <fmt/format.h>
#include <boost/mpi/collectives.hpp>
#include <boost/mpi/environment.hpp>

#include <cstdio>
#include <optional>

namespace {

using namespace algemeente;

constexpr const char* help =
    "algemeente-mpi: runs an experiment or a calibration on many machines\n\n"
    "usage: mpirun -n N algemeente-mpi sweep EXPERIMENT.toml --store FILE.sqlite [options]\n"
    "       mpirun -n N algemeente-mpi calibrate CALIBRATION.toml --store FILE.sqlite --out DIR [options]\n\n"
    "Rank 0 reads the file and writes the store; all other ranks run, each with --threads threads\n"
    "(default here: 1). With one rank it works like 'algemeente'. If a rank dies, mpirun ends all of them;\n"
    "the store keeps all finished runs, and the same command resumes. 'algemeente sweep --help' and\n"
    "'algemeente calibrate --help' list the options.\n";

/// What every rank needs to know before the first run: an experiment or a calibration; nothing sends it home.
struct Briefing {
    std::string experiment;
    std::string calibration;
    std::string made_with;  ///< of rank 0: all ranks must be the same program with the same data
    double run_timeout = 0;
    int threads = 1;

    template <typename Archive>
    void serialize(Archive& archive, unsigned /*version*/) {
        archive& experiment;
        archive& calibration;
        archive& made_with;
        archive& run_timeout;
        archive& threads;
    }
};

RunModel model_of(const ModelRunner& runner) {
    return [&runner](const RunTask& task, const std::atomic<bool>& cancel) { return runner.run(task, cancel); };
}

std::string made_with_of(const Experiment& experiment) {
    return made_with_line(made_with_now(experiment.scenarios));
}

RunModel model_of(const PastRunner& runner) {
    return [&runner](const RunTask& task, const std::atomic<bool>& cancel) { return runner.run(task, cancel); };
}

/// Rank 0 of a calibration.
int lead_calibration(const boost::mpi::communicator& world, const std::vector<std::string>& words, bool& briefed) {
    const cli::Invocation invocation{words.front(), "calibrate", {words.begin() + 2, words.end()}};
    cli::CalibrateCommand command;
    if (!cli::parse_calibrate(invocation, command)) return cli::exit_done;
    const Calibration calibration = read_calibration(command.file);
    const std::atomic<bool>& cancel = cli::cancel_on_signals();
    const PastRunner runner(calibration);
    return cli::calibrate_and_write(
        calibration, command, invocation,
        [&]() -> std::unique_ptr<Workforce> {
            const int threads_of_a_rank = command.threads == 0 ? 1 : command.threads;
            Briefing briefing{{},
                              text_for_runs(calibration),
                              made_with_line(made_with_now({calibration.base})),
                              0,
                              threads_of_a_rank};
            boost::mpi::broadcast(world, briefing, 0);
            briefed = true;
            if (world.size() > 1) return std::make_unique<RankWorkforce>(world, cancel);
            return std::make_unique<ThreadWorkforce>(model_of(runner), threads_of_a_rank, cancel);
        },
        cancel);
}

/// Rank 0 of a sweep. `briefed`: the others wait for a briefing until it is true.
int lead(const boost::mpi::communicator& world, const std::vector<std::string>& words, bool& briefed) {
    const cli::Invocation invocation{words.front(), "sweep", {words.begin() + 2, words.end()}};
    cli::SweepOptions options;
    if (!cli::parse_sweep(invocation, options)) return cli::exit_done;
    if (options.threads == 0) options.threads = 1;
    const Experiment experiment = cli::experiment_of(options);
    const std::atomic<bool>& cancel = cli::cancel_on_signals();
    std::optional<ModelRunner> runner;
    return cli::fill_store(
        experiment, options,
        [&]() -> std::unique_ptr<Workforce> {
            Briefing briefing{
                experiment_json(experiment), {}, made_with_of(experiment), options.run_timeout, options.threads};
            boost::mpi::broadcast(world, briefing, 0);
            briefed = true;
            if (world.size() > 1) return std::make_unique<RankWorkforce>(world, cancel);
            runner.emplace(experiment, options.run_timeout);
            return std::make_unique<ThreadWorkforce>(model_of(*runner), options.threads, cancel);
        },
        cancel);
}

void require_same_made_with(const std::string& own, const Briefing& briefing) {
    if (own != briefing.made_with)
        throw InputError(fmt::format("has another build of the program, or other data, than rank 0: here {}; there {}",
                                     own, briefing.made_with));
}

void serve(const boost::mpi::communicator& world, const RunModel& model, int threads_wanted) {
    std::atomic<bool> cancel{false};
    ThreadWorkforce threads(model, threads_wanted, cancel);
    serve_rank_zero(world, threads, cancel);
}

int follow(const boost::mpi::communicator& world) {
    Briefing briefing;
    boost::mpi::broadcast(world, briefing, 0);
    if (!briefing.experiment.empty()) {
        const Experiment experiment = experiment_from_json(briefing.experiment);
        require_same_made_with(made_with_of(experiment), briefing);
        const ModelRunner runner(experiment, briefing.run_timeout);
        serve(world, model_of(runner), briefing.threads);
    } else if (!briefing.calibration.empty()) {
        const Calibration calibration = calibration_for_runs(briefing.calibration);
        require_same_made_with(made_with_line(made_with_now({calibration.base})), briefing);
        const PastRunner runner(calibration);
        serve(world, model_of(runner), briefing.threads);
    }
    return cli::exit_done;
}

int lead_and_release(const boost::mpi::communicator& world, const std::vector<std::string>& words) {
    bool briefed = false;
    int code = cli::exit_run_failed;
    try {
        code = words[1] == "calibrate" ? lead_calibration(world, words, briefed) : lead(world, words, briefed);
    } catch (const InputError& error) {
        cli::tell("{}\n", error.what());
        code = cli::exit_bad_input;
        if (briefed) boost::mpi::environment::abort(code);  // the others may be at work, and wait for an answer
    }
    if (!briefed) {
        Briefing home;
        boost::mpi::broadcast(world, home, 0);
    }
    return code;
}

}  // namespace

int main(int count, char** words) {
    cli::secure_standard_streams();
    // only the thread of main speaks MPI
    boost::mpi::environment environment(count, words, boost::mpi::threading::funneled);
    const boost::mpi::communicator world;
    try {
        const std::vector<std::string> line(words, words + count);
        if (line.size() < 2 || (line[1] != "sweep" && line[1] != "calibrate")) {
            if (world.rank() == 0) std::fputs(help, line.size() < 2 || line[1] != "--help" ? stderr : stdout);
            return line.size() >= 2 && line[1] == "--help" ? cli::exit_done : cli::exit_bad_input;
        }
        return world.rank() == 0 ? cli::code_after_printing(lead_and_release(world, line)) : follow(world);
    } catch (const std::exception& error) {
        cli::tell("rank {}: {}\n", world.rank(), error.what());
        environment.abort(cli::exit_run_failed);
    }
    return cli::exit_run_failed;
}

// algemeente-mpi: `sweep` under mpirun. Rank 0 reads the experiment and owns the store; the others run.
#include "cli/arguments.h"
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
    "algemeente-mpi: runs an experiment on many machines\n\n"
    "usage: mpirun -n N algemeente-mpi sweep EXPERIMENT.toml --store FILE.sqlite [options]\n\n"
    "Rank 0 reads the experiment and writes the store; all other ranks run, each with --threads threads\n"
    "(default here: 1). With one rank it works like 'algemeente sweep'. If a rank dies, mpirun ends all of them;\n"
    "the store keeps all finished runs, and the same command resumes. 'algemeente sweep --help' lists the options.\n";

/// What every rank needs to know before the first run; an empty experiment sends it home.
struct Briefing {
    std::string experiment;
    std::string made_with;  ///< of rank 0: all ranks must be the same program with the same data
    double run_timeout = 0;
    int threads = 1;

    template <typename Archive>
    void serialize(Archive& archive, unsigned /*version*/) {
        archive& experiment;
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

/// Rank 0. `briefed`: the others wait for a briefing until it is true.
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
            Briefing briefing{experiment_json(experiment), made_with_of(experiment), options.run_timeout,
                              options.threads};
            boost::mpi::broadcast(world, briefing, 0);
            briefed = true;
            if (world.size() > 1) return std::make_unique<RankWorkforce>(world, cancel);
            runner.emplace(experiment, options.run_timeout);
            return std::make_unique<ThreadWorkforce>(model_of(*runner), options.threads, cancel);
        },
        cancel);
}

int follow(const boost::mpi::communicator& world) {
    Briefing briefing;
    boost::mpi::broadcast(world, briefing, 0);
    if (briefing.experiment.empty()) return cli::exit_done;
    const Experiment experiment = experiment_from_json(briefing.experiment);
    const std::string own = made_with_of(experiment);
    if (own != briefing.made_with)
        throw InputError(fmt::format("has another build of the program, or other data, than rank 0: here {}; there {}",
                                     own, briefing.made_with));
    const ModelRunner runner(experiment, briefing.run_timeout);
    std::atomic<bool> cancel{false};
    ThreadWorkforce threads(model_of(runner), briefing.threads, cancel);
    serve_rank_zero(world, threads, cancel);
    return cli::exit_done;
}

int lead_and_release(const boost::mpi::communicator& world, const std::vector<std::string>& words) {
    bool briefed = false;
    int code = cli::exit_run_failed;
    try {
        code = lead(world, words, briefed);
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
        if (line.size() < 2 || line[1] != "sweep") {
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

#include "cli/run_program.h"
#include "experiments/experiment.h"
#include "experiments/store_lock.h"
#include "fuzz/answered.h"
#include "fuzz/targets.h"

namespace algemeente::fuzz {

namespace {

/// One folder for this process: a scenario that experiments may name, and room for the file that is read.
const testing::TemporaryFolder& folder() {
    static const testing::TemporaryFolder made;
    static const bool filled = [] {
        made.write("tiny.toml", "title = \"Tiny\"\n[world]\nmunicipalities = 2\nmonths = 12\n");
        made.write("list.toml",
                   "title = \"List\"\nscenario = \"tiny.toml\"\ndesign = \"list\"\npoints = \"points.csv\"\n"
                   "replicates = 1\n[[lever]]\nname = \"ethics_committee\"\n[[uncertainty]]\n"
                   "name = \"alderman_risk_aversion\"\n");
        return true;
    }();
    static_cast<void>(filled);
    return made;
}

void read_experiment_text(const std::string& bytes) {
    answered([&] {
        const Experiment experiment = read_experiment(folder().write("experiment.toml", bytes));
        if (experiment_json(experiment_from_json(experiment_json(experiment))) != experiment_json(experiment))
            std::abort();
    });
}

void read_points(const std::string& bytes) {
    folder().write("points.csv", bytes);
    answered([] { read_experiment(folder() / "list.toml"); });
}

/// A store of this name below a folder of its own: locked or refused, and afterwards nothing is left.
void name_a_store(const std::string& bytes) {
    static const testing::TemporaryFolder made;
    const std::string inside = made / "";
    const std::filesystem::path store = inside + bytes.substr(0, bytes.find('\0'));
    if (!store.lexically_normal().string().starts_with(inside)) return;  // it leads out of the folder
    answered([&] { const StoreLock lock(store); });
    if (!testing::files_in(inside).empty()) std::abort();
}

constexpr Target targets[] = {
    {"experiment", read_experiment_text}, {"points", read_points}, {"store_names", name_a_store}};

}  // namespace

std::span<const Target> experiment_targets() {
    return targets;
}

}  // namespace algemeente::fuzz

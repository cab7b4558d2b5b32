// --from and --save: runs that go on from saved worlds, and runs that leave some.
#pragma once

#include "cli/run_options.h"
#include "ensemble/run_stops.h"
#include "output/results.h"
#include "output/saved_worlds.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace algemeente::cli {

class SavedRuns {
public:
    /// Opens the file of --from, if there is one. Gives `options` its replicates, seed and events, and every scenario
    /// its municipalities. Throws InputError if it cannot be gone on from: a damaged file, other data, another program,
    /// a scenario with another past, options that ask for something else.
    SavedRuns(RunOptions& options, std::vector<Scenario>& scenarios);

    /// Begins the file of --save in `folder`, if that was asked for, and says where the runs begin and are kept.
    RunStops begin(const std::filesystem::path& folder);
    /// Completes that file; if not all runs came to their end, none is left.
    void end(bool complete);

    std::optional<SavedOrigin> origin() const;

private:
    void take_from(RunOptions& options, std::vector<Scenario>& scenarios);
    void require_same_made_with(const RunOptions& options, const MadeWith& now) const;
    void require_same_past(const Scenario& scenario) const;
    [[noreturn]] void refuse(const std::string& problem) const;

    std::unique_ptr<SavedWorlds> from_;
    std::optional<SavedWorldsHead> to_;
    std::unique_ptr<SavedWorldsWriter> writer_;
};

}  // namespace algemeente::cli

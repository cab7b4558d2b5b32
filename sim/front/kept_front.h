// The front that a search has kept, as `algemeente search` writes it: packages of levers that no other beats, the
// scenario that they are added to, and others beside them. Read by whoever shows them without searching.
#pragma once

#include "front/measure.h"
#include "scenario/scenario.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace algemeente {

/// What is to be high or low.
struct KeptObjective {
    Measure measure;
    bool higher_is_better = true;
    bool worst_decile = false;  ///< over runs: what one in ten is worse than, in place of the mean
    bool against_base = false;  ///< counts what is above the scenario itself
    double good_enough = 0;     ///< what a run must reach; NaN: nothing is asked
};

/// What is not allowed.
struct KeptLimit {
    Measure measure;
    bool at_most = true;
    double at = 0;
};

struct KeptPackage {
    enum class Kind : std::uint8_t { package, scenario, other };
    std::string name;  ///< its number; of another scenario its name
    Kind kind = Kind::package;
    std::vector<DatedChange> changes{};  ///< of a package
    bool unbeaten = false;
    bool within_limits = true;
    double good_share = 0;               ///< of the fresh runs in which it is good enough
    double regret = 0;                   ///< nine runs in ten regret no more, in ranges of the front
    std::vector<double> values{};        ///< by objective, in its units
    std::vector<double> worst_decile{};  ///< the same, of what one run in ten is worse than
    std::vector<double> regret_90{};     ///< nine runs in ten are no further from the best package
};

struct KeptFront {
    std::string scenario;        ///< name of the one that packages are added to
    std::string municipalities;  ///< "all", "40", or codes
    std::string date;            ///< of the search, "2026-11-28"
    int months = 0;
    std::size_t fresh_runs = 0;
    std::size_t members = 0;  ///< sets of assumptions among the fresh runs; 0: the standard numbers
    std::vector<KeptObjective> objectives;
    std::vector<KeptLimit> limits;
    std::vector<KeptPackage> packages;  ///< the most robust first, then the scenario itself and others
    std::size_t base = 0;               ///< position of the scenario itself
};

/// Where the front that comes with the program lies, beside its data.
std::filesystem::path shipped_front();

/// Reads the folder; nothing if it has no front. Throws InputError ("file:line: column: problem") for a front that
/// cannot be read.
std::shared_ptr<const KeptFront> read_kept_front(const std::filesystem::path& folder);

}  // namespace algemeente

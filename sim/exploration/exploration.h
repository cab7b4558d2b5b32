// An exploration: which results are looked for, along which axes, and how many runs that may take, as read from a TOML
// file.
//
// Pattern space exploration (Chérel, Cottineau and Reuillon 2015): not which assumptions are likely, but which results
// they can give at all. A grid of cells is laid over results; points are bred from parents whose cells have been met
// least, so that the search goes where nothing has been seen yet. What stays empty is what the mechanisms rule out, as
// far as so many runs can tell.
#pragma once

#include "exploration/explored_results.h"
#include "patterns/priors.h"
#include "scenario/scenario.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace algemeente {

/// A result that is laid out in cells of equal width. What lies below or above counts to the outermost cells.
struct ExplorationAxis {
    std::size_t result = 0;  ///< position in explored_results()
    double low = 0;
    double high = 1;
    int cells = 10;

    std::string_view name() const { return explored_results()[result].name; }
};

/// What is asked of all runs: where is a result below (or above) a limit?
struct ExplorationQuestion {
    std::size_t result = 0;
    double limit = 0;
    bool below = true;

    bool holds(double value) const { return below ? value < limit : value > limit; }
    std::string_view name() const { return explored_results()[result].name; }
};

struct Exploration {
    std::string title;
    Scenario base;                    ///< as long as the past (past_months)
    std::vector<Shock> with_scandal;  ///< its shocks, with a national scandal in January 2024 among them
    std::vector<ExplorationAxis> axes;
    std::optional<ExplorationQuestion> question;
    std::uint64_t seed = 1;
    int evaluations = 3000;  ///< runs of the search
    int plain = 500;         ///< of them at plain draws of the priors, before anything is bred
    int generation = 200;    ///< bred at a time: on any number of threads the same points are chosen
    int again = 3;           ///< runs with other luck at points where the question is answered by yes
    int confirm = 200;       ///< plain draws within the ranges that are said to make it so

    std::vector<PriorDimension> dimensions() const {
        return prior_dimensions(base.use_cases, base.supply ? PriorScope::with_suppliers : PriorScope::everything);
    }
    std::size_t cell_count() const;
};

/// Reads an exploration file and the scenario that it names. Throws InputError ("file:line: key: problem; suggestion").
Exploration read_exploration(const std::filesystem::path& file);

/// Whether a TOML file is an exploration: it says how many evaluations. Throws InputError when it cannot be read.
bool is_exploration_file(const std::filesystem::path& file);

/// Equal for explorations that make equal runs. Words for people do not count, nor does how many runs there are: a
/// store goes on where it stopped when more are asked for.
std::string exploration_identity(const Exploration& exploration);

inline constexpr int fewest_evaluations = 20;
inline constexpr int most_evaluations = 30'000;

}  // namespace algemeente

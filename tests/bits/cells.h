// Ways to come to the same results, each told by the hashes of its end states. scripts/check_bits compares them over
// compilers, machine codes and threads.
#pragma once

#include "netherlands/country.h"
#include "scenario/scenario.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace algemeente::bits {

/// The small case that all cells compute.
struct Case {
    std::vector<Scenario> scenarios;
    Country country;
    int replicates = 4;
    std::uint64_t seed = 1;
};

/// Two shipped scenarios that part halfway, each without and with suppliers, 12 municipalities, 144 months.
Case small_case();

/// Hashes of the end states, scenario by scenario, in replicate order.
using EndStates = std::vector<std::uint64_t>;

struct Cell {
    std::string_view name;
    EndStates (*compute)(const Case& of, int threads);
};

/// An ensemble, runs that go on from a copy, runs that are saved and read back, threads inside one run.
std::vector<Cell> run_cells();
/// A sweep through a store; the window's service. Empty in the small program, which is linked without them.
std::vector<Cell> other_cells();

}  // namespace algemeente::bits

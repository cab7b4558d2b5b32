// Which candidates are run next.
#pragma once

#include "calibration/calibration.h"
#include "calibration/emulator.h"
#include "calibration/implausibility.h"

#include <atomic>
#include <cstdint>
#include <vector>

namespace algemeente {

/// A target with the emulator of its statistic.
struct EmulatedTarget {
    Target target;
    Emulator emulator;
};

/// What the emulators say of candidates `first`, `first` + 1, ...
struct CandidateOdds {
    std::vector<double> chances;      ///< to pass all targets: product of the chances of each
    std::vector<double> likelihoods;  ///< of all targets, the largest is 1
    std::vector<bool> is_possible;    ///< no mean prediction is ruled out
    bool cancelled = false;
};

CandidateOdds odds_of_candidates(const Calibration& calibration, const std::vector<EmulatedTarget>& targets,
                                 std::uint64_t first, int count, int threads, const std::atomic<bool>& cancel);

/// `count` different candidates, as numbers from 0: drawn by `weights`, but a share of them evenly among all that are
/// possible, so that a wrong emulator does not decide alone. In the order in which they were drawn.
std::vector<std::size_t> drawn_candidates(const std::vector<double>& weights, const std::vector<bool>& is_possible,
                                          std::size_t count, double even_share, std::uint64_t seed,
                                          std::uint64_t first);

}  // namespace algemeente

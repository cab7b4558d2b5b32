// A calibration: what is drawn, what it is held against, and how many runs that may take, as read from a TOML file.
//
// History matching in waves (Vernon, Goldstein and Bower 2010; McCulloch et al. 2022): runs at points of the cube of
// assumptions, emulators of their statistics, and the next points where the emulators do not rule them out. Then the
// most plausible points are run again and again, and those that history does not rule out stay: the members.
#pragma once

#include "calibration/targets.h"
#include "patterns/priors.h"
#include "scenario/scenario.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace algemeente {

struct Calibration {
    std::string title;
    Scenario base;                    ///< as long as the past (past_months)
    std::vector<Shock> with_scandal;  ///< its shocks, with a national scandal in January 2024 among them
    std::vector<Target> targets;
    std::uint64_t seed = 1;
    int waves = 2;
    int points = 3000;         ///< of a wave, one run at each
    int candidates = 100'000;  ///< that the emulators look at between waves
    /// Of the most plausible candidates so many are run, then the best of them up to so many replicates.
    std::vector<int> finalists{600, 300, 220};
    std::vector<int> replicates{1, 4, 16};
    int members = 150;

    std::vector<PriorDimension> dimensions() const { return prior_dimensions(base.use_cases); }
};

/// Reads a calibration file and the files that it names. Throws InputError ("file:line: key: problem; suggestion").
Calibration read_calibration(const std::filesystem::path& file);

/// Whether a TOML file is a calibration: it names targets. Throws InputError when it cannot be read.
bool is_calibration_file(const std::filesystem::path& file);

/// Equal for calibrations that make equal runs; words for people do not count.
std::string calibration_identity(const Calibration& calibration);

/// What a rank elsewhere needs for the runs, as text: base, scandal and seed; read back to the same bits. Throws
/// InputError.
std::string text_for_runs(const Calibration& calibration);
Calibration calibration_for_runs(const std::string& text);

/// Points of the unit cube of assumptions, by number: the same number is the same point, in any order, anywhere.
class CandidateSource {
public:
    explicit CandidateSource(const Calibration& calibration)
        : CandidateSource(calibration.seed, calibration.dimensions().size()) {}
    CandidateSource(std::uint64_t seed, std::size_t width) : seed_(seed), width_(width) {}

    std::vector<double> point(std::uint64_t number) const;

private:
    std::uint64_t seed_;
    std::size_t width_;
};

}  // namespace algemeente

// Facts that a past must not miss, as data: scenarios/calibration/targets.csv.
#pragma once

#include "calibration/statistics.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

/// On which scale a statistic is compared: as it is, as ln x, as ln(x + 5), or as the root of x + 3/8 (which gives
/// counts of rare events nearly the same spread whatever their mean).
enum class Scale : std::uint8_t { plain, log, log_plus_5, root };

/// What misses a target: what is far from its value on either side, below it, or above it.
enum class TargetKind : std::uint8_t { near, at_least, at_most };

/// Whether parameters may be chosen by it, or whether it is only looked at afterwards.
enum class TargetUse : std::uint8_t { tune, check };

struct Target {
    std::string id;             ///< "K1"
    std::size_t statistic = 0;  ///< position in statistics()
    Scale scale = Scale::plain;
    std::string group;  ///< use, media, people or thesis
    TargetKind kind = TargetKind::near;
    double value = 0;        ///< in the units of the statistic
    double uncertainty = 0;  ///< standard deviation of what is known, on the scale
    double discrepancy = 0;  ///< standard deviation of what the model cannot be expected to get right, on the scale
    TargetUse use = TargetUse::tune;
    std::string reason;  ///< of uncertainty and discrepancy
    std::string source;

    std::string_view name() const { return statistics()[statistic].name; }
    /// The value on the scale.
    double place() const;
    /// Standard deviation of everything but luck, on the scale.
    double tolerance() const;
};

/// A statistic on a scale. NaN stays NaN; what a logarithm does not have is NaN.
double on_scale(Scale scale, double value);
/// Its inverse.
double from_scale(Scale scale, double place);

/// Reads a file of targets. Throws InputError "file:line: column: problem": unknown statistics and words, values that
/// the scale does not have, a statistic that is there twice for one use, nothing to tune.
std::vector<Target> read_targets(const std::filesystem::path& file);

std::string_view scale_word(Scale scale);
std::string_view kind_word(TargetKind kind);
std::string_view use_word(TargetUse use);

}  // namespace algemeente

// Runs what patterns need, each scenario once, and judges them by interval.
#pragma once

#include "patterns/contrasts.h"
#include "patterns/pattern.h"
#include "statistics/estimate.h"

#include <vector>

namespace algemeente {

/// Holds: the whole interval meets the criterion. Open: the estimate does, the interval does not. Fails: neither.
enum class Verdict : std::uint8_t { holds, open, fails };
std::string_view verdict_word(Verdict verdict);

struct CheckResult {
    Estimate estimate;
    Verdict verdict = Verdict::fails;
};

struct PatternResult {
    Pattern pattern;
    std::vector<CheckResult> checks;
    /// The worst of its checks.
    Verdict verdict() const;
};

struct JudgeOptions {
    int replicates = 64;
    BatchOptions runs;
    int resamples = bootstrap_draws;
};

/// [pattern][scenario][replicate]: what runs left behind.
using Samples = std::vector<std::vector<std::vector<Numbers>>>;

/// Runs every scenario that the patterns name once. Empty when it was cancelled.
Samples run_patterns(const std::vector<Pattern>& patterns, const Contrasts& contrasts, const JudgeOptions& options);

Verdict verdict_on(const Check& check, const Estimate& estimate);

std::vector<PatternResult> judge_patterns(const std::vector<Pattern>& patterns, const Samples& samples,
                                          const JudgeOptions& options);

}  // namespace algemeente

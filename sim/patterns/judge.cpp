#include "patterns/judge.h"

#include <algorithm>
#include <string>

namespace algemeente {

namespace {

/// Who needs a scenario's runs: a pattern, and the place of the scenario in it.
struct Reader {
    std::size_t pattern;
    std::size_t scenario;
    int replicates;
};

struct Plan {
    std::vector<std::string> names;
    std::vector<std::vector<Reader>> readers;  ///< by scenario
};

Plan plan_of(const std::vector<Pattern>& patterns, int replicates) {
    Plan plan;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        for (std::size_t j = 0; j < patterns[i].scenarios.size(); ++j) {
            const std::string& name = patterns[i].scenarios[j];
            auto found = std::find(plan.names.begin(), plan.names.end(), name);
            if (found == plan.names.end()) {
                plan.names.push_back(name);
                plan.readers.emplace_back();
                found = plan.names.end() - 1;
            }
            plan.readers[static_cast<std::size_t>(found - plan.names.begin())].push_back(
                {i, j, replicates * patterns[i].replicates_factor});
        }
    }
    return plan;
}

}  // namespace

std::string_view verdict_word(Verdict verdict) {
    switch (verdict) {
        case Verdict::holds: return "holds";
        case Verdict::open: return "open";
        case Verdict::fails: return "fails";
    }
    return "";
}

Verdict PatternResult::verdict() const {
    Verdict worst = Verdict::holds;
    for (const CheckResult& check : checks) worst = std::max(worst, check.verdict);
    return worst;
}

Samples run_patterns(const std::vector<Pattern>& patterns, const Contrasts& contrasts, const JudgeOptions& options) {
    const Plan plan = plan_of(patterns, options.replicates);
    std::vector<Variant> variants;
    Samples samples(patterns.size());
    for (std::size_t i = 0; i < patterns.size(); ++i) samples[i].resize(patterns[i].scenarios.size());
    for (std::size_t i = 0; i < plan.names.size(); ++i) {
        Variant variant{contrasts.called(plan.names[i]), 0};
        for (const Reader& reader : plan.readers[i]) {
            variant.replicates = std::max(variant.replicates, reader.replicates);
            samples[reader.pattern][reader.scenario].resize(static_cast<std::size_t>(reader.replicates));
        }
        variants.push_back(std::move(variant));
    }
    const auto take = [&](const FinishedRun& run) {
        for (const Reader& reader : plan.readers[run.job.variant])
            if (run.job.replicate < reader.replicates)
                samples[reader.pattern][reader.scenario][static_cast<std::size_t>(run.job.replicate)] =
                    patterns[reader.pattern].measure(run);
    };
    constexpr bool keep_events = true;
    if (!run_batch(jobs_of(variants, keep_events), options.runs, take)) return {};
    return samples;
}

Verdict verdict_on(const Check& check, const Estimate& estimate) {
    const auto within = [&](double value) { return value >= check.low && value <= check.high; };
    if (!within(estimate.value)) return Verdict::fails;  // NaN is within nothing
    if (check.share_of_replicates) return Verdict::holds;
    return within(estimate.low) && within(estimate.high) ? Verdict::holds : Verdict::open;
}

std::vector<PatternResult> judge_patterns(const std::vector<Pattern>& patterns, const Samples& samples,
                                          const JudgeOptions& options) {
    std::vector<PatternResult> results;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        PatternResult result{patterns[i], {}};
        const auto number = static_cast<std::uint64_t>(std::stoi(patterns[i].id.substr(1)));  // of "P07"
        for (std::size_t k = 0; k < patterns[i].checks.size(); ++k) {
            const Check& check = patterns[i].checks[k];
            CheckResult judged;
            judged.estimate =
                bootstrap(samples[i], check.value, options.runs.seed, number * 100 + k, options.resamples);
            judged.verdict = verdict_on(check, judged.estimate);
            result.checks.push_back(judged);
        }
        results.push_back(std::move(result));
    }
    return results;
}

}  // namespace algemeente

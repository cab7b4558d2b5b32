#include "calibration/twins.h"

#include "calibration/stored_runs.h"
#include "statistics/summary.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace algemeente {

namespace {

constexpr std::uint64_t truths = 900'000'000'000;  ///< numbers of candidates that no wave looks at
constexpr std::uint64_t pool = 1'000'000;          ///< of the candidates of one twin
constexpr int round_of_twins = 1000;               ///< in the store

bool is_tuned_by(const std::vector<Target>& tuned, std::size_t statistic) {
    return std::any_of(tuned.begin(), tuned.end(),
                       [statistic](const Target& target) { return target.statistic == statistic; });
}

/// 90 % of what exists.
std::pair<double, double> middle_of(const std::vector<const StatisticsOfRun*>& runs, std::size_t statistic) {
    std::vector<double> values;
    for (const StatisticsOfRun* run : runs) values.push_back((*run)[statistic]);
    const std::vector<double> sorted = sorted_known(values);
    return {quantile_of_sorted(sorted, .05), quantile_of_sorted(sorted, .95)};
}

double share_below(const std::vector<const StatisticsOfRun*>& runs, std::size_t statistic, double truth) {
    double below = 0;
    for (const StatisticsOfRun* run : runs) below += (*run)[statistic] < truth ? 1 : 0;
    return below / static_cast<double>(runs.size());
}

class Study {
public:
    Study(const Calibration& calibration, const CalibrationResult& result, CalibrationStore& store,
          Workforce& workforce, const CalibrateOptions& options, const TwinOptions& twins)
        : calibration_(calibration),
          result_(result),
          options_(options),
          twins_(twins),
          runs_(store, workforce, options.watch,
                planned_runs(calibration) + std::int64_t{twins.twins + twins.other_models} * (1 + twins.runs)),
          source_(calibration),
          tuned_(tuned_targets(calibration)),
          next_point_(result.visited) {
        for (const StatisticsOfRun& run : result.prior_runs) plain_.push_back(&run);
    }

    TwinStudy pass() {
        TwinStudy study;
        for (int i = 0; i < twins_.twins + twins_.other_models; ++i) {
            // other models among the first, so that a study that is cut short has some
            const bool other = i % 2 == 1 && i / 2 < twins_.other_models;
            Twin twin{.candidate = truths + static_cast<std::uint64_t>(i), .is_other_model = other, .statements = {}};
            if (!calibrate_to(twin, i)) {
                study.cancelled = true;
                break;
            }
            study.twins.push_back(std::move(twin));
        }
        return study;
    }

private:
    bool calibrate_to(Twin& twin, int number) {
        const std::vector<std::size_t> itself = visit({twin.candidate});
        if (!run(itself, {twin.candidate}, twin.is_other_model ? 1 : 0)) return false;
        const StatisticsOfRun& truth = *runs_.of(itself.front(), 0);

        std::vector<EmulatedTarget> emulated = result_.emulated;
        std::vector<Target> targets;
        for (EmulatedTarget& one : emulated) {
            make_twin_target(one.target, truth);
            targets.push_back(one.target);
        }
        const std::uint64_t first = truths + pool * static_cast<std::uint64_t>(1 + number);
        const std::atomic<bool> never{false};
        const CandidateOdds odds =
            odds_of_candidates(calibration_, emulated, first, twins_.candidates, options_.threads,
                               options_.watch.cancel != nullptr ? *options_.watch.cancel : never);
        if (odds.cancelled) return false;
        std::vector<std::uint64_t> candidates;
        for (const std::size_t i : drawn_candidates(odds.likelihoods, odds.is_possible,
                                                    static_cast<std::size_t>(twins_.runs), 0, calibration_.seed, first))
            candidates.push_back(first + i);
        const std::vector<std::size_t> points = visit(candidates);
        if (!run(points, candidates, 0)) return false;
        state(twin, truth, nearest(points, targets, twin.distance));
        return true;
    }

    /// History is known exactly; only luck is between a run and it.
    static void make_twin_target(Target& target, const StatisticsOfRun& truth) {
        target.kind = TargetKind::near;
        target.value = truth[target.statistic];
        target.uncertainty = 0;
        target.discrepancy = 0;
    }

    std::vector<std::size_t> visit(const std::vector<std::uint64_t>& candidates) {
        std::vector<VisitedPoint> visited;
        std::vector<std::size_t> points;
        for (const std::uint64_t candidate : candidates) {
            visited.push_back({round_of_twins, candidate});
            points.push_back(next_point_ + points.size());
        }
        runs_.visit(next_point_, visited);
        next_point_ += candidates.size();
        return points;
    }

    bool run(const std::vector<std::size_t>& points, const std::vector<std::uint64_t>& candidates, int scenario) {
        return runs_.complete(
            points, 1, [&](std::size_t point) { return source_.point(candidates[point - points.front()]); }, scenario);
    }

    /// The runs that come nearest to the twin.
    std::vector<const StatisticsOfRun*> nearest(const std::vector<std::size_t>& points,
                                                const std::vector<Target>& targets, double& distance) const {
        std::vector<std::pair<double, std::size_t>> order;
        for (const std::size_t point : points) {
            JudgedPoint one{.point = static_cast<std::int64_t>(point), .means = {}};
            for (const Target& target : targets)
                one.means.push_back(on_scale(target.scale, (*runs_.of(point, 0))[target.statistic]));
            judge_point(one, targets, result_.luck, 1);
            order.emplace_back(one.distance, point);
        }
        std::sort(order.begin(), order.end());
        std::vector<const StatisticsOfRun*> some;
        const auto count = std::min(order.size(), static_cast<std::size_t>(twins_.nearest));
        for (std::size_t i = 0; i < count; ++i) some.push_back(runs_.of(order[i].second, 0));
        const std::size_t tenth = std::max<std::size_t>(1, order.size() / 10);
        distance = 0;
        for (std::size_t i = 0; i < tenth; ++i) distance += order[i].first / static_cast<double>(tenth);
        return some;
    }

    void state(Twin& twin, const StatisticsOfRun& truth, const std::vector<const StatisticsOfRun*>& runs) const {
        for (std::size_t s = 0; s < statistics().size(); ++s) {
            if (is_tuned_by(tuned_, s) || std::isnan(truth[s])) continue;
            const auto [low, high] = middle_of(runs, s);
            const auto [prior_low, prior_high] = middle_of(plain_, s);
            twin.statements.push_back({s, truth[s], low, high, prior_low, prior_high, share_below(runs, s, truth[s])});
        }
    }

    const Calibration& calibration_;
    const CalibrationResult& result_;
    const CalibrateOptions& options_;
    const TwinOptions& twins_;
    StoredRuns runs_;
    CandidateSource source_;
    std::vector<Target> tuned_;
    std::vector<const StatisticsOfRun*> plain_;
    std::size_t next_point_;
};

/// Of statements about twins of the same model.
template <typename Read>
double mean_over_statements(const TwinStudy& study, const Read& read) {
    std::vector<double> values;
    for (const Twin& twin : study.twins)
        if (!twin.is_other_model)
            for (const TwinStatement& one : twin.statements) values.push_back(read(one));
    return mean_of(values);
}

}  // namespace

double TwinStudy::coverage() const {
    return mean_over_statements(*this, [](const TwinStatement& one) { return one.is_covered() ? 1.0 : 0.0; });
}

double TwinStudy::relative_width() const {
    return mean_over_statements(
        *this, [](const TwinStatement& one) { return (one.high - one.low) / (one.prior_high - one.prior_low); });
}

double TwinStudy::detected_share() const {
    std::vector<double> own;
    for (const Twin& twin : twins)
        if (!twin.is_other_model) own.push_back(twin.distance);
    const double farthest = quantile_of_sorted(sorted_known(own), .95);
    double others = 0;
    double detected = 0;
    for (const Twin& twin : twins) {
        if (!twin.is_other_model) continue;
        others += 1;
        detected += twin.distance > farthest ? 1 : 0;
    }
    return detected / others;
}

TwinStudy calibrate_to_twins(const Calibration& calibration, const CalibrationResult& result, CalibrationStore& store,
                             Workforce& workforce, const CalibrateOptions& options, const TwinOptions& twins) {
    return Study(calibration, result, store, workforce, options, twins).pass();
}

std::array<int, rank_tenths> statements_by_rank(const TwinStudy& study) {
    std::array<int, rank_tenths> counts{};
    for (const Twin& twin : study.twins) {
        if (twin.is_other_model) continue;
        for (const TwinStatement& one : twin.statements) {
            const auto tenth = static_cast<std::size_t>(one.rank * static_cast<double>(rank_tenths));
            ++counts[std::min(tenth, rank_tenths - 1)];
        }
    }
    return counts;
}

Table twins_table(const TwinStudy& study) {
    Table table{{"twin", "other_model", "distance", "statistic", "truth", "p05", "p95", "prior_p05", "prior_p95",
                 "covered", "rank"},
                {}};
    for (std::size_t i = 0; i < study.twins.size(); ++i)
        for (const TwinStatement& one : study.twins[i].statements)
            table.rows.push_back({static_cast<double>(i + 1), study.twins[i].is_other_model ? 1.0 : 0.0,
                                  study.twins[i].distance, std::string(statistics()[one.statistic].name), one.truth,
                                  one.low, one.high, one.prior_low, one.prior_high, one.is_covered() ? 1.0 : 0.0,
                                  one.rank});
    return table;
}

}  // namespace algemeente

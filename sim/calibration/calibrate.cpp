#include "calibration/calibrate.h"

#include "calibration/stored_runs.h"
#include "statistics/compare.h"
#include "statistics/summary.h"
#include "text/error.h"
#include "threads/side_by_side.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>

namespace algemeente {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double even_share = .2;              // of the points of a wave: spread over all that is possible
constexpr double least_coverage = .9;          // of an emulator's 95 % interval
constexpr std::size_t held_out = 10;           // one in so many points of a wave is kept from the emulators
constexpr std::uint64_t pool = 1'000'000'000;  // numbers of candidates of one choice

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Mean on the target's scale of what exists.
double mean_on_scale(const std::vector<const StatisticsOfRun*>& runs, const Target& target) {
    std::vector<double> values;
    for (const StatisticsOfRun* run : runs) values.push_back(on_scale(target.scale, (*run)[target.statistic]));
    return mean_of(sorted_known(values));
}

class Course {
public:
    Course(const Calibration& calibration, CalibrationStore& store, Workforce& workforce,
           const CalibrateOptions& options)
        : calibration_(calibration),
          options_(options),
          runs_(store, workforce, options.watch, planned_runs(calibration)),
          source_(calibration),
          tuned_(tuned_targets(calibration)) {}

    CalibrationResult pass() {
        for (int wave = 0; wave < calibration_.waves; ++wave)
            if (!pass_wave(wave)) return stopped();
        if (!pass_finals()) return stopped();
        return std::move(result_);
    }

private:
    CalibrationResult stopped() {
        result_.cancelled = true;
        return std::move(result_);
    }

    bool pass_wave(int wave) {
        const auto count = static_cast<std::size_t>(calibration_.points);
        std::vector<std::uint64_t> candidates(count);
        WaveResult& ended = result_.waves.emplace_back();
        if (wave == 0)
            for (std::size_t i = 0; i < count; ++i) candidates[i] = i;  // plain draws
        else if (!choose(wave, candidates, &CandidateOdds::chances, even_share, ended.possible_share))
            return false;
        const std::size_t first = points_.size();
        add_points(wave, candidates);
        if (!run_all(first, count, 1)) return false;
        ended.runs = calibration_.points;
        if (wave == 0)
            for (std::size_t i = 0; i < count; ++i) result_.prior_runs.push_back(*runs_.of(i, 0));
        fit();
        ended.checks = checks_of(first, count);
        ended.passing_share = passing_share(first, count);
        if (options_.wave_ended) options_.wave_ended(result_);
        require_coverage(ended, wave);
        return true;
    }

    /// The candidates of the next round, by the emulators.
    bool choose(int round, std::vector<std::uint64_t>& chosen, std::vector<double> CandidateOdds::*weights,
                double evenly, double& possible_share) {
        const Clock::time_point start = Clock::now();
        const std::uint64_t first = pool * static_cast<std::uint64_t>(round);
        const std::atomic<bool> never{false};
        const CandidateOdds odds =
            odds_of_candidates(calibration_, emulated_, first, calibration_.candidates, options_.threads,
                               options_.watch.cancel != nullptr ? *options_.watch.cancel : never);
        if (odds.cancelled) return false;
        possible_share = static_cast<double>(std::count(odds.is_possible.begin(), odds.is_possible.end(), true)) /
                         static_cast<double>(odds.is_possible.size());
        const std::vector<std::size_t> drawn =
            drawn_candidates(odds.*weights, odds.is_possible, chosen.size(), evenly, calibration_.seed, first);
        for (std::size_t i = 0; i < chosen.size(); ++i) chosen[i] = first + drawn[i];
        result_.seconds_of_emulators += seconds_since(start);
        return true;
    }

    void add_points(int round, const std::vector<std::uint64_t>& candidates) {
        std::vector<VisitedPoint> visited;
        for (const std::uint64_t candidate : candidates) visited.push_back({round, candidate});
        runs_.visit(points_.size(), visited);
        points_.insert(points_.end(), candidates.begin(), candidates.end());
    }

    bool run_all(std::size_t first, std::size_t count, int replicates) {
        std::vector<std::size_t> points(count);
        for (std::size_t i = 0; i < count; ++i) points[i] = first + i;
        return run(points, replicates);
    }

    bool run(const std::vector<std::size_t>& points, int replicates) {
        const Clock::time_point start = Clock::now();
        const bool done =
            runs_.complete(points, replicates, [this](std::size_t point) { return source_.point(points_[point]); });
        result_.seconds_of_runs += seconds_since(start);
        return done;
    }

    bool is_held_out(std::size_t point) const { return point % held_out == held_out - 1; }

    /// Emulators from all waves so far.
    void fit() {
        const Clock::time_point start = Clock::now();
        std::vector<std::size_t> seen;
        for (std::size_t i = 0; i < points_.size(); ++i)
            if (!is_held_out(i)) seen.push_back(i);
        Rows rows(seen.size(), calibration_.dimensions().size());
        for (std::size_t i = 0; i < seen.size(); ++i) {
            const std::vector<double> point = source_.point(points_[seen[i]]);
            std::copy(point.begin(), point.end(), rows[i].begin());
        }
        emulated_.assign(tuned_.size(), {});
        std::atomic<std::size_t> next{0};
        work_side_by_side(thread_count(options_.threads), [&](std::size_t /*worker*/) {
            const std::size_t t = next.fetch_add(1);
            if (t >= tuned_.size()) return false;
            std::vector<double> values;
            for (const std::size_t point : seen)
                values.push_back(on_scale(tuned_[t].scale, (*runs_.of(point, 0))[tuned_[t].statistic]));
            emulated_[t] = {tuned_[t], Emulator(rows, values)};
            return true;
        });
        for (const EmulatedTarget& one : emulated_)
            if (!one.emulator.is_fitted())
                throw InputError(
                    fmt::format("target {}: '{}' is the same in all runs; it tells nothing, so take it out",
                                one.target.id, one.target.name()));
        result_.seconds_of_emulators += seconds_since(start);
    }

    std::vector<EmulatorCheck> checks_of(std::size_t first, std::size_t count) const {
        constexpr double two_sided_95 = 1.959964;
        std::vector<EmulatorCheck> checks;
        for (const EmulatedTarget& one : emulated_) {
            std::size_t within = 0;
            std::vector<double> truths;
            double squares = 0;
            for (std::size_t i = first; i < first + count; ++i) {
                const double truth = on_scale(one.target.scale, (*runs_.of(i, 0))[one.target.statistic]);
                if (!is_held_out(i) || std::isnan(truth)) continue;
                const Prediction prediction = one.emulator.at(source_.point(points_[i]));
                const double off = truth - prediction.mean;
                within += off * off <= two_sided_95 * two_sided_95 * prediction.variance ? 1 : 0;
                squares += off * off;
                truths.push_back(truth);
            }
            const double around = variance_of(truths) * static_cast<double>(truths.size() - 1);
            checks.push_back(
                {one.target.statistic, around > 0 ? 1 - squares / around : 0, wilson_interval(within, truths.size())});
        }
        return checks;
    }

    /// As far as unseen runs can tell: few of them say little.
    static void require_coverage(const WaveResult& wave, int number) {
        for (const EmulatorCheck& check : wave.checks)
            if (check.coverage.high < least_coverage)
                throw InputError(fmt::format(
                    "wave {}: the emulator of '{}' covers {:.0f} % of the runs that it has not seen with its 95 % "
                    "interval: points chosen by it would mislead; give the waves more points",
                    number + 1, statistics()[check.statistic].name, 100 * check.coverage.value));
    }

    /// Variance of one run, by target: the emulator's at a point.
    std::vector<double> luck_at(std::size_t point) const {
        std::vector<double> luck;
        const std::vector<double> place = source_.point(points_[point]);
        for (const EmulatedTarget& one : emulated_) luck.push_back(one.emulator.at(place).variance);
        return luck;
    }

    JudgedPoint judged(std::size_t point, int replicates, std::span<const double> luck) const {
        std::vector<const StatisticsOfRun*> runs;
        for (int r = 0; r < replicates; ++r) runs.push_back(runs_.of(point, r));
        JudgedPoint one{.candidate = points_[point], .point = static_cast<std::int64_t>(point), .means = {}};
        for (const Target& target : tuned_) one.means.push_back(mean_on_scale(runs, target));
        judge_point(one, tuned_, luck, replicates);
        return one;
    }

    double passing_share(std::size_t first, std::size_t count) const {
        double passing = 0;
        for (std::size_t i = first; i < first + count; ++i)
            passing += judged(i, 1, luck_at(i)).worst <= ruled_out ? 1 : 0;
        return passing / static_cast<double>(count);
    }

    bool pass_finals() {
        std::vector<std::uint64_t> candidates(static_cast<std::size_t>(calibration_.finalists.front()));
        double possible = 0;
        // what is ruled out has been found; among the rest those come first that history makes likely
        if (!choose(calibration_.waves, candidates, &CandidateOdds::likelihoods, 0, possible)) return false;
        const std::size_t first = points_.size();
        add_points(calibration_.waves, candidates);
        std::vector<std::size_t> points(candidates.size());
        for (std::size_t i = 0; i < points.size(); ++i) points[i] = first + i;
        for (std::size_t round = 0; round < calibration_.finalists.size(); ++round) {
            const auto keep = static_cast<std::size_t>(calibration_.finalists[round]);
            const int replicates = calibration_.replicates[round];
            if (round > 0) points = nearest(points, calibration_.replicates[round - 1], keep);
            if (!run(points, replicates)) return false;
        }
        conclude(points, first, candidates.size());
        return true;
    }

    /// The points that come nearest with the replicates that they have.
    std::vector<std::size_t> nearest(const std::vector<std::size_t>& points, int replicates, std::size_t count) const {
        std::vector<std::pair<double, std::size_t>> order;
        for (const std::size_t point : points)
            order.emplace_back(judged(point, replicates, luck_at(point)).distance, point);
        std::sort(order.begin(), order.end());
        std::vector<std::size_t> some;
        for (std::size_t i = 0; i < std::min(count, order.size()); ++i) some.push_back(order[i].second);
        std::sort(some.begin(), some.end());
        return some;
    }

    /// Variance of one run around the mean of its point, over the finalists, by target.
    std::vector<double> measured_luck(const std::vector<std::size_t>& points, int replicates) const {
        std::vector<double> luck;
        for (const Target& target : tuned_) {
            std::vector<double> variances;
            for (const std::size_t point : points) {
                std::vector<double> values;
                for (int r = 0; r < replicates; ++r)
                    values.push_back(on_scale(target.scale, (*runs_.of(point, r))[target.statistic]));
                const std::vector<double> known = sorted_known(values);
                if (known.size() > 1) variances.push_back(variance_of(known));
            }
            luck.push_back(variances.empty() ? 0 : mean_of(variances));
        }
        return luck;
    }

    void conclude(const std::vector<std::size_t>& points, std::size_t first, std::size_t chosen) {
        const int replicates = calibration_.replicates.back();
        const std::vector<double> luck = measured_luck(points, replicates);
        result_.luck = luck;
        result_.emulated = emulated_;
        result_.visited = points_.size();
        for (const std::size_t point : points) result_.finalists.push_back(judged(point, replicates, luck));
        std::stable_sort(result_.finalists.begin(), result_.finalists.end(),
                         [](const JudgedPoint& a, const JudgedPoint& b) { return a.distance < b.distance; });
        for (const JudgedPoint& one : result_.finalists)
            if (one.worst <= ruled_out && result_.members.size() < static_cast<std::size_t>(calibration_.members))
                result_.members.push_back(one);
        if (result_.members.size() < 2)
            throw InputError(fmt::format(
                "of {} finalists {} are not ruled out by the targets: the model cannot meet them together; look at the "
                "targets that are missed (runs of the store), or give them their discrepancy",
                result_.finalists.size(), result_.members.size()));
        for (const JudgedPoint& one : result_.members)
            for (int r = 0; r < replicates; ++r)
                result_.member_runs.push_back(*runs_.of(static_cast<std::size_t>(one.point), r));
        result_.tolerance = result_.members.back().distance;
        result_.prior_share = share_within(0, static_cast<std::size_t>(calibration_.points), luck);
        result_.guided_share = share_within(first, chosen, luck);
    }

    /// Single runs that are not ruled out and no farther than the farthest member.
    double share_within(std::size_t first, std::size_t count, std::span<const double> luck) const {
        double within = 0;
        for (std::size_t i = first; i < first + count; ++i) {
            const JudgedPoint one = judged(i, 1, luck);
            within += one.worst <= ruled_out && one.distance <= result_.tolerance ? 1 : 0;
        }
        return within / static_cast<double>(count);
    }

    const Calibration& calibration_;
    const CalibrateOptions& options_;
    StoredRuns runs_;
    CandidateSource source_;
    std::vector<Target> tuned_;
    std::vector<std::uint64_t> points_;  ///< candidates, in the order of the store
    std::vector<EmulatedTarget> emulated_;
    CalibrationResult result_;
};

}  // namespace

std::vector<Target> tuned_targets(const Calibration& calibration) {
    std::vector<Target> some;
    for (const Target& target : calibration.targets)
        if (target.use == TargetUse::tune) some.push_back(target);
    return some;
}

void judge_point(JudgedPoint& point, const std::vector<Target>& targets, std::span<const double> luck, int replicates) {
    std::map<std::string, std::pair<double, int>> groups;  // sum of squares, number
    point.worst = 0;
    for (std::size_t t = 0; t < targets.size(); ++t) {
        // history is one run, and the mean is one of a few
        const double both = luck[t] * (1 + 1 / static_cast<double>(replicates));
        const double off = implausibility(targets[t], point.means[t], both);
        point.worst = std::max(point.worst, off);
        auto& [sum, number] = groups[targets[t].group];
        sum += off * off;
        ++number;
    }
    double sum = 0;
    for (const auto& [group, squares] : groups) sum += squares.first / squares.second;
    point.distance = std::sqrt(sum / static_cast<double>(groups.size()));
}

std::int64_t planned_runs(const Calibration& calibration) {
    std::int64_t runs = std::int64_t{calibration.waves} * calibration.points;
    int before = 0;
    for (std::size_t round = 0; round < calibration.finalists.size(); ++round) {
        runs += std::int64_t{calibration.finalists[round]} * (calibration.replicates[round] - before);
        before = calibration.replicates[round];
    }
    return runs;
}

CalibrationResult calibrate(const Calibration& calibration, CalibrationStore& store, Workforce& workforce,
                            const CalibrateOptions& options) {
    return Course(calibration, store, workforce, options).pass();
}

}  // namespace algemeente

#include "exploration/explore.h"

#include "analysis/prim.h"
#include "analysis/trees.h"
#include "exploration/breeding.h"
#include "observe/fingerprint.h"
#include "statistics/summary.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace algemeente {

namespace {

constexpr std::size_t most_repeated = 100;                     ///< points with yes that are run again
constexpr std::size_t most_inputs = 20;                        ///< that ranges are sought for: the most telling
constexpr std::size_t fewest_of_a_kind = 10;                   ///< points with yes, and with no, to seek ranges at all
constexpr double least_mass = .02;                             ///< of all points, within ranges
constexpr double surely = .05;                                 ///< quasi-p of a range that is told of
constexpr std::uint64_t confirming_draws = 1'000'000'000'000;  ///< numbers of plain draws that no search has

/// Numbers of points in the store that no search of this or another length has: whoever asks for more evaluations later
/// seeks ranges anew, and confirms them anew.
std::size_t first_confirming_point(const Exploration& exploration) {
    constexpr std::size_t most_confirming = 1000;
    return static_cast<std::size_t>(exploration.evaluations) * most_confirming;
}

/// The same place, the same number.
std::uint64_t number_of(const std::vector<double>& place) {
    Fingerprint fingerprint;
    for (const double one : place) fingerprint.add(one);
    return fingerprint.value() >> 1U;  // SQLite's whole numbers have a sign
}

class Course {
public:
    Course(const Exploration& exploration, ExplorationStore& store, Workforce& workforce, const ExploreOptions& options)
        : exploration_(exploration),
          options_(options),
          runs_(store, workforce, options.watch, planned_runs(exploration)),
          breeder_(exploration.seed, exploration.dimensions().size()) {}

    ExplorationResult pass() {
        result_.cancelled = !search() || (exploration_.question && !answer());
        return std::move(result_);
    }

private:
    bool search() {
        for (int generation = 0; places_.size() < static_cast<std::size_t>(exploration_.evaluations); ++generation)
            if (!pass_generation(generation)) return false;
        return true;
    }

    bool pass_generation(int generation) {
        const int wanted = generation == 0 ? exploration_.plain : exploration_.generation;
        const std::size_t first = places_.size();
        const std::size_t end =
            std::min(first + static_cast<std::size_t>(wanted), static_cast<std::size_t>(exploration_.evaluations));
        std::vector<std::size_t> points;
        std::vector<VisitedPoint> visited;
        for (std::size_t point = first; point < end; ++point) {
            places_.push_back(generation == 0 ? breeder_.plain(point) : breeder_.child(point, archive_, places_));
            points.push_back(point);
            visited.push_back({generation, number_of(places_.back())});
        }
        runs_.visit(first, visited);
        if (!runs_.complete(points, 1, [this](std::size_t point) { return places_[point]; })) return false;
        for (const std::size_t point : points) {
            const StatisticsOfRun& results = *runs_.of(point, 0);
            const std::optional<std::size_t> cell = cell_of(exploration_.axes, results);
            result_.points.push_back({generation, places_[point], results, cell});
            if (cell) archive_.add(point, *cell);
        }
        result_.growth.push_back({places_.size(), archive_.cells_reached()});
        return true;
    }

    double result_of(std::size_t point, int replicate) const {
        return (*runs_.of(point, replicate))[exploration_.question->result];
    }

    bool answer() {
        ExplorationAnswer& answer = result_.answer;
        const ExplorationQuestion& question = *exploration_.question;
        std::vector<std::pair<double, std::size_t>> yes;  // the farthest first
        answer.farthest = std::nan("");
        for (std::size_t point = 0; point < places_.size(); ++point) {
            const double value = result_of(point, 0);
            if (!std::isfinite(value)) continue;
            const bool holds = question.holds(value);
            const bool is_plain = result_.points[point].generation == 0;
            ++answer.known;
            answer.plain_known += is_plain ? 1 : 0;
            answer.farthest = question.below ? std::fmin(answer.farthest, value) : std::fmax(answer.farthest, value);
            if (!holds) continue;
            ++answer.yes;
            answer.plain_yes += is_plain ? 1 : 0;
            yes.emplace_back(question.below ? value : -value, point);
        }
        std::sort(yes.begin(), yes.end());
        if (!repeat(yes)) return false;
        if (answer.yes < fewest_of_a_kind || answer.known - answer.yes < fewest_of_a_kind) return true;
        seek_ranges();
        return answer.ranges.empty() || confirm();
    }

    /// What luck alone has done at the farthest points shows when they meet other luck.
    bool repeat(const std::vector<std::pair<double, std::size_t>>& yes) {
        std::vector<std::size_t> points;
        for (std::size_t i = 0; i < std::min(most_repeated, yes.size()); ++i) points.push_back(yes[i].second);
        if (!runs_.complete(points, 1 + exploration_.again, [this](std::size_t point) { return places_[point]; }))
            return false;
        for (const std::size_t point : points) {
            std::vector<double> values;
            for (int replicate = 1; replicate <= exploration_.again; ++replicate)
                values.push_back(result_of(point, replicate));
            const double mean = mean_of(sorted_known(values));
            result_.answer.stayed += !std::isnan(mean) && exploration_.question->holds(mean) ? 1 : 0;
        }
        result_.answer.repeated = points.size();
        return true;
    }

    void seek_ranges() {
        ExplorationAnswer& answer = result_.answer;
        const std::size_t width = exploration_.dimensions().size();
        Eigen::MatrixXd points(static_cast<Eigen::Index>(answer.known), static_cast<Eigen::Index>(width));
        std::vector<double> values;
        std::vector<bool> of_interest;
        for (std::size_t point = 0; point < places_.size(); ++point) {
            const double value = result_of(point, 0);
            if (!std::isfinite(value)) continue;
            const auto row = static_cast<Eigen::Index>(values.size());
            for (std::size_t d = 0; d < width; ++d) points(row, static_cast<Eigen::Index>(d)) = places_[point][d];
            values.push_back(value);
            of_interest.push_back(exploration_.question->holds(value));
        }
        const analysis::TreeScores trees =
            analysis::tree_scores(points, values, {.seed = exploration_.seed, .threads = options_.threads});
        answer.tree_r2 = trees.r2;
        for (std::size_t d = 0; d < width; ++d) answer.inputs.push_back({d, trees.scores[d].value});
        std::stable_sort(answer.inputs.begin(), answer.inputs.end(),
                         [](const TellingInput& one, const TellingInput& other) { return one.score > other.score; });
        answer.inputs.resize(std::min(most_inputs, width));
        take_box(points, of_interest);
    }

    void take_box(const Eigen::MatrixXd& points, const std::vector<bool>& of_interest) {
        ExplorationAnswer& answer = result_.answer;
        std::vector<Eigen::Index> columns;
        for (const TellingInput& input : answer.inputs) columns.push_back(static_cast<Eigen::Index>(input.dimension));
        analysis::Cases cases{points(Eigen::all, columns), of_interest};
        const std::vector<analysis::BoxOnTrajectory> trajectory =
            analysis::prim_trajectory(cases, {.least_mass = least_mass});
        const analysis::Box box = analysis::pruned(cases, trajectory[analysis::most_balanced(trajectory)].box, surely);
        std::map<std::size_t, TellingRange> ranges;
        for (const analysis::Limit& limit : analysis::limits_of(cases, box)) {
            const std::size_t dimension = answer.inputs[limit.input].dimension;
            TellingRange& range = ranges.try_emplace(dimension, TellingRange{dimension, 0, 1, 1}).first->second;
            (limit.upper ? range.high : range.low) = limit.at;
            range.quasi_p = std::min(range.quasi_p, limit.quasi_p);
        }
        for (const auto& [dimension, range] : ranges) answer.ranges.push_back(range);
        std::stable_sort(
            answer.ranges.begin(), answer.ranges.end(),
            [](const TellingRange& one, const TellingRange& other) { return one.quasi_p < other.quasi_p; });
        const analysis::BoxMeasures measures = analysis::measure(cases, box);
        answer.range_points = measures.points;
        answer.range_yes = measures.cases;
    }

    /// Points of a search are kin: what they share may be inherited and do nothing. Plain draws within the ranges are
    /// not.
    bool confirm() {
        ExplorationAnswer& answer = result_.answer;
        const std::size_t first = first_confirming_point(exploration_);
        std::vector<std::size_t> points(static_cast<std::size_t>(exploration_.confirm));
        for (std::size_t i = 0; i < points.size(); ++i) points[i] = first + i;
        const auto place_within = [&](std::size_t point) {
            std::vector<double> place = breeder_.plain(confirming_draws + point - first);
            for (const TellingRange& range : answer.ranges)
                place[range.dimension] = range.low + (range.high - range.low) * place[range.dimension];
            return place;
        };
        if (!runs_.complete(points, 1, place_within)) return false;
        for (const std::size_t point : points) {
            const double value = result_of(point, 0);
            if (!std::isfinite(value)) continue;
            ++answer.confirm_runs;
            answer.confirm_yes += exploration_.question->holds(value) ? 1 : 0;
        }
        return true;
    }

    const Exploration& exploration_;
    const ExploreOptions& options_;
    StoredRuns runs_;
    Breeder breeder_;
    Archive archive_;
    std::vector<std::vector<double>> places_;
    ExplorationResult result_;
};

StoreSubject subject_of(const Exploration& exploration) {
    StoreSubject subject{.kind = "exploration",
                         .kind_of = "an exploration",
                         .title = exploration.title,
                         .identity = exploration_identity(exploration),
                         .made_with = made_with_now({exploration.base}),
                         .columns = {}};
    for (const Statistic& result : explored_results()) subject.columns.emplace_back(result.name);
    return subject;
}

}  // namespace

ExplorationStore::ExplorationStore(const std::filesystem::path& file, const Exploration& exploration,
                                   bool other_program)
    : PointsStore(file, subject_of(exploration), other_program) {}

std::int64_t planned_runs(const Exploration& exploration) {
    std::int64_t runs = exploration.evaluations;
    if (exploration.question)
        runs += static_cast<std::int64_t>(most_repeated) * exploration.again + exploration.confirm;
    return runs;
}

ExplorationResult explore(const Exploration& exploration, ExplorationStore& store, Workforce& workforce,
                          const ExploreOptions& options) {
    return Course(exploration, store, workforce, options).pass();
}

}  // namespace algemeente

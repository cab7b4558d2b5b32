#include "analysis/prim.h"

#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <optional>
#include <utility>

namespace algemeente::analysis {

namespace {

using Index = Eigen::Index;
using Rows = std::vector<Index>;

bool inside(const Cases& cases, const Box& box, Index row) {
    const auto point = cases.points.row(row).transpose().array();
    return (point >= box.low.array()).all() && (point <= box.high.array()).all();
}

Rows rows_inside(const Cases& cases, const Box& box) {
    Rows rows;
    for (Index row = 0; row < cases.points.rows(); ++row)
        if (inside(cases, box, row)) rows.push_back(row);
    return rows;
}

std::size_t cases_in(const Cases& cases, const Rows& rows) {
    return static_cast<std::size_t>(std::count_if(
        rows.begin(), rows.end(), [&cases](Index row) { return cases.of_interest[static_cast<std::size_t>(row)]; }));
}

std::size_t restricted_inputs(const Box& box, const Box& whole) {
    return static_cast<std::size_t>(
        (box.low.array() != whole.low.array() || box.high.array() != whole.high.array()).count());
}

/// A box one step away.
struct Candidate {
    Box box;
    Rows rows;
    double gain = 0;  ///< in density, per point given up or taken in
    std::size_t restricted = 0;
};

class Search {
public:
    Search(const Cases& cases, const PrimSettings& settings)
        : cases_(cases), settings_(settings), whole_(box_around(cases.points)) {
        rows_.resize(static_cast<std::size_t>(cases.points.rows()));
        std::iota(rows_.begin(), rows_.end(), Index{0});
        total_cases_ = cases_in(cases, rows_);
        box_ = whole_;
        record();
    }

    void peel() {
        while (auto best = best_of([this](Index input, bool upper) { return peeled(input, upper); })) {
            if (best->rows.size() >= rows_.size() || !heavy_enough(*best) || !(best->gain > 0)) return;
            take(*best);
        }
    }

    void paste() {
        while (auto best = best_of([this](Index input, bool upper) { return pasted(input, upper); })) {
            if (best->rows.size() <= rows_.size() || !heavy_enough(*best) || !(best->gain > 0)) return;
            take(*best);
        }
    }

    std::vector<BoxOnTrajectory> trajectory() { return std::move(trajectory_); }

private:
    double density(const Rows& rows) const {
        return rows.empty() ? 0 : static_cast<double>(cases_in(cases_, rows)) / static_cast<double>(rows.size());
    }
    bool heavy_enough(const Candidate& candidate) const {
        return static_cast<double>(candidate.rows.size()) >=
               settings_.least_mass * static_cast<double>(cases_.points.rows());
    }

    std::vector<double> values_of(Index input, const Rows& rows) const {
        std::vector<double> values;
        values.reserve(rows.size());
        for (const Index row : rows) values.push_back(cases_.points(row, input));
        return values;
    }

    Candidate rated(Box box, Rows rows) const {
        const auto before = static_cast<double>(rows_.size());
        const auto after = static_cast<double>(rows.size());
        const double gain = before == after ? 0 : (density(rows) - density(rows_)) / std::abs(before - after);
        const std::size_t restricted = restricted_inputs(box, whole_);
        return {std::move(box), std::move(rows), gain, restricted};
    }

    std::optional<Candidate> peeled(Index input, bool upper) const {
        const double share = upper ? 1 - settings_.peel_share : settings_.peel_share;
        const double limit = halfway_quantile(values_of(input, rows_), share);
        Rows kept;
        for (const Index row : rows_) {
            const double value = cases_.points(row, input);
            if (upper ? value <= limit : value >= limit) kept.push_back(row);
        }
        Box box = box_;
        (upper ? box.high : box.low)[input] = limit;
        return rated(std::move(box), std::move(kept));
    }

    /// Moves a limit outwards, over `paste_share` of the points that only it keeps out.
    std::optional<Candidate> pasted(Index input, bool upper) const {
        Box box = box_;
        double& limit = (upper ? box.high : box.low)[input];
        const double outermost = (upper ? whole_.high : whole_.low)[input];
        if (limit == outermost) return std::nullopt;
        Box strip = box_;
        (upper ? strip.low : strip.high)[input] = limit;
        (upper ? strip.high : strip.low)[input] = outermost;
        const Rows beyond = rows_inside(cases_, strip);
        const double share = upper ? settings_.paste_share : 1 - settings_.paste_share;
        limit = beyond.empty() ? outermost : halfway_quantile(values_of(input, beyond), share);
        Rows rows = rows_inside(cases_, box);
        return rated(std::move(box), std::move(rows));
    }

    std::optional<Candidate> best_of(const std::function<std::optional<Candidate>(Index, bool)>& make) const {
        std::optional<Candidate> best;
        for (Index input = 0; input < cases_.points.cols(); ++input)
            for (const bool upper : {true, false}) {
                std::optional<Candidate> candidate = make(input, upper);
                if (!candidate) continue;
                const bool better = !best || candidate->gain > best->gain ||
                                    (candidate->gain == best->gain && candidate->restricted < best->restricted);
                if (better) best = std::move(candidate);
            }
        return best;
    }

    void take(Candidate& candidate) {
        box_ = std::move(candidate.box);
        rows_ = std::move(candidate.rows);
        record();
    }
    void record() {
        BoxMeasures measures;
        measures.points = rows_.size();
        measures.cases = cases_in(cases_, rows_);
        measures.coverage = static_cast<double>(measures.cases) / static_cast<double>(total_cases_);
        measures.density = density(rows_);
        measures.mass = static_cast<double>(rows_.size()) / static_cast<double>(cases_.points.rows());
        measures.restricted = restricted_inputs(box_, whole_);
        trajectory_.push_back({box_, measures});
    }

    const Cases& cases_;
    const PrimSettings& settings_;
    Box whole_;
    Box box_;
    Rows rows_;
    std::size_t total_cases_ = 0;
    std::vector<BoxOnTrajectory> trajectory_;
};

void check(const Cases& cases, const PrimSettings& settings) {
    for (const double share : {settings.peel_share, settings.paste_share})
        if (!(share > 0 && share < 0.5))
            throw InputError(fmt::format("prim: a share of {} cannot be peeled or pasted; expected 0..0.5", share));
    const auto of_interest = std::count(cases.of_interest.begin(), cases.of_interest.end(), true);
    const auto points = static_cast<std::ptrdiff_t>(cases.of_interest.size());
    if (of_interest == 0 || of_interest == points)
        throw InputError(
            fmt::format("prim: {} of {} points are of interest; choose a condition that some points meet "
                        "and some do not",
                        of_interest, points));
}

}  // namespace

double halfway_quantile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    const double place = static_cast<double>(values.size() - 1) * share;
    auto below = static_cast<std::size_t>(std::floor(place));
    auto above = static_cast<std::size_t>(std::ceil(place));
    if (share > 0.5) {
        while (below > 0 && values[below] == values[above]) --below;
    } else {
        while (above + 1 < values.size() && values[below] == values[above]) ++above;
    }
    return (values[below] + values[above]) / 2;
}

Box box_around(const Eigen::MatrixXd& points) {
    return {points.colwise().minCoeff().transpose(), points.colwise().maxCoeff().transpose()};
}

BoxMeasures measure(const Cases& cases, const Box& box) {
    const Rows rows = rows_inside(cases, box);
    BoxMeasures measures;
    measures.points = rows.size();
    measures.cases = cases_in(cases, rows);
    const auto total = std::count(cases.of_interest.begin(), cases.of_interest.end(), true);
    measures.coverage = total == 0 ? 0 : static_cast<double>(measures.cases) / static_cast<double>(total);
    measures.density = rows.empty() ? 0 : static_cast<double>(measures.cases) / static_cast<double>(rows.size());
    measures.mass = static_cast<double>(rows.size()) / static_cast<double>(cases.points.rows());
    measures.restricted = restricted_inputs(box, box_around(cases.points));
    return measures;
}

std::vector<BoxOnTrajectory> prim_trajectory(const Cases& cases, const PrimSettings& settings) {
    check(cases, settings);
    Search search(cases, settings);
    search.peel();
    search.paste();
    return search.trajectory();
}

}  // namespace algemeente::analysis

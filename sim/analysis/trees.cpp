#include "analysis/trees.h"

#include "random/design_luck.h"
#include "statistics/bootstrap.h"
#include "statistics/summary.h"
#include "text/error.h"
#include "threads/side_by_side.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstddef>

namespace algemeente::analysis {

namespace {

using Index = Eigen::Index;
using Rows = std::vector<Index>;

constexpr std::size_t fewest_points = 20;

/// The points whose outcome is finite.
struct Sample {
    Eigen::MatrixXd points;
    std::vector<double> outputs;
};

Sample known_points_of(const Eigen::MatrixXd& points, std::span<const double> outputs) {
    Rows rows;
    Sample sample;
    for (Index row = 0; row < points.rows(); ++row) {
        const double output = outputs[static_cast<std::size_t>(row)];
        if (!std::isfinite(output)) continue;
        rows.push_back(row);
        sample.outputs.push_back(output);
    }
    sample.points = points(rows, Eigen::all);
    return sample;
}

struct Split {
    Index input = -1;  ///< below 0: there is none
    double threshold = 0;
    double gain = 0;  ///< fall of the sum of squares
};

/// One tree, grown when it is made.
class Tree {
public:
    Tree(const Sample& sample, const TreeSettings& settings, std::uint64_t number)
        : sample_(sample),
          settings_(settings),
          number_(number),
          luck_(settings.seed),
          gains_(static_cast<std::size_t>(sample.points.cols()), 0.0) {
        std::vector<std::uint32_t> drawn(sample.outputs.size());
        draw_rows(settings.seed, number, drawn);
        is_drawn_.assign(drawn.size(), false);
        Rows rows;
        for (const std::uint32_t row : drawn) {
            rows.push_back(static_cast<Index>(row));
            is_drawn_[row] = true;
        }
        grow(std::move(rows));
    }

    const std::vector<double>& gains() const { return gains_; }
    bool has_seen(std::size_t row) const { return is_drawn_[row]; }

    double at(Index row) const {
        std::size_t node = 0;
        while (nodes_[node].split.input >= 0)
            node = sample_.points(row, nodes_[node].split.input) <= nodes_[node].split.threshold ? nodes_[node].below
                                                                                                 : nodes_[node].above;
        return nodes_[node].mean;
    }

private:
    struct Node {
        Split split;
        std::size_t below = 0;
        std::size_t above = 0;
        double mean = 0;
    };

    std::size_t grow(Rows rows) {
        const std::size_t node = nodes_.size();
        nodes_.emplace_back();
        double sum = 0;
        for (const Index row : rows) sum += sample_.outputs[static_cast<std::size_t>(row)];
        nodes_[node].mean = sum / static_cast<double>(rows.size());
        const Split split = rows.size() < settings_.least_points ? Split{} : best_split(rows, node);
        if (split.input < 0) return node;
        gains_[static_cast<std::size_t>(split.input)] += split.gain;
        Rows below;
        Rows above;
        for (const Index row : rows)
            (sample_.points(row, split.input) <= split.threshold ? below : above).push_back(row);
        rows.clear();
        rows.shrink_to_fit();
        nodes_[node].split = split;
        const std::size_t left = grow(std::move(below));
        const std::size_t right = grow(std::move(above));
        nodes_[node].below = left;
        nodes_[node].above = right;
        return node;
    }

    Split best_split(const Rows& rows, std::size_t node) const {
        double mean = nodes_[node].mean;
        Split best;
        for (Index input = 0; input < sample_.points.cols(); ++input) {
            const auto column = sample_.points.col(input);
            double low = column[rows.front()];
            double high = low;
            for (const Index row : rows) {
                low = std::min(low, column[row]);
                high = std::max(high, column[row]);
            }
            if (!(low < high)) continue;
            const double lot =
                luck_.uniform(DesignPurpose::tree_threshold, number_ << 32U | node, static_cast<std::uint32_t>(input));
            const double threshold = low + lot * (high - low);
            double count = 0;
            double sum = 0;  // of differences from the mean, below the threshold; above it is the same with a minus
            for (const Index row : rows)
                if (column[row] <= threshold) {
                    count += 1;
                    sum += sample_.outputs[static_cast<std::size_t>(row)] - mean;
                }
            const double others = static_cast<double>(rows.size()) - count;
            if (count == 0 || others == 0) continue;
            const double gain = sum * sum * (1 / count + 1 / others);
            if (gain > best.gain) best = {input, threshold, gain};
        }
        return best;
    }

    const Sample& sample_;
    const TreeSettings& settings_;
    std::uint64_t number_;
    DesignLuck luck_;
    std::vector<Node> nodes_;
    std::vector<double> gains_;
    std::vector<bool> is_drawn_;
};

/// What a tree leaves behind.
struct Grown {
    std::vector<double> shares;       ///< per input, of its gains
    std::vector<double> predictions;  ///< of points that it has not seen; NaN of others
};

Grown grown(const Sample& sample, const TreeSettings& settings, std::uint64_t number) {
    const Tree tree(sample, settings, number);
    Grown result{tree.gains(), std::vector<double>(sample.outputs.size(), std::nan(""))};
    double sum = 0;
    for (const double gain : result.shares) sum += gain;
    for (double& share : result.shares) share = sum > 0 ? share / sum : 0;
    for (std::size_t row = 0; row < sample.outputs.size(); ++row)
        if (!tree.has_seen(row)) result.predictions[row] = tree.at(static_cast<Index>(row));
    return result;
}

double share_predicted(const Sample& sample, const std::vector<Grown>& trees) {
    double squares = 0;
    std::vector<double> known;
    for (std::size_t row = 0; row < sample.outputs.size(); ++row) {
        std::vector<double> predictions;
        for (const Grown& tree : trees)
            if (!std::isnan(tree.predictions[row])) predictions.push_back(tree.predictions[row]);
        if (predictions.empty()) continue;
        const double off = sample.outputs[row] - mean_of(predictions);
        squares += off * off;
        known.push_back(sample.outputs[row]);
    }
    const double around = variance_of(known) * static_cast<double>(known.size() - 1);
    return around > 0 ? 1 - squares / around : 0;
}

}  // namespace

TreeScores tree_scores(const Eigen::MatrixXd& points, std::span<const double> outputs, const TreeSettings& settings) {
    if (settings.trees < 1) throw InputError("trees: at least one is needed");
    const Sample sample = known_points_of(points, outputs);
    if (sample.outputs.size() < fewest_points)
        throw InputError(fmt::format("trees: {} points with a result are too few; expected at least {}",
                                     sample.outputs.size(), fewest_points));
    std::vector<Grown> trees(static_cast<std::size_t>(settings.trees));
    std::atomic<std::size_t> next{0};
    work_side_by_side(thread_count(settings.threads), [&](std::size_t /*worker*/) {
        const std::size_t number = next.fetch_add(1);
        if (number >= trees.size()) return false;
        trees[number] = grown(sample, settings, number);
        return true;
    });
    TreeScores result;
    result.points = sample.outputs.size();
    result.r2 = share_predicted(sample, trees);
    for (std::size_t input = 0; input < static_cast<std::size_t>(points.cols()); ++input) {
        std::vector<double> shares;
        for (const Grown& tree : trees) shares.push_back(tree.shares[input]);
        result.scores.push_back(percentile_interval(mean_of(shares), shares, bootstrap_level));
    }
    return result;
}

}  // namespace algemeente::analysis

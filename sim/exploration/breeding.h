// Which points are run next: bred from points whose cells have been met least.
#pragma once

#include "calibration/calibration.h"
#include "exploration/exploration.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace algemeente {

/// The number of the cell in which results lie; nothing where one of the axes does not exist (NaN).
std::optional<std::size_t> cell_of(const std::vector<ExplorationAxis>& axes, std::span<const double> results);

/// Where along each axis a cell lies, from 0.
std::vector<int> places_of_cell(const std::vector<ExplorationAxis>& axes, std::size_t cell);

/// The points that have been run, by cell.
class Archive {
public:
    void add(std::size_t point, std::size_t cell) { cells_[cell].push_back(point); }
    std::size_t cells_reached() const { return cells_.size(); }
    const std::map<std::size_t, std::vector<std::size_t>>& cells() const { return cells_; }

private:
    std::map<std::size_t, std::vector<std::size_t>> cells_;
};

/// Breeds points of the unit cube of assumptions. What is bred hangs on the seed, the number of the point and the
/// archive, and on nothing else: not on threads, and not on other points of its generation.
class Breeder {
public:
    Breeder(std::uint64_t seed, std::size_t width) : seed_(seed), plain_(seed, width), width_(width) {}

    /// A plain draw of the priors.
    std::vector<double> plain(std::uint64_t number) const { return plain_.point(number); }

    /// A child of points in the archive, or, one time in ten and when the archive is empty, a plain draw. Parents come
    /// from the less met of two cells drawn at random. Half of the children have two parents and take each number from
    /// either; then a few numbers (for one child one in a hundred, for another three in ten) are drawn anew.
    std::vector<double> child(std::uint64_t number, const Archive& archive,
                              const std::vector<std::vector<double>>& points) const;

private:
    std::size_t parent(std::uint64_t number, std::uint32_t which, const Archive& archive) const;

    std::uint64_t seed_;
    CandidateSource plain_;
    std::size_t width_;
};

}  // namespace algemeente

#include "exploration/breeding.h"

#include "random/design_luck.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace algemeente {

namespace {

constexpr double plain_share = .1;
constexpr double two_parents_share = .5;
constexpr double changed_shares[] = {.01, .03, .1, .3};

// what is drawn for a child besides its parents
constexpr std::uint32_t lot_of_kind = 0;
constexpr std::uint32_t lot_of_pairing = 1;
constexpr std::uint32_t lot_of_change = 2;
constexpr std::uint32_t first_lot_of_parents = 10;

}  // namespace

std::optional<std::size_t> cell_of(const std::vector<ExplorationAxis>& axes, std::span<const double> results) {
    std::size_t cell = 0;
    for (const ExplorationAxis& axis : axes) {
        const double value = results[axis.result];
        if (!std::isfinite(value)) return std::nullopt;
        const double place = std::floor((value - axis.low) / (axis.high - axis.low) * axis.cells);
        const double within = std::clamp(place, 0.0, static_cast<double>(axis.cells - 1));
        cell = cell * static_cast<std::size_t>(axis.cells) + static_cast<std::size_t>(within);
    }
    return cell;
}

std::vector<int> places_of_cell(const std::vector<ExplorationAxis>& axes, std::size_t cell) {
    std::vector<int> places(axes.size());
    for (std::size_t axis = axes.size(); axis-- > 0;) {
        const auto cells = static_cast<std::size_t>(axes[axis].cells);
        places[axis] = static_cast<int>(cell % cells);
        cell /= cells;
    }
    return places;
}

std::size_t Breeder::parent(std::uint64_t number, std::uint32_t which, const Archive& archive) const {
    const DesignLuck luck(seed_);
    const auto count = static_cast<std::uint32_t>(archive.cells_reached());
    const std::uint32_t first = first_lot_of_parents + 3 * which;
    const auto drawn_cell = [&](std::uint32_t lot) -> const std::vector<std::size_t>& {
        const std::uint32_t place = luck.below(count, DesignPurpose::bred_choice, number, lot);
        return std::next(archive.cells().begin(), place)->second;
    };
    const std::vector<std::size_t>& one = drawn_cell(first);
    const std::vector<std::size_t>& other = drawn_cell(first + 1);
    const std::vector<std::size_t>& met_less = other.size() < one.size() ? other : one;
    return met_less[luck.below(static_cast<std::uint32_t>(met_less.size()), DesignPurpose::bred_choice, number,
                               first + 2)];
}

std::vector<double> Breeder::child(std::uint64_t number, const Archive& archive,
                                   const std::vector<std::vector<double>>& points) const {
    const DesignLuck luck(seed_);
    const auto lot = [&](std::uint32_t which) { return luck.uniform(DesignPurpose::bred_choice, number, which); };
    if (archive.cells_reached() == 0 || lot(lot_of_kind) < plain_share) return plain(number);
    std::vector<double> child = points[parent(number, 0, archive)];
    if (lot(lot_of_pairing) < two_parents_share) {
        const std::vector<double>& other = points[parent(number, 1, archive)];
        for (std::size_t d = 0; d < width_; ++d)
            if (luck.uniform(DesignPurpose::bred_heir, number, static_cast<std::uint32_t>(d)) < .5) child[d] = other[d];
    }
    const auto kinds = static_cast<std::uint32_t>(std::size(changed_shares));
    const double changed = changed_shares[luck.below(kinds, DesignPurpose::bred_choice, number, lot_of_change)];
    for (std::size_t d = 0; d < width_; ++d) {
        const auto coordinate = static_cast<std::uint32_t>(d);
        if (luck.uniform(DesignPurpose::bred_change, number, coordinate) < changed)
            child[d] = luck.uniform(DesignPurpose::bred_value, number, coordinate);
    }
    return child;
}

}  // namespace algemeente

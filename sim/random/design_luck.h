// Luck of designs: looked up by address like that of the model, from a key that no replicate has.
#pragma once

#include "random/luck.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace algemeente {

/// What chance is drawn for in a design. The order is part of every design: append, never insert.
enum class DesignPurpose : std::uint32_t {
    stratum_order,
    place_in_stratum,
    maximin_swap,
    morris_start,
    morris_direction,
    morris_order,
    digital_shift,
    owen,
    candidate,
    candidate_choice,
    // of points that an exploration breeds: a block of numbers of their own
    bred_choice = 32,
    bred_heir,
    bred_change,
    bred_value,
    // of trees that score inputs
    tree_threshold = 40,
    // of packages that a search breeds
    search_first = 48,
    search_parent,
    search_cross,
    search_cross_gene,
    search_mutate
};

class DesignLuck {
public:
    explicit DesignLuck(std::uint64_t seed) : key_(Luck(seed, std::uint64_t{1} << 63U).key()) {}

    std::uint32_t word(DesignPurpose purpose, std::uint64_t one, std::uint32_t other = 0) const {
        return philox4x32({static_cast<std::uint32_t>(one), static_cast<std::uint32_t>(one >> 32U), other,
                           static_cast<std::uint32_t>(purpose)},
                          key_)[0];
    }
    double uniform(DesignPurpose purpose, std::uint64_t one, std::uint32_t other = 0) const {
        return unit_interval(word(purpose, one, other));
    }
    /// A whole number from 0 to `count` - 1.
    std::uint32_t below(std::uint32_t count, DesignPurpose purpose, std::uint64_t one, std::uint32_t other = 0) const {
        return static_cast<std::uint32_t>((std::uint64_t{word(purpose, one, other)} * count) >> 32U);
    }
    /// 0 to `count` - 1 in an order of chance; `which` tells shuffles of one purpose apart.
    std::vector<std::uint32_t> shuffled(std::uint32_t count, DesignPurpose purpose, std::uint32_t which) const {
        std::vector<std::uint32_t> order(count);
        for (std::uint32_t i = 0; i < count; ++i) order[i] = i;
        for (std::uint32_t i = count; i > 1; --i) std::swap(order[i - 1], order[below(i, purpose, i, which)]);
        return order;
    }
    std::uint64_t key() const { return key_; }

private:
    std::uint64_t key_;
};

}  // namespace algemeente

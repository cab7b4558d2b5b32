// Which use cases a municipality has in use, packed so that those of several peers can be added up.
#pragma once

#include "parameters/use_cases.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace algemeente {

/// Four bits for each use case: 1 if it is in use, and, once the peers' are added up, how many have it in use.
struct UseCounts {
    static constexpr std::size_t bits = 4;              ///< enough to count all peers of a municipality
    static constexpr std::size_t per_word = 64 / bits;  ///< use cases in a word of 64 bits
    static constexpr std::uint64_t most = (std::uint64_t{1} << bits) - 1;

    std::array<std::uint64_t, (use_case_capacity + per_word - 1) / per_word> words{};

    /// Marks a use case as in use. `use_case` is below use_case_capacity.
    void mark(std::size_t use_case) {
        words[use_case / per_word] |= std::uint64_t{1} << (bits * (use_case % per_word));
    }

    /// Adds what another municipality has in use; at most `most` may be added up.
    void add(const UseCounts& other) {
        for (std::size_t w = 0; w < words.size(); ++w) words[w] += other.words[w];
    }

    /// Marks what another has marked; neither is a sum.
    void join(const UseCounts& other) {
        for (std::size_t w = 0; w < words.size(); ++w) words[w] |= other.words[w];
    }

    std::uint64_t of(std::size_t use_case) const {
        return (words[use_case / per_word] >> (bits * (use_case % per_word))) & most;
    }
    bool empty() const {
        return std::all_of(words.begin(), words.end(), [](std::uint64_t word) { return word == 0; });
    }

    bool operator==(const UseCounts&) const = default;
};

}  // namespace algemeente

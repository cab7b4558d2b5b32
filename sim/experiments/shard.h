// A part of a sweep: some of its points, in a store of its own, on a machine of its own. merge puts the parts together.
#pragma once

#include <cstdint>
#include <string>

namespace algemeente {

/// Part `part` of `parts`: every `parts`-th step of the sweep (see RunOrder), so that each part is spread over the
/// design.
struct Shard {
    int part = 1;  ///< from 1
    int parts = 1;

    bool is_whole() const { return parts == 1; }
    bool has(std::int64_t step) const { return step % parts == part - 1; }
    /// Steps of a sweep of so many that it has.
    std::int64_t steps_of(std::int64_t steps) const { return (steps - part + parts) / parts; }
    bool operator==(const Shard&) const = default;
};

/// "3/8". Throws InputError.
Shard read_shard(const std::string& text);
std::string shard_text(const Shard& shard);

}  // namespace algemeente

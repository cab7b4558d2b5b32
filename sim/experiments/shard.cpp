#include "experiments/shard.h"

#include "text/error.h"

#include <fmt/format.h>

#include <charconv>

namespace algemeente {

Shard read_shard(const std::string& text) {
    constexpr int most_parts = 100'000;
    Shard shard;
    const char* const end = text.data() + text.size();
    const auto [slash, first] = std::from_chars(text.data(), end, shard.part);
    const bool has_slash = first == std::errc{} && slash != end && *slash == '/';
    const auto [rest, second] = has_slash ? std::from_chars(slash + 1, end, shard.parts) : std::from_chars_result{};
    if (!has_slash || second != std::errc{} || rest != end || shard.part < 1 || shard.part > shard.parts ||
        shard.parts > most_parts)
        throw InputError(
            fmt::format("--shard: '{}' is no shard; write its number and how many there are, for example 3/8", text));
    return shard;
}

std::string shard_text(const Shard& shard) {
    return fmt::format("{}/{}", shard.part, shard.parts);
}

}  // namespace algemeente

// Who does the work beside the screen.
#pragma once

#include <chrono>
#include <cstdint>

namespace algemeente::viewer {

enum class Hands : std::uint8_t {
    threads,  ///< threads of their own
    turns     ///< whoever draws, a little after every frame: where there are no threads
};

/// Does pieces of work until `budget` has passed or nothing is left; at least one. True if something may be left.
template <typename Piece>
bool work_for(std::chrono::milliseconds budget, const Piece& piece) {
    const auto until = std::chrono::steady_clock::now() + budget;
    while (piece())
        if (std::chrono::steady_clock::now() >= until) return true;
    return false;
}

}  // namespace algemeente::viewer

// What a prediction is about.
#pragma once

#include <compare>
#include <cstddef>

namespace algemeente::viewer {

/// A line about one scenario and one outcome says nothing of any other.
struct Predicted {
    std::size_t slot = 0;
    std::size_t outcome = 0;

    auto operator<=>(const Predicted&) const = default;
};

}  // namespace algemeente::viewer

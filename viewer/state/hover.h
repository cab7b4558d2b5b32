// What the pointer is over. Views read what it was over in the frame before and write what it is over now, so the order
// in which panels are drawn does not matter and no panel echoes itself.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace algemeente::viewer {

struct Hover {
    std::optional<int> month{};         ///< of whatever chart the pointer is in
    std::optional<std::size_t> slot{};  ///< of the legend the pointer is on
    std::string package{};              ///< that the pointer is on, by name; empty: none

    bool operator==(const Hover&) const = default;
};

class HoverBuffers {
public:
    const Hover& hovered_previous_frame() const { return previous_; }
    /// A frame is over: what was written in it is what the next one reads.
    void next_frame(Hover hovered_this_frame) { previous_ = hovered_this_frame; }

private:
    Hover previous_;
};

}  // namespace algemeente::viewer

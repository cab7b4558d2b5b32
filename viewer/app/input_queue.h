// Keys and letters on their way to Dear ImGui 1.86, which sees only how keys are at a frame: a key that goes down and
// up within one frame is lost to it, and so is the order of keys and letters. The queue gives each frame as much as it
// can tell apart and keeps the rest for the next.
#pragma once

#include "viewer/platform/platform.h"

#include <deque>
#include <functional>

struct ImGuiIO;

namespace algemeente::viewer {

class InputQueue {
public:
    void push(std::vector<InputEvent> events);
    bool empty() const { return events_.empty(); }
    /// A field is about to take the keyboard: what comes belongs to it.
    void wait_for_field();
    /// The pointer has been pressed: whether on a field is known in two frames, and what was typed since may belong to
    /// it.
    void wait_for_press();
    /// Hands over what fits into this frame. `stroke` hears of every key that goes down; true says that a field is
    /// about to take the keyboard: what comes after belongs to it and waits.
    void feed(ImGuiIO& io, const std::function<bool(const KeyStroke&)>& stroke);

private:
    std::deque<InputEvent> events_;
    int waits_ = 0;  ///< frames, at most, until a field has taken the keyboard
};

}  // namespace algemeente::viewer

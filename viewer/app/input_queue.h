// Keys, letters and the pointer on their way to Dear ImGui 1.86, which sees only how things are at a frame: a key that
// goes down and up within one frame is lost to it, so is the second of two clicks, and the order of keys, letters and
// clicks. The queue gives each frame as much as it can tell apart and keeps the rest for the next.
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
    /// Hands over what fits into this frame. `stroke` hears of every key that goes down; true says that a field is
    /// about to take the keyboard: what comes after belongs to it and waits.
    void feed(ImGuiIO& io, const std::function<bool(const KeyStroke&)>& stroke);

private:
    struct Taken;

    void note_press(bool down);
    bool take_pointer(Taken& taken);
    bool take_key(ImGuiIO& io, Taken& taken, const std::function<bool(const KeyStroke&)>& stroke);

    std::deque<InputEvent> events_;
    int waits_ = 0;          ///< frames, at most, until a field has taken the keyboard
    bool pressed_ = false;   ///< the left button, as of the frame before
    bool pointing_ = false;  ///< the pointer comes as events; else the platform tells Dear ImGui itself
    InputEvent pointer_{};   ///< as Dear ImGui has been told
};

}  // namespace algemeente::viewer

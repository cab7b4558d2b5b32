#include "viewer/app/input_queue.h"

#include <imgui.h>

#include <algorithm>
#include <vector>

namespace algemeente::viewer {

namespace {

constexpr int control_left = 341, control_right = 345;
constexpr int shift_left = 340, shift_right = 344;
constexpr int alt_left = 342, alt_right = 346;
constexpr int most_keys = 512;
constexpr int frames_for_a_field = 4;
constexpr int frames_for_a_press = 3;  // this one, the one that draws the field as active, and the one that says so

/// Dear ImGui looks at this key; letters only together with Ctrl.
bool is_watched(const ImGuiIO& io, const InputEvent& event) {
    const bool letter = event.key >= 'A' && event.key <= 'Z';
    if (letter && (event.mods & 2) == 0) return false;
    return std::find(std::begin(io.KeyMap), std::end(io.KeyMap), event.key) != std::end(io.KeyMap);
}

bool is_modifier(int key) {
    return key >= shift_left && key <= 347;
}

void set_key(ImGuiIO& io, int key, bool down) {
    if (key < 0 || key >= most_keys) return;
    io.KeysDown[key] = down;
    if (!is_modifier(key)) return;
    io.KeyCtrl = io.KeysDown[control_left] || io.KeysDown[control_right];
    io.KeyShift = io.KeysDown[shift_left] || io.KeysDown[shift_right];
    io.KeyAlt = io.KeysDown[alt_left] || io.KeysDown[alt_right];
}

/// What this frame has taken already.
struct Taken {
    bool watched = false;  ///< a key that Dear ImGui looks at went down
    bool letters = false;
    std::vector<int> changed;  ///< keys that went down or up

    /// Whether the frame could not tell `event` apart from what it has.
    bool hides(const ImGuiIO& io, const InputEvent& event) const {
        if (event.kind == InputEvent::Kind::letter) return watched;
        if (std::find(changed.begin(), changed.end(), event.key) != changed.end()) return true;
        if (event.kind == InputEvent::Kind::up) return false;
        return watched || (letters && is_watched(io, event));
    }
};

}  // namespace

void InputQueue::push(std::vector<InputEvent> events) {
    events_.insert(events_.end(), events.begin(), events.end());
}

void InputQueue::wait_for_field() {
    waits_ = frames_for_a_field;
}

void InputQueue::wait_for_press() {
    waits_ = std::max(waits_, frames_for_a_press);
}

void InputQueue::feed(ImGuiIO& io, const std::function<bool(const KeyStroke&)>& stroke) {
    if (waits_ > 0) waits_ = io.WantTextInput ? 0 : waits_ - 1;
    Taken taken;
    while (waits_ == 0 && !events_.empty() && !taken.hides(io, events_.front())) {
        const InputEvent event = events_.front();
        events_.pop_front();
        if (event.kind == InputEvent::Kind::letter) {
            io.AddInputCharacter(event.letter);
            taken.letters = true;
            continue;
        }
        const bool down = event.kind != InputEvent::Kind::up;
        if (event.kind != InputEvent::Kind::repeat) set_key(io, event.key, down);
        if (is_watched(io, event)) taken.changed.push_back(event.key);
        taken.watched = taken.watched || (down && is_watched(io, event));
        if (!down) continue;
        if (is_modifier(event.key) || !stroke({event.key, event.mods})) continue;
        waits_ = frames_for_a_field;
        // the letter of a key that was a command is not typed into what it opens
        const bool typed = !events_.empty() && events_.front().kind == InputEvent::Kind::letter;
        if (typed && (event.mods & 2) == 0) events_.pop_front();
    }
}

}  // namespace algemeente::viewer

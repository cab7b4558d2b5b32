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
constexpr unsigned left_button = 1;
constexpr unsigned mouse_buttons = 3;
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

/// It changes no letter that has come as one; with Ctrl or Alt held, Dear ImGui takes no letters.
bool is_shift(int key) {
    return key == shift_left || key == shift_right;
}

void set_key(ImGuiIO& io, int key, bool down) {
    if (key < 0 || key >= most_keys) return;
    io.KeysDown[key] = down;
    if (!is_modifier(key)) return;
    io.KeyCtrl = io.KeysDown[control_left] || io.KeysDown[control_right];
    io.KeyShift = io.KeysDown[shift_left] || io.KeysDown[shift_right];
    io.KeyAlt = io.KeysDown[alt_left] || io.KeysDown[alt_right];
}

/// What Dear ImGui gets to know of the pointer: where it is, and what it holds.
void show_pointer(ImGuiIO& io, const InputEvent& pointer) {
    io.MousePos = {pointer.x, pointer.y};
    for (unsigned button = 0; button < mouse_buttons; ++button)
        io.MouseDown[button] = (pointer.buttons >> button & 1U) != 0;
}

}  // namespace

/// What this frame has taken already.
struct InputQueue::Taken {
    bool watched = false;  ///< a key that Dear ImGui looks at went down
    bool letters = false;
    bool moved = false;        ///< the pointer
    bool button = false;       ///< went down or up
    std::vector<int> changed;  ///< keys that went down or up

    /// Whether the frame could not tell `event` apart from what it has.
    bool hides(const ImGuiIO& io, const InputEvent& event) const {
        if (event.kind == InputEvent::Kind::letter) return watched;
        if (is_modifier(event.key)) return watched || (letters && !is_shift(event.key));
        if (std::find(changed.begin(), changed.end(), event.key) != changed.end()) return true;
        if (event.kind == InputEvent::Kind::up) return false;
        return watched || (letters && is_watched(io, event));
    }
};

void InputQueue::push(std::vector<InputEvent> events) {
    events_.insert(events_.end(), events.begin(), events.end());
}

void InputQueue::wait_for_field() {
    waits_ = frames_for_a_field;
}

/// Whether the left button went down on a field is known in two frames, and what was typed since may belong to it.
void InputQueue::note_press(bool down) {
    if (down && !pressed_) waits_ = std::max(waits_, frames_for_a_press);
    pressed_ = down;
}

/// Of moves the last counts. A button that changes takes a frame of its own, in which nothing else happens before it,
/// and it changes where the pointer has been for a frame: what lies there must know of it, and a drag end where it
/// ended. False: the rest of what came is for the next frame.
bool InputQueue::take_pointer(Taken& taken) {
    const InputEvent next = events_.front();
    if (taken.button) return false;
    pointing_ = true;
    const bool moves = next.x != pointer_.x || next.y != pointer_.y;
    const bool changes = next.buttons != pointer_.buttons;
    taken.moved = taken.moved || moves;
    pointer_.x = next.x;
    pointer_.y = next.y;
    if (changes && (taken.moved || taken.watched || taken.letters)) return false;
    taken.button = changes;
    pointer_.buttons = next.buttons;
    events_.pop_front();
    note_press((pointer_.buttons & left_button) != 0);
    return true;
}

/// False: the rest of what came is for a later frame.
bool InputQueue::take_key(ImGuiIO& io, Taken& taken, const std::function<bool(const KeyStroke&)>& stroke) {
    const InputEvent event = events_.front();
    if (waits_ > 0 || taken.hides(io, event)) return false;
    events_.pop_front();
    if (event.kind == InputEvent::Kind::letter) {
        io.AddInputCharacter(event.letter);
        taken.letters = true;
        return true;
    }
    const bool down = event.kind != InputEvent::Kind::up;
    if (event.kind != InputEvent::Kind::repeat) set_key(io, event.key, down);
    if (is_watched(io, event)) taken.changed.push_back(event.key);
    taken.watched = taken.watched || (down && is_watched(io, event));
    if (!down || is_modifier(event.key) || !stroke({event.key, event.mods})) return true;
    waits_ = frames_for_a_field;
    // the letter of a key that was a command is not typed into what it opens
    const bool typed = !events_.empty() && events_.front().kind == InputEvent::Kind::letter;
    if (typed && (event.mods & 2) == 0) events_.pop_front();
    return true;
}

void InputQueue::feed(ImGuiIO& io, const std::function<bool(const KeyStroke&)>& stroke) {
    if (waits_ > 0) waits_ = io.WantTextInput ? 0 : waits_ - 1;
    if (!pointing_) note_press(io.MouseDown[0]);
    Taken taken;
    while (!events_.empty()) {
        const bool pointer = events_.front().kind == InputEvent::Kind::pointer;
        if (!(pointer ? take_pointer(taken) : take_key(io, taken, stroke))) break;
    }
    if (pointing_) show_pointer(io, pointer_);
}

}  // namespace algemeente::viewer

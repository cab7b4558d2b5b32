// Where the window lives: a real window, a picture without a screen, or nowhere (for tests of the interface).
#pragma once

#include "viewer/state/preferences.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace algemeente::viewer {

struct Image {
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels{};  ///< RGBA, top row first
};

struct KeyStroke {
    int key = 0;
    int mods = 0;  ///< 1 Shift, 2 Ctrl
};

/// A key, a letter or the pointer, in the order in which they came.
struct InputEvent {
    enum class Kind : std::uint8_t { down, up, repeat, letter, pointer };
    Kind kind = Kind::down;
    int key = 0;
    int mods = 0;
    unsigned letter = 0;
    float x = 0, y = 0;    ///< of the pointer, in the units of the window's size
    unsigned buttons = 0;  ///< held from then on: 1 left, 2 right, 4 middle
};
/// Of the pointer when it is not over the window.
constexpr float pointer_away = -1;

/// The key by what is printed on it, whatever the layout: shortcuts are letters and signs. `name` is what the system
/// calls it, or null; a layout without Latin letters keeps the places of the usual ones.
int key_on_layout(int key, const char* name);

class Platform {
public:
    virtual ~Platform() = default;
    Platform() = default;
    Platform(const Platform&) = delete;
    Platform& operator=(const Platform&) = delete;

    /// Size in pixels and time for the next frame go to Dear ImGui.
    virtual void begin_frame() = 0;
    /// Shows what was drawn.
    virtual void end_frame() = 0;
    /// The font atlas was rebuilt.
    virtual void fonts_changed() = 0;
    /// Waits for input, a wake-up or `seconds`; true if there is a reason to draw.
    virtual bool wait(double seconds) = 0;
    /// From any thread: there is something new to draw.
    virtual void wake() = 0;
    virtual double content_scale() const = 0;
    virtual std::vector<std::filesystem::path> take_drops() { return {}; }
    virtual std::vector<InputEvent> take_input() { return {}; }
    /// Somebody wants to close the window. It stays open until the program ends.
    virtual bool take_close() { return false; }
    virtual void set_title(const std::string&) {}
    /// Where the window is; nothing if there is none.
    virtual std::optional<WindowPlace> place() const { return std::nullopt; }
    virtual void set_clipboard(const std::string& text) = 0;
    virtual std::string clipboard() { return {}; }
    /// True if what is on the clipboard must be asked for first: it comes as Ctrl+Shift+V, with it at hand.
    virtual bool asks_for_clipboard() { return false; }
    /// The address of the page that opens links, with nothing behind it. A browser knows its own; a window takes the
    /// variable ALGEMEENTE_PAGE, and without it a link is only what is behind the #.
    virtual std::string page_address() const;
    /// Draws one frame of that size with `draw` (between NewFrame and Render) and reads it back. Empty if it cannot.
    virtual Image picture(int width, int height, const std::function<void()>& draw) = 0;
    /// Calls `turn` again and again until it returns false. A browser returns at once, and calls when it has time.
    virtual void keep_turning(std::function<bool()> turn) {
        while (turn()) {
        }
    }
    /// How long work may hold up the next frame, where no threads do it.
    virtual std::chrono::milliseconds work_budget() const { return std::chrono::milliseconds(10); }
    /// A file or folder was written for a person; returns where it is found, for the notice.
    virtual std::string hand_over(const std::filesystem::path& written);
    /// Asks for files in the way of the system; they come as drops. False: there is none, the window has its own panel.
    virtual bool choose_files() { return false; }
};

/// Throws InputError when there is no display, or no EGL.
/// Without a place the system chooses where a window of that size goes; so it does when that place is on no screen.
std::unique_ptr<Platform> make_glfw_platform(int width, int height, const std::optional<WindowPlace>& place);
std::unique_ptr<Platform> make_egl_platform(int width, int height);

/// Nothing is drawn; keys and pointer come from whoever holds it.
class NullPlatform : public Platform {
public:
    NullPlatform(int width, int height);
    void begin_frame() override;
    void end_frame() override {}
    void fonts_changed() override;
    bool wait(double) override { return true; }
    void wake() override {}
    double content_scale() const override { return scale; }
    std::vector<std::filesystem::path> take_drops() override { return std::exchange(drops, {}); }
    std::vector<InputEvent> take_input() override;
    bool take_close() override { return std::exchange(close, false); }
    void set_title(const std::string& words) override { title = words; }
    void set_clipboard(const std::string& text) override { on_clipboard = text; }
    std::string clipboard() override { return on_clipboard; }
    Image picture(int, int, const std::function<void()>&) override { return {}; }

    std::vector<std::filesystem::path> drops;
    std::vector<KeyStroke> keys;  ///< struck and let go
    std::vector<InputEvent> input;
    std::string on_clipboard;
    bool close = false;
    std::string title;
    double scale = 1;  ///< of the screen
    /// From the next frame on.
    void resize(int width, int height) {
        width_ = width;
        height_ = height;
    }

private:
    int width_;
    int height_;
};

/// Throws InputError if the file cannot be written.
void write_png(const std::filesystem::path& file, const Image& image);
Image read_png(const std::filesystem::path& file);

}  // namespace algemeente::viewer

// What every widget needs: fonts, colours, language, and a register of what was drawn where.
#pragma once

#include "viewer/present.h"
#include "viewer/state/view_state.h"

#include <imgui.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace algemeente::viewer {

struct Fonts {
    ImFont* small = nullptr;
    ImFont* body = nullptr;
    ImFont* small_bold = nullptr;
    ImFont* bold = nullptr;
    ImFont* title = nullptr;
};

/// Loads Inter, else DejaVu, else the built-in font, at `scale`. Clears the atlas first.
Fonts load_fonts(double scale);

/// The layer of menus and lists, over all dialogs.
inline constexpr int popup_layer = 100;

/// A widget of this frame.
struct NotedItem {
    std::string key;
    Rect area;
    Rect clip;             ///< the part of the window in which it can be seen
    unsigned id = 0;       ///< 0: only words, it takes no input
    bool scrolls = false;  ///< what lies above or below `clip` can be reached by scrolling
    bool floats = false;   ///< it is on a panel that may lie over the window
    int layer = 0;         ///< 0 the window, above it what lies over it and is to be dealt with first
};

/// Where each widget of this frame is, by a key that no language changes.
class WidgetMap {
public:
    void begin_frame() {
        top_before_ = layer_;
        dialogs_before_.swap(dialogs_);
        now_.clear();
        items_.clear();
        layer_ = 0;
        dialogs_.clear();
        floating_ = false;
    }
    void note(const std::string& key, Rect area) { now_[key] = area; }
    void note(NotedItem item) {
        now_[item.key] = item.area;
        item.layer += layer_;
        item.floats = floating_;
        items_.push_back(std::move(item));
    }
    /// What is noted from now on lies over what was noted before.
    void begin_layer() { ++layer_; }
    /// What is noted stands beside what is being done, on a panel of its own that may lie over the window.
    void set_floating(bool floating) { floating_ = floating; }
    /// A dialog takes this room.
    void note_dialog(Rect area) { dialogs_.push_back(area); }
    const std::vector<Rect>& dialogs() const { return dialogs_; }
    /// Those of the frame before: what is drawn below them knows where they will be.
    const std::vector<Rect>& dialogs_before() const { return dialogs_before_; }
    /// Whether what is drawn now has no dialog over it that wants to be dealt with first.
    bool is_on_top() const { return layer_ >= top_before_; }
    /// In the order in which they were drawn.
    const std::vector<NotedItem>& items() const { return items_; }
    std::optional<Rect> find(const std::string& key) const {
        const auto found = now_.find(key);
        return found == now_.end() ? std::nullopt : std::optional<Rect>(found->second);
    }
    const std::map<std::string, Rect>& all() const { return now_; }

private:
    std::map<std::string, Rect> now_;
    std::vector<NotedItem> items_;
    std::vector<Rect> dialogs_;
    std::vector<Rect> dialogs_before_;
    bool floating_ = false;
    int layer_ = 0;
    int top_before_ = 0;
};

/// Which widget the keyboard works on.
struct Focus {
    std::string key;     ///< empty: none
    bool moved = false;  ///< since the last frame: its list scrolls to it
    int turned = 0;      ///< steps that the arrow keys ask a slider to take
};

struct Ui {
    Fonts fonts;
    float em = 16;  ///< height of body letters in pixels: the unit of all sizes
    /// A distance between widgets: so many eighths of that height, the grid on which all of them stand.
    float step(int eighths) const { return em * static_cast<float>(eighths) / 8; }
    Theme theme = Theme::light;
    Language language = Language::nl;
    WidgetMap* widgets = nullptr;
    Focus focus;

    ImU32 colour(Ink ink, float alpha = 1) const;
    ImVec4 colour4(Ink ink, float alpha = 1) const;
    const char* word(Word key) const { return label(key, language); }
};

/// Colours and spacing of Dear ImGui for a theme and scale.
void apply_style(Theme theme, float em);

/// Notes the last item under `key`.
void note_item(const Ui& ui, const std::string& key);

void draw_scene(ImDrawList& list, const Scene& scene, const Ui& ui);

/// A button with a stable key; `active` shows it as chosen. `width`: at least so wide, whatever its words.
bool button(const Ui& ui, const std::string& key, const char* words, bool active = false, const char* tip = nullptr,
            float width = 0);
/// Signs that stand for words where there is no room for them, drawn as paths.
enum class Icon : std::uint8_t { undo, redo };
/// A button with such a sign; the tip says it in words.
bool icon_button(const Ui& ui, const std::string& key, Icon icon, const char* tip);
float width_of_icon(const Ui& ui);
/// Text that breaks into lines.
void paragraph(const Ui& ui, std::string_view words, ImFont* font = nullptr, Ink ink = Ink::text);
/// The words with a break where the line is full, between words only: Dear ImGui also breaks behind a comma, and so
/// within "0,17".
std::string in_lines(std::string_view words, float width);
/// A tip of limited width beside the last item. It covers neither the item nor a dialog.
void tip_on_hover(const Ui& ui, std::string_view words);
/// A tip beside the pointer, to be filled and ended by ImGui::EndTooltip(); false where a dialog leaves no room for it,
/// or where one lies over what the pointer is on.
bool begin_pointer_tip(const Ui& ui);
/// The menu of that button, to be filled and ended by ImGui::EndPopup(): below it, or above it in the lower half of the
/// window, and never over it. False while it is closed.
bool begin_menu(const Ui& ui, const std::string& key, const std::string& popup);
void heading(const Ui& ui, const char* words);
/// The words, or as much of their beginning as is not wider than `width` in the current letters.
std::string fitted(const std::string& words, float width);
/// The first lines of wrapped words; where there are more, the last word of them gives way to a mark.
std::string first_lines(const std::string& wrapped, int most);
/// What a closed list of that width shows of its choice.
std::string fitted_choice(const std::string& words, float width);

struct SliderResult {
    bool moved = false;
    bool released = false;
    double value = 0;
};
/// A slider with a tick at `baseline`. `whole`: a switch between low and high.
SliderResult slider(const Ui& ui, const std::string& key, double value, double baseline, double low, double high,
                    bool whole);

/// The field of that key, which is drawn next, takes the keyboard. What is typed in it already gives way to the text
/// that it is drawn with: while it is at work Dear ImGui would keep its own.
void focus_field(const std::string& key);
/// It gives the keyboard up, and its own text with it.
void leave_field(const std::string& key);
/// A field to type in; true when its text changed.
bool text_field(const Ui& ui, const std::string& key, const char* hint, std::string& text, float width);
/// After such a field: the Enter key has just ended its editing.
bool was_entered();

/// The letter of a scenario in its box with its marker.
void letter_badge(const Ui& ui, std::size_t slot);

}  // namespace algemeente::viewer

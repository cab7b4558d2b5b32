// What every widget needs: fonts, colours, language, and a register of what was drawn where.
#pragma once

#include "viewer/present.h"
#include "viewer/state/view_state.h"

#include <imgui.h>

#include <map>
#include <optional>
#include <string>

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

/// Where each widget of this frame is, by a key that no language changes.
class WidgetMap {
public:
    void begin_frame() { now_.clear(); }
    void note(const std::string& key, Rect area) { now_[key] = area; }
    std::optional<Rect> find(const std::string& key) const {
        const auto found = now_.find(key);
        return found == now_.end() ? std::nullopt : std::optional<Rect>(found->second);
    }
    const std::map<std::string, Rect>& all() const { return now_; }

private:
    std::map<std::string, Rect> now_;
};

struct Ui {
    Fonts fonts;
    float em = 16;  ///< height of body letters in pixels: the unit of all sizes
    Theme theme = Theme::light;
    Language language = Language::nl;
    WidgetMap* widgets = nullptr;

    ImU32 colour(Ink ink, float alpha = 1) const;
    ImVec4 colour4(Ink ink, float alpha = 1) const;
    const char* word(Word key) const { return label(key, language); }
};

/// Colours and spacing of Dear ImGui for a theme and scale.
void apply_style(Theme theme, float em);

/// Notes the last item under `key`.
void note_item(const Ui& ui, const std::string& key);

void draw_scene(ImDrawList& list, const Scene& scene, const Ui& ui);

/// A button with a stable key; `active` shows it as chosen.
bool button(const Ui& ui, const std::string& key, const char* words, bool active = false, const char* tip = nullptr);
/// Text that breaks into lines.
void paragraph(const Ui& ui, std::string_view words, ImFont* font = nullptr, Ink ink = Ink::text);
/// A tip of limited width over the last item.
void tip_on_hover(const Ui& ui, std::string_view words);
void heading(const Ui& ui, const char* words);

struct SliderResult {
    bool moved = false;
    bool released = false;
    double value = 0;
};
/// A slider with a tick at `baseline`. `whole` snaps to 0 and 1 (a switch).
SliderResult slider(const Ui& ui, const std::string& key, double value, double baseline, double low, double high,
                    bool whole);

/// A field to type in; true when its text changed.
bool text_field(const Ui& ui, const std::string& key, const char* hint, std::string& text, float width);
/// After such a field: the Enter key has just ended its editing.
bool was_entered();

/// The letter of a scenario in its box with its marker.
void letter_badge(const Ui& ui, std::size_t slot);

}  // namespace algemeente::viewer

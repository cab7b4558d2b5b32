#include "viewer/widgets/ui.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>

namespace algemeente::viewer {

ImVec4 Ui::colour4(Ink ink, float alpha) const {
    const Colour c = colour_of(ink, theme);
    return {static_cast<float>(c.red) / 255.F, static_cast<float>(c.green) / 255.F, static_cast<float>(c.blue) / 255.F,
            alpha};
}

ImU32 Ui::colour(Ink ink, float alpha) const {
    return ImGui::ColorConvertFloat4ToU32(colour4(ink, alpha));
}

void apply_style(Theme theme, float em) {
    Ui ui;
    ui.theme = theme;
    ImGuiStyle style;
    if (theme == Theme::light) {
        ImGui::StyleColorsLight(&style);
    } else {
        ImGui::StyleColorsDark(&style);
    }
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.PopupBorderSize = 1;
    style.FrameBorderSize = 0;
    ui.em = em;
    style.WindowPadding = {ui.step(5), ui.step(4)};
    style.FramePadding = {ui.step(4), ui.step(2)};
    style.ItemSpacing = {ui.step(4), ui.step(3)};
    style.ItemInnerSpacing = {ui.step(2), ui.step(2)};
    style.ScrollbarSize = em * 0.7F;
    style.FrameRounding = em * 0.25F;
    style.PopupRounding = em * 0.3F;
    style.ChildRounding = em * 0.3F;
    style.ScrollbarRounding = em * 0.35F;
    const auto set = [&](ImGuiCol place, Ink ink, float alpha = 1) { style.Colors[place] = ui.colour4(ink, alpha); };
    set(ImGuiCol_Text, Ink::text);
    set(ImGuiCol_TextDisabled, Ink::soft_text);
    set(ImGuiCol_WindowBg, Ink::background);
    set(ImGuiCol_ChildBg, Ink::background, 0);
    set(ImGuiCol_PopupBg, Ink::background);
    set(ImGuiCol_Border, Ink::border);
    set(ImGuiCol_FrameBg, Ink::raised);
    set(ImGuiCol_FrameBgHovered, Ink::border);
    set(ImGuiCol_FrameBgActive, Ink::border);
    set(ImGuiCol_Button, Ink::raised);
    set(ImGuiCol_ButtonHovered, Ink::border);
    set(ImGuiCol_ButtonActive, Ink::neutral);
    set(ImGuiCol_Header, Ink::raised);
    set(ImGuiCol_HeaderHovered, Ink::border);
    set(ImGuiCol_HeaderActive, Ink::border);
    set(ImGuiCol_ScrollbarBg, Ink::background, 0);
    set(ImGuiCol_ScrollbarGrab, Ink::border);
    set(ImGuiCol_ScrollbarGrabHovered, Ink::neutral);
    set(ImGuiCol_Separator, Ink::border);
    set(ImGuiCol_TableRowBg, Ink::background, 0);
    set(ImGuiCol_TableRowBgAlt, Ink::panel);
    ImGui::GetStyle() = style;
}

void note_item(const Ui& ui, const std::string& key) {
    if (ui.widgets == nullptr) return;
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 size = ImGui::GetItemRectSize();
    const ImVec2 from = ImGui::GetWindowDrawList()->GetClipRectMin();
    const ImVec2 to = ImGui::GetWindowDrawList()->GetClipRectMax();
    const ImGuiWindow& window = *ImGui::GetCurrentWindowRead();
    const bool in_popup = (window.RootWindow->Flags & ImGuiWindowFlags_Popup) != 0;
    ui.widgets->note({.key = key,
                      .area = {low.x, low.y, size.x, size.y},
                      .clip = {from.x, from.y, to.x - from.x, to.y - from.y},
                      .id = ImGui::GetItemID(),
                      .scrolls = window.ScrollMax.y > 0,
                      .layer = in_popup ? popup_layer : 0});
    if (ui.focus.moved && ui.focus.key == key) ImGui::SetScrollHereY();
}

namespace {

bool meet(const Rect& one, const Rect& other) {
    return one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom();
}

/// Dialogs that the pointer is not in: a tip of something in a dialog may lie over the rest of that one.
std::vector<Rect> dialogs_beside_pointer(const Ui& ui) {
    std::vector<Rect> beside;
    if (ui.widgets == nullptr) return beside;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    for (const Rect& dialog : ui.widgets->dialogs_before())
        if (!dialog.contains({mouse.x, mouse.y})) beside.push_back(dialog);
    return beside;
}

/// The first of these corners from where a tip of that size lies in the window and over no dialog.
std::optional<ImVec2> first_free(const Ui& ui, ImVec2 size, const std::vector<ImVec2>& corners) {
    const std::vector<Rect> dialogs = dialogs_beside_pointer(ui);
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    for (const ImVec2& at : corners) {
        const Rect tip{at.x, at.y, size.x, size.y};
        if (at.x < 0 || at.y < 0 || tip.right() > screen.x || tip.bottom() > screen.y) continue;
        if (std::none_of(dialogs.begin(), dialogs.end(), [&](const Rect& one) { return meet(tip, one); })) return at;
    }
    return std::nullopt;
}

/// Below what it tells of, or above or beside it where there is no room: never over it, nor over a dialog.
std::optional<ImVec2> place_of_tip(const Ui& ui, ImVec2 size) {
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 high = ImGui::GetItemRectMax();
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float gap = ui.step(2);
    std::vector<float> columns{std::clamp(ImGui::GetIO().MousePos.x, gap, std::max(gap, screen.x - size.x - gap))};
    for (const Rect& dialog : dialogs_beside_pointer(ui)) {
        columns.push_back(dialog.x - size.x - gap);
        columns.push_back(dialog.right() + gap);
    }
    std::vector<ImVec2> corners;
    for (const float x : columns)
        for (const float y : {high.y + gap, low.y - gap - size.y}) corners.push_back({x, y});
    // a long one in a low window: beside it
    const float y = std::clamp(low.y, 0.F, std::max(0.F, screen.y - size.y));
    for (const float x : {high.x + gap, low.x - gap - size.x}) corners.push_back({x, y});
    return first_free(ui, size, corners);
}

bool may_tell(const Ui& ui) {
    return ui.widgets == nullptr || ui.widgets->is_on_top();
}

/// The pointer has not moved since it clicked: whoever clicked looks at what came of it, and what lies under the
/// pointer now may not be what was clicked.
bool rests_after_click() {
    const ImGuiIO& io = ImGui::GetIO();
    return io.MouseClickedTime[0] > 0 && io.MousePos.x == io.MouseClickedPos[0].x &&
           io.MousePos.y == io.MouseClickedPos[0].y;
}

/// As large as it was when it was drawn last; of a first time nothing is known.
ImVec2 size_of_window(const char* name) {
    const ImGuiWindow* window = ImGui::FindWindowByName(name);
    return window != nullptr ? window->SizeFull : ImVec2{0, 0};
}

}  // namespace

bool begin_pointer_tip(const Ui& ui) {
    if (!may_tell(ui)) return false;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const ImVec2 size = size_of_window("##Tooltip_00");
    const float off = ui.em;
    const auto at = first_free(ui, size,
                               {{mouse.x + off, mouse.y + off / 2},
                                {mouse.x - off - size.x, mouse.y + off / 2},
                                {mouse.x + off, mouse.y - off / 2 - size.y},
                                {mouse.x - off - size.x, mouse.y - off / 2 - size.y}});
    if (!at) return false;
    ImGui::SetNextWindowPos(*at);
    ImGui::BeginTooltip();
    return true;
}

bool begin_menu(const Ui& ui, const std::string& key, const std::string& popup) {
    const std::optional<Rect> from = ui.widgets != nullptr ? ui.widgets->find(key) : std::nullopt;
    if (from) {
        const ImVec2 screen = ImGui::GetIO().DisplaySize;
        const bool below = from->y + from->height / 2 < screen.y / 2;
        char name[24];
        std::snprintf(name, sizeof name, "##Popup_%08x", ImGui::GetID(popup.c_str()));
        const float x = std::max(0.F, std::min(from->x, screen.x - size_of_window(name).x));
        ImGui::SetNextWindowPos({x, below ? from->bottom() : from->y}, ImGuiCond_Always, {0, below ? 0.F : 1.F});
    }
    return ImGui::BeginPopup(popup.c_str());
}

void tip_on_hover(const Ui& ui, std::string_view words) {
    if (words.empty() || !ImGui::IsItemHovered() || !may_tell(ui) || rests_after_click()) return;
    const std::string lines = in_lines(words, ui.em * 24);
    const ImVec2 text = ImGui::CalcTextSize(lines.c_str());
    const ImVec2 edge = ImGui::GetStyle().WindowPadding;
    const auto at = place_of_tip(ui, {text.x + edge.x * 2, text.y + edge.y * 2});
    if (!at) return;
    ImGui::SetNextWindowPos(*at);
    ImGui::BeginTooltip();
    ImGui::TextUnformatted(lines.c_str());
    ImGui::EndTooltip();
}

bool button(const Ui& ui, const std::string& key, const char* words, bool active, const char* tip, float width) {
    if (active) {
        ImGui::PushStyleColor(ImGuiCol_Button, ui.colour(Ink::accent));
        ImGui::PushStyleColor(ImGuiCol_ButtonHovered, ui.colour(Ink::accent));
        ImGui::PushStyleColor(ImGuiCol_ButtonActive, ui.colour(Ink::accent));
        ImGui::PushStyleColor(ImGuiCol_Text, ui.colour(Ink::on_accent));
    }
    const bool pressed = ImGui::Button((std::string(words) + "###" + key).c_str(), {width, 0});
    if (active) ImGui::PopStyleColor(4);
    note_item(ui, key);
    if (tip != nullptr) tip_on_hover(ui, tip);
    return pressed;
}

namespace {

/// An arrow that turns back, or forward.
void draw_icon(ImDrawList& list, Icon icon, ImVec2 c, float r, ImU32 ink) {
    const float way = icon == Icon::undo ? -1.F : 1.F;  // where the arrow points
    constexpr float pi = 3.14159265F;
    const float thick = r * 0.3F;
    const ImVec2 middle = {c.x - way * r * 0.1F, c.y + r * 0.3F};
    constexpr int steps = 16;
    for (int i = 0; i <= steps; ++i) {  // three quarters of a half turn, from the tip backwards
        const float angle = pi * (-0.5F + 1.0F * static_cast<float>(i) / steps);
        list.PathLineTo({middle.x - way * std::cos(angle) * r * 0.75F, middle.y + std::sin(angle) * r * 0.75F});
    }
    list.PathStroke(ink, 0, thick);
    const ImVec2 start = {middle.x, middle.y - r * 0.75F};
    list.AddLine(start, {start.x + way * r * 0.55F, start.y}, ink, thick);
    const float x = start.x + way * r * 0.4F;
    list.AddTriangleFilled({x, start.y - r * 0.55F}, {x + way * r * 0.65F, start.y}, {x, start.y + r * 0.55F}, ink);
}

}  // namespace

float width_of_icon(const Ui& ui) {
    return ui.em * 1.9F;
}

bool icon_button(const Ui& ui, const std::string& key, Icon icon, const char* tip) {
    const ImVec2 size = {width_of_icon(ui), ImGui::GetFrameHeight()};
    const bool pressed = ImGui::Button(("###" + key).c_str(), size);
    note_item(ui, key);
    const ImVec2 low = ImGui::GetItemRectMin();
    draw_icon(*ImGui::GetWindowDrawList(), icon, {low.x + size.x / 2, low.y + size.y / 2}, ui.em * 0.42F,
              ui.colour(Ink::text));
    tip_on_hover(ui, tip);
    return pressed;
}

void paragraph(const Ui& ui, std::string_view words, ImFont* font, Ink ink) {
    ImGui::PushFont(font != nullptr ? font : ui.fonts.body);
    ImGui::PushStyleColor(ImGuiCol_Text, ui.colour(ink));
    ImGui::PushTextWrapPos(0);  // what is wider than a line on its own is still broken
    ImGui::TextUnformatted(in_lines(words, ImGui::GetContentRegionAvail().x).c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

std::string in_lines(std::string_view words, float width) {
    std::string text;
    float used = 0;
    const float space = ImGui::CalcTextSize(" ").x;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find_first_of(" \n"), words.size());
        const float own = ImGui::CalcTextSize(words.data(), words.data() + end).x;
        const bool begins = text.empty() || text.back() == '\n';
        if (!begins && text.back() == ' ' && used + own > width) {
            text.back() = '\n';
            used = 0;
        }
        text.append(words.substr(0, end));
        used += own;
        if (end == words.size()) break;
        text += words[end];
        used = words[end] == '\n' ? 0 : used + space;
        words.remove_prefix(end + 1);
    }
    return text;
}

void heading(const Ui& ui, const char* words) {
    ImGui::PushFont(ui.fonts.bold);
    ImGui::TextUnformatted(words);
    ImGui::PopFont();
}

std::string first_lines(const std::string& wrapped, int most) {
    std::size_t end = 0;
    for (int line = 0; line < most; ++line) {
        end = wrapped.find('\n', line == 0 ? 0 : end + 1);
        if (end == std::string::npos) return wrapped;
    }
    const std::size_t space = wrapped.rfind(' ', end);
    return wrapped.substr(0, space == std::string::npos ? end : space) + " \u2026";
}

std::string fitted(const std::string& words, float width) {
    if (ImGui::CalcTextSize(words.c_str()).x <= width) return words;
    std::string kept = words;
    while (!kept.empty() && ImGui::CalcTextSize((kept + "\u2026").c_str()).x > width) {
        while (!kept.empty() && (static_cast<unsigned char>(kept.back()) & 0xC0U) == 0x80U) kept.pop_back();
        if (!kept.empty()) kept.pop_back();  // with the bytes before it, one letter
    }
    return kept + "\u2026";
}

std::string fitted_choice(const std::string& words, float width) {
    return fitted(words, width - ImGui::GetFrameHeight() - ImGui::GetStyle().FramePadding.x * 2);
}

void leave_field(const std::string& key) {
    const ImGuiID id = ImGui::GetID(("###" + key).c_str());
    if (ImGui::GetActiveID() == id) ImGui::ClearActiveID();
    if (ImGuiInputTextState* state = ImGui::GetInputTextState(id)) state->ID = 0;
}

void focus_field(const std::string& key) {
    leave_field(key);
    ImGui::SetKeyboardFocusHere();
}

bool text_field(const Ui& ui, const std::string& key, const char* hint, std::string& text, float width) {
    std::array<char, 1024> room{};  // a path can be long
    std::strncpy(room.data(), text.c_str(), room.size() - 1);
    ImGui::SetNextItemWidth(width);
    const bool changed = ImGui::InputTextWithHint(("###" + key).c_str(), hint, room.data(), room.size());
    note_item(ui, key);
    if (changed) text = room.data();
    return changed;
}

bool was_entered() {
    return ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false);
}

namespace {

/// A switch: a press turns it over; its knob is at the right when it is on.
SliderResult draw_switch(const Ui& ui, const std::string& key, double value, double low, double high) {
    const ImVec2 size = {ui.em * 2.1F, ui.em * 1.15F};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool pressed = ImGui::InvisibleButton(("###" + key).c_str(), size);
    note_item(ui, key);
    const bool turned = pressed || (ui.focus.turned != 0 && ui.focus.key == key);
    bool on = value >= (low + high) / 2;
    if (turned) on = !on;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float radius = size.y / 2;
    list.AddRectFilled(at, {at.x + size.x, at.y + size.y}, ui.colour(on ? Ink::accent : Ink::border), radius);
    const float x = on ? at.x + size.x - radius : at.x + radius;
    list.AddCircleFilled({x, at.y + radius}, radius * 0.75F, ui.colour(on ? Ink::on_accent : Ink::background), 24);
    return {.moved = turned, .released = turned, .value = turned ? (on ? high : low) : value};
}

/// The value under the pointer or one step of the arrow keys further, if either is at work.
std::optional<double> wanted_value(const Ui& ui, const std::string& key, double value, double baseline, double low,
                                   double high, Range pixels) {
    const double step = (high - low) / 200;  // steps that read well
    if (ui.focus.turned != 0 && ui.focus.key == key) return std::clamp(value + ui.focus.turned * step * 2, low, high);
    if (!ImGui::IsItemActive() || !ImGui::GetIO().MouseDown[0]) return std::nullopt;
    const double share = std::clamp((ImGui::GetIO().MousePos.x - pixels.low) / pixels.span(), 0.0, 1.0);
    const double wanted = low + std::round(share * (high - low) / step) * step;
    // beside the baseline it snaps to it
    return std::abs(wanted - baseline) < 2 * step ? baseline : wanted;
}

}  // namespace

SliderResult slider(const Ui& ui, const std::string& key, double value, double baseline, double low, double high,
                    bool whole) {
    if (whole) return draw_switch(ui, key, value, low, high);
    const float width = std::max(ui.em, ImGui::GetContentRegionAvail().x);
    const float height = ui.em * 1.15F;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::InvisibleButton(("###" + key).c_str(), {width, height});
    note_item(ui, key);
    const float radius = ui.em * 0.42F;
    const float left = at.x + radius;
    const float span = std::max(1.F, width - 2 * radius);
    SliderResult result{.value = value};
    const bool by_key = ui.focus.turned != 0 && ui.focus.key == key;
    if (const auto wanted = wanted_value(ui, key, value, baseline, low, high, {left, left + span})) {
        result.moved = *wanted != value;
        result.value = *wanted;
    }
    result.released = by_key || (ImGui::IsItemDeactivated() && ImGui::GetIO().MouseReleased[0]);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto x_of = [&](double v) { return left + static_cast<float>((v - low) / (high - low)) * span; };
    const float middle = at.y + height * 0.5F;
    const float thick = ui.em * 0.16F;
    list.AddRectFilled({left, middle - thick}, {left + span, middle + thick}, ui.colour(Ink::border), thick);
    const float from = std::min(x_of(baseline), x_of(result.value));
    const float to = std::max(x_of(baseline), x_of(result.value));
    list.AddRectFilled({from, middle - thick}, {to, middle + thick}, ui.colour(Ink::soft_text), thick);
    list.AddRectFilled({x_of(baseline) - 1, middle - radius}, {x_of(baseline) + 1, middle + radius},
                       ui.colour(Ink::soft_text));
    const bool lit = ImGui::IsItemHovered() || ImGui::IsItemActive();
    list.AddCircleFilled({x_of(result.value), middle}, lit ? radius * 1.12F : radius, ui.colour(Ink::accent), 24);
    return result;
}

void letter_badge(const Ui& ui, std::size_t slot) {
    const float side = ui.em * 1.25F;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::Dummy({side * 1.6F, side});
    Scene scene;
    scene.add(Marker{.at = {at.x + side * 0.35F, at.y + side * 0.52F},
                     .radius = ui.em * 0.3F,
                     .shape = shape_of(slot),
                     .ink = Ink::text});
    scene.add(
        Text{.at = {at.x + side * 0.8F, at.y + side * 0.06F}, .words = letter_of(slot), .size = ui.em, .bold = true});
    draw_scene(*ImGui::GetWindowDrawList(), scene, ui);
}

}  // namespace algemeente::viewer

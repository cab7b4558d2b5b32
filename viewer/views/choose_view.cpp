// Choose: packages of levers as spots and as lines, limits that thin them, and the one that goes into B.
#include "viewer/views/chart_pointer.h"
#include "viewer/views/choose_page.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {

namespace {

constexpr const char* spots_key = "choose.chart.spots";

std::string key_of_axis(std::size_t axis) {
    return "choose.chart.axis." + std::to_string(axis);
}

void choose(CommandSink& sink, const PackageShown& one) {
    sink.send(ChoosePackage{one.name, one.title, one.changes});
}

/// A list of the axes; the arrow says which way the spots lie along it.
void draw_axis_choice(const ViewContext& context, CommandSink& sink, const PackageLight& light, bool across) {
    const Ui& ui = context.ui;
    const Packages& packages = context.derived.front.packages.value();
    const std::size_t now = across ? light.across : light.upwards;
    const std::string key = across ? "choose.across" : "choose.upwards";
    const float width = std::clamp((ImGui::GetWindowContentRegionMax().x - ui.em * 17) / 2, ui.em * 9, ui.em * 13);
    if (across) flow(width, ui.step(3));
    ImGui::SetNextItemWidth(width);
    const std::string words = (across ? "\u2192 " : "\u2191 ") + packages.axes[now].title;
    const bool open = ImGui::BeginCombo(("###" + key).c_str(), fitted_choice(words, width).c_str());
    note_item(ui, key);
    if (!open) {
        tip_on_hover(
            ui, context.word(across ? Word::choose_across : Word::choose_upwards) + (": " + packages.axes[now].title));
        return;
    }
    for (std::size_t axis = 0; axis < packages.axes.size(); ++axis) {
        const std::string row = key + "." + std::to_string(axis);
        if (ImGui::Selectable((packages.axes[axis].title + "###" + row).c_str(), axis == now))
            sink.send(SetPackageAxis{across, axis});
        note_item(ui, row);
    }
    ImGui::EndCombo();
}

std::string finding_words(const ViewContext& context) {
    const Finding& finding = context.derived.front.finding;
    const Language language = context.language();
    return filled(context.word(Word::choose_finding), count_words(finding.looked_at, language),
                  count_words(finding.unbeaten, language), number_words(finding.share, language, {.percent = true}));
}

/// Searching for packages of one's own, how far that is, and the way back to those that came with the program.
void draw_finding(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    const FrontShown& front = context.derived.front;
    if (!front.can_find) return;
    const auto press = [&](const char* key, Word words, Word tip, const Command& command) {
        flow(context.word(words), ui.step(6));
        if (button(ui, key, context.word(words), true, context.word(tip))) sink.send(command);
    };
    if (front.finding.stage == Finding::Stage::searching) {
        const std::string words = finding_words(context);
        flow(ImGui::CalcTextSize(words.c_str()).x, ui.step(6));
        ImGui::AlignTextToFramePadding();
        ImGui::TextUnformatted(words.c_str());
        note_item(ui, "choose.finding");
        press("choose.stop", Word::choose_stop, Word::choose_stop_tip, StopFinding{});
        return;
    }
    const bool limited = context.view().choosing.is_limited();
    press("choose.find", limited ? Word::choose_find_within : Word::choose_find, Word::choose_find_tip, FindPackages{});
    if (front.finding.stage == Finding::Stage::nothing || front.finding.stage == Finding::Stage::failed) {
        const std::string words = front.finding.stage == Finding::Stage::nothing
                                      ? context.word(Word::choose_found_nothing)
                                      : filled(context.word(Word::choose_find_failed), front.finding.problem);
        paragraph(ui, words, nullptr, Ink::problem);
        note_item(ui, "choose.found_nothing");
    }
    if (!front.own) return;
    if (front.shows_own())
        press("choose.kept", Word::choose_kept, Word::choose_kept_tip, ShowFound{false});
    else
        press("choose.own", Word::choose_own, Word::choose_own_tip, ShowFound{true});
}

void draw_choices(const ViewContext& context, CommandSink& sink, const PackageLight& light) {
    const Ui& ui = context.ui;
    draw_axis_choice(context, sink, light, false);
    draw_axis_choice(context, sink, light, true);
    const std::string count = packages_in_sight(context, light);
    flow(ImGui::CalcTextSize(count.c_str()).x, ui.step(6));
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(count.c_str());
    note_item(ui, "choose.count");
    if (context.view().choosing.is_limited()) {
        flow(context.word(Word::choose_clear), ui.step(6));
        if (button(ui, "choose.clear", context.word(Word::choose_clear), true, context.word(Word::choose_clear_tip)))
            sink.send(ClearPackageLimits{});
    }
    draw_finding(context, sink);
}

/// A hand on the spots: what it points at, and a click that chooses.
void handle_spots(const ViewContext& context, CommandSink& sink, const PackageLight& light, const SpotsPlace& place) {
    const Ui& ui = context.ui;
    const Packages& packages = context.derived.front.packages.value();
    const Rect& plot = place.plot.area;
    ImGui::SetCursorScreenPos({plot.x, plot.y});
    const bool pressed = ImGui::InvisibleButton((std::string("###") + spots_key).c_str(),
                                                {std::max(1.F, plot.width), std::max(1.F, plot.height)});
    note_item(ui, spots_key);
    const ImGuiIO& io = ImGui::GetIO();
    const bool clicked = pressed && io.MouseReleased[0];
    if (ImGui::IsItemHovered()) {
        const auto under = spot_under(place, packages, light, {io.MousePos.x, io.MousePos.y}, ui.em);
        if (under) sink.hover_package(packages.all[*under].name);
        if (under && clicked) choose(sink, packages.all[*under]);
    }
    // else it was the Enter key, with the ring on the chart
    if (pressed && !clicked && light.pointed) choose(sink, packages.all[*light.pointed]);
}

bool was_dragged() {
    constexpr float click_reach = 9;  // pixels squared
    return ImGui::GetIO().MouseDragMaxDistanceSqr[0] >= click_reach;
}

/// A hand that draws along an axis sets a limit, or takes an end of one along.
void drag_limit(CommandSink& sink, const PackageLight& light, const LinesPlace& place, const PackageAxis& axis,
                std::size_t position, float reach) {
    constexpr float begun_reach = 9;
    const ImGuiIO& io = ImGui::GetIO();
    const ImVec2 pressed = io.MouseClickedPos[0];
    const ImVec2 was = {io.MousePos.x - io.MouseDelta.x, io.MousePos.y - io.MouseDelta.y};
    const float far = (was.x - pressed.x) * (was.x - pressed.x) + (was.y - pressed.y) * (was.y - pressed.y);
    const bool begins = far < begun_reach;
    const std::optional<Range> before = position < light.limits.size() ? light.limits[position] : std::nullopt;
    const double near = static_cast<double>(reach / std::max(1.F, place.area.width)) * axis.range.span();
    sink.send(SetPackageLimit{position, dragged_limit(before, place.value_at(axis, begins ? pressed.x : was.x),
                                                      place.value_at(axis, io.MousePos.x), begins, near)});
}

/// The arrow keys move the worse end of a limit, in twentieths of the axis.
void step_limit(CommandSink& sink, const PackageLight& light, const PackageAxis& axis, std::size_t position,
                int steps) {
    constexpr double part = 0.05;
    const double by = steps * part * axis.range.span();
    const std::optional<Range> before = position < light.limits.size() ? light.limits[position] : std::nullopt;
    Range limit = before.value_or(axis.range);
    if (axis.more_is_better)
        limit.low = std::clamp(limit.low + by, axis.range.low, limit.high);
    else
        limit.high = std::clamp(limit.high - by, limit.low, axis.range.high);
    sink.send(SetPackageLimit{position, limit});
}

void handle_axis(const ViewContext& context, CommandSink& sink, const PackageLight& light, const LinesPlace& place,
                 std::size_t position) {
    const Ui& ui = context.ui;
    const Packages& packages = context.derived.front.packages.value();
    const PackageAxis& axis = packages.axes[position];
    const Rect row = place.row(position);
    const float reach = ui.em * 0.5F;
    const std::string key = key_of_axis(position);
    ImGui::SetCursorScreenPos({row.x - reach, row.y});
    const bool pressed =
        ImGui::InvisibleButton(("###" + key).c_str(), {row.width + reach * 2, std::max(1.F, row.height)});
    note_item(ui, key);
    const bool limited = position < light.limits.size() && light.limits[position].has_value();
    if (ui.focus.key == key && ui.focus.turned != 0) step_limit(sink, light, axis, position, ui.focus.turned);
    if (ImGui::IsItemActive() && ImGui::GetIO().MouseDown[0] && was_dragged()) {
        drag_limit(sink, light, place, axis, position, reach);
        return;
    }
    const PackageShown* under = nullptr;
    if (ImGui::IsItemHovered()) {
        const float x = ImGui::GetIO().MousePos.x;
        if (const auto found = line_under(place, packages, light, position, x, reach)) under = &packages.all[*found];
    }
    if (under != nullptr) sink.hover_package(under->name);
    const bool clicked = pressed && ImGui::GetIO().MouseReleased[0];  // else it was the Enter key
    if (!pressed || (clicked && was_dragged())) return;
    if (limited)
        sink.send(SetPackageLimit{position, std::nullopt});
    else if (clicked && under != nullptr)
        choose(sink, *under);
}

/// Whether the keys are those of the page: nothing lies over it, and nobody types.
bool page_has_keys(const ViewContext& context) {
    const ViewState& view = context.view();
    const bool on_top = context.ui.widgets == nullptr || context.ui.widgets->is_on_top();
    const bool menu = ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
    return on_top && !menu && !ImGui::GetIO().WantTextInput && view.tour_step == 0 && !view.lane.month &&
           view.municipality_search.empty();
}

void handle_keys(const ViewContext& context, CommandSink& sink, const PackageLight& light) {
    if (!page_has_keys(context)) return;
    const Packages& packages = context.derived.front.packages.value();
    const auto pressed = [](ImGuiKey key, bool again) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), again); };
    const std::string& ring = context.ui.focus.key;
    int by = (pressed(ImGuiKey_DownArrow, true) ? 1 : 0) - (pressed(ImGuiKey_UpArrow, true) ? 1 : 0);
    if (ring == spots_key) by += context.ui.focus.turned;
    if (by != 0)
        if (const auto next = next_package(packages, light, by)) sink.send(PointPackage{packages.all[*next].name});
    const bool enter = pressed(ImGuiKey_Enter, false) || pressed(ImGuiKey_KeyPadEnter, false);
    if (enter && ring.empty() && light.pointed && light.in_sight[*light.pointed])
        choose(sink, packages.all[*light.pointed]);
}

/// What the package at hand does, what one would regret, and where all of this comes from.
void draw_words(const ViewContext& context, const PackageLight& light, float height) {
    const Ui& ui = context.ui;
    const Packages& packages = context.derived.front.packages.value();
    ImGui::BeginChild("choose words", {0, height});
    const auto told = package_told(light);
    const bool none = std::find(light.in_sight.begin(), light.in_sight.end(), true) == light.in_sight.end();
    if (told) {
        const PackageShown& one = packages.all[*told];
        const std::string mark = light.chosen == told ? letter_of(1) + " = " + one.title : one.title;
        paragraph(ui, mark, ui.fonts.bold);
        note_item(ui, "choose.package");
        paragraph(ui, one.sentence);
        note_item(ui, "choose.sentence");
        if (!one.regret.empty()) {
            paragraph(ui, context.word(Word::choose_regret_head), ui.fonts.small_bold);
            paragraph(ui, one.regret, ui.fonts.small);
            note_item(ui, "choose.regret");
        }
    } else {
        paragraph(ui, context.word(none ? Word::choose_none : Word::choose_point));
        note_item(ui, "choose.point");
    }
    std::string made = made_words(context);
    if (!context.picture) made += " " + std::string(context.word(Word::choose_how));
    paragraph(ui, made, ui.fonts.small, Ink::soft_text);
    note_item(ui, "choose.made");
    ImGui::Dummy({1, ui.step(2)});  // the last line is never cut: with it the words scroll
    ImGui::EndChild();
}

/// Why there is nothing to choose from.
void draw_no_front(const ViewContext& context) {
    const FrontShown& front = context.derived.front;
    const std::string words = front.problem.empty()
                                  ? filled(context.word(Word::choose_missing), shipped_front().string())
                                  : filled(context.word(Word::choose_broken), front.problem);
    paragraph(context.ui, words, nullptr, Ink::soft_text);
    note_item(context.ui, "choose.nothing");
}

}  // namespace

void draw_choose_view(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    if (!context.derived.front.front) {
        draw_no_front(context);
        return;
    }
    const PackageLight light = package_light(context);
    if (!context.picture) draw_choices(context, sink, light);
    if (const std::string other = words_of_other_a(context); !other.empty()) {
        paragraph(ui, other, ui.fonts.small);
        note_item(ui, "choose.other_a");
    }
    const ChartStyle style = chart_style(ui);
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float words = std::clamp(room.y * 0.36F, style.letter * 5.5F, style.letter * 13);
    const float charts = room.y - words - ui.em * 0.5F;
    const ChooseScene made = choose_scene(context, light, {from.x, from.y, room.x, charts}, style);
    draw_scene(*ImGui::GetWindowDrawList(), made.scene, ui);
    handle_spots(context, sink, light, made.spots);
    for (std::size_t axis = 0; axis < made.lines.rows; ++axis) handle_axis(context, sink, light, made.lines, axis);
    handle_keys(context, sink, light);
    ImGui::SetCursorScreenPos({from.x, from.y + charts + ui.em * 0.5F});
    draw_words(context, light, std::max(1.F, words));
}

}  // namespace algemeente::viewer

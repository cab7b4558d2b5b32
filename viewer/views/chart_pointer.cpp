#include "viewer/views/chart_pointer.h"

#include "viewer/plot/navigation.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {

namespace {

constexpr float click_reach = 9;  ///< pixels squared: further is a drag

Gesture gesture_of_frame() {
    const ImGuiIO& io = ImGui::GetIO();
    const bool active = ImGui::IsItemActive();
    const bool hovered = ImGui::IsItemHovered();
    const bool ended = ImGui::IsItemDeactivated();
    Gesture gesture{.at = {io.MousePos.x, io.MousePos.y}, .moved = {io.MouseDelta.x, io.MouseDelta.y}};
    gesture.right = active && io.MouseDown[1];
    gesture.right_released = ended && io.MouseReleased[1];
    gesture.left = active && io.MouseDown[0] && !gesture.right;
    const int button = gesture.right || gesture.right_released ? 1 : 0;
    gesture.pressed = {io.MouseClickedPos[button].x, io.MouseClickedPos[button].y};
    gesture.clicked = ended && io.MouseReleased[0] && io.MouseDragMaxDistanceSqr[0] < click_reach;
    gesture.double_clicked = hovered && io.MouseDoubleClicked[0];
    gesture.cancelled = io.MouseClickedTime[0] > io.MouseClickedTime[1];
    gesture.wheel = hovered ? io.MouseWheel : 0;
    gesture.ctrl = io.KeyCtrl;
    gesture.shift = io.KeyShift;
    gesture.alt = io.KeyAlt;
    if (button == 0) gesture.cancelled = false;
    return gesture;
}

AxisLimits limits_of(const ViewContext& context, const PlacedChart& placed) {
    const Range all = {0, static_cast<double>(std::max(1, placed.plot.months - 1))};
    AxisLimits limits{.time = placed.plot.shown(), .all_time = all, .y = placed.plot.y};
    if (!placed.moves_in_time) limits.all_time = limits.time;
    limits.y_free = placed.values && context.view().axes.y_free;
    return limits;
}

/// The pointer draws what the room expects, over all months that a fast hand jumped over.
void draw_expectation(CommandSink& sink, const PlacedChart& placed) {
    const PlotArea& plot = placed.plot;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const ImVec2 delta = ImGui::GetIO().MouseDelta;
    const int month = plot.month_at(mouse.x);
    const int before = ImGui::IsItemActivated() ? month : plot.month_at(mouse.x - delta.x);
    const double from = plot.value_at(mouse.y - delta.y);
    const double to = std::clamp(plot.value_at(mouse.y), plot.y.low, plot.y.high);
    for (int m = std::min(before, month); m <= std::max(before, month); ++m) {
        const double share = before == month ? 1 : static_cast<double>(m - before) / (month - before);
        sink.send(DrawPrediction{*placed.domain, m, std::clamp(from + (to - from) * share, plot.y.low, plot.y.high)});
    }
}

/// In the plot, or just below it: what begins at nothing is begun at the line of nothing, and hands are not steady.
bool begins_a_line(const ViewContext& context, const PlotArea& plot, const Gesture& gesture) {
    const Rect& area = plot.area;
    const float below = context.ui.em;
    return gesture.pressed.x >= area.x && gesture.pressed.x <= area.right() && gesture.pressed.y >= area.y &&
           gesture.pressed.y <= area.bottom() + below;
}

void apply(const ViewContext& context, CommandSink& sink, const PlacedChart& placed, const Navigation& wanted) {
    if (wanted.cursor) {
        const int month = std::clamp(*wanted.cursor + placed.first_month, 0, context.state.months() - 1);
        if (month != context.view().cursor) sink.send(SetCursor{month});
    }
    if (placed.moves_in_time && wanted.fit_time && context.view().axes.time) sink.send(SetTimeRange{});
    if (placed.moves_in_time && wanted.time) sink.send(SetTimeRange{wanted.time});
    if (!placed.values) return;
    if (wanted.fit_y) sink.send(SetValueRange{*placed.values, std::nullopt});
    if (wanted.y) sink.send(SetValueRange{*placed.values, wanted.y});
}

void draw_menu(const ViewContext& context, CommandSink& sink, const PlacedChart& placed) {
    if (!ImGui::BeginPopup(("menu###menu." + placed.key).c_str())) return;
    const ViewState& view = context.view();
    for (const Action action : {Action::fit_charts, Action::zoom_in, Action::zoom_out, Action::free_values,
                                Action::display, Action::lower_chart, Action::copy_table, Action::export_svg}) {
        const ActionInfo& info = info_of(action);
        const bool on = action == Action::free_values && view.axes.y_free;
        if (ImGui::MenuItem(context.word(info.word), key_words(info, context.language()).c_str(), on))
            sink.send(action);
        note_item(context.ui, "menu." + std::string(info.id));
    }
    ImGui::EndPopup();
}

/// Month and values under the pointer, one line per scenario.
void draw_tip(const ViewContext& context, const PlacedChart& placed, int at) {
    if (!begin_pointer_tip(context.ui)) return;
    ImGui::PushFont(context.ui.fonts.small);
    ImGui::TextUnformatted(month_words(std::max(0, at + placed.first_month), context.language()).c_str());
    for (const FanSeries& series : placed.chart.series) {
        if (series.label == " ") continue;  // no scenario: the caption says what it is
        if (placed.chart.covered || series.fan == nullptr || static_cast<std::size_t>(at) >= series.fan->size())
            continue;
        const Band& point = (*series.fan)[static_cast<std::size_t>(at)];
        if (point.count == 0) continue;
        const auto number = [&](double value) { return number_words(value, context.language(), placed.chart.form); };
        std::string words = letter_of(series.slot) + "  " + number(point.p50);
        const std::string range = range_words(point, context.language(), placed.chart.form);
        if (!range.empty()) words += "   (" + range + ")";
        ImGui::TextColored(context.ui.colour4(series.ink), "%s", words.c_str());
    }
    ImGui::PopFont();
    ImGui::EndTooltip();
}

void note_zones(const ViewContext& context, const PlacedChart& placed) {
    if (context.ui.widgets == nullptr) return;
    const Rect& plot = placed.plot.area;
    context.ui.widgets->note(placed.key, plot);
    context.ui.widgets->note(placed.key + ".time",
                             {plot.x, plot.bottom() + 1, plot.width, placed.whole.bottom() - plot.bottom() - 2});
    context.ui.widgets->note(placed.key + ".values",
                             {placed.whole.x, plot.y, plot.x - placed.whole.x - 1, plot.height});
}

void show_hover(const ViewContext& context, CommandSink& sink, const PlacedChart& placed, ChartZone zone) {
    if (!ImGui::IsItemHovered()) return;
    const bool locked = zone == ChartZone::value_axis && placed.values && !context.view().axes.y_free;
    if (locked) tip_on_hover(context.ui, context.word(Word::values_locked));
    if (zone != ChartZone::plot) return;
    const int at = placed.plot.month_at(ImGui::GetIO().MousePos.x);
    sink.hover_month(std::clamp(at + placed.first_month, 0, context.state.months() - 1));
    if (!ImGui::IsItemActive()) draw_tip(context, placed, at);
}

}  // namespace

void flow(const char* words, float spacing) {
    flow(ImGui::CalcTextSize(words).x + ImGui::GetStyle().FramePadding.x * 2, spacing);
}

void flow(float width, float spacing) {
    const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
    if (ImGui::GetItemRectMax().x + width + spacing <= right) ImGui::SameLine(0, spacing);
}

PlacedChart placed_chart(Scene& scene, Rect whole, FanChart chart, std::string key, const ChartStyle& style) {
    PlacedChart placed{.chart = std::move(chart), .plot = {}, .whole = whole, .key = std::move(key)};
    placed.plot = draw_fan(scene, whole, placed.chart, style);
    return placed;
}

void handle_chart(const ViewContext& context, CommandSink& sink, const PlacedChart& placed) {
    const Rect& whole = placed.whole;
    ImGui::SetCursorScreenPos({whole.x, whole.y});
    ImGui::InvisibleButton(("###" + placed.key).c_str(), {std::max(1.F, whole.width), std::max(1.F, whole.height)},
                           ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight);
    note_zones(context, placed);
    const Gesture gesture = gesture_of_frame();
    const ChartZone zone = zone_of(placed.plot, whole, gesture.at);
    show_hover(context, sink, placed, zone);
    const Prediction& prediction = context.view().prediction;
    const bool drawing = placed.domain && prediction.active && !prediction.revealed;
    if (drawing && gesture.left && begins_a_line(context, placed.plot, gesture)) {
        if (can_draw_a_line(context)) draw_expectation(sink, placed);
        return;
    }
    const Navigation wanted = navigate(placed.plot, whole, gesture, limits_of(context, placed));
    if (!drawing || !gesture.clicked) apply(context, sink, placed, wanted);
    if (wanted.box)
        ImGui::GetWindowDrawList()->AddRectFilled({wanted.box->x, wanted.box->y},
                                                  {wanted.box->right(), wanted.box->bottom()},
                                                  context.ui.colour(Ink::neutral, 0.3F));
    if (wanted.menu) ImGui::OpenPopup(("menu###menu." + placed.key).c_str());
    draw_menu(context, sink, placed);
}

}  // namespace algemeente::viewer

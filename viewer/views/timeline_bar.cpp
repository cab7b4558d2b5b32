#include "text/calendar.h"
#include "viewer/views/view.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {

namespace {

/// Signs of the transport, drawn: no font has them all.
void draw_sign(ImDrawList& list, Action action, bool playing, ImVec2 c, float r, ImU32 colour) {
    const auto triangle = [&](float x, float direction) {
        list.AddTriangleFilled({x - r * 0.5F * direction, c.y - r * 0.75F}, {x + r * 0.65F * direction, c.y},
                               {x - r * 0.5F * direction, c.y + r * 0.75F}, colour);
    };
    const auto bar = [&](float x) {
        list.AddRectFilled({x - r * 0.14F, c.y - r * 0.75F}, {x + r * 0.14F, c.y + r * 0.75F}, colour);
    };
    switch (action) {
        case Action::to_start:
            bar(c.x - r * 0.8F);
            triangle(c.x + r * 0.1F, -1);
            break;
        case Action::step_back: triangle(c.x, -1); break;
        case Action::play:
            if (playing) {
                bar(c.x - r * 0.35F);
                bar(c.x + r * 0.35F);
            } else {
                triangle(c.x, 1);
            }
            break;
        case Action::step_forward: triangle(c.x, 1); break;
        case Action::to_end:
            triangle(c.x - r * 0.1F, 1);
            bar(c.x + r * 0.8F);
            break;
        default: break;
    }
}

void draw_transport(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    for (const Action action :
         {Action::to_start, Action::step_back, Action::play, Action::step_forward, Action::to_end}) {
        const std::string key = "transport." + std::string(info_of(action).id);
        const bool main = action == Action::play;
        const ImVec2 size = {ui.em * (main ? 2.4F : 1.7F), ui.em * 1.8F};
        if (main) ImGui::PushStyleColor(ImGuiCol_Button, ui.colour(Ink::accent));
        if (ImGui::Button(("###" + key).c_str(), size)) sink.send(action);
        if (main) ImGui::PopStyleColor();
        note_item(ui, key);
        tip_on_hover(ui, std::string(context.word(info_of(action).word)) + "  (" +
                             key_words(info_of(action), context.language()) + ")");
        const ImVec2 low = ImGui::GetItemRectMin();
        draw_sign(*ImGui::GetWindowDrawList(), action, context.view().playing, {low.x + size.x / 2, low.y + size.y / 2},
                  ui.em * 0.42F, ui.colour(main && !ImGui::IsItemHovered() ? Ink::on_accent : Ink::text));
        ImGui::SameLine(0, ui.step(2));
    }
}

/// The decision or note at that place of the lane, or null.
const LaneEvent* grabbed(const ViewContext& context, const PlotArea& plot, float middle, ImVec2 at) {
    const float em = context.ui.em;
    if (std::abs(at.y - middle) > em * 0.6F) return nullptr;
    const LaneEvent* nearest = nullptr;
    float best = em * 0.45F;
    for (const LaneEvent& event : context.derived.events.value()) {
        if (event.kind != LaneKind::decision && event.kind != LaneKind::note) continue;
        const float distance = std::abs(plot.x_of(event.month) - at.x);
        if (distance > best) continue;
        best = distance;
        nearest = &event;
    }
    return nearest;
}

void note_markers(const ViewContext& context, const PlotArea& plot, float middle) {
    if (context.ui.widgets == nullptr) return;
    const float r = context.ui.em * 0.3F;
    for (const LaneEvent& event : context.derived.events.value()) {
        const bool note = event.kind == LaneKind::note;
        if (!note && event.kind != LaneKind::decision) continue;
        const std::string key = note
                                    ? "lane.note." + std::to_string(event.slot)
                                    : "lane.decision." + std::to_string(event.slot) + "." + std::to_string(event.month);
        context.ui.widgets->note(key, {plot.x_of(event.month) - r, middle - r, r * 2, r * 2});
    }
}

/// A decision or note under a held pointer: a ghost while it moves, one command when it is let go.
void drag_marker(const ViewContext& context, CommandSink& sink, const PlotArea& plot, float middle,
                 const LaneEvent& event, bool released) {
    const ImGuiIO& io = ImGui::GetIO();
    const int to = plot.month_at(io.MousePos.x);
    const bool moved = io.MouseDragMaxDistanceSqr[0] > 9;
    if (!released) {
        if (!moved) return;
        Scene ghost;
        ghost.add(Marker{
            .at = {plot.x_of(to), middle}, .radius = context.ui.em * 0.4F, .shape = event.shape, .ink = Ink::accent});
        draw_scene(*ImGui::GetWindowDrawList(), ghost, context.ui);
        ImGui::SetTooltip("%s: %s", month_words(to, context.language()).c_str(), event.words.c_str());
        return;
    }
    if (!moved) {
        sink.send(OpenLane{event.month});
    } else if (event.kind == LaneKind::note) {
        sink.send(MoveNote{event.slot, to});
    } else {
        sink.send(MoveChanges{event.slot, event.month, to});
    }
}

std::string track_tip(const ViewContext& context, const PlotArea& plot, int month) {
    std::string tip = month_words(month, context.language());
    bool any = false;
    for (const LaneEvent& event : context.derived.events.value()) {
        if (std::abs(plot.x_of(event.month) - ImGui::GetIO().MousePos.x) >= context.ui.em * 0.6F) continue;
        tip += "\n" + month_words(event.month, context.language()) + ": " + event.words;
        any = any || event.kind == LaneKind::decision || event.kind == LaneKind::note;
    }
    return tip + "\n" + context.word(any ? Word::lane_hint_marker : Word::lane_hint);
}

/// Scrubs; moves what is grabbed; the right button or a double click opens a month to work on.
void handle_track(const ViewContext& context, CommandSink& sink, const PlotArea& plot, float middle) {
    const Rect& area = plot.area;
    ImGui::SetCursorScreenPos({area.x, area.y});
    ImGui::InvisibleButton("###timeline", {std::max(1.F, area.width), std::max(1.F, area.height)},
                           ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight);
    note_item(context.ui, "timeline");
    note_markers(context, plot, middle);
    const ImGuiIO& io = ImGui::GetIO();
    const int month = plot.month_at(io.MousePos.x);
    const bool hovered = ImGui::IsItemHovered();
    const bool held = ImGui::IsItemActive() && io.MouseDown[0];
    const bool released = ImGui::IsItemDeactivated() && io.MouseReleased[0];
    if (hovered || held) sink.hover_month(month);
    const LaneEvent* event = grabbed(context, plot, middle, io.MouseClickedPos[0]);
    if (event != nullptr && (held || released)) {
        drag_marker(context, sink, plot, middle, *event, released);
        return;
    }
    if (held && month != context.view().cursor) sink.send(SetCursor{month});
    const LaneEvent* under = grabbed(context, plot, middle, io.MousePos);
    if (hovered && (io.MouseDoubleClicked[0] || io.MouseReleased[1]))
        sink.send(OpenLane{under != nullptr ? under->month : month});
    if (hovered && !held) tip_on_hover(context.ui, track_tip(context, plot, month));
}

/// Years under the track, and what happened in them.
void draw_track(const ViewContext& context, CommandSink& sink, Rect area) {
    const Ui& ui = context.ui;
    PlotArea plot;
    plot.area = area;
    plot.months = context.state.months();
    plot.y = {0, 1};
    const std::vector<LaneEvent>& events = context.derived.events.value();
    const ChartStyle style = chart_style(ui);
    Scene scene;
    for (const TimeTick& tick : time_ticks(plot.shown(), area.width, style.letter, style.language))
        scene.add(Text{.at = {plot.x_of(tick.month), area.y},
                       .words = tick.words,
                       .size = style.letter,
                       .ink = Ink::soft_text,
                       .align = Align::centre});
    PlotArea lane = plot;
    lane.area.y += style.letter * 1.15F;
    draw_event_lane(scene, lane, events, style);
    const float x = plot.x_of(context.view().cursor);
    const float middle = lane.area.y + style.letter * 0.7F;
    scene.add(Polyline{.points = {{x, middle - style.letter * 0.6F}, {x, middle + style.letter * 0.6F}},
                       .width = ui.em * 0.22F});
    if (context.hover.month) {
        const float at = plot.x_of(*context.hover.month);
        scene.add(Polyline{.points = {{at, area.y + style.letter * 1.1F}, {at, area.bottom()}},
                           .ink = Ink::neutral,
                           .width = 1,
                           .dash = Dash::dotted});
    }
    if (context.view().axes.time) {  // the part that the charts show
        const Range& shown = *context.view().axes.time;
        scene.add(Box{.area = {plot.x_of(shown.low), middle - style.letter * 0.6F,
                               plot.x_of(shown.high) - plot.x_of(shown.low), style.letter * 1.2F},
                      .ink = Ink::neutral,
                      .alpha = 0.22F,
                      .rounding = 2});
    }
    draw_scene(*ImGui::GetWindowDrawList(), scene, ui);
    handle_track(context, sink, plot, middle);
}

/// Where the axis begins: beside the longest month, so that the first year does not touch the month whatever it is.
float start_of_track(const ViewContext& context, float month_from) {
    const Ui& ui = context.ui;
    float month = 0;
    ImGui::PushFont(ui.fonts.bold);
    for (int in_year = 0; in_year < months_per_year; ++in_year)
        month = std::max(month, ImGui::CalcTextSize(month_words(in_year, context.language()).c_str()).x);
    ImGui::PopFont();
    const float half_a_year = rough_width("2015", chart_style(ui).letter) / 2;  // it stands in the middle of its month
    return std::max(ui.em * 21.5F, month_from + month + half_a_year + ui.step(6));
}

}  // namespace

void draw_timeline(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    draw_transport(context, sink);
    const std::string speed = number_words(context.view().speed, context.language()) + "\u00D7";
    if (button(ui, "transport.speed", speed.c_str(), false, context.word(Word::faster))) {
        sink.send(context.view().speed >= 8 ? Action::slower : Action::faster);
        if (context.view().speed >= 8)
            for (int i = 0; i < 4; ++i) sink.send(Action::slower);
    }
    ImGui::SameLine(0, ui.step(6));
    ImGui::PushFont(ui.fonts.bold);
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(month_words(context.view().cursor, context.language()).c_str());
    ImGui::PopFont();
    note_item(ui, "timeline.month");
    const ImVec2 corner = ImGui::GetWindowPos();
    const float left = start_of_track(context, ImGui::GetItemRectMin().x - corner.x);
    draw_track(context, sink,
               {corner.x + left, corner.y + ui.em * 0.35F, ImGui::GetWindowWidth() - left - ui.em * 1.5F,
                ImGui::GetWindowHeight() - ui.em * 0.5F});
}

}  // namespace algemeente::viewer

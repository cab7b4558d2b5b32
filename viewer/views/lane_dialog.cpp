// One month of the timeline: what was decided, happened or was written there, and what can be added.
#include "viewer/state/timeline.h"
#include "viewer/views/overlay.h"
#include "viewer/views/parameter_words.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

/// Sends the draft with one thing changed.
template <typename Change>
void redraft(const ViewContext& context, CommandSink& sink, const Change& change) {
    LaneDraft draft = context.view().lane;
    change(draft);
    sink.send(SetLaneDraft{std::move(draft)});
}

void draw_month(const ViewContext& context, CommandSink& sink, int month) {
    const Ui& ui = context.ui;
    ImGui::AlignTextToFramePadding();
    heading(ui, filled(context.word(Word::lane_from), month_words(month, context.language())).c_str());
    note_item(ui, "lane.month");
    const auto step = [&](const char* key, const char* words, int by) {
        ImGui::SameLine(0, ui.step(2));
        if (button(ui, key, words)) sink.send(OpenLane{month + by});
    };
    step("lane.earlier", "\u2190", -1);
    step("lane.later", "\u2192", 1);
}

/// A line with a cross: what stands there and can be taken away.
bool draw_line(const ViewContext& context, const std::string& key, const std::string& words) {
    const bool gone = button(context.ui, key, "\u00D7", false, context.word(Word::lane_remove));
    ImGui::SameLine();
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(words.c_str());
    return gone;
}

void draw_what_stands(const ViewContext& context, CommandSink& sink, int month) {
    const auto& slots = context.session().slots;
    for (std::size_t i = 0; i < slots.size(); ++i)
        for (const DatedChange& change : changes_at(slots[i].scenario, month)) {
            const ParameterInfo* row = find_parameter(change.lever);
            const std::string value = row != nullptr ? value_words(*row, change.value, context.language())
                                                     : number_words(change.value, context.language(), {.digits = 2});
            const std::string words =
                letter_of(i) + ": " + lever_name(change.lever, context.language()) + " \u2192 " + value;
            if (draw_line(context, "lane.remove." + std::to_string(i) + "." + change.lever, words))
                sink.send(RemoveChanges{i, month, change.lever});
        }
    const auto& notes = context.session().notes;
    for (std::size_t i = 0; i < notes.size(); ++i)
        if (notes[i].month == month && draw_line(context, "lane.remove.note." + std::to_string(i), notes[i].words))
            sink.send(RemoveNote{i});
    for (const LaneEvent& event : context.derived.events.value()) {
        if (event.month != month || event.kind == LaneKind::note || event.kind == LaneKind::condition) continue;
        const std::string key = "lane.study." + std::to_string(static_cast<int>(event.kind));
        if (button(context.ui, key, (context.word(Word::event_short) + (": " + event.words)).c_str(), false,
                   context.word(Word::lane_study))) {
            sink.send(SetEvent{event.key()});
            sink.send(Action::page_compare);
            sink.send(OpenLane{});
        }
    }
}

void draw_lever_choice(const ViewContext& context, CommandSink& sink, const ParameterInfo& chosen) {
    ImGui::SetNextItemWidth(-1);
    const bool open = ImGui::BeginCombo("###lane.lever", name_of(chosen.name, context.language()).c_str(),
                                        ImGuiComboFlags_HeightLarge);
    note_item(context.ui, "lane.lever");
    if (!open) return;
    for (const ParameterInfo& row : parameter_table()) {
        if (row.role != Role::lever || is_start_only(row)) continue;
        const std::string key = "lane.lever." + std::string(row.name);
        const std::string words = name_of(row.name, context.language()) + "###" + key;
        if (ImGui::Selectable(words.c_str(), row.name == chosen.name))
            redraft(context, sink, [&](LaneDraft& draft) {
                draft.lever = row.name;
                draft.value.reset();
            });
        note_item(context.ui, key);
    }
    ImGui::EndCombo();
}

void draw_new_decision(const ViewContext& context, CommandSink& sink, int month) {
    const Ui& ui = context.ui;
    const std::size_t slot = context.view().slot;
    const LaneDraft& draft = context.view().lane;
    const ParameterInfo* row = find_parameter(draft.lever);
    if (row == nullptr) return;
    ImGui::PushFont(ui.fonts.small_bold);
    ImGui::TextUnformatted(filled(context.word(Word::lane_lever), letter_of(slot)).c_str());
    ImGui::PopFont();
    draw_lever_choice(context, sink, *row);
    const double now = lever_value(context.session().slots[slot].scenario, row->name, month);
    const double value = draft.value.value_or(now);
    const SliderResult result = slider(ui, "lane.value", value, now, row->low, row->high, row->unit == Unit::on_off);
    if (result.moved) redraft(context, sink, [&](LaneDraft& one) { one.value = result.value; });
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(value_words(*row, result.value, context.language()).c_str());
    ImGui::SameLine(ui.em * 8);
    if (button(ui, "lane.add", context.word(Word::lane_add), true))
        sink.send(AddChange{slot, std::string(row->name), value, month});
}

void draw_new_note(const ViewContext& context, CommandSink& sink, int month) {
    const Ui& ui = context.ui;
    std::string note = context.view().lane.note;
    const char* add = context.word(Word::lane_note_add);
    const float room = ImGui::CalcTextSize(add).x + ui.em * 2.2F;
    if (context.view().note_focus) {
        focus_field("lane.note");
        sink.send(NoteFocusTaken{});
    }
    if (text_field(ui, "lane.note", context.word(Word::lane_note), note, ImGui::GetContentRegionAvail().x - room))
        redraft(context, sink, [&](LaneDraft& draft) { draft.note = note; });
    const bool entered = was_entered();
    ImGui::SameLine();
    if ((button(ui, "lane.note.add", add) || entered) && !note.empty()) sink.send(AddNote{month, note});
}

}  // namespace

void draw_lane_dialog(const ViewContext& context, CommandSink& sink, float width, float height) {
    const int month = *context.view().lane.month;
    const float w = std::min(context.ui.em * 30, width * 0.9F);
    const float h = std::min(context.ui.em * 19, height * 0.8F);
    overlay(
        context, "lane", {(width - w) / 2, height - h - context.ui.em * 7}, {w, h},
        [&] {
            draw_month(context, sink, month);
            ImGui::BeginChild("standing", {0, -context.ui.em * 10.2F});
            draw_what_stands(context, sink, month);
            ImGui::EndChild();
            draw_new_decision(context, sink, month);
            ImGui::Dummy({1, context.ui.step(2)});
            draw_new_note(context, sink, month);
            if (button(context.ui, "lane.close", context.word(Word::close))) sink.send(OpenLane{});
        },
        false);
}

}  // namespace algemeente::viewer

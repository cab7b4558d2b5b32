#include "viewer/commands/tour.h"
#include "viewer/views/overlay.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

void draw_palette(const ViewContext& context, CommandSink& sink, float width, float height) {
    const float w = std::min(context.ui.em * 30, width * 0.8F);
    const ImVec2 size = {w, std::min(context.ui.em * 24, height * 0.7F)};
    overlay(context, "palette", {(width - w) / 2, height * 0.12F}, size, [&] {
        std::string typed = context.view().palette_text;
        if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
        if (text_field(context.ui, "palette.text", context.word(Word::palette_hint), typed, -1))
            sink.send(SetPaletteText{typed});
        auto matching = matching_actions(typed);
        std::erase_if(matching, [&](const ActionInfo* info) { return !is_offered(context, info->action); });
        const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), true); };
        const bool entered = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false);
        const std::size_t last = matching.empty() ? 0 : matching.size() - 1;
        const std::size_t choice = std::min(context.view().palette_choice, last);
        const bool moves = pressed(ImGuiKey_DownArrow) || pressed(ImGuiKey_UpArrow);
        if (pressed(ImGuiKey_DownArrow)) sink.send(SetPaletteChoice{choice == last ? 0 : choice + 1});
        if (pressed(ImGuiKey_UpArrow)) sink.send(SetPaletteChoice{choice == 0 ? last : choice - 1});
        ImGui::BeginChild("list");
        for (std::size_t i = 0; i < matching.size(); ++i) {
            const ActionInfo& info = *matching[i];
            const std::string key = "palette." + std::string(info.id);
            const std::string words = std::string(context.word(info.word)) + "###" + key;
            const bool chosen = ImGui::Selectable(words.c_str(), i == choice);
            note_item(context.ui, key);
            if (i == choice && moves) ImGui::SetScrollHereY();
            ImGui::SameLine(w - context.ui.em * 8);
            ImGui::TextColored(context.ui.colour4(Ink::soft_text), "%s", key_words(info, context.language()).c_str());
            if (!chosen && !(entered && i == choice)) continue;
            sink.send(Action::palette);
            if (info.action != Action::palette) sink.send(info.action);
        }
        ImGui::EndChild();
    });
}

void draw_help(const ViewContext& context, CommandSink& sink, float width, float height) {
    const float w = std::min(context.ui.em * 44, width * 0.9F);
    const float h = std::min(context.ui.em * 32, height * 0.85F);
    overlay(context, "help", {(width - w) / 2, (height - h) / 2}, {w, h}, [&] {
        heading(context.ui, context.word(Word::help));
        ImGui::BeginChild("keys", {0, -context.ui.em * 2.2F});
        if (ImGui::BeginTable("table", 4)) {
            for (const float share : {3.F, 1.F, 3.F, 1.F})
                ImGui::TableSetupColumn(nullptr, ImGuiTableColumnFlags_WidthStretch, share);
            ImGui::PushFont(context.ui.fonts.small);
            for (const ActionInfo& info : actions()) {
                if (!is_offered(context, info.action)) continue;
                ImGui::TableNextColumn();
                ImGui::TextUnformatted(context.word(info.word));
                ImGui::TableNextColumn();
                ImGui::TextColored(context.ui.colour4(Ink::soft_text), "%s",
                                   key_words(info, context.language()).c_str());
            }
            ImGui::PopFont();
            ImGui::EndTable();
        }
        ImGui::EndChild();
        if (button(context.ui, "help.close", context.word(Word::close), true) || entered(context, "help."))
            sink.send(Action::help);
    });
}

void draw_sources(const ViewContext& context, CommandSink& sink, float width, float height) {
    const float w = std::min(context.ui.em * 40, width * 0.9F);
    const float h = std::min(context.ui.em * 27, height * 0.85F);
    overlay(context, "sources", {(width - w) / 2, (height - h) / 2}, {w, h}, [&] {
        heading(context.ui, context.word(Word::sources));
        paragraph(context.ui, context.word(Word::sources_1));
        paragraph(context.ui, context.word(Word::sources_2));
        const auto all = parameter_table();
        const auto known = std::count_if(
            all.begin(), all.end(), [](const ParameterInfo& row) { return row.provenance != Provenance::assumed; });
        paragraph(context.ui, filled(context.word(Word::sources_3), std::to_string(all.size()), std::to_string(known),
                                     std::to_string(static_cast<std::ptrdiff_t>(all.size()) - known)));
        paragraph(context.ui, context.word(Word::sources_4));
        for (const Word word : {Word::prov_grounded, Word::prov_literature, Word::prov_assumed}) {
            const Ink ink = word == Word::prov_grounded     ? Ink::grounded
                            : word == Word::prov_literature ? Ink::literature
                                                            : Ink::assumed;
            ImGui::TextColored(context.ui.colour4(ink), "\u25CF");
            ImGui::SameLine();
            ImGui::TextUnformatted(context.word(word));
        }
        paragraph(context.ui, context.word(Word::sources_5), nullptr, Ink::soft_text);
        if (button(context.ui, "sources.close", context.word(Word::close), true) || entered(context, "sources."))
            sink.send(Action::sources);
        ImGui::SameLine();
        if (button(context.ui, "sources.variables", context.word(Word::variables_action))) {
            sink.send(Action::sources);
            sink.send(OpenVariable{std::string(domain_outcomes()[context.view().outcome].name)});
        }
        ImGui::SameLine();
        if (button(context.ui, "sources.evidence", context.word(Word::evidence_action))) {
            sink.send(Action::sources);
            sink.send(Action::evidence);
        }
    });
}

/// Below the words, in the same place at every step: a hand that stays where it is turns page after page.
void draw_tour_buttons(const ViewContext& context, CommandSink& sink, std::size_t number, std::size_t steps) {
    const Ui& ui = context.ui;
    float width = 0;
    for (const Word word : {Word::tour_onward, Word::close})
        width = std::max(width, ImGui::CalcTextSize(context.word(word)).x + ImGui::GetStyle().FramePadding.x * 2);
    const char* next = context.word(number < steps ? Word::tour_onward : Word::close);
    if (button(ui, "tour.next", next, true, nullptr, width)) sink.send(Action::next_tour_step);
    ImGui::SameLine();
    ImGui::BeginDisabled(number == 1);
    if (button(ui, "tour.back", context.word(Word::tour_back))) sink.send(Action::previous_tour_step);
    ImGui::EndDisabled();
    ImGui::SameLine();
    if (button(ui, "tour.skip", context.word(Word::tour_skip))) sink.send(Action::tour);
}

/// What the longest step needs, so that none is cut and none moves the buttons.
float height_of_tour(const ViewContext& context, float width) {
    float most = 0;
    for (const TourStep& step : tour_steps())
        most = std::max(most, ImGui::CalcTextSize(in_lines(context.word(step.words), width).c_str()).y);
    return most;
}

void draw_tour(const ViewContext& context, CommandSink& sink, float width, float height) {
    const auto steps = tour_steps();
    const auto number = static_cast<std::size_t>(context.view().tour_step);
    const TourStep& step = steps[number - 1];
    const float w = std::min(context.ui.em * 26, width * 0.6F);
    const float words = height_of_tour(context, w - context.ui.em * 2.2F);
    const float h = words + context.ui.em * 5.4F;
    const auto draw = [&] {
        const float top = ImGui::GetCursorPosY();
        paragraph(context.ui, context.word(step.words));
        ImGui::SetCursorPosY(top + words + context.ui.em * 0.4F);
        paragraph(context.ui, context.word(Word::tour_keys), context.ui.fonts.small, Ink::soft_text);
        ImGui::SetCursorPosY(top + words + context.ui.em * 2.0F);
        draw_tour_buttons(context, sink, number, steps.size());
    };
    overlay(context, "tour", {(width - w) / 2, height - h - context.ui.em * 7.5F}, {w, h}, draw, false);
    if (context.ui.widgets == nullptr) return;
    if (const auto target = context.ui.widgets->find(step.target(context.session(), context.view()))) {
        const float edge = context.ui.em * 0.2F;
        ImGui::GetForegroundDrawList()->AddRect({target->x - edge, target->y - edge},
                                                {target->right() + edge, target->bottom() + edge},
                                                context.ui.colour(Ink::accent), edge * 2, 0, edge * 0.8F);
    }
}

}  // namespace

void dim_behind(const Ui& ui) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetWindowPos();
    const ImVec2 size = ImGui::GetWindowSize();
    const ImVec2 end = {at.x + size.x, at.y + size.y};
    list.PushClipRectFullScreen();
    list.AddRectFilled({0, 0}, ImGui::GetIO().DisplaySize, IM_COL32(0, 0, 0, 90));
    list.AddRectFilled(at, end, ui.colour(Ink::background), ui.em * 0.4F);
    list.AddRect(at, end, ui.colour(Ink::border), ui.em * 0.4F);
    list.PopClipRect();
}

void draw_notice_list(const ViewContext& context, CommandSink& sink, float width, float height) {
    const Ui& ui = context.ui;
    const float w = std::min(ui.em * 40, width * 0.9F);
    const float h = std::min(ui.em * 22, height * 0.75F);
    overlay(context, "notices", {(width - w) / 2, (height - h) / 2}, {w, h}, [&] {
        heading(ui, context.word(Word::notices_title));
        ImGui::BeginChild("list", {0, -ui.em * 2.2F});
        if (context.log.empty()) paragraph(ui, context.word(Word::notices_none), nullptr, Ink::soft_text);
        for (std::size_t i = context.log.size(); i > 0; --i) {
            const LoggedNotice& one = context.log[i - 1];
            const std::string times = one.times > 1 ? "  (" + std::to_string(one.times) + "\u00D7)" : "";
            // a sign, not only a colour, tells a problem
            paragraph(ui, (one.notice.problem ? "\u2717  " : "\u2713  ") + one.notice.words + times, ui.fonts.small,
                      one.notice.problem ? Ink::problem : Ink::text);
            note_item(ui, "notices." + std::to_string(i - 1));
        }
        ImGui::EndChild();
        if (button(ui, "notices.close", context.word(Word::close), true) || entered(context, "notices."))
            sink.send(Action::notices);
    });
}

void draw_dialogs(const ViewContext& context, CommandSink& sink, float width, float height) {
    const ViewState& view = context.view();
    if (view.lane.month) draw_lane_dialog(context, sink, width, height);
    if (view.tour_step > 0) draw_tour(context, sink, width, height);
    if (view.stories_open) draw_story_list(context, sink, width, height);
    if (view.phones.panel) draw_phones_panel(context, sink, width, height);
    if (view.sources_open) draw_sources(context, sink, width, height);
    if (view.variable_open) draw_variable(context, sink, width, height);
    if (view.evidence_open) draw_evidence(context, sink, width, height);
    if (view.notices_open) draw_notice_list(context, sink, width, height);
    if (view.help_open) draw_help(context, sink, width, height);
    if (view.palette_open) draw_palette(context, sink, width, height);
    draw_town_hits(context, sink, width, height);
    draw_file_dialogs(context, sink, width, height);
}

namespace {

/// The lowest edge of a dialog, and the highest one; nothing without dialogs.
std::optional<Range> dialogs_upwards(const Ui& ui) {
    if (ui.widgets == nullptr || ui.widgets->dialogs().empty()) return std::nullopt;
    Range range{1e9, 0};
    for (const Rect& dialog : ui.widgets->dialogs()) {
        range.low = std::min(range.low, static_cast<double>(dialog.y));
        range.high = std::max(range.high, static_cast<double>(dialog.bottom()));
    }
    return range;
}

/// Where notices of that height end: over the timeline, which tells nothing of what they tell, and not over the charts.
/// With a dialog open above it, or else below it, because its
/// buttons are at its lower edge.
float end_of_notices(const ViewContext& context, float notices, float height) {
    const float em = context.ui.em;
    // whoever works on a month looks at the timeline
    const float usual = height - em * (context.view().lane.month ? 7.5F : 2.2F);
    const auto dialogs = dialogs_upwards(context.ui);
    if (!dialogs || dialogs->high <= usual - notices) return usual;
    const float above = static_cast<float>(dialogs->low) - em * 0.2F;
    if (above - notices >= 0) return above;
    const float below = height - static_cast<float>(dialogs->high);
    return notices <= below - em * 0.4F ? height - (below - notices) / 2 : notices + em * 0.2F;
}

}  // namespace

void draw_notices(const ViewContext& context, const std::vector<Notice>& notices, float width, float height) {
    const Ui& ui = context.ui;
    const float left = ui.em * 21;  // what plays the months stays free
    const float room = std::min(width - left - ui.em * 3, ui.em * 40);
    const float letter = ui.fonts.body->FontSize;
    std::vector<ImVec2> sizes;
    float all = 0;
    for (const Notice& notice : notices) {
        sizes.push_back(ui.fonts.body->CalcTextSizeA(letter, 1e6F, room, notice.words.c_str()));
        all += sizes.back().y + ui.em + (all > 0 ? ui.em * 0.5F : 0);
    }
    float y = end_of_notices(context, all, height);
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    for (std::size_t i = notices.size(); i > 0; --i) {
        const Notice& notice = notices[i - 1];
        const ImVec2 size = sizes[i - 1];
        const ImVec2 low = {left + (width - left - size.x) / 2 - ui.em, y - size.y - ui.em};
        const Rect area{low.x, low.y, size.x + ui.em * 2, size.y + ui.em};
        list.AddRectFilled(low, {area.right(), y}, ui.colour(Ink::accent), ui.em * 0.4F);
        if (notice.problem) list.AddRectFilled(low, {low.x + ui.em * 0.4F, y}, ui.colour(Ink::problem));
        list.AddText(ui.fonts.body, letter, {low.x + ui.em, low.y + ui.em * 0.5F}, ui.colour(Ink::on_accent),
                     notice.words.c_str(), nullptr, room);
        if (ui.widgets != nullptr) ui.widgets->note("notice." + std::to_string(i - 1), area);
        y = low.y - ui.em * 0.5F;
    }
}

}  // namespace algemeente::viewer

#include "viewer/views/view.h"

#include <algorithm>
#include <cstdio>

namespace algemeente::viewer {

namespace {

std::string runs_words(const ViewContext& context) {
    const EnsembleProgress& progress = context.progress;
    const bool nothing = std::find(context.old.begin(), context.old.end(), true) != context.old.end();
    if (context.stopped && nothing) return context.word(Word::stopped_short);
    if (context.stopped && context.summary != nullptr)
        return filled(context.word(Word::runs_stopped), std::to_string(context.summary->replicates),
                      std::to_string(progress.wanted));
    if (!progress.busy) {
        const int done = context.summary != nullptr ? context.summary->replicates : 0;
        // where there is room, what a run is to the room
        const Word words = context.view().narrow ? Word::runs_done : Word::runs_done_long;
        return filled(context.word(words), std::to_string(done));
    }
    if (progress.finished == 0) return context.word(Word::first_runs);
    return filled(context.word(Word::runs_busy), std::to_string(progress.finished), std::to_string(progress.wanted));
}

void draw_export(const ViewContext& context, CommandSink& sink) {
    if (button(context.ui, "export", context.word(Word::export_menu))) ImGui::OpenPopup("export menu");
    if (!begin_menu(context.ui, "export", "export menu")) return;
    for (const Action action : {Action::export_png, Action::export_window, Action::export_svg, Action::export_csv,
                                Action::export_html, Action::copy_table, Action::export_scenarios}) {
        const ActionInfo& info = info_of(action);
        if (ImGui::MenuItem(context.word(info.word), key_words(info, context.language()).c_str())) sink.send(action);
        note_item(context.ui, "export." + std::string(info.id));
    }
    ImGui::EndPopup();
}

std::string timing_words(const ViewContext& context) {
    char room[160];
    std::snprintf(room, sizeof room, "  |  UI %.1f ms   8: %.0f ms   64: %.0f ms   all: %.0f ms",
                  context.timings.frame_ms, context.timings.first_fans_ms, context.timings.fans_64_ms,
                  context.timings.fans_all_ms);
    return room;
}

/// How much is done, as a small bar; a full bar with a tick is finished.
void draw_progress(const ViewContext& context) {
    const Ui& ui = context.ui;
    const EnsembleProgress& progress = context.progress;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ui.em * 2.2F;
    const float y = at.y + ui.em * 0.5F;
    const float share =
        progress.wanted > 0
            ? std::clamp(static_cast<float>(progress.finished) / static_cast<float>(progress.wanted), 0.F, 1.F)
            : 0;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({at.x, y}, {at.x + width, y + ui.em * 0.35F}, ui.colour(Ink::border), 3);
    if (share > 0)
        list.AddRectFilled({at.x, y}, {at.x + width * share, y + ui.em * 0.35F},
                           ui.colour(progress.busy ? Ink::accent : Ink::neutral), 3);
    ImGui::Dummy({width, ui.em});
    note_item(ui, "status.progress");
    ImGui::SameLine(0, ui.step(4));
}

/// Stop, or what goes on after it. Their place stays when there is nothing to stop: a second click must not hit what
/// stands beside it.
void draw_stop(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    const float start = ImGui::GetCursorPosX();
    float width = 0;
    for (const Word word : {Word::stop, Word::go_on})
        width = std::max(width, ImGui::CalcTextSize(context.word(word)).x + ImGui::GetStyle().FramePadding.x * 2);
    if (context.progress.busy) {
        if (button(ui, "status.stop", context.word(Word::stop), false, context.word(Word::stop_tip)))
            sink.send(Action::stop);
    } else if (context.stopped) {
        if (button(ui, "status.go_on", context.word(Word::go_on), true, context.word(Word::go_on_tip)))
            sink.send(Action::go_on);
    } else {
        ImGui::Dummy({width, ImGui::GetFrameHeight()});
    }
    ImGui::SameLine(start + width + ImGui::GetStyle().ItemSpacing.x);
}

/// What is hidden or has been said: a search that hides levers, and notifications.
void draw_icons(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    if (!context.view().lever_search.empty()) {
        ImGui::SameLine(0, ui.em);
        if (button(ui, "status.filter", context.word(Word::filter_short), false, context.word(Word::filter_tip)))
            sink.send(SetLeverSearch{});
    }
    if (context.log.empty()) return;
    const bool problem =
        std::any_of(context.log.begin(), context.log.end(), [](const LoggedNotice& one) { return one.notice.problem; });
    const std::string words = (problem ? "\u2717 " : "\u2713 ") + std::to_string(context.log.size());
    ImGui::SameLine(0, ui.step(4));
    if (button(ui, "status.notices", words.c_str(), false, context.word(Word::notices_action)))
        sink.send(Action::notices);
}

/// Which numbers the runs have; where `room` is too small only if they are not the standard ones.
void draw_members(const ViewContext& context, CommandSink& sink, float room) {
    const bool on = context.session().members;
    const Ui& ui = context.ui;
    const float own = ImGui::CalcTextSize(context.word(Word::members_off)).x + ui.em * 2;
    if (!context.has_members || (!on && own > room)) return;
    if (button(ui, "status.members", context.word(on ? Word::members_on : Word::members_off), on,
               context.word(on ? Word::members_tip_off : Word::members_tip_on)))
        sink.send(Action::members);
    ImGui::SameLine(0, ui.em);
}

}  // namespace

void draw_status_bar(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    ImGui::PushFont(ui.fonts.small);
    ImGui::AlignTextToFramePadding();
    const std::size_t size = context.country != nullptr ? context.country->size() : 0;
    const bool narrow = context.view().narrow;
    const std::string all = std::to_string(std::max(context.progress.wanted, context.session().replicates));
    std::string words = runs_words(context);
    // what follows stays where it is
    std::string longest;
    const Word done = narrow ? Word::runs_done : Word::runs_done_long;
    for (const Word state : {Word::runs_busy, Word::runs_stopped, done}) {
        const std::string one = filled(context.word(state), all, all);
        if (ImGui::CalcTextSize(one.c_str()).x > ImGui::CalcTextSize(longest.c_str()).x) longest = one;
    }
    const std::string seed = filled(context.word(Word::seed_words), std::to_string(context.session().seed));
    if (context.view().timings) words += timing_words(context);
    draw_progress(context);
    ImGui::TextUnformatted(words.c_str());
    note_item(ui, "status.runs");
    const Word tip = context.over == Over::assumptions ? Word::runs_tip_members : Word::runs_tip;
    tip_on_hover(ui, context.word(tip) + ("\n\n" + seed));
    ImGui::SameLine(0, ui.em + std::max(0.F, ImGui::CalcTextSize(longest.c_str()).x - ImGui::GetItemRectSize().x));
    draw_stop(context, sink);
    const std::string municipalities = filled(context.word(Word::municipalities_words), std::to_string(size));
    const bool sample = context.session().sample > 0;
    if (button(ui, "status.size", municipalities.c_str(), false,
               context.word(sample ? Word::size_tip_all : Word::size_tip_sample)))
        sink.send(Action::size);
    ImGui::SameLine(0, ui.em);
    const char* sources = context.word(Word::sources);
    const char* purpose = context.word(narrow ? Word::purpose_short : Word::purpose);
    const float after = ImGui::CalcTextSize(purpose).x + ImGui::CalcTextSize(sources).x +
                        ImGui::CalcTextSize(context.word(Word::export_menu)).x + ui.em * 10;
    draw_members(context, sink, ImGui::GetWindowWidth() - ImGui::GetCursorPosX() - after);
    ImGui::TextColored(ui.colour4(Ink::soft_text), "%s", purpose);
    note_item(ui, "status.purpose");
    tip_on_hover(ui, context.word(Word::purpose));
    const float width =
        ImGui::CalcTextSize(context.word(Word::export_menu)).x + ImGui::CalcTextSize(sources).x + ui.em * 3.4F;
    draw_icons(context, sink);
    ImGui::SameLine(ImGui::GetWindowWidth() - width);
    if (button(ui, "status.sources", sources)) sink.send(Action::sources);
    ImGui::SameLine();
    draw_export(context, sink);
    ImGui::PopFont();
}

}  // namespace algemeente::viewer

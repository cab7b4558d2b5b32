// The step of a story, in place of the levers: its words, what is asked, and the way on.
#include "viewer/views/overlay.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

/// A small sign at the right end of the line; the words before it leave room for it.
float width_of_sign(const char* sign) {
    return ImGui::CalcTextSize(sign).x + ImGui::GetStyle().FramePadding.x * 2;
}

bool small_sign(const ViewContext& context, const std::string& key, const char* sign, Word tip) {
    ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - width_of_sign(sign));
    const bool pressed = ImGui::SmallButton((std::string(sign) + "###" + key).c_str());
    note_item(context.ui, key);
    tip_on_hover(context.ui, context.word(tip));
    return pressed;
}

/// Which step it is, as a bar that fills and in words.
void draw_place(const ViewContext& context) {
    const Ui& ui = context.ui;
    const StoryPlay& play = context.view().story;
    const std::size_t steps = play.story->steps.size();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = std::max(1.F, ImGui::GetContentRegionAvail().x);
    const float share = static_cast<float>(play.step + 1) / static_cast<float>(steps);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + width, at.y + ui.em * 0.25F}, ui.colour(Ink::border), 3);
    list.AddRectFilled(at, {at.x + width * share, at.y + ui.em * 0.25F}, ui.colour(Ink::accent), 3);
    ImGui::Dummy({width, ui.em * 0.3F});
    note_item(ui, "story.progress");
}

/// The title of the story, and the way out of it.
void draw_head(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    const StoryPlay& play = context.view().story;
    ImGui::PushFont(ui.fonts.small);
    const float room = ImGui::GetContentRegionAvail().x - width_of_sign("\u00D7") - ui.em * 0.4F;
    ImGui::PushStyleColor(ImGuiCol_Text, ui.colour(Ink::soft_text));
    ImGui::TextUnformatted(in_lines(play.story->title[context.language()], room).c_str());
    ImGui::PopStyleColor();
    note_item(ui, "story.title");
    if (small_sign(context, "story.leave", "\u00D7", Word::leave_story)) sink.send(Action::leave_story);
    ImGui::PopFont();
    draw_place(context);
}

std::string words_of_choice(const ViewContext& context, const StoryPlay& play, std::size_t choice) {
    std::string words = play.now().question->choices[choice][context.language()];
    if (const int hands = play.answers[play.step].hands[choice]; hands > 0)
        words += "  \u00B7 " + std::to_string(hands);
    if (const auto before = hands_before(play, choice))
        words += "  (" + filled(context.word(Word::story_before_count), std::to_string(*before)) + ")";
    return words;
}

/// A button for each answer, as wide as the panel; a click is a hand, the sign beside it takes one away.
void draw_choices(const ViewContext& context, CommandSink& sink, const StoryPlay& play) {
    const Ui& ui = context.ui;
    const ImGuiStyle& style = ImGui::GetStyle();
    const float sign = width_of_sign("\u2212") + style.ItemSpacing.x;
    ImGui::PushStyleVar(ImGuiStyleVar_ButtonTextAlign, {0, 0.5F});
    for (std::size_t i = 0; i < play.now().question->choices.size(); ++i) {
        const float width = ImGui::GetContentRegionAvail().x - sign;
        const std::string words = in_lines(words_of_choice(context, play, i), width - style.FramePadding.x * 2);
        const std::string key = "story.choice." + std::to_string(i);
        const bool chosen = play.answers[play.step].hands[i] > 0;
        if (button(ui, key, words.c_str(), chosen, nullptr, width)) sink.send(RaiseHand{i, 1});
        if (chosen && small_sign(context, key + ".less", "\u2212", Word::story_hand_less)) sink.send(RaiseHand{i, -1});
    }
    ImGui::PopStyleVar();
    paragraph(ui, context.word(Word::story_hands), ui.fonts.small, Ink::soft_text);
}

void draw_open_answers(const ViewContext& context, CommandSink& sink, const StoryPlay& play) {
    const Ui& ui = context.ui;
    std::string typed = play.draft;
    const float room_to_type = ImGui::GetContentRegionAvail().x - ImGui::GetStyle().FramePadding.x * 2;
    const std::string hint = fitted(context.word(Word::story_type), room_to_type);
    if (text_field(ui, "story.answer", hint.c_str(), typed, -1)) sink.send(TypeAnswer{typed});
    if (was_entered()) {
        sink.send(AddAnswer{});
        ImGui::SetKeyboardFocusHere(-1);  // one answer after the other, or the next one would be commands
    }
    ImGui::PushFont(ui.fonts.small);
    const auto& answers = play.answers[play.step].words;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const std::string key = "story.answer." + std::to_string(i);
        const float room = ImGui::GetContentRegionAvail().x - width_of_sign("\u00D7") - ui.em * 0.4F;
        ImGui::TextUnformatted(in_lines("\u2022 " + answers[i], room).c_str());
        note_item(ui, key);
        if (small_sign(context, key + ".less", "\u00D7", Word::story_answer_less)) sink.send(RemoveAnswer{i});
    }
    ImGui::PopFont();
}

void draw_question(const ViewContext& context, CommandSink& sink, const StoryPlay& play) {
    const StoryQuestion& question = *play.now().question;
    paragraph(context.ui, question.ask[context.language()], context.ui.fonts.bold);
    note_item(context.ui, "story.question");
    if (question.choices.empty()) {
        draw_open_answers(context, sink, play);
    } else {
        draw_choices(context, sink, play);
    }
}

void draw_asked_lever(const ViewContext& context, CommandSink& sink, const std::string& name) {
    const ParameterInfo* row = find_parameter(name);
    if (row == nullptr) return;
    paragraph(context.ui, filled(context.word(Word::story_move), letter_of(context.view().slot)),
              context.ui.fonts.small_bold);
    draw_lever(context, sink, *row);
}

std::string title_of_step(const ViewContext& context, const StoryStep& step) {
    switch (step.moment) {
        case StoryMoment::before: return context.word(Word::story_first);
        case StoryMoment::after: return context.word(Word::story_last);
        case StoryMoment::during: break;
    }
    return step.title[context.language()];
}

void draw_step(const ViewContext& context, CommandSink& sink, const StoryPlay& play) {
    const Ui& ui = context.ui;
    const StoryStep& step = play.now();
    paragraph(ui,
              filled(context.word(Word::story_place), std::to_string(play.step + 1),
                     std::to_string(play.story->steps.size())),
              ui.fonts.small, Ink::soft_text);
    note_item(ui, "story.place");
    paragraph(ui, title_of_step(context, step), ui.fonts.bold);
    note_item(ui, "story.step");
    if (play.step == 0 && !play.story->question.empty())
        paragraph(ui, play.story->question[context.language()], nullptr, Ink::soft_text);
    if (!step.text.empty()) {
        paragraph(ui, step.text[context.language()]);
        note_item(ui, "story.text");
    }
    if (step.predicts && context.view().prediction.active && !context.view().prediction.revealed)
        paragraph(ui, context.word(Word::story_draw), ui.fonts.small_bold);
    if (!step.lever.empty()) draw_asked_lever(context, sink, step.lever);
    if (step.question) draw_question(context, sink, play);
}

/// In the same place at every step: a hand that stays where it is turns page after page.
void draw_ways(const ViewContext& context, CommandSink& sink, const StoryPlay& play) {
    const Ui& ui = context.ui;
    ImGui::BeginDisabled(play.step == 0);
    if (button(ui, "story.back", context.word(Word::tour_back))) sink.send(Action::story_back);
    ImGui::EndDisabled();
    ImGui::SameLine();
    float width = 0;
    for (const Word word : {Word::tour_onward, Word::story_end})
        width = std::max(width, ImGui::CalcTextSize(context.word(word)).x + ImGui::GetStyle().FramePadding.x * 2);
    const char* next = context.word(play.last() ? Word::story_end : Word::tour_onward);
    const std::string tip = key_words(info_of(Action::story_next), context.language());
    if (button(ui, "story.next", next, true, tip.c_str(), width)) sink.send(Action::story_next);
}

void draw_story_row(const ViewContext& context, CommandSink& sink, const Story& story) {
    const Ui& ui = context.ui;
    const std::string minutes = filled(context.word(Word::story_minutes), std::to_string(story.minutes));
    const float room = ImGui::GetContentRegionAvail().x - ImGui::GetStyle().FramePadding.x * 2;
    const std::string words = in_lines(
        story.title[context.language()] + "  \u00B7  " + minutes + "\n" + story.question[context.language()], room);
    ImGui::PushStyleVar(ImGuiStyleVar_ButtonTextAlign, {0, 0.5F});
    if (button(ui, story_key(story.name), words.c_str(), false, nullptr, ImGui::GetContentRegionAvail().x))
        sink.send(OpenStory{story.name});
    ImGui::PopStyleVar();
}

}  // namespace

void draw_story_panel(const ViewContext& context, CommandSink& sink) {
    const StoryPlay& play = context.view().story;
    draw_head(context, sink);
    const float ways = ImGui::GetFrameHeightWithSpacing() + ImGui::GetStyle().ItemSpacing.y;
    // a step that is longer than the panel scrolls, and begins at its top
    ImGui::BeginChild(("step " + std::to_string(play.step)).c_str(), {0, -ways}, false);
    draw_step(context, sink, play);
    ImGui::EndChild();
    draw_ways(context, sink, play);
}

void draw_story_list(const ViewContext& context, CommandSink& sink, float width, float height) {
    const Ui& ui = context.ui;
    const float w = std::min(ui.em * 38, width * 0.9F);
    const float h = std::min(ui.em * 25, height * 0.85F);
    overlay(context, "stories", {(width - w) / 2, (height - h) / 2}, {w, h}, [&] {
        heading(ui, context.word(Word::stories_title));
        paragraph(ui, context.word(Word::stories_about), ui.fonts.small, Ink::soft_text);
        ImGui::BeginChild("list", {0, -ui.em * 2.2F});
        if (context.state.stories().empty()) paragraph(ui, context.word(Word::stories_none));
        for (const auto& story : context.state.stories()) draw_story_row(context, sink, *story);
        ImGui::EndChild();
        if (button(ui, "stories.close", context.word(Word::close), true) || entered(context, "stor"))
            sink.send(Action::stories);
    });
}

}  // namespace algemeente::viewer

// In what a scenario differs from A, beside what it changes; and a button that tries the last change alone.
#include "viewer/views/differs_view.h"

#include "viewer/views/shown.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

float width_of_button(const ViewContext& context) {
    const float words = ImGui::CalcTextSize(context.word(Word::only_this)).x;
    return words + (ImGui::GetStyle().FramePadding.x + ImGui::GetStyle().ItemSpacing.x) * 2;
}

bool has_button(const ViewContext& context, const WhatDiffers& differs) {
    return !differs.last_change.empty() && !context.picture;
}

std::string shown_words(const ViewContext& context, const WhatDiffers& differs, float width, int most) {
    const float room = width - (has_button(context, differs) ? width_of_button(context) : 0);
    return first_lines(in_lines(differs.words, room), most);
}

}  // namespace

float height_of_differs(const ViewContext& context, float width) {
    const std::optional<WhatDiffers> differs = what_differs(context);
    if (!differs) return 0;
    ImGui::PushFont(context.ui.fonts.small);
    const float words = ImGui::CalcTextSize(shown_words(context, *differs, width, all_lines).c_str()).y;
    const float high = has_button(context, *differs) ? std::max(words, ImGui::GetFrameHeight()) : words;
    ImGui::PopFont();
    return high + ImGui::GetStyle().ItemSpacing.y;
}

void draw_differs(const ViewContext& context, CommandSink& sink, int most) {
    const Ui& ui = context.ui;
    const std::optional<WhatDiffers> differs = what_differs(context);
    if (!differs) return;
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::PushFont(ui.fonts.small);
    const std::string words = shown_words(context, *differs, width, most);
    if (has_button(context, *differs)) {
        const std::string tip =
            filled(context.word(Word::only_this_tip), letter_of(differs->slot), differs->last_change) + "  (" +
            key_words(info_of(Action::only_this), ui.language) + ")";
        if (button(ui, "differs.only_this", context.word(Word::only_this), true, tip.c_str()))
            sink.send(Action::only_this);
        ImGui::SameLine();
    }
    const bool stands_out = differs->several || differs->nothing;
    ImGui::TextColored(ui.colour4(stands_out ? Ink::text : Ink::soft_text), "%s", words.c_str());
    note_item(ui, "differs");
    if (differs->words != differs->in_full || words.ends_with("\u2026")) tip_on_hover(ui, differs->in_full);
    ImGui::PopFont();
}

}  // namespace algemeente::viewer

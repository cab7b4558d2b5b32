#include "viewer/commands/tour.h"
#include "viewer/views/view.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

void tool(const ViewContext& context, CommandSink& sink, Action action, const char* words, bool active = false) {
    const ActionInfo& info = info_of(action);
    const std::string tip = std::string(context.word(info.word)) + "  (" + key_words(info) + ")";
    if (button(context.ui, "tool." + std::string(info.id), words, active, tip.c_str())) sink.send(action);
    ImGui::SameLine();
}

void draw_page_buttons(const ViewContext& context, CommandSink& sink) {
    for (const PageInfo& page : page_table) {
        const ActionInfo& action = *action_of_key(page.key, 0);
        const std::string tip = std::string(context.word(page.about)) + "  (" + key_words(action) + ")";
        if (button(context.ui, page_button(page.page), context.word(page.words), context.view().page == page.page,
                   tip.c_str()))
            sink.send(action.action);
        ImGui::SameLine();
    }
}

float width_of_tools(const ViewContext& context, std::initializer_list<const char*> words) {
    float width = 0;
    const ImGuiStyle& style = ImGui::GetStyle();
    for (const char* one : words) width += ImGui::CalcTextSize(one).x + style.FramePadding.x * 2 + style.ItemSpacing.x;
    return width + context.ui.em * 0.3F;
}

void draw_tools(const ViewContext& context, CommandSink& sink) {
    const bool light = context.view().preferences.theme == Theme::light;
    const char* theme = context.word(light ? Word::dark_short : Word::light_short);
    const char* beamer = context.word(Word::projector_short);
    // a narrow window or a projector keeps what a room needs; the palette has the rest
    const bool narrow = ImGui::GetWindowWidth() < context.ui.em * 66;
    const float width = narrow ? width_of_tools(context, {"Ctrl+K", beamer, "NL|EN"})
                               : width_of_tools(context, {"Ctrl+K", "A\u2212", "A+", theme, beamer, "NL|EN", "?"});
    // the field takes what is left
    const float field = ImGui::GetWindowWidth() - width - ImGui::GetCursorPosX() - context.ui.em * 0.6F;
    draw_town_search(context, sink, std::clamp(field, context.ui.em * 5, context.ui.em * 14));
    ImGui::SameLine(ImGui::GetWindowWidth() - width);
    tool(context, sink, Action::palette, "Ctrl+K");
    if (!narrow) {
        tool(context, sink, Action::smaller, "A\u2212");
        tool(context, sink, Action::larger, "A+");
        tool(context, sink, Action::theme, theme);
    }
    tool(context, sink, Action::projector, beamer, context.view().preferences.projector);
    tool(context, sink, Action::language, "NL|EN");
    if (!narrow) tool(context, sink, Action::help, "?");
    ImGui::NewLine();
}

void draw_presets(const ViewContext& context, CommandSink& sink, std::size_t slot) {
    for (const Scenario& preset : context.state.presets()) {
        if (preset.name == "synthetic") continue;  // for checking, not for the room
        const std::string key = "preset." + std::to_string(slot) + "." + preset.name;
        const bool current = context.session().slots[slot].preset.name == preset.name;
        const std::string words = title_of(preset, context.language()) + "###" + key;
        if (ImGui::Selectable(words.c_str(), current)) sink.send(LoadPreset{slot, preset.name});
        note_item(context.ui, key);
        const std::string question = question_of(preset, context.language());
        const std::string story = story_of(preset, context.language());
        tip_on_hover(context.ui,
                     question + "\n\n" + story + "\n\n" + context.word(Word::evidence_label) + ": " + preset.evidence);
    }
}

/// What has left the screen can come back into this slot.
void draw_recent(const ViewContext& context, CommandSink& sink, std::size_t slot) {
    const std::vector<Slot>& recent = context.state.recent();
    if (recent.empty()) return;
    ImGui::TextColored(context.ui.colour4(Ink::soft_text), "%s", context.word(Word::recent));
    for (std::size_t i = 0; i < recent.size(); ++i) {
        const std::string key = "recent." + std::to_string(slot) + "." + std::to_string(i);
        std::string title = title_of(recent[i].scenario, context.language());
        if (const int changed = changed_levers(recent[i]); changed > 0)
            title += "  \u00B7 " + filled(context.word(Word::changed_count), std::to_string(changed));
        if (ImGui::Selectable((title + "###" + key).c_str())) sink.send(BringBack{slot, i});
        note_item(context.ui, key);
    }
    ImGui::Separator();
}

void draw_chip(const ViewContext& context, CommandSink& sink, std::size_t slot, float width) {
    const Slot& one = context.session().slots[slot];
    const std::string name = std::to_string(slot);
    const bool chosen = context.view().slot == slot;
    const char* marks[] = {"\u25CF", "\u25A0", "\u25B2", "\u25C6"};
    const std::string letter = letter_of(slot) + " " + marks[slot % 4];
    if (button(context.ui, "slot." + name, letter.c_str(), chosen)) sink.send(SelectSlot{slot});
    ImGui::SameLine(0, 2);
    ImGui::SetNextItemWidth(width);
    std::string title = title_of(one.scenario, context.language());
    if (const int changed = changed_levers(one); changed > 0)
        title += "  \u00B7 " + filled(context.word(Word::changed_count), std::to_string(changed));
    ImGui::SetNextWindowSizeConstraints({0, 0}, {context.ui.em * 40, context.ui.em * 32});
    const bool open = ImGui::BeginCombo(("###preset." + name).c_str(), title.c_str(), ImGuiComboFlags_HeightLargest);
    note_item(context.ui, "preset." + name);
    if (!open) {
        tip_on_hover(context.ui, story_of(one.scenario, context.language()));
        return;
    }
    draw_recent(context, sink, slot);
    draw_presets(context, sink, slot);
    ImGui::EndCombo();
}

void draw_scenarios(const ViewContext& context, CommandSink& sink) {
    const std::size_t count = context.session().slots.size();
    const float room = ImGui::GetContentRegionAvail().x - context.ui.em * 13;
    const float width = std::min(context.ui.em * 20, room / static_cast<float>(count) - context.ui.em * 3.2F);
    for (std::size_t i = 0; i < count; ++i) {
        draw_chip(context, sink, i, width);
        ImGui::SameLine(0, context.ui.em * 0.8F);
    }
    if (count < slot_limit) tool(context, sink, Action::add_slot, "+");
    if (count > 1) tool(context, sink, Action::remove_slot, "\u2212");
    tool(context, sink, Action::undo, "Ctrl+Z");
    tool(context, sink, Action::redo, "Ctrl+Y");
    ImGui::NewLine();
}

}  // namespace

void draw_top_bar(const ViewContext& context, CommandSink& sink) {
    // a narrow window has no room for its own name; the title of the window says it
    if (ImGui::GetWindowWidth() >= context.ui.em * 66) {
        ImGui::PushFont(context.ui.fonts.title);
        ImGui::TextUnformatted(context.word(Word::app_name));
        ImGui::PopFont();
        ImGui::SameLine(0, context.ui.em * 1.4F);
    }
    draw_file_menu(context, sink);
    draw_page_buttons(context, sink);
    draw_tools(context, sink);
    draw_scenarios(context, sink);
}

}  // namespace algemeente::viewer

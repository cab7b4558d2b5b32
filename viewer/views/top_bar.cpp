#include "viewer/commands/tour.h"
#include "viewer/views/shown.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

void tool(const ViewContext& context, CommandSink& sink, Action action, const char* words, bool active = false) {
    const ActionInfo& info = info_of(action);
    const std::string tip = std::string(context.word(info.word)) + "  (" + key_words(info, context.language()) + ")";
    if (button(context.ui, "tool." + std::string(info.id), words, active, tip.c_str())) sink.send(action);
    ImGui::SameLine();
}

void draw_page_buttons(const ViewContext& context, CommandSink& sink) {
    for (const PageInfo& page : page_table) {
        const ActionInfo& action = *action_of_key(page.key, 0);
        const std::string tip =
            std::string(context.word(page.about)) + "  (" + key_words(action, context.language()) + ")";
        if (button(context.ui, page_button(page.page), context.word(page.words), context.view().page == page.page,
                   tip.c_str()))
            sink.send(action.action);
        ImGui::SameLine();
    }
}

/// A menu of actions, each with its key.
void draw_menu(const ViewContext& context, CommandSink& sink, const char* key, Word title,
               std::initializer_list<Action> listed) {
    const std::string popup = std::string(key) + " menu";
    if (button(context.ui, key, context.word(title))) ImGui::OpenPopup(popup.c_str());
    ImGui::SameLine();
    if (!ImGui::BeginPopup(popup.c_str())) return;
    for (const Action action : listed) {
        const ActionInfo& info = info_of(action);
        if (ImGui::MenuItem(context.word(info.word), key_words(info, context.language()).c_str())) sink.send(action);
        note_item(context.ui, std::string(key) + "." + std::string(info.id));
    }
    ImGui::EndPopup();
}

/// Everything about how the window looks; a narrow window has it only here.
void draw_view_menu(const ViewContext& context, CommandSink& sink) {
    draw_menu(context, sink, "view", Word::view_menu,
              {Action::undo, Action::redo, Action::palette, Action::help, Action::tour, Action::projector,
               Action::larger, Action::smaller, Action::usual_size, Action::theme, Action::language,
               Action::side_levers, Action::side_values, Action::variables, Action::evidence, Action::notices});
}

float width_of_tools(const ViewContext& context, std::initializer_list<const char*> words) {
    float width = 0;
    const ImGuiStyle& style = ImGui::GetStyle();
    for (const char* one : words) width += ImGui::CalcTextSize(one).x + style.FramePadding.x * 2 + style.ItemSpacing.x;
    return width + context.ui.em * 0.5F;
}

void draw_tools(const ViewContext& context, CommandSink& sink) {
    const char* beamer = context.word(Word::projector_short);
    const char* commands = context.word(Word::palette);
    const bool light = context.view().preferences.theme == Theme::light;
    const char* theme = context.word(light ? Word::dark_short : Word::light_short);
    const bool narrow = context.view().narrow;
    const float width = narrow ? context.ui.em * 0.6F : width_of_tools(context, {commands, theme, beamer, "NL|EN"});
    // the field takes what is left
    const float field = ImGui::GetWindowWidth() - width - ImGui::GetCursorPosX();
    draw_town_search(context, sink, std::clamp(field, context.ui.em * 3, context.ui.em * 14));
    if (narrow) return;
    ImGui::SameLine(ImGui::GetWindowWidth() - width);
    tool(context, sink, Action::palette, commands);
    tool(context, sink, Action::theme, theme);
    tool(context, sink, Action::projector, beamer, context.view().preferences.projector);
    tool(context, sink, Action::language, "NL|EN");
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
        tip_on_hover(context.ui, question + "\n\n" + story + "\n\n" + context.word(Word::evidence_label) + ": " +
                                     source_words(preset.evidence, context.language()));
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
    std::string title = slot_title(context, slot);
    if (const int changed = changed_levers(one); changed > 0)
        title += "  \u00B7 " + filled(context.word(Word::changed_count), std::to_string(changed));
    ImGui::SetNextWindowSizeConstraints({0, 0}, {context.ui.em * 40, context.ui.em * 32});
    const std::string shown = fitted_choice(title, width);
    const bool open = ImGui::BeginCombo(("###preset." + name).c_str(), shown.c_str(), ImGuiComboFlags_HeightLargest);
    note_item(context.ui, "preset." + name);
    if (!open) {
        tip_on_hover(context.ui, story_of(one.scenario, context.language()));
        return;
    }
    draw_recent(context, sink, slot);
    draw_presets(context, sink, slot);
    ImGui::EndCombo();
}

void draw_sides(const ViewContext& context, CommandSink& sink, float width) {
    ImGui::SameLine(ImGui::GetWindowWidth() - width);
    tool(context, sink, Action::side_levers, context.word(Word::levers), context.view().shows(Side::levers));
    const bool has_values = info_of(context.view().page).beside == Beside::readout;
    ImGui::BeginDisabled(!has_values);
    tool(context, sink, Action::side_values, context.word(Word::values_short),
         has_values && context.view().shows(Side::values));
    ImGui::EndDisabled();
    ImGui::NewLine();
}

void draw_scenarios(const ViewContext& context, CommandSink& sink) {
    const std::size_t count = context.session().slots.size();
    const bool narrow = context.view().narrow;
    const char* undo = context.word(Word::undo);
    const char* redo = context.word(Word::redo);
    const float sides = width_of_tools(context, {context.word(Word::levers), context.word(Word::values_short)});
    const float tools = width_of_tools(context, {"+", "\u2212"}) + (narrow ? 0 : width_of_tools(context, {undo, redo}));
    const float badge = width_of_tools(context, {"A \u25CF"}) + context.ui.em * 0.5F;
    const float room = ImGui::GetContentRegionAvail().x - sides - tools;
    const float width = std::min(context.ui.em * 20, room / static_cast<float>(count) - badge);
    for (std::size_t i = 0; i < count; ++i) {
        draw_chip(context, sink, i, std::max(context.ui.em * 2, width));
        ImGui::SameLine(0, context.ui.em * 0.5F);
    }
    if (count < slot_limit) tool(context, sink, Action::add_slot, "+");
    if (count > 1) tool(context, sink, Action::remove_slot, "\u2212");
    if (!narrow) {
        tool(context, sink, Action::undo, undo);
        tool(context, sink, Action::redo, redo);
    }
    draw_sides(context, sink, sides);
}

}  // namespace

void draw_top_bar(const ViewContext& context, CommandSink& sink) {
    // a narrow window has no room for its own name; the title of the window says it
    if (ImGui::GetWindowWidth() >= context.ui.em * 74) {
        ImGui::PushFont(context.ui.fonts.title);
        ImGui::TextUnformatted(context.word(Word::app_name));
        ImGui::PopFont();
        ImGui::SameLine(0, context.ui.em * 1.4F);
    }
    draw_file_menu(context, sink);
    draw_view_menu(context, sink);
    draw_page_buttons(context, sink);
    draw_tools(context, sink);
    draw_scenarios(context, sink);
}

}  // namespace algemeente::viewer

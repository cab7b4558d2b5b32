#include "viewer/commands/tour.h"
#include "viewer/views/shown.h"

#include <algorithm>
#include <span>
#include <vector>

namespace algemeente::viewer {

namespace {

constexpr const char* more_sign = "\u2026";

void tool(const ViewContext& context, CommandSink& sink, Action action, const char* words, bool active = false) {
    const ActionInfo& info = info_of(action);
    const std::string tip = std::string(context.word(info.word)) + "  (" + key_words(info, context.language()) + ")";
    if (button(context.ui, "tool." + std::string(info.id), words, active, tip.c_str())) sink.send(action);
    ImGui::SameLine();
}

void icon_tool(const ViewContext& context, CommandSink& sink, Action action, Icon icon) {
    const ActionInfo& info = info_of(action);
    const std::string tip = std::string(context.word(info.word)) + "  (" + key_words(info, context.language()) + ")";
    if (icon_button(context.ui, "tool." + std::string(info.id), icon, tip.c_str())) sink.send(action);
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
    if (!begin_menu(context.ui, key, popup)) return;
    for (const Action action : listed) {
        const ActionInfo& info = info_of(action);
        if (ImGui::MenuItem(context.word(info.word), key_words(info, context.language()).c_str())) sink.send(action);
        note_item(context.ui, std::string(key) + "." + std::string(info.id));
    }
    ImGui::EndPopup();
}

/// Everything about how the window looks, also what is beside it as a button.
void draw_view_menu(const ViewContext& context, CommandSink& sink) {
    draw_menu(
        context, sink, "view", Word::view_menu,
        {Action::undo, Action::redo, Action::palette, Action::help, Action::tour, Action::projector, Action::larger,
         Action::smaller, Action::usual_size, Action::theme, Action::motion, Action::language, Action::members,
         Action::side_levers, Action::side_values, Action::variables, Action::evidence, Action::notices});
}

float width_of_tools(const ViewContext& context, std::initializer_list<const char*> words) {
    float width = 0;
    const ImGuiStyle& style = ImGui::GetStyle();
    for (const char* one : words) width += ImGui::CalcTextSize(one).x + style.FramePadding.x * 2 + style.ItemSpacing.x;
    return width + context.ui.em * 0.5F;
}

/// A tool at the right end of the bar.
struct Tool {
    Action action;
    const char* words;
    bool active = false;
};

/// The first row of tools, in the order in which they give way: the last one first.
std::vector<Tool> tools_of(const ViewContext& context) {
    const Preferences& preferences = context.view().preferences;
    const Word other_theme = preferences.theme == Theme::light ? Word::dark_short : Word::light_short;
    return {{Action::language, "NL|EN"},
            {Action::palette, context.word(Word::palette)},
            {Action::projector, context.word(Word::projector_short), preferences.projector},
            {Action::theme, context.word(other_theme)}};
}

float width_of_tool(const char* words) {
    const ImGuiStyle& style = ImGui::GetStyle();
    return ImGui::CalcTextSize(words).x + style.FramePadding.x * 2 + style.ItemSpacing.x;
}

/// How many of them fit; those that do not stand in a menu, whose button needs room as well.
std::size_t tools_that_fit(const std::vector<Tool>& tools, float room) {
    float all = 0;
    for (const Tool& tool : tools) all += width_of_tool(tool.words);
    if (all <= room) return tools.size();
    room -= width_of_tool(more_sign);
    std::size_t count = 0;
    for (const Tool& tool : tools) {
        room -= width_of_tool(tool.words);
        if (room < 0) break;
        ++count;
    }
    return count;
}

void draw_hidden_tools(const ViewContext& context, CommandSink& sink, std::span<const Tool> hidden) {
    if (hidden.empty()) return;
    if (button(context.ui, "more", more_sign, false, context.word(Word::more_tools))) ImGui::OpenPopup("more menu");
    if (!begin_menu(context.ui, "more", "more menu")) return;
    for (const Tool& tool : hidden) {
        const ActionInfo& info = info_of(tool.action);
        if (ImGui::MenuItem(context.word(info.word), key_words(info, context.language()).c_str(), tool.active))
            sink.send(tool.action);
        note_item(context.ui, "more." + std::string(info.id));
    }
    ImGui::EndPopup();
}

/// The field of the search takes what tools leave, and they take what it does not need.
void draw_tools(const ViewContext& context, CommandSink& sink) {
    const float em = context.ui.em;
    const std::vector<Tool> tools = tools_of(context);
    const float end = ImGui::GetWindowWidth() - em * 0.5F;  // where the row below ends
    const std::size_t shown = tools_that_fit(tools, end - ImGui::GetCursorPosX() - em * 9);
    float width = shown < tools.size() ? width_of_tool(more_sign) : 0;
    for (std::size_t i = 0; i < shown; ++i) width += width_of_tool(tools[i].words);
    const float field = end - width - ImGui::GetCursorPosX() - ImGui::GetStyle().ItemSpacing.x;
    draw_town_search(context, sink, std::clamp(field, em * 3, em * 14));
    ImGui::SameLine(end - width);
    for (std::size_t i = shown; i > 0; --i)
        tool(context, sink, tools[i - 1].action, tools[i - 1].words, tools[i - 1].active);
    draw_hidden_tools(context, sink, std::span(tools).subspan(shown));
    if (shown == tools.size()) ImGui::NewLine();  // the last tool waits for another beside it
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
        const std::string title =
            title_of(recent[i].scenario, context.language()) + changed_mark(recent[i], context.language());
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
    ImGui::SameLine(0, context.ui.step(1));
    ImGui::SetNextItemWidth(width);
    ImGui::SetNextWindowSizeConstraints({0, 0}, {context.ui.em * 40, context.ui.em * 32});
    const std::string shown = slot_title_in_choice(context, slot, width);
    const bool open = ImGui::BeginCombo(("###preset." + name).c_str(), shown.c_str(), ImGuiComboFlags_HeightLargest);
    note_item(context.ui, "preset." + name);
    if (!open) {
        tip_on_hover(context.ui, slot_title(context, slot) + "\n\n" + story_of(one.scenario, context.language()));
        return;
    }
    draw_recent(context, sink, slot);
    draw_presets(context, sink, slot);
    ImGui::EndCombo();
}

void draw_sides(const ViewContext& context, CommandSink& sink, float width) {
    ImGui::SameLine(ImGui::GetWindowWidth() - width);
    const bool story = context.view().story.open();  // it has the place of the levers
    ImGui::BeginDisabled(story);
    tool(context, sink, Action::side_levers, context.word(Word::levers), !story && context.view().shows(Side::levers));
    ImGui::EndDisabled();
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
    const float turns = narrow ? (width_of_icon(context.ui) + ImGui::GetStyle().ItemSpacing.x) * 2
                               : width_of_tools(context, {undo, redo});
    const float tools = width_of_tools(context, {"+", "\u2212"}) + turns;
    const float badge = width_of_tools(context, {"A \u25CF"}) + context.ui.em * 0.5F;
    const float room = ImGui::GetContentRegionAvail().x - sides - tools;
    const float width = std::min(context.ui.em * 20, room / static_cast<float>(count) - badge);
    for (std::size_t i = 0; i < count; ++i) {
        draw_chip(context, sink, i, std::max(context.ui.em * 2, width));
        ImGui::SameLine(0, context.ui.step(4));
    }
    if (count < slot_limit) tool(context, sink, Action::add_slot, "+");
    if (count > 1) tool(context, sink, Action::remove_slot, "\u2212");
    if (narrow) {
        icon_tool(context, sink, Action::undo, Icon::undo);
        icon_tool(context, sink, Action::redo, Icon::redo);
    } else {
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
        ImGui::SameLine(0, context.ui.step(11));
    }
    draw_file_menu(context, sink);
    draw_view_menu(context, sink);
    draw_page_buttons(context, sink);
    draw_tools(context, sink);
    draw_scenarios(context, sink);
}

}  // namespace algemeente::viewer

// Keys: which are commands, and which widget they work on. Tab goes from one to the next, Enter presses it.
#include "viewer/app/app.h"

#include <imgui_internal.h>

#include <algorithm>

namespace algemeente::viewer {

namespace {

constexpr int key_escape = 256, key_enter = 257, key_tab = 258, key_right = 262, key_left = 263, key_keypad_enter = 335;
constexpr int key_down = 264, key_up = 265;
constexpr int key_page_up = 266, key_page_down = 267;  // no field has pages

/// What comes after these is typed into the field that they open.
bool takes_the_keyboard(Action action) {
    switch (action) {
        case Action::find_town:
        case Action::palette:
        case Action::lane_here:
        case Action::open_session:
        case Action::save_session:
        case Action::save_session_as: return true;
        default: return false;
    }
}

/// While somebody types, letters, arrows and the keys of editing belong to the field.
bool belongs_to_field(const KeyStroke& stroke) {
    const bool control = (stroke.mods & 2) != 0;
    const bool function_key = stroke.key >= 290 && stroke.key <= 301;
    const bool turns_pages = stroke.key == key_page_up || stroke.key == key_page_down;
    if (!control) return stroke.key != key_escape && stroke.key != key_tab && !function_key && !turns_pages;
    return std::string_view("CVXZYA").find(static_cast<char>(stroke.key)) != std::string_view::npos;
}

/// A dialog owns the keyboard: behind it nothing changes, and letters beside its fields are no commands. Only what
/// closes it acts, and what is about the whole window.
bool acts_over_dialogs(Action action, const ViewState& view) {
    switch (action) {
        case Action::close:
        case Action::quit:
        case Action::larger:
        case Action::smaller:
        case Action::usual_size:
        case Action::timings: return true;
        case Action::palette: return view.palette_open;
        case Action::help: return view.help_open;
        case Action::sources: return view.sources_open;
        case Action::evidence: return view.evidence_open;
        case Action::variables: return view.variable_open;
        case Action::notices: return view.notices_open;
        case Action::stories: return view.stories_open;
        case Action::phones:
        case Action::reveal:
        case Action::story_next: return view.phones.panel;
        default: return false;
    }
}

/// The tour is a book: Enter and the right arrow turn its page, the left arrow turns back.
std::optional<Action> turns_tour(const KeyStroke& stroke) {
    if (stroke.mods != 0) return std::nullopt;
    switch (stroke.key) {
        case key_enter:
        case key_keypad_enter:
        case key_right: return Action::next_tour_step;
        case key_left: return Action::previous_tour_step;
        default: return std::nullopt;
    }
}

int top_layer(const std::vector<NotedItem>& items) {
    int top = 0;
    for (const NotedItem& item : items) top = std::max(top, item.layer);
    return top;
}

}  // namespace

void App::take_input() {
    input_.push(platform_.take_input());
    ui_.focus.moved = false;
    ui_.focus.turned = 0;
    lead_into_list();
    ImGuiIO& io = ImGui::GetIO();
    io.KeyMap[ImGuiKey_Tab] = -1;  // it moves the ring; Dear ImGui would take it to the next field as well
    input_.feed(io, [this](const KeyStroke& stroke) { return on_stroke(stroke); });
    if (io.MouseDown[0]) ui_.focus.key.clear();
    if (platform_.take_close()) sink_.send(Action::quit);
    if (auto files = platform_.take_drops(); !files.empty()) sink_.send(OpenFiles{std::move(files)});
}

/// True if a field is about to take the keyboard.
bool App::on_stroke(const KeyStroke& stroke) {
    if (ImGui::GetIO().WantTextInput && belongs_to_field(stroke)) return false;
    if (stroke.key == key_escape && close_popup()) return false;
    if (moves_focus(stroke)) return false;
    const bool menu_open = ImGui::GetCurrentContext()->OpenPopupStack.Size > 0;
    if (const auto turn = turns_tour(stroke);
        turn && dispatcher_->view().tour_step > 0 && !dialog_open() && !menu_open) {
        sink_.send(*turn);
        return false;
    }
    const ActionInfo* info = action_of_key(stroke.key, stroke.mods);
    if (info == nullptr) return false;
    if (dialog_open() && !acts_over_dialogs(info->action, dispatcher_->view())) return false;
    if (stroke.key == key_escape) ui_.focus.key.clear();
    // a menu has had its answer: another key than one of its own closes it as well
    if (menu_open) ImGui::ClosePopupToLevel(0, false);
    sink_.send(info->action);
    return takes_the_keyboard(info->action);
}

/// Something lies over the window and wants to be dealt with first; a menu does not count.
bool App::dialog_open() const {
    const auto& items = widgets_.items();
    return std::any_of(items.begin(), items.end(),
                       [](const NotedItem& item) { return item.layer > 0 && item.layer < popup_layer; });
}

/// Menus and lists close before anything else.
bool App::close_popup() {
    if (!ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) return false;
    ImGui::ClosePopupToLevel(ImGui::GetCurrentContext()->OpenPopupStack.Size - 1, true);
    return true;
}

/// The widget that the keyboard works on, if it can be worked on in this frame.
const NotedItem* App::focused() const {
    const auto& items = widgets_.items();
    const auto found = std::find_if(items.begin(), items.end(), [&](const NotedItem& item) {
        return item.id != 0 && item.key == ui_.focus.key && item.layer == top_layer(items);
    });
    return found == items.end() ? nullptr : &*found;
}

/// The list of stories opens with the ring on its first one: Enter opens what it is on.
void App::lead_into_list() {
    const bool open = dispatcher_->view().stories_open;
    const auto& stories = dispatcher_->stories();
    if (open && !stories_shown_ && !stories.empty())
        ui_.focus = {.key = story_key(stories.front()->name), .moved = true};
    stories_shown_ = open;
}

/// Up and down in a list of stories, from the one that has the ring.
bool App::moves_in_list(const NotedItem& now, int key) {
    if ((key != key_down && key != key_up) || !now.key.starts_with(story_key(""))) return false;
    const auto& stories = dispatcher_->stories();
    const auto at = std::find_if(stories.begin(), stories.end(),
                                 [&](const auto& story) { return story_key(story->name) == now.key; });
    if (at == stories.end()) return false;
    const auto place = static_cast<std::size_t>(at - stories.begin());
    const std::size_t to = (place + (key == key_down ? 1 : stories.size() - 1)) % stories.size();
    ui_.focus = {.key = story_key(stories[to]->name), .moved = true};
    return true;
}

bool App::moves_focus(const KeyStroke& stroke) {
    const NotedItem* now = focused();
    if (now != nullptr && moves_in_list(*now, stroke.key)) return true;
    if (stroke.key == key_tab) {
        std::vector<const NotedItem*> all;
        const int top = top_layer(widgets_.items());
        for (const NotedItem& item : widgets_.items())
            if (item.id != 0 && item.layer == top) all.push_back(&item);
        if (all.empty()) return true;
        const bool back = (stroke.mods & 1) != 0;
        const auto at = std::find(all.begin(), all.end(), now);
        const std::size_t from =
            at == all.end() ? (back ? 0 : all.size() - 1) : static_cast<std::size_t>(at - all.begin());
        ui_.focus = {.key = all[(from + (back ? all.size() - 1 : 1)) % all.size()]->key, .moved = true};
        ImGui::ClearActiveID();
        return true;
    }
    if (now == nullptr) return false;
    if (stroke.key == key_enter || stroke.key == key_keypad_enter) {
        ImGui::ActivateItem(now->id);
        ImGui::GetCurrentContext()->NavInputSource = ImGuiInputSource_Keyboard;
        return true;
    }
    const bool slides =
        now->key.starts_with("lever.") || now->key == "lane.value" || now->key.starts_with("choose.chart.");
    if (!slides || (stroke.key != key_left && stroke.key != key_right)) return false;
    ui_.focus.turned = (stroke.key == key_left ? -1 : 1) * ((stroke.mods & 1) != 0 ? 10 : 1);
    return true;
}

/// A ring round it, over everything.
void App::draw_focus() {
    const NotedItem* now = focused();
    if (now == nullptr) return;
    const float edge = ui_.em * 0.14F;
    ImGui::GetForegroundDrawList()->AddRect({now->area.x - edge, now->area.y - edge},
                                            {now->area.right() + edge, now->area.bottom() + edge},
                                            ui_.colour(Ink::text), ui_.em * 0.3F, 0, edge);
}

}  // namespace algemeente::viewer

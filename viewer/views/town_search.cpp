// One field for a municipality, on every page: arrow keys choose, Enter opens.
#include "viewer/views/overlay.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

constexpr std::size_t most_hits = 8;
constexpr const char* field = "town.search";

struct Found {
    std::vector<TownHit> hits;
    bool near = false;  ///< nothing has what was typed in its name: this is only the nearest one
};

Found hits_of(const ViewContext& context) {
    const std::string& typed = context.view().municipality_search;
    std::vector<TownHit> hits = find_towns(typed, context.towns);
    if (hits.size() > most_hits) hits.resize(most_hits);
    if (!hits.empty()) return {std::move(hits)};
    const std::optional<TownHit> nearest = nearest_town(typed, context.towns);
    return {nearest ? std::vector{*nearest} : std::vector<TownHit>{}, true};
}

bool pressed(ImGuiKey key) {
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), true);
}

}  // namespace

void draw_town_search(const ViewContext& context, CommandSink& sink, float width) {
    std::string typed = context.view().municipality_search;
    if (context.view().town_focus) {
        ImGui::SetKeyboardFocusHere();
        sink.send(TownFocusTaken{});
    }
    const std::string hint =
        fitted(context.word(Word::search_municipality), width - ImGui::GetStyle().FramePadding.x * 2);
    if (text_field(context.ui, field, hint.c_str(), typed, width) && !pressed(ImGuiKey_Escape))
        sink.send(SetMunicipalitySearch{typed});  // Escape empties it, where Dear ImGui would bring back what was there
    const bool entered = was_entered();
    const bool active = ImGui::IsItemActive();
    const ActionInfo& info = info_of(Action::find_town);
    if (typed.empty())
        tip_on_hover(context.ui,
                     std::string(context.word(info.word)) + "  (" + key_words(info, context.language()) + ")");
    if (typed.empty() || (!active && !entered)) return;
    const std::vector<TownHit> hits = hits_of(context).hits;
    if (hits.empty()) {
        if (entered) sink.send(Action::find_town);  // what is typed next is another try, and no command
        return;
    }
    const std::size_t choice = std::min(context.view().town_choice, hits.size() - 1);
    if (entered) {
        sink.send(OpenTown{hits[choice].code});
    } else if (pressed(ImGuiKey_DownArrow)) {
        sink.send(SetTownChoice{(choice + 1) % hits.size()});
    } else if (pressed(ImGuiKey_UpArrow)) {
        sink.send(SetTownChoice{(choice + hits.size() - 1) % hits.size()});
    }
}

/// Below the field, as long as something stands in it.
void draw_town_hits(const ViewContext& context, CommandSink& sink, float width, float height) {
    const Ui& ui = context.ui;
    const std::string& typed = context.view().municipality_search;
    if (typed.empty() || ui.widgets == nullptr) return;
    const auto place = ui.widgets->find(field);
    if (!place) return;
    const Found found = hits_of(context);
    const std::vector<TownHit>& hits = found.hits;
    const bool near = found.near;
    std::string nothing = filled(context.word(Word::town_nothing), typed);
    if (near && !hits.empty()) nothing += ". " + std::string(context.word(Word::town_nearest));
    const float lines = static_cast<float>(hits.size() + (near ? 2 : 0));
    const float w = std::min(width * 0.9F, std::max(place->width, ui.em * 20));
    const float h = std::min(height * 0.8F, ImGui::GetTextLineHeightWithSpacing() * lines + ui.em * 1.7F);
    const float x = std::min(place->x, width - w - ui.em * 0.3F);
    const auto draw = [&] {
        if (near) {
            paragraph(ui, nothing, nullptr, Ink::soft_text);
            note_item(ui, "town.nothing");
        }
        for (std::size_t i = 0; i < hits.size(); ++i) {
            const std::string key = "town.found." + hits[i].code;
            const std::string name = hits[i].also.empty() ? hits[i].name : hits[i].also + "  \u2192  " + hits[i].name;
            if (ImGui::Selectable((name + "###" + key).c_str(), i == context.view().town_choice))
                sink.send(OpenTown{hits[i].code});
            note_item(ui, key);
        }
        // the field being typed in is no reason for the list not to be under the pointer
        const bool here = ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
        const bool elsewhere = ImGui::IsMouseClicked(0) && !here &&
                               !place->contains({ImGui::GetIO().MousePos.x, ImGui::GetIO().MousePos.y});
        if (elsewhere) sink.send(SetMunicipalitySearch{});
    };
    overlay(context, "towns", {x, place->bottom() + ui.em * 0.2F}, {w, h}, draw, false);
}

}  // namespace algemeente::viewer

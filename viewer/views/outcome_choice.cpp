#include "viewer/views/chart_pointer.h"
#include "viewer/views/shown.h"

#include <algorithm>

namespace algemeente::viewer {

void draw_outcome_choice(const ViewContext& context, CommandSink& sink, float rest) {
    const ViewState& view = context.view();
    // a narrow page keeps its buttons on one line
    const float em = context.ui.em;
    const float width = std::clamp(ImGui::GetContentRegionAvail().x - em * rest, em * 8.5F, em * 13);
    ImGui::SetNextItemWidth(width);
    const auto meaning = [&](std::size_t outcome) {
        const OutcomeInfo& info = domain_outcomes()[outcome];
        return in_language(context.language(), meaning_nl(info.name), info.meaning);
    };
    const std::string chosen = fitted_choice(name_of(domain_outcomes()[view.outcome].name, context.language()), width);
    ImGui::SetNextWindowSizeConstraints({0, 0}, {context.ui.em * 30, context.ui.em * 30});
    const bool open = ImGui::BeginCombo("###outcome", chosen.c_str(), ImGuiComboFlags_HeightLargest);
    note_item(context.ui, "outcome");
    if (!open) {
        tip_on_hover(context.ui, meaning(view.outcome));
        return;
    }
    // what is asked most stands first
    std::vector<std::size_t> order;
    for (const char* name :
         {"in_use", "pipeline", "value", "adopters_share", "reach_share", "harm", "incidents_so_far"})
        order.push_back(find_domain_outcome(name));
    for (std::size_t i = 0; i < domain_outcomes().size(); ++i)
        if (std::find(order.begin(), order.end(), i) == order.end()) order.push_back(i);
    for (const std::size_t i : order) {
        const std::string key = "outcome." + std::string(domain_outcomes()[i].name);
        const std::string words = name_of(domain_outcomes()[i].name, context.language()) + "###" + key;
        if (ImGui::Selectable(words.c_str(), i == view.outcome)) sink.send(SetOutcome{i});
        note_item(context.ui, key);
        tip_on_hover(context.ui, meaning(i));
        if (i == order.front()) draw_supply_hint(context, sink);  // there are other counts of use
    }
    ImGui::EndCombo();
}

namespace {

constexpr float reading_width = 7.6F;  ///< in ems
constexpr int reading_gap = 3;         ///< in eighths of one

}  // namespace

float room_of_reading(const ViewContext& context) {
    return has_suppliers(context) ? reading_width + static_cast<float>(reading_gap) / 8 : 0;
}

void draw_reading_choice(const ViewContext& context, CommandSink& sink) {
    if (!has_suppliers(context)) return;
    const Ui& ui = context.ui;
    const ReadingInfo& now = info_of(context.view().reading);
    const float width = ui.em * reading_width;
    flow(width, ui.step(reading_gap));
    ImGui::SetNextItemWidth(width);
    const bool open = ImGui::BeginCombo("###reading", fitted_choice(context.word(now.words), width).c_str());
    note_item(ui, "reading");
    if (!open) {
        tip_on_hover(ui, context.word(now.tip));
        return;
    }
    for (const ReadingInfo& row : reading_table) {
        const std::string key = "reading." + std::string(row.id);
        const std::string words = context.word(row.words) + ("###" + key);
        if (ImGui::Selectable(words.c_str(), row.reading == now.reading)) sink.send(SetReading{row.reading});
        note_item(ui, key);
        tip_on_hover(ui, context.word(row.tip));
    }
    ImGui::EndCombo();
}

void draw_supply_hint(const ViewContext& context, CommandSink& sink) {
    if (has_suppliers(context)) return;
    const std::string words = context.word(Word::supply_ask) + std::string("###supply.ask");
    ImGui::PushStyleColor(ImGuiCol_Text, context.ui.colour(Ink::soft_text));
    if (ImGui::Selectable(words.c_str())) sink.send(ShowSupply{});
    ImGui::PopStyleColor();
    note_item(context.ui, "supply.ask");
    tip_on_hover(context.ui, context.word(Word::supply_ask_tip));
}

}  // namespace algemeente::viewer

#include "viewer/views/chart_pointer.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {

namespace {

/// Stays on the line if `words` fit there, else begins the next.
void flow(const char* words, float spacing) {
    const float wanted = ImGui::CalcTextSize(words).x + ImGui::GetStyle().FramePadding.x * 2 + spacing;
    const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
    if (ImGui::GetItemRectMax().x + wanted <= right) ImGui::SameLine(0, spacing);
}

/// Which event the lower charts are about: those of the lane that can be told apart from what goes on anyway.
void draw_event_choice(const ViewContext& context, CommandSink& sink) {
    const auto& chosen = context.view().event;
    const auto words_of = [&](const LaneEvent& event) {
        return month_words(event.month, context.language()) + ": " + event.words;
    };
    std::string now = context.word(Word::choose_event);
    for (const LaneEvent& event : context.derived.events.value())
        if (chosen && event.key() == *chosen) now = words_of(event);
    flow(now.c_str(), context.ui.em * 0.7F);
    ImGui::SetNextItemWidth(context.ui.em * 15);
    const bool open = ImGui::BeginCombo("###event", now.c_str(), ImGuiComboFlags_HeightLarge);
    note_item(context.ui, "event");
    if (!open) return;
    for (std::size_t i = 0; i < context.derived.events.value().size(); ++i) {
        const LaneEvent& event = context.derived.events.value()[i];
        const std::string key = "event." + std::to_string(i);
        const bool is_it = chosen && event.key() == *chosen;
        if (ImGui::Selectable((words_of(event) + "###" + key).c_str(), is_it)) sink.send(SetEvent{event.key()});
        note_item(context.ui, key);
    }
    ImGui::EndCombo();
}

void draw_choices(const ViewContext& context, CommandSink& sink) {
    const ViewState& view = context.view();
    const Ui& ui = context.ui;
    draw_outcome_choice(context, sink, 32.2F);
    constexpr std::pair<Display, Word> displays[] = {
        {Display::bands, Word::bands}, {Display::runs, Word::runs20}, {Display::both, Word::both}};
    const auto choice = [&](const char* key, Word word, bool active, float spacing, Command command) {
        flow(context.word(word), spacing);
        if (button(ui, key, context.word(word), active)) sink.send(std::move(command));
    };
    const float near = ui.em * 0.2F;
    const float far = ui.em * 0.7F;
    constexpr const char* keys[] = {"display.0", "display.1", "display.2"};
    for (std::size_t i = 0; i < 3; ++i)
        choice(keys[i], displays[i].second, view.display == displays[i].first, i == 0 ? far : near,
               SetDisplay{displays[i].first});
    choice("lower.gap", Word::gap_short, view.lower == LowerChart::gap, far, SetLowerChart{LowerChart::gap});
    choice("lower.difference", Word::difference_short, view.lower == LowerChart::difference, near,
           SetLowerChart{LowerChart::difference});
    choice("lower.event", Word::event_short, view.lower == LowerChart::event, near, SetLowerChart{LowerChart::event});
    choice("predict", Word::predict, view.prediction.active, far, Action::predict);
    if (view.prediction.active && !view.prediction.revealed) choice("reveal", Word::reveal, true, near, Action::reveal);
    const bool moved = view.axes.time || view.axes.y[0] || view.axes.y[1];
    if (moved) choice("fit", Word::fit_short, true, far, Action::fit_charts);
    if (view.axes.y_free) choice("values.free", Word::values_free_short, true, near, Action::free_values);
    if (view.lower == LowerChart::event) draw_event_choice(context, sink);
}

std::string legend_words(const ViewContext& context) {
    if (context.view().lower == LowerChart::event) return study_words(context);
    const int replicates = context.summary != nullptr ? context.summary->replicates : 0;
    if (spread_of(replicates) != Spread::none && context.view().display != Display::runs)
        return band_legend(replicates, context.language());
    return context.word(Word::thin_legend);
}

std::string prediction_words(const ViewContext& context) {
    const Prediction& prediction = context.view().prediction;
    const std::string what = name_of(domain_outcomes()[context.outcome()].name, context.language());
    if (!prediction.revealed) return filled(context.word(Word::predict_on), what);
    std::string words;
    const std::size_t slot = std::min(context.view().slot, context.derived.fans.domains.size() - 1);
    for (std::size_t d = 0; d < domain_count && !context.derived.fans.domains.empty(); ++d) {
        if (prediction.drawn[d].empty()) continue;
        const PredictionScore score = score_of(prediction.drawn[d], context.derived.fans.domains[slot][d]);
        const double share = score.months > 0 ? static_cast<double>(score.inside) / score.months : 0;
        words +=
            std::string(context.word(d == 0 ? Word::social : Word::physical)) + ": " +
            filled(context.word(Word::predict_distance), number_words(score.distance, context.language())) + ", " +
            filled(context.word(Word::predict_inside), number_words(share, context.language(), {.percent = true})) +
            ".  ";
    }
    return words;
}

/// Scenarios as buttons: a click hides one in all charts, the pointer brings it forward.
void draw_legend(const ViewContext& context, CommandSink& sink, float right, float y) {
    const Ui& ui = context.ui;
    const std::size_t slots = context.session().slots.size();
    constexpr const char* marks[] = {"\u25CF", "\u25A0", "\u25B2", "\u25C6"};
    const float width = ui.em * 2.6F;
    ImGui::PushFont(ui.fonts.small);
    for (std::size_t i = 0; i < slots; ++i) {
        const bool hidden = context.view().axes.hidden[i];
        ImGui::SetCursorScreenPos({right - width * static_cast<float>(slots - i), y});
        const std::string words = letter_of(i) + " " + (hidden ? "\u2013" : marks[i % 4]);
        if (hidden) ImGui::PushStyleColor(ImGuiCol_Text, ui.colour(Ink::soft_text));
        const std::string tip = title_of(context.session().slots[i].scenario, context.language()) + "\n" +
                                context.word(hidden ? Word::legend_show : Word::legend_hide);
        if (button(ui, "legend." + std::to_string(i), words.c_str(), false, tip.c_str())) sink.send(ToggleHidden{i});
        if (hidden) ImGui::PopStyleColor();
        if (ImGui::IsItemHovered()) sink.hover_slot(i);
    }
    ImGui::PopFont();
}

/// The effect in words, above its picture: what, and each domain in its colour; as many lines as it needs.
void draw_headline(const ViewContext& context) {
    const Ui& ui = context.ui;
    const auto slot = slot_of_effect(context);
    const bool covered = context.view().prediction.active && !context.view().prediction.revealed;
    if (!slot || covered) return;
    const auto& all = context.summary->scenarios;
    const int month = std::min(context.view().cursor, context.summary->months - 1);
    const Headline headline =
        headline_of(all[*slot], letter_of(*slot), all.front(), month, context.outcome(), context.language());
    const auto part = [&](const char* key, const std::string& words, Ink ink, bool first) {
        if (!first) flow(words.c_str(), ui.em * 0.9F);
        ImGui::TextColored(ui.colour4(ink), "%s", words.c_str());
        note_item(ui, key);
    };
    ImGui::PushFont(ui.fonts.bold);
    part("headline.social", headline.social, letters_of(Ink::social), true);
    part("headline.physical", headline.physical, letters_of(Ink::physical), false);
    ImGui::PopFont();
    ImGui::PushFont(ui.fonts.small);
    part("headline.about", headline.about, Ink::soft_text, false);
    ImGui::PopFont();
}

PlacedChart placed_lower(const ViewContext& context, Scene& scene, Rect at, const FanChart& chart, std::size_t position,
                         const ChartStyle& style) {
    PlacedChart placed = placed_chart(scene, at, chart, "chart.lower." + std::to_string(position), style);
    placed.values = AxisGroup::lower;
    if (!chart.event_at || !context.derived.study) return placed;
    placed.moves_in_time = false;
    placed.first_month = context.derived.study->event.month - EventStudy::before;
    return placed;
}

/// Two charts above and one or two below; a low window shows one of the two rows, as the choice says.
std::vector<PlacedChart> place_charts(Scene& scene, const ViewContext& context, Rect area, const ChartStyle& style) {
    const CompareCharts charts = compare_charts(context);
    const float gap = context.ui.em * 0.8F;
    const float half = (area.width - gap) / 2;
    const bool low = area.height < context.ui.em * 20;
    const bool upper_shown = !low || !context.view().lower_chosen || context.view().lower == LowerChart::gap;
    const bool lower_shown = !low || !upper_shown;
    const bool studying = context.view().lower == LowerChart::event;
    const float upper = low ? area.height : area.height * (studying ? 0.5F : 0.62F);
    std::vector<PlacedChart> placed;
    if (upper_shown) {
        placed.push_back(placed_chart(scene, {area.x, area.y, half, upper}, charts.social, "chart.social", style));
        placed.back().domain = Domain::social;
        placed.push_back(
            placed_chart(scene, {area.x + half + gap, area.y, half, upper}, charts.physical, "chart.physical", style));
        placed.back().domain = Domain::physical;
        for (PlacedChart& one : placed) one.values = AxisGroup::domains;
    }
    if (!lower_shown) return placed;
    const float top = low ? area.y : area.y + upper + gap;
    const float width = charts.lower.size() == 1 ? area.width : half;
    for (std::size_t i = 0; i < charts.lower.size(); ++i) {
        const Rect at = {area.x + static_cast<float>(i) * (half + gap), top, width, area.bottom() - top};
        placed.push_back(placed_lower(context, scene, at, charts.lower[i], i, style));
    }
    return placed;
}

}  // namespace

void draw_compare_view(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    draw_choices(context, sink);
    draw_headline(context);
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const ChartStyle style = chart_style(ui);
    const bool predicting = context.view().prediction.active;
    const float chips = ui.em * 2.6F * static_cast<float>(context.session().slots.size());
    const std::string words = predicting ? prediction_words(context) : legend_words(context);
    std::vector<std::string> lines = wrapped(words, style.letter, (room.x - chips - ui.em) * 1.08F);
    if (room.y < ui.em * 20 && lines.size() > 2) {  // a low window keeps its charts; the pointer shows the rest
        lines.resize(2);
        lines.back() += "\u2026";
    }
    const float legend = std::max(ui.em * 1.8F, style.letter * 1.25F * static_cast<float>(lines.size()) + ui.em * 0.4F);
    Scene scene;
    const std::vector<PlacedChart> placed =
        place_charts(scene, context, {from.x, from.y, room.x, room.y - legend}, style);
    for (std::size_t i = 0; i < lines.size(); ++i)
        scene.add(
            Text{.at = {from.x, from.y + room.y - legend + ui.em * 0.4F + style.letter * 1.25F * static_cast<float>(i)},
                 .words = lines[i],
                 .size = style.letter,
                 .ink = predicting ? Ink::text : Ink::soft_text});
    draw_scene(*ImGui::GetWindowDrawList(), scene, ui);
    if (context.stale)  // the last answer stays in sight while the next one is computed, a little paler
        ImGui::GetWindowDrawList()->AddRectFilled({from.x, from.y}, {from.x + room.x, from.y + room.y - legend},
                                                  ui.colour(Ink::background, 0.35F));
    for (const PlacedChart& one : placed) handle_chart(context, sink, one);
    ImGui::SetCursorScreenPos({from.x, from.y + room.y - legend});
    ImGui::InvisibleButton("###legend.words", {std::max(1.F, room.x - chips - ui.em), legend});
    note_item(ui, "legend.words");
    tip_on_hover(ui, words);
    draw_legend(context, sink, from.x + room.x, from.y + room.y - legend + ui.em * 0.15F);
}

}  // namespace algemeente::viewer

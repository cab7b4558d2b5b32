#include "viewer/views/chart_pointer.h"
#include "viewer/views/differs_view.h"
#include "viewer/views/shown.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {

namespace {

/// Which event the lower charts are about: those of the lane that can be told apart from what goes on anyway.
void draw_event_choice(const ViewContext& context, CommandSink& sink) {
    const auto& chosen = context.view().event;
    const auto words_of = [&](const LaneEvent& event) {
        return month_words(event.month, context.language()) + ": " + event.words;
    };
    std::string now = context.word(Word::choose_event);
    for (const LaneEvent& event : context.derived.events.value())
        if (chosen && event.key() == *chosen) now = words_of(event);
    const float width = context.ui.em * 15;
    flow(width, context.ui.step(6));
    ImGui::SetNextItemWidth(width);
    const bool open = ImGui::BeginCombo("###event", fitted_choice(now, width).c_str(), ImGuiComboFlags_HeightLarge);
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

constexpr std::pair<Display, Word> displays[] = {
    {Display::bands, Word::bands}, {Display::runs, Word::runs20}, {Display::both, Word::both}};
constexpr std::tuple<LowerChart, Word, const char*> lowers[] = {
    {LowerChart::gap, Word::gap_short, "lower.gap"},
    {LowerChart::difference, Word::difference_short, "lower.difference"},
    {LowerChart::event, Word::event_short, "lower.event"}};

LowerChart shown_lower(const ViewContext& context) {
    return context.view().lower_of(context.session().slots.size());
}

/// One scenario alone differs from nothing.
bool is_offered(const ViewContext& context, LowerChart chart) {
    return chart != LowerChart::difference || context.session().slots.size() > 1;
}

bool choice(const ViewContext& context, const std::string& key, Word word, bool active, float spacing) {
    flow(context.word(word), spacing);
    return button(context.ui, key, context.word(word), active);
}

/// The same choices as lists: a page without room for two rows of buttons.
void draw_choice_lists(const ViewContext& context, CommandSink& sink) {
    const ViewState& view = context.view();
    const Ui& ui = context.ui;
    const auto list = [&](const char* key, Word now, float ems, const auto& draw) {
        flow(ui.em * ems, ui.step(2));
        ImGui::SetNextItemWidth(ui.em * ems);
        const std::string shown = fitted_choice(context.word(now), ui.em * ems);
        const bool open = ImGui::BeginCombo((std::string("###") + key).c_str(), shown.c_str());
        note_item(ui, key);
        if (!open) return;
        draw();
        ImGui::EndCombo();
    };
    const auto row = [&](const std::string& key, Word word, bool chosen, Command command) {
        if (ImGui::Selectable((std::string(context.word(word)) + "###" + key).c_str(), chosen))
            sink.send(std::move(command));
        note_item(ui, key);
    };
    const auto at = static_cast<std::size_t>(view.display);
    list("display", displays[at].second, 6, [&] {
        for (std::size_t i = 0; i < 3; ++i)
            row("display." + std::to_string(i), displays[i].second, view.display == displays[i].first,
                SetDisplay{displays[i].first});
    });
    const LowerChart shown = shown_lower(context);
    list("lower", std::get<1>(lowers[static_cast<std::size_t>(shown)]), 7.8F, [&] {
        for (const auto& [chart, word, key] : lowers)
            if (is_offered(context, chart)) row(key, word, shown == chart, SetLowerChart{chart});
    });
}

void draw_choice_buttons(const ViewContext& context, CommandSink& sink) {
    const ViewState& view = context.view();
    const float near = context.ui.step(2);
    const float far = context.ui.step(6);
    for (std::size_t i = 0; i < 3; ++i)
        if (choice(context, "display." + std::to_string(i), displays[i].second, view.display == displays[i].first,
                   i == 0 ? far : near))
            sink.send(SetDisplay{displays[i].first});
    for (const auto& [chart, word, key] : lowers)
        if (is_offered(context, chart) &&
            choice(context, key, word, shown_lower(context) == chart, chart == LowerChart::gap ? far : near))
            sink.send(SetLowerChart{chart});
}

/// While the page for phones is open, or the room predicts and it could be: how many are in, and the way to its panel.
void draw_phones_button(const ViewContext& context, CommandSink& sink) {
    const Phones& phones = context.view().phones;
    const Prediction& prediction = context.view().prediction;
    const bool useful = phones.open || (prediction.active && !prediction.revealed);
    if (!phones.possible || !useful) return;
    const std::string words =
        phones.open ? filled(context.word(Word::phones_short), std::to_string(phones.sent->replies.size()),
                             std::to_string(phones.sent->present))
                    : context.word(Word::phones_short_closed);
    flow(words.c_str(), context.ui.step(2));
    if (button(context.ui, "phones", words.c_str(), phones.open, context.word(Word::phones_tip)))
        sink.send(Action::phones);
}

void draw_choices(const ViewContext& context, CommandSink& sink) {
    const ViewState& view = context.view();
    const float near = context.ui.step(2);
    const float far = context.ui.step(6);
    // where there is no room for it, the list of outcomes has the same three
    const float room = ImGui::GetContentRegionAvail().x / context.ui.em;
    const float wanted = reading_of(view.outcome) ? room_of_reading(context) : 0;
    const bool lists = view.narrow || room < 40 + wanted;
    const float reading = room < 32 + wanted ? 0 : wanted;
    draw_outcome_choice(context, sink, (lists ? 22 : 31.8F) + reading);
    if (reading > 0) draw_reading_choice(context, sink);
    if (lists) {
        draw_choice_lists(context, sink);
    } else {
        draw_choice_buttons(context, sink);
    }
    const bool led = view.story.open();  // a story covers and reveals by its steps
    if (!led && choice(context, "predict", Word::predict, view.prediction.active, far)) sink.send(Action::predict);
    if (view.prediction.active) {
        const bool hidden = !led && !view.prediction.revealed;
        if (hidden && choice(context, "reveal", Word::reveal, true, near)) sink.send(Action::reveal);
        if (choice(context, "predict.again", Word::predict_clear, false, near)) sink.send(Action::clear_prediction);
    }
    draw_phones_button(context, sink);
    const bool moved = view.axes.time || view.axes.y[0] || view.axes.y[1];
    if (moved && choice(context, "fit", Word::fit_short, true, far)) sink.send(Action::fit_charts);
    if (view.axes.y_free && choice(context, "values.free", Word::values_free_short, true, near))
        sink.send(Action::free_values);
    if (view.lower == LowerChart::event) draw_event_choice(context, sink);
}

/// What stands below the charts: what the room is to do while it predicts, else what lines and bands are.
std::string words_below(const ViewContext& context) {
    const Prediction& prediction = context.view().prediction;
    if (!prediction.active || prediction.revealed) return legend_words(context);
    const std::string what = name_of(domain_outcomes()[context.outcome()].name, context.language());
    const Word words = context.view().story.open() ? Word::predict_on_story : Word::predict_on;
    return filled(context.word(words), lower_first(what), covered_letters(context));
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
        const std::string tip =
            slot_title(context, i) + "\n" + context.word(hidden ? Word::legend_show : Word::legend_hide);
        if (button(ui, "legend." + std::to_string(i), words.c_str(), false, tip.c_str())) sink.send(ToggleHidden{i});
        if (hidden) ImGui::PopStyleColor();
        if (ImGui::IsItemHovered()) sink.hover_slot(i);
    }
    ImGui::PopFont();
}

/// The effect in words, above its picture: what, and each domain in its colour; as many lines as it needs.
void draw_headline(const ViewContext& context) {
    const Ui& ui = context.ui;
    const std::optional<Headline> shown = shown_headline(context);
    if (!shown) return;
    const Headline& headline = *shown;
    const std::string means = certainty_legend(context.summary->replicates, context.language(), context.over);
    const auto part = [&](const char* key, const std::string& words, Ink ink, bool first) {
        if (!first) flow(words.c_str(), ui.step(7));
        ImGui::TextColored(ui.colour4(ink), "%s", words.c_str());
        note_item(ui, key);
        tip_on_hover(ui, headline.about + "\n\n" + means);
    };
    ImGui::PushFont(ui.fonts.bold);
    part("headline.social", headline.social, letters_of(Ink::social), true);
    part("headline.physical", headline.physical, letters_of(Ink::physical), false);
    ImGui::PopFont();
    ImGui::PushFont(ui.fonts.small);
    // a low window: the month, where the line has room for it, and all that it is about under the pointer
    const bool low = ImGui::GetContentRegionAvail().y < ui.em * 24;
    const std::string month = month_words(context.view().cursor, context.language());
    const float end = ImGui::GetItemRectMax().x + ui.step(7) + ImGui::CalcTextSize(month.c_str()).x;
    if (!low) part("headline.about", headline.about, Ink::soft_text, false);
    if (low && end <= ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x)
        part("headline.about", month, Ink::soft_text, false);
    ImGui::PopFont();
}

/// Beside the effect, what it is the effect of.
void draw_what_differs(const ViewContext& context, CommandSink& sink) {
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const bool low = room.y < context.ui.em * 24;
    const bool small = low && room.x < context.ui.em * 38;  // says what the bar at the top does not, in one line
    const auto differs = what_differs(context);
    if (!differs || (small && !differs->several && !differs->nothing)) return;
    draw_differs(context, sink, small ? 1 : low ? 2 : all_lines);
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

/// Until the cursor, while months pass: the lines are drawn as they come about.
void hide_what_comes(const ViewContext& context, const PlacedChart& placed) {
    if (!context.view().playing || placed.chart.event_at) return;
    const Rect& plot = placed.plot.area;
    const float x = std::clamp(placed.plot.x_of(context.view().cursor) + 1, plot.x, plot.right());
    ImGui::GetWindowDrawList()->AddRectFilled({x, plot.y}, {placed.whole.right(), plot.bottom()},
                                              context.ui.colour(Ink::background));
}

/// Months lie below each other: a column of charts has room for the longest numbers on its axes.
void align_left(CompareCharts& charts, Rect area, const ChartStyle& style) {
    std::vector<FanChart*> all{&charts.social, &charts.physical};
    for (FanChart& chart : charts.lower) all.push_back(&chart);
    float room = 0;
    for (const FanChart* chart : all) room = std::max(room, plot_of_fan(area, *chart, style).area.x - area.x);
    for (FanChart* chart : all) chart->start_room = room;
}

/// While the room predicts: where to draw, and that the empty charts below are no place for it.
void add_hints(const ViewContext& context, CompareCharts& charts) {
    const Prediction& prediction = context.view().prediction;
    if (!prediction.active || prediction.revealed || context.picture) return;
    const std::string here = can_draw_a_line(context) ? context.word(Word::draw_here) : waiting_words(context);
    for (const Domain domain : {Domain::social, Domain::physical}) {
        const bool begun = !lines_of_the_room(context)[static_cast<std::size_t>(index_of(domain))].empty();
        FanChart& chart = domain == Domain::social ? charts.social : charts.physical;
        if (!begun) chart.hint = here;
    }
    for (FanChart& chart : charts.lower)
        if (chart.covered || chart.series.empty()) chart.hint = context.word(Word::fills_later);
}

/// Without a difference its chart says that it is the place for one.
void hint_at_difference(const ViewContext& context, CompareCharts& charts) {
    const auto slot = slot_of_effect(context);
    if (shown_lower(context) != LowerChart::difference || !slot || !context.same[*slot] || context.picture) return;
    for (FanChart& chart : charts.lower)
        if (chart.hint.empty()) chart.hint = context.word(Word::differs_chart);
}

/// Two charts above and one or two below: always both rows, whatever the size of the window.
std::vector<PlacedChart> place_charts(Scene& scene, const ViewContext& context, Rect area, const ChartStyle& style) {
    CompareCharts charts = compare_charts(context);
    add_hints(context, charts);
    hint_at_difference(context, charts);
    const bool low = area.height < context.ui.em * 20;
    const float gap = context.ui.em * (low ? 0.4F : 0.8F);
    const float half = (area.width - gap) / 2;
    const bool studying = context.view().lower == LowerChart::event;
    // in a low window the months stand once, below the lower charts
    if (low && !studying) charts.social.time_labels = charts.physical.time_labels = false;
    align_left(charts, area, style);
    const float upper = area.height * (studying ? 0.5F : low ? 0.54F : 0.62F);
    std::vector<PlacedChart> placed;
    placed.push_back(placed_chart(scene, {area.x, area.y, half, upper}, charts.social, "chart.social", style));
    placed.back().domain = Domain::social;
    placed.push_back(
        placed_chart(scene, {area.x + half + gap, area.y, half, upper}, charts.physical, "chart.physical", style));
    placed.back().domain = Domain::physical;
    for (PlacedChart& one : placed) one.values = AxisGroup::domains;
    const float top = area.y + upper + gap;
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
    if (!context.picture) draw_choices(context, sink);
    const bool revealed = context.view().prediction.active && context.view().prediction.revealed;
    const bool cards_alone = revealed && is_low_page(context);  // a low window keeps its charts
    if (!cards_alone) draw_headline(context);
    draw_what_differs(context, sink);
    draw_score_cards(context);
    draw_phones_card(context, sink);
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const ChartStyle style = chart_style(ui);
    const bool predicting = context.view().prediction.active && !context.view().prediction.revealed;
    const float chips = context.picture ? 0 : ui.em * 2.6F * static_cast<float>(context.session().slots.size());
    const std::string words = words_below(context);
    std::vector<std::string> lines = wrapped(words, style.letter, (room.x - chips - ui.em) * 1.08F);
    if (cards_alone) lines.clear();
    // a low window keeps its charts; the pointer shows the rest
    const std::size_t most = room.y < ui.em * 18 ? 1 : room.y < ui.em * 20 ? 2 : lines.size();
    if (lines.size() > most) {
        lines.resize(most);
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
    for (const PlacedChart& one : placed) hide_what_comes(context, one);
    for (const PlacedChart& one : placed) handle_chart(context, sink, one);
    ImGui::SetCursorScreenPos({from.x, from.y + room.y - legend});
    ImGui::InvisibleButton("###legend.words", {std::max(1.F, room.x - chips - ui.em), legend});
    note_item(ui, "legend.words");
    tip_on_hover(ui, words);
    if (!context.picture) draw_legend(context, sink, from.x + room.x, from.y + room.y - legend + ui.em * 0.15F);
}

}  // namespace algemeente::viewer

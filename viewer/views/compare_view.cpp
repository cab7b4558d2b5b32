#include "viewer/views/view.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {

namespace {

std::size_t front_slot(const ViewContext& context) {
    return std::min(context.view().slot, context.derived.fans.domains.size() - 1);
}

FanChart domain_chart(const ViewContext& context, Domain domain) {
    const ViewState& view = context.view();
    FanChart chart;
    chart.title = context.word(domain == Domain::social ? Word::social_domain : Word::physical_domain);
    chart.title_ink = domain_ink(domain);
    chart.months = context.state.months();
    chart.cursor = view.cursor;
    chart.display = view.display;
    chart.form = form_of(domain_outcomes()[view.outcome]);
    chart.covered = view.prediction.active && !view.prediction.revealed;
    if (view.prediction.active) chart.drawn = &view.prediction.drawn[static_cast<std::size_t>(index_of(domain))];
    chart.y = context.derived.y;
    if (context.summary == nullptr) return chart;
    chart.replicates = context.summary->replicates;
    const std::size_t outcome = view.outcome;
    for (std::size_t i = 0; i < context.derived.fans.domains.size(); ++i)
        chart.series.push_back({.fan = &context.derived.fans.domains[i][static_cast<std::size_t>(index_of(domain))],
                                .slot = i,
                                .ink = domain_ink(domain),
                                .in_front = i == front_slot(context),
                                .runs = &context.summary->scenarios[i],
                                .value = [domain, outcome](const RunData& run, std::size_t, int month) {
                                    return double{run.value(month, domain, outcome)};
                                }});
    return chart;
}

FanChart lower_base(const ViewContext& context) {
    FanChart chart;
    const ViewState& view = context.view();
    chart.months = context.state.months();
    chart.cursor = view.cursor;
    chart.display = view.display;
    chart.form = form_of(domain_outcomes()[view.outcome]);
    chart.form.sign = true;
    chart.zero_line = true;
    chart.covered = view.prediction.active && !view.prediction.revealed;
    chart.y = context.derived.lower_y;
    if (context.summary != nullptr) chart.replicates = context.summary->replicates;
    return chart;
}

FanChart gap_chart(const ViewContext& context) {
    FanChart chart = lower_base(context);
    chart.title = context.word(Word::gap_title);
    const std::size_t outcome = context.view().outcome;
    for (std::size_t i = 0; i < context.derived.fans.gaps.size(); ++i)
        chart.series.push_back({.fan = &context.derived.fans.gaps[i],
                                .slot = i,
                                .ink = Ink::text,
                                .in_front = i == front_slot(context),
                                .runs = &context.summary->scenarios[i],
                                .value = [outcome](const RunData& run, std::size_t, int month) {
                                    return double{run.value(month, Domain::physical, outcome)} -
                                           double{run.value(month, Domain::social, outcome)};
                                }});
    return chart;
}

FanChart difference_chart(const ViewContext& context, Domain domain) {
    FanChart chart = lower_base(context);
    const std::size_t slots = context.derived.fans.differences.size();
    chart.title = filled(context.word(Word::difference_title), slots == 2 ? "B" : "B, C, D");
    chart.title_ink = domain_ink(domain);
    const std::size_t outcome = context.view().outcome;
    for (std::size_t i = 1; i < slots; ++i) {
        const ScenarioRuns* base = &context.summary->scenarios.front();
        chart.series.push_back({.fan = &context.derived.fans.differences[i][static_cast<std::size_t>(index_of(domain))],
                                .slot = i,
                                .ink = domain_ink(domain),
                                .in_front = i == std::max<std::size_t>(1, front_slot(context)),
                                .runs = &context.summary->scenarios[i],
                                .value = [base, domain, outcome](const RunData& run, std::size_t replicate, int month) {
                                    return double{run.value(month, domain, outcome)} -
                                           double{base->runs[replicate]->value(month, domain, outcome)};
                                }});
    }
    return chart;
}

void draw_outcome_choice(const ViewContext& context, CommandSink& sink) {
    const ViewState& view = context.view();
    ImGui::SetNextItemWidth(context.ui.em * 13);
    const std::string chosen = name_of(domain_outcomes()[view.outcome].name, context.language());
    ImGui::SetNextWindowSizeConstraints({0, 0}, {context.ui.em * 30, context.ui.em * 30});
    const bool open = ImGui::BeginCombo("###outcome", chosen.c_str(), ImGuiComboFlags_HeightLargest);
    note_item(context.ui, "outcome");
    if (!open) {
        tip_on_hover(context.ui, domain_outcomes()[view.outcome].meaning);
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
        tip_on_hover(context.ui, domain_outcomes()[i].meaning);
    }
    ImGui::EndCombo();
}

/// Stays on the line if `words` fit there, else begins the next.
void flow(const char* words, float spacing) {
    const float wanted = ImGui::CalcTextSize(words).x + ImGui::GetStyle().FramePadding.x * 2 + spacing;
    const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
    if (ImGui::GetItemRectMax().x + wanted <= right) ImGui::SameLine(0, spacing);
}

void draw_choices(const ViewContext& context, CommandSink& sink) {
    const ViewState& view = context.view();
    const Ui& ui = context.ui;
    draw_outcome_choice(context, sink);
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
    choice("predict", Word::predict, view.prediction.active, far, Action::predict);
    if (view.prediction.active && !view.prediction.revealed) choice("reveal", Word::reveal, true, near, Action::reveal);
}

/// The pointer over a plot moves the cursor, or draws what the room expects.
void handle_pointer(const ViewContext& context, CommandSink& sink, const std::string& key, const PlotArea& plot,
                    std::optional<Domain> domain) {
    ImGui::SetCursorScreenPos({plot.area.x, plot.area.y});
    ImGui::InvisibleButton(("###" + key).c_str(), {plot.area.width, plot.area.height});
    note_item(context.ui, key);
    if (!ImGui::IsItemActive()) return;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const int month = plot.month_at(mouse.x);
    const Prediction& prediction = context.view().prediction;
    if (!domain || !prediction.active || prediction.revealed) {
        if (month != context.view().cursor) sink.send(SetCursor{month});
        return;
    }
    // fill the months that a fast hand jumped over
    const ImVec2 delta = ImGui::GetIO().MouseDelta;
    const int before = ImGui::IsItemActivated() ? month : plot.month_at(mouse.x - delta.x);
    const double from = plot.value_at(mouse.y - delta.y);
    const double to = std::clamp(plot.value_at(mouse.y), plot.y.low, plot.y.high);
    for (int m = std::min(before, month); m <= std::max(before, month); ++m) {
        const double share = before == month ? 1 : static_cast<double>(m - before) / (month - before);
        sink.send(DrawPrediction{*domain, m, std::clamp(from + (to - from) * share, plot.y.low, plot.y.high)});
    }
}

std::string legend_words(const ViewContext& context) {
    const int replicates = context.summary != nullptr ? context.summary->replicates : 0;
    if (replicates >= replicates_for_wide_band && context.view().display != Display::runs)
        return context.word(Word::band_legend);
    if (replicates >= replicates_for_half_band && context.view().display != Display::runs)
        return context.word(Word::band50_legend);
    return context.word(Word::thin_legend);
}

std::string prediction_words(const ViewContext& context) {
    const Prediction& prediction = context.view().prediction;
    const std::string what = name_of(domain_outcomes()[context.view().outcome].name, context.language());
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

}  // namespace

CompareCharts compare_charts(const ViewContext& context) {
    CompareCharts charts;
    charts.social = domain_chart(context, Domain::social);
    charts.physical = domain_chart(context, Domain::physical);
    const bool several = context.derived.fans.differences.size() > 1;
    if (context.view().lower == LowerChart::gap || !several) {
        charts.lower.push_back(gap_chart(context));
    } else {
        charts.lower.push_back(difference_chart(context, Domain::social));
        charts.lower.push_back(difference_chart(context, Domain::physical));
    }
    return charts;
}

namespace {

struct Placed {
    PlotArea plot;
    std::string key;
    std::optional<Domain> domain;
};

/// Two charts above and one or two below; a low window shows one of the two rows, as the choice says.
std::vector<Placed> place_charts(Scene& scene, const ViewContext& context, Rect area, const ChartStyle& style) {
    const CompareCharts charts = compare_charts(context);
    const float gap = context.ui.em * 0.8F;
    const float half = (area.width - gap) / 2;
    const bool low = area.height < context.ui.em * 20;
    const bool upper_shown = !low || context.view().lower == LowerChart::gap;
    const bool lower_shown = !low || !upper_shown;
    const float upper = low ? area.height : area.height * 0.62F;
    std::vector<Placed> placed;
    if (upper_shown) {
        placed.push_back({draw_fan_chart(scene, {area.x, area.y, half, upper}, charts.social, style), "chart.social",
                          Domain::social});
        placed.push_back({draw_fan_chart(scene, {area.x + half + gap, area.y, half, upper}, charts.physical, style),
                          "chart.physical", Domain::physical});
    }
    if (!lower_shown) return placed;
    const float top = low ? area.y : area.y + upper + gap;
    const float width = charts.lower.size() == 1 ? area.width : half;
    for (std::size_t i = 0; i < charts.lower.size(); ++i) {
        const Rect at = {area.x + static_cast<float>(i) * (half + gap), top, width, area.bottom() - top};
        placed.push_back(
            {draw_fan_chart(scene, at, charts.lower[i], style), "chart.lower." + std::to_string(i), std::nullopt});
    }
    return placed;
}

}  // namespace

void draw_compare_view(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    draw_choices(context, sink);
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float legend = ui.em * 1.5F;
    const ChartStyle style = chart_style(ui);
    Scene scene;
    const std::vector<Placed> placed = place_charts(scene, context, {from.x, from.y, room.x, room.y - legend}, style);
    const bool predicting = context.view().prediction.active;
    scene.add(Text{.at = {from.x, from.y + room.y - legend + ui.em * 0.3F},
                   .words = predicting ? prediction_words(context) : legend_words(context),
                   .size = style.letter,
                   .ink = predicting ? Ink::text : Ink::soft_text});
    draw_scene(*ImGui::GetWindowDrawList(), scene, ui);
    if (context.stale)  // the last answer stays in sight while the next one is computed, a little paler
        ImGui::GetWindowDrawList()->AddRectFilled({from.x, from.y}, {from.x + room.x, from.y + room.y - legend},
                                                  ui.colour(Ink::background, 0.35F));
    for (const Placed& one : placed) handle_pointer(context, sink, one.key, one.plot, one.domain);
}

}  // namespace algemeente::viewer

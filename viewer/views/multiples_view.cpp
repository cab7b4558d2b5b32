// Small charts beside each other: domains below each other, and in the columns scenarios or sizes of municipality.
#include "viewer/views/chart_pointer.h"
#include "viewer/views/shown.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

/// A column of the grid: one chart per domain.
using Column = std::array<FanChart, domain_count>;

Word domain_title(std::size_t domain) {
    return domain == 0 ? Word::social : Word::physical;
}

/// One scenario in colour, and A as a thin grey line behind it.
Column scenario_column(const ViewContext& context, std::size_t slot) {
    Column column;
    for (std::size_t d = 0; d < domain_count; ++d) {
        FanChart chart = domain_chart(context, static_cast<Domain>(d));
        chart.drawn = nullptr;
        chart.covered = covered(context, slot);
        chart.series.clear();
        const auto& fans = context.derived.fans.domains;
        if (slot > 0) chart.series.push_back({.fan = &fans[0][d], .slot = 0, .ink = Ink::neutral, .only_line = true});
        chart.series.push_back(domain_series(context, static_cast<Domain>(d), slot));
        chart.heading.words =
            std::string(context.word(domain_title(d))) + " \u00B7 " + letter_of(slot) + reading_mark(context);
        chart.caption = slot_title(context, slot);
        column[d] = std::move(chart);
    }
    return column;
}

Column size_column(const ViewContext& context, const SizeFacet& facet) {
    Column column;
    const std::size_t slot = std::min(context.view().slot, context.summary->scenarios.size() - 1);
    for (std::size_t d = 0; d < domain_count; ++d) {
        FanChart chart = domain_chart(context, static_cast<Domain>(d));
        chart.drawn = nullptr;
        chart.series.clear();
        chart.form = {};
        chart.y = context.derived.sizes_y;
        chart.clipped = chart.time.has_value();
        chart.replicates = facet.replicates;
        const auto* runs = &facet.runs[d];
        chart.series.push_back({.fan = &facet.fans[d],
                                .slot = slot,
                                .ink = domain_ink(static_cast<Domain>(d)),
                                .runs = runs->size(),
                                .value = [runs](std::size_t replicate, int month) {
                                    return (*runs)[replicate][static_cast<std::size_t>(month)];
                                }});
        chart.heading.words =
            std::string(context.word(domain_title(d))) + " \u00B7 " + context.word(size_word(facet.size_class));
        if (const auto reading = reading_of(find_domain_outcome(facet.shown)))
            chart.heading.words += reading_mark(context, *reading);
        chart.caption = facet.municipalities == 1
                            ? std::string(context.word(Word::one_municipality))
                            : filled(context.word(Word::municipalities_words), std::to_string(facet.municipalities));
        column[d] = std::move(chart);
    }
    return column;
}

std::vector<Column> columns_of(const ViewContext& context) {
    std::vector<Column> columns;
    if (context.view().facet == Facet::size_class) {
        if (!context.derived.sizes) return columns;
        for (const SizeFacet& facet : *context.derived.sizes) columns.push_back(size_column(context, facet));
        return columns;
    }
    const std::size_t slots = std::min(context.derived.fans.domains.size(), context.session().slots.size());
    for (std::size_t i = 0; i < slots; ++i)
        if (!context.view().axes.hidden[i]) columns.push_back(scenario_column(context, i));
    return columns;
}

/// Limits of this chart alone; those of a covered one would tell what it covers.
void give_own_scale(const ViewContext& context, FanChart& chart) {
    if (chart.covered) return;
    std::vector<const Fan*> fans;
    for (const FanSeries& series : chart.series) fans.push_back(series.fan);
    chart.y = nice_range(with_span(range_of(fans, chart.replicates, chart.display), chart.form));
    chart.clipped = chart.time.has_value();
    chart.caption = std::string(context.word(Word::own_scale)) + " \u00B7 " + chart.caption;
}

void draw_choices(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    const ViewState& view = context.view();
    const float reading = reading_of(view.outcome) ? room_of_reading(context) : 0;
    if (view.facet != Facet::product) {
        draw_outcome_choice(context, sink, 34 + reading);
        if (reading > 0) draw_reading_choice(context, sink);
        flow(context.word(Word::facet_scenario), ui.step(6));
    }
    if (button(ui, "facet.scenario", context.word(Word::facet_scenario), view.facet == Facet::scenario))
        sink.send(SetFacet{Facet::scenario});
    flow(context.word(Word::facet_size), ui.step(2));
    if (button(ui, "facet.size", context.word(Word::facet_size), view.facet == Facet::size_class))
        sink.send(SetFacet{Facet::size_class});
    flow(context.word(Word::facet_product), ui.step(2));
    if (button(ui, "facet.product", context.word(Word::facet_product), view.facet == Facet::product))
        sink.send(SetFacet{Facet::product});
    if (view.facet != Facet::product) {  // there each chart has its own anyway
        flow(context.word(Word::own_scale), ui.step(6));
        if (button(ui, "own_scale", context.word(Word::own_scale), view.own_scale)) sink.send(Action::own_scale);
    }
    if (!view.axes.time) return;
    flow(context.word(Word::fit_short), ui.step(6));
    if (button(ui, "fit", context.word(Word::fit_short), true)) sink.send(Action::fit_charts);
}

/// What the columns are, and what may not be read off them.
std::string explanation(const ViewContext& context) {
    std::string words;
    if (context.view().own_scale) words = std::string(context.word(Word::own_scale_warning)) + " ";
    if (context.view().facet == Facet::scenario) return words + context.word(Word::multiples_scenario);
    if (!context.derived.sizes || context.derived.sizes->empty() || context.summary == nullptr) return words;
    const SizeFacet& first = context.derived.sizes->front();
    const std::string what = name_of(first.shown, context.language());
    return words +
           filled(context.word(Word::multiples_size), what, letter_of(context.view().slot),
                  counted_runs_words(static_cast<std::size_t>(first.replicates),
                                     static_cast<std::size_t>(context.summary->replicates), context.language()));
}

std::vector<PlacedChart> place_grid(Scene& scene, const ViewContext& context, Rect area, std::vector<Column> columns,
                                    const ChartStyle& style) {
    const bool own = context.view().own_scale;
    const float gap = style.letter * 0.3F;
    const float labels = own ? 0 : plot_of_fan(area, columns[0][0], style).area.x - area.x - style.letter * 0.6F;
    const float dates = style.letter * 1.1F;
    const float width = (area.width - labels) / static_cast<float>(columns.size());
    const float height = (area.height - dates) / static_cast<float>(domain_count);
    std::vector<PlacedChart> placed;
    for (std::size_t d = 0; d < domain_count; ++d)
        for (std::size_t c = 0; c < columns.size(); ++c) {
            FanChart& chart = columns[c][d];
            if (own) give_own_scale(context, chart);
            chart.value_labels = own || c == 0;
            chart.time_labels = d + 1 == domain_count;
            // as many points as a small chart has pixels for
            chart.stride = columns.size() > 2 ? 2 : 1;
            const float room = c == 0 ? labels : 0;
            const Rect at = {area.x + (c == 0 ? 0 : labels) + width * static_cast<float>(c),
                             area.y + height * static_cast<float>(d), width + room - gap,
                             height + (chart.time_labels ? dates : 0)};
            const std::string key = "multiple." + std::string(d == 0 ? "social." : "physical.") + std::to_string(c);
            placed.push_back(placed_chart(scene, at, chart, key, style));
            if (!own && context.view().facet == Facet::scenario) placed.back().values = AxisGroup::domains;
        }
    return placed;
}

}  // namespace

void draw_multiples_view(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    if (!context.picture) draw_choices(context, sink);
    if (context.view().facet == Facet::product) {
        draw_products(context, sink);
        return;
    }
    const std::vector<Column> columns = context.summary != nullptr ? columns_of(context) : std::vector<Column>{};
    if (columns.empty()) {
        paragraph(ui, context.summary == nullptr ? waiting_words(context) : context.word(Word::nothing_shown), nullptr,
                  Ink::soft_text);
        return;
    }
    ChartStyle style = chart_style(ui);
    style.line *= 0.85F;
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const std::vector<std::string> lines = wrapped(explanation(context), style.letter, room.x);
    const float below = style.letter * (1.25F * static_cast<float>(lines.size()) + 0.4F);
    Scene scene;
    const std::vector<PlacedChart> placed =
        place_grid(scene, context, {from.x, from.y, room.x, room.y - below}, columns, style);
    for (std::size_t i = 0; i < lines.size(); ++i)
        scene.add(Text{.at = {from.x, from.y + room.y - below + style.letter * (0.4F + 1.25F * static_cast<float>(i))},
                       .words = lines[i],
                       .size = style.letter,
                       .ink = context.view().own_scale ? Ink::text : Ink::soft_text});
    draw_scene(*ImGui::GetWindowDrawList(), scene, ui);
    for (const PlacedChart& one : placed) handle_chart(context, sink, one);
}

}  // namespace algemeente::viewer

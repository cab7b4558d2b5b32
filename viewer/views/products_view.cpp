// Small charts of who uses each product: what is shared grows together, and what is struck down ends together.
#include "present/words/product_names.h"
#include "viewer/views/chart_pointer.h"
#include "viewer/views/shown.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

Word route_words(Route route) {
    switch (route) {
        case Route::market: return Word::route_market;
        case Route::national: return Word::route_national;
        case Route::cooperative: return Word::route_cooperative;
    }
    return Word::route_market;
}

/// Every scenario that has the product; where there are several, as lines only.
FanChart product_chart(const ViewContext& context, const ProductFacet& facet) {
    FanChart chart;
    chart.heading.words = present::product_name(facet.product, context.language());
    chart.caption = context.word(route_words(facet.product.route));
    chart.months = context.summary->months;
    chart.cursor = context.view().cursor;
    chart.hover = context.hover.month.value_or(-1);
    chart.lit = context.hover.slot;
    chart.display = context.view().display;
    chart.replicates = context.summary->replicates;
    chart.time = context.view().axes.time;
    chart.clipped = chart.time.has_value();
    const std::size_t shown = shown_slots(context).size();
    const std::size_t front = std::min(context.view().slot, context.summary->scenarios.size() - 1);
    for (const ProductFacet::Users& users : facet.scenarios) {
        if (is_hidden(context, users.slot) || covered(context, users.slot)) continue;
        const ScenarioRuns* runs = &context.summary->scenarios[users.slot];
        FanSeries series{.fan = &users.fan,
                         .slot = users.slot,
                         .ink = users.slot == front ? Ink::text : Ink::neutral,
                         .in_front = users.slot == front,
                         .spread = shown == 1};
        series.runs = shown == 1 ? runs->runs.size() : 0;
        series.value = [runs, position = users.position, products = users.products](std::size_t run, int month) {
            return static_cast<double>(runs->runs[run]->users_of(position, products, month));
        };
        chart.series.push_back(std::move(series));
    }
    return chart;
}

Range values_of(const FanChart& chart) {
    std::vector<const Fan*> fans;
    for (const FanSeries& series : chart.series) fans.push_back(series.fan);
    const Range range = range_of(fans, chart.replicates, chart.display);
    return nice_range({0, std::max(1.0, range.high)});
}

/// So many columns and rows that charts are as large as they can be.
struct Grid {
    std::size_t columns = 1, rows = 1;
};

Grid grid_of(ImVec2 room, std::size_t charts, const ChartStyle& style) {
    const float least_width = style.letter * 20;  // for the longest names
    const float least_height = style.letter * 8.5F;
    const auto fit = [](float whole, float part) {
        return std::max<std::size_t>(1, static_cast<std::size_t>(std::max(0.F, whole / part)));
    };
    Grid grid{.columns = std::min(fit(room.x, least_width), std::max<std::size_t>(1, charts))};
    grid.columns = std::min<std::size_t>(grid.columns, 4);
    const std::size_t wanted = (charts + grid.columns - 1) / grid.columns;
    grid.rows = std::min(fit(room.y, least_height), std::max<std::size_t>(1, wanted));
    return grid;
}

/// What is shown, and how many products have no room here.
std::string words_below(const ViewContext& context, std::size_t shown) {
    std::string words = context.word(Word::multiples_products);
    const std::size_t all = context.derived.products->size();
    if (shown < all)
        words += " " + filled(context.word(Word::multiples_products_more), std::to_string(shown), std::to_string(all));
    return words;
}

void draw_nothing(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    const bool none = !has_suppliers(context);
    const bool waits = !none && (context.summary == nullptr || context.derived.products == nullptr);
    paragraph(ui,
              context.word(none    ? Word::multiples_no_products
                           : waits ? Word::computing
                                   : Word::multiples_no_users),
              nullptr, Ink::soft_text);
    note_item(ui, "products.none");
    if (!none || context.picture) return;
    if (button(ui, "supply.ask", context.word(Word::supply_ask))) sink.send(ShowSupply{});
    tip_on_hover(ui, context.word(Word::supply_ask_tip));
}

}  // namespace

void draw_products(const ViewContext& context, CommandSink& sink) {
    const auto& products = context.derived.products;
    if (context.summary == nullptr || products == nullptr || products->empty()) {
        draw_nothing(context, sink);
        return;
    }
    const Ui& ui = context.ui;
    ChartStyle style = chart_style(ui);
    style.line *= 0.85F;
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const ImVec2 room = ImGui::GetContentRegionAvail();
    // room for the longer of the two texts
    const std::vector<std::string> most = wrapped(words_below(context, 0), style.letter, room.x);
    const float below = style.letter * (1.25F * static_cast<float>(most.size()) + 0.4F);
    const Grid grid = grid_of({room.x, room.y - below}, products->size(), style);
    const std::size_t shown = std::min(grid.columns * grid.rows, products->size());
    const float gap = style.letter * 0.6F;
    const float width = room.x / static_cast<float>(grid.columns);
    const float height = (room.y - below) / static_cast<float>(grid.rows);
    Scene scene;
    std::vector<PlacedChart> placed;
    for (std::size_t i = 0; i < shown; ++i) {
        FanChart chart = product_chart(context, (*products)[i]);
        chart.y = values_of(chart);
        chart.stride = grid.columns > 2 ? 2 : 1;
        const Rect at = {from.x + width * static_cast<float>(i % grid.columns),
                         from.y + height * static_cast<float>(i / grid.columns), width - gap, height - gap};
        placed.push_back(placed_chart(scene, at, std::move(chart), "product." + (*products)[i].product.name, style));
    }
    const std::vector<std::string> lines = wrapped(words_below(context, shown), style.letter, room.x);
    for (std::size_t i = 0; i < lines.size(); ++i)
        scene.add(Text{.at = {from.x, from.y + room.y - below + style.letter * (0.4F + 1.25F * static_cast<float>(i))},
                       .words = lines[i],
                       .size = style.letter,
                       .ink = Ink::soft_text});
    draw_scene(*ImGui::GetWindowDrawList(), scene, ui);
    for (const PlacedChart& one : placed) handle_chart(context, sink, one);
}

}  // namespace algemeente::viewer

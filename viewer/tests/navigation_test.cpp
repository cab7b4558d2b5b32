// Moving and enlarging charts: first as plain numbers, then with a hand on the real views.
#include "ui_bot.h"

#include "viewer/plot/navigation.h"

#include <cmath>

namespace algemeente::viewer {
namespace {

const PlotArea plot{{100, 50, 180, 100}, 181, {0, 50}};
constexpr Rect whole{50, 20, 250, 160};
constexpr Range all{0, 180};
constexpr Point inside{190, 100};

AxisLimits limits(Range time, bool y_free = false) {
    return {.time = time, .all_time = all, .y = {0, 50}, .y_free = y_free};
}

PlotArea plot_of(Range time) {
    PlotArea shown = plot;
    shown.x = time;
    return shown;
}

TEST(Navigation, ZoomingKeepsThePointWhereItIsAndStaysWithinTheMonths) {
    const Range near = zoomed(all, all, 60, 5);
    EXPECT_NEAR(near.span(), 180 * std::pow(0.9, 5), 1e-9);
    EXPECT_NEAR((60 - near.low) / near.span(), 60.0 / 180, 1e-9);
    EXPECT_EQ(zoomed(near, all, 60, -50), all);
    EXPECT_NEAR(zoomed(all, all, 170, 200).span(), shortest_time, 1e-9);
    const Range late = zoomed({100, 180}, all, 180, -2);
    EXPECT_LE(late.high, 180);
    EXPECT_GT(late.span(), 80);
}

TEST(Navigation, PanningStopsAtTheEnds) {
    EXPECT_EQ(panned({20, 80}, all, -50), (Range{0, 60}));
    EXPECT_EQ(panned({20, 80}, all, 500), (Range{120, 180}));
    EXPECT_EQ(panned({20, 80}, all, 7), (Range{27, 87}));
}

TEST(Navigation, ZonesAreThePlotAndItsTwoAxes) {
    EXPECT_EQ(zone_of(plot, whole, inside), ChartZone::plot);
    EXPECT_EQ(zone_of(plot, whole, {190, 170}), ChartZone::time_axis);
    EXPECT_EQ(zone_of(plot, whole, {70, 100}), ChartZone::value_axis);
    EXPECT_EQ(zone_of(plot, whole, {190, 30}), ChartZone::outside) << "the title is no axis";
    EXPECT_EQ(zone_of(plot, whole, {10, 100}), ChartZone::outside);
}

TEST(Navigation, OnlyTheWheelWithControlEnlarges) {
    Gesture gesture{.at = inside, .wheel = 2};
    EXPECT_FALSE(navigate(plot, whole, gesture, limits(all)).time);
    gesture.ctrl = true;
    const Navigation wanted = navigate(plot, whole, gesture, limits(all));
    ASSERT_TRUE(wanted.time);
    EXPECT_NEAR(wanted.time->span(), 180 * 0.81, 1e-6);
    EXPECT_FALSE(wanted.y) << "values stay as they fit";
    EXPECT_TRUE(navigate(plot, whole, gesture, limits(all, true)).y);
}

TEST(Navigation, AnAxisMovesAlone) {
    Gesture gesture{.at = {190, 170}, .wheel = 1, .ctrl = true};
    EXPECT_FALSE(navigate(plot, whole, gesture, limits(all, true)).y);
    EXPECT_TRUE(navigate(plot, whole, gesture, limits(all, true)).time);
    gesture.at = {70, 100};
    EXPECT_TRUE(navigate(plot, whole, gesture, limits(all, true)).y);
    EXPECT_FALSE(navigate(plot, whole, gesture, limits(all, true)).time);
    const Gesture drag{.at = {70, 110}, .moved = {30, 10}, .pressed = {70, 100}, .left = true};
    const Range part = {20, 80};
    const Navigation values = navigate(plot_of(part), whole, drag, limits(part, true));
    EXPECT_FALSE(values.time);
    ASSERT_TRUE(values.y);
    EXPECT_NEAR(values.y->low, 5, 1e-9);
    EXPECT_FALSE(navigate(plot_of(part), whole, drag, limits(part)).y) << "unless they are free";
    const Gesture twice{.at = {190, 170}, .double_clicked = true};
    EXPECT_TRUE(navigate(plot, whole, twice, limits(part, true)).fit_time);
    EXPECT_FALSE(navigate(plot, whole, twice, limits(part, true)).fit_y);
}

TEST(Navigation, DraggingMovesTheMonthsOrTheCursorWhenAllAreInSight) {
    const Gesture drag{.at = inside, .moved = {18, 0}, .pressed = inside, .left = true};
    EXPECT_EQ(navigate(plot, whole, drag, limits(all)).cursor, 90);
    EXPECT_FALSE(navigate(plot, whole, drag, limits(all)).time);
    const Range part = {20, 80};
    const Navigation wanted = navigate(plot_of(part), whole, drag, limits(part));
    EXPECT_FALSE(wanted.cursor);
    ASSERT_TRUE(wanted.time);
    EXPECT_NEAR(wanted.time->low, 14, 1e-9);
    const Gesture click{.at = inside, .pressed = inside, .clicked = true};
    EXPECT_EQ(navigate(plot_of(part), whole, click, limits(part)).cursor, 50);
}

TEST(Navigation, TheRightButtonDrawsABoxOrOpensTheMenu) {
    Gesture gesture{.at = {235, 120}, .pressed = {145, 70}, .right = true};
    const Navigation drawing = navigate(plot, whole, gesture, limits(all));
    ASSERT_TRUE(drawing.box);
    EXPECT_EQ(drawing.box->height, plot.area.height) << "fixed values: the box is as high as the plot";
    EXPECT_FALSE(drawing.time);
    gesture.right = false;
    gesture.right_released = true;
    const Navigation drawn = navigate(plot, whole, gesture, limits(all, true));
    ASSERT_TRUE(drawn.time && drawn.y);
    EXPECT_NEAR(drawn.time->low, 45, 1e-4);
    EXPECT_NEAR(drawn.time->high, 135, 1e-4);
    EXPECT_NEAR(drawn.y->high, 40, 1e-4);
    gesture.cancelled = true;
    EXPECT_FALSE(navigate(plot, whole, gesture, limits(all)).time);
    const Gesture click{.at = inside, .pressed = inside, .right_released = true};
    EXPECT_TRUE(navigate(plot, whole, click, limits(all)).menu);
}

TEST(Ui, AllChartsShareTheMonthsAndValuesStayUntilTheyAreFree) {
    UiBot bot;
    const Range y = bot.app().derived().y.range;
    bot.point_at("chart.social", 0.5F, 0.5F);
    bot.wheel(3, false);
    EXPECT_FALSE(bot.view().axes.time) << "the wheel alone never enlarges";
    bot.wheel(3, true);
    ASSERT_TRUE(bot.view().axes.time);
    const Range first = *bot.view().axes.time;
    EXPECT_FALSE(bot.view().axes.y[0]);
    bot.drag("chart.lower.0", 0.5F, 0.7F);
    ASSERT_TRUE(bot.view().axes.time);
    EXPECT_LT(bot.view().axes.time->low, first.low) << "dragging to the right shows earlier months, in all charts";
    EXPECT_NEAR(bot.view().axes.time->span(), first.span(), 1e-6);
    bot.press('Y');
    bot.point_at("chart.social.values", 0.5F, 0.5F);
    bot.wheel(2, true);
    ASSERT_TRUE(bot.view().axes.y[0]);
    EXPECT_LT(bot.view().axes.y[0]->span(), y.span());
    EXPECT_NEAR(bot.view().axes.time->span(), first.span(), 1e-6) << "the axis of values moves alone";
    bot.double_click("chart.physical.time");
    EXPECT_FALSE(bot.view().axes.time);
    EXPECT_TRUE(bot.view().axes.y[0]);
    bot.press('Z');
    EXPECT_FALSE(bot.view().axes.y[0]);
}

TEST(Ui, ABoxEnlargesAndAClickOfTheRightButtonOpensTheMenu) {
    UiBot bot;
    bot.right_drag("chart.physical", {0.25F, 0.3F}, {0.75F, 0.6F});
    ASSERT_TRUE(bot.view().axes.time);
    EXPECT_NEAR(bot.view().axes.time->span(), (bot.app().state().months() - 1) / 2.0, 3);
    bot.right_drag("chart.physical", {0.5F, 0.5F}, {0.5F, 0.5F});
    bot.frames(3);
    ASSERT_TRUE(bot.shows("menu.fit_charts"));
    bot.click("menu.fit_charts");
    EXPECT_FALSE(bot.view().axes.time);
}

TEST(Ui, TheKeyboardEnlargesAboutTheCursorAndPlayingKeepsItInSight) {
    UiBot bot;
    bot.press(61);
    bot.press(61);
    ASSERT_TRUE(bot.view().axes.time);
    const Range shown = *bot.view().axes.time;
    EXPECT_GE(bot.view().cursor, shown.low);
    EXPECT_LE(bot.view().cursor, shown.high);
    bot.press(268);
    EXPECT_EQ(bot.view().axes.time->low, 0) << "the months follow the cursor";
    bot.press(45);
    bot.press(45);
    EXPECT_FALSE(bot.view().axes.time);
}

TEST(Ui, TheLegendHidesAndBringsForward) {
    UiBot bot;
    bot.click("legend.0");
    EXPECT_TRUE(bot.view().axes.hidden[0]);
    bot.click("legend.0");
    EXPECT_FALSE(bot.view().axes.hidden[0]);
    EXPECT_EQ(bot.app().hover().slot, 0U) << "the pointer still stands on it";
}

TEST(Ui, OneMonthUnderThePointerForAllPanelsAFrameLater) {
    UiBot bot;
    bot.point_at("chart.social", 0.3F, 0.5F);
    ASSERT_TRUE(bot.app().hover().month);
    const int month = *bot.app().hover().month;
    EXPECT_NEAR(month, 0.3 * (bot.app().state().months() - 1), 2);
    bot.point_at("chart.lower.0", 0.3F, 0.5F);
    EXPECT_NEAR(*bot.app().hover().month, month, 2);
    bot.point_at("timeline", 0.8F, 0.1F);
    ASSERT_TRUE(bot.app().hover().month) << "the timeline points at months as well";
    EXPECT_GT(*bot.app().hover().month, 130);
    bot.point_at("status.runs", 0.5F, 0.5F);
    EXPECT_FALSE(bot.app().hover().month);
    EXPECT_NE(bot.view().cursor, month) << "pointing moves no cursor";
}

TEST(Hover, WhatOneFrameWritesTheNextOneReads) {
    HoverBuffers buffers;
    CommandSink sink;
    sink.hover_month(7);
    EXPECT_EQ(buffers.hovered_previous_frame(), Hover{});
    buffers.next_frame(sink.take_hover());
    EXPECT_EQ(buffers.hovered_previous_frame().month, 7);
    buffers.next_frame(sink.take_hover());
    EXPECT_EQ(buffers.hovered_previous_frame(), Hover{}) << "nothing is remembered longer than a frame";
}

TEST(Ui, SmallChartsStandByScenarioAndBySize) {
    UiBot bot;
    bot.press('5');
    EXPECT_EQ(bot.view().page, Page::multiples);
    EXPECT_TRUE(bot.shows("multiple.social.0"));
    EXPECT_TRUE(bot.shows("multiple.physical.1"));
    EXPECT_FALSE(bot.shows("multiple.social.2"));
    const Rect social = bot.place("multiple.social.1");
    const Rect physical = bot.place("multiple.physical.1");
    EXPECT_NEAR(social.x, physical.x, 0.5) << "columns stand below each other";
    EXPECT_NEAR(social.height, physical.height, 2);
    EXPECT_NEAR(social.width, bot.place("multiple.social.0").width, 2);
    bot.point_at("multiple.physical.1", 0.5F, 0.5F);
    bot.wheel(2, true);
    EXPECT_TRUE(bot.view().axes.time) << "they share the months with all other charts";
    bot.press('F');
    bot.settle();
    EXPECT_EQ(bot.view().facet, Facet::size_class);
    ASSERT_TRUE(bot.app().derived().sizes);
    ASSERT_FALSE(bot.app().derived().sizes->empty());
    EXPECT_TRUE(bot.shows("multiple.physical." + std::to_string(bot.app().derived().sizes->size() - 1)));
    bot.click("own_scale");
    EXPECT_TRUE(bot.view().own_scale);
    EXPECT_TRUE(bot.shows("multiple.social.0"));
}

TEST(Ui, SizesAreMeansOfTheirMunicipalities) {
    UiBot bot;
    const EnsembleSummary& summary = *bot.app().summary();
    const auto facets = sizes_of(summary, 1, find_domain_outcome("in_use"));
    const auto& country = *summary.country;
    const int december = 5 * 12 + 11;
    double sum = 0;
    int municipalities = 0;
    for (const SizeFacet& facet : facets) {
        ASSERT_EQ(facet.replicates, 16);
        sum += facet.runs[1][3][december] * facet.municipalities;
        municipalities += facet.municipalities;
    }
    EXPECT_EQ(municipalities, static_cast<int>(country.size()));
    double all_in_use = 0;
    const RunData& run = *summary.scenarios[1].runs[3];
    for (std::size_t m = 0; m < country.size(); ++m)
        all_in_use += run.municipal[(5 * country.size() + m) * domain_count + 1].in_use;
    EXPECT_NEAR(sum, all_in_use, 1e-6);
    EXPECT_NEAR(sum, double{run.value(december, Domain::physical, find_domain_outcome("in_use"))}, 1e-3)
        << "all sizes together are the country";
}

}  // namespace
}  // namespace algemeente::viewer

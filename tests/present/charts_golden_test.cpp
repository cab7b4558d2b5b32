// One drawing of every kind of chart as text: what is drawn, where, in which ink. In both languages, because words and
// numbers take room.
#include "places.h"
#include "present/charts/dumbbell.h"
#include "present/charts/fan.h"
#include "present/charts/lines.h"
#include "present/charts/map.h"
#include "present/charts/scatter.h"
#include "present/charts/stacked.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace algemeente::present {
namespace {

constexpr Language languages[] = {Language::nl, Language::en};

/// Draws with `draw(scene, style)` in both languages and compares with tests/golden/charts/NAME_LANGUAGE.txt.
template <typename Draw>
void compare_with_golden(const std::string& name, const Draw& draw) {
    for (const Language language : languages) {
        Scene scene;
        draw(scene, page_style(language));
        const std::filesystem::path file =
            places::checkout() / "tests/golden/charts" / (name + "_" + std::string(code_of(language)) + ".txt");
        if (std::getenv("ALGEMEENTE_UPDATE_GOLDEN") != nullptr) std::ofstream(file) << dump(scene);
        std::ifstream stream(file);
        const std::string golden{std::istreambuf_iterator<char>(stream), {}};
        EXPECT_EQ(dump(scene), golden) << file << ": scripts/update_golden writes it anew, if the change is meant";
    }
}

Fan made_up_fan(double slope, int months) {
    Fan fan;
    for (int month = 0; month < months; ++month) {
        const double middle = slope * month;
        Band band;
        band.count = 64;
        band.mean = band.p50 = middle;
        band.p05 = middle * 0.7;
        band.p25 = middle * 0.9;
        band.p75 = middle * 1.1;
        band.p95 = middle * 1.3;
        fan.push_back(band);
    }
    return fan;
}

}  // namespace

TEST(ChartGolden, FanOfAReport) {
    const Fan social = made_up_fan(0.4, 60);
    const Fan physical = made_up_fan(25, 60);
    FanChart chart;
    chart.heading = {"B", "Algorithms"};
    chart.series = {{.fan = &social, .ink = Ink::social, .label = "social"},
                    {.fan = &physical, .ink = Ink::physical, .label = "physical"}};
    chart.y = {0, 1900};
    chart.round_y = true;
    chart.months = 60;
    chart.replicates = 400;
    chart.stride = 6;
    chart.marks = {{38, 0, "election", MarkKind::calendar},
                   {40, 0, "GDPR", MarkKind::calendar},
                   {44, 6, "stories", MarkKind::shock},
                   {48, 0, "ethics committee", MarkKind::change}};
    chart.mark_labels = true;
    chart.end_values = true;
    compare_with_golden("fan_report", [&](Scene& scene, const ChartStyle& style) {
        draw_fan(scene, {0, 0, 420, 300}, chart, style);
    });
}

TEST(ChartGolden, FanOfAWindow) {
    const Fan a = made_up_fan(0.01, 30);
    const Fan b = made_up_fan(0.02, 30);
    const std::vector<double> expected = {0, 0.1, 0.2, 0.3};
    FanChart chart;
    chart.heading = {"", "Domain", Ink::social};
    chart.caption = "caption";
    chart.series = {{.fan = &a, .in_front = false},
                    {.fan = &b, .slot = 1, .runs = 2, .value = [](std::size_t run, int month) {
                         return month % 10 == 0 ? 0.01 * static_cast<double>(run + 1) * month : std::nan("");
                     }}};
    chart.y = {0, 0.8};
    chart.months = 30;
    chart.replicates = 64;
    chart.display = Display::both;
    chart.form = {.percent = true};
    chart.time = Range{6, 26};
    chart.clipped = true;
    chart.cursor = 12;
    chart.hover = 14;
    chart.drawn = &expected;
    compare_with_golden("fan_window", [&](Scene& scene, const ChartStyle& style) {
        draw_fan(scene, {0, 0, 400, 240}, chart, style);
    });
}

TEST(ChartGolden, FanOfDifferences) {
    const Fan fan = made_up_fan(-0.3, 40);
    FanChart chart;
    chart.heading.words = "Difference";
    chart.series = {{.fan = &fan, .ink = Ink::physical}};
    chart.y = {-16, 0};
    chart.round_y = true;
    chart.months = 40;
    chart.replicates = 20;
    chart.form = {.sign = true};
    chart.zero_line = true;
    chart.end_values = true;
    chart.event_at = 24;
    compare_with_golden("fan_difference", [&](Scene& scene, const ChartStyle& style) {
        draw_fan(scene, {0, 0, 276, 190}, chart, style);
    });
}

TEST(ChartGolden, StackedBarsAndAreas) {
    StackedChart chart;
    chart.heading = {"A", "What binds"};
    chart.parts = {{"Data", Ink::factor_2, {0.6, std::nan(""), 0.5, 0.125}},
                   {"Ethics", Ink::factor_9, {0.4, 0.5, 0.5, 0.875}}};
    chart.columns = {"2015", "2016", "2017", "2018"};
    compare_with_golden("stacked_bars", [&](Scene& scene, const ChartStyle& style) {
        draw_stacked(scene, {0, 0, 420, 200}, chart, style);
    });
    chart.columns.clear();
    chart.names_beside = false;
    chart.cursor = 2;
    compare_with_golden("stacked_areas", [&](Scene& scene, const ChartStyle& style) {
        draw_stacked(scene, {0, 0, 300, 200}, chart, style);
        draw_legend(scene, {0, 200, 60, 40}, chart.parts, style);
    });
}

TEST(ChartGolden, IntervalBars) {
    IntervalBars chart;
    chart.heading.words = "Share of the variance";
    chart.series = {{"alone", series_ink(0)}, {"in all", series_ink(1)}};
    chart.rows = {
        {.label = "ethics committee", .values = {{0.25, 0.1, 0.4}, {0.5, 0.45, 0.5501}}, .words = "0.5"},
        {.label = "trust", .values = {bare_estimate(-0.05), bare_estimate(NAN)}, .tip = "no interval", .faint = true}};
    compare_with_golden("interval_bars", [&](Scene& scene, const ChartStyle& style) {
        draw_interval_bars(scene, {0, 0, 600, interval_bars_height(chart, style)}, chart, style);
    });
}

TEST(ChartGolden, Dumbbell) {
    DumbbellChart chart;
    chart.heading.words = "Level of the factors";
    chart.series = {{"social", Ink::social, Shape::disc}, {"physical", Ink::physical, Shape::diamond}};
    chart.rows = {{"Data availability", {0.59, 0.79}}, {"Capacity", {0.7, 0.65}}, {"Nothing", {NAN, NAN}}};
    chart.numbers = true;
    compare_with_golden("dumbbell", [&](Scene& scene, const ChartStyle& style) {
        draw_dumbbell(scene, {0, 0, 420, dumbbell_height(chart, style)}, chart, style);
    });
}

TEST(ChartGolden, Scatter) {
    ScatterChart chart;
    chart.heading.words = "Size and irregularity";
    chart.x_title = "mean size";
    chart.y_title = "spread";
    chart.slopes = {0.1, 1};
    chart.spots = {{1500, 300, "trust", true}, {1490, 310, "hidden label"}, {200, 900, "ethics"}, {NAN, 1, "none"}};
    compare_with_golden("scatter", [&](Scene& scene, const ChartStyle& style) {
        draw_scatter(scene, {0, 0, 500, 300}, chart, style);
    });
}

TEST(ChartGolden, EstimateLinesAndSparks) {
    EstimateLines chart;
    chart.heading.words = "Against the number of samples";
    chart.columns = {"64", "128", "256"};
    chart.lines = {{"trust", {{0.2, 0.1, 0.3}, {0.25, 0.2, 0.3}, {0.26, 0.24, 0.28}}},
                   {"ethics", {bare_estimate(0.1), bare_estimate(0.12), bare_estimate(0.1)}}};
    compare_with_golden("estimate_lines", [&](Scene& scene, const ChartStyle& style) {
        draw_estimate_lines(scene, {0, 0, 500, 240}, chart, style);
        draw_sparks(scene, {0, 240, 200, 80}, {{.ink = Ink::physical, .values = {0, 1.5, NAN, 2}}}, 1, style);
    });
}

TEST(ChartGolden, Map) {
    MapShape square{.rings = {{{0, 0}, {1, 0}, {1, 1}, {0, 1}}}, .triangles = {}, .hatch = {}};
    square.triangles =
        std::make_shared<const std::vector<Point>>(std::vector<Point>{{0, 0}, {1, 0}, {1, 1}, {0, 0}, {1, 1}, {0, 1}});
    square.hatch = std::make_shared<const std::vector<Point>>(hatched(square.rings, 0.5F));
    MapChart chart;
    chart.areas = {{&square, 1.5}, {&square, std::nan("")}, {&square, -2}};
    chart.first_ink = Ink::difference_0;
    chart.ends = {-1.5, -0.5, 0.5, 1.5};
    chart.difference = true;
    chart.unknown_words = "unknown";
    compare_with_golden("map", [&](Scene& scene, const ChartStyle& style) {
        const MapPlace place = draw_map(scene, {0, 0, 100, 100}, chart, style);
        draw_map_ring(scene, square, place, style);
        draw_map_legend(scene, {100, 0, 100, 100}, chart, style);
    });
}

}  // namespace algemeente::present

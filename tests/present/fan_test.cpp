#include "present/charts/fan.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace algemeente::present {
namespace {

Fan made_up_fan(double slope, int months) {
    Fan fan;
    for (int month = 0; month < months; ++month) {
        Band band;
        band.count = 400;
        band.mean = band.p50 = slope * month;
        band.p05 = band.p25 = band.lowest = slope * month - 1;
        band.p75 = band.p95 = band.highest = slope * month + 1;
        fan.push_back(band);
    }
    return fan;
}

FanChart chart_of(const Fan& fan, int replicates) {
    FanChart chart;
    chart.series = {{.fan = &fan, .runs = 3, .value = [](std::size_t, int month) { return month / 2.0; }}};
    chart.y = {-10, 50};
    chart.months = 30;
    chart.cursor = 12;
    chart.replicates = replicates;
    return chart;
}

Scene scene_of(const FanChart& chart) {
    Scene scene;
    draw_fan(scene, {0, 0, 500, 240}, chart, {.language = Language::en});
    return scene;
}

template <typename One>
std::vector<One> all_of(const Scene& scene) {
    std::vector<One> found;
    for (const Item& item : scene.items)
        if (const One* one = std::get_if<One>(&item)) found.push_back(*one);
    return found;
}

std::size_t lines_in(const Scene& scene, Ink ink) {
    const auto lines = all_of<Polyline>(scene);
    return static_cast<std::size_t>(
        std::count_if(lines.begin(), lines.end(), [&](const Polyline& line) { return line.ink == ink; }));
}

}  // namespace

TEST(Fan, ShowsTheBandsThatItsReplicatesCarry) {
    const Fan fan = made_up_fan(1, 30);
    EXPECT_EQ(all_of<Ribbon>(scene_of(chart_of(fan, replicates_for_half_band - 1))).size(), 0U);
    EXPECT_EQ(all_of<Ribbon>(scene_of(chart_of(fan, replicates_for_half_band))).size(), 1U);
    EXPECT_EQ(all_of<Ribbon>(scene_of(chart_of(fan, replicates_for_wide_band))).size(), 2U);
}

TEST(Fan, ShowsSingleRunsWhereThereAreTooFewForABand) {
    const Fan fan = made_up_fan(1, 30);
    EXPECT_EQ(lines_in(scene_of(chart_of(fan, replicates_for_half_band - 1)), Ink::social), 4U);
    EXPECT_EQ(lines_in(scene_of(chart_of(fan, replicates_for_half_band)), Ink::social), 1U);
}

TEST(Fan, OfACoveredChartShowsNoResult) {
    const Fan fan = made_up_fan(1, 30);
    FanChart chart = chart_of(fan, 400);
    chart.covered = true;
    const Scene scene = scene_of(chart);
    EXPECT_TRUE(all_of<Ribbon>(scene).empty());
    EXPECT_TRUE(all_of<Marker>(scene).empty());
    EXPECT_EQ(lines_in(scene, Ink::social), 0U);
}

TEST(Fan, CountsMonthsFromAnEvent) {
    const Fan fan = made_up_fan(0.1, 85);
    FanChart chart = chart_of(fan, 64);
    chart.months = 85;
    chart.event_at = 24;
    chart.caption = "after 12 months: higher";
    const std::string text = dump(scene_of(chart));
    for (const char* words : {"\"\u221224\"", "\"\u221212\"", "\"0\"", "\"+60 mo\"", "after 12 months: higher"})
        EXPECT_NE(text.find(words), std::string::npos) << words;
    EXPECT_EQ(text.find("2015"), std::string::npos);
    EXPECT_EQ(text.find("warm-up"), std::string::npos);
}

TEST(Fan, PushesLabelsApartWithinItsPlot) {
    const Fan one = made_up_fan(0, 30);
    const Fan other = made_up_fan(0.001, 30);
    const Fan third = made_up_fan(0.002, 30);
    FanChart chart = chart_of(one, 400);
    chart.series = {{.fan = &one}, {.fan = &other, .slot = 1}, {.fan = &third, .slot = 2}};
    chart.y = {0, 50};
    const Scene scene = scene_of(chart);
    const PlotArea plot = plot_of_fan({0, 0, 500, 240}, chart, {.language = Language::en});
    std::vector<float> at;
    for (const Text& text : all_of<Text>(scene))
        if (text.bold && text.at.x > plot.area.right()) at.push_back(text.at.y);
    ASSERT_EQ(at.size(), 3U);
    std::sort(at.begin(), at.end());
    EXPECT_GE(at[1] - at[0], 14);
    EXPECT_GE(at[2] - at[1], 14);
    EXPECT_LE(at[2], plot.area.bottom());
}

TEST(Fan, MarksSayWhatHappenedOnceWhereItIsNear) {
    const Fan fan = made_up_fan(1, 60);
    FanChart chart = chart_of(fan, 64);
    chart.months = 60;
    chart.marks = {{38, 0, "election", MarkKind::calendar},
                   {44, 0, "election", MarkKind::calendar},
                   {50, 3, "stories", MarkKind::shock}};
    chart.mark_labels = true;
    const Scene scene = scene_of(chart);
    const auto texts = all_of<Text>(scene);
    EXPECT_EQ(std::count_if(texts.begin(), texts.end(), [](const Text& one) { return one.words == "election"; }), 1);
    const auto boxes = all_of<Box>(scene);
    EXPECT_TRUE(
        std::any_of(boxes.begin(), boxes.end(), [](const Box& one) { return one.tip == "stories, March 2019"; }));
}

TEST(Fan, TintsWhatLiesBetweenTwoMedians) {
    const Fan low = made_up_fan(1, 30);
    const Fan high = made_up_fan(1.5, 30);
    FanChart chart = chart_of(high, 400);
    const std::size_t before = all_of<Ribbon>(scene_of(chart)).size();
    chart.tint = Tint{.from = &low, .to = &high, .ink = Ink::physical};
    const auto ribbons = all_of<Ribbon>(scene_of(chart));
    ASSERT_EQ(ribbons.size(), before + 1);
    const Ribbon& tint = ribbons.back();
    EXPECT_EQ(tint.ink, Ink::physical);
    EXPECT_GT(tint.low.back(), tint.high.back()) << "pixels count downwards: the higher median is above";
    EXPECT_EQ(tint.x.size(), 30U);
}

TEST(Fan, ALongHeadingTakesASecondLineAndThePlotGivesWay) {
    const Fan fan = made_up_fan(0, 30);
    FanChart chart;
    chart.series.push_back({.fan = &fan});
    chart.y = {0, 40};
    chart.heading.words = "Short";
    const ChartStyle style{.letter = 12};
    const Rect area{0, 0, 240, 190};
    Scene plain;
    const float top = draw_fan(plain, area, chart, style).area.y;
    chart.heading.words = "Matching van schuldsignalen, grootste";
    Scene scene;
    const PlotArea plot = draw_fan(scene, area, chart, style);
    EXPECT_GT(plot.area.y, top);
    std::string words;
    for (const Item& item : scene.items)
        if (const Text* one = std::get_if<Text>(&item); one != nullptr && one->bold && one->at.y < plot.area.y)
            words += (words.empty() ? "" : " ") + one->words;
    EXPECT_EQ(words, chart.heading.words) << "nothing of it is cut";
}

}  // namespace algemeente::present

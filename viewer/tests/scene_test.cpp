// Charts as text: what is drawn, where, in which role. UPDATE_GOLDEN=1 writes the files anew.
#include "viewer/plot/choropleth.h"
#include "viewer/plot/fan_chart.h"
#include "viewer/plot/flow_chart.h"
#include "viewer/plot/people_charts.h"
#include "viewer/plot/why_charts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <limits>

namespace algemeente::viewer {
namespace {

Fan made_up_fan(double level, double spread, int months) {
    Fan fan;
    for (int month = 0; month < months; ++month) {
        std::vector<double> values;
        for (int run = 0; run < 21; ++run) values.push_back(level * month + spread * (run - 10) * month / 10.0);
        fan.push_back(fan_point(values));
    }
    return fan;
}

FanChart made_up_chart(const Fan& a, const Fan& b, int replicates) {
    FanChart chart;
    chart.title = "Sociaal domein";
    chart.title_ink = Ink::social;
    chart.series = {{.fan = &a, .slot = 0, .ink = Ink::social, .in_front = false},
                    {.fan = &b, .slot = 1, .ink = Ink::social}};
    chart.y = {0, 50};
    chart.months = 30;
    chart.cursor = 12;
    chart.replicates = replicates;
    chart.display = Display::bands;
    return chart;
}

void compare_with_golden(const std::string& name, const std::string& text) {
    const std::string file = std::string(ALGEMEENTE_SOURCE_FOLDER) + "/viewer/tests/golden/" + name;
    if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(file) << text;
    std::ifstream stream(file);
    const std::string golden{std::istreambuf_iterator<char>(stream), {}};
    EXPECT_EQ(text, golden) << "UPDATE_GOLDEN=1 writes " << file << " anew, if the change is meant";
}

TEST(Scene, AFanChartIsDrawnAsBefore) {
    const Fan a = made_up_fan(1, 0.3, 30);
    const Fan b = made_up_fan(1.2, 0.3, 30);
    Scene scene;
    draw_fan_chart(scene, {0, 0, 400, 240}, made_up_chart(a, b, 64), {});
    compare_with_golden("fan_chart.txt", dump(scene));
}

TEST(Scene, AnEnlargedChartIsCutOffAtItsPlot) {
    const Fan a = made_up_fan(1, 0.3, 30);
    const Fan b = made_up_fan(1.2, 0.3, 30);
    FanChart chart = made_up_chart(a, b, 64);
    chart.time = Range{6, 20};
    chart.clipped = true;
    chart.hover = 9;
    Scene scene;
    draw_fan_chart(scene, {0, 0, 400, 240}, chart, {});
    compare_with_golden("fan_chart_enlarged.txt", dump(scene));
    const std::string svg = to_svg(scene, 400, 240, Theme::light, "title");
    EXPECT_NE(svg.find("clip-path=\"url(#clip1)\""), std::string::npos);
    EXPECT_NE(svg.find("</g>"), std::string::npos);
}

TEST(Scene, TimeTicksFollowTheMonthsShown) {
    const auto words = [](Range shown, float width) {
        std::string all;
        for (const TimeTick& tick : time_ticks(shown, width, 14, Language::nl)) all += tick.words + " ";
        return all;
    };
    EXPECT_EQ(words({0, 179}, 400), "2015 2017 2019 2021 2023 2025 2027 2029 ");
    EXPECT_EQ(words({60, 80}, 600), "2020 apr jul okt 2021 apr jul ");
    EXPECT_EQ(words({60, 66}, 600), "2020 feb mrt apr mei jun jul ");
}

TEST(Scene, PeopleAreDrawnAsBefore) {
    Scene scene;
    draw_histogram(
        scene, {0, 0, 200, 100},
        {.title = "Vertrouwen", .counts = histogram_of({0.1, 0.5, 0.55, 0.9}, 10), .mean = 0.5, .chosen = 0.9}, {});
    draw_dots(scene, {0, 100, 300, 20},
              {.label = "Sociaal", .values = {0.7, 0.75, 0.8}, .range = {0.5, 1}, .chosen = 1}, {});
    draw_life(scene, {0, 120, 300, 120},
              {.title = "Vertrouwen",
               .own = {0.5, 0.4, 0.6},
               .peers = {{0.3, 0.3, 0.2}},
               .middle = {0.5, 0.5, 0.5},
               .cursor = 1},
              {});
    compare_with_golden("people.txt", dump(scene));
}

TEST(Scene, FlowsAreDrawnAsBefore) {
    FlowChart flow;
    flow.runs = 16;
    flow.stages[0] = {.entered = 100, .moved = 60, .inside = 10, .left = {30}};
    flow.stages[1] = {.entered = 60, .moved = 20, .inside = 15, .left = {0, 5, 8, 12}};
    flow.stages[2] = {.entered = 20, .moved = 18, .inside = 2, .left = {}};
    flow.stages[3] = {.entered = 18, .moved = 17, .inside = 1, .left = {}};
    flow.stages[4] = {.entered = 17, .moved = 0, .inside = 12, .left = {0, 0, 0, 0, 0, 2, 3}};
    Scene scene;
    draw_flow(scene, {0, 0, 700, 220}, flow, &flow, 100, "Sociaal domein", Ink::social, {});
    draw_sparks(scene, {0, 220, 200, 80}, {{.ink = Ink::social, .values = {0, 1, 2}}}, 1, {});
    compare_with_golden("flow.txt", dump(scene));
}

TEST(Scene, BandsNeedEnoughReplicates) {
    const Fan a = made_up_fan(1, 0.3, 30);
    const auto bands = [&](int replicates) {
        Scene scene;
        draw_fan_chart(scene, {0, 0, 400, 240}, made_up_chart(a, a, replicates), {});
        return std::count_if(scene.items.begin(), scene.items.end(),
                             [](const Item& item) { return std::holds_alternative<Ribbon>(item); });
    };
    EXPECT_EQ(bands(8), 0);
    EXPECT_EQ(bands(32), 2);
    EXPECT_EQ(bands(200), 4);
}

TEST(Scene, ACoveredChartShowsNoResult) {
    const Fan a = made_up_fan(1, 0.3, 30);
    FanChart chart = made_up_chart(a, a, 200);
    chart.covered = true;
    Scene scene;
    draw_fan_chart(scene, {0, 0, 400, 240}, chart, {});
    for (const Item& item : scene.items) {
        EXPECT_FALSE(std::holds_alternative<Ribbon>(item));
        EXPECT_FALSE(std::holds_alternative<Marker>(item));
    }
}

TEST(Scene, EventsNameLawElectionsAndWhoseNewsItIs) {
    Scenario quiet;
    Scenario loud;
    loud.shocks.push_back({.frame = Frame::risk, .from_month = 108, .months = 3, .stories_per_month = 9});
    loud.changes.push_back({.lever = "ethics_committee", .value = 1, .from_month = 72});
    const auto events = events_of({&quiet, &loud}, 180, Language::nl);
    std::string words;
    for (const LaneEvent& event : events) words += std::to_string(event.month) + " " + event.words + "\n";
    EXPECT_EQ(words,
              "38 verkiezingen\n40 AVG\n72 besluit B\n86 verkiezingen\n108 nieuws: risico (B)\n134 verkiezingen\n");
}

TEST(Scene, NotesStandOnTheLaneBetweenTheOtherEvents) {
    const Scenario quiet;
    const std::vector<Note> notes = {{100, "een heel lange notitie over wat de raad die maand vroeg"}};
    const auto events = events_of({&quiet}, 120, Language::en, notes);
    Scene scene;
    draw_event_lane(scene, PlotArea{{10, 10, 800, 50}, 120, {0, 1}}, events, {});
    compare_with_golden("event_lane.txt", dump(scene));
}

TEST(Scene, MonthsAroundAnEventAreCountedFromIt) {
    const Fan a = made_up_fan(0.1, 0.3, 85);
    FanChart chart = made_up_chart(a, a, 64);
    chart.series.pop_back();
    chart.months = 85;
    chart.event_at = 24;
    chart.cursor = -1;
    chart.caption = "na 12 mnd: hoger";
    Scene scene;
    draw_fan_chart(scene, {0, 0, 500, 240}, chart, {});
    const std::string text = dump(scene);
    for (const char* words : {"\"\u221224\"", "\"\u221212\"", "\"0\"", "\"+60\"", "na 12 mnd: hoger"})
        EXPECT_NE(text.find(words), std::string::npos) << words;
    EXPECT_EQ(text.find("2015"), std::string::npos);
}

TEST(Scene, DirectionNeedsMostOfTheRuns) {
    EXPECT_EQ(direction_word({.higher = 60, .lower = 4, .count = 64}), Word::probably_higher);
    EXPECT_EQ(direction_word({.higher = 1, .lower = 63, .count = 64}), Word::surely_lower);
    EXPECT_EQ(direction_word({.higher = 40, .lower = 24, .count = 64}), Word::unclear);
    EXPECT_EQ(direction_word({.higher = 1, .lower = 0, .count = 64}), Word::same);
    EXPECT_EQ(share_words({.higher = 60, .lower = 4, .count = 64}, Language::nl), "hoger in 60 van de 64 runs");
}

TEST(Scene, SvgIsWellFormedEnough) {
    Scene scene;
    scene.add(Text{.at = {1, 2}, .words = "a < b & c"});
    const std::string svg = to_svg(scene, 100, 50, Theme::light, "title");
    EXPECT_NE(svg.find("a &lt; b &amp; c"), std::string::npos);
    EXPECT_EQ(svg.substr(svg.size() - 7), "</svg>\n");
}

TEST(Prediction, DistanceIsThatToTheMedian) {
    const Fan fan = made_up_fan(1, 0.3, 30);
    std::vector<double> drawn(30, std::numeric_limits<double>::quiet_NaN());
    drawn[10] = 12;
    drawn[20] = 16;
    const PredictionScore score = score_of(drawn, fan);
    EXPECT_EQ(score.months, 2);
    EXPECT_DOUBLE_EQ(score.distance, 3);
    EXPECT_EQ(score.inside, 2);
}

}  // namespace
}  // namespace algemeente::viewer

// Charts as text: what is drawn, where, in which role. scripts/update_golden writes the files anew.
#include "places.h"
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
        fan.push_back(band_over(values));
    }
    return fan;
}

void compare_with_golden(const std::string& name, const std::string& text) {
    const std::string file = places::checkout().string() + "/viewer/tests/golden/" + name;
    if (std::getenv("ALGEMEENTE_UPDATE_GOLDEN") != nullptr) std::ofstream(file) << text;
    std::ifstream stream(file);
    const std::string golden{std::istreambuf_iterator<char>(stream), {}};
    EXPECT_EQ(text, golden) << file << ": scripts/update_golden writes it anew, if the change is meant";
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

TEST(Prediction, DistanceIsThatToTheMedian) {
    const Fan fan = made_up_fan(1, 0.3, 30);
    std::vector<double> drawn(30, std::numeric_limits<double>::quiet_NaN());
    drawn[10] = 11;
    drawn[20] = 16;
    const PredictionScore score = score_of(drawn, fan);
    EXPECT_DOUBLE_EQ(score.distance, 2.5);
    EXPECT_EQ(score.years, 2);
    EXPECT_EQ(score.years_inside, 1) << "of 21 runs the middle half is drawn, and 16 is below it";
    ASSERT_EQ(score.moments.size(), 2U);
    EXPECT_EQ(score.moments[0].month, 10);
    EXPECT_EQ(score.moments[1].drawn, 16);
    EXPECT_EQ(score.moments[1].median, fan[20].p50);
}

}  // namespace
}  // namespace algemeente::viewer

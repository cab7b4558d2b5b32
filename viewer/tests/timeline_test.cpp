// The timeline: decisions and notes with a date, what happens around an event, and scenarios that come back.
#include "ui_bot.h"

#include "places.h"
#include "viewer/state/session_io.h"
#include "viewer/state/timeline.h"

#include <cmath>
#include <fstream>

namespace algemeente::viewer {
namespace {

std::filesystem::path scenarios() {
    return places::checkout() / "scenarios";
}

Slot baseline() {
    return slot_of(read_scenario(scenarios() / "baseline.toml"));
}

TEST(Timeline, ADecisionIsAddedMovedAndTakenBack) {
    Slot slot = baseline();
    ASSERT_TRUE(add_change(slot, "ethics_committee", 1, 100));
    ASSERT_TRUE(add_change(slot, "capacity_cut_share", 0.3, 60));
    EXPECT_FALSE(add_change(slot, "no_such_lever", 1, 60));
    EXPECT_FALSE(add_change(slot, "capacity_cut_share", 0.3, 5000));
    EXPECT_EQ(lever_value(slot.scenario, "ethics_committee", 99), 0);
    EXPECT_EQ(lever_value(slot.scenario, "ethics_committee", 100), 1);
    move_changes(slot, 100, 130);
    EXPECT_EQ(lever_value(slot.scenario, "ethics_committee", 129), 0);
    EXPECT_EQ(lever_value(slot.scenario, "ethics_committee", 130), 1);
    remove_changes(slot, 130, "ethics_committee");
    EXPECT_EQ(lever_value(slot.scenario, "ethics_committee", 140), 0);
    EXPECT_EQ(slot.scenario.changes.size(), 1U);
}

TEST(Timeline, AnEarlierDecisionDoesNotUndoALaterOne) {
    Slot slot = baseline();
    ASSERT_TRUE(add_change(slot, "capacity_cut_share", 0.5, 100));
    ASSERT_TRUE(add_change(slot, "capacity_cut_share", 0.2, 60));
    EXPECT_EQ(lever_value(slot.scenario, "capacity_cut_share", 80), 0.2);
    EXPECT_EQ(lever_value(slot.scenario, "capacity_cut_share", 110), 0.5);
    move_changes(slot, 60, 100);
    EXPECT_EQ(slot.scenario.changes.size(), 1U) << "two values in one month: the moved one holds";
    EXPECT_EQ(lever_value(slot.scenario, "capacity_cut_share", 110), 0.2);
}

TEST(Timeline, WhatIsReadWhileTheWorldIsMadeHasNoDate) {
    int tried = 0;
    for (const ParameterInfo& row : parameter_table()) {
        if (!is_start_only(row)) continue;
        ++tried;
        Slot slot = baseline();
        decide_from(slot, 72);
        EXPECT_FALSE(add_change(slot, row.name, row.high, 72)) << row.name;
        const std::size_t changes = slot.scenario.changes.size();
        const double value = row.standard == row.high ? row.low : row.high;
        decide(slot, row.name, value);
        EXPECT_EQ(slot.scenario.changes.size(), changes) << row.name;
        EXPECT_EQ(slot.scenario.parameters.*row.value, value) << row.name << " applies from the start";
    }
    EXPECT_GT(tried, 0);
}

TEST(Timeline, AnEndMovesAlongWithItsBeginning) {
    Slot slot = baseline();
    slot.scenario.changes.push_back({.lever = "ethics_committee", .value = 1, .from_month = 50, .until_month = 60});
    move_changes(slot, 50, 70);
    EXPECT_EQ(slot.scenario.changes.front().from_month, 70);
    EXPECT_EQ(slot.scenario.changes.front().until_month, 80);
}

TEST(Notes, StandInTheFileAndDisturbNoReader) {
    const std::vector<Note> notes = {{100, "raad vraagt om register"}, {131, "\"wat als?\" = vraag 2"}};
    EXPECT_EQ(notes_from(notes_text(notes)), notes);
    EXPECT_TRUE(notes_from("title = \"x\"\n#: note never x\n# note 2020-01 y\n#: note 2020-01\n").empty());
    const auto folder = std::filesystem::temp_directory_path() / "algemeente_viewer_notes";
    std::filesystem::remove_all(folder);
    Session session;
    session.slots.push_back(baseline());
    session.notes = notes;
    const auto files = save_scenarios(session, folder);
    const Scenario again = read_scenario(files.front());
    EXPECT_TRUE(again == session.slots.front().scenario);
    EXPECT_EQ(read_notes(files.front()), notes);
    std::filesystem::remove_all(folder);
}

TEST(Recent, KeepsTheLastFiveThatLeftTheScreen) {
    Session session;
    session.slots = {baseline(), baseline()};
    Dispatcher state(std::move(session), ViewState{}, read_presets(scenarios()));
    for (const char* name : {"no_scandal", "ethics_committee", "budget_cuts", "step_by_step", "national_scandal",
                             "all_three_recommendations", "no_scandal"})
        state.apply(LoadPreset{1, name});
    ASSERT_EQ(state.recent().size(), Dispatcher::most_recent);
    EXPECT_EQ(state.recent().front().scenario.name, "all_three_recommendations");
    for (const Slot& slot : state.recent()) EXPECT_NE(slot.scenario.name, "no_scandal") << "that one is on the screen";
    state.apply(BringBack{1, 2});
    EXPECT_EQ(state.session().slots[1].scenario.name, "step_by_step");
    EXPECT_EQ(state.recent().front().scenario.name, "no_scandal");
    state.apply(Action::undo);
    EXPECT_EQ(state.session().slots[1].scenario.name, "no_scandal");
}

TEST(Recent, DraggingOneLeverLeavesOneScenarioBehind) {
    Session session;
    session.slots = {baseline(), slot_of(read_scenario(scenarios() / "no_scandal.toml"))};
    Dispatcher state(std::move(session), ViewState{}, {});
    for (int i = 1; i < 9; ++i) state.apply(SetLever{1, "capacity_cut_share", i * 0.05, i % 3 == 0});
    state.apply(SetLever{1, "capacity_cut_share", 0.6, true});
    ASSERT_EQ(state.recent().size(), 1U);
    EXPECT_EQ(changed_levers(state.recent().front()), 0);
    state.apply(SetLever{1, "ethics_committee", 1, true});
    EXPECT_EQ(state.recent().size(), 2U) << "another lever is another scenario";
    EXPECT_EQ(lever_value(state.recent().front().scenario, "capacity_cut_share", 100), 0.6);
}

/// A summary of runs whose value in month m of replicate i is known: luck i, plus `slope` per month from `event` on.
EnsembleSummary made_up_summary(double slope, int event) {
    EnsembleSummary summary;
    summary.id = 1;
    summary.replicates = 24;
    summary.months = 120;
    const std::size_t outcomes = domain_outcomes().size();
    for (int scenario = 0; scenario < 2; ++scenario) {
        auto one = std::make_shared<Scenario>();
        one->parameters.months = 120;
        if (scenario == 1)
            one->shocks.push_back({.frame = Frame::risk, .from_month = event, .months = 3, .stories_per_month = 9});
        ScenarioRuns runs;
        runs.scenario = one;
        for (int i = 0; i < 24; ++i) {
            auto run = std::make_shared<RunData>();
            run->months = 120;
            run->domain.resize(120 * domain_count * outcomes);
            for (int month = 0; month < 120; ++month)
                for (std::size_t k = 0; k < domain_count * outcomes; ++k) {
                    const double shock = scenario == 1 && month >= event ? slope * (month - event + 1) : 0;
                    run->domain[static_cast<std::size_t>(month) * domain_count * outcomes + k] =
                        i + 0.25 * month + (i == 0 ? -shock : shock);
                }
            runs.runs.push_back(run);
        }
        summary.scenarios.push_back(runs);
    }
    return summary;
}

TEST(EventStudy, TakesTheRunsWithoutTheEventOffThoseWithIt) {
    const EnsembleSummary summary = made_up_summary(0.5, 60);
    const auto study = study_of(summary, 0, 1, {LaneKind::risk, 60});
    ASSERT_TRUE(study);
    EXPECT_EQ(study->slot, 1U);
    EXPECT_EQ(study->base, 0U);
    EXPECT_TRUE(study->same_before);
    EXPECT_TRUE(study->alone);
    const Fan& fan = study->fans[0];
    ASSERT_EQ(fan.size(), static_cast<std::size_t>(EventStudy::months));
    for (int k = -EventStudy::before; k < 0; ++k)
        EXPECT_NEAR(fan[static_cast<std::size_t>(k + EventStudy::before)].p50, 0, 1e-5) << "nothing before the event";
    EXPECT_NEAR(fan[EventStudy::before].p50, 0.5, 1e-5);
    EXPECT_NEAR(fan[EventStudy::before + 11].p50, 6, 1e-5);
    EXPECT_EQ(fan.back().count, 0) << "60 months after month 60 is beyond the end";
    const Direction direction = study->direction(Domain::physical, EventStudy::before + 11);
    EXPECT_EQ(direction.higher, 23);
    EXPECT_EQ(direction.lower, 1);
}

TEST(EventStudy, WithoutAComparisonItShowsTheChangeItself) {
    const EnsembleSummary summary = made_up_summary(0.5, 60);
    const auto study = study_of(summary, 0, 0, {LaneKind::election, 38});
    ASSERT_TRUE(study);
    EXPECT_FALSE(study->base);
    EXPECT_NEAR(study->fans[1][EventStudy::before].p50, 0.25, 1e-5);
    EXPECT_NEAR(study->fans[1][EventStudy::before + 4].p50, 1.25, 1e-5);
    EXPECT_FALSE(study_of(summary, 0, 0, {LaneKind::risk, 61})) << "nobody has that event";
}

TEST(EventStudy, SaysWhenMoreThanTheEventDiffers) {
    EnsembleSummary summary = made_up_summary(0.5, 60);
    auto other = std::make_shared<Scenario>(*summary.scenarios[1].scenario);
    other->changes.push_back({.lever = "ethics_committee", .value = 1, .from_month = 70});
    summary.scenarios[1].scenario = other;
    EXPECT_TRUE(study_of(summary, 0, 1, {LaneKind::risk, 60})->same_before);
    EXPECT_FALSE(study_of(summary, 0, 1, {LaneKind::risk, 60})->alone);
    other = std::make_shared<Scenario>(*other);
    other->changes.front().from_month = 30;
    summary.scenarios[1].scenario = other;
    EXPECT_FALSE(study_of(summary, 0, 1, {LaneKind::risk, 60})->same_before);
}

TEST(Ui, TheEventStudyFollowsTheChosenEvent) {
    UiBot bot;
    bot.click("lower.event");
    ASSERT_EQ(bot.view().lower, LowerChart::event);
    ASSERT_TRUE(bot.view().event) << "it begins with an event that tells the scenarios apart";
    EXPECT_NE(has_event(bot.session().slots[0].scenario, *bot.view().event),
              has_event(bot.session().slots[1].scenario, *bot.view().event));
    bot.click("event");
    bot.frames(2);
    std::size_t position = 0;
    const auto& events = bot.app().derived().events.value();
    while (position < events.size() && events[position].kind != LaneKind::risk) ++position;
    while (position < events.size() && events[position].words.find("(B)") == std::string::npos) ++position;
    ASSERT_LT(position, events.size()) << "the second scenario has a scandal of its own";
    bot.click("event." + std::to_string(position));
    bot.settle();
    ASSERT_TRUE(bot.app().derived().study);
    EXPECT_EQ(bot.app().derived().study->slot, 1U);
    EXPECT_EQ(bot.app().derived().study->base, 0U);
    EXPECT_TRUE(bot.app().derived().study->alone);
    ASSERT_TRUE(bot.shows("chart.lower.1"));
    bot.click("chart.lower.0");
    const int middle = events[position].month - EventStudy::before + EventStudy::months / 2;
    EXPECT_NEAR(bot.view().cursor, middle, 1) << "its months lead the same cursor";
}

TEST(Ui, ADecisionIsAddedOnTheTimelineMovedByOneDragAndTakenAway) {
    UiBot bot;
    bot.drag("timeline", 0.5F, 0.6F);
    const int month = bot.view().cursor;
    bot.press('E');
    ASSERT_EQ(bot.view().lane.month, month);
    bot.drag("lane.value", 0.1F, 0.95F);
    bot.click("lane.add");
    const auto& scenario = [&]() -> const Scenario& { return bot.session().slots[1].scenario; };
    ASSERT_EQ(lever_value(scenario(), "ethics_committee", month), 1);
    EXPECT_EQ(lever_value(scenario(), "ethics_committee", month - 1), 0);
    const std::string key = "lane.decision.1." + std::to_string(month);
    bot.press(256);
    EXPECT_FALSE(bot.view().lane.month);
    const std::size_t steps = bot.app().state().undo_stack().steps();
    const Rect marker = bot.place(key);
    bot.drag(key, 0.5F, 0.5F + 120 / marker.width);
    EXPECT_EQ(bot.app().state().undo_stack().steps(), steps + 1) << "one drag, one step";
    EXPECT_EQ(bot.view().cursor, month) << "the cursor stays";
    const int moved = scenario().changes.back().from_month;
    EXPECT_GT(moved, month + 10);
    EXPECT_EQ(lever_value(scenario(), "ethics_committee", moved - 1), 0);
    bot.press('Z', 2);
    EXPECT_TRUE(bot.shows(key)) << "and one undo brings it back";
    bot.click(key);
    ASSERT_EQ(bot.view().lane.month, month) << "a click opens the month";
    bot.click("lane.remove.1.ethics_committee");
    EXPECT_EQ(lever_value(scenario(), "ethics_committee", month), 0);
    EXPECT_FALSE(bot.shows(key));
}

TEST(Ui, NotesAreWrittenMovedSavedAndOpenedAgain) {
    const auto folder = std::filesystem::temp_directory_path() / "algemeente_viewer_session_notes";
    std::filesystem::remove_all(folder);
    Options options;
    {
        UiBot bot;
        const auto version = bot.app().state().session_version();
        bot.right_drag("timeline", {0.5F, 0.2F}, {0.5F, 0.2F});
        ASSERT_TRUE(bot.view().lane.month);
        bot.type("lane.note", "raadsvraag");
        bot.click("lane.note.add");
        ASSERT_EQ(bot.session().notes.size(), 1U);
        bot.click("lane.close");
        const int before = bot.session().notes[0].month;
        const Rect marker = bot.place("lane.note.0");
        bot.drag("lane.note.0", 0.5F, 0.5F + 60 / marker.width);
        EXPECT_GT(bot.session().notes[0].month, before + 5);
        EXPECT_EQ(bot.app().state().session_version(), version) << "notes compute nothing anew";
        options.files = save_scenarios(bot.session(), folder);
        options.time = bot.session().notes[0].month;
    }
    UiBot again(options);
    ASSERT_EQ(again.session().notes.size(), 1U);
    EXPECT_EQ(again.session().notes[0], (Note{*options.time, "raadsvraag"}));
    EXPECT_TRUE(again.shows("lane.note.0"));
    again.press('E');
    again.click("lane.remove.note.0");
    EXPECT_TRUE(again.session().notes.empty());
    again.press('Z', 2);
    EXPECT_EQ(again.session().notes.size(), 1U);
    std::filesystem::remove_all(folder);
}

TEST(Ui, WhatLeftTheScreenComesBackFromTheListOrByKey) {
    UiBot bot;
    bot.click("preset.1");
    bot.frames(2);
    bot.click("preset.1.budget_cuts");
    ASSERT_EQ(bot.session().slots[1].scenario.name, "budget_cuts");
    bot.click("preset.1");
    bot.frames(2);
    bot.click("recent.1.0");
    EXPECT_EQ(bot.session().slots[1].scenario.name, "national_scandal");
    bot.press('H');
    EXPECT_EQ(bot.session().slots[1].scenario.name, "budget_cuts");
}

}  // namespace
}  // namespace algemeente::viewer

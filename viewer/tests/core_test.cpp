// Pure parts: numbers, ticks, undo, session files, timeline, palette, words. No window, no Dear ImGui.
#include "text/error.h"
#include "viewer/commands/dispatcher.h"
#include "viewer/commands/registry.h"
#include "viewer/ensemble/summary.h"
#include "viewer/plot/borders.h"
#include "viewer/present.h"
#include "viewer/state/session_io.h"

#include "ensemble/ensemble.h"
#include "ensemble/replicate_run.h"
#include "netherlands/country.h"
#include "places.h"
#include "present/words/late.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <limits>
#include <set>

namespace algemeente::viewer {
namespace {

std::filesystem::path scenarios() {
    return places::checkout() / "scenarios";
}

Session two_scenarios() {
    Session session;
    session.slots.push_back(slot_of(read_scenario(scenarios() / "baseline.toml")));
    session.slots.push_back(slot_of(read_scenario(scenarios() / "ethics_committee.toml")));
    return session;
}

Dispatcher dispatcher() {
    return {two_scenarios(), ViewState{}, read_presets(scenarios())};
}

TEST(Numbers, FollowTheLanguage) {
    EXPECT_EQ(number_words(12345, Language::nl), "12.345");
    EXPECT_EQ(number_words(12345, Language::en), "12,345");
    EXPECT_EQ(number_words(2.5, Language::nl), "2,5");
    EXPECT_EQ(number_words(0.615, Language::nl, {.percent = true}), "62\u00a0%");
    EXPECT_EQ(number_words(0.615, Language::en, {.percent = true}), "62%");
    EXPECT_EQ(number_words(-3, Language::en, {.sign = true}), "\u22123");
    EXPECT_EQ(number_words(3, Language::en, {.sign = true}), "+3");
    EXPECT_EQ(number_words(0.0 / 1.0, Language::en, {.sign = true}), "0");
    EXPECT_EQ(number_words(std::numeric_limits<double>::quiet_NaN(), Language::en), "\u2013");
}

TEST(Words, EveryLeverAndOutcomeHasADutchName) {
    for (const ParameterInfo& row : parameter_table()) {
        if (row.role != Role::lever) continue;
        EXPECT_TRUE(has_name(row.name)) << row.name;
        EXPECT_FALSE(meaning_nl(row.name).empty()) << row.name;
        EXPECT_FALSE(row.source.empty()) << row.name;
    }
    for (const OutcomeInfo& outcome : domain_outcomes()) EXPECT_TRUE(has_name(outcome.name)) << outcome.name;
    for (const Scenario& preset : read_presets(scenarios())) {
        EXPECT_TRUE(has_name(preset.name)) << preset.name;
        EXPECT_FALSE(story_nl(preset.name).empty()) << preset.name;
    }
}

TEST(Words, AnIdWithoutANameIsShownAsOne) {
    EXPECT_FALSE(has_name("no_such_thing"));
    EXPECT_EQ(name_of("no_such_thing", Language::nl), "[no_such_thing]");
    EXPECT_EQ(name_of("no_such_thing", Language::en), "[no_such_thing]");
}

TEST(Words, MonthsHaveShortNames) {
    EXPECT_EQ(short_month(2, Language::nl), "mrt");
    EXPECT_EQ(short_month(4, Language::en), "May");
}

TEST(Axis, StepsAreOneTwoOrFive) {
    for (const double span : {0.3, 1.0, 7.0, 42.0, 880.0, 12345.0}) {
        const double step = nice_step(span, 6);
        EXPECT_LE(span / step, 6 + 1e-9);
        double digit = step;
        while (digit >= 9.99) digit /= 10;
        while (digit < 0.999) digit *= 10;
        EXPECT_TRUE(std::abs(digit - 1) < 1e-6 || std::abs(digit - 2) < 1e-6 || std::abs(digit - 5) < 1e-6) << step;
    }
    EXPECT_EQ(nice_range({0, 87}), (Range{0, 100}));
    EXPECT_EQ(ticks({-40, 40}, 4).size(), 5U);
}

TEST(Axis, PixelsAndMonthsAreInverse) {
    const PlotArea plot{{10, 20, 500, 200}, 180, {0, 50}};
    for (int month = 0; month < 180; ++month) EXPECT_EQ(plot.month_at(plot.x_of(month)), month);
    EXPECT_NEAR(plot.value_at(plot.y_of(13)), 13, 1e-4);
}

TEST(Session, ADecisionChangesOnlyLaterMonths) {
    Slot slot = slot_of(read_scenario(scenarios() / "baseline.toml"));
    slot.decide_from = 100;
    decide(slot, "capacity_cut_share", 0.4);
    EXPECT_EQ(lever_value(slot.scenario, "capacity_cut_share", 99), 0);
    EXPECT_EQ(lever_value(slot.scenario, "capacity_cut_share", 100), 0.4);
    EXPECT_TRUE(same_until(slot.scenario, slot.preset, 100));
    EXPECT_FALSE(same_until(slot.scenario, slot.preset, 101));
    EXPECT_EQ(changed_levers(slot), 1);
    decide(slot, "capacity_cut_share", 0);
    EXPECT_EQ(changed_levers(slot), 0) << "a decision for what holds anyway is none";
}

TEST(Session, AnEarlierDecisionDoesNotUndoALaterOne) {
    Slot slot = slot_of(read_scenario(scenarios() / "baseline.toml"));
    slot.decide_from = 120;
    decide(slot, "capacity_cut_share", 0.4);
    slot.decide_from = 60;
    decide(slot, "capacity_cut_share", 0.2);
    EXPECT_EQ(lever_value(slot.scenario, "capacity_cut_share", 60), 0.2);
    EXPECT_EQ(lever_value(slot.scenario, "capacity_cut_share", 120), 0.4);
}

TEST(Session, ResetBringsThePresetBack) {
    Slot slot = slot_of(read_scenario(scenarios() / "all_three_recommendations.toml"));
    decide(slot, "ethics_committee", 0);
    decide(slot, "capacity_cut_share", 0.3);
    EXPECT_EQ(changed_levers(slot), 2);
    reset_lever(slot, "ethics_committee");
    EXPECT_EQ(changed_levers(slot), 1);
    reset_lever(slot, "capacity_cut_share");
    EXPECT_TRUE(same_until(slot.scenario, slot.preset, 600));
}

TEST(Session, EveryPresetSurvivesSavingAndReading) {
    const auto folder = std::filesystem::temp_directory_path() / "algemeente_round_trip";
    for (const Scenario& preset : read_presets(scenarios())) {
        Session session;
        session.slots = {slot_of(preset)};
        session.notes = {{24, "control \x01 and \x7F in a note"}};
        const auto files = save_scenarios(session, folder);
        ASSERT_EQ(files.size(), 1U);
        EXPECT_TRUE(read_scenario(files.front()) == preset) << preset.name;
    }
    std::filesystem::remove_all(folder);
}

TEST(Session, EverySlotRunsWithTheMunicipalitiesOfTheFirst) {
    Session session;
    session.slots = {slot_of(read_scenario(scenarios() / "baseline.toml")),
                     slot_of(read_scenario(scenarios() / "synthetic.toml"))};
    session.sample = 0;
    EXPECT_EQ(to_run(session, 1).municipalities, to_run(session, 0).municipalities);
    EXPECT_EQ(to_run(session, 1).population, Population::real);
}

TEST(Undo, ADragIsOneStepAndUndoGivesTheExactSession) {
    Dispatcher state = dispatcher();
    const Session before = state.session();
    for (int i = 1; i <= 20; ++i) state.apply(SetLever{1, "capacity_cut_share", i * 0.02, false});
    state.apply(SetLever{1, "capacity_cut_share", 0.4, true});
    EXPECT_EQ(state.undo_stack().steps(), 1U);
    const Session after = state.session();
    state.apply(SetLever{1, "change_capacity_multiplier", 2, true});
    EXPECT_EQ(state.undo_stack().steps(), 2U);
    state.apply(Action::undo);
    EXPECT_TRUE(equal(state.session(), after));
    state.apply(Action::undo);
    EXPECT_TRUE(equal(state.session(), before));
    state.apply(Action::redo);
    EXPECT_TRUE(equal(state.session(), after));
}

TEST(Dispatcher, ABrokenFileLeavesTheSessionUntouched) {
    Dispatcher state = dispatcher();
    const Session before = state.session();
    const auto broken = places::checkout() / "tests/fixtures/invalid/not_toml.toml";
    state.apply(OpenFiles{{scenarios() / "no_scandal.toml", broken}});
    EXPECT_TRUE(equal(state.session(), before));
    const auto notices = state.take_notices();
    ASSERT_EQ(notices.size(), 1U);
    EXPECT_NE(notices[0].words.find("not_toml.toml"), std::string::npos) << notices[0].words;
}

TEST(Dispatcher, SaysWhatBeginsAfterTheLastMonth) {
    Scenario late = read_scenario(scenarios() / "baseline.toml");
    late.changes.push_back({.lever = "ethics_committee", .value = 1, .from_month = late.months()});
    Session session;
    session.slots.push_back(slot_of(late));
    Dispatcher state(session, {}, {});
    const auto notices = state.take_notices();
    ASSERT_EQ(notices.size(), 1U);
    const std::string said = present::late_sentences(late, state.view().preferences.language).front();
    EXPECT_NE(notices[0].words.find(said), std::string::npos) << notices[0].words;
}

TEST(Dispatcher, BranchHereIsIdenticalUntilTheCursor) {
    Dispatcher state = dispatcher();
    state.apply(SetCursor{90});
    state.apply(SelectSlot{1});
    state.apply(Action::branch_here);
    ASSERT_EQ(state.session().slots.size(), 3U);
    state.apply(SetLever{2, "capacity_cut_share", 0.5, true});
    EXPECT_TRUE(same_until(state.session().slots[2].scenario, state.session().slots[1].scenario, 90));
    EXPECT_FALSE(same_until(state.session().slots[2].scenario, state.session().slots[1].scenario, 91));
}

TEST(Dispatcher, FourScenariosAtMostAndOneAtLeast) {
    Dispatcher state = dispatcher();
    for (int i = 0; i < 5; ++i) state.apply(Action::add_slot);
    EXPECT_EQ(state.session().slots.size(), slot_limit);
    EXPECT_FALSE(state.take_notices().empty());
    for (int i = 0; i < 6; ++i) state.apply(Action::remove_slot);
    EXPECT_EQ(state.session().slots.size(), 1U);
}

TEST(Timeline, PlaysThroughInAboutEightSecondsAndStops) {
    Dispatcher state = dispatcher();
    state.apply(Action::to_start);
    state.apply(Action::play);
    double seconds = 0;
    int stops = 0;
    while (state.view().cursor < state.months() - 1 && seconds < 30) {
        if (!state.view().playing) {  // at what has a name
            ++stops;
            state.apply(Action::play);
        }
        state.pass_time(1.0 / 60);
        seconds += 1.0 / 60;
    }
    EXPECT_GE(stops, 4) << "the GDPR and three times news";
    EXPECT_NEAR(seconds, 8, 0.5);
    EXPECT_EQ(state.view().cursor, state.months() - 1);
    state.apply(Action::year_back);
    EXPECT_EQ(state.view().cursor, state.months() - 13);
    state.apply(Action::to_start);
    state.apply(Action::step_back);
    EXPECT_EQ(state.view().cursor, 0);
}

TEST(Registry, EveryActionHasItsOwnKeyAndIsFoundByBothNames) {
    std::set<std::pair<int, int>> keys;
    std::set<Word> words;
    for (const ActionInfo& info : actions()) {
        EXPECT_TRUE(keys.insert({info.key, info.mods}).second) << info.id;
        EXPECT_EQ(action_of_key(info.key, info.mods)->action, info.action);
        EXPECT_EQ(text(info.word, Language::nl).find("{}"), std::string::npos) << info.id;
        EXPECT_TRUE(words.insert(info.word).second) << info.id << " shares its words with another action";
        for (const Language language : {Language::nl, Language::en}) {
            const auto found = matching_actions(text(info.word, language));
            EXPECT_TRUE(std::any_of(found.begin(), found.end(), [&](const auto* one) { return one == &info; }))
                << info.id;
        }
    }
}

TEST(Preferences, SurviveWritingAndReading) {
    const Preferences wanted{
        .language = Language::en, .theme = Theme::dark, .scale = 1.21, .projector = true, .tour_done = true};
    const ReadPreferences again = preferences_from(preferences_text(wanted));
    EXPECT_EQ(again.preferences, wanted);
    EXPECT_TRUE(again.ignored.empty());
}

TEST(Preferences, AValueThatIsNotPossibleIsNamedAndTheUsualOneHolds) {
    for (const char* scale : {"nan", "inf", "-1", "0", "40", "large", "1.5x", ""}) {
        const std::string line = "scale = " + std::string(scale);
        const ReadPreferences read = preferences_from(line + "\ntheme = dark\n");
        EXPECT_EQ(read.preferences.scale, 1) << scale;
        EXPECT_EQ(read.preferences.theme, Theme::dark) << "the lines behind it are read";
        EXPECT_EQ(read.ignored, std::vector<std::string>{line});
    }
    EXPECT_EQ(preferences_from("language = fr\nprojector = maybe\n").ignored.size(), 2U);
    EXPECT_TRUE(preferences_from("colour_of_a_later_version = red\n\n").ignored.empty());
}

TEST(Borders, TrianglesCoverEachMunicipalityExactly) {
    const Borders borders = read_borders(scenarios() / "data/municipality_borders.geojson");
    ASSERT_EQ(borders.regions.size(), 342U);
    for (const BorderRegion& region : borders.regions) {
        double rings = 0;
        for (const auto& ring : region.rings) rings += std::abs(area_of(ring));
        double cut = 0;
        const auto& points = *region.triangles;
        for (std::size_t i = 0; i < points.size(); i += 3)
            cut += std::abs(area_of({points[i], points[i + 1], points[i + 2]}));
        EXPECT_NEAR(cut, rings, rings * 1e-3) << region.name;
    }
    const BorderRegion* amsterdam = borders.find("GM0363");
    ASSERT_NE(amsterdam, nullptr);
    EXPECT_EQ(amsterdam->name, "Amsterdam");
}

TEST(Dashes, CoverTheLineInOrder) {
    const std::vector<Point> line = {{0, 0}, {100, 0}};
    float covered = 0;
    for (const auto& piece : dashed(line, Dash::dashed, 1)) covered += piece.back().x - piece.front().x;
    EXPECT_NEAR(covered, 100 * 7.0 / 11, 7);
}

TEST(ReplicateRun, ACopyGoesOnExactlyLikeAnUninterruptedRun) {
    Scenario base = read_scenario(scenarios() / "baseline.toml");
    base.municipalities = {.kind = MunicipalityChoice::Kind::sample, .count = 12};
    base.parameters.months = 96;
    Scenario other = base;
    other.changes.push_back(
        {.lever = "ethics_committee", .value = 1, .from_month = 50, .rollout_months = 10, .municipality_share = 0.5});
    const Country country =
        choose_municipalities(read_netherlands(data_folder(), base.parameters), base.municipalities);
    const auto base_ptr = std::make_shared<const Scenario>(base);
    const auto other_ptr = std::make_shared<const Scenario>(other);
    ASSERT_TRUE(same_until(base, other, 50));

    ReplicateRun past(base_ptr, country, 7, 3, true);
    while (past.month() < 50) past.pass_month();
    ReplicateRun branch(past, other_ptr);
    ReplicateRun copy(past);
    while (!branch.finished()) branch.pass_month();
    while (!copy.finished()) copy.pass_month();
    while (!past.finished()) past.pass_month();

    const History whole_base = run_replicate(base, country, 7, 3, true);
    const History whole_other = run_replicate(other, country, 7, 3, true);
    const History branched = branch.take_history();
    EXPECT_EQ(branched.fingerprint, whole_other.fingerprint);
    EXPECT_EQ(branched.domain_values.size(), whole_other.domain_values.size());
    for (std::size_t i = 0; i < branched.domain_values.size(); ++i) {
        const bool both_nan = std::isnan(branched.domain_values[i]) && std::isnan(whole_other.domain_values[i]);
        ASSERT_TRUE(both_nan || branched.domain_values[i] == whole_other.domain_values[i]) << i;
    }
    EXPECT_EQ(branched.events.size(), whole_other.events.size());
    EXPECT_EQ(copy.take_history().fingerprint, whole_base.fingerprint);
    EXPECT_EQ(past.take_history().fingerprint, whole_base.fingerprint) << "the original is not disturbed by its copies";
    EXPECT_NE(whole_base.fingerprint, whole_other.fingerprint);
}

}  // namespace
}  // namespace algemeente::viewer

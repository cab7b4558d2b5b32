// Decisions with a condition in the window: kept by everything that keeps scenarios, told in the panel and on the lane.
#include "ensemble/ensemble.h"
#include "places.h"
#include "screen_check.h"
#include "ui_bot.h"
#include "viewer/ensemble/ensemble_service.h"
#include "viewer/plot/fan_chart.h"
#include "viewer/state/session_file.h"
#include "viewer/state/session_io.h"
#include "viewer/state/session_link.h"
#include "viewer/state/timeline.h"

#include <gtest/gtest.h>

namespace algemeente::viewer {
namespace {

constexpr const char* committee = "ethics_committee";

Scenario shipped(const std::string& name) {
    return read_scenario(places::checkout() / "scenarios" / (name + ".toml"));
}

Session with_conditions() {
    Session session;
    session.slots.push_back(slot_of(shipped("baseline")));
    session.slots.push_back(slot_of(shipped("committee_after_incidents")));
    return session;
}

/// Ten municipalities that wait for so many ideas, which come in another month of every run.
Scenario waiting(double ideas) {
    Scenario scenario = shipped("baseline");
    scenario.municipalities = {.kind = MunicipalityChoice::Kind::sample, .count = 10};
    scenario.parameters.months = 60;
    scenario.conditional_changes.push_back(
        {.lever = committee,
         .value = 1,
         .when = "ideas_so_far.physical > " + std::to_string(static_cast<int>(ideas)),
         .rollout_months = 6});
    return scenario;
}

std::shared_ptr<const EnsembleSummary> summary_of(EnsembleService& service, const std::vector<Scenario>& scenarios,
                                                  int replicates, std::vector<int> branch_months = {}) {
    EnsembleRequest asked;
    for (const Scenario& scenario : scenarios) asked.scenarios.push_back(std::make_shared<const Scenario>(scenario));
    asked.country = std::make_shared<const Country>(country_of(*asked.scenarios.front(), 1));
    asked.replicates = replicates;
    asked.branch_months = std::move(branch_months);
    service.submit(std::move(asked));
    EXPECT_TRUE(service.wait_until_idle(std::chrono::minutes(2)));
    return service.latest();
}

TEST(ConditionsInTheWindow, AreKeptInASessionsFileAndInALink) {
    const Session session = with_conditions();
    ASSERT_EQ(session.slots[1].scenario.conditional_changes.size(), 2U);
    EXPECT_TRUE(equal(session_from(session_text(session), "x.algemeente"), session));
    const std::vector<Scenario> presets = read_presets(places::checkout() / "scenarios");
    const LinkedSession linked = session_from_link(session_link(session, Language::nl, presets), presets);
    EXPECT_TRUE(equal(linked.session, session));
    Session own = session;
    own.slots[1].scenario.conditional_changes.front().when = "in_use.social > 40";
    EXPECT_TRUE(equal(session_from_link(session_link(own, Language::en, presets), presets).session, own));
}

TEST(ConditionsInTheWindow, StayWhenLeversAreMovedAndReset) {
    Slot slot = with_conditions().slots[1];
    const auto before = slot.scenario.conditional_changes;
    EXPECT_FALSE(is_changed(slot, committee));
    decide(slot, committee, 1);
    decide(slot, "capacity_cut_share", 0.2);
    add_change(slot, committee, 0, 100);
    move_changes(slot, 100, 110);
    EXPECT_EQ(slot.scenario.conditional_changes, before);
    reset_lever(slot, committee);
    EXPECT_EQ(slot.scenario.conditional_changes, before);
    slot.scenario.conditional_changes.clear();
    EXPECT_TRUE(is_changed(slot, committee));
    reset_lever(slot, committee);
    ASSERT_EQ(slot.scenario.conditional_changes.size(), 1U) << "only that lever";
    EXPECT_EQ(slot.scenario.conditional_changes[0], before[0]);
}

TEST(ConditionsInTheWindow, AreNoneOfWhatHasToBeLookedForUnderMore) {
    UiBot bot;
    bot.app().sink().send(LoadPreset{1, "committee_after_incidents"});
    bot.settle();
    bot.frames(2);
    EXPECT_TRUE(bot.shows("lever.algorithm_register"));
    EXPECT_FALSE(bot.shows("levers.moved")) << "the list has them already";
}

TEST(ConditionsInTheWindow, GoAlongWhenOneLeverIsTriedAlone) {
    const Session session = with_conditions();
    const Slot alone = with_one_change(session.slots[0], session.slots[1], committee);
    ASSERT_EQ(alone.scenario.conditional_changes.size(), 1U);
    EXPECT_EQ(alone.scenario.conditional_changes[0].lever, committee);
}

TEST(ConditionsInTheWindow, CountWhereAScenarioIsFull) {
    Slot slot = slot_of(shipped("baseline"));
    for (std::size_t i = 0; i < change_limit; ++i)
        slot.scenario.conditional_changes.push_back({.lever = committee, .value = 1, .when = "in_use.social > 5"});
    EXPECT_FALSE(add_change(slot, committee, 1, 80));
    decide(slot, committee, 1);
    EXPECT_EQ(slot.scenario.change_count(), change_limit);
}

TEST(ConditionsInTheWindow, BeginAsInTheHeadlessProgram) {
    const std::vector<Scenario> scenarios{waiting(1000), waiting(8)};
    EnsembleService service(2);
    const auto summary = summary_of(service, scenarios, 8);
    EnsembleOptions headless;
    headless.replicates = 8;
    const Ensemble ensemble = run_ensemble(scenarios, headless);
    for (std::size_t s = 0; s < 2; ++s)
        for (std::size_t i = 0; i < 8; ++i) {
            const RunData& run = *summary->scenarios[s].runs[i];
            EXPECT_EQ(run.fingerprint, ensemble.scenarios[s].replicates[i].fingerprint);
            EXPECT_EQ(run.spells, spells_of(scenarios[s], ensemble.scenarios[s].replicates[i]));
        }
    EXPECT_EQ(begun_in(summary->scenarios[0], 0).in, 0);
    const Begun begun = begun_in(summary->scenarios[1], 0);
    EXPECT_EQ(begun.runs, 8);
    EXPECT_GT(begun.in, 4);
    EXPECT_LT(begun.first, begun.last);
}

TEST(ConditionsInTheWindow, AreFoundAgainByRunsThatGoOnFromAStoredMonth) {
    Slot slot = slot_of(waiting(8));
    slot.decide_from = 50;
    EnsembleService service(2);
    decide(slot, "capacity_cut_share", 0.3);
    summary_of(service, {waiting(8), slot.scenario}, 8, {50});
    decide(slot, "capacity_cut_share", 0.6);
    const auto before = service.branched_and_full();
    const auto summary = summary_of(service, {waiting(8), slot.scenario}, 8, {50});
    EXPECT_EQ(service.branched_and_full().first - before.first, 8);
    const Country country = country_of(slot.scenario, 1);
    for (int i = 0; i < 8; ++i) {
        const RunData& run = *summary->scenarios[1].runs[static_cast<std::size_t>(i)];
        const History history = run_replicate(slot.scenario, country, 1, i, false);
        EXPECT_EQ(run.fingerprint, history.fingerprint);
        EXPECT_EQ(run.spells, spells_of(slot.scenario, history));
    }
}

TEST(ConditionsInTheWindow, StandOnTheLaneAtTheirMiddleMonth) {
    ScenarioRuns runs{std::make_shared<const Scenario>(waiting(8)), {}};
    for (const int month : {30, 20, -1, 40}) {
        RunData run;
        run.months = 60;
        run.spells = {{month, -1}};
        runs.runs.push_back(std::make_shared<const RunData>(std::move(run)));
    }
    std::vector<LaneEvent> events = events_of({runs.scenario.get()}, 60, Language::nl);
    const std::size_t others = events.size();
    add_conditions(events, runs, 1, Language::nl);
    ASSERT_EQ(events.size(), others + 1);
    const LaneEvent& event = events.front();
    EXPECT_EQ(event.kind, LaneKind::condition);
    EXPECT_EQ(event.month, 30);
    EXPECT_EQ(event.words, "besluit B door een voorwaarde: 3 van 4 runs");
}

TEST(ConditionsInTheWindow, AreReadInThePanelWithTheNumberOfRuns) {
    Options options = dutch();
    options.files = {places::checkout() / "scenarios/baseline.toml",
                     places::checkout() / "scenarios/committee_after_incidents.toml"};
    UiBot bot(options);
    bot.app().sink().send(SelectSlot{1});
    bot.settle();
    bot.frames(3);
    ASSERT_TRUE(bot.shows("lever.ethics_committee.condition.0"));
    const std::string begun = begun_words(begun_in(bot.app().summary()->scenarios[1], 0), Language::nl);
    EXPECT_TRUE(
        is_on_screen("Ethische commissie: aan zodra te zien is: incidenten tot nu toe (sociaal) boven 12. " + begun))
        << all_words();
    EXPECT_TRUE(faults_of_words(drawn_words()).empty());
    ASSERT_TRUE(bot.shows("lever.algorithm_register.condition.1")) << "a lever with a condition is among the first";
}

}  // namespace
}  // namespace algemeente::viewer

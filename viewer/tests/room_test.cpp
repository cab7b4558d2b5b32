// What a room trusts without looking twice: that axes belong to what they stand beside, that what is covered tells
// nothing, and that the scenario whose levers are shown is the one that was last touched.
#include "screen_check.h"
#include "ui_bot.h"

#include "places.h"
#include "viewer/plot/choropleth.h"
#include "viewer/plot/fan_chart.h"
#include "viewer/plot/standing.h"
#include "viewer/state/session_file.h"

#include <algorithm>
#include <fstream>

namespace algemeente::viewer {
namespace {

std::string letters_of_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string exported_words(UiBot& bot, Action action, const char* ending) {
    const OwnFolder folder("room");
    bot.app().export_to(folder.path);
    bot.app().sink().send(action);
    bot.frames(3);
    return letters_of_file(exported_file(folder.path, ending));
}

Options twice_the_baseline() {
    Options options = dutch();
    const auto file = places::checkout() / "scenarios/baseline.toml";
    options.files = {file, file};
    return options;
}

TEST(Axis, IsNewAtOnceForAnotherChoiceOfScenarios) {
    UiBot bot(twice_the_baseline());
    ASSERT_EQ(bot.app().derived().lower_y.range, (Range{-1, 1}));
    bot.app().sink().send(SetLever{1, "ethics_committee", 0, false});  // as long as it is held, axes stand still
    bot.app().sink().send(LoadPreset{1, "national_scandal"});
    bot.settle();
    ASSERT_TRUE(bot.app().state().dragging());
    const Range other = bot.app().derived().lower_y.range;
    EXPECT_LT(other.low, -1) << "another scenario is another chart";
    bot.app().sink().send(LoadPreset{1, "baseline"});
    bot.settle();
    EXPECT_EQ(bot.app().derived().lower_y.range, (Range{-1, 1}));
}

TEST(Axis, IsNewAtOnceWhenAScenarioComesOrGoes) {
    UiBot bot;
    bot.app().sink().send(SetLever{1, "ethics_committee", 0, false});
    bot.settle();
    const Range difference = bot.app().derived().lower_y.range;
    bot.app().sink().send(RemoveSlot{1});
    bot.settle();
    ASSERT_EQ(bot.session().slots.size(), 1U);
    EXPECT_NE(bot.app().derived().lower_y.range, difference) << "the gap of A stands on its own axis";
}

TEST(LowerChart, WithOneScenarioTheGapIsLit) {
    UiBot bot(dutch());
    bot.press('W', 2);
    bot.settle();
    bot.press('D');
    EXPECT_EQ(bot.view().lower, LowerChart::event) << "after the gap, which is shown, comes the event";
    EXPECT_FALSE(bot.shows("lower.difference")) << "there is nothing to compare";
}

TEST(Covered, AxesAreThoseOfWhatIsSeen) {
    UiBot bot;
    bot.click("predict");
    const auto& a = bot.app().derived().fans.domains[0];
    const Range seen = range_of({&a[0], &a[1]}, 24, bot.view().display);
    EXPECT_EQ(bot.app().derived().y.range, nice_range({std::min(0.0, seen.low), seen.high * 1.5}))
        << "of A alone, with room for those who expect more";
    EXPECT_EQ(bot.app().derived().lower_y.range, (Range{-1, 1})) << "a difference would tell its direction";
    bot.app().sink().send(SetLowerChart{LowerChart::gap});
    bot.frames(2);
    const Range gap = range_of({&bot.app().derived().fans.gaps[0]}, 24, bot.view().display);
    EXPECT_EQ(bot.app().derived().lower_y.range, nice_range({std::min(0.0, gap.low), std::max(0.0, gap.high)}));
}

TEST(Covered, AxesThatWereMovedAreLeftBehind) {
    UiBot bot;
    bot.app().sink().send(Action::free_values);
    bot.app().sink().send(SetValueRange{AxisGroup::lower, Range{-60, 2}});
    bot.click("predict");
    EXPECT_FALSE(bot.view().axes.y[1]) << "they were set while the effect was in sight";
}

TEST(Covered, AnEventTellsNothingOnTheScreenOrInTheHandOut) {
    UiBot bot(dutch());
    bot.click("predict");
    bot.app().sink().send(SetLowerChart{LowerChart::event});
    bot.settle();
    bot.frames(2);
    ASSERT_TRUE(bot.app().derived().study);
    EXPECT_EQ(bot.app().derived().lower_y.range, (Range{-1, 1}));
    EXPECT_FALSE(is_on_screen("van de 24 runs")) << all_words();
    const std::string page = exported_words(bot, Action::export_html, ".html");
    EXPECT_EQ(page.find("lager in"), std::string::npos);
    EXPECT_EQ(page.find("hoger in"), std::string::npos);
}

TEST(Front, UndoBringsBackWhichScenarioWasInFront) {
    UiBot bot;
    ASSERT_EQ(bot.view().slot, 1U);
    bot.press('W', 2);
    EXPECT_EQ(bot.view().slot, 0U);
    bot.press('Z', 2);
    EXPECT_EQ(bot.session().slots.size(), 2U);
    EXPECT_EQ(bot.view().slot, 1U);
    bot.press('Y', 2);
    EXPECT_EQ(bot.view().slot, 0U);
}

TEST(Front, IsTheScenarioThatWasChosen) {
    UiBot bot;
    bot.app().sink().send(SelectSlot{0});
    bot.app().sink().send(LoadPreset{1, "ethics_committee"});
    bot.frames(2);
    EXPECT_EQ(bot.view().slot, 1U) << "its levers are shown";
    bot.app().sink().send(SelectSlot{0});
    bot.app().sink().send(BringBack{1, 0});
    bot.frames(2);
    EXPECT_EQ(bot.view().slot, 1U);
}

TEST(Front, WhatTheLegendHidesGoesWithItsScenario) {
    UiBot bot;
    bot.press('N', 2);
    bot.app().sink().send(ToggleHidden{1});
    bot.app().sink().send(RemoveSlot{1});
    bot.frames(2);
    ASSERT_EQ(bot.session().slots.size(), 2U);
    EXPECT_FALSE(bot.view().axes.hidden[1]) << "another scenario has its place";
}

TEST(Tour, EscapeEndsItForGood) {
    ViewState view;
    view.tour_step = 2;
    Session session;
    session.slots.push_back(slot_of(read_scenario(places::checkout() / "scenarios/baseline.toml")));
    Dispatcher state(session, view, {});
    state.apply(Action::close);
    EXPECT_EQ(state.view().tour_step, 0);
    EXPECT_TRUE(state.view().preferences.tour_done);
}

TEST(Enter, SavesInTheDialogThatAsksForAName) {
    const OwnFolder folder("enter");
    UiBot bot;
    bot.app().sink().send(SetFilePanel{FileTask::save, folder.path, "workshop"});
    bot.frames(2);
    bot.strike(ImGuiKey_Enter);
    EXPECT_TRUE(std::filesystem::exists(folder.path / "workshop.algemeente"));
    EXPECT_FALSE(bot.shows("panel.name"));
}

TEST(Enter, PressesWhatHasTheRingAndNothingElse) {
    const OwnFolder folder("ring");
    UiBot bot;
    bot.app().sink().send(SetFilePanel{FileTask::save, folder.path, "workshop"});
    bot.frames(2);
    for (int i = 0; i < 30 && bot.app().focus().key != "panel.cancel"; ++i) bot.press(258);
    ASSERT_EQ(bot.app().focus().key, "panel.cancel");
    bot.press(257);
    bot.frames(3);
    EXPECT_FALSE(std::filesystem::exists(folder.path / "workshop.algemeente"));
    EXPECT_FALSE(bot.shows("panel.name"));
}

TEST(Enter, ClosesWhatOnlyWantsToBeRead) {
    UiBot bot;
    for (const Action action : {Action::sources, Action::notices, Action::evidence}) {
        bot.app().sink().send(action);
        bot.frames(3);
        bot.strike(ImGuiKey_Enter);
        const ViewState& view = bot.view();
        EXPECT_FALSE(view.sources_open || view.notices_open || view.evidence_open) << static_cast<int>(action);
    }
}

TEST(Exports, SayTheirWholeFolderAndTheDateOnce) {
    const OwnFolder folder("dated");
    UiBot bot;
    bot.app().export_to(folder.path);
    bot.app().sink().send(Action::export_csv);
    bot.frames(3);
    EXPECT_NE(bot.app().notices().back().words.find(folder.path.string()), std::string::npos);
    const std::string once = exported_file(folder.path, ".csv").stem().string();
    bot.app().sink().send(SaveTo{folder.path / (once + ".algemeente"), true});
    bot.frames(3);
    bot.app().sink().send(Action::export_html);
    bot.frames(3);
    EXPECT_EQ(exported_file(folder.path, ".html").stem().string(), once);
}

TEST(Exports, NameTheFolderEvenIfItIsBelowTheWorkingOne) {
    const OwnFolder folder("relative");
    UiBot bot;
    bot.app().export_to(std::filesystem::relative(folder.path));
    bot.app().sink().send(Action::export_scenarios);
    bot.frames(3);
    EXPECT_NE(bot.app().notices().back().words.find(folder.path.string()), std::string::npos)
        << bot.app().notices().back().words;
}

TEST(HandOut, DoesNotShowThePointer) {
    UiBot bot(dutch());
    const std::string without = exported_words(bot, Action::export_svg, ".svg");
    bot.point_at("chart.social", 0.4F, 0.5F);
    bot.frames(2);
    ASSERT_TRUE(bot.app().hover().month);
    EXPECT_EQ(exported_words(bot, Action::export_svg, ".svg"), without);
}

TEST(HandOut, AsksTheQuestionOfTheScenario) {
    UiBot bot(dutch());
    const std::string question = question_of(bot.session().slots[1].scenario, Language::nl);
    ASSERT_FALSE(question.empty());
    const std::string page = exported_words(bot, Action::export_html, ".html");
    EXPECT_NE(page.find("<h1>" + question.substr(0, 20)), std::string::npos) << page.substr(0, 400);
    EXPECT_EQ(page.find("dirty"), std::string::npos);
    bot.click("predict");
    EXPECT_EQ(exported_words(bot, Action::export_html, ".html").find("<h1>" + question.substr(0, 20)),
              std::string::npos)
        << "the title of what is covered";
}

TEST(Charts, OfDifferencesAreCalledAfterTheScenariosThatAreShown) {
    UiBot bot(dutch());
    bot.press('N', 2);
    bot.settle();
    bot.frames(2);
    EXPECT_TRUE(is_on_screen("Verschil B, C \u2212 A")) << all_words();
    bot.app().sink().send(ToggleHidden{1});
    bot.frames(2);
    EXPECT_TRUE(is_on_screen("Verschil C \u2212 A")) << all_words();
}

TEST(StatusBar, NothingMovesWhenRunsAreDone) {
    UiBot bot;
    const Rect idle = bot.place("status.size");
    bot.app().sink().send(SetLever{1, "ethics_committee", 1, true});
    bot.frames(1);
    const auto stop = bot.app().widgets().find("status.stop");
    const auto busy = bot.app().widgets().find("status.size");
    ASSERT_TRUE(busy && stop);
    EXPECT_EQ(busy->x, idle.x) << "a second click on Stop would change what is computed";
    EXPECT_LT(stop->right(), busy->x);
    bot.settle();
    EXPECT_FALSE(bot.shows("status.stop"));
    EXPECT_EQ(bot.place("status.size").x, idle.x);
}

TEST(Titles, OfTheSameScenarioTwiceAreCounted) {
    UiBot bot(twice_the_baseline());
    bot.frames(2);
    EXPECT_FALSE(is_on_screen("(baseline")) << "that is a name in the code";
}

/// Difference of means, by hand.
double effect_by_hand(const EnsembleSummary& summary, std::size_t position, int month, Domain domain) {
    const auto mean = [&](std::size_t slot) {
        return municipal_mean(summary.scenarios[slot], summary.country->size(), month, position, domain,
                              MapMeasure::in_use);
    };
    return mean(1) - mean(0);
}

TEST(Standing, SaysWhatChangesInThisMunicipality) {
    Options options = dutch();
    options.page = Page::municipality;
    UiBot bot(options);
    ASSERT_TRUE(bot.shows("standing.effect"));
    const EnsembleSummary& summary = *bot.app().summary();
    const Country& country = *summary.country;
    const std::size_t position = *position_in(country, bot.view().municipality);
    const int month = bot.view().cursor;
    const Difference social =
        effect_in(summary.scenarios[1], summary.scenarios[0], country.size(), position, month, Domain::social);
    EXPECT_EQ(social.direction.count, 24) << "over all runs";
    EXPECT_NEAR(social.band.mean, effect_by_hand(summary, position, month, Domain::social), 1e-9);
    const Difference physical =
        effect_in(summary.scenarios[1], summary.scenarios[0], country.size(), position, month, Domain::physical);
    const std::string words = effect_here(country[position].name, "B", social, physical, month, Language::nl);
    EXPECT_TRUE(is_on_screen(words)) << words << "\n" << all_words();
    EXPECT_FALSE(bot.app().derived().standing_before.value().runs[0].empty()) << "A stands beside it";
    bot.app().sink().send(Action::predict);
    bot.app().sink().send(SelectSlot{0});
    bot.settle();
    EXPECT_TRUE(bot.shows("standing.social"));
    EXPECT_FALSE(bot.shows("standing.effect")) << "B is covered";
}

TEST(Score, SaysInEverySizeHowFarTheLineIsFromTheMedian) {
    for (const bool projector : {false, true}) {
        Options options = dutch();
        options.projector = projector;
        UiBot bot(options);
        bot.click("predict");
        bot.drag("chart.social", 0.3F, 0.9F);
        bot.press('O');
        bot.frames(3);
        EXPECT_TRUE(is_on_screen("van de mediaan van B")) << all_words();
        const Headline& headline = *bot.app().derived().effects.value().headline;
        EXPECT_TRUE(is_on_screen(headline.social)) << headline.social;
        EXPECT_TRUE(is_on_screen(headline.physical)) << headline.physical;
        const std::string screen = squeezed(all_words());
        const std::size_t first = screen.find(squeezed(headline.social));
        EXPECT_EQ(screen.find(squeezed(headline.social), first + 1), std::string::npos) << "once";
    }
}

TEST(Sentences, FollowTheOutcomeThatIsChosen) {
    Options options = dutch();
    options.outcome = "adopters_share";
    UiBot bot(options);
    const std::string first = bot.app().derived().sentences.front().words;
    EXPECT_NE(first.find(lower_first(name_of("adopters_share", Language::nl))), std::string::npos) << first;
    for (const Sentence& sentence : bot.app().derived().sentences)
        EXPECT_EQ(sentence.words.find("algoritmen in gebruik"), std::string::npos) << sentence.words;
}

TEST(Sessions, KeepWhereTheRoomWasLooking) {
    const OwnFolder folder("looking");
    const auto file = folder.path / "workshop.algemeente";
    std::string town;
    {
        UiBot bot;
        bot.app().sink().send(OpenTown{"GM0363"});
        bot.app().sink().send(PinMunicipality{"GM0153"});
        bot.app().sink().send(SetCursor{100});
        bot.app().sink().send(SetOutcome{find_domain_outcome("adopters_share")});
        bot.app().sink().send(SelectSlot{0});
        bot.frames(2);
        bot.app().sink().send(SaveTo{file, true});
        bot.frames(3);
        EXPECT_FALSE(bot.app().state().unsaved());
        bot.app().sink().send(SetPage{Page::map});
        bot.frames(2);
        EXPECT_FALSE(bot.app().state().unsaved()) << "to look elsewhere is no change";
    }
    Options options;
    options.files = {file};
    UiBot again(options);
    for (const bool opened : {false, true}) {
        if (opened) {
            again.app().sink().send(SetPage{Page::compare});
            again.app().sink().send(SetCursor{3});
            again.app().sink().send(OpenSession{file});
            again.frames(3);
        }
        EXPECT_EQ(again.view().page, Page::municipality);
        EXPECT_EQ(again.view().municipality, "GM0363");
        EXPECT_EQ(again.view().pinned, std::vector<std::string>{"GM0153"});
        EXPECT_EQ(again.view().cursor, 100);
        EXPECT_EQ(again.view().outcome, find_domain_outcome("adopters_share"));
        EXPECT_EQ(again.view().slot, 0U);
    }
}

TEST(Sessions, OfBeforeThatOrOfAnotherVersionAreRead) {
    Session session;
    session.slots.push_back(slot_of(read_scenario(places::checkout() / "scenarios/baseline.toml")));
    const std::string old = session_text(session);
    EXPECT_FALSE(session_from(old, "x.algemeente").looking);
    for (const char* line : {"#: view", "#: view nowhere 2026-06 in_use -", "#: view map soon", "#: front Z"}) {
        std::string text = old;
        text.insert(text.find('\n') + 1, std::string(line) + "\n");
        const Session read = session_from(text, "x.algemeente");
        EXPECT_FALSE(read.looking || read.front) << line;
        EXPECT_TRUE(equal(read, session)) << line;
    }
}

TEST(Numbers, StayOnOneLine) {
    UiBot bot(dutch());
    const std::string words =
        "Van de tien factoren verschuift steun van burgers het meest: +0,17 op een schaal van 0 tot 1.";
    for (float width = 60; width < 700; width += 7) {
        std::string lines = in_lines(words, width);
        for (std::size_t at = lines.find(",\n"); at != std::string::npos; at = lines.find(",\n", at + 1))
            ADD_FAILURE() << lines;
        std::replace(lines.begin(), lines.end(), '\n', ' ');
        EXPECT_EQ(lines, words);
    }
}

TEST(Map, OfADifferenceSaysThatBothDomainsAreInIt) {
    Options options = dutch();
    options.page = Page::map;
    UiBot bot(options);
    bot.app().sink().send(SetMapMode{MapMode::difference});
    bot.settle();
    EXPECT_TRUE(is_on_screen("sociaal en fysiek samen")) << all_words();
}

TEST(Flow, SaysNextToItsNumbersOverHowManyRunsTheyAre) {
    Options options = dutch();
    options.page = Page::why;
    options.sub_pages = {SubPage::flow};
    UiBot bot(options);
    EXPECT_TRUE(is_on_screen("Sociaal domein \u00b7 gemiddelde van de eerste 16 van de 24 runs")) << all_words();
}

TEST(Scenarios, AreWrittenWithTheWordsThatTheRoomHasRead) {
    const OwnFolder folder("dutch_words");
    UiBot bot(dutch());
    bot.app().export_to(folder.path);
    bot.app().sink().send(Action::export_scenarios);
    bot.frames(3);
    const std::string question = question_of(bot.session().slots[0].scenario, Language::nl);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path)) {
        if (!entry.path().filename().string().starts_with("A_")) continue;
        EXPECT_NE(letters_of_file(entry.path()).find("# " + question), std::string::npos);
        EXPECT_EQ(read_scenario(entry.path()).title, bot.session().slots[0].scenario.title);
    }
}

}  // namespace
}  // namespace algemeente::viewer

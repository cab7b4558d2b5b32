// An effect is never ascribed to one change when there are two: what a window begins with, what it says beside every
// sentence about an effect, and how one change is tried alone.
#include "present/words/differences.h"
#include "screen_check.h"
#include "ui_bot.h"
#include "viewer/state/session_file.h"
#include "viewer/views/handout.h"

#include <fstream>
#include <sstream>

namespace algemeente::viewer {
namespace {

constexpr const char* committee = "ethics_committee";

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::stringstream words;
    words << stream.rdbuf();
    return words.str();
}

/// The words of the line beside the effect; empty if it is not in this frame.
bool says(UiBot& bot, const std::string& words) {
    bot.frames(2);
    return is_on_screen(words);
}

void show(UiBot& bot, Page page, SubPage part = SubPage::none) {
    bot.app().sink().send(SetPage{page});
    if (part != SubPage::none) bot.app().sink().send(SetSubPage{part});
    bot.settle();
    bot.frames(2);
}

TEST(Differs, AWindowBeginsWithBAsACopyOfA) {
    UiBot bot(dutch(), Begins::as_usual);
    ASSERT_EQ(bot.session().slots.size(), 2U);
    EXPECT_EQ(bot.session().slots[0].scenario, bot.session().slots[1].scenario);
    EXPECT_EQ(bot.view().slot, 1U) << "whoever moves a lever moves it in B";
    EXPECT_TRUE(says(bot, "B is nog gelijk aan A. Verzet een hefboom")) << all_words();
    EXPECT_TRUE(is_on_screen(text(Word::differs_chart, Language::nl).data())) << "an empty chart says what it is for";
    EXPECT_FALSE(bot.shows("headline.social")) << "there is no effect to tell of";
    EXPECT_FALSE(is_on_screen("geen verandering"));
    show(bot, Page::municipality, SubPage::standing);
    EXPECT_TRUE(says(bot, "B is nog gelijk aan A."));
    EXPECT_FALSE(bot.shows("standing.effect"));
}

TEST(Differs, TheFirstLeverIsTheOneDifference) {
    UiBot bot(dutch(), Begins::as_usual);
    bot.app().sink().send(SetLever{1, committee, 1, true});
    bot.settle();
    EXPECT_TRUE(bot.shows("headline.social"));
    EXPECT_TRUE(says(bot, "B verschilt van A in \u00e9\u00e9n ding: ethische commissie: aan vanaf januari 2021."))
        << all_words();
    EXPECT_FALSE(bot.shows("differs.only_this")) << "it is alone already";
    show(bot, Page::municipality, SubPage::standing);
    EXPECT_TRUE(bot.shows("standing.effect"));
    EXPECT_TRUE(says(bot, "B verschilt van A in \u00e9\u00e9n ding: ethische commissie"));
}

TEST(Differs, WhatElseBHasIsSaidBesideEverySentenceAboutTheEffect) {
    for (const bool projector : {false, true}) {
        Options options = dutch();
        options.projector = projector;
        UiBot bot(options);
        bot.app().sink().send(SetLever{1, committee, 1, true});
        bot.settle();
        const std::string words = "Niet alleen het effect van \u2018ethische commissie\u2019: B heeft ook";
        const std::pair<Page, SubPage> pages[] = {{Page::compare, SubPage::none},
                                                  {Page::why, SubPage::factors},
                                                  {Page::why, SubPage::flow},
                                                  {Page::municipality, SubPage::standing}};
        for (const auto& [page, part] : pages) {
            show(bot, page, part);
            EXPECT_TRUE(says(bot, words)) << static_cast<int>(page) << " " << projector << ": " << all_words();
            EXPECT_TRUE(bot.shows("differs.only_this"));
        }
    }
}

TEST(Differs, TheHandOutSaysItAsWell) {
    const OwnFolder folder("differs_hand_out");
    UiBot bot(dutch());
    bot.app().export_to(folder.path);
    bot.app().sink().send(SetLever{1, committee, 1, true});
    bot.settle();
    bot.app().sink().send(Action::export_html);
    bot.app().sink().send(Action::export_svg);
    bot.frames(3);
    EXPECT_NE(content_of(exported_file(folder.path, ".html")).find("B heeft ook de stroom berichten over"),
              std::string::npos);
    EXPECT_NE(content_of(exported_file(folder.path, ".svg")).find("B heeft ook de stroom"), std::string::npos);
}

TEST(Differs, TheLastChangeIsTriedAloneByOnePress) {
    UiBot bot(dutch());
    const Session before = bot.session();
    bot.app().sink().send(SetLever{1, committee, 1, true});
    bot.settle();
    const Session both = bot.session();
    bot.click("differs.only_this");
    bot.settle();
    const Scenario alone = bot.session().slots[1].scenario;
    EXPECT_EQ(lever_value(alone, committee, usual_decision_month), 1);
    EXPECT_EQ(alone.shocks, bot.session().slots[0].scenario.shocks) << "the scandal has gone";
    EXPECT_FALSE(bot.shows("differs.only_this")) << "now it is alone";
    EXPECT_EQ(bot.view().slot, 1U);
    bot.press('D', 2);  // it is alone already: nothing to undo
    bot.press('Z', 2);
    EXPECT_TRUE(equal(bot.session(), both)) << "undo brings it back";
    bot.press('D', 2);
    EXPECT_EQ(bot.session().slots[1].scenario, alone) << "a key does the same";
    bot.press('Z', 2);
    bot.press('Z', 2);
    EXPECT_TRUE(equal(bot.session(), before));
    bot.press('D', 2);
    EXPECT_TRUE(equal(bot.session(), before)) << "nothing was moved";
}

TEST(Differs, TheEffectOfTheCommitteeAloneIsThatOfItsScenario) {
    UiBot bot(dutch());
    bot.app().sink().send(SetLever{1, committee, 1, true});
    bot.app().sink().send(Action::only_this);
    bot.settle();
    ASSERT_TRUE(bot.app().derived().effects.value().headline);
    const std::string alone = bot.app().derived().effects.value().headline->social;
    bot.app().sink().send(LoadPreset{1, committee});
    bot.settle();
    EXPECT_EQ(bot.app().derived().effects.value().headline->social, alone);
}

/// The order in which levers were moved is kept in no file.
TEST(Differs, TheLastChangeIsTriedAloneAlsoAfterTheSessionWasOpenedAgain) {
    const OwnFolder folder("differs_again");
    UiBot bot(dutch());
    bot.app().sink().send(SetLever{1, committee, 1, true});
    bot.settle();
    const std::filesystem::path file = folder.path / "room.algemeente";
    std::ofstream(file) << session_text(bot.app().state().session_to_keep());
    bot.app().sink().send(Action::undo);
    bot.settle();
    ASSERT_FALSE(bot.shows("differs.only_this"));
    bot.app().sink().send(OpenSession{file});
    bot.settle();
    bot.frames(2);
    EXPECT_TRUE(says(bot, "Niet alleen het effect van \u2018ethische commissie\u2019")) << all_words();
    ASSERT_TRUE(bot.shows("differs.only_this"));
    bot.click("differs.only_this");
    bot.settle();
    const Scenario& alone = bot.session().slots[1].scenario;
    EXPECT_EQ(lever_value(alone, committee, usual_decision_month), 1);
    EXPECT_EQ(alone.shocks, bot.session().slots[0].scenario.shocks);
}

/// As a room sees it from the back row: three changes, and all of them can be read.
TEST(Differs, ThreeChangesAreReadOnAProjector) {
    for (const Language language : {Language::nl, Language::en}) {
        Options options;
        options.language = language;
        options.width = 1280;
        options.height = 720;
        options.projector = true;
        UiBot bot(options);
        bot.app().sink().send(SetLever{1, committee, 1, true});
        bot.app().sink().send(SetLever{1, "change_capacity_multiplier", 2, true});
        bot.settle();
        bot.frames(2);
        const auto things =
            present::differences_between(bot.session().slots[0].scenario, bot.session().slots[1].scenario, language);
        ASSERT_EQ(things.size(), 3U);
        for (const present::OneDifference& one : things) {
            if (one.lever == "change_capacity_multiplier") continue;  // moved last: named without its value
            EXPECT_TRUE(is_on_screen(lower_first(one.words))) << one.words << " in\n" << all_words();
        }
    }
}

TEST(Differs, AScenarioWithSeveralThingsListsThem) {
    UiBot bot(dutch());
    bot.app().sink().send(LoadPreset{1, "all_three_recommendations"});
    bot.settle();
    const auto things =
        present::differences_between(bot.session().slots[0].scenario, bot.session().slots[1].scenario, Language::nl);
    ASSERT_GT(things.size(), 1U);
    EXPECT_TRUE(says(bot, "B verschilt van A in " + std::to_string(things.size()) + " dingen")) << all_words();
    EXPECT_FALSE(bot.shows("differs.only_this")) << "nothing was moved by hand";
}

/// Start, my town, what if we set up an ethics committee, what changes, why: as few steps as that.
TEST(Newcomer, FindsTheTownTheCommitteeTheEffectAndWhy) {
    for (const auto& [width, height] : {std::pair(1280, 720), std::pair(1920, 1080)}) {
        Options options = dutch();
        options.width = width;
        options.height = height;
        UiBot bot(options, Begins::as_usual);
        bot.type("town.search", "Utrecht");
        bot.strike(ImGuiKey_Enter);
        bot.settle();
        ASSERT_EQ(bot.view().page, Page::municipality);
        EXPECT_EQ(bot.view().municipality, "GM0344");
        ASSERT_TRUE(bot.shows("lever.ethics_committee")) << "it is in sight on the page of the town";
        bot.click("lever.ethics_committee");
        bot.settle();
        bot.frames(2);
        for (const char* key : {"standing.effect", "standing.why", "standing.why.chart", "differs"}) {
            const Rect place = bot.place(key);
            EXPECT_GE(place.y, 0) << key;
            EXPECT_LE(place.bottom(), static_cast<float>(height)) << key << ": without scrolling";
        }
        EXPECT_TRUE(is_on_screen("B verschilt van A in \u00e9\u00e9n ding: ethische commissie"));
    }
}

}  // namespace
}  // namespace algemeente::viewer

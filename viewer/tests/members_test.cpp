// Runs with sets of assumptions that history allows, and a hand-out that tells one calculation.
#include "screen_check.h"
#include "ui_bot.h"

#include <algorithm>

namespace algemeente::viewer {
namespace {

TEST(Members, AreOneClickAwayAndSaid) {
    Options options;
    options.replicates = 8;
    UiBot bot(options);
    ASSERT_TRUE(bot.shows("status.members")) << "they come with the program";
    const std::uint64_t standard = bot.app().summary()->scenarios[0].runs[0]->fingerprint;
    bot.click("status.members");
    bot.settle();
    EXPECT_TRUE(bot.session().members);
    EXPECT_NE(bot.app().summary()->scenarios[0].runs[0]->fingerprint, standard);
    EXPECT_TRUE(is_on_screen("wat de geschiedenis toelaat")) << all_words();
    bot.press('Z', 2);
    bot.settle();
    EXPECT_FALSE(bot.session().members);
    EXPECT_EQ(bot.app().summary()->scenarios[0].runs[0]->fingerprint, standard);
}

/// A narrow bar has no room for the button: the menu has it at every size.
TEST(Members, AreInAMenuOfEveryWindow) {
    for (const auto& [width, height] : {std::pair(640, 480), std::pair(1024, 768), std::pair(1280, 720)}) {
        Options options = dutch();
        options.width = width;
        options.height = height;
        options.projector = width == 1280;
        UiBot bot(options);
        bot.click("view");
        ASSERT_TRUE(bot.shows("view.members")) << width;
        bot.click("view.members");
        bot.settle();
        EXPECT_TRUE(bot.session().members) << width;
    }
}

/// A window in which every run has another set of assumptions, with enough of them for words of certainty.
Options with_members() {
    Options options = dutch();
    options.members = true;
    options.replicates = 300;
    return options;
}

/// Until the first runs with other assumptions are there, what stands on the screen is not of them.
TEST(Members, AreNotMistakenForTheStandardNumbers) {
    UiBot bot(dutch());
    ASSERT_FALSE(bot.shows("page.stale"));
    bot.app().sink().send(Action::members);
    bot.frames(1);
    EXPECT_TRUE(bot.app().widgets().find("page.stale"));
    bot.settle();
    EXPECT_FALSE(bot.shows("page.stale"));
}

TEST(Members, AreEachMetOnce) {
    UiBot bot(with_members());
    const EnsembleSummary& summary = *bot.app().summary();
    const Members members = read_members(shipped_members());
    EXPECT_EQ(summary.replicates, static_cast<int>(members.count())) << "a second run of one is no other draw";
    EXPECT_EQ(summary.over, Over::assumptions);
    EXPECT_FALSE(bot.shows("status.go_on")) << "that is all there is to compute";
    EXPECT_TRUE(is_on_screen(std::to_string(members.count()) + " runs"));
}

TEST(Members, AreCountedInTheWordsOfTheReport) {
    const OwnFolder folder("members_words");
    UiBot bot(with_members());
    bot.app().export_to(folder.path);
    bot.app().sink().send(LoadPreset{1, "budget_cuts"});
    bot.app().sink().send(SetCursor{137});
    bot.settle();
    const EnsembleSummary& summary = *bot.app().summary();
    const std::size_t outcome = bot.app().derived().fans.outcome;
    const Difference social = difference_of(summary.scenarios[1], summary.scenarios[0], 137, Domain::social, outcome);
    const std::string report = direction_words(social.direction, Over::assumptions, Language::nl);
    ASSERT_TRUE(bot.app().derived().effects.value().headline);
    EXPECT_TRUE(bot.app().derived().effects.value().headline->social.ends_with(report))
        << bot.app().derived().effects.value().headline->social << " | " << report;
    const auto says_nothing_of_chance = [&](const std::string& place) {
        for (const char* word : {"eenduidig", "meestal"}) {
            EXPECT_FALSE(is_on_screen(word)) << place << ": " << all_words();
        }
    };
    says_nothing_of_chance("compare");
    EXPECT_TRUE(is_on_screen("trekkingen van de aannames")) << all_words();
    bot.app().sink().send(OpenTown{"GM0344"});
    bot.app().sink().send(SetSubPage{SubPage::standing});
    bot.settle();
    bot.frames(2);
    EXPECT_TRUE(bot.shows("standing.effect"));
    EXPECT_TRUE(is_on_screen("trekkingen van de aannames")) << all_words();
    says_nothing_of_chance("town");
    bot.app().sink().send(Action::members);
    bot.app().sink().send(Action::page_compare);
    bot.settle();
    bot.frames(2);
    EXPECT_FALSE(is_on_screen("trekkingen van de aannames")) << "with the standard numbers chance alone differs";
}

TEST(HandOut, TellsOneCalculationWhateverPageIsShown) {
    Options options = dutch();
    options.replicates = 8;
    const OwnFolder folder("one_calculation");
    UiBot bot(options);
    bot.app().export_to(folder.path);
    bot.app().sink().send(SetPage{Page::map});
    bot.frames(2);
    bot.app().sink().send(SetLever{1, "capacity_cut_share", 0.5, true});
    bot.settle();
    bot.app().sink().send(Action::export_html);
    bot.frames(3);
    const EnsembleSummary& summary = *bot.app().summary();
    const std::size_t outcome = bot.app().derived().fans.outcome;
    const int month = std::min(bot.view().cursor, summary.months - 1);
    const auto expected = headline_of(summary.scenarios[1], "B", summary.scenarios[0], month, outcome, Language::nl);
    ASSERT_TRUE(bot.app().derived().effects.value().headline);
    EXPECT_EQ(bot.app().derived().effects.value().headline->social, expected.social);
    EXPECT_FALSE(std::filesystem::is_empty(folder.path)) << "the hand-out was written";
}

}  // namespace
}  // namespace algemeente::viewer

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

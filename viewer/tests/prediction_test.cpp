// A line that the room draws is about one scenario and one outcome: it is kept for them, and held against no other.
#include "screen_check.h"
#include "ui_bot.h"

#include "viewer/plot/fan_chart.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {
namespace {

constexpr int escape = 256;

void draw_years(UiBot& bot, Domain domain, double value) {
    for (int month = 100; month < 150; ++month) bot.app().sink().send(DrawPrediction{domain, month, value});
    bot.frames(2);
}

void choose(UiBot& bot, const char* outcome) {
    bot.app().sink().send(SetOutcome{find_domain_outcome(outcome)});
    bot.settle();
    bot.frames(2);
}

bool nothing_is_drawn(UiBot& bot) {
    return bot.line_of_the_room(Domain::social).empty() && bot.line_of_the_room(Domain::physical).empty();
}

TEST(Prediction, OfEachOutcomeIsItsOwn) {
    UiBot bot(dutch());
    const std::string none(text(Word::score_nothing, Language::nl));
    bot.click("predict");
    draw_years(bot, Domain::social, 5);
    choose(bot, "adopters_share");
    EXPECT_TRUE(nothing_is_drawn(bot)) << "five algorithms are no share of municipalities";
    draw_years(bot, Domain::social, 0.5);
    bot.press('O');
    bot.settle();
    EXPECT_FALSE(is_on_screen(none) && !is_on_screen("van de mediaan van B")) << all_words();
    choose(bot, "value");
    EXPECT_TRUE(is_on_screen(none)) << "what nobody predicted is not judged: " << all_words();
    EXPECT_FALSE(is_on_screen("van de mediaan van B"));
    choose(bot, "in_use");
    ASSERT_FALSE(nothing_is_drawn(bot)) << "it is kept";
    EXPECT_EQ(bot.line_of_the_room(Domain::social)[120], 5);
    EXPECT_TRUE(is_on_screen("van de mediaan van B")) << all_words();
    bot.click("predict.again");
    EXPECT_TRUE(nothing_is_drawn(bot));
    choose(bot, "adopters_share");
    EXPECT_TRUE(nothing_is_drawn(bot)) << "anew is for all of them";
}

TEST(Prediction, OfEachScenarioIsItsOwn) {
    UiBot bot(dutch());
    bot.app().sink().send(Action::add_slot);
    bot.settle();
    ASSERT_EQ(bot.session().slots.size(), 3U);
    bot.app().sink().send(SelectSlot{1});
    bot.click("predict");
    draw_years(bot, Domain::social, 5);
    bot.app().sink().send(SelectSlot{2});
    bot.frames(2);
    EXPECT_TRUE(nothing_is_drawn(bot)) << "the line is about B";
    draw_years(bot, Domain::social, 7);
    bot.app().sink().send(RemoveSlot{1});
    bot.settle();
    ASSERT_FALSE(nothing_is_drawn(bot));
    EXPECT_EQ(bot.line_of_the_room(Domain::social)[120], 7) << "what was C is B now, with its line";
}

/// The rounds of the workshop: after the reveal another lever or another scenario is tried in the same place.
TEST(Prediction, EndsWhenWhatWasRevealedIsAnotherScenario) {
    const Command others[] = {LoadPreset{1, "baseline"}, LoadPreset{1, "ethics_committee"},
                              SetLever{1, "change_capacity_multiplier", 2, true}};
    for (const Command& other : others) {
        UiBot bot(dutch());
        bot.click("predict");
        draw_years(bot, Domain::social, 5);
        bot.app().sink().send(SetLever{1, "ethics_committee", 1, true});
        bot.settle();
        ASSERT_FALSE(nothing_is_drawn(bot)) << "while it is covered levers may still be moved";
        bot.press('O');
        bot.settle();
        ASSERT_TRUE(bot.shows("score.social"));
        bot.app().sink().send(Action::members);  // the same scenario, run otherwise
        bot.settle();
        EXPECT_TRUE(bot.shows("score.social"));
        bot.app().sink().send(other);
        bot.settle();
        bot.frames(2);
        EXPECT_FALSE(bot.shows("score.social")) << "nobody predicted this";
        EXPECT_TRUE(nothing_is_drawn(bot));
        EXPECT_FALSE(bot.view().prediction.active);
    }
}

TEST(Prediction, WaitsForTheNumbersOfItsAxis) {
    UiBot bot(dutch(), Begins::without_runs);
    ASSERT_TRUE(bot.app().derived().fans.domains.empty()) << "nothing was computed";
    bot.app().sink().send(Action::predict);
    bot.frames(2);
    bot.drag("chart.social", 0.3F, 0.9F);
    EXPECT_TRUE(nothing_is_drawn(bot)) << "on an axis without numbers it would be lost";
    EXPECT_FALSE(is_on_screen(text(Word::draw_here, Language::nl).data())) << all_words();
    bot.app().sink().send(Action::go_on);
    bot.settle();
    bot.frames(2);
    EXPECT_TRUE(is_on_screen(text(Word::draw_here, Language::nl).data())) << all_words();
    bot.drag("chart.social", 0.3F, 0.9F);
    EXPECT_FALSE(nothing_is_drawn(bot));
}

TEST(Prediction, StaysCoveredInAStoryWhenEscapeIsPressed) {
    UiBot bot(dutch());
    ASSERT_FALSE(bot.app().state().stories().empty());
    const auto& story = bot.app().state().stories().front();
    bot.app().sink().send(OpenStory{story->name});
    bot.settle();
    for (std::size_t step = 0; step < story->steps.size() && !story->steps[step].predicts; ++step) {
        bot.app().sink().send(Action::story_next);
        bot.settle();
    }
    ASSERT_TRUE(bot.view().prediction.active && !bot.view().prediction.revealed) << "no step of it predicts";
    for (const int key : {escape, int{'V'}}) {
        bot.press(key);
        EXPECT_TRUE(bot.view().prediction.active && !bot.view().prediction.revealed) << "the story reveals, not a key";
    }
}

}  // namespace
}  // namespace algemeente::viewer

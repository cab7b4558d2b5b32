// Stories in the window: played from start to end in both languages, with predictions, answers and the way back.
#include "screen_check.h"
#include "ui_bot.h"

#include "places.h"
#include "viewer/commands/story_commands.h"
#include "viewer/state/session_link.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace algemeente::viewer {
namespace {

constexpr int escape = 256, page_up = 266, page_down = 267;
const char* const lessons[] = {"lesson1_who_is_hit", "lesson2_slow_road", "lesson3_who_decides", "lesson4_three_euros"};

std::string text_of(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

void open(UiBot& bot, const std::string& name) {
    bot.app().sink().send(OpenStory{name});
    bot.settle();
    ASSERT_TRUE(bot.view().story.open()) << name;
}

/// On the screen, also where it must be scrolled to: the panel shows what the step says.
void expect_said(const std::string& words, const std::string& where) {
    const std::string first = words.substr(0, words.find("\n"));
    const std::string beginning = first.substr(0, first.find(' ', std::min<std::size_t>(first.size(), 24)));
    EXPECT_TRUE(is_on_screen(beginning)) << where << ": '" << beginning << "' in\n" << all_words();
}

bool covered_on_screen(UiBot& bot) {
    return bot.view().prediction.active && !bot.view().prediction.revealed;
}

/// Does what the step asks: draws, answers and moves, by the real widgets.
void take_part(UiBot& bot, const StoryStep& step) {
    if (step.predicts) {
        bot.drag("chart.social", 0.3F, 0.9F);
        EXPECT_FALSE(bot.line_of_the_room(Domain::social).empty());
    }
    if (step.question && !step.question->choices.empty()) {
        bot.click("story.choice.1");
        bot.click("story.choice.1");
        bot.click("story.choice.0");
        EXPECT_EQ(bot.view().story.answers[bot.view().story.step].hands[1], 2);
    } else if (step.question) {
        bot.app().sink().send(TypeAnswer{"because of the council"});
        bot.app().sink().send(AddAnswer{});
        bot.frames(3);
        EXPECT_TRUE(is_on_screen("because of the"));
    }
    EXPECT_TRUE(step.lever.empty() || bot.shows("lever." + step.lever)) << step.lever;
}

void expect_step(UiBot& bot, const Story& story, std::size_t number, Language language) {
    const StoryStep& step = story.steps[number];
    const std::string where = story.name + " " + std::to_string(number);
    ASSERT_EQ(bot.view().story.step, number) << where;
    EXPECT_EQ(info_of(bot.view().page).id, step.page) << where;
    EXPECT_EQ(domain_outcomes()[bot.view().outcome].name, step.outcome) << where;
    EXPECT_EQ(bot.view().cursor, step.month.value_or(bot.view().cursor)) << where;
    const std::vector<Scenario>& wanted = story.line_ups[step.line_up].scenarios;
    ASSERT_EQ(bot.session().slots.size(), wanted.size()) << where;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        EXPECT_EQ(bot.session().slots[i].scenario.name, wanted[i].name) << where;
    EXPECT_EQ(covered_on_screen(bot), step.cover == StoryCover::covered) << where;
    EXPECT_EQ(bot.view().prediction.revealed, step.cover == StoryCover::revealed) << where;
    if (step.moment == StoryMoment::during) {
        expect_said(step.title[language], where);
        expect_said(step.text[language], where);
    } else {
        expect_said(step.question->ask[language], where);
    }
}

class PlayedStory : public testing::TestWithParam<std::tuple<const char*, Language>> {};

TEST_P(PlayedStory, FromStartToEnd) {
    const auto [name, language] = GetParam();
    Options options;
    options.language = language;
    options.width = 1366;
    options.height = 768;
    UiBot bot(options);
    const OwnFolder folder("played_story");
    bot.app().export_to(folder.path);
    bot.app().sink().send(SetLever{1, "ethics_committee", 1, true});
    bot.settle();
    const Session before = bot.session();
    const Looking looked = bot.app().state().looking();
    open(bot, name);
    const std::shared_ptr<const Story> story = bot.view().story.story;
    for (std::size_t i = 0; i < story->steps.size(); ++i) {
        bot.settle();
        expect_step(bot, *story, i, language);
        take_part(bot, story->steps[i]);
        if (i % 2 == 0) {
            bot.click("story.next");
        } else {
            bot.press(page_down);
        }
    }
    bot.settle();
    EXPECT_FALSE(bot.view().story.open()) << "the last step ends it";
    EXPECT_TRUE(equal(bot.session(), before));
    EXPECT_EQ(bot.app().state().looking(), looked);
    EXPECT_TRUE(bot.app().state().unsaved()) << "the change from before the story";
    const std::string csv = text_of(exported_file(folder.path, ".csv"));
    EXPECT_TRUE(csv.starts_with("story,moment,step,question,choice,answer,hands\n" + std::string(name) + ",before,1,"))
        << csv;
    EXPECT_NE(csv.find(",after,"), std::string::npos) << csv;
    EXPECT_NE(csv.find("because of the council,\n"), std::string::npos) << csv;
}

INSTANTIATE_TEST_SUITE_P(Lessons, PlayedStory,
                         testing::Combine(testing::ValuesIn(lessons), testing::Values(Language::nl, Language::en)),
                         [](const auto& played) {
                             return std::string(std::get<0>(played.param)) + "_" +
                                    std::string(code_of(std::get<1>(played.param)));
                         });

TEST(Story, AnswersAreTypedOneAfterTheOther) {
    UiBot bot;
    open(bot, "lesson2_slow_road");
    const Story& story = *bot.view().story.story;
    while (!bot.view().story.now().question || !bot.view().story.now().question->choices.empty()) bot.press(page_down);
    bot.settle();
    const Session session = bot.session();
    bot.click("story.answer");
    constexpr int enter = 257;
    for (const char* words : {"no time", "bad data", "none"}) {
        for (const char one : std::string(words)) {
            const int key = one >= 'a' ? one - 'a' + 'A' : one;
            bot.platform().input.push_back({InputEvent::Kind::down, key});
            bot.platform().input.push_back({InputEvent::Kind::letter, 0, 0, static_cast<unsigned>(one)});
            bot.platform().input.push_back({InputEvent::Kind::up, key});
        }
        bot.platform().input.push_back({InputEvent::Kind::down, enter});
        bot.platform().input.push_back({InputEvent::Kind::up, enter});
        bot.frames(8);
    }
    EXPECT_EQ(bot.view().story.answers[bot.view().story.step].words,
              (std::vector<std::string>{"no time", "bad data", "none"}))
        << story.name;
    EXPECT_TRUE(equal(bot.session(), session)) << "no letter was a command";
}

TEST(Story, TheMenuListsThoseThatShipAndOpensOne) {
    UiBot bot(dutch());
    bot.click("file");
    bot.click("file.stories");
    ASSERT_TRUE(bot.view().stories_open);
    for (const char* name : lessons) EXPECT_TRUE(bot.shows("story.open." + std::string(name))) << name;
    bot.click("story.open.lesson2_slow_road");
    bot.settle();
    ASSERT_TRUE(bot.view().story.open());
    EXPECT_EQ(bot.view().story.story->name, "lesson2_slow_road");
    EXPECT_FALSE(bot.view().stories_open);
    EXPECT_TRUE(bot.shows("story.choice.0"));
    EXPECT_FALSE(bot.shows("levers.search")) << "the story has the place of the levers";
    bot.click("story.leave");
    EXPECT_FALSE(bot.view().story.open());
    EXPECT_TRUE(bot.shows("levers.search"));
}

TEST(Story, LeavingItGivesBackTheSessionThatWasOpen) {
    UiBot bot;
    bot.app().sink().send(SetLever{1, "ethics_committee", 1, true});
    bot.app().sink().send(AddNote{100, "a question"});
    bot.press('3');
    bot.settle();
    const Session before = bot.session();
    const std::size_t steps = bot.app().state().undo_stack().steps();
    const auto recent = bot.app().state().recent().size();
    open(bot, "lesson1_who_is_hit");
    EXPECT_EQ(bot.session().slots.size(), 1U);
    EXPECT_TRUE(bot.session().notes.empty());
    EXPECT_EQ(bot.app().state().undo_stack().steps(), 0U) << "a step of the story is no decision of the room";
    bot.press('X', 1);
    bot.settle();
    EXPECT_TRUE(equal(bot.session(), before));
    EXPECT_EQ(bot.view().page, Page::map);
    EXPECT_EQ(bot.app().state().undo_stack().steps(), steps);
    EXPECT_EQ(bot.app().state().recent().size(), recent);
    EXPECT_TRUE(bot.app().state().unsaved());
}

TEST(Story, SavingWhileItIsPlayedSavesTheSessionOfTheRoom) {
    UiBot bot;
    bot.app().sink().send(SetLever{1, "ethics_committee", 1, true});
    bot.settle();
    const Session before = bot.session();
    open(bot, "lesson3_who_decides");
    EXPECT_TRUE(equal(bot.app().state().session_to_keep(), before));
    EXPECT_EQ(bot.app().state().session_on_screen().slots.front().scenario.name, "with_suppliers");
    EXPECT_TRUE(bot.app().state().unsaved());
    bot.app().state().note_saved();
    EXPECT_FALSE(bot.app().state().unsaved()) << "what the story changes is nothing to lose";
    bot.app().sink().send(SetLever{0, "ethics_committee", 1, true});
    bot.frames(2);
    EXPECT_FALSE(bot.app().state().unsaved());
}

TEST(Story, BackBringsWhatStoodThereAndKeepsTheAnswers) {
    UiBot bot(dutch());
    open(bot, "lesson1_who_is_hit");
    bot.click("story.choice.2");
    bot.press(page_down);
    bot.press(page_down);
    bot.press(page_down);
    bot.settle();
    ASSERT_TRUE(bot.view().story.now().predicts);
    EXPECT_EQ(bot.session().slots.size(), 2U);
    bot.press(page_up);
    bot.settle();
    EXPECT_EQ(bot.session().slots.size(), 1U);
    EXPECT_FALSE(bot.view().prediction.active);
    for (int i = 0; i < 5; ++i) bot.press(page_up);
    EXPECT_EQ(bot.view().story.step, 0U) << "before the first there is none";
    EXPECT_EQ(bot.view().story.answers[0].hands[2], 1);
    bot.click("story.choice.2.less");
    EXPECT_EQ(bot.view().story.answers[0].hands[2], 0);
    EXPECT_FALSE(bot.shows("story.choice.2.less"));
}

TEST(Story, WhatTheRoomMovesStaysUntilOtherScenariosCome) {
    UiBot bot;
    open(bot, "lesson2_slow_road");
    while (bot.view().story.now().lever.empty()) bot.press(page_down);
    bot.settle();
    ASSERT_EQ(bot.view().slot, 1U) << "the last scenario is worked on";
    bot.app().sink().send(SetLever{1, "ethics_committee", 1, true});
    bot.press(page_down);
    bot.settle();
    EXPECT_EQ(changed_levers(bot.session().slots[1]), 1) << "the same scenarios, as the room left them";
    bot.press(page_up);
    EXPECT_EQ(changed_levers(bot.session().slots[1]), 1);
    bot.press(page_up);
    bot.press(page_down);
    EXPECT_EQ(changed_levers(bot.session().slots[1]), 0) << "others were there in between";
}

TEST(Story, AnOpenQuestionIsAnsweredByTyping) {
    UiBot bot(dutch());
    open(bot, "lesson1_who_is_hit");
    for (int i = 0; i < 3; ++i) bot.press(page_down);
    bot.type("story.answer", "de raad, en de krant");
    bot.strike(ImGuiKey_Enter);
    bot.frames(3);
    const auto& words = bot.view().story.answers[3].words;
    ASSERT_EQ(words.size(), 1U);
    EXPECT_EQ(words[0], "de raad, en de krant");
    EXPECT_TRUE(bot.view().story.draft.empty());
    bot.type("story.answer", "nog een");
    bot.press(page_down);  // and what was typed is not lost
    EXPECT_EQ(bot.view().story.answers[3].words.size(), 2U);
    bot.press(page_up);
    bot.click("story.answer.0.less");
    EXPECT_EQ(bot.view().story.answers[3].words, std::vector<std::string>{"nog een"});
}

TEST(Story, TheSameQuestionAfterwardsShowsHandsFromBefore) {
    UiBot bot(dutch());
    open(bot, "lesson2_slow_road");
    for (int i = 0; i < 7; ++i) bot.click("story.choice.0");
    const auto& steps = bot.view().story.story->steps;
    while (bot.view().story.now().question == std::nullopt || bot.view().story.now().moment != StoryMoment::after)
        bot.press(page_down);
    ASSERT_EQ(bot.view().story.now().question->name, steps[0].question->name);
    bot.frames(2);
    EXPECT_TRUE(is_on_screen("vooraf 7")) << all_words();
    EXPECT_TRUE(is_on_screen("vooraf 0")) << all_words();
}

TEST(Story, AnswersAreOneCsvWithARowForEachChoice) {
    Story story = story_from(
        "title = \"T\"\nminutes = 5\nscenarios = [\"a.toml\"]\n"
        "[[before]]\nname = \"who\"\nask = \"Who?\"\n"
        "choices = [{ nl = \"Het college, samen\", en = \"The board\" }, \"De raad\"]\n"
        "[[step]]\ntitle = \"S\"\ntext = \"T\"\n[step.question]\nname = \"why\"\nask = \"Why?\"\n",
        "FILE.toml");
    story.name = "mine";
    StoryPlay play = play_of(std::make_shared<const Story>(std::move(story)));
    play.answers[0].hands = {3, 0};
    play.answers[1].words = {"\"quoted\""};
    const OwnFolder folder("answers");
    write_answers(play, Language::nl, folder.path / "a.csv");
    EXPECT_EQ(text_of(folder.path / "a.csv"),
              "story,moment,step,question,choice,answer,hands\n"
              "mine,before,1,who,1,\"Het college, samen\",3\n"
              "mine,before,1,who,2,De raad,0\n"
              "mine,during,2,why,,\"\"\"quoted\"\"\",\n");
}

TEST(Story, ClosingTheWindowSavesAnswersThatNoFileHas) {
    const OwnFolder folder("closing_story");
    UiBot bot;
    bot.app().export_to(folder.path);
    open(bot, "lesson1_who_is_hit");
    bot.app().sink().send(Action::save_answers);
    bot.frames(3);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path)) << "there is nothing to save yet";
    bot.click("story.choice.0");
    bot.press('A', 1);
    bot.frames(3);
    EXPECT_FALSE(bot.view().story.unsaved);
    bot.click("story.choice.0");
    bot.press('Q', 2);
    bot.frames(3);
    EXPECT_TRUE(bot.app().closed());
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path)) {
        EXPECT_NE(text_of(entry.path()).find(",before,1,who_is_hit,1,"), std::string::npos);
        ++files;
    }
    EXPECT_EQ(files, 2U);
}

TEST(Story, AFileOfOnesOwnOpensByDropAndAWrongOneSaysWhere) {
    const OwnFolder folder("own_story");
    const std::string baseline = (places::checkout() / "scenarios/baseline.toml").string();
    const std::filesystem::path file = folder.path / "mine.toml";
    std::ofstream(file) << "title = \"Mine\"\nminutes = 5\nscenarios = [\"" << baseline
                        << "\"]\n[[step]]\ntitle = \"One\"\ntext = \"My own words.\"\n";
    UiBot bot(dutch());
    bot.platform().drops.push_back(places::checkout() / "tests/fixtures/invalid_stories/unknown_lever.toml");
    bot.frames(3);
    EXPECT_FALSE(bot.view().story.open());
    ASSERT_FALSE(bot.app().notices().empty());
    EXPECT_NE(bot.app().notices().back().words.find("unknown_lever.toml:8: step.lever"), std::string::npos)
        << bot.app().notices().back().words;
    bot.platform().drops.push_back(file);
    bot.settle();
    ASSERT_TRUE(bot.view().story.open());
    EXPECT_TRUE(is_on_screen("My own words.")) << all_words();
    EXPECT_TRUE(bot.view().story.last());
    bot.click("story.next");
    EXPECT_FALSE(bot.view().story.open());
}

TEST(Story, TheCommandLineOpensOne) {
    Options options =
        parse_options({"--story", (places::checkout() / "scenarios/stories/lesson1_who_is_hit.toml").string()});
    options.language = Language::en;
    UiBot bot(options);
    ASSERT_TRUE(bot.view().story.open());
    EXPECT_EQ(bot.view().tour_step, 0);
    EXPECT_EQ(bot.session().slots.size(), 1U);
    options.story = places::checkout() / "tests/fixtures/invalid_stories/unknown_lever.toml";
    NullPlatform platform(800, 600);
    ImGuiContext* const own = ImGui::GetCurrentContext();
    ImGuiContext* const other = ImGui::CreateContext();
    ImGui::SetCurrentContext(other);
    EXPECT_THROW(App(options, platform), InputError);
    ImGui::SetCurrentContext(own);
    ImGui::DestroyContext(other);
}

TEST(Story, EscapeClosesWhatLiesOverItAndNotTheStory) {
    UiBot bot;
    open(bot, "lesson1_who_is_hit");
    bot.press('V', 1);
    EXPECT_TRUE(bot.view().stories_open);
    bot.press(escape);
    EXPECT_FALSE(bot.view().stories_open);
    bot.press(escape);
    bot.press(escape);
    EXPECT_TRUE(bot.view().story.open());
    bot.app().sink().send(OpenStory{"lesson3_who_decides"});  // from one into another
    bot.settle();
    EXPECT_EQ(bot.view().story.story->name, "lesson3_who_decides");
    bot.press('X', 1);
    EXPECT_EQ(bot.session().slots.size(), 2U) << "the session from before both";
}

}  // namespace
}  // namespace algemeente::viewer

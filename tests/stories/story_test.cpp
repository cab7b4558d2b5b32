#include "stories/story.h"

#include "cli/run_program.h"
#include "places.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

namespace algemeente {
namespace {

namespace fs = std::filesystem;
using present::Language;

const fs::path stories_folder = places::checkout() / "scenarios/stories";
const fs::path invalid_folder = places::checkout() / "tests/fixtures/invalid_stories";

std::vector<fs::path> files_of(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string text_of(const fs::path& file) {
    std::ifstream stream(file);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::string message_of_reading(const fs::path& file) {
    try {
        read_story(file);
    } catch (const InputError& error) {
        return error.what();
    }
    return "(accepted)";
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

/// The first line says "# message", with FILE for the file's path and FOLDER for its folder.
std::string expected_message(const fs::path& file) {
    const std::string text = text_of(file);
    const std::string line = text.substr(2, text.find('\n') - 2);
    return replaced(replaced(line, "FILE", file.string()), "FOLDER", file.parent_path().string());
}

/// Words with one space for every gap, also between the lines of a page.
std::string joined(const std::string& text) {
    return std::regex_replace(text, std::regex("\\s+"), " ");
}

/// A story of one step with these lines in it.
Story story_with(const std::string& lines) {
    return story_from(
        "title = \"T\"\nminutes = 5\nscenarios = [\"a.toml\"]\n[[step]]\ntitle = \"One\"\n"
        "text = \"Words.\"\n" +
            lines,
        "FILE.toml");
}

TEST(Story, every_invalid_file_is_refused_with_the_message_in_its_first_line) {
    const auto files = files_of(invalid_folder);
    ASSERT_GE(files.size(), 50U);
    for (const fs::path& file : files) EXPECT_EQ(message_of_reading(file), expected_message(file));
}

TEST(Story, what_is_wrong_in_a_scenario_is_told_with_its_own_place) {
    const fs::path wrong = places::checkout() / "tests/fixtures/invalid/unknown_lever.toml";
    const fs::path file = fs::path(::testing::TempDir()) / "story_of_a_wrong_scenario.toml";
    std::ofstream(file) << "title = \"T\"\nminutes = 5\nscenarios = [\"" << wrong.string()
                        << "\"]\n[[step]]\ntitle = \"S\"\ntext = \"T\"\n";
    EXPECT_TRUE(message_of_reading(file).starts_with(wrong.string() + ":4: change.lever")) << message_of_reading(file);
    fs::remove(file);
}

TEST(Story, what_a_step_leaves_out_is_as_in_the_step_before) {
    const Story story = story_with(
        "page = \"why\"\npart = \"flow\"\noutcome = \"value\"\nmonth = \"2024-11\"\n"
        "lever = \"ethics_committee\"\n"
        "[[step]]\ntitle = \"Two\"\ntext = \"More.\"\n"
        "[[step]]\ntitle = \"Three\"\ntext = \"More.\"\npage = \"map\"\n");
    ASSERT_EQ(story.steps.size(), 3U);
    EXPECT_EQ(story.steps[1].page, "why");
    EXPECT_EQ(story.steps[1].part, "flow");
    EXPECT_EQ(story.steps[1].outcome, "value");
    EXPECT_EQ(story.steps[1].month, 118);
    EXPECT_EQ(story.steps[1].lever, "");
    EXPECT_EQ(story.steps[2].part, "") << "of another page";
    EXPECT_EQ(story.steps[2].outcome, "value");
}

TEST(Story, a_prediction_covers_until_it_is_revealed) {
    const Story story = story_with(
        "predict = \"value\"\n[[step]]\ntitle = \"Talk\"\ntext = \"Talk.\"\n"
        "[[step]]\ntitle = \"See\"\ntext = \"See.\"\nreveal = true\n"
        "[[step]]\ntitle = \"On\"\ntext = \"On.\"\n");
    EXPECT_TRUE(story.steps[0].predicts);
    EXPECT_EQ(story.steps[0].page, "compare");
    EXPECT_EQ(story.steps[0].outcome, "value");
    EXPECT_EQ(story.steps[0].cover, StoryCover::covered);
    EXPECT_FALSE(story.steps[1].predicts);
    EXPECT_EQ(story.steps[1].cover, StoryCover::covered);
    EXPECT_EQ(story.steps[2].cover, StoryCover::revealed);
    EXPECT_EQ(story.steps[3].cover, StoryCover::none);
}

TEST(Story, questions_before_and_after_are_steps_of_their_own) {
    const Story story = story_from(
        "title = \"T\"\nminutes = 5\nscenarios = [\"a.toml\", \"b.toml\"]\n"
        "[[before]]\nname = \"one\"\nask = \"One?\"\nchoices = [\"Yes\", \"No\"]\n"
        "[[step]]\ntitle = \"S\"\ntext = \"T\"\nscenarios = [\"a.toml\"]\n"
        "[[after]]\nname = \"one\"\nask = \"Again?\"\nchoices = [\"Yes\", \"No\"]\n",
        "FILE.toml");
    ASSERT_EQ(story.steps.size(), 3U);
    EXPECT_EQ(story.steps[0].moment, StoryMoment::before);
    EXPECT_EQ(story.steps[0].question->choices.size(), 2U);
    EXPECT_EQ(story.steps[0].line_up, 0U);
    EXPECT_EQ(story.steps[2].moment, StoryMoment::after);
    EXPECT_EQ(story.steps[2].line_up, 1U) << "as the last step left it";
    EXPECT_EQ(story.steps[2].question->ask[Language::nl], "Again?");
}

TEST(Story, lines_of_a_text_flow_and_an_empty_one_begins_a_paragraph) {
    const Story story = story_with(
        "[[step]]\ntitle.nl = \"Een\"\ntitle.en = \"One\"\n"
        "text = \"\"\"\nOne\n  line.\n\n\nAnother\\tone. \n\"\"\"\n");
    EXPECT_EQ(story.steps[1].title[Language::nl], "Een");
    EXPECT_EQ(story.steps[1].title[Language::en], "One");
    EXPECT_EQ(story.steps[1].text[Language::nl], "One line.\n\nAnother one.");
    EXPECT_EQ(story.steps[1].text[Language::en], story.steps[1].text[Language::nl]);
}

TEST(Story, a_line_up_that_comes_again_is_kept_once) {
    const Story story = story_with(
        "scenarios = [\"b.toml\"]\n[[step]]\ntitle = \"S\"\ntext = \"T\"\n"
        "scenarios = [\"a.toml\"]\n");
    EXPECT_EQ(story.line_ups.size(), 2U);
    EXPECT_EQ(story.steps[0].line_up, 1U);
    EXPECT_EQ(story.steps[1].line_up, 0U);
}

TEST(Story, a_town_is_found_by_its_name) {
    const fs::path file = fs::path(::testing::TempDir()) / "story_of_a_town.toml";
    std::ofstream(file) << "title = \"T\"\nminutes = 5\nscenarios = [\""
                        << (places::checkout() / "scenarios/baseline.toml").string()
                        << "\"]\n[[step]]\ntitle = \"S\"\ntext = \"T\"\ntown = \"Den Haag\"\n"
                           "[[step]]\ntitle = \"S\"\ntext = \"T\"\n";
    const Story story = read_story(file);
    EXPECT_EQ(story.steps[0].town, "GM0518");
    EXPECT_EQ(story.steps[1].town, "GM0518");
    fs::remove(file);
}

TEST(Story, the_lessons_ship_and_have_all_that_a_lesson_has) {
    const std::vector<Story> stories = read_stories(stories_folder);
    ASSERT_EQ(stories.size(), files_of(stories_folder).size()) << "one of them cannot be read";
    ASSERT_EQ(stories.size(), 4U);
    for (const Story& story : stories) {
        const auto count = [&](const auto& is) { return std::count_if(story.steps.begin(), story.steps.end(), is); };
        EXPECT_FALSE(story.question.empty()) << story.name;
        EXPECT_GE(count([](const StoryStep& step) { return step.moment == StoryMoment::before; }), 1) << story.name;
        EXPECT_GE(count([](const StoryStep& step) { return step.moment == StoryMoment::after; }), 2) << story.name;
        EXPECT_GE(count([](const StoryStep& step) { return step.predicts; }), 2) << story.name;
        EXPECT_GE(count([](const StoryStep& step) { return step.cover == StoryCover::revealed; }), 2) << story.name;
        EXPECT_EQ(count([](const StoryStep& step) { return !step.lever.empty(); }), 1) << story.name;
        EXPECT_NE(story.title[Language::nl], story.title[Language::en]);
        for (const StoryStep& step : story.steps) {
            if (step.moment != StoryMoment::during) continue;
            EXPECT_NE(step.text[Language::nl], step.text[Language::en]) << story.name;
        }
    }
}

/// Numbers of two digits and more that are no years, with a decimal point.
std::set<std::string> numbers_in(const std::string& text) {
    static const std::regex number(R"(\d+([.,]\d+)?)");
    std::set<std::string> found;
    for (auto at = std::sregex_iterator(text.begin(), text.end(), number); at != std::sregex_iterator(); ++at) {
        const std::string digits = replaced(at->str(), ",", ".");
        const bool is_year = digits.size() == 4 && digits >= "2015" && digits <= "2030";
        if (digits.size() > 1 && !is_year) found.insert(digits);
    }
    return found;
}

TEST(Story, numbers_of_the_lessons_are_those_of_the_kept_results) {
    const std::string page = joined(text_of(places::checkout() / "scenarios/LESSONS.md"));
    std::size_t numbers = 0;
    for (const Story& story : read_stories(stories_folder))
        for (const StoryStep& step : story.steps) {
            std::set<std::string> kept;
            for (const std::string& row : step.rests_on) {
                EXPECT_NE(page.find(joined(row)), std::string::npos)
                    << story.name << ": LESSONS.md has no '" << row << "'";
                kept.merge(numbers_in(row));
            }
            const auto told = numbers_in(step.text[Language::nl]);
            EXPECT_EQ(told, numbers_in(step.text[Language::en])) << story.name << ": " << step.title[Language::en];
            for (const std::string& number : told) {
                EXPECT_TRUE(kept.contains(number)) << story.name << ", " << step.title[Language::en] << ": " << number;
                ++numbers;
            }
        }
    EXPECT_GE(numbers, 30U);
    EXPECT_EQ(numbers_in("In 2024 waren er 55,8 van 190; 7 niet"), (std::set<std::string>{"55.8", "190"}));
}

TEST(Story, check_accepts_it_and_says_how_long_it_is) {
    const testing::ProgramResult result =
        testing::run_program({"check", (stories_folder / "lesson1_who_is_hit.toml").string(), "--lang", "en"});
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_NE(result.out.find("ok: story 'Lesson 1: who is hit by a scandal?', 11 steps, 50 minutes, 3 scenarios"),
              std::string::npos)
        << result.out;
    const fs::path wrong = invalid_folder / "unknown_lever.toml";
    const testing::ProgramResult refused = testing::run_program({"check", wrong.string()});
    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_NE(refused.err.find(expected_message(wrong)), std::string::npos) << refused.err;
}

}  // namespace
}  // namespace algemeente

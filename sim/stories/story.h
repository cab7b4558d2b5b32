// A story: a lesson as a file that the window plays step by step. Steps have text, a view, a question, a prediction and
// a reveal. Whoever teaches writes one without programming; scenarios/stories/README.md has the format.
#pragma once

#include "present/words/language.h"
#include "scenario/scenario.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

/// The same words in every language that people read here, by position in present::Language. Words that a file has in
/// one language only are the same in all.
struct StoryWords {
    std::array<std::string, 2> in{};

    const std::string& operator[](present::Language language) const { return in[static_cast<std::size_t>(language)]; }
    bool empty() const { return in[0].empty(); }
    bool operator==(const StoryWords&) const = default;
};

/// Asked in the room: hands for each choice are counted; without choices answers are typed.
struct StoryQuestion {
    std::string name{};  ///< small letters, digits and _: a column of the answers
    StoryWords ask{};
    std::vector<StoryWords> choices{};  ///< none: an open question

    bool operator==(const StoryQuestion&) const = default;
};

/// Questions before and after the lesson are steps as well: of nothing but a question.
enum class StoryMoment : std::uint8_t { before, during, after };

/// What is seen of all scenarios but the first.
enum class StoryCover : std::uint8_t {
    none,
    covered,  ///< until the room has predicted
    revealed  ///< with what the room drew
};

/// One step with everything that holds in it: what a file leaves out is as in the step before.
struct StoryStep {
    StoryMoment moment = StoryMoment::during;
    StoryWords title{};
    StoryWords text{};
    std::size_t line_up = 0;  ///< position in Story::line_ups
    std::string page = "compare";
    std::string part{};  ///< of the page; empty: as it is
    std::string outcome = "in_use";
    std::string lower{};         ///< what the charts below show; empty: as it is
    std::optional<int> month{};  ///< none: as it is
    std::string town{};          ///< code; empty: as it is
    std::string lever{};         ///< the room moves it in the last scenario; empty: none
    StoryCover cover = StoryCover::none;
    bool predicts = false;  ///< here the room draws what it expects
    std::optional<StoryQuestion> question{};
    std::vector<std::string> rests_on{};  ///< rows of scenarios/LESSONS.md that the text repeats

    bool operator==(const StoryStep&) const = default;
};

/// Scenarios that are seen together, A first: their files as the story names them, and what is in them.
struct StoryLineUp {
    std::vector<std::string> files{};
    std::vector<Scenario> scenarios{};  ///< empty unless the story was read from a file

    bool operator==(const StoryLineUp&) const = default;
};

struct Story {
    std::string name{};  ///< of its file, without ending
    StoryWords title{};
    StoryWords question{};
    int minutes = 0;                      ///< that it takes in a room
    std::vector<StoryLineUp> line_ups{};  ///< the first holds from the start
    std::vector<StoryStep> steps{};       ///< at least one

    bool operator==(const Story&) const = default;
};

/// What a step can show: the pages of the window, their parts, and what the charts below show. The window holds its own
/// tables to these names, when it is compiled.
inline constexpr std::string_view story_pages[] = {"compare", "why", "map", "municipality", "multiples", "choose"};
struct StoryPart {
    std::string_view page;
    std::string_view name;
};
inline constexpr StoryPart story_parts[] = {{"why", "factors"},           {"why", "flow"},
                                            {"municipality", "standing"}, {"municipality", "overview"},
                                            {"municipality", "people"},   {"municipality", "beside"}};
inline constexpr std::string_view story_lowers[] = {"gap", "difference", "event"};

/// More scenarios than this have no place in the window; more choices than this, none in its panel.
inline constexpr std::size_t most_story_scenarios = 4, most_story_choices = 8;
inline constexpr int longest_story_minutes = 600;

/// Whether the file has steps: no other file has.
bool is_story_file(const std::filesystem::path& file);

/// Reads a story and its scenarios, whose files are named from its own folder on.
/// Throws InputError "file:line: key: problem; suggestion", also about what is wrong in a scenario.
Story read_story(const std::filesystem::path& file);

/// The same of a text, without reading its scenarios; `place` stands for the name of the file in what is refused.
Story story_from(std::string_view toml, const std::string& place);

/// The stories of a folder that can be read, by the name of their file.
std::vector<Story> read_stories(const std::filesystem::path& folder);

}  // namespace algemeente

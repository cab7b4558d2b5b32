// A story that is being played, and what the room has answered so far.
#pragma once

#include "stories/story.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace algemeente::viewer {

/// What the room says to the question of one step.
struct StoryAnswer {
    std::vector<int> hands{};          ///< for each choice
    std::vector<std::string> words{};  ///< to an open question, in the order in which they were given

    bool empty() const;
};

/// More words are no answer; more answers, no list.
inline constexpr std::size_t longest_answer = 240, most_answers = 100;
inline constexpr int most_hands = 999;

struct StoryPlay {
    std::shared_ptr<const Story> story;  ///< none: no story is open
    std::size_t step = 0;
    std::vector<StoryAnswer> answers{};  ///< one for each step
    std::string draft{};                 ///< an answer that is being typed
    bool unsaved = false;                ///< answers that no file has

    bool open() const { return story != nullptr; }
    const StoryStep& now() const { return story->steps[step]; }
    bool last() const { return step + 1 == story->steps.size(); }
};

/// Begins a story: no answers yet.
StoryPlay play_of(std::shared_ptr<const Story> story);

/// Hands for this choice when the same question was asked before the lesson; none if it was not.
std::optional<int> hands_before(const StoryPlay& play, std::size_t choice);

/// The answers as CSV: `story,moment,step,question,choice,answer,hands`. A row for each choice of a question that was
/// answered, and for each answer to an open one, whose choice and hands are empty. Throws InputError.
void write_answers(const StoryPlay& play, present::Language language, const std::filesystem::path& file);

}  // namespace algemeente::viewer

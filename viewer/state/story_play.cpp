#include "viewer/state/story_play.h"

#include "output/csv_file.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

constexpr std::string_view moment_words[] = {"before", "during", "after"};  // in the order of StoryMoment

/// Which row it is: the first five cells but the choice.
void begin_row(CsvFile& csv, const StoryPlay& play, std::size_t step) {
    const StoryStep& of = play.story->steps[step];
    csv.text(play.story->name)
        .text(moment_words[static_cast<std::size_t>(of.moment)])
        .whole(static_cast<std::int64_t>(step) + 1)
        .text(of.question->name);
}

void write_answer(CsvFile& csv, const StoryPlay& play, std::size_t step, present::Language language) {
    const StoryAnswer& answer = play.answers[step];
    const StoryQuestion& question = *play.story->steps[step].question;
    for (std::size_t i = 0; i < question.choices.size(); ++i) {
        begin_row(csv, play, step);
        csv.whole(static_cast<std::int64_t>(i) + 1).text(question.choices[i][language]).whole(answer.hands[i]);
        csv.end_row();
    }
    for (const std::string& words : answer.words) {
        begin_row(csv, play, step);
        csv.text("").text(words).text("");
        csv.end_row();
    }
}

}  // namespace

bool StoryAnswer::empty() const {
    return words.empty() && std::all_of(hands.begin(), hands.end(), [](int count) { return count == 0; });
}

StoryPlay play_of(std::shared_ptr<const Story> story) {
    StoryPlay play{.story = std::move(story)};
    for (const StoryStep& step : play.story->steps) {
        StoryAnswer& answer = play.answers.emplace_back();
        if (step.question) answer.hands.resize(step.question->choices.size());
    }
    return play;
}

std::optional<int> hands_before(const StoryPlay& play, std::size_t choice) {
    const StoryStep& now = play.now();
    if (now.moment != StoryMoment::after || !now.question) return std::nullopt;
    for (std::size_t i = 0; i < play.step; ++i) {
        const StoryStep& earlier = play.story->steps[i];
        if (earlier.moment == StoryMoment::before && earlier.question->name == now.question->name)
            return play.answers[i].hands[choice];
    }
    return std::nullopt;
}

void write_answers(const StoryPlay& play, present::Language language, const std::filesystem::path& file) {
    CsvFile csv(file, "story,moment,step,question,choice,answer,hands");
    for (std::size_t i = 0; i < play.answers.size(); ++i)
        if (!play.answers[i].empty()) write_answer(csv, play, i, language);
    csv.finish();
}

}  // namespace algemeente::viewer

#include "fuzz/answered.h"
#include "fuzz/targets.h"
#include "stories/story.h"

namespace algemeente::fuzz {

namespace {

/// What is read has steps, whose scenarios are there to be named.
void read_story_text(const std::string& bytes) {
    answered([&] {
        const Story story = story_from(bytes, "FILE.toml");
        if (story.steps.empty()) std::abort();
        for (const StoryStep& step : story.steps)
            if (step.line_up >= story.line_ups.size() || story.line_ups[step.line_up].files.empty()) std::abort();
    });
}

constexpr Target targets[] = {{"story", read_story_text}};

}  // namespace

std::span<const Target> story_targets() {
    return targets;
}

}  // namespace algemeente::fuzz

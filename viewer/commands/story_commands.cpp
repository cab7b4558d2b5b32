#include "viewer/commands/story_commands.h"

#include <algorithm>
#include <iterator>

namespace algemeente::viewer {

namespace {

/// A story names pages and parts as the window does (stories/story.h): whoever changes one list changes both.
constexpr bool same_names() {
    if (std::size(story_pages) != std::size(page_table)) return false;
    for (std::size_t i = 0; i < std::size(page_table); ++i)
        if (story_pages[i] != page_table[i].id) return false;
    if (std::size(story_parts) != std::size(sub_page_table)) return false;
    for (std::size_t i = 0; i < std::size(sub_page_table); ++i)
        if (story_parts[i].name != sub_page_table[i].id || story_parts[i].page != info_of(sub_page_table[i].page).id)
            return false;
    return true;
}
static_assert(same_names(), "story_pages and story_parts are not those of pages.def");
static_assert(std::size(story_lowers) == lower_chart_count, "story_lowers are not those of LowerChart");
static_assert(most_story_scenarios == slot_limit, "a story may have scenarios that the window has no place for");

std::size_t place_among(std::span<const std::string_view> names, std::string_view name) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

void look(std::vector<Command>& commands, const StoryStep& step) {
    commands.emplace_back(SetPage{static_cast<Page>(place_among(story_pages, step.page))});
    for (const SubPageInfo& part : sub_page_table)
        if (part.id == step.part) commands.emplace_back(SetSubPage{part.sub_page});
    commands.emplace_back(SetOutcome{find_domain_outcome(step.outcome)});
    if (!step.lower.empty())
        commands.emplace_back(SetLowerChart{static_cast<LowerChart>(place_among(story_lowers, step.lower))});
    if (!step.town.empty()) commands.emplace_back(SelectMunicipality{step.town});
}

/// The usual ways into the mode in which the room predicts, through it and out of it.
void cover(std::vector<Command>& commands, StoryCover wanted, const Prediction& now) {
    switch (wanted) {
        case StoryCover::none:
            if (now.active) commands.emplace_back(Action::predict);
            break;
        case StoryCover::covered:
            if (!now.active) commands.emplace_back(Action::predict);
            if (now.revealed) commands.emplace_back(Action::clear_prediction);
            break;
        case StoryCover::revealed:
            if (now.active && !now.revealed) commands.emplace_back(Action::reveal);
            break;
    }
}

}  // namespace

std::vector<Command> commands_of(const Story& story, std::size_t step, const ViewState& view, bool new_scenarios) {
    const StoryStep& wanted = story.steps[step];
    const StoryLineUp& line_up = story.line_ups[wanted.line_up];
    std::vector<Command> commands;
    if (new_scenarios) commands.emplace_back(ShowScenarios{line_up.scenarios});
    look(commands, wanted);
    if (!wanted.lever.empty()) commands.emplace_back(SelectSlot{line_up.scenarios.size() - 1});
    cover(commands, wanted.cover, new_scenarios ? Prediction{} : view.prediction);  // other scenarios, another one
    if (wanted.month) commands.emplace_back(SetCursor{*wanted.month});
    return commands;
}

}  // namespace algemeente::viewer

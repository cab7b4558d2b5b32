// A story takes the place of the session while it is played, and gives it back.
#include "viewer/commands/dispatcher.h"
#include "viewer/commands/story_commands.h"

#include "text/error.h"
#include "text/one_line.h"
#include "text/utf8.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

std::string trimmed(const std::string& words) {
    const std::size_t first = words.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return words.substr(first, words.find_last_not_of(' ') - first + 1);
}

}  // namespace

void Dispatcher::add_story(Story story) {
    auto shared = std::make_shared<const Story>(std::move(story));
    const auto same = [&](const auto& other) { return other->name == shared->name; };
    const auto found = std::find_if(stories_.begin(), stories_.end(), same);
    if (found != stories_.end()) {
        *found = std::move(shared);
    } else {
        stories_.push_back(std::move(shared));
    }
}

void Dispatcher::on(const OpenStory& command) {
    const auto found =
        std::find_if(stories_.begin(), stories_.end(), [&](const auto& story) { return story->name == command.name; });
    view_.stories_open = false;
    if (found == stories_.end()) return;
    const std::shared_ptr<const Story> story = *found;
    leave_story();  // from one into another: the session that was there first comes back in the end
    set_session_aside();
    view_.story = play_of(story);
    view_.tour_step = 0;
    view_.axes = {};
    view_.choosing = {};  // the story speaks of the packages that came along, all of them
    session_.notes.clear();
    go_to_step(0, true);
}

/// A file that was opened like any other. True if it is one.
bool Dispatcher::open_story_among(const std::vector<std::filesystem::path>& files) {
    for (const auto& file : files) {
        try {
            if (!is_story_file(file)) continue;
            Story story = read_story(file);
            const std::string name = story.name;
            add_story(std::move(story));
            on(OpenStory{name});
        } catch (const InputError& problem) {
            notices_.push_back({filled(text(Word::not_opened, language()), problem.what()), true});
        }
        return true;
    }
    return false;
}

void Dispatcher::set_session_aside() {
    session_.front = view_.slot;
    aside_ = SetAside{session_, saved_, undo_, on_screen_, recent_, view_};
}

/// What the room has changed in a step stays until other scenarios take their places.
void Dispatcher::go_to_step(std::size_t step, bool new_scenarios) {
    const std::shared_ptr<const Story> story = view_.story.story;
    view_.story.step = step;
    view_.story.draft.clear();
    view_.playing = false;
    turning_story_ = true;
    for (const Command& command : commands_of(*story, step, view_, new_scenarios)) apply(command);
    turning_story_ = false;
    undo_ = {};  // a step of the story is no decision of the room
}

void Dispatcher::on(const ShowScenarios& command) {
    if (command.scenarios.empty()) return;
    remember(false);
    session_.slots.clear();
    for (const Scenario& scenario : command.scenarios)
        if (session_.slots.size() < slot_limit) session_.slots.push_back(slot_of(scenario));
    view_.slot = session_.slots.size() - 1;
    view_.axes = {};
    view_.prediction = {};
    changed();
    move_cursor(view_.cursor);
}

void Dispatcher::turn_story(int by) {
    StoryPlay& play = view_.story;
    if (!play.open() || (by < 0 && play.step == 0)) return;
    add_answer();  // what was typed is not lost
    if (by > 0 && play.last()) {
        leave_story();
        return;
    }
    const std::size_t to = by > 0 ? play.step + 1 : play.step - 1;
    go_to_step(to, play.story->steps[to].line_up != play.now().line_up);
}

/// Everything as it was, but for what belongs to the window: language, colours and size, and what was looked up.
void Dispatcher::leave_story() {
    if (!aside_) return;
    add_answer();
    save_answers();
    SetAside before = std::move(*aside_);
    aside_.reset();
    before.view.preferences = view_.preferences;
    before.view.narrow = view_.narrow;
    before.view.joined = view_.joined;
    before.view.files = view_.files;
    before.view.notices_open = view_.notices_open;
    before.view.phones = view_.phones;  // they are in the room, story or not
    view_ = std::move(before.view);
    session_ = std::move(before.session);
    saved_ = std::move(before.saved);
    undo_ = std::move(before.undo);
    on_screen_ = std::move(before.on_screen);
    recent_ = std::move(before.recent);
    view_.stories_open = false;
    view_.playing = false;
    dragging_ = false;
    changed();
    move_cursor(view_.cursor);
}

/// Only what no file has.
void Dispatcher::save_answers() {
    if (!view_.story.unsaved) return;
    view_.story.unsaved = false;
    answers_ = view_.story;
    effects_.push_back(Effect::save_answers);
}

void Dispatcher::on(const RaiseHand& command) {
    StoryPlay& play = view_.story;
    if (!play.open() || command.choice >= play.answers[play.step].hands.size()) return;
    int& hands = play.answers[play.step].hands[command.choice];
    hands = std::clamp(hands + command.by, 0, most_hands);
    play.unsaved = true;
}

void Dispatcher::on(const TypeAnswer& command) {
    std::string words = command.words.substr(0, longest_answer);
    words.resize(std::min(words.size(), first_invalid_utf8(words)));  // whole letters
    view_.story.draft = std::move(words);
}

void Dispatcher::on(const RemoveAnswer& command) {
    StoryPlay& play = view_.story;
    if (!play.open() || command.position >= play.answers[play.step].words.size()) return;
    auto& words = play.answers[play.step].words;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(command.position));
    play.unsaved = true;
}

void Dispatcher::add_answer() {
    StoryPlay& play = view_.story;
    const std::string words = trimmed(one_line(std::exchange(play.draft, {})));
    if (!play.open() || words.empty()) return;
    const auto& question = play.now().question;
    auto& answers = play.answers[play.step].words;
    if (!question || !question->choices.empty() || answers.size() >= most_answers) return;
    answers.push_back(words);
    play.unsaved = true;
}

}  // namespace algemeente::viewer

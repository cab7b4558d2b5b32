#include "netherlands/towns.h"
#include "observe/history.h"
#include "parameters/parameters.h"
#include "scenario/keys.h"
#include "scenario/toml_value.h"
#include "stories/story.h"
#include "text/calendar.h"
#include "text/error.h"
#include "text/nearest_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <span>
#include <utility>

namespace algemeente {

namespace {

using Path = std::filesystem::path;

constexpr std::string_view top_keys[] = {"title", "question", "minutes", "scenarios", "before", "step", "after"};
constexpr std::string_view step_keys[] = {"title", "text", "scenarios", "page",    "part",   "outcome",  "lower",
                                          "month", "town", "lever",     "predict", "reveal", "question", "rests_on"};
constexpr std::string_view question_keys[] = {"name", "ask", "choices"};
constexpr std::string_view language_keys[] = {"nl", "en"};  // in the order of Language

void refuse_unknown(const TomlValue& table, std::span<const std::string_view> keys) {
    for (const TomlValue& member : members_of(table))
        if (!is_among(keys, member.name))
            refuse(member, fmt::format("unknown key{}", suggestion_for(member.name, keys)));
}

/// One of some names, as a file writes it.
const std::string& one_of(const TomlValue& value, std::string_view what, std::span<const std::string_view> names) {
    const std::string& name = text_of(value);
    if (!is_among(names, name))
        refuse(value, fmt::format("unknown {} '{}'{}", what, name, suggestion_for(name, names)));
    return name;
}

/// Lines of a paragraph as one: a line break of the file is a space, an empty line begins a new paragraph.
std::string flowed(std::string_view text) {
    std::string words;
    std::size_t breaks = 0;
    bool space = false;
    for (const char letter : text) {
        if (letter == '\n') {
            ++breaks;
        } else if (letter == ' ' || letter == '\t' || letter == '\r') {
            space = true;
        } else {
            if (!words.empty() && breaks > 1) {
                words += "\n\n";
            } else if (!words.empty() && (breaks == 1 || space)) {
                words += ' ';
            }
            breaks = 0;
            space = false;
            words += letter;
        }
    }
    return words;
}

const std::string& words_that_say_something(const TomlValue& value, std::string& words) {
    words = flowed(text_of(value));
    if (words.empty()) refuse(value, "is empty; write words, or leave the key out");
    return words;
}

/// A text, or a table of one text for each language.
StoryWords words_from(const TomlValue& value) {
    StoryWords words;
    if (value.kind == TomlValue::Kind::text) {
        words.in.fill(words_that_say_something(value, words.in[0]));
        return words;
    }
    if (value.kind != TomlValue::Kind::table)
        refuse_kind(value, "a string, or one for each language",
                    fmt::format("write {0}.nl = \"...\" and {0}.en = \"...\"", value.name));
    refuse_unknown(value, language_keys);
    for (std::size_t i = 0; i < std::size(language_keys); ++i)
        words_that_say_something(required_member(value, language_keys[i], "\"...\""), words.in[i]);
    return words;
}

StoryWords words_of_member(const TomlValue& table, std::string_view key) {
    const TomlValue* value = find_member(table, key);
    return value != nullptr ? words_from(*value) : StoryWords{};
}

std::string question_name_from(const TomlValue& value) {
    const std::string& name = text_of(value);
    const bool plain = !name.empty() && std::all_of(name.begin(), name.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
    });
    if (!plain) refuse(value, fmt::format("'{}' is not possible; expected small letters, digits and _", name));
    return name;
}

StoryQuestion question_from(const TomlValue& table) {
    refuse_unknown(table, question_keys);
    StoryQuestion question;
    question.name = question_name_from(required_member(table, "name", "\"who_is_hit\""));
    question.ask = words_from(required_member(table, "ask", "\"Who is hit?\""));
    const TomlValue* choices = find_member(table, "choices");
    if (choices == nullptr) return question;
    if (choices->kind != TomlValue::Kind::list) refuse_kind(*choices, "a list", "write choices = [\"...\", \"...\"]");
    for (const TomlValue& choice : choices->items) question.choices.push_back(words_from(choice));
    if (question.choices.size() < 2 || question.choices.size() > most_story_choices)
        refuse(*choices, fmt::format("{} choices were given; expected 2 to {}, or no list for an open question",
                                     question.choices.size(), most_story_choices));
    return question;
}

/// The same line-up is kept once.
std::size_t line_up_from(const TomlValue& value, Story& story) {
    if (value.kind != TomlValue::Kind::list)
        refuse_kind(value, "a list of files", "write scenarios = [\"../baseline.toml\"]");
    StoryLineUp line_up;
    for (const TomlValue& file : value.items) line_up.files.push_back(text_of(file));
    if (line_up.files.empty() || line_up.files.size() > most_story_scenarios)
        refuse(value,
               fmt::format("{} scenarios were given; expected 1 to {}", line_up.files.size(), most_story_scenarios));
    const auto found = std::find(story.line_ups.begin(), story.line_ups.end(), line_up);
    const auto position = static_cast<std::size_t>(found - story.line_ups.begin());
    if (found == story.line_ups.end()) story.line_ups.push_back(std::move(line_up));
    return position;
}

void take_part(StoryStep& step, const TomlValue& value) {
    std::vector<std::string_view> parts;
    for (const StoryPart& part : story_parts)
        if (part.page == step.page) parts.push_back(part.name);
    if (parts.empty()) refuse(value, fmt::format("the page '{}' has no parts", step.page));
    step.part = one_of(value, "part", parts);
}

void take_lever(StoryStep& step, const TomlValue& value) {
    const std::string& name = text_of(value);
    if (!is_among(keys_of_parameters(), name))
        refuse(value, fmt::format("unknown lever '{}'{}", name, suggestion_for(name, keys_of_parameters())));
    step.lever = name;
}

int month_from(const TomlValue& value) {
    const auto month = parse_month(text_of(value));
    if (!month) refuse(value, fmt::format("expected a date \"YYYY-MM\" from 2015-01 on, got \"{}\"", value.text));
    return *month;
}

/// By code or name: which there are is known to the data only.
std::string town_from(const TomlValue& value) {
    const MunicipalityChoice choice = parse_municipalities(text_of(value), value.place + ": " + value.key);
    if (choice.gm_codes.size() != 1)
        refuse(value, fmt::format("expected one municipality, such as \"Amsterdam\"; got \"{}\"", value.text));
    return choice.gm_codes.front();
}

std::string outcome_from(const TomlValue& value) {
    const std::string& name = text_of(value);
    if (!is_domain_outcome(name))
        refuse(value,
               fmt::format("unknown outcome '{}'{}", name, suggestion_for(name, domain_outcome_names(), "outcomes")));
    return name;
}

/// Where the room looks in this step.
void take_view(StoryStep& step, const TomlValue& table) {
    if (const TomlValue* value = find_member(table, "page")) {
        const std::string before = std::exchange(step.page, one_of(*value, "page", story_pages));
        if (before != step.page) step.part.clear();
    }
    if (const TomlValue* value = find_member(table, "part")) take_part(step, *value);
    if (const TomlValue* value = find_member(table, "outcome")) step.outcome = outcome_from(*value);
    if (const TomlValue* value = find_member(table, "lower")) step.lower = one_of(*value, "chart", story_lowers);
    if (const TomlValue* value = find_member(table, "month")) step.month = month_from(*value);
    if (const TomlValue* value = find_member(table, "town")) step.town = town_from(*value);
}

bool flag_of(const TomlValue& table, std::string_view key) {
    const TomlValue* value = find_member(table, key);
    if (value == nullptr) return false;
    if (value->kind != TomlValue::Kind::boolean) refuse_kind(*value, "true or false", "without quotes");
    return value->number > 0;
}

/// The room draws on the charts of an outcome, and sees later what came out.
void take_prediction(StoryStep& step, const TomlValue& table) {
    if (const TomlValue* value = find_member(table, "predict")) {
        step.outcome = outcome_from(*value);
        if (const TomlValue* page = find_member(table, "page"); page != nullptr && step.page != "compare")
            refuse(*page, "the room draws on the page 'compare'; leave page out, or write predict in another step");
        step.page = "compare";
        step.part.clear();
        step.cover = StoryCover::covered;
        step.predicts = true;
    }
    if (!flag_of(table, "reveal")) return;
    if (step.predicts || step.cover != StoryCover::covered)
        refuse(*find_member(table, "reveal"), "there is nothing to reveal: an earlier step must have predict");
    step.cover = StoryCover::revealed;
}

/// Begins as the step before ended.
StoryStep step_from(const TomlValue& table, StoryStep step, Story& story) {
    refuse_unknown(table, step_keys);
    step.moment = StoryMoment::during;
    step.title = words_from(required_member(table, "title", "\"Predict first\""));
    step.text = words_from(required_member(table, "text", "\"What do you expect?\""));
    step.predicts = false;
    step.question.reset();
    step.rests_on.clear();
    step.lever.clear();
    if (step.cover == StoryCover::revealed) step.cover = StoryCover::none;
    if (const TomlValue* value = find_member(table, "scenarios")) {
        step.line_up = line_up_from(*value, story);
        step.cover = StoryCover::none;  // what was predicted was about others
    }
    take_view(step, table);
    if (const TomlValue* value = find_member(table, "lever")) take_lever(step, *value);
    take_prediction(step, table);
    if (const TomlValue* value = find_member(table, "question")) step.question = question_from(*value);
    const TomlValue* rows = find_member(table, "rests_on");
    if (rows == nullptr) return step;
    if (rows->kind != TomlValue::Kind::list) refuse_kind(*rows, "a list", "write rests_on = [\"...\"]");
    for (const TomlValue& row : rows->items) step.rests_on.push_back(text_of(row));
    return step;
}

StoryStep asking_step(const TomlValue& table, StoryMoment moment, const StoryStep& last) {
    StoryStep step = last;
    step.moment = moment;
    step.title = {};
    step.text = {};
    step.lever.clear();
    step.rests_on.clear();
    step.cover = StoryCover::none;
    step.predicts = false;
    step.question = question_from(table);
    return step;
}

/// A question may be asked before and after, and is then the same one; else each has its own name.
void check_name(const Story& story, const StoryStep& step, const TomlValue& table) {
    if (!step.question) return;
    for (const StoryStep& earlier : story.steps) {
        if (!earlier.question || earlier.question->name != step.question->name) continue;
        const TomlValue& name = *find_member(table, "name");
        const bool again = earlier.moment == StoryMoment::before && step.moment == StoryMoment::after;
        if (!again)
            refuse(name, fmt::format("another question is called '{}'; only one before and one after may share a name",
                                     step.question->name));
        if (earlier.question->choices.size() != step.question->choices.size())
            refuse(name, fmt::format("the question '{}' had {} choices before, and has {} here", step.question->name,
                                     earlier.question->choices.size(), step.question->choices.size()));
    }
}

std::span<const TomlValue> tables_called(const TomlValue& root, std::string_view name) {
    const TomlValue* value = find_member(root, name);
    return value != nullptr ? std::span<const TomlValue>(tables_of(*value)) : std::span<const TomlValue>();
}

int minutes_from(const TomlValue& value) {
    const int minutes = whole_number_of(value);
    if (minutes < 1 || minutes > longest_story_minutes)
        refuse(value, fmt::format("{} is outside 1..{} (minutes)", minutes, longest_story_minutes));
    return minutes;
}

void take_steps(Story& story, const TomlValue& root, StoryStep last) {
    for (const TomlValue& table : tables_called(root, "before")) {
        const StoryStep step = asking_step(table, StoryMoment::before, last);
        check_name(story, step, table);
        story.steps.push_back(step);
    }
    for (const TomlValue& table : tables_called(root, "step")) {
        last = step_from(table, std::move(last), story);
        if (const TomlValue* question = find_member(table, "question")) check_name(story, last, *question);
        story.steps.push_back(last);
    }
    for (const TomlValue& table : tables_called(root, "after")) {
        const StoryStep step = asking_step(table, StoryMoment::after, last);
        check_name(story, step, table);
        story.steps.push_back(step);
    }
}

Story story_from_root(const TomlValue& root) {
    refuse_unknown(root, top_keys);
    Story story;
    story.title = words_from(required_member(root, "title", "\"A name for people\""));
    story.question = words_of_member(root, "question");
    story.minutes = minutes_from(required_member(root, "minutes", "45"));
    StoryStep first;
    first.line_up = line_up_from(required_member(root, "scenarios", "[\"../baseline.toml\"]"), story);
    if (tables_of(required_member(root, "step", "[{ title = \"...\", text = \"...\" }]")).empty())
        refuse(*find_member(root, "step"), "a story needs at least one [[step]]");
    take_steps(story, root, first);
    return story;
}

/// The list of scenarios that names this line-up, for what is refused.
const TomlValue& value_of_line_up(const TomlValue& root, const StoryLineUp& line_up) {
    const auto names_it = [&](const TomlValue& list) {
        return std::equal(list.items.begin(), list.items.end(), line_up.files.begin(), line_up.files.end(),
                          [](const TomlValue& item, const std::string& file) { return item.text == file; });
    };
    const TomlValue& first = *find_member(root, "scenarios");
    if (names_it(first)) return first;
    for (const TomlValue& table : tables_called(root, "step"))
        if (const TomlValue* list = find_member(table, "scenarios"); list != nullptr && names_it(*list)) return *list;
    return first;
}

void read_line_up(StoryLineUp& line_up, const TomlValue& list, const Path& folder) {
    for (const std::string& name : line_up.files) {
        const Path file = (folder / name).lexically_normal();
        if (!std::filesystem::is_regular_file(file))
            refuse(list, fmt::format("there is no file '{}'; the path starts at the folder of this file{}",
                                     file.string(), did_you_mean_file(file)));
        line_up.scenarios.push_back(read_scenario(file));
        name_by_codes(line_up.scenarios.back());
    }
}

/// A month that the scenarios do not have would be another one on the screen.
void check_month(const StoryStep& step, const StoryLineUp& line_up, const TomlValue& value) {
    int months = std::numeric_limits<int>::max();
    for (const Scenario& scenario : line_up.scenarios) months = std::min(months, scenario.months());
    if (*step.month >= months)
        refuse(value,
               fmt::format("{} is after the last month of these scenarios, {}", value.text, date_of(months - 1)));
}

/// What is known only with the scenarios and the country at hand: months, and the codes of municipalities.
void settle_steps(Story& story, const TomlValue& root) {
    const auto tables = tables_called(root, "step");
    std::size_t number = 0;
    std::string place;
    for (StoryStep& step : story.steps) {
        if (step.moment == StoryMoment::during) {
            const TomlValue& table = tables[number++];
            if (const TomlValue* month = find_member(table, "month"))
                check_month(step, story.line_ups[step.line_up], *month);
            if (const TomlValue* town = find_member(table, "town")) place = town->place + ": " + town->key;
        }
        if (step.town.empty()) continue;
        MunicipalityChoice choice{.kind = MunicipalityChoice::Kind::listed, .gm_codes = {step.town}};
        name_by_codes(choice, place);
        step.town = choice.gm_codes.front();
    }
}

}  // namespace

bool is_story_file(const Path& file) {
    return find_member(read_toml(file), "step") != nullptr;
}

Story story_from(std::string_view toml, const std::string& place) {
    return story_from_root(toml_from(toml, place));
}

Story read_story(const Path& file) {
    const TomlValue root = read_toml(file);
    Story story = story_from_root(root);
    story.name = file.stem().string();
    for (StoryLineUp& line_up : story.line_ups)
        read_line_up(line_up, value_of_line_up(root, line_up), file.parent_path());
    settle_steps(story, root);
    return story;
}

std::vector<Story> read_stories(const Path& folder) {
    std::vector<Story> stories;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        if (entry.path().extension() != ".toml") continue;
        try {
            stories.push_back(read_story(entry.path()));
        } catch (const InputError&) {
            continue;  // a story that is being written is none yet
        }
    }
    std::sort(stories.begin(), stories.end(),
              [](const Story& one, const Story& other) { return one.name < other.name; });
    return stories;
}

}  // namespace algemeente

#include "viewer/state/session_file.h"

#include "scenario/scenario_text.h"
#include "scenario/write_scenario.h"
#include "text/calendar.h"
#include "text/error.h"
#include "text/one_line.h"
#include "viewer/state/own_files.h"
#include "viewer/state/timeline.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>

namespace algemeente::viewer {

namespace {

constexpr std::string_view session_mark = "#: session ";
constexpr std::string_view slot_mark = "#: slot ";
constexpr std::string_view preset_mark = "#: preset ";
constexpr std::string_view view_mark = "#: view ";
constexpr std::string_view parts_mark = "#: parts";
constexpr std::string_view lower_mark = "#: lower ";
constexpr std::string_view front_mark = "#: front ";
constexpr std::string_view no_municipality = "-";
constexpr std::size_t most_pinned = 3;
constexpr int format = 1;
constexpr int most_replicates = 1000;

/// One scenario of the file: what its mark says, and its lines.
struct Part {
    std::size_t line = 0;  ///< of the mark
    bool is_preset = false;
    std::string_view mark;
    std::string_view text;
};

[[noreturn]] void refuse(const std::filesystem::path& file, std::size_t line, const std::string& problem) {
    throw InputError(file.string() + ":" + std::to_string(line) + ": " + problem);
}

/// The next word of a mark; the rest stays.
std::string_view next_word(std::string_view& words) {
    const std::size_t end = std::min(words.find(' '), words.size());
    const std::string_view word = words.substr(0, end);
    words.remove_prefix(std::min(end + 1, words.size()));
    return word;
}

template <typename Number>
bool take_number(std::string_view& words, std::string_view name, Number& value, Number lowest, Number highest) {
    if (next_word(words) != name) return false;
    const std::string_view word = next_word(words);
    const auto [stopped, problem] = std::from_chars(word.data(), word.data() + word.size(), value);
    return problem == std::errc{} && stopped == word.data() + word.size() && value >= lowest && value <= highest;
}

/// What ends the line where runs have the assumptions that history allows; files of before never do.
constexpr std::string_view members_word = "members";

bool take_members(std::string_view words, Session& session) {
    const std::string_view word = next_word(words);
    session.members = word == members_word;
    return word.empty() || session.members;
}

void take_head(std::string_view words, Session& session, const std::filesystem::path& file) {
    int version = 0;
    const std::string_view number = next_word(words);
    std::from_chars(number.data(), number.data() + number.size(), version);
    if (version != format)
        refuse(file, 1,
               "this session was written by another version of the window (format " + std::string(number) +
                   "); this one reads format " + std::to_string(format));
    constexpr std::uint64_t any = ~std::uint64_t{0};
    if (!take_number(words, "seed", session.seed, std::uint64_t{0}, any) ||
        !take_number(words, "replicates", session.replicates, 1, most_replicates) ||
        !take_number(words, "municipalities", session.sample, 0, most_replicates) || !take_members(words, session))
        refuse(file, 1, "expected '#: session 1 seed NUMBER replicates NUMBER municipalities NUMBER'");
}

/// Cuts the text at its marks.
std::vector<Part> parts_of(std::string_view text) {
    std::vector<Part> parts;
    std::size_t number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        const std::size_t next = std::min(end + 1, text.size());
        ++number;
        const bool is_preset = line.starts_with(preset_mark);
        if (is_preset || line.starts_with(slot_mark)) {
            Part part{.line = number, .is_preset = is_preset, .mark = line, .text = text.substr(next, 0)};
            part.mark.remove_prefix(is_preset ? preset_mark.size() : slot_mark.size());
            parts.push_back(part);
        } else if (!parts.empty()) {
            Part& part = parts.back();
            part.text = {part.text.data(), static_cast<std::size_t>(text.data() + next - part.text.data())};
        }
        at = next;
    }
    return parts;
}

/// Empty lines before it, so that a refusal names the line of the session's file.
Scenario scenario_of(const Part& part, std::string_view name, const std::filesystem::path& file) {
    Scenario scenario = scenario_from(std::string(part.line, '\n') + std::string(part.text), file.string());
    scenario.name = name;
    return scenario;
}

void take_part(Part part, Session& session, const std::filesystem::path& file) {
    if (part.is_preset) {
        if (session.slots.empty()) refuse(file, part.line, "'#: preset' stands behind the scenario that it belongs to");
        session.slots.back().preset = scenario_of(part, part.mark, file);
        return;
    }
    if (session.slots.size() == slot_limit) refuse(file, part.line, "a session holds at most four scenarios");
    const auto month = parse_month(next_word(part.mark));
    if (!month) refuse(file, part.line, "expected '#: slot YYYY-MM name'");
    Slot slot = slot_of(scenario_of(part, part.mark, file));
    slot.decide_from = std::clamp(*month, 0, slot.scenario.months() - 1);
    session.slots.push_back(std::move(slot));
}

/// What stands behind the mark, at the beginning of the file; nothing if it is not there.
std::string_view head_line(std::string_view text, std::string_view mark) {
    const std::size_t head = std::min(text.find(slot_mark), text.size());
    const std::size_t at = text.substr(0, head).find("\n" + std::string(mark));
    if (at == std::string_view::npos) return {};
    const std::size_t from = at + 1 + mark.size();
    return text.substr(from, std::min(text.find('\n', from), text.size()) - from);
}

/// The words of a file, in the order of the enumerators.
constexpr std::string_view lower_names[] = {"gap", "difference", "event"};
constexpr std::string_view lane_names[] = {"law", "election", "risk", "surveillance", "decision", "note", "condition"};

template <typename Choice, std::size_t count>
std::optional<Choice> named(std::string_view word, const std::string_view (&names)[count]) {
    const auto* const found = std::find(std::begin(names), std::end(names), word);
    if (found == std::end(names)) return std::nullopt;
    return static_cast<Choice>(found - std::begin(names));
}

/// Which part each page shows, and the charts below: lines of their own, which an older window reads over.
std::string parts_text(const Looking& at) {
    std::string text;
    if (at.parts) {
        text += parts_mark;
        for (const SubPageInfo& row : sub_page_table)
            if (at.parts->of(row.page) == row.sub_page) text += " " + std::string(row.id);
        text += "\n";
    }
    if (at.lower) text += std::string(lower_mark) + std::string(lower_names[static_cast<std::size_t>(*at.lower)]);
    if (at.lower && at.event)
        text +=
            " " + std::string(lane_names[static_cast<std::size_t>(at.event->kind)]) + " " + date_of(at.event->month);
    return at.lower ? text + "\n" : text;
}

std::string view_text(const Session& session) {
    std::string text;
    if (session.front)
        text += std::string(front_mark) + static_cast<char>('A' + static_cast<int>(*session.front)) + "\n";
    if (!session.looking) return text;
    const Looking& at = *session.looking;
    text += std::string(view_mark) + std::string(info_of(at.page).id) + " " + date_of(at.month) + " " +
            one_line(at.outcome) + " " + std::string(at.municipality.empty() ? no_municipality : at.municipality);
    for (const std::string& code : at.pinned) text += " " + one_line(code);
    return text + "\n" + parts_text(at);
}

void take_parts(std::string_view text, Looking& at) {
    std::string_view parts = head_line(text, parts_mark);
    if (!parts.empty()) at.parts.emplace();
    while (!parts.empty()) {
        const std::string_view word = next_word(parts);
        for (const SubPageInfo& row : sub_page_table)
            if (row.id == word) at.parts->show(row.sub_page);
    }
    std::string_view lower = head_line(text, lower_mark);
    at.lower = named<LowerChart>(next_word(lower), lower_names);
    const auto kind = named<LaneKind>(next_word(lower), lane_names);
    const auto month = parse_month(next_word(lower));
    if (kind && month) at.event = EventKey{*kind, *month};
}

/// A line that says something else than this window knows is no reason to refuse somebody's work.
std::optional<Looking> looking_in(std::string_view text) {
    std::string_view words = head_line(text, view_mark);
    const std::string_view page = next_word(words);
    const auto known = std::find_if(std::begin(page_table), std::end(page_table),
                                    [&](const PageInfo& info) { return info.id == page; });
    const auto month = parse_month(next_word(words));
    if (known == std::end(page_table) || !month) return std::nullopt;
    Looking at{.page = known->page, .month = *month, .outcome = std::string(next_word(words))};
    at.municipality = next_word(words);
    if (at.municipality == no_municipality) at.municipality.clear();
    while (!words.empty() && at.pinned.size() < most_pinned) at.pinned.emplace_back(next_word(words));
    take_parts(text, at);
    return at;
}

std::optional<std::size_t> front_in(std::string_view text, std::size_t slots) {
    const std::string_view letter = head_line(text, front_mark);
    if (letter.size() != 1 || letter[0] < 'A' || letter[0] >= static_cast<char>('A' + static_cast<int>(slots)))
        return std::nullopt;
    return static_cast<std::size_t>(letter[0] - 'A');
}

}  // namespace

bool is_session_file(const std::filesystem::path& file) {
    return file.extension() == session_ending;
}

namespace {

/// Words as they were typed, without the spaces around them.
std::string trimmed(const std::string& typed) {
    const std::size_t first = typed.find_first_not_of(' ');
    return first == std::string::npos ? std::string() : typed.substr(first, typed.find_last_not_of(' ') - first + 1);
}

/// "~/council" begins in the home folder.
std::filesystem::path at_home(const std::string& words) {
    const char* const home = std::getenv("HOME");
    const bool begins_there = words == "~" || words.starts_with("~/");
    if (!begins_there || home == nullptr) return words;
    return std::filesystem::path(home) / words.substr(std::min<std::size_t>(2, words.size()));
}

}  // namespace

std::filesystem::path path_to_open(const std::filesystem::path& folder, const std::string& typed) {
    const std::string words = trimmed(typed);
    if (words.empty()) return {};
    const std::filesystem::path wanted = (folder / at_home(words)).lexically_normal();
    std::error_code failed;
    if (std::filesystem::exists(wanted, failed)) return wanted;
    for (const std::string_view ending : {session_ending, std::string_view(".toml")})
        if (std::filesystem::path named = wanted.string() + std::string(ending); std::filesystem::exists(named, failed))
            return named;
    return wanted;
}

std::filesystem::path session_target(const std::filesystem::path& folder, const std::string& typed) {
    const std::string words = trimmed(typed);
    const std::size_t slash = words.rfind('/');
    std::string name = slash == std::string::npos ? (words == "~" ? "" : words) : words.substr(slash + 1);
    for (const std::string_view ending : {session_ending, std::string_view(".toml")})
        if (name.size() > ending.size() && name.ends_with(ending)) name.resize(name.size() - ending.size());
    if (name.empty() || name == "." || name == "..") return {};
    name = safe_stem(name) + std::string(session_ending);
    if (slash == std::string::npos) return folder / name;
    return (folder / at_home(words.substr(0, slash + 1))).lexically_normal() /
           name;  // a path from the root stands alone
}

std::string session_text(const Session& session) {
    std::string text = std::string(session_mark) + std::to_string(format) + " seed " + std::to_string(session.seed) +
                       " replicates " + std::to_string(session.replicates) + " municipalities " +
                       std::to_string(session.sample) + (session.members ? " " + std::string(members_word) : "") +
                       "\n# A session of algemeente-viewer.\n" + view_text(session) + notes_text(session.notes);
    for (const Slot& slot : session.slots) {
        text += "\n" + std::string(slot_mark) + date_of(slot.decide_from) + " " + one_line(slot.scenario.name) + "\n" +
                scenario_toml(slot.scenario);
        if (slot.preset == slot.scenario && slot.preset.name == slot.scenario.name) continue;
        text += "\n" + std::string(preset_mark) + one_line(slot.preset.name) + "\n" + scenario_toml(slot.preset);
    }
    return text;
}

Session session_from(const std::string& text, const std::filesystem::path& file) {
    const std::string_view first(text.data(), std::min(text.find('\n'), text.size()));
    if (!first.starts_with(session_mark))
        refuse(file, 1, "is no session of this window; a session begins with '#: session', a scenario ends in .toml");
    Session session;
    take_head(first.substr(session_mark.size()), session, file);
    for (const Part& part : parts_of(text)) take_part(part, session, file);
    if (session.slots.empty()) refuse(file, 1, "the session holds no scenario");
    session.notes = notes_from(text);
    session.looking = looking_in(text);
    session.front = front_in(text, session.slots.size());
    return session;
}

Session read_session(const std::filesystem::path& file) {
    std::error_code ignored;
    std::ifstream stream(file, std::ios::binary);
    if (!stream || std::filesystem::is_directory(file, ignored)) throw InputError(file.string() + ": cannot be opened");
    return session_from({std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()}, file);
}

}  // namespace algemeente::viewer

#include "viewer/state/timeline.h"

#include "text/calendar.h"
#include "text/one_line.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace algemeente::viewer {

namespace {

constexpr std::string_view note_mark = "#: note ";

bool is_for_all_and_good(const DatedChange& change) {
    return change.until_month < 0 && change.rollout_months == 0 && change.municipality_share >= 1;
}

}  // namespace

bool add_change(Slot& slot, std::string_view lever, double value, int month) {
    const ParameterInfo* row = find_parameter(lever);
    if (row == nullptr || row->role != Role::lever || is_start_only(*row) || month < 0 ||
        month >= slot.scenario.months())
        return false;
    std::vector<DatedChange>& changes = slot.scenario.changes;
    value = std::clamp(value, row->low, row->high);
    for (DatedChange& change : changes) {
        if (change.lever != lever || change.from_month != month || !is_for_all_and_good(change)) continue;
        change.value = value;
        return true;
    }
    if (slot.scenario.change_count() >= change_limit) return false;
    insert_by_month(changes, {.lever = std::string(lever), .value = value, .from_month = month});
    return true;
}

void move_changes(Slot& slot, int from, int to) {
    to = std::clamp(to, 0, slot.scenario.months() - 1);
    if (from == to) return;
    std::vector<DatedChange>& changes = slot.scenario.changes;
    const std::vector<DatedChange> moving = changes_at(slot.scenario, from);
    std::erase_if(changes, [&](const DatedChange& change) { return change.from_month == from; });
    for (DatedChange change : moving) {
        if (change.until_month >= 0) change.until_month += to - from;
        change.from_month = to;
        // two values of one lever in one month: the one that was moved holds
        std::erase_if(changes, [&](const DatedChange& other) {
            return other.lever == change.lever && other.from_month == to && is_for_all_and_good(other) &&
                   is_for_all_and_good(change);
        });
        insert_by_month(changes, std::move(change));
    }
    if (slot.decide_from == from) slot.decide_from = to;
}

void remove_changes(Slot& slot, int month, std::string_view lever) {
    std::erase_if(slot.scenario.changes, [&](const DatedChange& change) {
        return change.from_month == month && (lever.empty() || change.lever == lever);
    });
}

std::vector<DatedChange> changes_at(const Scenario& scenario, int month) {
    std::vector<DatedChange> found;
    for (const DatedChange& change : scenario.changes)
        if (change.from_month == month) found.push_back(change);
    return found;
}

std::string notes_text(std::span<const Note> notes) {
    std::string text;
    for (const Note& note : notes) {
        // a comment of TOML is one line without control characters
        text += std::string(note_mark) + date_of(note.month) + " " + one_line(note.words) + "\n";
    }
    return text.empty() ? text : "\n# What was written on the timeline of algemeente-viewer.\n" + text;
}

std::vector<Note> notes_from(std::string_view text) {
    std::vector<Note> notes;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.starts_with(note_mark)) continue;
        line.remove_prefix(note_mark.size());
        if (line.ends_with('\r')) line.remove_suffix(1);
        const std::size_t space = std::min(line.find(' '), line.size());
        const auto month = parse_month(line.substr(0, space));
        if (month && space + 1 < line.size()) notes.push_back({*month, std::string(line.substr(space + 1))});
    }
    return notes;
}

std::vector<Note> read_notes(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return notes_from(text.str());
}

}  // namespace algemeente::viewer

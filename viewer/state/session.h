// What a workshop decides: up to four scenarios side by side, and the decisions that were changed in them.
#pragma once

#include "netherlands/country.h"
#include "present/words/differences.h"
#include "scenario/scenario.h"
#include "viewer/state/lower_chart.h"
#include "viewer/state/pages.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente::viewer {

inline constexpr std::size_t slot_limit = 4;

/// Where decisions start to count unless a scenario says otherwise: January 2021, as in most scenario files.
inline constexpr int usual_decision_month = 72;

/// One scenario on the screen.
struct Slot {
    Scenario preset;    ///< as it was read: where "changed" and "reset" look back to
    Scenario scenario;  ///< as it is run
    int decide_from = usual_decision_month;
};

/// What the facilitator wrote at a month of the timeline.
struct Note {
    int month = 0;
    std::string words;

    bool operator==(const Note&) const = default;
};

/// Where somebody was looking when the session was kept: no change, and nothing that makes two sessions different.
struct Looking {
    Page page = Page::compare;
    int month = 0;
    std::string outcome{};
    std::string municipality{};  ///< code
    std::vector<std::string> pinned{};
    std::optional<SubPages> parts{};  ///< none, here and below: the file does not say
    std::optional<LowerChart> lower{};
    std::optional<EventKey> event{};

    bool operator==(const Looking&) const = default;
};

/// Undoable and saved.
struct Session {
    std::vector<Slot> slots;
    std::uint64_t seed = 1;
    int replicates = 200;
    int sample = 0;        ///< municipalities; 0: as the scenario files say, which is all 342
    bool members = false;  ///< every run has another set of assumptions that history allows; else the standard numbers
    std::vector<Note> notes;
    std::optional<std::size_t> front;  ///< the scenario in front when the session was kept; none: the last one
    std::optional<Looking> looking;    ///< none: the file does not say

    std::size_t slot_in_front() const { return std::min(front.value_or(slot_limit), slots.size() - 1); }
};

Slot slot_of(Scenario scenario);

/// The value of a lever from `month` on, for a municipality that follows every change.
double lever_value(const Scenario& scenario, std::string_view lever, int month);
/// Whether the lever has the same value in the scenario as in its preset, in every month.
bool is_changed(const Slot& slot, std::string_view lever);
/// How many levers are; suppliers count as one.
int changed_levers(const Slot& slot);

/// Puts a change before the first one of a later month: among changes of one lever the last one of the list holds.
void insert_by_month(std::vector<DatedChange>& changes, DatedChange change);

/// From the slot's decision month on the lever has another value; months before keep theirs.
void decide(Slot& slot, std::string_view lever, double value);
/// Back to the preset.
void reset_lever(Slot& slot, std::string_view lever);
/// A copy of `base` in which one lever is as it is in `from`, from the same month on.
Slot with_one_change(const Slot& base, const Slot& from, std::string_view lever);
/// Of the things in which a slot differs from another, the lever that was moved last: `last` if it is among them, else
/// (a session that was opened or restored has forgotten the order) the last one of those that were moved since the
/// scenario was chosen. Empty where no lever was moved.
std::string moved_last(const Slot& slot, const std::vector<present::OneDifference>& things, std::string_view last);
/// Moves the decisions that were made on the screen to another month.
void decide_from(Slot& slot, int month);

/// The scenario with the session's municipalities: what is computed.
Scenario to_run(const Session& session, std::size_t slot);

/// Codes that are not in the country, each once.
std::vector<std::string> missing_in(const Country& country, const std::vector<std::string>& codes);
/// The municipalities of the country, and these.
MunicipalityChoice with_towns(const Country& country, const std::vector<std::string>& codes);

/// Same numbers in every slot (titles included).
bool equal(const Session& one, const Session& other);

}  // namespace algemeente::viewer

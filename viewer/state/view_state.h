// What is on the screen and how: saved as a preference or not at all, never part of undo.
#pragma once

#include "observe/history.h"
#include "viewer/ensemble/people.h"
#include "viewer/present.h"
#include "viewer/state/choosing.h"
#include "viewer/state/lower_chart.h"
#include "viewer/state/pages.h"
#include "viewer/state/phones.h"
#include "viewer/state/preferences.h"
#include "viewer/state/reading.h"
#include "viewer/state/story_play.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente::viewer {

inline constexpr int display_count = 3;
enum class Facet : std::uint8_t { scenario, size_class, product };
inline constexpr int facet_count = 3;
enum class MapMode : std::uint8_t { social, physical, gap, difference };
/// What the map shows of each municipality.
enum class MapMeasure : std::uint8_t { in_use, pipeline, ever_in_use, abandoned, discontinued, value };
inline constexpr int map_measure_count = 6;

/// Charts that share a value axis.
enum class AxisGroup : std::uint8_t { domains, lower };
inline constexpr std::size_t axis_groups = 2;

/// Where the room has moved the axes. All charts share the months; values stay as they fit unless they are free.
struct ChartAxes {
    std::optional<Range> time;  ///< months shown; none: all
    std::array<std::optional<Range>, axis_groups> y{};
    bool y_free = false;
    std::array<bool, 4> hidden{};  ///< scenarios that the legend has switched off

    /// The scenario in that place has gone: those behind it take their switches along.
    void forget_slot(std::size_t slot) {
        std::move(hidden.begin() + static_cast<std::ptrdiff_t>(slot) + 1, hidden.end(),
                  hidden.begin() + static_cast<std::ptrdiff_t>(slot));
        hidden.back() = false;
    }
    /// Everything in sight again.
    void fit() {
        time.reset();
        y = {};
    }
};

/// A month of the timeline that is being worked on, and what is about to be put there.
struct LaneDraft {
    std::optional<int> month;  ///< none: closed
    std::string lever = "ethics_committee";
    std::optional<double> value;  ///< none: what holds there
    std::string note;
};

/// What the room drew before it saw the result: a value per month in each domain, NaN where nothing was drawn.
using RoomLines = std::array<std::vector<double>, domain_count>;

/// What the room predicts. A line is about one scenario and one outcome, and is never held against another.
struct Prediction {
    bool active = false;
    bool revealed = false;
    std::map<Predicted, RoomLines> drawn{};

    /// Empty where the room has drawn nothing.
    const RoomLines& lines(Predicted about) const {
        static const RoomLines none;
        const auto found = drawn.find(about);
        return found == drawn.end() ? none : found->second;
    }
    /// The scenario in that place has gone: lines about those behind it move along.
    void forget_slot(std::size_t slot) {
        std::map<Predicted, RoomLines> kept;
        for (auto& [about, lines] : drawn)
            if (about.slot != slot)
                kept.emplace(Predicted{about.slot > slot ? about.slot - 1 : about.slot, about.outcome},
                             std::move(lines));
        drawn = std::move(kept);
    }
};

/// What gives up the session at hand.
enum class Leaving : std::uint8_t { nothing, quit, fresh, open, link };
/// What the panel of files is open for.
enum class FileTask : std::uint8_t { none, open, save };

/// What is being done with files, and what waits for an answer.
struct FileWork {
    Leaving leaving = Leaving::nothing;
    std::filesystem::path to_open;  ///< when leaving to open this
    std::string link;               ///< or this
    bool asked = false;             ///< what becomes of changes that are not saved is asked
    bool found_asked = false;       ///< what becomes of work that was found is asked
    FileTask task = FileTask::none;
    std::filesystem::path folder;   ///< that the panel shows
    std::string name;               ///< to save under, or of the file that is chosen
    bool fresh = false;             ///< the name was not typed: its field forgets what it holds and takes the keyboard
    std::filesystem::path replace;  ///< exists already: asked whether it may be replaced
    std::filesystem::path missing;  ///< what was typed, and is not there: a folder to save in, or what is to be opened
};

/// A panel beside the page.
enum class Side : std::uint8_t { levers, values };

/// Which lever was moved last, and in which scenario.
struct LastChange {
    std::size_t slot = 0;
    std::string lever{};  ///< empty: none
};

/// The value of a lever that is being typed.
struct TypedValue {
    std::string lever;  ///< empty: none
    std::string text;
    bool fresh = false;  ///< its field takes the keyboard
};

struct ViewState {
    Preferences preferences;
    Page page = Page::compare;
    SubPages sub_pages;
    std::size_t slot = 0;  ///< whose levers are shown
    int cursor = 131;      ///< month
    std::size_t outcome = 0;
    Reading reading = Reading::chosen;  ///< which uses are counted, also on the map and the page of a municipality
    Display display = Display::both;
    LowerChart lower = LowerChart::difference;
    std::array<bool, 2> sides{true, true};  ///< panels that are wanted
    Side side_in_front = Side::levers;      ///< the one that a narrow window has room for
    bool embedded = false;                  ///< in a frame of another page: the page and its levers alone
    bool narrow = false;                    ///< the window, in letters
    TypedValue typed;
    LastChange last_change;
    ChartAxes axes;
    Facet facet = Facet::scenario;
    bool own_scale = false;         ///< every small chart its own value axis
    std::optional<EventKey> event;  ///< whose surroundings the lower charts show
    MapMode map = MapMode::social;
    MapMeasure measure = MapMeasure::in_use;
    std::string municipality;  ///< code of the selected one; empty: the first run chooses
    std::vector<std::string> pinned;
    Person person;  ///< of the selected municipality
    std::string lever_search;
    std::string municipality_search;
    std::size_t town_choice = 0;      ///< of what the search has found
    bool town_focus = false;          ///< the search field takes the keyboard
    std::vector<std::string> joined;  ///< codes that were looked up and join the sample; kept in no file
    bool assumptions = false;
    bool all_levers = false;
    bool playing = false;
    double speed = 1;
    bool palette_open = false;
    std::string palette_text;
    std::size_t palette_choice = 0;  ///< of the actions that match
    bool help_open = false;
    bool sources_open = false;
    bool evidence_open = false;
    std::string evidence_list;  ///< claims to choose from, "E01, E09"; empty: all
    std::string evidence;       ///< the one that is read
    bool variable_open = false;
    std::string variable;  ///< an outcome or a parameter: its meaning, unit, source and confidence
    std::string variable_search;
    bool notices_open = false;
    bool timings = false;
    int tour_step = 0;  ///< 0: no tour
    FileWork files;
    LaneDraft lane;
    bool note_focus = false;  ///< the field of its note takes the keyboard
    Prediction prediction;
    Choosing choosing;
    bool stories_open = false;  ///< the list of those that can be played
    StoryPlay story;
    Phones phones;

    /// An outcome that is a reading of use decides which one all pages have.
    void show_outcome(std::size_t wanted) {
        outcome = wanted;
        reading = reading_of(wanted).value_or(reading);
    }
    /// The lever that was moved last, if that was in this scenario; else empty.
    std::string_view moved_in(std::size_t of) const {
        return last_change.slot == of ? std::string_view(last_change.lever) : std::string_view();
    }
    bool shows(Side side) const { return sides[static_cast<std::size_t>(side)] && (!narrow || side_in_front == side); }
    /// What the lower charts show of so many scenarios: one alone has no difference.
    LowerChart lower_of(std::size_t slots) const {
        return lower == LowerChart::difference && slots < 2 ? LowerChart::gap : lower;
    }
    /// What the room predicts is about the scenario in front, or the only one there is.
    Predicted predicted(std::size_t slots) const {
        return {slots < 2 ? 0 : std::clamp<std::size_t>(slot, 1, slots - 1), outcome};
    }
    /// Results of all scenarios but A are hidden until the room has predicted; of A too if there is nothing else.
    bool covers(std::size_t of, std::size_t slots) const {
        return prediction.active && !prediction.revealed && (of > 0 || slots < 2);
    }
};

}  // namespace algemeente::viewer

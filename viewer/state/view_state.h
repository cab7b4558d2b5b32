// What is on the screen and how: saved as a preference or not at all, never part of undo.
#pragma once

#include "observe/history.h"
#include "viewer/ensemble/people.h"
#include "viewer/i18n/catalogue.h"

#include <array>
#include <string>
#include <vector>

namespace algemeente::viewer {

enum class Tab : std::uint8_t { compare, why, map, municipality };
enum class Display : std::uint8_t { bands, runs, both };
enum class LowerChart : std::uint8_t { gap, difference };
enum class MapMode : std::uint8_t { social, physical, gap, difference };
/// Of the page of a municipality: one of them, its people, or those that were pinned side by side.
enum class InspectorPage : std::uint8_t { overview, people, beside };
/// Of the page that asks why: what holds projects back, or where they go.
enum class WhyPage : std::uint8_t { factors, flow };
/// What the map shows of each municipality.
enum class MapMeasure : std::uint8_t { in_use, pipeline, ever_in_use, abandoned, discontinued, value };
inline constexpr int map_measures = 6;
enum class Theme : std::uint8_t { light, dark };

/// Kept between sessions.
struct Preferences {
    Language language = Language::nl;
    Theme theme = Theme::light;
    double scale = 1;
    bool projector = false;
    bool tour_done = false;
};

/// What the room drew before it saw the result: a value per month, NaN where nothing was drawn.
struct Prediction {
    bool active = false;
    bool revealed = false;
    std::array<std::vector<double>, domain_count> drawn{};
};

struct ViewState {
    Preferences preferences;
    Tab tab = Tab::compare;
    std::size_t slot = 0;  ///< whose levers are shown
    int cursor = 131;      ///< month
    std::size_t outcome = 0;
    Display display = Display::both;
    LowerChart lower = LowerChart::gap;
    MapMode map = MapMode::social;
    MapMeasure measure = MapMeasure::in_use;
    WhyPage why = WhyPage::factors;
    std::string municipality;  ///< code of the selected one
    std::vector<std::string> pinned;
    InspectorPage inspector = InspectorPage::overview;
    Person person;  ///< of the selected municipality
    std::string lever_search;
    std::string municipality_search;
    bool assumptions = false;
    bool all_levers = false;
    bool playing = false;
    double speed = 1;
    bool palette_open = false;
    std::string palette_text;
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
    Prediction prediction;
};

}  // namespace algemeente::viewer

// The command line of the viewer.
#pragma once

#include "viewer/state/view_state.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace algemeente::viewer {

struct Options {
    std::vector<std::filesystem::path> files;
    std::filesystem::path shot;  ///< draw one picture and end
    std::optional<int> time;
    std::optional<Language> language;
    std::optional<Theme> theme;
    double scale = 1;
    int width = 1280;
    int height = 720;
    int replicates = 200;
    int sample = 100;  ///< municipalities; 0: as the files say
    int threads = 0;
    Tab tab = Tab::compare;
    std::string municipality;
    InspectorPage inspector = InspectorPage::overview;
    WhyPage why = WhyPage::factors;
    std::string open;                 ///< a dialog: help, sources, evidence, variable, assumptions, tour, notices
    std::vector<std::string> pinned;  ///< codes of municipalities
    std::string outcome = "in_use";
    bool difference = false;
    Facet facet = Facet::scenario;
    bool own_scale = false;
    std::optional<Range> zoom;  ///< months shown
    std::optional<int> event;   ///< month of the event whose surroundings are shown
    bool projector = false;
    bool benchmark = false;
    bool help = false;
    bool version = false;
};

/// Throws InputError for an option that is not known or has no sensible value.
Options parse_options(const std::vector<std::string>& arguments);
std::string usage();

}  // namespace algemeente::viewer

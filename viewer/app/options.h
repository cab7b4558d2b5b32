// The command line of the viewer.
#pragma once

#include "viewer/commands/command.h"
#include "viewer/ensemble/hands.h"
#include "viewer/ensemble/package_finder.h"
#include "viewer/room/phone_room.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace algemeente::viewer {

struct Options {
    std::vector<std::filesystem::path> files;
    std::string link;             ///< a session as a link, in place of files
    std::filesystem::path story;  ///< to be played from the start; empty: none
    bool embedded = false;        ///< one page with its levers, for a frame in another page
    std::filesystem::path shot;   ///< draw one picture and end
    bool page_alone = false;      ///< of the page, without bars and panels
    std::optional<int> time;
    std::optional<Language> language;
    std::optional<Theme> theme;
    double scale = 1;
    std::string ignored_scale;  ///< what the environment asks for, if that is not possible
    int width = 1280;
    int height = 720;
    bool sized = false;  ///< --size was given: it holds before the size of last time
    int replicates = 200;
    int sample = 0;                                       ///< municipalities; 0: as the files say
    bool members = false;                                 ///< each run with another set of assumptions
    bool replicates_given = false, sample_given = false;  ///< else those of a session's file hold
    int threads = 0;
    Hands hands = Hands::threads;  ///< the platform's choice, no option
    OpenRoom open_room;            ///< the same; empty where no page for phones can be served
    OpenFinder open_finder;        ///< the same; empty where nothing can search for packages
    int room_port = 0;             ///< of that page; 0: a free one
    Page page = Page::compare;
    std::vector<SubPage> sub_pages;
    std::string municipality;         ///< a code or a name; empty: the largest that is simulated
    std::optional<Command> open;      ///< opens a dialog
    std::vector<std::string> pinned;  ///< codes or names of municipalities
    std::string outcome = "in_use";
    bool difference = false;  ///< also where there is room for one row of charts only
    bool gap = false;
    Facet facet = Facet::scenario;
    bool own_scale = false;
    std::optional<Range> zoom;  ///< months shown
    std::optional<int> event;   ///< month of the event whose surroundings are shown
    bool projector = false;
    std::filesystem::path state_folder;  ///< where unsaved work is kept aside; empty: nowhere
    bool benchmark = false;
    bool version = false;
    std::string help;  ///< to print, if it was asked for
};

/// Throws InputError for an option that is not known or has no sensible value. A scale of the environment that is not
/// possible is only noted.
Options parse_options(const std::vector<std::string>& arguments);

}  // namespace algemeente::viewer

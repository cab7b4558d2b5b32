// The packages of a kept front as the window tells them: axes with values, and a sentence for each in the words of
// levers and units. Made once for a language.
#pragma once

#include "front/kept_front.h"
#include "front/room_limit.h"
#include "viewer/present.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace algemeente::viewer {

/// Something by which packages are weighed: an objective, in how many draws a package is good enough, its regret.
struct PackageAxis {
    std::string id;     ///< "value.social.2029-12", "good_share", "regret": for tables
    std::string title;  ///< "Value, social"
    NumberForm form{};
    bool more_is_better = true;
    Range range{};  ///< of all packages and others, from one tick to another
};

struct PackageShown {
    std::string name;              ///< as in the front
    std::string title;             ///< "Package 304", "Ethics committee"
    std::string levers;            ///< "Standards programme: 1.5% /month from 2021 and ..."
    std::string effects;           ///< "value, social +55%; ...; holds in 16 of 16 draws of the assumptions"
    std::string sentence;          ///< both
    std::string regret;            ///< how far behind the best it is, and what if it turns out badly
    std::vector<double> values{};  ///< by axis
    KeptPackage::Kind kind = KeptPackage::Kind::package;
    std::vector<DatedChange> changes{};
};

struct Packages {
    std::vector<PackageAxis> axes{};  ///< the objectives first
    std::size_t objectives = 0;
    std::vector<PackageShown> all{};  ///< the most robust first, then the scenario itself and others
    std::size_t count = 0;            ///< packages, without those others
    std::string scenario;             ///< title of the one that they were found for
    std::string made;                 ///< how many, for what, and over which runs
};

/// `presets`: scenarios that come with the program, for the titles of those that are named.
Packages packages_of(const KeptFront& front, std::span<const Scenario> presets, Language language);

/// The limits of axes (by axis, as far as any was set) as differences with the scenario itself. Only an end that is
/// not that of the axis limits anything; shares of draws and regret are no outcomes of a run, and limit no search.
std::vector<RoomLimit> room_limits(const KeptFront& front, const Packages& packages,
                                   std::span<const std::optional<Range>> limits);

/// Years in which the packages have cost: from the first decision of any of them to the end.
int years_of_cost(const KeptFront& front);

}  // namespace algemeente::viewer

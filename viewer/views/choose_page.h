// What the page of packages shows, for the window, for files and for tables alike.
#pragma once

#include "text/table.h"
#include "viewer/plot/package_charts.h"
#include "viewer/views/view.h"

namespace algemeente::viewer {

/// Position of a package by its name.
std::optional<std::size_t> find_package(const Packages& packages, std::string_view name);
/// What is in sight, pointed at and in B.
PackageLight package_light(const ViewContext& context);
/// The package that is told of: the one under the pointer, else that of the keys, else that in B.
std::optional<std::size_t> package_told(const PackageLight& light);
/// "23 of 167 packages".
std::string packages_in_sight(const ViewContext& context, const PackageLight& light);
/// The limits that the room has set, each in words.
std::vector<std::string> limits_in_words(const ViewContext& context);
/// How many packages there are, and how they were found.
std::string made_words(const ViewContext& context);
/// That A is another scenario than the packages were found for; empty where it is that one.
std::string words_of_other_a(const ViewContext& context);

/// Both charts beside each other.
struct ChooseScene {
    Scene scene;
    SpotsPlace spots;
    LinesPlace lines;
};
ChooseScene choose_scene(const ViewContext& context, const PackageLight& light, Rect area, const ChartStyle& style);

/// A row for each package in sight: numbers as the search has kept them.
Table packages_table(const ViewContext& context);
std::string choose_svg(const ViewContext& context);
std::string choose_html(const ViewContext& context);

}  // namespace algemeente::viewer

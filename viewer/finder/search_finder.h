// The search of `algemeente search`, in the background of the window.
#pragma once

#include "viewer/ensemble/package_finder.h"

namespace algemeente::viewer {

/// The OpenFinder of a program that can search: with the levers and objectives of scenarios/search/packages.toml.
std::unique_ptr<PackageFinder> open_search_finder(std::function<void()> news);

}  // namespace algemeente::viewer

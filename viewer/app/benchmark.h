// From a lever change to the first fans, to 64 and to all replicates: what a room waits for.
#pragma once

#include "viewer/app/options.h"

#include <string>

namespace algemeente::viewer {

/// Drags a lever `changes` times and reports the times in words.
std::string benchmark(const Options& options, int changes);

}  // namespace algemeente::viewer

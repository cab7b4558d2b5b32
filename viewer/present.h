// What the window takes from the presentation room: words, numbers, colours, scenes and axes.
#pragma once

#include "present/charts/axis.h"
#include "present/charts/palette.h"
#include "present/charts/range.h"
#include "present/charts/scene.h"
#include "present/words/catalogue.h"

namespace algemeente::viewer {

using namespace present;

}  // namespace algemeente::viewer

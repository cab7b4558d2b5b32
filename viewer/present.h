// What the window takes from the presentation room: words, numbers, colours, scenes and axes.
#pragma once

#include "present/charts/axis.h"
#include "present/charts/fan.h"
#include "present/charts/palette.h"
#include "present/charts/range.h"
#include "present/charts/scene.h"
#include "present/charts/style.h"
#include "present/summary.h"
#include "present/words/catalogue.h"
#include "present/words/certainty.h"
#include "present/words/conditions.h"
#include "present/words/months.h"
#include "present/words/names.h"
#include "present/words/numbers.h"
#include "present/words/sentences.h"

namespace algemeente::viewer {

using namespace present;

}  // namespace algemeente::viewer

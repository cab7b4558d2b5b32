// In what a scenario differs from A: beside every sentence that tells what it changes.
#pragma once

#include "viewer/views/view.h"

namespace algemeente::viewer {

/// Room that it takes, in that width; 0 where there is nothing to say.
float height_of_differs(const ViewContext& context, float width);
inline constexpr int all_lines = 1000;
/// `most`: a low window has so many lines for it; the pointer shows the rest.
void draw_differs(const ViewContext& context, CommandSink& sink, int most = all_lines);

}  // namespace algemeente::viewer

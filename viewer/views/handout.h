// The comparison as a picture and as a page to take home.
#pragma once

#include "viewer/views/view.h"

namespace algemeente::viewer {

std::string handout_svg(const ViewContext& context);
std::string handout_html(const ViewContext& context);
/// Version, seed, runs and municipalities: below every picture.
std::string footer_words(const ViewContext& context);

}  // namespace algemeente::viewer

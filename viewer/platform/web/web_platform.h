// The window in a web page: a canvas, and what the page's script (page/page.js) tells of it.
#pragma once

#include "viewer/platform/platform.h"

namespace algemeente::viewer {

/// Throws InputError where the browser has no WebGL 2. One at a time.
std::unique_ptr<Platform> make_web_platform();

}  // namespace algemeente::viewer

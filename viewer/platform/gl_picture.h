// One frame into a picture, in whatever OpenGL context is current.
#pragma once

#include "viewer/platform/platform.h"

namespace algemeente::viewer {

Image gl_picture(int width, int height, const std::function<void()>& draw);

}  // namespace algemeente::viewer

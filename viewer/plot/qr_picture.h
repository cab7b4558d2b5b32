// A QR code as squares of a scene.
#pragma once

#include "viewer/present.h"
#include "viewer/state/phones.h"

namespace algemeente::viewer {

/// Dark on light in the middle of `area`, with the free edge of four squares that readers want. To be drawn with the
/// colours of the light theme: many readers know no code in light on dark.
void draw_qr(Scene& scene, Rect area, const QrModules& modules);

}  // namespace algemeente::viewer

#include "viewer/plot/qr_picture.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {

/// Squares beside each other are one box, on whole pixels: no seam between them.
void draw_qr(Scene& scene, Rect area, const QrModules& modules) {
    constexpr int edge = 4;
    const float side = std::min(area.width, area.height);
    scene.add(Box{.area = {area.x, area.y, side, side}, .ink = Ink::background});
    if (modules.size == 0) return;
    const float unit = std::floor(side / static_cast<float>(modules.size + 2 * edge));
    const float first = std::floor((side - unit * static_cast<float>(modules.size)) / 2);
    for (int y = 0; y < modules.size; ++y)
        for (int x = 0; x < modules.size;) {
            if (!modules.at(x, y)) {
                ++x;
                continue;
            }
            const int from = x;
            while (x < modules.size && modules.at(x, y)) ++x;
            scene.add(Box{.area = {std::round(area.x + first + unit * static_cast<float>(from)),
                                   std::round(area.y + first + unit * static_cast<float>(y)),
                                   unit * static_cast<float>(x - from), unit},
                          .ink = Ink::text});
        }
}

}  // namespace algemeente::viewer

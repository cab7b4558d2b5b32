#include "viewer/widgets/ui.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {

namespace {

constexpr std::size_t most_points = 8000;  // indices have 16 bits

ImVec2 at(Point p) {
    return {p.x, p.y};
}

class Painter {
public:
    Painter(ImDrawList& list, const Ui& ui) : list_(list), ui_(ui) {}

    void operator()(const Polyline& line) const {
        const float unit = std::max(1.F, line.width * 0.55F);
        for (const auto& piece : dashed(line.points, line.dash, unit)) {
            std::vector<ImVec2> points;
            points.reserve(piece.size());
            for (const Point& p : piece) points.push_back(at(p));
            for (std::size_t first = 0; first + 1 < points.size(); first += most_points - 1) {
                const std::size_t count = std::min(most_points, points.size() - first);
                list_.AddPolyline(points.data() + first, static_cast<int>(count), ui_.colour(line.ink, line.alpha), 0,
                                  line.width);
            }
        }
    }
    /// One strip without fringes inside, then smooth edges: quads would show their seams.
    void operator()(const Ribbon& band) const {
        const auto n = static_cast<int>(std::min(band.x.size(), most_points));
        if (n < 2) return;
        const ImU32 colour = ui_.colour(band.ink, band.alpha);
        const ImVec2 uv = ImGui::GetFontTexUvWhitePixel();
        list_.PrimReserve((n - 1) * 6, n * 2);
        const auto first = static_cast<unsigned>(list_._VtxCurrentIdx);
        for (int i = 0; i + 1 < n; ++i) {
            const unsigned low = first + static_cast<unsigned>(i) * 2;
            for (const unsigned step : {0U, 1U, 3U, 0U, 3U, 2U}) list_.PrimWriteIdx(static_cast<ImDrawIdx>(low + step));
        }
        std::vector<ImVec2> lower;
        std::vector<ImVec2> upper;
        for (std::size_t i = 0; i < static_cast<std::size_t>(n); ++i) {
            lower.push_back({band.x[i], band.low[i]});
            upper.push_back({band.x[i], band.high[i]});
            list_.PrimWriteVtx(lower.back(), uv, colour);
            list_.PrimWriteVtx(upper.back(), uv, colour);
        }
        list_.AddPolyline(lower.data(), n, colour, 0, 1);
        list_.AddPolyline(upper.data(), n, colour, 0, 1);
    }
    void operator()(const Text& text) const {
        const ImFont* font = nearest(text);
        float x = text.at.x;
        if (text.align != Align::left) {
            const float width = font->CalcTextSizeA(font->FontSize, 1e6F, 0, text.words.c_str()).x;
            x -= text.align == Align::right ? width : width / 2;
        }
        list_.AddText(font, font->FontSize, {std::round(x), std::round(text.at.y)}, ui_.colour(text.ink),
                      text.words.c_str());
    }
    void operator()(const Marker& marker) const {
        const float r = marker.radius;
        const Point c = marker.at;
        const ImU32 colour = ui_.colour(marker.ink);
        switch (marker.shape) {
            case Shape::disc: list_.AddCircleFilled(at(c), r, colour, 24); break;
            case Shape::square:
                list_.AddRectFilled({c.x - r * .9F, c.y - r * .9F}, {c.x + r * .9F, c.y + r * .9F}, colour);
                break;
            case Shape::triangle:
                list_.AddTriangleFilled({c.x, c.y - r * 1.1F}, {c.x + r, c.y + r * .8F}, {c.x - r, c.y + r * .8F},
                                        colour);
                break;
            case Shape::diamond:
                list_.AddQuadFilled({c.x, c.y - r * 1.2F}, {c.x + r * 1.2F, c.y}, {c.x, c.y + r * 1.2F},
                                    {c.x - r * 1.2F, c.y}, colour);
                break;
        }
    }
    void operator()(const Box& box) const {
        list_.AddRectFilled({box.area.x, box.area.y}, {box.area.right(), box.area.bottom()},
                            ui_.colour(box.ink, box.alpha), box.rounding);
    }
    void operator()(const Clip& clip) const {
        if (clip.area) {
            list_.PushClipRect({clip.area->x, clip.area->y}, {clip.area->right(), clip.area->bottom()}, true);
        } else {
            list_.PopClipRect();
        }
    }
    void operator()(const Triangles& triangles) const {
        if (!triangles.points) return;
        const ImU32 colour = ui_.colour(triangles.ink);
        const ImVec2 uv = ImGui::GetFontTexUvWhitePixel();
        const auto& points = *triangles.points;
        for (std::size_t first = 0; first < points.size(); first += 6000) {
            const auto count = static_cast<int>(std::min<std::size_t>(6000, points.size() - first));
            list_.PrimReserve(count, count);
            for (int i = 0; i < count; ++i) {
                const Point& p = points[first + static_cast<std::size_t>(i)];
                list_.PrimWriteIdx(static_cast<ImDrawIdx>(list_._VtxCurrentIdx));
                list_.PrimWriteVtx(
                    {triangles.origin.x + p.x * triangles.scale, triangles.origin.y + p.y * triangles.scale}, uv,
                    colour);
            }
        }
    }
    void operator()(const Segments& segments) const {
        if (!segments.points) return;
        const ImU32 colour = ui_.colour(segments.ink);
        const auto placed = [&](const Point& p) {
            return ImVec2{segments.origin.x + p.x * segments.scale, segments.origin.y + p.y * segments.scale};
        };
        for (std::size_t i = 0; i + 1 < segments.points->size(); i += 2)
            list_.AddLine(placed((*segments.points)[i]), placed((*segments.points)[i + 1]), colour, 1);
    }

private:
    /// Letters are drawn at a size that was baked: anything else is blurred.
    const ImFont* nearest(const Text& text) const {
        const Fonts& f = ui_.fonts;
        const bool large = text.size > (f.small->FontSize + f.body->FontSize) / 2;
        if (text.size > f.body->FontSize * 1.15F) return f.title;
        if (text.bold) return large ? f.bold : f.small_bold;
        return large ? f.body : f.small;
    }

    ImDrawList& list_;
    const Ui& ui_;
};

}  // namespace

void draw_scene(ImDrawList& list, const Scene& scene, const Ui& ui) {
    const Painter painter(list, ui);
    for (const Item& item : scene.items) std::visit(painter, item);
}

}  // namespace algemeente::viewer

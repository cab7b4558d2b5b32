#include "present/charts/scene.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace algemeente::present {

namespace {

std::string number(float value) {
    std::array<char, 32> room{};
    std::snprintf(room.data(), room.size(), "%.1f", static_cast<double>(value));
    return room.data();
}

std::string escaped(std::string_view words) {
    std::string text;
    for (const char letter : words) {
        switch (letter) {
            case '&': text += "&amp;"; break;
            case '<': text += "&lt;"; break;
            case '>': text += "&gt;"; break;
            case '"': text += "&quot;"; break;
            default: text += letter;
        }
    }
    return text;
}

class Writer {
public:
    explicit Writer(Theme theme) : theme_(theme) {}

    void operator()(const Polyline& line) {
        static constexpr const char* dashes[] = {"", "7 4", "1.5 3", "8 3 2 3"};
        markup += "<polyline fill=\"none\" stroke-linejoin=\"round\" stroke=\"" + colour(line.ink) +
                  "\" stroke-width=\"" + number(line.width) + "\"";
        if (line.alpha < 1) markup += " stroke-opacity=\"" + number(line.alpha) + "\"";
        if (line.dash != Dash::solid)
            markup += std::string(" stroke-dasharray=\"") + dashes[static_cast<std::size_t>(line.dash)] + "\"";
        markup += " points=\"";
        for (const Point& point : line.points) markup += number(point.x) + "," + number(point.y) + " ";
        markup += "\"/>\n";
    }
    void operator()(const Ribbon& band) {
        markup +=
            "<polygon fill=\"" + colour(band.ink) + "\" fill-opacity=\"" + two_digits(band.alpha) + "\" points=\"";
        for (std::size_t i = 0; i < band.x.size(); ++i) markup += number(band.x[i]) + "," + number(band.high[i]) + " ";
        for (std::size_t i = band.x.size(); i > 0; --i)
            markup += number(band.x[i - 1]) + "," + number(band.low[i - 1]) + " ";
        markup += "\"/>\n";
    }
    void operator()(const Text& text) {
        static constexpr const char* anchors[] = {"start", "middle", "end"};
        markup += "<text x=\"" + number(text.at.x) + "\" y=\"" + number(text.at.y + text.size * 0.82F) +
                  "\" font-size=\"" + number(text.size) + "\" fill=\"" + colour(text.ink) + "\" text-anchor=\"" +
                  anchors[static_cast<std::size_t>(text.align)] + "\"" + (text.bold ? " font-weight=\"600\"" : "") +
                  ">" + escaped(text.words) + "</text>\n";
    }
    void operator()(const Marker& marker) {
        const float r = marker.radius;
        const Point c = marker.at;
        const auto corners = [&](std::initializer_list<Point> points) {
            markup += "<polygon fill=\"" + colour(marker.ink) + "\" points=\"";
            for (const Point& p : points) markup += number(c.x + p.x * r) + "," + number(c.y + p.y * r) + " ";
            markup += "\"/>\n";
        };
        switch (marker.shape) {
            case Shape::disc:
                markup += "<circle fill=\"" + colour(marker.ink) + "\" cx=\"" + number(c.x) + "\" cy=\"" + number(c.y) +
                          "\" r=\"" + number(r) + "\"/>\n";
                break;
            case Shape::square: corners({{-.9F, -.9F}, {.9F, -.9F}, {.9F, .9F}, {-.9F, .9F}}); break;
            case Shape::triangle: corners({{0, -1.1F}, {1, .8F}, {-1, .8F}}); break;
            case Shape::diamond: corners({{0, -1.2F}, {1.2F, 0}, {0, 1.2F}, {-1.2F, 0}}); break;
        }
    }
    void operator()(const Box& box) {
        markup += "<rect x=\"" + number(box.area.x) + "\" y=\"" + number(box.area.y) + "\" width=\"" +
                  number(std::max(0.F, box.area.width)) + "\" height=\"" + number(std::max(0.F, box.area.height)) +
                  "\" rx=\"" + number(box.rounding) + "\" fill=\"" + colour(box.ink) + "\" fill-opacity=\"" +
                  two_digits(box.alpha) + "\"/>\n";
    }
    void operator()(const Clip& clip) {
        if (!clip.area) {
            markup += "</g>\n";
            return;
        }
        const std::string name = "clip" + std::to_string(++clips_);
        markup += "<clipPath id=\"" + name + "\"><rect x=\"" + number(clip.area->x) + "\" y=\"" + number(clip.area->y) +
                  "\" width=\"" + number(clip.area->width) + "\" height=\"" + number(clip.area->height) +
                  "\"/></clipPath>\n<g clip-path=\"url(#" + name + ")\">\n";
    }
    void operator()(const Triangles& triangles) {
        if (!triangles.points) return;
        markup += "<path fill=\"" + colour(triangles.ink) + "\" stroke=\"" + colour(triangles.ink) +
                  "\" stroke-width=\"0.4\" d=\"";
        for (std::size_t i = 0; i < triangles.points->size(); ++i) {
            const Point& p = (*triangles.points)[i];
            markup += (i % 3 == 0 ? "M" : "L") + number(triangles.origin.x + p.x * triangles.scale) + " " +
                      number(triangles.origin.y + p.y * triangles.scale) + (i % 3 == 2 ? "Z" : "");
        }
        markup += "\"/>\n";
    }
    void operator()(const Segments& segments) {
        if (!segments.points) return;
        markup += "<path fill=\"none\" stroke=\"" + colour(segments.ink) + "\" stroke-width=\"0.7\" d=\"";
        for (std::size_t i = 0; i < segments.points->size(); ++i) {
            const Point& p = (*segments.points)[i];
            markup += (i % 2 == 0 ? "M" : "L") + number(segments.origin.x + p.x * segments.scale) + " " +
                      number(segments.origin.y + p.y * segments.scale);
        }
        markup += "\"/>\n";
    }

    std::string markup;

private:
    std::string colour(Ink ink) const { return hex_of(colour_of(ink, theme_)); }
    static std::string two_digits(float value) {
        std::array<char, 16> room{};
        std::snprintf(room.data(), room.size(), "%.2f", static_cast<double>(value));
        return room.data();
    }
    Theme theme_;
    int clips_ = 0;
};

}  // namespace

std::string to_svg(const Scene& scene, float width, float height, Theme theme, std::string_view title) {
    Writer writer(theme);
    for (const Item& item : scene.items) std::visit(writer, item);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 " + number(width) + " " +
           number(height) + "\" font-family=\"Inter, 'DejaVu Sans', sans-serif\">\n<title>" + escaped(title) +
           "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"" + hex_of(colour_of(Ink::background, theme)) +
           "\"/>\n" + writer.markup + "</svg>\n";
}

}  // namespace algemeente::present

#include "present/charts/scene.h"
#include "text/markup.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace algemeente::present {

namespace {

/// With at most so many decimals, and no more digits than are needed: pages hold many numbers.
std::string short_number(float value, int decimals = 1) {
    std::array<char, 32> room{};
    std::snprintf(room.data(), room.size(), "%.*f", decimals, static_cast<double>(value));
    std::string digits = room.data();
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
    return digits == "-0" ? "0" : digits;
}

std::string point(Point at) {
    return short_number(at.x) + "," + short_number(at.y);
}

std::string points(const std::vector<Point>& all) {
    std::string words;
    for (const Point& one : all) words += (words.empty() ? "" : " ") + point(one);
    return words;
}

std::string attribute(std::string_view name, float value, int decimals = 1) {
    return " " + std::string(name) + "=\"" + short_number(value, decimals) + "\"";
}

std::string opacity(std::string_view name, float alpha) {
    return alpha < 1 ? attribute(name, alpha, 2) : std::string();
}

/// The end of an element: with words under the pointer, if there are any.
std::string closed(std::string_view element, const std::string& tip) {
    if (tip.empty()) return "/>\n";
    return "><title>" + escape_markup(tip) + "</title></" + std::string(element) + ">\n";
}

class Writer {
public:
    explicit Writer(Theme theme) : theme_(theme) {}

    void operator()(const Polyline& line) {
        markup += "<polyline fill=\"none\" stroke-linejoin=\"round\"" + stroke(line.ink) +
                  attribute("stroke-width", line.width) + opacity("stroke-opacity", line.alpha);
        std::string dashes;
        for (const float length : dash_pattern(line.dash)) dashes += (dashes.empty() ? "" : " ") + short_number(length);
        if (!dashes.empty()) markup += " stroke-dasharray=\"" + dashes + "\"";
        markup += " points=\"" + points(line.points) + "\"/>\n";
    }
    void operator()(const Ribbon& band) {
        std::vector<Point> outline;
        for (std::size_t i = 0; i < band.x.size(); ++i) outline.push_back({band.x[i], band.high[i]});
        for (std::size_t i = band.x.size(); i > 0; --i) outline.push_back({band.x[i - 1], band.low[i - 1]});
        markup += "<polygon" + fill(band.ink, band.alpha) + " points=\"" + points(outline) + "\"/>\n";
    }
    void operator()(const Text& text) {
        static constexpr const char* anchors[] = {"", " text-anchor=\"middle\"", " text-anchor=\"end\""};
        markup += "<text" + attribute("x", text.at.x) + attribute("y", text.at.y + text.size * 0.82F) +
                  attribute("font-size", text.size) + fill(text.ink) + anchors[static_cast<std::size_t>(text.align)] +
                  (text.bold ? " font-weight=\"600\"" : "") + ">" + escape_markup(text.words) + "</text>\n";
    }
    void operator()(const Marker& marker) {
        const float r = marker.radius;
        const Point c = marker.at;
        const auto corners = [&](std::initializer_list<Point> shape) {
            std::vector<Point> placed;
            for (const Point& p : shape) placed.push_back({c.x + p.x * r, c.y + p.y * r});
            markup += "<polygon" + fill(marker.ink, marker.alpha) + " points=\"" + points(placed) + "\"" +
                      closed("polygon", marker.tip);
        };
        switch (marker.shape) {
            case Shape::disc:
                markup += "<circle" + fill(marker.ink, marker.alpha) + attribute("cx", c.x) + attribute("cy", c.y) +
                          attribute("r", r) + closed("circle", marker.tip);
                break;
            case Shape::square: corners({{-.9F, -.9F}, {.9F, -.9F}, {.9F, .9F}, {-.9F, .9F}}); break;
            case Shape::triangle: corners({{0, -1.1F}, {1, .8F}, {-1, .8F}}); break;
            case Shape::diamond: corners({{0, -1.2F}, {1.2F, 0}, {0, 1.2F}, {-1.2F, 0}}); break;
        }
    }
    void operator()(const Box& box) {
        markup += "<rect" + place(box.area);
        if (box.rounding > 0) markup += attribute("rx", box.rounding);
        markup += fill(box.ink, box.alpha) + closed("rect", box.tip);
    }
    void operator()(const Clip& clip) {
        if (!clip.area) {
            markup += "</g>\n";
            return;
        }
        // named after what it leaves: drawings on one page then cannot take each other's for their own
        const Rect& area = *clip.area;
        const std::string name = "clip-" + short_number(area.x) + "-" + short_number(area.y) + "-" +
                                 short_number(area.width) + "-" + short_number(area.height);
        markup += "<clipPath id=\"" + name + "\"><rect" + place(area) + "/></clipPath>\n<g clip-path=\"url(#" + name +
                  ")\">\n";
    }
    void operator()(const Triangles& triangles) {
        if (!triangles.points) return;
        markup += "<path" + fill(triangles.ink) + stroke(triangles.ink) + attribute("stroke-width", 0.4F) + " d=\"";
        for (std::size_t i = 0; i < triangles.points->size(); ++i) {
            const Point& p = (*triangles.points)[i];
            markup += (i % 3 == 0 ? "M" : "L") +
                      point({triangles.origin.x + p.x * triangles.scale, triangles.origin.y + p.y * triangles.scale}) +
                      (i % 3 == 2 ? "Z" : "");
        }
        markup += "\"/>\n";
    }
    void operator()(const Segments& segments) {
        if (!segments.points) return;
        markup += "<path fill=\"none\"" + stroke(segments.ink) + attribute("stroke-width", 0.7F) + " d=\"";
        for (std::size_t i = 0; i < segments.points->size(); ++i) {
            const Point& p = (*segments.points)[i];
            markup += (i % 2 == 0 ? "M" : "L") +
                      point({segments.origin.x + p.x * segments.scale, segments.origin.y + p.y * segments.scale});
        }
        markup += "\"/>\n";
    }

    std::string markup;

private:
    std::string colour(Ink ink) const { return hex_of(colour_of(ink, theme_)); }
    std::string fill(Ink ink, float alpha = 1) const {
        return " fill=\"" + colour(ink) + "\"" + opacity("fill-opacity", alpha);
    }
    std::string stroke(Ink ink) const { return " stroke=\"" + colour(ink) + "\""; }
    static std::string place(Rect area) {
        return attribute("x", area.x) + attribute("y", area.y) + attribute("width", std::max(0.F, area.width)) +
               attribute("height", std::max(0.F, area.height));
    }
    Theme theme_;
};

std::string element(const Scene& scene, float width, float height, Theme theme, std::string_view title,
                    std::string_view attributes, std::string_view first) {
    Writer writer(theme);
    for (const Item& item : scene.items) std::visit(writer, item);
    const std::string name = escape_markup(title);
    return "<svg" + std::string(attributes) + " viewBox=\"0 0 " + short_number(width) + " " + short_number(height) +
           "\" role=\"img\" aria-label=\"" + name + "\"><title>" + name + "</title>\n" + std::string(first) +
           writer.markup + "</svg>\n";
}

}  // namespace

std::string svg_file(const Scene& scene, float width, float height, Theme theme, std::string_view title) {
    const std::string background =
        "<rect width=\"100%\" height=\"100%\" fill=\"" + hex_of(colour_of(Ink::background, theme)) + "\"/>\n";
    return element(scene, width, height, theme, title,
                   " xmlns=\"http://www.w3.org/2000/svg\" font-family=\"Inter, 'DejaVu Sans', sans-serif\"",
                   background);
}

std::string svg_figure(const Scene& scene, float width, float height, std::string_view title) {
    return element(scene, width, height, Theme::light, title, "", "");
}

}  // namespace algemeente::present

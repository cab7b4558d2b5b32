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

std::string place(Point at) {
    return number(at.x) + "," + number(at.y);
}

std::string dumped_tip(const std::string& tip) {
    return tip.empty() ? tip : " tip \"" + tip + "\"";
}

std::string dumped(const Polyline& line) {
    std::string words = "line " + std::string(ink_word(line.ink)) + " width " + number(line.width) + " dash " +
                        std::to_string(static_cast<int>(line.dash)) + ":";
    for (const Point& point : line.points) words += " " + place(point);
    return words;
}

std::string dumped(const Ribbon& band) {
    std::string words = "band " + std::string(ink_word(band.ink)) + " alpha " + number(band.alpha * 100) + ":";
    for (std::size_t i = 0; i < band.x.size(); ++i)
        words += " " + number(band.x[i]) + "," + number(band.low[i]) + ".." + number(band.high[i]);
    return words;
}

std::string dumped(const Text& text) {
    static constexpr const char* aligned[] = {"", " centre", " right"};
    return "text " + std::string(ink_word(text.ink)) + " " + place(text.at) +
           aligned[static_cast<std::size_t>(text.align)] + " size " + number(text.size) + (text.bold ? " bold" : "") +
           " \"" + text.words + "\"";
}

std::string dumped(const Marker& marker) {
    return "marker " + std::to_string(static_cast<int>(marker.shape)) + " " + std::string(ink_word(marker.ink)) + " " +
           place(marker.at) + dumped_tip(marker.tip);
}

std::string dumped(const Box& box) {
    return "box " + std::string(ink_word(box.ink)) + " " + place({box.area.x, box.area.y}) + " " +
           place({box.area.width, box.area.height}) + (box.alpha < 1 ? " alpha " + number(box.alpha * 100) : "") +
           dumped_tip(box.tip);
}

std::string dumped(const Clip& clip) {
    if (!clip.area) return "clip ends";
    return "clip " + place({clip.area->x, clip.area->y}) + " " + place({clip.area->width, clip.area->height});
}

std::string dumped(const Triangles& triangles) {
    return "triangles " + std::string(ink_word(triangles.ink)) + " " +
           std::to_string(triangles.points ? triangles.points->size() / 3 : 0);
}

std::string dumped(const Segments& segments) {
    return "segments " + std::string(ink_word(segments.ink)) + " " +
           std::to_string(segments.points ? segments.points->size() / 2 : 0);
}

}  // namespace

std::span<const float> dash_pattern(Dash dash) {
    static constexpr float dashed[] = {7, 4};
    static constexpr float dotted[] = {1.5F, 3};
    static constexpr float dash_dot[] = {8, 3, 2, 3};
    switch (dash) {
        case Dash::solid: break;
        case Dash::dashed: return dashed;
        case Dash::dotted: return dotted;
        case Dash::dash_dot: return dash_dot;
    }
    return {};
}

std::string letter_of(std::size_t slot) {
    constexpr std::size_t letters = 26;
    const std::string letter(1, static_cast<char>('A' + static_cast<int>(slot % letters)));
    return slot < letters ? letter : letter + std::to_string(slot / letters + 1);
}

std::string dump(const Scene& scene) {
    std::string words;
    for (const Item& item : scene.items) words += std::visit([](const auto& one) { return dumped(one); }, item) + "\n";
    return words;
}

std::vector<std::vector<Point>> dashed(const std::vector<Point>& points, Dash dash, float unit) {
    if (dash == Dash::solid || points.size() < 2) return {points};
    const std::span<const float> pattern = dash_pattern(dash);
    std::vector<std::vector<Point>> pieces;
    std::vector<Point> piece = {points.front()};
    std::size_t step = 0;
    float left = pattern[0] * unit;
    for (std::size_t i = 1; i < points.size(); ++i) {
        Point from = points[i - 1];
        const Point to = points[i];
        float length = std::hypot(to.x - from.x, to.y - from.y);
        while (length > left) {
            const float share = left / length;
            from = {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
            length -= left;
            if (step % 2 == 0) {
                piece.push_back(from);
                pieces.push_back(std::exchange(piece, {}));
            } else {
                piece = {from};
            }
            step = (step + 1) % pattern.size();
            left = pattern[step] * unit;
        }
        left -= length;
        if (step % 2 == 0) piece.push_back(to);
    }
    if (piece.size() > 1) pieces.push_back(std::move(piece));
    return pieces;
}

float rough_width(std::string_view words, float size) {
    float letters = 0;
    for (const char letter : words)
        if ((static_cast<unsigned char>(letter) & 0xC0U) != 0x80U) letters += 1;
    return letters * size * 0.56F;
}

std::string shortened(std::string words, float size, float width) {
    if (rough_width(words, size) <= width) return words;
    while (words.size() > 3 && rough_width(words + "\u2026", size) > width) {
        // a whole letter: the bytes behind its first one, then that
        while (words.size() > 1 && (static_cast<unsigned char>(words.back()) & 0xC0U) == 0x80U) words.pop_back();
        words.pop_back();
    }
    return words + "\u2026";
}

std::vector<std::string> wrapped(std::string_view words, float size, float width) {
    std::vector<std::string> lines;
    std::string line;
    while (!words.empty()) {
        const std::size_t space = std::min(words.find(' '), words.size());
        const std::string_view word = words.substr(0, space);
        words.remove_prefix(std::min(space + 1, words.size()));
        const std::string longer = line.empty() ? std::string(word) : line + " " + std::string(word);
        if (!line.empty() && rough_width(longer, size) > width) {
            lines.push_back(std::exchange(line, std::string(word)));
        } else {
            line = longer;
        }
    }
    if (!line.empty()) lines.push_back(line);
    return lines;
}

}  // namespace algemeente::present

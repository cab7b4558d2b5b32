#include "output/svg.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>

namespace algemeente {

namespace {

/// A tenth of a pixel is finer than the eye, and keeps the page small.
void append_point(std::string& markup, Point point) {
    const auto append = [&markup](double number) {
        std::string digits = fmt::format("{:.1f}", number);
        if (digits.ends_with(".0")) digits.resize(digits.size() - 2);
        markup += digits == "-0" ? "0" : digits;
    };
    append(point.x);
    markup += ' ';
    append(point.y);
}

}  // namespace

std::string escape_markup(std::string_view text) {
    std::string escaped;
    for (const char letter : text) {
        switch (letter) {
            case '&': escaped += "&amp;"; break;
            case '<': escaped += "&lt;"; break;
            case '>': escaped += "&gt;"; break;
            case '"': escaped += "&quot;"; break;
            case '\'': escaped += "&#39;"; break;
            default: escaped += letter;
        }
    }
    return escaped;
}

Svg::Svg(double width, double height, std::string_view title) {
    const std::string name = escape_markup(title);
    markup_ = fmt::format(
        "<svg viewBox=\"0 0 {:.0f} {:.0f}\" width=\"{:.0f}\" height=\"{:.0f}\" role=\"img\" aria-label=\"{}\">"
        "<title>{}</title>\n",
        width, height, width, height, name, name);
}

void Svg::line(Point from, Point to, std::string_view attributes) {
    const Point points[] = {from, to};
    path(points, attributes);
}

void Svg::rectangle(Point corner, double width, double height, std::string_view attributes) {
    fmt::format_to(std::back_inserter(markup_),
                   "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" {}/>\n", corner.x, corner.y,
                   width, height, attributes);
}

void Svg::rectangle_with_tip(Point corner, double width, double height, std::string_view attributes,
                             std::string_view tip) {
    fmt::format_to(std::back_inserter(markup_),
                   "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" {}><title>{}</title></rect>\n",
                   corner.x, corner.y, width, height, attributes, escape_markup(tip));
}

void Svg::circle(Point middle, double radius, std::string_view attributes) {
    fmt::format_to(std::back_inserter(markup_), "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\" {}/>\n", middle.x,
                   middle.y, radius, attributes);
}

void Svg::diamond(Point middle, double radius, std::string_view attributes) {
    const double reach = radius * 1.25;  // the same area to the eye as a circle
    const Point points[] = {{middle.x, middle.y - reach},
                            {middle.x + reach, middle.y},
                            {middle.x, middle.y + reach},
                            {middle.x - reach, middle.y},
                            {middle.x, middle.y - reach}};
    path(points, attributes);
}

void Svg::path(std::span<const Point> points, std::string_view attributes) {
    if (points.empty()) return;
    markup_ += "<path d=\"M";
    for (const Point& point : points) {
        if (&point != points.data()) markup_ += 'L';
        append_point(markup_, point);
    }
    fmt::format_to(std::back_inserter(markup_), "\" {}/>\n", attributes);
}

void Svg::area(std::span<const Point> upper, std::span<const Point> lower, std::string_view attributes) {
    if (upper.empty()) return;
    markup_ += "<path d=\"M";
    for (const Point& point : upper) {
        if (&point != upper.data()) markup_ += 'L';
        append_point(markup_, point);
    }
    for (auto point = lower.rbegin(); point != lower.rend(); ++point) {
        markup_ += 'L';
        append_point(markup_, *point);
    }
    fmt::format_to(std::back_inserter(markup_), "Z\" {}/>\n", attributes);
}

void Svg::heading(std::string_view letter, std::string_view words) {
    if (letter.empty()) {
        text({0, 15}, words, "class=\"title\"");
        return;
    }
    const double width = letter.size() > 1 ? 26 : 18;
    rectangle({0, 2}, width, 17, "class=\"chip-box\" rx=\"3\"");
    text({width / 2, 15}, letter, "class=\"chip-letter\" text-anchor=\"middle\"");
    text({width + 7, 15}, words, "class=\"title\"");
}

void Svg::text(Point at, std::string_view words, std::string_view attributes) {
    fmt::format_to(std::back_inserter(markup_), "<text x=\"{:.1f}\" y=\"{:.1f}\" {}>{}</text>\n", at.x, at.y,
                   attributes, escape_markup(words));
}

std::string Svg::finish() {
    markup_ += "</svg>\n";
    return std::exchange(markup_, {});
}

}  // namespace algemeente

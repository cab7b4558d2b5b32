#include "output/svg.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>

namespace algemeente {

namespace {

/// A tenth of a pixel is finer than the eye, and keeps the page small.
std::string short_number(double number) {
    std::string digits = fmt::format("{:.1f}", number);
    if (digits.ends_with(".0")) digits.resize(digits.size() - 2);
    return digits == "-0" ? std::string("0") : digits;
}

void append_point(std::string& markup, Point point) {
    markup += short_number(point.x);
    markup += ' ';
    markup += short_number(point.y);
}

std::string rectangle_markup(Point corner, double width, double height, std::string_view attributes) {
    return fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {}", short_number(corner.x),
                       short_number(corner.y), short_number(width), short_number(height), attributes);
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
    markup_ += rectangle_markup(corner, width, height, attributes) + "/>\n";
}

void Svg::rectangle_with_tip(Point corner, double width, double height, std::string_view attributes,
                             std::string_view tip) {
    fmt::format_to(std::back_inserter(markup_), "{}><title>{}</title></rect>\n",
                   rectangle_markup(corner, width, height, attributes), escape_markup(tip));
}

void Svg::circle(Point middle, double radius, std::string_view attributes) {
    fmt::format_to(std::back_inserter(markup_), "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {}/>\n", short_number(middle.x),
                   short_number(middle.y), short_number(radius), attributes);
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
    fmt::format_to(std::back_inserter(markup_), "<text x=\"{}\" y=\"{}\" {}>{}</text>\n", short_number(at.x),
                   short_number(at.y), attributes, escape_markup(words));
}

std::string Svg::finish() {
    markup_ += "</svg>\n";
    return std::exchange(markup_, {});
}

}  // namespace algemeente

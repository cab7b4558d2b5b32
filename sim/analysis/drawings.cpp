#include "analysis/drawings.h"

#include "output/axis.h"
#include "output/palette.h"
#include "output/svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace algemeente::analysis {

namespace {

constexpr double name_room = 230;
constexpr double right_room = 30;
constexpr double page_width = 860;
constexpr double plot_height = 380;

// Okabe and Ito: told apart by every eye, and none of them means social or physical here
constexpr std::array<std::string_view, 6> hues = {"#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#1F2328"};

struct Bounds {
    double low = 0;
    double high = 0;

    void include(double value) {
        if (!std::isfinite(value)) return;
        low = std::min(low, value);
        high = std::max(high, value);
    }
};

void include(Bounds& bounds, const Estimate& estimate) {
    for (const double value : {estimate.value, estimate.low, estimate.high}) bounds.include(value);
}

/// Ticks, gridlines and numbers along the bottom.
Scale bottom_axis(Svg& svg, Bounds bounds, double left, double right, double top, double bottom) {
    const std::vector<double> ticks = round_ticks(bounds.low, bounds.high, 5);
    const Scale x{ticks.front(), ticks.back(), left, right};
    for (const double tick : ticks) {
        svg.line({x(tick), top}, {x(tick), bottom}, tick == 0 ? "class=\"axis\"" : "class=\"grid\"");
        svg.text({x(tick), bottom + 16}, tick_label(tick, ticks[1] - ticks[0], false, present::Language::en),
                 "text-anchor=\"middle\"");
    }
    return x;
}

Scale left_axis(Svg& svg, Bounds bounds, double left, double right, double top, double bottom) {
    const std::vector<double> ticks = round_ticks(bounds.low, bounds.high, 5);
    const Scale y{ticks.front(), ticks.back(), bottom, top};
    for (const double tick : ticks) {
        svg.line({left, y(tick)}, {right, y(tick)}, tick == 0 ? "class=\"axis\"" : "class=\"grid\"");
        svg.text({left - 6, y(tick) + 4}, tick_label(tick, ticks[1] - ticks[0], false, present::Language::en),
                 "text-anchor=\"end\"");
    }
    return y;
}

std::string shortened(const std::string& label, std::size_t longest) {
    return label.size() <= longest ? label : label.substr(0, longest - 2) + "..";
}

void draw_bar(Svg& svg, const Scale& x, double top, double height, const Estimate& estimate, std::string_view colour,
              std::string_view tip) {
    if (!std::isfinite(estimate.value)) return;
    const double zero = x(0);
    const double end = x(estimate.value);
    svg.rectangle_with_tip({std::min(zero, end), top}, std::abs(end - zero), height, fmt::format("fill=\"{}\"", colour),
                           tip);
    if (!std::isfinite(estimate.low)) return;
    const double middle = top + height / 2;
    svg.line({x(estimate.low), middle}, {x(estimate.high), middle}, "stroke=\"#1F2328\" stroke-width=\"1.2\"");
    for (const double limit : {estimate.low, estimate.high})
        svg.line({x(limit), middle - 3}, {x(limit), middle + 3}, "stroke=\"#1F2328\" stroke-width=\"1.2\"");
}

/// What the x axis of a scatter stands for, and the slopes sigma / mu* that part linear from bent effects.
void draw_slopes(Svg& svg, const Scale& x, const Scale& y) {
    for (const double slope : {0.1, 0.5, 1.0}) {
        const double end = std::min(x.to, y.to / slope);
        svg.line({x(0), y(0)}, {x(end), y(end * slope)}, "class=\"calendar\"");
        svg.text({x(end) - 2, y(end * slope) - 4}, fmt::format("{:g}", slope), "class=\"small\" text-anchor=\"end\"");
    }
}

/// "0.31 (0.1 to 0.53)", or the number alone where there is no interval.
std::string in_words(const Estimate& estimate) {
    if (!std::isfinite(estimate.low)) return fmt::format("{:.4g}", estimate.value);
    return fmt::format("{:.4g} ({:.4g} to {:.4g})", estimate.value, estimate.low, estimate.high);
}

}  // namespace

std::string interval_bars_svg(std::string_view title, const std::vector<std::string>& series,
                              const std::vector<BarRow>& rows) {
    const double bar = series.size() > 1 ? 9 : 13;
    const double row_height = bar * static_cast<double>(series.size()) + 8;
    const double top = 48;
    const double bottom = top + row_height * static_cast<double>(rows.size());
    Svg svg(page_width, bottom + 26, title);
    svg.heading("", title);
    double key = name_room;
    for (std::size_t i = 0; i < series.size(); ++i) {
        svg.rectangle({key, 27}, 11, 11, fmt::format("fill=\"{}\"", hues[i % hues.size()]));
        svg.text({key + 16, 37}, series[i], "class=\"name\"");
        key += 40 + 7 * static_cast<double>(series[i].size());
    }
    Bounds bounds;
    for (const BarRow& row : rows)
        for (const Estimate& estimate : row.estimates) include(bounds, estimate);
    const Scale x = bottom_axis(svg, bounds, name_room, page_width - right_room, top, bottom);
    double y = top + 4;
    for (const BarRow& row : rows) {
        svg.text({name_room - 10, y + row_height / 2}, shortened(row.label, 36), "class=\"name\" text-anchor=\"end\"");
        for (std::size_t i = 0; i < row.estimates.size(); ++i) {
            const Estimate& estimate = row.estimates[i];
            draw_bar(svg, x, y + bar * static_cast<double>(i), bar - 1, estimate, hues[i % hues.size()],
                     fmt::format("{}, {}: {}", row.label, series[i], in_words(estimate)));
        }
        y += row_height;
    }
    return svg.finish();
}

std::string scatter_svg(const Scatter& scatter) {
    const double left = 56;
    const double right = page_width - 16;
    const double top = 34;
    const double bottom = plot_height - 46;
    Svg svg(page_width, plot_height, scatter.title);
    svg.heading("", scatter.title);
    Bounds across;
    Bounds upwards;
    if (scatter.share_axes) across.high = upwards.high = 1;
    for (const Spot& spot : scatter.spots) {
        across.include(spot.x);
        upwards.include(spot.y);
    }
    const Scale x = bottom_axis(svg, across, left, right, top, bottom);
    const Scale y = left_axis(svg, upwards, left, right, top, bottom);
    svg.text({(left + right) / 2, plot_height - 10}, scatter.x_title, "class=\"name\" text-anchor=\"middle\"");
    svg.text({right, 15}, scatter.y_title, "class=\"name\" text-anchor=\"end\"");
    if (scatter.slopes) draw_slopes(svg, x, y);
    std::vector<Point> labels;
    for (const Spot& spot : scatter.spots) {
        if (!std::isfinite(spot.x) || !std::isfinite(spot.y)) continue;
        const Point at{x(spot.x), y(spot.y)};
        svg.circle(at, spot.strong ? 5 : 3.5,
                   fmt::format("fill=\"{}\" fill-opacity=\"0.85\"", hues[spot.strong ? 0 : 4]));
        const bool room = std::none_of(labels.begin(), labels.end(), [&at](const Point& other) {
            return std::abs(other.x - at.x) < 110 && std::abs(other.y - at.y) < 11;
        });
        if (!room || spot.label.empty()) continue;
        labels.push_back(at);
        const bool to_left = at.x > (left + right) / 2;
        svg.text({to_left ? at.x - 7 : at.x + 7, at.y + 4}, shortened(spot.label, 30),
                 to_left ? "class=\"small\" text-anchor=\"end\"" : "class=\"small\"");
    }
    return svg.finish();
}

std::string growing_lines_svg(std::string_view title, const std::vector<std::size_t>& sizes,
                              const std::vector<GrowingLine>& lines) {
    const double left = 56;
    const double right = page_width - 230;
    const double top = 34;
    const double bottom = plot_height - 30;
    Svg svg(page_width, plot_height, title);
    svg.heading("", title);
    Bounds bounds;
    for (const GrowingLine& line : lines)
        for (const Estimate& estimate : line.estimates) include(bounds, estimate);
    const Scale y = left_axis(svg, bounds, left, right, top, bottom);
    const Scale x{0, static_cast<double>(std::max<std::size_t>(sizes.size(), 2) - 1), left + 14, right - 14};
    for (std::size_t i = 0; i < sizes.size(); ++i)
        svg.text({x(static_cast<double>(i)), bottom + 16}, fmt::format("{}", sizes[i]), "text-anchor=\"middle\"");
    double label = top + 6;
    for (std::size_t number = 0; number < lines.size(); ++number) {
        const std::string_view hue = hues[number % hues.size()];
        std::vector<Point> middle;
        std::vector<Point> upper;
        std::vector<Point> lower;
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            const Estimate& estimate = lines[number].estimates[i];
            const double place = x(static_cast<double>(i));
            middle.push_back({place, y(estimate.value)});
            upper.push_back({place, y(estimate.high)});
            lower.push_back({place, y(estimate.low)});
        }
        svg.area(upper, lower, fmt::format("fill=\"{}\" fill-opacity=\"0.12\"", hue));
        svg.path(middle, fmt::format("class=\"median\" stroke=\"{}\" stroke-dasharray=\"{}\"", hue,
                                     scenario_dash(number / hues.size())));
        svg.line({right + 14, label - 4}, {right + 34, label - 4}, fmt::format("class=\"median\" stroke=\"{}\"", hue));
        svg.text({right + 40, label}, shortened(lines[number].label, 28), "class=\"name\"");
        label += 16;
    }
    return svg.finish();
}

}  // namespace algemeente::analysis

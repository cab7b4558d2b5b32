#include "output/axis.h"
#include "output/charts.h"
#include "output/palette.h"
#include "output/svg.h"
#include "present/words/catalogue.h"
#include "present/words/months.h"
#include "present/words/numbers.h"
#include "text/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace algemeente {

using namespace present;

namespace {

constexpr int lane_limit = 3;  ///< rows of labels of marks
constexpr double lane_height = 13;
constexpr double letter_width = 6.6;  ///< of a small label, roughly
constexpr double title_height = 24;
constexpr double year_room = 22;  ///< below the plot
constexpr double tick_room = 44;  ///< left of the plot
constexpr double end_label_height = 15;
constexpr int repeated_label_months = 20;  ///< the same word is not repeated within so many months

/// The rectangle of the data, with its scales.
struct Plot {
    double left, right, top, bottom;
    Scale x, y;
    double step;
    std::vector<double> ticks;
};

int months_of(const TimeChart& chart) {
    std::size_t months = 0;
    for (const TimeLine& line : chart.lines) months = std::max(months, line.fan.size());
    return static_cast<int>(months);
}

Plot plot_of(const TimeChart& chart) {
    Plot plot{};
    plot.left = tick_room;
    plot.right = chart.width - chart.label_room;
    plot.top = title_height + (chart.mark_labels ? lane_limit * lane_height : 0) + 4;
    plot.bottom = chart.height - year_room;
    const int count = plot.bottom - plot.top > 180 ? 5 : 3;
    plot.ticks = round_ticks(chart.limits.low, chart.limits.high, count);
    plot.step = plot.ticks[1] - plot.ticks[0];
    plot.x = {0, static_cast<double>(std::max(1, months_of(chart) - 1)), plot.left, plot.right};
    plot.y = {plot.ticks.front(), plot.ticks.back(), plot.bottom, plot.top};
    return plot;
}

void draw_value_axis(Svg& svg, const TimeChart& chart, const Plot& plot, Language language) {
    for (const double tick : plot.ticks) {
        const double y = plot.y(tick);
        const bool zero_line = chart.signed_values && std::abs(tick) < plot.step / 2;
        svg.line({plot.left, y}, {plot.right, y}, zero_line ? "class=\"zero\"" : "class=\"grid\"");
        const std::string_view plus = chart.signed_values && tick > plot.step / 2 ? "+" : "";
        svg.text({plot.left - 6, y + 3.5},
                 fmt::format("{}{}", plus, tick_label(tick, plot.step, chart.percent, language)),
                 "class=\"tick\" text-anchor=\"end\"");
    }
}

void draw_year_axis(Svg& svg, const TimeChart& chart, const Plot& plot) {
    const int months = months_of(chart);
    const double year_width = plot.x(months_per_year) - plot.x(0);
    int years_per_label = 1;
    for (const int years : {1, 2, 3, 5, 10, 20}) {
        years_per_label = years;
        if (year_width * years >= 36) break;
    }
    svg.line({plot.left, plot.bottom}, {plot.right, plot.bottom}, "class=\"axis\"");
    for (int month = 0; month < months; month += months_per_year) {
        const bool labelled = (month / months_per_year) % years_per_label == 0;
        const double x = plot.x(month);
        svg.line({x, plot.bottom}, {x, plot.bottom + (labelled ? 5 : 3)}, "class=\"axis\"");
        // a label at the very end would run into nothing
        if (!labelled || x > plot.right - 8) continue;
        svg.text({x, plot.bottom + 17}, fmt::format("{}", year_of(month)), "class=\"tick\" text-anchor=\"middle\"");
    }
}

void draw_mark_lines(Svg& svg, const TimeChart& chart, const Plot& plot, Language language) {
    for (const Mark& mark : chart.marks) {
        const double x = plot.x(mark.month);
        if (x > plot.right) continue;
        const std::string tip = fmt::format("{}, {}", mark.label, month_words(mark.month, language));
        if (mark.months > 0) {
            const double end = std::min(plot.right, plot.x(mark.month + mark.months));
            svg.rectangle_with_tip({x, plot.top}, std::max(1.0, end - x), plot.bottom - plot.top, "class=\"shock\"",
                                   tip);
        } else {
            svg.line({x, plot.top}, {x, plot.bottom},
                     mark.kind == MarkKind::change ? "class=\"change\"" : "class=\"calendar\"");
        }
    }
}

/// Whether the same word stands near enough to be read for this mark too.
bool said_before(const std::vector<Mark>& marks, std::size_t position) {
    for (std::size_t before = 0; before < position; ++before) {
        if (marks[before].label == marks[position].label &&
            marks[position].month - marks[before].month <= repeated_label_months) {
            return true;
        }
    }
    return false;
}

/// Each label takes the lowest lane in which it does not touch another; without such a lane the line stays unnamed.
void draw_mark_labels(Svg& svg, const TimeChart& chart, const Plot& plot) {
    std::array<double, lane_limit> free_from{};
    for (std::size_t position = 0; position < chart.marks.size(); ++position) {
        const Mark& mark = chart.marks[position];
        const double x = plot.x(mark.month);
        if (x > plot.right || said_before(chart.marks, position)) continue;
        const double width = static_cast<double>(mark.label.size()) * letter_width + 8;
        const double start = std::min(x, chart.width - width);
        for (std::size_t lane = 0; lane < free_from.size(); ++lane) {
            if (free_from[lane] > start) continue;
            const double baseline = plot.top - 5 - static_cast<double>(lane) * lane_height;
            svg.line({x, baseline - 8}, {x, plot.top},
                     mark.kind == MarkKind::change ? "class=\"change\"" : "class=\"calendar\"");
            svg.text({start + 3, baseline}, mark.label,
                     mark.kind == MarkKind::calendar ? "class=\"mark\"" : "class=\"mark strong\"");
            free_from[lane] = start + width;
            break;
        }
    }
}

/// Calls `draw(first, last)` for every run of months that have values.
template <class Draw>
void for_each_known_run(const Fan& fan, Draw draw) {
    std::size_t first = 0;
    while (first < fan.size()) {
        if (fan[first].count == 0) {
            ++first;
            continue;
        }
        std::size_t last = first;
        while (last < fan.size() && fan[last].count > 0) ++last;
        draw(first, last);
        first = last;
    }
}

/// One of the lines of a fan, from month `first` up to `last`, every `stride` months and at the end.
std::vector<Point> points_of(const TimeChart& chart, const Plot& plot, const Fan& fan, std::size_t first,
                             std::size_t last, double Band::*line) {
    std::vector<Point> points;
    const auto stride = static_cast<std::size_t>(std::max(1, chart.stride));
    for (std::size_t month = first; month < last; ++month) {
        if ((month - first) % stride != 0 && month + 1 != last) continue;
        points.push_back({plot.x(static_cast<double>(month)), plot.y(fan[month].*line)});
    }
    return points;
}

void draw_bands(Svg& svg, const TimeChart& chart, const Plot& plot, const TimeLine& line) {
    for_each_known_run(line.fan, [&](std::size_t first, std::size_t last) {
        const auto points = [&](double Band::*which) { return points_of(chart, plot, line.fan, first, last, which); };
        const std::string fill = fmt::format("fill=\"{}\" fill-opacity=\".17\"", line.colour);
        const Spread spread = spread_of(line.fan[first].count);
        if (spread == Spread::wide) svg.area(points(&Band::p95), points(&Band::p05), fill);
        if (spread != Spread::none) svg.area(points(&Band::p75), points(&Band::p25), fill);
    });
}

void draw_median(Svg& svg, const TimeChart& chart, const Plot& plot, const TimeLine& line) {
    for_each_known_run(line.fan, [&](std::size_t first, std::size_t last) {
        svg.path(points_of(chart, plot, line.fan, first, last, &Band::p50),
                 fmt::format("class=\"median\" stroke=\"{}\" stroke-dasharray=\"{}\"", line.colour, line.dash));
    });
}

/// Warm-up is greyed over the data, so that nobody reads results into it.
void draw_warm_up(Svg& svg, const TimeChart& chart, const Plot& plot, Language language) {
    const double end = std::min(plot.right, plot.x(std::min(warm_up_months, months_of(chart))));
    svg.rectangle({plot.left, plot.top}, end - plot.left, plot.bottom - plot.top, "class=\"warm-up\"");
    if (end - plot.left > 48) svg.text({plot.left + 5, plot.top + 13}, text(Word::warmup, language), "class=\"mark\"");
}

struct EndLabel {
    double y = 0;
    std::string words;
    const TimeLine* line = nullptr;
};

/// Labels beside the last values, pushed apart where they would cover each other.
void draw_end_labels(Svg& svg, const TimeChart& chart, const Plot& plot, Language language) {
    std::vector<EndLabel> labels;
    for (const TimeLine& line : chart.lines) {
        if (line.fan.empty() || line.fan.back().count == 0) continue;
        const double last = line.fan.back().p50;
        const std::string value = number_words(last, language, {.percent = chart.percent, .sign = chart.signed_values});
        labels.push_back({plot.y(last), line.label.empty() ? value : line.label + " " + value, &line});
        svg.circle({plot.right, plot.y(last)}, 3, fmt::format("fill=\"{}\"", line.colour));
    }
    std::sort(labels.begin(), labels.end(), [](const EndLabel& one, const EndLabel& other) { return one.y > other.y; });
    double lowest = plot.bottom + end_label_height;
    for (EndLabel& label : labels) {
        label.y = std::min(label.y, lowest - end_label_height);
        lowest = label.y;
        svg.text({plot.right + 8, label.y + 4}, label.words, fmt::format("class=\"end\" fill=\"{}\"", label.line->ink));
    }
}

}  // namespace

std::string time_chart_svg(const TimeChart& chart, Language language) {
    const Plot plot = plot_of(chart);
    Svg svg(chart.width, chart.height, fmt::format("{} {}", chart.letter, chart.title));
    svg.heading(chart.letter, chart.title);
    draw_mark_lines(svg, chart, plot, language);
    draw_value_axis(svg, chart, plot, language);
    for (const TimeLine& line : chart.lines) {
        if (line.bands) draw_bands(svg, chart, plot, line);
    }
    for (const TimeLine& line : chart.lines) draw_median(svg, chart, plot, line);
    draw_warm_up(svg, chart, plot, language);
    draw_year_axis(svg, chart, plot);
    if (chart.mark_labels) draw_mark_labels(svg, chart, plot);
    draw_end_labels(svg, chart, plot, language);
    return svg.finish();
}

}  // namespace algemeente

#include "present/charts/axis.h"

#include "present/words/months.h"
#include "text/calendar.h"

#include <algorithm>
#include <cmath>

namespace algemeente::present {

namespace {

constexpr float axis_letter = 0.92F;  ///< of the style's letter

/// Words at a tick, beside or below it.
Text axis_text(Point at, std::string words, Align align, const ChartStyle& style) {
    return {
        .at = at, .words = std::move(words), .size = style.letter * axis_letter, .ink = Ink::soft_text, .align = align};
}

/// A line of the grid, stronger at zero.
Polyline grid_line(Point from, Point to, bool zero, const ChartStyle& style) {
    return {.points = {from, to}, .ink = zero ? Ink::neutral : Ink::grid, .width = zero ? style.line * 0.6F : 1};
}

int most_ticks(const ValueAxis& axis, float room) {
    return std::clamp(static_cast<int>(room), 2, axis.most);
}

}  // namespace

double nice_step(double span, int most) {
    if (!(span > 0)) return 1;
    const double rough = span / most;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= rough * (1 - 1e-9)) return factor * power;
    return 10 * power;
}

Range nice_range(Range range, int most) {
    if (!(range.high > range.low)) range.high = range.low + 1;
    // rounded outwards the range may need the next step
    double step = 0;
    while (step < nice_step(range.span(), most)) {
        step = nice_step(range.span(), most);
        range = {std::floor(range.low / step + 1e-9) * step, std::ceil(range.high / step - 1e-9) * step};
    }
    return range;
}

std::vector<double> ticks(Range range, int most) {
    const double step = nice_step(range.span(), most);
    std::vector<double> values;
    for (double k = std::ceil(range.low / step - 1e-9); k * step <= range.high + step * 1e-9; ++k)
        values.push_back(k == 0 ? 0 : k * step);
    return values;
}

std::string tick_words(double value, double step, Language language, NumberForm form) {
    const double scale = form.percent ? 100 : 1;
    form.decimals = std::max(0, static_cast<int>(-std::floor(std::log10(step * scale) + 1e-9)));
    return number_words(std::abs(value) < step / 2 ? 0 : value, language, form);
}

std::vector<TimeTick> time_ticks(Range shown, float width, float letter_size, Language language) {
    constexpr float least_letters = 3;  // from one year to the next
    const int years = static_cast<int>(shown.span() + 1) / months_per_year + 1;
    const float room = width / static_cast<float>(std::max(1, years));
    int step = 10 * months_per_year;
    for (const int candidate : {5, 3, 2, 1})
        if (room * static_cast<float>(candidate) > letter_size * least_letters) step = candidate * months_per_year;
    // parts of a year only when few years are left
    const float month_room = width / static_cast<float>(shown.span());
    if (shown.span() < 48)
        for (const int candidate : {6, 3, 1})
            if (month_room * static_cast<float>(candidate) > letter_size * least_letters) step = candidate;
    std::vector<TimeTick> found;
    const int first = std::max(0, static_cast<int>(std::ceil(shown.low)));
    for (int month = (first + step - 1) / step * step; month <= shown.high; month += step) {
        const int in_year = month % months_per_year;
        found.push_back(
            {month, in_year == 0 ? std::to_string(year_of(month)) : std::string(short_month(in_year, language))});
    }
    return found;
}

double PlotArea::time_at(float x_pixel) const {
    const double share = static_cast<double>(x_pixel - area.x) / std::max(1.F, area.width);
    return shown().low + share * shown().span();
}

int PlotArea::month_at(float x_pixel) const {
    return std::clamp(static_cast<int>(std::lround(time_at(x_pixel))), 0, std::max(0, months - 1));
}

double PlotArea::value_at(float y_pixel) const {
    return y.low + (area.bottom() - y_pixel) / std::max(1.F, area.height) * y.span();
}

int most_ticks_upwards(const ValueAxis& axis, float height, const ChartStyle& style) {
    return most_ticks(axis, height / (style.letter * 2.6F));
}

float left_axis_room(Range y, const ValueAxis& axis, const ChartStyle& style) {
    if (!axis.labels) return style.letter * 0.6F;
    float room = style.letter * 2.2F;
    const double step = nice_step(y.span(), axis.most);
    for (const double value : ticks(y, axis.most))
        room =
            std::max(room, rough_width(tick_words(value, step, style.language, axis.form), style.letter * axis_letter) +
                               style.letter * 0.8F);
    return room;
}

void draw_left_axis(Scene& scene, const PlotArea& plot, const ValueAxis& axis, const ChartStyle& style) {
    int most = most_ticks_upwards(axis, plot.area.height, style);
    // one number tells no size: a low plot, or one that was moved, has two at least
    constexpr int finest = 20;
    while (ticks(plot.y, most).size() < 2 && most < finest) ++most;
    const double step = nice_step(plot.y.span(), most);
    for (const double value : ticks(plot.y, most)) {
        const float y = plot.y_of(value);
        scene.add(grid_line({plot.area.x, y}, {plot.area.right(), y}, axis.zero_line && value == 0, style));
        if (axis.labels)
            scene.add(axis_text({plot.area.x - style.letter * 0.5F, y - style.letter * 0.55F},
                                tick_words(value, step, style.language, axis.form), Align::right, style));
    }
}

void draw_bottom_axis(Scene& scene, const PlotArea& plot, const ValueAxis& axis, const ChartStyle& style) {
    const int most = most_ticks(axis, plot.area.width / (style.letter * 4));
    const double step = nice_step(plot.shown().span(), most);
    for (const double value : ticks(plot.shown(), most)) {
        const float x = plot.x_of(value);
        scene.add(grid_line({x, plot.area.y}, {x, plot.area.bottom()}, axis.zero_line && value == 0, style));
        if (axis.labels)
            scene.add(axis_text({x, plot.area.bottom() + style.letter * 0.4F},
                                tick_words(value, step, style.language, axis.form), Align::centre, style));
    }
}

void draw_time_axis(Scene& scene, const PlotArea& plot, const std::vector<TimeTick>& at, bool labels,
                    const ChartStyle& style) {
    scene.add(Polyline{.points = {{plot.area.x, plot.area.bottom()}, {plot.area.right(), plot.area.bottom()}},
                       .ink = Ink::border});
    for (const TimeTick& tick : at) {
        const float x = plot.x_of(tick.month);
        scene.add(Polyline{.points = {{x, plot.area.bottom()}, {x, plot.area.bottom() + style.letter * 0.3F}},
                           .ink = Ink::border});
        if (!labels) continue;
        // all alike below their strokes: from one year to the next is the same distance everywhere
        scene.add(axis_text({x, plot.area.bottom() + style.letter * 0.4F}, tick.words, Align::centre, style));
    }
}

}  // namespace algemeente::present

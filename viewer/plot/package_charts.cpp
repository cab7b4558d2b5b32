#include "viewer/plot/package_charts.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {

namespace {

bool is_package(const PackageShown& one) {
    return one.kind == KeptPackage::Kind::package;
}

/// Those beside the front have a shape each, so that they are told apart without colours.
Shape shape_of_other(const Packages& packages, std::size_t position) {
    std::size_t others = 0;
    for (std::size_t i = 0; i < position; ++i)
        if (!is_package(packages.all[i])) ++others;
    return shape_of(others + 1);
}

Ink ink_of(const Packages& packages, const PackageLight& light, std::size_t i) {
    if (light.pointed == i || light.chosen == i) return Ink::text;
    if (!light.in_sight[i]) return Ink::grid;
    return is_package(packages.all[i]) ? series_ink(0) : Ink::assumed;
}

/// From the faintest to what is pointed at, so that what matters lies on top.
std::vector<std::size_t> drawing_order(const Packages& packages, const PackageLight& light) {
    const auto rank = [&](std::size_t i) {
        if (light.pointed == i) return 4;
        if (light.chosen == i) return 3;
        if (!light.in_sight[i]) return 0;
        return is_package(packages.all[i]) ? 1 : 2;
    };
    std::vector<std::size_t> order(packages.all.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    return order;
}

bool is_known(double value) {
    return std::isfinite(value);
}

bool overlap(const Rect& one, const Rect& other) {
    return one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom();
}

/// Words on a ground of their own, to be read over spots and lines.
void add_words(Scene& scene, Rect area, std::string words, Ink ink, Align align, const ChartStyle& style) {
    const float x = align == Align::left    ? area.x + style.letter * 0.15F
                    : align == Align::right ? area.right() - style.letter * 0.15F
                                            : area.x + area.width / 2;
    scene.add(Box{.area = area, .ink = Ink::background, .alpha = .8F, .rounding = style.letter * 0.2F});
    scene.add(Text{.at = {x, area.y}, .words = std::move(words), .size = style.letter, .ink = ink, .align = align});
}

/// Beside the spot or a line higher or lower, where it covers no other label and lies in the plot.
void add_spot_label(Scene& scene, std::vector<Rect>& taken, Point at, const Rect& plot, const std::string& words,
                    const ChartStyle& style) {
    const float high = style.letter * 1.2F;
    const float aside = style.letter * 0.7F;
    const std::string shown = shortened(words, style.letter, plot.width - style.letter);
    constexpr float rather_wide = 0.9F;  // the rough width leaves room
    const float wide = rough_width(shown, style.letter) * rather_wide + style.letter * 0.3F;
    const bool right_half = at.x > plot.x + plot.width / 2;
    for (const float lines : {0.F, -1.F, 1.F, -2.F, 2.F, -3.F, 3.F})
        for (const bool to_left : {right_half, !right_half}) {
            const Rect area{to_left ? at.x - aside - wide : at.x + aside, at.y - high / 2 + lines * high, wide, high};
            const bool inside =
                area.x >= plot.x && area.right() <= plot.right() && area.y >= plot.y && area.bottom() <= plot.bottom();
            const bool free =
                std::none_of(taken.begin(), taken.end(), [&area](const Rect& other) { return overlap(area, other); });
            if (!inside || !free) continue;
            taken.push_back(area);
            add_words(scene, area, shown, Ink::text, to_left ? Align::right : Align::left, style);
            return;
        }
}

/// Names of what is pointed at and chosen, and of those beside the front.
void add_spot_labels(Scene& scene, const SpotsPlace& place, const Packages& packages, const PackageLight& light,
                     const ChartStyle& style) {
    std::vector<Rect> taken;
    const float half = style.letter * 0.45F;
    for (std::size_t i = 0; i < packages.all.size(); ++i) {
        if (is_package(packages.all[i])) continue;
        const Point at = place.at(packages, light, i);
        taken.push_back({at.x - half, at.y - half, half * 2, half * 2});
    }
    const auto add = [&](std::size_t i, const std::string& words) {
        add_spot_label(scene, taken, place.at(packages, light, i), place.plot.area, words, style);
    };
    if (light.pointed) add(*light.pointed, packages.all[*light.pointed].title);
    if (light.chosen && light.chosen != light.pointed)
        add(*light.chosen, letter_of(1) + ": " + packages.all[*light.chosen].title);
    for (std::size_t i = packages.all.size(); i > 0; --i)  // recommendations before the scenario itself
        if (!is_package(packages.all[i - 1]) && light.pointed != i - 1 && light.chosen != i - 1)
            add(i - 1, packages.all[i - 1].title);
}

/// Ticks of an axis that lies in a row, and the numbers below them.
void add_row_axis(Scene& scene, const LinesPlace& place, const PackageAxis& axis, std::size_t position,
                  const ChartStyle& style) {
    constexpr int most = 4;
    const Rect row = place.row(position);
    const float y = row.y + row.height * 0.5F;
    scene.add(Polyline{.points = {{row.x, y}, {row.right(), y}}, .ink = Ink::neutral, .width = 1});
    const std::vector<double> at = ticks(axis.range, most);
    const double step = nice_step(axis.range.span(), most);
    if (row.height < style.letter * 1.5F) return;  // numbers of one row would lie on the line of the next
    float taken = row.x - style.letter;
    std::vector<std::pair<float, std::string>> words;
    for (const double value : at)
        words.emplace_back(place.x_of(axis, value), tick_words(value, step, style.language, axis.form));
    std::sort(words.begin(), words.end());
    for (const auto& [x, one] : words) {
        const float half = rough_width(one, style.letter) / 2;
        const float left = std::clamp(x - half, row.x - style.letter * 0.3F, row.right() + style.letter - half * 2);
        if (left < taken) continue;
        scene.add(Polyline{.points = {{x, y}, {x, y + style.letter * 0.3F}}, .ink = Ink::neutral, .width = 1});
        add_words(scene, {left, y + style.letter * 0.2F, half * 2, style.letter * 1.1F}, one, Ink::soft_text,
                  Align::centre, style);
        taken = left + half * 2 + style.letter * 0.5F;
    }
}

void add_limit(Scene& scene, const LinesPlace& place, const PackageAxis& axis, std::size_t position,
               const std::optional<Range>& limit) {
    if (!limit) return;
    const Rect row = place.row(position);
    const float one = place.x_of(axis, limit->low);
    const float other = place.x_of(axis, limit->high);
    const float left = std::clamp(std::min(one, other), row.x, row.right());
    const float right = std::clamp(std::max(one, other), row.x, row.right());
    const float high = row.height * 0.5F;
    scene.add(
        Box{.area = {left, row.y + high / 2, std::max(1.F, right - left), high}, .ink = Ink::accent, .alpha = .2F});
    for (const float x : {left, right})
        scene.add(
            Polyline{.points = {{x, row.y + high / 2}, {x, row.y + high * 1.5F}}, .ink = Ink::accent, .width = 2});
}

void add_line(Scene& scene, const LinesPlace& place, const Packages& packages, const PackageLight& light, std::size_t i,
              const ChartStyle& style) {
    const bool lit = light.pointed == i || light.chosen == i;
    const bool other = !is_package(packages.all[i]);
    Polyline line{.ink = ink_of(packages, light, i),
                  .width = lit     ? style.line * 1.2F
                           : other ? style.line * 0.8F
                                   : std::max(1.F, style.line * 0.4F),
                  .dash = light.chosen == i && light.pointed != i ? Dash::dashed : Dash::solid,
                  .alpha = lit || other        ? 1
                           : light.in_sight[i] ? .45F
                                               : .6F};
    line.points.reserve(packages.axes.size());
    for (std::size_t axis = 0; axis < packages.axes.size(); ++axis) {
        const double value = packages.all[i].values[axis];
        if (!is_known(value)) continue;
        const Rect row = place.row(axis);
        line.points.push_back({place.x_of(packages.axes[axis], value), row.y + row.height * 0.5F});
    }
    if (lit)
        for (const Point& at : line.points)
            scene.add(Marker{.at = at, .radius = style.letter * 0.28F, .ink = Ink::text});
    if (line.points.size() > 1) scene.add(std::move(line));
}

}  // namespace

std::vector<bool> within_limits(const Packages& packages, const std::vector<std::optional<Range>>& limits) {
    std::vector<bool> within(packages.all.size(), true);
    for (std::size_t i = 0; i < packages.all.size(); ++i)
        for (std::size_t axis = 0; axis < std::min(limits.size(), packages.axes.size()); ++axis) {
            if (!limits[axis]) continue;
            const double value = packages.all[i].values[axis];
            if (!(value >= limits[axis]->low && value <= limits[axis]->high)) within[i] = false;
        }
    return within;
}

Point SpotsPlace::at(const Packages& packages, const PackageLight& light, std::size_t package) const {
    const std::vector<double>& values = packages.all[package].values;
    return {plot.x_of(values[light.across]), plot.y_of(values[light.upwards])};
}

SpotsPlace draw_spots(Scene& scene, Rect area, const Packages& packages, const PackageLight& light,
                      const ChartStyle& style) {
    const PackageAxis& across = packages.axes[light.across];
    const PackageAxis& upwards = packages.axes[light.upwards];
    const float letter = style.letter;
    SpotsPlace place;
    place.plot.x = across.range;
    place.plot.y = upwards.range;
    const ValueAxis left{.form = upwards.form, .most = 5, .zero_line = true};
    const ValueAxis below{.form = across.form, .most = 5, .zero_line = true};
    const float room = left_axis_room(upwards.range, left, style);
    place.plot.area = {area.x + room, area.y + letter * 1.7F, area.width - room - letter * 1.2F,
                       area.height - letter * 4.6F};
    draw_left_axis(scene, place.plot, left, style);
    draw_bottom_axis(scene, place.plot, below, style);
    scene.add(Text{.at = {area.x, area.y},
                   .words = shortened("\u2191 " + upwards.title, letter, area.width),
                   .size = letter,
                   .bold = true});
    scene.add(Text{.at = {area.right() - letter * 0.4F, place.plot.area.bottom() + letter * 1.6F},
                   .words = shortened(across.title + " \u2192", letter, area.width),
                   .size = letter,
                   .align = Align::right,
                   .bold = true});
    for (const std::size_t i : drawing_order(packages, light)) {
        const bool lit = light.pointed == i || light.chosen == i;
        const bool other = !is_package(packages.all[i]);
        const Point at = place.at(packages, light, i);
        if (!std::isfinite(at.x) || !std::isfinite(at.y)) continue;
        scene.add(Marker{.at = at,
                         .radius = letter * (lit     ? 0.5F
                                             : other ? 0.42F
                                                     : 0.26F),
                         .shape = other ? shape_of_other(packages, i) : Shape::disc,
                         .ink = ink_of(packages, light, i),
                         .tip = packages.all[i].title});
    }
    add_spot_labels(scene, place, packages, light, style);
    return place;
}

std::optional<std::size_t> spot_under(const SpotsPlace& place, const Packages& packages, const PackageLight& light,
                                      Point at, float reach) {
    std::optional<std::size_t> nearest;
    float least = reach * reach;
    for (std::size_t i = 0; i < packages.all.size(); ++i) {
        if (!light.in_sight[i]) continue;
        const Point spot = place.at(packages, light, i);
        const float far = (spot.x - at.x) * (spot.x - at.x) + (spot.y - at.y) * (spot.y - at.y);
        if (!(far < least)) continue;
        least = far;
        nearest = i;
    }
    return nearest;
}

float LinesPlace::x_of(const PackageAxis& axis, double value) const {
    const double share = (value - axis.range.low) / axis.range.span();
    return area.x + static_cast<float>(axis.more_is_better ? share : 1 - share) * area.width;
}

double LinesPlace::value_at(const PackageAxis& axis, float x) const {
    const double share = std::clamp<double>((x - area.x) / std::max(1.F, area.width), 0, 1);
    return axis.range.low + (axis.more_is_better ? share : 1 - share) * axis.range.span();
}

LinesPlace draw_lines(Scene& scene, Rect area, const Packages& packages, const PackageLight& light,
                      const ChartStyle& style) {
    const float letter = style.letter;
    float labels = 0;
    for (const PackageAxis& axis : packages.axes) labels = std::max(labels, rough_width(axis.title, letter));
    labels = std::min(labels + letter, area.width * 0.42F);
    const float each = letter * 1.25F;
    const std::vector<std::string> heading = wrapped(text(Word::choose_lines, style.language), letter, area.width);
    for (std::size_t i = 0; i < heading.size(); ++i)
        scene.add(Text{
            .at = {area.x, area.y + each * static_cast<float>(i)}, .words = heading[i], .size = letter, .bold = true});
    const float top = each * static_cast<float>(heading.size()) + letter * 0.25F;
    LinesPlace place;
    place.rows = packages.axes.size();
    place.area = {area.x + labels, area.y + top, area.width - labels - letter * 1.4F, area.height - top};
    for (std::size_t axis = 0; axis < packages.axes.size(); ++axis) {
        const Rect row = place.row(axis);
        const float least = letter * 1.25F;
        std::vector<std::string> lines = wrapped(packages.axes[axis].title, letter, labels - letter * 0.6F);
        const auto most = static_cast<std::size_t>(std::max(1.F, row.height / least));
        if (lines.size() > most) lines = {shortened(packages.axes[axis].title, letter, labels - letter * 0.6F)};
        float y = row.y + row.height * 0.5F - least * static_cast<float>(lines.size()) * 0.5F;
        for (const std::string& line : lines) {
            scene.add(Text{.at = {area.x, y}, .words = line, .size = letter});
            y += least;
        }
        add_limit(scene, place, packages.axes[axis], axis,
                  axis < light.limits.size() ? light.limits[axis] : std::nullopt);
    }
    for (const std::size_t i : drawing_order(packages, light)) add_line(scene, place, packages, light, i, style);
    for (std::size_t axis = 0; axis < packages.axes.size(); ++axis)
        add_row_axis(scene, place, packages.axes[axis], axis, style);
    return place;
}

std::optional<std::size_t> line_under(const LinesPlace& place, const Packages& packages, const PackageLight& light,
                                      std::size_t axis, float x, float reach) {
    std::optional<std::size_t> nearest;
    float least = reach;
    for (std::size_t i = 0; i < packages.all.size(); ++i) {
        if (!light.in_sight[i]) continue;
        const float far = std::abs(place.x_of(packages.axes[axis], packages.all[i].values[axis]) - x);
        if (!(far < least)) continue;
        least = far;
        nearest = i;
    }
    return nearest;
}

Range dragged_limit(const std::optional<Range>& before, double was, double is, bool begins, double near) {
    const Range own{std::min(was, is), std::max(was, is)};
    if (!before) return own;
    const double to_low = std::abs(was - before->low);
    const double to_high = std::abs(was - before->high);
    if (begins && std::min(to_low, to_high) > near) return own;
    const double fixed = to_low < to_high ? before->high : before->low;
    return {std::min(fixed, is), std::max(fixed, is)};
}

std::optional<std::size_t> next_package(const Packages& packages, const PackageLight& light, int by) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < packages.all.size(); ++i)
        if (light.in_sight[i]) order.push_back(i);
    if (order.empty()) return std::nullopt;
    const auto value = [&](std::size_t i) { return packages.all[i].values[light.across]; };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return value(a) < value(b); });
    const auto count = static_cast<int>(order.size());
    const auto now = light.pointed ? std::find(order.begin(), order.end(), *light.pointed) : order.end();
    // nothing at hand yet: the keys begin at an end
    const int from = now == order.end() ? (by > 0 ? -1 : count) : static_cast<int>(now - order.begin());
    return order[static_cast<std::size_t>(((from + by) % count + count) % count)];
}

}  // namespace algemeente::viewer

// Marks of what happened, and the words beside the ends of lines.
#include "present/charts/fan_parts.h"
#include "present/words/months.h"

#include <algorithm>
#include <array>

namespace algemeente::present {

namespace {

constexpr std::size_t mark_rows = 3;
constexpr float mark_row = 1.1F;           ///< height, in letters
constexpr float mark_letter = 0.88F;       ///< size
constexpr int repeated_label_months = 20;  ///< the same word is not repeated within so many months

bool is_shown(const FanCanvas& canvas, const Mark& mark) {
    const Range shown = canvas.plot.shown();
    return mark.month <= shown.high && mark.month + mark.months >= shown.low;
}

Polyline mark_line(const FanCanvas& canvas, const Mark& mark, float top, float bottom) {
    const bool change = mark.kind == MarkKind::change;
    const float x = canvas.plot.x_of(mark.month);
    return {.points = {{x, top}, {x, bottom}},
            .ink = change ? Ink::text : Ink::neutral,
            .width = change ? 1.2F : 1,
            .dash = change ? Dash::solid : Dash::dotted};
}

/// Whether the same word is near enough to be read for this mark too.
bool said_before(const std::vector<Mark>& marks, std::size_t position) {
    return std::any_of(marks.begin(), marks.begin() + static_cast<std::ptrdiff_t>(position), [&](const Mark& before) {
        return before.label == marks[position].label && marks[position].month - before.month <= repeated_label_months;
    });
}

/// The last band of the fan that is in sight.
const Band* last_band(const FanChart& chart, const Fan& fan) {
    if (fan.empty()) return nullptr;
    std::size_t at = fan.size() - 1;
    if (chart.time) at = std::min(at, static_cast<std::size_t>(std::max(0.0, chart.time->high)));
    return fan[at].count > 0 ? &fan[at] : nullptr;
}

struct EndLabel {
    float y = 0;
    std::string words{};
    Ink ink = Ink::text;
};

std::vector<EndLabel> end_labels(const FanChart& chart, const PlotArea& plot, const ChartStyle& style) {
    std::vector<EndLabel> labels;
    for (const FanSeries& series : chart.series) {
        const Band* last = series.fan != nullptr ? last_band(chart, *series.fan) : nullptr;
        if (last == nullptr) continue;
        EndLabel label{.y = plot.y_of(std::clamp(last->p50, plot.y.low, plot.y.high)),
                       .words = series.label.empty() && !chart.end_values ? letter_of(series.slot) : series.label,
                       .ink = letters_of(series.ink)};
        if (chart.end_values) {
            NumberForm form = chart.form;
            form.brief = true;  // beside the plot there is little room
            label.words += (label.words.empty() ? "" : " ") + number_words(last->p50, style.language, form);
        }
        labels.push_back(std::move(label));
    }
    return labels;
}

}  // namespace

void add_marks(const FanCanvas& canvas) {
    const Rect& area = canvas.plot.area;
    for (const Mark& mark : canvas.chart.marks) {
        if (!is_shown(canvas, mark)) continue;
        if (mark.months == 0) {
            canvas.scene.add(mark_line(canvas, mark, area.y, area.bottom()));
            continue;
        }
        const float from = std::max(area.x, canvas.plot.x_of(mark.month));
        const float end = std::min(area.right(), canvas.plot.x_of(mark.month + mark.months));
        canvas.scene.add(Box{.area = {from, area.y, std::max(1.F, end - from), area.height},
                             .ink = Ink::text,
                             .alpha = 0.11F,
                             .tip = mark.label + ", " + month_words(mark.month, canvas.style.language)});
    }
}

namespace {

/// Words of a mark and their place above the plot.
struct MarkLabel {
    const Mark* mark = nullptr;
    float x = 0;  ///< where the words begin
    float top = 0;
};

/// One below the other where they would meet; what finds no row is left out.
std::vector<MarkLabel> placed_labels(const FanCanvas& canvas, float size) {
    const std::vector<Mark>& marks = canvas.chart.marks;
    const Rect& area = canvas.plot.area;
    std::array<float, mark_rows> free_from{};
    std::vector<MarkLabel> labels;
    for (std::size_t position = 0; position < marks.size(); ++position) {
        const Mark& mark = marks[position];
        if (!is_shown(canvas, mark) || said_before(marks, position)) continue;
        const float x = std::max(area.x, canvas.plot.x_of(mark.month));
        const float width = rough_width(mark.label, size) + size * 1.2F;
        const float start = std::min(x, canvas.whole.right() - width);
        for (std::size_t row = 0; row < mark_rows; ++row) {
            if (free_from[row] > start) continue;
            const float top = area.y - canvas.style.letter * (0.2F + static_cast<float>(row + 1) * mark_row);
            labels.push_back({&mark, start + size * 0.3F, top});
            free_from[row] = start + width;
            break;
        }
    }
    return labels;
}

}  // namespace

void add_mark_labels(const FanCanvas& canvas) {
    const float size = canvas.style.letter * mark_letter;
    const std::vector<MarkLabel> labels = placed_labels(canvas, size);
    for (const MarkLabel& label : labels)
        canvas.scene.add(mark_line(canvas, *label.mark, label.top + size * 0.3F, canvas.plot.area.y));
    for (const MarkLabel& label : labels) {
        // the lines of labels above would run through the words
        canvas.scene.add(Box{.area = {label.x, label.top, rough_width(label.mark->label, size), size * 1.15F},
                             .ink = Ink::background});
        canvas.scene.add(Text{.at = {label.x, label.top},
                              .words = label.mark->label,
                              .size = size,
                              .ink = label.mark->kind == MarkKind::calendar ? Ink::soft_text : Ink::text});
    }
}

float mark_label_height(const FanChart& chart, const ChartStyle& style) {
    return chart.mark_labels ? style.letter * mark_row * static_cast<float>(mark_rows) : 0;
}

void add_end_labels(const FanCanvas& canvas) {
    const float line = canvas.style.letter * 1.1F;
    const Rect& area = canvas.plot.area;
    std::vector<EndLabel> labels = end_labels(canvas.chart, canvas.plot, canvas.style);
    if (canvas.chart.end_values)
        for (const EndLabel& label : labels)
            canvas.scene.add(
                Marker{.at = {area.right(), label.y}, .radius = canvas.style.line * 1.4F, .ink = label.ink});
    std::stable_sort(labels.begin(), labels.end(), [](const EndLabel& a, const EndLabel& b) { return a.y < b.y; });
    for (std::size_t i = 1; i < labels.size(); ++i) labels[i].y = std::max(labels[i].y, labels[i - 1].y + line);
    // what was pushed below the plot goes up again
    float lowest = area.bottom() + line;
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
        label->y = std::min(label->y, lowest - line);
        lowest = label->y;
    }
    for (const EndLabel& label : labels)
        canvas.scene.add(Text{.at = {area.right() + canvas.style.letter * (canvas.chart.end_values ? 0.6F : 0.4F),
                                     label.y - canvas.style.letter * 0.55F},
                              .words = label.words,
                              .size = canvas.style.letter,
                              .ink = label.ink,
                              .bold = true});
}

float end_label_width(const FanChart& chart, const ChartStyle& style) {
    float width = style.letter * 1.6F;
    const PlotArea somewhere{.area = {0, 0, 1, 1}, .y = chart.y};
    if (chart.end_values)
        for (const EndLabel& label : end_labels(chart, somewhere, style))
            width = std::max(width, rough_width(label.words, style.letter * 1.1F) + style.letter * 1.2F);
    return width;
}

}  // namespace algemeente::present

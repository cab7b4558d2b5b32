#include "viewer/plot/why_charts.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace algemeente::viewer {

namespace {

void add_title(Scene& scene, Rect area, std::string_view title, Ink ink, const ChartStyle& style) {
    scene.add(Text{
        .at = {area.x, area.y}, .words = std::string(title), .size = style.letter * 1.15F, .ink = ink, .bold = true});
}

std::string factor_name(std::size_t factor, Language language) {
    return name_of(factor_word(static_cast<Factor>(factor)), language);
}

}  // namespace

double mean_at(const ScenarioRuns& runs, Domain domain, std::size_t outcome, int month) {
    double sum = 0;
    int count = 0;
    for (const auto& run : runs.runs) {
        const double value = run->value(month, domain, outcome);
        if (std::isnan(value)) continue;
        sum += value;
        ++count;
    }
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

double mean_over_year(const ScenarioRuns& runs, Domain domain, std::size_t outcome, int month) {
    double sum = 0;
    int count = 0;
    for (int m = std::max(0, month - 11); m <= month; ++m) {
        const double value = mean_at(runs, domain, outcome, m);
        if (std::isnan(value)) continue;
        sum += value;
        ++count;
    }
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

std::size_t factor_outcome(Factor factor) {
    return find_domain_outcome(factor_word(factor));
}

std::size_t binding_outcome(Factor factor) {
    return find_domain_outcome("binds_" + std::string(factor_word(factor)));
}

Bottleneck bottleneck_of(const ScenarioRuns& runs, Domain domain) {
    Bottleneck bottleneck;
    const int months = runs.runs.empty() ? 0 : runs.runs.front()->months;
    std::vector<std::array<double, factor_count>> raw(static_cast<std::size_t>(months));
    for (std::size_t k = 0; k < factor_count; ++k) {
        const std::size_t outcome = binding_outcome(static_cast<Factor>(k));
        for (int month = 0; month < months; ++month) {
            const double value = mean_at(runs, domain, outcome, month);
            raw[static_cast<std::size_t>(month)][k] = std::isnan(value) ? 0 : value;
        }
    }
    bottleneck.shares.resize(raw.size());
    for (std::size_t month = 0; month < raw.size(); ++month) {
        const std::size_t first = month >= 11 ? month - 11 : 0;
        for (std::size_t k = 0; k < factor_count; ++k) {
            for (std::size_t m = first; m <= month; ++m) bottleneck.shares[month][k] += raw[m][k];
            bottleneck.shares[month][k] /= static_cast<double>(month - first + 1);
        }
    }
    return bottleneck;
}

void draw_bottleneck(Scene& scene, Rect area, const Bottleneck& bottleneck, std::string_view title, Ink title_ink,
                     int cursor, const ChartStyle& style) {
    add_title(scene, area, title, title_ink, style);
    PlotArea plot;
    plot.months = static_cast<int>(bottleneck.shares.size());
    plot.y = {0, 1};
    plot.area = {area.x + style.letter * 3, area.y + style.letter * 1.9F, area.width - style.letter * 3.6F,
                 area.height - style.letter * 3.6F};
    std::vector<double> below(bottleneck.shares.size(), 0);
    for (std::size_t k = 0; k < factor_count; ++k) {
        Ribbon band{.ink = nth(Ink::factor_0, static_cast<int>(k)), .alpha = 0.9F};
        for (std::size_t month = 0; month < bottleneck.shares.size(); ++month) {
            band.x.push_back(plot.x_of(static_cast<double>(month)));
            band.low.push_back(plot.y_of(below[month]));
            below[month] += bottleneck.shares[month][k];
            band.high.push_back(plot.y_of(below[month]));
        }
        if (band.x.size() > 1) scene.add(std::move(band));
    }
    for (const double value : {0.0, 0.5, 1.0})
        scene.add(Text{.at = {plot.area.x - style.letter * 0.4F, plot.y_of(value) - style.letter * 0.5F},
                       .words = number_words(value, style.language, {.percent = true}),
                       .size = style.letter * 0.9F,
                       .ink = Ink::soft_text,
                       .align = Align::right});
    for (const int month : year_ticks(plot.months, plot.area.width, style.letter))
        scene.add(Text{.at = {plot.x_of(month), plot.area.bottom() + style.letter * 0.4F},
                       .words = std::to_string(2015 + month / 12),
                       .size = style.letter * 0.9F,
                       .ink = Ink::soft_text,
                       .align = month == 0 ? Align::left : Align::centre});
    const float x = plot.x_of(cursor);
    scene.add(Polyline{.points = {{x, plot.area.y}, {x, plot.area.bottom()}}, .ink = Ink::text, .width = 1});
}

namespace {

/// Calls `place` with every factor that can bind, where it stands; returns the height of all lines.
template <typename Place>
float place_factors(Rect area, const ChartStyle& style, const Place& place) {
    const float line = style.letter * 1.45F;
    float x = area.x;
    float y = area.y;
    for (std::size_t k = 0; k < factor_count; ++k) {
        if (static_cast<Factor>(k) == Factor::law) continue;  // a gate of its own: it never binds
        const std::string words = factor_name(k, style.language);
        const float width = rough_width(words, style.letter * 0.95F) + style.letter * 2;
        if (x > area.x && x + width > area.right()) {
            x = area.x;
            y += line;
        }
        place(k, words, Point{x, y});
        x += width;
    }
    return y + line - area.y;
}

}  // namespace

float factor_legend_height(float width, const ChartStyle& style) {
    return place_factors({0, 0, width, 0}, style, [](std::size_t, const std::string&, Point) {});
}

void draw_factor_legend(Scene& scene, Rect area, const ChartStyle& style) {
    place_factors(area, style, [&](std::size_t k, const std::string& words, Point at) {
        scene.add(Box{.area = {at.x, at.y + style.letter * 0.1F, style.letter * 0.9F, style.letter * 0.9F},
                      .ink = nth(Ink::factor_0, static_cast<int>(k)),
                      .rounding = 2});
        scene.add(Text{.at = {at.x + style.letter * 1.25F, at.y}, .words = words, .size = style.letter * 0.95F});
    });
}

ProfileLine profile_of(const ScenarioRuns& runs, Domain domain, std::size_t slot, int month) {
    ProfileLine line{.ink = domain_ink(domain), .slot = slot};
    for (std::size_t k = 0; k < factor_count; ++k)
        line.levels[k] = mean_over_year(runs, domain, factor_outcome(static_cast<Factor>(k)), month);
    return line;
}

Rect profile_label(Rect area, std::size_t factor, const ChartStyle& style) {
    const float row = (area.height - style.letter * 3.4F) / static_cast<float>(factor_count);
    return {area.x, area.y + style.letter * 2 + row * static_cast<float>(factor), style.letter * 12, row};
}

void draw_profile(Scene& scene, Rect area, const std::vector<ProfileLine>& lines, std::string_view title,
                  const ChartStyle& style) {
    add_title(scene, area, title, Ink::text, style);
    const float label = style.letter * 12.5F;
    const float top = area.y + style.letter * 2;
    const float row = (area.height - style.letter * 3.4F) / static_cast<float>(factor_count);
    const Rect plot = {area.x + label, top, area.width - label - style.letter, row * static_cast<float>(factor_count)};
    const auto x_of = [&](double level) { return plot.x + static_cast<float>(level) * plot.width; };
    for (const double level : {0.0, 0.25, 0.5, 0.75, 1.0}) {
        scene.add(Polyline{.points = {{x_of(level), plot.y}, {x_of(level), plot.bottom()}}, .ink = Ink::grid});
        scene.add(Text{.at = {x_of(level), plot.bottom() + style.letter * 0.3F},
                       .words = number_words(level, style.language),
                       .size = style.letter * 0.9F,
                       .ink = Ink::soft_text,
                       .align = Align::centre});
    }
    for (std::size_t k = 0; k < factor_count; ++k) {
        const float y = plot.y + row * (static_cast<float>(k) + 0.5F);
        scene.add(Text{.at = {area.x, y - style.letter * 0.55F},
                       .words = factor_name(k, style.language),
                       .size = style.letter * 0.95F});
        float low = 1;
        float high = 0;
        for (const ProfileLine& line : lines) {
            if (std::isnan(line.levels[k])) continue;
            low = std::min(low, static_cast<float>(line.levels[k]));
            high = std::max(high, static_cast<float>(line.levels[k]));
        }
        if (high > low)
            scene.add(Polyline{.points = {{x_of(low), y}, {x_of(high), y}}, .ink = Ink::border, .width = style.line});
        for (const ProfileLine& line : lines)
            if (!std::isnan(line.levels[k]))
                scene.add(Marker{.at = {x_of(line.levels[k]), y},
                                 .radius = style.letter * 0.36F,
                                 .shape = shape_of(line.slot),
                                 .ink = line.ink});
    }
}

void draw_flows(Scene& scene, Rect area, const ScenarioRuns& runs, int month, std::string_view title,
                const ChartStyle& style) {
    add_title(scene, area, title, Ink::text, style);
    struct Row {
        Word word;
        const char* outcome;
        bool loss;
    };
    static constexpr Row rows[] = {
        {Word::flow_ideas, "ideas_so_far", false}, {Word::flow_dropped, "dropped", true},
        {Word::flow_started, "started", false},    {Word::flow_law, "rejected_by_law", true},
        {Word::flow_abandoned, "abandoned", true}, {Word::flow_used, "ever_in_use", false},
        {Word::flow_ended, "discontinued", true},  {Word::flow_in_use, "in_use", false},
    };
    double most = 1;
    for (const Domain domain : {Domain::social, Domain::physical})
        most = std::max(most, mean_at(runs, domain, find_domain_outcome("ideas_so_far"), month));
    const float label = style.letter * 9.5F;
    const float row = (area.height - style.letter * 2) / static_cast<float>(std::size(rows));
    const float width = area.width - label - style.letter * 6;
    for (std::size_t i = 0; i < std::size(rows); ++i) {
        const float y = area.y + style.letter * 2 + row * static_cast<float>(i);
        scene.add(Text{.at = {area.x + (rows[i].loss ? style.letter : 0), y + row * 0.5F - style.letter * 0.6F},
                       .words = std::string(text(rows[i].word, style.language)),
                       .size = style.letter * 0.95F,
                       .ink = rows[i].loss ? Ink::soft_text : Ink::text});
        float longest = 0;
        std::array<std::string, domain_count> numbers;
        for (const Domain domain : {Domain::social, Domain::physical}) {
            const auto d = static_cast<std::size_t>(index_of(domain));
            const double value = mean_at(runs, domain, find_domain_outcome(rows[i].outcome), month);
            const float bar = static_cast<float>(value / most) * width;
            const float at = y + row * (0.12F + 0.4F * static_cast<float>(index_of(domain)));
            scene.add(Box{.area = {area.x + label, at, std::max(1.F, bar), row * 0.34F},
                          .ink = domain_ink(domain),
                          .alpha = rows[i].loss ? 0.35F : 1,
                          .rounding = 2});
            longest = std::max(longest, bar);
            numbers[d] = number_words(std::round(value), style.language);
        }
        const Point after = {area.x + label + longest + style.letter * 0.5F, y + row * 0.5F - style.letter * 0.6F};
        scene.add(Text{.at = after, .words = numbers[0], .size = style.letter * 0.9F, .ink = Ink::social});
        scene.add(Text{.at = {after.x + rough_width(numbers[0], style.letter) + style.letter * 0.5F, after.y},
                       .words = numbers[1],
                       .size = style.letter * 0.9F,
                       .ink = Ink::physical});
    }
}

}  // namespace algemeente::viewer

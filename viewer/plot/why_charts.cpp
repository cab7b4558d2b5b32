#include "viewer/plot/why_charts.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {

namespace {

void add_title(Scene& scene, Rect area, std::string_view title, Ink ink, const ChartStyle& style) {
    scene.add(Text{
        .at = {area.x, area.y}, .words = std::string(title), .size = style.letter * 1.15F, .ink = ink, .bold = true});
}

std::string nth_factor(std::size_t factor, Language language) {
    return factor_name(static_cast<Factor>(factor), language);
}

}  // namespace

double mean_at(const ScenarioRuns& runs, Domain domain, std::size_t outcome, int month) {
    return mean_over(runs, domain, outcome, month, month + 1);
}

double mean_over_year(const ScenarioRuns& runs, Domain domain, std::size_t outcome, int month) {
    return mean_over(runs, domain, outcome, month - 11, month + 1);
}

std::size_t factor_outcome(Factor factor) {
    return find_domain_outcome(factor_word(factor));
}

std::size_t binding_outcome(Factor factor) {
    return find_domain_outcome("binds_" + std::string(factor_word(factor)));
}

Bottleneck bottleneck_of(const ScenarioRuns& runs, Domain domain) {
    Bottleneck parts;
    const int months = runs.runs.empty() ? 0 : runs.runs.front()->months;
    for (std::size_t k = 0; k < factor_count; ++k) {
        const auto factor = static_cast<Factor>(k);
        if (factor == Factor::law) continue;  // a gate of its own: it never binds
        StackedPart part;
        part.ink = nth(Ink::factor_0, static_cast<int>(k));
        std::vector<double> raw;
        for (int month = 0; month < months; ++month) {
            const double value = mean_at(runs, domain, binding_outcome(factor), month);
            raw.push_back(std::isnan(value) ? 0 : value);
        }
        for (std::size_t month = 0; month < raw.size(); ++month) {
            const std::size_t first = month >= 11 ? month - 11 : 0;
            double sum = 0;
            for (std::size_t m = first; m <= month; ++m) sum += raw[m];
            part.shares.push_back(sum / static_cast<double>(month - first + 1));
        }
        parts.push_back(std::move(part));
    }
    return parts;
}

Bottleneck named(Bottleneck bottleneck, Language language) {
    for (StackedPart& part : bottleneck)
        part.label = nth_factor(static_cast<std::size_t>(part.ink) - static_cast<std::size_t>(Ink::factor_0), language);
    return bottleneck;
}

DumbbellChart profile_of(const std::vector<std::pair<std::size_t, const ScenarioRuns*>>& scenarios, int month,
                         Language language) {
    DumbbellChart chart;
    for (std::size_t k = 0; k < factor_count; ++k)
        chart.rows.push_back({nth_factor(k, language), {}, brief_factor_name(static_cast<Factor>(k), language)});
    for (const Domain domain : {Domain::social, Domain::physical})
        for (const auto& [slot, runs] : scenarios) {
            chart.series.push_back({.ink = domain_ink(domain), .shape = shape_of(slot)});
            for (std::size_t k = 0; k < factor_count; ++k)
                chart.rows[k].levels.push_back(
                    mean_over_year(*runs, domain, factor_outcome(static_cast<Factor>(k)), month));
        }
    return chart;
}

void draw_flows(Scene& scene, Rect area, const ScenarioRuns& runs, int month, std::string_view title,
                const ChartStyle& style) {
    add_title(scene, area, title, Ink::text, style);
    struct Row {
        Word word;
        const char* outcome;
        bool loss;
    };
    std::vector<Row> rows = {
        {Word::flow_ideas, "ideas_so_far", false}, {Word::flow_dropped, "dropped", true},
        {Word::flow_started, "started", false},    {Word::flow_law, "rejected_by_law", true},
        {Word::flow_abandoned, "abandoned", true}, {Word::flow_used, "ever_in_use", false},
        {Word::flow_ended, "discontinued", true},  {Word::flow_in_use, "in_use", false},
    };
    // what came from others is no project of one's own: ended with its product, it is counted apart
    if (runs.scenario && runs.scenario->supply)
        rows.insert(rows.end() - 1, Row{Word::flow_withdrawn, "withdrawn", true});
    double most = 1;
    for (const Domain domain : {Domain::social, Domain::physical})
        most = std::max(most, mean_at(runs, domain, find_domain_outcome("ideas_so_far"), month));
    const float label = style.letter * 9.5F;
    const float row = (area.height - style.letter * 2) / static_cast<float>(rows.size());
    const float width = area.width - label - style.letter * 6;
    for (std::size_t i = 0; i < rows.size(); ++i) {
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

#include "viewer/plot/flow_chart.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace algemeente::viewer {

namespace {

std::string count_words(double value, const double* base, Language language) {
    std::string words = number_words(std::round(value), language);
    if (base != nullptr) words += " (" + number_words(std::round(*base), language) + ")";
    return words;
}

/// Bars and streams of all stages, hanging from one line so that losses are seen as steps down.
void add_streams(Scene& scene, Rect area, const FlowChart& flow, double most, float column, Ink ink,
                 const ChartStyle& style) {
    const auto height = [&](double count) { return static_cast<float>(count / most) * area.height; };
    const float bar = style.letter * 0.8F;
    for (std::size_t s = 0; s < flow_stages; ++s) {
        const FlowStage& stage = flow.stages[s];
        const float x = area.x + column * static_cast<float>(s);
        float y = area.y;
        const auto part = [&](double count, float alpha) {
            if (count > 0) scene.add(Box{.area = {x, y, bar, height(count)}, .ink = ink, .alpha = alpha});
            y += height(count);
        };
        part(stage.moved, 1);
        part(stage.inside, 0.6F);
        part(stage.lost(), 0.22F);
        if (s + 1 == flow_stages || stage.moved <= 0) continue;
        scene.add(Ribbon{.x = {x + bar, x + column},
                         .low = {area.y + height(stage.moved), area.y + height(flow.stages[s + 1].entered)},
                         .high = {area.y, area.y},
                         .ink = ink,
                         .alpha = 0.32F});
    }
}

/// Words in a column; false, and nothing written, if they do not fit any more.
bool add_words(Scene& scene, Rect& area, const std::string& words, Ink ink, const ChartStyle& style) {
    const float line = style.letter * 1.2F;
    const auto lines = wrapped(words, style.letter * 0.86F, area.width - style.letter * 0.4F);
    if (line * static_cast<float>(lines.size()) > area.height + 1) return false;
    for (const std::string& one : lines) {
        scene.add(Text{.at = {area.x, area.y}, .words = one, .size = style.letter * 0.9F, .ink = ink});
        area.y += line;
        area.height -= line;
    }
    return true;
}

/// Who is still in a stage, and why projects left it: most first in A, and in the same order in the others.
void add_reasons(Scene& scene, Rect area, const FlowStage& stage, const FlowStage* base, std::size_t s,
                 const ChartStyle& style) {
    const Word still = s + 1 < flow_stages ? Word::flow_inside : Word::flow_in_use;
    add_words(scene, area,
              count_words(stage.inside, base != nullptr ? &base->inside : nullptr, style.language) + " " +
                  std::string(text(still, style.language)),
              Ink::text, style);
    std::array<std::size_t, reason_count> order{};
    std::iota(order.begin(), order.end(), 0U);
    const auto& counts = base != nullptr ? base->left : stage.left;
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return counts[a] > counts[b]; });
    for (const std::size_t reason : order) {
        const bool seen = stage.left[reason] >= 0.5 || (base != nullptr && base->left[reason] >= 0.5);
        if (!seen) continue;
        const std::string words =
            count_words(stage.left[reason], base != nullptr ? &base->left[reason] : nullptr, style.language) + " " +
            reason_words(s, reason, style.language);
        if (!add_words(scene, area, words, Ink::soft_text, style)) return;
    }
}

}  // namespace

double FlowStage::lost() const {
    return std::accumulate(left.begin(), left.end(), 0.0);
}

FlowChart flow_of(const ScenarioRuns& runs, Domain domain, int month) {
    FlowChart flow;
    const auto d = static_cast<std::size_t>(index_of(domain));
    for (const auto& run : runs.runs) {
        if (run->flows.months.empty()) continue;
        ++flow.runs;
        const Flows::Month& at =
            run->flows.months[std::min(static_cast<std::size_t>(std::max(0, month)), run->flows.months.size() - 1)];
        for (std::size_t s = 0; s < flow_stages; ++s) {
            flow.stages[s].entered += at.entered[d][s];
            for (std::size_t r = 0; r < reason_count; ++r) flow.stages[s].left[r] += at.left[d][s][r];
        }
    }
    const double runs_counted = std::max(1, flow.runs);
    for (std::size_t s = 0; s < flow_stages; ++s) {
        FlowStage& stage = flow.stages[s];
        stage.entered /= runs_counted;
        for (double& count : stage.left) count /= runs_counted;
    }
    for (std::size_t s = 0; s < flow_stages; ++s) {
        FlowStage& stage = flow.stages[s];
        stage.moved = s + 1 < flow_stages ? flow.stages[s + 1].entered : 0;
        stage.inside = std::max(0.0, stage.entered - stage.moved - stage.lost());
    }
    return flow;
}

std::string reason_words(std::size_t stage, std::size_t reason, Language language) {
    const auto why = static_cast<Reason>(reason);
    if (why == Reason::none && stage == 0) return std::string(text(Word::flow_dropped, language));
    return reason_name(why == Reason::none ? Reason::other : why, language);
}

std::string flow_stage_name(std::size_t stage, Language language) {
    constexpr Word words[] = {Word::flow_ideas, Word::flow_development, Word::flow_pilot, Word::flow_implementation,
                              Word::flow_used};
    return std::string(text(words[stage], language));
}

void draw_flow(Scene& scene, Rect area, const FlowChart& flow, const FlowChart* base, double most,
               std::string_view title, Ink ink, const ChartStyle& style) {
    scene.add(Text{
        .at = {area.x, area.y}, .words = std::string(title), .size = style.letter * 1.15F, .ink = ink, .bold = true});
    const float column = area.width / static_cast<float>(flow_stages);
    const float head = area.y + style.letter * 1.7F;
    // under the streams: who is still there, and five reasons
    const float streams = std::max(style.letter * 2, area.height - style.letter * (1.7F + 2.8F + 1.7F + 6.2F));
    const Rect plot{area.x, head + style.letter * 2.8F, area.width, streams};
    add_streams(scene, plot, flow, std::max(1.0, most), column, ink, style);
    const float below = plot.bottom() + style.letter * 0.4F;
    for (std::size_t s = 0; s < flow_stages; ++s) {
        const FlowStage& stage = flow.stages[s];
        const FlowStage* other = base != nullptr ? &base->stages[s] : nullptr;
        const float x = area.x + column * static_cast<float>(s);
        scene.add(Text{
            .at = {x, head}, .words = flow_stage_name(s, style.language), .size = style.letter * 0.95F, .bold = true});
        scene.add(
            Text{.at = {x, head + style.letter * 1.3F},
                 .words = count_words(stage.entered, other != nullptr ? &other->entered : nullptr, style.language),
                 .size = style.letter * 0.95F,
                 .bold = true});
        add_reasons(scene, {x, below, column, area.bottom() - below}, stage, other, s, style);
    }
}

}  // namespace algemeente::viewer

// Why: which factor holds projects back, or where projects go and for which reasons.
#include "viewer/evidence/claims.h"
#include "viewer/plot/flow_chart.h"
#include "viewer/views/differs_view.h"
#include "viewer/views/overlay.h"
#include "viewer/views/shown.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {

namespace {

DumbbellChart profile(const ViewContext& context, std::size_t slot) {
    std::vector<std::pair<std::size_t, const ScenarioRuns*>> scenarios;
    if (slot > 0) scenarios.emplace_back(0, &context.summary->scenarios.front());
    scenarios.emplace_back(slot, &context.summary->scenarios[slot]);
    const int month = context.view().cursor;
    DumbbellChart chart = profile_of(scenarios, month, context.language());
    chart.thirds = true;
    chart.heading.words = filled(context.word(Word::profile_title), month_words(month, context.language()));
    return chart;
}

/// The names of factors lead to what they mean and what they rest on.
void factor_links(const ViewContext& context, CommandSink& sink, Rect area, const DumbbellChart& chart) {
    const ChartStyle style = chart_style(context.ui);
    for (std::size_t k = 0; k < factor_count; ++k) {
        const Rect row = dumbbell_label(area, chart, k, style);
        const std::string factor(factor_word(static_cast<Factor>(k)));
        ImGui::SetCursorScreenPos({row.x, row.y});
        if (ImGui::InvisibleButton(("###why.factor." + factor).c_str(), {row.width, row.height}))
            sink.send(OpenEvidence{claims_of(static_cast<Factor>(k)), ""});
        note_item(context.ui, "why.factor." + factor);
        if (ImGui::IsItemHovered())
            ImGui::GetWindowDrawList()->AddLine({row.x, row.bottom() - 1}, {row.right(), row.bottom() - 1},
                                                context.ui.colour(Ink::text));
        tip_on_hover(context.ui,
                     std::string(context.word(Word::variable_evidence)) + ": " + claims_of(static_cast<Factor>(k)));
    }
}

/// Suppliers, national services and laws are no factor of a project: how many uses come from them is said in words.
/// Empty without suppliers.
std::string origin_words(const ViewContext& context, std::size_t slot) {
    const auto& scenarios = context.summary->scenarios;
    const bool beside_a = slot > 0 && !is_old(context, 0);
    if (!scenarios[slot].scenario->supply && !(beside_a && scenarios.front().scenario->supply)) return {};
    const auto numbers = [&](std::string_view outcome_name) {
        const std::size_t outcome = find_domain_outcome(outcome_name);
        const auto both = [&](std::size_t of) {
            const auto number = [&](Domain domain) {
                return number_words(std::round(mean_at(scenarios[of], domain, outcome, context.view().cursor)),
                                    context.language());
            };
            return number(Domain::social) + " / " + number(Domain::physical);
        };
        return beside_a ? both(slot) + " (" + both(0) + ")" : both(slot);
    };
    return filled(context.word(Word::why_origins), letter_of(slot),
                  month_words(context.view().cursor, context.language()),
                  beside_a ? context.word(Word::why_origins_base) : "", numbers("in_use_own"), numbers("in_use_bought"),
                  numbers("in_use_national"), numbers("in_use_mandated"));
}

/// What the values are, above the charts; a low window keeps its charts, and has the rest under the pointer.
void draw_means(const ViewContext& context, const std::string& words) {
    constexpr int lines_of_a_low_page = 3;
    const Ui& ui = context.ui;
    const bool low = is_low_page(context);
    ImGui::PushFont(ui.fonts.small);
    const std::string lines = in_lines(words, ImGui::GetContentRegionAvail().x);
    ImGui::PopFont();
    paragraph(ui, low ? first_lines(lines, lines_of_a_low_page) : lines, ui.fonts.small, Ink::soft_text);
    note_item(ui, "why.means");
    if (low) tip_on_hover(ui, words);
}

void draw_factors(const ViewContext& context, CommandSink& sink, std::size_t slot) {
    const Ui& ui = context.ui;
    if (const std::string origins = origin_words(context, slot); !origins.empty()) {
        paragraph(ui, origins, ui.fonts.small);
        note_item(ui, "why.origins");
    }
    const std::string means =
        filled(context.word(Word::why_means), std::to_string(context.summary->scenarios[slot].runs.size()));
    draw_means(context, upper_first(context.word(Word::bottleneck_axis)) + ". " + means);
    ImGui::BeginChild("factors");
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const ChartStyle style = chart_style(ui);
    const float gap = ui.em;
    // a small window or a projector scrolls: charts are never smaller than can be read
    ImVec2 room = ImGui::GetContentRegionAvail();
    const Bottleneck factors = named(context.derived.bottlenecks.value()[0], context.language());
    const float legend = legend_height(room.x - ui.em, factors, style) + style.letter * 0.5F;
    const float least = legend + style.letter * 27;
    if (room.y < least) room.x -= ui.em * 0.9F;
    room.y = std::max(room.y, least);
    const float half = (room.x - gap) / 2;
    const float upper = (room.y - legend) * 0.46F;
    const float lower = room.y - upper - legend - gap;
    Scene scene;
    for (const Domain domain : {Domain::social, Domain::physical}) {
        const auto d = static_cast<std::size_t>(index_of(domain));
        const Word title = domain == Domain::social ? Word::social_domain : Word::physical_domain;
        const StackedChart chart{.heading = {.words = context.word(title), .ink = domain_ink(domain)},
                                 .parts = context.derived.bottlenecks.value()[d],
                                 .names_beside = false,
                                 .cursor = context.view().cursor};
        draw_stacked(scene, {from.x + static_cast<float>(d) * (half + gap), from.y, half, upper}, chart, style);
    }
    draw_legend(scene, {from.x, from.y + upper, room.x, legend}, factors, style);
    const float y = from.y + upper + legend + gap * 0.5F;
    const std::string month = month_words(context.view().cursor, context.language());
    const Rect left{from.x, y, half, lower};
    const DumbbellChart chart = profile(context, slot);
    draw_dumbbell(scene, left, chart, style);
    draw_flows(scene, {from.x + half + gap, y, half, lower}, context.summary->scenarios[slot], context.view().cursor,
               filled(context.word(Word::flow_title), month), style);
    draw_scene(*ImGui::GetWindowDrawList(), scene, ui);
    ImGui::SetCursorScreenPos({from.x, from.y});
    ImGui::InvisibleButton("###why.charts", {std::max(1.F, room.x), std::max(1.F, upper)});
    note_item(ui, "why.charts");
    factor_links(context, sink, left, chart);
    ImGui::SetCursorScreenPos({from.x + half + gap, y});
    if (ImGui::InvisibleButton("###why.flows", {half, std::max(1.F, lower)})) sink.send(SetSubPage{SubPage::flow});
    note_item(ui, "why.flows");
    tip_on_hover(ui, context.word(Word::why_flow));
    ImGui::SetCursorScreenPos(from);
    ImGui::Dummy({1, room.y - 2});
    ImGui::EndChild();
}

/// No project is followed that came from others: what ended with its product is counted apart. Empty without suppliers.
std::string withdrawn_words(const ViewContext& context, std::size_t slot) {
    const auto& scenarios = context.summary->scenarios;
    if (!scenarios[slot].scenario->supply) return {};
    const std::size_t outcome = find_domain_outcome("withdrawn");
    const auto ended = [&](Domain domain) {
        const auto number = [&](std::size_t of) {
            return number_words(std::round(mean_at(scenarios[of], domain, outcome, context.view().cursor)),
                                context.language());
        };
        return slot > 0 ? number(slot) + " (" + number(0) + ")" : number(slot);
    };
    return " " +
           filled(context.word(Word::flow_withdrawn_note),
                  counted_runs_words(scenarios[slot].runs.size(), scenarios[slot].runs.size(), context.language()),
                  ended(Domain::social), ended(Domain::physical));
}

void draw_flow_page(const ViewContext& context, std::size_t slot) {
    const Ui& ui = context.ui;
    const ScenarioRuns& runs = context.summary->scenarios[slot];
    const int month = context.view().cursor;
    std::array<FlowChart, domain_count> flows;
    std::array<FlowChart, domain_count> bases;
    double most = 1;
    for (const Domain domain : {Domain::social, Domain::physical}) {
        const auto d = static_cast<std::size_t>(index_of(domain));
        flows[d] = flow_of(runs, domain, month);
        bases[d] = flow_of(context.summary->scenarios.front(), domain, month);
        most = std::max(most, flows[d].stages.front().entered);
    }
    const std::string counted =
        counted_runs_words(static_cast<std::size_t>(flows[0].runs), runs.runs.size(), context.language());
    std::string note =
        filled(context.word(Word::flow_note), counted, letter_of(slot), month_words(month, context.language()));
    if (slot > 0) note += context.word(Word::flow_note_base);
    note += " " + std::string(context.word(Word::flow_legend)) + withdrawn_words(context, slot);
    paragraph(ui, note, ui.fonts.small, Ink::soft_text);
    note_item(ui, "why.flow.note");
    ImGui::BeginChild("flow");
    const ImVec2 from = ImGui::GetCursorScreenPos();
    ImVec2 room = ImGui::GetContentRegionAvail();
    const float least = chart_style(ui).letter * 34;
    if (room.y < least) room.x -= ui.em * 0.9F;
    room.y = std::max(room.y, least);
    const float each = (room.y - ui.em * 0.5F) / 2;
    Scene scene;
    for (const Domain domain : {Domain::social, Domain::physical}) {
        const auto d = static_cast<std::size_t>(index_of(domain));
        draw_flow(scene, {from.x, from.y + static_cast<float>(d) * (each + ui.em * 0.5F), room.x, each}, flows[d],
                  slot > 0 ? &bases[d] : nullptr, most,
                  filled(context.word(Word::flow_domain),
                         context.word(domain == Domain::social ? Word::social_domain : Word::physical_domain), counted),
                  domain_ink(domain), chart_style(ui));
    }
    draw_scene(*ImGui::GetWindowDrawList(), scene, ui);
    ImGui::Dummy({room.x, room.y - 2});
    note_item(ui, "why.flow");
    ImGui::EndChild();
}

/// Parts of the page, and whose it shows.
void draw_slots(const ViewContext& context, CommandSink& sink, std::size_t shown) {
    const Ui& ui = context.ui;
    draw_sub_pages(context, sink, Page::why);
    ImGui::SameLine(0, ui.em);
    for (std::size_t i = 0; i < context.session().slots.size(); ++i) {
        const std::string key = "why.slot." + std::to_string(i);
        if (button(ui, key, letter_of(i).c_str(), i == shown)) sink.send(SelectSlot{i});
        tip_on_hover(ui, slot_title(context, i));
        ImGui::SameLine(0, ui.step(2));
    }
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(fitted(slot_title(context, shown), ImGui::GetContentRegionAvail().x).c_str());
    note_item(ui, "why.scenario");
}

}  // namespace

void draw_why_view(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    if (context.summary == nullptr || context.summary->scenarios.empty()) {
        paragraph(ui, waiting_words(context), nullptr, Ink::soft_text);
        return;
    }
    const std::size_t slot = std::min(context.view().slot, context.summary->scenarios.size() - 1);
    if (!context.picture) draw_slots(context, sink, slot);
    if (slot > 0) draw_differs(context, sink);
    if (context.view().sub_pages.of(Page::why) == SubPage::factors) {
        draw_factors(context, sink, slot);
    } else {
        draw_flow_page(context, slot);
    }
}

}  // namespace algemeente::viewer

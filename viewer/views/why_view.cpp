#include "viewer/views/view.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

std::vector<ProfileLine> profiles(const ViewContext& context, std::size_t slot) {
    std::vector<ProfileLine> lines;
    for (const Domain domain : {Domain::social, Domain::physical}) {
        if (slot > 0) lines.push_back(profile_of(context.summary->scenarios.front(), domain, 0, context.view().cursor));
        lines.push_back(profile_of(context.summary->scenarios[slot], domain, slot, context.view().cursor));
    }
    return lines;
}

}  // namespace

void draw_why_view(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    if (context.summary == nullptr || context.summary->scenarios.empty()) {
        paragraph(ui, context.word(Word::first_runs), nullptr, Ink::soft_text);
        return;
    }
    const std::size_t slot = std::min(context.view().slot, context.summary->scenarios.size() - 1);
    for (std::size_t i = 0; i < context.summary->scenarios.size(); ++i) {
        const std::string key = "why.slot." + std::to_string(i);
        const std::string words = filled(context.word(Word::moved_to_slot), letter_of(i));
        if (button(ui, key, words.c_str(), i == slot)) sink.send(SelectSlot{i});
        ImGui::SameLine(0, ui.em * 0.3F);
    }
    ImGui::PushFont(ui.fonts.small);
    ImGui::AlignTextToFramePadding();
    ImGui::TextColored(ui.colour4(Ink::soft_text), " %s", context.word(Word::bottleneck_axis));
    ImGui::PopFont();
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const ChartStyle style = chart_style(ui);
    const float gap = ui.em;
    const float half = (room.x - gap) / 2;
    const float legend = style.letter * 4.8F;
    const float upper = (room.y - legend) * 0.46F;
    const float lower = room.y - upper - legend - gap;
    Scene scene;
    for (const Domain domain : {Domain::social, Domain::physical}) {
        const auto d = static_cast<std::size_t>(index_of(domain));
        draw_bottleneck(scene, {from.x + static_cast<float>(d) * (half + gap), from.y, half, upper},
                        context.derived.bottlenecks[d],
                        context.word(domain == Domain::social ? Word::social_domain : Word::physical_domain),
                        domain_ink(domain), context.view().cursor, style);
    }
    draw_factor_legend(scene, {from.x, from.y + upper, room.x, legend}, style);
    const float y = from.y + upper + legend + gap * 0.5F;
    const std::string month = month_words(context.view().cursor, context.language());
    draw_profile(scene, {from.x, y, half, lower}, profiles(context, slot),
                 filled(context.word(Word::profile_title), month), style);
    draw_flows(scene, {from.x + half + gap, y, half, lower}, context.summary->scenarios[slot], context.view().cursor,
               filled(context.word(Word::flow_title), month), style);
    draw_scene(*ImGui::GetWindowDrawList(), scene, ui);
    ImGui::SetCursorScreenPos({from.x, from.y});
    ImGui::InvisibleButton("###why.charts", {std::max(1.F, room.x), std::max(1.F, upper)});
    note_item(ui, "why.charts");
}

}  // namespace algemeente::viewer

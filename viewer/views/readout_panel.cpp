#include "viewer/views/overlay.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

/// One scenario in one domain: letter, median, and the range that N replicates can carry.
void draw_value(const ViewContext& context, std::size_t slot, Domain domain) {
    const Ui& ui = context.ui;
    const auto at = static_cast<std::size_t>(context.view().cursor);
    const Fan& fan = context.derived.fans.domains[slot][static_cast<std::size_t>(index_of(domain))];
    if (at >= fan.size()) return;
    const FanPoint& point = fan[at];
    const NumberForm form = form_of(domain_outcomes()[context.outcome()]);
    letter_badge(ui, slot);
    ImGui::SameLine();
    ImGui::PushFont(ui.fonts.bold);
    ImGui::TextUnformatted(number_words(point.p50, context.language(), form).c_str());
    ImGui::PopFont();
    note_item(ui, "readout." + std::string(domain_word(domain)) + "." + std::to_string(slot));
    if (context.summary->replicates < replicates_for_half_band || point.count == 0) return;
    const bool wide = context.summary->replicates >= replicates_for_wide_band;
    const std::string range = number_words(wide ? point.p05 : point.p25, context.language(), form) + " \u2013 " +
                              number_words(wide ? point.p95 : point.p75, context.language(), form);
    ImGui::PushFont(ui.fonts.small);
    const float width = ImGui::CalcTextSize(range.c_str()).x;
    ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - width);
    ImGui::TextColored(ui.colour4(Ink::soft_text), "%s", range.c_str());
    ImGui::PopFont();
}

void draw_difference(const ViewContext& context, std::size_t slot, Domain domain) {
    const Ui& ui = context.ui;
    const auto at = static_cast<std::size_t>(context.view().cursor);
    const Fan& fan = context.derived.fans.differences[slot][static_cast<std::size_t>(index_of(domain))];
    if (at >= fan.size() || fan[at].count == 0) return;
    NumberForm form = form_of(domain_outcomes()[context.outcome()]);
    form.sign = true;
    const Direction direction = direction_of(context.summary->scenarios[slot], context.summary->scenarios.front(),
                                             domain, context.outcome(), context.view().cursor);
    const std::string words = letter_of(slot) + " \u2212 A  " + number_words(fan[at].p50, context.language(), form) +
                              "  " + context.word(direction_word(direction));
    const bool clear = direction_word(direction) != Word::unclear && direction_word(direction) != Word::same;
    paragraph(ui, words, ui.fonts.small, clear ? Ink::text : Ink::soft_text);
    paragraph(ui, share_words(direction, context.language()), ui.fonts.small, Ink::soft_text);
}

void draw_domain(const ViewContext& context, Domain domain) {
    const Ui& ui = context.ui;
    ImGui::PushStyleColor(ImGuiCol_Text, ui.colour(domain_ink(domain)));
    heading(ui, context.word(domain == Domain::social ? Word::social_domain : Word::physical_domain));
    ImGui::PopStyleColor();
    const std::size_t slots = context.derived.fans.domains.size();
    for (std::size_t i = 0; i < slots; ++i) draw_value(context, i, domain);
    for (std::size_t i = 1; i < slots; ++i) draw_difference(context, i, domain);
    ImGui::Dummy({1, ui.em * 0.3F});
}

}  // namespace

void draw_readout(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    heading(ui, filled(context.word(Word::at_month), month_words(context.view().cursor, context.language())).c_str());
    const std::string outcome = name_of(domain_outcomes()[context.outcome()].name, context.language());
    paragraph(ui, outcome, ui.fonts.small, Ink::soft_text);
    note_item(ui, "readout.outcome");
    if (ImGui::IsItemClicked()) sink.send(OpenVariable{std::string(domain_outcomes()[context.view().outcome].name)});
    tip_on_hover(ui, context.word(Word::about_this));
    ImGui::Dummy({1, ui.em * 0.2F});
    if (context.summary == nullptr || context.derived.fans.domains.empty()) {
        paragraph(ui, context.word(Word::first_runs), nullptr, Ink::soft_text);
        return;
    }
    const bool covered = context.view().prediction.active && !context.view().prediction.revealed;
    if (covered) {
        if (button(ui, "readout.reveal", context.word(Word::reveal), true)) sink.send(Action::reveal);
        return;
    }
    draw_domain(context, Domain::social);
    draw_domain(context, Domain::physical);
    ImGui::Separator();
    if (button(ui, "readout.why", context.word(Word::why))) sink.send(Action::page_why);
    int place = 0;
    for (const Sentence& sentence : context.derived.sentences) {
        paragraph(ui, sentence.words, ui.fonts.small);
        if (!sentence.evidence.empty())
            claim_links(context, sink, "sentence" + std::to_string(place++), sentence.evidence);
        ImGui::Dummy({1, ui.em * 0.1F});
    }
}

}  // namespace algemeente::viewer

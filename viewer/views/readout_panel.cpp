#include "viewer/views/overlay.h"
#include "viewer/views/shown.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

/// What only suppliers bring (a register, services, duties) is not "0 (0 to 0)" in a scenario without them.
bool is_without_suppliers(const ViewContext& context, std::size_t slot, const Band& point) {
    return has_suppliers(context) && !context.session().slots[slot].scenario.supply && point.count > 0 &&
           point.lowest == 0 && point.highest == 0;
}

/// One scenario in one domain: letter, median, and the range that N replicates can carry.
void draw_value(const ViewContext& context, std::size_t slot, Domain domain) {
    const Ui& ui = context.ui;
    const auto at = static_cast<std::size_t>(context.view().cursor);
    const Fan& fan = context.derived.fans.domains[slot][static_cast<std::size_t>(index_of(domain))];
    if (at >= fan.size()) return;
    const Band& point = fan[at];
    const NumberForm form = form_of(domain_outcomes()[context.outcome()]);
    letter_badge(ui, slot);
    ImGui::SameLine();
    if (is_without_suppliers(context, slot, point)) {
        paragraph(ui, context.word(Word::no_suppliers_short), ui.fonts.small, Ink::soft_text);
        note_item(ui, "readout.none." + std::string(domain_word(domain)) + "." + std::to_string(slot));
        return;
    }
    ImGui::PushFont(ui.fonts.bold);
    ImGui::TextUnformatted(number_words(point.p50, context.language(), form).c_str());
    ImGui::PopFont();
    note_item(ui, "readout." + std::string(domain_word(domain)) + "." + std::to_string(slot));
    const std::string range = range_words(point, context.language(), form);
    if (range.empty()) return;
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
    const auto& against = context.derived.effects.value().against;
    if (slot >= against.size()) return;
    const Direction direction = against[slot][static_cast<std::size_t>(index_of(domain))];
    const std::string words = letter_of(slot) + " \u2212 A  " +
                              difference_words(fan[at].p50, domain_outcomes()[context.outcome()], context.language()) +
                              "  " + certainty_words(direction, context.over, context.language());
    const Certainty certainty = certainty_of(direction);
    const bool clear = certainty == Certainty::most || certainty == Certainty::nearly_all;
    paragraph(ui, words, ui.fonts.small, clear ? Ink::text : Ink::soft_text);
    paragraph(ui, count_words(direction, context.over, context.language()), ui.fonts.small, Ink::soft_text);
}

/// Scenarios that are shown, as far as there are results of them.
std::vector<std::size_t> computed_slots(const ViewContext& context) {
    std::vector<std::size_t> slots = shown_slots(context);
    std::erase_if(
        slots, [&](std::size_t slot) { return slot >= context.derived.fans.domains.size() || is_old(context, slot); });
    return slots;
}

/// Medians and the median of differences stand beside each other, and need not add up.
void draw_pairs_note(const ViewContext& context) {
    std::string letters;
    for (const std::size_t slot : computed_slots(context))
        if (slot > 0 && !is_old(context, 0) && !context.same[slot])
            letters += (letters.empty() ? "" : ", ") + letter_of(slot);
    if (letters.empty()) return;
    paragraph(context.ui, filled(context.word(Word::readout_pairs), letters), context.ui.fonts.small, Ink::soft_text);
    note_item(context.ui, "readout.pairs");
}

/// Beside the result, why the room expected what it did.
void draw_reasons_beside(const ViewContext& context, CommandSink& sink) {
    constexpr std::size_t most = 12;
    if (!shows_phones(context)) return;
    draw_reasons(context, sink, most);
}

void draw_domain(const ViewContext& context, Domain domain) {
    const Ui& ui = context.ui;
    ImGui::PushStyleColor(ImGuiCol_Text, ui.colour(domain_ink(domain)));
    heading(ui, context.word(domain == Domain::social ? Word::social_domain : Word::physical_domain));
    ImGui::PopStyleColor();
    const std::vector<std::size_t> slots = computed_slots(context);
    for (const std::size_t slot : slots) draw_value(context, slot, domain);
    for (const std::size_t slot : slots)
        if (slot > 0 && !is_old(context, 0) && !context.same[slot]) draw_difference(context, slot, domain);
    ImGui::Dummy({1, ui.step(2)});
}

}  // namespace

void draw_readout(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    heading(ui, when_words_first(context.view().cursor, context.language()).c_str());
    paragraph(ui, outcome_words(context), ui.fonts.small, Ink::soft_text);
    note_item(ui, "readout.outcome");
    if (ImGui::IsItemClicked()) sink.send(OpenVariable{std::string(domain_outcomes()[context.view().outcome].name)});
    tip_on_hover(ui, context.word(Word::about_this));
    const bool old = std::find(context.old.begin(), context.old.end(), true) != context.old.end();
    if (old) {
        paragraph(ui, context.word(context.stopped ? Word::stopped_early : Word::computing), ui.fonts.small_bold);
        note_item(ui, "readout.stale");
    }
    ImGui::Dummy({1, ui.step(2)});
    if (context.summary == nullptr || context.derived.fans.domains.empty()) {
        paragraph(ui, waiting_words(context), nullptr, Ink::soft_text);
        return;
    }
    draw_reasons_beside(context, sink);
    draw_domain(context, Domain::social);
    draw_domain(context, Domain::physical);
    draw_pairs_note(context);
    if (covered(context, context.session().slots.size() - 1)) {
        if (button(ui, "readout.reveal", context.word(Word::reveal), true)) sink.send(Action::reveal);
        return;
    }
    ImGui::Separator();
    if (button(ui, "readout.why", context.word(Word::why))) sink.send(Action::page_why);
    int place = 0;
    if (is_old(context, 0) || is_old(context, context.view().slot)) return;
    for (const Sentence& sentence : context.derived.sentences) {
        paragraph(ui, sentence.words, ui.fonts.small);
        if (!sentence.evidence.empty())
            claim_links(context, sink, "sentence" + std::to_string(place++), sentence.evidence);
        ImGui::Dummy({1, ui.step(1)});
    }
}

}  // namespace algemeente::viewer

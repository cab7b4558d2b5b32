// What the model rests on: a claim, where it lives in the model, and the numbers that carry it.
#include "viewer/evidence/claims.h"
#include "viewer/views/overlay.h"

#include <algorithm>
#include <cfloat>

namespace algemeente::viewer {

namespace {

/// Room below the last line of a part that scrolls: what just fits would be cut by a pixel and not scroll.
void leave_room_below(const Ui& ui) {
    ImGui::Dummy({1, ui.step(2)});
}

void draw_list(const ViewContext& context, CommandSink& sink, const std::vector<std::string>& listed) {
    const Ui& ui = context.ui;
    for (const Claim& claim : claims()) {
        if (!listed.empty() && std::find(listed.begin(), listed.end(), claim.id) == listed.end()) continue;
        const std::string key = "evidence.choose." + claim.id;
        const std::string words = claim_words(claim, context.language());
        const ImVec2 at = ImGui::GetCursorPos();
        const float indent = ui.em * 2.4F;
        const float room = ImGui::GetContentRegionAvail().x - indent;
        const ImFont& font = *ui.fonts.small;
        const float height = font.CalcTextSizeA(font.FontSize, FLT_MAX, room, words.c_str()).y;
        const bool chosen = claim.id == context.view().evidence;
        if (ImGui::Selectable(("###" + key).c_str(), chosen, 0, {0, height}))
            sink.send(OpenEvidence{context.view().evidence_list, claim.id});
        note_item(ui, key);
        if (chosen && ImGui::IsWindowAppearing()) ImGui::SetScrollHereY(0.3F);
        ImGui::SetCursorPos(at);
        ImGui::PushFont(ui.fonts.small_bold);
        ImGui::TextUnformatted(claim.id.c_str());
        ImGui::PopFont();
        ImGui::SameLine(at.x + indent);
        paragraph(ui, words, ui.fonts.small, chosen ? Ink::text : Ink::soft_text);
    }
    leave_room_below(ui);
}

void small_title(const ViewContext& context, Word word) {
    ImGui::Dummy({1, context.ui.step(2)});
    ImGui::PushFont(context.ui.fonts.small_bold);
    ImGui::TextUnformatted(context.word(word));
    ImGui::PopFont();
}

void draw_parameters(const ViewContext& context, CommandSink& sink, const Claim& claim) {
    const Ui& ui = context.ui;
    small_title(context, Word::claim_parameters);
    ImGui::PushFont(ui.fonts.small);
    int shown = 0;
    for (const ParameterInfo* row : claim.parameters) {
        if (row->role == Role::setting || is_diagnostic(*row)) continue;
        const std::string words = name_of(row->name, context.language());
        const float width = ImGui::CalcTextSize(words.c_str()).x + ui.em * 1.2F;
        if (shown++ > 0) ImGui::SameLine(0, ui.step(2));
        if (ImGui::GetContentRegionAvail().x < width) ImGui::NewLine();
        if (button(ui, "evidence.parameter." + std::string(row->name), words.c_str()))
            sink.send(ShowParameter{std::string(row->name)});
        tip_on_hover(ui, meaning_in(context.language(), *row));
    }
    ImGui::PopFont();
    if (shown == 0) paragraph(ui, context.word(Word::claim_none), ui.fonts.small, Ink::soft_text);
}

void draw_claim(const ViewContext& context, CommandSink& sink, const Claim& claim) {
    const Ui& ui = context.ui;
    const Language language = context.language();
    heading(ui, claim.id.c_str());
    note_item(ui, "evidence.claim");
    paragraph(ui, claim_words(claim, language));
    paragraph(
        ui,
        filled(context.word(Word::claim_about), about_words(claim.about, language), about_words(claim.basis, language)),
        ui.fonts.small, Ink::soft_text);
    if (!claim.remark.empty()) {
        small_title(context, Word::claim_remark);
        paragraph(ui, remark_words(claim, language), ui.fonts.small);
    }
    small_title(context, Word::claim_mechanisms);
    for (const MechanismInfo* mechanism : claim.mechanisms) {
        paragraph(ui, "\u2022 " + mechanism_words(*mechanism, language), ui.fonts.small);
        tip_on_hover(ui, mechanism->name);
    }
    draw_parameters(context, sink, claim);
    small_title(context, Word::claim_tests);
    for (const std::string& test : claim.tests) {
        std::string words = test;
        std::replace(words.begin(), words.end(), '_', ' ');
        paragraph(ui, words, ui.fonts.small, Ink::soft_text);
    }
    leave_room_below(ui);
}

}  // namespace

void claim_links(const ViewContext& context, CommandSink& sink, const std::string& where, const std::string& ids) {
    const Ui& ui = context.ui;
    ImGui::PushFont(ui.fonts.small);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.em * 0.25F, ui.em * 0.06F});
    bool first = true;
    for (const std::string& id : claim_ids(ids)) {
        const float width = ImGui::CalcTextSize(id.c_str()).x + ui.em * 0.8F;
        if (!first) ImGui::SameLine(0, ui.step(2));
        if (!first && ImGui::GetContentRegionAvail().x < width) ImGui::NewLine();
        first = false;
        if (button(ui, "evidence." + where + "." + id, id.c_str())) sink.send(OpenEvidence{ids, id});
        if (const Claim* claim = find_claim(id)) tip_on_hover(ui, claim_words(*claim, context.language()));
    }
    ImGui::PopStyleVar();
    ImGui::PopFont();
}

void draw_evidence(const ViewContext& context, CommandSink& sink, float width, float height) {
    const Ui& ui = context.ui;
    const float w = std::min(ui.em * 56, width * 0.94F);
    const float h = std::min(ui.em * 34, height * 0.88F);
    overlay(context, "evidence", {(width - w) / 2, (height - h) / 2}, {w, h}, [&] {
        heading(ui, context.word(Word::claims_title));
        paragraph(ui, context.word(Word::claims_note), ui.fonts.small, Ink::soft_text);
        const auto listed = claim_ids(context.view().evidence_list);
        const float below = -ui.em * 2.2F;
        ImGui::BeginChild("claims", {w * 0.38F, below});
        draw_list(context, sink, listed);
        ImGui::EndChild();
        ImGui::SameLine(0, ui.step(10));
        ImGui::BeginChild(("claim" + context.view().evidence).c_str(), {0, below});
        if (const Claim* claim = find_claim(context.view().evidence)) draw_claim(context, sink, *claim);
        ImGui::EndChild();
        if (button(ui, "evidence.close", context.word(Word::close), true) || entered(context, "evidence."))
            sink.send(Action::evidence);
        if (listed.empty()) return;
        ImGui::SameLine();
        if (button(ui, "evidence.all", context.word(Word::back_to_all)))
            sink.send(OpenEvidence{"", context.view().evidence});
    });
}

}  // namespace algemeente::viewer

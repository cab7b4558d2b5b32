// Any number on the screen: what it means, in which unit, where it comes from, and how well it is known.
#include "viewer/evidence/claims.h"
#include "viewer/views/overlay.h"
#include "viewer/views/parameter_words.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

void draw_field(const ViewContext& context, Word name, const std::string& words) {
    const Ui& ui = context.ui;
    ImGui::PushFont(ui.fonts.small_bold);
    ImGui::TextUnformatted(context.word(name));
    ImGui::PopFont();
    ImGui::SameLine(ui.em * 8);
    paragraph(ui, words, ui.fonts.small);
}

void draw_meaning(const ViewContext& context, std::string_view name, std::string_view english) {
    const std::string_view meaning = in_language(context.language(), meaning_nl(name), english);
    draw_field(context, Word::variable_meaning, std::string(meaning));
    if (context.language() == Language::nl && meaning == english)
        draw_field(context, Word::variable_english_mark, context.word(Word::variable_english));
}

void draw_claims(const ViewContext& context, CommandSink& sink, std::string_view name) {
    const std::string ids = claims_of_variable(name);
    if (ids.empty()) return;
    ImGui::Dummy({1, context.ui.step(2)});
    ImGui::PushFont(context.ui.fonts.small_bold);
    ImGui::TextUnformatted(context.word(Word::variable_evidence));
    ImGui::PopFont();
    claim_links(context, sink, "variable", ids);
}

void draw_outcome(const ViewContext& context, CommandSink& sink, std::size_t position) {
    const OutcomeInfo& outcome = domain_outcomes()[position];
    const Ui& ui = context.ui;
    heading(ui, name_of(outcome.name, context.language()).c_str());
    note_item(ui, "variable.name");
    draw_meaning(context, outcome.name, outcome.meaning);
    draw_field(context, Word::variable_unit, unit_of(outcome, context.language()));
    draw_field(context, Word::variable_source, context.word(Word::variable_from_model));
    draw_field(context, Word::variable_confidence,
               context.word(context.over == Over::assumptions ? Word::variable_outcome_members
                                                              : Word::variable_outcome_confidence));
    draw_claims(context, sink, outcome.name);
    ImGui::Dummy({1, ui.step(2)});
    if (button(ui, "variable.choose", context.word(Word::variable_choose))) {
        sink.send(SetOutcome{position});
        sink.send(SetPage{Page::compare});
        sink.send(Action::variables);
    }
}

void draw_parameter(const ViewContext& context, CommandSink& sink, const ParameterInfo& row) {
    const Ui& ui = context.ui;
    const Language language = context.language();
    heading(ui, name_of(row.name, language).c_str());
    note_item(ui, "variable.name");
    draw_meaning(context, row.name, row.meaning);
    draw_field(context, Word::variable_unit, unit_words(row.unit, language));
    const Slot& slot = context.session().slots[context.view().slot];
    draw_field(context, Word::variable_value,
               value_words(row, lever_value(slot.scenario, row.name, context.view().cursor), language));
    draw_field(context, Word::variable_range,
               filled(context.word(Word::range_words), value_words(row, row.low, language),
                      value_words(row, row.high, language)));
    draw_field(context, Word::variable_source, source_words(row.source, language));
    ImGui::TextColored(ui.colour4(provenance_ink(row.provenance)), "\u25CF");
    ImGui::SameLine();
    paragraph(ui, context.word(provenance_text(row.provenance)), ui.fonts.small);
    draw_claims(context, sink, row.name);
    if (row.role == Role::setting) return;
    ImGui::Dummy({1, ui.step(2)});
    if (button(ui, "variable.show", context.word(Word::variable_show))) sink.send(ShowParameter{std::string(row.name)});
}

bool fits(const std::string& typed, std::string_view name) {
    if (typed.empty()) return true;
    const auto enough = static_cast<int>(typed.size()) * 3;
    return fuzzy_score(typed, name) > enough || fuzzy_score(typed, name_of(name, Language::nl)) > enough ||
           fuzzy_score(typed, name_of(name, Language::en)) > enough;
}

void draw_choices(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    const std::string& typed = context.view().variable_search;
    ImGui::PushFont(ui.fonts.small);
    const auto choice = [&](std::string_view name) {
        if (!fits(typed, name)) return;
        const std::string key = "variable.find." + std::string(name);
        const std::string whole = name_of(name, context.language());
        const std::string words = fitted(whole, ImGui::GetContentRegionAvail().x);
        if (ImGui::Selectable((words + "###" + key).c_str(), context.view().variable == name))
            sink.send(OpenVariable{std::string(name)});
        if (words != whole) tip_on_hover(ui, whole);
        note_item(ui, key);
    };
    for (const OutcomeInfo& outcome : domain_outcomes()) choice(outcome.name);
    for (const Role role : {Role::lever, Role::assumption, Role::setting})
        for (const ParameterInfo& row : parameter_table())
            if (row.role == role && !is_diagnostic(row)) choice(row.name);
    ImGui::PopFont();
}

}  // namespace

void draw_variable(const ViewContext& context, CommandSink& sink, float width, float height) {
    const Ui& ui = context.ui;
    const float w = std::min(ui.em * 52, width * 0.94F);
    const float h = std::min(ui.em * 27, height * 0.85F);
    overlay(context, "variable", {(width - w) / 2, (height - h) / 2}, {w, h}, [&] {
        heading(ui, context.word(Word::variable_title));
        const float below = -ui.em * 2.2F;
        ImGui::BeginChild("choices", {w * 0.34F, below});
        std::string typed = context.view().variable_search;
        if (text_field(ui, "variable.search", context.word(Word::variable_search), typed, -1))
            sink.send(SetVariableSearch{typed});
        ImGui::BeginChild("list");
        draw_choices(context, sink);
        ImGui::EndChild();
        ImGui::EndChild();
        ImGui::SameLine(0, ui.step(10));
        ImGui::BeginChild("variable", {0, below});
        const std::string& name = context.view().variable;
        if (is_domain_outcome(name)) {
            draw_outcome(context, sink, find_domain_outcome(name));
        } else if (const ParameterInfo* row = find_parameter(name)) {
            draw_parameter(context, sink, *row);
        }
        ImGui::EndChild();
        const bool typing = ImGui::GetIO().WantTextInput;
        if (button(ui, "variable.close", context.word(Word::close), true) || (!typing && entered(context, "variable.")))
            sink.send(Action::variables);
    });
}

}  // namespace algemeente::viewer

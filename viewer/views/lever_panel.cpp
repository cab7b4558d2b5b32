#include "text/calendar.h"
#include "viewer/evidence/claims.h"
#include "viewer/plot/prior_chart.h"
#include "viewer/views/overlay.h"
#include "viewer/views/parameter_words.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

constexpr std::string_view first_levers[] = {"standards_programme", "change_capacity_multiplier", "ethics_committee"};

bool is_first(std::string_view name) {
    return std::find(std::begin(first_levers), std::end(first_levers), name) != std::end(first_levers);
}

std::string lever_tip(const ViewContext& context, const ParameterInfo& row) {
    std::string tip(in_language(context.language(), meaning_nl(row.name), row.meaning));
    tip += "\n\n" + filled(context.word(Word::range_words), value_words(row, row.low, context.language()),
                           value_words(row, row.high, context.language()));
    tip += "\n" + std::string(context.word(Word::source)) + ": " + std::string(row.source);
    tip += "\n" + std::string(context.word(provenance_text(row.provenance)));
    tip += "\n" + std::string(row.name);
    return tip;
}

void draw_name_line(const ViewContext& context, CommandSink& sink, const ParameterInfo& row, std::size_t slot) {
    const Ui& ui = context.ui;
    const std::string key = "lever." + std::string(row.name);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    Scene scene;
    scene.add(Marker{.at = {at.x + ui.em * 0.25F, at.y + ui.em * 0.5F},
                     .radius = ui.em * 0.2F,
                     .ink = provenance_ink(row.provenance)});
    draw_scene(*ImGui::GetWindowDrawList(), scene, ui);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ui.em * 0.7F);
    ImGui::PushFont(ui.fonts.small_bold);
    ImGui::TextUnformatted(name_of(row.name, context.language()).c_str());
    ImGui::PopFont();
    note_item(ui, key + ".name");
    if (ImGui::IsItemClicked()) sink.send(OpenVariable{std::string(row.name)});
    tip_on_hover(ui, lever_tip(context, row));
    if (!is_changed(context.session().slots[slot], row.name)) return;
    ImGui::SameLine(ImGui::GetWindowWidth() - ui.em * 2.2F);
    ImGui::PushFont(ui.fonts.small);
    if (ImGui::SmallButton(("\u00D7###" + key + ".reset").c_str())) sink.send(ResetLever{slot, std::string(row.name)});
    note_item(ui, key + ".reset");
    tip_on_hover(ui, context.word(Word::reset_one));
    ImGui::PopFont();
}

/// What the studies of uncertainty draw from, under the slider and on its scale.
void draw_prior(const ViewContext& context, CommandSink& sink, const ParameterInfo& row, double value) {
    const Ui& ui = context.ui;
    const Prior prior = prior_of(row);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = std::max(1.F, ImGui::GetContentRegionAvail().x);
    const float height = ui.em * 1.1F;
    const float edge = ui.em * 0.42F;  // as the slider
    Scene scene;
    draw_prior_chart(scene, {at.x + edge, at.y, width - 2 * edge, height}, prior, row, value,
                     provenance_ink(row.provenance));
    draw_scene(*ImGui::GetWindowDrawList(), scene, ui);
    ImGui::Dummy({width, height});
    note_item(ui, "prior." + std::string(row.name));
    const Word shape = !prior.drawn        ? Word::prior_fixed
                       : prior.logarithmic ? Word::prior_logarithmic
                                           : Word::prior_uniform;
    tip_on_hover(ui, filled(context.word(shape), value_words(row, prior.low, context.language()),
                            value_words(row, prior.high, context.language())));
    claim_links(context, sink, std::string(row.name), claims_of_variable(row.name));
}

void draw_lever(const ViewContext& context, CommandSink& sink, const ParameterInfo& row) {
    const Ui& ui = context.ui;
    const std::size_t slot = context.view().slot;
    const Slot& one = context.session().slots[slot];
    const double value = lever_value(one.scenario, row.name, one.decide_from);
    const double baseline = lever_value(one.preset, row.name, one.decide_from);
    draw_name_line(context, sink, row, slot);
    const std::string key = "lever." + std::string(row.name);
    const SliderResult result = slider(ui, key, value, baseline, row.low, row.high, row.unit == Unit::on_off);
    if (result.moved || result.released)
        sink.send(SetLever{slot, std::string(row.name), result.value, result.released});
    ImGui::PushFont(ui.fonts.small);
    ImGui::TextUnformatted(value_words(row, result.value, context.language()).c_str());
    ImGui::SameLine();
    const std::string base = filled(context.word(Word::basis), value_words(row, baseline, context.language()));
    ImGui::SetCursorPosX(ImGui::GetWindowWidth() - ImGui::CalcTextSize(base.c_str()).x - ui.em * 1.1F);
    ImGui::TextColored(ui.colour4(Ink::soft_text), "%s", base.c_str());
    ImGui::PopFont();
    if (row.role == Role::assumption) draw_prior(context, sink, row, result.value);
    ImGui::Dummy({1, ui.em * 0.15F});
}

bool matches(const ViewContext& context, const ParameterInfo& row) {
    const std::string& typed = context.view().lever_search;
    if (typed.empty()) return true;
    if (find_parameter(typed) != nullptr) return row.name == typed;  // led here by its full name
    const auto has = [&](std::string_view words) {
        return fuzzy_score(typed, words) > static_cast<int>(typed.size()) * 3;
    };
    return has(row.name) || has(name_of(row.name, Language::nl)) || has(name_of(row.name, Language::en));
}

std::vector<const ParameterInfo*> shown_levers(const ViewContext& context) {
    const ViewState& view = context.view();
    std::vector<const ParameterInfo*> shown;
    const Role wanted = view.assumptions ? Role::assumption : Role::lever;
    const bool all = view.assumptions || view.all_levers || !view.lever_search.empty();
    const Slot& slot = context.session().slots[view.slot];
    for (const ParameterInfo& row : parameter_table()) {
        if (row.role != wanted || is_diagnostic(row) || !matches(context, row)) continue;
        if (all || is_first(row.name) || is_changed(slot, row.name)) shown.push_back(&row);
    }
    std::stable_partition(shown.begin(), shown.end(), [](const auto* row) { return is_first(row->name); });
    return shown;
}

void draw_head(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    const ViewState& view = context.view();
    letter_badge(ui, view.slot);
    ImGui::SameLine();
    if (button(ui, "levers.tab", context.word(Word::levers), !view.assumptions)) sink.send(ShowAssumptions{false});
    ImGui::SameLine();
    if (button(ui, "assumptions.tab", context.word(Word::assumptions), view.assumptions))
        sink.send(ShowAssumptions{true});
    const int changed = changed_levers(context.session().slots[view.slot]);
    ImGui::PushFont(ui.fonts.small);
    const std::string words = changed > 0 ? filled(context.word(Word::changed_count), std::to_string(changed))
                                          : std::string(context.word(Word::unchanged));
    ImGui::AlignTextToFramePadding();
    ImGui::TextColored(ui.colour4(Ink::soft_text), "%s", words.c_str());
    if (changed > 0) {
        ImGui::SameLine();
        if (button(ui, "levers.reset", context.word(Word::reset_all))) sink.send(Action::reset_all);
    }
    std::string typed = view.lever_search;
    if (text_field(ui, "levers.search", context.word(Word::search_levers), typed, -1)) sink.send(SetLeverSearch{typed});
    ImGui::PopFont();
}

void draw_decision_month(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    const std::size_t slot = context.view().slot;
    const int month = context.session().slots[slot].decide_from;
    ImGui::PushFont(ui.fonts.small);
    ImGui::AlignTextToFramePadding();
    ImGui::TextColored(ui.colour4(Ink::soft_text), "%s", context.word(Word::decide_from));
    ImGui::SameLine();
    const auto step = [&](const char* key, const char* words, int months) {
        if (button(ui, key, words)) sink.send(SetDecisionMonth{slot, month + months, true});
        ImGui::SameLine(0, ui.em * 0.25F);
    };
    step("decide.earlier", "\u2190", -months_per_year);
    ImGui::TextUnformatted(date_of(month).c_str());
    note_item(ui, "decide.month");
    ImGui::SameLine(0, ui.em * 0.25F);
    step("decide.later", "\u2192", months_per_year);
    ImGui::NewLine();
    ImGui::PopFont();
}

}  // namespace

void draw_lever_panel(const ViewContext& context, CommandSink& sink) {
    draw_head(context, sink);
    if (context.view().assumptions) {
        paragraph(context.ui, context.word(Word::prior_note), context.ui.fonts.small, Ink::soft_text);
    } else {
        draw_decision_month(context, sink);
    }
    ImGui::BeginChild("list", {0, 0}, false);
    for (const ParameterInfo* row : shown_levers(context)) {
        // far below the edge nothing needs drawing, only its room
        const float y = ImGui::GetCursorPosY() - ImGui::GetScrollY();
        if (y > ImGui::GetWindowHeight() * 1.5F || y < -context.ui.em * 12) {
            ImGui::Dummy({1, context.ui.em * (context.view().assumptions ? 6.2F : 3.9F)});
            continue;
        }
        draw_lever(context, sink, *row);
    }
    if (!context.view().assumptions && context.view().lever_search.empty()) {
        const auto levers = std::count_if(parameter_table().begin(), parameter_table().end(),
                                          [](const ParameterInfo& row) { return row.role == Role::lever; });
        const std::string more = context.view().all_levers
                                     ? std::string(context.word(Word::fewer))
                                     : filled(context.word(Word::more), std::to_string(levers - 3));
        if (button(context.ui, "levers.more", more.c_str())) sink.send(Action::all_levers);
    }
    ImGui::EndChild();
}

}  // namespace algemeente::viewer

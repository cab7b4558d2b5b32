#include "text/calendar.h"
#include "viewer/evidence/claims.h"
#include "viewer/plot/prior_chart.h"
#include "viewer/views/overlay.h"
#include "viewer/views/parameter_words.h"

#include <algorithm>
#include <ranges>

namespace algemeente::viewer {

namespace {

constexpr std::string_view first_levers[] = {"standards_programme", "change_capacity_multiplier", "ethics_committee"};

/// What a lever is about: the list shows them together, under a heading with a sign.
enum class Topic : std::uint8_t { capacity, data, law, sensors, work };

struct ThemeInfo {
    Topic topic;
    Word words;
    std::initializer_list<std::string_view> levers;
};

// clang-format off
const ThemeInfo themes[] = {
    {Topic::capacity, Word::group_capacity, {"change_capacity_multiplier", "capacity_cut_share", "data_science_pool", "tender_threshold_eur"}},
    {Topic::data, Word::group_data, {"standards_programme", "common_ground_programme", "open_data_quality_growth", "open_data_sharing_growth"}},
    {Topic::law, Word::group_law, {"ethics_committee", "algorithm_register", "supplier_audit", "privacy_strictness_shift", "privacy_strictness_scale"}},
    {Topic::sensors, Word::group_sensors, {"sensor_cost_multiplier", "sensor_collectability_shift", "sensor_quality"}},
    {Topic::work, Word::group_work, {"human_in_the_loop", "prediction_ambition"}},
};
// clang-format on

const ThemeInfo* theme_of(std::string_view lever) {
    for (const ThemeInfo& info : themes)
        if (std::find(info.levers.begin(), info.levers.end(), lever) != info.levers.end()) return &info;
    return nullptr;
}

/// A small drawing: coins, a grid, scales, waves, a person.
void draw_sign(ImDrawList& list, Topic topic, ImVec2 c, float r, ImU32 ink) {
    const float thick = r * 0.22F;
    const auto line = [&](float x0, float y0, float x1, float y1) {
        list.AddLine({c.x + x0 * r, c.y + y0 * r}, {c.x + x1 * r, c.y + y1 * r}, ink, thick);
    };
    const auto ring = [&](float x, float y, float radius) {
        list.AddCircle({c.x + x * r, c.y + y * r}, radius * r, ink, 20, thick);
    };
    switch (topic) {
        case Topic::capacity:
            for (const float y : {-0.6F, 0.F, 0.6F}) line(-0.8F, y, 0.8F, y);
            ring(-0.3F, -0.6F, 0.22F);
            ring(0.4F, 0.F, 0.22F);
            ring(-0.1F, 0.6F, 0.22F);
            break;
        case Topic::data:
            list.AddRect({c.x - r * 0.8F, c.y - r * 0.8F}, {c.x + r * 0.8F, c.y + r * 0.8F}, ink, 0, 0, thick);
            line(-0.8F, -0.25F, 0.8F, -0.25F);
            line(-0.2F, -0.8F, -0.2F, 0.8F);
            break;
        case Topic::law:
            line(0, -0.8F, 0, 0.8F);
            line(-0.8F, -0.6F, 0.8F, -0.6F);
            line(-0.4F, 0.8F, 0.4F, 0.8F);
            ring(-0.75F, 0, 0.28F);
            ring(0.75F, 0, 0.28F);
            break;
        case Topic::sensors:
            ring(0, 0, 0.2F);
            ring(0, 0, 0.55F);
            ring(0, 0, 0.9F);
            break;
        case Topic::work:
            ring(0, -0.45F, 0.35F);
            line(-0.6F, 0.8F, -0.4F, 0.15F);
            line(0.6F, 0.8F, 0.4F, 0.15F);
            line(-0.4F, 0.15F, 0.4F, 0.15F);
            break;
    }
}

void draw_theme(const ViewContext& context, const ThemeInfo& theme) {
    const Ui& ui = context.ui;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_sign(*ImGui::GetWindowDrawList(), theme.topic, {at.x + ui.em * 0.6F, at.y + ui.em * 0.55F}, ui.em * 0.42F,
              ui.colour(Ink::soft_text));
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ui.em * 1.4F);
    paragraph(ui, context.word(theme.words), ui.fonts.small_bold, Ink::soft_text);
    note_item(ui, "theme." + std::to_string(static_cast<int>(theme.topic)));
}

bool is_first(std::string_view name) {
    return std::find(std::begin(first_levers), std::end(first_levers), name) != std::end(first_levers);
}

std::string lever_tip(const ViewContext& context, const ParameterInfo& row) {
    std::string tip(in_language(context.language(), meaning_nl(row.name), row.meaning));
    tip += "\n\n" + filled(context.word(Word::range_words), value_words(row, row.low, context.language()),
                           value_words(row, row.high, context.language()));
    tip += "\n" + std::string(context.word(Word::source)) + ": " + source_words(row.source, context.language());
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
    const float room = ImGui::GetContentRegionAvail().x - ui.em * 1.6F;  // the cross stays free
    const std::string name = name_of(row.name, context.language());
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + room);
    ImGui::TextUnformatted(name.c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopFont();
    note_item(ui, key + ".name");
    if (ImGui::IsItemClicked()) sink.send(OpenVariable{std::string(row.name)});
    tip_on_hover(ui, lever_tip(context, row));
    if (!is_changed(context.session().slots[slot], row.name)) return;
    ImGui::PushFont(ui.fonts.small);
    const float cross = ImGui::CalcTextSize("\u00D7").x + ImGui::GetStyle().FramePadding.x * 2;
    ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - cross);
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

/// What the tick of a slider marks: the value in A; in A itself, that of the scenario before it was changed.
double compared_value(const ViewContext& context, const ParameterInfo& row) {
    const auto& slots = context.session().slots;
    const Slot& one = slots[context.view().slot];
    if (context.view().slot == 0) return lever_value(one.preset, row.name, one.decide_from);
    return lever_value(slots.front().scenario, row.name, one.decide_from);
}

/// The field in which a value is typed: Enter takes it, anything else leaves the lever as it was.
void draw_typing(const ViewContext& context, CommandSink& sink, const ParameterInfo& row) {
    const TypedValue& typed = context.view().typed;
    const std::string name(row.name);
    if (typed.fresh) {
        ImGui::SetKeyboardFocusHere();
        sink.send(TypeFocusTaken{});
    }
    std::string words = typed.text;
    const bool changed = text_field(context.ui, "lever." + name + ".typed", "", words, context.ui.em * 6);
    if (was_entered()) {
        if (const auto value = value_from(row, words)) sink.send(SetLever{context.view().slot, name, *value, true});
        sink.send(TypeValue{});
    } else if (!typed.fresh && ImGui::IsItemDeactivated()) {
        sink.send(TypeValue{});
    } else if (changed) {
        sink.send(TypeValue{name, words});
    }
}

/// The value, which can be typed, and at the right what it is compared with.
void draw_value_line(const ViewContext& context, CommandSink& sink, const ParameterInfo& row, double value,
                     double compared) {
    const Ui& ui = context.ui;
    const std::string name(row.name);
    const std::string words = value_words(row, value, context.language());
    ImGui::PushFont(ui.fonts.small);
    if (context.view().typed.lever == name) {
        draw_typing(context, sink, row);
    } else {
        ImGui::TextUnformatted(words.c_str());
        const ImVec2 low = ImGui::GetItemRectMin();
        const ImVec2 size = ImGui::GetItemRectSize();
        ImGui::SetCursorScreenPos(low);
        const bool clicked = ImGui::InvisibleButton(("###lever." + name + ".value").c_str(), size);
        note_item(ui, "lever." + name + ".value");
        tip_on_hover(ui, context.word(Word::type_value));
        if (clicked && row.unit != Unit::on_off) sink.send(TypeValue{name, words});
    }
    const bool first = context.view().slot == 0;
    if (!first || compared != value) {
        const std::string base =
            filled(context.word(first ? Word::was_words : Word::in_a), value_words(row, compared, context.language()));
        const float width = ImGui::CalcTextSize(base.c_str()).x;
        ImGui::SameLine();
        // below the value if there is no room beside it
        if (ImGui::GetContentRegionAvail().x < width + ui.em * 0.4F) ImGui::NewLine();
        ImGui::SetCursorPosX(ImGui::GetWindowContentRegionMax().x - width - ui.em * 0.3F);
        ImGui::TextColored(ui.colour4(Ink::soft_text), "%s", base.c_str());
    }
    ImGui::PopFont();
}

bool has_condition(const Scenario& scenario, std::string_view lever) {
    const auto& changes = scenario.conditional_changes;
    return std::any_of(changes.begin(), changes.end(), [&](const auto& change) { return change.lever == lever; });
}

bool is_in_short_list(const Slot& slot, std::string_view lever) {
    return is_first(lever) || is_changed(slot, lever) || has_condition(slot.scenario, lever);
}

/// When it begins in the runs on the screen; nothing while they are to come, or a prediction covers them.
std::string begun_words_of(const ViewContext& context, std::size_t slot, std::size_t number) {
    const bool shown = context.summary != nullptr && slot < context.summary->scenarios.size() && !context.old[slot] &&
                       !context.view().covers(slot, context.session().slots.size());
    if (!shown) return {};
    const Begun begun = begun_in(context.summary->scenarios[slot], number);
    return begun.runs == 0 ? std::string() : begun_words(begun, context.language());
}

/// What the lever does on a condition, and in how many runs it comes to that. It can be read here, not changed.
void draw_conditions(const ViewContext& context, const ParameterInfo& row, std::size_t slot) {
    const auto& changes = context.session().slots[slot].scenario.conditional_changes;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (changes[i].lever != row.name) continue;
        const std::string begun = begun_words_of(context, slot, i);
        const std::string words =
            conditional_words(changes[i], context.language()) + (begun.empty() ? "" : ". ") + begun;
        paragraph(context.ui, words, context.ui.fonts.small, Ink::soft_text);
        note_item(context.ui, "lever." + std::string(row.name) + ".condition." + std::to_string(i));
        tip_on_hover(context.ui, context.word(Word::condition_in_file));
    }
}

}  // namespace

void draw_lever(const ViewContext& context, CommandSink& sink, const ParameterInfo& row) {
    const Ui& ui = context.ui;
    const std::size_t slot = context.view().slot;
    const Slot& one = context.session().slots[slot];
    const double value = lever_value(one.scenario, row.name, one.decide_from);
    const double compared = compared_value(context, row);
    draw_name_line(context, sink, row, slot);
    const std::string key = "lever." + std::string(row.name);
    const SliderResult result = slider(ui, key, value, compared, row.low, row.high, row.unit == Unit::on_off);
    if (result.moved || result.released)
        sink.send(SetLever{slot, std::string(row.name), result.value, result.released});
    if (row.unit == Unit::on_off) ImGui::SameLine(0, ui.step(5));
    draw_value_line(context, sink, row, result.value, compared);
    draw_conditions(context, row, slot);
    if (row.role == Role::assumption) draw_prior(context, sink, row, result.value);
    ImGui::Dummy({1, ui.step(1)});
}

namespace {

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
        if (all || is_in_short_list(slot, row.name)) shown.push_back(&row);
    }
    if (wanted == Role::lever && all) {  // by theme
        std::stable_sort(shown.begin(), shown.end(), [](const auto* one, const auto* other) {
            const ThemeInfo* last = std::end(themes);
            const auto place = [&](const auto* row) { return theme_of(row->name) ? theme_of(row->name) : last; };
            return place(one) < place(other);
        });
    } else {
        std::stable_partition(shown.begin(), shown.end(), [](const auto* row) { return is_first(row->name); });
    }
    return shown;
}

/// The same value from the start, and the same dated changes. Asked in every frame, so without words.
bool stands_as_in(const Scenario& base, const Scenario& scenario, const ParameterInfo& row) {
    if (scenario.parameters.*row.value != base.parameters.*row.value) return false;
    const auto of_lever = std::views::filter([&](const DatedChange& change) { return change.lever == row.name; });
    return std::ranges::equal(scenario.changes | of_lever, base.changes | of_lever);
}

/// Levers that the scenario has otherwise than A (A itself: than the model) and that the short list does not show.
std::vector<std::string_view> moved_under_more(const ViewContext& context) {
    const ViewState& view = context.view();
    if (view.assumptions || view.all_levers || !view.lever_search.empty()) return {};
    const auto& slots = context.session().slots;
    static const Scenario usual;
    const Scenario& base = view.slot == 0 ? usual : slots.front().scenario;
    std::vector<std::string_view> moved;
    for (const ParameterInfo& row : parameter_table()) {
        if (row.role != Role::lever || is_diagnostic(row) || is_in_short_list(slots[view.slot], row.name)) continue;
        if (!stands_as_in(base, slots[view.slot].scenario, row)) moved.push_back(row.name);
    }
    return moved;
}

/// A package may move what is not in sight: a click shows all levers.
void draw_moved_under_more(const ViewContext& context, CommandSink& sink) {
    const std::vector<std::string_view> moved = moved_under_more(context);
    if (moved.empty()) return;
    std::string names;
    for (const std::string_view lever : moved)
        names += (names.empty() ? "" : ", ") + lower_first(name_of(lever, context.language()));
    const std::string tip = filled(context.word(Word::moved_under_more_tip), names);
    const std::string words = filled(context.word(Word::moved_under_more), std::to_string(moved.size()));
    const float room = ImGui::GetContentRegionAvail().x - ImGui::GetStyle().FramePadding.x * 2;
    if (button(context.ui, "levers.moved", in_lines(words, room).c_str(), true, tip.c_str()))
        sink.send(Action::all_levers);
}

void draw_head(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    const ViewState& view = context.view();
    // a narrow panel has no room for the letter: the button of its scenario is lit at the top
    const ImGuiStyle& style = ImGui::GetStyle();
    const float tabs = ImGui::CalcTextSize(context.word(Word::levers)).x +
                       ImGui::CalcTextSize(context.word(Word::assumptions)).x + style.FramePadding.x * 4 +
                       style.ItemSpacing.x * 2;
    if (ImGui::GetContentRegionAvail().x > tabs + ui.em * 2.1F) {
        letter_badge(ui, view.slot);
        ImGui::SameLine();
    }
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
        const float wide = ImGui::CalcTextSize(context.word(Word::reset_all)).x + style.FramePadding.x * 2;
        ImGui::SameLine();
        if (ImGui::GetContentRegionAvail().x < wide) ImGui::NewLine();
        if (button(ui, "levers.reset", context.word(Word::reset_all))) sink.send(Action::reset_all);
    }
    draw_moved_under_more(context, sink);
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
    if (ImGui::GetContentRegionAvail().x < ui.em * 8) ImGui::NewLine();
    const auto step = [&](const char* key, const char* words, int months) {
        if (button(ui, key, words)) sink.send(SetDecisionMonth{slot, month + months, true});
        ImGui::SameLine(0, ui.step(2));
    };
    step("decide.earlier", "\u2190", -months_per_year);
    ImGui::TextUnformatted(date_of(month).c_str());
    note_item(ui, "decide.month");
    ImGui::SameLine(0, ui.step(2));
    step("decide.later", "\u2192", months_per_year);
    ImGui::NewLine();
    ImGui::PopFont();
}

/// Suppliers, national services and laws: there from January 2015 on, or not at all.
void draw_supply(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    const std::size_t slot = context.view().slot;
    const Slot& one = context.session().slots[slot];
    const bool on = one.scenario.supply;
    const bool before = slot == 0 ? one.preset.supply : context.session().slots.front().scenario.supply;
    const SliderResult result = slider(ui, "supply.toggle", on ? 1 : 0, before ? 1 : 0, 0, 1, true);
    if (result.moved || result.released) sink.send(SetSupply{slot, result.value > 0});
    ImGui::SameLine(0, ui.step(5));
    ImGui::PushFont(ui.fonts.small_bold);
    ImGui::TextUnformatted(fitted(context.word(Word::supply_title), ImGui::GetContentRegionAvail().x).c_str());
    ImGui::PopFont();
    note_item(ui, "supply.title");
    tip_on_hover(ui, context.word(Word::supply_tip));
    ImGui::Dummy({1, ui.step(1)});
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
    if (!context.view().assumptions && context.view().lever_search.empty()) draw_supply(context, sink);
    const bool by_theme =
        !context.view().assumptions && context.view().all_levers && context.view().lever_search.empty();
    const ThemeInfo* theme = nullptr;
    for (const ParameterInfo* row : shown_levers(context)) {
        if (by_theme && theme_of(row->name) != theme) {
            theme = theme_of(row->name);
            if (theme != nullptr) draw_theme(context, *theme);
        }
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

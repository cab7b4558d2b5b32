#include "viewer/views/municipality_parts.h"

#include "viewer/views/shown.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

using At = const MunicipalityMonth&;

// clang-format off
constexpr MunicipalityRow rows[] = {
    {RowGroup::social, Word::flow_in_use, 10, [](At at) { return static_cast<double>(at.offices[0].in_use); }, false},
    {RowGroup::social, Word::on_the_way, 10, [](At at) { return static_cast<double>(at.offices[0].pipeline); }, false},
    {RowGroup::social, Word::months_in_office_label, 48, [](At at) { return static_cast<double>(at.offices[0].months_in_office); }, false},
    {RowGroup::social, Word::appetite, 1, [](At at) { return static_cast<double>(at.offices[0].appetite); }},
    {RowGroup::social, Word::knowledge_label, 1, [](At at) { return static_cast<double>(at.offices[0].knowledge); }},
    {RowGroup::social, Word::risk_aversion, 16, [](At at) { return static_cast<double>(at.offices[0].risk_aversion); }},
    {RowGroup::social, Word::willingness_label, 1, [](At at) { return static_cast<double>(at.offices[0].willingness); }},
    {RowGroup::physical, Word::flow_in_use, 10, [](At at) { return static_cast<double>(at.offices[1].in_use); }, false},
    {RowGroup::physical, Word::on_the_way, 10, [](At at) { return static_cast<double>(at.offices[1].pipeline); }, false},
    {RowGroup::physical, Word::months_in_office_label, 48, [](At at) { return static_cast<double>(at.offices[1].months_in_office); }, false},
    {RowGroup::physical, Word::appetite, 1, [](At at) { return static_cast<double>(at.offices[1].appetite); }},
    {RowGroup::physical, Word::knowledge_label, 1, [](At at) { return static_cast<double>(at.offices[1].knowledge); }},
    {RowGroup::physical, Word::risk_aversion, 16, [](At at) { return static_cast<double>(at.offices[1].risk_aversion); }},
    {RowGroup::physical, Word::willingness_label, 1, [](At at) { return static_cast<double>(at.offices[1].willingness); }},
    {RowGroup::organisation, Word::capacity_label, 10, [](At at) { return static_cast<double>(at.capacity); }},
    {RowGroup::organisation, Word::change_capacity_label, 10, [](At at) { return static_cast<double>(at.change_capacity); }},
    {RowGroup::organisation, Word::ict_label, 1, [](At at) { return static_cast<double>(at.ict); }},
    {RowGroup::organisation, Word::standards_label, 1, [](At at) { return static_cast<double>(at.standards); }},
    {RowGroup::organisation, Word::data_quality, 1, [](At at) { return static_cast<double>(at.source_quality); }},
    {RowGroup::organisation, Word::sharing_label, 1, [](At at) { return static_cast<double>(at.sharing); }},
    {RowGroup::organisation, Word::strictness_label, 1, [](At at) { return static_cast<double>(at.strictness); }},
    {RowGroup::organisation, Word::ethics_label, 1, [](At at) { return static_cast<double>(at.ethics); }},
    {RowGroup::organisation, Word::knowledge_label, 1, [](At at) { return static_cast<double>(at.knowledge); }},
    {RowGroup::citizens, Word::trust_label, 1, [](At at) { return static_cast<double>(at.trust); }},
    {RowGroup::citizens, Word::concern_label, 1, [](At at) { return static_cast<double>(at.concern); }},
};
// clang-format on

/// Beside a bar, as wide in every row: for a number or for the longest word of a level.
float words_room(const ViewContext& context) {
    float room = context.ui.em * 2;
    for (const Word level : {Word::level_low, Word::level_middle, Word::level_high})
        room = std::max(room, ImGui::CalcTextSize(context.word(level)).x);
    return room + ImGui::GetStyle().ItemSpacing.x + context.ui.em * 0.3F;
}

}  // namespace

std::span<const MunicipalityRow> municipality_rows() {
    return rows;
}

bool is_level(const MunicipalityRow& row) {
    return row.high == 1;
}

std::string row_words(const MunicipalityRow& row, double value, Language language) {
    return is_level(row) ? std::string(level_words(value, language)) : number_words(value, language);
}

Ink ink_of(RowGroup group) {
    switch (group) {
        case RowGroup::social: return Ink::social;
        case RowGroup::physical: return Ink::physical;
        case RowGroup::organisation:
        case RowGroup::citizens: return Ink::soft_text;
    }
    return Ink::soft_text;
}

bool begin_columns(const char* name, std::initializer_list<float> widths, float height) {
    constexpr ImGuiTableFlags flags =
        ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_NoPadInnerX | ImGuiTableFlags_NoPadOuterX;
    ImGui::BeginChild(name, {0, height});
    if (ImGui::BeginTable(name, static_cast<int>(widths.size()), flags)) {
        for (const float width : widths) ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, width);
        return true;
    }
    ImGui::EndChild();
    return false;
}

void end_columns() {
    ImGui::EndTable();
    ImGui::EndChild();
}

void draw_bar(const ViewContext& context, Ink ink, double value, double high, std::string_view words) {
    const Ui& ui = context.ui;
    ImGui::PushFont(ui.fonts.small);
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float width = std::max(ui.em, ImGui::GetContentRegionAvail().x - words_room(context));
    const float share = static_cast<float>(std::clamp(value / high, 0.0, 1.0));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float y = from.y + ui.em * 0.3F;
    list.AddRectFilled({from.x, y}, {from.x + width, y + ui.em * 0.4F}, ui.colour(Ink::grid), 3);
    if (share > 0) list.AddRectFilled({from.x, y}, {from.x + width * share, y + ui.em * 0.4F}, ui.colour(ink), 3);
    ImGui::Dummy({width, 1});
    ImGui::SameLine();
    ImGui::TextUnformatted(words.data(), words.data() + words.size());
    ImGui::PopFont();
}

void draw_row(const ViewContext& context, const MunicipalityRow& row, const MunicipalityMonth& at) {
    const Ui& ui = context.ui;
    ImGui::PushFont(ui.fonts.small);
    // the bar and its words come first: a name can be shortened
    const float width = ImGui::GetContentRegionAvail().x;
    const float room =
        std::max(ui.em * 2, std::min({ui.em * 12.5F, width * 0.62F, width - words_room(context) - ui.em * 2}));
    // a name that does not fit says itself under the pointer
    const std::string words = context.word(row.word);
    const std::string shown = fitted(words, room - ui.em * 0.3F);
    ImGui::TextUnformatted(shown.c_str());
    ImGui::PopFont();
    if (shown != words) tip_on_hover(ui, words);
    ImGui::SameLine(room);
    const double value = row.value(at);
    draw_bar(context, ink_of(row.group), value, row.high, row_words(row, value, context.language()));
    if (is_level(row)) tip_on_hover(ui, number_words(value, context.language(), {.percent = true, .decimals = 0}));
}

void draw_scenario(const ViewContext& context) {
    const Ui& ui = context.ui;
    const std::size_t slot = std::min(context.view().slot, context.session().slots.size() - 1);
    ImGui::BeginGroup();
    letter_badge(ui, slot);
    ImGui::SameLine(0, ui.step(2));
    ImGui::PushFont(ui.fonts.small_bold);
    ImGui::TextUnformatted(fitted(slot_title(context, slot), ImGui::GetContentRegionAvail().x).c_str());
    ImGui::PopFont();
    ImGui::EndGroup();
    note_item(ui, "municipality.scenario");
}

Person person_of(const ProbeResult& probe, std::size_t municipality, Person wanted) {
    const std::uint32_t count =
        wanted.employee ? probe.people.employees(municipality) : probe.people.citizens(municipality);
    wanted.number %= std::max(1U, count);
    return wanted;
}

}  // namespace algemeente::viewer

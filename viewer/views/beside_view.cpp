// Up to three municipalities beside each other: the same rows of the same run.
#include "viewer/views/municipality_parts.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

struct Column {
    std::string code;
    std::string name;
    std::optional<std::size_t> position;
};

std::vector<Column> columns_of(const ViewContext& context) {
    std::vector<std::string> codes = context.view().pinned;
    const std::string& selected = context.view().municipality;
    if (codes.size() < 3 && std::find(codes.begin(), codes.end(), selected) == codes.end()) codes.push_back(selected);
    std::vector<Column> columns;
    for (const std::string& code : codes) {
        const BorderRegion* region = context.borders.find(code);
        Column column{code, region != nullptr ? region->name : code, position_in(*context.probe->country, code)};
        columns.push_back(std::move(column));
    }
    return columns;
}

void draw_pins(const ViewContext& context, CommandSink& sink, const std::vector<Column>& columns) {
    const Ui& ui = context.ui;
    const auto& pinned = context.view().pinned;
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    for (const Column& column : columns) {
        ImGui::TableNextColumn();
        ImGui::PushFont(ui.fonts.small);
        const bool is_pinned = std::find(pinned.begin(), pinned.end(), column.code) != pinned.end();
        if (button(ui, "beside.pin." + column.code, context.word(is_pinned ? Word::unpin : Word::pin)))
            sink.send(PinMunicipality{column.code});
        ImGui::PopFont();
    }
}

void draw_names(const ViewContext& context, CommandSink& sink, const std::vector<Column>& columns) {
    const Ui& ui = context.ui;
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    paragraph(ui, filled(context.word(Word::one_run), month_words(context.view().cursor, context.language())),
              ui.fonts.small, Ink::soft_text);
    for (const Column& column : columns) {
        ImGui::TableNextColumn();
        heading(ui, column.name.c_str());
        note_item(ui, "beside." + column.code);
    }
    if (!context.picture) draw_pins(context, sink, columns);
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    paragraph(ui, context.word(Word::inhabitants), ui.fonts.small);
    for (const Column& column : columns) {
        ImGui::TableNextColumn();
        if (!column.position) continue;
        const MunicipalityFacts& facts = (*context.probe->country)[*column.position];
        paragraph(ui, number_words(facts.population, context.language()), ui.fonts.small);
    }
}

void draw_group(const ViewContext& context, const std::vector<Column>& columns, RowGroup group, Word title) {
    const Ui& ui = context.ui;
    const int month = std::min(context.view().cursor, context.probe->months - 1);
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::PushStyleColor(
        ImGuiCol_Text,
        ui.colour(group == RowGroup::organisation || group == RowGroup::citizens ? Ink::text : ink_of(group)));
    heading(ui, context.word(title));
    ImGui::PopStyleColor();
    for (const MunicipalityRow& row : municipality_rows()) {
        if (row.group != group) continue;
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        paragraph(ui, context.word(row.word), ui.fonts.small);
        double high = row.high;
        for (const Column& column : columns)
            if (column.position) high = std::max(high, row.value(context.probe->state(month, *column.position)));
        for (const Column& column : columns) {
            ImGui::TableNextColumn();
            if (!column.position) continue;
            const double value = row.value(context.probe->state(month, *column.position));
            // beside another, low and middle say too little
            const NumberForm form = is_level(row) ? NumberForm{.percent = true, .decimals = 0} : NumberForm{};
            draw_bar(context, ink_of(group), value, high, number_words(value, context.language(), form));
        }
    }
}

int events_until(const ViewContext& context, std::size_t municipality, EventKind kind) {
    return static_cast<int>(
        std::count_if(context.probe->events.begin(), context.probe->events.end(), [&](const Event& event) {
            return event.municipality == municipality && event.kind == kind && event.month <= context.view().cursor;
        }));
}

void draw_so_far(const ViewContext& context, const std::vector<Column>& columns) {
    const Ui& ui = context.ui;
    constexpr std::pair<EventKind, Word> counted[] = {
        {EventKind::idea, Word::flow_ideas},          {EventKind::started, Word::flow_started},
        {EventKind::in_use, Word::flow_used},         {EventKind::dropped, Word::flow_dropped},
        {EventKind::abandoned, Word::flow_abandoned}, {EventKind::discontinued, Word::flow_ended},
        {EventKind::incident, Word::incidents_label}};
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    heading(ui, context.word(Word::so_far_label));
    for (const auto& [kind, word] : counted) {
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        paragraph(ui, context.word(word), ui.fonts.small);
        for (const Column& column : columns) {
            ImGui::TableNextColumn();
            if (column.position)
                paragraph(ui, std::to_string(events_until(context, *column.position, kind)), ui.fonts.small);
        }
    }
}

void draw_spread(const ViewContext& context, const std::vector<Column>& columns, Quality quality, Word title) {
    const Ui& ui = context.ui;
    const int month = std::min(context.view().cursor, context.probe->months - 1);
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    paragraph(ui, context.word(title), ui.fonts.small);
    for (const Column& column : columns) {
        ImGui::TableNextColumn();
        if (!column.position) continue;
        const std::vector<double> values = context.probe->people.values(quality, month, *column.position);
        Histogram histogram{.counts = histogram_of(values, 20), .mean = 0};
        for (const double value : values) histogram.mean += value / static_cast<double>(values.size());
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float width = std::max(1.F, ImGui::GetContentRegionAvail().x - ui.em);
        Scene scene;
        draw_histogram(scene, {at.x, at.y - ui.em, width, ui.em * 5}, histogram, chart_style(ui));
        draw_scene(*ImGui::GetWindowDrawList(), scene, ui);
        ImGui::Dummy({width, ui.em * 4});
    }
}

}  // namespace

void draw_beside(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    const std::vector<Column> columns = columns_of(context);
    if (columns.size() < 2) paragraph(ui, context.word(Word::beside_hint), nullptr, Ink::soft_text);
    for (const Column& column : columns)
        if (!column.position)
            paragraph(ui, column.name + ": " + context.word(Word::map_not_simulated), ui.fonts.small, Ink::soft_text);
    ImGui::BeginChild("beside", {0, 0});
    if (ImGui::BeginTable("rows", static_cast<int>(columns.size()) + 1,
                          ImGuiTableFlags_RowBg | ImGuiTableFlags_SizingStretchProp)) {
        ImGui::TableSetupColumn("name", ImGuiTableColumnFlags_WidthFixed, ui.em * 13.5F);
        for (const Column& column : columns)
            ImGui::TableSetupColumn(column.code.c_str(), ImGuiTableColumnFlags_WidthStretch, 1);
        draw_names(context, sink, columns);
        draw_group(context, columns, RowGroup::social, Word::social_domain);
        draw_group(context, columns, RowGroup::physical, Word::physical_domain);
        draw_group(context, columns, RowGroup::organisation, Word::organisation_label);
        draw_group(context, columns, RowGroup::citizens, Word::citizens_label);
        draw_spread(context, columns, Quality::trust, Word::trust_spread);
        draw_spread(context, columns, Quality::concern, Word::concern_spread);
        draw_spread(context, columns, Quality::willingness, Word::willingness_spread);
        draw_so_far(context, columns);
        ImGui::EndTable();
    }
    ImGui::EndChild();
}

}  // namespace algemeente::viewer

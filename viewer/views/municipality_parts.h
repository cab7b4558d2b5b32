// Pieces of the page of a municipality that its three pages share.
#pragma once

#include "viewer/views/view.h"

#include <initializer_list>
#include <span>

namespace algemeente::viewer {

enum class RowGroup : std::uint8_t { social, physical, organisation, citizens };

/// One number of a municipality: the same rows on its own page and side by side.
struct MunicipalityRow {
    RowGroup group;
    Word word;
    double high;  ///< where its bar is full
    double (*value)(const MunicipalityMonth& at);
    bool in_overview = true;  ///< false: its own page says it in another way
};
std::span<const MunicipalityRow> municipality_rows();

/// A level from 0 to 1, which has no unit that one could count.
bool is_level(const MunicipalityRow& row);
/// "middle" for a level, else a number.
std::string row_words(const MunicipalityRow& row, double value, Language language);

/// Columns of these widths that scroll together, as one page: each begins with ImGui::TableNextColumn(), and
/// end_columns() ends them if this is true.
bool begin_columns(const char* name, std::initializer_list<float> widths, float height = 0);
void end_columns();

/// Name, bar and words; the bar is full at `high`.
void draw_row(const ViewContext& context, const MunicipalityRow& row, const MunicipalityMonth& at);
void draw_bar(const ViewContext& context, Ink ink, double value, double high, std::string_view words);
Ink ink_of(RowGroup group);

/// Whose numbers these are: marker, letter and name, as in the bar at the top.
void draw_scenario(const ViewContext& context);
void draw_people(const ViewContext& context, CommandSink& sink, std::size_t municipality);
/// Among municipalities of its size, over all runs. `position` in the summary's country.
void draw_standing(const ViewContext& context, CommandSink& sink, std::size_t position);
void draw_beside(const ViewContext& context, CommandSink& sink);

}  // namespace algemeente::viewer

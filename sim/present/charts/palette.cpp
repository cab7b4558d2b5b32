#include "present/charts/palette.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace algemeente::present {

namespace {

struct Row {
    Ink ink;
    std::string_view word;
    std::uint32_t light;
    std::uint32_t dark;
};

constexpr Row rows[] = {
    {Ink::background, "background", 0xFFFFFF, 0x15181D},
    {Ink::panel, "panel", 0xF4F5F7, 0x1E2229},
    {Ink::raised, "raised", 0xE4E7EB, 0x2C323B},
    {Ink::border, "border", 0xD0D7DE, 0x3A414B},
    {Ink::text, "text", 0x1F2328, 0xE6E8EB},
    {Ink::soft_text, "soft_text", 0x57606A, 0x9AA4AF},
    {Ink::grid, "grid", 0xE6E9ED, 0x2A3038},
    {Ink::neutral, "neutral", 0x8C959F, 0x6E7781},
    {Ink::social, "social", 0x0072B2, 0x56B4E9},
    {Ink::physical, "physical", 0xD55E00, 0xE69F00},
    {Ink::social_letters, "social_letters", 0x00578A, 0x56B4E9},
    {Ink::physical_letters, "physical_letters", 0xA84A00, 0xE69F00},
    {Ink::accent, "accent", 0x24292F, 0xE6E8EB},
    {Ink::on_accent, "on_accent", 0xFFFFFF, 0x15181D},
    {Ink::no_data, "no_data", 0xE3E7EB, 0x2A3038},
    {Ink::grounded, "grounded", 0x007A5A, 0x3FC79A},
    {Ink::literature, "literature", 0x5B5FC7, 0x9EA2FF},
    {Ink::assumed, "assumed", 0x8A6D00, 0xD9B44A},
    {Ink::problem, "problem", 0xA4133C, 0xFF8FA3},
    {Ink::map_social_0, "map_social_0", 0xEFF3FF, 0x22303C},
    {Ink::map_social_1, "map_social_1", 0xBDD7E7, 0x2B4D66},
    {Ink::map_social_2, "map_social_2", 0x6BAED6, 0x34719A},
    {Ink::map_social_3, "map_social_3", 0x3182BD, 0x4A9BCB},
    {Ink::map_social_4, "map_social_4", 0x08519C, 0x8CCBF0},
    {Ink::map_physical_0, "map_physical_0", 0xFEEDDE, 0x33291F},
    {Ink::map_physical_1, "map_physical_1", 0xFDBE85, 0x5C4119},
    {Ink::map_physical_2, "map_physical_2", 0xFD8D3C, 0x8F6213},
    {Ink::map_physical_3, "map_physical_3", 0xE6550D, 0xC08510},
    {Ink::map_physical_4, "map_physical_4", 0xA63603, 0xF5BE4A},
    {Ink::difference_0, "difference_0", 0x7B3294, 0xB06BC8},
    {Ink::difference_1, "difference_1", 0xC2A5CF, 0x6F4E7D},
    {Ink::difference_2, "difference_2", 0xEDEDED, 0x3B3F45},
    {Ink::difference_3, "difference_3", 0xA6DBA0, 0x3F6E43},
    {Ink::difference_4, "difference_4", 0x008837, 0x5CBF6C},
    {Ink::factor_0, "factor_0", 0x666666, 0xAAAAAA},
    {Ink::factor_1, "factor_1", 0xDDCC77, 0xDDCC77},
    {Ink::factor_2, "factor_2", 0x332288, 0x8E7BE0},
    {Ink::factor_3, "factor_3", 0x44AA99, 0x44AA99},
    {Ink::factor_4, "factor_4", 0x7A4A2E, 0xA9826B},
    {Ink::factor_5, "factor_5", 0xCC99BB, 0xCC99BB},
    {Ink::factor_6, "factor_6", 0x882255, 0xD06A9E},
    {Ink::factor_7, "factor_7", 0x999933, 0xBDBD5C},
    {Ink::factor_8, "factor_8", 0xAA4499, 0xC874BC},
    {Ink::factor_9, "factor_9", 0x117733, 0x4CAF73},
    {Ink::series_0, "series_0", 0x0072B2, 0x3D8FD1},
    {Ink::series_1, "series_1", 0xE69F00, 0xE69F00},
    {Ink::series_2, "series_2", 0x009E73, 0x1DB88B},
    {Ink::series_3, "series_3", 0xCC79A7, 0xDB93BC},
    {Ink::series_4, "series_4", 0x56B4E9, 0x86CDF5},
    {Ink::series_5, "series_5", 0x1F2328, 0xE6E8EB},
};
static_assert(std::size(rows) == static_cast<std::size_t>(Ink::count));

constexpr bool rows_in_order() {
    for (std::size_t i = 0; i < std::size(rows); ++i)
        if (rows[i].ink != static_cast<Ink>(i)) return false;
    return true;
}
static_assert(rows_in_order());

double linear(std::uint8_t part) {
    const double share = part / 255.0;
    return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

}  // namespace

Colour colour_of(Ink ink, Theme theme) {
    const Row& row = rows[static_cast<std::size_t>(ink)];
    const std::uint32_t hex = theme == Theme::light ? row.light : row.dark;
    return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>(hex >> 8U & 0xFFU),
            static_cast<std::uint8_t>(hex & 0xFFU)};
}

std::string hex_of(Colour colour) {
    std::array<char, 8> room{};
    std::snprintf(room.data(), room.size(), "#%02X%02X%02X", colour.red, colour.green, colour.blue);
    return room.data();
}

std::string_view ink_word(Ink ink) {
    return rows[static_cast<std::size_t>(ink)].word;
}

double contrast(Colour one, Colour other) {
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return a > b ? a / b : b / a;
}

Ink letters_on(Ink ink, Theme theme) {
    const auto with = [&](Ink letters) { return contrast(colour_of(letters, theme), colour_of(ink, theme)); };
    return with(Ink::text) >= with(Ink::background) ? Ink::text : Ink::background;
}

}  // namespace algemeente::present

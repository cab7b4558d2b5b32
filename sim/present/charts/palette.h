// Every colour of the window and of pages, by role, in a light and a dark theme. A hue is a domain; a letter, marker
// and dash are a scenario. Okabe and Ito's blues and oranges, ColorBrewer's scales for the map; never red against
// green.
#pragma once

#include "world/types.h"

#include <cstdint>
#include <string>

namespace algemeente::present {

enum class Theme : std::uint8_t { light, dark };

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;

    bool operator==(const Colour&) const = default;
};

enum class Ink : std::uint8_t {
    background,
    panel,
    raised,  ///< buttons and fields
    border,
    text,
    soft_text,
    grid,
    neutral,  ///< baseline and other runs
    social,
    physical,
    social_letters,  ///< the hue of the domain, for small letters: contrast with the background of at least 4.5
    physical_letters,
    accent,  ///< what can be pressed, and is
    on_accent,
    no_data,
    grounded,
    literature,
    assumed,
    problem,  ///< what went wrong; a sign or a word says so too
    map_social_0,
    map_social_1,
    map_social_2,
    map_social_3,
    map_social_4,
    map_physical_0,
    map_physical_1,
    map_physical_2,
    map_physical_3,
    map_physical_4,
    difference_0,
    difference_1,
    difference_2,
    difference_3,
    difference_4,
    factor_0,
    factor_1,
    factor_2,
    factor_3,
    factor_4,
    factor_5,
    factor_6,
    factor_7,
    factor_8,
    factor_9,
    series_0,
    series_1,
    series_2,
    series_3,
    series_4,
    series_5,
    count
};

Colour colour_of(Ink ink, Theme theme);
std::string hex_of(Colour colour);
std::string_view ink_word(Ink ink);

/// Contrast by the WCAG formula, 1 to 21.
double contrast(Colour one, Colour other);

constexpr Ink domain_ink(Domain domain) {
    return domain == Domain::social ? Ink::social : Ink::physical;
}
/// The ink for small letters about what is drawn in `ink`.
constexpr Ink letters_of(Ink ink) {
    if (ink == Ink::social) return Ink::social_letters;
    return ink == Ink::physical ? Ink::physical_letters : ink;
}
/// Letters on a box of that colour: dark or light, whichever is read best.
Ink letters_on(Ink ink, Theme theme);
/// Series that are neither a domain nor a factor: six are told apart by every eye.
inline constexpr std::size_t series_inks = 6;

constexpr Ink nth(Ink first, int step) {
    return static_cast<Ink>(static_cast<int>(first) + step);
}
constexpr Ink series_ink(std::size_t position) {
    return nth(Ink::series_0, static_cast<int>(position % series_inks));
}

}  // namespace algemeente::present

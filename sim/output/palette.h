// Colours on paper, told apart by every eye: a hue is a domain, a letter and a dash are a scenario.
//
// Okabe and Ito's blue and vermillion; never red against green, because adoption is not good or bad in itself.
#pragma once

#include "world/types.h"

#include <cstddef>
#include <string_view>

namespace algemeente {

inline constexpr std::string_view ink = "#1F2328";
inline constexpr std::string_view soft_ink = "#57606A";
inline constexpr std::string_view neutral_line = "#8C959F";

constexpr std::string_view domain_colour(Domain domain) {
    return domain == Domain::social ? "#0072B2" : "#D55E00";
}
/// The same hue, dark enough for small letters on white (contrast of at least 4.5 to 1).
constexpr std::string_view domain_ink(Domain domain) {
    return domain == Domain::social ? "#00578A" : "#A84A00";
}

/// Value of stroke-dasharray: A solid, B dashed, C dotted, D dash-dot, and again.
constexpr std::string_view scenario_dash(std::size_t position) {
    constexpr std::string_view dashes[] = {"none", "7 4", "2 3", "8 3 2 3"};
    return dashes[position % 4];
}

}  // namespace algemeente

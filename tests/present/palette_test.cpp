#include "present/charts/palette.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace algemeente::present {
namespace {

double contrast_with_ground(Ink ink, Theme theme) {
    return contrast(colour_of(ink, theme), colour_of(Ink::background, theme));
}

}  // namespace

TEST(Palette, LinesAndLettersStandOut) {
    for (const Theme theme : {Theme::light, Theme::dark}) {
        for (const Domain domain : {Domain::social, Domain::physical}) {
            EXPECT_GE(contrast_with_ground(domain_ink(domain), theme), 3);
            EXPECT_GE(contrast_with_ground(letters_of(domain_ink(domain)), theme), 4.5);
        }
        EXPECT_GE(contrast_with_ground(Ink::text, theme), 7);
        EXPECT_GE(contrast_with_ground(Ink::soft_text, theme), 4.5);
        EXPECT_GE(contrast(colour_of(Ink::soft_text, theme), colour_of(Ink::panel, theme)), 4.5);
        EXPECT_GE(contrast(colour_of(Ink::on_accent, theme), colour_of(Ink::accent, theme)), 7);
    }
}

TEST(Palette, NumbersOnFactorsCanBeRead) {
    for (const Theme theme : {Theme::light, Theme::dark})
        for (int k = 0; k < 10; ++k) {
            const Ink ink = nth(Ink::factor_0, k);
            EXPECT_GE(contrast(colour_of(ink, theme), colour_of(letters_on(ink, theme), theme)), 4.5) << ink_word(ink);
        }
}

/// CIE Lab of a colour under daylight.
std::array<double, 3> lab_of(Colour colour) {
    const auto linear = [](std::uint8_t part) {
        const double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    const double red = linear(colour.red);
    const double green = linear(colour.green);
    const double blue = linear(colour.blue);
    const auto bent = [](double share) { return share > 0.008856 ? std::cbrt(share) : 7.787 * share + 16.0 / 116; };
    const double x = bent((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
    const double y = bent(0.2126 * red + 0.7152 * green + 0.0722 * blue);
    const double z = bent((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// How different two colours look, by CIE 1976: below about 35 a small area is taken for the other.
double apart(Ink one, Ink other, Theme theme) {
    const auto a = lab_of(colour_of(one, theme));
    const auto b = lab_of(colour_of(other, theme));
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

TEST(Palette, NoFactorAndNoProblemLooksLikeADomain) {
    for (const Theme theme : {Theme::light, Theme::dark})
        for (const Ink domain : {Ink::social, Ink::physical}) {
            for (int k = 0; k < 10; ++k)
                EXPECT_GE(apart(nth(Ink::factor_0, k), domain, theme), 35)
                    << ink_word(nth(Ink::factor_0, k)) << " and " << ink_word(domain);
            EXPECT_GE(apart(Ink::problem, domain, theme), 35) << ink_word(domain);
        }
}

}  // namespace algemeente::present

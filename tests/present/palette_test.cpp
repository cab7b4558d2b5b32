#include "present/charts/palette.h"

#include <gtest/gtest.h>

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

TEST(Palette, NoFactorHasTheHueOfADomain) {
    for (const Theme theme : {Theme::light, Theme::dark})
        for (int k = 0; k < 10; ++k)
            for (const Ink domain : {Ink::social, Ink::physical})
                EXPECT_FALSE(colour_of(nth(Ink::factor_0, k), theme) == colour_of(domain, theme)) << k;
}

}  // namespace algemeente::present

// Colours of domains are for domains alone, and beside them there is one accent. And a lever says what A has.
#include "screen_check.h"
#include "ui_bot.h"

#include <algorithm>
#include <set>

namespace algemeente::viewer {
namespace {

using Rgb = std::tuple<int, int, int>;

Rgb rgb_of(ImU32 colour) {
    return {static_cast<int>(colour & 0xFFU), static_cast<int>((colour >> 8U) & 0xFFU),
            static_cast<int>((colour >> 16U) & 0xFFU)};
}

Rgb rgb_of(Ink ink, Theme theme) {
    const Colour colour = colour_of(ink, theme);
    return {colour.red, colour.green, colour.blue};
}

/// Greys and near-greys are no colours.
bool is_coloured(const Rgb& rgb) {
    const auto [red, green, blue] = rgb;
    return std::max({red, green, blue}) - std::min({red, green, blue}) > 60;
}

/// Colours of everything that is drawn in windows whose name begins so.
std::set<Rgb> colours_in(const std::string& beginning) {
    std::set<Rgb> found;
    const ImDrawData& data = *ImGui::GetDrawData();
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        if (!std::string_view(list._OwnerName != nullptr ? list._OwnerName : "").starts_with(beginning)) continue;
        for (const ImDrawVert& one : list.VtxBuffer)
            if (is_coloured(rgb_of(one.col))) found.insert(rgb_of(one.col));
    }
    return found;
}

TEST(Colours, AroundThePageThereIsOneAccent) {
    for (const bool dark : {false, true}) {
        UiBot bot(dutch());
        if (dark) bot.app().sink().send(Action::theme);
        bot.app().sink().send(SetLever{1, "ethics_committee", 1, true});
        bot.settle();
        bot.frames(3);
        const Theme theme = dark ? Theme::dark : Theme::light;
        std::set<Rgb> allowed;
        // the accent, and the dots that tell how well a number is known
        for (const Ink ink : {Ink::accent, Ink::grounded, Ink::literature, Ink::assumed})
            allowed.insert(rgb_of(ink, theme));
        for (const char* window : {"top", "levers", "status"})
            for (const Rgb& rgb : colours_in(window))
                EXPECT_TRUE(allowed.contains(rgb))
                    << window << " " << std::get<0>(rgb) << " " << std::get<1>(rgb) << " " << std::get<2>(rgb);
    }
}

TEST(Colours, OfDomainsAreForDomainsAlone) {
    for (const Theme theme : {Theme::light, Theme::dark}) {
        const std::set<Rgb> domains{rgb_of(Ink::social, theme), rgb_of(Ink::physical, theme)};
        for (std::size_t k = 0; k < factor_count; ++k) {
            const Ink factor = static_cast<Ink>(static_cast<std::size_t>(Ink::factor_0) + k);
            EXPECT_FALSE(domains.contains(rgb_of(factor, theme))) << "factor " << k << " has the colour of a domain";
        }
        for (const Ink ink : {Ink::accent, Ink::grounded, Ink::literature, Ink::assumed, Ink::problem})
            EXPECT_FALSE(domains.contains(rgb_of(ink, theme)));
    }
    UiBot bot(dutch());
    const std::set<Rgb> domains{rgb_of(Ink::social, Theme::light), rgb_of(Ink::physical, Theme::light)};
    for (const PageInfo& page : page_table) {
        bot.app().sink().send(SetPage{page.page});
        bot.settle();
        bot.frames(2);
        for (const char* window : {"top", "levers", "status", "timeline"})
            for (const Rgb& rgb : colours_in(window))
                EXPECT_FALSE(domains.contains(rgb)) << page.id << ": " << window << " is no domain";
    }
}

TEST(Levers, SayWhatAHasAndSpeakOfNoBase) {
    for (const Language language : {Language::nl, Language::en}) {
        Options options;
        options.language = language;
        UiBot bot(options);
        bot.app().sink().send(SetLever{1, "ethics_committee", 1, true});
        bot.settle();
        bot.frames(2);
        const bool dutch_words = language == Language::nl;
        EXPECT_TRUE(is_on_screen(dutch_words ? "in A: uit" : "in A: off")) << all_words();
        EXPECT_FALSE(is_on_screen(dutch_words ? "basis:" : "base:"));
    }
}

}  // namespace
}  // namespace algemeente::viewer

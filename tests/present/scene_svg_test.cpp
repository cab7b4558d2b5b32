#include "present/charts/scene.h"

#include <gtest/gtest.h>

namespace algemeente::present {
namespace {

bool holds(const std::string& text, std::string_view word) {
    return text.find(word) != std::string::npos;
}

std::string figure_of(Item item) {
    Scene scene;
    scene.items.push_back(std::move(item));
    return svg_figure(scene, 100, 50, "a < b");
}

}  // namespace

TEST(SceneSvg, NamesThePictureForScreenReadersAndScalesWithItsRoom) {
    const std::string svg = figure_of(Box{});
    EXPECT_TRUE(holds(svg, "<svg viewBox=\"0 0 100 50\" role=\"img\" aria-label=\"a &lt; b\"><title>a &lt; b</title>"))
        << svg;
    EXPECT_TRUE(svg.ends_with("</svg>\n"));
}

TEST(SceneSvg, OnlyAFileNamesItsFormatAndHasABackground) {
    EXPECT_FALSE(holds(figure_of(Box{}), "http"));
    EXPECT_FALSE(holds(figure_of(Box{}), "100%"));
    const std::string file = svg_file({}, 10, 10, Theme::dark, "title");
    EXPECT_TRUE(holds(file, "xmlns=\"http://www.w3.org/2000/svg\""));
    EXPECT_TRUE(holds(file, "<rect width=\"100%\" height=\"100%\" fill=\"#15181D\"/>"));
}

TEST(SceneSvg, EscapesWordsAndTips) {
    EXPECT_TRUE(holds(figure_of(Text{.at = {1, 2}, .words = "a < b & c"}), ">a &lt; b &amp; c</text>"));
    EXPECT_TRUE(holds(figure_of(Box{.area = {1, 2, 3, 4}, .tip = "x > y"}), "><title>x &gt; y</title></rect>"));
    EXPECT_TRUE(holds(figure_of(Marker{.shape = Shape::diamond, .tip = "here"}), "><title>here</title></polygon>"));
    EXPECT_TRUE(holds(figure_of(Marker{.tip = "here"}), "><title>here</title></circle>"));
}

TEST(SceneSvg, WritesNoMoreDigitsThanNeeded) {
    const std::string svg =
        figure_of(Polyline{.points = {{0, 1.26F}, {2, -0.01F}}, .ink = Ink::social, .alpha = 0.28F});
    EXPECT_TRUE(holds(svg, "points=\"0,1.3 2,0\"")) << svg;
    EXPECT_TRUE(holds(svg, "stroke-opacity=\"0.28\"")) << svg;
    EXPECT_TRUE(holds(svg, "stroke=\"#0072B2\"")) << svg;
}

TEST(SceneSvg, DashesAndAnchorsFollowTheScene) {
    EXPECT_TRUE(
        holds(figure_of(Polyline{.points = {{0, 0}, {9, 9}}, .dash = Dash::dash_dot}), "stroke-dasharray=\"8 3 2 3\""));
    EXPECT_FALSE(holds(figure_of(Polyline{.points = {{0, 0}, {9, 9}}}), "dasharray"));
    EXPECT_TRUE(holds(figure_of(Text{.words = "x", .align = Align::right}), "text-anchor=\"end\""));
    EXPECT_FALSE(holds(figure_of(Text{.words = "x"}), "text-anchor"));
}

TEST(SceneSvg, ClipsAreNamedAfterWhatTheyLeave) {
    Scene scene;
    scene.add(Clip{Rect{1, 2, 3, 4}});
    scene.add(Clip{});
    const std::string svg = svg_figure(scene, 10, 10, "");
    EXPECT_TRUE(holds(svg, "<clipPath id=\"clip-1-2-3-4\">"));
    EXPECT_TRUE(holds(svg, "<g clip-path=\"url(#clip-1-2-3-4)\">\n</g>"));
}

TEST(SceneSvg, LettersOfScenariosGoOnAfterZ) {
    EXPECT_EQ(letter_of(0), "A");
    EXPECT_EQ(letter_of(25), "Z");
    EXPECT_EQ(letter_of(26), "A2");
}

TEST(Shortened, CutsBetweenLettersNotWithinOne) {
    for (float width = 20; width < 120; width += 3) {
        const std::string words = shortened("a \u00B7 b \u00B7 \u20AC 3 \u2212 4", 10, width);
        EXPECT_EQ(words.find("\xC2\xE2"), std::string::npos) << width;
        EXPECT_EQ(words.find("\xE2\xE2"), std::string::npos) << width;
    }
    EXPECT_EQ(shortened("a \u00B7 bcdefghijkl", 10, 26), "a \u00B7\u2026");
}

}  // namespace algemeente::present

// Labels of spots that lie close together: what has no room is left out, and nothing covers anything.
#include "present/charts/scatter.h"

#include <gtest/gtest.h>

#include <string>

namespace algemeente::present {

namespace {

/// Twelve spots on a diagonal, so many pixels apart or nearly so, and one far away that sets the scale.
ScatterChart crowded(double apart, const std::string& label) {
    ScatterChart chart;
    chart.x_title = "mean size of the effect";
    chart.y_title = "standard deviation";
    for (int i = 0; i < 12; ++i)
        chart.spots.push_back(
            {.x = 40 + apart * i, .y = 40 + apart * i, .label = label + std::to_string(i), .strong = i < 6});
    chart.spots.push_back({.x = 100, .y = 100});
    return chart;
}

/// What words cover, as wide as the chart itself takes them to be.
Rect area_of(const Text& text) {
    const float width = rough_width(text.words, text.size);
    const float left = text.align == Align::left    ? text.at.x
                       : text.align == Align::right ? text.at.x - width
                                                    : text.at.x - width / 2;
    return {left, text.at.y, width, text.size};
}

bool overlap(const Rect& one, const Rect& other) {
    return one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom();
}

}  // namespace

TEST(Scatter, LabelsCoverNeitherEachOtherNorColouredSpots) {
    for (const double apart : {0.0, 0.5, 1.0, 3.0, 5.0})
        for (const std::string label : {"x", "support of the council for experiments "}) {
            Scene scene;
            draw_scatter(scene, {0, 0, 420, 380}, crowded(apart, label), {.language = Language::en});
            std::vector<Text> texts;
            std::vector<Marker> coloured;
            std::size_t labels = 0;
            for (const Item& item : scene.items) {
                if (const Text* text = std::get_if<Text>(&item)) {
                    texts.push_back(*text);
                    labels += text->words.starts_with(label.substr(0, 1)) ? 1U : 0U;
                }
                if (const Marker* marker = std::get_if<Marker>(&item); marker != nullptr && marker->radius > 5)
                    coloured.push_back(*marker);
            }
            EXPECT_GE(labels, 1U) << apart << label;
            EXPECT_EQ(coloured.size(), 6U);
            for (std::size_t i = 0; i < texts.size(); ++i) {
                for (std::size_t j = i + 1; j < texts.size(); ++j)
                    EXPECT_FALSE(overlap(area_of(texts[i]), area_of(texts[j])))
                        << apart << ": '" << texts[i].words << "' and '" << texts[j].words << "'";
                for (const Marker& marker : coloured)
                    EXPECT_FALSE(overlap(area_of(texts[i]), {marker.at.x - marker.radius, marker.at.y - marker.radius,
                                                             2 * marker.radius, 2 * marker.radius}))
                        << apart << ": '" << texts[i].words << "'";
            }
        }
}

}  // namespace algemeente::present

#include "present/charts/axis.h"

#include <gtest/gtest.h>

namespace algemeente::present {
namespace {

std::string words_of(Range range, int most, Language language, NumberForm form = {}) {
    std::string all;
    for (const double value : ticks(range, most))
        all += tick_words(value, nice_step(range.span(), most), language, form) + " ";
    return all;
}

std::string months_of(Range shown, float width) {
    std::string all;
    for (const TimeTick& tick : time_ticks(shown, width, 14, Language::nl)) all += tick.words + " ";
    return all;
}

}  // namespace

TEST(Ticks, StepByOneTwoOrFive) {
    EXPECT_DOUBLE_EQ(nice_step(0.9, 3), 0.5);
    EXPECT_DOUBLE_EQ(nice_step(0.3, 3), 0.1);
    EXPECT_EQ(ticks(nice_range({0, 437}, 5), 5), (std::vector<double>{0, 100, 200, 300, 400, 500}));
    EXPECT_EQ(ticks(nice_range({0, 9}, 5), 5), (std::vector<double>{0, 2, 4, 6, 8, 10}));
}

TEST(Ticks, ReachBothEndsOfARoundedRangeAndAreNoMoreThanAsked) {
    for (const Range range : {Range{-12, 3}, Range{-0.3, 0.1}, Range{0, 11}, Range{-1, 1000}, Range{3, 3.01}})
        for (const int most : {2, 3, 4, 5, 6}) {
            const Range rounded = nice_range(range, most);
            const std::vector<double> values = ticks(rounded, most);
            ASSERT_GE(values.size(), 2U);
            EXPECT_LE(values.size(), static_cast<std::size_t>(most) + 1) << range.low << " " << range.high;
            EXPECT_NEAR(values.front(), rounded.low, 1e-9);
            EXPECT_NEAR(values.back(), rounded.high, 1e-9);
            EXPECT_LE(rounded.low, range.low);
            EXPECT_GE(rounded.high, range.high);
        }
}

TEST(Ticks, StillGiveAnAxisWhenNothingVaries) {
    EXPECT_EQ(nice_range({0, 0}, 5), (Range{0, 1}));
}

/// One number at an axis tells no size, and zero alone tells nothing.
TEST(LeftAxis, AlwaysHasTwoNumbers) {
    for (const Range shown : {Range{-4, 60}, Range{3, 17}, Range{-0.9, 0.4}, Range{11, 14}, Range{-7, 7}})
        for (const float height : {10.F, 30.F, 60.F, 200.F}) {
            PlotArea plot;
            plot.area = {50, 0, 300, height};
            plot.y = shown;
            Scene scene;
            draw_left_axis(scene, plot, {}, {});
            int numbers = 0;
            for (const Item& item : scene.items)
                if (std::get_if<Text>(&item) != nullptr) ++numbers;
            EXPECT_GE(numbers, 2) << shown.low << " to " << shown.high << ", " << height;
        }
}

TEST(TickWords, HaveAsManyDecimalsAsTheStepNeeds) {
    EXPECT_EQ(words_of({0, 1.5}, 3, Language::en), "0 0.5 1.0 1.5 ");
    EXPECT_EQ(words_of({0, 1.5}, 3, Language::nl), "0 0,5 1,0 1,5 ");
    EXPECT_EQ(words_of({9.5, 10.5}, 2, Language::en), "9.5 10.0 10.5 ");
    EXPECT_EQ(words_of({0, 20000}, 2, Language::en), "0 10,000 20,000 ");
    EXPECT_EQ(words_of({-100, 100}, 2, Language::en, {.sign = true}), "\u2212100 0 +100 ");
    EXPECT_EQ(words_of({0, 0.4}, 2, Language::nl, {.percent = true}), "0\u00a0% 20\u00a0% 40\u00a0% ");
}

TEST(TimeAxis, WordsStandAsFarApartAsTheirMonths) {
    const PlotArea plot{.area = {40, 0, 600, 100}, .months = 180};
    const std::vector<TimeTick> at = time_ticks(plot.shown(), plot.area.width, 14, Language::nl);
    Scene scene;
    draw_time_axis(scene, plot, at, true, {});
    std::vector<Text> words;
    for (const Item& item : scene.items)
        if (const Text* text = std::get_if<Text>(&item)) words.push_back(*text);
    ASSERT_EQ(words.size(), at.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        EXPECT_FLOAT_EQ(words[i].at.x, plot.x_of(at[i].month)) << words[i].words;
        EXPECT_EQ(words[i].align, Align::centre) << words[i].words;
    }
}

TEST(TimeTicks, FollowTheMonthsShown) {
    EXPECT_EQ(months_of({0, 179}, 400), "2015 2017 2019 2021 2023 2025 2027 2029 ");
    EXPECT_EQ(months_of({60, 80}, 600), "2020 apr jul okt 2021 apr jul ");
    EXPECT_EQ(months_of({60, 66}, 600), "2020 feb mrt apr mei jun jul ");
}

TEST(PlotArea, TurnsPixelsBackIntoMonthsAndValues) {
    const PlotArea plot{.area = {10, 20, 200, 100}, .months = 101, .y = {-1, 1}};
    EXPECT_FLOAT_EQ(plot.x_of(50), 110);
    EXPECT_EQ(plot.month_at(110), 50);
    EXPECT_FLOAT_EQ(plot.y_of(0), 70);
    EXPECT_DOUBLE_EQ(plot.value_at(70), 0);
    const PlotArea part{.area = {0, 0, 100, 10}, .months = 101, .x = Range{20, 30}};
    EXPECT_FLOAT_EQ(part.x_of(25), 50);
    EXPECT_DOUBLE_EQ(part.time_at(50), 25);
}

}  // namespace algemeente::present

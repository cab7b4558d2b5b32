#include "output/words.h"

#include "output/axis.h"
#include "output/series.h"
#include "text/calendar.h"

#include <gtest/gtest.h>

#include <cmath>

namespace algemeente {

namespace {

Difference difference(int replicates, double higher, double lower) {
    Difference result;
    result.band.replicates = replicates;
    result.share_higher = higher;
    result.share_lower = lower;
    return result;
}

}  // namespace

TEST(Certainty, IsRobustFrom95PercentLikelyFrom80AndElseUndetermined) {
    EXPECT_EQ(certainty_of(difference(100, 0.95, 0.05)), Certainty::robust);
    EXPECT_EQ(certainty_of(difference(100, 0.05, 0.95)), Certainty::robust);
    EXPECT_EQ(certainty_of(difference(100, 0.94, 0.06)), Certainty::likely);
    EXPECT_EQ(certainty_of(difference(100, 0.20, 0.80)), Certainty::likely);
    EXPECT_EQ(certainty_of(difference(100, 0.79, 0.21)), Certainty::undetermined);
    EXPECT_EQ(certainty_of(difference(0, 0, 0)), Certainty::undetermined);
}

TEST(Certainty, OfReplicatesThatDoNotDifferIsUnchanged) {
    EXPECT_EQ(certainty_of(difference(64, 0, 0)), Certainty::unchanged);
    EXPECT_EQ(direction_words(difference(64, 0, 0)), "the same in 64 of 64");
}

TEST(DifferenceWords, CountReplicatesAndTellSizeAndSpread) {
    Difference lower = difference(64, 3.0 / 64, 61.0 / 64);
    lower.band.p50 = -12;
    lower.band.p05 = -20;
    lower.band.p95 = -4;
    EXPECT_EQ(direction_words(lower), "lower in 61 of 64");
    EXPECT_EQ(size_words(lower, 387, NumberStyle::plain), "median -12 (-3.1 %), 90 % between -20 and -4");
    EXPECT_EQ(size_words(lower, 0, NumberStyle::plain), "median -12, 90 % between -20 and -4");
}

TEST(DifferenceWords, TellSharesInPercentagePoints) {
    Difference higher = difference(64, 1, 0);
    higher.band.p50 = 0.031;
    higher.band.p05 = 0.012;
    higher.band.p95 = 0.06;
    EXPECT_EQ(size_words(higher, 0.4, NumberStyle::percent), "median +3.1 percentage points, 90 % between +1.2 and +6");
}

TEST(ReadingNumber, ShowsNoMoreDigitsThanARoomCanUse) {
    EXPECT_EQ(reading_number(412.3), "412");
    EXPECT_EQ(reading_number(12345.6), "12,346");
    EXPECT_EQ(reading_number(8.44), "8.4");
    EXPECT_EQ(reading_number(12), "12");
    EXPECT_EQ(reading_number(-0.37), "-0.37");
    EXPECT_EQ(reading_number(0.614, NumberStyle::percent), "61 %");
    EXPECT_EQ(reading_number(NAN), "none");
    EXPECT_EQ(signed_number(0), "0");
    EXPECT_EQ(signed_number(3), "+3");
}

TEST(MomentWords, CallDecemberTheEndOfTheYear) {
    EXPECT_EQ(moment_words(month_of(2029, 12)), "the end of 2029");
    EXPECT_EQ(moment_words(month_of(2029, 6)), "June 2029");
}

TEST(RoundTicks, StepByOneTwoOrFive) {
    EXPECT_EQ(round_ticks(0, 437, 5), (std::vector<double>{0, 100, 200, 300, 400, 500}));
    EXPECT_EQ(round_ticks(0, 9, 5), (std::vector<double>{0, 2, 4, 6, 8, 10}));
    EXPECT_EQ(round_ticks(-12, 3, 3), (std::vector<double>{-15, -10, -5, 0, 5}));
    EXPECT_DOUBLE_EQ(round_step(0, 0.9, 3), 0.5);
    EXPECT_DOUBLE_EQ(round_step(0, 0.3, 3), 0.1);
}

TEST(RoundTicks, StillGiveAnAxisWhenNothingVaries) {
    EXPECT_EQ(round_ticks(0, 0, 5), (std::vector<double>{0, 1}));
}

TEST(TickLabel, HasAsManyDecimalsAsTheStepNeeds) {
    EXPECT_EQ(tick_label(0.5, 0.5, false), "0.5");
    EXPECT_EQ(tick_label(20000, 5000, false), "20,000");
    EXPECT_EQ(tick_label(-100, 50, false), "-100");
    EXPECT_EQ(tick_label(0.4, 0.2, true), "40 %");
    EXPECT_EQ(tick_label(0, 0.2, false), "0");
}

}  // namespace algemeente

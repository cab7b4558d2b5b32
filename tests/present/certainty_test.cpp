#include "present/words/certainty.h"

#include <gtest/gtest.h>

#include <string>

namespace algemeente::present {

namespace {

std::string over_runs(const Direction& direction, Language language = Language::en) {
    return direction_words(direction, Over::random_draws, language);
}

Band band_of_count(int count) {
    std::vector<double> values;
    for (int i = 0; i < count; ++i) values.push_back(i);
    return band_over(values);
}

}  // namespace

TEST(Certainty, CountsReplicatesThatGoTheSameWay) {
    EXPECT_EQ(certainty_of({.higher = 95, .lower = 5, .count = 100}), Certainty::nearly_all);
    EXPECT_EQ(certainty_of({.higher = 5, .lower = 95, .count = 100}), Certainty::nearly_all);
    EXPECT_EQ(certainty_of({.higher = 94, .lower = 6, .count = 100}), Certainty::most);
    EXPECT_EQ(certainty_of({.higher = 20, .lower = 80, .count = 100}), Certainty::most);
    EXPECT_EQ(certainty_of({.higher = 79, .lower = 21, .count = 100}), Certainty::split);
    EXPECT_EQ(certainty_of({.higher = 2, .lower = 1, .count = 100}), Certainty::same);
}

TEST(Certainty, HasNoWordBelow64Replicates) {
    EXPECT_EQ(certainty_of({.higher = 63, .lower = 0, .count = 63}), Certainty::few);
    EXPECT_EQ(certainty_of({.higher = 64, .lower = 0, .count = 64}), Certainty::nearly_all);
    EXPECT_EQ(over_runs({.higher = 7, .lower = 1, .count = 8}), "higher in 7 of 8 runs");
    EXPECT_EQ(certainty_words({.higher = 7, .lower = 1, .count = 8}, Over::random_draws, Language::nl), "");
}

TEST(Certainty, OfOneRunIsNoCertainty) {
    EXPECT_EQ(over_runs({.higher = 1, .lower = 0, .count = 1}), "higher in this one run");
    EXPECT_EQ(over_runs({.higher = 0, .lower = 1, .count = 1}, Language::nl), "lager in deze ene run");
}

TEST(Certainty, OverRandomDrawsIsConsistentAndNeverRobustOrLikely) {
    EXPECT_EQ(over_runs({.higher = 3, .lower = 61, .count = 64}), "consistently lower, in 61 of 64 runs");
    EXPECT_EQ(over_runs({.higher = 3, .lower = 61, .count = 64}, Language::nl),
              "eenduidig lager, in 61 van de 64 runs");
    EXPECT_EQ(over_runs({.higher = 55, .lower = 9, .count = 64}), "mostly higher, in 55 of 64 runs");
    EXPECT_EQ(over_runs({.higher = 40, .lower = 24, .count = 64}, Language::nl),
              "niet eenduidig: hoger in 40 van de 64 runs");
    EXPECT_EQ(over_runs({.higher = 0, .lower = 0, .count = 64}), "no change in all 64 runs");
    EXPECT_EQ(over_runs({.higher = 4, .lower = 4, .count = 8}), "higher in 4, lower in 4 of 8 runs");
    EXPECT_EQ(over_runs({.higher = 12, .lower = 26, .count = 64}, Language::nl),
              "niet eenduidig: hoger in 12, lager in 26, geen verandering in 26 van de 64 runs");
    for (const Language language : {Language::nl, Language::en})
        for (int higher = 0; higher <= 64; ++higher) {
            const std::string words = over_runs({.higher = higher, .lower = 64 - higher, .count = 64}, language);
            for (const char* word : {"robu", "likely", "waarschijnlijk", "sure", "zeker"})
                EXPECT_EQ(words.find(word), std::string::npos) << words;
        }
}

TEST(Certainty, SaysAllWhereAllAgreeAndLeavesOutWhatDoesNotOccur) {
    EXPECT_EQ(over_runs({.higher = 0, .lower = 4, .count = 4}), "lower in all 4 runs");
    EXPECT_EQ(over_runs({.higher = 0, .lower = 4, .count = 4}, Language::nl), "lager in alle 4 runs");
    EXPECT_EQ(over_runs({.higher = 64, .lower = 0, .count = 64}, Language::nl), "eenduidig hoger, in alle 64 runs");
    EXPECT_EQ(over_runs({.higher = 0, .lower = 4, .count = 8}, Language::nl),
              "lager in 4, geen verandering in 4 van de 8 runs");
    EXPECT_EQ(direction_words({.higher = 100, .lower = 0, .count = 100}, Over::assumptions, Language::en),
              "robustly higher, in all 100 draws of the assumptions");
}

TEST(Certainty, WhereMostRunsStandStillOnlyTheirCountIsSaid) {
    const Direction still{.higher = 3, .lower = 2, .count = 64};
    EXPECT_EQ(over_runs(still), "no change in 59 of 64 runs") << "and not that it is not consistent";
    EXPECT_EQ(over_runs(still, Language::nl), "geen verandering in 59 van de 64 runs");
    EXPECT_EQ(over_runs({.higher = 20, .lower = 5, .count = 64}), "no change in 39 of 64 runs");
    EXPECT_EQ(certainty_words(still, Over::random_draws, Language::en), "") << "the count says it";
    EXPECT_EQ(certainty_words({.higher = 1, .lower = 0, .count = 64}, Over::random_draws, Language::en), "no change");
    EXPECT_EQ(direction_words({.higher = 3, .lower = 2, .count = 100}, Over::assumptions, Language::en),
              "no change in 95 of 100 draws of the assumptions");
    EXPECT_EQ(count_words({.higher = 0, .lower = 1, .count = 8}, Over::random_draws, Language::nl, Between::things),
              "gelijk in 7 van de 8 runs")
        << "a domain does not change into another";
}

TEST(Certainty, OverDrawsOfTheAssumptionsMaySayRobustAndLikely) {
    const auto words = [](int higher) {
        return direction_words({.higher = higher, .lower = 100 - higher, .count = 100}, Over::assumptions,
                               Language::en);
    };
    EXPECT_EQ(words(97), "robustly higher, in 97 of 100 draws of the assumptions");
    EXPECT_EQ(words(85), "likely higher, in 85 of 100 draws of the assumptions");
    EXPECT_EQ(words(50), "undecided: higher in 50, lower in 50 of 100 draws of the assumptions");
}

TEST(Bands, ShowOnlyWhatTheReplicatesCanCarry) {
    EXPECT_FALSE(shown_ends(band_of_count(1)));
    EXPECT_FALSE(shown_ends(band_of_count(19)));
    EXPECT_DOUBLE_EQ(shown_ends(band_of_count(21))->low, 5);
    EXPECT_DOUBLE_EQ(shown_ends(band_of_count(101))->low, 5);
    EXPECT_EQ(range_words(band_of_count(1), Language::en, {}), "");
    EXPECT_EQ(range_words(band_of_count(21), Language::en, {}), "5 to 15");
    EXPECT_EQ(range_words(band_of_count(101), Language::nl, {}), "5 tot 95");
}

TEST(Bands, AreExplainedByOneSentenceThatFitsTheirNumber) {
    EXPECT_NE(band_legend(1, Language::en).find("without its spread"), std::string::npos);
    EXPECT_NE(band_legend(8, Language::en).find("no band"), std::string::npos);
    EXPECT_EQ(band_legend(20, Language::en).find("Light band"), std::string::npos);
    EXPECT_NE(band_legend(64, Language::en).find("only 3 runs"), std::string::npos);
    EXPECT_EQ(band_legend(200, Language::en).find("rough"), std::string::npos);
}

}  // namespace algemeente::present

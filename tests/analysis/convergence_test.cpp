// Sizes and sentences.
#include "analysis/convergence.h"

#include <gtest/gtest.h>

namespace algemeente::analysis {

TEST(Convergence, halves_the_sample_until_it_is_small) {
    EXPECT_EQ(growing_sizes(256, 32), (std::vector<std::size_t>{32, 64, 128, 256}));
    EXPECT_EQ(growing_sizes(100, 20), (std::vector<std::size_t>{25, 50, 100}));
    EXPECT_EQ(growing_sizes(8, 32), (std::vector<std::size_t>{8}));
    EXPECT_EQ(growing_sizes(1 << 20, 1, 3).size(), 3U);
}

TEST(Convergence, asks_for_four_times_the_samples_to_halve_an_interval) {
    EXPECT_EQ(samples_for(256, 0.2, 0.1), 1024U);
    EXPECT_EQ(samples_for(256, 0.1, 0.1), 256U);
}

TEST(IndexSentence, explains_a_negative_index) {
    EXPECT_EQ(
        index_sentence("the effect of x", {-0.013, -0.04, 0.02}, 256, present::Language::en),
        "the effect of x comes out negative (\u22120.013), which no share of a variance can be: it is the error of a "
        "finite sample. Its interval includes 0: read it as nothing, or nearly so.");
    EXPECT_NE(
        index_sentence("the effect of x", {-0.05, -0.09, -0.01}, 256, present::Language::en).find("do not use it"),
        std::string::npos);
}

TEST(IndexSentence, explains_a_wide_interval_and_is_silent_about_a_good_one) {
    EXPECT_EQ(index_sentence("the effect of x", {0.3, 0.2, 0.4}, 256, present::Language::en),
              "the effect of x has not converged: its interval runs from 0.2 to 0.4 with 256 base points. About 1024 "
              "base points would narrow it to 0.1.");
    EXPECT_EQ(index_sentence("the effect of x", {0.3, 0.28, 0.32}, 256, present::Language::en), "");
}

TEST(IndexRemark, is_the_same_in_every_language_and_says_what_the_sentence_says) {
    EXPECT_EQ(index_remark({0.3, 0.28, 0.32}), "");
    EXPECT_EQ(index_remark({-0.01, -0.03, 0.01}), "comes out negative");
    EXPECT_EQ(index_remark({-0.05, -0.06, -0.04}), "interval below 0");
    EXPECT_EQ(index_remark({0.3, 0.1, 0.5}), "has not converged");
    EXPECT_EQ(index_remark({-0.1, -0.3, 0.1}), "comes out negative; has not converged");
    EXPECT_TRUE(index_sentence("x", {0.3, 0.28, 0.32}, 64, present::Language::en).empty());
}

}  // namespace algemeente::analysis

// Sizes, sentences and intervals.
#include "analysis/convergence.h"

#include "analysis/bootstrap.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

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
    EXPECT_EQ(index_sentence("the effect of x", {-0.013, -0.04, 0.02}, 256),
              "the effect of x comes out negative (-0.013), which no share of a variance can be: it is the error of a "
              "finite sample. Its interval includes 0: read it as nothing, or nearly so.");
    EXPECT_NE(index_sentence("the effect of x", {-0.05, -0.09, -0.01}, 256).find("do not use it"), std::string::npos);
}

TEST(IndexSentence, explains_a_wide_interval_and_is_silent_about_a_good_one) {
    EXPECT_EQ(index_sentence("the effect of x", {0.3, 0.2, 0.4}, 256),
              "the effect of x has not converged: its interval runs from 0.20 to 0.40 with 256 base points. About 1024 "
              "base points would narrow it to 0.1.");
    EXPECT_EQ(index_sentence("the effect of x", {0.3, 0.28, 0.32}, 256), "");
}

TEST(Bootstrap, draws_every_row_as_often_as_any_other) {
    std::vector<double> counts(10);
    std::vector<double> sums(10);
    for (std::uint64_t resample = 0; resample < 2000; ++resample) {
        draw_counts(1, resample, counts);
        EXPECT_EQ(std::accumulate(counts.begin(), counts.end(), 0.0), 10);
        for (std::size_t i = 0; i < 10; ++i) sums[i] += counts[i];
    }
    for (const double sum : sums) EXPECT_NEAR(sum, 2000, 4 * std::sqrt(2000 * 0.9));
}

TEST(Bootstrap, draws_rows_and_counts_alike) {
    std::vector<std::uint32_t> rows(50);
    std::vector<double> counts(50);
    std::vector<double> counted(50);
    draw_rows(3, 4, rows);
    draw_counts(3, 4, counts);
    for (const std::uint32_t row : rows) counted[row] += 1;
    EXPECT_EQ(counted, counts);
}

TEST(Bootstrap, draws_subsets_without_replacement) {
    std::vector<std::size_t> drawn(25);
    draw_subset(1, 0, 50, drawn);
    for (std::size_t i = 1; i < drawn.size(); ++i) EXPECT_LT(drawn[i - 1], drawn[i]);
    EXPECT_LT(drawn.back(), 50U);
}

TEST(MeanInterval, is_wider_for_few_values_and_nothing_for_one) {
    const std::vector<double> values = {1, 2, 3, 4, 5, 6, 7, 8};
    const Estimate found = mean_interval(values, {.resamples = 4000});
    EXPECT_DOUBLE_EQ(found.value, 4.5);
    // Student's t: 4.5 +- 2.365 * 2.449 / sqrt(8) = 2.45..6.55
    EXPECT_NEAR(found.low, 2.45, 0.2);
    EXPECT_NEAR(found.high, 6.55, 0.2);
    EXPECT_TRUE(std::isnan(mean_interval(std::vector<double>{3}, {}).low));
}

}  // namespace algemeente::analysis

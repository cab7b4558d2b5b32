#include "text/nearest_name.h"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <string>
#include <vector>

namespace algemeente {
namespace {

constexpr std::array<std::string_view, 4> levers = {"ethics_committee", "algorithm_register", "data_science_pool",
                                                    "capacity_cut_share"};

TEST(EditDistance, counts_letters_put_in_left_out_and_replaced) {
    EXPECT_EQ(edit_distance("", ""), 0);
    EXPECT_EQ(edit_distance("council", "council"), 0);
    EXPECT_EQ(edit_distance("", "abc"), 3);
    EXPECT_EQ(edit_distance("abc", ""), 3);
    EXPECT_EQ(edit_distance("counil", "council"), 1);
    EXPECT_EQ(edit_distance("councill", "council"), 1);
    EXPECT_EQ(edit_distance("councel", "council"), 1);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3);
}

TEST(EditDistance, counts_swapped_neighbours_once) {
    EXPECT_EQ(edit_distance("aversoin", "aversion"), 1);
    EXPECT_EQ(edit_distance("ab", "ba"), 1);
}

TEST(EditDistance, is_the_same_both_ways) {
    EXPECT_EQ(edit_distance("ethics", "statistics"), edit_distance("statistics", "ethics"));
    EXPECT_EQ(edit_distance("ca", "abc"), edit_distance("abc", "ca"));
}

TEST(NearestName, finds_the_name_behind_a_typing_error) {
    EXPECT_EQ(nearest_name("ethics_comittee", levers), "ethics_committee");
    EXPECT_EQ(nearest_name("algoritm_regsiter", levers), "algorithm_register");
    EXPECT_EQ(nearest_name("ethics_committee", levers), "ethics_committee");
}

TEST(NearestName, suggests_nothing_when_no_name_is_near) {
    EXPECT_EQ(nearest_name("weather", levers), "");
    EXPECT_EQ(nearest_name("", levers), "");
    EXPECT_EQ(nearest_name("ethics_committee", {}), "");
}

TEST(NearestName, does_not_compare_a_pasted_text_letter_by_letter) {
    const std::string text(1'000'000, 'e');
    const std::vector<std::string_view> many(1000, "ethics_committee");
    const auto started = std::chrono::steady_clock::now();
    EXPECT_EQ(nearest_name(text, many), "");
    EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(1));
}

TEST(NearestName, takes_the_first_of_equally_near_names) {
    constexpr std::array<std::string_view, 2> names = {"mix_a", "mix_b"};
    EXPECT_EQ(nearest_name("mix_c", names), "mix_a");
}

TEST(DidYouMean, is_the_end_of_a_message) {
    EXPECT_EQ(did_you_mean("data_science_poll", levers), "; did you mean 'data_science_pool'?");
    EXPECT_EQ(did_you_mean("weather", levers), "");
}

}  // namespace
TEST(NearestName, is_one_of_which_the_word_is_a_part_if_none_is_near) {
    const std::vector<std::string_view> names = {"legitimacy_citizens", "mean_trust_of_all", "mean_trust", "trusted"};
    EXPECT_EQ(
        nearest_name("trust", std::vector<std::string_view>{"legitimacy_citizens", "mean_trust_of_all", "mean_trust"}),
        "mean_trust");
    EXPECT_EQ(nearest_name("citizens", names), "legitimacy_citizens");
    EXPECT_EQ(nearest_name("izens", names), "");
}

}  // namespace algemeente

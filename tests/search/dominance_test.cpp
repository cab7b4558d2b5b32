#include "search/dominance.h"

#include <gtest/gtest.h>

#include <limits>

namespace algemeente {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

std::vector<std::size_t> whose(const EpsilonArchive& archive) {
    std::vector<std::size_t> all;
    for (const EpsilonArchive::Member& member : archive.members()) all.push_back(member.who);
    return all;
}

}  // namespace

TEST(Dominance, asks_for_no_worse_anywhere_and_better_somewhere) {
    EXPECT_TRUE(dominates(std::vector<double>{1, 2}, std::vector<double>{1, 3}));
    EXPECT_FALSE(dominates(std::vector<double>{1, 3}, std::vector<double>{1, 3}));
    EXPECT_FALSE(dominates(std::vector<double>{0, 4}, std::vector<double>{1, 3}));
}

TEST(Dominance, of_who_keeps_within_the_limits_over_who_does_not) {
    const Judged kept{{9, 9}, 0};
    const Judged exceeded{{1, 1}, .5};
    const Judged exceeded_more{{0, 0}, .7};
    EXPECT_TRUE(dominates(kept, exceeded));
    EXPECT_FALSE(dominates(exceeded, kept));
    EXPECT_TRUE(dominates(exceeded, exceeded_more)) << "among those who exceed, only how far counts";
}

TEST(Ranks, count_who_stands_in_the_way) {
    const std::vector<Judged> all{{{1, 4}, 0}, {{2, 2}, 0}, {{4, 1}, 0}, {{3, 3}, 0}, {{5, 5}, 0}, {{0, 0}, 1}};
    EXPECT_EQ(ranks_of(all), (std::vector<int>{0, 0, 0, 1, 2, 3}));
}

TEST(Crowding, is_endless_at_the_ends_and_small_among_neighbours) {
    const std::vector<Judged> all{{{0, 10}, 0}, {{1, 6}, 0}, {{2, 5}, 0}, {{10, 0}, 0}};
    const std::vector<std::size_t> front{0, 1, 2, 3};
    const std::vector<double> room = crowding_of(all, front);
    EXPECT_EQ(room[0], infinite);
    EXPECT_EQ(room[3], infinite);
    EXPECT_NEAR(room[1], 2.0 / 10 + 5.0 / 10, 1e-12);
    EXPECT_NEAR(room[2], 9.0 / 10 + 6.0 / 10, 1e-12);
}

TEST(Survivors, are_of_low_rank_and_then_where_there_is_room) {
    const std::vector<Judged> all{{{0, 10}, 0}, {{1, 6}, 0}, {{2, 5}, 0}, {{10, 0}, 0}, {{11, 11}, 0}};
    EXPECT_EQ(survivors(all, 3), (std::vector<std::size_t>{0, 2, 3}));
    EXPECT_EQ(survivors(all, 5).size(), 5U);
    EXPECT_EQ(survivors(all, 9).size(), 5U);
}

TEST(EpsilonArchive, keeps_one_of_each_box_and_what_no_box_beats) {
    EpsilonArchive archive({1, 1});
    EXPECT_TRUE(archive.offer(0, {{5.5, 5.5}, 0}));
    EXPECT_FALSE(archive.offer(1, {{5.9, 5.8}, 0})) << "beaten in its own box";
    EXPECT_TRUE(archive.offer(2, {{5.2, 5.6}, 0})) << "nearer to the corner of the box";
    EXPECT_EQ(whose(archive), (std::vector<std::size_t>{2}));
    EXPECT_TRUE(archive.offer(3, {{3.5, 7.5}, 0}));
    EXPECT_FALSE(archive.offer(4, {{6.5, 5.7}, 0})) << "its box is beaten, though it is not beaten in both numbers";
    EXPECT_TRUE(archive.offer(5, {{3.1, 5.1}, 0}));
    EXPECT_EQ(whose(archive), (std::vector<std::size_t>{5}));
    EXPECT_FALSE(archive.offer(6, {{0, 0}, .1})) << "it exceeds a limit";
}

TEST(Hypervolume, of_boxes_is_what_they_cover_together) {
    const std::vector<double> two{4, 4};
    EXPECT_EQ(hypervolume({}, two), 0);
    EXPECT_EQ(hypervolume({{1, 1}}, two), 9);
    EXPECT_EQ(hypervolume({{1, 3}, {3, 1}, {2, 2}}, two), 3 + 2 + 1);
    EXPECT_EQ(hypervolume({{1, 3}, {1, 3}, {2, 3.5}}, two), 3) << "equals and beaten ones add nothing";
    EXPECT_EQ(hypervolume({{5, 0}, {1, 4}}, two), 0) << "beyond the reference";
    const std::vector<double> three{3, 3, 3};
    EXPECT_EQ(hypervolume({{0, 0, 2}, {2, 0, 0}}, three), 9 + 9 - 3);
    EXPECT_EQ(hypervolume({{0, 1, 2}, {1, 2, 0}, {2, 0, 1}}, three), 6 + 6 + 6 - 2 - 2 - 2 + 1);
}

/// Cells of a grid, counted.
TEST(Hypervolume, of_many_points_in_four_dimensions_is_that_of_the_cells_that_they_cover) {
    const std::vector<double> reference{6, 6, 6, 6};
    std::vector<std::vector<double>> points;
    for (int i = 0; i < 30; ++i)
        points.push_back({static_cast<double>(i * 7 % 6), static_cast<double>(i * 5 % 6 ^ 1),
                          static_cast<double>(i * i % 6), static_cast<double>((i * 11 + 3) % 6)});
    int covered = 0;
    for (int cell = 0; cell < 6 * 6 * 6 * 6; ++cell) {
        const int at[] = {cell % 6, cell / 6 % 6, cell / 36 % 6, cell / 216};
        bool inside = false;
        for (const auto& point : points) {
            bool all = true;
            for (std::size_t k = 0; k < 4; ++k) all = all && point[k] <= at[k];
            inside = inside || all;
        }
        covered += inside ? 1 : 0;
    }
    EXPECT_EQ(hypervolume(points, reference), covered);
}

}  // namespace algemeente

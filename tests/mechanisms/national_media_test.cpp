#include "mechanisms/schedule.h"
#include "world/world.h"

#include <gtest/gtest.h>

#include <cmath>

namespace algemeente {
namespace {

constexpr double tolerance = 1e-9;

/// A frame in the middle of a wave.
MediaFrame busy_frame() {
    MediaFrame media;
    media.story_stock = 10;
    media.smoothed = 4;
    media.fatigue = .3;
    media.memory = .2;
    media.escalations = 1.5;
    return media;
}

/// Mean number of stories in a month over many replicates of the same state.
double mean_stories(const MediaFrame& start, std::size_t frame, int month, const Parameters& p,
                    const std::vector<Shock>& shocks, int replicates) {
    double sum = 0;
    for (int r = 0; r < replicates; ++r) {
        World world;
        world.luck = Luck(7, static_cast<std::uint64_t>(r));
        world.nation.media[frame] = start;
        mechanisms::spread_national_news(world, {month, p, shocks});
        sum += world.nation.media[frame].stories;
    }
    return sum / replicates;
}

/// Parameters under which no story can appear.
Parameters silent_press() {
    Parameters p;
    p.media_risk_base_stories = p.media_surveillance_base_stories = 0;
    p.media_story_breeding = 0;
    return p;
}

// E60, E61, E76
TEST(NationalMedia, stories_come_from_memory_from_earlier_stories_from_shocks_and_from_towns) {
    const std::vector<Shock> shocks = {{Frame::risk, 60, 3, 7}};
    constexpr int replicates = 20000;
    // (1) [.15 (1 + 10 x .2) + .70 (1 - e^-.45) 10] (1 - .6 x .3) + 7 + 1.5 = (.45 + 2.5366029) .82 + 8.5 = 10.9490144
    const double expected = 10.9490144;
    const double mean = mean_stories(busy_frame(), 0, 61, Parameters{}, shocks, replicates);
    EXPECT_NEAR(mean, expected, 4 * std::sqrt(expected / replicates));
}

// E60
TEST(NationalMedia, surveillance_has_its_own_base_and_memory) {
    MediaFrame media;
    media.memory = .5;
    media.fatigue = .4;
    constexpr int replicates = 40000;
    // (1) .10 (1 + 10 x .5)(1 - .6 x .4) = .6 x .76 = .456; the shock is on the other frame
    const double mean = mean_stories(media, 1, 60, Parameters{}, {{Frame::risk, 60, 3, 50}}, replicates);
    EXPECT_NEAR(mean, .456, 4 * std::sqrt(.456 / replicates));
}

// E60
TEST(NationalMedia, risk_has_a_larger_base) {
    MediaFrame media;
    media.memory = .5;
    media.fatigue = .4;
    constexpr int replicates = 40000;
    // (1) .15 (1 + 10 x .5)(1 - .6 x .4) = .9 x .76 = .684
    EXPECT_NEAR(mean_stories(media, 0, 60, Parameters{}, {}, replicates), .684, 4 * std::sqrt(.684 / replicates));
}

// E60
TEST(NationalMedia, a_shock_lasts_the_months_it_is_given) {
    const std::vector<Shock> shocks = {{Frame::risk, 60, 3, 30}};
    const Parameters p = silent_press();
    for (const int month : {59, 63}) EXPECT_EQ(mean_stories(MediaFrame{}, 0, month, p, shocks, 20), 0) << month;
    for (const int month : {60, 61, 62})
        EXPECT_NEAR(mean_stories(MediaFrame{}, 0, month, p, shocks, 400), 30, 4 * std::sqrt(30.0 / 400)) << month;
}

TEST(NationalMedia, without_shocks_the_scenario_has_none) {
    Parameters p = silent_press();
    p.media_shock_scale = 0;
    EXPECT_EQ(mean_stories(MediaFrame{}, 0, 60, p, {{Frame::risk, 60, 3, 30}}, 20), 0);
}

// E60
TEST(NationalMedia, a_month_without_stories_lets_attention_fade) {
    World world;
    world.nation.media[0] = busy_frame();
    world.nation.media[0].escalations = 0;
    const Parameters p = silent_press();
    mechanisms::spread_national_news(world, {10, p, {}});
    const MediaFrame& media = world.nation.media[0];
    EXPECT_EQ(media.stories, 0);
    EXPECT_NEAR(media.story_stock, 6.376281516, tolerance);  // (2) e^-.45 x 10 + 0
    EXPECT_NEAR(media.smoothed, 2, tolerance);               // (3) .5 x 4 + .5 x 0
    EXPECT_NEAR(media.attention, .2211992169, tolerance);    // (3) 1 - e^(-2/8)
    EXPECT_NEAR(media.fatigue, .3002903671, tolerance);      // (4) .3 + .06 x .2211992 x .7 - .03 x .3
    EXPECT_NEAR(media.memory, .2064479687, tolerance);       // (5) .2 + .05 x .2211992 x .8 - .012 x .2
}

// E60
TEST(NationalMedia, stories_of_the_month_feed_the_stock_and_attention) {
    World world;
    world.nation.media[0] = busy_frame();
    world.nation.media[0].escalations = 40;
    const Parameters p;
    mechanisms::spread_national_news(world, {10, p, {}});
    const MediaFrame& media = world.nation.media[0];
    ASSERT_GT(media.stories, 0);
    EXPECT_NEAR(media.story_stock, 6.376281516 + media.stories, tolerance);  // (2)
    EXPECT_NEAR(media.smoothed, 2 + .5 * media.stories, tolerance);          // (3)
    EXPECT_NEAR(media.attention, 1 - std::exp(-(2 + .5 * media.stories) / 8), tolerance);
    EXPECT_EQ(media.escalations, 0);  // (2) used up
}

// E61
TEST(NationalMedia, the_promise_of_algorithms_fades_from_eight_to_four_tenths) {
    World world;
    const Parameters p;
    const auto opportunity = [&](int month) {
        mechanisms::fade_opportunity(world, {month, p, {}});
        return world.nation.opportunity;
    };
    EXPECT_NEAR(opportunity(0), .8, tolerance);             // (6) .4 + .4 e^0
    EXPECT_NEAR(opportunity(35), .6426122639, tolerance);   // (6) .4 + .4 e^-.5
    EXPECT_NEAR(opportunity(70), .5471517765, tolerance);   // (6) .4 + .4 e^-1
    EXPECT_NEAR(opportunity(179), .4310103708, tolerance);  // (6) .4 + .4 e^(-179/70)
    EXPECT_NEAR(opportunity(100000), .4, tolerance);
}

}  // namespace
}  // namespace algemeente

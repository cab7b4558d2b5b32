#include "world/peers.h"

#include "world/country_by_hand.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace algemeente {
namespace {

std::vector<Municipality> with_peers(const Country& country, std::uint64_t replicate = 1) {
    std::vector<Municipality> municipalities(country.size());
    const Parameters p;
    const Peers peers(country, p);
    for (std::size_t i = 0; i < country.size(); ++i) peers.choose_for(municipalities[i], i, Luck(9, replicate));
    return municipalities;
}

/// How often the first municipality prefers the second to the third, held against a chance.
void expect_preference(const Country& three, double chance) {
    constexpr int replicates = 20000;
    int preferred = 0;
    for (std::uint64_t r = 0; r < replicates; ++r) preferred += with_peers(three, r)[0].peers[0] == 1 ? 1 : 0;
    const double error = std::sqrt(chance * (1 - chance) / replicates);
    EXPECT_NEAR(preferred / static_cast<double>(replicates), chance, 4 * error);
}

/// Three municipalities that have nothing in common: regions, sizes and populations differ or are equal as given.
Country three_strangers() {
    return {facts_of(1, 26500, "north", 1), facts_of(2, 26500, "east", 2), facts_of(3, 26500, "south", 3)};
}

TEST(Peers, are_a_matter_of_chance_between_strangers) {
    expect_preference(three_strangers(), .5);
}

TEST(Peers, of_the_same_region_always_come_before_strangers) {
    Country country = three_strangers();
    country[1].region = "north";
    expect_preference(country, 1);  // U1 + 1.2 > U2
}

TEST(Peers, of_the_same_size_come_first_in_seven_of_eight_cases) {
    Country country = three_strangers();
    country[1].size_class = 1;
    expect_preference(country, .875);  // P(U1 + .5 > U2) = 1 - .5^2 / 2
}

TEST(Peers, large_examples_come_first_more_often) {
    Country country = three_strangers();
    country[1].population = 530000;
    // .12 ln 20 = .3594879: P(U1 + .3594879 > U2) = 1 - .6405121^2 / 2 = .7948721
    expect_preference(country, .7948721);
}

TEST(Peers, a_shared_border_counts_a_little_more_than_the_same_size) {
    Country country = three_strangers();
    country[0].neighbours = {2};
    expect_preference(country, .92);  // P(U1 + .6 > U2) = 1 - .4^2 / 2
}

TEST(Peers, are_eight_others) {
    const Country country = country_of(30, 26500);
    const std::vector<Municipality> municipalities = with_peers(country);
    std::set<std::uint16_t> chosen;
    for (std::size_t i = 0; i < country.size(); ++i) {
        EXPECT_EQ(municipalities[i].peers_known, 8);  // C1.2: k = 8
        const std::set<std::uint16_t> peers(municipalities[i].peers.begin(), municipalities[i].peers.end());
        EXPECT_EQ(peers.size(), 8U);
        EXPECT_FALSE(peers.contains(static_cast<std::uint16_t>(i)));
        chosen.insert(peers.begin(), peers.end());
    }
    EXPECT_GT(chosen.size(), 20U);  // not everybody follows the same
}

TEST(Peers, are_fewer_in_a_tiny_country) {
    EXPECT_EQ(with_peers(country_of(4, 26500))[2].peers_known, 3);
    EXPECT_EQ(with_peers(country_of(1, 26500))[0].peers_known, 0);
}

}  // namespace
}  // namespace algemeente

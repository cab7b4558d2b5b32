#include "mechanisms/one_municipality.h"

namespace algemeente {
namespace {

using namespace mechanisms;

constexpr double single_precision = 1e-6;

/// Citizens who all trust by .5, except for the one in front: .6, usually .65, at first .7.
OneMunicipality town_with_citizens(std::uint32_t count = 8) {
    OneMunicipality town;
    town.municipality.citizens = {0, count};
    Citizens& citizens = town.citizens;
    const std::uint32_t places = whole_lanes(count);
    citizens.trust.assign(places, 0);
    citizens.trust_before.assign(places, .5F);
    citizens.usual_trust.assign(places, .5F);
    citizens.first_trust.assign(places, .5F);
    citizens.concern.assign(places, .3F);
    citizens.usual_concern.assign(places, .2F);
    citizens.media_exposure.assign(places, .5F);
    citizens.first_rewired = {0, 0};
    citizens.trust_before[0] = .6F;
    citizens.usual_trust[0] = .65F;
    citizens.first_trust[0] = .7F;
    town.set_attention(.5, .2);
    town.municipality.local_attention = {.3, .1};
    town.municipality.benefit_in_use = 2;
    return town;
}

double trust(const OneMunicipality& town, std::size_t citizen = 0) {
    return static_cast<double>(town.citizens.trust[citizen]);
}
double concern(const OneMunicipality& town, std::size_t citizen = 0) {
    return static_cast<double>(town.citizens.concern[citizen]);
}

// E59, E60
TEST(Citizens, trust_moves_by_habit_acquaintances_good_use_and_bad_news) {
    OneMunicipality town = town_with_citizens();
    inform_citizens(town.municipality, town.now(50));
    // neg = .5 (.9 (.3 + .1) + .30 x .5 + .10 x .2) = .265
    // (47) .6 + .03 (.65 - .6) + .03 (.5 - .6) + .012 (.12 x 2)(1 - .6) - .05 x .265 x .6 (1 + .8 (.5 - .6))
    //    = .6 + .0015 - .003 + .001152 - .007314 = .592338
    EXPECT_NEAR(trust(town), .592338, single_precision);
    // (48) .65 + .01 (.592338 - .65) + .004 (.7 - .65) = .6496234
    EXPECT_NEAR(static_cast<double>(town.citizens.usual_trust[0]), .6496234, single_precision);
    // (49) .3 + .5 x .13 x .5 (.8 x .5 + .3 x .2 + .8 x .3)(1 - .3) - .025 (.3 - .2) = .3 + .015925 - .0025
    EXPECT_NEAR(concern(town), .313425, single_precision);
}

// E60
TEST(Citizens, who_trust_less_react_more_strongly) {
    OneMunicipality town = town_with_citizens();
    town.municipality.benefit_in_use = 0;
    town.citizens.trust_before.assign(8, .3F);
    town.citizens.usual_trust.assign(8, .3F);
    inform_citizens(town.municipality, town.now(50));
    EXPECT_NEAR(trust(town), .295389, single_precision);  // (47) .3 - .05 x .265 x .3 (1 + .8 x .2)
}

TEST(Citizens, a_quiet_month_changes_nothing_for_those_at_rest) {
    OneMunicipality town = town_with_citizens();
    town.set_attention(0, 0);
    town.municipality.local_attention = {0, 0};
    town.municipality.benefit_in_use = 0;
    town.citizens.trust_before.assign(8, .5F);
    town.citizens.concern.assign(8, .2F);
    inform_citizens(town.municipality, town.now(50));
    EXPECT_NEAR(trust(town, 4), .5, single_precision);
    EXPECT_NEAR(concern(town, 4), .2, single_precision);
    EXPECT_NEAR(town.municipality.mean_concern, .2, single_precision);
}

TEST(Citizens, local_news_of_both_frames_counts_to_one_at_most) {
    OneMunicipality town = town_with_citizens();
    town.municipality.local_attention = {.9, .8};
    inform_citizens(town.municipality, town.now(50));
    // neg = .5 (.9 x 1 + .17) = .535; (47) .599652 - .05 x .535 x .6 x .92 = .584886
    EXPECT_NEAR(trust(town), .584886, single_precision);
}

// E59
TEST(Citizens, notice_good_use_to_a_limit) {
    OneMunicipality town = town_with_citizens();
    town.municipality.benefit_in_use = 100;
    inform_citizens(town.municipality, town.now(50));
    EXPECT_NEAR(trust(town), .595986, single_precision);  // (47) clip(12) = 1: .6 - .0015 + .012 x .4 - .007314
}

// E64
TEST(Citizens, own_experience_of_a_wrong_outcome_weighs_three_times_full_news) {
    OneMunicipality town = town_with_citizens();
    town.municipality.harm_to_citizens = 20;  // (47) clip(.05 x 20) = 1: everybody
    inform_citizens(town.municipality, town.now(50));
    // (47) .599652 - .05 (.265 + 3) .6 x .92 = .509538; (49) .313425 + .1 (1 - .3) = .383425
    EXPECT_NEAR(trust(town), .509538, single_precision);
    EXPECT_NEAR(concern(town), .383425, single_precision);
}

// E64
TEST(Citizens, meet_wrong_outcomes_in_proportion_to_harm) {
    constexpr std::uint32_t count = 40001;
    OneMunicipality town = town_with_citizens(count);
    town.municipality.harm_to_citizens = 4;  // (47) .05 x 4 = .2
    inform_citizens(town.municipality, town.now(50));
    int met = 0;
    for (std::size_t i = 0; i < count; ++i) met += concern(town, i) > .35 ? 1 : 0;
    EXPECT_NEAR(met / static_cast<double>(count), .2, 4 * std::sqrt(.16 / count));
    const std::vector<float> first = town.citizens.concern;
    town.citizens.concern.assign(whole_lanes(count), .3F);
    inform_citizens(town.municipality, town.now(51));  // others in the next month
    EXPECT_NE(first, town.citizens.concern);
}

/// A month without news or benefit, in which only the first citizen had more trust than is usual.
OneMunicipality quiet_town_with_one_who_trusts() {
    OneMunicipality town = town_with_citizens();
    town.set_attention(0, 0);
    town.municipality.local_attention = {0, 0};
    town.municipality.benefit_in_use = 0;
    town.citizens.usual_trust.assign(8, .5F);
    town.citizens.trust_before.assign(8, .5F);
    town.citizens.trust_before[0] = .9F;
    return town;
}

// E59
TEST(Citizens, listen_to_two_neighbours_on_either_side) {
    OneMunicipality town = quiet_town_with_one_who_trusts();
    inform_citizens(town.municipality, town.now(50));
    for (const std::size_t neighbour : {1U, 2U, 6U, 7U})
        EXPECT_NEAR(trust(town, neighbour), .503, single_precision);  // (47) .5 + .03 (.6 - .5), mean of .9, .5, .5, .5
    for (const std::size_t other : {3U, 4U, 5U}) EXPECT_NEAR(trust(town, other), .5, single_precision);
}

TEST(Citizens, a_rewired_tie_listens_to_somebody_else) {
    OneMunicipality town = quiet_town_with_one_who_trusts();
    town.citizens.rewired = {{1, 0, 5}, {4, 3, 0}};  // 1 listens to 5 instead of 0; 4 to 0 instead of 3
    town.citizens.first_rewired = {0, 2};
    inform_citizens(town.municipality, town.now(50));
    EXPECT_NEAR(trust(town, 1), .5, single_precision);
    EXPECT_NEAR(trust(town, 4), .503, single_precision);
    EXPECT_NEAR(trust(town, 2), .503, single_precision);
}

TEST(Citizens, the_municipality_knows_their_means) {
    OneMunicipality town = town_with_citizens(3000);  // more than one block
    inform_citizens(town.municipality, town.now(50));
    double trust_sum = 0, concern_sum = 0;
    for (std::size_t i = 0; i < 3000; ++i) {
        trust_sum += trust(town, i);
        concern_sum += concern(town, i);
    }
    EXPECT_NEAR(town.municipality.mean_trust, trust_sum / 3000, single_precision);
    EXPECT_NEAR(town.municipality.mean_concern, concern_sum / 3000, single_precision);
}

// E59, E60
TEST(Citizens, losses_weigh_more_than_gains) {
    EXPECT_EQ(Parameters{}.trust_loss, .05);   // C4.3 a_minus
    EXPECT_EQ(Parameters{}.trust_gain, .012);  // C4.3 a_plus
}

}  // namespace
}  // namespace algemeente

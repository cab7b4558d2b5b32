#include "search/room_search.h"

#include "search/small_search.h"
#include "text/error.h"

#include <gtest/gtest.h>

namespace algemeente {
namespace {

Measure cost_until(int month) {
    return {.outcome = "policy_eur_per_inhabitant", .of = Measure::Of::nation, .month = month};
}

TEST(RoomSearch, of_the_same_scenario_keeps_what_lies_beside_the_front) {
    const Search wide = small_search::read();
    Scenario on_screen = wide.base;
    on_screen.municipalities = {};
    on_screen.title = "As it is called here";
    const Search search = room_search(wide, on_screen, {});
    EXPECT_EQ(search.others.size(), 1U);
    EXPECT_EQ(search.base.municipalities, wide.base.municipalities)
        << "the country of a search, not that of the screen";
    EXPECT_EQ(search.levers.size(), wide.levers.size());
    EXPECT_EQ(search.limits.size(), wide.limits.size());
}

TEST(RoomSearch, of_another_scenario_is_for_that_one_alone) {
    Search wide = small_search::read();
    wide.objectives[0].measure.month = 20;
    Scenario longer = wide.base;
    longer.parameters.months = 48;
    const Search search = room_search(wide, longer, {});
    EXPECT_TRUE(search.others.empty()) << "they were laid beside packages for another";
    EXPECT_EQ(search.objectives[0].measure.month, 20) << "a month that was chosen";
    EXPECT_EQ(search.objectives[1].measure.month, 47) << "the end is the end of what is on the screen";
    EXPECT_EQ(search.limits[0].measure.month, 47);
}

TEST(RoomSearch, does_not_decide_what_the_scenario_has_decided) {
    const Search wide = small_search::read();
    Scenario decided = wide.base;
    decided.parameters.ethics_committee = 1;
    decided.parameters.change_capacity_multiplier = 2;
    const Search search = room_search(wide, decided, {});
    ASSERT_EQ(search.levers.size(), 1U);
    EXPECT_EQ(search.levers[0].name, "change_capacity_multiplier");
    EXPECT_EQ(search.levers[0].values, (std::vector<double>{4})) << "1 is the standard, and none of its values";
}

TEST(RoomSearch, drops_dates_after_the_end_and_says_when_nothing_is_left) {
    const Search wide = small_search::read();
    Scenario shorter = wide.base;
    shorter.parameters.months = 20;
    const Search search = room_search(wide, shorter, {});
    for (const SearchedLever& lever : search.levers) EXPECT_EQ(lever.from_months, (std::vector<int>{17}));
    shorter.parameters.months = 12;
    EXPECT_THROW(room_search(wide, shorter, {}), InputError);
}

TEST(RoomSearch, puts_the_limits_of_the_room_in_the_place_of_those_on_the_same_outcome) {
    const Search wide = small_search::read();
    ASSERT_EQ(wide.limits.size(), 1U);
    const std::vector<RoomLimit> limits{
        {cost_until(35), true, 1.5},
        {{.outcome = "effort", .of = Measure::Of::both, .month = 35}, false, 0.1},
    };
    const Search search = room_search(wide, wide.base, limits);
    ASSERT_EQ(search.limits.size(), 2U);
    EXPECT_EQ(search.limits[0].measure, cost_until(35));
    EXPECT_EQ(search.limits[0].at, 1.5);
    EXPECT_TRUE(search.limits[0].at_most);
    EXPECT_TRUE(search.limits[0].against_base) << "the room sees differences with the scenario itself";
    EXPECT_FALSE(search.limits[1].at_most);
}

TEST(RoomSearch, has_no_room_for_a_package_in_a_scenario_full_of_decisions) {
    const Search wide = small_search::read();
    Scenario full = wide.base;
    full.changes.assign(change_limit - 1, {.lever = "ethics_committee", .value = 1, .from_month = 10});
    EXPECT_THROW(room_search(wide, full, {}), InputError);
}

}  // namespace
}  // namespace algemeente

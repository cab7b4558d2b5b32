#include "output/series.h"

#include <gtest/gtest.h>

namespace algemeente {

TEST(FirstDifference, IsTheFirstChangeOrShockThatOnlyOneScenarioHas) {
    Scenario one;
    Scenario other;
    EXPECT_EQ(first_difference_month(one, other), -1);
    one.shocks = {{Frame::risk, 60, 3, 7.0}};
    other.shocks = one.shocks;
    other.shocks.push_back({Frame::risk, 108, 4, 14.0});
    EXPECT_EQ(first_difference_month(one, other), 108);
    DatedChange change;
    change.lever = "ethics_committee";
    change.from_month = 84;
    one.changes = {change};
    EXPECT_EQ(first_difference_month(one, other), 84);
    other.parameters.alderman_risk_aversion += 1;
    EXPECT_EQ(first_difference_month(one, other), 0);
}

}  // namespace algemeente

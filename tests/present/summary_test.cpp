#include "present/summary.h"

#include "output/fake_ensemble.h"

#include <gtest/gtest.h>

namespace algemeente::present {

TEST(Band, QuantilesEqualBruteForce) {
    const std::vector<double> values = {5, 1, 4, 2, 3};
    const Band band = band_over(values);
    EXPECT_EQ(band.count, 5);
    EXPECT_DOUBLE_EQ(band.mean, 3);
    EXPECT_DOUBLE_EQ(band.p50, 3);
    EXPECT_DOUBLE_EQ(band.p25, 2);
    EXPECT_DOUBLE_EQ(band.p75, 4);
    EXPECT_DOUBLE_EQ(band.p05, 1.2);
    EXPECT_DOUBLE_EQ(band.lowest, 1);
    EXPECT_DOUBLE_EQ(band.highest, 5);
}

TEST(Band, LeavesOutWhatDoesNotExist) {
    const Band band = band_over(std::vector<double>{NAN, 2, NAN});
    EXPECT_EQ(band.count, 1);
    EXPECT_DOUBLE_EQ(band.p50, 2);
    const Band nothing = band_over({});
    EXPECT_EQ(nothing.count, 0);
    EXPECT_TRUE(std::isnan(nothing.p50));
    EXPECT_TRUE(std::isnan(nothing.mean));
}

TEST(Difference, IsPairedByReplicate) {
    const Ensemble ensemble = fake_ensemble({"baseline", "other"});
    const Difference difference = difference_of(ensemble.scenarios[1], ensemble.scenarios[0], 5, Domain::social, 0);
    EXPECT_EQ(difference.direction.higher, 3);
    EXPECT_EQ(difference.direction.same(), 0);
    EXPECT_DOUBLE_EQ(difference.band.lowest, 10);
    EXPECT_DOUBLE_EQ(difference.band.highest, 10);
}

TEST(Difference, CountsOnlyPairsOfWhichBothExist) {
    Ensemble ensemble = fake_ensemble({"baseline", "other"});
    set_outcome(ensemble.scenarios[0].replicates[1], 5, Domain::social, "in_use", NAN);
    const Difference difference =
        difference_of(ensemble.scenarios[1], ensemble.scenarios[0], 5, Domain::social, find_domain_outcome("in_use"));
    EXPECT_EQ(difference.direction.count, 2);
    EXPECT_EQ(difference.band.count, 2);
}

TEST(Gap, IsPhysicalMinusSocial) {
    const Ensemble ensemble = fake_ensemble({"baseline"});
    const Difference gap = gap_of(ensemble.scenarios[0], 5, 0);
    EXPECT_EQ(gap.direction.higher, 3);
    EXPECT_DOUBLE_EQ(gap.band.p50, 2);
}

TEST(Fan, HasABandAMonthThatEqualsTheBandOfThatMonth) {
    const Ensemble ensemble = fake_ensemble({"baseline"});
    const Fan fan = fan_of(ensemble.scenarios[0], Domain::physical, 0);
    ASSERT_EQ(fan.size(), 30U);
    EXPECT_EQ(fan[7].p50, band_of(ensemble.scenarios[0], 7, Domain::physical, 0).p50);
    EXPECT_EQ(national_fan_of(ensemble.scenarios[0], 0)[7].p50, 0.5);
}

TEST(MeanOver, PoolsReplicatesAndMonths) {
    Ensemble ensemble = fake_ensemble({"baseline"}, {.replicates = 2});
    EXPECT_DOUBLE_EQ(mean_over(ensemble.scenarios[0], Domain::social, 0, 3, 6), 1.5);
    for (History& history : ensemble.scenarios[0].replicates)
        for (double& value : history.domain_values) value = NAN;
    EXPECT_TRUE(std::isnan(mean_over(ensemble.scenarios[0], Domain::social, 0, 3, 6)));
}

}  // namespace algemeente::present

// Bands over replicates, and paired differences.
#include "ensemble/ensemble.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace algemeente {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// One month; `in_use` of the social domain is the value, by replicate.
ScenarioResult result_of(const std::vector<double>& values) {
    ScenarioResult result;
    for (const double value : values) {
        History history;
        history.months = 1;
        history.domain_values.assign(domain_count * domain_outcomes().size(), nothing);
        history.domain_values[find_domain_outcome("in_use")] = value;
        result.replicates.push_back(std::move(history));
    }
    return result;
}

}  // namespace

TEST(Band, holds_mean_and_quantiles_of_what_exists) {
    const Band band = band_of(result_of({4, nothing, 1, 3, 2, 5}), 0, Domain::social, find_domain_outcome("in_use"));
    EXPECT_EQ(band.replicates, 5);
    EXPECT_DOUBLE_EQ(band.mean, 3);
    EXPECT_DOUBLE_EQ(band.p05, 1.2);
    EXPECT_DOUBLE_EQ(band.p25, 2);
    EXPECT_DOUBLE_EQ(band.p50, 3);
    EXPECT_DOUBLE_EQ(band.p75, 4);
    EXPECT_DOUBLE_EQ(band.p95, 4.8);
}

TEST(Band, of_nothing_does_not_exist) {
    const Band band = band_over(std::vector<double>{nothing, nothing});
    EXPECT_EQ(band.replicates, 0);
    EXPECT_TRUE(std::isnan(band.mean));
    EXPECT_TRUE(std::isnan(band.p50));
}

TEST(Difference, is_taken_replicate_by_replicate) {
    const ScenarioResult baseline = result_of({10, 20, 30, 40, nothing});
    const ScenarioResult other = result_of({12, 19, 30, 45, 50});
    const Difference difference = difference_of(other, baseline, 0, Domain::social, find_domain_outcome("in_use"));
    EXPECT_EQ(difference.band.replicates, 4);  // of 2, -1, 0 and 5
    EXPECT_DOUBLE_EQ(difference.band.mean, 1.5);
    EXPECT_DOUBLE_EQ(difference.band.p50, 1);
    EXPECT_DOUBLE_EQ(difference.share_higher, .5);
    EXPECT_DOUBLE_EQ(difference.share_lower, .25);
}

TEST(Difference, of_nothing_is_neither_higher_nor_lower) {
    const ScenarioResult none = result_of({nothing});
    const Difference difference = difference_of(none, none, 0, Domain::social, find_domain_outcome("in_use"));
    EXPECT_EQ(difference.band.replicates, 0);
    EXPECT_EQ(difference.share_higher, 0);
    EXPECT_EQ(difference.share_lower, 0);
}

}  // namespace algemeente

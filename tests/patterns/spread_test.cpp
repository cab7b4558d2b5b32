// How much of a spread is luck, and how much is what is not known.
#include "patterns/spread.h"

#include "claims/worlds.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>

namespace algemeente {

TEST(Spread, tells_luck_from_assumptions) {
    // means 1 and 5, and one to either side of them by luck
    const SpreadParts parts = spread_parts({{0, 1, 2}, {4, 5, 6}});
    EXPECT_NEAR(parts.mean, 3, 1e-12);
    EXPECT_NEAR(parts.luck, 1, 1e-12);
    EXPECT_NEAR(parts.assumptions, std::sqrt(8 - 1. / 3), 1e-12);  // variance of means less what luck adds to it
    const SpreadParts luck_only = spread_parts({{0, 2}, {1, 1}});
    EXPECT_EQ(luck_only.assumptions, 0);
}

TEST(Spread, leaves_out_what_does_not_exist) {
    const double nothing = std::nan("");
    const SpreadParts parts = spread_parts({{0, 1, nothing, 2}, {nothing}, {4, 5, 6}});
    EXPECT_NEAR(parts.mean, 3, 1e-12);
    EXPECT_NEAR(parts.luck, 1, 1e-12);
    EXPECT_TRUE(std::isnan(spread_parts({{nothing}}).mean));
}

TEST(PriorRuns, hold_every_draw_and_replicate_at_the_end_of_each_year_and_leave_them_as_files) {
    const Scenario base = claims::small_scenario("baseline", 3, 18);
    const PriorRuns runs = run_priors(base, 3, 2, {});
    EXPECT_FALSE(runs.cancelled);
    EXPECT_EQ(runs.months, (std::vector<int>{11, 17}));
    ASSERT_EQ(runs.values.size(), 3U);
    ASSERT_EQ(runs.values[0].size(), 2U);
    const std::size_t ideas = find_domain_outcome("ideas_so_far");
    const History again =
        run_replicate(runs.draws[1], country_of(runs.draws[1], 1), 1, 1, false);  // draw 1, replicate 1
    for (const std::size_t month : {0U, 1U})
        for (const Domain domain : {Domain::social, Domain::physical})
            EXPECT_EQ(runs.values[1][1].at(month, domain, ideas),
                      again.domain_value(runs.months[month], domain, ideas));
    EXPECT_GT(runs.spread(1, Domain::social, ideas).mean, 0);

    const std::filesystem::path folder = std::filesystem::path(::testing::TempDir()) / "algemeente_priors";
    std::filesystem::create_directories(folder);
    write_prior_runs(runs, folder);
    const auto text_of = [&](const char* name) {
        std::ifstream stream(folder / name);
        return std::string(std::istreambuf_iterator<char>(stream), {});
    };
    EXPECT_EQ(
        text_of("spread.csv").find("month,date,domain,outcome,mean,luck_sd,assumptions_sd,p05,p50,p95\n11,2015-12,"),
        0U);
    EXPECT_EQ(text_of("draws.csv").find("draw,in_use_social,in_use_physical,value_social,"), 0U);
}

}  // namespace algemeente

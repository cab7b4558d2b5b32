// Equalising attributes and dividing what disappears.
#include "patterns/gap.h"
#include "claims/worlds.h"
#include "patterns/gap_tables.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <numeric>

namespace algemeente {

namespace {

double mean_over_mixes(const UseCaseTable& use_cases, double UseCase::*attribute) {
    double social = 0;
    double physical = 0;
    for (const UseCase& use_case : use_cases) {
        social += use_case.mix_social * use_case.*attribute;
        physical += use_case.mix_physical * use_case.*attribute;
    }
    return .5 * (social + physical);  // mixes of the standard table sum to one
}

}  // namespace

TEST(Equalising, leaves_the_average_over_both_domains_and_nothing_else) {
    UseCaseTable use_cases = standard_use_cases();
    const double average = mean_over_mixes(use_cases, &UseCase::impact);
    equalise(use_cases, 1U << 3U);  // impact is the fourth group
    ASSERT_EQ(attribute_groups()[3].name, "impact");
    for (std::size_t a = 0; a < use_case_count; ++a) {
        EXPECT_NEAR(use_cases[a].impact, average, 1e-12);
        EXPECT_EQ(use_cases[a].personal_data, standard_use_cases()[a].personal_data);
        EXPECT_EQ(use_cases[a].mix_social, standard_use_cases()[a].mix_social);
    }
}

TEST(Equalising, everything_leaves_only_the_mixes_different) {
    UseCaseTable use_cases = standard_use_cases();
    equalise_everything(use_cases);
    for (UseCase use_case : use_cases) {
        use_case.mix_social = use_cases[0].mix_social;
        use_case.mix_physical = use_cases[0].mix_physical;
        EXPECT_EQ(use_case, use_cases[0]);
    }
    EXPECT_EQ(problem_between(use_cases), "");
}

TEST(Shapley, gives_everybody_his_own_part_when_parts_just_add_up) {
    const std::array<double, gap_group_count> parts = {.1, .2, .3, 0, .05, .15, .2};
    std::vector<double> values(coalition_count, 0.0);
    for (std::size_t coalition = 0; coalition < coalition_count; ++coalition)
        for (std::size_t g = 0; g < gap_group_count; ++g)
            if ((coalition >> g & 1U) != 0) values[coalition] += parts[g];
    const auto shares = shapley_shares(values);
    for (std::size_t g = 0; g < gap_group_count; ++g) EXPECT_NEAR(shares[g], parts[g], 1e-12);
}

TEST(Shapley, divides_what_needs_everybody_equally_and_adds_up_to_the_whole) {
    std::vector<double> values(coalition_count, 0.0);
    values.back() = 1;
    const auto shares = shapley_shares(values);
    for (const double share : shares) EXPECT_NEAR(share, 1. / gap_group_count, 1e-12);
    EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), 1, 1e-12);
}

TEST(ExplainGap, divides_over_groups_what_disappears_when_all_are_equalised) {
    GapOptions options;
    options.replicates = 2;
    options.priors = 1;
    options.replicates_per_prior = 1;
    std::int64_t last = 0;
    options.runs.progress = [&](std::int64_t done, std::int64_t all) { last = done * 1000 / all; };
    const GapDecomposition gap = explain_gap(claims::small_scenario("baseline", 15, 180), options);
    EXPECT_FALSE(gap.cancelled);
    EXPECT_EQ(last, 1000);
    EXPECT_EQ(gap.priors, 1);
    ASSERT_EQ(gap.rows.size(), gap_group_count + 2);
    EXPECT_EQ(gap.rows[gap_group_count].name, "all groups");
    EXPECT_EQ(gap.rows[gap_group_count].use_shapley.standard.count, 0);
    double shapley = 0;
    for (std::size_t g = 0; g < gap_group_count; ++g) {
        EXPECT_EQ(gap.rows[g].name, attribute_groups()[g].name);
        EXPECT_EQ(gap.rows[g].use_shapley.standard.count, 2);
        shapley += gap.rows[g].use_shapley.standard.value;
    }
    EXPECT_NEAR(shapley, gap.rows[gap_group_count].use_alone.standard.value,
                1e-9);  // it is divided, no more and no less
    EXPECT_TRUE(std::isnan(gap.use_gap.low)) << "two replicates are too few for an interval";
    EXPECT_TRUE(std::isnan(gap.use_gap.high));
    const Table table = gap_table(gap);
    EXPECT_EQ(table.rows.size(), 2 + 4 * gap_group_count + 2 * 2);
    EXPECT_EQ(std::get<double>(table.rows[0][3]), gap.use_gap.value);
}

TEST(ExplainGap, tells_the_shares_over_members_beside_those_at_the_standard_values) {
    GapOptions options;
    options.replicates = 2;
    options.replicates_per_prior = 1;
    options.members = std::make_shared<const Members>(
        Members{"m.csv", {"ideas_per_month", "use_cases.area_model.impact"}, {{.03, .1}, {.06, .6}}});
    const Scenario base = claims::small_scenario("baseline", 15, 180);
    const GapDecomposition gap = explain_gap(base, options);
    EXPECT_EQ(gap.priors, 2);
    EXPECT_TRUE(gap.are_members);
    const Table table = gap_table(gap);
    EXPECT_EQ(table.columns.back(), "members_p95");

    // each member is the base as it knows the world: alone, they are the ends of the range
    std::vector<double> alone;
    for (const std::size_t member : {0U, 1U}) {
        GapOptions one;
        one.replicates = 1;
        one.runs = options.runs;
        alone.push_back(explain_gap(with_member(base, *options.members, member), one).rows[3].use_alone.standard.value);
    }
    const GapShare& share = gap.rows[3].use_alone;
    EXPECT_NEAR(share.prior_p50, (alone[0] + alone[1]) / 2, 1e-9);
    EXPECT_NE(alone[0], alone[1]);
}

TEST(ExplainGap, says_that_it_was_cancelled) {
    const std::atomic<bool> cancel{true};
    GapOptions options;
    options.runs.cancel = &cancel;
    EXPECT_TRUE(explain_gap(claims::small_scenario("baseline", 4, 180), options).cancelled);
}

}  // namespace algemeente

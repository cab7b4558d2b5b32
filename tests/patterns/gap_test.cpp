// Equalising attributes and dividing what disappears.
#include "patterns/gap.h"
#include "claims/worlds.h"
#include "patterns/contrasts.h"

#include <gtest/gtest.h>

#include <bit>
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

TEST(Contrasts, of_mixes_are_those_of_the_diagnostic_files) {
    const Contrasts contrasts(claims::scenario_called("baseline"));
    const UseCaseTable equal = claims::scenario_called("diagnostics/equal_mix").use_cases;
    const UseCaseTable swapped = claims::scenario_called("diagnostics/swapped_mix").use_cases;
    for (std::size_t a = 0; a < use_case_count; ++a) {
        EXPECT_NEAR(contrasts.called("equal_mix").use_cases[a].mix_social, equal[a].mix_social, 1e-12);
        EXPECT_NEAR(contrasts.called("equal_mix").use_cases[a].mix_physical, equal[a].mix_physical, 1e-12);
        EXPECT_EQ(contrasts.called("swapped_mix").use_cases[a].mix_social, swapped[a].mix_social);
    }
}

TEST(Contrasts, put_a_scenario_on_top_of_any_base) {
    Scenario base = claims::scenario_called("baseline");
    base.parameters.support_base = 1.1;
    const Contrasts contrasts(base);
    const Scenario standards = contrasts.called("standards_first");
    EXPECT_EQ(standards.parameters.support_base, 1.1);
    EXPECT_EQ(standards.changes.size(), 2U);
    EXPECT_EQ(contrasts.called("national_scandal").shocks.size(), base.shocks.size() + 1);
    EXPECT_EQ(contrasts.called("no_scandal").parameters.media_shock_scale, 0);
    EXPECT_EQ(contrasts.called("raise:ict+ethics").parameters.diagnostic_ethics, 1.4);
    EXPECT_EQ(contrasts.called("half:capacity").parameters.diagnostic_capacity, .5);
}

}  // namespace algemeente

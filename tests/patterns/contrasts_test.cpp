// Variants of a scenario, by name.
#include "patterns/contrasts.h"

#include "claims/worlds.h"
#include "text/error.h"

#include <gtest/gtest.h>

namespace algemeente {

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

TEST(Contrasts, of_an_unknown_name_are_refused) {
    const Contrasts contrasts(claims::scenario_called("baseline"));
    EXPECT_THROW(contrasts.called("half:luck"), InputError);
    EXPECT_THROW(contrasts.called("no_such_scenario"), InputError);
    EXPECT_EQ(contrasts.called("base").name, "baseline");
}

}  // namespace algemeente

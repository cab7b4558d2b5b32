// Variants of a scenario, by name.
#include "patterns/contrasts.h"

#include "claims/worlds.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

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

namespace {

/// Parameters in which a contrast differs from the baseline.
std::map<std::string, double> changed_by(const std::string& name) {
    const Scenario base = claims::scenario_called("baseline");
    const Scenario other = Contrasts(base).called(name);
    EXPECT_EQ(other.changes.size(), base.changes.size());
    EXPECT_EQ(other.shocks.size(), base.shocks.size());
    EXPECT_EQ(other.use_cases, base.use_cases);
    std::map<std::string, double> changed;
    for (const ParameterInfo& row : parameter_table())
        if (other.parameters.*row.value != base.parameters.*row.value)
            changed[std::string(row.name)] = other.parameters.*row.value;
    return changed;
}

using Changed = std::map<std::string, double>;

}  // namespace

TEST(Contrasts, hold_each_factor_at_its_ceiling_and_nothing_else) {
    for (int k = 0; k < factor_count; ++k) {
        const std::string word(factor_word(static_cast<Factor>(k)));
        EXPECT_EQ(changed_by("ceiling:" + word), (Changed{{"diagnostic_" + word + "_shift", 1}}));
    }
}

// E46, E59, E68, E71, E72
TEST(Contrasts, leave_out_what_a_class_of_agents_decides) {
    EXPECT_EQ(changed_by("without:citizens"), (Changed{{"diagnostic_legitimacy_citizens_shift", 1},
                                                       {"protest_strength", 0},
                                                       {"cooperation_benefit", 0},
                                                       {"cooperation_pilot", 0}}));
    EXPECT_EQ(changed_by("without:politicians"), (Changed{{"diagnostic_legitimacy_government_shift", 1},
                                                          {"alderman_election_turnover", 0},
                                                          {"alderman_monthly_turnover", 0},
                                                          {"council_motion_chance", 0}}));
    EXPECT_EQ(changed_by("without:employees"), (Changed{{"diagnostic_willingness_shift", 1}}));
    EXPECT_EQ(changed_by("without:turnover"),
              (Changed{{"alderman_election_turnover", 0}, {"alderman_monthly_turnover", 0}}));
    EXPECT_EQ(changed_by("without:council"), (Changed{{"council_motion_chance", 0}}));
}

// E05
TEST(Contrasts, depend_less_on_suppliers) {
    EXPECT_EQ(changed_by("lock_in:0.4"), (Changed{{"start_lock_in_mean", .4}}));
}

TEST(Contrasts, put_suppliers_in_the_whole_country_under_any_other) {
    Scenario base = claims::scenario_called("baseline");
    base.municipalities = {MunicipalityChoice::Kind::sample, 20, {}};
    const Contrasts contrasts(base);
    const Scenario supplied = contrasts.called("supplied:base");
    EXPECT_TRUE(supplied.supply);
    EXPECT_EQ(supplied.municipalities.kind, MunicipalityChoice::Kind::all);
    EXPECT_EQ(supplied.name, "supplied:base");
    EXPECT_TRUE(contrasts.called("supplied:swapped_mix").supply);
    EXPECT_EQ(
        contrasts.called("supplied:lowest:change_capacity_person_months").parameters.change_capacity_person_months, .1);
}

TEST(Contrasts, put_a_parameter_at_an_end_of_its_range) {
    EXPECT_EQ(changed_by("highest:change_capacity_person_months"), (Changed{{"change_capacity_person_months", .6}}));
}

TEST(Contrasts, withdraw_all_products_of_a_supplier) {
    const Contrasts contrasts(claims::scenario_called("baseline"));
    std::vector<std::string> withdrawn;
    for (const ProductChange& change : contrasts.called("without_suppliers:VNG+Talking Traffic").products) {
        EXPECT_EQ(change.withdrawn, "2024-01");
        withdrawn.push_back(change.name);
    }
    EXPECT_EQ(withdrawn, (std::vector<std::string>{"care_forecast", "social_monitor", "connected_traffic_lights"}));
}

TEST(Contrasts, of_an_unknown_name_are_refused) {
    const Contrasts contrasts(claims::scenario_called("baseline"));
    EXPECT_THROW(contrasts.called("lowest:luck"), InputError);
    EXPECT_THROW(contrasts.called("without_suppliers:Nobody"), InputError);
    EXPECT_THROW(contrasts.called("supplied:no_such_scenario"), InputError);
    EXPECT_THROW(contrasts.called("half:luck"), InputError);
    EXPECT_THROW(contrasts.called("ceiling:luck"), InputError);
    EXPECT_THROW(contrasts.called("ceiling:"), InputError);
    EXPECT_THROW(contrasts.called("without:luck"), InputError);
    EXPECT_THROW(contrasts.called("without:"), InputError);
    EXPECT_THROW(contrasts.called("lock_in:0.5"), InputError);
    EXPECT_THROW(shift_of(Factor::none), InputError);
    EXPECT_THROW(contrasts.called("no_such_scenario"), InputError);
    EXPECT_EQ(contrasts.called("base").name, "baseline");
}

}  // namespace algemeente

#include "mechanisms/project_rules.h"
#include "mechanisms/town_with_product.h"

namespace algemeente {
namespace {

using namespace mechanisms;

// E15, E25, E27, E28, E78
TEST(Performance, needs_ready_data_truth_and_maturity) {
    OneMunicipality town = town_with_product();
    use_products(town.municipality, town.now(50));
    // (38) .6^(.4 x 2)(.55 + .45 x .3)(.75 + .25 x .8)(1 - .12 x .5) = .6645398 x .685 x .95 x .94 = .4065023
    EXPECT_NEAR(town.project().performance, .4065023220, rounding);
    town.p.algorithm_register = 1;
    use_products(town.municipality, town.now(50));
    EXPECT_NEAR(town.project().performance, .3658520898, rounding);  // (38) offenders adapt: x (1 - .10 x 1)
}

// E46
TEST(Benefit, is_value_times_performance_times_usage) {
    OneMunicipality town = town_with_product();
    use_products(town.municipality, town.now(50));
    EXPECT_NEAR(town.project().usage, .7, rounding);
    EXPECT_NEAR(town.project().benefit, .2560964629, rounding);  // (38) .9 x .4065023 x .7
    EXPECT_NEAR(town.municipality.benefit_in_use, .2560964629, rounding);
}

// E59
TEST(Benefit, citizens_who_trust_cooperate_most_where_it_is_about_them) {
    OneMunicipality town = town_with_product();
    const double usual = .2560964629;
    const auto benefit = [&](double trust, double impact) {
        town.municipality.mean_trust = trust;
        town.project().impact = impact;
        use_products(town.municipality, town.now(50));
        EXPECT_EQ(town.municipality.benefit_in_use, town.project().benefit);
        return town.project().benefit;
    };
    EXPECT_NEAR(benefit(.74, .8), usual * 1.085, rounding);  // (38) 1 + .5 (.25 + .75 x .8)(.74 - .54)
    EXPECT_NEAR(benefit(.34, .8), usual * .915, rounding);
    EXPECT_NEAR(benefit(.74, 0), usual * 1.025, rounding);  // (38) 1 + .5 x .25 x .2
    EXPECT_NEAR(benefit(.74, 1), usual * 1.1, rounding);    // (38) 1 + .5 x .2
    town.p.cooperation_benefit = 5;
    EXPECT_EQ(benefit(0, 1), 0);  // (38) max(0, 1 - 5 x .54)
}

TEST(Benefit, usage_is_that_of_the_targeted_departments) {
    OneMunicipality town = town_with_product();
    town.office().departments[1].usage = .3;
    town.office().departments[2].usage = .9;
    town.project().lead_department = 2;
    town.project().departments = 2;
    use_products(town.municipality, town.now(50));
    EXPECT_NEAR(town.project().usage, .8, rounding);  // departments 2 and 0: (.9 + .7) / 2
}

// E26, E62, E64, E67, E74
TEST(Harm, is_prevented_by_performance_ethics_and_a_human_decision) {
    OneMunicipality town = town_with_product();
    use_products(town.municipality, town.now(50));
    // (39) .7 x .8 (1 - .4065023)(1 - .6 x .4)(1 - .4 x 1) = .56 x .5934977 x .76 x .6 = .1515556
    EXPECT_NEAR(town.project().harm, .1515555671, rounding);
    EXPECT_NEAR(town.municipality.harm_to_citizens, .0075777784, rounding);  // x tgt .05
    town.p.human_in_the_loop = 0;
    use_products(town.municipality, town.now(50));
    EXPECT_NEAR(town.project().harm, .2525926118, rounding);  // (39) / .6
}

TEST(Pilot, is_used_by_a_third_of_the_willing) {
    OneMunicipality town = town_with_product(Stage::pilot);
    use_products(town.municipality, town.now(50));
    EXPECT_NEAR(town.project().usage, .245, rounding);           // (38) .7 x .35
    EXPECT_NEAR(town.project().benefit, .0896337620, rounding);  // .2560965 x .35
    EXPECT_NEAR(town.project().harm, .0530444485, rounding);     // .1515556 x .35
    EXPECT_EQ(town.municipality.benefit_in_use, 0);              // value is that of algorithms in use (C4.6)
    EXPECT_GT(town.municipality.harm_to_citizens, 0);
}

// E71
TEST(Pilot, that_is_paused_is_not_used_and_does_no_harm) {
    OneMunicipality town = town_with_product(Stage::pilot);
    town.project().paused_months = 2;
    town.project().harm = 9;  // of last month
    use_products(town.municipality, town.now(50));
    EXPECT_EQ(town.project().usage, 0);
    EXPECT_EQ(town.project().harm, 0);
    EXPECT_EQ(town.municipality.harm_to_citizens, 0);
}

TEST(Harm, ethics_can_be_held_at_its_ceiling) {
    OneMunicipality town = town_with_product();
    town.p.diagnostic_ethics_shift = 1;
    use_products(town.municipality, town.now(50));
    EXPECT_NEAR(town.project().harm, .0797660879, rounding);  // (39) .1515556 / .76 x (1 - .6)
    EXPECT_EQ(town.project().ethics, .4);
}

TEST(Use, nothing_is_used_before_the_pilot_or_during_implementation) {
    for (const Stage stage : {Stage::idea, Stage::development, Stage::implementation}) {
        OneMunicipality town = town_with_product(stage);
        town.project().benefit = town.project().usage = 9;
        use_products(town.municipality, town.now(50));
        EXPECT_EQ(town.project().usage, 0);
        EXPECT_EQ(town.project().benefit, 0);
        EXPECT_EQ(town.project().harm, 0);
    }
}

// E77
TEST(CareSignals, come_from_enforcement_with_impact_if_switched_on) {
    OneMunicipality town = town_with_product();
    town.municipality.strictness = .4;
    use_products(town.municipality, town.now(50));
    EXPECT_EQ(town.municipality.care_signals, 0);
    town.p.care_signal_share = .15;
    use_products(town.municipality, town.now(50));
    EXPECT_NEAR(town.municipality.care_signals, .0307315755, rounding);  // X1: .15 x .2560965 (1 - .5 x .4)
    town.project().enforcement = .49;
    use_products(town.municipality, town.now(50));
    EXPECT_EQ(town.municipality.care_signals, 0);
}

/// A product in use that does harm; severity without chance is .5 (.4 + .6 x .6) = .38.
OneMunicipality town_with_harm(Stage stage = Stage::in_use) {
    OneMunicipality town = town_with_product(stage);
    town.p.severity_base = .5;
    town.p.severity_chance = 0;
    Project& project = town.project();
    project.harm = .2;
    project.sensitivity = .6;
    project.public_space = .5;
    project.personal_data = .4;
    project.exposure = .3;
    project.ethics = .5;
    return town;
}

// E60, E62, E64, E66
TEST(Incidents, follow_harm_sensitivity_attention_and_openness) {
    const auto public_now = [](const OneMunicipality& town) { return town.saw(EventKind::incident); };
    OneMunicipality town = town_with_harm();
    EXPECT_EQ(town.p.incident_rate, .05);  // C4.3; twenty times as many below, so that they can be counted
    town.p.incident_rate = 1;
    // (40) 1 - exp(-1 x .2 (.3 + .7 x .6)(1 + 2 x .5)) = 1 - e^-.288 = .2502384
    expect_project_chance(.2502384078, town, 50, cause_incidents, public_now, 100000);
    town.p.algorithm_register = 1;
    expect_project_chance(.3122982239, town, 50, cause_incidents, public_now);  // (40) 1 - e^(-.288 x 1.3)
}

double severity_of_certain_incident(OneMunicipality town) {
    town.p.incident_rate = 1e9;
    cause_incidents(town.municipality, town.now(50));
    return town.municipality.incident_severity;
}

// E62, E65, E66
TEST(Incidents, severity_grows_with_sensitivity_openness_defuses_hiding_backfires) {
    OneMunicipality town = town_with_harm();
    EXPECT_NEAR(severity_of_certain_incident(town), .38, rounding);  // (40) .5 (.4 + .6 x .6)
    town.municipality.relabelled = true;
    EXPECT_NEAR(severity_of_certain_incident(town), .437, rounding);  // (40) .38 x 1.15
    town.p.algorithm_register = 1;
    EXPECT_NEAR(severity_of_certain_incident(town), .247, rounding);  // (40) .38 x .65, no 1.15 with a register
    town.municipality.relabelled = false;
    EXPECT_NEAR(severity_of_certain_incident(town), .247, rounding);
}

TEST(Incidents, severity_is_partly_chance) {
    OneMunicipality town = town_with_harm();
    town.p.severity_base = Parameters{}.severity_base;
    town.p.severity_chance = Parameters{}.severity_chance;
    double sum = 0, low = 1, high = 0;
    constexpr int count = 5000;
    for (std::uint64_t key = 0; key < count; ++key) {
        town.project().key = key;
        const double severity = severity_of_certain_incident(town);
        sum += severity;
        low = std::min(low, severity);
        high = std::max(high, severity);
    }
    // (40) (.25 + .6 U)(.4 + .6 x .6): between .19 and .646, mean .418, spread .456 / sqrt(12) = .132
    EXPECT_NEAR(sum / count, .418, 4 * .132 / std::sqrt(count));
    EXPECT_GE(low, .19);
    EXPECT_LT(low, .191);
    EXPECT_LE(high, .646);
    EXPECT_GT(high, .645);
}

// E69
TEST(Incidents, alarm_the_alderman_of_the_domain) {
    OneMunicipality town = town_with_harm();
    town.p.incident_rate = 1e9;
    town.office().alderman.risk_aversion = town.office(Domain::physical).alderman.risk_aversion = 8;
    cause_incidents(town.municipality, town.now(50));
    EXPECT_NEAR(town.office().alderman.risk_aversion, 8.228, rounding);  // (8), (41) 8 + .6 x .38
    EXPECT_NEAR(town.office(Domain::physical).alderman.risk_aversion, 8, rounding);
    EXPECT_NEAR(town.municipality.incident_severity, .38, rounding);                // (50) inc_0
    EXPECT_NEAR(town.municipality.incident_severity_surveillance, .076, rounding);  // (50) .38 x .5 x .4
    EXPECT_EQ(town.office().ledger.incidents, 1);
    EXPECT_NEAR(town.office().ledger.severity_this_month, .38, rounding);
    town.project().harm = 0;
    cause_incidents(town.municipality, town.now(51));  // the next month starts clean
    EXPECT_EQ(town.municipality.incident_severity, 0);
    EXPECT_EQ(town.office().ledger.incidents_this_month, 0);
    EXPECT_EQ(town.office().ledger.incidents, 1);
}

// E60
TEST(Incidents, in_a_city_may_become_national_news) {
    OneMunicipality town = town_with_harm();
    town.p.incident_rate = 1e9;
    town.municipality.population = 400000;
    // (41) .1 x .38 x sqrt(400000 / 100000) = .076
    expect_project_chance(.076, town, 50, cause_incidents,
                          [](const OneMunicipality& t) { return t.municipality.escalated[0] > 0; });
    town.p.escalation_chance *= 10;
    expect_project_chance(.76, town, 50, cause_incidents,
                          [](const OneMunicipality& t) { return t.municipality.escalated[0] > 0; });
    town.p.escalation_chance = 1e9;
    cause_incidents(town.municipality, town.now(50));
    EXPECT_NEAR(town.municipality.escalated[0], 1.9, rounding);  // (41) 5 x .38
    EXPECT_NEAR(town.municipality.escalated[1], .38, rounding);  // (41) 5 x .38 x .5 x .4
}

// E60, E69, E74
TEST(Incidents, stop_products_and_pilots) {
    for (const auto& [stage, end] : {std::pair{Stage::in_use, Stage::discontinued}, {Stage::pilot, Stage::abandoned}}) {
        OneMunicipality town = town_with_harm(stage);
        town.p.incident_rate = 1e9;
        // (41) lgt(-1.2 + 3 x .38 + 1.2 x .3 - 1.2 x .5) = lgt(-.3) = .4255575
        expect_project_chance(
            .4255574832, town, 50, cause_incidents,
            [last = end](const OneMunicipality& t) {
                return t.project().stage == last && t.project().end_reason == Reason::incident;
            },
            100000);
    }
}

// E73
TEST(Pivot, turns_control_into_help_if_switched_on) {
    OneMunicipality town = town_with_harm();
    town.p.incident_rate = 1e9;
    town.p.reuse_pivot_chance = .3;
    town.p.stop_base = 1e9;  // otherwise it would end for certain
    town.office().alderman.knowledge = .5;
    const auto turned = [](const OneMunicipality& t) {
        const bool pivoted = use_case_names()[t.project().use_case] == "debt_early_signalling";
        EXPECT_EQ(t.project().stage == Stage::in_use, pivoted);
        return pivoted;
    };
    expect_project_chance(.15, town, 50, cause_incidents, turned);  // X2: .3 ka, a0 -> a3
    town.p.reuse_pivot_chance = 0;
    expect_project_chance(0, town, 50, cause_incidents, turned);
}

// E70, E73
TEST(Pivot, is_judged_by_the_alderman_as_what_the_project_becomes) {
    OneMunicipality town = town_with_harm();
    town.p.incident_rate = 1e9;
    town.p.reuse_pivot_chance = 100;
    town.office().alderman.knowledge = .5;
    town.office().alderman.months_in_office = 20;
    cause_incidents(town.municipality, town.now(50));
    ASSERT_TRUE(town.saw(EventKind::pivot));
    EXPECT_EQ(town.project().taste, taste_of(town.office().alderman, office_key(town.municipality.key, Domain::social),
                                             find_use_case("debt_early_signalling"), 50, town.p, town.luck));
}

// E57, E73, E75
TEST(Pivot, keeps_the_caseload_and_what_happened_to_the_project) {
    const std::size_t risk_scoring = find_use_case("welfare_risk_scoring");
    const UseCase& sister = standard_use_cases()[find_use_case("debt_early_signalling")];
    OneMunicipality town;
    town.municipality.caseload_ratio = 1.5;
    Project& project = town.add(Stage::in_use);
    project.use_case = static_cast<std::uint8_t>(risk_scoring);
    project.level = 3;
    take_attributes(project, town.use_cases[risk_scoring], town.p);
    const auto turned = [&] {
        Project copy = project;
        take_other_use_case(copy, town.use_cases, find_use_case("debt_early_signalling"), town.municipality, town.p);
        return copy;
    };
    // nothing has happened: a new project of the sister, for one and a half times the people
    EXPECT_NEAR(turned().personal_data, sister.personal_data, rounding);
    EXPECT_NEAR(turned().impact, sister.impact, rounding);
    EXPECT_NEAR(turned().value, sister.value, rounding);
    EXPECT_NEAR(turned().explainability, sister.explainability, rounding);
    EXPECT_NEAR(turned().touched_share, 1.5 * sister.touched_share, rounding);

    project.personal_data *= .85 * .85 * .9;  // reworked twice, then one sensor
    project.value *= .9 * .9;
    project.impact *= .8;
    project.closed = true;
    project.advices = 2;  // the first one explained more
    const Project other = turned();
    EXPECT_NEAR(other.personal_data, .85 * .85 * .9 * sister.personal_data, rounding);
    EXPECT_NEAR(other.value, .81 * sister.value, rounding);
    EXPECT_NEAR(other.impact, .8 * sister.impact, rounding);
    EXPECT_NEAR(other.explainability, .6 * sister.explainability + town.p.committee_explainability, rounding);
    EXPECT_NEAR(other.sensitivity, sensitivity_of(other.personal_data, other.impact, other.enforcement, town.p), 0);
}

}  // namespace
}  // namespace algemeente

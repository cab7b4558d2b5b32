#include "mechanisms/one_municipality.h"
#include "mechanisms/project_rules.h"

namespace algemeente {
namespace {

using namespace mechanisms;

void set_factor(Project& project, Factor factor, double level) {
    project.factors[static_cast<std::size_t>(factor)] = level;
}

/// A second-level product in use: RDY .6, AVL .8, ground truth .3, gap .5, usage .7. Citizens cooperate as usual.
OneMunicipality town_with_product(Stage stage = Stage::in_use) {
    OneMunicipality town;
    town.municipality.mean_trust = .54;
    town.set_attention(.5, 0);
    town.office().maturity = .5;
    town.office().departments[0].usage = .7;
    Project& project = town.add(stage);
    project.level = 2;
    project.departments = 1;
    set_factor(project, Factor::data_readiness, .6);
    project.log_data_readiness = std::log(.6);
    set_factor(project, Factor::data_availability, .8);
    project.ground_truth = .3;
    project.value = .9;
    project.impact = .8;
    project.enforcement = 1;
    project.ethics = .4;
    project.touched_share = .05;
    return town;
}

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

// E11, E69
TEST(Incidents, alarm_the_alderman_and_make_others_share_less) {
    OneMunicipality town = town_with_harm();
    town.p.incident_rate = 1e9;
    town.office().alderman.risk_aversion = town.office(Domain::physical).alderman.risk_aversion = 8;
    cause_incidents(town.municipality, town.now(50));
    EXPECT_NEAR(town.office().alderman.risk_aversion, 8.228, rounding);  // (8), (41) 8 + .6 x .38
    EXPECT_NEAR(town.office(Domain::physical).alderman.risk_aversion, 8, rounding);
    EXPECT_EQ(town.municipality.sharing[0], 1);
    for (std::size_t origin = 1; origin < origin_count; ++origin)
        EXPECT_NEAR(town.municipality.sharing[origin], .4848, rounding);            // (41) .5 - .04 x .38
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

/// A use of thirty months at odds with everybody: unsupported, illegitimate, and hardly any yield. Subscriptions may
/// take .7 x .10 x 26500 = 1855 euros a month.
OneMunicipality town_with_weary_use() {
    OneMunicipality town = town_with_product();
    town.municipality.lock_in = .6;
    Project& use = town.project();
    use.exposure = .5;
    use.support = .6;
    use.performance = .5;
    use.usage = .1;
    use.months_in_stage = 30;
    set_factor(use, Factor::legitimacy_citizens, .3);
    return town;
}

/// The same, bought, in a town where subscriptions take half more than the budget allows.
OneMunicipality town_with_weary_subscription() {
    OneMunicipality town = town_with_weary_use();
    town.project().sourcing = Sourcing::vendor;
    town.municipality.subscriptions_eur = 2782.5;  // 1.5 x 1855
    return town;
}

bool ended(const OneMunicipality& town) {
    return town.project().stage == Stage::discontinued;
}

// E08, E32, E46, E59, E69
TEST(Ends, of_uses_follow_lack_of_support_legitimacy_and_yield_people_who_leave_and_better_products) {
    OneMunicipality town = town_with_weary_use();
    // (42) .08 x .5 x .4 + .05 (.8 - .3) + .02 (.4 - .5 x .1) + .005 e^-1 + .0015 x 30/60 + .0006
    //    = .016 + .025 + .007 + .0018394 + .00075 + .0006 = .0511894
    expect_project_chance(.0511894, town, 50, end_uses, ended, 100000);
    town.project().usage = .8;
    expect_project_chance(.0441894, town, 50, end_uses, ended, 100000);  // (42) .5 x .8 is not below .4
    set_factor(town.project(), Factor::legitimacy_citizens, .9);
    expect_project_chance(.0191894, town, 50, end_uses, ended, 100000);  // (42) max(0, .8 - .9)
}

// E05, E33, E36
TEST(Ends, of_bought_uses_follow_price_and_supplier_and_lock_in_keeps_them) {
    OneMunicipality town = town_with_weary_subscription();
    // (42) .016 + .025 + .007 + .03 x .5 + .002 + .00075 (1 - .6) + .0006 = .0659
    expect_project_chance(.0659, town, 50, end_uses, ended, 100000);
    town.municipality.subscriptions_eur = 1855;
    expect_project_chance(.0509, town, 50, end_uses, ended, 100000);  // (42) what the budget allows
    town.municipality.subscriptions_eur = 99999;
    expect_project_chance(.0809, town, 50, end_uses, ended, 100000);  // (42) .03 at most
    town.p.capacity_cut_share = 1;                                    // no budget at all
    town.municipality.subscriptions_eur = 1;
    expect_project_chance(.0809, town, 50, end_uses, ended, 100000);
}

/// The chance of one reason, with all chances ten times as high, so that the parts can be told apart.
void expect_reason(OneMunicipality town, Reason reason, double chance) {
    for (double* part : {&town.p.discontinue_base, &town.p.discontinue_unsupported, &town.p.discontinue_illegitimate,
                         &town.p.discontinue_poor, &town.p.discontinue_price, &town.p.discontinue_supplier,
                         &town.p.discontinue_people_left, &town.p.discontinue_alternative})
        *part *= 10;
    expect_project_chance(
        chance, town, 50, end_uses,
        [reason](const OneMunicipality& t) { return ended(t) && t.project().end_reason == reason; }, 100000);
}

// E05, E08, E32, E34, E36, E46, E59, E69
TEST(Ends, tell_their_reason_in_the_right_proportions) {
    const OneMunicipality own = town_with_weary_use();
    expect_reason(own, Reason::politics, .16);         // (42) 10 x .08 x .5 x .4
    expect_reason(own, Reason::legitimacy, .25);       // (42) 10 x .05 x .5
    expect_reason(own, Reason::disuse, .07);           // (42) 10 x .02 x .35
    expect_reason(own, Reason::people_left, .018394);  // (42) 10 x .005 e^-1
    expect_reason(own, Reason::alternative, .0075);    // (42) 10 x .0015 x .5
    expect_reason(own, Reason::other, .006);           // (42) 10 x .0006
    expect_reason(own, Reason::price, 0);
    expect_reason(own, Reason::supplier, 0);
    const OneMunicipality bought = town_with_weary_subscription();
    expect_reason(bought, Reason::price, .15);         // (42) 10 x .03 x .5
    expect_reason(bought, Reason::supplier, .02);      // (42) 10 x .002
    expect_reason(bought, Reason::alternative, .003);  // (42) 10 x .0015 x .5 x .4
    expect_reason(bought, Reason::people_left, 0);
    expect_reason(bought, Reason::other, .006);
}

// E08, E32
TEST(Ends, something_better_comes_with_the_years_and_people_stay_where_they_are_many) {
    OneMunicipality town = town_with_weary_use();
    town.project().months_in_stage = 120;
    expect_reason(town, Reason::alternative, .03);  // (42) 10 x .0015 x 2
    town.project().months_in_stage = 500;
    expect_reason(town, Reason::alternative, .03);  // (42) twice at most
    town.municipality.capacity = 0;
    expect_reason(town, Reason::people_left, .05);  // (42) 10 x .005
    town.municipality.capacity = 3;
    expect_reason(town, Reason::people_left, .0024894);  // (42) 10 x .005 e^-3
}

TEST(Ends, concern_uses_only) {
    OneMunicipality town = town_with_weary_use();
    town.p.discontinue_base = 1;
    town.project().stage = Stage::pilot;
    end_uses(town.municipality, town.now(50));
    EXPECT_EQ(town.project().stage, Stage::pilot);
}

double maturity_after_month(double maturity, std::uint8_t level) {
    OneMunicipality town = town_with_product();
    town.office().maturity = maturity;
    town.project().level = level;
    town.project().usage = .8;
    mature(town.municipality, town.now(50));
    return town.office().maturity;
}

// E78
TEST(Maturity, grows_by_use_less_if_the_product_is_far_ahead) {
    // (43) first it fades by .005 / (1 + .8) of itself
    EXPECT_NEAR(maturity_after_month(.9, 1), .9375, rounding);         // .8975 + .05 x .8
    EXPECT_NEAR(maturity_after_month(.96, 2), .9973333333, rounding);  // .9573333 + .04: 2 <= .957 + 1.05
    EXPECT_NEAR(maturity_after_month(.94, 2), .9493888889, rounding);  // 2 > 1.987: .9373889 + .05 x .8 x .3
    EXPECT_NEAR(maturity_after_month(2.99, 3), 3, rounding);           // 2.9816944 + .04: at most 3
}

// E32, E78
TEST(Maturity, fades_where_nothing_is_practised) {
    OneMunicipality town = town_with_product();
    town.p.maturity_growth = 0;
    town.office(Domain::social).maturity = town.office(Domain::physical).maturity = .9;
    town.project().usage = .8;
    Project& second = town.add(Stage::in_use);
    second.usage = .6;
    Project& pilot = town.add(Stage::pilot);
    pilot.usage = 1;
    mature(town.municipality, town.now(50));
    EXPECT_NEAR(town.office(Domain::social).maturity, .898125, rounding);  // (43) .9 - .0045 / (1 + .8 + .6)
    EXPECT_NEAR(town.office(Domain::physical).maturity, .8955, rounding);  // (43) .9 - .005 x .9
}

double ethics_after_month(double municipality, bool committee, int advices) {
    OneMunicipality town = town_with_product();
    town.municipality.ethics_maturity = municipality;
    town.p.ethics_committee = committee ? 1 : 0;
    town.project().advices = static_cast<std::uint8_t>(advices);
    mature(town.municipality, town.now(50));
    return town.project().ethics;
}

// E74, E75
TEST(Ethics, of_a_use_follows_the_municipality_but_does_not_fall_below_what_a_committee_advised) {
    EXPECT_NEAR(ethics_after_month(.6, false, 0), .404, rounding);  // (43) .4 + .02 (.6 - .4)
    EXPECT_NEAR(ethics_after_month(.2, false, 0), .396, rounding);  // (43) .4 - .02 x .2
    EXPECT_NEAR(ethics_after_month(.2, true, 0), .396, rounding);   // a committee that was not asked
    EXPECT_NEAR(ethics_after_month(.2, true, 1), .4, rounding);     // a committee that watches
    EXPECT_NEAR(ethics_after_month(.2, false, 1), .396, rounding);  // one that is no longer there
    EXPECT_NEAR(ethics_after_month(.6, true, 1), .404, rounding);
}

// E08, E20, E23, E43
TEST(Maturity, use_keeps_data_and_involvement) {
    OneMunicipality town = town_with_product();
    town.municipality.change_ration = .6;
    for (std::size_t s = 0; s < 4; ++s) town.municipality.sources.quality[s] = .5;
    Project& project = town.project();
    project.involvement = .5;
    project.requirements = {met(RequirementStatus::sensor_running, 0, .8), met(RequirementStatus::granted, 1, .8),
                            met(RequirementStatus::granted, 2, .4), pending(Origin::own, 3)};
    mature(town.municipality, town.now(50));
    EXPECT_NEAR(project.requirements[0].readiness, .798, rounding);   // (43) sensor: - .002
    EXPECT_NEAR(project.requirements[1].readiness, .799, rounding);   // (43) .8 - .006 x .3 + .004 x .2
    EXPECT_NEAR(project.requirements[2].readiness, .4024, rounding);  // (43) .4 + .004 x .6
    EXPECT_NEAR(project.requirements[3].readiness, 0, rounding);
    EXPECT_NEAR(project.involvement, .501, rounding);  // (43) .5 - .01 x .5 + .02 x .6 x .5
    for (std::size_t s = 0; s < 4; ++s) EXPECT_NEAR(town.municipality.sources.quality[s], .5, rounding);
    project.level = 1;
    mature(town.municipality, town.now(51));
    EXPECT_NEAR(town.municipality.sources.quality[0], .5, rounding);     // a sensor is nobody's source
    EXPECT_NEAR(town.municipality.sources.quality[1], .5015, rounding);  // (43) .5 + .003 x .5: describing improves
    EXPECT_NEAR(town.municipality.sources.quality[3], .5, rounding);
}

}  // namespace
}  // namespace algemeente

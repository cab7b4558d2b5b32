// A date means something: parameters that are read only while the world is made cannot have one, all others react.
#include "claims/worlds.h"
#include "ensemble/replicate_run.h"
#include "netherlands/product_change.h"
#include "observe/fingerprint.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace algemeente {

namespace {

/// Municipalities with so many ideas, stories and incidents that every mechanism has something to do. Rich ones have no
/// levers; poor ones have them all, cut their capacity and read privacy law strictly.
Scenario busy_scenario(bool rich) {
    Scenario scenario = claims::small_scenario("national_scandal", 40, 108);
    Parameters& p = scenario.parameters;
    for (double Parameters::*const raised :
         {&Parameters::ideas_per_month, &Parameters::council_motion_chance, &Parameters::reuse_pivot_chance,
          &Parameters::care_signal_share, &Parameters::team_separation, &Parameters::relabel_chance,
          &Parameters::start_chance})
        for (const ParameterInfo& row : parameter_table())
            if (row.value == raised) p.*raised = row.high;
    p.incident_rate = rich ? 10 : 1;
    p.escalation_chance = 1;
    p.relabel_threshold = .3;
    p.council_motion_scrutiny = .4;
    p.choice_avoidance = 0;
    p.history_needed_months = 18;  // so that five years of recorded data are not always enough
    p.alderman_knowledge_mean = .8;
    p.alderman_knowledge_spread = .3;
    p.privacy_strictness_shift = rich ? -.4 : .5;
    p.capacity_person_months = rich ? 1.6 : .4;
    if (!rich) {
        p.ethics_committee = p.algorithm_register = p.data_science_pool = 1;
        p.standards_programme = p.common_ground_programme = .01;
        p.capacity_cut_share = .3;
        p.maintenance_share = .2;
        // products that were welcome are so no longer
        scenario.changes.push_back({.lever = "willingness_base", .value = -5, .from_month = 72});
        scenario.changes.push_back({.lever = "legitimacy_trust_threshold", .value = .9, .from_month = 72});
        // hardly anybody is left to keep what is used
        scenario.changes.push_back({.lever = "capacity_cut_share", .value = .7, .from_month = 84});
    } else {
        p.care_signal_impact = .1;
        p.vendor_base = 1;
        p.vendor_refusal_base = 0;
        p.budget_eur_per_inhabitant = 1;
        p.pipeline_per_capacity = 100;  // so that not capacity but the ceiling limits some pipelines
        // a committee that finds uses which began without it
        scenario.changes.push_back({.lever = "ethics_committee", .value = 1, .from_month = 36});
        // subscriptions that could be paid no longer can
        scenario.changes.push_back({.lever = "budget_eur_per_inhabitant", .value = .05, .from_month = 60});
    }
    // easy to build, can reveal care needs, and can pivot
    UseCase& scoring = scenario.use_cases[find_use_case("welfare_risk_scoring")];
    scoring.mix_social = 2;
    scoring.sources = scoring.departments = 1;
    scoring.process_change = 0;
    scoring.enforcement = .5;
    // between the bounds from which a use can reveal care needs
    scenario.use_cases[find_use_case("scan_car_enforcement")].impact = .3;
    scenario.shocks.push_back({Frame::risk, 6, 60, 6});
    scenario.shocks.push_back({Frame::surveillance, 6, 60, 6});
    return scenario;
}

/// A world with suppliers: products are struck down, incidents are many, and some municipalities publish.
Scenario supplied_scenario() {
    Scenario scenario = claims::small_scenario("with_suppliers", 60, 132);
    scenario.parameters.supply_strike_rate = .004;
    scenario.parameters.incident_rate = .12;
    scenario.parameters.supply_incident_share = .5;
    scenario.shocks.push_back({Frame::risk, 12, 100, 10});
    scenario.changes.push_back({.lever = "algorithm_register", .value = 1, .from_month = 110});
    scenario.changes.push_back({.lever = "supplier_audit", .value = 1, .from_month = 24});
    // two of one supplier
    scenario.products.push_back(product_change("benefit_cross_match", {{&ProductChange::supplier, "Stimulansz"}}));
    return scenario;
}

/// Hash of how a world ends and of all that was measured on the way.
std::uint64_t course_of(const Scenario& scenario, const Country& country) {
    ReplicateRun run(std::make_shared<const Scenario>(scenario), country, 1, 0, false);
    while (!run.finished()) run.pass_month();
    const History history = run.take_history();
    Fingerprint hash;
    hash.add(history.fingerprint);
    for (const auto* values : {&history.domain_values, &history.national_values})
        for (const double value : *values) hash.add(value);
    return hash.value();
}

/// Worlds in which a dated change of a parameter is tried.
struct Trials {
    std::vector<Scenario> scenarios;
    Country country = claims::country_of(scenarios.front());
    std::vector<std::uint64_t> courses;

    explicit Trials(std::vector<Scenario> tried) : scenarios(std::move(tried)) {
        for (const Scenario& scenario : scenarios) courses.push_back(course_of(scenario, country));
    }

    /// Whether the lowest or the highest value from `month` on changes anything in any of the worlds.
    bool react(const ParameterInfo& row, int month) const {
        for (std::size_t i = 0; i < scenarios.size(); ++i)
            for (const double value : {row.high, row.low}) {
                if (value == scenarios[i].parameters.*row.value) continue;
                Scenario changed = scenarios[i];
                changed.changes.push_back({.lever = std::string(row.name), .value = value, .from_month = month});
                if (course_of(changed, country) != courses[i]) return true;
            }
        return false;
    }
};

}  // namespace

TEST(Dates, of_parameters_that_are_read_only_at_the_start_would_do_nothing) {
    const Trials trials({busy_scenario(true), busy_scenario(false)});
    const Trials supplied({supplied_scenario()});
    int tried = 0;
    for (const ParameterInfo& row : parameter_table()) {
        if (!is_start_only(row)) continue;
        ++tried;
        EXPECT_FALSE((is_of_suppliers(row) ? supplied : trials).react(row, 0))
            << row.name << " is marked START_PARAMETER, but a date has an effect";
    }
    EXPECT_GT(tried, 40);
}

TEST(Dates, of_all_other_parameters_have_an_effect) {
    const Trials trials({busy_scenario(true), busy_scenario(false)});
    const Trials supplied({supplied_scenario()});
    // they move chances of what happens once in many runs
    const std::set<std::string_view> rare = {"supply_knowledge_floor", "supply_strike_attention",
                                             "supply_strike_statutory", "supply_register_marks_ended"};
    for (const ParameterInfo& row : parameter_table()) {
        if (is_start_only(row) || row.role == Role::setting || row.role == Role::price || rare.contains(row.name))
            continue;
        EXPECT_TRUE((is_of_suppliers(row) ? supplied : trials).react(row, 1))
            << row.name << ": mark it START_PARAMETER, or let these worlds need it";
    }
}

TEST(Dates, of_start_values_are_refused) {
    const std::filesystem::path file = std::filesystem::path(testing::TempDir()) / "dated_start_value.toml";
    for (const ParameterInfo& row : parameter_table()) {
        if (row.role == Role::setting) continue;
        std::ofstream(file) << "title = \"t\"\n[[change]]\nlever = \"" << row.name << "\"\nvalue = " << row.standard
                            << "\nfrom = \"2020-01\"\n";
        std::string refusal;
        try {
            read_scenario(file);
        } catch (const InputError& error) {
            refusal = error.what();
        }
        const bool refused = refusal.find("is read only while the world is made") != std::string::npos;
        EXPECT_EQ(refused, is_start_only(row)) << row.name << ": " << refusal;
    }
    std::filesystem::remove(file);
}

}  // namespace algemeente

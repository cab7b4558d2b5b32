// What a liveness study moves, in which ways, and against which base.
#include "patterns/liveness_plan.h"

#include "claims/worlds.h"
#include "patterns/contrasts.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace algemeente {

namespace {

/// Levels .3 and .7 of every factor: a standard deviation of .2.
FactorSpread spread_of_two() {
    std::vector<Project> projects(2);
    for (Project& project : projects) project.stage = Stage::pilot;
    projects[0].factors.fill(.3);
    projects[1].factors.fill(.7);
    FactorSpread spread;
    spread.add(projects);
    return spread;
}

struct Planned {
    std::vector<LivenessThing> things;
    std::vector<LivenessBase> bases;
    std::vector<LivenessTrial> trials;
};

Planned planned(const std::string& only, Scenario base = claims::small_scenario("baseline", 20, 60)) {
    Planned plan;
    plan.things = chosen_things(only);
    plan.bases = liveness_bases(base, plan.things, 20);
    plan.trials = liveness_trials(plan.things, plan.bases, spread_of_two());
    return plan;
}

std::string message_of(const std::string& only) {
    try {
        chosen_things(only);
    } catch (const InputError& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST(LivenessThings, are_factors_agents_and_every_assumption_and_lever) {
    std::size_t factors = 0;
    std::size_t agents = 0;
    std::set<std::string> names;
    for (const LivenessThing& thing : liveness_things()) {
        factors += thing.kind == LivenessKind::factor ? 1U : 0U;
        agents += thing.kind == LivenessKind::agents ? 1U : 0U;
        EXPECT_TRUE(names.insert(thing.name).second) << thing.name << " is the name of two things";
    }
    EXPECT_EQ(factors, 10U);
    EXPECT_EQ(agents, 5U);
    for (const ParameterInfo& row : parameter_table()) {
        const bool moved = (row.role == Role::lever || row.role == Role::assumption) && !is_diagnostic(row);
        EXPECT_EQ(names.contains(std::string(row.name)), moved) << row.name;
    }
}

TEST(LivenessThings, are_chosen_by_name_or_group) {
    EXPECT_EQ(chosen_things("").size(), liveness_things().size());
    EXPECT_EQ(chosen_things("factors").size(), 10U);
    EXPECT_EQ(chosen_things("agents,factors").size(), 15U);
    const std::vector<LivenessThing> two = chosen_things("support_base,ict,support_base");
    ASSERT_EQ(two.size(), 2U);
    EXPECT_EQ(two[0].name, "ict") << "in the order of all";
    EXPECT_EQ(two[1].name, "support_base");
}

TEST(LivenessThings, of_an_unknown_name_are_refused_with_the_nearest_one) {
    EXPECT_EQ(message_of("ict,suport_base"), "--only: unknown name 'suport_base'; did you mean 'support_base'?");
    EXPECT_EQ(message_of("factor"), "--only: unknown name 'factor'; did you mean 'factors'?");
    EXPECT_EQ(message_of("citzens"), "--only: unknown name 'citzens'; did you mean 'citizens'?");
    EXPECT_NE(message_of("ict,,law"), "");
    EXPECT_NE(message_of("diagnostic_ict"), "") << "a handle for experiments is not moved";
}

TEST(LivenessNeeds, name_parameters_and_settings_that_exist) {
    const Scenario baseline = claims::scenario_called("baseline");
    for (const LivenessNeed& need : liveness_needs()) {
        const auto all = liveness_things();
        EXPECT_TRUE(std::any_of(all.begin(), all.end(),
                                [&](const LivenessThing& thing) { return thing.name.starts_with(need.prefix); }))
            << need.prefix << ": no parameter begins so";
        Scenario scenario = baseline;
        EXPECT_NO_THROW(apply_setting(scenario, std::string(need.setting))) << need.setting;
        EXPECT_FALSE(scenario == baseline)
            << need.setting << " is the baseline already; " << need.prefix << " needs nothing";
    }
}

TEST(LivenessNeeds, are_those_of_the_lever_under_which_a_parameter_acts) {
    EXPECT_EQ(needs_of("committee_ethics"), std::vector<std::string>{"ethics_committee=1"});
    EXPECT_EQ(needs_of("ethics_committee"), std::vector<std::string>{});
    EXPECT_EQ(needs_of("support_base"), std::vector<std::string>{});
    const Planned plan = planned("committee_ethics,committee_effort,support_base,fiscal_low");
    ASSERT_EQ(plan.bases.size(), 3U) << "none, with a committee, and drawn municipalities";
    EXPECT_EQ(plan.bases[0].scenario.parameters.ethics_committee, 0);
    EXPECT_EQ(plan.bases[1].scenario.parameters.ethics_committee, 1);
    EXPECT_EQ(plan.bases[2].scenario.population, Population::synthetic);
    for (const LivenessTrial& trial : plan.trials) {
        const bool of_committee = plan.things[trial.thing].name.starts_with("committee_");
        EXPECT_EQ(trial.scenario.parameters.ethics_committee, of_committee ? 1 : 0);
        EXPECT_EQ(trial.base == 1, of_committee);
    }
}

TEST(LivenessNeeds, drawn_municipalities_have_no_names) {
    Scenario base = claims::small_scenario("baseline", 20, 60);
    base.municipalities = {MunicipalityChoice::Kind::listed, 0, {"GM0363", "GM0599"}};
    const std::vector<LivenessBase> bases = liveness_bases(base, chosen_things("fiscal_low"), 2);
    ASSERT_EQ(bases.size(), 2U);
    EXPECT_EQ(bases[1].scenario.municipalities.kind, MunicipalityChoice::Kind::sample);
    EXPECT_EQ(bases[1].scenario.municipalities.count, 2);
}

TEST(LivenessTrials, of_a_factor_are_its_ceiling_and_a_standard_deviation_either_way) {
    const Planned plan = planned("ethics");
    ASSERT_EQ(plan.trials.size(), 3U);
    EXPECT_EQ(plan.trials[0].setting, "ceiling");
    EXPECT_EQ(plan.trials[0].scenario.parameters.diagnostic_ethics_shift, 1);
    EXPECT_EQ(plan.trials[0].scenario.parameters,
              Contrasts(plan.bases[0].scenario).called("ceiling:ethics").parameters);
    EXPECT_NEAR(plan.trials[1].scenario.parameters.diagnostic_ethics_shift, .2, 1e-12);
    EXPECT_NEAR(plan.trials[2].scenario.parameters.diagnostic_ethics_shift, -.2, 1e-12);
    EXPECT_NEAR(plan.trials[2].value, -.2, 1e-12);
}

TEST(LivenessTrials, of_agents_are_the_contrast_without_them) {
    const Planned plan = planned("agents");
    ASSERT_EQ(plan.trials.size(), 5U);
    for (const LivenessTrial& trial : plan.trials) {
        EXPECT_EQ(trial.setting, "without");
        EXPECT_TRUE(std::isnan(trial.value));
        EXPECT_FALSE(trial.scenario.parameters == plan.bases[0].scenario.parameters) << plan.things[trial.thing].name;
    }
}

TEST(LivenessTrials, of_a_parameter_are_the_ends_of_its_range_where_they_differ_from_the_base) {
    const Planned plan = planned("support_base,ethics_committee,human_in_the_loop");
    ASSERT_EQ(plan.trials.size(), 4U) << "two ends, a lever that is off, and one that is fully on";
    EXPECT_EQ(plan.trials[0].setting, "high");  // ethics_committee: the order of the table
    EXPECT_EQ(plan.trials[0].value, 1);
    EXPECT_EQ(plan.trials[1].setting, "low");  // human_in_the_loop
    EXPECT_EQ(plan.trials[2].value, find_parameter("support_base")->low);
    EXPECT_EQ(plan.trials[3].value, find_parameter("support_base")->high);
}

TEST(LivenessTrials, leave_out_an_end_that_contradicts_another_parameter) {
    Scenario base = claims::small_scenario("baseline", 20, 60);
    base.parameters.alderman_appetite_low = .6;
    base.parameters.alderman_appetite_high = .8;
    base.parameters.alderman_appetite_low = .7;  // above the lowest highest appetite, .6
    const Planned plan = planned("alderman_appetite_high", base);
    ASSERT_EQ(plan.trials.size(), 1U);
    EXPECT_EQ(plan.trials[0].setting, "high");
}

TEST(LivenessTrials, reach_every_thing_of_the_baseline) {
    const Planned plan = planned("");
    std::set<std::size_t> reached;
    for (const LivenessTrial& trial : plan.trials) {
        reached.insert(trial.thing);
        EXPECT_EQ(problem_between(trial.scenario.parameters), "") << plan.things[trial.thing].name;
        EXPECT_FALSE(same_simulation(trial.scenario, plan.bases[trial.base].scenario)) << plan.things[trial.thing].name;
    }
    for (std::size_t i = 0; i < plan.things.size(); ++i)
        EXPECT_TRUE(reached.contains(i)) << plan.things[i].name << " is moved by nothing";
}

}  // namespace algemeente

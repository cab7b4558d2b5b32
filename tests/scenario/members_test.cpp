// Members: what they set, what a scenario keeps for itself, and that replicates take turns.
#include "scenario/members.h"

#include "claims/worlds.h"
#include "cli/run_program.h"
#include "ensemble/ensemble.h"
#include "observe/history.h"
#include "patterns/members_file.h"
#include "text/error.h"

#include <gtest/gtest.h>

namespace algemeente::testing {

namespace {

Members two_members() {
    return {"two.csv", {"ideas_per_month", "use_cases.area_model.value"}, {{.03, .2}, {.06, .5}}};
}

Scenario small_scenario() {
    Scenario scenario = claims::scenario_called("baseline");
    scenario.municipalities = {MunicipalityChoice::Kind::sample, 10, {}};
    scenario.parameters.months = 48;
    return scenario;
}

std::string problem_with(const std::string& csv) {
    const TemporaryFolder folder;
    try {
        read_members(folder.write("m.csv", csv));
    } catch (const InputError& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST(WithMember, sets_parameters_and_cells) {
    const Scenario scenario = claims::scenario_called("baseline");
    const Scenario set = with_member(scenario, two_members(), 1);
    EXPECT_EQ(set.parameters.ideas_per_month, .06);
    EXPECT_EQ(set.use_cases[find_use_case("area_model")].value, .5);
    EXPECT_EQ(set.parameters.trust_gain, scenario.parameters.trust_gain);
}

TEST(WithMember, leaves_what_the_scenario_sets_itself) {
    Scenario scenario = claims::scenario_called("baseline");
    scenario.parameters.ideas_per_month = .05;
    const Scenario set = with_member(scenario, two_members(), 1);
    EXPECT_EQ(set.parameters.ideas_per_month, .05);
    EXPECT_EQ(set.use_cases[find_use_case("area_model")].value, .5);
}

TEST(WithMember, refuses_what_does_not_go_together) {
    Scenario scenario = claims::scenario_called("baseline");
    scenario.parameters.trust_loss = .021;
    const Members members{"m.csv", {"trust_gain"}, {{.029}}};
    EXPECT_THROW(with_member(scenario, members, 0), InputError);
}

TEST(Ensemble, gives_every_replicate_its_member_the_same_in_every_scenario) {
    const Scenario base = small_scenario();
    Scenario other = base;
    other.name = "other";
    EnsembleOptions options;
    options.replicates = 3;
    options.members = std::make_shared<const Members>(two_members());
    const Ensemble ensemble = run_ensemble({base, other}, options);
    const auto alone = [&](int replicate) {
        const Scenario scenario = with_member(base, two_members(), static_cast<std::size_t>(replicate) % 2);
        return run_replicate(scenario, ensemble.country, options.seed, replicate, false).fingerprint;
    };
    for (int replicate = 0; replicate < 3; ++replicate) {
        const auto r = static_cast<std::size_t>(replicate);
        EXPECT_EQ(ensemble.scenarios[0].replicates[r].fingerprint, alone(replicate)) << replicate;
        EXPECT_EQ(ensemble.scenarios[1].replicates[r].fingerprint, alone(replicate)) << replicate;
    }
    options.members = nullptr;
    EXPECT_NE(run_ensemble({base}, options).scenarios[0].replicates[0].fingerprint, alone(0));
}

TEST(MembersFile, that_is_wrong_is_refused_with_its_place) {
    EXPECT_EQ(problem_with("member,distance,ideas_per_month\n1,.5,.03\n"), "");
    EXPECT_NE(problem_with("member,ideas_per_mnth\n1,.03\n").find("did you mean 'ideas_per_month'"), std::string::npos);
    EXPECT_NE(problem_with("member,ideas_per_month\n1,900\n").find(":2: ideas_per_month"), std::string::npos);
    EXPECT_NE(problem_with("member,ideas_per_month\n").find("holds no members"), std::string::npos);
    EXPECT_NE(problem_with("member,distance\n1,.5\n").find("holds no members"), std::string::npos);
}

}  // namespace algemeente::testing

// Robustness and boxes, from a sweep to tables and sentences.
#include "analysis/findings.h"

#include "analysis/test_sweeps.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace algemeente::analysis {

TEST(Condition, is_read_as_it_is_written) {
    const Sweep sweep = sweep_of("list", {{0.0}, {1.0}, {2.0}, {3.0}, {4.0}}, [](const Row& x) { return x[0]; });
    const Condition less = read_condition(sweep, "y.2029-12 < 1.5");
    EXPECT_EQ(less.words, "y.2029-12 < 1.5");
    EXPECT_EQ(meets(sweep, less), (std::vector<bool>{true, true, false, false, false}));
    const Condition quantile = read_condition(sweep, "y.2029-12>=p75");
    EXPECT_DOUBLE_EQ(quantile.limit, 3);
    for (const char* bad : {"y.2029-12", "< 3", "z < 3", "y.2029-12 < many", "y.2029-12 < p101", "y.2029-12 <"})
        EXPECT_THROW(read_condition(sweep, bad), InputError) << bad;
}

TEST(PrimFinding, speaks_the_language_of_scenarios) {
    const Function corner = [](const Row& x) { return x[0] > 0.6 && x[1] < 0.5 ? 1.0 : 0.0; };
    const Sweep sweep = sweep_of("lhs", sobol_points(4, 500, 1), corner);
    PrimQuestion question;
    question.condition = read_condition(sweep, "y.2029-12 > 0.5");
    question.verb = "fails";
    const Finding finding = prim_finding(sweep, question);
    const std::string text = all_of(finding.sentences);
    EXPECT_NE(text.find("fails where "), std::string::npos) << text;
    EXPECT_NE(text.find("x1 >= 0.6"), std::string::npos) << text;
    EXPECT_NE(text.find("x2 <= 0."), std::string::npos) << text;
    EXPECT_NE(text.find("(that is: y.2029-12 > 0.5)"), std::string::npos) << text;
    EXPECT_EQ(finding.tables[0].name, "prim_box");
    EXPECT_EQ(finding.tables[1].name, "prim_trajectory");
    question.box = 1000;
    EXPECT_THROW(prim_finding(sweep, question), InputError);
}

// An outcome that depends on no input: whatever box is found, its limits may be chance, and nothing is left without
// them.
TEST(PrimFinding, says_when_there_is_nothing_to_find) {
    const Function luck = [](const Row& x) { return std::fmod(7919 * x[0] + 104'729 * x[1] + 1299.7 * x[2], 1.0); };
    const Sweep sweep = sweep_of("lhs", sobol_points(3, 60, 1), luck);
    PrimQuestion question;
    question.condition = read_condition(sweep, "y.2029-12 < p25");
    question.verb = "fails";
    const std::string text = all_of(prim_finding(sweep, question).sentences);
    EXPECT_NE(text.find("nothing is left of the box: these points do not show where"), std::string::npos) << text;
    EXPECT_EQ(text.find("where everywhere"), std::string::npos) << text;
}

TEST(RobustnessFinding, crosses_levers_with_uncertainties) {
    // lever x1 (0 or 1), uncertainty x2: with the lever y = 1 - x2, without y = 0.4
    std::vector<Row> rows;
    for (const double lever : {0.0, 1.0})
        for (const double world : {0.0, 0.5, 1.0}) rows.push_back({lever, world});
    Sweep sweep = sweep_of("factorial", rows, [](const Row& x) { return x[0] > 0 ? 1 - x[1] : 0.4; });
    sweep.is_lever = {true, false};
    const Finding finding = robustness_finding(sweep, 0, Better::higher, {read_condition(sweep, "y.2029-12 >= 0.5")});
    const auto& row = finding.tables[0].rows;
    ASSERT_EQ(row.size(), 2U);
    EXPECT_EQ(words(row[0][1]), "x1 = 0");
    EXPECT_NEAR(number(row[0][2]), 0.4, 1e-12);
    EXPECT_NEAR(number(row[1][2]), 0.5, 1e-12);
    EXPECT_NEAR(number(row[0][7]), 0.6, 1e-12);  // worst regret: 1 - 0.4
    EXPECT_NEAR(number(row[1][7]), 0.4, 1e-12);
    EXPECT_NEAR(number(row[0][9]), 0, 1e-12);
    EXPECT_NEAR(number(row[1][9]), 2.0 / 3, 1e-12);
    EXPECT_NE(all_of(finding.sentences).find("2 policies in 3 states"), std::string::npos);

    sweep.points(0, 1) = 0.1;  // the policies no longer meet the same worlds
    sweep.points(1, 1) = 0.2;
    sweep.points(2, 1) = 0.3;
    EXPECT_THROW(robustness_finding(sweep, 0, Better::higher, {}), InputError);
}

// Who does as well as the best is named too: no policy is better for coming first in the table.
TEST(RobustnessFinding, names_all_that_do_equally_well) {
    std::vector<Row> rows;
    for (const double lever : {0.0, 1.0})
        for (const double world : {0.0, 0.5, 1.0}) rows.push_back({lever, world});
    Sweep sweep = sweep_of("factorial", rows, [](const Row& x) { return x[1]; });
    sweep.is_lever = {true, false};
    const Finding finding = robustness_finding(sweep, 0, Better::higher, {read_condition(sweep, "y.2029-12 >= 0.4")});
    const std::string text = all_of(finding.sentences);
    EXPECT_NE(text.find("Best on average: every policy alike."), std::string::npos) << text;
    EXPECT_NE(text.find("most often met by every policy alike, in 67% of the worlds"), std::string::npos) << text;
}

TEST(RobustnessFinding, takes_less_harm_for_better) {
    EXPECT_EQ(usually_better("incidents_so_far.social.2029-12"), Better::lower);
    EXPECT_EQ(usually_better("harm.physical.max"), Better::lower);
    EXPECT_EQ(usually_better("mean_concern.national.2029-12"), Better::lower);
    EXPECT_EQ(usually_better("mean_trust.national.2029-12"), Better::higher);
    EXPECT_EQ(usually_better("value.social.2029-12"), Better::higher);
}

TEST(RobustnessFinding, takes_scenarios_for_policies) {
    std::vector<Row> rows = {{0.0}, {0.5}, {1.0}, {0.0}, {0.5}, {1.0}};
    Sweep sweep = sweep_of("list", rows, [](const Row& x) { return x[0]; });
    sweep.scenarios = {"Now", "Committee"};
    sweep.scenario_of_point = {0, 0, 0, 1, 1, 1};
    sweep.values[0].bottomRows(3).array() += 2;
    const Finding finding = robustness_finding(sweep, 0, Better::lower, {});
    const auto& row = finding.tables[0].rows;
    ASSERT_EQ(row.size(), 2U);
    EXPECT_EQ(words(row[0][1]), "Now");
    EXPECT_EQ(words(row[1][1]), "Committee");
    EXPECT_NEAR(number(row[1][7]), 2, 1e-12);  // worst regret
    EXPECT_TRUE(std::isnan(number(row[1][9])));
    EXPECT_EQ(of_scenario(sweep, 1).points.rows(), 3);
    EXPECT_NEAR(point_means(of_scenario(sweep, 1), 0)[0], 2, 1e-12);
}

namespace {

/// Two policies (lever x1) in three worlds (x2) and two scenarios.
Sweep sweep_of_two_scenarios() {
    std::vector<Row> rows;
    for (int scenario = 0; scenario < 2; ++scenario)
        for (const double lever : {0.0, 1.0})
            for (const double world : {0.0, 0.5, 1.0}) rows.push_back({lever, world});
    Sweep sweep = sweep_of("factorial", rows, [](const Row& x) { return x[0] + x[1]; });
    sweep.is_lever = {true, false};
    sweep.scenarios = {"Now", "Scandal"};
    sweep.scenario_of_point = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    sweep.values[0].bottomRows(6).array() -= 2;
    return sweep;
}

}  // namespace

TEST(RobustnessFinding, takes_scenarios_that_nobody_decides_for_worlds) {
    Sweep sweep = sweep_of_two_scenarios();
    sweep.decisions_of_scenario = {0, 0};
    sweep.circumstances_of_scenario = {0, 1};
    const Finding finding = robustness_finding(sweep, 0, Better::higher, {});
    const auto& row = finding.tables.front().rows;
    ASSERT_EQ(row.size(), 2U);
    EXPECT_EQ(words(row[0][1]), "x1 = 0");
    EXPECT_NEAR(number(row[1][2]), 0.5, 1e-12);  // (1 + 1.5 + 2 - 1 - 0.5 + 0) / 6
    const std::string text = all_of(finding.sentences);
    EXPECT_NE(text.find("2 policies in 6 states"), std::string::npos) << text;
    EXPECT_NE(text.find("They count as states of the world, not as policies: Now; Scandal"), std::string::npos) << text;
}

TEST(RobustnessFinding, says_where_a_threshold_cannot_be_judged) {
    Sweep sweep = of_scenario(sweep_of_two_scenarios(), 0);
    sweep.outcomes.emplace_back("z.2029-12");
    sweep.values.push_back(sweep.values[0]);
    sweep.values[1].row(0).setConstant(std::numeric_limits<double>::quiet_NaN());
    const Finding finding = robustness_finding(sweep, 0, Better::higher, {read_condition(sweep, "z.2029-12 >= 0.4")});
    // in the worlds 0.5 and 1 both policies meet it; in the world 0 it is not known for the first
    EXPECT_DOUBLE_EQ(number(finding.tables.front().rows[0][9]), 1);
    const std::string text = all_of(finding.sentences);
    EXPECT_NE(text.find("In 1 of 3 states of the world a threshold cannot be judged"), std::string::npos) << text;
    sweep.values[1].setConstant(std::numeric_limits<double>::quiet_NaN());
    const Finding nowhere = robustness_finding(sweep, 0, Better::higher, {read_condition(sweep, "z.2029-12 >= 0.4")});
    EXPECT_TRUE(std::isnan(number(nowhere.tables.front().rows[0][9])));
    EXPECT_NE(all_of(nowhere.sentences).find("cannot be judged in any state"), std::string::npos);
}

// A lever at its standard value is no measure.
TEST(RobustnessFinding, names_a_policy_by_what_differs_from_today) {
    Sweep sweep =
        sweep_of("factorial", {{0, 1}, {0, 2.5}, {1, 1}, {1, 2.5}}, [](const Row& x) { return 10 * x[0] + x[1]; });
    sweep.inputs = {"ethics_committee", "change_capacity_multiplier"};
    sweep.is_lever = {true, true};
    const Finding finding = robustness_finding(sweep, 0, Better::higher, {});
    std::vector<std::string> names;
    for (const auto& row : tables_for_people(finding).front().rows) names.push_back(words(row[1]));
    EXPECT_EQ(names, (std::vector<std::string>{"Ethics committee + Change capacity 2.5×", "Ethics committee",
                                               "Change capacity 2.5×", "No measures"}));
}

// Sixteen packages of four levers, as they are drawn: each can be told from every other.
TEST(RobustnessFinding, labels_of_many_policies_can_be_told_apart) {
    std::vector<Row> rows;
    for (int package = 0; package < 16; ++package) {
        Row row;
        for (int lever = 0; lever < 4; ++lever) row.push_back(package >> lever & 1);
        rows.push_back(row);
    }
    Sweep sweep = sweep_of("factorial", rows, [](const Row& x) { return x[0] + 2 * x[1] + 4 * x[2] + 8 * x[3]; });
    sweep.inputs = {"ethics_committee", "algorithm_register", "data_science_pool", "x4"};
    sweep.is_lever.assign(4, true);
    const Finding finding = robustness_finding(sweep, 0, Better::higher, {});
    const Table& shown = tables_for_people(finding).front();
    ASSERT_EQ(shown.rows.size(), 16U);
    EXPECT_EQ(number(shown.rows[0][0]), 1);
    EXPECT_EQ(words(shown.rows[0][1]), "Ethics committee + Algorithm register + Data-science pool + x4 1");
    for (const std::string& drawing : finding.drawings)
        for (int i = 1; i <= 16; ++i) EXPECT_NE(drawing.find(">" + std::to_string(i) + ". "), std::string::npos) << i;
    EXPECT_EQ(words(finding.tables.front().rows[0][1]),
              "ethics_committee = 0, algorithm_register = 0, data_science_pool = 0, x4 = 0");
}

}  // namespace algemeente::analysis

// From a sweep to tables and sentences, for every design.
#include "analysis/findings.h"

#include "analysis/test_sweeps.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace algemeente::analysis {

TEST(SobolFinding, ranks_inputs_by_total_effect_and_explains_what_is_odd) {
    const Finding finding = sobol_finding(saltelli_sweep(128), 0, quick);
    const Table& table = finding.tables.front();
    ASSERT_EQ(table.rows.size(), 9U);  // three first, three total, three pairs
    EXPECT_EQ(words(table.rows[0][2]), "x1");
    EXPECT_EQ(words(table.rows[8][2]), "x2 x x3");
    const std::string text = all_of(finding.sentences);
    EXPECT_NE(text.find("x1 matters most"), std::string::npos) << text;
    EXPECT_NE(text.find("the remark beside each"), std::string::npos) << text;
    EXPECT_NE(text.find("% is between replicates"), std::string::npos) << text;
    for (const auto& row : table.rows) {
        if (number(row[4]) >= 0) continue;
        EXPECT_NE(words(row[7]).find("comes out negative"), std::string::npos);
    }
}

TEST(SobolFinding, says_what_its_intervals_are_worth) {
    Sweep sweep = saltelli_sweep(128);
    const Finding one = sobol_finding(sweep, 0, quick);
    EXPECT_NE(all_of(one.sentences).find("Intervals are too wide: the bootstrap takes base points for independent"),
              std::string::npos);
    EXPECT_NE(one.caption.find("by the bootstrap"), std::string::npos);
    sweep.randomisations = 8;
    const Finding several = sobol_finding(sweep, 0, quick);
    EXPECT_NE(all_of(several.sentences).find("between 8 independent scramblings"), std::string::npos);
    EXPECT_EQ(all_of(several.sentences).find("too wide"), std::string::npos);
    EXPECT_NE(several.caption.find("between 8 independent scramblings"), std::string::npos);
}

TEST(SobolFinding, of_a_constant_says_so) {
    Sweep sweep = saltelli_sweep(16);
    sweep.values[0].setConstant(3);
    const Finding finding = sobol_finding(sweep, 0, quick);
    EXPECT_NE(all_of(finding.sentences).find("same in every run"), std::string::npos);
}

TEST(SobolFinding, needs_the_right_design) {
    const Sweep sweep = sweep_of("lhs", sobol_points(3, 40, 1), ishigami);
    EXPECT_THROW(sobol_finding(sweep, 0, quick), InputError);
    EXPECT_THROW(morris_finding(sweep, 0, quick), InputError);
}

TEST(RegressionFinding, says_how_far_it_can_be_trusted) {
    const Function plane = [](const Row& x) { return 2 * x[0] - x[1]; };
    const Finding straight = regression_finding(sweep_of("lhs", sobol_points(3, 64, 1), plane), 0, quick);
    EXPECT_NE(all_of(straight.sentences).find("explains 100%"), std::string::npos) << all_of(straight.sentences);
    EXPECT_EQ(straight.tables[0].rows.size(), 6U);
    const Finding bent = regression_finding(sweep_of("lhs", sobol_points(3, 64, 1), ishigami), 0, quick);
    EXPECT_NE(all_of(bent.sentences).find("too little to rank"), std::string::npos);
}

TEST(ConvergenceFinding, follows_the_design) {
    const Finding sobol = convergence_finding(saltelli_sweep(64), 0, quick);
    EXPECT_EQ(sobol.tables[0].rows.size(), 3U * 4U);  // 8, 16, 32, 64 base points
    EXPECT_EQ(words(sobol.tables[0].rows[0][3]), "total effect");
    const Finding plain = convergence_finding(
        sweep_of("lhs", sobol_points(2, 64, 1), [](const Row& x) { return x[0] + x[1] * x[1]; }), 0, quick);
    EXPECT_EQ(words(plain.tables[0].rows[0][3]), "standardised coefficient");
}

TEST(SummaryFinding, has_a_row_for_every_point) {
    Sweep sweep = sweep_of("lhs", {{0.1, 0.2}, {0.3, 0.4}}, [](const Row& x) { return x[0]; });
    sweep.values[0](1, 0) = std::numeric_limits<double>::quiet_NaN();
    const Finding finding = summary_finding(sweep, 0, quick);
    ASSERT_EQ(finding.tables[0].rows.size(), 2U);
    EXPECT_DOUBLE_EQ(number(finding.tables[0].rows[0][6]), 0.1);
    EXPECT_EQ(number(finding.tables[0].rows[1][5]), 1);
    EXPECT_TRUE(std::isnan(number(finding.tables[0].rows[1][7])));
    EXPECT_NE(all_of(finding.sentences).find("1 run is missing"), std::string::npos);
}

TEST(MorrisFinding, orders_inputs_and_names_their_character) {
    std::vector<Row> rows;
    for (const Row& start : std::vector<Row>{{0, 0, 0}, {1.0 / 3, 0, 1.0 / 3}, {0, 1.0 / 3, 1.0 / 3}}) {
        Row point = start;
        rows.push_back(point);
        for (double& x : point) {
            x += 2.0 / 3;
            rows.push_back(point);
        }
    }
    const Finding finding =
        morris_finding(sweep_of("morris", rows, [](const Row& x) { return x[0] + 5 * x[1] * x[1]; }), 0, quick);
    const auto& row = finding.tables[0].rows;
    EXPECT_EQ(words(row[0][2]), "x2");
    EXPECT_EQ(words(row[1][8]), "nearly linear");
    EXPECT_EQ(words(row[2][8]), "no effect");
    // by hand: over the whole range x1 moves y by 1; x2 by 5 (a + 2/3)^2 - 5 a^2 over 2/3, 10/3 from 0 and 20/3 from
    // 1/3
    const std::string text = all_of(finding.sentences);
    EXPECT_NE(text.find("Largest mean effects: x2 (4.44), x1 (1), x3 (0). 1 of 3 inputs"), std::string::npos) << text;
}

// Three levels of two inputs that go up together, and a third input: one coefficient for the two.
TEST(RegressionFinding, gives_a_group_that_moves_in_step_one_coefficient) {
    std::vector<Row> rows;
    for (const double level : {0.0, 0.5, 1.0})
        for (const double other : {0.0, 0.25, 0.5, 0.75, 1.0}) rows.push_back({level, 1 - level, other});
    Sweep sweep = sweep_of("factorial", rows, [](const Row& x) { return 2 * x[0] + x[2] * x[2]; });
    sweep.groups = {{0, 1}, {2}};
    sweep.group_names = {"package", "x3"};
    const Finding finding = regression_finding(sweep, 0, quick);
    const Table& table = finding.tables.front();
    ASSERT_EQ(table.rows.size(), 4U);  // two terms, values and ranks
    EXPECT_EQ(words(table.rows[0][2]), "package");
    EXPECT_NEAR(number(table.rows[0][4]), 0.9, 0.1);
    for (const auto& row : table.rows) {
        EXPECT_LT(std::abs(number(row[4])), 1.1);
        EXPECT_LT(number(row[6]) - number(row[5]), 2);
    }
    EXPECT_NE(all_of(finding.sentences).find("x1, x2 move in step and share one coefficient, under the name package"),
              std::string::npos)
        << all_of(finding.sentences);
    const Finding growing = convergence_finding(sweep, 0, quick);
    EXPECT_EQ(words(growing.tables.front().rows.front()[2]), "package");
    for (const auto& row : growing.tables.front().rows) EXPECT_LT(std::abs(number(row[5])), 1.5);
}

// Members of a group of a Saltelli layout have values of their own: each has its coefficient.
TEST(RegressionFinding, gives_members_that_move_on_their_own_their_own_coefficients) {
    Sweep sweep = sweep_of("saltelli", sobol_points(3, 64, 1), [](const Row& x) { return x[0] - x[1]; });
    sweep.groups = {{0, 1}, {2}};
    sweep.group_names = {"package", "x3"};
    EXPECT_EQ(regression_finding(sweep, 0, quick).tables.front().rows.size(), 6U);
}

TEST(RegressionFinding, names_inputs_that_follow_from_others_and_prints_no_number_for_them) {
    std::vector<Row> rows = sobol_points(3, 64, 1);
    for (Row& row : rows) row[1] = 2 * row[0];
    const Sweep sweep = sweep_of("list", rows, [](const Row& x) { return x[0] + x[2]; });
    const Finding finding = regression_finding(sweep, 0, quick);
    EXPECT_NE(all_of(finding.sentences).find("x1, x2: in this design it follows from other inputs"), std::string::npos)
        << all_of(finding.sentences);
    for (const auto& row : finding.tables.front().rows) {
        const bool known = words(row[2]) == "x3";
        EXPECT_EQ(std::isnan(number(row[4])), !known) << words(row[2]);
        EXPECT_EQ(words(row[8]), known ? "" : "follows from other inputs");
    }
    const std::string converged = all_of(convergence_finding(sweep, 0, quick).sentences);
    EXPECT_NE(converged.find("x1, x2: in this design"), std::string::npos) << converged;
}

// What is the same everywhere has no coefficient, no share and no interval, in any kind of analysis.
TEST(Findings, of_a_constant_print_no_number_that_means_nothing) {
    Sweep plain = sweep_of("lhs", sobol_points(3, 64, 1), [](const Row&) { return 0.1; });
    plain.values[0].setConstant(0.1);
    Sweep layout = saltelli_sweep(16);
    layout.values[0].setConstant(3);
    for (const Finding& finding : {regression_finding(plain, 0, quick), sobol_finding(layout, 0, quick),
                                   convergence_finding(plain, 0, quick), convergence_finding(layout, 0, quick)}) {
        EXPECT_NE(all_of(finding.sentences).find("same in every run"), std::string::npos);
        EXPECT_EQ(all_of(finding.sentences).find("onverged"), std::string::npos);
        EXPECT_EQ(finding.spread, 0);
        EXPECT_TRUE(finding.drawings.empty());
        for (const auto& row : finding.tables.front().rows)
            for (const std::size_t i : {4U, 5U, 6U}) EXPECT_TRUE(std::isnan(number(row[i])));
    }
    EXPECT_EQ(words(regression_finding(plain, 0, quick).tables.front().rows.front()[8]), "constant outcome");
}

// What is 0 at nearly all points moves all the same.
TEST(Findings, of_a_rare_event_are_not_those_of_a_constant) {
    const Sweep sweep = sweep_of("lhs", sobol_points(3, 64, 1), [](const Row& x) { return x[0] > 0.97 ? 1.0 : 0.0; });
    EXPECT_GT(relative_spread(sweep, 0), 0);
    EXPECT_GT(regression_finding(sweep, 0, quick).spread, 0);
}

// 0 to 0.1 incidents are nothing beside 300 to 400 projects, though they move more against their own size.
TEST(Findings, of_what_is_nearly_zero_do_not_come_first) {
    Sweep sweep = sweep_of("lhs", sobol_points(2, 64, 1), [](const Row& x) { return 0.1 * x[0]; });
    sweep.outcomes = {"incidents.social.2029-12"};
    Sweep large = sweep_of("lhs", sobol_points(2, 64, 1), [](const Row& x) { return 300 + 100 * x[0]; });
    large.outcomes = {"in_use.social.2029-12"};
    EXPECT_LT(relative_spread(sweep, 0), relative_spread(large, 0));
    EXPECT_GT(relative_spread(sweep, 0), 0);
    sweep.outcomes = {"reach_share.social.2029-12"};
    EXPECT_GT(relative_spread(sweep, 0), relative_spread(large, 0)) << "a tenth is much of a share";
}

TEST(Findings, name_an_outcome_that_moves_in_all_scenarios) {
    const auto points = sobol_points(2, 64, 1);
    Sweep sweep = sweep_of("lhs", points, [](const Row& x) { return 300 + 100 * x[0]; });
    sweep.outcomes = {"still", "moves"};
    sweep.values = {Eigen::MatrixXd::Constant(64, 2, 3.0), sweep.values[0]};
    EXPECT_EQ(most_moving_outcome({&sweep, 1}), 1U);
    const auto refused = [&sweep] {
        try {
            read_condition(sweep, "more please");
        } catch (const InputError& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    EXPECT_NE(refused().find("for example 'moves < p25'"), std::string::npos) << refused();
    std::vector<Sweep> both(2, sweep);
    std::swap(both[1].values[0], both[1].values[1]);
    EXPECT_FALSE(most_moving_outcome(both)) << "none of them moves in both";
}

// An outcome with nothing to measure in some runs, as the lead time where nothing was finished.
TEST(Findings, say_which_runs_had_nothing_to_measure) {
    Sweep sweep = sweep_of("lhs", sobol_points(2, 64, 1), [](const Row& x) { return x[0]; });
    sweep.finished = Sweep::Flags::Constant(64, 2, true);
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    sweep.values[0].topRows(20).setConstant(nothing);
    sweep.values[0](30, 1) = nothing;
    EXPECT_EQ(undefined_runs(sweep, 0), 41U);
    EXPECT_EQ(missing_runs(sweep, 0), 0U);
    const std::string text = all_of(regression_finding(sweep, 0, quick).sentences);
    EXPECT_NE(text.find("In 41 of 128 runs this outcome does not exist"), std::string::npos) << text;
    EXPECT_NE(text.find("20 points have no result"), std::string::npos) << text;
    sweep.finished(30, 1) = false;  // this one is not done yet
    EXPECT_EQ(undefined_runs(sweep, 0), 40U);
    EXPECT_NE(all_of(summary_finding(sweep, 0, quick).sentences).find("1 run is missing"), std::string::npos);
    const Finding summary = summary_finding(sweep, 0, quick);
    EXPECT_EQ(words(summary.tables.front().rows[0].back()), "undefined");
    sweep.values[0].setConstant(nothing);
    for (const Finding& finding :
         {summary_finding(sweep, 0, quick), regression_finding(sweep, 0, quick), convergence_finding(sweep, 0, quick)})
        EXPECT_NE(all_of(finding.sentences).find("exists in no run"), std::string::npos) << all_of(finding.sentences);
}

// Runs that are not done yet say nothing about what there is to measure.
TEST(Findings, of_runs_without_results_do_not_call_the_outcome_undefined) {
    Sweep sweep = sweep_of("lhs", sobol_points(2, 8, 1), [](const Row& x) { return x[0]; });
    sweep.values[0].setConstant(std::numeric_limits<double>::quiet_NaN());
    sweep.finished = Sweep::Flags::Constant(8, 2, false);
    EXPECT_EQ(regression_finding(sweep, 0, quick).sentences,
              (std::vector<std::string>{"16 runs are missing or failed."}));
}

TEST(SummaryFinding, gives_no_interval_that_so_few_replicates_cannot_have) {
    const Finding two = summary_finding(sweep_of("lhs", {{0.1}, {0.3}}, [](const Row& x) { return x[0]; }), 0, quick);
    EXPECT_TRUE(std::isnan(number(two.tables.front().rows[0][6])));
    EXPECT_EQ(words(two.tables.front().rows[0].back()), "too few replicates for an interval");
    EXPECT_NE(all_of(two.sentences).find("An interval of 95% takes at least 6 replicates per point. This sweep has 2"),
              std::string::npos)
        << all_of(two.sentences);
    Sweep one = sweep_of("lhs", {{0.1}, {0.3}}, [](const Row& x) { return x[0]; });
    one.values[0].conservativeResize(Eigen::NoChange, 1);
    const Finding finding = summary_finding(one, 0, quick);
    for (std::size_t i = 6; i < 13; ++i) EXPECT_TRUE(std::isnan(number(finding.tables.front().rows[0][i]))) << i;
}

// Files are the same bytes in both languages; pages are not.
TEST(Findings, of_files_do_not_depend_on_the_language) {
    Sweep layout = saltelli_sweep(32);
    Sweep plain = sweep_of("lhs", sobol_points(3, 64, 1), ishigami);
    const auto files = [&](present::Language language) {
        layout.language = plain.language = language;
        PrimQuestion question;
        question.condition = read_condition(plain, "y.2029-12 > p75");
        std::string text;
        for (const Finding& finding : {sobol_finding(layout, 0, quick), convergence_finding(layout, 0, quick),
                                       summary_finding(plain, 0, quick), regression_finding(plain, 0, quick),
                                       prim_finding(plain, question), robustness_finding(plain, 0, Better::higher, {})})
            for (const Table& table : finding.tables) text += table_as_csv(table) + table_as_json(table);
        return text;
    };
    EXPECT_EQ(files(present::Language::en), files(present::Language::nl));
}

// One run per point: every kind of analysis says that luck is in its numbers.
TEST(Findings, of_one_replicate_say_that_luck_cannot_be_told_apart) {
    Sweep plain = sweep_of("lhs", sobol_points(3, 64, 1), ishigami);
    Sweep layout = saltelli_sweep(32);
    for (Sweep* sweep : {&plain, &layout}) sweep->values[0].conservativeResize(Eigen::NoChange, 1);
    PrimQuestion question;
    question.condition = read_condition(plain, "y.2029-12 > p75");
    for (const Finding& finding :
         {summary_finding(plain, 0, quick), regression_finding(plain, 0, quick), convergence_finding(plain, 0, quick),
          prim_finding(plain, question), robustness_finding(plain, 0, Better::higher, {}),
          sobol_finding(layout, 0, quick), convergence_finding(layout, 0, quick)})
        EXPECT_NE(all_of(finding.sentences).find("With one replicate per point, the spread over replicates cannot be"),
                  std::string::npos)
            << finding.tables.front().name << ": " << all_of(finding.sentences);
}

TEST(MorrisFinding, of_few_trajectories_has_no_interval_and_of_a_constant_no_drawing) {
    const std::vector<Row> rows = {{0, 0}, {2.0 / 3, 0}, {2.0 / 3, 2.0 / 3}, {0, 1.0 / 3}, {0, 1}, {2.0 / 3, 1}};
    Sweep sweep = sweep_of("morris", rows, [](const Row& x) { return x[0]; });
    const Finding few = morris_finding(sweep, 0, quick);
    for (const auto& row : few.tables.front().rows) {
        EXPECT_TRUE(std::isnan(number(row[4])));
        EXPECT_TRUE(std::isnan(number(row[5])));
        EXPECT_EQ(words(row[9]), "too few trajectories for an interval");
    }
    EXPECT_NE(all_of(few.sentences).find("takes at least 6 trajectories"), std::string::npos) << all_of(few.sentences);

    sweep.values[0].setConstant(3);
    for (const Finding& constant : {morris_finding(sweep, 0, quick), summary_finding(sweep, 0, quick),
                                    robustness_finding(sweep, 0, Better::higher, {})}) {
        EXPECT_NE(all_of(constant.sentences).find("same in every run"), std::string::npos)
            << all_of(constant.sentences);
        EXPECT_EQ(constant.spread, 0);
        EXPECT_TRUE(constant.drawings.empty());
    }
}

// A point without the outcome is no case, and not the opposite of one.
TEST(PrimFinding, leaves_out_points_at_which_the_outcome_does_not_exist) {
    Sweep sweep = sweep_of("lhs", sobol_points(2, 64, 1), [](const Row& x) { return x[0] > 0.6 ? 1.0 : 0.0; });
    sweep.finished = Sweep::Flags::Constant(64, 2, true);
    sweep.values[0].topRows(20).setConstant(std::numeric_limits<double>::quiet_NaN());
    PrimQuestion question;
    question.condition = read_condition(sweep, "y.2029-12 < 0.5");
    const Finding finding = prim_finding(sweep, question);
    EXPECT_EQ(number(finding.tables[1].rows[0][3]), 44);  // points of the box that is the whole space
    const std::string text = all_of(finding.sentences);
    EXPECT_NE(text.find("20 points have no result"), std::string::npos) << text;
    EXPECT_NE(text.find("In 40 of 128 runs this outcome does not exist"), std::string::npos) << text;
}

}  // namespace algemeente::analysis

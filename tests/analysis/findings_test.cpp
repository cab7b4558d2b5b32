// From a sweep to tables, sentences and a page.
#include "analysis/findings.h"

#include "analysis/test_functions.h"
#include "text/error.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace algemeente::analysis {
namespace {

using namespace testing;

/// A sweep with one outcome, "y.2029-12", of two replicates that differ by +-0.01.
Sweep sweep_of(const std::string& design, const std::vector<Row>& rows, const Function& function) {
    Sweep sweep;
    sweep.title = "A test <of> \"words\"";
    sweep.question = "What matters?";
    sweep.design = design;
    sweep.samples = rows.size();
    const std::size_t inputs = rows.front().size();
    for (std::size_t i = 0; i < inputs; ++i) {
        sweep.inputs.push_back("x" + std::to_string(i + 1));
        sweep.groups.push_back({static_cast<int>(i)});
    }
    sweep.group_names = sweep.inputs;
    sweep.is_lever.assign(inputs, false);
    sweep.low.assign(inputs, 0);
    sweep.high.assign(inputs, 1);
    sweep.scenarios = {"Baseline"};
    sweep.scenario_of_point.assign(rows.size(), 0);
    sweep.points.resize(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(inputs));
    sweep.outcomes = {"y.2029-12"};
    sweep.values.assign(1, Eigen::MatrixXd(sweep.points.rows(), 2));
    for (Eigen::Index point = 0; point < sweep.points.rows(); ++point) {
        const Row& row = rows[static_cast<std::size_t>(point)];
        for (Eigen::Index input = 0; input < sweep.points.cols(); ++input)
            sweep.points(point, input) = row[static_cast<std::size_t>(input)];
        const double value = function(row);
        sweep.values[0].row(point) << value - 0.01, value + 0.01;
    }
    return sweep;
}

Sweep saltelli_sweep(std::size_t base_points) {
    std::vector<Row> rows;
    run_saltelli(sobol_points(6, base_points, base_points), single_groups(3), true, [&rows](const Row& row) {
        rows.push_back(row);
        return 0.0;
    });
    Sweep sweep = sweep_of("saltelli", rows, ishigami);
    sweep.second_order = true;
    return sweep;
}

std::string all_of(const std::vector<std::string>& sentences) {
    std::string text;
    for (const std::string& sentence : sentences) text += sentence + '\n';
    return text;
}

double number(const Cell& cell) {
    return std::get<double>(cell);
}
std::string words(const Cell& cell) {
    return std::get<std::string>(cell);
}

constexpr BootstrapSettings quick = {.resamples = 50};

}  // namespace

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
    EXPECT_NE(all_of(finding.sentences).find("1 runs are missing"), std::string::npos);
}

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
    EXPECT_NE(text.find("nothing is left of the box: these points do not show where"), std::string::npos)
        << text;
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

TEST(Findings, leave_out_columns_that_repeat_their_heading) {
    Table table{{"scenario", "outcome", "input"},
                {{std::string("A"), std::string("y"), std::string("x1")},
                 {std::string("A"), std::string("z"), std::string("x1")}}};
    EXPECT_EQ(telling_columns(table), (std::vector<std::size_t>{1, 2}));  // inputs stay, though all are alike
    table.rows.pop_back();
    EXPECT_EQ(telling_columns(table), (std::vector<std::size_t>{2}));
}

TEST(AnalysisPage, is_self_contained_and_escapes_words) {
    const Sweep sweep = saltelli_sweep(32);
    const AnalysisPage page{sweep.title,
                            sweep.question,
                            "Sobol' indices.",
                            "algemeente analyse sobol 'a b'",
                            {sobol_finding(sweep, 0, quick), convergence_finding(sweep, 0, quick)}};
    const std::string html = analysis_page(page);
    EXPECT_NE(html.find("A test &lt;of&gt; &quot;words&quot;"), std::string::npos);
    EXPECT_NE(html.find("<svg"), std::string::npos);
    EXPECT_NE(html.find("How to repeat this"), std::string::npos);
    for (const char* outside : {"http:", "https:", "<script", "src=", "@import"})
        EXPECT_EQ(html.find(outside), std::string::npos) << outside;
    EXPECT_EQ(html.find("nan"), std::string::npos);
}

// Every kind of analysis in Dutch: its sentences, titles and captions have no English words; the files' names stay.
TEST(AnalysisPage, speaks_dutch) {
    Sweep sweep = saltelli_sweep(32);
    sweep.language = present::Language::nl;
    Sweep plain = sweep_of("lhs", sobol_points(3, 64, 1), ishigami);
    plain.language = present::Language::nl;
    PrimQuestion question;
    question.condition = read_condition(plain, "y.2029-12 > p75");
    const AnalysisPage page{"Titel",
                            "",
                            say(sweep, present::Word::a_method_sobol),
                            "",
                            {sobol_finding(sweep, 0, quick), convergence_finding(sweep, 0, quick),
                             regression_finding(plain, 0, quick), summary_finding(plain, 0, quick),
                             prim_finding(plain, question)},
                            present::Language::nl};
    const std::string html = analysis_page(page);
    for (const char* english : {" the ", " and ", " of the ", " points ", "effect of", "How to", "samples", "values"})
        EXPECT_EQ(html.find(english), std::string::npos) << english << " in " << html.substr(html.find(english), 80);
    EXPECT_NE(html.find("Hoe dit te herhalen"), std::string::npos);
    EXPECT_NE(html.find("telt het zwaarst"), std::string::npos);
    EXPECT_NE(table_as_csv(page.findings[0].tables[0]).find("first-order"), std::string::npos);
}

TEST(AnalysisTables, of_one_name_are_joined) {
    const Sweep sweep = saltelli_sweep(32);
    const Finding finding = sobol_finding(sweep, 0, quick);
    const std::vector<Table> joined = joined_tables({finding, finding});
    ASSERT_EQ(joined.size(), 1U);
    EXPECT_EQ(joined[0].rows.size(), 18U);
}

}  // namespace algemeente::analysis

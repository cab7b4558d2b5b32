// Findings as a page and as cells: what is read first, what fits, and in which language.
#include "analysis/page.h"

#include "analysis/test_sweeps.h"
#include "parameters/parameters.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace algemeente::analysis {

TEST(NumberCell, follows_the_language_and_says_that_a_probability_is_small) {
    EXPECT_EQ(number_cell(1234567.8, "mean", present::Language::nl), "1.234.568");
    EXPECT_EQ(number_cell(0.25, "mean", present::Language::nl), "0,25");
    EXPECT_EQ(number_cell(3e-310, "quasi_p", present::Language::en), "below 0.0001");
    EXPECT_EQ(number_cell(0.0123, "quasi_p", present::Language::en), "0.0123");
    EXPECT_EQ(number_cell(std::numeric_limits<double>::quiet_NaN(), "quasi_p", present::Language::en), "");
}

namespace {

Finding moving(const std::string& outcome, double spread) {
    Finding finding;
    finding.title = "Title of " + outcome;
    finding.outcome = outcome;
    finding.spread = spread;
    finding.sentences = {"First of " + outcome};
    return finding;
}

}  // namespace

TEST(AnalysisPage, leads_with_what_moves_most_and_folds_the_rest) {
    const std::vector<Finding> findings = {moving("a.social.min", 0),       moving("a.social.max", 5),
                                           moving("a.social.2024-12", 3),   moving("a.social.2029-12", 0.5),
                                           moving("a.physical.2029-12", 2), moving("b.social.min", 1),
                                           moving("b.social.2029-12", 0.75)};
    std::vector<std::string> order;
    for (const Finding* finding : in_order_for_people(findings)) order.push_back(finding->outcome);
    EXPECT_EQ(order, (std::vector<std::string>{"a.social.max", "a.social.2024-12", "a.physical.2029-12", "b.social.min",
                                               "b.social.2029-12", "a.social.2029-12", "a.social.min"}));
    const std::string html = analysis_page({"T", "Q", "M", "C", findings});
    EXPECT_LT(html.find("What moves most"), html.find("Title of a.social.max"));
    EXPECT_LT(html.find("Title of a.social.max"), html.find("Standard deviation between points: 500%"));
    EXPECT_LT(html.find("Standard deviation between points: 500%"), html.find("Title of a.social.2024-12"));
    EXPECT_EQ(html.find("<summary>Title of a.physical.2029-12"), std::string::npos);
    EXPECT_NE(html.find("<summary>Title of a.social.2029-12"), std::string::npos);
    EXPECT_NE(html.find("First of a.social.min<br>Title of a.social.min"), std::string::npos);
}

TEST(AnalysisPage, has_tables_that_fit_and_folds_long_ones) {
    std::vector<Row> rows = sobol_points(12, 40, 1);
    Sweep sweep = sweep_of("lhs", rows, [](const Row& x) { return x[0]; });
    const auto table = parameter_table();
    for (std::size_t i = 0; i < sweep.inputs.size(); ++i) sweep.inputs[i] = table[i].name;
    sweep.group_names = sweep.inputs;
    const std::string html = analysis_page({"T", "Q", "M", "C", {summary_finding(sweep, 0, quick)}});
    const std::string head = html.substr(html.find("<thead>"), html.find("</thead>") - html.find("<thead>"));
    std::size_t columns = 0;
    for (std::size_t at = head.find("<th"); at != std::string::npos; at = head.find("<th", at + 1)) ++columns;
    EXPECT_LE(columns - 1, 9U) << head;  // <thead> is one
    EXPECT_EQ(head.find('_'), std::string::npos) << "a name of the program, not words: " << head;
    EXPECT_NE(html.find("all are in summary.csv"), std::string::npos);
    EXPECT_NE(html.find("<summary>The other 28 rows</summary>"), std::string::npos);
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
    const AnalysisPage page{
        "Titel",
        "",
        say(sweep, present::Word::a_method_sobol),
        "",
        {sobol_finding(sweep, 0, quick), convergence_finding(sweep, 0, quick), regression_finding(plain, 0, quick),
         summary_finding(plain, 0, quick), prim_finding(plain, question)},
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

TEST(AnalysisPage, names_the_members_of_a_group) {
    Sweep sweep = sweep_of("lhs", sobol_points(3, 64, 1), [](const Row& x) { return x[0]; });
    for (Eigen::Index point = 0; point < sweep.points.rows(); ++point) sweep.points(point, 1) = sweep.points(point, 0);
    sweep.groups = {{0, 1}, {2}};
    sweep.group_names = {"package", "x3"};
    const std::string html = analysis_page({"T", "Q", "M", "C", {regression_finding(sweep, 0, quick)}});
    EXPECT_NE(html.find("package (x1 + x2)"), std::string::npos);
}

// What all findings did not see is said once, before the overview.
TEST(AnalysisPage, begins_with_its_notice) {
    AnalysisPage page{"T", "Q", "M", "C", {moving("a.social.2029-12", 2), moving("b.social.2029-12", 1)}};
    EXPECT_EQ(analysis_page(page).find("not finished"), std::string::npos);
    page.notice = "This sweep is not finished.";
    const std::string html = analysis_page(page);
    EXPECT_LT(html.find("not finished"), html.find("What moves most"));
    EXPECT_EQ(html.find("not finished"), html.rfind("not finished"));
}

}  // namespace algemeente::analysis

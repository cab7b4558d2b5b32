// PAWN, delta and scores in trees: known answers, and what people read.
#include "analysis/distributions.h"
#include "analysis/test_sweeps.h"
#include "analysis/trees.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace algemeente::analysis {

namespace {

struct Sample {
    Eigen::MatrixXd points;
    std::vector<double> outputs;
};

/// Points of a Sobol' sequence, so that no chance is in the sample.
Sample sample_of(std::size_t inputs, std::size_t count, const Function& function) {
    Sample sample;
    sample.points.resize(static_cast<Eigen::Index>(count), static_cast<Eigen::Index>(inputs));
    Eigen::Index row = 0;
    for (const Row& point : sobol_points(inputs, count, count)) {
        for (std::size_t i = 0; i < inputs; ++i) sample.points(row, static_cast<Eigen::Index>(i)) = point[i];
        sample.outputs.push_back(function(point));
        ++row;
    }
    return sample;
}

}  // namespace

TEST(Pawn, is_exact_where_one_input_is_the_outcome) {
    // slice i of 10 holds outcomes between i/10 and (i+1)/10: its distance to all is max(i/10, 1-(i+1)/10);
    // the median over slices of .9 .8 .7 .6 .5 .5 .6 .7 .8 .9 is .7
    const Sample sample = sample_of(2, 1000, [](const Row& x) { return x[0]; });
    const DistributionIndices found = pawn_indices(sample.points, sample.outputs, quick);
    EXPECT_NEAR(found.values[0].value, .7, .005);
    EXPECT_LT(found.values[1].value, .1);
    EXPECT_LT(found.values[0].low, .7);
    EXPECT_GT(found.values[0].high, .69);
}

TEST(Pawn, does_not_care_how_the_outcome_is_stretched) {
    const Sample plain = sample_of(3, 800, ishigami);
    Sample stretched = plain;
    for (double& one : stretched.outputs) one = std::exp(one);
    const DistributionIndices one = pawn_indices(plain.points, plain.outputs, quick);
    const DistributionIndices other = pawn_indices(stretched.points, stretched.outputs, quick);
    for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(one.values[i].value, other.values[i].value) << i;
}

TEST(Pawn, tells_inputs_from_one_that_does_nothing) {
    const Sample sample = sample_of(4, 2000, ishigami);  // the fourth is not read
    const DistributionIndices found = pawn_indices(sample.points, sample.outputs, quick);
    for (std::size_t i = 0; i < 3; ++i) EXPECT_GT(found.values[i].low, found.of_nothing) << i;
    EXPECT_NEAR(found.values[3].value, found.of_nothing, .03);
    EXPECT_GT(found.values[1].value, found.values[2].value);
}

TEST(Pawn, has_a_slice_for_every_value_of_a_switch) {
    Sample sample = sample_of(2, 400, [](const Row& x) { return x[0] < .5 ? x[1] : 1 + x[1]; });
    for (Eigen::Index row = 0; row < sample.points.rows(); ++row)
        sample.points(row, 0) = sample.points(row, 0) < .5 ? 0 : 1;
    // both halves lie apart: the distance of either to all is a half
    EXPECT_NEAR(pawn_indices(sample.points, sample.outputs, quick).values[0].value, .5, .01);
}

TEST(Delta, of_Ishigami_is_that_of_SALib) {
    // SALib tests/test_regression.py: .210, .358, .155 (there within .05)
    const Sample sample = sample_of(3, 4096, ishigami);
    const DistributionIndices found = delta_indices(sample.points, sample.outputs, {.resamples = 20});
    EXPECT_NEAR(found.values[0].value, .210, .03);
    EXPECT_NEAR(found.values[1].value, .358, .03);
    EXPECT_NEAR(found.values[2].value, .155, .03);
}

TEST(Delta, of_an_input_that_does_nothing_is_nearly_0) {
    const Sample sample = sample_of(4, 1000, ishigami);
    const DistributionIndices found = delta_indices(sample.points, sample.outputs, {.resamples = 20});
    EXPECT_LT(found.values[3].value, .05);
    EXPECT_LT(found.of_nothing, .05);
}

TEST(Delta, cuts_as_many_slices_as_SALib) {
    EXPECT_EQ(delta_slices(100), 4U);    // ceil(100^(2/7.99))
    EXPECT_EQ(delta_slices(4096), 16U);  // ceil(4096^(2/6))
    EXPECT_EQ(delta_slices(1'000'000'000), 48U);
}

TEST(DistributionIndices, say_what_cannot_be_told) {
    const Sample sample = sample_of(2, 200, [](const Row&) { return 3.0; });
    const DistributionIndices found = pawn_indices(sample.points, sample.outputs, quick);
    EXPECT_TRUE(found.constant);
    EXPECT_EQ(found.values[0].value, 0);
    Sample still = sample_of(2, 200, [](const Row& x) { return x[0]; });
    still.points.col(1).setConstant(4);
    EXPECT_TRUE(std::isnan(pawn_indices(still.points, still.outputs, quick).values[1].value));
    const Sample few = sample_of(2, 99, [](const Row& x) { return x[0]; });
    EXPECT_THROW(pawn_indices(few.points, few.outputs, quick), InputError);
    EXPECT_THROW(delta_indices(few.points, few.outputs, quick), InputError);
}

TEST(Trees, share_out_what_each_input_explains) {
    // y = 2 a + b: 4/5 of the variance is of a, 1/5 of b, nothing of the others
    const Sample sample = sample_of(5, 1000, [](const Row& x) { return 2 * x[0] + x[1]; });
    const TreeScores found = tree_scores(sample.points, sample.outputs, {});
    EXPECT_NEAR(found.scores[0].value, .8, .06);
    EXPECT_NEAR(found.scores[1].value, .2, .06);
    for (std::size_t i = 2; i < 5; ++i) EXPECT_LT(found.scores[i].value, .02) << i;
    EXPECT_GT(found.r2, .95);
    double sum = 0;
    for (const Estimate& one : found.scores) sum += one.value;
    EXPECT_NEAR(sum, 1, 1e-9);
}

TEST(Trees, see_inputs_that_act_only_together) {
    // no input alone moves the mean: a regression sees nothing
    const Sample sample = sample_of(4, 2000, [](const Row& x) { return (x[0] - .5) * (x[1] - .5); });
    const TreeScores found = tree_scores(sample.points, sample.outputs, {});
    EXPECT_GT(found.scores[0].value + found.scores[1].value, .8);
    EXPECT_GT(found.r2, .6);
}

TEST(Trees, order_the_inputs_of_Ishigami_by_their_total_effects) {
    const Sample sample = sample_of(4, 2000, ishigami);  // ST .558, .442, .244, 0
    const TreeScores found = tree_scores(sample.points, sample.outputs, {});
    EXPECT_GT(found.scores[0].value, found.scores[2].value);
    EXPECT_GT(found.scores[1].value, found.scores[2].value);
    EXPECT_GT(found.scores[2].value, 4 * found.scores[3].value);
    EXPECT_GT(found.r2, .85);
}

TEST(Trees, give_the_same_on_any_number_of_threads_and_predict_nothing_of_noise) {
    Sample sample = sample_of(3, 400, ishigami);
    const TreeScores one = tree_scores(sample.points, sample.outputs, {.threads = 1});
    const TreeScores four = tree_scores(sample.points, sample.outputs, {.threads = 4});
    for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(one.scores[i].value, four.scores[i].value);
    std::rotate(sample.outputs.begin(), sample.outputs.begin() + 137, sample.outputs.end());
    EXPECT_LT(tree_scores(sample.points, sample.outputs, {}).r2, .2);
    const Sample few = sample_of(2, 19, [](const Row& x) { return x[0]; });
    EXPECT_THROW(tree_scores(few.points, few.outputs, {}), InputError);
}

TEST(SampleFindings, tell_the_largest_and_what_is_no_more_than_nothing) {
    std::vector<Row> rows = sobol_points(4, 512, 512);
    const Sweep sweep = sweep_of("lhs", rows, ishigami);
    for (const auto& finding :
         {pawn_finding(sweep, 0, quick), delta_finding(sweep, 0, {.resamples = 10}), trees_finding(sweep, 0, quick)}) {
        const std::string words = all_of(finding.sentences);
        EXPECT_NE(words.find("The largest: x"), std::string::npos) << words;
        EXPECT_EQ(finding.tables.front().rows.size(), 4U);
        EXPECT_NE(std::get<std::string>(finding.tables.front().rows.front()[2]), "x4");
        EXPECT_EQ(finding.drawings.size(), 1U);
    }
    EXPECT_NE(all_of(pawn_finding(sweep, 0, quick).sentences).find("3 of 4 inputs lie above"), std::string::npos)
        << all_of(pawn_finding(sweep, 0, quick).sentences);
    EXPECT_NE(all_of(trees_finding(sweep, 0, quick).sentences).find("The trees predict"), std::string::npos);
}

TEST(SampleFindings, of_few_points_or_a_constant_say_so) {
    const Sweep few = sweep_of("lhs", sobol_points(2, 32, 32), [](const Row& x) { return x[0]; });
    EXPECT_NE(all_of(pawn_finding(few, 0, quick).sentences).find("at least 100 are needed"), std::string::npos);
    const Sweep constant = sweep_of("lhs", sobol_points(2, 128, 128), [](const Row&) { return 2.0; });
    EXPECT_EQ(trees_finding(constant, 0, quick).spread, 0);
}

TEST(Conditions, with_and_hold_where_all_hold) {
    Sweep sweep = sweep_of("lhs", sobol_points(2, 64, 64), [](const Row& x) { return x[0]; });
    sweep.outcomes.push_back("z.2029-12");
    sweep.values.push_back(sweep.values.front());
    for (Eigen::Index point = 0; point < sweep.points.rows(); ++point)
        sweep.values[1].row(point).setConstant(sweep.points(point, 1));
    sweep.values[1](5, 0) = sweep.values[1](5, 1) = std::nan("");
    const Condition both = read_condition(sweep, "y.2029-12 > 0.5 and z.2029-12 <= 0.25");
    const std::vector<bool> met = meets(sweep, both);
    for (Eigen::Index point = 0; point < sweep.points.rows(); ++point)
        EXPECT_EQ(met[static_cast<std::size_t>(point)],
                  point != 5 && sweep.points(point, 0) > .5 && sweep.points(point, 1) <= .25)
            << point;
    EXPECT_EQ(both.words, "y.2029-12 > 0.5 and z.2029-12 <= 0.25");
    ASSERT_EQ(single_conditions(both).size(), 2U);
    EXPECT_EQ(single_conditions(both)[0].words, "y.2029-12 > 0.5");
    EXPECT_EQ(single_conditions(both)[1].words, "z.2029-12 <= 0.25");
    EXPECT_THROW(read_condition(sweep, "y.2029-12 > 0.5 and more"), InputError);

    PrimQuestion question;
    question.condition = both;
    question.resamples = 2;
    const Finding finding = prim_finding(sweep, question);
    const std::string words = all_of(finding.sentences);
    EXPECT_NE(words.find("x1 >="), std::string::npos) << words;
    EXPECT_NE(words.find("x2 <="), std::string::npos) << words;
    EXPECT_NE(words.find("1 point"), std::string::npos) << words;  // without a result of the second outcome
}

}  // namespace algemeente::analysis

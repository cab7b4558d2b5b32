// Shapes of priors, inputs that go together, ranges with a step, and members in experiment files.
#include "experiments/shapes.h"

#include "experiments/design.h"
#include "experiments/model_runner.h"
#include "experiments/small_experiment.h"
#include "patterns/members_file.h"
#include "statistics/ranks.h"
#include "statistics/summary.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace algemeente::testing {

namespace {

const std::atomic<bool> not_cancelled{false};

/// A hypercube over risk aversion (3 to 14) and what else is written.
std::string with(const std::string& first, const std::string& rest = "", int samples = 500,
                 const std::string& design = "lhs") {
    std::string text = "title = \"Shapes\"\nscenario = \"" + places::checkout().string() +
                       "/scenarios/baseline.toml\"\ndesign = \"" + design + "\"\n" +
                       (samples > 0 ? "samples = " + std::to_string(samples) + "\n" : "") +
                       "municipalities = 2\nmonths = 12\n";
    return text + "[[uncertainty]]\nname = \"alderman_risk_aversion\"\n" + first + rest;
}

std::string problem_with(const std::string& text) {
    try {
        experiment_from_text(text);
    } catch (const InputError& error) {
        return error.what();
    }
    return {};
}

/// [input][point]
std::vector<std::vector<double>> columns_of(const Experiment& experiment) {
    std::vector<std::vector<double>> columns(experiment.inputs.size());
    make_points(experiment, [&](std::span<const double> point) {
        for (std::size_t i = 0; i < point.size(); ++i) columns[i].push_back(point[i]);
    });
    return columns;
}

std::vector<double> drawn(const std::string& shape) {
    std::vector<double> values = columns_of(experiment_from_text(with(shape))).front();
    std::sort(values.begin(), values.end());
    return values;
}

}  // namespace

TEST(Shapes, keep_to_the_range_and_have_their_quantiles) {
    // half of a normal distribution lies below its mean, .8413 below one standard deviation above it
    const Shape normal{ShapeKind::normal, {5, 1}};
    EXPECT_NEAR(quantile_of(normal, -100, 100, .5), 5, 1e-9);
    EXPECT_NEAR(quantile_of(normal, -100, 100, .8413447460685429), 6, 1e-9);
    EXPECT_NEAR(quantile_of(normal, 5, 100, .5), 5.6744897501960817,
                1e-9);  // the .75 quantile: the lower half is cut off
    const Shape log_normal{ShapeKind::log_normal, {2, 3}};
    EXPECT_NEAR(quantile_of(log_normal, 0, 1e9, .5), 2, 1e-9);
    EXPECT_NEAR(quantile_of(log_normal, 0, 1e9, .8413447460685429), 6, 1e-8);
    const Shape triangular{ShapeKind::triangular, {1}};
    EXPECT_NEAR(quantile_of(triangular, 0, 4, .25), 1, 1e-12);  // (mode - low) / (high - low) of it lies below the mode
    EXPECT_NEAR(quantile_of(triangular, 0, 4, .8125), 4 - std::sqrt(.1875 * 12), 1e-12);
    const Shape beta{ShapeKind::beta, {2, 1}};  // its distribution function is x^2
    EXPECT_NEAR(quantile_of(beta, 10, 20, .25), 15, 1e-9);
    for (const Shape& shape : {normal, log_normal, triangular, beta}) {
        EXPECT_EQ(quantile_of(shape, 1, 4, 0), 1);
        EXPECT_EQ(quantile_of(shape, 1, 4, 1), 4);
        double before = 1;
        for (double share = .05; share < 1; share += .05) {
            const double value = quantile_of(shape, 1, 4, share);
            EXPECT_GE(value, before);
            EXPECT_LE(value, 4);
            before = value;
        }
    }
}

TEST(Shapes, of_a_file_are_drawn) {
    const std::vector<double> normal = drawn("shape = \"normal\"\nmean = 8\nsd = 2\n");
    EXPECT_NEAR(mean_of(normal), 8.0, .1);
    EXPECT_NEAR(quantile_of_sorted(normal, .8413), 10, .1);
    EXPECT_GE(normal.front(), 3);
    EXPECT_LE(normal.back(), 14);
    EXPECT_NEAR(quantile_of_sorted(drawn("shape = \"log-normal\"\nmedian = 6\nfactor = 1.2\n"), .5), 6, .05);
    EXPECT_NEAR(mean_of(drawn("shape = \"triangular\"\nmode = 4\n")), (3 + 14 + 4) / 3.0, .05);
    EXPECT_NEAR(mean_of(drawn("shape = \"beta\"\nalpha = 2\nbeta = 6\n")), 3 + 11 * .25, .05);
    EXPECT_EQ(drawn("shape = \"uniform\"\n"), drawn(""));
}

TEST(Shapes, that_cannot_be_are_refused_with_line_and_key) {
    const auto has = [](const std::string& shape, const std::string& words) {
        const std::string problem = problem_with(with(shape));
        EXPECT_NE(problem.find(words), std::string::npos) << shape << " gave: " << problem;
        EXPECT_NE(problem.find("experiment.toml:"), std::string::npos) << problem;
    };
    has("shape = \"normla\"\n", "did you mean 'normal'");
    has("shape = \"normal\"\nmean = 8\n", "sd");
    has("shape = \"normal\"\nmean = 8\nsd = 0\n", "is not above 0");
    has("shape = \"log-normal\"\nmedian = 8\nfactor = 1\n", "is not above 1");
    has("shape = \"triangular\"\nmode = 15\n", "lies outside 3..14");
    has("shape = \"normal\"\nmean = 80\nsd = 1\n", "has hardly anything between");
    has("shape = \"beta\"\nalpha = 2\nbeta = 2\nmean = 3\n", "belongs to shape = \"normal\"");
    has("mean = 3\n", "belongs to shape = \"normal\"");
    has("values = [3, 4]\nshape = \"beta\"\nalpha = 2\nbeta = 2\n", "cannot be combined");
}

TEST(Steps, are_the_values_from_low_to_high) {
    const auto values = [](const std::string& range) {
        return experiment_from_text(with(range)).inputs.front().values;
    };
    EXPECT_EQ(values("low = 3\nhigh = 5\nstep = 0.5\n"), (std::vector<double>{3, 3.5, 4, 4.5, 5}));
    EXPECT_EQ(values("low = 3\nhigh = 5\nstep = 1.5\n"), (std::vector<double>{3, 4.5}));
    EXPECT_EQ(values("low = 3\nhigh = 3.3\nstep = 0.1\n").size(), 4U);
    // and in a full factorial, where every value is met
    const Experiment factorial = experiment_from_text(with("low = 3\nhigh = 5\nstep = 0.5\n", "", 0, "factorial"));
    EXPECT_EQ(point_count(factorial), 5);
    EXPECT_NE(problem_with(with("low = 3\nhigh = 5\nstep = 3\n")).find("does not fit"), std::string::npos);
    EXPECT_NE(problem_with(with("low = 3\nhigh = 5\nstep = -1\n")).find("is no step"), std::string::npos);
    EXPECT_NE(problem_with(with("low = 3\nhigh = 5\nstep = 0.00001\n")).find("at most"), std::string::npos);
    EXPECT_NE(problem_with(with("values = [3, 4]\nstep = 1\n")).find("cannot be combined with values"),
              std::string::npos);
}

TEST(Correlation, is_the_rank_correlation_that_was_asked_for_and_leaves_the_shapes) {
    const std::string rest =
        "shape = \"normal\"\nmean = 8\nsd = 2\n[[uncertainty]]\nname = \"ideas_per_month\"\n"
        "[[uncertainty]]\nname = \"start_chance\"\n"
        "[[correlation]]\nbetween = [\"ideas_per_month\", \"alderman_risk_aversion\"]\nrank = -0.6\n";
    for (const std::string design : {"lhs", "sobol"}) {
        const Experiment experiment = experiment_from_text(with("", rest, 2000, design));
        const std::vector<std::vector<double>> columns = columns_of(experiment);
        EXPECT_NEAR(rank_correlation(columns[0], columns[1]), -.6, .03) << design;
        EXPECT_NEAR(rank_correlation(columns[0], columns[2]), 0, .05) << design;
        std::vector<double> sorted = columns[0];
        std::sort(sorted.begin(), sorted.end());
        EXPECT_NEAR(mean_of(sorted), 8, .15);
        EXPECT_NEAR(quantile_of_sorted(sorted, .8413), 10, .2);
        const Experiment again = experiment_from_json(experiment_json(experiment));
        EXPECT_EQ(experiment_identity(again), experiment_identity(experiment));
        EXPECT_EQ(columns_of(again), columns);
    }
}

TEST(Correlation, that_cannot_be_is_refused) {
    const std::string inputs =
        "[[uncertainty]]\nname = \"ideas_per_month\"\n[[uncertainty]]\nname = \"start_chance\"\n"
        "[[lever]]\nname = \"ethics_committee\"\n";
    const auto pair = [](const std::string& one, const std::string& other, const std::string& rank) {
        return "[[correlation]]\nbetween = [\"" + one + "\", \"" + other + "\"]\nrank = " + rank + "\n";
    };
    const std::string risk = "alderman_risk_aversion";
    const auto has = [&](const std::string& correlations, const std::string& words, const std::string& design) {
        const std::string problem = problem_with(with("", inputs + correlations, 64, design));
        EXPECT_NE(problem.find(words), std::string::npos) << correlations << " gave: " << problem;
    };
    EXPECT_EQ(problem_with(with("", inputs + pair(risk, "ideas_per_month", "0.5"), 64)), "");
    has(pair(risk, "ideas_per_mnth", "0.5"), "did you mean 'ideas_per_month'", "lhs");
    has(pair(risk, risk, "0.5"), "names one input twice", "lhs");
    has(pair(risk, "ideas_per_month", "1"), "expected a number between -1 and 1", "lhs");
    has(pair(risk, "ethics_committee", "0.5"), "only ranges can be correlated", "lhs");
    has(pair(risk, "ideas_per_month", "0.5") + pair("ideas_per_month", risk, "0.4"), "are correlated twice", "lhs");
    has(pair(risk, "ideas_per_month", "0.9") + pair("ideas_per_month", "start_chance", "0.9") +
            pair(risk, "start_chance", "-0.9"),
        "they contradict each other", "lhs");
    has(pair(risk, "ideas_per_month", "0.5"), "needs inputs that are independent", "saltelli");
}

TEST(MembersOfASweep, are_met_by_replicates_in_turn_at_every_point) {
    const std::string text = "replicates = 3\nmembers = \"history\"\n" + small_experiment_text(4);
    std::string once = text;
    once.erase(once.find("replicates = 2\n"), 15);
    const Experiment experiment = experiment_from_text(once);
    const Members shipped = read_members(shipped_members());
    ASSERT_EQ(experiment.members.count(), 3U) << "more than there are replicates are not met";
    const std::vector<double> values = {8, 1};
    for (const int replicate : {0, 1, 2}) {
        const Scenario scenario = scenario_at(experiment, 0, values, replicate);
        EXPECT_EQ(scenario.parameters.alderman_risk_aversion, 8) << "what is varied is not the member's";
        Scenario expected = with_member(experiment.scenarios.front(), shipped, static_cast<std::size_t>(replicate));
        EXPECT_EQ(scenario.parameters.start_trust_mean, expected.parameters.start_trust_mean);
    }
    EXPECT_NE(scenario_at(experiment, 0, values, 0).parameters.start_trust_mean,
              scenario_at(experiment, 0, values, 1).parameters.start_trust_mean);
    const ModelRunner runner(experiment, 0);
    RunTask task;
    task.values = {8, 1};
    task.replicate = 1;
    const RunRecord record = runner.run(task, not_cancelled);
    ASSERT_EQ(record.status, RunStatus::done) << record.error;
    std::string plain = small_experiment_text(4);
    plain.replace(plain.find("replicates = 2"), 14, "replicates = 3");
    const Experiment without = experiment_from_text(plain);
    EXPECT_NE(record.fingerprint, ModelRunner(without, 0).run(task, not_cancelled).fingerprint);
    EXPECT_NE(experiment_identity(experiment), experiment_identity(without));
    const Experiment again = experiment_from_json(experiment_json(experiment));
    EXPECT_EQ(experiment_identity(again), experiment_identity(experiment));
    EXPECT_EQ(ModelRunner(again, 0).run(task, not_cancelled).fingerprint, record.fingerprint);
}

TEST(MembersOfASweep, that_are_no_file_are_refused) {
    const std::string problem = problem_with("members = \"hstory\"\n" + small_experiment_text(4));
    EXPECT_NE(problem.find("experiment.toml:1: members"), std::string::npos) << problem;
    EXPECT_NE(problem.find("\"history\""), std::string::npos) << problem;
}

TEST(Experiments, of_before_have_the_identity_that_they_had) {
    const std::string identity = experiment_identity(experiment_from_text(small_experiment_text(4)));
    for (const char* word : {"members", "shape", "correlations"})
        EXPECT_EQ(identity.find(word), std::string::npos) << word;
}

}  // namespace algemeente::testing

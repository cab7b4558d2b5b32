// Whatever a sweep has done when it is interrupted can be compared: scenarios at the same points, spread over the
// space.
#include "experiments/run_order.h"

#include "experiments/design.h"
#include "experiments/missing_runs.h"
#include "experiments/small_experiment.h"
#include "experiments/sweep.h"

#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <set>

namespace algemeente::testing {

namespace {

/// An experiment file over inputs that take these values, in three scenarios.
Experiment of_design(const std::string& design, const std::string& inputs) {
    const std::string folder = places::checkout().string() + "/scenarios/";
    return experiment_from_text("title = \"Order\"\nscenarios = [\"" + folder + "baseline.toml\", \"" + folder +
                                "ethics_committee.toml\", \"" + folder + "standards_first.toml\"]\n" + design +
                                "municipalities = 5\nmonths = 24\noutcomes = [\"in_use\"]\nreplicates = 2\n" + inputs);
}

std::string levels(const std::string& name, const std::string& values) {
    return "[[uncertainty]]\nname = \"" + name + "\"\nvalues = " + values + "\n";
}

std::string uncertainty(const std::string& name) {
    return "[[uncertainty]]\nname = \"" + name + "\"\n";
}

const std::string three_uncertainties =
    uncertainty("ideas_per_month") + uncertainty("capacity_person_months") + uncertainty("effort_build_base");

std::vector<std::vector<double>> points_of(const Experiment& experiment) {
    std::vector<std::vector<double>> points;
    make_points(experiment, [&](std::span<const double> point) { points.emplace_back(point.begin(), point.end()); });
    return points;
}

void expect_every_point_once(const Experiment& experiment) {
    const RunOrder order(experiment);
    EXPECT_EQ(order.steps(), point_count(experiment));
    std::set<std::int64_t> points;
    for (std::int64_t step = 0; step < order.steps(); ++step) points.insert(order.point_at(step));
    EXPECT_EQ(static_cast<std::int64_t>(points.size()), order.steps());
    EXPECT_EQ(*points.begin(), 0);
    EXPECT_EQ(*points.rbegin(), order.steps() - 1);
}

}  // namespace

TEST(RunOrder, has_every_point_once_in_every_design) {
    expect_every_point_once(of_design("design = \"lhs\"\nsamples = 30\n", three_uncertainties));
    expect_every_point_once(of_design("design = \"sobol\"\nsamples = 32\n", three_uncertainties));
    expect_every_point_once(of_design("design = \"morris\"\nsamples = 6\n", three_uncertainties));
    expect_every_point_once(
        of_design("design = \"saltelli\"\nsamples = 16\nrandomisations = 4\n", three_uncertainties));
    for (const char* values : {"[4]", "[4, 5]", "[4, 5, 6]", "[4, 5, 6, 7, 8, 9]"})
        expect_every_point_once(of_design("design = \"factorial\"\n", levels("ideas_per_month", "[0.03, 0.06]") +
                                                                          levels("alderman_risk_aversion", values)));
}

TEST(RunOrder, of_a_factorial_visits_all_levels_of_all_levers_early) {
    const Experiment experiment =
        of_design("design = \"factorial\"\n", levels("ideas_per_month", "[0.03, 0.04, 0.05, 0.06, 0.07]") +
                                                  levels("capacity_person_months", "[0.4, 0.6, 0.8, 1, 1.2]") +
                                                  levels("effort_build_base", "[3, 4, 5, 6, 7]"));
    const RunOrder order(experiment);
    const std::vector<std::vector<double>> points = points_of(experiment);
    for (const std::int64_t steps : {25, 50, 100})
        for (std::size_t input = 0; input < 3; ++input) {
            std::map<double, int> visits;
            for (std::int64_t step = 0; step < steps; ++step)
                ++visits[points[static_cast<std::size_t>(order.point_at(step))][input]];
            EXPECT_EQ(visits.size(), 5U) << steps << " steps, input " << input;
            for (const auto& [value, count] : visits)
                EXPECT_NEAR(count, static_cast<double>(steps) / 5, 2) << steps << " steps, input " << input;
        }
}

TEST(RunOrder, of_saltelli_keeps_base_points_whole_and_takes_randomisations_in_turn) {
    const Experiment experiment =
        of_design("design = \"saltelli\"\nsamples = 16\nrandomisations = 4\n", three_uncertainties);
    const RunOrder order(experiment);
    constexpr std::int64_t block = 3 + 2;              // A, A with one of three inputs of B, B
    constexpr std::int64_t randomisation = 4 * block;  // four base points each
    for (std::int64_t step = 0; step < order.steps(); ++step) {
        const std::int64_t point = order.point_at(step);
        EXPECT_EQ(point % block, step % block);
        EXPECT_EQ(point / randomisation, step / block % 4);
    }
}

// Each of these designs is spread in its own order already, and a trajectory is of use only as a whole.
TEST(RunOrder, of_morris_lhs_and_sobol_is_that_of_the_design) {
    for (const char* design : {"design = \"morris\"\nsamples = 6\n", "design = \"lhs\"\nsamples = 24\n",
                               "design = \"sobol\"\nsamples = 32\n"}) {
        const RunOrder order(of_design(design, three_uncertainties));
        for (std::int64_t step = 0; step < order.steps(); ++step) EXPECT_EQ(order.point_at(step), step) << design;
    }
}

// A list may be sorted: its first tenth alone would show one corner of the space.
TEST(RunOrder, of_a_list_is_spread_over_the_file) {
    const TemporaryFolder folder;
    std::string points = "ideas_per_month\n";
    for (int i = 0; i < 100; ++i) points += std::to_string(0.03 + 0.0004 * i) + "\n";
    folder.write("points.csv", points);
    const RunOrder order(
        of_design("design = \"list\"\npoints = \"" + (folder / "points.csv") + "\"\n", uncertainty("ideas_per_month")));
    ASSERT_EQ(order.steps(), 100);
    std::set<std::int64_t> tenths;
    for (std::int64_t step = 0; step < 20; ++step) tenths.insert(order.point_at(step) / 10);
    EXPECT_EQ(tenths.size(), 10U);
}

TEST(RunOrder, runs_a_point_in_every_scenario_and_replicate_before_the_next) {
    const Experiment experiment = of_design("design = \"lhs\"\nsamples = 10\n", three_uncertainties);
    const TemporaryFolder folder;
    const std::string file = folder / "a.sqlite";
    Store::create(file, experiment, StoreLock(file));
    Store store(file, Store::Access::read);
    const std::vector<RunTask> tasks = store.missing_runs(0, 1000).tasks;
    ASSERT_EQ(tasks.size(), 10U * 3U * 2U);
    for (std::size_t first = 0; first < tasks.size(); first += 6) {
        std::set<std::pair<int, int>> met;
        for (std::size_t i = first; i < first + 6; ++i) {
            met.emplace(tasks[i].scenario, tasks[i].replicate);
            EXPECT_EQ(tasks[i].values, tasks[first].values);
            EXPECT_EQ(tasks[i].point / 10, tasks[i].scenario);  // numbers are those of the design, as before
            EXPECT_EQ(tasks[i].run, tasks[i].point * 2 + tasks[i].replicate);
        }
        EXPECT_EQ(met.size(), 6U);
    }
}

TEST(RunOrder, leaves_whole_points_where_a_sweep_is_interrupted) {
    const Experiment experiment = of_design("design = \"lhs\"\nsamples = 200\n", three_uncertainties);
    const TemporaryFolder folder;
    const std::string file = folder / "a.sqlite";
    std::atomic<bool> cancel{false};
    std::atomic<int> calls{0};
    const RunModel model = [&](const RunTask& task, const std::atomic<bool>& /*cancel*/) {
        if (++calls == 600) cancel = true;
        RunRecord record{.run = task.run, .error = {}, .outcomes = {}, .series = {}};
        record.outcomes.resize(kept_outcomes(experiment).size());
        return record;
    };
    Store store(file, prepare_store(file, experiment));
    ThreadWorkforce workforce(model, 2, cancel);
    const RunCounts counts = run_sweep(store, workforce, cancel, {});
    ASSERT_LT(counts.done, counts.all);
    const Completeness completeness = completeness_of(store);
    // but for what the two threads had in hand: at most 64 runs each
    EXPECT_GE(completeness.complete_points * 3 * 2, counts.done - 2 * 64 - 6);
}

}  // namespace algemeente::testing

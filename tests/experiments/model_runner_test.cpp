// Whose luck the runs of a sweep meet.
#include "experiments/model_runner.h"

#include "experiments/design.h"
#include "experiments/small_experiment.h"

#include <gtest/gtest.h>

namespace algemeente::testing {

namespace {

const std::atomic<bool> not_cancelled{false};

RunTask task_of(const Experiment& experiment, std::int64_t point, int replicate) {
    RunTask task;
    task.point = point;
    task.run = point * experiment.replicates + replicate;
    task.replicate = replicate;
    task.values = {.5, 0};
    return task;
}

}  // namespace

TEST(LuckNumber, is_that_of_the_replicate_unless_points_have_luck_of_their_own) {
    Experiment experiment = experiment_from_text(small_experiment_text(20));
    EXPECT_EQ(luck_number(experiment, task_of(experiment, 3, 1)), 1);
    experiment.luck = LuckOf::point;
    EXPECT_EQ(luck_number(experiment, task_of(experiment, 3, 1)), 7);
    EXPECT_EQ(luck_number(experiment, task_of(experiment, 20 + 3, 1)), 7) << "the same point in a second scenario";
}

TEST(ModelRunner, gives_equal_points_luck_of_their_own_when_asked_to) {
    const std::string text = small_experiment_text(20);
    const Experiment shared = experiment_from_text(text);
    const ModelRunner of_replicates(shared, 0);
    EXPECT_EQ(of_replicates.run(task_of(shared, 3, 0), not_cancelled).fingerprint,
              of_replicates.run(task_of(shared, 4, 0), not_cancelled).fingerprint);
    const Experiment own = experiment_from_text("luck = \"point\"\n" + text);
    const ModelRunner of_points(own, 0);
    EXPECT_NE(of_points.run(task_of(own, 3, 0), not_cancelled).fingerprint,
              of_points.run(task_of(own, 4, 0), not_cancelled).fingerprint);
    EXPECT_EQ(of_points.run(task_of(own, 3, 0), not_cancelled).fingerprint,
              of_points.run(task_of(own, 3, 0), not_cancelled).fingerprint);
}

TEST(ExperimentFile, says_whose_luck_runs_meet_and_keeps_it_in_a_store) {
    const std::string text = small_experiment_text(20);
    const Experiment own = experiment_from_text("luck = \"point\"\n" + text);
    EXPECT_EQ(own.luck, LuckOf::point);
    EXPECT_EQ(experiment_from_json(experiment_json(own)).luck, LuckOf::point);
    EXPECT_NE(experiment_identity(own), experiment_identity(experiment_from_text(text)));
    EXPECT_EQ(experiment_json(experiment_from_text(text)).find("luck"), std::string::npos);
    EXPECT_THROW(experiment_from_text("luck = \"points\"\n" + text), InputError);
}

}  // namespace algemeente::testing

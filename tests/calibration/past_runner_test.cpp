// The past at a point: the same run as any other, and statistics that say what their names say.
#include "calibration/past_runner.h"

#include "ensemble/ensemble.h"
#include "patterns/measures.h"
#include "places.h"

#include <gtest/gtest.h>

#include <cmath>

namespace algemeente {

namespace {

const std::atomic<bool> not_cancelled{false};

Calibration small() {
    Calibration calibration = read_calibration(places::checkout() / "scenarios/calibration/2025.toml");
    calibration.base.municipalities = {MunicipalityChoice::Kind::sample, 30, {}};
    return calibration;
}

RunTask task_at(const Calibration& calibration, std::uint64_t candidate, int replicate) {
    RunTask task;
    task.run = 5;
    task.replicate = replicate;
    task.values = CandidateSource(calibration).point(candidate);
    return task;
}

double statistic(const RunRecord& record, std::string_view name) {
    return record.outcomes.at(find_statistic(name));
}

}  // namespace

TEST(PastRunner, runs_the_past_like_any_run_and_a_scandal_beside_it) {
    const Calibration calibration = small();
    const RunTask task = task_at(calibration, 3, 12);
    const RunRecord record = PastRunner(calibration).run(task, not_cancelled);
    ASSERT_EQ(record.status, RunStatus::done) << record.error;
    ASSERT_EQ(record.outcomes.size(), statistics().size());

    const Scenario drawn = scenario_at(calibration.base, calibration.dimensions(), task.values);
    const Country country = country_of(drawn, calibration.seed, 12);
    const History base = run_replicate(drawn, country, calibration.seed, 12, false);
    EXPECT_EQ(record.fingerprint, base.fingerprint);
    Scenario with_scandal = drawn;
    with_scandal.shocks = calibration.with_scandal;
    with_scandal.parameters.months = scandal_months;
    const History scandal = run_replicate(with_scandal, country, calibration.seed, 12, false);

    EXPECT_EQ(statistic(record, "uses"), total_at(base, "in_use", past_months - 1) * 100 / 30);
    EXPECT_EQ(statistic(record, "trust"), national_at(base, "mean_trust", past_months - 1));
    const double usual = sum_over(base, "pipeline", Domain::social, 112, 119);
    EXPECT_EQ(statistic(record, "scandal_dip"), 1 - sum_over(scandal, "pipeline", Domain::social, 112, 119) / usual);
    EXPECT_GT(statistic(record, "lead_time_months"), 6);
    EXPECT_LT(statistic(record, "lead_time_months"), 100);
    EXPECT_NEAR(statistic(record, "without_use"), national_at(base, "without_use_share", past_months - 1), 1e-15);
}

TEST(PastRunner, gives_other_luck_its_own_result_and_the_same_luck_the_same) {
    const Calibration calibration = small();
    const PastRunner runner(calibration);
    const RunRecord one = runner.run(task_at(calibration, 3, 12), not_cancelled);
    EXPECT_EQ(one.fingerprint, runner.run(task_at(calibration, 3, 12), not_cancelled).fingerprint);
    EXPECT_NE(one.fingerprint, runner.run(task_at(calibration, 3, 13), not_cancelled).fingerprint);
    EXPECT_NE(one.fingerprint, runner.run(task_at(calibration, 4, 12), not_cancelled).fingerprint);
}

TEST(PastRunner, stops_when_it_is_told_to) {
    const Calibration calibration = small();
    const std::atomic<bool> cancelled{true};
    EXPECT_EQ(PastRunner(calibration).run(task_at(calibration, 3, 12), cancelled).status, RunStatus::cancelled);
}

}  // namespace algemeente

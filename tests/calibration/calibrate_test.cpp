// The course of a calibration on a model that costs nothing and whose truth is known.
#include "calibration/calibrate.h"

#include "calibration/write_calibration.h"
#include "cli/run_program.h"
#include "patterns/members_file.h"
#include "random/design_luck.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <cmath>

namespace algemeente::testing {

namespace {

const std::atomic<bool> not_cancelled{false};

/// Two statistics that hang on three numbers of five hundred, and luck.
double pretended(std::size_t statistic, const std::vector<double>& place, double luck) {
    if (statistic == find_statistic("trust")) return .3 + .4 * place[3] + .02 * luck;
    if (statistic == find_statistic("gini")) return .2 + .4 * place[50] + .2 * place[3] * place[120] + .02 * luck;
    return .5;
}

RunRecord pretend(const RunTask& task, const std::atomic<bool>& /*cancel*/) {
    const DesignLuck luck(99);
    RunRecord record{.run = task.run, .error = {}, .outcomes = {}, .series = {}};
    record.fingerprint = static_cast<std::uint64_t>(task.run);
    for (std::size_t s = 0; s < statistics().size(); ++s)
        record.outcomes.push_back(
            pretended(s, task.values,
                      4 * luck.uniform(DesignPurpose::candidate, static_cast<std::uint64_t>(task.run),
                                       static_cast<std::uint32_t>(s)) -
                          2));
    return record;
}

class Place {
public:
    Place() {
        std::filesystem::create_symlink(places::checkout() / "scenarios/baseline.toml", folder_ / "baseline.toml");
        folder_.write("targets.csv",
                      "id,statistic,scale,group,kind,value,uncertainty,discrepancy,use,reason,source\n"
                      "A,trust,plain,people,near,.6,.02,.01,tune,r,s\n"
                      "B,gini,plain,use,at_least,.55,.02,.01,tune,r,s\n"
                      "C,reach,plain,use,near,.5,.02,.01,check,r,s\n");
        file_ = folder_.write("c.toml",
                              "title = \"Small\"\nscenario = \"baseline.toml\"\ntargets = \"targets.csv\"\n"
                              "waves = 2\npoints = 300\ncandidates = 2000\nfinalists = [120, 80]\n"
                              "replicates = [1, 4]\nmembers = 60\n");
    }
    Calibration calibration() const { return read_calibration(file_); }
    std::string operator/(const std::string& name) const { return folder_ / name; }

private:
    TemporaryFolder folder_;
    std::string file_;
};

CalibrationResult result_in(const std::string& store, const Calibration& calibration, int threads,
                            const RunModel& model = pretend, const std::atomic<bool>& cancel = not_cancelled) {
    CalibrationStore kept(store, calibration, false);
    ThreadWorkforce workforce(model, threads, cancel);
    CalibrateOptions options;
    options.threads = threads;
    options.watch.cancel = &cancel;
    return calibrate(calibration, kept, workforce, options);
}

std::string members_csv(const Calibration& calibration, const CalibrationResult& result) {
    return table_as_csv(members_table(calibration, result));
}

}  // namespace

TEST(Calibrate, keeps_what_meets_the_targets_and_rules_out_the_rest) {
    const Place place;
    const Calibration calibration = place.calibration();
    const CalibrationResult result = result_in(place / "a.sqlite", calibration, 2);
    ASSERT_EQ(result.waves.size(), 2U);
    EXPECT_GT(result.waves[1].passing_share, 1.5 * result.waves[0].passing_share);
    EXPECT_GT(result.guided_share, 1.5 * result.prior_share);
    ASSERT_GE(result.members.size(), 10U);
    const CandidateSource source(calibration);
    double trust = 0, gini = 0;
    for (const JudgedPoint& member : result.members) {
        trust += pretended(find_statistic("trust"), source.point(member.candidate), 0);
        gini += pretended(find_statistic("gini"), source.point(member.candidate), 0);
    }
    const auto count = static_cast<double>(result.members.size());
    EXPECT_NEAR(trust / count, .6, .03);
    EXPECT_GT(gini / count, .5);
}

TEST(Calibrate, finds_out_which_numbers_matter_and_leaves_the_others) {
    const Place place;
    const Calibration calibration = place.calibration();
    const Table numbers = numbers_table(calibration, result_in(place / "a.sqlite", calibration, 2));
    const auto dimensions = calibration.dimensions();
    const std::string& first = std::get<std::string>(numbers.rows[0][0]);
    const std::string& second = std::get<std::string>(numbers.rows[1][0]);
    EXPECT_TRUE(first == dimensions[3].name || first == dimensions[50].name) << first;
    EXPECT_TRUE(second == dimensions[3].name || second == dimensions[50].name) << second;
    int found = 0;
    for (const auto& row : numbers.rows) found += std::get<double>(row.back()) < .1 ? 1 : 0;
    EXPECT_LE(found, 10);
}

TEST(Calibrate, gives_the_same_on_any_number_of_threads) {
    const Place place;
    const Calibration calibration = place.calibration();
    EXPECT_EQ(members_csv(calibration, result_in(place / "one.sqlite", calibration, 1)),
              members_csv(calibration, result_in(place / "four.sqlite", calibration, 4)));
}

TEST(Calibrate, that_was_stopped_anywhere_ends_like_one_that_was_not) {
    const Place place;
    const Calibration calibration = place.calibration();
    const std::string whole = members_csv(calibration, result_in(place / "whole.sqlite", calibration, 2));
    int sessions = 0;
    int calls = 0;
    while (true) {
        ASSERT_LT(++sessions, 20);
        std::atomic<bool> cancel{false};
        int in_this_session = 0;
        const CalibrationResult result = result_in(
            place / "stopped.sqlite", calibration, 1,
            [&](const RunTask& task, const std::atomic<bool>& stop) {
                ++calls;
                if (++in_this_session == 170) cancel = true;
                return pretend(task, stop);
            },
            cancel);
        if (result.cancelled) continue;
        EXPECT_EQ(members_csv(calibration, result), whole);
        break;
    }
    EXPECT_GT(sessions, 3);
    EXPECT_EQ(calls, 300 + 300 + 120 + 80 * 3);  // no run twice
}

TEST(Calibrate, says_which_targets_cannot_be_met) {
    const Place place;
    std::ofstream(place / "targets.csv")
        << "id,statistic,scale,group,kind,value,uncertainty,discrepancy,use,reason,source\n"
           "A,trust,plain,people,near,5,.02,.01,tune,r,s\n";
    const Calibration calibration = place.calibration();
    try {
        result_in(place / "a.sqlite", calibration, 2);
        FAIL() << "a target that no run meets was met";
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("the model cannot meet them together"), std::string::npos)
            << error.what();
    }
}

TEST(Calibrate, refuses_a_target_that_tells_nothing) {
    const Place place;
    std::ofstream(place / "targets.csv")
        << "id,statistic,scale,group,kind,value,uncertainty,discrepancy,use,reason,source\n"
           "A,reach,plain,people,near,.5,.02,.01,tune,r,s\n";
    const Calibration calibration = place.calibration();
    EXPECT_THROW(result_in(place / "a.sqlite", calibration, 2), InputError);
}

TEST(Calibrate, tells_of_a_run_that_fails) {
    const Place place;
    const Calibration calibration = place.calibration();
    const auto failing = [](const RunTask& task, const std::atomic<bool>& /*cancel*/) {
        return RunRecord{
            .run = task.run, .status = RunStatus::failed, .error = "out of luck", .outcomes = {}, .series = {}};
    };
    try {
        result_in(place / "a.sqlite", calibration, 2, failing);
        FAIL() << "a failed run was passed over";
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("out of luck"), std::string::npos);
    }
}

TEST(CalibrationStore, is_that_of_one_calibration_only) {
    const Place place;
    Calibration calibration = place.calibration();
    { const CalibrationStore made(place / "a.sqlite", calibration, false); }
    EXPECT_NO_THROW(CalibrationStore(place / "a.sqlite", calibration, false));
    calibration.targets[0].value = .7;
    EXPECT_THROW(CalibrationStore(place / "a.sqlite", calibration, false), InputError);
    calibration = place.calibration();
    calibration.seed = 2;
    EXPECT_THROW(CalibrationStore(place / "a.sqlite", calibration, false), InputError);
    std::ofstream(place / "text.sqlite") << "not a database at all, but long enough to look like one";
    EXPECT_THROW(CalibrationStore(place / "text.sqlite", place.calibration(), false), InputError);
}

TEST(CalibrationStore, is_held_by_one_program_at_a_time) {
    const Place place;
    const Calibration calibration = place.calibration();
    const CalibrationStore held(place / "a.sqlite", calibration, false);
    EXPECT_THROW(CalibrationStore(place / "a.sqlite", calibration, false), InputError);
}

TEST(Members, that_were_written_are_read_again) {
    const Place place;
    const Calibration calibration = place.calibration();
    const CalibrationResult result = result_in(place / "a.sqlite", calibration, 2);
    write_calibration(calibration, result, std::filesystem::path(place / "a.sqlite").parent_path());
    const Members members = read_members(place / "members.csv");
    ASSERT_EQ(members.count(), result.members.size());
    EXPECT_EQ(members.names.size(), calibration.dimensions().size());
    EXPECT_EQ(read_members(place / "members.csv", 3).count(), 3U);
    const CandidateSource source(calibration);
    const auto dimensions = calibration.dimensions();
    const Scenario drawn = scenario_at(calibration.base, dimensions, source.point(result.members[1].candidate));
    const Scenario set = with_member(calibration.base, members, 1);
    for (const PriorDimension& dimension : dimensions)
        EXPECT_EQ(value_of(set, dimension), value_of(drawn, dimension)) << dimension.name;
}

}  // namespace algemeente::testing

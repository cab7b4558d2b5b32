// Targets as data: what is read, and what is refused with file, line and column.
#include "calibration/targets.h"

#include "cli/run_program.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <cmath>

namespace algemeente::testing {

namespace {

std::string file_with(const std::string& rows) {
    std::string text = "id,statistic,scale,group,kind,value,uncertainty,discrepancy,use,reason,source\n";
    text += rows;
    return text;
}

/// What is said of a file with these rows; empty if it is read.
std::string problem_with(const std::string& rows) {
    const TemporaryFolder folder;
    const std::string file = folder.write("targets.csv", file_with(rows));
    try {
        read_targets(file);
    } catch (const InputError& error) {
        return std::string(error.what()).substr(file.size());
    }
    return {};
}

}  // namespace

TEST(Targets, that_come_with_the_program_are_read_and_name_their_sources) {
    const auto targets = read_targets(places::checkout() / "scenarios/calibration/targets.csv");
    EXPECT_GE(targets.size(), 20U);
    for (const Target& target : targets) {
        EXPECT_FALSE(target.source.empty()) << target.id;
        EXPECT_FALSE(target.reason.empty()) << target.id;
    }
}

TEST(Targets, keep_their_numbers_and_words) {
    const TemporaryFolder folder;
    const auto targets = read_targets(
        folder.write("t.csv", file_with("K1,uses,log_plus_5,use,at_least,95,.3,.4,check,\"a, b\",register\n"
                                        "K2,gini,plain,people,near,.5,.1,0,tune,c,d\n")));
    ASSERT_EQ(targets.size(), 2U);
    EXPECT_EQ(targets[0].name(), "uses");
    EXPECT_EQ(targets[0].kind, TargetKind::at_least);
    EXPECT_EQ(targets[0].use, TargetUse::check);
    EXPECT_EQ(targets[0].reason, "a, b");
    EXPECT_NEAR(targets[0].place(), std::log(100.0), 1e-12);
    EXPECT_NEAR(targets[0].tolerance(), .5, 1e-12);
}

TEST(Targets, that_are_wrong_are_refused_with_their_place) {
    EXPECT_EQ(problem_with("K1,uses,log_plus_5,use,near,175,.5,.2,tune,r,s\n"), "");
    EXPECT_NE(problem_with("K1,usess,plain,use,near,175,.5,.2,tune,r,s\n").find(":2: statistic"), std::string::npos);
    EXPECT_NE(problem_with("K1,usess,plain,use,near,175,.5,.2,tune,r,s\n").find("did you mean 'uses'"),
              std::string::npos);
    EXPECT_NE(problem_with("K1,uses,lgo,use,near,175,.5,.2,tune,r,s\n").find("expected one of plain, log"),
              std::string::npos);
    EXPECT_NE(problem_with("K1,uses,log,use,near,-1,.5,.2,tune,r,s\n").find(":2: value"), std::string::npos);
    EXPECT_NE(problem_with("K1,uses,plain,use,near,1,-.5,.2,tune,r,s\n").find(":2: uncertainty"), std::string::npos);
    EXPECT_NE(problem_with("K1,uses,plain,use,near,1,0,0,tune,r,s\n").find("no run could meet that"),
              std::string::npos);
    EXPECT_NE(problem_with("K1,uses,plain,use,near,1,1,0,tune,r,s\nK2,uses,plain,use,near,1,1,0,tune,r,s\n")
                  .find(":3: statistic: 'uses' is already there as K1"),
              std::string::npos);
    EXPECT_NE(problem_with("K1,uses,plain,use,near,1,1,0,check,r,s\n").find("no target is there to tune by"),
              std::string::npos);
}

TEST(Scales, come_back_to_where_they_began) {
    for (const Scale scale : {Scale::plain, Scale::log, Scale::log_plus_5, Scale::root})
        for (const double value : {.5, 3.0, 170.0})
            EXPECT_NEAR(from_scale(scale, on_scale(scale, value)), value, 1e-10);
    EXPECT_TRUE(std::isnan(on_scale(Scale::log, 0)));
    EXPECT_FALSE(std::isnan(on_scale(Scale::log_plus_5, 0)));
    EXPECT_TRUE(std::isnan(on_scale(Scale::root, std::nan(""))));
}

}  // namespace algemeente::testing

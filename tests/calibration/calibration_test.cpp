// Calibration files, and the points that they number.
#include "calibration/calibration.h"

#include "cli/run_program.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace algemeente::testing {

namespace {

constexpr const char* targets =
    "id,statistic,scale,group,kind,value,uncertainty,discrepancy,use,reason,source\n"
    "A,trust,plain,people,near,.6,.02,.01,tune,r,s\n";

class Place {
public:
    Place() {
        std::filesystem::create_symlink(places::checkout() / "scenarios/baseline.toml", folder_ / "baseline.toml");
        folder_.write("targets.csv", targets);
    }
    Calibration with(const std::string& rest) const {
        return read_calibration(
            folder_.write("c.toml", "title = \"T\"\nscenario = \"baseline.toml\"\ntargets = \"targets.csv\"\n" + rest));
    }
    std::string problem_with(const std::string& rest) const {
        try {
            with(rest);
        } catch (const InputError& error) {
            return error.what();
        }
        return {};
    }

private:
    TemporaryFolder folder_;
};

}  // namespace

TEST(Calibration, that_comes_with_the_program_is_read) {
    const Calibration calibration = read_calibration(places::checkout() / "scenarios/calibration/2025.toml");
    EXPECT_GT(calibration.dimensions().size(), 400U);
    EXPECT_EQ(calibration.base.months(), past_months);
    EXPECT_EQ(calibration.with_scandal.size(), calibration.base.shocks.size() + 1);
    EXPECT_EQ(calibration.with_scandal.back().from_month, scandal_month);
    EXPECT_TRUE(is_calibration_file(places::checkout() / "scenarios/calibration/2025.toml"));
    EXPECT_FALSE(is_calibration_file(places::checkout() / "scenarios/baseline.toml"));
    EXPECT_THROW(read_calibration(places::checkout() / "scenarios/baseline.toml"), InputError);
}

TEST(Calibration, that_is_wrong_is_refused_with_line_and_key) {
    const Place place;
    EXPECT_EQ(place.problem_with(""), "");
    const auto has = [&](const std::string& rest, const std::string& words) {
        const std::string problem = place.problem_with(rest);
        EXPECT_NE(problem.find(words), std::string::npos) << rest << " gave: " << problem;
        EXPECT_NE(problem.find("c.toml:"), std::string::npos) << problem;
    };
    has("pionts = 300\n", "did you mean 'points'");
    has("waves = 0\n", ":4: waves");
    has("points = 3.5\n", ":4: points");
    has("finalists = [100, 200]\nreplicates = [1, 4]\nmembers = 20\n", "must not grow");
    has("finalists = [200, 100]\nreplicates = [4, 1]\nmembers = 20\n", "must not fall");
    has("finalists = [200, 100]\n", "write as many of both");
    has("finalists = [200]\nreplicates = [1]\nmembers = 20\n", "luck can only be told with two or more");
    has("finalists = [200, 100]\nreplicates = [1, 4]\nmembers = 101\n", "cannot come from 100");
    has("candidates = 5000\n", "leave nothing to choose");
    has("municipalities = \"some\"\n", "municipalities");
    has("replicates = 4\n", "a list");
}

TEST(Calibration, is_another_one_when_anything_that_counts_is_other) {
    const Place place;
    const std::string identity = calibration_identity(place.with(""));
    EXPECT_EQ(identity, calibration_identity(place.with("")));
    EXPECT_NE(identity, calibration_identity(place.with("seed = 2\n")));
    EXPECT_NE(identity, calibration_identity(place.with("waves = 3\n")));
    EXPECT_NE(identity, calibration_identity(place.with("municipalities = 20\n")));
    EXPECT_NE(identity, calibration_identity(place.with("replicates = [1, 4, 17]\n")));
    // how many of the last round are kept changes no run
    EXPECT_EQ(identity, calibration_identity(place.with("members = 20\n")));
}

TEST(Candidates, are_the_same_points_by_number_and_fill_the_cube) {
    const Place place;
    const CandidateSource source(place.with(""));
    EXPECT_EQ(source.point(7), source.point(7));
    EXPECT_NE(source.point(7), source.point(8));
    double sum = 0;
    for (std::uint64_t number = 0; number < 2000; ++number) {
        const std::vector<double> point = source.point(number);
        EXPECT_TRUE(std::all_of(point.begin(), point.end(), [](double x) { return x > 0 && x < 1; }));
        sum += point[40];
    }
    EXPECT_NEAR(sum / 2000, .5, .02);  // a standard error is .0065
}

}  // namespace algemeente::testing

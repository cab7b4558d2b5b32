// What is told of twins: how their truths rank among the runs that come nearest.
#include "calibration/twins.h"

#include "calibration/calibration_page.h"
#include "cli/run_program.h"

#include <gtest/gtest.h>

namespace algemeente::testing {

namespace {

TwinStatement ranked(double rank) {
    return {.statistic = 0, .truth = .5, .low = 0, .high = 1, .prior_low = 0, .prior_high = 2, .rank = rank};
}

TwinStudy study() {
    return {.twins = {{.statements = {ranked(0), ranked(.05), ranked(.55)}},
                      {.statements = {ranked(1), ranked(.999), ranked(.1)}},
                      {.is_other_model = true, .statements = {ranked(.3), ranked(.3)}}},
            .cancelled = false};
}

}  // namespace

TEST(Twins, are_counted_by_the_rank_of_the_truth_those_of_another_model_apart) {
    const std::array<int, rank_tenths> counts = statements_by_rank(study());
    EXPECT_EQ(counts, (std::array<int, rank_tenths>{2, 1, 0, 0, 0, 1, 0, 0, 0, 2}));
}

TEST(Twins, have_their_ranks_drawn_on_the_page_of_a_calibration) {
    const TemporaryFolder folder;
    const Calibration calibration = read_calibration(places::checkout() / "scenarios/calibration/2025.toml");
    CalibrationResult result;
    result.waves.resize(1);
    const StatisticsOfRun run(statistics().size(), .5);
    result.prior_runs = {run, run};
    result.member_runs = {run, run};
    result.members = {{.candidate = 1, .means = {}}, {.candidate = 2, .means = {}}};
    const std::filesystem::path file = folder / "page.html";
    write_calibration_page(calibration, result, study(), {}, file, present::Language::en);
    const std::string page = content_of(file);
    EXPECT_NE(page.find("Where the truth of a twin lies among the nearest runs"), std::string::npos);
    EXPECT_NE(page.find("about 1 statement;"), std::string::npos);
    write_calibration_page(calibration, result, {}, {}, file, present::Language::en);
    EXPECT_EQ(content_of(file).find("Where the truth of a twin"), std::string::npos) << "there are no twins";
}

}  // namespace algemeente::testing

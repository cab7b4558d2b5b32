// One standard deviation of a factor, over project-months.
#include "patterns/factor_spread.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace algemeente {

namespace {

Project project_at(Stage stage, double ict) {
    Project project;
    project.stage = stage;
    project.level_of(Factor::ict) = ict;
    return project;
}

}  // namespace

TEST(FactorSpread, is_that_of_projects_in_the_pipeline) {
    FactorSpread spread;
    // .2, .4 and .9 count: mean .5, squares .04 + .16 + .81 = 1.01, variance 1.01 / 3 - .25
    spread.add(std::vector<Project>{project_at(Stage::development, .2), project_at(Stage::idea, 1)});
    spread.add(std::vector<Project>{project_at(Stage::pilot, .4), project_at(Stage::in_use, 1)});
    FactorSpread other;
    other.add(std::vector<Project>{project_at(Stage::implementation, .9), project_at(Stage::abandoned, 1)});
    spread.add(other);
    EXPECT_EQ(spread.project_months(), 3);
    EXPECT_NEAR(spread.mean(Factor::ict), .5, 1e-12);
    EXPECT_NEAR(spread.standard_deviation(Factor::ict), std::sqrt(1.01 / 3 - .25), 1e-12);
    EXPECT_EQ(spread.standard_deviation(Factor::law), 0);
    EXPECT_TRUE(std::isnan(FactorSpread{}.standard_deviation(Factor::ict)));
}

}  // namespace algemeente

// What is kept of projects over a run.
#include "claims/worlds.h"
#include "ensemble/ensemble.h"
#include "mechanisms/readiness.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace algemeente {
namespace {

TEST(Records, a_factor_binds_only_in_stages_in_which_it_counts) {
    const Scenario scenario = claims::small_scenario("baseline", 40, 120);
    const History history = run_replicate(scenario, claims::country_of(scenario), 1, 0, true);
    std::array<int, pipeline_stage_count> months{};
    for (const BindingCounts& year : history.records.bindings)
        for (const auto& domain : year)
            for (std::size_t stage = 0; stage < pipeline_stage_count; ++stage)
                for (std::size_t k = 0; k < factor_count; ++k) {
                    const auto count = factors_that_count(static_cast<Stage>(stage + 1));
                    const bool counts = std::find(count.begin(), count.end(), static_cast<Factor>(k)) != count.end();
                    months[stage] += domain[stage][k];
                    EXPECT_TRUE(counts || domain[stage][k] == 0) << "stage " << stage << ", factor " << k;
                }
    for (const int project_months : months) EXPECT_GT(project_months, 100);
}

}  // namespace
}  // namespace algemeente

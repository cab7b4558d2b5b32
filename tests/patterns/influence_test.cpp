// How stages are passed, and what halving a factor does to that.
#include "patterns/influence.h"
#include "claims/worlds.h"
#include "patterns/gap_tables.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace algemeente {

namespace {

ProjectRecord life(Domain domain, int born, int started, int piloted, int implemented, int used) {
    ProjectRecord record;
    record.domain = domain;
    record.born = born;
    record.started = started;
    record.piloted = piloted;
    record.implemented = implemented;
    record.used = used;
    return record;
}

}  // namespace

TEST(Passages, count_who_entered_a_stage_in_time_and_who_passed_it) {
    // 100 months: who enters a stage from month 64 on has not had three years
    const std::vector<ProjectRecord> lives = {
        life(Domain::social, 0, 4, 14, 20, 23),     // passes all: 4, 10, 6 and 3 months
        life(Domain::social, 0, 8, -1, -1, -1),     // started after 8 months, then abandoned
        life(Domain::social, 60, 64, 70, -1, -1),   // counts as an idea only
        life(Domain::social, 64, -1, -1, -1, -1),   // too late
        life(Domain::physical, 1, -1, -1, -1, -1),  // dropped
    };
    const Passages passages = passages_of(lives, 100);
    const auto& social = passages[static_cast<std::size_t>(Domain::social)];
    EXPECT_EQ(social[0].entered, 3);
    EXPECT_EQ(social[0].passed, 3);
    EXPECT_EQ(social[0].months, 4 + 8 + 4);
    EXPECT_EQ(social[1].entered, 2);
    EXPECT_EQ(social[1].passed, 1);
    EXPECT_EQ(social[1].months, 10);
    EXPECT_EQ(social[2].months, 6);
    EXPECT_EQ(social[3].passed, 1);
    EXPECT_EQ(social[3].months, 3);
    const auto& physical = passages[static_cast<std::size_t>(Domain::physical)];
    EXPECT_EQ(physical[0].entered, 1);
    EXPECT_EQ(physical[0].passed, 0);
    EXPECT_EQ(physical[1].entered, 0);
}

// Of a run: whoever reaches use has passed every stage, in order.
TEST(Passages, of_a_run_agree_with_its_outcomes) {
    const Scenario scenario = claims::small_scenario("baseline", 30, 120);
    const History history = run_replicate(scenario, claims::country_of(scenario), 1, 0, true);
    int used = 0;
    for (const ProjectRecord& record : history.records.projects) {
        if (record.used < 0) continue;
        ++used;
        EXPECT_LE(record.born, record.started);
        EXPECT_LT(record.started, record.piloted);
        EXPECT_LT(record.piloted, record.implemented);
        EXPECT_LT(record.implemented, record.used);
    }
    EXPECT_GT(used, 0);
    double passed = 0;
    double until_end = 0;
    for (const auto& domain : passages_of(history.records.projects, 120 + 36)) passed += domain[3].passed;
    for (const Domain domain : {Domain::social, Domain::physical})
        until_end += history.domain_value(119, domain, find_domain_outcome("ever_in_use"));
    EXPECT_EQ(passed, until_end);
}

// Political support is asked for at the start and at every gate: without half of it fewer ideas start, and fewer pass.
TEST(KnockDown, says_in_which_stage_a_factor_is_missed) {
    const Scenario base = claims::small_scenario("baseline", 40, 180);
    const Influence influence = influence_of_factors(base, 6, {});
    ASSERT_EQ(influence.knock_downs.size(), std::size_t{2 * factor_count});
    ASSERT_EQ(influence.passages.size(), 2 * passage_count);
    for (const KnockDown& row : influence.knock_downs) {
        if (row.factor == Factor::legitimacy_government) {
            EXPECT_LT(row.stages[0].share.high, 0);
            EXPECT_LT(row.stages[1].share.high, 0);
        }
        if (row.factor == Factor::data_readiness) {  // nobody asks for it before there are data to prepare
            EXPECT_NEAR(row.stages[0].share.value, 0, .05);
            EXPECT_LT(row.stages[1].share.high, 0);
            EXPECT_NE(row.hardest_hit(), Stage::idea);
        }
    }
    const std::filesystem::path folder = std::filesystem::path(::testing::TempDir()) / "algemeente_influence";
    std::filesystem::create_directories(folder);
    write_influence(influence, folder);
    std::ifstream stream(folder / "knock_down.csv");
    const std::string text(std::istreambuf_iterator<char>(stream), {});
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'),
              1 + 2 * factor_count * (1 + 2 * static_cast<int>(passage_count)));
    EXPECT_NE(text.find("legitimacy_government,social,share that passes,idea,-"), std::string::npos);
}

}  // namespace algemeente

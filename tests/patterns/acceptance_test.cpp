// Which draws keep the patterns, and what that tells.
#include "patterns/acceptance.h"

#include "claims/worlds.h"
#include "patterns/measures.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace algemeente {

namespace {

/// Forty draws of two assumptions; the first ten keep the pattern called P01, the last twenty keep P05.
Acceptance made_up_acceptance() {
    Acceptance acceptance;
    for (Pattern& pattern : all_patterns())
        if (pattern.id == "P01" || pattern.id == "P05") acceptance.patterns.push_back(std::move(pattern));
    acceptance.dimensions.resize(2);
    acceptance.dimensions[0].name = "decides";
    acceptance.dimensions[1].name = "idle";
    for (int i = 0; i < 40; ++i) {
        AcceptanceDraw draw;
        draw.point = {(i + .5) / 40, ((i * 7) % 40 + .5) / 40};
        draw.kept = {i < 10, i >= 20};
        draw.contradicted = {i >= 12, false};
        acceptance.draws.push_back(std::move(draw));
    }
    return acceptance;
}

}  // namespace

TEST(Acceptance, tells_what_keeps_a_pattern_from_what_is_idle) {
    const Acceptance acceptance = made_up_acceptance();
    EXPECT_NEAR(acceptance.share_keeping(0).value, .25, 1e-12);
    EXPECT_NEAR(acceptance.share_contradicting(0).value, .70, 1e-12);
    const std::vector<Constraint> found = constraints_of(acceptance, draws_keeping(acceptance, 0));
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].name, "decides");
    EXPECT_NEAR(found[0].distance, 1, 1e-12);  // they do not overlap
    EXPECT_NEAR(found[0].mean_place, .125, 1e-12);
    EXPECT_LT(found[0].false_finds, found_rate);
    EXPECT_GT(found[1].false_finds, found_rate);
}

TEST(Acceptance, asks_every_must_and_four_of_five_of_the_others) {
    const Acceptance acceptance = made_up_acceptance();  // P01 is a must, P05 is the only other
    EXPECT_EQ(acceptance.survivors(), 0U);
    EXPECT_EQ(acceptance.not_contradicted(), 12U);
    Acceptance lenient = acceptance;
    for (AcceptanceDraw& draw : lenient.draws) draw.kept[1] = true;
    EXPECT_EQ(lenient.survivors(), 10U);
    EXPECT_TRUE(constraints_of(acceptance, surviving_draws(acceptance)).empty());  // of nobody nothing is said
}

TEST(Acceptance, is_contradicted_by_a_whole_interval_only) {
    Check check;
    check.low = 1;
    check.high = 2;
    EXPECT_FALSE(contradicts(check, {.5, .2, 1.1, 8}));
    EXPECT_TRUE(contradicts(check, {.5, .2, .9, 8}));
    EXPECT_TRUE(contradicts(check, {3, 2.1, 4, 8}));
    EXPECT_TRUE(contradicts(check, {std::nan(""), std::nan(""), std::nan(""), 8}));
}

TEST(Acceptance, leaves_a_page_and_tables_that_say_the_same) {
    const Acceptance acceptance = made_up_acceptance();
    const std::filesystem::path folder = std::filesystem::path(::testing::TempDir()) / "algemeente_acceptance";
    std::filesystem::create_directories(folder);
    StudyRecord record;
    record.command = "algemeente patterns --priors 40 & more";
    write_acceptance_tables(acceptance, folder / "draws.csv");
    write_acceptance_page(acceptance, record, folder / "draws.html", present::Language::en);
    const auto text_of = [&](const char* name) {
        std::ifstream stream(folder / name);
        return std::string(std::istreambuf_iterator<char>(stream), {});
    };
    EXPECT_NE(text_of("draws-kept.csv").find("P01,E,1,"), std::string::npos);
    EXPECT_NE(text_of("draws-kept.csv").find(",0.25,"), std::string::npos);
    EXPECT_NE(text_of("draws-constraints.csv").find("keep P01,10,decides,1,0.125,"), std::string::npos);
    const std::string page = text_of("draws.html");
    EXPECT_NE(page.find("25%, against 70%"), std::string::npos);
    EXPECT_NE(page.find("decides (lower, 1.00)"), std::string::npos);
    EXPECT_NE(page.find("--priors 40 &amp; more"), std::string::npos);
    EXPECT_NE(page.find("Fewer than five draws survive"), std::string::npos);
}

namespace {

struct Ideas {
    double so_far = 0;
};

/// Reads how many ideas there were; what must hold of them is for the test to say.
Pattern pattern_of_ideas() {
    Pattern pattern;
    pattern.id = "P99";
    pattern.scenarios = {"base"};
    pattern.measure = measured_by(
        +[](const FinishedRun& run) { return Ideas{total_at(run.history, "ideas_so_far", run.history.months - 1)}; });
    return pattern;
}

}  // namespace

TEST(Acceptance, judges_every_draw_with_the_protocols_replicates) {
    Pattern pattern = pattern_of_ideas();
    pattern.checks = {above("ideas", 0, [](const Ideas& base) { return base.so_far; }),
                      below("ideas", 0, [](const Ideas& base) { return base.so_far; })};
    pattern.replicates_factor = 5;  // many draws instead of many replicates
    JudgeOptions options;
    options.replicates = 2;
    std::int64_t last = 0;
    options.runs.progress = [&](std::int64_t done, std::int64_t all) { last = done * 1000 / all; };
    const Acceptance acceptance = accept_draws({pattern}, claims::small_scenario("baseline", 20, 24), 3, options);
    EXPECT_FALSE(acceptance.cancelled);
    EXPECT_EQ(last, 1000);
    ASSERT_EQ(acceptance.draws.size(), 3U);
    for (const AcceptanceDraw& draw : acceptance.draws) {
        EXPECT_FALSE(draw.kept[0]);  // there are ideas, so the second check fails
        EXPECT_TRUE(draw.contradicted[0]);
        EXPECT_GT(draw.estimates[0][0].value, 0);
        EXPECT_EQ(draw.estimates[0][0].count, 2);
    }
    const std::atomic<bool> cancel{true};
    options.runs.cancel = &cancel;
    EXPECT_TRUE(accept_draws({pattern}, claims::small_scenario("baseline", 3, 12), 3, options).cancelled);
}

TEST(Acceptance, judges_every_member_as_it_knows_the_world) {
    Pattern pattern = pattern_of_ideas();
    pattern.checks = {above("ideas", 0, [](const Ideas& base) { return base.so_far; })};
    JudgeOptions options;
    options.replicates = 2;
    const Members members{"m.csv", {"ideas_per_month"}, {{.03}, {.06}}};
    const Acceptance acceptance =
        accept_members({pattern}, claims::small_scenario("baseline", 20, 24), members, options);
    ASSERT_EQ(acceptance.draws.size(), 2U);
    ASSERT_EQ(acceptance.dimensions.size(), 1U);
    EXPECT_EQ(acceptance.draws[0].values[0], .03);
    EXPECT_LT(acceptance.draws[0].point[0], acceptance.draws[1].point[0]);
    EXPECT_LT(1.5 * acceptance.draws[0].estimates[0][0].value, acceptance.draws[1].estimates[0][0].value);
}

}  // namespace algemeente

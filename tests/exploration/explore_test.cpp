// The course of an exploration on a model that costs nothing and of which it is known what it can do.
#include "exploration/explore.h"

#include "calibration/past_runner.h"
#include "cli/run_program.h"
#include "ensemble/ensemble.h"
#include "exploration/breeding.h"
#include "exploration/exploration_page.h"
#include "exploration/exploration_runner.h"
#include "exploration/write_exploration.h"
#include "output/results.h"
#include "patterns/measures.h"
#include "random/design_luck.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <cmath>

namespace algemeente::testing {

namespace {

const std::atomic<bool> not_cancelled{false};

/// The gap is the mean of ten of the numbers, stretched, so that its ends are rare; below 0 needs most of them low.
RunRecord pretend(const RunTask& task, const std::atomic<bool>& /*cancel*/) {
    RunRecord record{.run = task.run, .error = {}, .outcomes = {}, .series = {}};
    record.fingerprint = static_cast<std::uint64_t>(task.run);
    const DesignLuck luck(99);
    const double chance = luck.uniform(DesignPurpose::candidate, static_cast<std::uint64_t>(task.run)) - .5;
    double sum = 0;
    for (std::size_t d = 0; d < 10; ++d) sum += task.values[7 * d];
    record.outcomes.assign(explored_results().size(), .5);
    record.outcomes[find_explored_result("own_gap")] = 4 * (sum / 10 - .3) + .05 * chance;
    record.outcomes[find_explored_result("scandal_dip")] = .3 * task.values[200];
    return record;
}

class Place {
public:
    Place() {
        std::filesystem::create_symlink(places::checkout() / "scenarios/baseline.toml", folder_ / "baseline.toml");
        file_ = folder_.write("e.toml",
                              "title = \"Small\"\nscenario = \"baseline.toml\"\nevaluations = 900\nplain = 200\n"
                              "generation = 100\nconfirm = 60\n[question]\nresult = \"own_gap\"\nbelow = 0\n");
    }
    Exploration exploration() const { return read_exploration(file_); }
    std::string operator/(const std::string& name) const { return folder_ / name; }

private:
    TemporaryFolder folder_;
    std::string file_;
};

ExplorationResult result_in(const std::string& store, const Exploration& exploration, int threads,
                            const RunModel& model = pretend, const std::atomic<bool>& cancel = not_cancelled) {
    ExplorationStore kept(store, exploration, false);
    ThreadWorkforce workforce(model, threads, cancel);
    ExploreOptions options;
    options.threads = threads;
    options.watch.cancel = &cancel;
    return explore(exploration, kept, workforce, options);
}

std::string everything(const Exploration& exploration, const ExplorationResult& result) {
    return table_as_csv(points_table(exploration, result)) + table_as_csv(growth_table(result)) +
           table_as_csv(answer_table(exploration, result)) + table_as_csv(telling_table(exploration, result));
}

}  // namespace

TEST(Explore, reaches_more_cells_than_as_many_plain_draws) {
    const Place place;
    const Exploration bred = place.exploration();
    Exploration plain = bred;
    plain.plain = plain.evaluations;
    const ExplorationResult found = result_in(place / "a.sqlite", bred, 2);
    const ExplorationResult drawn = result_in(place / "b.sqlite", plain, 2);
    ASSERT_EQ(found.points.size(), 900U);
    EXPECT_GT(static_cast<double>(found.cells()), 1.15 * static_cast<double>(drawn.cells()));
    EXPECT_EQ(found.growth.size(), 8U);
    EXPECT_GE(found.cells(), cells_of_plain_draws(found));
}

TEST(Explore, answers_its_question_and_says_where) {
    const Place place;
    const Exploration exploration = place.exploration();
    const ExplorationAnswer answer = result_in(place / "a.sqlite", exploration, 2).answer;
    EXPECT_EQ(answer.known, 900U);
    EXPECT_GT(answer.yes, 50U);
    EXPECT_LT(answer.plain_yes, answer.plain_known / 10);
    EXPECT_EQ(answer.repeated, std::min<std::size_t>(100, answer.yes));
    EXPECT_GT(answer.stayed, answer.repeated / 2) << "there is little chance in it";
    EXPECT_GT(answer.tree_r2, .2);
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_EQ(answer.inputs[i].dimension % 7, 0U) << i;
        EXPECT_LT(answer.inputs[i].dimension, 70U) << i;
    }
    ASSERT_FALSE(answer.ranges.empty());
    EXPECT_EQ(answer.confirm_runs, 60U);
    EXPECT_GT(static_cast<double>(answer.confirm_yes) / 60,
              5 * static_cast<double>(answer.plain_yes) / static_cast<double>(answer.plain_known));
}

TEST(Explore, says_no_when_it_never_happens) {
    const Place place;
    Exploration exploration = place.exploration();
    exploration.question->limit = -9;
    const ExplorationResult result = result_in(place / "a.sqlite", exploration, 2);
    EXPECT_EQ(result.answer.yes, 0U);
    EXPECT_TRUE(result.answer.ranges.empty());
    const auto sentences = answer_sentences(exploration, result, present::Language::en);
    ASSERT_EQ(sentences.size(), 1U);
    EXPECT_NE(sentences[0].find("No: in none of 900 runs"), std::string::npos) << sentences[0];
}

TEST(Explore, gives_the_same_on_any_number_of_threads) {
    const Place place;
    const Exploration exploration = place.exploration();
    EXPECT_EQ(everything(exploration, result_in(place / "one.sqlite", exploration, 1)),
              everything(exploration, result_in(place / "four.sqlite", exploration, 4)));
}

TEST(Explore, that_was_stopped_anywhere_ends_like_one_that_was_not) {
    const Place place;
    const Exploration exploration = place.exploration();
    const std::string whole = everything(exploration, result_in(place / "whole.sqlite", exploration, 2));
    int sessions = 0;
    while (true) {
        ASSERT_LT(++sessions, 20);
        std::atomic<bool> cancel{false};
        int in_this_session = 0;
        const ExplorationResult result = result_in(
            place / "stopped.sqlite", exploration, 1,
            [&](const RunTask& task, const std::atomic<bool>& stop) {
                if (++in_this_session == 230) cancel = true;
                return pretend(task, stop);
            },
            cancel);
        if (result.cancelled) continue;
        EXPECT_EQ(everything(exploration, result), whole);
        break;
    }
    EXPECT_GT(sessions, 3);
}

TEST(Explore, goes_on_when_more_runs_are_asked_for) {
    const Place place;
    Exploration exploration = place.exploration();
    exploration.evaluations = 450;  // in the midst of a generation
    const ExplorationResult first = result_in(place / "a.sqlite", exploration, 2);
    exploration.evaluations = 900;
    int calls = 0;
    const ExplorationResult longer =
        result_in(place / "a.sqlite", exploration, 1, [&calls](const RunTask& task, const std::atomic<bool>& stop) {
            ++calls;
            return pretend(task, stop);
        });
    EXPECT_EQ(everything(exploration, longer),
              everything(exploration, result_in(place / "whole.sqlite", exploration, 2)));
    EXPECT_LT(calls, 450 + 300 + 60 + 1);
    for (std::size_t i = 0; i < 450; ++i) EXPECT_EQ(first.points[i].place, longer.points[i].place);
}

TEST(Explore, tells_of_a_run_that_fails) {
    const Place place;
    const Exploration exploration = place.exploration();
    const auto failing = [](const RunTask& task, const std::atomic<bool>& /*cancel*/) {
        return RunRecord{.run = task.run, .status = RunStatus::failed, .error = "no", .outcomes = {}, .series = {}};
    };
    EXPECT_THROW(result_in(place / "a.sqlite", exploration, 2, failing), InputError);
}

TEST(ExplorationStore, is_that_of_one_exploration_only) {
    const Place place;
    Exploration exploration = place.exploration();
    { const ExplorationStore made(place / "a.sqlite", exploration, false); }
    EXPECT_NO_THROW(ExplorationStore(place / "a.sqlite", exploration, false));
    exploration.seed = 2;
    EXPECT_THROW(ExplorationStore(place / "a.sqlite", exploration, false), InputError);
}

TEST(Explore, writes_what_it_found_and_a_page_in_either_language) {
    const Place place;
    const Exploration exploration = place.exploration();
    const ExplorationResult result = result_in(place / "a.sqlite", exploration, 2);
    const std::filesystem::path folder = std::filesystem::path(place / "a.sqlite").parent_path();
    write_exploration(exploration, result, folder);
    EXPECT_EQ(lines_in(content_of(folder / "explore.csv")), 901U);
    EXPECT_EQ(lines_in(content_of(folder / "cells.csv")), result.cells() + 1);
    EXPECT_EQ(lines_in(content_of(folder / "axes.csv")), 3U);
    EXPECT_EQ(lines_in(content_of(folder / "pairs.csv")), 2U);
    for (const char* name : {"explore.csv", "axes.csv", "cells.csv", "pairs.csv", "growth.csv", "answer.csv",
                             "telling.csv", "exploration.html"})
        EXPECT_TRUE(is_result_file_name(name)) << "--force could not replace " << name;
    for (const present::Language language : {present::Language::nl, present::Language::en}) {
        write_exploration_page(exploration, result, {}, folder / "page.html", language);
        const std::string page = content_of(folder / "page.html");
        EXPECT_NE(page.find(language == present::Language::nl ? "Kan dit?" : "Can this be?"), std::string::npos);
        EXPECT_NE(page.find("<svg"), std::string::npos);
        EXPECT_EQ(page.find("[statistic."), std::string::npos) << "a result without a name";
    }
}

TEST(ExplorationRunner, runs_the_past_like_any_run_with_suppliers) {
    Exploration exploration = read_exploration(places::checkout() / "scenarios/exploration/domains.toml");
    exploration.base.municipalities = {MunicipalityChoice::Kind::sample, 20, {}};
    RunTask task;
    task.replicate = 12;
    task.values = Breeder(exploration.seed, exploration.dimensions().size()).plain(3);
    const RunRecord record = ExplorationRunner(exploration).run(task, not_cancelled);
    ASSERT_EQ(record.status, RunStatus::done) << record.error;
    const Scenario drawn = scenario_at(exploration.base, exploration.dimensions(), task.values);
    const Country country = country_of(drawn, exploration.seed, 12);
    const History base = run_replicate(drawn, country, exploration.seed, 12, false);
    EXPECT_EQ(record.fingerprint, base.fingerprint);
    const ByDomain own = outcome_at(base, "in_use_own", past_months - 1);
    EXPECT_NEAR(record.outcomes.at(find_explored_result("own_gap")), std::log((own.physical + 5) / (own.social + 5)),
                1e-12);
    const ByDomain registered = outcome_at(base, "registered", past_months - 1);
    EXPECT_GT(registered.social + registered.physical, 0);
    EXPECT_NEAR(record.outcomes.at(find_explored_result("register_gap")),
                std::log((registered.physical + 5) / (registered.social + 5)), 1e-12);
}

}  // namespace algemeente::testing

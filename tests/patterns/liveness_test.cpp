// Effects, verdicts and order of a liveness study, by hand, and a small study of the model.
#include "patterns/liveness.h"

#include "claims/worlds.h"
#include "patterns/fake_run.h"
#include "patterns/liveness_tables.h"
#include "present/words/liveness_reasons.h"
#include "present/words/names.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <limits>
#include <set>

namespace algemeente {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

LivenessEffect effect(const std::vector<double>& base, const std::vector<double>& variant, ChangeUnit unit) {
    return paired_effect(base, variant, unit);
}

/// What a run leaves that has so much in use and so much trust; every other reading does not exist.
Numbers reading(double in_use, double trust) {
    FakeRun run;
    run.set("in_use", in_use, in_use).set_national("mean_trust", trust);
    return read_liveness(run.history, month_2027_june);
}

LivenessThing parameter(const std::string& name) {
    return {LivenessKind::parameter, name};
}

/// Rows of two parameters in a hand-made history: what the first does, and a dead one, whose runs are those of the
/// base.
std::vector<LivenessRow> live_and_dead(const std::vector<Numbers>& of_live) {
    const std::vector<Numbers> base = {reading(100, .5), reading(110, .52), reading(90, .48)};
    const std::vector<LivenessThing> things = {parameter("support_base"), parameter("start_chance")};
    const std::vector<LivenessTrial> trials = {{0, 0, "high", 1, {}}, {1, 0, "high", 1, {}}};
    return liveness_rows(things, trials, {base}, {of_live, base});
}

}  // namespace

TEST(PairedEffect, is_the_mean_and_standard_error_of_differences_in_pairs) {
    // differences 1, 3, 2 over a base of mean 10: +20 %; variance 1, standard error 1 / sqrt(3) / 10
    const LivenessEffect counts = effect({8, 10, 12}, {9, 13, 14}, ChangeUnit::relative);
    EXPECT_NEAR(counts.change, .2, 1e-12);
    EXPECT_NEAR(counts.standard_error, 1 / std::sqrt(3.0) / 10, 1e-12);
    EXPECT_EQ(counts.pairs, 3);
    const LivenessEffect levels = effect({.8, 1, 1.2}, {.9, 1.3, 1.4}, ChangeUnit::level);
    EXPECT_NEAR(levels.change, .2, 1e-12);
    EXPECT_NEAR(levels.standard_error, .1 / std::sqrt(3.0), 1e-12);
}

TEST(PairedEffect, leaves_out_pairs_of_which_one_does_not_exist) {
    const LivenessEffect two = effect({1, nothing, 3, 5}, {2, 2, 4, nothing}, ChangeUnit::level);
    EXPECT_EQ(two.pairs, 2);
    EXPECT_NEAR(two.change, 1, 1e-12);
    EXPECT_NEAR(two.standard_error, 0, 1e-12);
    EXPECT_TRUE(std::isnan(effect({1, nothing}, {2, 2}, ChangeUnit::level).change)) << "one pair has no error";
}

TEST(PairedEffect, of_nothing_is_no_relative_change) {
    EXPECT_TRUE(std::isnan(effect({0, 0}, {1, 2}, ChangeUnit::relative).change));
    EXPECT_EQ(effect({0, 0}, {0, 0}, ChangeUnit::relative).change, 0);
    EXPECT_FALSE(effect({0, 0}, {1, 2}, ChangeUnit::relative).moves(ChangeUnit::relative));
}

TEST(LivenessEffect, moves_beyond_a_hundredth_and_three_standard_errors) {
    EXPECT_TRUE((LivenessEffect{.01, .003, 12}.moves(ChangeUnit::relative)));
    EXPECT_TRUE((LivenessEffect{-.01, .003, 12}.moves(ChangeUnit::relative)));
    EXPECT_FALSE((LivenessEffect{.0099, 0, 12}.moves(ChangeUnit::relative))) << "too small";
    EXPECT_FALSE((LivenessEffect{.03, .01, 12}.moves(ChangeUnit::relative))) << "three standard errors are not more";
    EXPECT_TRUE((LivenessEffect{.005, 0, 12}.moves(ChangeUnit::level)));
    EXPECT_FALSE((LivenessEffect{.0049, 0, 12}.moves(ChangeUnit::level)));
    EXPECT_FALSE((LivenessEffect{nothing, nothing, 1}.moves(ChangeUnit::level)));
    EXPECT_NEAR((LivenessEffect{-.03, .01, 12}.size(ChangeUnit::relative)), 3, 1e-12);
    EXPECT_NEAR((LivenessEffect{.03, .01, 12}.size(ChangeUnit::level)), 6, 1e-12);
}

TEST(LivenessRow, of_a_dead_parameter_is_inert) {
    const std::vector<LivenessRow> rows = live_and_dead({reading(120, .5), reading(131, .52), reading(109, .48)});
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_TRUE(rows[0].moves());
    EXPECT_FALSE(rows[1].moves());
    EXPECT_EQ(liveness_verdict(rows[1]), "inert");
    EXPECT_EQ(rows[1].largest()->effect.change, 0);
    EXPECT_EQ(rows[1].chance(), 1);
    const std::optional<LivenessPlace> place = rows[0].largest();
    ASSERT_TRUE(place.has_value());
    EXPECT_EQ(place->reading->outcome, "in_use");
    EXPECT_NEAR(place->effect.change, .2, 1e-12);  // 20, 21 and 19 of 100
}

TEST(LivenessRow, of_a_noisy_parameter_is_inert_and_its_chance_counts_all_readings) {
    // differences -20, 21 and 5: two standard errors are about 24 of 100
    const std::vector<LivenessRow> rows = live_and_dead({reading(80, .5), reading(131, .52), reading(95, .48)});
    EXPECT_FALSE(rows[0].moves());
    EXPECT_EQ(rows[0].chance(), 1) << "among three readings that exist";
    // differences 10, 11 and 9: 10 +- .577, 17.3 standard errors; two tails at 2 degrees of freedom .0033, of three
    const std::vector<LivenessRow> sure = live_and_dead({reading(110, .5), reading(121, .52), reading(99, .48)});
    EXPECT_TRUE(sure[0].moves());
    EXPECT_NEAR(sure[0].chance(), 3 * .00332, 1e-4);
}

TEST(LivenessRow, prefers_an_effect_that_moves_to_a_larger_one_that_does_not) {
    // in use: +30 of 100, but with a standard error of 20; trust: +.01 in every pair
    const std::vector<LivenessRow> rows = live_and_dead({reading(100, .51), reading(170, .53), reading(120, .49)});
    EXPECT_TRUE(rows[0].moves());
    EXPECT_EQ(rows[0].largest()->reading->outcome, "mean_trust");
}

TEST(LivenessRow, does_not_count_what_was_moved_itself) {
    const auto willing = [](double level) {
        FakeRun run;
        run.set("employee_willingness", level, level).set("willingness", level, level).set("in_use", 100, 100);
        return read_liveness(run.history, month_2027_june);
    };
    const std::vector<Numbers> base = {willing(.4), willing(.5)};
    const std::vector<Numbers> raised = {willing(1), willing(1)};
    const std::vector<LivenessThing> things = {
        {LivenessKind::agents, "employees"}, parameter("support_base"), {LivenessKind::factor, "willingness"}};
    const std::vector<LivenessTrial> trials = {
        {0, 0, "without", nothing, {}}, {1, 0, "high", 1, {}}, {2, 0, "ceiling", 1, {}}};
    const std::vector<LivenessRow> rows = liveness_rows(things, trials, {base}, {raised, raised, raised});
    EXPECT_FALSE(rows[0].moves()) << "employees who agree to everything are willing: that is no effect";
    EXPECT_TRUE(rows[1].moves());
    EXPECT_FALSE(rows[2].moves()) << "a factor at its ceiling is at its ceiling";
}

TEST(LivenessRow, shows_the_surest_effect_where_nothing_moves) {
    // in use: +20 of 100, not one standard error; trust: +.001 in every pair but one, too small to count
    const std::vector<LivenessRow> rows = live_and_dead({reading(90, .501), reading(190, .521), reading(80, .4811)});
    EXPECT_FALSE(rows[0].moves());
    EXPECT_EQ(rows[0].largest()->reading->outcome, "mean_trust");
}

TEST(LivenessReadings, are_of_the_month_for_counts_and_means_over_all_months_until_then_for_levels) {
    FakeRun run;
    run.set("in_use", 10, 10);
    run.set("usage", Domain::social, .2, 0, 99).set("usage", Domain::social, .4, 100, month_2027_june);
    run.set_national("opportunity", .5, 0, 9).set_national("opportunity", 1, 10, 19);  // later it does not exist
    const Numbers numbers = read_liveness(run.history, month_2027_june);
    const std::span<const LivenessReading> readings = liveness_readings();
    const auto number = [&](std::string_view outcome, std::optional<Domain> domain) {
        for (std::size_t i = 0; i < readings.size(); ++i)
            if (readings[i].outcome == outcome && readings[i].domain == domain) return numbers[i];
        return nothing;
    };
    EXPECT_EQ(number("in_use", Domain::social), 10);
    const double later = month_2027_june - 99;
    EXPECT_NEAR(number("usage", Domain::social), (100 * .2 + later * .4) / (100 + later), 1e-12);
    EXPECT_NEAR(number("opportunity", std::nullopt), .75, 1e-12);
    EXPECT_TRUE(std::isnan(number("performance", Domain::physical)));
}

TEST(LivenessOrder, has_what_is_inert_first_and_then_the_weakest) {
    const std::vector<Numbers> base = {reading(100, .5), reading(110, .52)};
    const std::vector<LivenessThing> things = {parameter("strong"), parameter("dead"), parameter("weak")};
    const std::vector<LivenessTrial> trials = {{0, 0, "high", 1, {}}, {1, 0, "low", 1, {}}, {2, 0, "low", 1, {}}};
    const std::vector<LivenessRow> rows = liveness_rows(
        things, trials, {base}, {{reading(200, .5), reading(210, .52)}, base, {reading(105, .5), reading(115, .52)}});
    EXPECT_EQ(in_order_of_liveness(rows), (std::vector<std::size_t>{1, 2, 0}));
    Liveness liveness;
    liveness.rows = rows;
    EXPECT_EQ(liveness.inert(), 1U);
    EXPECT_EQ(unexplained(liveness), std::vector<std::string>{"dead"});
    const Table summary = liveness_summary_table(liveness);
    ASSERT_EQ(summary.rows.size(), 3U);
    EXPECT_EQ(std::get<std::string>(summary.rows[0][1]), "dead");
    EXPECT_EQ(std::get<std::string>(summary.rows[2][1]), "strong");
    EXPECT_EQ(liveness_sentences(liveness, present::Language::en).front(),
              "2 of 3 move something; 1 are inert, 1 of them without a reason.");
}

TEST(LivenessReadings, exist_and_have_names) {
    std::set<std::string> read;
    for (const LivenessReading& reading : liveness_readings()) {
        EXPECT_EQ(is_domain_outcome(reading.outcome), reading.domain.has_value()) << reading.outcome;
        EXPECT_TRUE(is_domain_outcome(reading.outcome) || is_national_outcome(reading.outcome)) << reading.outcome;
        EXPECT_TRUE(present::has_name(reading.outcome)) << reading.outcome;
        read.insert(std::string(reading.outcome));
    }
    for (const char* outcome : {"in_use", "value", "harm_so_far", "reach_share", "mean_trust", "source_quality"})
        EXPECT_TRUE(read.contains(outcome)) << outcome;
    EXPECT_EQ(liveness_month(180), month_2027_june);
    EXPECT_EQ(liveness_month(24), 23);
}

TEST(LivenessReasons, are_given_in_both_languages_for_things_that_exist) {
    std::set<std::string> things;
    for (const LivenessThing& thing : liveness_things()) things.insert(thing.name);
    std::set<std::string_view> named;
    for (const std::string_view name : present::names_with_reason()) {
        EXPECT_TRUE(things.contains(std::string(name))) << name << " is not moved any more";
        EXPECT_TRUE(named.insert(name).second) << name << " has two reasons";
        EXPECT_FALSE(present::reason_of_inert(name, present::Language::nl).empty()) << name;
        EXPECT_FALSE(present::reason_of_inert(name, present::Language::en).empty()) << name;
    }
}

TEST(LivenessWords, exist_for_every_kind_and_setting) {
    for (const char* id : {"verdict.moves", "verdict.inert", "kind.factor", "kind.agents", "kind.parameter",
                           "setting.ceiling", "setting.one_sd_higher", "setting.one_sd_lower"})
        EXPECT_TRUE(present::has_name(id)) << id;
    for (const LivenessThing& thing : chosen_things("agents")) {
        EXPECT_TRUE(present::has_name("agents." + thing.name)) << thing.name;
        EXPECT_TRUE(present::has_name("without." + thing.name)) << thing.name;
    }
}

// A few things in three municipalities: what a study says of the model is the same on any number of threads.
TEST(StudyLiveness, pairs_variants_with_their_base) {
    const Scenario base = claims::small_scenario("baseline", 3, 72);
    const std::vector<LivenessThing> things = chosen_things("ict,citizens,start_trust_mean,committee_ethics");
    BatchOptions one;
    one.threads = 1;
    const Liveness liveness = study_liveness(base, things, 2, one);
    EXPECT_FALSE(liveness.cancelled);
    EXPECT_EQ(liveness.month, 71);
    ASSERT_EQ(liveness.rows.size(), 4U);
    // two bases, ict in three ways, citizens in one, two parameters at both ends; twice each
    EXPECT_EQ(liveness.runs, 2U * (2 + 3 + 1 + 4));
    EXPECT_GT(liveness.spread.project_months(), 0);
    // trust starts .12 higher, in every replicate: it cannot be lost on the way
    const LivenessRow& trust = liveness.rows[3].thing.name == "start_trust_mean" ? liveness.rows[3] : liveness.rows[2];
    EXPECT_EQ(trust.thing.name, "start_trust_mean");
    EXPECT_TRUE(trust.moves());
    BatchOptions two;
    two.threads = 2;
    EXPECT_EQ(table_as_csv(liveness_table(study_liveness(base, things, 2, two))),
              table_as_csv(liveness_table(liveness)));
}

TEST(StudyLiveness, counts_bases_and_variants_as_one_and_can_be_cancelled) {
    const Scenario base = claims::small_scenario("baseline", 3, 24);
    const std::vector<LivenessThing> things = chosen_things("support_base,ict");
    BatchOptions runs;
    runs.threads = 1;
    std::int64_t last = 0;
    std::int64_t whole = 0;
    bool backwards = false;
    runs.progress = [&](std::int64_t done, std::int64_t all) {
        backwards = backwards || done < last || (whole != 0 && all != whole);
        last = done;
        whole = all;
    };
    EXPECT_FALSE(study_liveness(base, things, 2, runs).cancelled);
    EXPECT_FALSE(backwards);
    EXPECT_EQ(last, 2 * 24 * (1 + 2 + 3));
    EXPECT_EQ(whole, last);
    const std::atomic<bool> cancel = true;
    runs.cancel = &cancel;
    const Liveness cancelled = study_liveness(base, things, 2, runs);
    EXPECT_TRUE(cancelled.cancelled);
    EXPECT_TRUE(cancelled.rows.empty());
}

}  // namespace algemeente

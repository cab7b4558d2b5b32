// Statistics of patterns, on numbers and histories made by hand.
#include "patterns/bootstrap.h"
#include "patterns/judge.h"
#include "patterns/measures.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

namespace algemeente {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// A history of `months` in which every outcome is NaN until it is set.
History empty_history(int months) {
    History history;
    history.months = months;
    history.domain_values.assign(static_cast<std::size_t>(months) * domain_count * domain_outcomes().size(), nothing);
    history.national_values.assign(static_cast<std::size_t>(months) * national_outcomes().size(), nothing);
    return history;
}

void set_outcome(History& history, const char* name, Domain domain, int month, double value) {
    const auto row = static_cast<std::size_t>(month * domain_count + index_of(domain));
    history.domain_values[row * domain_outcomes().size() + find_domain_outcome(name)] = value;
}

Pattern pattern_called(const std::string& id) {
    for (Pattern& pattern : all_patterns())
        if (pattern.id == id) return pattern;
    throw std::out_of_range(id);
}

Numbers measured(const Pattern& pattern, const History& history) {
    const Scenario scenario;
    const Country country(100);
    return pattern.measure({0, 0, scenario, country, history});
}

}  // namespace

TEST(Measures, of_equality_and_order_are_those_of_the_textbook) {
    EXPECT_NEAR(gini({1, 1, 1, 1}), 0, 1e-12);
    EXPECT_NEAR(gini({0, 0, 0, 4}), .75, 1e-12);
    EXPECT_TRUE(std::isnan(gini({0, 0})));
    const std::array<double, 4> rising = {1, 2, 3, 10};
    const std::array<double, 4> falling = {4, 3, 2, 1};
    EXPECT_NEAR(rank_correlation(rising, rising), 1, 1e-12);
    EXPECT_NEAR(rank_correlation(rising, falling), -1, 1e-12);
    const std::array<double, 4> tied = {1, 1, 2, 2};  // ranks 1.5, 1.5, 3.5, 3.5
    EXPECT_NEAR(rank_correlation(rising, tied), 4 / std::sqrt(5. * 4.), 1e-12);
    EXPECT_EQ(median_of({3, 1, 2}), 2);
}

TEST(Measures, weigh_levels_by_projects_and_skip_months_without_any) {
    History history = empty_history(3);
    set_outcome(history, "pipeline", Domain::social, 0, 2);
    set_outcome(history, "willingness", Domain::social, 0, .5);
    set_outcome(history, "pipeline", Domain::social, 1, 0);  // willingness does not exist
    set_outcome(history, "pipeline", Domain::social, 2, 1);
    set_outcome(history, "willingness", Domain::social, 2, .8);
    EXPECT_NEAR(weighted_sum(history, "willingness", "pipeline", Domain::social, 0, 2), 1.8, 1e-12);
}

TEST(Bootstrap, leaves_out_what_does_not_exist) {
    const std::vector<Numbers> replicates = {{1, nothing}, {3, 5}};
    const std::array<std::size_t, 3> chosen = {0, 1, 1};
    const Numbers means = mean_numbers(replicates, chosen);
    EXPECT_NEAR(means[0], 7. / 3, 1e-12);
    EXPECT_EQ(means[1], 5);
}

TEST(Bootstrap, interval_of_a_mean_is_about_two_standard_errors_either_way) {
    std::vector<Numbers> replicates;
    for (int i = 0; i < 100; ++i) replicates.push_back({static_cast<double>(i % 10)});
    const Estimate estimate = bootstrap(
        {replicates}, [](const Means& m) { return m[0][0]; }, 1, 0);
    const double standard_error = std::sqrt(8.25 / 100);  // variance of 0..9 is 8.25
    EXPECT_NEAR(estimate.value, 4.5, 1e-12);
    EXPECT_NEAR(estimate.low, 4.5 - 1.96 * standard_error, .08);
    EXPECT_NEAR(estimate.high, 4.5 + 1.96 * standard_error, .08);
}

TEST(Bootstrap, keeps_pairs_together) {
    std::vector<Numbers> one;
    std::vector<Numbers> other;
    for (int i = 0; i < 20; ++i) {
        one.push_back({static_cast<double>(i * i)});
        other.push_back({static_cast<double>(i * i) + 1});
    }
    const Estimate difference = bootstrap(
        {one, other}, [](const Means& m) { return m[1][0] - m[0][0]; }, 1, 0);
    EXPECT_NEAR(difference.low, 1, 1e-9);
    EXPECT_NEAR(difference.high, 1, 1e-9);
}

TEST(Bootstrap, is_the_same_every_time) {
    const std::vector<Numbers> replicates = {{1}, {2}, {4}, {9}};
    const auto mean = [](const Means& m) { return m[0][0]; };
    EXPECT_EQ(bootstrap({replicates}, mean, 7, 3).low, bootstrap({replicates}, mean, 7, 3).low);
}

TEST(Verdict, asks_the_whole_interval_and_says_open_when_only_the_estimate_meets_it) {
    const Check check = between("x", 0, 1, {});
    EXPECT_EQ(verdict_on(check, {.5, .2, .8, 30}), Verdict::holds);
    EXPECT_EQ(verdict_on(check, {.5, -.1, .8, 30}), Verdict::open);
    EXPECT_EQ(verdict_on(check, {1.5, .9, 2, 30}), Verdict::fails);
    EXPECT_EQ(verdict_on(check, {nothing, nothing, nothing, 30}), Verdict::fails);
    EXPECT_EQ(verdict_on(share_at_least("x", .95, {}), {.96, .8, 1, 30}), Verdict::holds);
}

TEST(Pattern, P01_is_read_from_reach_and_use) {
    History history = empty_history(protocol_months);
    set_outcome(history, "reach_share", Domain::social, month_2029_end, .2);
    set_outcome(history, "reach_share", Domain::physical, month_2029_end, .4);
    set_outcome(history, "in_use", Domain::social, month_2027_june, 50);
    set_outcome(history, "in_use", Domain::physical, month_2027_june, 120);
    const Pattern pattern = pattern_called("P01");
    const Means means = {measured(pattern, history)};
    EXPECT_EQ(pattern.checks[0].value(means), 1);
    EXPECT_NEAR(pattern.checks[1].value(means), 2.4, 1e-12);
}

TEST(Pattern, P10_counts_months_to_the_largest_loss_and_to_half_of_it) {
    const Pattern pattern = pattern_called("P10");
    Means means(2, Numbers(72, .5));
    for (std::size_t i = 0; i <= 10; ++i) means[1][i] = .5 - .002 * static_cast<double>(i);  // .02 lost after 10 months
    for (std::size_t i = 11; i < 72; ++i)
        means[1][i] = .5 - std::max(.004, .02 - .00025 * static_cast<double>(i - 10));  // half of it 40 months later
    EXPECT_NEAR(pattern.checks[0].value(means), 4, .11);
    EXPECT_GT(pattern.checks[1].value(means), 0);
}

TEST(Pattern, P12_compares_premature_projects_with_prepared_ones_of_their_own_kind) {
    const Pattern pattern = pattern_called("P12");
    Numbers numbers(18, 0.0);                                              // four per domain and level, then two values
    numbers[0] = 1, numbers[1] = 10, numbers[2] = 4, numbers[3] = 8;       // social, level 2: .1 against .5
    numbers[12] = 6, numbers[13] = 20, numbers[14] = 9, numbers[15] = 10;  // physical, level 3: .3 against .9
    EXPECT_NEAR(pattern.checks[0].value({numbers}), 7. / (5 + 18), 1e-12);
}

TEST(Pattern, P13_counts_who_breaks_even) {
    History history = empty_history(protocol_months);
    const auto project = [&](int started, int broke_even) {
        ProjectRecord record;
        record.seen = true;
        record.born = record.started = started;
        record.broke_even = broke_even;
        history.records.projects.push_back(record);
    };
    project(20, 28);
    project(20, 60);
    project(20, -1);
    project(150, -1);  // too young to be judged
    const Pattern pattern = pattern_called("P13");
    const Means means = {measured(pattern, history)};
    EXPECT_NEAR(pattern.checks[0].value(means), 1. / 3, 1e-12);
    EXPECT_NEAR(pattern.checks[1].value(means), 2. / 3, 1e-12);
}

TEST(Pattern, P24_finds_the_month_in_which_use_passes_experiments) {
    History history = empty_history(protocol_months);
    for (int month = 0; month < protocol_months; ++month)
        for (const Domain domain : both_domains) {
            set_outcome(history, "pipeline", domain, month, 40);
            set_outcome(history, "in_use", domain, month, .5 * month);
        }
    EXPECT_EQ(measured(pattern_called("P24"), history)[0], 81);
}

TEST(Patterns, all_have_a_name_of_their_own_and_something_to_check) {
    const std::vector<Pattern> patterns = all_patterns();
    EXPECT_EQ(patterns.size(), 22U);  // P01-P25 without P11, P15 and P23
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        EXPECT_FALSE(patterns[i].sentence.empty());
        EXPECT_FALSE(patterns[i].evidence.empty());
        EXPECT_FALSE(patterns[i].checks.empty());
        EXPECT_FALSE(patterns[i].scenarios.empty());
        if (i > 0) {
            EXPECT_LT(patterns[i - 1].id, patterns[i].id);
        }
    }
}

}  // namespace algemeente

// P26-P32, P38 and P39 on runs made by hand.
#include "patterns/fake_run.h"
#include "text/calendar.h"

#include <gtest/gtest.h>

#include <cmath>

namespace algemeente {

namespace {

FakeRun with_debt_signals(int users_2022, int users_2023) {
    return FakeRun()
        .set_users("debt_matching_a", users_2022 - 10, month_of(2022, 12))
        .set_users("debt_matching_b", 10, month_of(2022, 12))
        .set_users("debt_matching_a", users_2023 - 20, month_of(2023, 12))
        .set_users("debt_matching_b", 20, month_of(2023, 12));
}

ProjectRecord scoring(int used, int ended) {
    ProjectRecord record;
    record.use_case = static_cast<std::uint8_t>(find_use_case("welfare_risk_scoring"));
    record.used = used;
    record.ended = ended;
    return record;
}

/// Users of the scorecard in two Julys, and ten own scorings of which some end in between.
FakeRun with_strike(int before, int after, int own_that_end) {
    ProjectRecord another = scoring(10, 70);
    another.use_case = static_cast<std::uint8_t>(find_use_case("area_model"));
    return FakeRun()
        .set_users("welfare_scorecard", before, month_of(2020, 7))
        .set_users("welfare_scorecard", after, month_of(2021, 7))
        .set_users("benefit_cross_match", 300, month_of(2020, 7))
        .add(scoring(10, 70), own_that_end)
        .add(scoring(10, -1), 10 - own_that_end)
        .add(another, 50);
}

/// A municipality of each size class, and its row of a December.
struct Row {
    int size_class;
    Domain domain;
    int in_use, bought;
};

FakeRun with_rows(const std::vector<Row>& rows, int year = 2024) {
    FakeRun run;
    for (std::size_t i = 0; i < run.country.size(); ++i) run.country[i].size_class = static_cast<int>(i % 5);
    for (const Row& row : rows) {
        MunicipalityYear december;
        december.municipality = static_cast<std::uint16_t>(row.size_class);
        december.year = static_cast<std::uint16_t>(year);
        december.domain = row.domain;
        december.in_use = static_cast<std::int16_t>(row.in_use);
        december.in_use_bought = static_cast<std::int16_t>(row.bought);
        run.history.years.push_back(december);
    }
    return run;
}

/// Ten uses in each size class and domain, of which so many are bought.
FakeRun with_buying(const std::vector<int>& social, const std::vector<int>& physical) {
    std::vector<Row> rows;
    for (std::size_t size = 0; size < social.size(); ++size) {
        rows.push_back({static_cast<int>(size), Domain::social, 10, social[size]});
        rows.push_back({static_cast<int>(size), Domain::physical, 10, physical[size]});
    }
    return with_rows(rows);
}

/// 400 uses that a law orders; a hundred uses of one of the largest cities in two Decembers.
FakeRun with_register(double mandated_records, int records_2024, int records_2025) {
    FakeRun run;
    for (MunicipalityFacts& facts : run.country) facts.size_class = 1;
    run.country[3].size_class = size_class_count - 1;
    run.set("in_use_mandated", 390, 10).set("registered_mandated", mandated_records, 0);
    for (const std::uint16_t municipality : {std::uint16_t{2}, std::uint16_t{3}})
        for (const int year : {2024, 2025}) {
            MunicipalityYear december;
            december.municipality = municipality;
            december.year = static_cast<std::uint16_t>(year);
            december.in_use_all = 100;
            december.registered = static_cast<std::int16_t>(year == 2024 ? records_2024 : records_2025);
            if (municipality == 2) december.registered = 0;  // not one of the largest
            run.history.years.push_back(december);
        }
    return run;
}

}  // namespace

TEST(P26, asks_for_the_users_that_were_counted) {
    const Pattern pattern = pattern_called("P26");
    EXPECT_EQ(pattern.scenarios, (std::vector<std::string>{"supplied:base"}));
    EXPECT_NEAR(statistic(pattern, 0, {with_debt_signals(234, 281)}), 1, 1e-12);
    EXPECT_NEAR(statistic(pattern, 1, {with_debt_signals(234, 281)}), 1, 1e-12);
    EXPECT_EQ(verdict(pattern, 0, {with_debt_signals(190, 250)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 1, {with_debt_signals(190, 250)}), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 1, {with_debt_signals(234, 342)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 0, {FakeRun()}), Verdict::fails) << "no suppliers";
}

TEST(P27, compares_what_is_shared_with_what_is_ones_own) {
    const Pattern pattern = pattern_called("P27");
    const std::vector<FakeRun> together = {with_strike(160, 4, 4)};
    EXPECT_NEAR(statistic(pattern, 0, together), .975, 1e-12);
    EXPECT_NEAR(statistic(pattern, 1, together), .4 - .975 / 2, 1e-12);
    EXPECT_EQ(verdict(pattern, 0, together), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 1, together), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 0, {with_strike(160, 20, 4)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 1, {with_strike(160, 4, 5)}), Verdict::fails);
}

TEST(P28, asks_for_both_orders_in_the_same_run) {
    const Pattern pattern = pattern_called("P28");
    const auto run = [](double social, double physical, double all_social, double all_physical) {
        return FakeRun().set("in_use", social, physical).set("in_use_all", all_social, all_physical);
    };
    EXPECT_EQ(statistic(pattern, 0, {run(100, 200, 900, 800)}), 1);
    EXPECT_EQ(statistic(pattern, 0, {run(100, 120, 900, 800)}), 0);
    EXPECT_EQ(statistic(pattern, 0, {run(100, 200, 700, 800)}), 0);
    EXPECT_EQ(verdict(pattern, 0, {run(100, 200, 900, 800)}), Verdict::holds);
    EXPECT_NEAR(statistic(pattern, 1, {run(100, 200, 900, 800)}), 2, 1e-12);
    EXPECT_NEAR(statistic(pattern, 2, {run(100, 200, 800, 900)}), 1.125, 1e-12);
    EXPECT_EQ(verdict(pattern, 0, {FakeRun()}), Verdict::fails);
}

TEST(P29, compares_size_classes_and_domains_inside_them) {
    const Pattern pattern = pattern_called("P29");
    const std::vector<FakeRun> by_size = {with_buying({8, 7, 6, 5, 4}, {9, 7, 6, 5, 4})};
    EXPECT_NEAR(statistic(pattern, 0, by_size), .45, 1e-12);  // (8 + 9 - 4 - 4) / 20
    EXPECT_NEAR(statistic(pattern, 1, by_size), .1, 1e-12);
    EXPECT_EQ(verdict(pattern, 0, by_size), Verdict::holds);
    const std::vector<FakeRun> by_domain = {with_buying({9, 9, 9, 9, 9}, {5, 5, 5, 5, 5})};
    EXPECT_EQ(verdict(pattern, 0, by_domain), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 1, by_domain), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 0, {with_rows({{0, Domain::social, 10, 9}}, 2023)}), Verdict::fails) << "another year";
}

TEST(P30, compares_what_the_domains_lose) {
    const Pattern pattern = pattern_called("P30");
    EXPECT_EQ(pattern.scenarios,
              (std::vector<std::string>{"supplied:base", "supplied:without_suppliers:VNG+Talking Traffic"}));
    const FakeRun base = FakeRun().set("in_use_all", 1000, 500);
    const std::vector<FakeRun> runs = {base, FakeRun().set("in_use_all", 700, 450)};
    EXPECT_NEAR(statistic(pattern, 0, runs), .2, 1e-12);
    EXPECT_EQ(verdict(pattern, 0, runs), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 0, {base, FakeRun().set("in_use_all", 950, 400)}), Verdict::fails);
}

TEST(P31, holds_the_register_against_use) {
    const Pattern pattern = pattern_called("P31");
    const std::vector<FakeRun> runs = {with_register(20, 30, 60)};
    EXPECT_NEAR(statistic(pattern, 0, runs), .05, 1e-12);
    EXPECT_NEAR(statistic(pattern, 1, runs), .4, 1e-12);  // a third of the way from .3 to .6
    EXPECT_EQ(verdict(pattern, 0, runs), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 1, runs), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 0, {with_register(50, 30, 60)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 1, {with_register(20, 20, 30)}), Verdict::fails);
}

TEST(P32, compares_value_at_the_ends_of_change_capacity) {
    const Pattern pattern = pattern_called("P32");
    EXPECT_EQ(pattern.scenarios, (std::vector<std::string>{"supplied:lowest:change_capacity_person_months",
                                                           "supplied:highest:change_capacity_person_months"}));
    const auto run = [](double social, double physical) { return FakeRun().set("value_mandated", social, physical); };
    EXPECT_NEAR(statistic(pattern, 0, {run(30, 0), run(50, 10)}), .5, 1e-12);
    EXPECT_EQ(verdict(pattern, 0, {run(30, 0), run(50, 10)}), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 0, {run(48, 0), run(50, 10)}), Verdict::fails);
}

TEST(P39, compares_records_with_records) {
    const Pattern pattern = pattern_called("P39");
    const auto run = [](double social, double physical, int large, int small) {
        FakeRun made = with_rows({});
        made.set("registered", social, physical).set("registered_out_of_use", social / 4, physical / 5);
        for (const int year : {2024, 2025})
            for (const Domain domain : {Domain::social, Domain::physical})
                for (const int size_class : {0, size_class_count - 1}) {
                    MunicipalityYear row;
                    row.municipality = static_cast<std::uint16_t>(size_class);
                    row.year = static_cast<std::uint16_t>(year);
                    row.domain = domain;
                    row.registered = static_cast<std::int16_t>(size_class == 0 ? small : large);
                    made.history.years.push_back(row);
                }
        return made;
    };
    const std::vector<FakeRun> good = {run(40, 120, 8, 2)};
    EXPECT_NEAR(statistic(pattern, 0, good), 3, 1e-12);
    EXPECT_NEAR(statistic(pattern, 1, good), .8, 1e-12);
    EXPECT_NEAR(statistic(pattern, 3, good), .25, 1e-12);
    for (std::size_t check = 0; check < 5; ++check) EXPECT_EQ(verdict(pattern, check, good), Verdict::holds) << check;
    EXPECT_EQ(verdict(pattern, 0, {run(80, 120, 8, 2)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 1, {run(40, 120, 3, 7)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 2, {run(40, 120, 3, 7)}), Verdict::fails);
}

TEST(P38, asks_for_no_gap_with_equal_mixes_and_for_the_opposite_with_exchanged_ones) {
    const Pattern pattern = pattern_called("P38");
    EXPECT_EQ(pattern.scenarios,
              (std::vector<std::string>{"supplied:equal_mix", "supplied:base", "supplied:swapped_mix"}));
    const auto run = [](double social, double physical, double all_social, double all_physical) {
        return FakeRun().set("in_use", social, physical).set("in_use_all", all_social, all_physical);
    };
    const FakeRun equal = run(100, 105, 1000, 980);
    const FakeRun base = run(100, 400, 1600, 800);
    const std::vector<FakeRun> good = {equal, base, run(400, 100, 800, 1600)};
    EXPECT_NEAR(statistic(pattern, 0, good), std::log(1.05), 1e-12);
    EXPECT_NEAR(statistic(pattern, 2, good), 1, 1e-12);
    EXPECT_NEAR(statistic(pattern, 3, good), 1, 1e-12);
    for (std::size_t check = 0; check < 4; ++check) EXPECT_EQ(verdict(pattern, check, good), Verdict::holds) << check;
    const std::vector<FakeRun> bad = {run(100, 130, 1000, 800), base, base};
    for (std::size_t check = 0; check < 4; ++check) EXPECT_EQ(verdict(pattern, check, bad), Verdict::fails) << check;
}

}  // namespace algemeente

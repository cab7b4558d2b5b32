// Structs of numbers, as rows of numbers and back.
#include "patterns/named_measures.h"

#include <gtest/gtest.h>

#include <array>
#include <stdexcept>

namespace algemeente {

namespace {

struct Inner {
    double first = 0;
    ByDomain by_domain;
};

struct Outer {
    std::array<Inner, 2> inner{};
    double last = 0;
};

struct OneNumber {
    double number = 0;
};

}  // namespace

TEST(NamedMeasures, are_numbers_in_the_order_of_their_fields_and_back) {
    const Outer outer{{{{1, {2, 3}}, {4, {5, 6}}}}, 7};
    EXPECT_EQ(numbers_of(outer), (Numbers{1, 2, 3, 4, 5, 6, 7}));
    const auto back = measures_from<Outer>({1, 2, 3, 4, 5, 6, 7});
    EXPECT_EQ(back.inner[1].first, 4);
    EXPECT_EQ(back.inner[1].by_domain[Domain::social], 5);
    EXPECT_EQ(back.inner[1].by_domain[Domain::physical], 6);
    EXPECT_EQ(back.last, 7);
}

TEST(NamedMeasures, of_another_struct_are_refused) {
    EXPECT_THROW(measures_from<Outer>({1, 2, 3}), std::logic_error);
    EXPECT_THROW(measures_from<OneNumber>({}), std::logic_error);
}

TEST(ReadingOf, gives_each_scenario_its_own_argument) {
    const auto ratio = reading_of(
        std::function([](const OneNumber& base, const OneNumber& other) { return other.number / base.number; }));
    EXPECT_EQ(ratio({{2}, {6}}), 3);
    EXPECT_EQ(ratio({{2}, {6}, {99}}), 3);  // scenarios behind those that are read
    EXPECT_THROW(ratio({{2}}), std::logic_error);
    EXPECT_THROW(ratio({{2}, {6, 7}}), std::logic_error);
}

TEST(ReadingOf, gives_all_scenarios_at_once_where_it_is_asked_to) {
    const auto last =
        reading_of(std::function([](const std::vector<OneNumber>& by_scenario) { return by_scenario.back().number; }));
    EXPECT_EQ(last({{1}, {2}, {3}}), 3);
}

TEST(MeasuredBy, is_the_struct_that_a_run_leaves_as_numbers) {
    const auto measure = measured_by(+[](const FinishedRun& run) { return OneNumber{1.0 * run.history.months}; });
    const RunJob job;
    const Scenario scenario;
    const Country country;
    History history;
    history.months = 12;
    EXPECT_EQ(measure({job, scenario, country, history}), Numbers{12});
}

}  // namespace algemeente

#include "text/calendar.h"

#include <gtest/gtest.h>

#include <vector>

namespace algemeente {
namespace {

TEST(Calendar, starts_in_january_2015) {
    EXPECT_EQ(month_of(2015, 1), 0);
    EXPECT_EQ(date_of(0), "2015-01");
    EXPECT_EQ(date_of(11), "2015-12");
    EXPECT_EQ(date_of(12), "2016-01");
    EXPECT_EQ(date_of(179), "2029-12");
}

TEST(Calendar, reads_every_date_that_it_writes) {
    for (int month = 0; month < 1200; ++month) {
        ASSERT_EQ(parse_month(date_of(month)), month);
        ASSERT_EQ(year_of(month), first_year + month / 12);
    }
}

TEST(Calendar, refuses_what_is_not_a_month_since_2015) {
    for (const char* text : {"", "2021", "2021-3", "2021-00", "2021-13", "2021/03", "21-03", "2021-03-01", "2014-12",
                             "+021-03", "2021-0x", " 2021-03", "maart 2021"})
        EXPECT_FALSE(parse_month(text).has_value()) << text;
}

TEST(Calendar, knows_december) {
    EXPECT_TRUE(is_december(month_of(2015, 12)));
    EXPECT_TRUE(is_december(month_of(2029, 12)));
    EXPECT_FALSE(is_december(month_of(2016, 1)));
}

TEST(Calendar, holds_elections_every_four_years_in_march) {
    std::vector<std::string> elections;
    for (int month = 0; month < 180; ++month)
        if (is_election(month)) elections.push_back(date_of(month));
    EXPECT_EQ(elections, (std::vector<std::string>{"2018-03", "2022-03", "2026-03"}));
}

TEST(Calendar, counts_down_to_the_next_election) {
    EXPECT_EQ(months_until_election(month_of(2015, 1)), 38);
    EXPECT_EQ(months_until_election(month_of(2018, 3)), 0);
    EXPECT_EQ(months_until_election(month_of(2018, 4)), 47);
    for (int month = 0; month < 400; ++month) {
        ASSERT_EQ(months_until_election(month) == 0, is_election(month)) << date_of(month);
        ASSERT_TRUE(is_election(month + months_until_election(month))) << date_of(month);
        ASSERT_LT(months_until_election(month), months_between_elections) << date_of(month);
    }
}

TEST(Calendar, applies_the_gdpr_from_may_2018) {
    EXPECT_EQ(date_of(gdpr_applies_from), "2018-05");
}

}  // namespace
}  // namespace algemeente

#include "present/words/months.h"

#include "text/calendar.h"

#include <gtest/gtest.h>

#include <set>

namespace algemeente::present {

TEST(MonthWords, FollowTheLanguage) {
    EXPECT_EQ(month_words(month_of(2026, 6), Language::nl), "juni 2026");
    EXPECT_EQ(month_words(month_of(2026, 6), Language::en), "June 2026");
}

TEST(WhenWords, CallDecemberTheEndOfTheYear) {
    EXPECT_EQ(when_words(month_of(2029, 12), Language::nl), "eind 2029");
    EXPECT_EQ(when_words(month_of(2029, 12), Language::en), "at the end of 2029");
    EXPECT_EQ(when_words_first(month_of(2029, 12), Language::en), "At the end of 2029");
    EXPECT_EQ(when_words_first(month_of(2026, 6), Language::nl), "In juni 2026");
}

TEST(ShortMonths, AreTwelveDifferentOnesInEachLanguage) {
    for (const Language language : {Language::nl, Language::en}) {
        std::set<std::string_view> seen;
        for (int month = 0; month < 12; ++month) seen.insert(short_month(month, language));
        EXPECT_EQ(seen.size(), 12U);
    }
    EXPECT_EQ(short_month(2, Language::nl), "mrt");
    EXPECT_EQ(short_month(2, Language::en), "Mar");
}

TEST(LowerFirst, LeavesAbbreviationsAlone) {
    EXPECT_EQ(lower_first("Recht en regels"), "recht en regels");
    EXPECT_EQ(lower_first("ICT-infrastructuur"), "ICT-infrastructuur");
    EXPECT_EQ(lower_first("Common Ground"), "Common Ground");
    EXPECT_EQ(lower_first("SyRI-uitspraak"), "SyRI-uitspraak");
    EXPECT_EQ(upper_first("in juni"), "In juni");
}

}  // namespace algemeente::present

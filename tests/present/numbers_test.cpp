#include "present/words/numbers.h"

#include <gtest/gtest.h>

#include <cmath>

namespace algemeente::present {

TEST(NumberWords, RoundHalvesUp) {
    EXPECT_EQ(number_words(18.5, Language::en), "19");
    EXPECT_EQ(number_words(19.5, Language::en), "20");
    EXPECT_EQ(number_words(-12.5, Language::nl), "\u221213");
}

TEST(NumberWords, ShowNoMoreDigitsThanARoomCanUse) {
    EXPECT_EQ(number_words(412.3, Language::en), "412");
    EXPECT_EQ(number_words(8.44, Language::en), "8.4");
    EXPECT_EQ(number_words(12, Language::en), "12");
    EXPECT_EQ(number_words(0.371, Language::en), "0.37");
}

TEST(NumberWords, OfLessThanAHundredthAreWordsUnlessDigitsAreAskedFor) {
    EXPECT_EQ(number_words(0.0083, Language::en), "less than 0.01");
    EXPECT_EQ(number_words(0.0083, Language::nl), "minder dan 0,01");
    EXPECT_EQ(number_words(0.0083, Language::nl, {.brief = true}), "<0,01");
    EXPECT_EQ(number_words(0.0083, Language::nl, {.sign = true}), "bijna 0");
    EXPECT_EQ(number_words(-0.0083, Language::en), "almost 0");
    EXPECT_EQ(number_words(0.00996, Language::en), "0.01");
    EXPECT_EQ(number_words(0.0083, Language::en, {.digits = 2}), "0.0083") << "of an analysis, or of a lever";
    for (double number = 0.0004; number < 1; number *= 1.07) {
        const std::string words = number_words(number, Language::en);
        const std::size_t point = words.rfind("0.");
        ASSERT_NE(point, std::string::npos) << words;
        EXPECT_LE(words.size() - point, std::string("0.99").size()) << words;
    }
}

TEST(NumberWords, GroupDigitsFromFiveOnInTheSignsOfTheLanguage) {
    EXPECT_EQ(number_words(1234, Language::nl), "1234");
    EXPECT_EQ(number_words(12345.6, Language::en), "12,346");
    EXPECT_EQ(number_words(12345.6, Language::nl), "12.346");
    EXPECT_EQ(number_words(1234567, Language::nl), "1.234.567");
    EXPECT_EQ(number_words(8.44, Language::nl), "8,4");
}

TEST(NumberWords, WritePercentWithANoBreakSpaceInDutchOnly) {
    EXPECT_EQ(number_words(0.614, Language::en, {.percent = true}), "61%");
    EXPECT_EQ(number_words(0.614, Language::nl, {.percent = true}), "61\u00a0%");
    EXPECT_EQ(number_words(0.031, Language::nl, {.percent = true}), "3,1\u00a0%");
    EXPECT_EQ(number_words(0.000004, Language::en, {.percent = true, .sign = true}), "0%") << "no digits without use";
}

TEST(NumberWords, HaveATrueMinusSignAndNoneForNought) {
    EXPECT_EQ(number_words(-0.37, Language::en), "\u22120.37");
    EXPECT_EQ(number_words(3, Language::en, {.sign = true}), "+3");
    EXPECT_EQ(number_words(-0.00001, Language::en), "0");
    EXPECT_EQ(number_words(0, Language::en, {.sign = true}), "0");
    EXPECT_EQ(number_words(NAN, Language::en), "\u2013");
}

TEST(NumberWords, OfAnAxisHaveTheDecimalsThatWereAsked) {
    EXPECT_EQ(number_words(10.5, Language::en, {.decimals = 1}), "10.5");
    EXPECT_EQ(number_words(10.0, Language::nl, {.decimals = 1}), "10,0");
    EXPECT_EQ(number_words(0.4, Language::en, {.percent = true, .decimals = 0}), "40%");
}

TEST(NumberWords, OfAnAnalysisHaveTheDigitsThatWereAsked) {
    EXPECT_EQ(number_words(5.25, Language::en, {.digits = 4}), "5.25");
    EXPECT_EQ(number_words(0.0130, Language::nl, {.digits = 3}), "0,013");
    EXPECT_EQ(number_words(12345.6, Language::en, {.digits = 4}), "12,346");
    EXPECT_EQ(number_words(0, Language::en, {.digits = 4}), "0");
}

TEST(DifferenceWords, TellSharesInPercentagePoints) {
    const OutcomeInfo share = domain_outcomes()[find_domain_outcome("reach_share")];
    EXPECT_EQ(difference_words(0.031, share, Language::en), "+3.1 percentage points");
    EXPECT_EQ(difference_words(-0.2, share, Language::nl), "\u221220 procentpunt");
    const OutcomeInfo count = domain_outcomes()[find_domain_outcome("in_use")];
    EXPECT_EQ(difference_words(-12, count, Language::en), "\u221212");
}

TEST(Durations, AreToldInTheUnitThatFits) {
    const auto both = [](double seconds) {
        return duration_words(seconds, Language::nl) + " / " + duration_words(seconds, Language::en);
    };
    EXPECT_EQ(both(0.2), "een seconde / a second");
    EXPECT_EQ(both(40.4), "40 seconden / 40 seconds");
    EXPECT_EQ(both(720), "12 minuten / 12 minutes");
    EXPECT_EQ(both(3.5 * 3600), "3,5 uur / 3.5 hours");
    EXPECT_EQ(both(2.26 * 86400), "2,3 dagen / 2.3 days");
    EXPECT_EQ(both(15000.0 * 86400), "15.000 dagen / 15,000 days");
    EXPECT_EQ(duration_words(std::nan(""), Language::nl), "\u2013");
}

TEST(Sizes, AreToldInTheUnitThatFits) {
    EXPECT_EQ(size_words(800e3, Language::nl), "800 kB");
    EXPECT_EQ(size_words(12.3e6, Language::en), "12 MB");
    EXPECT_EQ(size_words(1.2e9, Language::nl), "1,2 GB");
    EXPECT_EQ(size_words(1.2e9, Language::en), "1.2 GB");
}

}  // namespace algemeente::present

#include "present/words/catalogue.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

namespace algemeente::present {

namespace {

struct Row {
    const char* key;
    std::string_view nl;
    std::string_view en;
};
constexpr Row rows[] = {
#define TEXT(key, nl, en) {#key, nl, en},
#include "present/words/texts.def"
};

int places(std::string_view pattern) {
    int count = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i)
        if (pattern[i] == '{') ++count;
    return count;
}

class Locale : public testing::Test {
protected:
    void SetUp() override { clear(); }
    void TearDown() override { clear(); }
    static void clear() {
        for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) unsetenv(name);
    }
};

}  // namespace

TEST(Catalogue, EveryTextHasBothLanguagesAndTheSamePlaces) {
    for (const Row& row : rows) {
        EXPECT_FALSE(row.nl.empty()) << row.key;
        EXPECT_FALSE(row.en.empty()) << row.key;
        EXPECT_EQ(places(row.nl), places(row.en)) << row.key;
    }
}

TEST(Filled, PutsPartsInOrderOrByNumber) {
    EXPECT_EQ(filled("{} of {}", "61", "64"), "61 of 64");
    EXPECT_EQ(filled("{2}, dan {1}", "een", "twee"), "twee, dan een");
    EXPECT_EQ(filled("{} and {}", "one"), "one and {}");
    EXPECT_EQ(filled("{}{}{}{}{}", "a", "b", "c", "d", "e"), "abcde");
}

TEST(Filled, ChoosesWordsOfOneOrOfMany) {
    EXPECT_EQ(filled("{} [run|runs]", "1"), "1 run");
    EXPECT_EQ(filled("{} [run|runs]", "12"), "12 runs");
    EXPECT_EQ(filled("[is|are] {} [run|runs]", "1"), "is 1 run");
    EXPECT_EQ(filled("{} of {} points [1:is|are] done, {} [has|have] failed", "1", "64", "2"),
              "1 of 64 points is done, 2 have failed");
    EXPECT_EQ(filled("{2} [a|b] {1} [a|b]", "1", "2"), "2 b 1 a");
    EXPECT_EQ(filled("[no choice] {}", "1"), "[no choice] 1");
    EXPECT_EQ(filled("{}", "[a|b]"), "[a|b]") << "what is filled in stays as it is";
}

TEST(Catalogue, NamesOnlyPartsThatExistInItsChoices) {
    for (const Row& row : rows)
        for (const std::string_view words : {row.nl, row.en}) {
            if (words.find('[') == std::string_view::npos) continue;
            for (const char* count : {"1", "2"}) {
                const std::string said = filled(words, count, count, count, count, count, count);
                EXPECT_EQ(said.find_first_of("[|]"), std::string::npos) << row.key << ": " << said;
            }
        }
}

TEST_F(Locale, ChoosesTheLanguageAndEnglishIfUnknown) {
    EXPECT_EQ(language_of_locale(), Language::en);
    setenv("LANG", "nl_NL.UTF-8", 1);
    EXPECT_EQ(language_of_locale(), Language::nl);
    setenv("LC_ALL", "de_DE.UTF-8", 1);
    EXPECT_EQ(language_of_locale(), Language::en) << "LC_ALL goes before LANG";
    setenv("LC_ALL", "nl", 1);
    EXPECT_EQ(language_of_locale(), Language::nl);
}

}  // namespace algemeente::present

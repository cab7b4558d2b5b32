// Decisions with a condition in words, and in how many runs they begin.
#include "present/words/conditions.h"

#include "present/words/differences.h"
#include "present/words/late.h"
#include "text/calendar.h"

#include <gtest/gtest.h>

namespace algemeente::present {
namespace {

ConditionalChange committee() {
    return {.lever = "ethics_committee", .value = 1, .when = "incidents_so_far.social > 12"};
}

TEST(ConditionWords, NameWhatIsSeenInBothLanguages) {
    EXPECT_EQ(condition_words("incidents_so_far.social > 12", Language::en), "incidents so far (social) above 12");
    EXPECT_EQ(condition_words("incidents_so_far.physical >= 12.5", Language::nl),
              "incidenten tot nu toe (fysiek) minstens 12,5");
    EXPECT_EQ(condition_words("mean_trust < 0.4 and in_use.social <= 3", Language::en),
              "trust of citizens below 0.4 and algorithms in use (social) at most 3");
    EXPECT_EQ(condition_words("adopters_share.social < 0.125", Language::nl),
              "gemeenten met gebruik (sociaal) onder 12,5\u00a0%")
        << "what a person wrote is not rounded";
}

TEST(ConditionWords, NameTheDecisionAndItsLimits) {
    EXPECT_EQ(conditional_words(committee(), Language::en),
              "Ethics committee: on once this is seen: incidents so far (social) above 12");
    ConditionalChange change = committee();
    change.from_month = month_of(2020, 1);
    change.until_month = month_of(2028, 1);
    change.until_when = "mean_trust > 0.5";
    EXPECT_EQ(conditional_words(change, Language::nl),
              "Ethische commissie: aan zodra te zien is: incidenten tot nu toe (sociaal) boven 12; niet v\u00f3\u00f3r "
              "januari 2020; totdat te zien is: vertrouwen van burgers boven 0,5; tot januari 2028");
}

TEST(ConditionWords, TellInHowManyRunsItBegan) {
    const std::vector<Spell> spells{{30, -1}, {-1, -1}, {10, 40}, {20, -1}};
    const Begun begun = begun_of(spells);
    EXPECT_EQ(begun.runs, 4);
    EXPECT_EQ(begun.in, 3);
    EXPECT_EQ(begun.ended, 1);
    EXPECT_EQ(begun.first, 10);
    EXPECT_EQ(begun.middle, 20);
    EXPECT_EQ(begun.last, 30);
    EXPECT_EQ(
        begun_words(begun, Language::en),
        "This happens in 3 of 4 runs, in the middle one of these in September 2016 (the first in November 2015, the "
        "last in July 2017). It ends again in 1 of 4 runs.");
    EXPECT_EQ(begun_words(begun_of(std::vector<Spell>{{30, -1}, {30, -1}}), Language::nl),
              "Dat gebeurt in 2 van 2 runs, in juli 2017.");
    EXPECT_EQ(begun_words(begun_of(std::vector<Spell>(5)), Language::en), "This happens in 0 of 5 runs.");
    EXPECT_EQ(begun_words(begun_of(std::vector<Spell>(1)), Language::nl), "Dat gebeurt in 0 van 1 run.");
    EXPECT_EQ(begun_of(std::vector<Spell>{{10, -1}, {20, -1}}).middle, 10)
        << "of two the first: it is a month of a run";
}

TEST(ConditionWords, AreAmongTheDifferencesOfScenarios) {
    const Scenario base;
    Scenario other;
    other.conditional_changes.push_back(committee());
    const auto found = differences_between(base, other, Language::en);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].lever, "ethics_committee");
    EXPECT_EQ(found[0].words, "Ethics committee: on once this is seen: incidents so far (social) above 12");
    const auto back = differences_between(other, base, Language::en);
    ASSERT_EQ(back.size(), 1U);
    EXPECT_TRUE(back[0].words.starts_with("without Ethics committee: on once")) << back[0].words;
    EXPECT_TRUE(differences_between(other, other, Language::en).empty());
}

TEST(ConditionWords, SayWhenItCanOnlyBeginAfterTheRun) {
    Scenario scenario;
    scenario.parameters.months = 24;
    scenario.conditional_changes.push_back(committee());
    EXPECT_TRUE(late_sentences(scenario, Language::en).empty());
    scenario.conditional_changes.front().from_month = 24;
    ASSERT_EQ(late_sentences(scenario, Language::en).size(), 1U);
    EXPECT_TRUE(late_sentences(scenario, Language::en)[0].starts_with("Ethics committee begins in January 2017"));
}

}  // namespace
}  // namespace algemeente::present

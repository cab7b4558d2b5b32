#include "present/words/sentences.h"

#include "output/fake_ensemble.h"

#include <gtest/gtest.h>

#include <string>

namespace algemeente::present {

namespace {

std::vector<Told> told_of(const Ensemble& ensemble) {
    std::vector<Told> told;
    for (const ScenarioResult& result : ensemble.scenarios) told.push_back({result, "E67, E74; recommendation 3"});
    return told;
}

}  // namespace

TEST(Sentences, TellFourThingsOfTheBaseline) {
    const Ensemble ensemble = fake_ensemble({"baseline"});
    const auto sentences = sentences_of(told_of(ensemble), 0, 29, Language::en);
    ASSERT_EQ(sentences.size(), 4U);
    EXPECT_EQ(sentences[0].words,
              "In June 2017 more algorithms are in use in the physical domain than in the social domain: 4 against 2 "
              "(in 3 of 3 runs).");
    EXPECT_EQ(sentences[2].words,
              "Of the ideas at least three years old, 200% reached use in the social domain and 400% in the physical "
              "domain.");
}

TEST(Sentences, TellFourThingsOfAnotherScenario) {
    const Ensemble ensemble = fake_ensemble({"baseline", "other"});
    const auto sentences = sentences_of(told_of(ensemble), 1, 23, Language::nl);
    ASSERT_EQ(sentences.size(), 4U);
    EXPECT_EQ(sentences[0].words,
              "Eind 2016 telt het sociale domein vergeleken met A 10 meer algoritmen in gebruik (hoger in 3 van de 3 "
              "runs), en het fysieke domein 10 meer (hoger in 3 van de 3 runs).");
    EXPECT_EQ(sentences[1].words,
              "De grootste verschuiving zit in ICT-infrastructuur (sociaal domein): +10, hoger in 3 van de 3 runs.");
    EXPECT_EQ(sentences[0].evidence, "E67, E74") << "claims only: what else a file notes is in English";
}

TEST(Sentences, SayWithoutEnglishThatNothingShifts) {
    Ensemble ensemble = fake_ensemble({"baseline", "same"});
    ensemble.scenarios[1].replicates = ensemble.scenarios[0].replicates;
    const auto sentences = sentences_of(told_of(ensemble), 1, 23, Language::nl);
    EXPECT_EQ(sentences[0].words,
              "Eind 2016 telt het sociale domein vergeleken met A evenveel algoritmen in gebruik (gelijk in 3 van de 3 "
              "runs), en het fysieke domein evenveel (gelijk in 3 van de 3 runs).");
    EXPECT_EQ(sentences[1].words, "Geen van de tien factoren verschuift.");
}

TEST(Sentences, OfOneRunHaveNoWordOfCertainty) {
    const Ensemble ensemble = fake_ensemble({"baseline", "other"}, {.replicates = 1});
    for (std::size_t position : {0U, 1U})
        for (const Sentence& sentence : sentences_of(told_of(ensemble), position, 23, Language::en))
            for (const char* word : {"consistent", "mostly", " to "})
                EXPECT_EQ(sentence.words.find(word), std::string::npos) << sentence.words;
}

}  // namespace algemeente::present

#include "present/words/sentences.h"

#include "output/fake_ensemble.h"
#include "present/words/catalogue.h"
#include "present/words/certainty.h"
#include "present/words/months.h"
#include "present/words/names.h"
#include "present/words/numbers.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>
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
              "(in all 3 runs).");
    EXPECT_EQ(sentences[2].words,
              "Of the ideas at least three years old, 200% reached use in the social domain and 400% in the physical "
              "domain.");
}

TEST(Sentences, TellFourThingsOfAnotherScenario) {
    const Ensemble ensemble = fake_ensemble({"baseline", "other"});
    const auto sentences = sentences_of(told_of(ensemble), 1, 23, Language::nl);
    ASSERT_EQ(sentences.size(), 4U);
    EXPECT_EQ(
        sentences[0].words,
        "Eind 2016 heeft het sociale domein, vergeleken met A en over alle gemeenten samen, 10 algoritmen meer in "
        "gebruik (hoger in alle 3 runs), en het fysieke domein 10 algoritmen meer (hoger in alle 3 runs).");
    EXPECT_EQ(
        sentences[1].words,
        "Van de tien factoren verschuift ICT-infrastructuur in het sociale domein het meest: +10 op een schaal van "
        "0 tot 1 (hoger in alle 3 runs).");
    EXPECT_TRUE(sentences[2].words.starts_with("In B: eind 2016 zijn er")) << sentences[2].words;
    EXPECT_TRUE(sentences[3].words.starts_with("In B: in het sociale domein remt")) << sentences[3].words;
    EXPECT_EQ(sentences[0].evidence, "E67, E74") << "claims only: what else a file notes is in English";
}

TEST(Sentences, SayOneAlgorithmAndTwoAlgorithms) {
    Ensemble ensemble = fake_ensemble({"baseline", "other"});
    const std::size_t in_use = find_domain_outcome("in_use");
    for (std::size_t run = 0; run < 3; ++run) {
        const History& base = ensemble.scenarios[0].replicates[run];
        History& other = ensemble.scenarios[1].replicates[run];
        set_outcome(other, 23, Domain::social, "in_use", base.domain_value(23, Domain::social, in_use) - 1);
        set_outcome(other, 23, Domain::physical, "in_use", base.domain_value(23, Domain::physical, in_use) + 2);
    }
    EXPECT_EQ(
        sentences_of(told_of(ensemble), 1, 23, Language::nl)[0].words,
        "Eind 2016 heeft het sociale domein, vergeleken met A en over alle gemeenten samen, 1 algoritme minder in "
        "gebruik (lager in alle 3 runs), en het fysieke domein 2 algoritmen meer (hoger in alle 3 runs).");
    EXPECT_EQ(sentences_of(told_of(ensemble), 1, 23, Language::en)[0].words,
              "At the end of 2016 the social domain has, compared with A and over all municipalities together, 1 fewer "
              "algorithm in use (lower in all 3 runs), and the physical domain 2 more algorithms (higher in all 3 "
              "runs).");
}

TEST(Headline, TellsTheSizeOfTheEffectAndTheCountOfRuns) {
    const Ensemble ensemble = fake_ensemble({"baseline", "other"});
    const auto told = told_of(ensemble);
    const std::size_t in_use = find_domain_outcome("in_use");
    const double base = band_of(told[0].runs, 23, Domain::social, in_use).p50;
    const Headline nl = headline_of(told[1].runs, "B", told[0].runs, 23, in_use, Language::nl);
    EXPECT_EQ(nl.about, "B tegen A, algoritmen in gebruik, eind 2016");
    EXPECT_EQ(nl.social, "Sociaal +10 (" + number_words(10 / base, Language::nl, {.percent = true, .sign = true}) +
                             "), hoger in alle 3 runs");
    const Headline en = headline_of(told[0].runs, "A", told[1].runs, 23, in_use, Language::en);
    EXPECT_TRUE(en.physical.starts_with("Physical \u221210 (\u2212")) << en.physical;
    EXPECT_TRUE(en.physical.ends_with("%), lower in all 3 runs")) << en.physical;
}

TEST(Headline, GivesAShareNoPercentageOfItsOwnAndNoneOfNothing) {
    const Ensemble ensemble = fake_ensemble({"baseline", "other"});
    const auto told = told_of(ensemble);
    const std::size_t share = find_domain_outcome("reach_share");
    const Headline of_share = headline_of(told[1].runs, "B", told[0].runs, 23, share, Language::en);
    EXPECT_NE(of_share.social.find("percentage points, "), std::string::npos) << of_share.social;
    EXPECT_EQ(of_share.social.find('('), std::string::npos);
}

TEST(Headline, HasTheWordOfCertaintyThatEveryPlaceHas) {
    const Ensemble ensemble = fake_ensemble({"baseline", "other"}, {.replicates = 200});
    const auto told = told_of(ensemble);
    const std::size_t in_use = find_domain_outcome("in_use");
    const Headline all = headline_of(told[1].runs, "B", told[0].runs, 23, in_use, Language::en);
    const Difference social = difference_of(told[1].runs, told[0].runs, 23, Domain::social, in_use);
    EXPECT_TRUE(all.social.ends_with(direction_words(social.direction, Over::random_draws, Language::en)));
    EXPECT_NE(all.social.find("consistent"), std::string::npos) << all.social;
}

TEST(Sentences, CountDrawsOfAssumptionsInTheirOwnWords) {
    const Ensemble ensemble = fake_ensemble({"baseline", "other"}, {.replicates = 200});
    auto told = told_of(ensemble);
    for (Told& one : told) one.over = Over::assumptions;
    const std::size_t in_use = find_domain_outcome("in_use");
    const Headline over = headline_of(told[1].runs, "B", told[0].runs, 23, in_use, Language::en, Over::assumptions);
    EXPECT_TRUE(over.social.ends_with("robustly higher, in all 200 draws of the assumptions")) << over.social;
    for (std::size_t position = 0; position < 2; ++position)
        for (const Sentence& sentence : sentences_of(told, position, 23, Language::en))
            for (const char* word : {"consistent", "mostly", "runs"})
                EXPECT_EQ(sentence.words.find(word), std::string::npos) << sentence.words;
    const Difference up = difference_over(std::vector<double>(100, 1.0));
    EXPECT_NE(effect_here("Urk", "B", up, up, 137, Language::nl, Over::assumptions).find("robuust hoger"),
              std::string::npos);
    ShiftHere most{.factor = Factor::ict, .domain = Domain::social, .shift = up, .any_projects = true};
    EXPECT_NE(why_here("Urk", most, 2026, Language::nl, true, Over::assumptions).find("robuust"), std::string::npos);
}

TEST(Sentences, CallASampleASample) {
    const Ensemble ensemble = fake_ensemble({"baseline", "other"});
    auto told = told_of(ensemble);
    for (Told& one : told) one.some = 100;
    const std::string words = sentences_of(told, 1, 23, Language::en)[0].words;
    EXPECT_NE(words.find("over the 100 municipalities of the sample"), std::string::npos) << words;
}

TEST(Here, WhatStaysTheSameInMostRunsIsSaidToStay) {
    const Difference moves = difference_over(std::array{1.0, 0.0, 2.0});
    const Difference stays = difference_over(std::array{0.0, 0.0, 2.0});
    EXPECT_TRUE(leaves_as_it_is(stays, stays));
    EXPECT_FALSE(leaves_as_it_is(stays, moves));
    const std::string same = effect_here("Urk", "B", stays, stays, 137, Language::nl);
    EXPECT_TRUE(same.ends_with("In de meeste runs verandert hier dus niets aan het gebruik.")) << same;
    EXPECT_EQ(effect_here("Urk", "B", moves, stays, 137, Language::nl).find("niets"), std::string::npos);
}

TEST(Here, WhyNamesTheFactorAndStopsNamesBrakesAndReasons) {
    constexpr std::array shifts{0.08, 0.1, 0.06};
    const ShiftHere most{
        .factor = Factor::ethics, .domain = Domain::social, .shift = difference_over(shifts), .any_projects = true};
    EXPECT_EQ(why_here("Leiden", most, 2026, Language::en),
              "Why? In 2026, of the ten factors of the projects in Leiden, " +
                  lower_first(factor_name(Factor::ethics, Language::en)) +
                  " shifts most, in the social domain: +0.08 on a scale from 0 to 1 (higher in all 3 runs).");
    std::vector<double> split(80, 0.02);
    std::fill(split.begin(), split.begin() + 38, -0.01);
    ShiftHere noise = most;
    noise.shift = difference_over(split);
    const std::string unclear = why_here("Leiden", noise, 2026, Language::en);
    EXPECT_NE(unclear.find("none of the ten factors of the projects in Leiden shifts clearly"), std::string::npos)
        << unclear;
    const std::string only_shifts = why_here("Leiden", most, 2026, Language::en, false);
    EXPECT_EQ(only_shifts.find("Why?"), std::string::npos) << "nothing changes, so nothing has a reason";
    EXPECT_NE(only_shifts.find("What does shift: in 2026"), std::string::npos) << only_shifts;
    ShiftHere nothing;
    nothing.any_projects = true;
    EXPECT_NE(why_here("Leiden", nothing, 2026, Language::nl).find("geen van de tien"), std::string::npos);
    EXPECT_NE(why_here("Leiden", {}, 2026, Language::nl).find("geen projecten onderweg"), std::string::npos);
    const EndsHere ends{.all = 3, .by_reason = {{Reason::law, 2}, {Reason::stuck, 1}}, .in_a = 4, .runs = 16};
    const std::string words = stops_here({BrakeHere{Factor::ict, 20, 30}, BrakeHere{}}, ends, 2026, 40, Language::en);
    for (const char* part : {"in 20 of 30 runs with projects", "in the physical domain nothing", "law (2), stuck (1)",
                             "4 in A", "over the first 16 of 40 runs"})
        EXPECT_NE(words.find(part), std::string::npos) << part << "\n" << words;
}

TEST(Sentences, SayWithoutEnglishThatNothingShifts) {
    Ensemble ensemble = fake_ensemble({"baseline", "same"});
    ensemble.scenarios[1].replicates = ensemble.scenarios[0].replicates;
    const auto sentences = sentences_of(told_of(ensemble), 1, 23, Language::nl);
    EXPECT_EQ(
        sentences[0].words,
        "Eind 2016 heeft het sociale domein, vergeleken met A en over alle gemeenten samen, evenveel algoritmen in "
        "gebruik (geen verandering in alle 3 runs), en het fysieke domein evenveel algoritmen (geen verandering in "
        "alle 3 runs).");
    EXPECT_EQ(sentences[1].words, "Geen van de tien factoren verschuift.");
}

TEST(Sentences, NameTheFactorThatHoldsBackMostProjectsAndInHowManyRuns) {
    Ensemble ensemble = fake_ensemble({"baseline"});
    for (std::size_t run = 0; run < 3; ++run) {
        History& history = ensemble.scenarios[0].replicates[run];
        for (int month = 0; month < history.months; ++month)
            for (int factor = 0; factor < factor_count; ++factor) {
                const std::string name = "binds_" + std::string(factor_word(static_cast<Factor>(factor)));
                set_outcome(history, month, Domain::social, name, 0.01);
                set_outcome(history, month, Domain::physical, name, std::numeric_limits<double>::quiet_NaN());
            }
        for (int month = 0; month < history.months; ++month) {
            set_outcome(history, month, Domain::social, "binds_capacity", run == 2 ? 0.2 : 0.4);
            set_outcome(history, month, Domain::social, "binds_willingness", 0.3);
        }
    }
    EXPECT_EQ(
        sentences_of(told_of(ensemble), 0, 29, Language::en)[1].words,
        "In the social domain capacity holds back most projects: 40% of those on the way (the main brake in 2 of 3 "
        "runs); in the physical domain no project was on the way in those twelve months.");
}

TEST(Sentences, CountOnlyRunsThatHaveAProjectOnTheWay) {
    Ensemble ensemble = fake_ensemble({"baseline"});
    for (std::size_t run = 0; run < 3; ++run) {
        History& history = ensemble.scenarios[0].replicates[run];
        for (int month = 0; month < history.months; ++month)
            for (int factor = 0; factor < factor_count; ++factor) {
                const auto which = static_cast<Factor>(factor);
                const double share = which == Factor::capacity ? 1 : 0;
                set_outcome(history, month, Domain::social, "binds_" + std::string(factor_word(which)),
                            run == 0 ? share : std::numeric_limits<double>::quiet_NaN());
            }
    }
    EXPECT_TRUE(sentences_of(told_of(ensemble), 0, 29, Language::en)[1].words.starts_with(
        "In the social domain capacity holds back most projects: 100% of those on the way (the main brake in this one "
        "run "
        "with projects);"))
        << sentences_of(told_of(ensemble), 0, 29, Language::en)[1].words;
}

TEST(Sentences, SayThatItIsTooEarlyForIdeasToHaveReachedUse) {
    Ensemble ensemble = fake_ensemble({"baseline"});
    for (History& history : ensemble.scenarios[0].replicates)
        set_outcome(history, 2, Domain::social, "reach_share", std::numeric_limits<double>::quiet_NaN());
    EXPECT_TRUE(
        sentences_of(told_of(ensemble), 0, 2, Language::nl)[2].words.starts_with("Er zijn nog geen idee\u00ebn"));
}

TEST(Sentences, OfOneRunHaveNoWordOfCertainty) {
    const Ensemble ensemble = fake_ensemble({"baseline", "other"}, {.replicates = 1});
    for (std::size_t position : {0U, 1U})
        for (const Sentence& sentence : sentences_of(told_of(ensemble), position, 23, Language::en))
            for (const char* word : {"consistent", "mostly", "9 of 10", "half of the runs"})
                EXPECT_EQ(sentence.words.find(word), std::string::npos) << sentence.words;
}

}  // namespace algemeente::present

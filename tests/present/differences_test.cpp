#include "present/words/differences.h"

#include "places.h"

#include <gtest/gtest.h>

namespace algemeente::present {
namespace {

Scenario shipped(const char* name) {
    return read_scenario(places::checkout() / "scenarios" / (std::string(name) + ".toml"));
}

std::vector<std::string> words_of(const Scenario& base, const Scenario& other, Language language) {
    std::vector<std::string> words;
    for (const OneDifference& one : differences_between(base, other, language)) words.push_back(one.words);
    return words;
}

TEST(Differences, AreNoneBetweenAScenarioAndItself) {
    const Scenario baseline = shipped("baseline");
    EXPECT_TRUE(differences_between(baseline, baseline, Language::en).empty());
    Scenario elsewhere = baseline;
    elsewhere.municipalities = {.kind = MunicipalityChoice::Kind::sample, .count = 10};
    elsewhere.title = "elsewhere";
    EXPECT_TRUE(differences_between(baseline, elsewhere, Language::en).empty())
        << "a comparison simulates the municipalities of the first for all";
}

TEST(Differences, NameALeverItsValueAndItsMonth) {
    const auto found = differences_between(shipped("baseline"), shipped("ethics_committee"), Language::en);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].lever, "ethics_committee");
    EXPECT_EQ(found[0].words, "Ethics committee: on from January 2021");
    EXPECT_EQ(words_of(shipped("ethics_committee"), shipped("baseline"), Language::nl),
              std::vector<std::string>{"Ethische commissie: zoals gewoonlijk"});
}

TEST(Differences, AreNoDecisionsForWhatHoldsAnyway) {
    const Scenario baseline = shipped("baseline");
    Scenario other = shipped("ethics_committee");
    ASSERT_EQ(other.changes.size(), 1U);
    other.changes.front().value = 0;  // switched off again: as in the baseline
    EXPECT_TRUE(differences_between(baseline, other, Language::en).empty());
    EXPECT_TRUE(differences_between(other, baseline, Language::en).empty());
    other.changes.front().until_month = 100;  // off for a while is judged by nobody here
    EXPECT_EQ(differences_between(baseline, other, Language::en).size(), 1U);
}

/// A long list is cut at its end.
TEST(Differences, NameSuppliersFirst) {
    const Scenario baseline = shipped("baseline");
    Scenario other = shipped("ethics_committee");
    other.supply = true;
    const auto found = differences_between(baseline, other, Language::en);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_TRUE(found[0].lever.empty());
    EXPECT_EQ(found[1].lever, "ethics_committee");
}

TEST(Differences, NameNewsThatOneHasAndTheOtherHasNot) {
    const auto found = differences_between(shipped("baseline"), shipped("national_scandal"), Language::nl);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(found[0].lever.empty());
    EXPECT_TRUE(found[0].words.ends_with("vanaf januari 2024")) << found[0].words;
    const auto back = words_of(shipped("national_scandal"), shipped("baseline"), Language::nl);
    ASSERT_EQ(back.size(), 1U);
    EXPECT_TRUE(back[0].starts_with("zonder ")) << back[0];
}

TEST(Differences, SeeStartValuesKindsOfUseProductsAndSuppliers) {
    const Scenario baseline = shipped("baseline");
    Scenario other = baseline;
    other.parameters.capacity_cut_share = 0.2;
    EXPECT_EQ(differences_between(baseline, other, Language::en).size(), 1U);
    other.supply = !other.supply;
    ProductChange product;
    product.name = "scorecard";
    other.products.push_back(product);
    other.changes.push_back({.lever = "use_cases.traffic.demand", .value = 2, .from_month = 80});
    EXPECT_EQ(differences_between(baseline, other, Language::en).size(), 4U);
    other = baseline;
    other.use_cases.pop_back();
    EXPECT_EQ(words_of(baseline, other, Language::en), std::vector<std::string>{"other properties of kinds of use"});
}

/// Whatever two shipped scenarios simulate otherwise is named: no effect without something that it can be due to.
TEST(Differences, AreNeverEmptyWhereTheSimulationDiffers) {
    const Scenario baseline = shipped("baseline");
    int compared = 0;
    for (const auto& entry : std::filesystem::directory_iterator(places::checkout() / "scenarios")) {
        if (entry.path().extension() != ".toml") continue;
        Scenario other;
        try {
            other = read_scenario(entry.path());
        } catch (const std::exception&) {
            continue;  // a calendar or the like, and no scenario
        }
        Scenario here = other;
        here.municipalities = baseline.municipalities;
        here.population = baseline.population;
        ++compared;
        EXPECT_EQ(differences_between(baseline, other, Language::nl).empty(), same_simulation(baseline, here))
            << entry.path();
    }
    EXPECT_GT(compared, 20);
}

}  // namespace
}  // namespace algemeente::present

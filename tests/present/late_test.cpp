#include "present/words/late.h"

#include "netherlands/product_change.h"

#include <gtest/gtest.h>

namespace algemeente::present {

TEST(LateSentences, name_what_begins_after_the_last_month) {
    Scenario scenario;
    scenario.parameters.months = 24;
    scenario.changes = {{.lever = "ethics_committee", .value = 1, .from_month = 23},
                        {.lever = "algorithm_register", .value = 1, .from_month = 24}};
    scenario.shocks = {{.frame = Frame::risk, .from_month = 30, .months = 2, .stories_per_month = 5}};
    const std::vector<std::string> nl = late_sentences(scenario, Language::nl);
    ASSERT_EQ(nl.size(), 2U);
    EXPECT_EQ(nl[0],
              "Algoritmeregister begint in januari 2017, na de laatste maand (december 2016), en doet dus niets.");
    EXPECT_TRUE(nl[1].starts_with("De stroom berichten over ")) << nl[1];
}

TEST(LateSentences, count_what_would_be_many_sentences) {
    Scenario scenario;
    scenario.parameters.months = 24;
    for (int month = 40; month >= 24; month -= 2)
        scenario.changes.push_back({.lever = "ethics_committee", .value = 1, .from_month = month});
    scenario.shocks = {{.frame = Frame::risk, .from_month = 30, .months = 2, .stories_per_month = 5}};
    EXPECT_EQ(
        late_sentences(scenario, Language::nl),
        (std::vector<std::string>{"10 besluiten en stromen berichten beginnen na de laatste maand (december "
                                  "2016), en doen dus niets; de eerste is ethische commissie, in januari 2017."}));
}

TEST(LateSentences, are_none_where_all_begins_in_time) {
    EXPECT_TRUE(late_sentences(Scenario{}, Language::en).empty());
}

TEST(LateSentences, name_products_where_there_are_no_suppliers) {
    Scenario scenario;
    scenario.products = {product_change("welfare_scorecard", {{&ProductChange::withdrawn, "never"}})};
    EXPECT_EQ(
        late_sentences(scenario, Language::en),
        (std::vector<std::string>{"What the scenario says about welfare_scorecard does nothing, because there are "
                                  "no suppliers; supply = true in the table world brings them."}));
    scenario.products.resize(3, scenario.products.front());
    EXPECT_TRUE(late_sentences(scenario, Language::nl).front().starts_with("Wat het scenario zegt over 3 producten"));
    scenario.supply = true;
    EXPECT_TRUE(late_sentences(scenario, Language::en).empty());
}

}  // namespace algemeente::present

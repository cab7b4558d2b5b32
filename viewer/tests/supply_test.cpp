// Suppliers, national services and laws in the window: switched on among the levers, three ways to count uses on every
// page, who uses each product, and what a municipality has from others, in words.
#include "screen_check.h"
#include "ui_bot.h"

#include "present/words/product_names.h"
#include "text/calendar.h"
#include "viewer/plot/chart_data.h"
#include "viewer/plot/choropleth.h"
#include "viewer/plot/standing.h"
#include "viewer/plot/why_charts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace algemeente::viewer {
namespace {

constexpr const char* languages[] = {"nl", "en"};

void speak(UiBot& bot, const std::string& language) {
    if (code_of(bot.view().preferences.language) != language) bot.app().sink().send(Action::language);
    bot.frames(3);
}

/// "Social domain · all use", as it stands in a chart.
std::string domain_heading(Domain domain, Reading reading, Language language) {
    return std::string(text(domain == Domain::social ? Word::social_domain : Word::physical_domain, language)) +
           " \u00B7 " + lower_first(std::string(text(info_of(reading).words, language)));
}

/// What happened without suppliers as A, and with them as B.
void supply_b(UiBot& bot) {
    bot.app().sink().send(LoadPreset{0, "baseline"});
    bot.app().sink().send(LoadPreset{1, "with_suppliers"});
    bot.app().sink().send(SelectSlot{1});
    bot.settle();
    bot.frames(3);
}

TEST(Supply, IsSwitchedOnAmongTheLevers) {
    UiBot bot;
    bot.app().sink().send(LoadPreset{1, "baseline"});
    bot.app().sink().send(SelectSlot{1});
    bot.settle();
    EXPECT_FALSE(bot.shows("reading")) << "there is nothing to choose";
    bot.app().sink().send(Action::side_levers);
    bot.frames(3);
    ASSERT_FALSE(bot.shows("supply.toggle"));
    bot.click("outcome");
    EXPECT_TRUE(is_on_screen(bot.app().state().view().preferences.language == Language::nl
                                 ? std::string(text(Word::supply_ask, Language::nl))
                                 : std::string(text(Word::supply_ask, Language::en))));
    bot.click("supply.ask");
    ASSERT_TRUE(bot.shows("supply.toggle")) << "the list says where it is done";
    bot.click("supply.toggle");
    bot.settle();
    EXPECT_TRUE(bot.session().slots[1].scenario.supply);
    EXPECT_FALSE(bot.session().slots[0].scenario.supply) << "each scenario has its own";
    EXPECT_EQ(changed_levers(bot.session().slots[1]), 1);
    EXPECT_TRUE(bot.shows("reading"));
    EXPECT_FALSE(bot.app().summary()->scenarios[1].runs[0]->product_users.empty()) << "and computed with them";
    bot.app().sink().send(Action::undo);
    bot.settle();
    EXPECT_FALSE(bot.session().slots[1].scenario.supply);
    EXPECT_FALSE(bot.shows("reading"));
}

TEST(Supply, IsOnePlaceFromWhichAllPagesCountUses) {
    UiBot bot;
    supply_b(bot);
    for (const char* language : languages) {
        speak(bot, language);
        const Language spoken = bot.view().preferences.language;
        for (const ReadingInfo& row : reading_table) {
            bot.app().sink().send(SetPage{Page::compare});
            bot.frames(2);
            bot.click("reading");
            bot.click("reading." + std::string(row.id));
            bot.settle();
            bot.frames(3);
            EXPECT_EQ(domain_outcomes()[bot.view().outcome].name, row.outcome);
            const std::string social = domain_heading(Domain::social, row.reading, spoken);
            EXPECT_TRUE(is_on_screen(social)) << social;
            bot.app().sink().send(SetPage{Page::map});
            bot.frames(3);
            EXPECT_TRUE(bot.shows("reading"));
            const std::string quantity = std::string(text(Word::measure_in_use, spoken)) + " \u00B7 " +
                                         lower_first(std::string(text(row.words, spoken)));
            EXPECT_TRUE(is_on_screen(quantity)) << quantity;
            bot.app().sink().send(SetPage{Page::municipality});
            bot.app().sink().send(SetSubPage{SubPage::standing});
            bot.settle();
            bot.frames(3);
            EXPECT_TRUE(is_on_screen(domain_heading(Domain::physical, row.reading, spoken)));
            bot.app().sink().send(SetPage{Page::multiples});
            bot.app().sink().send(SetFacet{Facet::size_class});
            bot.settle();
            bot.frames(3);
            EXPECT_TRUE(is_on_screen(lower_first(std::string(text(row.words, spoken)))));
        }
    }
    // another outcome keeps the way of counting for the map, and is no count itself
    bot.app().sink().send(SetPage{Page::compare});
    bot.app().sink().send(SetOutcome{find_domain_outcome("value")});
    bot.settle();
    EXPECT_FALSE(bot.shows("reading"));
    EXPECT_EQ(bot.view().reading, Reading::registered);
    bot.app().sink().send(SetReading{Reading::used});
    bot.frames(2);
    EXPECT_EQ(domain_outcomes()[bot.view().outcome].name, "value");
}

TEST(Supply, ReadingsOfMunicipalitiesAddUpToTheOutcomes) {
    UiBot bot;
    supply_b(bot);
    const EnsembleSummary& summary = *bot.app().summary();
    const std::size_t towns = summary.country->size();
    constexpr int december = month_of(2023, 12);
    for (std::size_t slot = 0; slot < 2; ++slot)
        for (const ReadingInfo& row : reading_table)
            for (const Domain domain : {Domain::social, Domain::physical}) {
                const RunData& run = *summary.scenarios[slot].runs[20];
                double all = 0;
                for (std::size_t town = 0; town < towns; ++town)
                    all += in_use_at(run, towns, december, town, domain, row.reading);
                EXPECT_EQ(all, run.value(december, domain, find_domain_outcome(row.outcome)))
                    << row.id << " in " << slot;
            }
    const auto mean = [&](Reading reading) {
        return rank_of(summary.scenarios[1], *summary.country, 0, december, Domain::social, reading).mean;
    };
    EXPECT_GT(mean(Reading::used), mean(Reading::chosen)) << "a duty and national services come on top";
    const Standing standing = standing_of(summary.scenarios[1], *summary.country, 0, summary.months, Reading::used);
    EXPECT_DOUBLE_EQ(standing.own[0][december].mean, mean(Reading::used));
    const Difference effect =
        effect_in(summary.scenarios[1], summary.scenarios[0], towns, 0, december, Domain::social, Reading::used);
    EXPECT_GT(effect.band.mean, 0);
}

TEST(Supply, ChartsOfProductsShowAStrikeAsAFall) {
    UiBot bot;
    bot.app().sink().send(SetPage{Page::multiples});
    bot.app().sink().send(SetFacet{Facet::product});
    bot.settle();
    bot.frames(3);
    EXPECT_TRUE(bot.shows("products.none"));
    EXPECT_TRUE(bot.shows("supply.ask")) << "what is to be done is said";
    supply_b(bot);
    EXPECT_FALSE(bot.shows("products.none"));
    EXPECT_TRUE(bot.shows("product.benefit_cross_match"));
    for (const char* language : languages) {
        speak(bot, language);
        const ProductFacet first = products_in(*bot.app().summary()).front();
        EXPECT_TRUE(is_on_screen(present::product_name(first.product, bot.view().preferences.language)));
    }
    const std::vector<ProductFacet> facets = products_in(*bot.app().summary());
    const auto scorecard = std::find_if(facets.begin(), facets.end(), [](const ProductFacet& facet) {
        return facet.product.name == "welfare_scorecard";
    });
    ASSERT_NE(scorecard, facets.end());
    ASSERT_EQ(scorecard->scenarios.size(), 1U) << "A has no suppliers";
    const Fan& fan = scorecard->scenarios[0].fan;
    EXPECT_GT(fan[month_of(2020, 7)].mean, 1);
    EXPECT_LT(fan[month_of(2021, 7)].mean, .15 * fan[month_of(2020, 7)].mean);
    EXPECT_TRUE(std::is_sorted(facets.begin(), facets.end(), [](const ProductFacet& one, const ProductFacet& other) {
        return one.most_users > other.most_users;
    }));
}

/// The run in detail that the page of a municipality shows, once more.
std::shared_ptr<const ProbeResult> detail_of(UiBot& bot) {
    const std::atomic<bool> cancel{false};
    const EnsembleSummary& summary = *bot.app().summary();
    return probe({summary.scenarios[1].scenario, summary.country, summary.seed}, cancel);
}

TEST(Supply, ATownSaysWhoSuppliesItToHowManyAndSinceWhen) {
    UiBot bot;
    supply_b(bot);
    const auto detail = detail_of(bot);
    constexpr int month = month_of(2019, 6);
    // a small one: all that it has is on the screen
    const auto smallest = std::min_element(
        detail->country->begin(), detail->country->end(),
        [](const MunicipalityFacts& one, const MunicipalityFacts& other) { return one.population < other.population; });
    const auto town = static_cast<std::size_t>(smallest - detail->country->begin());
    const std::string code = smallest->gm_code;
    bot.app().sink().send(SetCursor{month});
    bot.app().sink().send(OpenTown{code});
    bot.app().sink().send(SetSubPage{SubPage::overview});
    bot.platform().resize(1920, 1080);
    bot.settle();
    const auto uses = detail->supplied_of(month, town);
    ASSERT_FALSE(uses.empty());
    int told = 0;
    for (const char* language : languages) {
        speak(bot, language);
        const Language spoken = bot.view().preferences.language;
        for (const SuppliedMonth& use : uses) {
            const Product& product = detail->catalogue.product(use.product);
            EXPECT_TRUE(bot.shows("supplied." + product.name));
            if (use.stage != Stage::in_use) continue;
            const bool sold = product.route == Route::market;
            const int others =
                sold ? detail->others_served(month, town, use.product) : detail->other_users(month, town, use.product);
            const Word pattern = sold                               ? Word::supplied_bought
                                 : product.route == Route::national ? Word::supplied_national
                                                                    : Word::supplied_joined;
            const std::string since =
                use.since < 0 ? std::string(text(Word::supplied_from_before, spoken))
                              : filled(text(Word::supplied_since, spoken), std::to_string(year_of(use.since)));
            const std::string words = filled(text(pattern, spoken), std::to_string(others)) + since;
            EXPECT_TRUE(is_on_screen(words)) << words;
            ++told;
        }
    }
    EXPECT_GT(told, 0);
}

TEST(Supply, OthersAreCountedByProductAndBySupplier) {
    UiBot bot;
    supply_b(bot);
    const auto detail = detail_of(bot);
    constexpr int month = month_of(2023, 12);
    const auto position = [&](std::string_view name) {
        std::size_t k = 0;
        while (detail->catalogue.product(k).name != name) ++k;
        return k;
    };
    const std::size_t debts = position("debt_matching_a");
    int users = 0;
    for (std::size_t town = 0; town < detail->country->size(); ++town)
        for (const SuppliedMonth& use : detail->supplied_of(month, town))
            users += use.product == debts && use.stage == Stage::in_use ? 1 : 0;
    ASSERT_GT(users, 0);
    for (std::size_t town = 0; town < detail->country->size(); ++town) {
        const auto uses = detail->supplied_of(month, town);
        const bool here = std::any_of(uses.begin(), uses.end(), [&](const SuppliedMonth& use) {
            return use.product == debts && use.stage == Stage::in_use;
        });
        EXPECT_EQ(detail->other_users(month, town, debts), users - (here ? 1 : 0));
        EXPECT_GE(detail->others_served(month, town, debts), detail->other_users(month, town, debts));
        const MunicipalityMonth& at = detail->state(month, town);
        const int in_use = at.offices[0].in_use_all + at.offices[1].in_use_all;
        const auto own = detail->projects_of(month, town);
        const auto runs = [](const auto& one) { return one.stage == Stage::in_use; };
        EXPECT_EQ(in_use, std::count_if(own.begin(), own.end(), runs) + std::count_if(uses.begin(), uses.end(), runs));
    }
}

TEST(Supply, WhyCountsUsesThatEndedWithTheirProduct) {
    UiBot bot;
    supply_b(bot);
    const EnsembleSummary& summary = *bot.app().summary();
    const std::size_t withdrawn = find_domain_outcome("withdrawn");
    const int last = summary.months - 1;
    double all = 0;
    for (std::size_t k = 0; k < 16; ++k) {
        const RunData& run = *summary.scenarios[1].runs[k];
        const auto ended = std::count_if(run.ends.begin(), run.ends.end(),
                                         [](const TownEnd& end) { return end.reason == Reason::withdrawn; });
        EXPECT_EQ(ended, run.value(last, Domain::social, withdrawn) + run.value(last, Domain::physical, withdrawn));
        EXPECT_TRUE(std::is_sorted(run.ends.begin(), run.ends.end(),
                                   [](const TownEnd& a, const TownEnd& b) { return a.municipality < b.municipality; }));
        all += static_cast<double>(ended);
    }
    EXPECT_GT(all, 16) << "the scorecard had more than one user in the sample";
    bot.app().sink().send(SetCursor{last});
    bot.app().sink().send(SetPage{Page::why});
    bot.app().sink().send(SetSubPage{SubPage::flow});
    for (const char* language : languages) {
        speak(bot, language);
        const Language spoken = bot.view().preferences.language;
        const auto number = [&](std::size_t slot, Domain domain) {
            return number_words(std::round(mean_at(summary.scenarios[slot], domain, withdrawn, last)), spoken);
        };
        const auto both = [&](Domain domain) { return number(1, domain) + " (" + number(0, domain) + ")"; };
        const std::size_t runs = summary.scenarios[1].runs.size();
        const std::string words =
            filled(text(Word::flow_withdrawn_note, spoken), counted_runs_words(runs, runs, spoken),
                   both(Domain::social), both(Domain::physical));
        EXPECT_TRUE(is_on_screen(words)) << words;
    }
    bot.app().sink().send(SelectSlot{0});
    bot.frames(3);
    EXPECT_FALSE(is_on_screen(std::string(text(Word::flow_withdrawn, Language::en)))) << "A has no suppliers";
}

TEST(Supply, AScenarioWithoutSuppliersHasNoRegisterInsteadOfNought) {
    UiBot bot;
    supply_b(bot);
    bot.app().sink().send(SetReading{Reading::registered});
    bot.app().sink().send(Action::side_values);
    bot.settle();
    bot.frames(3);
    if (!bot.view().shows(Side::values)) bot.app().sink().send(Action::side_values);
    bot.frames(3);
    EXPECT_TRUE(bot.shows("readout.none.social.0")) << all_words();
    EXPECT_FALSE(bot.shows("readout.social.0"));
    EXPECT_TRUE(bot.shows("readout.social.1")) << "B has one";
    bot.app().sink().send(SetReading{Reading::chosen});
    bot.settle();
    bot.frames(3);
    EXPECT_TRUE(bot.shows("readout.social.0")) << "what municipalities choose is there without suppliers";
}

TEST(Supply, WithoutAnyThereIsNoRegisterToLookAtOrToPredict) {
    UiBot bot;
    supply_b(bot);
    bot.app().sink().send(SetReading{Reading::registered});
    bot.app().sink().send(SetOutcome{outcome_of(Reading::registered)});
    bot.settle();
    bot.app().sink().send(LoadPreset{1, "ethics_committee"});
    bot.settle();
    EXPECT_EQ(bot.view().reading, Reading::chosen);
    EXPECT_EQ(bot.view().outcome, outcome_of(Reading::chosen)) << "its axis would hold nothing";
}

TEST(Supply, WhySaysWhereUsesComeFrom) {
    UiBot bot(dutch());
    bot.app().sink().send(SetPage{Page::why});
    bot.settle();
    bot.frames(3);
    EXPECT_FALSE(is_on_screen("landelijke dienst")) << "nobody supplies anything";
    supply_b(bot);
    const EnsembleSummary& summary = *bot.app().summary();
    const auto mean = [&](const char* outcome, Domain domain) {
        const double value = mean_at(summary.scenarios[1], domain, find_domain_outcome(outcome), bot.view().cursor);
        return number_words(std::round(value), Language::nl);
    };
    EXPECT_TRUE(is_on_screen("landelijke dienst " + mean("in_use_national", Domain::social) + " / " +
                             mean("in_use_national", Domain::physical) + " (0 / 0)"))
        << all_words();
    bot.app().sink().send(SetPage{Page::municipality});
    bot.app().sink().send(SetSubPage{SubPage::standing});
    bot.settle();
    bot.frames(3);
    EXPECT_TRUE(is_on_screen("niet zelf kiest")) << all_words();
}

TEST(Supply, WhatIsNotChosenIsAllUseWithoutTheOwnChoice) {
    UiBot bot;
    supply_b(bot);
    const EnsembleSummary& summary = *bot.app().summary();
    const std::size_t size = summary.country->size();
    const int december = 131;  // the end of a year, of which the numbers of municipalities are kept
    double all = 0, chosen = 0, not_chosen = 0;
    for (std::size_t town = 0; town < size; ++town)
        not_chosen += not_chosen_in(summary.scenarios[1], size, town, december);
    for (const Domain domain : {Domain::social, Domain::physical}) {
        all += mean_at(summary.scenarios[1], domain, find_domain_outcome("in_use_all"), december);
        chosen += mean_at(summary.scenarios[1], domain, find_domain_outcome("in_use"), december);
    }
    EXPECT_GT(not_chosen, 0);
    EXPECT_NEAR(not_chosen, all - chosen, 1e-9 * all);
    EXPECT_EQ(not_chosen_in(summary.scenarios[0], size, 0, december), 0);
}

}  // namespace
}  // namespace algemeente::viewer

// The effect is the picture, and a municipality is not a prophecy.
#include "ui_bot.h"

#include "viewer/plot/choropleth.h"
#include "viewer/plot/standing.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace algemeente::viewer {
namespace {

constexpr double at_once = std::numeric_limits<double>::infinity();

TEST(Limits, StandStillWhileALeverMovesAndEaseAfterwards) {
    Limits limits;
    const Limits::Chart chart{3};
    limits.follow(chart, {0, 95}, Limits::Hold::runs, at_once);
    EXPECT_EQ(limits.range, (Range{0, 100})) << "the first time there is nothing to keep";
    limits.follow(chart, {0, 60}, Limits::Hold::runs, at_once);
    EXPECT_EQ(limits.range, (Range{0, 100})) << "while its first runs arrive it does not become smaller";
    limits.follow(chart, {0, 130}, Limits::Hold::runs, at_once);
    EXPECT_EQ(limits.range, (Range{0, 150})) << "but nothing of another chart is cut off";
    limits.follow(chart, {0, 95}, Limits::Hold::nothing, at_once);
    EXPECT_EQ(limits.range, (Range{0, 100}));
    limits.follow(chart, {0, 280}, Limits::Hold::lever, 0.016);
    EXPECT_EQ(limits.range, (Range{0, 100})) << "frozen, whatever comes";
    EXPECT_TRUE(limits.cuts);
    EXPECT_FALSE(limits.moving);
    limits.follow(chart, {0, 280}, Limits::Hold::nothing, 0.016);
    EXPECT_GT(limits.range.high, 100);
    EXPECT_LT(limits.range.high, 200) << "eased, not jumped";
    EXPECT_TRUE(limits.moving);
    for (int frame = 0; frame < 120; ++frame) limits.follow(chart, {0, 280}, Limits::Hold::nothing, 0.016);
    EXPECT_EQ(limits.range, (Range{0, 300}));
    EXPECT_FALSE(limits.moving);
    EXPECT_FALSE(limits.cuts);
    limits.follow(chart, {0, 500}, Limits::Hold::lever, at_once);
    limits.follow(chart, {0, 500}, Limits::Hold::runs, at_once);
    EXPECT_EQ(limits.range, (Range{0, 500})) << "the lever is at rest: while runs arrive nothing is cut off";
    limits.follow({4}, {0, 1}, Limits::Hold::lever, 0.016);
    EXPECT_EQ(limits.range, (Range{0, 1})) << "another chart has its own limits at once";
}

TEST(Effect, IsTheFirstThingThatIsShown) {
    UiBot bot;
    EXPECT_EQ(bot.view().lower, LowerChart::difference);
    EXPECT_TRUE(bot.shows("headline.social"));
    EXPECT_TRUE(bot.shows("headline.physical"));
    EXPECT_TRUE(bot.shows("chart.lower.1")) << "the difference in both domains";
    bot.press('V');
    EXPECT_FALSE(bot.shows("headline.social")) << "it would tell what the room is to predict";
    bot.press('V');
    bot.press('W', 2);
    bot.settle();  // until then the old answer stays in sight
    EXPECT_FALSE(bot.shows("headline.social")) << "one scenario has no effect";
}

TEST(Effect, ALowWindowShowsBothRows) {
    Options options;
    options.height = 480;
    UiBot bot(options);
    for (const char* chart : {"chart.social", "chart.physical", "chart.lower.0", "chart.lower.1"})
        EXPECT_TRUE(bot.shows(chart)) << chart;
}

TEST(Standing, MapAndPageHaveTheSameMeanOverAllRuns) {
    Options options;
    options.page = Page::municipality;
    options.replicates = 20;
    options.time = 140;
    UiBot bot(options);
    const EnsembleSummary& summary = *bot.app().summary();
    const ScenarioRuns& runs = summary.scenarios[1];
    const Country& country = *summary.country;
    EXPECT_EQ(municipal_runs(runs, MapMeasure::in_use), 20) << "all of them, not the first sixteen";
    const auto position = position_in(country, bot.view().municipality);
    ASSERT_TRUE(position.has_value());
    constexpr int month = 140;
    const Standing& standing = bot.app().derived().standing.value();
    for (const Domain domain : {Domain::social, Domain::physical}) {
        const auto d = static_cast<std::size_t>(index_of(domain));
        const Rank rank = rank_of(runs, country, *position, month, domain);
        EXPECT_EQ(rank.mean, municipal_mean(runs, country.size(), month, *position, domain, MapMeasure::in_use));
        EXPECT_EQ(rank.band.count, 20);
        EXPECT_NEAR(standing.own[d][month].mean, rank.mean, 1e-9) << "the chart says the same";
        EXPECT_NEAR(standing.own[d][month].p50, rank.mean, 1e-9) << "and its line is that number";
        EXPECT_LE(rank.more_than + rank.fewer_than, rank.others);
        EXPECT_EQ(rank.others, standing.others);
    }
    EXPECT_TRUE(bot.shows("standing.words.social"));
    EXPECT_TRUE(bot.shows("chart.social") || bot.shows("standing.social"));
}

TEST(Standing, RanksAmongMunicipalitiesOfItsSize) {
    Country country(4);
    for (std::size_t i = 0; i < country.size(); ++i) country[i].size_class = i == 3 ? 4 : 1;
    RunData run;
    run.months = 12;
    run.in_use = {5, 0, 3, 0, 5, 0, 90, 0};  // [municipality][domain] of one year
    const ScenarioRuns runs{nullptr, {std::make_shared<const RunData>(run)}};
    const Rank rank = rank_of(runs, country, 0, 11, Domain::social);
    EXPECT_EQ(rank.mean, 5);
    EXPECT_EQ(rank.others, 2) << "the large one is no peer";
    EXPECT_EQ(rank.more_than, 1);
    EXPECT_EQ(rank.fewer_than, 0);
    EXPECT_EQ(rank.against_others.higher, 1) << "5 against a mean of 4";
    const Rank alone = rank_of(runs, country, 3, 11, Domain::social);
    EXPECT_EQ(alone.others, 0);
    EXPECT_EQ(alone.against_others.count, 0);
}

TEST(Standing, EveryPartSaysThatItIsNoForecastAndOneRunIsCalledSo) {
    UiBot bot;
    bot.press('4');
    for (const SubPageInfo& part : sub_page_table) {
        if (part.page != Page::municipality) continue;
        bot.click("page." + std::string(part.id));
        bot.settle();
        EXPECT_TRUE(bot.shows("municipality.banner")) << part.id;
    }
    EXPECT_EQ(text(sub_page_table[static_cast<std::size_t>(SubPage::overview)].words, Language::en),
              "One imagined course");
    EXPECT_EQ(SubPages().of(Page::municipality), SubPage::standing) << "what all runs say comes first";
}

}  // namespace
}  // namespace algemeente::viewer

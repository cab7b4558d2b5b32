// The page of a municipality says whose numbers it shows, and answers why.
#include "screen_check.h"
#include "ui_bot.h"

#include "ensemble/replicate_run.h"
#include "text/calendar.h"
#include "viewer/plot/town_why.h"

#include <cmath>
#include <limits>

namespace algemeente::viewer {
namespace {

TEST(Town, EveryPartNamesTheScenario) {
    Options options = dutch();
    options.page = Page::municipality;
    UiBot bot(options);
    for (const SubPage part : {SubPage::standing, SubPage::overview, SubPage::people, SubPage::beside})
        for (const std::size_t slot : {std::size_t{0}, std::size_t{1}}) {
            bot.app().sink().send(SetSubPage{part});
            bot.app().sink().send(SelectSlot{slot});
            bot.settle();
            bot.frames(2);
            const auto found = bot.app().widgets().find("municipality.scenario");
            ASSERT_TRUE(found) << static_cast<int>(part);
            const std::string title = title_of(bot.session().slots[slot].scenario, Language::nl);
            const std::string name = squeezed(letter_of(slot) + title);
            bool inside = false;
            std::string row;
            for (const DrawnWords& words : drawn_words())
                if (words.area.y + 1 >= found->y - 4 && words.area.bottom() <= found->bottom() + 4 &&
                    words.area.x + 1 >= found->x - 4)
                    row += words.words + " ";
            inside = squeezed(row).find(name) != std::string::npos;
            EXPECT_TRUE(inside) << name << " in " << row;
        }
}

TEST(Town, SaysWhy) {
    Options options = dutch();
    options.page = Page::municipality;
    UiBot bot(options);
    bot.app().sink().send(LoadPreset{1, "ethics_committee"});
    bot.settle();
    EXPECT_TRUE(bot.shows("standing.why"));
    EXPECT_TRUE(bot.shows("standing.stops"));
    EXPECT_TRUE(bot.shows("standing.why.chart"));
    bot.app().sink().send(Action::predict);
    bot.frames(2);
    EXPECT_FALSE(bot.shows("standing.why") || bot.shows("standing.stops") || bot.shows("standing.why.chart"));
    bot.app().sink().send(SelectSlot{0});
    bot.settle();
    EXPECT_TRUE(bot.shows("standing.stops")) << "A is not covered";
    EXPECT_FALSE(bot.shows("standing.why")) << "what sets B apart from it is";
}

/// Mean level of a factor over the project-months of one municipality in one year, by an uninterrupted run of its own.
double level_by_hand(const ScenarioRuns& runs, const Country& country, int replicate, std::size_t municipality,
                     Domain domain, Factor factor, int year) {
    ReplicateRun run(runs.scenario, country, 1, replicate, false);
    double sum = 0;
    int count = 0;
    while (!run.finished()) {
        run.pass_month();
        if ((run.month() - 1) / months_per_year != year) continue;
        for (const Project& project : run.world().municipalities[municipality].projects) {
            if (project.domain != domain || !is_pipeline(project.stage)) continue;
            sum += project.level_of(factor);
            ++count;
        }
    }
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

TEST(Town, FactorsAreThoseOfItsProjectsAlsoInRunsThatGoOnFromAStoredMonth) {
    UiBot bot;
    bot.app().sink().send(SetLever{1, "ethics_committee", 1, true});
    bot.settle();
    bot.app().sink().send(SetLever{1, "ethics_committee", 0.5, true});
    bot.app().sink().send(SetLever{1, "change_capacity_multiplier", 2, true});
    bot.settle();
    ASSERT_GT(bot.app().service().branched_and_full().first, 0) << "some runs go on from a stored month";
    const EnsembleSummary& summary = *bot.app().summary();
    const Country& country = *summary.country;
    constexpr int year = 11;
    for (const int replicate : {0, 20}) {
        const RunData& run = *summary.scenarios[1].runs[static_cast<std::size_t>(replicate)];
        ASSERT_EQ(run.towns.size(), 15 * country.size() * domain_count);
        for (std::size_t town = 0; town < country.size(); town += 3) {
            const double by_hand = level_by_hand(summary.scenarios[1], country, replicate, town, Domain::physical,
                                                 Factor::willingness, year);
            const TownYear& kept = run.towns[(year * country.size() + town) * domain_count + 1];
            EXPECT_EQ(kept.project_months == 0, std::isnan(by_hand));
            if (std::isnan(by_hand)) continue;
            const double level = kept.level(static_cast<std::size_t>(Factor::willingness));
            EXPECT_NEAR(level, by_hand, 0.5 / TownYear::steps + 1e-5);
        }
    }
}

TEST(Town, WhyIsOverPairsOfRunsAndEndsOverThoseThatKeepEvents) {
    const auto run_with = [](int level, bool projects) {
        RunData run;
        run.months = 12;
        run.towns.resize(domain_count);
        run.towns[0].project_months = projects ? 6 : 0;
        run.towns[0].binding = projects ? Factor::ict : Factor::none;
        run.towns[0].levels[static_cast<std::size_t>(Factor::ethics)] = static_cast<std::uint8_t>(level);
        run.flows.months.resize(12);
        run.ends = {{0, 0, Reason::other}, {0, 0, Reason::other}, {0, 0, Reason::law}, {1, 0, Reason::stuck}};
        return std::make_shared<const RunData>(run);
    };
    const ScenarioRuns a{nullptr, {run_with(100, true), run_with(100, true), run_with(0, false)}};
    const ScenarioRuns b{nullptr, {run_with(150, true), run_with(125, true), run_with(250, true)}};
    const TownWhy why = town_why(b, &a, 1, 0, 5);
    EXPECT_EQ(why.year, 2015);
    EXPECT_EQ(why.most.factor, Factor::ethics);
    EXPECT_EQ(why.most.shift.direction.count, 2) << "the third run of A has no project there";
    EXPECT_NEAR(why.most.shift.band.mean, 0.15, 1e-9);
    EXPECT_EQ(why.brakes[0].factor, Factor::ict);
    EXPECT_EQ(why.brakes[0].runs, 3);
    EXPECT_EQ(why.brakes[1].factor, Factor::none);
    EXPECT_EQ(why.ends.all, 3);
    EXPECT_EQ(why.ends.by_reason.front().first, Reason::law) << "a reason without a name says least";
    EXPECT_EQ(*why.ends.in_a, 3);
    EXPECT_EQ(town_why(a, nullptr, 1, 0, 5).most.factor, Factor::none);
}

}  // namespace
}  // namespace algemeente::viewer

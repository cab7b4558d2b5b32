// Searching for packages from the page Choose: asked for A within the room's limits, told while it goes on, and shown
// beside those that came with the program.
#include "screen_check.h"
#include "ui_bot.h"
#include "viewer/finder/search_finder.h"

#include <thread>

namespace algemeente::viewer {
namespace {

/// Two packages and what happened; value and cost.
KeptFront few_packages() {
    KeptFront front;
    front.scenario = "baseline";
    front.municipalities = "40";
    front.months = 180;
    front.fresh_runs = front.members = 8;
    front.objectives = {{.measure = {.outcome = "value", .of = Measure::Of::social, .month = 179}},
                        {.measure = {.outcome = "policy_eur_per_inhabitant", .of = Measure::Of::nation, .month = 179},
                         .higher_is_better = false}};
    const auto package = [](const char* name, int from, std::vector<double> values) {
        KeptPackage one{.name = name};
        one.changes = {{.lever = "ethics_committee", .value = 1, .from_month = from}};
        one.values = one.worst_decile = one.regret_90 = std::move(values);
        return one;
    };
    front.packages = {package("7", 72, {5, 9}), package("9", 96, {4.5, 3}), package("0", 0, {4, 0})};
    front.packages[2].kind = KeptPackage::Kind::scenario;
    front.packages[2].changes.clear();
    front.base = 2;
    return front;
}

/// A finder that finds what a test says.
struct FakeFinder : PackageFinder {
    void find(PackageWish wanted) override {
        wish = std::move(wanted);
        now = {.stage = Finding::Stage::searching};
    }
    void stop() override { now = {}; }
    Finding finding() const override { return now; }

    std::optional<PackageWish> wish;
    Finding now;
};

struct FindBot {
    FindBot() : bot(with_finder(dutch(), finder), Begins::as_usual) {
        bot.press('6');
        bot.settle();
    }

    static Options with_finder(Options options, FakeFinder*& finder) {
        options.open_finder = [&finder](const std::function<void()>&) {
            auto made = std::make_unique<FakeFinder>();
            finder = made.get();
            return made;
        };
        return options;
    }
    const Packages& packages() { return bot.app().derived().front.packages.value(); }
    void find(Finding what) {
        finder->now = std::move(what);
        bot.frames(3);
    }

    FakeFinder* finder = nullptr;
    UiBot bot;
};

TEST(Finding, IsAskedForAWithTheLimitsOfTheRoom) {
    FindBot one;
    UiBot& bot = one.bot;
    const Packages packages = one.packages();
    const std::size_t cost = packages.objectives - 1;
    const PackageAxis& axis = packages.axes[cost];
    const double middle = (axis.range.low + axis.range.high) / 2;
    bot.app().state().apply(SetPackageLimit{cost, Range{axis.range.low, middle}});
    bot.frames(2);
    bot.click("choose.find");
    ASSERT_TRUE(one.finder->wish);
    EXPECT_EQ(one.finder->wish->scenario.title.rfind(title_of(bot.session().slots.front().scenario, Language::nl), 0),
              0U)
        << one.finder->wish->scenario.title;
    EXPECT_TRUE(same_simulation(one.finder->wish->scenario, bot.session().slots.front().scenario));
    ASSERT_EQ(one.finder->wish->limits.size(), 1U) << "an end that is that of the axis limits nothing";
    EXPECT_EQ(one.finder->wish->limits[0].measure.outcome, "policy_eur_per_inhabitant");
    EXPECT_TRUE(one.finder->wish->limits[0].at_most);
    EXPECT_NEAR(one.finder->wish->limits[0].at, middle, 1e-9);
    one.find({.stage = Finding::Stage::searching, .rounds = 2, .looked_at = 31, .unbeaten = 9, .share = 0.25});
    EXPECT_TRUE(bot.shows("choose.finding"));
    EXPECT_FALSE(bot.shows("choose.find")) << "one search at a time";
    bot.click("choose.stop");
    EXPECT_EQ(one.finder->now.stage, Finding::Stage::resting);
    EXPECT_TRUE(bot.shows("choose.find"));
}

TEST(Finding, ShowsWhatWasFoundAndTheWayBack) {
    FindBot one;
    UiBot& bot = one.bot;
    const std::size_t supplied = one.packages().count;
    bot.click("choose.find");
    const auto found = std::make_shared<const KeptFront>(few_packages());
    one.find({.stage = Finding::Stage::found, .looked_at = 90, .found = found});
    bot.frames(2);
    EXPECT_EQ(one.packages().count, 2U);
    EXPECT_TRUE(is_on_screen("Kort gezocht, hier: 90 pakketten zijn bekeken")) << "a short search is said to be one";
    for (const std::string& fault : faults_of_words(drawn_words())) ADD_FAILURE() << fault;
    bot.click("choose.kept");
    EXPECT_EQ(one.packages().count, supplied);
    bot.click("choose.own");
    EXPECT_EQ(one.packages().count, 2U);
}

TEST(Finding, OfASearchThatFailsOrFindsNothingIsToldAndTheRestStays) {
    FindBot one;
    UiBot& bot = one.bot;
    const std::size_t supplied = one.packages().count;
    for (const Finding& end : {Finding{.stage = Finding::Stage::nothing},
                               Finding{.stage = Finding::Stage::failed, .problem = "no lever is left"}}) {
        bot.click("choose.find");
        const std::size_t told = bot.app().notice_log().size();
        one.find(end);
        EXPECT_EQ(bot.app().notice_log().size(), told + 1);
        EXPECT_EQ(one.packages().count, supplied);
        EXPECT_TRUE(bot.shows("choose.find"));
        EXPECT_TRUE(bot.shows("choose.found_nothing")) << "a notice goes, the words beside the button stay";
    }
}

TEST(Finding, IsNotOfferedWhereNothingCanSearch) {
    Options options;
    options.open_finder = [](const std::function<void()>&) { return nullptr; };
    UiBot bot(options, Begins::as_usual);
    bot.press('6');
    bot.settle();
    EXPECT_TRUE(bot.shows("choose.chart.spots"));
    EXPECT_FALSE(bot.shows("choose.find"));
}

TEST(Finding, NothingIsCutOffWhileItSearches) {
    FindBot one;
    one.find({.stage = Finding::Stage::searching, .rounds = 7, .looked_at = 1234, .unbeaten = 567, .share = 0.88});
    for (const auto& [width, height] : {std::pair{1024, 768}, {1280, 720}, {1920, 1080}})
        for (const double scale : {0.8, 1.25, 2.0}) {
            one.bot.platform().resize(width, height);
            one.bot.platform().scale = scale;
            one.bot.app().sink().send(Action::language);
            one.bot.frames(4);
            const std::string where = std::to_string(width) + " at " + std::to_string(scale);
            for (const std::string& fault : faults_of_words(drawn_words())) ADD_FAILURE() << where << ": " << fault;
            const ImVec2 size = ImGui::GetIO().DisplaySize;
            for (const std::string& fault : faults_of_items(one.bot.app().widgets().items(), {0, 0, size.x, size.y}))
                ADD_FAILURE() << where << ": " << fault;
        }
}

/// Waits until a search has ended.
Finding ended(const PackageFinder& finder) {
    Finding now = finder.finding();
    for (int i = 0; i < 60'000 && now.stage == Finding::Stage::searching; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        now = finder.finding();
    }
    return now;
}

/// A country so small that a search of it takes seconds.
Scenario small_country() {
    Scenario scenario = read_scenario(data_folder().parent_path() / "baseline.toml");
    scenario.population = Population::synthetic;
    scenario.municipalities = {.kind = MunicipalityChoice::Kind::sample, .count = 20};
    scenario.parameters.months = 150;
    return scenario;
}

/// Made-up municipalities may pay more for each inhabitant than a room would.
std::vector<RoomLimit> room_to_spend() {
    return {{{.outcome = "policy_eur_per_inhabitant", .of = Measure::Of::nation, .month = 149}, true, 100'000}};
}

TEST(SearchFinder, FindsNothingWhereNoPackageKeepsWithinTheLimits) {
    const auto finder = open_search_finder(nullptr);
    const Measure value{.outcome = "value", .of = Measure::Of::social, .month = 149};
    finder->find({small_country(), {{value, false, 1'000'000}}});
    EXPECT_EQ(ended(*finder).stage, Finding::Stage::nothing);
}

TEST(SearchFinder, FindsPackagesOfTheScenarioOnTheScreen) {
    const auto finder = open_search_finder(nullptr);
    finder->find({small_country(), room_to_spend()});
    const Finding found = ended(*finder);
    ASSERT_EQ(found.stage, Finding::Stage::found) << found.problem;
    ASSERT_TRUE(found.found);
    EXPECT_EQ(found.found->months, 150);
    EXPECT_GT(found.looked_at, 16U);
    for (const KeptPackage& one : found.found->packages)
        EXPECT_TRUE(one.within_limits || one.kind != KeptPackage::Kind::package) << one.name;
    EXPECT_EQ(found.found->packages[found.found->base].kind, KeptPackage::Kind::scenario);
    for (const KeptPackage& one : found.found->packages)
        for (const DatedChange& change : one.changes) EXPECT_LT(change.from_month, 150);
    const auto again = open_search_finder(nullptr);
    again->find({small_country(), room_to_spend()});
    const Finding same = ended(*again);
    ASSERT_TRUE(same.found);
    ASSERT_EQ(same.found->packages.size(), found.found->packages.size());
    for (std::size_t i = 0; i < found.found->packages.size(); ++i)
        EXPECT_EQ(same.found->packages[i].values, found.found->packages[i].values) << "same seed, same packages";
}

TEST(SearchFinder, StopsWhenItIsToldAndSearchesAgain) {
    const auto finder = open_search_finder(nullptr);
    Scenario large = small_country();
    large.population = Population::real;  // takes minutes
    finder->find({large, {}});
    finder->stop();
    EXPECT_EQ(finder->finding().stage, Finding::Stage::resting);
    EXPECT_FALSE(finder->finding().found);
    Scenario ended_early = small_country();
    ended_early.parameters.months = 24;
    finder->find({ended_early, {}});
    const Finding failed = ended(*finder);
    EXPECT_EQ(failed.stage, Finding::Stage::failed);
    EXPECT_NE(failed.problem.find("no lever is left"), std::string::npos) << failed.problem;
}

}  // namespace
}  // namespace algemeente::viewer

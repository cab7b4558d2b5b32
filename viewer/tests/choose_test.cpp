// The page on which a package of levers is chosen: its words, the limits that thin the packages, and the one in B.
#include "viewer/plot/package_charts.h"

#include "places.h"
#include "screen_check.h"
#include "ui_bot.h"
#include "viewer/state/session_io.h"
#include "viewer/views/choose_page.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace algemeente::viewer {
namespace {

constexpr int escape = 256;
constexpr const char* spots = "choose.chart.spots";

/// Two packages, what happened and one more scenario; value and cost.
KeptFront small_front() {
    KeptFront front;
    front.scenario = "baseline";
    front.municipalities = "40";
    front.months = 180;
    front.fresh_runs = front.members = 16;
    front.objectives = {{.measure = {.outcome = "value", .of = Measure::Of::social, .month = 179}},
                        {.measure = {.outcome = "policy_eur_per_inhabitant", .of = Measure::Of::nation, .month = 179},
                         .higher_is_better = false}};
    const DatedChange committee{.lever = "ethics_committee", .value = 1, .from_month = 72};
    const DatedChange pool{.lever = "data_science_pool", .value = 1, .from_month = 96, .municipality_share = 0.5};
    front.packages = {{.name = "7",
                       .changes = {committee, pool},
                       .good_share = 0.875,
                       .regret = 1.2,
                       .values = {5, 9.9},
                       .worst_decile = {3, 11},
                       .regret_90 = {1, 10}},
                      {.name = "9",
                       .changes = {committee},
                       .good_share = 0.5,
                       .regret = 1.5,
                       .values = {4.4, 3},
                       .worst_decile = {2, 4},
                       .regret_90 = {2, 4}},
                      {.name = "0",
                       .kind = KeptPackage::Kind::scenario,
                       .regret = 2,
                       .values = {4, 0},
                       .worst_decile = {2, 0},
                       .regret_90 = {3, 0}},
                      {.name = "ethics_committee",
                       .kind = KeptPackage::Kind::other,
                       .within_limits = false,
                       .good_share = 0.25,
                       .regret = 1.9,
                       .values = {4.2, 30},
                       .worst_decile = {2, 33},
                       .regret_90 = {2, 33}}};
    front.base = 2;
    return front;
}

Packages small_packages(Language language) {
    const std::vector<Scenario> presets = read_presets(data_folder().parent_path());
    return packages_of(small_front(), presets, language);
}

PackageLight all_lit(const Packages& packages) {
    PackageLight light;
    light.in_sight = within_limits(packages, {});
    light.across = 1;
    return light;
}

/// The page with the front that ships.
struct ChooseBot {
    explicit ChooseBot(Options options = dutch()) : bot(std::move(options), Begins::as_usual) {
        bot.press('6');
        bot.settle();
    }
    const Packages& packages() { return bot.app().derived().front.packages.value(); }
    std::size_t in_sight() {
        const std::vector<bool> within = within_limits(packages(), bot.view().choosing.limits);
        return static_cast<std::size_t>(std::count(within.begin(), within.end(), true));
    }
    const PackageShown& shown(const std::string& name) { return packages().all[*find_package(packages(), name)]; }
    UiBot bot;
};

bool is_added(const std::vector<DatedChange>& changes, const Scenario& scenario) {
    return std::all_of(changes.begin(), changes.end(), [&](const DatedChange& one) {
        return std::find(scenario.changes.begin(), scenario.changes.end(), one) != scenario.changes.end();
    });
}

TEST(Packages, SayWhatTheyDoInWordsOfLeversAndUnits) {
    EXPECT_EQ(
        small_packages(Language::en).all[0].sentence,
        "Ethics committee from 2021 and Data-science pool from 2023 in 50% of municipalities: value, social +25%; "
        "9.9 euros per inhabitant in 9 years (1.1 a year); holds in 14 of 16 draws of the assumptions.");
    EXPECT_EQ(small_packages(Language::nl).all[0].sentence,
              "Ethische commissie vanaf 2021 en Pool van datawetenschappers vanaf 2023 in 50\u00a0% van de gemeenten: "
              "waarde, sociaal "
              "+25\u00a0%; 9,9 euro per inwoner in 9 jaar (1,1 per jaar); houdt stand bij 14 van 16 trekkingen van de "
              "aannames.");
    const Packages english = small_packages(Language::en);
    EXPECT_EQ(english.all[0].title, "Package 7");
    EXPECT_EQ(english.all[3].title, "Ethics committee");
    EXPECT_NE(english.all[3].sentence.find("exceeds a limit"), std::string::npos) << english.all[3].sentence;
    EXPECT_EQ(english.count, 2U) << "others beside the front are no packages of it";
}

TEST(Packages, SayWhatOneWouldRegret) {
    EXPECT_EQ(
        small_packages(Language::en).all[0].regret,
        "In nine cases in ten this is, on each objective, no further behind the best package than: value, social "
        "25% and euros per inhabitant 10. If it turns out badly (the worst tenth), against \u2018" +
            title_of(read_scenario(data_folder().parent_path() / "baseline.toml"), Language::en) +
            "\u2019 when that turns out badly too: value, social +50% and 11 euros per inhabitant in 9 years (1.2 "
            "a year).");
    EXPECT_NE(small_packages(Language::nl).all[0].regret.find("In negen van de tien gevallen"), std::string::npos);
}

TEST(Packages, AreThinnedByLimitsOnAnyAxis) {
    const Packages packages = small_packages(Language::en);
    EXPECT_EQ(within_limits(packages, {}), (std::vector<bool>{true, true, true, true}));
    EXPECT_EQ(within_limits(packages, {std::nullopt, Range{0, 9}}), (std::vector<bool>{false, true, true, false}));
    EXPECT_EQ(within_limits(packages, {Range{0.1, 1}, Range{0, 9}}), (std::vector<bool>{false, true, false, false}));
    EXPECT_EQ(within_limits(packages, {std::nullopt, std::nullopt, Range{0.5, 1}}),
              (std::vector<bool>{true, true, false, false}));
}

TEST(Packages, ALimitBeginsWhereTheHandGoesDownAndFollowsItByItsNearestEnd) {
    EXPECT_EQ(dragged_limit(std::nullopt, 5, 3, true, 1), (Range{3, 5}));
    EXPECT_EQ(dragged_limit(Range{3, 5}, 3, 2, false, 1), (Range{2, 5}));
    EXPECT_EQ(dragged_limit(Range{2, 5}, 4.8, 8, true, 1), (Range{2, 8})) << "near an end it takes the end along";
    EXPECT_EQ(dragged_limit(Range{2, 8}, 5, 6, true, 1), (Range{5, 6})) << "away from both it begins another";
    EXPECT_EQ(dragged_limit(Range{2, 5}, 5, 1, false, 1), (Range{1, 2})) << "an end passes the other";
}

TEST(Packages, KeysGoThroughThoseInSightAlongTheAxis) {
    const Packages packages = small_packages(Language::en);
    PackageLight light = all_lit(packages);
    EXPECT_EQ(next_package(packages, light, 1), 2U) << "nothing at hand: the cheapest first";
    light.pointed = 2;
    EXPECT_EQ(next_package(packages, light, 1), 1U);
    EXPECT_EQ(next_package(packages, light, -1), 3U) << "and round";
    light.in_sight = {false, false, false, true};
    EXPECT_EQ(next_package(packages, light, 1), 3U);
    light.in_sight = {false, false, false, false};
    EXPECT_EQ(next_package(packages, light, 1), std::nullopt);
}

TEST(Packages, OnEveryAxisTheBetterEndIsAtTheRight) {
    const Packages packages = small_packages(Language::en);
    Scene scene;
    const LinesPlace place = draw_lines(scene, {0, 0, 600, 300}, packages, all_lit(packages), {});
    EXPECT_LT(place.x_of(packages.axes[0], 0), place.x_of(packages.axes[0], 0.2)) << "more value is better";
    EXPECT_GT(place.x_of(packages.axes[1], 3), place.x_of(packages.axes[1], 9)) << "less cost is better";
    for (const PackageAxis& axis : packages.axes) {
        const double value = axis.range.low + axis.range.span() * 0.3;
        EXPECT_NEAR(place.value_at(axis, place.x_of(axis, value)), value, axis.range.span() * 1e-3) << axis.title;
    }
}

TEST(Choose, ShowsTheKeptFrontAsSpotsAndLines) {
    ChooseBot page;
    EXPECT_EQ(page.bot.view().page, Page::choose);
    EXPECT_TRUE(page.bot.shows(spots));
    for (std::size_t axis = 0; axis < page.packages().axes.size(); ++axis)
        EXPECT_TRUE(page.bot.shows("choose.chart.axis." + std::to_string(axis))) << axis;
    for (const char* name : {"standards_first", "change_capacity", "ethics_committee"})
        EXPECT_TRUE(find_package(page.packages(), name)) << "a recommendation of the thesis: " << name;
    EXPECT_FALSE(page.bot.shows("choose.other_a"));
    EXPECT_TRUE(page.bot.shows("choose.point"));
}

TEST(Choose, AxesOfTheSpotsAreChosenFromLists) {
    ChooseBot page;
    page.bot.click("choose.upwards");
    page.bot.click("choose.upwards.2");
    page.bot.click("choose.across");
    page.bot.click("choose.across.0");
    EXPECT_EQ(page.bot.view().choosing.upwards, 2U);
    EXPECT_EQ(page.bot.view().choosing.across, 0U);
}

TEST(Choose, ALimitDraggedAlongAnAxisThinsThePackagesUntilItIsCleared) {
    ChooseBot page;
    const std::size_t all = page.in_sight();
    page.bot.drag("choose.chart.axis.0", 0.6F, 0.95F);
    ASSERT_TRUE(page.bot.view().choosing.limit_of(0));
    const std::size_t some = page.in_sight();
    EXPECT_LT(some, all);
    EXPECT_GT(some, 0U);
    page.bot.drag("choose.chart.axis.4", 0.9F, 0.4F);
    EXPECT_LE(page.in_sight(), some);
    page.bot.press(escape);
    EXPECT_FALSE(page.bot.view().choosing.is_limited());
    EXPECT_EQ(page.in_sight(), all);
    page.bot.drag("choose.chart.axis.0", 0.6F, 0.95F);
    page.bot.click("choose.clear");
    EXPECT_EQ(page.in_sight(), all);
    EXPECT_FALSE(page.bot.shows("choose.clear")) << "there is nothing to clear";
    page.bot.drag("choose.chart.axis.0", 0.6F, 0.95F);
    page.bot.click("choose.chart.axis.0");
    EXPECT_EQ(page.in_sight(), all) << "a click on the axis takes its limit away";
    EXPECT_EQ(page.bot.session().slots[1].scenario.name, "baseline") << "and chooses nothing";
}

TEST(Choose, AClickOnASpotPutsItsLeversIntoB) {
    ChooseBot page;
    const Session before = page.bot.session();
    const PackageShown one = page.shown("304");
    const Packages& packages = page.packages();
    // where its spot is: the place of the chart is that of the plot
    const Rect plot = page.bot.place(spots);
    const PackageAxis& x = packages.axes[packages.objectives - 1];
    const PackageAxis& y = packages.axes[0];
    const auto share = [](const PackageAxis& axis, double value) {
        return static_cast<float>((value - axis.range.low) / axis.range.span());
    };
    const ImVec2 at = {plot.x + share(x, one.values[packages.objectives - 1]) * plot.width,
                       plot.bottom() - share(y, one.values[0]) * plot.height};
    page.bot.move(at);
    page.bot.frames(2);
    EXPECT_TRUE(is_on_screen(one.title)) << all_words();
    EXPECT_TRUE(is_on_screen(one.levers));
    page.bot.hold(true);
    page.bot.hold(false);
    page.bot.settle();
    const Slot& b = page.bot.session().slots[1];
    EXPECT_EQ(b.scenario.title, one.title);
    EXPECT_EQ(b.scenario.changes.size(), before.slots[0].scenario.changes.size() + one.changes.size());
    EXPECT_TRUE(is_added(one.changes, b.scenario));
    EXPECT_EQ(b.scenario.parameters, before.slots[0].scenario.parameters) << "the rest is as in A";
    EXPECT_TRUE(page.bot.session().slots[0].scenario == before.slots[0].scenario) << "A stays";
    EXPECT_EQ(page.bot.view().slot, 1U);
    EXPECT_EQ(page.bot.app().summary()->scenarios[1].scenario->title, one.title) << "and is computed";
    page.bot.move({2, 2});
    EXPECT_TRUE(is_on_screen("B = " + one.title)) << all_words();
    page.bot.press('Z', 2);
    EXPECT_TRUE(equal(page.bot.session(), before)) << "one step of undo";
    page.bot.press('Y', 2);
    EXPECT_EQ(page.bot.session().slots[1].scenario.title, one.title);
}

TEST(Choose, AScenarioBesideTheFrontGoesIntoBAsItIs) {
    ChooseBot page;
    page.bot.app().sink().send(ChoosePackage{"ethics_committee", "", {}});
    page.bot.settle();
    EXPECT_EQ(page.bot.session().slots[1].scenario.name, "ethics_committee");
    EXPECT_EQ(changed_levers(page.bot.session().slots[1]), 0);
}

TEST(Choose, WithAAloneThereIsABThen) {
    ChooseBot page;
    page.bot.app().sink().send(RemoveSlot{1});
    page.bot.frames(2);
    const PackageShown one = page.shown("304");
    page.bot.app().sink().send(ChoosePackage{one.name, one.title, one.changes});
    page.bot.settle();
    ASSERT_EQ(page.bot.session().slots.size(), 2U);
    EXPECT_TRUE(is_added(one.changes, page.bot.session().slots[1].scenario));
}

TEST(Choose, MoreDecisionsThanAScenarioMayHaveAreRefused) {
    ChooseBot page;
    const Session before = page.bot.session();
    const std::vector<DatedChange> many(change_limit + 1, {.lever = "ethics_committee", .value = 1, .from_month = 72});
    page.bot.app().sink().send(ChoosePackage{"1", "many", many});
    page.bot.frames(3);
    EXPECT_TRUE(equal(page.bot.session(), before));
    ASSERT_FALSE(page.bot.app().notice_log().empty());
    EXPECT_NE(page.bot.app().notice_log().back().notice.words.find(std::to_string(change_limit)), std::string::npos);
}

TEST(Choose, IsDoneByKeyboardAlone) {
    ChooseBot page;
    page.bot.strike(ImGuiKey_DownArrow);
    const std::string first = page.bot.view().choosing.pointed;
    ASSERT_FALSE(first.empty());
    page.bot.strike(ImGuiKey_DownArrow);
    const std::string second = page.bot.view().choosing.pointed;
    EXPECT_NE(second, first);
    page.bot.strike(ImGuiKey_UpArrow);
    EXPECT_EQ(page.bot.view().choosing.pointed, first);
    page.bot.strike(ImGuiKey_DownArrow);
    EXPECT_TRUE(page.bot.shows("choose.sentence"));
    EXPECT_TRUE(is_on_screen(page.shown(second).title)) << all_words();
    page.bot.strike(ImGuiKey_Enter);
    page.bot.settle();
    EXPECT_EQ(page.bot.session().slots[1].scenario.title, page.shown(second).title);
}

TEST(Choose, WithTheRingOnAChartTheArrowsWorkOnIt) {
    ChooseBot page;
    const auto ring_on = [&](const std::string& key) {
        for (int i = 0; i < 200 && page.bot.app().focus().key != key; ++i) page.bot.press(258);
        return page.bot.app().focus().key == key;
    };
    ASSERT_TRUE(ring_on(spots));
    const int month = page.bot.view().cursor;
    page.bot.press(262);
    const std::string first = page.bot.view().choosing.pointed;
    EXPECT_FALSE(first.empty());
    EXPECT_EQ(page.bot.view().cursor, month) << "the month stays";
    page.bot.press(257);
    page.bot.frames(3);
    EXPECT_EQ(page.bot.view().choosing.pointed, first);
    EXPECT_EQ(page.bot.session().slots[1].scenario.changes.size(), page.shown(first).changes.size());
    ASSERT_TRUE(ring_on("choose.chart.axis.4"));
    const std::size_t all = page.in_sight();
    for (int i = 0; i < 10; ++i) page.bot.press(262);
    EXPECT_LT(page.in_sight(), all) << "a lower limit of cost";
    page.bot.press(257);
    EXPECT_FALSE(page.bot.view().choosing.is_limited()) << "Enter takes it away";
}

TEST(Choose, KeysOfADialogAreNotThoseOfThePage) {
    ChooseBot page;
    page.bot.press(290);  // the list of keys
    page.bot.strike(ImGuiKey_DownArrow);
    EXPECT_TRUE(page.bot.view().choosing.pointed.empty());
    page.bot.press(escape);
    page.bot.strike(ImGuiKey_DownArrow);
    EXPECT_FALSE(page.bot.view().choosing.pointed.empty());
}

TEST(Choose, SaysWhenAIsAnotherScenarioThanThePackagesWereFoundFor) {
    ChooseBot page;
    page.bot.app().sink().send(SetLever{0, "ethics_committee", 1, true});
    page.bot.settle();
    EXPECT_TRUE(page.bot.shows("choose.other_a"));
    const PackageShown one = page.shown("304");
    page.bot.app().sink().send(ChoosePackage{one.name, one.title, one.changes});
    page.bot.settle();
    EXPECT_EQ(page.bot.session().slots[1].scenario.changes.size(),
              page.bot.session().slots[0].scenario.changes.size() + one.changes.size());
    page.bot.press('Z', 2);
    page.bot.press('Z', 2);
    page.bot.settle();
    EXPECT_FALSE(page.bot.shows("choose.other_a"));
}

TEST(Choose, IsToldInTheLanguageOfTheWindow) {
    ChooseBot page;
    page.bot.strike(ImGuiKey_DownArrow);
    page.bot.strike(ImGuiKey_DownArrow);
    EXPECT_TRUE(is_on_screen("euro per inwoner")) << all_words();
    page.bot.press('G');
    page.bot.settle();
    EXPECT_TRUE(is_on_screen("euros per inhabitant")) << all_words();
    EXPECT_FALSE(is_on_screen("euro per inwoner"));
}

/// The most that the page says: a package at hand, limits, and an A that the packages were not found for.
TEST(Choose, NothingIsCutOffWithAPackageAtHandAndLimits) {
    ChooseBot page;
    UiBot& bot = page.bot;
    bot.app().sink().send(SetLever{0, "ethics_committee", 1, true});
    bot.app().sink().send(SetPackageLimit{4, Range{0, 20}});
    bot.app().sink().send(PointPackage{"all_three_recommendations"});
    bot.settle();
    constexpr std::pair<int, int> sizes[] = {{1024, 768}, {1280, 720}, {1920, 1080}, {3840, 2160}};
    for (const auto& [width, height] : sizes)
        for (const double scale : {0.8, 1.25, 2.0, 3.0})
            for (std::size_t axis = 0; axis < page.packages().axes.size(); ++axis) {
                bot.platform().resize(width, height);
                bot.platform().scale = scale;
                bot.app().sink().send(SetPackageAxis{true, axis});
                bot.app().sink().send(SetPackageAxis{false, page.packages().axes.size() - 1 - axis});
                bot.app().sink().send(Action::language);
                bot.frames(4);
                const std::string where =
                    std::to_string(width) + " at " + std::to_string(scale) + ", axis " + std::to_string(axis);
                for (const std::string& fault : faults_of_words(drawn_words())) ADD_FAILURE() << where << ": " << fault;
                const ImVec2 size = ImGui::GetIO().DisplaySize;
                for (const std::string& fault : faults_of_items(bot.app().widgets().items(), {0, 0, size.x, size.y}))
                    ADD_FAILURE() << where << ": " << fault;
            }
}

/// The folder of scenarios without the search, for as long as it lives.
struct WithoutFront {
    explicit WithoutFront(const std::string& name) : folder(name), data(data_folder()) {
        for (const auto& entry : std::filesystem::directory_iterator(data.parent_path()))
            if (entry.path().filename() != "search")
                std::filesystem::create_symlink(entry.path(), folder.path / entry.path().filename());
        name_data_folder(folder.path / "data");
    }
    ~WithoutFront() { name_data_folder(data); }
    WithoutFront(const WithoutFront&) = delete;
    WithoutFront& operator=(const WithoutFront&) = delete;

    OwnFolder folder;
    std::filesystem::path data;
};

TEST(Choose, WithoutAFrontThePageSaysHowOneIsMade) {
    const WithoutFront without("without_front");
    ChooseBot page;
    EXPECT_TRUE(page.bot.shows("choose.nothing"));
    EXPECT_TRUE(is_on_screen("scripts/keep_search")) << all_words();
    EXPECT_FALSE(page.bot.shows(spots));
}

TEST(Choose, AFrontThatCannotBeReadIsSaidWithItsPlace) {
    const WithoutFront without("broken_front");
    const auto results = without.folder.path / "search/results";
    std::filesystem::create_directories(results);
    for (const auto& entry : std::filesystem::directory_iterator(without.data.parent_path() / "search/results"))
        std::filesystem::copy_file(entry.path(), results / entry.path().filename());
    std::ofstream(results / "packages.csv", std::ios::app) << "304,no_such_lever,1,2021-01,1,0\n";
    ChooseBot page;
    EXPECT_TRUE(page.bot.shows("choose.nothing"));
    EXPECT_TRUE(is_on_screen("no_such_lever")) << all_words();
}

std::string exported(UiBot& bot, Action action, const std::filesystem::path& folder, const std::string& ending) {
    bot.app().sink().send(action);
    bot.frames(3);
    std::ifstream stream(exported_file(folder, ending), std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(Choose, GoesAlongAsTableDrawingAndHandOut) {
    const OwnFolder folder("choose_exports");
    ChooseBot page;
    page.bot.app().export_to(folder.path);
    page.bot.drag("choose.chart.axis.0", 0.6F, 0.95F);
    page.bot.strike(ImGuiKey_DownArrow);
    const std::string name = page.bot.view().choosing.pointed;
    const PackageShown one = page.shown(name);
    page.bot.move({2, 2});
    const std::string table = exported(page.bot, Action::export_csv, folder.path, ".csv");
    EXPECT_EQ(static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n')), page.in_sight() + 1)
        << "a row for each package within the limits";
    EXPECT_NE(table.find("\n" + name + ","), std::string::npos);
    EXPECT_NE(table.find("value.social.2029-12"), std::string::npos);
    const std::string drawing = exported(page.bot, Action::export_svg, folder.path, ".svg");
    EXPECT_NE(drawing.find(one.title), std::string::npos);
    const std::string handout = exported(page.bot, Action::export_html, folder.path, ".html");
    for (const std::string& words : {one.title, page.packages().axes[0].title})
        EXPECT_NE(handout.find(words), std::string::npos) << words;
    EXPECT_NE(handout.find(text(Word::choose_limits_head, Language::nl)), std::string::npos);
}

}  // namespace
}  // namespace algemeente::viewer

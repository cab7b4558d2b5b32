// What a room does, without a window: every test is a path through the real views.
#include "ui_bot.h"

#include "ensemble/replicate_run.h"
#include "places.h"
#include "viewer/commands/tour.h"
#include "viewer/state/session_io.h"
#include "viewer/views/handout.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <set>

namespace algemeente::viewer {
namespace {

const std::string change_capacity = "lever.change_capacity_multiplier";

TEST(Ui, DraggingALeverMovesBothDomainsAtOnceAndIsOneStep) {
    UiBot bot;
    const Session before = bot.session();
    const auto generation = bot.app().summary()->generation;
    const auto old = bot.app().derived().fans.domains[1];
    bot.drag(change_capacity, 0.2F, 0.95F);
    bot.settle();
    EXPECT_GT(bot.app().summary()->generation, generation);
    EXPECT_GT(lever_value(bot.session().slots[1].scenario, "change_capacity_multiplier", 100), 4);
    const auto& now = bot.app().derived().fans.domains[1];
    for (std::size_t d = 0; d < domain_count; ++d) {
        bool moved = false;
        for (std::size_t m = 0; m < now[d].size(); ++m) moved = moved || now[d][m].p50 != old[d][m].p50;
        EXPECT_TRUE(moved) << d;
    }
    EXPECT_EQ(bot.app().state().undo_stack().steps(), 1U);
    bot.press('Z', 2);
    EXPECT_TRUE(equal(bot.session(), before));
}

TEST(Ui, TwoDragsAndUndoGiveTheExactEarlierSession) {
    UiBot bot;
    bot.drag(change_capacity, 0.5F, 0.9F);
    const Session middle = bot.session();
    bot.drag("lever.standards_programme", 0.3F, 0.6F);
    EXPECT_EQ(bot.app().state().undo_stack().steps(), 2U);
    bot.press('Z', 2);
    EXPECT_TRUE(equal(bot.session(), middle));
    bot.press('Y', 2);
    EXPECT_FALSE(equal(bot.session(), middle));
}

TEST(Ui, ScrubbingShowsQuantilesOfThatMonth) {
    UiBot bot;
    bot.drag("timeline", 0.2F, 0.7F);
    const int month = bot.view().cursor;
    EXPECT_GT(month, 100);
    const ScenarioRuns& runs = bot.app().summary()->scenarios[1];
    std::vector<double> values;
    for (const auto& run : runs.runs) values.push_back(run->value(month, Domain::social, bot.view().outcome));
    std::sort(values.begin(), values.end());
    const double median = (values[values.size() / 2 - 1] + values[values.size() / 2]) / 2;
    EXPECT_DOUBLE_EQ(bot.app().derived().fans.domains[1][0][static_cast<std::size_t>(month)].p50, median);
    EXPECT_TRUE(bot.shows("readout.social.1"));
    EXPECT_TRUE(bot.shows("readout.physical.0"));
}

TEST(Ui, SavingAndOpeningGivesTheSameScene) {
    const auto folder = std::filesystem::temp_directory_path() / "algemeente_viewer_session";
    std::filesystem::remove_all(folder);
    std::vector<std::filesystem::path> files;
    Fan fan;
    {
        UiBot bot;
        bot.drag(change_capacity, 0.2F, 0.8F);
        bot.settle();
        files = save_scenarios(bot.session(), folder);
        fan = bot.app().derived().fans.domains[1][1];
    }
    ASSERT_EQ(files.size(), 2U);
    Options options;
    options.files = files;
    UiBot again(options);
    const Fan& same = again.app().derived().fans.domains[1][1];
    ASSERT_EQ(same.size(), fan.size());
    for (std::size_t m = 0; m < fan.size(); ++m) EXPECT_TRUE(same[m].p50 == fan[m].p50 || std::isnan(fan[m].p50)) << m;
    std::filesystem::remove_all(folder);
}

TEST(Ui, EveryPageAndPartInBothLanguagesAndThemesIsDrawn) {
    UiBot bot;
    std::set<std::pair<Language, Theme>> seen;
    for (int round = 0; round < 4; ++round) {
        seen.emplace(bot.view().preferences.language, bot.view().preferences.theme);
        for (const PageInfo& page : page_table) {
            bot.press(page.key);
            ASSERT_EQ(bot.view().page, page.page) << page.id;
            bot.settle();
            EXPECT_EQ(bot.shows("readout.why"), page.beside == Beside::readout) << page.id;
            for (const SubPageInfo& part : sub_page_table) {
                const std::string button = "page." + std::string(part.id);
                EXPECT_EQ(bot.shows(button), part.page == page.page) << part.id << " on " << page.id;
                if (part.page != page.page) continue;
                bot.click(button);
                EXPECT_EQ(bot.view().sub_pages.of(page.page), part.sub_page) << part.id;
            }
            EXPECT_TRUE(bot.shows("transport.play"));
            EXPECT_TRUE(bot.shows("status.purpose"));
            const Rect purpose = bot.place("status.purpose");
            EXPECT_LE(purpose.right(), 1280) << "the purpose of the model may not be cut off";
        }
        bot.press(round % 2 == 0 ? 'G' : 'L');
    }
    EXPECT_EQ(seen.size(), 4U);
    bot.press('P');
    bot.press('1');
    EXPECT_TRUE(bot.view().preferences.projector);
    EXPECT_TRUE(bot.shows(change_capacity));
}

TEST(Ui, EveryPageHasAButtonAKeyAndALineOfThePalette) {
    UiBot bot;
    for (const PageInfo& page : page_table) {
        bot.click(page_button(page.page));
        EXPECT_EQ(bot.view().page, page.page) << page.id;
        const ActionInfo* action = action_of_key(page.key, 0);
        ASSERT_NE(action, nullptr) << page.id;
        EXPECT_EQ(action->id, "page_" + std::string(page.id));
        EXPECT_FALSE(matching_actions(text(page.words, Language::en)).empty()) << page.id;
    }
}

TEST(Ui, SubPagesGoRound) {
    SubPages pages;
    EXPECT_EQ(pages.of(Page::map), SubPage::none);
    pages.show_next(Page::map);
    EXPECT_EQ(pages.of(Page::map), SubPage::none);
    EXPECT_EQ(pages.of(Page::municipality), SubPage::standing);
    pages.show_next(Page::municipality);
    EXPECT_EQ(pages.of(Page::municipality), SubPage::overview);
    pages.show_next(Page::municipality);
    EXPECT_EQ(pages.of(Page::municipality), SubPage::people);
    EXPECT_EQ(pages.of(Page::why), SubPage::factors) << "other pages stay as they are";
    EXPECT_TRUE(needs(Page::municipality, pages, Need::life));
    EXPECT_TRUE(needs(Page::municipality, pages, Need::one_run)) << "the page needs it, whichever part is shown";
    pages.show_next(Page::municipality);
    EXPECT_FALSE(needs(Page::municipality, pages, Need::life));
    pages.show_next(Page::municipality);
    EXPECT_EQ(pages.of(Page::municipality), SubPage::standing);
}

TEST(Ui, ABadScaleOfTheEnvironmentIsSaidAndTheWindowOpens) {
    Options options;
    options.ignored_scale = "nan";
    UiBot bot(options);
    ASSERT_FALSE(bot.app().notice_log().empty());
    EXPECT_TRUE(bot.app().notice_log().front().notice.problem);
    EXPECT_NE(bot.app().notice_log().front().notice.words.find("ALGEMEENTE_SCALE: 'nan'"), std::string::npos);
    EXPECT_TRUE(bot.shows("transport.play"));
}

TEST(Ui, ADroppedBrokenFileIsNamedAndChangesNothing) {
    UiBot bot;
    const Session before = bot.session();
    bot.platform().drops.push_back(places::checkout() / "tests/fixtures/invalid/unknown_lever.toml");
    bot.frames(3);
    EXPECT_TRUE(equal(bot.session(), before));
    ASSERT_FALSE(bot.app().notices().empty());
    EXPECT_NE(bot.app().notices().front().words.find("unknown_lever.toml"), std::string::npos);
    bot.platform().drops.push_back(places::checkout() / "scenarios/no_scandal.toml");
    bot.frames(3);
    EXPECT_EQ(bot.session().slots.size(), 3U);
}

TEST(Ui, EveryActionIsReachableByPaletteAndByKey) {
    UiBot bot;
    bot.press('K', 2);
    ASSERT_TRUE(bot.view().palette_open);
    for (const ActionInfo& info : actions()) EXPECT_TRUE(bot.shows("palette." + std::string(info.id))) << info.id;
    bot.type("palette.text", "20 runs");
    bot.click("palette.display");
    EXPECT_FALSE(bot.view().palette_open);
    EXPECT_EQ(bot.view().display, Display::bands);
    bot.press('R');
    EXPECT_EQ(bot.view().display, Display::runs);
}

TEST(Ui, SpacePlaysAndTheTransportStops) {
    UiBot bot;
    bot.press(268);
    EXPECT_EQ(bot.view().cursor, 0);
    bot.press(32);
    EXPECT_TRUE(bot.view().playing);
    bot.click("transport.play");
    EXPECT_FALSE(bot.view().playing);
    bot.click("transport.step_forward");
    bot.press(262, 1);
    EXPECT_GE(bot.view().cursor, 13);
}

TEST(Ui, LettersTypedInAFieldAreNoCommands) {
    UiBot bot;
    const Page page = bot.view().page;
    bot.type("levers.search", "ethi");
    EXPECT_EQ(bot.view().lever_search, "ethi");
    bot.press('3');
    EXPECT_EQ(bot.view().page, page);
    EXPECT_TRUE(bot.shows("lever.ethics_committee"));
    EXPECT_FALSE(bot.shows("lever.sensor_quality"));
}

TEST(Ui, PresetsAreChosenFromTheList) {
    UiBot bot;
    bot.click("preset.1");
    bot.frames(2);
    bot.click("preset.1.budget_cuts");
    EXPECT_EQ(bot.session().slots[1].scenario.name, "budget_cuts");
}

TEST(Ui, PredictCoversAndRevealMeasures) {
    UiBot bot;
    bot.click("predict");
    ASSERT_TRUE(bot.view().prediction.active);
    EXPECT_FALSE(bot.shows("readout.social.1")) << "covered results are covered everywhere";
    EXPECT_TRUE(bot.shows("readout.social.0")) << "what is compared with stays in sight";
    const int cursor = bot.view().cursor;
    bot.drag("chart.social", 0.1F, 0.9F);
    EXPECT_EQ(bot.view().cursor, cursor);
    const auto& drawn = bot.line_of_the_room(Domain::social);
    EXPECT_GT(std::count_if(drawn.begin(), drawn.end(), [](double v) { return !std::isnan(v); }), 100);
    bot.click("reveal");
    EXPECT_TRUE(bot.view().prediction.revealed);
    EXPECT_TRUE(bot.shows("readout.social.1"));
    bot.click("predict.again");
    EXPECT_TRUE(bot.line_of_the_room(Domain::social).empty());
}

TEST(Ui, TheMapLeadsToTheMunicipality) {
    UiBot bot;
    bot.press('3');
    bot.type("town.search", "Amsterdam");
    bot.click("town.found.GM0363");
    EXPECT_EQ(bot.view().page, Page::municipality);
    EXPECT_EQ(bot.view().municipality, "GM0363");
}

TEST(Ui, ExportsAreWrittenAndTheTableIsCopied) {
    UiBot bot;
    const auto folder = std::filesystem::temp_directory_path() / "algemeente_viewer_export";
    std::filesystem::remove_all(folder);
    bot.app().export_to(folder);
    bot.press('G', 2);
    bot.press('E', 2);
    bot.press('H', 2);
    bot.press('E', 3);
    bot.press('C', 2);
    EXPECT_GT(std::filesystem::file_size(exported_file(folder, ".svg")), 5000U);
    EXPECT_GT(std::filesystem::file_size(exported_file(folder, ".csv")), 20000U);
    std::ifstream page(exported_file(folder, ".html"));
    const std::string html{std::istreambuf_iterator<char>(page), {}};
    EXPECT_NE(html.find("seed 1"), std::string::npos);
    EXPECT_NE(html.find("<svg"), std::string::npos);
    EXPECT_NE(bot.platform().on_clipboard.find("in_use\tbaseline\tsocial\t2015-01"), std::string::npos);
    EXPECT_NO_THROW(read_scenario(exported_file(folder, "-scenarios") / "A_baseline.toml"));
    const auto first = exported_file(folder, ".csv");
    bot.press('E', 2);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 5) << "nothing is written over";
    EXPECT_TRUE(std::filesystem::exists(folder / (first.stem().string() + "-2.csv")));
    std::filesystem::remove_all(folder);
}

TEST(Ui, StopLeavesIdleWorkers) {
    Options options;
    options.replicates = 600;
    ImGuiContext* context = ImGui::CreateContext();
    {
        NullPlatform platform(1280, 720);
        options.sample = 40;
        App app(options, platform);
        for (int i = 0; i < 3; ++i) {
            platform.begin_frame();
            app.frame();
        }
        app.sink().send(Action::stop);
        platform.begin_frame();
        app.frame();
        EXPECT_TRUE(app.service().wait_until_idle(std::chrono::milliseconds(1000)));
    }
    ImGui::DestroyContext(context);
}

}  // namespace
}  // namespace algemeente::viewer

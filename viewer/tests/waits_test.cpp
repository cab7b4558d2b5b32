// What covers what: tips beside dialogs, menus beside their buttons. And what a chart says that waits for its runs.
#include "screen_check.h"
#include "ui_bot.h"

#include <imgui_internal.h>

namespace algemeente::viewer {
namespace {

bool lies_over(const Rect& one, const Rect& other) {
    return one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom();
}

/// The frame's windows whose name begins so, as rectangles of what is written in them.
std::vector<Rect> windows_called(const std::string& beginning) {
    std::vector<Rect> found;
    for (const DrawnWords& line : drawn_words())
        if (line.window.starts_with(beginning)) found.push_back(line.area);
    return found;
}

bool shows_a_tip() {
    const ImGuiWindow* tip = ImGui::FindWindowByName("##Tooltip_00");
    return tip != nullptr && tip->Active;
}

TEST(Tips, WaitForThePointerToMoveAfterAClick) {
    UiBot bot;
    bot.type("town.search", "zwol");
    bot.click("town.found.GM0193");
    bot.settle();
    bot.frames(3);
    ASSERT_EQ(bot.view().page, Page::municipality);
    EXPECT_FALSE(shows_a_tip()) << "of what happens to lie under the pointer, over what was asked for";
    bot.point_at("tool.page_map", .4F, .5F);
    bot.frames(2);
    EXPECT_TRUE(shows_a_tip()) << "the pointer has moved";
    bot.click("tool.page_map");
    EXPECT_FALSE(shows_a_tip()) << "it was clicked";
}

TEST(Tips, LieOverNoDialog) {
    UiBot bot(dutch());
    bot.app().sink().send(OpenLane{137});
    bot.frames(4);
    const std::vector<Rect> dialogs = bot.app().widgets().dialogs_before();
    ASSERT_EQ(dialogs.size(), 1U);
    int tips = 0;
    for (const char* key : {"timeline", "chart.lower.0", "chart.social", "transport.play", "legend.words"})
        for (const float x : {0.1F, 0.3F, 0.5F, 0.7F, 0.9F})
            for (const float y : {0.2F, 0.5F, 0.8F}) {
                bot.point_at(key, x, y);
                bot.frames(3);
                for (const Rect& tip : windows_called("##Tooltip")) {
                    ++tips;
                    EXPECT_FALSE(lies_over(tip, dialogs[0])) << key << " " << x << " " << y;
                }
            }
    EXPECT_GT(tips, 5) << "there are tips beside it";
}

TEST(Tips, AreSilentBehindADialogThatWantsAnAnswer) {
    UiBot bot(dutch());
    bot.app().sink().send(Action::sources);
    bot.frames(4);
    for (const char* key : {"tool.page_map", "lever.ethics_committee.name", "status.size", "chart.social"}) {
        bot.point_at(key, 0.1F, 0.5F);
        bot.frames(3);
        EXPECT_TRUE(windows_called("##Tooltip").empty()) << key;
    }
    bot.press(256);
    bot.point_at("tool.page_map", 0.1F, 0.5F);
    bot.frames(3);
    EXPECT_FALSE(windows_called("##Tooltip").empty());
}

TEST(Menu, LiesBesideTheButtonThatOpensIt) {
    for (const auto& [width, height] : {std::pair(1280, 720), std::pair(1920, 1080)})
        for (const bool projector : {false, true}) {
            Options options = dutch();
            options.projector = projector;
            UiBot bot(options);
            bot.platform().resize(width, height);
            bot.settle();
            for (const auto& [key, entry] : {std::pair("file", "file.quit"), std::pair("view", "view.larger"),
                                             std::pair("export", "export.export_png"), std::pair("more", "")}) {
                if (!bot.shows(key)) continue;
                const Rect opener = bot.place(key);
                bot.click(key);
                bot.frames(3);
                if (*entry != '\0') {
                    EXPECT_TRUE(bot.shows(entry));
                }
                int rows = 0;
                for (const NotedItem& item : bot.app().widgets().items()) {
                    if (item.layer < popup_layer) continue;
                    ++rows;
                    EXPECT_FALSE(lies_over(item.area, opener)) << item.key << " over " << key;
                    EXPECT_GE(item.area.y, 0) << item.key;
                    EXPECT_LE(item.area.bottom(), static_cast<float>(height)) << item.key;
                }
                EXPECT_GT(rows, 0) << key;
                bot.press(256);
            }
        }
}

/// A window that has been asked for runs and has none yet: without threads nothing is done before somebody waits.
struct Waiting {
    explicit Waiting(int replicates) : context(ImGui::CreateContext()) {
        Options options = dutch();
        options.hands = Hands::turns;
        options.replicates = replicates;
        options.sample = 10;
        options.files = compared_files();
        platform = std::make_unique<NullPlatform>(1280, 720);
        app = std::make_unique<App>(options, *platform);
        frames();
    }
    ~Waiting() {
        app.reset();
        platform.reset();
        ImGui::DestroyContext(context);
    }
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;

    void frames() {
        for (int i = 0; i < 4; ++i) {
            platform->begin_frame();
            app->frame();
        }
    }
    /// So many runs of every scenario.
    void compute(int runs) {
        while (app->service().progress().finished < runs && app->service().pass_month()) {
        }
        frames();
    }

    ImGuiContext* context;
    std::unique_ptr<NullPlatform> platform;
    std::unique_ptr<App> app;
};

TEST(Waits, AnEmptyChartSaysForWhatAndHowFarItIs) {
    Waiting window(200);
    ASSERT_EQ(window.app->summary(), nullptr);
    EXPECT_TRUE(is_on_screen("Rekent de eerste 8 van de 200 runs door: 0 klaar")) << all_words();
    window.compute(3);
    ASSERT_EQ(window.app->summary(), nullptr);
    for (const Page page : {Page::compare, Page::why, Page::map, Page::multiples}) {
        window.app->sink().send(SetPage{page});
        window.frames();
        EXPECT_TRUE(is_on_screen("Rekent de eerste 8 van de 200 runs door: 3 klaar"))
            << static_cast<int>(page) << all_words();
    }
}

TEST(Waits, APaleChartSaysItAsWell) {
    Waiting window(24);
    EXPECT_TRUE(window.app->settle(std::chrono::minutes(3)));
    window.app->sink().send(LoadPreset{1, "ethics_committee"});
    window.frames();
    window.compute(2);
    EXPECT_TRUE(is_on_screen("Doorgerekend: 2 van de eerste 8 runs.")) << all_words();
}

}  // namespace
}  // namespace algemeente::viewer

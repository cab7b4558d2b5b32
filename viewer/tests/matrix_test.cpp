// Every page at every size of window and of letters: nothing is cut off, nothing lies over something else, every
// control can be reached, and the charts keep their size.
#include "screen_check.h"
#include "ui_bot.h"

#include <cstdlib>
#include <map>

namespace algemeente::viewer {
namespace {

struct WindowSize {
    int width, height;
};
constexpr WindowSize sizes[] = {{1024, 768}, {1280, 720}, {1366, 768}, {1920, 1080}, {3840, 2160}};

/// All of it takes minutes: ALGEMEENTE_WHOLE_MATRIX=1.
bool whole_matrix() {
    const char* wanted = std::getenv("ALGEMEENTE_WHOLE_MATRIX");
    return wanted != nullptr && std::string_view(wanted) == "1";
}

std::vector<double> scales() {
    if (whole_matrix()) return {0.8, 1, 1.25, 1.5, 1.75, 2, 2.5, 3};
    return {0.8, 1.25, 3};
}

/// Which faults there are, and an example of where each is.
using Faults = std::map<std::string, std::string>;

void add(Faults& faults, const std::vector<std::string>& found, const std::string& where) {
    for (const std::string& fault : found) faults.emplace(fault, where);
}

/// The two charts and what is below them are there, and large enough to be read.
std::vector<std::string> faults_of_charts(UiBot& bot) {
    std::vector<std::string> faults;
    const float em = ImGui::GetIO().Fonts->Fonts[0]->FontSize;
    constexpr std::tuple<const char*, float, float> least[] = {{"chart.social", 9.F, 5.F},
                                                               {"chart.physical", 9.F, 5.F},
                                                               {"chart.lower.0", 9.F, 3.F},
                                                               {"chart.lower.1", 9.F, 3.F}};
    for (const auto& [key, width, height] : least) {
        const auto found = bot.app().widgets().find(key);
        if (!found) {
            faults.push_back(std::string(key) + " is not shown");
        } else if (found->width < width * em || found->height < height * em) {
            char room[80];
            std::snprintf(room, sizeof room, "%s has only %.0f x %.0f letters", key, found->width / em,
                          found->height / em);
            faults.push_back(room);
        }
    }
    return faults;
}

void check_page(UiBot& bot, Faults& faults, const std::string& where) {
    bot.settle();
    bot.frames(2);
    add(faults, faults_of_words(drawn_words()), where);
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    add(faults, faults_of_items(bot.app().widgets().items(), {0, 0, size.x, size.y}), where);
    if (bot.view().page == Page::compare) add(faults, faults_of_charts(bot), where);
}

void check_pages(UiBot& bot, Faults& faults, const std::string& where) {
    for (const PageInfo& page : page_table) {
        bot.app().sink().send(SetPage{page.page});
        bool parts = false;
        for (const SubPageInfo& part : sub_page_table) {
            if (part.page != page.page) continue;
            parts = true;
            bot.app().sink().send(SetSubPage{part.sub_page});
            check_page(bot, faults, where + " " + std::string(part.id));
        }
        if (!parts) check_page(bot, faults, where + " " + std::string(page.id));
    }
}

TEST(Matrix, NothingIsCutOffOverlapsOrIsOutOfReach) {
    UiBot bot;
    Faults faults;
    for (const WindowSize& size : sizes)
        for (const double scale : scales()) {
            bot.platform().resize(size.width, size.height);
            bot.platform().scale = scale;
            for (const char* language : {"nl", "en"}) {
                if (code_of(bot.view().preferences.language) != language) bot.app().sink().send(Action::language);
                char where[64];
                std::snprintf(where, sizeof where, "%dx%d at %.2f %s", size.width, size.height, scale, language);
                check_pages(bot, faults, where);
            }
        }
    for (const auto& [fault, where] : faults) ADD_FAILURE() << where << ": " << fault;
}

TEST(Matrix, TheCheckSeesFaults) {
    const std::vector<DrawnWords> words = {{"one", {0, 0, 30, 10}, "a"},
                                           {"two", {20, 4, 30, 10}, "a"},
                                           {"three", {20, 4, 30, 10}, "b"},
                                           {"four", {100, 0, 30, 10}, "a", true}};
    EXPECT_EQ(faults_of_words(words),
              (std::vector<std::string>{"cut at its side: 'four' in a", "'one' over 'two' in a"}));
    const Rect screen{0, 0, 100, 100};
    const std::vector<NotedItem> items = {{"in", {0, 0, 10, 10}, screen, 1},
                                          {"over", {5, 5, 10, 10}, screen, 2},
                                          {"out", {95, 50, 10, 10}, screen, 3},
                                          {"below", {50, 95, 10, 10}, screen, 4, true},
                                          {"words", {0, 0, 300, 10}, screen, 0}};
    EXPECT_EQ(faults_of_items(items, screen), (std::vector<std::string>{"out of reach: out", "in overlaps over"}));
}

}  // namespace
}  // namespace algemeente::viewer

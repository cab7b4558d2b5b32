// Every page at every size of window and of letters: nothing is cut off, nothing lies over something else, every
// control can be reached, and the charts keep their size.
#include "screen_check.h"
#include "ui_bot.h"

#include "places.h"

#include <cstdlib>
#include <fstream>
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
        const bool one_below = bot.session().slots.size() < 2;  // the gap alone
        if (!found && one_below && std::string_view(key) == "chart.lower.1") continue;
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

/// Every size of the window, scale and language, one after the other; `check` is told which it is.
template <typename Check>
void in_every_window(UiBot& bot, const Check& check) {
    for (const WindowSize& size : sizes)
        for (const double scale : scales()) {
            bot.platform().resize(size.width, size.height);
            bot.platform().scale = scale;
            for (const char* language : {"nl", "en"}) {
                if (code_of(bot.view().preferences.language) != language) bot.app().sink().send(Action::language);
                char where[64];
                std::snprintf(where, sizeof where, "%dx%d at %.2f %s", size.width, size.height, scale, language);
                check(std::string(where));
            }
        }
}

TEST(Matrix, NothingIsCutOffOverlapsOrIsOutOfReach) {
    UiBot bot;
    Faults faults;
    in_every_window(bot, [&](const std::string& where) { check_pages(bot, faults, where); });
    for (const auto& [fault, where] : faults) ADD_FAILURE() << where << ": " << fault;
}

TEST(Matrix, NothingIsCutOffWithSuppliers) {
    UiBot bot;
    bot.app().sink().send(LoadPreset{0, "baseline"});
    bot.app().sink().send(LoadPreset{1, "with_suppliers"});
    bot.app().sink().send(SelectSlot{1});
    bot.app().sink().send(SetReading{Reading::used});
    bot.settle();
    Faults faults;
    in_every_window(bot, [&](const std::string& where) {
        bot.app().sink().send(SetFacet{Facet::scenario});
        check_pages(bot, faults, where);
        bot.app().sink().send(SetPage{Page::multiples});
        bot.app().sink().send(SetFacet{Facet::product});
        check_page(bot, faults, where + " products");
    });
    for (const auto& [fault, where] : faults) ADD_FAILURE() << where << ": " << fault;
}

/// Something that lies over the window: how it is opened, and a control by which one sees that it is open.
struct Dialog {
    const char* name;
    std::vector<Command> open;
    const char* shows;
    const char* click = nullptr;  ///< a button that opens it
};

/// Every dialog, menu and list, each in the state in which it says most.
std::vector<Dialog> dialogs(const std::filesystem::path& saved) {
    LaneDraft draft;
    draft.month = 100;
    draft.note = "a question from the room";
    return {
        {"open", {Action::open_session}, "panel.cancel"},
        {"save", {Action::save_session_as}, "panel.save"},
        {"replace", {Action::save_session_as, SaveTo{saved, false}}, "panel.replace"},
        {"leave", {Action::quit}, "leave.cancel"},
        {"palette", {Action::palette}, "palette.play"},
        {"evidence", {Action::evidence}, "evidence.close"},
        {"claim", {OpenEvidence{"", "E11"}}, "evidence.close"},
        {"sources", {Action::sources}, "sources.close"},
        {"variables", {Action::variables}, "variable.close"},
        {"outcome", {OpenVariable{"in_use"}}, "variable.choose"},
        {"parameter", {OpenVariable{"media_story_decay"}}, "variable.show"},
        {"notices", {Action::notices}, "notices.close"},
        {"lane", {OpenLane{100}, SetLaneDraft{draft}}, "lane.add"},
        {"lane of an event", {OpenLane{72}}, "lane.add"},
        {"help", {Action::help}, "help.close"},
        {"tour", {Action::tour}, "tour.next"},
        {"stories", {Action::stories}, "stories.close"},
        {"towns", {SetMunicipalitySearch{"den"}}, "town.found.GM0518"},
        {"a town that is near", {SetMunicipalitySearch{"Amsterdm"}}, "town.nothing"},
        {"no town", {SetMunicipalitySearch{"qqqqqq"}}, "town.nothing"},
        {"export menu", {}, "export.export_png", "export"},
        {"file menu", {}, "file.quit", "file"},
        {"view menu", {}, "view.larger", "view"},
        {"outcomes", {}, "outcome.in_use", "outcome"},
        {"presets", {}, "preset.1.baseline", "preset.1"},
    };
}

void check_dialogs(UiBot& bot, Faults& faults, const std::string& where, const std::filesystem::path& saved) {
    for (const Dialog& dialog : dialogs(saved)) {
        const std::string place = where + ", " + dialog.name;
        for (const Command& command : dialog.open) {
            bot.app().sink().send(command);
            bot.frames(2);  // the panel gets its folder before anything else happens in it
        }
        if (dialog.click != nullptr) bot.click(dialog.click);
        bot.frames(3);
        if (!bot.shows(dialog.shows))
            faults.emplace(std::string(dialog.name) + " does not show " + dialog.shows, place);
        add(faults, faults_of_words(drawn_words()), place);
        const ImVec2 size = ImGui::GetIO().DisplaySize;
        const float overhang = ImGui::GetStyle().ItemSpacing.x / 2;
        std::vector<std::string> found = faults_of_items(bot.app().widgets().items(), {0, 0, size.x, size.y}, overhang);
        // an open list notes its own button among its rows
        if (dialog.click != nullptr) std::erase(found, "out of reach: " + std::string(dialog.click));
        add(faults, found, place);
        for (int i = 0; i < 3; ++i) bot.press(256);
        if (bot.shows(dialog.shows)) faults.emplace(std::string(dialog.name) + " stays open", place);
    }
}

TEST(Matrix, NoDialogIsCutOffOrOutOfReach) {
    const OwnFolder folder("matrix_dialogs");
    const std::filesystem::path saved = folder.path / "workshop.algemeente";
    std::ofstream(saved) << "";
    UiBot bot;
    bot.app().sink().send(SetLever{1, "ethics_committee", 1, true});  // there is something to lose
    bot.app().sink().send(AddNote{100, "what does the council think of this?"});
    bot.platform().drops.push_back(places::checkout() / "tests/fixtures/invalid/unknown_lever.toml");
    bot.settle();
    Faults faults;
    in_every_window(bot, [&](const std::string& where) {
        bot.frames(3);
        check_dialogs(bot, faults, where, saved);
    });
    for (const auto& [fault, where] : faults) ADD_FAILURE() << where << ": " << fault;
}

TEST(Matrix, ProjectorModeOnASmallProjectorKeepsEveryButton) {
    Options options;
    options.projector = true;
    UiBot bot(options);
    Faults faults;
    const OwnFolder folder("matrix_projector");
    const std::filesystem::path saved = folder.path / "workshop.algemeente";
    std::ofstream(saved) << "";
    bot.app().sink().send(SetLever{1, "ethics_committee", 1, true});
    for (const char* language : {"nl", "en"}) {
        if (code_of(bot.view().preferences.language) != language) bot.app().sink().send(Action::language);
        check_pages(bot, faults, language);
        bot.app().sink().send(SetPage{Page::compare});  // which has all lists
        check_dialogs(bot, faults, language, saved);
    }
    for (const auto& [fault, where] : faults) ADD_FAILURE() << where << ": " << fault;
}

TEST(Matrix, NothingIsCutOffAfterAPrediction) {
    UiBot bot;
    Faults faults;
    for (const WindowSize& size : {sizes[0], sizes[1], sizes[3]})
        for (const double scale : scales()) {
            bot.platform().resize(size.width, size.height);
            bot.platform().scale = scale;
            char where[64];
            std::snprintf(where, sizeof where, "%dx%d at %.2f", size.width, size.height, scale);
            bot.app().sink().send(Action::predict);
            bot.frames(2);
            check_page(bot, faults, std::string(where) + ", covered");
            for (int month = 60; month < 150; ++month)
                bot.app().sink().send(DrawPrediction{Domain::social, month, 10 + 0.1 * month});
            bot.app().sink().send(Action::reveal);
            bot.frames(2);
            check_page(bot, faults, std::string(where) + ", revealed");
            bot.app().sink().send(Action::predict);
            bot.frames(2);
        }
    for (const auto& [fault, where] : faults) ADD_FAILURE() << where << ": " << fault;
}

/// Every step of the lessons, with answers: the longest words that the panel of a story has.
TEST(Matrix, NothingIsCutOffWhileAStoryIsPlayed) {
    UiBot bot;
    Faults faults;
    for (const char* name : {"lesson1_who_is_hit", "lesson2_slow_road", "lesson3_who_decides", "lesson4_three_euros"}) {
        bot.app().sink().send(OpenStory{name});
        bot.settle();
        const std::size_t steps = bot.view().story.story->steps.size();
        for (std::size_t step = 0; step < steps; ++step) {
            for (int i = 0; i < 12; ++i) bot.app().sink().send(RaiseHand{step % 2, 1});
            bot.app().sink().send(TypeAnswer{"because the council and the newspaper would ask about it"});
            bot.app().sink().send(AddAnswer{});
            for (const WindowSize& size : {sizes[0], sizes[1], sizes[3]})
                for (const double scale : scales()) {
                    bot.platform().resize(size.width, size.height);
                    bot.platform().scale = scale;
                    bot.app().sink().send(Action::language);
                    char where[96];
                    std::snprintf(where, sizeof where, "%s %zu, %dx%d at %.2f", name, step, size.width, size.height,
                                  scale);
                    bot.frames(4);
                    check_page(bot, faults, where);
                }
            if (step + 1 < steps) bot.press(267);
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

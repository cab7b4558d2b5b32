// Files are opened by a typed path, a field in which something was wrong goes on taking letters, and a new session is
// new in everything.
#include "screen_check.h"
#include "ui_bot.h"
#include "viewer/state/session_file.h"

#include <fstream>

namespace algemeente::viewer {
namespace {

constexpr int enter = 257;

/// Letters as a keyboard sends them, to whatever field has it.
void type_on(UiBot& bot, const std::string& words) {
    for (const char letter : words)
        bot.platform().input.push_back({InputEvent::Kind::letter, 0, 0, static_cast<unsigned>(letter)});
    bot.frames(4);
}

std::filesystem::path a_session(UiBot& bot, const std::filesystem::path& folder, const std::string& note) {
    bot.app().sink().send(AddNote{90, note});
    const std::filesystem::path file = folder / "council.algemeente";
    bot.app().sink().send(SaveTo{file, true});
    bot.frames(3);
    return file;
}

TEST(Open, TakesATypedPathANameAndAFolder) {
    const OwnFolder folder("open_typed");
    std::filesystem::create_directories(folder.path / "sub");
    std::filesystem::path file;
    {
        UiBot bot;
        file = a_session(bot, folder.path / "sub", "what does the council want?");
    }
    for (const std::string& typed :
         {file.string(), (folder.path / "sub" / "council").string(), std::string("sub/council")}) {
        UiBot bot;
        bot.press('O', 2);
        bot.app().sink().send(SetFilePanel{FileTask::open, folder.path, ""});
        bot.frames(4);
        ASSERT_TRUE(ImGui::GetIO().WantTextInput) << "the field has the keyboard at once";
        type_on(bot, typed);
        EXPECT_EQ(bot.view().files.name, typed);
        bot.press(enter);
        bot.frames(3);
        EXPECT_EQ(bot.app().desk().file(), file) << typed;
        EXPECT_FALSE(bot.shows("panel.name")) << typed;
        ASSERT_EQ(bot.session().notes.size(), 1U) << typed;
    }
    UiBot bot;
    bot.app().sink().send(SetFilePanel{FileTask::open, folder.path, ""});
    bot.frames(4);
    type_on(bot, "sub");
    bot.click("panel.open");
    EXPECT_EQ(bot.view().files.folder, folder.path / "sub");
    EXPECT_TRUE(bot.shows("panel.entry.council.algemeente"));
}

TEST(Open, OfAScenarioByItsPathAddsIt) {
    UiBot bot;
    const std::size_t before = bot.session().slots.size();
    bot.app().sink().send(SetFilePanel{FileTask::open, data_folder().parent_path(), ""});
    bot.frames(4);
    type_on(bot, "budget_cuts");
    bot.press(enter);
    bot.frames(3);
    ASSERT_EQ(bot.session().slots.size(), before + 1);
    EXPECT_EQ(bot.session().slots.back().scenario.name, "budget_cuts");
}

TEST(Open, SaysWhatIsNotThereAndTheFieldGoesOn) {
    const OwnFolder folder("open_missing");
    UiBot bot(dutch());
    bot.app().sink().send(SetFilePanel{FileTask::open, folder.path, ""});
    bot.frames(4);
    type_on(bot, "nowher");
    bot.press(enter);
    bot.frames(3);
    ASSERT_TRUE(bot.shows("panel.problem")) << all_words();
    EXPECT_TRUE(is_on_screen("is er niet, of is geen sessie of scenario")) << all_words();
    type_on(bot, "e");
    EXPECT_EQ(bot.view().files.name, "nowhere") << "no click between";
    EXPECT_FALSE(bot.shows("panel.problem")) << "it was about another name";
}

TEST(SaveAs, KeepsTheKeyboardAfterAnError) {
    const OwnFolder folder("save_focus");
    UiBot bot(dutch());
    bot.app().sink().send(SetFilePanel{FileTask::save, folder.path, ""});
    bot.frames(4);
    type_on(bot, "none/x");
    bot.press(enter);
    bot.frames(3);
    ASSERT_TRUE(bot.shows("panel.problem"));
    type_on(bot, "y");
    EXPECT_EQ(bot.view().files.name, "none/xy");
}

TEST(NewSession, IsLookedAtAsAWindowOpens) {
    UiBot bot({}, Begins::as_usual);
    const std::string town = bot.view().municipality;
    const int month = bot.view().cursor;
    const std::size_t outcome = bot.view().outcome;
    bot.app().sink().send(OpenTown{"GM0344"});
    bot.app().sink().send(PinMunicipality{"GM0344"});
    bot.app().sink().send(SetSubPage{SubPage::people});
    bot.app().sink().send(SetCursor{20});
    bot.app().sink().send(SetOutcome{outcome + 1});
    bot.app().sink().send(ToggleHidden{0});
    bot.app().sink().send(SetTimeRange{Range{10, 30}});
    bot.app().sink().send(SetLeverSearch{"ethics"});
    bot.app().sink().send(Action::theme);
    bot.settle();
    const Theme theme = bot.view().preferences.theme;
    bot.press('N', 3);
    if (bot.shows("leave.discard")) bot.click("leave.discard");
    bot.settle();
    EXPECT_EQ(bot.view().page, Page::compare);
    EXPECT_TRUE(bot.view().pinned.empty());
    EXPECT_EQ(bot.view().municipality, town);
    EXPECT_EQ(bot.view().sub_pages.of(Page::municipality), SubPage::standing);
    EXPECT_EQ(bot.view().cursor, month);
    EXPECT_EQ(bot.view().outcome, outcome);
    EXPECT_FALSE(bot.view().axes.hidden[0] || bot.view().axes.time);
    EXPECT_TRUE(bot.view().lever_search.empty());
    EXPECT_TRUE(bot.view().joined.empty()) << "the sample is the usual one again";
    EXPECT_EQ(bot.app().summary()->country->size(), 10U);
    EXPECT_EQ(bot.view().preferences.theme, theme) << "what one prefers stays";
}

}  // namespace
}  // namespace algemeente::viewer

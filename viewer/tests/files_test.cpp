// Work is safe: nothing is lost without somebody having said so, and nothing is written over.
#include "ui_bot.h"

#include "places.h"
#include "text/error.h"
#include "viewer/state/autosave.h"
#include "viewer/state/desk.h"
#include "viewer/state/session_file.h"
#include "viewer/state/session_io.h"

#include <fstream>

namespace algemeente::viewer {
namespace {

namespace fs = std::filesystem;

const std::string lever = "lever.change_capacity_multiplier";

Session some_session() {
    Session session;
    for (const char* name : {"baseline", "budget_cuts"})
        session.slots.push_back(
            slot_of(read_scenario(places::checkout() / "scenarios" / (std::string(name) + ".toml"))));
    session.seed = 7;
    session.replicates = 33;
    session.sample = 50;
    session.notes = {{24, "what the room said"}};
    return session;
}

std::string content_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string refusal_of(const std::string& text) {
    try {
        session_from(text, "x.algemeente");
    } catch (const InputError& problem) {
        return problem.what();
    }
    return "nothing was refused";
}

Options with_state(const fs::path& folder) {
    Options options;
    options.state_folder = folder;
    return options;
}

TEST(SessionFile, KeepsEverythingThatUndoKeeps) {
    Session session = some_session();
    decide(session.slots[1], "ethics_committee", 1);
    session.slots[1].decide_from = 90;
    session.slots[1].scenario.title = "Line one\nline two, \"quoted\" \x07\x1b[31m";
    session.slots[1].scenario.name = "cuts, deep";
    session.notes.push_back({30, "#: slot 2020-01 is no mark within a note"});
    const Session again = session_from(session_text(session), "x.algemeente");
    EXPECT_TRUE(equal(again, session));
    EXPECT_EQ(again.slots[1].scenario.name, "cuts, deep");
    EXPECT_EQ(title_of(again.slots[1].scenario, Language::en), "Line one line two, \"quoted\"   [31m")
        << "on the screen it is one line";
    EXPECT_EQ(changed_levers(again.slots[1]), changed_levers(session.slots[1])) << "reset returns to the same";
}

TEST(SessionFile, EveryPresetSurvives) {
    for (const Scenario& preset : read_presets(places::checkout() / "scenarios")) {
        Session session;
        session.slots = {slot_of(preset)};
        EXPECT_TRUE(equal(session_from(session_text(session), "x"), session)) << preset.name;
    }
}

TEST(SessionFile, KeepsWhetherRunsHaveWhatHistoryAllowsAndReadsFilesOfBefore) {
    Session session = some_session();
    const std::string before = session_text(session);
    EXPECT_FALSE(session_from(before, "x").members);
    session.members = true;
    EXPECT_TRUE(session_from(session_text(session), "x").members);
    EXPECT_FALSE(equal(session_from(session_text(session), "x"), some_session()));
    std::string wrong = session_text(session);
    wrong.replace(wrong.find(" members"), 8, " membres");
    EXPECT_THROW(session_from(wrong, "x"), InputError);
}

TEST(SessionFile, SaysWhereItIsWrong) {
    const std::string text = session_text(some_session());
    EXPECT_NE(refusal_of("title = \"a scenario\"\n").find("x.algemeente:1: is no session"), std::string::npos);
    EXPECT_NE(refusal_of("#: session 2 seed 1\n").find("another version"), std::string::npos);
    EXPECT_NE(refusal_of("#: session 1 seed x replicates 1 municipalities 1\n").find("expected '#: session"),
              std::string::npos);
    EXPECT_NE(refusal_of(text.substr(0, text.find("#: slot"))).find("holds no scenario"), std::string::npos);
    std::string wrong = text;
    wrong.insert(wrong.find("[world]"), "colour = 1\n");
    const auto line = std::count(wrong.begin(), wrong.begin() + static_cast<long>(wrong.find("colour")), '\n') + 1;
    EXPECT_NE(refusal_of(wrong).find("x.algemeente:" + std::to_string(line) + ": colour"), std::string::npos)
        << refusal_of(wrong);
}

TEST(OwnFiles, ExportsNeverWriteOverWhatIsThere) {
    const OwnFolder folder("names");
    const fs::path first = reserved_name(folder.path / "new", "picture", ".png");
    const fs::path second = reserved_name(folder.path / "new", "picture", ".png");
    EXPECT_EQ(first.filename(), "picture.png");
    EXPECT_EQ(second.filename(), "picture-2.png");
    EXPECT_NE(reserved_folder(folder.path, "all"), reserved_folder(folder.path, "all"));
    EXPECT_THROW(reserved_name(first, "below a file", ".png"), InputError);
    EXPECT_EQ(safe_stem("a/b\nc"), "a_b_c");
    EXPECT_EQ(safe_stem(".."), "_..");
}

TEST(Autosave, IsFoundByTheNextWindowOnlyWhenItsOwnIsGone) {
    const OwnFolder folder("autosave");
    auto first = std::make_unique<Autosave>(folder.path);
    first->keep(some_session(), "/tmp/workshop.algemeente");
    {
        Autosave second(folder.path);
        EXPECT_FALSE(second.find().has_value()) << "the first window lives";
        EXPECT_NE(second.file(), first->file()) << "each window its own";
        first.reset();  // its lock goes, as the system does it when a program is killed
        const auto left = second.find();
        ASSERT_TRUE(left.has_value());
        EXPECT_TRUE(equal(left->session, some_session()));
        EXPECT_EQ(left->file, "/tmp/workshop.algemeente");
        Autosave third(folder.path);
        EXPECT_FALSE(third.find().has_value()) << "one window at a time asks about it";
    }
    Autosave later(folder.path);
    EXPECT_TRUE(later.find().has_value()) << "nobody has answered";
    later.drop_found();
    EXPECT_FALSE(Autosave(folder.path).find().has_value());
}

TEST(Autosave, WithoutAFolderItSaysSo) {
    const OwnFolder folder("no_autosave");
    std::ofstream(folder.path / "file") << "x";
    EXPECT_THROW(Autosave(folder.path / "file"), InputError);
}

TEST(Desk, TwoWindowsDoNotWriteOneFile) {
    const OwnFolder folder("desk");
    const fs::path file = folder.path / "workshop.algemeente";
    Desk one(folder.path / "state");
    one.save_to(some_session(), file);
    Desk other(folder.path / "state");
    other.take(folder.path / "." / "workshop.algemeente");
    EXPECT_FALSE(one.elsewhere());
    EXPECT_TRUE(other.elsewhere());
    const std::string before = content_of(file);
    Session changed = some_session();
    changed.seed = 8;
    EXPECT_THROW(other.save_to(changed, file), InputError);
    EXPECT_EQ(content_of(file), before);
    other.save_to(changed, folder.path / "other.algemeente");
    EXPECT_FALSE(other.elsewhere());
    ASSERT_EQ(other.recent().size(), 2U);
    EXPECT_EQ(other.recent().front().filename(), "other.algemeente");
    one.take({});
    other.take(file);
    EXPECT_FALSE(other.elsewhere()) << "the first window has let go of it";
}

TEST(Desk, ListsFoldersAndWhatCanBeOpened) {
    const OwnFolder folder("list");
    fs::create_directory(folder.path / "b folder");
    for (const char* name : {"a.algemeente", "c.toml", "d.txt", ".hidden.toml"})
        std::ofstream(folder.path / name) << "";
    const auto all = entries_of(folder.path, true);
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].name, "b folder");
    EXPECT_EQ(entries_of(folder.path, false).size(), 2U);
    EXPECT_TRUE(entries_of(folder.path / "none", true).empty());
}

TEST(Files, ClosingWithChangesAsksFirst) {
    UiBot bot;
    bot.drag(lever, 0.2F, 0.8F);
    bot.platform().close = true;
    bot.frames(3);
    EXPECT_FALSE(bot.app().closed());
    ASSERT_TRUE(bot.shows("leave.save"));
    bot.click("leave.cancel");
    EXPECT_FALSE(bot.app().closed());
    EXPECT_FALSE(bot.shows("leave.save"));
    bot.press('Q', 2);
    ASSERT_TRUE(bot.shows("leave.discard"));
    bot.press(256);
    EXPECT_FALSE(bot.shows("leave.save")) << "Esc is cancel";
    bot.press('Q', 2);
    bot.click("leave.discard");
    EXPECT_TRUE(bot.app().closed());
}

TEST(Files, ClosingWithoutChangesDoesNotAsk) {
    UiBot bot;
    bot.drag(lever, 0.2F, 0.8F);
    bot.press('Z', 2);  // undone: as it was
    bot.platform().close = true;
    bot.frames(3);
    EXPECT_TRUE(bot.app().closed());
}

TEST(Files, SavingOnTheWayOutAsksForANameAndThenCloses) {
    const OwnFolder folder("save_out");
    UiBot bot(with_state(folder.path / "state"));
    bot.drag(lever, 0.2F, 0.8F);
    bot.press('Q', 2);
    bot.click("leave.save");
    ASSERT_TRUE(bot.shows("panel.name"));
    bot.app().sink().send(SetFilePanel{FileTask::save, folder.path, "workshop"});
    bot.frames(2);
    const Session session = bot.session();
    bot.click("panel.save");
    EXPECT_TRUE(bot.app().closed());
    EXPECT_TRUE(equal(read_session(folder.path / "workshop.algemeente"), session));
    EXPECT_TRUE(entries_of(folder.path / "state", false).empty()) << "nothing is kept aside any more";
}

TEST(Files, AnExistingFileIsReplacedOnlyAfterAQuestion) {
    const OwnFolder folder("replace");
    std::ofstream(folder.path / "old.algemeente") << "precious";
    UiBot bot;
    bot.press('S', 3);
    bot.app().sink().send(SetFilePanel{FileTask::save, folder.path, "old"});
    bot.frames(2);
    bot.click("panel.save");
    EXPECT_EQ(content_of(folder.path / "old.algemeente"), "precious");
    ASSERT_TRUE(bot.shows("panel.replace"));
    bot.press(256);
    EXPECT_FALSE(bot.shows("panel.replace"));
    bot.click("panel.save");
    bot.click("panel.replace");
    EXPECT_TRUE(content_of(folder.path / "old.algemeente").starts_with("#: session"));
    EXPECT_FALSE(bot.shows("panel.name"));
}

TEST(Files, AFileThatCannotBeWrittenDoesNotCloseTheWindow) {
    const OwnFolder folder("unwritable");
    std::ofstream(folder.path / "file") << "x";
    UiBot bot;
    bot.drag(lever, 0.2F, 0.8F);
    bot.press('Q', 2);
    bot.click("leave.save");
    bot.app().sink().send(SaveTo{folder.path / "file" / "x.algemeente", true});
    bot.frames(3);
    EXPECT_FALSE(bot.app().closed());
    EXPECT_TRUE(bot.app().state().unsaved());
    ASSERT_FALSE(bot.app().notices().empty());
    EXPECT_TRUE(bot.app().notices().back().problem);
}

TEST(Files, TheTitleIsTheSessionsAndMarksChanges) {
    const OwnFolder folder("title");
    Options options = with_state(folder.path / "state");
    options.language = Language::en;
    UiBot bot(options);
    EXPECT_EQ(bot.platform().title, "Untitled session \u2013 Algemeente");
    bot.drag(lever, 0.2F, 0.8F);
    EXPECT_EQ(bot.platform().title, "Untitled session * \u2013 Algemeente");
    bot.app().sink().send(SaveTo{folder.path / "workshop.algemeente", false});
    bot.frames(3);
    EXPECT_EQ(bot.platform().title, "workshop \u2013 Algemeente");
    bot.drag(lever, 0.8F, 0.3F);
    EXPECT_EQ(bot.platform().title, "workshop * \u2013 Algemeente");
    bot.press('S', 2);
    EXPECT_EQ(bot.platform().title, "workshop \u2013 Algemeente");
    EXPECT_TRUE(equal(read_session(folder.path / "workshop.algemeente"), bot.session()));
}

TEST(Files, EveryChangeIsKeptAsideAtOnceAndOfferedByTheNextWindow) {
    const OwnFolder folder("killed");
    fs::path kept;
    Session session;
    {
        UiBot bot(with_state(folder.path));
        EXPECT_TRUE(entries_of(folder.path, false).empty()) << "nothing has changed yet";
        bot.drag(lever, 0.2F, 0.8F);
        bot.app().sink().send(AddNote{100, "a note"});
        bot.frames(2);
        ASSERT_EQ(entries_of(folder.path, false).size(), 1U);
        kept = folder.path / entries_of(folder.path, false)[0].name;
        session = bot.session();
        EXPECT_TRUE(equal(read_session(kept), session));
    }  // ends without being asked, as when it is killed: its work stays, its lock goes
    ASSERT_TRUE(fs::exists(kept));
    {
        UiBot bot(with_state(folder.path));
        ASSERT_TRUE(bot.shows("found.restore"));
        bot.click("found.restore");
        EXPECT_TRUE(equal(bot.session(), session));
        EXPECT_TRUE(bot.app().state().unsaved());
        EXPECT_FALSE(fs::exists(kept));
        EXPECT_EQ(entries_of(folder.path, false).size(), 1U) << "it is kept aside by this window now";
    }
    {
        UiBot bot(with_state(folder.path));
        bot.click("found.discard");
        EXPECT_FALSE(equal(bot.session(), session));
        EXPECT_TRUE(entries_of(folder.path, false).empty());
    }
    UiBot bot(with_state(folder.path));
    EXPECT_FALSE(bot.shows("found.restore"));
}

TEST(Files, ASessionOpensFromTheCommandLineThePanelAndADrop) {
    const OwnFolder folder("open");
    const fs::path file = folder.path / "workshop.algemeente";
    Session session = some_session();
    session.replicates = 8;
    session.sample = 10;
    std::ofstream(file, std::ios::binary) << session_text(session);
    Options options;
    options.files = {file};
    {
        UiBot bot(options);
        EXPECT_TRUE(equal(bot.session(), session));
        EXPECT_EQ(bot.app().desk().file(), file);
    }
    UiBot bot(with_state(folder.path / "state"));
    bot.press('O', 2);
    bot.app().sink().send(SetFilePanel{FileTask::open, folder.path, ""});
    bot.frames(2);
    bot.click("panel.entry.workshop.algemeente");
    bot.frames(2);
    EXPECT_TRUE(equal(bot.session(), session));
    EXPECT_FALSE(bot.app().state().undo_stack().can_undo()) << "undo does not lead into another session";
    bot.press('N', 3);
    EXPECT_EQ(bot.app().desk().file(), "");
    EXPECT_FALSE(equal(bot.session(), session));
    bot.drag(lever, 0.2F, 0.8F);
    bot.platform().drops.push_back(file);
    bot.frames(3);
    ASSERT_TRUE(bot.shows("leave.discard")) << "a drop, too, asks before it replaces";
    bot.click("leave.discard");
    EXPECT_TRUE(equal(bot.session(), session));
}

TEST(Files, TheSecondWindowOfAFileSaysSoAndSavesElsewhere) {
    const OwnFolder folder("second");
    const fs::path file = folder.path / "workshop.algemeente";
    Desk first(folder.path / "state");
    Session session = some_session();
    session.replicates = 8;
    first.save_to(session, file);
    Options options = with_state(folder.path / "state");
    options.files = {file};
    UiBot bot(options);
    ASSERT_FALSE(bot.app().notice_log().empty());
    EXPECT_NE(bot.app().notice_log().front().notice.words.find("workshop.algemeente"), std::string::npos);
    const std::string before = content_of(file);
    bot.drag(lever, 0.2F, 0.8F);
    bot.press('S', 2);
    EXPECT_EQ(content_of(file), before);
    EXPECT_TRUE(bot.shows("panel.name")) << "it asks for another name";
}

TEST(Files, TheWindowsPlaceSurvivesAndAnImpossibleOneIsIgnored) {
    Preferences wanted;
    wanted.place = WindowPlace{-20, 30, 1400, 900, true};
    EXPECT_EQ(preferences_from(preferences_text(wanted)).preferences, wanted);
    for (const char* place : {"nan", "0x0+0+0", "1280x720", "99999999999x720+0+0", "1280x720+0+0?", "-1280x720+0+0"}) {
        const ReadPreferences read = preferences_from("window = " + std::string(place) + "\ntheme = dark\n");
        EXPECT_FALSE(read.preferences.place.has_value()) << place;
        EXPECT_EQ(read.ignored.size(), 1U) << place;
        EXPECT_EQ(read.preferences.theme, Theme::dark) << place;
    }
}

}  // namespace
}  // namespace algemeente::viewer

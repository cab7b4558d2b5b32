// What the window promises a room in so many words, each as somebody meets it.
#include "screen_check.h"
#include "ui_bot.h"

#include "places.h"
#include "viewer/views/shown.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <regex>
#include <set>

namespace algemeente::viewer {
namespace {

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string words_in_windows(std::string_view beginning) {
    std::string words;
    for (const DrawnWords& line : drawn_words())
        if (line.window.starts_with(beginning)) words += line.words;
    return squeezed(words);
}

bool says(const std::string& words, const std::string& part) {
    return words.find(squeezed(part)) != std::string::npos;
}

TEST(RecentFiles, StandInTheMenuAndOpen) {
    const OwnFolder folder("recent_files");
    Options options;
    options.state_folder = folder.path / "state";
    UiBot bot(options);
    for (const char* name : {"first", "second"}) {
        bot.app().sink().send(AddNote{90, name});
        bot.app().sink().send(SaveTo{folder.path / (std::string(name) + ".algemeente"), true});
        bot.frames(3);
    }
    ASSERT_EQ(bot.session().notes.size(), 2U);
    bot.click("file");
    ASSERT_TRUE(bot.shows("file.recent.1"));
    bot.click("file.recent.1");
    bot.settle();
    EXPECT_EQ(bot.app().desk().file(), folder.path / "first.algemeente");
    EXPECT_EQ(bot.session().notes.size(), 1U);
}

TEST(Panels, GiveWayInANarrowWindow) {
    UiBot bot;
    EXPECT_TRUE(bot.shows("levers.search") && bot.shows("readout.outcome"));
    bot.platform().resize(1280, 720);
    bot.platform().scale = 1.25;  // a projector
    bot.frames(4);
    EXPECT_TRUE(bot.shows("levers.search"));
    EXPECT_FALSE(bot.shows("readout.outcome")) << "there is room for one of them";
    bot.press(299);
    EXPECT_FALSE(bot.shows("levers.search"));
    EXPECT_TRUE(bot.shows("readout.outcome"));
    bot.press(299);
    EXPECT_FALSE(bot.shows("levers.search") || bot.shows("readout.outcome"));
    EXPECT_GT(bot.place("chart.social").width, 400) << "and the charts take it";
}

TEST(Municipality, WhatHappensInOneRunStandsOnlyBehindItsName) {
    Options options = dutch();
    options.page = Page::municipality;
    UiBot bot(options);
    const std::string history(text(Word::history_title, Language::nl));
    const std::string projects(text(Word::projects, Language::nl));
    bot.settle();
    const std::string page = words_in_windows("centre");
    EXPECT_FALSE(says(page, history)) << page;
    EXPECT_TRUE(says(page, "Eén denkbaar verloop")) << "the button that leads there";
    bot.click("page.overview");
    bot.settle();
    bot.frames(2);
    EXPECT_TRUE(says(words_in_windows("centre"), history));
    EXPECT_TRUE(says(words_in_windows("centre"), "Een run (nr. 1)")) << "and it is called one";
    for (const PageInfo& other : page_table) {
        if (other.page == Page::municipality) continue;
        bot.app().sink().send(SetPage{other.page});
        bot.settle();
        EXPECT_FALSE(says(words_in_windows("centre"), history)) << other.id;
    }
}

/// Widths of the lines of that colour in a drawing.
std::vector<double> widths_of(const std::string& drawing, Ink ink) {
    const Colour c = colour_of(ink, Theme::light);
    char hex[8];
    std::snprintf(hex, sizeof hex, "#%02X%02X%02X", c.red, c.green, c.blue);
    const std::regex line("<polyline[^>]*stroke=\"(#[0-9A-Fa-f]{6})\" stroke-width=\"([0-9.]+)\"");
    std::vector<double> widths;
    for (auto at = std::sregex_iterator(drawing.begin(), drawing.end(), line); at != std::sregex_iterator(); ++at) {
        std::string colour = (*at)[1];
        std::transform(colour.begin(), colour.end(), colour.begin(), ::toupper);
        if (colour == hex) widths.push_back(std::stod((*at)[2]));
    }
    return widths;
}

TEST(Effect, AIsThinAndGreyAndBHasTheColourOfItsDomain) {
    const OwnFolder folder("thin");
    UiBot bot;
    bot.app().export_to(folder.path);
    bot.app().sink().send(Action::export_svg);
    bot.frames(3);
    const std::string drawing = content_of(exported_file(folder.path, ".svg"));
    const std::vector<double> grey = widths_of(drawing, Ink::neutral);
    const auto widest = [](const std::vector<double>& widths) {
        return widths.empty() ? 0 : *std::max_element(widths.begin(), widths.end());
    };
    ASSERT_GE(std::count_if(grey.begin(), grey.end(), [](double width) { return width > 1; }), 2)
        << "A, in both domains";
    for (const Ink domain : {Ink::social, Ink::physical})
        EXPECT_GT(widest(widths_of(drawing, domain)), widest(grey)) << "B is what one sees";
}

TEST(Toolbar, SaysWordsAndNoKeys) {
    for (const Language language : {Language::nl, Language::en}) {
        Options options;
        options.language = language;
        UiBot bot(options);
        const std::string bar = words_in_windows("top");
        for (const Word word : {Word::file_menu, Word::view_menu, Word::undo, Word::redo, Word::palette,
                                Word::projector_short, Word::levers, Word::values_short})
            EXPECT_TRUE(says(bar, std::string(text(word, language)))) << text(word, language) << " in " << bar;
        for (const PageInfo& page : page_table) EXPECT_TRUE(says(bar, std::string(text(page.words, language))));
        for (const char* key : {"Ctrl", "Shift", "F1", "F9", "(Z)"}) EXPECT_FALSE(says(bar, key)) << bar;
    }
}

TEST(Outcomes, SayUnderThePointerWhatTheyMean) {
    for (const Language language : {Language::nl, Language::en}) {
        Options options;
        options.language = language;
        UiBot bot(options);
        bot.click("outcome");
        for (const char* name : {"in_use", "pipeline"}) {
            const std::string key = std::string("outcome.") + name;
            const Rect row = bot.place(key);
            bot.move({row.x + row.width / 2, row.y + row.height / 2});
            bot.frames(2);
            const OutcomeInfo& outcome = domain_outcomes()[find_domain_outcome(name)];
            const std::string meaning(in_language(language, meaning_nl(name), outcome.meaning));
            EXPECT_TRUE(says(words_in_windows("##Tooltip"), meaning)) << meaning << "\n" << all_words();
        }
    }
}

TEST(Presets, AreToldInDutch) {
    UiBot bot(dutch());
    bot.click("preset.1");
    int told = 0;
    for (const Scenario& preset : bot.app().state().presets()) {
        const std::string key = "preset.1." + preset.name;
        if (!bot.shows(key)) continue;
        const Rect row = bot.place(key);
        EXPECT_NE(story_of(preset, Language::nl), preset.story) << preset.name;
        const auto& items = bot.app().widgets().items();
        const auto item = std::find_if(items.begin(), items.end(), [&](const auto& one) { return one.key == key; });
        if (row.bottom() > item->clip.bottom()) continue;  // further down the list
        bot.move({row.x + row.width / 2, row.y + row.height / 2});
        bot.frames(2);
        const std::string tip = words_in_windows("##Tooltip");
        EXPECT_NE(story_of(preset, Language::nl), preset.story) << preset.name;
        EXPECT_TRUE(says(tip, question_of(preset, Language::nl))) << preset.name << ": " << tip;
        EXPECT_TRUE(says(tip, story_of(preset, Language::nl))) << preset.name << ": " << tip;
        ++told;
    }
    EXPECT_GE(told, 5);
}

TEST(Levers, StandByThemeEachWithASign) {
    UiBot bot(dutch());
    bot.platform().resize(1280, 2400);  // all of them are drawn
    bot.press('M');
    bot.frames(2);
    const auto& all = bot.app().widgets().all();
    std::vector<std::pair<float, std::string>> themes;
    for (const auto& [key, area] : all)
        if (key.starts_with("theme.")) themes.emplace_back(area.y, key);
    std::sort(themes.begin(), themes.end());
    EXPECT_EQ(themes.size(), 5U);
    for (const ParameterInfo& row : parameter_table()) {
        if (row.role != Role::lever || is_diagnostic(row)) continue;
        const auto found = all.find("lever." + std::string(row.name) + ".name");
        ASSERT_NE(found, all.end()) << row.name;
        ASSERT_FALSE(themes.empty());
        EXPECT_GT(found->second.y, themes.front().first) << row.name << " stands below a theme";
    }
    for (const Word word :
         {Word::group_capacity, Word::group_data, Word::group_law, Word::group_sensors, Word::group_work})
        EXPECT_FALSE(std::string(text(word, Language::nl)).empty());
}

TEST(Levers, OfYesAndNoAreSwitches) {
    UiBot bot;
    const auto committee = [&] { return lever_value(bot.session().slots[1].scenario, "ethics_committee", 100); };
    ASSERT_EQ(committee(), 0);
    bot.click("lever.ethics_committee");
    EXPECT_EQ(committee(), 1) << "one click, no dragging";
    bot.click("lever.ethics_committee");
    EXPECT_EQ(committee(), 0);
}

TEST(Runs, AreCalledComparableFutures) {
    for (const Language language : {Language::nl, Language::en}) {
        Options options;
        options.language = language;
        UiBot bot(options);
        const bool dutch_words = language == Language::nl;
        EXPECT_TRUE(says(words_in_windows("status"), dutch_words ? "vergelijkbare toekomsten" : "comparable futures"))
            << words_in_windows("status");
        const Rect runs = bot.place("status.runs");
        bot.move({runs.x + runs.width / 2, runs.y + runs.height / 2});
        bot.frames(2);
        EXPECT_TRUE(says(words_in_windows("##Tooltip"), std::string(text(Word::runs_tip, language))));
    }
}

/// Whether a plain area of that colour covers the point in this frame.
bool is_covered_by(ImU32 colour, ImVec2 point) {
    const ImVec2 white = ImGui::GetIO().Fonts->TexUvWhitePixel;
    const ImDrawData& data = *ImGui::GetDrawData();
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        for (int at = 0; at + 5 < list.IdxBuffer.Size; at += 3) {
            const ImDrawVert& low = list.VtxBuffer[list.IdxBuffer[at]];
            const ImDrawVert& high = list.VtxBuffer[list.IdxBuffer[at + 2]];
            if (low.col != colour || low.uv.x != white.x || low.uv.y != white.y) continue;
            if (point.x > low.pos.x && point.x < high.pos.x && point.y > low.pos.y && point.y < high.pos.y &&
                high.pos.x - low.pos.x < ImGui::GetIO().DisplaySize.x * 0.45F)
                return true;
        }
    }
    return false;
}

TEST(Playing, DrawsTheLinesUpToTheCursor) {
    UiBot bot;
    const Colour paper = colour_of(Ink::background, Theme::light);
    const ImU32 colour = IM_COL32(paper.red, paper.green, paper.blue, 255);
    bot.app().sink().send(SetCursor{70});
    bot.frames(2);
    const Rect plot = bot.place("chart.social");
    const ImVec2 to_come = {plot.x + plot.width * 0.8F, plot.y + plot.height * 0.4F};
    const ImVec2 past = {plot.x + plot.width * 0.25F, plot.y + plot.height * 0.4F};
    EXPECT_FALSE(is_covered_by(colour, to_come));
    bot.app().sink().send(Action::play);
    bot.frames(1);
    ASSERT_TRUE(bot.view().playing);
    EXPECT_TRUE(is_covered_by(colour, to_come)) << "what comes is not drawn yet";
    EXPECT_FALSE(is_covered_by(colour, past));
    bot.app().sink().send(Action::play);
    bot.frames(2);
    EXPECT_FALSE(is_covered_by(colour, to_come));
}

TEST(Playing, SentencesFollowTheMonth) {
    UiBot bot(dutch());
    for (const int month : {100, 150}) {
        bot.app().sink().send(SetCursor{month});
        bot.settle();
        const std::string words = bot.app().derived().sentences.front().words;
        EXPECT_TRUE(words.starts_with(when_words_first(month, Language::nl))) << words;
        EXPECT_TRUE(is_on_screen(when_words_first(month, Language::nl)));
    }
    bot.app().sink().send(SetCursor{146});
    bot.app().sink().send(Action::play);
    bot.settle();
    const std::string words = bot.app().derived().sentences.front().words;
    const int now = bot.view().cursor;
    const bool tells_of_a_year = words.starts_with(when_words_first(now - now % 12 - 1, Language::nl)) ||
                                 words.starts_with(when_words_first(143, Language::nl));
    EXPECT_TRUE(tells_of_a_year || !bot.view().playing) << "while months pass, of the last whole year: " << words;
}

/// The part of the guide in one language.
std::string guide(Language language) {
    const std::string whole = content_of(places::checkout() / "viewer/FACILITATOR.md");
    const std::size_t english = whole.find("# For facilitators");
    return language == Language::nl ? whole.substr(0, english) : whole.substr(english);
}

TEST(Guide, SaysHowToGetBBackInTheWordsOfTheScreen) {
    for (const Language language : {Language::nl, Language::en}) {
        const std::string words = guide(language);
        const std::string predict(text(Word::predict, language));
        const std::size_t at = words.find("*" + predict + "* (V)");
        ASSERT_NE(at, std::string::npos);
        const std::string row = words.substr(at, words.find('\n', at) - at);
        EXPECT_NE(row.find("Esc"), std::string::npos) << row;
        EXPECT_NE(row.find(language == Language::nl ? "brengt B terug" : "brings B back"), std::string::npos) << row;
        for (const Word word : {Word::reveal, Word::predict_clear, Word::difference_short, Word::event_short,
                                Word::projector_short, Word::why_flow, Word::page_overview, Word::page_people,
                                Word::page_beside, Word::go_on, Word::reset_all, Word::file_menu, Word::export_menu})
            EXPECT_NE(words.find("*" + std::string(text(word, language)) + "*"), std::string::npos)
                << text(word, language) << " is not called so";
    }
}

TEST(Motion, TakesAboutAHundredAndFiftyMilliseconds) {
    Limits limits;
    const Limits::Chart chart{.outcome = 3};
    limits.follow(chart, {0, 100}, Limits::Hold::nothing, 0.016);
    double seconds = 0;
    while (limits.range.high < 200 + 0.94 * 100 && seconds < 2) {
        limits.follow(chart, {0, 300}, Limits::Hold::nothing, 0.005);
        seconds += 0.005;
    }
    EXPECT_GT(seconds, 0.08) << "not a jump";
    EXPECT_LT(seconds, 0.2);
}

TEST(Motion, CanBeSwitchedOffAndStaysOff) {
    UiBot bot;
    EXPECT_TRUE(bot.view().preferences.motion);
    bot.click("view");
    bot.click("view.motion");
    EXPECT_FALSE(bot.view().preferences.motion);
    EXPECT_FALSE(preferences_from(preferences_text(bot.view().preferences)).preferences.motion);
    EXPECT_EQ(preferences_from("motion = perhaps\n").ignored.size(), 1U);
}

TEST(Type, HasThreeSizesInTwoWeights) {
    UiBot bot;
    std::set<float> sizes;
    for (const ImFont* font : ImGui::GetIO().Fonts->Fonts) sizes.insert(font->FontSize);
    EXPECT_EQ(sizes.size(), 3U);
    EXPECT_LE(*sizes.rbegin() / *sizes.begin(), 1.6F) << "a scale, and no shouting";
}

/// Corners of what is drawn over everything, within so many pixels around the area and outside of it.
int corners_around(const Rect& area, float reach) {
    int count = 0;
    const ImDrawData& data = *ImGui::GetDrawData();
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        if (std::string_view(list._OwnerName != nullptr ? list._OwnerName : "") != "##Foreground") continue;
        for (const ImDrawVert& one : list.VtxBuffer) {
            const bool near = one.pos.x > area.x - reach && one.pos.x < area.right() + reach &&
                              one.pos.y > area.y - reach && one.pos.y < area.bottom() + reach;
            const bool inside =
                one.pos.x > area.x && one.pos.x < area.right() && one.pos.y > area.y && one.pos.y < area.bottom();
            count += static_cast<int>(near && !inside);
        }
    }
    return count;
}

TEST(Focus, IsSeenAsARing) {
    UiBot bot;
    const Rect file = bot.place("file");
    EXPECT_EQ(corners_around(file, 10), 0);
    bot.press(258);
    ASSERT_FALSE(bot.app().focus().key.empty());
    const Rect first = bot.place(bot.app().focus().key);
    EXPECT_GT(corners_around(first, 10), 8) << bot.app().focus().key;
    bot.press(258);
    EXPECT_EQ(corners_around(first, 2), 0) << "it goes along";
}

TEST(Icons, AreDrawnAsPaths) {
    Options options;
    options.projector = true;
    UiBot bot(options);
    for (const char* key : {"tool.undo", "tool.redo", "transport.play", "transport.step_back"}) {
        const Rect area = bot.place(key);
        for (const DrawnWords& line : drawn_words())
            EXPECT_FALSE(line.area.x < area.right() && area.x < line.area.right() && line.area.y < area.bottom() &&
                         area.y < line.area.bottom())
                << key << " is a letter: " << line.words;
    }
}

TEST(Pictures, OfTheReadmesAreAllMadeByTheScript) {
    const std::string script = content_of(places::checkout() / "scripts/update_pictures");
    const std::regex picture("\\]\\(((?:viewer/)?pictures/[a-z_]+\\.png)\\)");
    int found = 0;
    for (const char* page : {"README.md", "viewer/README.md"}) {
        const std::string words = content_of(places::checkout() / page);
        for (auto at = std::sregex_iterator(words.begin(), words.end(), picture); at != std::sregex_iterator(); ++at) {
            std::string file = (*at)[1];
            if (!file.starts_with("viewer/")) file = "viewer/" + file;
            EXPECT_NE(script.find("\"" + file + "\""), std::string::npos) << file << " of " << page;
            EXPECT_TRUE(std::filesystem::exists(places::checkout() / file)) << file;
            ++found;
        }
    }
    EXPECT_GE(found, 5);
    for (const PageInfo& page : page_table)
        EXPECT_TRUE(page.page == Page::compare || script.find("\"" + std::string(page.id) + "\"") != std::string::npos)
            << "no picture of " << page.id;
}

}  // namespace
}  // namespace algemeente::viewer

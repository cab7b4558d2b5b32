// What a room needs that was not told how the window works: every tool under the pointer on a small projector, an
// answer that is in sight, one name for one scenario, and words that say what they are about.
#include "screen_check.h"
#include "ui_bot.h"

#include "viewer/commands/tour.h"
#include "viewer/views/shown.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <regex>

namespace algemeente::viewer {
namespace {

constexpr int escape = 256, enter = 257, right = 262, left = 263;

bool lies_over(const Rect& one, const Rect& other) {
    return one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom();
}

/// What is written inside that rectangle, squeezed.
std::string words_in(const Rect& area) {
    std::string words;
    for (const DrawnWords& line : drawn_words())
        if (line.area.x >= area.x - 2 && line.area.right() <= area.right() + 2 && line.area.y >= area.y - 2 &&
            line.area.bottom() <= area.bottom() + 2)
            words += line.words;
    return squeezed(words);
}

/// What the page says, without the bars around it.
std::string words_of_page() {
    std::string words;
    for (const DrawnWords& line : drawn_words())
        if (line.window.starts_with("centre")) words += line.words;
    return squeezed(words);
}

const NotedItem* item_of(UiBot& bot, const std::string& key) {
    const auto& items = bot.app().widgets().items();
    const auto found = std::find_if(items.begin(), items.end(), [&](const NotedItem& item) { return item.key == key; });
    return found == items.end() ? nullptr : &*found;
}

/// A tool of the bar at the top: its button, or its line in the menu of those that the window has no room for.
void use_tool(UiBot& bot, const std::string& id) {
    if (bot.shows("tool." + id)) {
        bot.click("tool." + id);
        return;
    }
    bot.click("more");
    bot.click("more." + id);
}

TEST(Projector, EveryToolIsWorkedWithTheMouse) {
    Options options = dutch();
    options.projector = true;
    UiBot bot(options);
    const auto committee = [&] { return lever_value(bot.session().slots[1].scenario, "ethics_committee", 100); };
    bot.app().sink().send(SetLever{1, "ethics_committee", 1, true});
    bot.settle();
    use_tool(bot, "undo");
    EXPECT_EQ(committee(), 0);
    use_tool(bot, "redo");
    EXPECT_EQ(committee(), 1);
    use_tool(bot, "palette");
    EXPECT_TRUE(bot.view().palette_open);
    bot.press(escape);
    use_tool(bot, "theme");
    EXPECT_EQ(bot.view().preferences.theme, Theme::dark);
    use_tool(bot, "language");
    EXPECT_EQ(bot.view().preferences.language, Language::en);
    use_tool(bot, "projector");
    EXPECT_FALSE(bot.view().preferences.projector);
}

TEST(Projector, EveryToolIsInReachAtEverySize) {
    UiBot bot;
    for (const auto& [width, height] : {std::pair{1024, 768}, {1280, 720}, {1366, 768}, {1920, 1080}})
        for (const double scale : {0.8, 1.25, 2.0, 3.0})
            for (const Language language : {Language::nl, Language::en}) {
                if (bot.view().preferences.language != language) bot.app().sink().send(Action::language);
                bot.platform().resize(width, height);
                bot.platform().scale = scale;
                bot.frames(4);
                const bool more = bot.shows("more");
                if (more) bot.click("more");
                for (const std::string id : {"undo", "redo", "palette", "language", "projector", "theme"})
                    EXPECT_TRUE(bot.shows("tool." + id) || (more && bot.shows("more." + id)))
                        << id << " at " << width << "x" << height << " x " << scale;
                bot.press(escape);
            }
}

TEST(Town, WhyIsSeenWithoutScrolling) {
    Options options = dutch();
    options.page = Page::municipality;
    UiBot bot(options);
    for (const bool projector : {false, true})
        for (const Language language : {Language::nl, Language::en})
            for (const bool pins : {false, true}) {
                if (bot.view().preferences.projector != projector) bot.app().sink().send(Action::projector);
                if (bot.view().preferences.language != language) bot.app().sink().send(Action::language);
                const bool pinned = !bot.view().pinned.empty();
                for (const char* code : {"GM0363", "GM0153"})
                    if (pinned != pins) bot.app().sink().send(PinMunicipality{code});
                bot.settle();
                bot.frames(4);
                const std::string which = std::string(projector ? "projector" : "usual") + " " +
                                          std::string(code_of(language)) + (pins ? " pinned" : "");
                const Rect chart = bot.place("standing.why.chart");
                const NotedItem* item = item_of(bot, "standing.why.chart");
                ASSERT_NE(item, nullptr) << which;
                EXPECT_GE(chart.y, item->clip.y - 1) << which;
                EXPECT_LE(chart.bottom(), item->clip.bottom() + 1) << which;
                EXPECT_GE(chart.height, ImGui::GetIO().Fonts->Fonts[0]->FontSize * 13) << which << ": ten rows to read";
                const NotedItem* why = item_of(bot, "standing.why");
                ASSERT_NE(why, nullptr) << which;
                EXPECT_LE(why->area.bottom(), why->clip.bottom() + 1) << which;
            }
}

TEST(Scenario, IsNamedWithItsChangesOnEveryPage) {
    UiBot bot(dutch());
    bot.app().sink().send(SetLever{1, "ethics_committee", 1, true});
    bot.settle();
    const std::string name = squeezed(title_of(bot.session().slots[1].scenario, Language::nl) + " \u00B7 1 gewijzigd");
    const std::pair<Page, SubPage> pages[] = {{Page::map, SubPage::none},
                                              {Page::municipality, SubPage::standing},
                                              {Page::municipality, SubPage::overview},
                                              {Page::municipality, SubPage::people},
                                              {Page::municipality, SubPage::beside},
                                              {Page::why, SubPage::factors},
                                              {Page::why, SubPage::flow},
                                              {Page::multiples, SubPage::none}};
    for (const auto& [page, part] : pages) {
        bot.app().sink().send(SetPage{page});
        if (part != SubPage::none) bot.app().sink().send(SetSubPage{part});
        bot.settle();
        bot.frames(2);
        EXPECT_NE(words_of_page().find(name), std::string::npos)
            << info_of(page).id << " " << static_cast<int>(part) << ": " << words_of_page();
    }
}

TEST(Scenario, IsNamedWithItsChangesInTheHandOut) {
    const OwnFolder folder("named");
    UiBot bot(dutch());
    bot.app().export_to(folder.path);
    bot.app().sink().send(SetLever{1, "ethics_committee", 1, true});
    bot.settle();
    const std::string name = title_of(bot.session().slots[1].scenario, Language::nl) + "  \u00B7  1 gewijzigd";
    for (const auto& [action, ending] : {std::pair{Action::export_html, ".html"}, {Action::export_svg, ".svg"}}) {
        bot.app().sink().send(action);
        bot.frames(3);
        std::ifstream stream(exported_file(folder.path, ending), std::ios::binary);
        const std::string page{std::istreambuf_iterator<char>(stream), {}};
        EXPECT_NE(squeezed(page).find(squeezed("B  " + name)), std::string::npos) << ending << ": its legend";
    }
}

TEST(Scenario, KeepsItsMarkWhereItsTitleIsCut) {
    Options options = dutch();
    options.projector = true;
    UiBot bot(options);
    for (int i = 0; i < 2; ++i) bot.press('N', 2);
    bot.app().sink().send(SetLever{1, "ethics_committee", 1, true});
    bot.settle();
    EXPECT_NE(words_in(bot.place("preset.1")).find(squeezed("\u00B7 1")), std::string::npos)
        << words_in(bot.place("preset.1"));
}

TEST(Tour, GoesOnAndBackByKeys) {
    UiBot bot;
    const int month = bot.view().cursor;
    bot.app().sink().send(Action::tour);
    bot.frames(3);
    ASSERT_EQ(bot.view().tour_step, 1);
    bot.press(enter);
    EXPECT_EQ(bot.view().tour_step, 2);
    bot.press(right);
    EXPECT_EQ(bot.view().tour_step, 3);
    bot.press(left);
    EXPECT_EQ(bot.view().tour_step, 2);
    EXPECT_EQ(bot.view().cursor, month) << "the arrow keys are the tour's";
    bot.press(left);
    bot.press(left);
    EXPECT_EQ(bot.view().tour_step, 1) << "before the first step there is none";
    bot.press(escape);
    EXPECT_EQ(bot.view().tour_step, 0);
    bot.press(right);
    EXPECT_EQ(bot.view().cursor, month + 1) << "after it they are the month's again";
    bot.app().sink().send(Action::tour);
    bot.frames(2);
    for (std::size_t i = 0; i < tour_steps().size(); ++i) bot.press(enter);
    EXPECT_EQ(bot.view().tour_step, 0) << "Enter also ends the last step";
}

TEST(Tour, ItsButtonStaysWhereItIs) {
    for (const Language language : {Language::nl, Language::en})
        for (const bool projector : {false, true}) {
            Options options;
            options.language = language;
            options.projector = projector;
            UiBot bot(options);
            bot.app().sink().send(Action::tour);
            bot.frames(3);
            const Rect first = bot.place("tour.next");
            for (std::size_t i = 1; i < tour_steps().size(); ++i) {
                bot.click("tour.next");
                const Rect next = bot.place("tour.next");
                EXPECT_EQ(next.x, first.x) << i;
                EXPECT_EQ(next.y, first.y) << i;
                EXPECT_EQ(next.width, first.width) << i << ": a second click must not hit something else";
            }
        }
}

TEST(Event, CountsItsMonthsInWords) {
    for (const Language language : {Language::nl, Language::en}) {
        Options options;
        options.language = language;
        UiBot bot(options);
        bot.app().sink().send(SetLowerChart{LowerChart::event});
        bot.settle();
        bot.frames(2);
        ASSERT_TRUE(bot.app().derived().study);
        const int after = bot.view().cursor - bot.app().derived().study->event.month;
        ASSERT_GT(after, 0);
        const std::string count = std::to_string(after);
        const bool dutch_words = language == Language::nl;
        EXPECT_TRUE(is_on_screen(count + (dutch_words ? " maanden erna:" : " months after:"))) << all_words();
        EXPECT_FALSE(is_on_screen("+" + count + ":")) << "like a size";
        const Rect chart = bot.place("chart.lower.0");
        const std::string axis = words_in({chart.x - 20, chart.bottom(), chart.width + 60, 40});
        EXPECT_TRUE(axis.ends_with(dutch_words ? "mnd" : "mo")) << axis;
    }
}

/// As somebody does who types where it is to go.
void save_as(UiBot& bot, const std::string& typed) {
    for (const char letter : typed) {  // what the field held is selected, and gives way
        ImGui::GetIO().AddInputCharacter(static_cast<unsigned>(letter));
        bot.frames(1);
    }
    bot.frames(2);
    bot.strike(ImGuiKey_Enter);
}

TEST(SaveAs, GoesWhereATypedPathSays) {
    const OwnFolder folder("typed_path");
    const OwnFolder elsewhere("typed_elsewhere");
    std::filesystem::create_directories(folder.path / "sub");
    UiBot bot;
    const auto open = [&] {
        bot.app().sink().send(SetFilePanel{FileTask::save, folder.path, "workshop"});
        bot.frames(3);
    };
    const auto saves = [&](const std::string& typed, const std::filesystem::path& file) {
        open();
        save_as(bot, typed);
        EXPECT_TRUE(std::filesystem::exists(file)) << typed;
        EXPECT_FALSE(bot.shows("panel.name")) << typed;
        EXPECT_EQ(bot.app().desk().file(), file) << typed;
        bot.press(escape);
    };
    saves((elsewhere.path / "x").string(), elsewhere.path / "x.algemeente");
    saves((elsewhere.path / "y.algemeente").string(), elsewhere.path / "y.algemeente");
    saves((elsewhere.path / "z.toml").string(), elsewhere.path / "z.algemeente");
    saves("sub/w", folder.path / "sub" / "w.algemeente");
    saves("plain.algemeente", folder.path / "plain.algemeente");
}

TEST(SaveAs, TakesALongPathLetterByLetter) {
    const OwnFolder folder("long_path");
    const std::filesystem::path deep = folder.path / std::string(70, 'a') / std::string(70, 'b');
    std::filesystem::create_directories(deep);
    UiBot bot;
    bot.app().sink().send(SetFilePanel{FileTask::save, folder.path, "workshop"});
    bot.frames(4);
    save_as(bot, (deep / "x").string());
    EXPECT_TRUE(std::filesystem::exists(deep / "x.algemeente")) << bot.view().files.name;
}

TEST(SaveAs, KnowsWhereHomeIs) {
    const OwnFolder home("home");
    const char* const before = std::getenv("HOME");
    const std::string kept = before != nullptr ? before : "";
    setenv("HOME", home.path.c_str(), 1);
    {
        UiBot bot;
        bot.app().sink().send(SetFilePanel{FileTask::save, std::filesystem::temp_directory_path(), "workshop"});
        bot.frames(3);
        save_as(bot, "~/kept");
        EXPECT_TRUE(std::filesystem::exists(home.path / "kept.algemeente"));
    }
    setenv("HOME", kept.c_str(), 1);
}

TEST(SaveAs, SaysWhichFolderIsNotThere) {
    const OwnFolder folder("not_there");
    for (const Language language : {Language::nl, Language::en}) {
        Options options;
        options.language = language;
        UiBot bot(options);
        bot.app().sink().send(SetFilePanel{FileTask::save, folder.path, "workshop"});
        bot.frames(3);
        save_as(bot, (folder.path / "nowhere" / "x").string());
        ASSERT_TRUE(bot.shows("panel.name")) << "it stays open";
        ASSERT_TRUE(bot.shows("panel.problem"));
        const std::string said = words_in(bot.place("panel.problem"));
        EXPECT_NE(said.find("nowhere"), std::string::npos) << said;
        EXPECT_NE(said.find(squeezed(language == Language::nl ? "bestaat niet" : "does not exist")), std::string::npos)
            << said;
        EXPECT_FALSE(std::filesystem::exists(folder.path / "nowhere"));
        EXPECT_TRUE(std::filesystem::is_empty(folder.path)) << "and not under a name that nobody typed";
    }
}

TEST(Score, SaysWhatItIsAbout) {
    for (const bool projector : {false, true})
        for (const Language language : {Language::nl, Language::en}) {
            Options options;
            options.language = language;
            options.projector = projector;
            UiBot bot(options);
            bot.click("predict");
            bot.drag("chart.social", 0.3F, 0.9F);
            bot.press('O');
            bot.frames(3);
            const std::string outcome = lower_first(name_of("in_use", language));
            for (const Domain domain : {Domain::social, Domain::physical}) {
                const bool social = domain == Domain::social;
                const std::string said = words_in(bot.place(social ? "score.social" : "score.physical"));
                const std::string name(text(social ? Word::social_domain : Word::physical_domain, language));
                EXPECT_NE(said.find(squeezed(name)), std::string::npos) << said;
                EXPECT_NE(said.find(squeezed(outcome)), std::string::npos) << said;
            }
        }
}

TEST(Numbers, HaveNoFinerDigitsThanHundredths) {
    Options options = dutch();
    options.replicates = 128;  // a mean of one project in one run is 0.0078
    UiBot bot(options);
    const std::regex finer("(^|[^0-9.,])0,[0-9]{3,}");
    for (const PageInfo& page : page_table)
        for (const int month : {14, 20, 27, 137}) {
            if (page.page == Page::choose) continue;  // the ends of its axes are as fine as their packages
            bot.app().sink().send(SetPage{page.page});
            bot.app().sink().send(SetCursor{month});
            bot.settle();
            bot.frames(2);
            for (const DrawnWords& line : drawn_words())
                EXPECT_FALSE(std::regex_search(line.words, finer)) << page.id << " " << month << ": " << line.words;
        }
}

TEST(Numbers, TooSmallForARoomAreToldInWords) {
    Difference small{.band = {}, .direction = {.higher = 3, .lower = 1, .count = 200}};
    small.band.mean = 0.0083;
    for (const Language language : {Language::nl, Language::en}) {
        const std::string words = effect_here("Tilburg", "B", small, small, 137, language);
        EXPECT_EQ(words.find("0083"), std::string::npos) << words;
        EXPECT_NE(words.find(language == Language::nl ? "bijna evenveel" : "almost as many"), std::string::npos)
            << words;
    }
}

TEST(Predict, SaysWhereToDrawAndWhatFillsInAfterwards) {
    for (const bool projector : {false, true})
        for (const Language language : {Language::nl, Language::en}) {
            Options options;
            options.language = language;
            options.projector = projector;
            UiBot bot(options);
            const std::string here = squeezed(language == Language::nl ? "Teken hier" : "Draw here");
            const std::string later = squeezed(language == Language::nl ? "na Onthul" : "after Reveal");
            const auto says = [&](const char* key, const std::string& words) {
                return words_in(bot.place(key)).find(words) != std::string::npos;
            };
            EXPECT_FALSE(says("chart.social", here) || says("chart.lower.0", later));
            bot.click("predict");
            bot.frames(2);
            EXPECT_TRUE(says("chart.social", here) && says("chart.physical", here)) << all_words();
            EXPECT_TRUE(says("chart.lower.0", later) && says("chart.lower.1", later)) << all_words();
            EXPECT_FALSE(says("chart.lower.0", here));
            bot.drag("chart.social", 0.3F, 0.9F);
            EXPECT_FALSE(says("chart.social", here)) << "it is being done";
            EXPECT_TRUE(says("chart.physical", here));
            bot.press('O');
            bot.frames(3);
            EXPECT_FALSE(says("chart.physical", here) || says("chart.lower.0", later));
        }
}

/// Whoever finds the own town on the way is where the tour leads to; its card would lie over the page.
TEST(Tour, EndsWhereItLeadsToAtEveryStep) {
    for (const int step : {1, 3, 5}) {
        UiBot bot(dutch());
        bot.app().sink().send(Action::tour);
        for (int at = 1; at < step; ++at) bot.app().sink().send(Action::next_tour_step);
        bot.frames(2);
        ASSERT_EQ(bot.view().tour_step, step);
        bot.app().sink().send(OpenTown{bot.app().summary()->country->front().gm_code});
        bot.settle();
        bot.frames(2);
        EXPECT_EQ(bot.view().tour_step, 0) << step;
        EXPECT_TRUE(bot.view().preferences.tour_done) << step;
        EXPECT_FALSE(bot.shows("tour.next")) << step;
    }
}

/// Where the tip of the frame that was drawn last is; nothing without one.
std::optional<Rect> tip_now() {
    std::optional<Rect> area;
    for (const DrawnWords& line : drawn_words()) {
        if (!line.window.starts_with("##Tooltip")) continue;
        if (!area) {
            area = line.area;
            continue;
        }
        const float x = std::min(area->x, line.area.x);
        const float y = std::min(area->y, line.area.y);
        area = Rect{x, y, std::max(area->right(), line.area.right()) - x,
                    std::max(area->bottom(), line.area.bottom()) - y};
    }
    return area;
}

TEST(Tips, DoNotCoverWhatTheyTellOf) {
    UiBot bot(dutch());
    for (const std::string key : {"lever.ethics_committee.name", "status.size", "tool.palette", "tool.page_map",
                                  "legend.1", "readout.outcome"}) {
        const Rect area = bot.place(key);
        for (const float x : {0.1F, 0.5F, 0.9F}) {
            bot.move({area.x + area.width * x, area.y + area.height / 2});
            bot.frames(3);
            const auto tip = tip_now();
            ASSERT_TRUE(tip) << key;
            EXPECT_FALSE(lies_over(*tip, area)) << key;
            const ImVec2 size = ImGui::GetIO().DisplaySize;
            EXPECT_TRUE(tip->x >= 0 && tip->y >= 0 && tip->right() <= size.x && tip->bottom() <= size.y) << key;
        }
    }
}

TEST(Notices, LeaveTheChartsFree) {
    const OwnFolder folder("free_charts");
    UiBot bot(dutch());
    bot.app().export_to(folder.path);
    for (const Action action : {Action::export_csv, Action::copy_table}) {
        bot.app().sink().send(action);
        bot.frames(3);
    }
    const Rect notice = bot.place("notice.0");
    for (const char* key : {"chart.social", "chart.physical", "chart.lower.0", "chart.lower.1", "headline.social"})
        EXPECT_FALSE(lies_over(notice, bot.place(key))) << key;
}

TEST(Presets, OpenInANarrowWindowToo) {
    UiBot bot(dutch());
    bot.app().sink().send(SetLever{1, "ethics_committee", 1, true});
    bot.platform().resize(1024, 768);
    bot.platform().scale = 1.25;
    bot.settle();
    bot.frames(4);
    bot.click("preset.1");
    EXPECT_TRUE(bot.shows("preset.1.baseline"));
    ASSERT_TRUE(bot.shows("more")) << "with tools in the menu behind it the bar still has two rows";
    EXPECT_LT(bot.place("preset.1").bottom(), bot.place("levers.search").y);
}

}  // namespace
}  // namespace algemeente::viewer

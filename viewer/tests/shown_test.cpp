// What is on the screen is what goes along: hand-out, table and picture; and what is covered is nowhere.
#include "screen_check.h"
#include "ui_bot.h"

#include "places.h"
#include "viewer/plot/flow_chart.h"
#include "viewer/views/shown.h"

#include <algorithm>
#include <fstream>

namespace algemeente::viewer {
namespace {

/// Without spaces and without what HTML writes in another way: how letters are spaced is no matter here.
std::string squeezed(std::string words) {
    constexpr std::pair<std::string_view, std::string_view> same[] = {{"&amp;", "&"}, {"&#39;", "'"}, {"&quot;", "\""},
                                                                      {"\u00a0", ""}, {" ", ""},      {"\n", ""}};
    for (const auto& [from, to] : same)
        for (std::size_t at = words.find(from); at != std::string::npos; at = words.find(from, at))
            words.replace(at, from.size(), to);
    return words;
}

bool holds(const std::string& text, const std::string& words) {
    return squeezed(text).find(squeezed(words)) != std::string::npos;
}

struct Exports {
    std::string page, picture, table;
};

Exports exported(UiBot& bot, const std::string& name) {
    const OwnFolder folder("shown_" + name);
    bot.app().export_to(folder.path);
    for (const Action action : {Action::export_html, Action::export_svg, Action::export_csv})
        bot.app().sink().send(action);
    bot.frames(3);
    const auto read = [&](const char* ending) {
        std::ifstream file(exported_file(folder.path, ending));
        return std::string{std::istreambuf_iterator<char>(file), {}};
    };
    return {read(".html"), read(".svg"), read(".csv")};
}

std::string title_in(UiBot& bot, std::size_t slot) {
    return title_of(bot.session().slots[slot].scenario, Language::nl);
}

TEST(HandOut, HasTheScenariosUnitNotesMonthsAndDifferenceOfTheScreen) {
    Options options;
    options.outcome = "adopters_share";
    options.language = Language::nl;
    UiBot bot(options);
    const std::string question = "Wat vindt de raad hiervan?";
    bot.app().sink().send(AddNote{100, question});
    bot.app().sink().send(SetTimeRange{Range{60, 143}});
    bot.app().sink().send(SetDisplay{Display::runs});
    bot.click("legend.0");
    ASSERT_TRUE(bot.view().axes.hidden[0]);
    bot.settle();
    bot.frames(2);
    const std::string screen = all_words();
    const Headline headline = *bot.app().derived().effects.value().headline;
    const std::string outcome = name_of("adopters_share", Language::nl) + " \u00B7 %";
    const std::string legend(text(Word::thin_legend, Language::nl));
    const Exports out = exported(bot, "same");
    for (const std::string& words : {headline.social, headline.physical, outcome, legend}) {
        EXPECT_TRUE(holds(screen, words)) << "not on the screen: " << words << "\n" << screen;
        EXPECT_TRUE(holds(out.page, words)) << "not in the hand-out: " << words;
        EXPECT_TRUE(holds(out.picture, words)) << "not in the drawing: " << words;
    }
    EXPECT_TRUE(holds(out.page, question));
    EXPECT_TRUE(holds(out.page, "januari 2020 tot en met december 2026"));
    EXPECT_TRUE(holds(out.page, title_in(bot, 1)));
    EXPECT_FALSE(holds(out.page, title_in(bot, 0))) << "the legend has switched it off";
    EXPECT_FALSE(holds(out.picture, title_in(bot, 0)));
    EXPECT_FALSE(bot.shows("readout.social.0"));
    EXPECT_EQ(out.table.find(",baseline,"), std::string::npos) << out.table.substr(0, 200);
    EXPECT_EQ(out.table.find(",2019-12,"), std::string::npos);
    EXPECT_NE(out.table.find(",2020-01,"), std::string::npos);
    EXPECT_NE(out.table.find("difference to A"), std::string::npos);
    bot.click("legend.0");
    bot.app().sink().send(SetLowerChart{LowerChart::gap});
    bot.frames(2);
    const Exports all = exported(bot, "all");
    EXPECT_TRUE(holds(all.page, title_in(bot, 0)));
    EXPECT_NE(all.table.find(",baseline,"), std::string::npos);
    EXPECT_EQ(all.table.find("difference to A"), std::string::npos) << "the screen shows the gap";
}

TEST(HandOut, TellsNothingThatIsCovered) {
    UiBot bot;
    bot.click("predict");
    const Exports out = exported(bot, "covered");
    const Headline headline = *bot.app().derived().effects.value().headline;
    for (const std::string& words : {headline.social, title_in(bot, 1)})
        EXPECT_FALSE(holds(out.page, words) || holds(out.picture, words)) << words;
    EXPECT_EQ(out.table.find("national_scandal"), std::string::npos);
    EXPECT_NE(out.table.find(",baseline,"), std::string::npos);
}

TEST(Titles, OfTwoFilesThatAreCalledTheSameAreToldApart) {
    Options options;
    const auto file = places::checkout() / "scenarios/baseline.toml";
    options.files = {file, file, places::checkout() / "scenarios/no_scandal.toml"};
    UiBot bot(options);
    const Exports out = exported(bot, "titles");
    EXPECT_TRUE(holds(out.page, title_in(bot, 0) + " (1)"));
    EXPECT_TRUE(holds(out.page, title_in(bot, 1) + " (2)"));
    EXPECT_FALSE(holds(out.page, title_in(bot, 2) + " (")) << "nobody else is called so";
}

/// Keys of what can be pressed and is part of the page itself: charts, rows and names in it.
bool belongs_to_page(const std::string& key) {
    constexpr std::string_view parts[] = {"chart.",      "legend.words", "map",          "why.charts", "why.flows",
                                          "why.factor.", "multiple",     "standing.",    "people.",    "peer.",
                                          "dots.",       "histogram",    "choose.chart."};
    return std::any_of(std::begin(parts), std::end(parts),
                       [&](std::string_view part) { return key.starts_with(part); }) &&
           !key.starts_with("map.");
}

TEST(PageAlone, HasATitleAndNothingToPress) {
    Options options;
    options.page_alone = true;
    options.language = Language::nl;
    UiBot bot(options);
    for (const PageInfo& page : page_table) {
        bot.app().sink().send(SetPage{page.page});
        for (const SubPageInfo& part : sub_page_table) {
            if (part.page == page.page) bot.app().sink().send(SetSubPage{part.sub_page});
            bot.settle();
            bot.frames(2);
            ASSERT_TRUE(bot.app().widgets().find("page.title")) << page.id;
            for (const NotedItem& item : bot.app().widgets().items())
                EXPECT_TRUE(item.id == 0 || belongs_to_page(item.key)) << item.key << " on " << page.id;
            for (const std::string& fault : faults_of_words(drawn_words())) ADD_FAILURE() << page.id << ": " << fault;
            if (part.page != page.page) break;
        }
    }
}

TEST(Covered, ScenariosAreCoveredOnEveryPage) {
    UiBot bot;
    bot.click("predict");
    for (const PageInfo& page : page_table) {
        if (page.page == Page::compare || page.page == Page::multiples) continue;
        bot.app().sink().send(SelectSlot{1});
        bot.press(page.key);
        bot.settle();
        EXPECT_TRUE(bot.shows("covered.words")) << page.id;
        EXPECT_TRUE(bot.shows("covered.reveal")) << page.id;
        EXPECT_FALSE(bot.shows("map") || bot.shows("why.charts") || bot.shows("standing.social")) << page.id;
        bot.click("covered.show_a");
        bot.settle();
        EXPECT_FALSE(bot.shows("covered.words")) << page.id << ": A is not covered";
    }
    bot.press('3');
    bot.app().sink().send(SetMapMode{MapMode::difference});
    EXPECT_TRUE(bot.shows("covered.words")) << "a difference tells of B, whichever scenario is in front";
    bot.click("covered.reveal");
    EXPECT_TRUE(bot.shows("map"));
}

TEST(Covered, ThePageSaysHowToGetBBack) {
    Options options;
    options.language = Language::nl;
    UiBot bot(options);
    bot.click("predict");
    bot.frames(2);
    for (const char* words : {"Onthul (O)", "Voorspel (V)", "Esc", "B is bedekt"})
        EXPECT_TRUE(holds(all_words(), words)) << words << "\n" << all_words();
}

TEST(Score, IsACardInWordsForEachDomainAndDrawAgainCoversB) {
    Options options;
    options.language = Language::nl;
    UiBot bot(options);
    bot.platform().resize(1920, 1080);  // a low window shows the first line only
    bot.frames(2);
    bot.app().sink().send(SelectSlot{0});
    bot.click("predict");
    bot.drag("chart.social", 0.3F, 0.9F);
    bot.click("reveal");
    ASSERT_TRUE(bot.shows("score.social"));
    ASSERT_TRUE(bot.shows("score.physical"));
    const PredictionScore score =
        score_of(bot.line_of_the_room(Domain::social), bot.app().derived().fans.domains[1][0]);
    EXPECT_GT(score.years, 5);
    EXPECT_EQ(score.moments.size(), 3U);
    const std::string screen = all_words();
    EXPECT_TRUE(holds(screen, filled(text(Word::score_inside, Language::nl), std::to_string(score.years_inside),
                                     std::to_string(score.years), range_name(24, Language::nl))))
        << screen;
    EXPECT_TRUE(holds(screen, "van de mediaan van B")) << "B is what was predicted, also when A is in front\n"
                                                       << screen;
    EXPECT_TRUE(holds(screen, std::string(text(Word::score_nothing, Language::nl))))
        << "nothing in the physical domain";
    bot.click("predict.again");
    EXPECT_TRUE(bot.view().prediction.active);
    EXPECT_FALSE(bot.view().prediction.revealed) << "or nobody could draw";
    EXPECT_FALSE(bot.shows("readout.social.1"));
    EXPECT_TRUE(bot.shows("readout.social.0"));
}

TEST(Values, AndWhyExplainTheirNumbers) {
    Options options = dutch();
    options.width = 1600;  // in a lower window the words below the factors are behind a scroll
    options.height = 900;
    for (const char* name : {"baseline.toml", "national_scandal.toml"})
        options.files.push_back(places::checkout() / "scenarios" / name);
    UiBot bot(options);
    EXPECT_TRUE(bot.shows("readout.pairs"));
    EXPECT_TRUE(holds(all_words(), "B \u2212 A is het middelste van de verschillen per run"));
    bot.press('2');
    bot.settle();
    EXPECT_TRUE(bot.shows("why.means"));
    const std::string why = all_words();
    EXPECT_TRUE(holds(why, "gemiddelden over 24 runs")) << why;
    for (const char* level : {"laag", "middel", "hoog"}) EXPECT_TRUE(holds(why, level)) << level;
    bot.press('W', 2);
    bot.press('1');
    bot.settle();
    EXPECT_FALSE(bot.shows("readout.pairs")) << "there is no difference";
}

TEST(Values, ThatAreOldLookOld) {
    UiBot bot;
    EXPECT_FALSE(bot.shows("page.stale"));
    bot.app().sink().send(SetLever{1, "ethics_committee", 1, true});
    bot.frames(1);
    EXPECT_TRUE(bot.app().widgets().find("page.stale"));
    EXPECT_TRUE(bot.app().widgets().find("readout.stale"));
    bot.settle();
    EXPECT_FALSE(bot.shows("page.stale"));
    EXPECT_FALSE(bot.shows("readout.stale"));
}

TEST(Axis, OfNoDifferenceHasNumbersThatReadWell) {
    EXPECT_EQ(with_span({0, 0}, {.sign = true}), (Range{-1, 1}));
    EXPECT_EQ(with_span({0, 0}, {.percent = true, .sign = true}), (Range{-0.01, 0.01}));
    EXPECT_EQ(with_span({0, 0}, {}), (Range{0, 1}));
    EXPECT_EQ(with_span({0, 3}, {.sign = true}), (Range{0, 3}));
    Options options;
    const auto file = places::checkout() / "scenarios/baseline.toml";
    options.files = {file, file};
    UiBot bot(options);
    EXPECT_EQ(bot.app().derived().lower_y.range, (Range{-1, 1})) << "the same scenario twice";
    bot.frames(2);
    EXPECT_EQ(all_words().find("0,0000"), std::string::npos) << all_words();
}

/// Reasons below the streams, in the order in which they stand.
std::vector<std::string> reasons_of(const FlowChart& flow, const FlowChart* base) {
    Scene scene;
    draw_flow(scene, {0, 0, 2000, 1000}, flow, base, 100, "title", Ink::social, {.language = Language::en});
    std::vector<std::string> reasons;
    for (const Item& item : scene.items) {
        const Text* words = std::get_if<Text>(&item);
        if (words == nullptr || words->ink != Ink::soft_text) continue;
        reasons.push_back(words->words.substr(words->words.find_last_of("0123456789)") + 2));
    }
    return reasons;
}

TEST(Flow, ReasonsStandInTheSameOrderInAAndB) {
    FlowChart a;
    FlowChart b;
    const auto law = static_cast<std::size_t>(Reason::law);
    const auto stuck = static_cast<std::size_t>(Reason::stuck);
    a.stages[1].left[law] = 10;
    a.stages[1].left[stuck] = 4;
    b.stages[1].left[law] = 3;
    b.stages[1].left[stuck] = 8;
    ASSERT_EQ(reasons_of(a, nullptr).size(), 2U);
    EXPECT_EQ(reasons_of(a, nullptr), reasons_of(b, &a));
}

TEST(Notices, LeaveTheButtonsOfADialogFree) {
    UiBot bot;
    bot.app().sink().send(Action::save_session_as);
    bot.frames(2);
    bot.platform().drops.push_back(places::checkout() / "tests/fixtures/invalid/unknown_lever.toml");
    bot.frames(3);
    const Rect notice = bot.place("notice.0");
    for (const char* key : {"panel.cancel", "panel.save", "panel.name"}) {
        const Rect button = bot.place(key);
        EXPECT_TRUE(notice.y >= button.bottom() || notice.bottom() <= button.y) << key;
    }
    EXPECT_GE(notice.y, 0);
    EXPECT_LE(notice.bottom(), 720);
}

TEST(Menu, ClosesWhenAKeyHasChosen) {
    UiBot bot;
    const OwnFolder folder("menu");
    bot.app().export_to(folder.path);
    bot.click("export");
    ASSERT_TRUE(bot.shows("export.export_csv"));
    bot.click("export.export_csv");
    EXPECT_FALSE(bot.shows("export.export_csv"));
    bot.click("export");
    ASSERT_TRUE(bot.shows("export.export_csv"));
    bot.press('E', 2);
    EXPECT_FALSE(bot.shows("export.export_csv"));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path), {}), 2);
}

TEST(Palette, ArrowKeysChoose) {
    UiBot bot;
    bot.press(268);
    bot.press('K', 2);
    ASSERT_TRUE(bot.view().palette_open);
    for (int i = 0; i < 2; ++i) bot.strike(ImGuiKey_DownArrow);
    EXPECT_EQ(bot.view().palette_choice, 2U);
    bot.strike(ImGuiKey_UpArrow);
    EXPECT_EQ(bot.view().palette_choice, 1U);
    const Action chosen = matching_actions("")[1]->action;
    ASSERT_EQ(chosen, Action::step_back);
    bot.strike(ImGuiKey_DownArrow);
    ASSERT_EQ(matching_actions("")[2]->action, Action::step_forward);
    const int before = bot.view().cursor;
    bot.strike(ImGuiKey_Enter);
    EXPECT_FALSE(bot.view().palette_open);
    EXPECT_EQ(bot.view().cursor, before + 1);
}

TEST(Dialogs, NothingChangesBehindThem) {
    UiBot bot;
    const int sample = bot.session().sample;
    bot.press(290);
    ASSERT_TRUE(bot.view().help_open);
    bot.press('A', 2);
    bot.press('N', 2);
    bot.press('3');
    EXPECT_EQ(bot.session().sample, sample);
    EXPECT_EQ(bot.session().slots.size(), 2U);
    EXPECT_EQ(bot.view().page, Page::compare);
    bot.press(290);
    EXPECT_FALSE(bot.view().help_open);
    bot.press('A', 2);
    EXPECT_NE(bot.session().sample, sample);
}

TEST(Keys, AreCalledAsPeopleCallThem) {
    EXPECT_EQ(key_words(info_of(Action::play), Language::nl), "spatiebalk");
    EXPECT_EQ(key_words(info_of(Action::play), Language::en), "Space");
    EXPECT_EQ(key_words(info_of(Action::palette), Language::nl), "Ctrl+K");
}

TEST(TownSearch, OffersTheNearestNameWhenNothingIsFound) {
    UiBot bot;
    bot.type("town.search", "Amsterdm");
    EXPECT_TRUE(bot.shows("town.nothing"));
    ASSERT_TRUE(bot.shows("town.found.GM0363"));
    bot.strike(ImGuiKey_Enter);
    EXPECT_EQ(bot.view().municipality, "GM0363");
    EXPECT_EQ(bot.view().page, Page::municipality);
    bot.type("town.search", "qqqqqqqq");
    EXPECT_TRUE(bot.shows("town.nothing"));
    bot.strike(ImGuiKey_Enter);
    EXPECT_EQ(bot.view().municipality, "GM0363") << "nothing is near";
}

TEST(Levels, AreWordsOnThePageOfAMunicipality) {
    Options options;
    options.page = Page::municipality;
    options.sub_pages = {SubPage::overview};
    options.language = Language::nl;
    UiBot bot(options);
    bot.frames(2);
    int levels = 0;
    for (const DrawnWords& line : drawn_words())
        if (line.words == "laag" || line.words == "middel" || line.words == "hoog") ++levels;
    EXPECT_GE(levels, 8) << all_words();
}

}  // namespace
}  // namespace algemeente::viewer

// What newcomers stumbled over who walked through the window in both languages: sentences that were cut to a telegram,
// what happened in silence, and names that the guide and the window did not share.
#include "screen_check.h"
#include "ui_bot.h"

#include "places.h"
#include "present/words/sentences.h"
#include "viewer/views/shown.h"

#include <imgui_internal.h>

#include <algorithm>
#include <fstream>
#include <limits>
#include <regex>
#include <set>
#include <sstream>

namespace algemeente::viewer {
namespace {

constexpr int escape = 256, enter = 257, down = 264, up = 265;

Options on_a_projector(Language language, Page page = Page::compare) {
    Options options;
    options.language = language;
    options.projector = true;
    options.page = page;
    options.width = 1280;
    options.height = 720;
    return options;
}

std::string words_in(const Rect& area) {
    std::string words;
    for (const DrawnWords& line : drawn_words())
        if (line.area.x >= area.x - 2 && line.area.right() <= area.right() + 2 && line.area.y >= area.y - 2 &&
            line.area.bottom() <= area.bottom() + 2)
            words += line.words;
    return squeezed(words);
}

bool holds(const std::string& all, const std::string& words) {
    return all.find(squeezed(words)) != std::string::npos;
}

TEST(ScoreCard, OnAProjectorIsASentenceWithItsUnitAndItsBand) {
    for (const Language language : {Language::nl, Language::en}) {
        const bool nl = language == Language::nl;
        UiBot bot(on_a_projector(language));
        bot.app().sink().send(Action::predict);
        for (const char* outcome : {"in_use", "adopters_share"}) {
            bot.app().sink().send(SetOutcome{find_domain_outcome(outcome)});
            bot.settle();
            for (int month = 60; month < 180; ++month)
                bot.app().sink().send(DrawPrediction{Domain::social, month, 0.5});
        }
        bot.app().sink().send(Action::reveal);
        for (const char* outcome : {"in_use", "adopters_share"}) {
            const bool share = std::string_view(outcome) == "adopters_share";
            bot.app().sink().send(SetOutcome{find_domain_outcome(outcome)});
            bot.settle();
            bot.frames(3);
            const std::string said = words_in(bot.place("score.social"));
            const std::string unit =
                share ? (nl ? "procentpunt" : "percentage points") : (nl ? "projecten" : "projects");
            EXPECT_TRUE(holds(said, nl ? "Uw lijn ligt in" : "Your line lies")) << said;
            EXPECT_TRUE(holds(said, range_name(24, language))) << said;
            EXPECT_TRUE(holds(said, unit + (nl ? " van de mediaan van B." : " from the median of B."))) << said;
        }
    }
}

/// Windows of the page that can be scrolled.
std::vector<std::string> places_that_scroll() {
    std::vector<std::string> found;
    for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows)
        if (window->WasActive && std::string_view(window->Name).starts_with("centre") && window->ScrollMax.y > 0)
            found.emplace_back(window->Name);
    return found;
}

TEST(Town, ScrollsInOnePlace) {
    for (const Language language : {Language::nl, Language::en})
        for (const double scale : {0.8, 1.0, 1.25, 1.5}) {
            UiBot bot(on_a_projector(language, Page::municipality));
            bot.platform().scale = scale;
            bot.app().sink().send(SetLever{1, "ethics_committee", 1, true});
            bot.app().sink().send(SetLever{1, "change_capacity_multiplier", 2, true});
            bot.settle();
            bot.frames(4);
            const std::vector<std::string> places = places_that_scroll();
            EXPECT_LE(places.size(), 1U) << scale << " " << (places.size() > 1 ? places[0] + " and " + places[1] : "");
            ASSERT_TRUE(bot.shows("standing.why.chart"));
            const Rect why = bot.place("standing.why.chart");
            const Rect social = bot.place("standing.social");
            const Rect physical = bot.place("standing.physical");
            EXPECT_LE(social.right(), physical.x + 1);
            EXPECT_TRUE(physical.right() <= why.x + 1 || why.bottom() <= social.y + 1) << "beside or below each other";
        }
}

TEST(Town, ListsOfOneCourseScrollTogether) {
    for (const double scale : {0.8, 1.0, 1.5}) {
        UiBot bot(on_a_projector(Language::nl, Page::municipality));
        bot.platform().scale = scale;
        bot.app().sink().send(SetSubPage{SubPage::overview});
        bot.settle();
        bot.frames(4);
        EXPECT_TRUE(is_on_screen(text(Word::history_title, Language::nl).data())) << all_words();
        EXPECT_EQ(places_that_scroll().size(), 1U) << scale;
    }
}

TEST(Levers, SayWhatAPackageMovesUnderMore) {
    for (const Language language : {Language::nl, Language::en}) {
        Options options;
        options.language = language;
        UiBot bot(options);
        EXPECT_FALSE(bot.shows("levers.moved"));
        bot.app().sink().send(LoadPreset{1, "all_three_recommendations"});
        bot.settle();
        bot.frames(2);
        ASSERT_FALSE(bot.shows("lever.common_ground_programme.name"));
        ASSERT_TRUE(bot.shows("levers.moved"));
        const std::string said = words_in(bot.place("levers.moved"));
        EXPECT_TRUE(holds(said, language == Language::nl ? "Ook 1 verzet onder Meer" : "1 more moved under More"))
            << said;
        bot.click("levers.moved");
        EXPECT_TRUE(bot.view().all_levers);
        EXPECT_FALSE(bot.shows("levers.moved"));
        EXPECT_TRUE(bot.shows("lever.common_ground_programme.name"));
        bot.app().sink().send(Action::all_levers);
        bot.app().sink().send(SelectSlot{0});
        bot.frames(2);
        EXPECT_FALSE(bot.shows("levers.moved")) << "A is what happened";
    }
}

std::string as_compared(std::string words) {
    for (const char* part : {"{}", "\u2026"})
        for (std::size_t at = words.find(part); at != std::string::npos; at = words.find(part))
            words.erase(at, std::string_view(part).size());
    std::replace(words.begin(), words.end(), '\n', ' ');
    words.erase(0, words.find_first_not_of(" :"));
    words.erase(words.find_last_not_of(" :") + 1);
    std::transform(words.begin(), words.end(), words.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return words;
}

/// Everything that the window can call something.
std::set<std::string> names_of_the_window(Language language) {
    std::set<std::string> known;
    constexpr Word words[] = {
#define KEY(key) Word::key,
#include "present/words/word_keys.def"
    };
    for (const Word word : words) known.insert(as_compared(std::string(text(word, language))));
    for (const Name& name : all_names())
        known.insert(as_compared(std::string(language == Language::nl ? name.nl : name.en)));
    for (const char* key : {"\u2212", "Ctrl+Z", "Home", "H", "Z", "NL\\|EN"}) known.insert(as_compared(key));
    return known;
}

/// In italics, outside of bold.
std::vector<std::string> italics_of(std::string page) {
    page = std::regex_replace(page, std::regex("\\*\\*[^*]+\\*\\*"), "");
    std::vector<std::string> found;
    const std::regex italics("\\*([^*]+)\\*");
    for (std::sregex_iterator at(page.begin(), page.end(), italics), end; at != end; ++at) found.push_back((*at)[1]);
    return found;
}

TEST(Guide, CallsEverythingAsTheWindowDoes) {
    std::ifstream stream(places::checkout() / "viewer/FACILITATOR.md");
    const std::string page{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    const std::size_t english = page.find("# For facilitators");
    ASSERT_NE(english, std::string::npos);
    for (const Language language : {Language::nl, Language::en}) {
        const std::set<std::string> known = names_of_the_window(language);
        const std::vector<std::string> called =
            italics_of(language == Language::nl ? page.substr(0, english) : page.substr(english));
        EXPECT_GT(called.size(), 30U);
        for (const std::string& name : called)
            EXPECT_TRUE(known.contains(as_compared(name))) << code_of(language) << ": *" << name << "*";
    }
}

TEST(Sources, HaveOneNameInEveryWindow) {
    for (const int width : {1024, 1280, 1920})
        for (const bool projector : {false, true}) {
            Options options = dutch();
            options.projector = projector;
            UiBot bot(options);
            bot.platform().resize(width, 768);
            bot.frames(4);
            const std::string name = squeezed(text(Word::sources, Language::nl).data());
            EXPECT_EQ(words_in(bot.place("status.sources")), name) << width;
            bot.click("status.sources");
            EXPECT_TRUE(is_on_screen(name));
        }
}

TEST(Hint, HasNoBoxWhereTheChartHasRoom) {
    FanChart chart;
    chart.months = 180;
    chart.cursor = 60;
    chart.y = {-1, 1};
    chart.hint = "The difference from A will be here";
    Scene scene;
    const PlotArea plot = draw_fan(scene, {0, 0, 700, 200}, chart, {.letter = 12, .line = 2});
    float middle = 0;
    for (const auto& part : scene.items) {
        const Box* box = std::get_if<Box>(&part);
        EXPECT_TRUE(box == nullptr || box->ink != Ink::background);
        if (const Text* words = std::get_if<Text>(&part); words != nullptr && words->words == chart.hint)
            middle = words->at.x;
    }
    const float half = rough_width(chart.hint, 12 * 1.1F) / 2;
    EXPECT_GT(middle - half, plot.x_of(60)) << "the cursor runs through no word";
    EXPECT_LT(middle + half, plot.area.right());
}

TEST(Timeline, TheMonthAndTheFirstYearDoNotTouch) {
    for (const Language language : {Language::nl, Language::en})
        for (const auto& [width, height] : {std::pair{1280, 720}, {1366, 768}, {1920, 1080}})
            for (const bool projector : {false, true}) {
                Options options;
                options.language = language;
                options.projector = projector;
                UiBot bot(options);
                bot.platform().resize(width, height);
                bot.app().sink().send(SetCursor{month_of(2025, 9)});
                bot.frames(4);
                const Rect month = bot.place("timeline.month");
                const std::vector<DrawnWords> all = drawn_words();
                // digits stand apart, so a year may come in two pieces: the leftmost begins 2015
                float first_year_from = std::numeric_limits<float>::infinity();
                for (const DrawnWords& line : all)
                    if (line.window == "timeline" && line.words.starts_with("201") && line.area.x > month.x)
                        first_year_from = std::min(first_year_from, line.area.x);
                ASSERT_LT(first_year_from, bot.app().widgets().find("timeline")->right());
                EXPECT_GE(first_year_from - month.right(), month.height * 0.5F) << width << " " << code_of(language);
            }
}

TEST(LowerFirst, KeepsTheCapitalOfAName) {
    for (const char* name : {"Common Ground", "Common Ground: aan", "SyRI-uitspraak", "AI Act, as enacted", "ICT"})
        EXPECT_EQ(lower_first(name), name);
    EXPECT_EQ(lower_first("Ethische commissie"), "ethische commissie");
    UiBot bot(dutch());
    bot.app().sink().send(LoadPreset{1, "common_ground"});
    bot.settle();
    bot.frames(2);
    EXPECT_TRUE(is_on_screen("Common Ground: ")) << all_words();
    EXPECT_FALSE(is_on_screen("common Ground")) << all_words();
}

/// Those of which only a beginning is on the page.
std::vector<Factor> factors_cut_off(Language language) {
    const std::string mark = "\u2026";
    std::vector<Factor> found;
    for (const DrawnWords& line : drawn_words()) {
        const std::string words = squeezed(line.words);
        if (!line.window.starts_with("centre") || !words.ends_with(mark) || words.size() < mark.size() + 3) continue;
        const std::string beginning = words.substr(0, words.size() - mark.size());
        for (std::size_t k = 0; k < factor_count; ++k)
            if (squeezed(factor_name(static_cast<Factor>(k), language)).starts_with(beginning))
                found.push_back(static_cast<Factor>(k));
    }
    return found;
}

TEST(Factors, HaveNamesThatAreNotCut) {
    for (const Language language : {Language::nl, Language::en})
        for (const bool projector : {false, true})
            for (const Page page : {Page::municipality, Page::why}) {
                Options options = on_a_projector(language, page);
                options.projector = projector;
                UiBot bot(options);
                bot.settle();
                bot.frames(3);
                for (const Factor factor : factors_cut_off(language)) ADD_FAILURE() << factor_name(factor, language);
                if (page != Page::municipality) continue;  // of the other page a part is scrolled away
                for (std::size_t k = 0; k < factor_count; ++k) {
                    const auto factor = static_cast<Factor>(k);
                    EXPECT_TRUE(is_on_screen(factor_name(factor, language)) ||
                                is_on_screen(brief_factor_name(factor, language)))
                        << factor_name(factor, language) << " in\n"
                        << all_words();
                }
            }
}

TEST(SaveAs, SaysWhileTypingThatAFolderIsNotThere) {
    const OwnFolder folder("typing");
    UiBot bot(dutch());
    bot.app().sink().send(SetFilePanel{FileTask::save, folder.path, ""});
    bot.frames(4);
    for (const char letter : std::string("nowhere/x"))
        bot.platform().input.push_back({InputEvent::Kind::letter, 0, 0, static_cast<unsigned>(letter)});
    bot.frames(4);
    ASSERT_TRUE(bot.shows("panel.problem"));
    EXPECT_TRUE(holds(words_in(bot.place("panel.problem")), "bestaat niet"));
    std::filesystem::create_directory(folder.path / "nowhere");
    bot.platform().input.push_back({InputEvent::Kind::letter, 0, 0, 'y'});
    bot.frames(4);
    EXPECT_FALSE(bot.shows("panel.problem"));
    EXPECT_TRUE(bot.shows("panel.target"));
}

Options with_state(const std::filesystem::path& folder) {
    Options options = dutch();
    options.state_folder = folder;
    return options;
}

TEST(FoundWork, WaitsForTheNextStartAfterEscape) {
    const OwnFolder folder("not_now");
    Session session;
    {
        UiBot bot(with_state(folder.path));
        bot.app().sink().send(SetLever{1, "ethics_committee", 1, true});
        bot.frames(3);
        session = bot.session();
    }
    for (const bool by_key : {true, false}) {
        UiBot bot(with_state(folder.path));
        ASSERT_TRUE(bot.shows("found.restore"));
        EXPECT_TRUE(is_on_screen("Nu niet (Esc): het blijft bewaard")) << all_words();
        for (const char* key : {"found.restore", "found.later", "found.discard"}) {
            const Rect one = bot.place(key);
            ASSERT_EQ(bot.app().widgets().dialogs_before().size(), 1U);
            EXPECT_LE(one.bottom(), bot.app().widgets().dialogs_before()[0].bottom()) << key;
        }
        if (by_key) {
            bot.press(escape);
        } else {
            bot.click("found.later");
        }
        EXPECT_FALSE(bot.shows("found.restore"));
        EXPECT_FALSE(equal(bot.session(), session));
        bot.app().sink().send(Action::sources);  // the window can be worked with
        bot.frames(2);
        EXPECT_TRUE(bot.view().sources_open);
    }
    UiBot bot(with_state(folder.path));
    bot.click("found.restore");
    EXPECT_TRUE(equal(bot.session(), session)) << "nothing was lost";
}

TEST(DecidedFrom, IsToldWhereAnotherScenarioMovesIt) {
    UiBot bot(dutch());
    const int before = bot.session().slots[1].decide_from;
    bot.app().sink().send(LoadPreset{1, "every_supplier_audited"});
    bot.frames(2);
    const int now = bot.session().slots[1].decide_from;
    ASSERT_NE(now, before);
    EXPECT_TRUE(is_on_screen(filled(text(Word::decide_from_moved, Language::nl), month_words(now, Language::nl),
                                    month_words(before, Language::nl))))
        << all_words();
    UiBot other(dutch());
    other.app().sink().send(LoadPreset{1, "ethics_committee"});
    other.frames(2);
    ASSERT_EQ(other.session().slots[1].decide_from, before);
    EXPECT_FALSE(other.shows("notice.0")) << "nothing has moved";
}

TEST(Story, NamesNoKeysThatDoNothingWhereTheRoomPredicts) {
    UiBot bot(dutch());
    bot.app().sink().send(OpenStory{bot.app().state().stories().front()->name});
    bot.settle();
    const StoryPlay& play = bot.view().story;
    while (!play.last() && !play.now().predicts) {
        bot.app().sink().send(Action::story_next);
        bot.settle();
    }
    ASSERT_TRUE(play.now().predicts);
    bot.frames(3);
    for (const Page page : {Page::compare, Page::why}) {
        bot.app().sink().send(SetPage{page});
        bot.settle();
        bot.frames(2);
        std::string said;
        for (const DrawnWords& line : drawn_words())
            if (line.window.starts_with("centre")) said += line.words;
        said = squeezed(said);
        EXPECT_TRUE(holds(said, "stap van het verhaal")) << said;
        EXPECT_FALSE(holds(said, "(V)") || holds(said, "Esc")) << said;
    }
    EXPECT_FALSE(bot.shows("covered.reveal")) << "the story reveals";
}

TEST(Stories, EnterOpensTheOneInFocus) {
    const auto opened = [](const std::vector<int>& keys) {
        UiBot bot(dutch());
        bot.press('V', 1);
        bot.frames(2);
        for (const int key : keys) bot.press(key);
        bot.settle();
        EXPECT_FALSE(bot.view().stories_open);
        return bot.view().story.open() ? bot.view().story.story->name : std::string();
    };
    std::vector<std::string> names;
    {
        UiBot bot(dutch());
        for (const auto& story : bot.app().state().stories()) names.push_back(story->name);
    }
    ASSERT_GE(names.size(), 3U);
    EXPECT_EQ(opened({enter}), names[0]);
    EXPECT_EQ(opened({down, enter}), names[1]);
    EXPECT_EQ(opened({up, enter}), names.back());
    EXPECT_EQ(opened({escape}), "");
}

TEST(CountedRuns, AreSaidWithAllOfThemInEverySentence) {
    Options options = dutch();
    options.page = Page::municipality;
    UiBot bot(options);
    ASSERT_TRUE(bot.shows("standing.stops"));
    EXPECT_TRUE(is_on_screen("over de eerste 16 van de 24 runs")) << all_words();
    bot.app().sink().send(SetPage{Page::why});
    bot.app().sink().send(SetSubPage{SubPage::flow});
    bot.settle();
    bot.frames(2);
    EXPECT_TRUE(is_on_screen("Gemiddelde van de eerste 16 van de 24 runs van scenario")) << all_words();
    EXPECT_EQ(counted_runs_words(24, 24, Language::nl), "alle 24 runs");
    EXPECT_EQ(counted_runs_words(16, 200, Language::en), "the first 16 of 200 runs");
}

TEST(Waits, CountsNothingThatIsAllThere) {
    UiBot bot(dutch());
    Ui ui;
    ui.language = Language::nl;
    const Borders borders;
    ViewContext context{.state = bot.app().state(), .ui = ui, .derived = bot.app().derived(), .borders = borders};
    context.progress = {.finished = 8, .wanted = 200, .busy = true};
    EXPECT_EQ(still_old_words(context), text(Word::still_old, Language::nl));
    EXPECT_EQ(waiting_words(context), "De eerste 8 runs zijn klaar; zo meteen staan ze hier.");
    context.progress.finished = 5;
    EXPECT_NE(still_old_words(context).find("5 van de eerste 8"), std::string::npos);
    EXPECT_FALSE(page_has_numbers(context)) << "without a summary there are none";
}

}  // namespace
}  // namespace algemeente::viewer

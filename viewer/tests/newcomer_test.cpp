// What somebody stumbles over who sees the window for the first time: numbers under another name than theirs, a line
// beyond its chart, and letters that act behind a dialog.
#include "screen_check.h"
#include "ui_bot.h"

#include "places.h"
#include "viewer/plot/fan_chart.h"
#include "viewer/state/session_file.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {
namespace {

using Kind = InputEvent::Kind;

/// Whether the frame that was drawn last has this widget.
bool shown_now(UiBot& bot, const std::string& key) {
    return bot.app().widgets().find(key).has_value();
}

bool any_begins_with(UiBot& bot, const std::string& beginning) {
    const auto& all = bot.app().widgets().all();
    return std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.first.starts_with(beginning); });
}

/// Another scenario for B, and Stop before there is anything to see of it.
void stop_at_once(UiBot& bot, double capacity = 2) {
    const std::uint64_t before = bot.app().summary()->generation;
    bot.app().sink().send(LoadPreset{1, "ethics_committee"});
    bot.app().sink().send(SetLever{1, "change_capacity_multiplier", capacity, true});
    bot.app().sink().send(Action::stop);
    bot.frames(1);
    ASSERT_TRUE(bot.app().service().wait_until_idle(std::chrono::seconds(10)));
    bot.frames(4);
    ASSERT_EQ(bot.app().summary()->generation, before) << "nothing of the new scenario";
}

TEST(Stop, BeforeTheFirstRunsShowsNothingOfTheOldScenario) {
    UiBot bot(dutch());
    stop_at_once(bot);
    EXPECT_TRUE(shown_now(bot, "stopped.words"));
    EXPECT_FALSE(any_begins_with(bot, "headline."));
    EXPECT_FALSE(any_begins_with(bot, "readout.social.1")) << "the old B";
    EXPECT_FALSE(any_begins_with(bot, "chart.lower."));
    for (const PageInfo& page : page_table) {
        if (page.page == Page::choose) continue;  // what a search kept is of no run on the screen
        bot.app().sink().send(SetPage{page.page});
        for (const SubPageInfo& part : sub_page_table) {
            if (part.page != page.page || part.needs == Need::life || part.sub_page == SubPage::overview) continue;
            if (part.sub_page == SubPage::beside) continue;  // one run, which is not what was stopped
            bot.app().sink().send(SetSubPage{part.sub_page});
            bot.frames(2);
            EXPECT_TRUE(shown_now(bot, "stopped.words")) << part.id;
        }
        bot.app().sink().send(SetSubPage{SubPage::standing});
        bot.frames(2);
        EXPECT_TRUE(shown_now(bot, "stopped.words")) << page.id;
        EXPECT_FALSE(shown_now(bot, "map") || any_begins_with(bot, "why.charts") || any_begins_with(bot, "standing.") ||
                     any_begins_with(bot, "multiple."))
            << page.id;
    }
}

TEST(Stop, GoOnComputesTheRest) {
    UiBot bot;
    stop_at_once(bot);
    bot.click("stopped.go_on");
    bot.settle();
    EXPECT_FALSE(bot.shows("stopped.words"));
    EXPECT_EQ(bot.app().summary()->replicates, 24);
    EXPECT_EQ(bot.app().summary()->scenarios[1].scenario->name, "ethics_committee");
    EXPECT_TRUE(bot.shows("headline.social"));
    EXPECT_FALSE(bot.shows("status.go_on")) << "everything is done";
    stop_at_once(bot, 3);
    bot.app().sink().send(SetLever{1, "ethics_committee", 0, true});
    bot.settle();
    EXPECT_FALSE(bot.shows("stopped.words")) << "whoever changes a lever wants to see it";
    EXPECT_EQ(bot.app().summary()->replicates, 24);
}

TEST(Stop, WithSomeRunsShowsThemAndGoesOn) {
    Options options;
    options.replicates = 300;
    UiBot bot(options);
    bot.app().sink().send(LoadPreset{1, "ethics_committee"});
    const std::uint64_t before = bot.app().summary()->generation;
    while (bot.app().summary()->generation == before) bot.frames(1);
    bot.press('S');
    ASSERT_TRUE(bot.app().service().wait_until_idle(std::chrono::seconds(10)));
    bot.frames(4);
    const int some = bot.app().summary()->replicates;
    ASSERT_LT(some, 300);
    EXPECT_FALSE(shown_now(bot, "stopped.words"));
    EXPECT_TRUE(shown_now(bot, "headline.social"));
    EXPECT_FALSE(shown_now(bot, "page.stale"));
    ASSERT_TRUE(shown_now(bot, "status.go_on"));
    bot.click("status.go_on");
    EXPECT_TRUE(shown_now(bot, "headline.social")) << "they are still those of this scenario";
    bot.settle();
    EXPECT_EQ(bot.app().summary()->replicates, 300);
}

TEST(Old, NumbersAreNotShownUnderAnotherName) {
    UiBot bot(dutch());
    const std::string computing(text(Word::computing, Language::nl));
    double capacity = 1;
    const auto changes_b = [&] {
        bot.settle();
        capacity += 0.1;  // what was computed before would be there at once
        bot.app().sink().send(SetLever{1, "change_capacity_multiplier", capacity, true});
        bot.frames(1);
    };
    for (const PageInfo& page : page_table) {
        if (page.page == Page::choose) continue;  // what a search kept is of no run on the screen
        bot.app().sink().send(SetPage{page.page});
        changes_b();
        EXPECT_TRUE(shown_now(bot, "page.computing")) << page.id;
        EXPECT_TRUE(is_on_screen(computing)) << page.id;
        EXPECT_FALSE(any_begins_with(bot, "headline.")) << page.id;
        EXPECT_FALSE(shown_now(bot, "readout.social.1")) << page.id;
        EXPECT_FALSE(any_begins_with(bot, "standing.effect") || any_begins_with(bot, "standing.words")) << page.id;
    }
    for (const SubPage part : {SubPage::overview, SubPage::people, SubPage::beside, SubPage::flow}) {
        bot.app().sink().send(SetPage{sub_page_table[static_cast<std::size_t>(part)].page});
        bot.app().sink().send(SetSubPage{part});
        changes_b();
        EXPECT_TRUE(shown_now(bot, "page.computing")) << static_cast<int>(part);
        bot.settle();
        EXPECT_FALSE(bot.shows("page.computing")) << static_cast<int>(part);
    }
    bot.app().sink().send(SetPage{Page::compare});
    bot.app().sink().send(SetLowerChart{LowerChart::event});
    changes_b();
    EXPECT_TRUE(shown_now(bot, "page.computing"));
    EXPECT_FALSE(is_on_screen("maanden erna:")) << "in how many runs the old B is higher";
}

/// The clip that holds where the room's line is drawn.
std::optional<Rect> clip_of_prediction(const Scene& scene) {
    std::optional<Rect> clip;
    for (const Item& item : scene.items) {
        if (const Clip* one = std::get_if<Clip>(&item)) clip = one->area;
        const auto* line = std::get_if<Polyline>(&item);
        if (line != nullptr && line->dash == Dash::dotted) return clip;
    }
    return std::nullopt;
}

TEST(Prediction, StaysInItsPlot) {
    std::vector<double> drawn(180, 900);
    FanChart chart;
    chart.y = {0, 100};
    chart.drawn = &drawn;
    Scene scene;
    const PlotArea plot = draw_fan(scene, {0, 100, 400, 300}, chart, {.letter = 12, .line = 2});
    const auto clip = clip_of_prediction(scene);
    ASSERT_TRUE(clip) << "it would run over what stands above the chart";
    EXPECT_EQ(clip->y, plot.area.y);
}

TEST(Prediction, IsOnTheAxisAfterRevealing) {
    UiBot bot;
    bot.click("predict");
    bot.frames(2);
    const double top = bot.app().derived().y.range.high;
    for (int month = 150; month < 170; ++month)
        bot.app().sink().send(DrawPrediction{Domain::social, month, top * 0.98});
    bot.press('O');
    bot.settle();
    EXPECT_GE(bot.app().derived().y.range.high, top * 0.98);
    EXPECT_TRUE(bot.shows("score.social"));
}

TEST(Prediction, IsDrawnFromJustBelowTheLineOfNothing) {
    UiBot bot;
    bot.click("predict");
    const Rect plot = bot.place("chart.social");
    bot.move({plot.x + plot.width * 0.3F, plot.bottom() + 6});
    bot.hold(true);
    for (int step = 1; step <= 10; ++step)
        bot.move({plot.x + plot.width * (0.3F + 0.05F * static_cast<float>(step)),
                  plot.bottom() + 6 - plot.height * 0.06F * static_cast<float>(step)});
    bot.hold(false);
    bot.frames(2);
    const std::vector<double>& drawn = bot.line_of_the_room(Domain::social);
    ASSERT_FALSE(drawn.empty()) << "nothing was drawn";
    const auto first = std::find_if(drawn.begin(), drawn.end(), [](double value) { return !std::isnan(value); });
    ASSERT_NE(first, drawn.end());
    EXPECT_EQ(*first, bot.app().derived().y.range.low) << "it begins at the line of nothing";
    EXPECT_GT(drawn[130], drawn[90]);
}

TEST(Prediction, IsRevealedWhereTheScenariosHaveParted) {
    UiBot bot;
    bot.app().sink().send(SetCursor{60});
    bot.click("predict");
    bot.press('O');
    bot.settle();
    EXPECT_EQ(bot.view().cursor, bot.app().summary()->months - 1) << "in January 2020 there is no effect to see";
    bot.click("predict.again");
    bot.app().sink().send(SetCursor{150});
    bot.press('O');
    bot.frames(3);
    EXPECT_EQ(bot.view().cursor, 150) << "a month that tells something stays";
}

TEST(Prediction, LeavesNoAxisBehind) {
    Limits limits;
    const Limits::Chart chart{.outcome = 3};
    Limits::Chart predicting = chart;
    predicting.predicting = true;
    limits.follow(predicting, {0, 1200}, Limits::Hold::runs, 0.016);
    limits.follow(chart, {0, 700}, Limits::Hold::runs, 0.016);
    EXPECT_LT(limits.range.high, 1000) << "another axis at once, also while runs arrive";
}

void push_letters(std::vector<InputEvent>& input, const std::string& words) {
    for (const char one : words) {
        const int key = one - 'a' + 'A';
        input.push_back({Kind::down, key});
        input.push_back({Kind::letter, 0, 0, static_cast<unsigned>(one)});
        input.push_back({Kind::up, key});
    }
}

TEST(Modal, TheNameIsTypedAtOnce) {
    const OwnFolder folder("typed_name");
    UiBot bot;
    const Preferences preferences = bot.view().preferences;
    auto& input = bot.platform().input;
    input = {{Kind::down, 'S', 3}, {Kind::up, 'S', 3}};
    push_letters(input, "glebt");
    bot.frames(20);
    EXPECT_EQ(bot.view().files.name, "glebt");
    EXPECT_EQ(bot.view().preferences, preferences) << "G, L and P are letters of a name";
    EXPECT_FALSE(bot.view().lane.month || bot.view().evidence_open || bot.view().tour_step > 0);
    bot.app().sink().send(SetFilePanel{FileTask::save, folder.path, "workshop"});
    bot.frames(4);
    EXPECT_EQ(bot.view().files.name, "workshop") << "what is chosen takes the place of what was typed";
    push_letters(bot.platform().input, "s");
    bot.frames(6);
    EXPECT_EQ(bot.view().files.name, "s") << "all of it is selected: what is typed takes its place";
}

TEST(Modal, OwnsTheKeyboard) {
    UiBot bot;
    bot.app().sink().send(SetLever{1, "ethics_committee", 1, true});
    bot.settle();
    for (const bool asks : {false, true}) {
        bot.press(asks ? 'Q' : 'O', 2);
        ASSERT_TRUE(bot.shows(asks ? "leave.cancel" : "panel.cancel"));
        const Preferences preferences = bot.view().preferences;
        for (const char key : std::string("LGPTEBIQADVK")) bot.press(key);
        for (const char key : std::string("KAN")) bot.press(key, 2);
        bot.press(290);
        const ViewState& view = bot.view();
        EXPECT_EQ(view.preferences, preferences);
        EXPECT_FALSE(view.evidence_open || view.sources_open || view.variable_open || view.notices_open ||
                     view.palette_open || view.help_open || view.lane.month || view.tour_step > 0);
        bot.press(256);
        EXPECT_FALSE(bot.shows(asks ? "leave.cancel" : "panel.cancel"));
    }
    for (const int key : {int{'I'}, int{'B'}, int{'A'}, 290}) {
        bot.press(key);
        bot.press('L');
        bot.press('E');
        EXPECT_EQ(bot.view().preferences.theme, Theme::light) << key;
        EXPECT_FALSE(bot.view().lane.month) << key;
        bot.press(key);  // its own key closes it
        EXPECT_FALSE(bot.view().sources_open || bot.view().evidence_open || bot.view().notices_open ||
                     bot.view().help_open)
            << key;
    }
}

TEST(Modal, EnterOpensTheOnlyFileAndTheOneThatIsChosen) {
    const OwnFolder folder("only");
    {
        UiBot bot;
        bot.app().sink().send(AddNote{90, "first"});
        bot.app().sink().send(SaveTo{folder.path / "first.algemeente", true});
        bot.frames(3);
        bot.app().sink().send(AddNote{95, "second"});
        bot.app().sink().send(SaveTo{folder.path / "second.algemeente", true});
        bot.frames(3);
    }
    std::filesystem::rename(folder.path / "second.algemeente", folder.path / "second");
    UiBot bot;
    bot.app().sink().send(SetFilePanel{FileTask::open, folder.path, ""});
    bot.frames(3);
    bot.strike(ImGuiKey_Enter);
    EXPECT_EQ(bot.session().notes.size(), 1U);
    std::filesystem::rename(folder.path / "second", folder.path / "second.algemeente");
    bot.app().sink().send(SetFilePanel{FileTask::open, folder.path, ""});
    bot.app().sink().send(Action::close);
    bot.frames(2);
    bot.app().sink().send(Action::open_session);
    bot.frames(2);
    bot.app().sink().send(SetFilePanel{FileTask::open, folder.path, ""});
    bot.frames(3);
    bot.strike(ImGuiKey_Enter);
    EXPECT_EQ(bot.session().notes.size(), 1U) << "which of the two?";
    bot.strike(ImGuiKey_DownArrow);
    bot.strike(ImGuiKey_DownArrow);
    bot.strike(ImGuiKey_Enter);
    EXPECT_EQ(bot.session().notes.size(), 2U);
}

TEST(Note, IsTypedFromTheFrameInWhichItOpens) {
    UiBot bot;
    const Session before = bot.session();
    const Preferences preferences = bot.view().preferences;
    auto& input = bot.platform().input;
    input = {{Kind::down, 'E'}, {Kind::letter, 0, 0, 'e'}, {Kind::up, 'E'}};
    push_letters(input, "hlwat");
    bot.frames(20);
    EXPECT_EQ(bot.view().lane.note, "hlwat");
    EXPECT_TRUE(equal(bot.session(), before)) << "H brings a scenario back, W removes one";
    EXPECT_EQ(bot.view().preferences, preferences);
    bot.press(256);
    EXPECT_FALSE(bot.view().lane.month);
    bot.press('E');
    EXPECT_EQ(bot.view().lane.note, "") << "Escape throws it away";
    EXPECT_TRUE(bot.view().lane.month);
}

TEST(Note, IsTypedAlsoAfterADoubleClick) {
    UiBot bot;
    const Preferences preferences = bot.view().preferences;
    bot.app().sink().send(OpenLane{100});
    push_letters(bot.platform().input, "glp");
    bot.frames(20);
    EXPECT_EQ(bot.view().lane.note, "glp");
    EXPECT_EQ(bot.view().preferences, preferences);
}

TEST(Axis, IsNewAtOnceForAnotherSample) {
    Options options;
    options.replicates = 8;
    UiBot bot(options);
    const Range of_ten = bot.app().derived().y.range;
    bot.app().sink().send(Action::free_values);
    bot.app().sink().send(SetValueRange{AxisGroup::domains, Range{0, 2}});
    bot.app().sink().send(SetLever{1, "ethics_committee", 0, false});  // as long as it is held, axes stand still
    bot.app().sink().send(Action::size);
    bot.settle();
    ASSERT_TRUE(bot.app().state().dragging());
    EXPECT_FALSE(bot.view().axes.y[0]) << "limits of ten municipalities";
    const Range of_all = bot.app().derived().y.range;
    EXPECT_GT(of_all.high, of_ten.high * 5);
    bot.app().sink().send(Action::size);
    bot.settle();
    EXPECT_LT(bot.app().derived().y.range.high, of_all.high);
}

TEST(Headline, SaysHowSureItIsAsEveryOtherPlace) {
    Options options = dutch();
    options.replicates = 64;
    UiBot bot(options);
    bot.app().sink().send(LoadPreset{1, "ethics_committee"});
    bot.app().sink().send(SetLever{1, "change_capacity_multiplier", 0.3, true});  // what nobody overlooks
    bot.app().sink().send(SetLever{1, "human_in_the_loop", 1, true});
    bot.settle();
    const EnsembleSummary& summary = *bot.app().summary();
    const std::size_t outcome = bot.app().derived().fans.outcome;
    const Difference social =
        difference_of(summary.scenarios[1], summary.scenarios[0], bot.view().cursor, Domain::social, outcome);
    const std::string sure = direction_words(social.direction, Over::random_draws, Language::nl);
    ASSERT_NE(sure, count_words(social.direction, Over::random_draws, Language::nl)) << "a word, and not only a count";
    EXPECT_TRUE(bot.app().derived().effects.value().headline->social.ends_with(sure))
        << bot.app().derived().effects.value().headline->social;
    bot.click("predict");
    for (int month = 100; month < 150; ++month) bot.app().sink().send(DrawPrediction{Domain::social, month, 5});
    bot.press('O');
    bot.frames(3);
    ASSERT_TRUE(bot.shows("score.social"));
    EXPECT_TRUE(is_on_screen(sure)) << all_words();
}

TEST(Score, SaysNothingOfInsideOverOneYear) {
    for (const int height : {720, 1080}) {
        UiBot bot(dutch());
        bot.platform().resize(1920, height);
        bot.click("predict");
        for (int month = 150; month < 154; ++month) bot.app().sink().send(DrawPrediction{Domain::social, month, 5});
        bot.press('O');
        bot.frames(3);
        ASSERT_TRUE(bot.shows("score.social"));
        EXPECT_FALSE(is_on_screen("van de 1 jaren")) << all_words();
        EXPECT_TRUE(is_on_screen("van de mediaan van B")) << all_words();
    }
}

TEST(Sentences, OfASampleSayThatItIsOne) {
    UiBot bot(dutch());
    const std::string words = bot.app().derived().sentences.front().words;
    EXPECT_EQ(words.find("alle gemeenten"), std::string::npos) << words;
    EXPECT_NE(words.find("over de 10 gemeenten van de steekproef"), std::string::npos) << words;
}

TEST(Notices, LeaveTheMonthThatIsWorkedOnFree) {
    UiBot bot;
    bot.press('E');
    bot.platform().drops.push_back(places::checkout() / "tests/fixtures/invalid/unknown_lever.toml");
    bot.frames(4);
    const Rect notice = bot.place("notice.0");
    for (const char* key : {"lane.close", "lane.note", "lane.add", "timeline"}) {
        const Rect one = bot.place(key);
        EXPECT_TRUE(notice.y >= one.bottom() || notice.bottom() <= one.y) << key;
    }
}

TEST(Event, OpensWithOneThatIsThere) {
    UiBot bot;
    bot.app().sink().send(SetLowerChart{LowerChart::event});
    bot.settle();
    ASSERT_TRUE(bot.view().event);
    bot.app().sink().send(SetLowerChart{LowerChart::gap});
    bot.app().sink().send(LoadPreset{1, "ethics_committee"});
    bot.app().sink().send(SetLowerChart{LowerChart::event});
    bot.settle();
    bot.frames(2);
    EXPECT_TRUE(bot.app().derived().study) << "the event of the scenario that has gone";
    EXPECT_FALSE(is_on_screen(std::string(text(Word::choose_event, Language::nl)))) << all_words();
    bot.app().sink().send(LoadPreset{1, "national_scandal"});
    bot.settle();
    EXPECT_FALSE(is_on_screen(std::string(text(Word::choose_event, Language::nl)))) << "also when it goes while shown";
}

TEST(Sessions, KeepThePartOfThePageAndTheEvent) {
    const OwnFolder folder("part");
    const auto file = folder.path / "workshop.algemeente";
    std::optional<EventKey> event;
    {
        UiBot bot;
        bot.app().sink().send(SetEvent{{LaneKind::election, 110}});
        bot.app().sink().send(SetLowerChart{LowerChart::event});
        const std::vector<LaneEvent>& events = bot.app().derived().events.value();
        event = events.back().key();
        bot.app().sink().send(SetEvent{*event});
        bot.app().sink().send(SetPage{Page::municipality});
        bot.app().sink().send(SetSubPage{SubPage::people});
        bot.app().sink().send(SetSubPage{SubPage::flow});
        bot.frames(2);
        bot.app().sink().send(SaveTo{file, true});
        bot.frames(3);
    }
    Options options;
    options.files = {file};
    UiBot again(options);
    for (const bool opened : {false, true}) {
        if (opened) {
            again.app().sink().send(SetSubPage{SubPage::standing});
            again.app().sink().send(SetSubPage{SubPage::factors});
            again.app().sink().send(SetLowerChart{LowerChart::gap});
            again.app().sink().send(OpenSession{file});
            again.frames(3);
        }
        EXPECT_EQ(again.view().sub_pages.of(Page::municipality), SubPage::people);
        EXPECT_EQ(again.view().sub_pages.of(Page::why), SubPage::flow);
        EXPECT_EQ(again.view().lower, LowerChart::event);
        EXPECT_EQ(again.view().event, event);
    }
}

}  // namespace
}  // namespace algemeente::viewer

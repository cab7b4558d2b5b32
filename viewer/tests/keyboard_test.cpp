// Keys and clicks: none is lost, each goes where it belongs, and everything can be worked without a pointer.
#include "ui_bot.h"

#include "viewer/app/input_queue.h"
#include "viewer/commands/tour.h"
#include "viewer/views/parameter_words.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace algemeente::viewer {
namespace {

using Kind = InputEvent::Kind;
constexpr int enter = 257, tab = 258, backspace = 259, escape = 256;

InputEvent letter(char words) {
    return {.kind = Kind::letter, .letter = static_cast<unsigned>(words)};
}

constexpr unsigned left = 1;

InputEvent pointer(ImVec2 at, unsigned buttons = 0) {
    return {.kind = Kind::pointer, .x = at.x, .y = at.y, .buttons = buttons};
}

/// A context of Dear ImGui and the keys that it knows.
struct Input {
    Input() : context(ImGui::CreateContext()), platform(640, 480) {}
    ~Input() { ImGui::DestroyContext(context); }
    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;

    void feed() {
        queue.feed(ImGui::GetIO(), [this](const KeyStroke& stroke) {
            strokes.push_back(stroke.key);
            return stroke.key == 'F' && stroke.mods == 2;
        });
    }

    ImGuiContext* context;
    NullPlatform platform;
    InputQueue queue;
    std::vector<int> strokes;
};

TEST(InputQueue, AKeyThatGoesDownAndUpInOneFrameIsSeenDownAndThenUp) {
    Input input;
    input.queue.push({{Kind::down, backspace}, {Kind::up, backspace}, {Kind::down, backspace}, {Kind::up, backspace}});
    for (int i = 0; i < 2; ++i) {
        input.feed();
        EXPECT_TRUE(ImGui::GetIO().KeysDown[backspace]) << i;
        input.feed();
        EXPECT_FALSE(ImGui::GetIO().KeysDown[backspace]) << i;
    }
    EXPECT_TRUE(input.queue.empty());
    EXPECT_EQ(input.strokes, (std::vector<int>{backspace, backspace}));
}

/// Where the pointer is for Dear ImGui, and whether it presses: frame by frame until nothing waits.
std::vector<std::tuple<float, float, bool>> pointer_by_frame(Input& input) {
    std::vector<std::tuple<float, float, bool>> frames;
    while (!input.queue.empty() && frames.size() < 100) {
        input.feed();
        const ImGuiIO& io = ImGui::GetIO();
        frames.emplace_back(io.MousePos.x, io.MousePos.y, io.MouseDown[0]);
    }
    return frames;
}

TEST(InputQueue, TwoClicksOfOneFrameAreTwoEachWhereItWas) {
    Input input;
    input.queue.push({pointer({10, 10}), pointer({10, 10}, left), pointer({10, 10}), pointer({50, 20}),
                      pointer({50, 20}, left), pointer({50, 20})});
    using Frame = std::tuple<float, float, bool>;
    EXPECT_EQ(pointer_by_frame(input),
              (std::vector<Frame>{
                  {10, 10, false}, {10, 10, true}, {10, 10, false}, {50, 20, false}, {50, 20, true}, {50, 20, false}}));
}

TEST(InputQueue, ADragOfOneFrameIsHeldFromItsBeginningToItsEnd) {
    Input input;
    input.queue.push({pointer({10, 10}), pointer({10, 10}, left), pointer({30, 10}, left), pointer({60, 12}, left),
                      pointer({60, 12})});
    using Frame = std::tuple<float, float, bool>;
    EXPECT_EQ(pointer_by_frame(input),
              (std::vector<Frame>{{10, 10, false}, {10, 10, true}, {60, 12, true}, {60, 12, false}}))
        << "moves in between are as many as there are frames for";
}

TEST(InputQueue, AButtonThatChangesWherePointerRestsCostsNoFrame) {
    Input input;
    input.queue.push({pointer({10, 10})});
    input.feed();
    input.queue.push({pointer({10, 10}, left)});
    input.feed();
    EXPECT_TRUE(ImGui::GetIO().MouseDown[0]);
    input.queue.push({pointer({10, 10})});
    input.feed();
    EXPECT_FALSE(ImGui::GetIO().MouseDown[0]);
}

TEST(InputQueue, LettersBeforeAClickAreTypedBeforeIt) {
    Input input;
    input.queue.push({pointer({10, 10})});
    input.feed();
    input.queue.push({letter('a'), pointer({10, 10}, left), letter('b')});
    input.feed();
    EXPECT_EQ(ImGui::GetIO().InputQueueCharacters.Size, 1);
    EXPECT_FALSE(ImGui::GetIO().MouseDown[0]);
    input.feed();
    EXPECT_TRUE(ImGui::GetIO().MouseDown[0]);
    EXPECT_EQ(ImGui::GetIO().InputQueueCharacters.Size, 1) << "whether it is a field that was clicked is not known yet";
}

/// What a hand does while one frame is drawn: clicks in the middle of each of these widgets.
void click_all_at_once(UiBot& bot, std::initializer_list<std::string> keys) {
    for (const std::string& key : keys) {
        const Rect area = bot.place(key);
        const ImVec2 middle{area.x + area.width / 2, area.y + area.height / 2};
        for (const unsigned buttons : {0U, left, 0U}) bot.platform().input.push_back(pointer(middle, buttons));
    }
}

TEST(Pointer, ClicksThatReachTheWindowInOneSlowFrameAllCount) {
    UiBot bot;
    click_all_at_once(bot, {"tool.page_map", "town.search"});
    for (const char one : std::string("zwol")) {
        bot.platform().input.push_back({Kind::down, one - 'a' + 'A'});
        bot.platform().input.push_back(letter(one));
        bot.platform().input.push_back({Kind::up, one - 'a' + 'A'});
    }
    const Session session = bot.session();
    bot.frames(20);
    EXPECT_EQ(bot.view().page, Page::map);
    EXPECT_EQ(bot.view().municipality_search, "zwol");
    EXPECT_TRUE(equal(bot.session(), session)) << "no letter was a command";
}

TEST(Typing, RightAfterAClickOnAFieldBelongsToIt) {
    UiBot bot;
    const Session session = bot.session();
    const Preferences preferences = bot.view().preferences;
    bot.point_at("town.search", .5F, .5F);
    // a slow frame: the press and all letters come at once, as they do on a busy machine
    bot.begin_press();
    for (const char one : std::string("ensch")) {
        bot.platform().input.push_back({Kind::down, one - 'a' + 'A'});
        bot.platform().input.push_back(letter(one));
        bot.platform().input.push_back({Kind::up, one - 'a' + 'A'});
    }
    bot.frames(2);
    bot.hold(false);
    bot.frames(20);
    EXPECT_EQ(bot.view().municipality_search, "ensch");
    EXPECT_TRUE(equal(bot.session(), session)) << "no letter was a command";
    EXPECT_EQ(bot.view().preferences, preferences);
    EXPECT_EQ(bot.view().page, Page::compare);
}

TEST(Typing, SelectsAllHoweverShortTheKeysAreHeld) {
    UiBot bot;
    bot.type("town.search", "zut");
    constexpr int control = 341, with_control = 2;
    auto& input = bot.platform().input;
    for (const InputEvent& event :
         {InputEvent{Kind::down, control, with_control}, InputEvent{Kind::down, 'A', with_control},
          InputEvent{Kind::up, 'A', with_control}, InputEvent{Kind::up, control}})
        input.push_back(event);
    for (const char one : std::string("gou")) {
        input.push_back({Kind::down, one - 'a' + 'A'});
        input.push_back(letter(one));
        input.push_back({Kind::up, one - 'a' + 'A'});
    }
    bot.frames(12);
    EXPECT_EQ(bot.view().municipality_search, "gou");
}

TEST(Typing, SelectsAllWhicheverKeyIsLetGoFirst) {
    UiBot bot;
    bot.type("town.search", "zut");
    constexpr int control = 341, with_control = 2;
    auto& input = bot.platform().input;
    for (const InputEvent& event :
         {InputEvent{Kind::down, control, with_control}, InputEvent{Kind::down, 'A', with_control},
          InputEvent{Kind::up, control}, InputEvent{Kind::up, 'A'}})
        input.push_back(event);
    input.push_back(letter('g'));
    bot.frames(12);
    EXPECT_EQ(bot.view().municipality_search, "g");
}

TEST(InputQueue, LettersBeforeAControlKeyAreLetters) {
    Input input;
    input.queue.push({letter('a'), {Kind::down, 341, 2}, {Kind::down, 'A', 2}, {Kind::up, 341}, {Kind::up, 'A'}});
    input.feed();
    EXPECT_EQ(ImGui::GetIO().InputQueueCharacters.Size, 1);
    EXPECT_FALSE(ImGui::GetIO().KeyCtrl) << "with it the letter would not be taken";
    input.feed();
    EXPECT_TRUE(ImGui::GetIO().KeyCtrl && ImGui::GetIO().KeysDown['A']);
    input.feed();
    EXPECT_FALSE(ImGui::GetIO().KeyCtrl || ImGui::GetIO().KeysDown['A']);
}

TEST(Typing, AfterASearchThatFoundNothingIsAnotherSearch) {
    UiBot bot;
    const Session session = bot.session();
    bot.type("town.search", "qqqq");
    bot.strike(ImGuiKey_Enter);
    bot.frames(6);
    bot.platform().input.push_back({Kind::down, 'S'});
    bot.platform().input.push_back(letter('s'));
    bot.platform().input.push_back({Kind::up, 'S'});
    bot.frames(10);
    EXPECT_EQ(bot.view().municipality_search, "qqqqs") << "and no command, such as Stop";
    EXPECT_TRUE(equal(bot.session(), session));
}

TEST(InputQueue, LettersAndKeysOfEditingKeepTheirOrder) {
    Input input;
    input.queue.push({{Kind::down, 'A'},
                      letter('a'),
                      {Kind::up, 'A'},
                      {Kind::down, 'B'},
                      letter('b'),
                      {Kind::up, 'B'},
                      {Kind::down, backspace},
                      {Kind::up, backspace},
                      {Kind::down, 'C'},
                      letter('c'),
                      {Kind::up, 'C'}});
    input.feed();
    EXPECT_EQ(ImGui::GetIO().InputQueueCharacters.Size, 2) << "letters need no frame each";
    EXPECT_FALSE(ImGui::GetIO().KeysDown[backspace]) << "it came after the letters";
    input.feed();
    EXPECT_TRUE(ImGui::GetIO().KeysDown[backspace]);
    EXPECT_EQ(ImGui::GetIO().InputQueueCharacters.Size, 2) << "the next letter comes after it";
    input.feed();
    EXPECT_EQ(ImGui::GetIO().InputQueueCharacters.Size, 3);
    EXPECT_TRUE(input.queue.empty());
}

TEST(InputQueue, WhatFollowsAFieldBeingOpenedWaitsForIt) {
    Input input;
    input.queue.push({{Kind::down, 341, 2},
                      {Kind::down, 'F', 2},
                      {Kind::up, 'F', 2},
                      {Kind::up, 341},
                      {Kind::down, 'L'},
                      letter('l'),
                      {Kind::up, 'L'}});
    input.feed();
    EXPECT_EQ(input.strokes, (std::vector<int>{'F'})) << "L is typed into the field, it is no command";
    input.feed();
    EXPECT_EQ(input.strokes.size(), 1U);
    ImGui::GetIO().WantTextInput = true;
    input.feed();
    EXPECT_EQ(ImGui::GetIO().InputQueueCharacters.Size, 1);
    EXPECT_TRUE(input.queue.empty());
}

TEST(Keyboard, AFastTypistFindsAMunicipalityWithinTheFramesOfASlowMachine) {
    UiBot bot;
    const Theme theme = bot.view().preferences.theme;
    auto& input = bot.platform().input;
    input = {{Kind::down, 341, 2}, {Kind::down, 'F', 2}, {Kind::up, 'F', 2}, {Kind::up, 341}};
    for (const char one : std::string("leiden")) {
        const int key = one - 'a' + 'A';
        input.push_back({Kind::down, key});
        input.push_back(letter(one));
        input.push_back({Kind::up, key});
    }
    input.push_back({Kind::down, enter});
    input.push_back({Kind::up, enter});
    bot.frames(12);  // at five frames a second less than three seconds
    EXPECT_EQ(bot.view().page, Page::municipality);
    EXPECT_EQ(bot.view().municipality, "GM0546");
    EXPECT_EQ(bot.view().preferences.theme, theme) << "the L of Leiden is no command";
}

TEST(Keyboard, SignsAndLettersAreThoseThatArePrinted) {
    EXPECT_EQ(key_on_layout('Q', "a"), 'A') << "AZERTY";
    EXPECT_EQ(key_on_layout('Q', "\u0439"), 'Q') << "Cyrillic keeps the places";
    EXPECT_EQ(key_on_layout('/', "-"), '-') << "German";
    EXPECT_EQ(key_on_layout('1', "&"), '1') << "digits keep their places";
    EXPECT_EQ(key_on_layout('Z', nullptr), 'Z');
}

TEST(Keyboard, TabReachesEveryControlAndEnterPressesIt) {
    UiBot bot;
    std::vector<std::string> reached;
    const auto has = [&](const std::string& key) {
        return std::find(reached.begin(), reached.end(), key) != reached.end();
    };
    std::size_t controls = 0;
    for (const NotedItem& item : bot.app().widgets().items()) controls += item.id != 0 ? 1 : 0;
    ASSERT_GT(controls, 30U);
    for (std::size_t i = 0; i < controls; ++i) {
        bot.press(tab);
        reached.push_back(bot.app().focus().key);
    }
    for (const NotedItem& item : bot.app().widgets().items()) EXPECT_TRUE(item.id == 0 || has(item.key)) << item.key;
    for (std::size_t i = 0; i < controls && bot.app().focus().key != page_button(Page::map); ++i) bot.press(tab);
    bot.press(enter);
    bot.frames(2);
    EXPECT_EQ(bot.view().page, Page::map);
    bot.press(tab, 1);
    EXPECT_EQ(bot.app().focus().key, page_button(Page::why)) << "Shift goes back";
    bot.press(escape);
    EXPECT_EQ(bot.app().focus().key, "");
}

TEST(Keyboard, ArrowsMoveTheSliderThatHasTheFocusAndElseTheMonth) {
    UiBot bot;
    const std::string key = "lever.change_capacity_multiplier";
    for (int i = 0; i < 80 && bot.app().focus().key != key; ++i) bot.press(tab);
    const int month = bot.view().cursor;
    const auto value = [&] { return lever_value(bot.session().slots[1].scenario, "change_capacity_multiplier", 100); };
    const double before = value();
    bot.press(262);
    EXPECT_GT(value(), before);
    EXPECT_EQ(bot.view().cursor, month);
    bot.press('Z', 2);
    EXPECT_EQ(value(), before) << "one step of undo";
    bot.press(escape);
    bot.press(262);
    EXPECT_EQ(bot.view().cursor, month + 1);
}

TEST(Keyboard, EscapeClosesWhateverIsOpen) {
    UiBot bot;
    bot.click("preset.1");
    EXPECT_TRUE(bot.shows("preset.1.budget_cuts"));
    bot.press(escape);
    EXPECT_FALSE(bot.shows("preset.1.budget_cuts"));
    for (const Action action : {Action::palette, Action::help, Action::sources, Action::evidence, Action::variables,
                                Action::notices, Action::lane_here, Action::open_session}) {
        const std::size_t before = bot.app().widgets().items().size();
        bot.app().sink().send(action);
        bot.frames(3);
        EXPECT_NE(bot.app().widgets().items().size(), before) << info_of(action).id;
        bot.press(escape);
        bot.frames(3);
        EXPECT_EQ(bot.app().widgets().items().size(), before) << info_of(action).id;
    }
}

TEST(Keyboard, EnterAcceptsANote) {
    UiBot bot;
    bot.press('E');
    bot.type("lane.note", "why here");
    bot.strike(ImGuiKey_Enter);
    ASSERT_EQ(bot.session().notes.size(), 1U);
    EXPECT_EQ(bot.session().notes[0].words, "why here");
}

TEST(Keyboard, AValueIsTypedAndCompared) {
    UiBot bot;
    bot.click("lever.change_capacity_multiplier.value");
    EXPECT_EQ(bot.view().typed.lever, "change_capacity_multiplier");
    bot.frames(3);
    bot.press('A', 2);
    bot.strike(ImGuiKey_Delete);
    ImGui::GetIO().AddInputCharactersUTF8("2,5");
    bot.frames(2);
    bot.strike(ImGuiKey_Enter);
    const auto& slot = bot.session().slots[1];
    EXPECT_DOUBLE_EQ(lever_value(slot.scenario, "change_capacity_multiplier", slot.decide_from), 2.5);
    EXPECT_EQ(bot.view().typed.lever, "");
    const ParameterInfo& cut = *find_parameter("capacity_cut_share");
    EXPECT_EQ(value_from(cut, "40 %"), 0.4);
    EXPECT_EQ(value_from(cut, "40"), 0.4) << "nothing else can be meant";
    EXPECT_EQ(value_from(cut, "0.4"), 0.4);
    EXPECT_EQ(value_from(cut, "95%"), cut.high) << "brought within its bounds";
    EXPECT_EQ(value_from(cut, "much"), std::nullopt);
}

TEST(Letters, OfGreekCyrillicAndAccentsAreDrawn) {
    UiBot bot;
    const ImFont* font = ImGui::GetIO().Fonts->Fonts[0];
    for (const int code : {0x3B1, 0x3A9, 0x416, 0x44F, 0xEB, 0x15F, 0x1EA5})
        EXPECT_NE(font->FindGlyphNoFallback(static_cast<ImWchar>(code)), nullptr) << code;
}

TEST(Scale, LettersThatMakeTheWindowUselessCannotBeStored) {
    UiBot bot;
    for (int i = 0; i < 20; ++i) bot.press('=', 2);
    const double most = largest_scale(1280, 720);
    EXPECT_LE(bot.view().preferences.scale, most + 1e-9);
    EXPECT_TRUE(std::any_of(bot.app().notice_log().begin(), bot.app().notice_log().end(),
                            [](const auto& one) { return one.notice.words == text(Word::scale_limit, Language::nl); }));
    bot.press('P');
    EXPECT_LE(ImGui::GetIO().Fonts->Fonts[0]->FontSize, letter_pixels * most + 0.5) << "a projector gets no more";
    bot.press('P');
    for (int i = 0; i < 3; ++i) bot.press('-', 2);
    EXPECT_LT(bot.view().preferences.scale, most);
    bot.press('0', 2);
    EXPECT_EQ(bot.view().preferences.scale, 1);
    bot.platform().resize(720, 450);
    bot.frames(3);
    EXPECT_LT(ImGui::GetIO().Fonts->Fonts[0]->FontSize, 17) << "a small window gets smaller letters";
    EXPECT_EQ(bot.view().preferences.scale, 1) << "and keeps what was wanted for the next large one";
}

TEST(Playing, StopsAtWhatHasAName) {
    UiBot bot;
    bot.press(268);
    bot.app().sink().send(Action::play);
    bot.frames(1);
    for (int i = 0; i < 100 && bot.view().playing; ++i) bot.app().state().pass_time(0.2);
    EXPECT_FALSE(bot.view().playing);
    EXPECT_EQ(bot.view().cursor, 40) << "the GDPR, May 2018";
    bot.app().sink().send(Action::play);
    bot.frames(1);
    for (int i = 0; i < 100 && bot.view().playing; ++i) bot.app().state().pass_time(0.2);
    EXPECT_EQ(bot.view().cursor, 60);
    bot.frames(1);
    const auto& log = bot.app().notice_log();
    EXPECT_TRUE(std::any_of(log.begin(), log.end(),
                            [](const auto& one) { return one.notice.words == "Januari 2020: SyRI-uitspraak"; }));
}

}  // namespace
}  // namespace algemeente::viewer

// Phones in the window: the page opens with its code, the room predicts covered, and after the reveal the window shows
// what everybody drew, who was nearest and why.
#include "phone_class.h"
#include "screen_check.h"

#include "places.h"
#include "text/error.h"
#include "viewer/views/shown.h"

#include <algorithm>
#include <limits>

namespace algemeente::viewer {
namespace {

TEST(Phones, TheMenuOpensThePageWithItsCode) {
    Class room;
    UiBot& bot = *room.bot;
    EXPECT_FALSE(bot.view().phones.open) << "nothing is served before it is asked for";
    bot.click("file");
    bot.click("file.phones");
    EXPECT_TRUE(bot.view().phones.open);
    EXPECT_TRUE(bot.shows("phones.qr"));
    EXPECT_TRUE(is_on_screen("192.168.7.11:40123")) << all_words();
    EXPECT_TRUE(is_on_screen("ABC2345"));
    EXPECT_TRUE(is_on_screen("wachten")) << "nothing is asked yet";
    EXPECT_TRUE(room.talk->asked.empty());
    bot.click("phones.hide");
    EXPECT_FALSE(bot.view().phones.panel);
    EXPECT_TRUE(bot.view().phones.open) << "it is served on while the room looks at the charts";
    bot.click("phones");
    EXPECT_TRUE(bot.view().phones.panel);
    bot.click("phones.close");
    EXPECT_TRUE(room.talk->closed);
    EXPECT_FALSE(bot.view().phones.open);
    EXPECT_FALSE(bot.shows("phones"));
}

TEST(Phones, TheSquaresAreDrawnDarkOnLightInEveryTheme) {
    for (const Theme theme : {Theme::light, Theme::dark}) {
        Options options = dutch();
        options.theme = theme;
        Class room(options);
        room.bot->press('P', 1);
        const Rect qr = room.bot->place("phones.qr");
        EXPECT_GT(qr.width, 200);
        const ImDrawData& data = *ImGui::GetDrawData();
        const Colour dark = colour_of(Ink::text, Theme::light);
        std::size_t corners = 0;
        for (int i = 0; i < data.CmdListsCount; ++i)
            for (const ImDrawVert& corner : data.CmdLists[i]->VtxBuffer)
                corners += qr.contains({corner.pos.x, corner.pos.y}) &&
                           corner.col == IM_COL32(dark.red, dark.green, dark.blue, 255);
        EXPECT_GT(corners, 400U) << "as many as the boxes of a code have";
    }
}

TEST(Phones, AnotherAddressHasAnotherCode) {
    Class room;
    room.talk->hosts = {"192.168.7.11", "10.0.0.5"};
    room.bot->press('P', 1);
    room.bot->click("phones.address.1");
    EXPECT_EQ(room.bot->view().phones.address, 1U);
    EXPECT_TRUE(is_on_screen("10.0.0.5:40123"));
}

TEST(Phones, WithoutANetworkThePanelSaysSo) {
    Class room;
    room.talk->on_a_network = false;
    room.bot->press('P', 1);
    EXPECT_TRUE(is_on_screen("geen netwerk")) << all_words();
}

TEST(Phones, AreAskedWhenTheRoomPredictsAndToldNothingOfB) {
    Class room;
    UiBot& bot = *room.bot;
    room.predict(3);
    const PhoneQuestion& asked = room.talk->asked.back();
    EXPECT_EQ(asked.scenario[0], "B: " + title_of(bot.session().slots[1].scenario, Language::nl));
    EXPECT_EQ(asked.axis, bot.app().derived().y.range);
    EXPECT_EQ(asked.months, bot.app().state().months());
    const auto& fans = bot.app().derived().fans.domains;
    ASSERT_EQ(asked.before[0].size(), fans[0][0].size());
    EXPECT_DOUBLE_EQ(asked.before[0].back(), fans[0][0].back().p50) << "A is in sight";
    std::vector<double> of_b;
    for (const Band& band : fans[1][0]) of_b.push_back(band.p50);
    EXPECT_NE(asked.before[0], of_b);
    EXPECT_FALSE(room.talk->revealed);
    bot.app().sink().send(SetCursor{100});
    bot.frames(5);
    EXPECT_EQ(room.talk->asked.back().round, asked.round) << "looking around is no other question";
}

TEST(Phones, OfOneScenarioAreGivenNothingAtAll) {
    Class room;
    room.bot->press('W', 2);
    room.bot->settle();
    room.predict(1);
    EXPECT_TRUE(room.talk->asked.back().before[0].empty()) << "A is what is covered";
    EXPECT_TRUE(room.talk->asked.back().scenario[0].starts_with("A: "));
}

TEST(Phones, AnotherQuestionForgetsTheLastOne) {
    Class room;
    UiBot& bot = *room.bot;
    room.predict(5);
    EXPECT_EQ(bot.view().phones.sent->replies.size(), 5U);
    const std::uint64_t first = room.talk->asked.back().round;
    bot.press('X');  // draw again
    bot.settle();
    EXPECT_EQ(room.talk->asked.back().round, first + 1);
    EXPECT_TRUE(bot.view().phones.sent->replies.empty());
    bot.app().sink().send(LoadPreset{1, "ethics_committee"});
    bot.settle();
    EXPECT_EQ(room.talk->asked.back().round, first + 2) << "another scenario";
    bot.press('V');
    bot.frames(3);
    EXPECT_TRUE(room.talk->waiting);
}

TEST(Phones, TheCloudComesWithTheResultAndNotBefore) {
    Class room;
    UiBot& bot = *room.bot;
    room.predict(30);
    EXPECT_TRUE(is_on_screen("Telefoons 30/30")) << all_words();
    EXPECT_FALSE(bot.shows("phones.card"));
    const auto corners = [] { return ImGui::GetDrawData()->TotalVtxCount; };
    const int covered = corners();
    send_lines(*room.talk, 1);
    bot.frames(3);
    EXPECT_NEAR(covered, corners(), 200) << "a line in sight would be copied by the others";
    send_lines(*room.talk, 30);
    bot.frames(3);
    bot.press('O');
    bot.settle();
    ASSERT_TRUE(bot.shows("phones.card"));
    EXPECT_TRUE(is_on_screen("30 lijnen")) << all_words();
    EXPECT_FALSE(bot.shows("score.social")) << "the pointer drew nothing";
    ASSERT_TRUE(room.talk->revealed);
    const auto& nearest = room.talk->revealed->nearest;
    ASSERT_EQ(nearest.size(), 30U);
    EXPECT_TRUE(std::is_sorted(nearest.begin(), nearest.end(),
                               [](const auto& a, const auto& b) { return a.distance < b.distance; }));
    EXPECT_TRUE(is_on_screen("telefoon " + std::to_string(nearest.front().phone)));
    const Fan& b = bot.app().derived().fans.domains[1][0];
    EXPECT_DOUBLE_EQ(room.talk->revealed->medians[0].back(), b.back().p50);
    bot.app().sink().send(SetOutcome{find_domain_outcome("value")});
    bot.settle();
    bot.frames(3);
    EXPECT_FALSE(bot.shows("phones.card")) << "of value nobody has drawn anything";
    EXPECT_FALSE(is_on_screen("30 lijnen")) << all_words();
    bot.app().sink().send(SetOutcome{find_domain_outcome("in_use")});
    bot.settle();
    bot.frames(3);
    EXPECT_TRUE(bot.shows("phones.card"));
    const int shown = corners();
    bot.press(escape);
    bot.settle();
    EXPECT_LT(corners(), shown - 30 * 100) << "it was there: thirty lines in two charts";
    EXPECT_FALSE(bot.shows("phones.card"));
}

TEST(Phones, NearestIsByTheDistanceOfTheScoreAndAShortLineDoesNotCount) {
    Fan fan(24, Band{.count = 10});
    for (Band& band : fan) band.p50 = 10;
    const std::array<Fan, domain_count> fans{fan, fan};
    PhoneReplies sent;
    const auto add = [&](int phone, double social, double physical, std::size_t months) {
        PhoneReply reply{.phone = phone};
        reply.drawn[0].assign(24, std::numeric_limits<double>::quiet_NaN());
        std::fill_n(reply.drawn[0].begin(), months, social);
        reply.drawn[1].assign(24, physical);
        sent.replies.push_back(reply);
    };
    add(1, 14, 12, 24);
    add(2, 11, 10, 24);
    add(3, 10, 10, 11);
    add(4, 9, 10, 12);
    const std::vector<PhoneDistance> wanted{{2, 0.5}, {4, 0.5}, {1, 3}};
    EXPECT_EQ(nearest_of(sent, fans), wanted);
}

TEST(Phones, ReasonsComeBackBesideTheResultAndCanBeTakenOff) {
    Class room;
    UiBot& bot = *room.bot;
    room.predict(6);
    EXPECT_FALSE(is_on_screen("reason 3")) << "before the reveal they would steer the others";
    bot.press('O');
    bot.settle();
    EXPECT_TRUE(bot.shows("phones.reason.3"));
    EXPECT_TRUE(is_on_screen("reason 6")) << all_words();
    EXPECT_TRUE(is_on_screen("Meeste verandering"));
    bot.click("phones.reason.3.less");
    EXPECT_FALSE(bot.shows("phones.reason.3"));
    EXPECT_TRUE(bot.shows("phones.reason.6"));
    bot.press('X');
    bot.settle();
    send_lines(*room.talk, 6);
    bot.press('O');
    bot.settle();
    EXPECT_TRUE(bot.shows("phones.reason.3")) << "another question, another answer";
}

TEST(Phones, WhatTheySentIsSavedAsCsvAndIsNoFormula) {
    Class room;
    UiBot& bot = *room.bot;
    const OwnFolder folder("phones");
    bot.app().export_to(folder.path);
    room.predict(2);
    room.talk->sent.replies[0].words = SaidWords{SaidDomain::both, SaidDirection::down, "=HYPERLINK(\"x\")"};
    ++room.talk->sent.version;
    bot.frames(2);
    bot.press('P', 1);
    bot.click("phones.save");
    const std::string csv = text_of(exported_file(folder.path, ".csv"));
    EXPECT_TRUE(csv.starts_with("phone,what,domain,month,value,direction,why,lever\n1,line,social,2015-01,0,,,\n"))
        << csv;
    EXPECT_NE(csv.find("1,words,both,,,down,\"'=HYPERLINK(\"\"x\"\")\",\n"), std::string::npos) << csv;
    EXPECT_EQ(csv.find("distance"), std::string::npos) << "not before the reveal";
    bot.click("phones.reveal");
    bot.settle();
    bot.press('P', 1);
    bot.click("phones.save");
    EXPECT_NE(bot.app().notices().back().words.find(folder.path.string()), std::string::npos);
}

TEST(Phones, PlayAlongWithAStory) {
    Class room;
    UiBot& bot = *room.bot;
    bot.app().sink().send(OpenStory{"lesson1_who_is_hit"});
    bot.settle();
    bot.press('P', 1);
    EXPECT_TRUE(is_on_screen("stap van het verhaal")) << all_words();
    EXPECT_FALSE(bot.shows("phones.predict")) << "the story decides when";
    while (!bot.view().story.now().predicts) bot.press(267);
    bot.settle();
    ASSERT_FALSE(room.talk->asked.empty()) << "turning the page works over the panel";
    send_lines(*room.talk, 12);
    bot.frames(3);
    while (!bot.view().prediction.revealed) bot.press(267);
    bot.settle();
    EXPECT_FALSE(bot.view().phones.panel) << "the room looks at the charts";
    EXPECT_TRUE(bot.shows("phones.card"));
    EXPECT_TRUE(room.talk->revealed);
    bot.press('X', 1);
    bot.settle();
    EXPECT_TRUE(bot.view().phones.open) << "the phones are in the room, story or not";
}

TEST(Phones, ARoomThatCannotOpenSaysWhy) {
    Options options = dutch();
    options.open_room = [](int, Language, const std::function<void()>&) -> std::unique_ptr<PhoneRoom> {
        throw InputError("port taken");
    };
    UiBot bot(options);
    bot.press('P', 1);
    EXPECT_FALSE(bot.view().phones.panel);
    EXPECT_EQ(bot.app().notices().back().words, "port taken");
}

TEST(Phones, AreNotOfferedWhereNoPageCanBeServed) {
    Session session;
    session.slots.push_back(slot_of(read_scenario(places::checkout() / "scenarios/baseline.toml")));
    Dispatcher state(session, ViewState{}, {});  // a browser
    state.apply(Action::phones);
    EXPECT_FALSE(state.view().phones.panel);
    EXPECT_TRUE(state.take_effects().empty());
    EXPECT_EQ(state.take_notices().size(), 1U);
}

TEST(Phones, ThePageClosesWithTheWindow) {
    Class room;
    room.bot->press('P', 1);
    EXPECT_FALSE(room.talk->closed);
    room.bot.reset();
    EXPECT_TRUE(room.talk->closed);
}

TEST(Phones, TheRealPageIsServedAsLongAsTheWindowIsOpen) {
    auto bot = std::make_unique<UiBot>(dutch());
    bot->press('P', 1);
    ASSERT_TRUE(bot->view().phones.open);
    EXPECT_EQ(bot->view().phones.code.size(), 7U);
    EXPECT_GT(bot->view().phones.addresses.front().qr.size, 20);
    EXPECT_TRUE(bot->shows("phones.qr"));
}

TEST(Phones, NothingIsCutOffInThePanelOrBesideTheResult) {
    struct Size {
        int width, height;
    };
    for (const Size size : {Size{1366, 768}, Size{1024, 600}, Size{720, 450}, Size{1920, 1080}}) {
        for (const Language language : {Language::nl, Language::en}) {
            Options options;
            options.language = language;
            options.width = size.width;
            options.height = size.height;
            Class room(options);
            UiBot& bot = *room.bot;
            const auto expect_well = [&](const char* where) {
                bot.frames(3);
                const auto words = faults_of_words(drawn_words());
                for (const std::string& fault : words)
                    ADD_FAILURE() << where << " " << size.width << "x" << size.height << " " << code_of(language)
                                  << ": " << fault;
                const Rect screen{0, 0, static_cast<float>(size.width), static_cast<float>(size.height)};
                for (const std::string& fault : faults_of_items(bot.app().widgets().items(), screen))
                    ADD_FAILURE() << where << " " << size.width << "x" << size.height << " " << code_of(language)
                                  << ": " << fault;
            };
            room.talk->hosts = {"192.168.188.111", "10.100.100.105"};
            bot.press('P', 1);
            expect_well("waiting");
            bot.press(escape);
            bot.press('V');
            bot.settle();
            send_lines(*room.talk, 60);
            expect_well("predicting");
            bot.press('P', 1);
            expect_well("panel while predicting");
            bot.press('O');
            bot.settle();
            expect_well("revealed");
            bot.press('P', 1);
            expect_well("panel when revealed");
        }
    }
}

}  // namespace
}  // namespace algemeente::viewer

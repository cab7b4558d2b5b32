// A room of phones as plain data: who is in, what they may send, and what it tells nobody.
#include "phone_talk.h"
#include "viewer/room/qr_code.h"

#include <gtest/gtest.h>
#include <cmath>
#include <random>
#include <set>

namespace algemeente::viewer {
namespace {

PhoneQuestion question_of(std::uint64_t round) {
    PhoneQuestion question{.round = round, .months = 24, .axis = {0, 2000}};
    question.scenario = {"B: schandaal", "B: scandal"};
    question.outcome = {"algoritmen in gebruik", "algorithms in use"};
    for (auto& line : question.before) line.assign(24, 500);
    return question;
}

Json line_of(int value) {
    return Json(std::vector<int>(8, value));
}

TEST(PhoneRoom, WhoHasTheCodeIsInWithANumberAndNothingElse) {
    Talk talk;
    EXPECT_EQ(talk.get("/" + code + "/").body, "<html>");
    EXPECT_EQ(talk.get("/" + code).body, "<html>");
    EXPECT_EQ(talk.get("/abc2345/").status, 200) << "people type small letters";
    const Json first = Json::parse(talk.post("/" + code + "/join", "{}").body);
    const Json second = Json::parse(talk.post("/" + code + "/join", "{}").body);
    EXPECT_EQ(first.at("number"), 1);
    EXPECT_EQ(second.at("number"), 2);
    EXPECT_NE(first.at("token"), second.at("token"));
    EXPECT_EQ(talk.state(first.at("token")).at("number"), 1);
    EXPECT_EQ(talk.state().at("in"), false);
    EXPECT_EQ(talk.replies().present, 2U);
    talk.now += 1min;
    EXPECT_EQ(talk.replies().present, 0U) << "they have closed the page";
}

TEST(PhoneRoom, ALineIsKeptAsValuesByMonth) {
    Talk talk;
    const std::string token = talk.join();
    talk.room.ask(question_of(1));
    Json social = line_of(-1);
    social[2] = 500;
    social[3] = 800;
    EXPECT_EQ(talk.send({{"round", 1}, {"social", social}, {"physical", line_of(1000)}}, token).status, 200);
    ASSERT_EQ(talk.replies().replies.size(), 1U);
    const PhoneReply reply = talk.replies().replies.front();
    EXPECT_EQ(reply.phone, 1);
    ASSERT_EQ(reply.drawn[0].size(), 24U);
    EXPECT_TRUE(std::isnan(reply.drawn[0][5]));
    EXPECT_DOUBLE_EQ(reply.drawn[0][6], 1000);
    EXPECT_DOUBLE_EQ(reply.drawn[0][7], 1200);
    EXPECT_DOUBLE_EQ(reply.drawn[0][9], 1600);
    EXPECT_TRUE(std::isnan(reply.drawn[0][10])) << "nothing was drawn after it";
    EXPECT_DOUBLE_EQ(reply.drawn[1][23], 2000) << "the last point holds to the end";
    EXPECT_EQ(talk.state(token).at("sent"), true);
}

TEST(PhoneRoom, AnAnswerInWordsIsOneLineWithoutHiddenLetters) {
    Talk talk;
    const std::string token = talk.join();
    talk.room.ask(question_of(1));
    const std::string why = "  because\nof \xE2\x80\xAE the   council\xE2\x80\x8B\t";
    EXPECT_EQ(talk.send({{"round", 1}, {"domain", "both"}, {"direction", "down"}, {"why", why}}, token).status, 200);
    const SaidWords wanted{SaidDomain::both, SaidDirection::down, "because of the council"};
    EXPECT_EQ(talk.replies().replies.front().words, wanted);
    const std::string longer(5000, 'x');
    EXPECT_EQ(talk.send({{"round", 1}, {"domain", "social"}, {"direction", "up"}, {"why", longer}}, token).status, 200);
    EXPECT_EQ(talk.replies().replies.front().words->why.size(), longest_reason);
    EXPECT_EQ(talk.send({{"round", 1}, {"social", line_of(3)}}, token).status, 200);
    EXPECT_FALSE(talk.replies().replies.front().words) << "what is sent takes the place of what was";
}

TEST(PhoneRoom, TheResultIsToldOnlyOnceItIsRevealed) {
    Talk talk;
    const std::string token = talk.join();
    talk.room.reveal({{std::vector<double>(24, 1), std::vector<double>(24, 1)}, {{1, 7}}});
    EXPECT_EQ(talk.state(token).at("stage"), "waiting") << "nothing was asked";
    talk.room.ask(question_of(1));
    const Json asked = talk.state(token);
    EXPECT_EQ(asked.at("stage"), "asking");
    EXPECT_EQ(asked.at("scenario").at("en"), "B: scandal");
    EXPECT_EQ(asked.at("points"), 8);
    EXPECT_EQ(asked.at("before").at(0), line_of(250));
    for (const char* later : {"result", "nearest", "place", "distance", "ranked"}) EXPECT_FALSE(asked.contains(later));
    talk.room.reveal({{std::vector<double>(24, 1000), std::vector<double>(24, 2000)}, {{4, 3}, {1, 7.5}}});
    const Json revealed = talk.state(token);
    EXPECT_EQ(revealed.at("result").at(1), line_of(1000));
    EXPECT_EQ(revealed.at("nearest"), Json({4, 1}));
    EXPECT_EQ(revealed.at("place"), 2);
    EXPECT_EQ(revealed.at("distance"), 7.5);
    EXPECT_EQ(talk.send({{"round", 1}, {"social", line_of(9)}}, token).status, 409) << "too late";
    talk.room.wait();
    EXPECT_FALSE(talk.state(token).contains("result"));
}

TEST(PhoneRoom, AnotherRoundForgetsWhatWasSentAndTakesNothingForTheLast) {
    Talk talk;
    const std::string token = talk.join();
    talk.room.ask(question_of(1));
    talk.send({{"round", 1}, {"social", line_of(9)}}, token);
    talk.room.ask(question_of(1));
    EXPECT_EQ(talk.replies().replies.size(), 1U) << "the same question, with a newer line of A";
    talk.room.ask(question_of(2));
    EXPECT_TRUE(talk.replies().replies.empty());
    EXPECT_EQ(talk.send({{"round", 1}, {"social", line_of(9)}}, token).status, 409);
    EXPECT_EQ(talk.send({{"round", 2}, {"social", line_of(9)}}, token).status, 200);
}

TEST(PhoneRoom, IsNeverFullerThanItMayBe) {
    Talk talk;
    std::set<int> numbers;
    for (std::size_t i = 0; i < most_phones; ++i)
        numbers.insert(Json::parse(talk.post("/" + code + "/join", "{}").body).at("number").get<int>());
    EXPECT_EQ(numbers.size(), most_phones);
    // the first of them left a minute ago and sent nothing: its place is free, with another key
    EXPECT_EQ(Json::parse(talk.post("/" + code + "/join", "{}").body).at("number"), 1);
    Talk quick;
    for (std::size_t i = 0; i < most_phones; ++i)
        EXPECT_EQ(
            quick.room.answer({"POST", "/" + code + "/join", "application/json", "{}", "", "a", quick.now}).status,
            200);
    const RoomReply full =
        quick.room.answer({"POST", "/" + code + "/join", "application/json", "{}", "", "a", quick.now});
    EXPECT_EQ(full.status, 503);
    EXPECT_EQ(Json::parse(full.body).at("full"), most_phones);
}

TEST(PhoneRoom, WhoAsksTooOftenWaits) {
    Talk talk;
    const std::string token = talk.join();
    talk.room.ask(question_of(1));
    const std::string body = Json{{"round", 1}, {"social", line_of(5)}}.dump();
    int taken = 0, refused = 0;
    for (int i = 0; i < 20; ++i) {
        const int status =
            talk.room.answer({"POST", "/" + code + "/send", "application/json", body, token, "b", talk.now}).status;
        taken += status == 200;
        refused += status == 429;
    }
    EXPECT_EQ(taken, of_a_phone.at_once);
    EXPECT_EQ(refused, 20 - taken);
    talk.now += 1s;
    EXPECT_EQ(talk.room.answer({"POST", "/" + code + "/send", "application/json", body, token, "b", talk.now}).status,
              200);
    int answered = 0;
    for (int i = 0; i < 1000; ++i)
        answered += talk.room.answer({"GET", "/" + code + "/", "", "", "", "c", talk.now}).status == 200;
    EXPECT_EQ(answered, of_an_address.at_once);
    EXPECT_EQ(talk.room.answer({"GET", "/" + code + "/", "", "", "", "d", talk.now}).status, 200)
        << "others do not wait";
}

/// One of many ways in which a request is not what the page sends.
struct Hostile {
    std::string method = "POST", path = "/" + code + "/send", type = "application/json", body, token;
};

std::string noise(std::mt19937& chance, std::size_t length) {
    std::string bytes;
    for (std::size_t i = 0; i < length; ++i) bytes += static_cast<char>(chance() % 256);
    return bytes;
}

Hostile hostile_request(int i, std::mt19937& chance, const std::string& token) {
    const std::string good = Json{{"round", 1}, {"social", line_of(700)}}.dump();
    const auto with_line = [&](const std::string& points) { return R"({"round":1,"social":[)" + points + "]}"; };
    Hostile one{.body = good, .token = token};
    switch (i % 30) {
        case 0: one.path = "/ABC2346/send"; break;
        case 1: one.path = "/" + noise(chance, 7) + "/send"; break;
        case 2:
            one.path = "/";
            one.method = "GET";
            break;
        case 3:
            one.path = "/" + code + "/../../../../etc/passwd";
            one.method = "GET";
            break;
        case 4:
            one.path = "//" + code + "/state";
            one.method = "GET";
            break;
        case 5:
            one.path = "/" + code + "/state/";
            one.method = "GET";
            break;
        case 6:
            one.method = std::vector<std::string>{"PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE"}[chance() % 6];
            break;
        case 7: one.type = "text/plain"; break;
        case 8: one.type = ""; break;
        case 9: one.body = std::string(1'000'000, 'a'); break;
        case 10: one.body = std::string(5000, '['); break;
        case 11:
            for (int k = 0; k < 900; ++k) one.body = one.body.insert(0, R"({"a":)");
            break;
        case 12: one.body = with_line("NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN"); break;
        case 13: one.body = with_line("1e999,1,1,1,1,1,1,1"); break;
        case 14: one.body = with_line("Infinity,1,1,1,1,1,1,1"); break;
        case 15: one.body = with_line("0.5,1,1,1,1,1,1,1"); break;
        case 16: one.body = with_line("-2,1,1,1,1,1,1,1"); break;
        case 17: one.body = with_line("1001,1,1,1,1,1,1,1"); break;
        case 18: one.body = with_line("18446744073709551615,1,1,1,1,1,1,1"); break;
        case 19: one.body = with_line("1,1,1,1,1,1,1"); break;
        case 20: one.body = with_line("1,1,1,1,1,1,1,1,1"); break;
        case 21: one.body = with_line("-1,-1,-1,-1,-1,-1,-1,-1"); break;
        case 22: one.body = R"({"round":1,"social":[1,1,1,1,1,1,1,1],"admin":true})"; break;
        case 23: one.body = R"({"round":-1,"social":[1,1,1,1,1,1,1,1]})"; break;
        case 24: one.body = R"({"round":2,"social":[1,1,1,1,1,1,1,1]})"; break;
        case 25: one.token = noise(chance, token.size()); break;
        case 26: one.token.back() = one.token.back() == 'a' ? 'b' : 'a'; break;
        case 27:
            one.body = R"({"round":1,"domain":"social","direction":"up","why":")" + std::string("\xFF\xC0") + "\"}";
            break;
        case 28: one.body = R"({"round":1,"domain":"town","direction":"up","why":["x"]})"; break;
        default: one.body = noise(chance, chance() % 3000); break;
    }
    return one;
}

TEST(PhoneRoom, TenThousandHostileRequestsChangeNothingAndRevealNothing) {
    Talk talk;
    const std::string token = talk.join();
    talk.room.ask(question_of(1));
    ASSERT_EQ(
        talk.send({{"round", 1}, {"social", line_of(123)}, {"domain", "social"}, {"direction", "up"}}, token).status,
        200);
    const PhoneReply before = talk.replies().replies.front();
    const Json told = talk.state(token);
    const std::uint64_t version = talk.room.version(talk.now);
    std::mt19937 chance(7);
    int kinds_of_404 = 0;
    for (int i = 0; i < 10'000; ++i) {
        const Hostile one = hostile_request(i, chance, token);
        const RoomReply reply = talk.ask(one.method, one.path, one.body, one.token, one.type);
        ASSERT_GE(reply.status, 400) << i << " " << one.path << " " << one.body.substr(0, 100);
        ASSERT_EQ(reply.body, reply.status == 404 ? "" : "{}") << i;
        kinds_of_404 += reply.status == 404;
    }
    EXPECT_GT(kinds_of_404, 3000) << "the same nothing, whatever was not known";
    EXPECT_EQ(talk.room.version(talk.now), version);
    ASSERT_EQ(talk.replies().replies.size(), 1U);
    const PhoneReply after = talk.replies().replies.front();
    EXPECT_EQ(after.drawn[0], before.drawn[0]);
    EXPECT_EQ(after.drawn[1], before.drawn[1]);
    EXPECT_EQ(after.words, before.words);
    EXPECT_EQ(talk.state(token), told);
}

TEST(PhoneRoom, AddressesOfAllTheWorldTakeNoMoreRoom) {
    Talk talk;
    for (int i = 0; i < 5000; ++i)
        talk.room.answer(
            {"GET", "/" + code + "/", "", "", "", std::to_string(i), talk.now + std::chrono::milliseconds(i)});
    EXPECT_EQ(talk.get("/" + code + "/").status, 200);
}

TEST(PhonePage, HasItsWordsInBothLanguagesAndNothingFromElsewhere) {
    const std::string page = room_page(Language::nl, "n0nce");
    EXPECT_NE(page.find("lang=\"nl\""), std::string::npos);
    EXPECT_NE(page.find("Teken in beide grafieken"), std::string::npos);
    EXPECT_NE(page.find("Draw in both charts"), std::string::npos);
    EXPECT_NE(page.find("Stel een pakket samen"), std::string::npos);
    EXPECT_NE(page.find("Put together a package"), std::string::npos);
    EXPECT_EQ(page.find("{{"), std::string::npos) << "a mark was not filled in: " << page.substr(page.find("{{"), 40);
    for (const char* elsewhere : {"http://", "https://", "src=", "@import", "url("})
        EXPECT_EQ(page.find(elsewhere), std::string::npos) << elsewhere;
    EXPECT_EQ(page.find("innerHTML"), std::string::npos) << "what others wrote is never markup";
    EXPECT_NE(room_page(Language::en, "n0nce").find("lang=\"en\""), std::string::npos);
}

TEST(PhoneCode, IsMadeOfLettersThatAreNotTakenForEachOther) {
    std::set<std::string> codes;
    for (int i = 0; i < 200; ++i) {
        const std::string one = random_code();
        EXPECT_EQ(one.size(), code_length);
        EXPECT_EQ(one.find_first_of("01ILOU"), std::string::npos) << one;
        codes.insert(one);
    }
    EXPECT_EQ(codes.size(), 200U);
}

TEST(PhoneCode, HasTheCornersThatAReaderLooksFor) {
    const QrModules qr = qr_of("http://192.168.1.23:40123/ABC2345/");
    ASSERT_GE(qr.size, 25);
    ASSERT_EQ(qr.dark.size(), static_cast<std::size_t>(qr.size * qr.size));
    for (const auto& [x, y] : {std::pair(0, 0), std::pair(qr.size - 7, 0), std::pair(0, qr.size - 7)})
        for (int i = 0; i < 7; ++i) {
            EXPECT_TRUE(qr.at(x + i, y) && qr.at(x, y + i) && qr.at(x + i, y + 6) && qr.at(x + 6, y + i));
            EXPECT_TRUE(qr.at(x + 3, y + 3));
            EXPECT_FALSE(qr.at(x + 1, y + 1));
        }
}

}  // namespace
}  // namespace algemeente::viewer

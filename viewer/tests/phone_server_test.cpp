// The served room over a real socket: a class at once, requests that mean harm, and its end.
#include "viewer/room/room.h"
#include "viewer/room/room_server.h"

#include "text/error.h"
#include "viewer/platform/network.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <httplib.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include <array>
#include <atomic>
#include <random>
#include <thread>

namespace algemeente::viewer {
namespace {

using Json = nlohmann::json;
using namespace std::chrono_literals;

std::unique_ptr<PhoneRoom> opened() {
    return open_served_room(0, Language::nl, [] {});
}

int port_of(const PhoneRoom& room) {
    const std::string link = room.addresses().front().link;
    return std::stoi(link.substr(link.rfind(':') + 1));
}

/// A phone without a screen.
struct Phone {
    explicit Phone(const PhoneRoom& room) : client("127.0.0.1", port_of(room)), base("/" + room.code() + "/") {
        client.set_connection_timeout(20s);
        client.set_read_timeout(20s);
        client.set_write_timeout(20s);
    }
    httplib::Headers headers() const { return {{"X-Phone", token}}; }
    Json state() {
        const auto reply = client.Get(base + "state", headers());
        return reply && reply->status == 200 ? Json::parse(reply->body) : Json();
    }
    int post(const std::string& what, const std::string& body) {
        auto reply = client.Post(base + what, headers(), body, "application/json");
        for (int i = 0; i < 2 && !reply; ++i) reply = client.Post(base + what, headers(), body, "application/json");
        if (!reply) return 0;  // the page tries three times as well
        if (reply->status == 200 && what == "join") {
            const Json told = Json::parse(reply->body);
            token = told.at("token");
            number = told.at("number");
        }
        return reply->status;
    }

    httplib::Client client;
    std::string base;
    std::string token;
    int number = 0;
};

PhoneQuestion question_of(std::uint64_t round) {
    PhoneQuestion question{.round = round, .months = 180, .axis = {0, 2000}};
    question.scenario = {"B", "B"};
    return question;
}

std::string sketch(int value) {
    return Json{{"round", 1}, {"social", std::vector<int>(60, value)}, {"physical", std::vector<int>(60, value)}}
        .dump();
}

TEST(PhoneServer, SixtyPhonesPredictAtOnce) {
    const auto room = opened();
    room->ask(question_of(1));
    std::atomic<int> ready = 0, sent = 0, told = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 60; ++i)
        threads.emplace_back([&, i] {
            Phone phone(*room);
            phone.post("join", "{}");
            ++ready;
            while (ready < 60) std::this_thread::sleep_for(1ms);  // all have joined, and send at once
            sent += phone.post("send", sketch(i * 10)) == 200;
            told += phone.state().value("sent", false);
        });
    for (std::thread& one : threads) one.join();
    EXPECT_EQ(sent, 60);
    EXPECT_EQ(told, 60);
    const PhoneReplies replies = room->replies();
    ASSERT_EQ(replies.replies.size(), 60U);
    EXPECT_EQ(replies.present, 60U);
    std::vector<double> ends;
    for (const PhoneReply& one : replies.replies) ends.push_back(one.drawn[1].back());
    std::sort(ends.begin(), ends.end());
    for (std::size_t i = 0; i < 60; ++i) EXPECT_DOUBLE_EQ(ends[i], static_cast<double>(i) * 20);
}

TEST(PhoneServer, SixtyTeamsSendPackagesAtOnceAndNoneIsOverItsBudget) {
    const auto room = opened();
    PhoneQuestion question{.round = 1};
    question.offer.levers = {{.lever = "a", .levels = {{1, 100}, {2, 200}, {3, 300}}},
                             {.lever = "b", .levels = {{1, 150}}}};
    question.offer.budget_cents = 300;
    room->ask(question);
    std::atomic<int> ready = 0, sent = 0, refused = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 60; ++i)
        threads.emplace_back([&, i] {
            Phone phone(*room);
            phone.post("join", "{}");
            ++ready;
            while (ready < 60) std::this_thread::sleep_for(1ms);
            const Json over = {{"round", 1}, {"package", {{"a", 2 + i % 2}, {"b", 1}}}};
            const Json within = {{"round", 1}, {"package", {{"a", 1 + i % 3}}}};
            refused += phone.post("send", over.dump()) == 400;
            sent += phone.post("send", within.dump()) == 200;
        });
    for (std::thread& one : threads) one.join();
    EXPECT_EQ(refused, 60);
    EXPECT_EQ(sent, 60);
    const PhoneReplies replies = room->replies();
    ASSERT_EQ(replies.replies.size(), 60U);
    std::array<int, 4> levels{};
    for (const PhoneReply& one : replies.replies) {
        ASSERT_EQ(one.taken.size(), 2U);
        EXPECT_EQ(one.taken[1], 0);
        ++levels.at(static_cast<std::size_t>(one.taken[0]));
    }
    EXPECT_EQ(levels, (std::array<int, 4>{0, 20, 20, 20}));
}

TEST(PhoneServer, GivesItsPageUnderTheCodeAndGuardsIt) {
    const auto room = opened();
    Phone phone(*room);
    const auto page = phone.client.Get(phone.base);
    ASSERT_TRUE(page);
    EXPECT_EQ(page->status, 200);
    EXPECT_EQ(page->get_header_value("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(page->get_header_value("Cache-Control"), "no-store");
    EXPECT_FALSE(page->has_header("Access-Control-Allow-Origin"));
    const std::string policy = page->get_header_value("Content-Security-Policy");
    EXPECT_TRUE(policy.starts_with("default-src 'none'")) << policy;
    EXPECT_EQ(policy.find("unsafe"), std::string::npos) << policy;
    const std::size_t nonce = policy.find("'nonce-") + 7;
    EXPECT_NE(page->body.find("nonce=\"" + policy.substr(nonce, 32) + "\""), std::string::npos);
}

TEST(PhoneServer, WhatIsNotKnownIsTheSameNothing) {
    const auto room = opened();
    Phone phone(*room);
    const auto nothing = phone.client.Get("/");
    ASSERT_TRUE(nothing);
    EXPECT_EQ(nothing->status, 404);
    EXPECT_EQ(nothing->body, "");
    const auto expect_the_same = [&](const httplib::Result& other, const std::string& what) {
        ASSERT_TRUE(other) << what;
        EXPECT_EQ(other->status, 404) << what;
        EXPECT_EQ(other->body, "") << what;
        EXPECT_EQ(other->headers, nothing->headers) << what;
    };
    expect_the_same(phone.client.Get("/ABC2345/"), "wrong code");
    expect_the_same(phone.client.Get(phone.base + "admin"), "unknown page");
    expect_the_same(phone.client.Get(phone.base + "../state"), "a way up");
    expect_the_same(phone.client.Get(phone.base + "%2e%2e/%2e%2e/etc/passwd"), "a hidden way up");
    expect_the_same(phone.client.Put(phone.base + "send", "{}", "application/json"), "PUT");
    expect_the_same(phone.client.Delete(phone.base + "state"), "DELETE");
    expect_the_same(phone.client.Options(phone.base), "OPTIONS");
    expect_the_same(phone.client.Post(phone.base + "join", "{}", "text/plain"), "another type");
    expect_the_same(phone.client.Post(phone.base + "send", httplib::Headers{{"Content-Encoding", "gzip"}}, "{}",
                                      "application/json"),
                    "packed");
    // cpp-httplib makes ready for parts of whatever is asked, known or not; there are none
    const auto parts = phone.client.Get(phone.base, httplib::Headers{{"Range", "bytes=0-1,0-2,0-3"}});
    ASSERT_TRUE(parts);
    EXPECT_EQ(parts->status, 404);
    EXPECT_EQ(parts->body, "");
}

/// Bytes as they are, and all that comes back.
std::string talk_raw(int port, const std::string& bytes) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(port));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    timeval patience{5, 0};
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    std::string answer;
    if (connect(socket, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0) {
        for (std::size_t at = 0; at < bytes.size();) {
            const auto sent = ::send(socket, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
            if (sent <= 0) break;
            at += static_cast<std::size_t>(sent);
        }
        shutdown(socket, SHUT_WR);
        char room[4096];
        for (ssize_t got = 0; (got = recv(socket, room, sizeof room, 0)) > 0;)
            answer.append(room, static_cast<std::size_t>(got));
    }
    ::close(socket);
    return answer;
}

TEST(PhoneServer, BytesThatMeanHarmChangeNothingAndRevealNothing) {
    const auto room = opened();
    room->ask(question_of(1));
    Phone phone(*room);
    ASSERT_EQ(phone.post("join", "{}"), 200);
    ASSERT_EQ(phone.post("send", sketch(100)), 200);
    const Json before = phone.state();
    const int port = port_of(*room);
    const std::string path = "/" + room->code() + "/send";
    const auto post = [&](const std::string& headers, const std::string& body) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nX-Phone: " + phone.token + "\r\n" + headers + "\r\n" + body;
    };
    const std::string json = "Content-Type: application/json\r\n";
    std::vector<std::string> hostile = {
        "",
        "\r\n\r\n",
        "GET",
        "GET " + std::string(20'000, 'a') + " HTTP/1.1\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET /%00%ff%zz HTTP/1.1\r\n\r\n",
        "GET /../../etc/passwd HTTP/1.1\r\n\r\n",
        "GET http://example.com/ HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\n" + std::string(30'000, 'x') + ": 1\r\n\r\n",
        "GET / HTTP/1.1\r\nRange: bytes=5-1,zz\r\n\r\n",
        post(json + "Content-Length: 99999999\r\n", "{}"),
        post(json + "Content-Length: -1\r\n", sketch(9)),
        post(json + "Content-Length: 5\r\nContent-Length: 900\r\n", sketch(9)),
        post(json + "Transfer-Encoding: chunked\r\n", "ffffffff\r\n" + sketch(9)),
        post(json + "Expect: 100-continue\r\nContent-Length: 9999999\r\n", ""),
        post(json + "Content-Encoding: gzip\r\nContent-Length: 3\r\n", "\x1f\x8b\x08"),
        post("Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 8\r\n", "--x\r\n\r\n\r\n"),
        post(json + "Content-Length: 1000000\r\n", std::string(1'000'000, '[')),
        post(json, sketch(9)),
    };
    std::string many = "GET / HTTP/1.1\r\n";
    for (int i = 0; i < 3000; ++i) many += "H" + std::to_string(i) + ": x\r\n";
    hostile.push_back(many + "\r\n");
    std::mt19937 chance(3);
    for (int i = 0; i < 300; ++i) {
        std::string bytes;
        for (int k = 0; k < 400; ++k) bytes += static_cast<char>(chance() % 256);
        hostile.push_back(i % 2 == 0 ? bytes : "POST " + path + " HTTP/1.1\r\n" + bytes + "\r\n\r\n");
    }
    for (const std::string& bytes : hostile) {
        const std::string answer = talk_raw(port, bytes);
        EXPECT_EQ(answer.find(" 200 "), std::string::npos) << bytes.substr(0, 200) << "\n->\n" << answer;
        EXPECT_EQ(answer.find(room->code()), std::string::npos);
        EXPECT_LT(answer.size(), 1200U) << answer;
    }
    EXPECT_EQ(phone.state(), before);
    ASSERT_EQ(room->replies().replies.size(), 1U);
    EXPECT_DOUBLE_EQ(room->replies().replies.front().drawn[0][0], 200);
}

/// Connections that say nothing. How long others wait is not timed: that they are served at all is the test, because
/// without an end of patience a handful of these would keep every thread for good.
TEST(PhoneServer, WhoSaysNothingKeepsNobodyOut) {
    const auto room = opened();
    std::vector<int> silent;
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(port_of(*room)));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    for (int i = 0; i < 100; ++i) {
        silent.push_back(::socket(AF_INET, SOCK_STREAM, 0));
        ASSERT_EQ(connect(silent.back(), reinterpret_cast<sockaddr*>(&to), sizeof to), 0);
        ASSERT_EQ(::send(silent.back(), "GET /", 5, MSG_NOSIGNAL), 5);
    }
    Phone phone(*room);
    EXPECT_EQ(phone.post("join", "{}"), 200);
    for (const int socket : silent) ::close(socket);
}

TEST(PhoneServer, IsGoneWhenItIsClosedAndCanOpenAgain) {
    auto room = opened();
    const int port = port_of(*room);
    const std::string code = room->code();
    EXPECT_NE(talk_raw(port, "GET /" + code + "/ HTTP/1.1\r\n\r\n"), "");
    const int silent = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(port));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ASSERT_EQ(connect(silent, reinterpret_cast<sockaddr*>(&to), sizeof to), 0);
    room.reset();
    EXPECT_EQ(talk_raw(port, "GET /" + code + "/ HTTP/1.1\r\n\r\n"), "");
    ::close(silent);
    room = open_served_room(port, Language::en, [] {});
    EXPECT_EQ(port_of(*room), port);
    EXPECT_NE(room->code(), code) << "an old link opens nothing";
    EXPECT_THROW(open_served_room(port, Language::en, [] {}), InputError) << "somebody else has it";
}

TEST(Network, KnowsWhoIsNear) {
    for (const char* near :
         {"127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.1", "192.168.0.9", "169.254.3.4", "100.64.0.1"})
        EXPECT_TRUE(is_near(near)) << near;
    for (const char* far : {"8.8.8.8", "172.32.0.1", "192.169.0.1", "100.128.0.1", "", "::1", "10.1.2"})
        EXPECT_FALSE(is_near(far)) << far;
    for (const std::string& own : own_addresses()) EXPECT_TRUE(is_near(own)) << own;
}

}  // namespace
}  // namespace algemeente::viewer

// Packages that phones send, as plain data: what is offered, what is within the budget, and what changes nothing.
#include "phone_talk.h"

#include <gtest/gtest.h>

#include <random>

namespace algemeente::viewer {
namespace {

/// Standards at 0.40, 0.90 or 1.60; a committee at 1.50; a pool at 0.60: 3 euros for all of it.
PhoneQuestion offer_in(std::uint64_t round) {
    PhoneQuestion question{.round = round};
    const InLanguages on{"Wel", "Yes"};
    question.offer.levers = {
        {.lever = "standards_programme",
         .from_month = 72,
         .name = {"Standaarden", "Standards"},
         .about = {"Groei", "Growth"},
         .levels = {{0.005, 40, {"Laag", "Low"}}, {0.015, 90, {"Midden", "Middle"}}, {0.03, 160, {"Hoog", "High"}}}},
        {.lever = "ethics_committee", .from_month = 72, .levels = {{1, 150, on}}},
        {.lever = "data_science_pool", .from_month = 72, .levels = {{1, 60, on}}}};
    question.offer.budget_cents = 300;
    return question;
}

Json package(const Json& levels, std::uint64_t round = 1) {
    return {{"round", round}, {"package", levels}};
}

TEST(PhonePackages, ThePageIsToldOfLeversTheirPricesAndTheBudget) {
    Talk talk;
    const std::string token = talk.join();
    talk.room.ask(offer_in(1));
    const Json told = talk.state(token);
    EXPECT_EQ(told.at("stage"), "asking");
    EXPECT_EQ(told.at("budget"), 300);
    EXPECT_EQ(told.at("year"), 2021);
    ASSERT_EQ(told.at("levers").size(), 3U);
    const Json& first = told.at("levers").at(0);
    EXPECT_EQ(first.at("id"), "standards_programme");
    EXPECT_EQ(first.at("name").at("nl"), "Standaarden");
    EXPECT_EQ(first.at("about").at("en"), "Growth");
    EXPECT_EQ(first.at("levels").at(2).at("cents"), 160);
    EXPECT_EQ(first.at("levels").at(2).at("name").at("nl"), "Hoog");
    EXPECT_FALSE(told.contains("before")) << "there is nothing to draw";
}

TEST(PhonePackages, APackageIsKeptAndTheNextOneTakesItsPlace) {
    Talk talk;
    const std::string token = talk.join();
    talk.room.ask(offer_in(1));
    EXPECT_EQ(talk.send(package({{"standards_programme", 2}, {"data_science_pool", 1}}), token).status, 200);
    ASSERT_EQ(talk.replies().replies.size(), 1U);
    EXPECT_EQ(talk.replies().replies.front().taken, (Taken{2, 0, 1}));
    EXPECT_EQ(talk.state(token).at("sent"), true);
    EXPECT_EQ(talk.send(package({{"ethics_committee", 1}}), token).status, 200);
    EXPECT_EQ(talk.replies().replies.front().taken, (Taken{0, 1, 0}));
}

TEST(PhonePackages, TheBudgetMayBeSpentToTheLastCentAndNoFurther) {
    Talk talk;
    const std::string token = talk.join();
    talk.room.ask(offer_in(1));
    const Json all = package({{"standards_programme", 2}, {"ethics_committee", 1}, {"data_science_pool", 1}});
    EXPECT_EQ(talk.send(all, token).status, 200) << "0.90 + 1.50 + 0.60";
    const Json more = package({{"standards_programme", 3}, {"ethics_committee", 1}});
    EXPECT_EQ(talk.send(more, token).status, 400) << "1.60 + 1.50";
    EXPECT_EQ(talk.replies().replies.front().taken, (Taken{2, 1, 1})) << "the last one that was within it stays";
}

TEST(PhonePackages, CannotBeSentOnceTheyAreShownButAgainWhenMoreAreCollected) {
    Talk talk;
    const std::string token = talk.join();
    talk.room.ask(offer_in(1));
    talk.send(package({{"ethics_committee", 1}}), token);
    talk.room.reveal({});
    const Json shown = talk.state(token);
    EXPECT_EQ(shown.at("stage"), "revealed");
    EXPECT_EQ(shown.at("levers").size(), 3U) << "the phone still shows its own";
    EXPECT_FALSE(shown.contains("result"));
    EXPECT_EQ(talk.send(package({{"data_science_pool", 1}}), token).status, 409);
    talk.room.ask(offer_in(1));
    EXPECT_EQ(talk.replies().replies.size(), 1U) << "the same round";
    EXPECT_EQ(talk.send(package({{"data_science_pool", 1}}), token).status, 200);
    talk.room.ask(offer_in(2));
    EXPECT_TRUE(talk.replies().replies.empty()) << "a new round";
    EXPECT_EQ(talk.send(package({{"data_science_pool", 1}}), token).status, 409) << "for the last one";
}

TEST(PhonePackages, LinesAreNoAnswerToAnOfferNorPackagesToAPrediction) {
    Talk talk;
    const std::string token = talk.join();
    talk.room.ask(offer_in(1));
    EXPECT_EQ(talk.send({{"round", 1}, {"social", std::vector<int>(60, 5)}}, token).status, 400);
    EXPECT_EQ(talk.send({{"round", 1}, {"domain", "social"}, {"direction", "up"}}, token).status, 400);
    PhoneQuestion prediction{.round = 2, .axis = {0, 100}};
    talk.room.ask(prediction);
    EXPECT_EQ(talk.send(package({{"ethics_committee", 1}}, 2), token).status, 400);
    EXPECT_TRUE(talk.replies().replies.empty());
}

/// What is not exactly what the page sends.
std::vector<std::string> hostile_bodies() {
    const auto with = [](const std::string& levels) { return R"({"round":1,"package":)" + levels + "}"; };
    return {with("{}"),
            with("null"),
            with("[]"),
            with("[1,1,1]"),
            with("7"),
            with(R"("standards_programme")"),
            with(R"({"unknown_lever":1})"),
            with(R"({"standards_programme":1,"unknown_lever":1})"),
            with(R"({"change_capacity_multiplier":1})"),
            with(R"({"STANDARDS_PROGRAMME":1})"),
            with(R"({"":1})"),
            with(R"({"standards_programme":0})"),
            with(R"({"standards_programme":4})"),
            with(R"({"standards_programme":-1})"),
            with(R"({"standards_programme":1.5})"),
            with(R"({"standards_programme":0.015})"),
            with(R"({"standards_programme":NaN})"),
            with(R"({"standards_programme":Infinity})"),
            with(R"({"standards_programme":1e999})"),
            with(R"({"standards_programme":18446744073709551615})"),
            with(R"({"standards_programme":"1"})"),
            with(R"({"standards_programme":true})"),
            with(R"({"standards_programme":null})"),
            with(R"({"standards_programme":[1]})"),
            with(R"({"standards_programme":{"level":1}})"),
            with(R"({"standards_programme":3,"ethics_committee":1})"),
            with(R"({"standards_programme":3,"ethics_committee":1,"data_science_pool":1})"),
            R"({"round":1,"package":{"ethics_committee":1},"budget":9999})",
            R"({"round":1,"package":{"ethics_committee":1},"cents":-500})",
            R"({"round":1,"package":{"ethics_committee":1},"social":[1,1,1,1,1,1,1,1]})",
            R"({"round":-1,"package":{"ethics_committee":1}})",
            R"({"round":"1","package":{"ethics_committee":1}})",
            R"({"round":2,"package":{"ethics_committee":1}})",
            R"({"package":{"ethics_committee":1}})",
            R"({"round":1})",
            "",
            "null",
            "[]",
            std::string(5000, '['),
            with(R"({"ethics_committee":1)" + std::string(7000, ' ') + "}")};
}

TEST(PhonePackages, HostileOnesChangeNothingAndRevealNothing) {
    Talk talk;
    const std::string token = talk.join();
    talk.room.ask(offer_in(1));
    ASSERT_EQ(talk.send(package({{"standards_programme", 1}}), token).status, 200);
    const Json told = talk.state(token);
    const std::uint64_t version = talk.room.version(talk.now);
    const auto expect_nothing = [&](const std::string& body) {
        const RoomReply reply = talk.post("/" + code + "/send", body, token);
        EXPECT_GE(reply.status, 400) << body.substr(0, 100);
        EXPECT_EQ(reply.body, reply.status == 404 ? "" : "{}") << body.substr(0, 100);
    };
    for (const std::string& body : hostile_bodies()) expect_nothing(body);
    // a letter of what the page sends becomes another one: what still is a package within the budget is taken
    std::mt19937 chance(11);
    const std::string good = package({{"standards_programme", 1}, {"ethics_committee", 1}}).dump();
    for (int i = 0; i < 5000; ++i) {
        std::string body = good;
        body[chance() % body.size()] = static_cast<char>(chance() % 256);
        if (!read_package(body, offer_in(1).offer)) expect_nothing(body);
    }
    EXPECT_EQ(talk.room.version(talk.now), version);
    ASSERT_EQ(talk.replies().replies.size(), 1U);
    EXPECT_EQ(talk.replies().replies.front().taken, (Taken{1, 0, 0}));
    EXPECT_EQ(talk.state(token), told);
}

TEST(PhonePackages, WhatIsTakenForOneIsAlwaysWithinTheOffer) {
    std::mt19937 chance(5);
    const PackageOffer offer = offer_in(1).offer;
    int taken = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string body = package({{"standards_programme", 1 + chance() % 3},
                                    {"ethics_committee", chance() % 2},
                                    {"data_science_pool", 1}})
                               .dump();
        body[chance() % body.size()] = static_cast<char>(' ' + chance() % 95);
        const auto sent = read_package(body, offer);
        if (!sent) continue;
        ++taken;
        ASSERT_EQ(sent->taken.size(), 3U) << body;
        EXPECT_LE(cents_of(offer, sent->taken), 300) << body;
    }
    EXPECT_GT(taken, 0) << "else nothing was tried";
}

}  // namespace
}  // namespace algemeente::viewer

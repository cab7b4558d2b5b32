// The window without threads: the work is done after each frame, with the same results. And links in the window.
#include "places.h"
#include "viewer/state/session_file.h"
#include "viewer/state/session_link.h"
#include "viewer/tests/ui_bot.h"

namespace algemeente::viewer {
namespace {

using std::chrono::milliseconds;

Scenario small(const char* name) {
    Scenario scenario = read_scenario(places::checkout() / "scenarios" / (std::string(name) + ".toml"));
    scenario.municipalities = {.kind = MunicipalityChoice::Kind::sample, .count = 10};
    scenario.parameters.months = 60;
    return scenario;
}

EnsembleRequest request(int replicates, double capacity = 1) {
    EnsembleRequest asked;
    for (const char* name : {"baseline", "step_by_step"}) {
        Scenario scenario = small(name);
        if (capacity != 1)
            scenario.changes.push_back({.lever = "change_capacity_multiplier", .value = capacity, .from_month = 30});
        asked.scenarios.push_back(std::make_shared<const Scenario>(std::move(scenario)));
    }
    asked.country = std::make_shared<const Country>(country_of(*asked.scenarios.front(), 1));
    asked.replicates = replicates;
    asked.branch_months = {30};
    return asked;
}

std::vector<std::uint64_t> ends_of(const EnsembleService& service) {
    std::vector<std::uint64_t> ends;
    for (const auto& scenario : service.latest()->scenarios)
        for (const auto& run : scenario.runs) ends.push_back(run->fingerprint);
    return ends;
}

TEST(Turns, GiveTheSameRunsAsThreads) {
    EnsembleService turns(1, {}, Hands::turns);
    EnsembleService threads(2);
    for (const double capacity : {1.0, 2.0}) {  // the second goes on from stored months
        turns.submit(request(10, capacity));
        threads.submit(request(10, capacity));
        while (turns.pass_month()) {
        }
        ASSERT_TRUE(threads.wait_until_idle(milliseconds(120'000)));
        EXPECT_FALSE(turns.progress().busy);
        EXPECT_EQ(ends_of(turns), ends_of(threads)) << capacity;
    }
    EXPECT_EQ(turns.branched_and_full(), std::pair(20, 20));
}

TEST(Turns, APieceIsAMonthAndPrefixesComeInOrder) {
    int news = 0;
    EnsembleService service(
        1, [&] { ++news; }, Hands::turns);
    service.submit(request(20));
    EXPECT_EQ(service.latest(), nullptr);
    int pieces = 0;
    while (service.pass_month()) ++pieces;
    EXPECT_GE(pieces, 2 * 20 * 60);
    EXPECT_EQ(news, 3) << "8, 16 and 20 runs";
}

TEST(Turns, WhatIsCancelledOrOvertakenIsDropped) {
    EnsembleService service(1, {}, Hands::turns);
    service.submit(request(10));
    for (int i = 0; i < 70; ++i) service.pass_month();
    service.cancel();
    int rest = 0;
    while (service.pass_month()) ++rest;
    EXPECT_LE(rest, 1) << "the run under way ends at the next month";
    service.submit(request(8, 3));
    while (service.pass_month()) {
    }
    EXPECT_EQ(service.latest()->replicates, 8);
}

TEST(Turns, LatestWinsWorksInPieces) {
    std::vector<int> begun;
    const LatestWins<int, int>::Begin count_to = [&](const int& goal) -> LatestWins<int, int>::Piece {
        begun.push_back(goal);
        return [goal, at = 0]() mutable -> std::optional<std::shared_ptr<const int>> {
            if (goal < 0) throw std::runtime_error("below zero");
            if (++at < goal) return std::nullopt;
            return std::make_shared<const int>(goal);
        };
    };
    LatestWins<int, int> counter(count_to, {}, Hands::turns);
    EXPECT_FALSE(counter.work()) << "nothing is asked";
    counter.ask(5);
    EXPECT_FALSE(counter.idle());
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(counter.work());
    counter.ask(2);
    while (counter.work()) {
    }
    EXPECT_EQ(*counter.latest(), 2) << "the request in between was overtaken";
    EXPECT_EQ(begun, (std::vector{5, 2}));
    counter.ask(-1);
    while (counter.work()) {
    }
    EXPECT_TRUE(counter.idle());
    EXPECT_THROW(std::rethrow_exception(counter.take_problem()), std::runtime_error);
}

TEST(Turns, TheWindowComesToTheSamePicture) {
    std::vector<std::uint64_t> ends;
    for (const Hands hands : {Hands::threads, Hands::turns}) {
        Options options = dutch();
        options.hands = hands;
        UiBot bot(options);
        ASSERT_NE(bot.app().summary(), nullptr);
        EXPECT_EQ(bot.app().summary()->replicates, 24);
        const auto now = ends_of(bot.app().service());
        if (!ends.empty()) {
            EXPECT_EQ(now, ends);
        }
        ends = now;
        bot.press('4');  // one run in detail, in pieces as well
        bot.app().settle(std::chrono::minutes(1));
        EXPECT_FALSE(bot.shows("page.computing")) << "the run in detail is there";
    }
}

TEST(LinkInTheWindow, IsCopiedAndOpenedAgain) {
    setenv("ALGEMEENTE_PAGE", "https://example.org/algemeente/", 1);
    UiBot bot;
    bot.app().sink().send(SetLever{1, "ethics_committee", 1, true});
    bot.frames(2);
    bot.press('L', 3);
    const std::string link = bot.platform().on_clipboard;
    unsetenv("ALGEMEENTE_PAGE");
    ASSERT_TRUE(link.starts_with("https://example.org/algemeente/#s1.")) << link;
    EXPECT_EQ(link.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_#.:/"),
              std::string::npos);
    const Session session = bot.app().state().session();
    bot.app().sink().send(Action::reset_all);
    bot.frames(2);
    EXPECT_FALSE(equal(bot.app().state().session(), session));
    bot.press('V', 3);
    bot.frames(2);
    if (bot.app().state().view().files.asked) bot.app().sink().send(AnswerLeaving{LeaveAnswer::discard});
    bot.frames(4);
    EXPECT_TRUE(equal(bot.app().state().session(), session));
    bot.platform().on_clipboard = "no link";
    bot.press('V', 3);
    EXPECT_EQ(bot.app().notice_log().back().notice.words,
              text(Word::link_none, bot.app().state().view().preferences.language));
}

TEST(LinkInTheWindow, ADamagedOneSaysSoAndTheWindowOpensAsUsual) {
    Options options = dutch();
    options.link = "https://example.org/#s1.AAAABBBBCCCC";
    UiBot bot(options);
    EXPECT_EQ(bot.app().state().session().slots.size(), 2U);
    ASSERT_FALSE(bot.app().notice_log().empty());
    EXPECT_EQ(bot.app().notice_log().front().notice.words, text(Word::link_damaged, Language::nl));
}

TEST(Embedded, ShowsThePageAndItsLeversAlone) {
    Options options = dutch();
    options.embedded = true;
    UiBot bot(options);
    EXPECT_TRUE(bot.shows("lever.ethics_committee"));
    EXPECT_FALSE(bot.shows("timeline"));
    EXPECT_FALSE(bot.shows("file"));
}

}  // namespace
}  // namespace algemeente::viewer

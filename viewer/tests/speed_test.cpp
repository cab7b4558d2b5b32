// How long a frame and a stop take. The aims are those of an idle machine; where a bound is wider than the aim, because
// neighbours may use the cores, it says so, and the measured number is printed.
#include "places.h"
#include "ui_bot.h"

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace algemeente::viewer {
namespace {

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double share_of(std::vector<double> ms, double share) {
    std::sort(ms.begin(), ms.end());
    return ms[std::min(ms.size() - 1, static_cast<std::size_t>(share * static_cast<double>(ms.size())))];
}

/// Four scenarios with enough runs for both bands.
Options four_scenarios() {
    const auto folder = places::checkout() / "scenarios";
    Options options;
    for (const char* name : {"baseline", "national_scandal", "budget_cuts", "all_three_recommendations"})
        options.files.push_back(folder / (std::string(name) + ".toml"));
    options.replicates = replicates_for_wide_band + 8;
    return options;
}

std::vector<double> frame_times(UiBot& bot, int frames) {
    std::vector<double> ms;
    for (int i = 0; i < frames; ++i) {
        const auto start = Clock::now();
        bot.frames(1);
        ms.push_back(ms_since(start));
    }
    return ms;
}

TEST(Speed, TheLogicOfAFrameTakesLessThanFourMilliseconds) {
    UiBot bot(four_scenarios());
    for (const PageInfo& page : page_table) {
        bot.press(page.key);
        bot.settle();
        bot.press(268);
        bot.press(32);  // playing: every frame shows another month
        const std::vector<double> ms = frame_times(bot, 80);
        bot.press(32);
        std::printf("page %s: median %.2f ms, p95 %.2f ms a frame\n", std::string(page.id).c_str(), share_of(ms, 0.5),
                    share_of(ms, 0.95));
        // the aim itself: a median over many frames does not mind a few that a neighbour delayed
        EXPECT_LT(share_of(ms, 0.5), 4) << "page " << page.id;
    }
}

/// Processor time of this thread alone: neighbours do not count.
double processor_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

TEST(Speed, AnIdleFrameTakesAboutAMillisecond) {
    UiBot bot(four_scenarios());
    for (const PageInfo& page : page_table) {
        bot.press(page.key);
        bot.settle();
        std::vector<double> ms;
        for (int i = 0; i < 60; ++i) {
            const double start = processor_ms();
            bot.frames(1);
            ms.push_back(processor_ms() - start);
        }
        std::printf("idle page %s: p10 %.2f ms, median %.2f ms, p95 %.2f ms of processor time a frame\n",
                    std::string(page.id).c_str(), share_of(ms, 0.1), share_of(ms, 0.5), share_of(ms, 0.95));
        // the aim is 1 ms on a machine of its own; neighbours slow this thread down through the caches that they share
        EXPECT_LT(share_of(ms, 0.1), 2) << "page " << page.id;
    }
}

TEST(Speed, ScrubbingTakesLessThanFourMillisecondsAFrame) {
    UiBot bot(four_scenarios());
    std::vector<double> ms;
    for (int month = 20; month < 120; ++month) {
        bot.app().sink().send(SetCursor{month});
        ms.push_back(frame_times(bot, 1).front());
    }
    std::printf("scrubbing: median %.2f ms, p95 %.2f ms a frame\n", share_of(ms, 0.5), share_of(ms, 0.95));
    EXPECT_LT(share_of(ms, 0.5), 4);
}

TEST(Speed, AnotherOutcomeDoesNotHoldUpAFrame) {
    UiBot bot(four_scenarios());
    std::vector<double> ms;
    for (int i = 0; i < 12; ++i) {
        bot.app().sink().send(SetOutcome{static_cast<std::size_t>(i)});
        for (const double one : frame_times(bot, 6)) ms.push_back(one);
        bot.settle();
        EXPECT_EQ(bot.app().derived().fans.outcome, static_cast<std::size_t>(i));
    }
    std::printf("frames after another outcome: median %.2f ms, p95 %.2f ms\n", share_of(ms, 0.5), share_of(ms, 0.95));
    EXPECT_LT(share_of(ms, 0.5), 4);
}

TEST(Speed, WorkersAreIdleSoonAfterAStop) {
    const auto folder = places::checkout() / "scenarios";
    Scenario scenario = read_scenario(folder / "baseline.toml");
    scenario.municipalities = {.kind = MunicipalityChoice::Kind::sample, .count = 100};
    EnsembleRequest request;
    request.country = std::make_shared<const Country>(country_of(scenario, 1));
    request.scenarios = {std::make_shared<const Scenario>(scenario)};
    request.replicates = 1000;
    request.branch_months = {usual_decision_month};
    EnsembleService service(2);
    std::vector<double> ms;
    for (int i = 0; i < 24; ++i) {
        service.submit(request);
        std::this_thread::sleep_for(std::chrono::milliseconds(15 + 7 * i));
        const auto asked = Clock::now();
        service.cancel();
        ASSERT_TRUE(service.wait_until_idle(std::chrono::milliseconds(10'000)));
        ms.push_back(ms_since(asked));
    }
    std::printf("stop to idle workers: median %.1f ms, p95 %.1f ms\n", share_of(ms, 0.5), share_of(ms, 0.95));
    // the aim is 50 ms at p95 on a machine of its own; five times that leaves room for neighbours
    EXPECT_LT(share_of(ms, 0.95), 250);
    EXPECT_LT(share_of(ms, 0.5), 50);
}

}  // namespace
}  // namespace algemeente::viewer

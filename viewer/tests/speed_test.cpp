// How long a frame and a stop take. Frames are held to a ratio, to a piece of work that the same thread does just
// before: a slow or busy machine is slow at both. The milliseconds are printed; the aim on an idle machine is 1 ms.
#include "places.h"
#include "ui_bot.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
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

/// Processor time of this thread alone: neighbours do not count.
double processor_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

/// What a frame does, in small: numbers are sorted and put into words. The time of the quicker runs.
double yardstick_ms() {
    std::vector<double> times;
    for (int run = 0; run < 20; ++run) {
        const double start = processor_ms();
        std::vector<double> numbers;
        std::uint32_t state = 1;
        for (int i = 0; i < 4000; ++i) numbers.push_back(state = state * 1664525U + 1013904223U);
        std::sort(numbers.begin(), numbers.end());
        std::string words;
        for (const double number : numbers) words += fmt::format("{:.3g} ", number);
        EXPECT_FALSE(words.empty());
        times.push_back(processor_ms() - start);
    }
    return share_of(times, 0.1);
}

std::vector<double> frame_times(UiBot& bot, int frames) {
    std::vector<double> ms;
    for (int i = 0; i < frames; ++i) {
        const double start = processor_ms();
        bot.frames(1);
        ms.push_back(processor_ms() - start);
    }
    return ms;
}

void expect_quick(const std::vector<double>& ms, double times_the_yardstick, const std::string& what) {
    const double yardstick = yardstick_ms();
    std::printf("%s: p10 %.2f ms, median %.2f ms, p95 %.2f ms a frame; median %.2f yardsticks of %.2f ms\n",
                what.c_str(), share_of(ms, 0.1), share_of(ms, 0.5), share_of(ms, 0.95), share_of(ms, 0.5) / yardstick,
                yardstick);
    EXPECT_LT(share_of(ms, 0.5), times_the_yardstick * yardstick) << what;
}

// Twice what was measured on 27 November 2026, so that a frame that became twice as slow is found.
constexpr double playing = 5.5;
constexpr double idle = 4.5;

TEST(Speed, AFrameIsQuickWhileMonthsPlay) {
    UiBot bot(four_scenarios());
    for (const PageInfo& page : page_table) {
        bot.press(page.key);
        bot.settle();
        bot.press(268);
        bot.press(32);  // playing: every frame shows another month
        const std::vector<double> ms = frame_times(bot, 80);
        bot.press(32);
        expect_quick(ms, playing, "playing, page " + std::string(page.id));
    }
}

TEST(Speed, AnIdleFrameIsQuick) {
    UiBot bot(four_scenarios());
    for (const PageInfo& page : page_table) {
        bot.press(page.key);
        bot.settle();
        expect_quick(frame_times(bot, 60), idle, "idle, page " + std::string(page.id));
    }
}

TEST(Speed, ScrubbingIsQuick) {
    UiBot bot(four_scenarios());
    std::vector<double> ms;
    for (int month = 20; month < 120; ++month) {
        bot.app().sink().send(SetCursor{month});
        ms.push_back(frame_times(bot, 1).front());
    }
    expect_quick(ms, playing, "scrubbing");
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
    expect_quick(ms, playing, "after another outcome");
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

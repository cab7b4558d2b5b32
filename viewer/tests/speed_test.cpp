// How much a frame does, counted and not timed, so that a busy machine says the same as an idle one: how often the
// thread that draws asks for memory, and how many corners it draws. Something that is worked out anew in every frame
// (fans, sorted lists, sentences) shows in the first, too much on screen in the second. `viewer/README.md` has
// milliseconds.
#include "phone_fakes.h"
#include "places.h"
#include "ui_bot.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <new>

namespace {

/// Of this thread: those of the workers do not count.
thread_local std::size_t requests_for_memory = 0;

void* counted(std::size_t bytes) {
    ++requests_for_memory;
    if (void* memory = std::malloc(std::max<std::size_t>(bytes, 1))) return memory;
    throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t bytes) {
    return counted(bytes);
}
void* operator new[](std::size_t bytes) {
    return counted(bytes);
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete[](void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
    std::free(memory);
}

namespace algemeente::viewer {
namespace {

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

template <typename Number>
Number share_of(std::vector<Number> numbers, double share) {
    std::sort(numbers.begin(), numbers.end());
    return numbers[std::min(numbers.size() - 1, static_cast<std::size_t>(share * static_cast<double>(numbers.size())))];
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

struct Work {
    std::vector<std::size_t> requests;  ///< for memory, frame by frame
    std::vector<std::size_t> corners;
};

void one_frame(UiBot& bot, Work& work) {
    const std::size_t before = requests_for_memory;
    bot.frames(1);
    work.requests.push_back(requests_for_memory - before);
    work.corners.push_back(static_cast<std::size_t>(ImGui::GetDrawData()->TotalVtxCount));
}

Work frames(UiBot& bot, int count) {
    Work work;
    for (int i = 0; i < count; ++i) one_frame(bot, work);
    return work;
}

/// What a frame of a page needed on 28 November 2026, with two charts and four scenarios.
struct Needed {
    std::string_view page;
    std::size_t requests, corners;
};
constexpr Needed needed[] = {
    {"compare", 6300, 76300},      {"why", 2600, 31000},       {"map", 4800, 144700},
    {"municipality", 2400, 34300}, {"multiples", 5300, 49200}, {"choose", 5000, 40000},
};

/// At most half as much again: what is worked out twice is found.
void expect_little(const Work& work, std::string_view page, const std::string& what) {
    const auto* bound =
        std::find_if(std::begin(needed), std::end(needed), [&](const Needed& one) { return one.page == page; });
    ASSERT_NE(bound, std::end(needed)) << "page '" << page << "' has no figures: measure it, and add it to the table";
    const std::size_t requests = share_of(work.requests, 0.5), corners = share_of(work.corners, 0.5);
    std::printf("%s, page %s: median %zu requests for memory, %zu corners a frame\n", what.c_str(),
                std::string(page).c_str(), requests, corners);
    EXPECT_LT(requests, bound->requests * 3 / 2) << what << ", page " << page;
    EXPECT_LT(corners, bound->corners * 3 / 2) << what << ", page " << page;
}

TEST(Speed, AFrameDoesLittleWhileMonthsPlay) {
    UiBot bot(four_scenarios());
    for (const PageInfo& page : page_table) {
        bot.press(page.key);
        bot.settle();
        bot.press(268);
        bot.press(32);  // playing: every frame shows another month
        const Work work = frames(bot, 30);
        bot.press(32);
        expect_little(work, page.id, "playing");
    }
}

TEST(Speed, AnIdleFrameDoesLittle) {
    UiBot bot(four_scenarios());
    for (const PageInfo& page : page_table) {
        bot.press(page.key);
        bot.settle();
        expect_little(frames(bot, 20), page.id, "idle");
    }
}

TEST(Speed, ScrubbingDoesLittle) {
    UiBot bot(four_scenarios());
    Work work;
    for (int month = 20; month < 120; ++month) {
        bot.app().sink().send(SetCursor{month});
        one_frame(bot, work);
    }
    expect_little(work, "compare", "scrubbing");
}

TEST(Speed, AnotherOutcomeDoesNotHoldUpAFrame) {
    UiBot bot(four_scenarios());
    Work work;
    for (int i = 0; i < 12; ++i) {
        bot.app().sink().send(SetOutcome{static_cast<std::size_t>(i)});
        for (int frame = 0; frame < 6; ++frame) one_frame(bot, work);
        bot.settle();
        EXPECT_EQ(bot.app().derived().fans.outcome, static_cast<std::size_t>(i));
    }
    expect_little(work, "compare", "after another outcome");
}

/// Sixty phones at once: while they send, a frame does what it does without them; with their lines in sight it draws
/// them and works nothing out anew.
TEST(Speed, SixtyPhonesAddLittleToAFrame) {
    Options options = four_scenarios();
    const auto talk = std::make_shared<FakeTalk>();
    options.open_room = open_fake(talk);
    UiBot bot(options);
    bot.press('P', 1);
    bot.press(256);
    bot.press('V');
    bot.settle();
    const std::size_t covered = share_of(frames(bot, 20).requests, 0.5);
    Work sending;
    for (int i = 0; i < 30; ++i) {
        send_lines(*talk, 60);  // in every frame something new has come
        one_frame(bot, sending);
    }
    // 60 replies with two lines each are copied once, when they come
    EXPECT_LT(share_of(sending.requests, 0.5), covered + 60 * 5);
    bot.press('O');
    bot.settle();
    const Work with = frames(bot, 20);
    talk->sent.replies.clear();
    ++talk->sent.version;
    bot.settle();
    const Work without = frames(bot, 20);
    const auto more = [](const std::vector<std::size_t>& one, const std::vector<std::size_t>& other) {
        return static_cast<double>(share_of(one, 0.5)) - static_cast<double>(share_of(other, 0.5));
    };
    const double requests = more(with.requests, without.requests), corners = more(with.corners, without.corners);
    std::printf("sixty lines: %.0f requests for memory, %.0f corners more a frame\n", requests, corners);
    EXPECT_LT(requests, 60 * 2 * 9);
    EXPECT_LT(corners, 60 * 2 * 60 * 6);
    EXPECT_GT(corners, 60 * 2 * 60 * 2) << "they are drawn";
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
    const auto began = Clock::now();
    request.replicates = 8;
    service.submit(request);
    ASSERT_TRUE(service.wait_until_idle(std::chrono::minutes(2)));
    const double ms_of_a_run = ms_since(began) * 2 / request.replicates;
    request.replicates = 1000;
    std::vector<double> ms;
    for (int i = 0; i < 24; ++i) {
        service.submit(request);
        std::this_thread::sleep_for(std::chrono::milliseconds(15 + 7 * i));
        const auto asked = Clock::now();
        service.cancel();
        ASSERT_TRUE(service.wait_until_idle(std::chrono::milliseconds(10'000)));
        ms.push_back(ms_since(asked));
    }
    std::printf("stop to idle workers: median %.1f ms, p95 %.1f ms; a run %.1f ms\n", share_of(ms, 0.5),
                share_of(ms, 0.95), ms_of_a_run);
    // a stop waits for the month that is being passed, not for the run: of 180 months, two and what starting takes
    EXPECT_LT(share_of(ms, 0.5), ms_of_a_run / 2);
}

}  // namespace
}  // namespace algemeente::viewer

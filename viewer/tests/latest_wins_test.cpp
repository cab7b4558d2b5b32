// The worker that answers the latest request, with work that the tests hold and let go.
#include "viewer/ensemble/latest_wins.h"

#include <gtest/gtest.h>

#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

namespace algemeente::viewer {
namespace {

using Worker = LatestWins<int, std::string>;
using std::chrono::milliseconds;

template <typename Holds>
bool wait_until(const Holds& holds) {
    const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (!holds()) {
        if (std::chrono::steady_clock::now() > limit) return false;
        std::this_thread::sleep_for(milliseconds(1));
    }
    return true;
}

std::shared_ptr<const std::string> words(int request) {
    return std::make_shared<const std::string>(std::to_string(request));
}

/// Work that begins only when it is let go, and keeps account.
struct Gate {
    std::mutex mutex;
    std::vector<int> begun;
    std::atomic<bool> open{false};
    std::atomic<bool> saw_overtaken{false};

    std::size_t count() {
        const std::lock_guard lock(mutex);
        return begun.size();
    }
    Worker::Work work(bool gives_up) {
        return [this, gives_up](int request, const auto&, const std::atomic<bool>& overtaken) {
            {
                const std::lock_guard lock(mutex);
                begun.push_back(request);
            }
            while (!open) {
                if (overtaken) saw_overtaken = true;
                if (overtaken && gives_up) return std::shared_ptr<const std::string>{};
                std::this_thread::sleep_for(milliseconds(1));
            }
            return words(request);
        };
    }
};

TEST(LatestWins, RequestsThatComeWhileItWorksReplaceEachOther) {
    Gate gate;
    Worker worker(gate.work(false));
    EXPECT_TRUE(worker.idle());
    EXPECT_EQ(worker.latest(), nullptr);
    worker.ask(1);
    ASSERT_TRUE(wait_until([&] { return gate.count() == 1; }));
    for (int request = 2; request <= 9; ++request) worker.ask(request);
    EXPECT_FALSE(worker.idle());
    gate.open = true;
    ASSERT_TRUE(wait_until([&] { return worker.idle(); }));
    EXPECT_EQ(*worker.latest(), "9");
    EXPECT_EQ(gate.begun, (std::vector<int>{1, 9})) << "what was begun is finished, all between is left out";
}

TEST(LatestWins, TheSameRequestIsAnsweredOnce) {
    std::atomic<int> runs{0};
    Worker worker([&](int request, const auto&, const auto&) {
        ++runs;
        return words(request);
    });
    for (const int request : {7, 7, 7}) {
        worker.ask(request);
        ASSERT_TRUE(wait_until([&] { return worker.idle(); }));
    }
    EXPECT_EQ(runs, 1);
    worker.ask(8);
    ASSERT_TRUE(wait_until([&] { return worker.idle(); }));
    worker.ask(7);
    ASSERT_TRUE(wait_until([&] { return worker.idle(); }));
    EXPECT_EQ(runs, 3);
}

TEST(LatestWins, WorkThatIsOvertakenMayGiveUpWithoutAnAnswer) {
    Gate gate;
    std::atomic<int> news{0};
    Worker worker(gate.work(true), [&] { ++news; });
    worker.ask(1);
    ASSERT_TRUE(wait_until([&] { return gate.count() == 1; }));
    worker.ask(2);
    ASSERT_TRUE(wait_until([&] { return gate.count() == 2; }));
    EXPECT_EQ(worker.latest(), nullptr);
    EXPECT_EQ(news, 0) << "no answer, no news";
    gate.open = true;
    ASSERT_TRUE(wait_until([&] { return news == 1; }));
    EXPECT_EQ(*worker.latest(), "2");
}

TEST(LatestWins, ItIsHandedTheAnswerBefore) {
    Worker worker([](int request, const Worker::Answer& last, const auto&) {
        return std::make_shared<const std::string>((last ? *last : "none") + " " + std::to_string(request));
    });
    worker.ask(1);
    ASSERT_TRUE(wait_until([&] { return worker.idle(); }));
    worker.ask(2);
    ASSERT_TRUE(wait_until([&] { return worker.idle(); }));
    EXPECT_EQ(*worker.latest(), "none 1 2");
}

TEST(LatestWins, NewsComesWhenTheAnswerCanBeTaken) {
    Worker* watched = nullptr;
    std::atomic<int> seen{0};
    Worker worker([](int request, const auto&, const auto&) { return words(request); },
                  [&] {
                      if (watched->latest() && *watched->latest() == "5" && watched->idle()) ++seen;
                  });
    watched = &worker;
    worker.ask(5);
    EXPECT_TRUE(wait_until([&] { return seen == 1; }));
}

TEST(LatestWins, AnExceptionIsHandedOverOnceAndTheWorkerGoesOn) {
    std::atomic<int> news{0};
    Worker worker(
        [](int request, const auto&, const auto&) {
            if (request == 2) throw std::runtime_error("two is too much");
            return words(request);
        },
        [&] { ++news; });
    worker.ask(1);
    ASSERT_TRUE(wait_until([&] { return news == 1; }));
    EXPECT_EQ(worker.take_problem(), nullptr);
    worker.ask(2);
    ASSERT_TRUE(wait_until([&] { return news == 2; }));
    EXPECT_TRUE(worker.idle());
    EXPECT_EQ(*worker.latest(), "1") << "the last answer stays";
    const std::exception_ptr problem = worker.take_problem();
    ASSERT_NE(problem, nullptr);
    try {
        std::rethrow_exception(problem);
    } catch (const std::exception& failure) {
        EXPECT_STREQ(failure.what(), "two is too much");
    }
    EXPECT_EQ(worker.take_problem(), nullptr);
    worker.ask(3);
    ASSERT_TRUE(wait_until([&] { return news == 3; }));
    EXPECT_EQ(*worker.latest(), "3");
}

TEST(LatestWins, QuitsWhileItWorks) {
    Gate gate;
    {
        Worker worker(gate.work(true));
        worker.ask(1);
        ASSERT_TRUE(wait_until([&] { return gate.count() == 1; }));
        worker.ask(2);
    }
    EXPECT_TRUE(gate.saw_overtaken) << "who looks at `overtaken` ends at once";
    EXPECT_FALSE(gate.open);
}

TEST(LatestWins, ManyAskersAtOnceLeaveOneAnswer) {
    Worker worker([](int request, const auto&, const auto&) { return words(request); });
    std::vector<std::thread> askers;
    for (int asker = 0; asker < 4; ++asker)
        askers.emplace_back([&worker, asker] {
            for (int i = 0; i < 500; ++i) worker.ask(asker * 1000 + i);
        });
    for (std::thread& asker : askers) asker.join();
    worker.ask(-1);
    ASSERT_TRUE(wait_until([&] { return worker.idle(); }));
    EXPECT_EQ(*worker.latest(), "-1");
}

}  // namespace
}  // namespace algemeente::viewer

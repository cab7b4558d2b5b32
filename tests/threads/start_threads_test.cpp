// Where the system starts no more threads, the work is done by those that there are.
#include "threads/start_threads.h"

#include "threads/crew.h"
#include "threads/few_threads.h"
#include "threads/side_by_side.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

namespace algemeente {

using testing::NoMoreThreads;

TEST(StartThreads, starts_all_with_their_numbers) {
    std::atomic<std::size_t> sum{0};
    std::vector<std::thread> threads = start_threads(4, 3, [&](std::size_t number) { sum += number; });
    ASSERT_EQ(threads.size(), 4U);
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(sum, 3U + 4U + 5U + 6U);
}

TEST(StartThreads, starts_none_where_the_system_refuses) {
    const NoMoreThreads few;
    EXPECT_TRUE(start_threads(4, 0, [](std::size_t) {}).empty());
    try {
        require_thread([] {}).join();
        ADD_FAILURE() << "nothing was thrown";
    } catch (const std::runtime_error& problem) {
        EXPECT_NE(std::string(problem.what()).find("ulimit -u"), std::string::npos) << problem.what();
    }
}

TEST(SideBySide, does_everything_alone_where_the_system_refuses_threads) {
    const NoMoreThreads few;
    std::atomic<int> done{0};
    work_side_by_side(8, [&](std::size_t) { return ++done < 100; });
    EXPECT_EQ(done, 100);
}

TEST(Crew, does_everything_alone_where_the_system_refuses_threads) {
    const NoMoreThreads few;
    Crew crew(8);
    EXPECT_EQ(crew.threads(), 1);
    std::atomic<int> done{0};
    crew.share_out(100, [&](std::size_t) { ++done; });
    EXPECT_EQ(done, 100);
}

}  // namespace algemeente

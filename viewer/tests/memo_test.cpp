// A value is made again only when what it was made from is another one.
#include "viewer/state/memo.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace algemeente::viewer {
namespace {

struct Key {
    int summary = 0;
    std::string outcome;

    bool operator==(const Key&) const = default;
};

TEST(Memo, MakesAValueOncePerKey) {
    Memo<Key, std::string> memo;
    int made = 0;
    const auto make = [&] { return "value " + std::to_string(++made); };
    EXPECT_EQ(memo.value(), "") << "before the first one there is an empty one";
    EXPECT_FALSE(memo.is_for({}));
    EXPECT_EQ(memo.of({1, "in_use"}, make), "value 1");
    EXPECT_EQ(memo.of({1, "in_use"}, make), "value 1");
    EXPECT_EQ(memo.of({1, "value"}, make), "value 2") << "each part of the key counts";
    EXPECT_EQ(memo.of({2, "value"}, make), "value 3");
    EXPECT_TRUE(memo.is_for({2, "value"}));
    EXPECT_EQ(memo.of({1, "in_use"}, make), "value 4") << "only the last one is kept";
    EXPECT_EQ(memo.value(), "value 4");
}

TEST(Memo, AMakerThatThrowsLeavesTheLastValueAndIsAskedAgain) {
    Memo<int, int> memo;
    memo.of(1, [] { return 10; });
    EXPECT_THROW(memo.of(2, []() -> int { throw std::runtime_error("no"); }), std::runtime_error);
    EXPECT_TRUE(memo.is_for(1));
    EXPECT_EQ(memo.value(), 10);
    EXPECT_EQ(memo.of(2, [] { return 20; }), 20);
}

}  // namespace
}  // namespace algemeente::viewer

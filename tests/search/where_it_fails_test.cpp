#include "search/where_it_fails.h"

#include "random/design_luck.h"
#include "search/small_search.h"

#include <gtest/gtest.h>

namespace algemeente {
namespace {

/// Members of ten numbers between 0 and 1; the first and the last are called like parameters.
Search with_members(std::size_t count) {
    Search search = small_search::read();
    Members members;
    members.names = {"human_in_the_loop", "ethics_growth"};
    for (int i = 0; i < 8; ++i) members.names.push_back("number_" + std::to_string(i));
    const DesignLuck luck(1);
    for (std::uint64_t member = 0; member < count; ++member) {
        std::vector<double>& values = members.values.emplace_back();
        for (std::uint32_t i = 0; i < members.names.size(); ++i)
            values.push_back(luck.uniform(DesignPurpose::candidate, member, i));
    }
    search.members = std::make_shared<const Members>(members);
    return search;
}

/// `fails` says of each fresh run whether it falls short.
template <typename Fails>
Result result_of(const Search& search, const Fails& fails) {
    Result result;
    for (std::size_t run = 0; run < search.members->count(); ++run)
        result.good.push_back(
            !fails(search.members->values[member_of_replicate(*search.members, search.runs + static_cast<int>(run))]));
    return result;
}

}  // namespace

TEST(WhereItFails, is_the_box_of_the_number_that_decides) {
    const Search search = with_members(100);
    const Failure failure =
        where_it_fails(search, result_of(search, [](const std::vector<double>& values) { return values[0] < .3; }),
                       present::Language::en);
    EXPECT_EQ(failure.numbers, 10U);
    EXPECT_NE(failure.box_file.find("human_in_the_loop <= 0."), std::string::npos) << failure.box_file;
    EXPECT_EQ(failure.box_file.find("number_"), std::string::npos) << failure.box_file;
    EXPECT_GT(failure.density, .9);
    EXPECT_FALSE(failure.box_words.empty());
}

TEST(WhereItFails, is_not_told_where_chance_would_do_as_well) {
    const Search search = with_members(40);
    std::size_t run = 0;
    const Failure failure =
        where_it_fails(search, result_of(search, [&run](const std::vector<double>&) { return run++ % 8 == 0; }),
                       present::Language::en);
    EXPECT_DOUBLE_EQ(failure.share, 5.0 / 40);
    EXPECT_EQ(failure.box_file, "");
}

TEST(WhereItFails, is_nowhere_when_nothing_fails_and_without_members) {
    Search search = with_members(20);
    const Result good = result_of(search, [](const std::vector<double>&) { return false; });
    EXPECT_EQ(where_it_fails(search, good, present::Language::en).share, 0);
    const Result mixed = result_of(search, [](const std::vector<double>& values) { return values[0] < .5; });
    search.members = nullptr;
    EXPECT_EQ(where_it_fails(search, mixed, present::Language::en).box_file, "");
}

}  // namespace algemeente

// Structs as bytes and back; bytes that cannot be such a struct are refused before room is made for them.
#include "ensemble/field_bytes.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <vector>

namespace algemeente {

namespace {

struct Inner {
    std::int16_t whole = 0;
    bool yes = false;
    Factor word = Factor::none;
};

struct Outer {
    double number = 0;
    float small = 0;
    std::array<std::int32_t, 2> pair{};
    std::vector<Inner> list;
    std::vector<std::vector<double>> lists;
};

Outer example() {
    return {.number = -0.0,
            .small = 1.5F,
            .pair = {-1, std::numeric_limits<std::int32_t>::max()},
            .list = {{-2, true, Factor::law}, {3, false, Factor::none}},
            .lists = {{}, {1, std::numeric_limits<double>::infinity()}}};
}

template <typename Value>
std::string written(const Value& value) {
    FieldWriter writer;
    writer.put(value);
    return writer.take();
}

template <typename Value>
Value read_back(const std::string& bytes) {
    Value value{};
    FieldReader reader(bytes);
    reader.take(value);
    reader.require_end();
    return value;
}

}  // namespace

TEST(FieldBytes, give_the_same_struct_back) {
    const std::string bytes = written(example());
    const auto back = read_back<Outer>(bytes);
    EXPECT_EQ(written(back), bytes);
    EXPECT_TRUE(std::signbit(back.number));
    EXPECT_EQ(back.pair[0], -1);
    ASSERT_EQ(back.list.size(), 2U);
    EXPECT_EQ(back.list[0].whole, -2);
    EXPECT_TRUE(back.list[0].yes);
    EXPECT_EQ(back.list[0].word, Factor::law);
    ASSERT_EQ(back.lists.size(), 2U);
    EXPECT_EQ(back.lists[1].size(), 2U);
}

TEST(FieldBytes, are_little_endian_in_the_width_of_the_number) {
    EXPECT_EQ(written(std::uint32_t{0x01020304}), std::string("\x04\x03\x02\x01"));
    EXPECT_EQ(written(std::int16_t{-2}), std::string("\xFE\xFF"));
    EXPECT_EQ(written(1.0), std::string("\0\0\0\0\0\0\xF0\x3F", 8));
    EXPECT_EQ(written(Factor::capacity), std::string("\x01"));
    EXPECT_EQ(written(std::vector<bool>{}), std::string(8, '\0'));
}

TEST(FieldBytes, that_end_early_anywhere_are_refused) {
    const std::string bytes = written(example());
    for (std::size_t length = 0; length < bytes.size(); ++length)
        EXPECT_THROW(read_back<Outer>(bytes.substr(0, length)), InputError) << length;
    EXPECT_THROW(read_back<Outer>(bytes + "x"), InputError);
}

TEST(FieldBytes, with_a_length_that_does_not_fit_are_refused_before_room_is_made) {
    for (const std::uint64_t length : {std::uint64_t{2}, std::uint64_t{1} << 40U, ~std::uint64_t{0}})
        EXPECT_THROW(read_back<std::vector<double>>(written(length) + written(1.0)), InputError) << length;
    using Few = boost::container::static_vector<std::uint8_t, 2>;
    EXPECT_THROW(read_back<Few>(written(std::uint64_t{3}) + "abc"), InputError);
    EXPECT_EQ(read_back<Few>(written(std::uint64_t{2}) + "ab").size(), 2U);
}

TEST(FieldBytes, of_a_yes_or_no_are_0_or_1) {
    EXPECT_TRUE(read_back<bool>("\x01"));
    EXPECT_THROW(read_back<bool>("\x02"), InputError);
}

TEST(FieldBytes, have_a_layout_that_tells_kinds_widths_and_counts_apart) {
    const auto layout = [](const auto& value) {
        Fingerprint hash;
        add_layout<std::remove_cvref_t<decltype(value)>>(hash);
        return hash.value();
    };
    struct Two {
        std::int32_t one = 0, other = 0;
    };
    struct Three {
        std::int32_t one = 0, other = 0, third = 0;
    };
    EXPECT_EQ(layout(Inner{}), layout(Inner{.whole = 7}));
    EXPECT_NE(layout(Two{}), layout(Three{}));
    EXPECT_NE(layout(1), layout(1U));
    EXPECT_NE(layout(1), layout(std::int64_t{1}));
    EXPECT_NE(layout(std::int64_t{1}), layout(1.0));
    EXPECT_NE(layout(std::array<int, 2>{}), layout(std::array<int, 3>{}));
    EXPECT_NE(layout(std::vector<int>{}), layout(std::vector<double>{}));
    EXPECT_NE(layout(Factor::law), layout(std::uint8_t{1}));
}

}  // namespace algemeente

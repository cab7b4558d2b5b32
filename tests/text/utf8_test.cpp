#include "text/utf8.h"

#include <gtest/gtest.h>

#include <string_view>

namespace algemeente::testing {

TEST(Utf8, letters_of_any_length_are_valid) {
    EXPECT_EQ(first_invalid_utf8(""), std::string_view::npos);
    EXPECT_EQ(first_invalid_utf8("Sudwest-Frysl\u00e2n \u20ac \U0001F3DB"), std::string_view::npos);
}

TEST(Utf8, the_first_byte_of_another_encoding_is_found) {
    EXPECT_EQ(first_invalid_utf8("Priv\xe9"), 4U);
    EXPECT_EQ(first_invalid_utf8("a\xc3"), 1U) << "a letter that is cut off";
    EXPECT_EQ(first_invalid_utf8("\x80"), 0U) << "a continuation without its beginning";
    EXPECT_EQ(first_invalid_utf8("ab\xc0\xaf"), 2U) << "longer than it needs to be";
}

TEST(Utf8, letters_are_read_one_by_one) {
    const std::string_view text = "a\u00e2\U0001F3DB\xff";
    std::size_t at = 0;
    EXPECT_EQ(next_letter(text, at), U'a');
    EXPECT_EQ(next_letter(text, at), U'\u00e2');
    EXPECT_EQ(next_letter(text, at), U'\U0001F3DB');
    EXPECT_EQ(next_letter(text, at), U'\uFFFD');
    EXPECT_EQ(at, text.size());
}

}  // namespace algemeente::testing

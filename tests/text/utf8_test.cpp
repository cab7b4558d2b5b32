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

}  // namespace algemeente::testing

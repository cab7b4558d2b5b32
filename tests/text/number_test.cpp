// Numbers in text.
#include "text/number.h"

#include <gtest/gtest.h>

#include <limits>

namespace algemeente {

TEST(ParseNumber, reads_every_finite_number_down_to_the_smallest) {
    EXPECT_EQ(parse_number("5.5"), 5.5);
    EXPECT_EQ(parse_number("-0.25"), -0.25);
    EXPECT_EQ(parse_number("+3"), 3);
    EXPECT_EQ(parse_number(".5"), 0.5);
    EXPECT_EQ(parse_number("1e-05"), 1e-5);
    EXPECT_EQ(parse_number("3.1e-310"), 3.1e-310);  // std::stod throws for it
    EXPECT_EQ(parse_number("4.9406564584124654e-324"), std::numeric_limits<double>::denorm_min());
    EXPECT_EQ(parse_number("1.7976931348623157e308"), std::numeric_limits<double>::max());
}

TEST(ParseNumber, reads_nothing_else) {
    for (const char* text : {"",    " ", "5,5", "5 ", " 5",  "5x",  "nan",     "inf",   "-inf",   "0x10", "1e",
                             "1e+", "-", ".",   "e5", "--1", "1-2", "2021-03", "1e999", "-1e999", "1.2.3"})
        EXPECT_FALSE(parse_number(text)) << text;
}

TEST(ParseNumber, with_a_decimal_comma_on_request) {
    EXPECT_EQ(parse_number_with_comma("5,5"), 5.5);
    EXPECT_EQ(parse_number_with_comma("-0,25"), -0.25);
    for (const char* text : {"5", "5.5", "1.234,5", "1,234,5", ",", ""})
        EXPECT_FALSE(parse_number_with_comma(text)) << text;
    EXPECT_EQ(decimal_point_hint("5,5"), "; write 5.5, with a decimal point");
    EXPECT_EQ(decimal_point_hint("many"), "");
}

}  // namespace algemeente

#include "text/one_line.h"

#include <gtest/gtest.h>

namespace algemeente {

TEST(OneLine, HasNoControlCharactersLeft) {
    EXPECT_EQ(one_line("Line one\nline two,\twith \x07 and \x7F"), "Line one line two, with   and  ");
    EXPECT_EQ(one_line("S\u00FAdwest-Frysl\u00E2n"), "S\u00FAdwest-Frysl\u00E2n") << "UTF-8 stays";
}

}  // namespace algemeente

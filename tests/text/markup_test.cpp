#include "text/markup.h"

#include <gtest/gtest.h>

namespace algemeente {

TEST(Markup, EscapesWhatMeansSomethingInHtmlAlsoInsideQuotes) {
    EXPECT_EQ(escape_markup("a < b & \"c\" > 'd'"), "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;");
    EXPECT_EQ(escape_markup("beëindigd"), "beëindigd");
}

}  // namespace algemeente

#include "present/page/markdown.h"

#include <gtest/gtest.h>

namespace algemeente::present {

TEST(Markdown, blocks_are_headings_paragraphs_lists_tables_and_lines) {
    EXPECT_EQ(markdown_html("# One\n\nTwo\nthree\n\n## Four\n"), "<h1>One</h1>\n<p>Two three</p>\n<h2>Four</h2>\n");
    EXPECT_EQ(markdown_html("- one\n  more\n- two\n\n1. three\n2. four\n"),
              "<ul>\n<li>one more</li>\n<li>two</li>\n</ul>\n<ol>\n<li>three</li>\n<li>four</li>\n</ol>\n");
    EXPECT_EQ(markdown_html("| a | b |\n|---|---|\n| c | |\n"),
              "<table>\n<thead><tr><th>a</th><th>b</th></tr>\n</thead>\n<tr><td>c</td><td></td></tr>\n</table>\n");
    EXPECT_EQ(markdown_html("___\n"), "<p class=\"to-write\">&nbsp;</p>\n");
}

TEST(Markdown, marks_inside_a_line_are_those_that_are_closed) {
    EXPECT_EQ(markdown_html("a **b *c* d** `e*` [f](g)"), "<p>a <b>b <i>c</i> d</b> <code>e*</code> f</p>\n");
    EXPECT_EQ(markdown_html("5 * 3 and [x"), "<p>5 * 3 and [x</p>\n");
    EXPECT_EQ(markdown_html("**"), "<p>**</p>\n");
}

TEST(Markdown, html_is_no_markup) {
    EXPECT_EQ(markdown_html("<script>alert(1)</script>"), "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
    EXPECT_EQ(markdown_html(""), "");
    EXPECT_EQ(first_heading("text\n## The first\n# The second"), "The first");
    EXPECT_EQ(first_heading("#none"), "");
}

}  // namespace algemeente::present

#include "present/page/page.h"

#include "present/charts/palette.h"
#include "present/page/columns.h"
#include "present/page/html.h"
#include "present/words/names.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace algemeente::present {
namespace {

bool holds(const std::string& text, std::string_view word) {
    return text.find(word) != std::string::npos;
}

}  // namespace

TEST(Page, IsOneSelfContainedFileInItsLanguage) {
    const std::string page =
        page_html({.title = "A < B", .language = Language::nl, .body = "<p>x</p>\n", .footer = "y"});
    EXPECT_TRUE(page.starts_with("<!DOCTYPE html>\n<html lang=\"nl\">"));
    EXPECT_TRUE(holds(page, "<title>A &lt; B</title>"));
    EXPECT_TRUE(holds(page, "<main>\n<p>x</p>\n<footer>y</footer>"));
    EXPECT_TRUE(holds(page, "@page { size: A4;"));
    for (const char* foreign : {"http", "<script", "<link", "@import", "url("}) EXPECT_FALSE(holds(page, foreign));
}

TEST(Page, HasNoColourThatThePaletteLacks) {
    std::set<std::string> known;
    for (int ink = 0; ink < static_cast<int>(Ink::count); ++ink)
        known.insert(hex_of(colour_of(static_cast<Ink>(ink), Theme::light)));
    const std::string sheet = page_style_sheet();
    const std::regex hex("#[0-9A-Fa-f]{6}");
    int colours = 0;
    for (std::sregex_iterator one(sheet.begin(), sheet.end(), hex), end; one != end; ++one, ++colours)
        EXPECT_EQ(known.count(one->str()), 1U) << one->str();
    EXPECT_GT(colours, 5);
}

// On paper nothing can be scrolled to: tables are shown whole, and wide ones in small letters that may break.
TEST(Page, PrintsWholeTables) {
    const std::string sheet = page_style_sheet();
    const std::size_t print = sheet.find("@media print {");
    ASSERT_NE(print, std::string::npos);
    const std::string rules = sheet.substr(print);
    EXPECT_TRUE(holds(rules, ".scrolls { overflow-x: visible; }"));
    EXPECT_TRUE(holds(rules, "thead { display: table-header-group; }")) << "the head comes again on every sheet";
    EXPECT_TRUE(std::regex_search(rules, std::regex("\\.wide th, \\.wide td \\{[^}]*hyphens: auto;")));
    EXPECT_TRUE(std::regex_search(rules, std::regex("\\.widest th, \\.widest td \\{[^}]*overflow-wrap: anywhere;")));
    const auto letters = [&rules](const std::string& tables) {
        const std::size_t at = rules.find(tables + " { font-size: ");
        return at == std::string::npos ? 0.0 : std::stod(rules.substr(at + tables.size() + 14));
    };
    EXPECT_GT(letters("  table"), letters(".wide table"));
    EXPECT_GT(letters(".wide table"), letters(".widest table"));
    EXPECT_GT(letters(".widest table"), 5);
}

TEST(Prose, EscapesAndHasATrueMinus) {
    EXPECT_EQ(prose("-3 to (-1) & re-use"), "\u22123 to (\u22121) &amp; re-use");
}

TEST(Html, LeavesOutWhatIsEmpty) {
    EXPECT_EQ(paragraph(""), "");
    EXPECT_EQ(list({}), "");
    EXPECT_EQ(paragraph("a", "note"), "<p class=\"note\">a</p>\n");
    EXPECT_EQ(heading(2, "a & b"), "<h2>a &amp; b</h2>\n");
}

TEST(Html, KeepsOptionsOfACommandWhole) {
    EXPECT_EQ(typed("a-b run 'x  y' --set q=-3 <"), "<pre>a-b run &#39;x  y&#39; <span>--set</span> q=-3 &lt;</pre>\n");
    EXPECT_NE(page_style_sheet().find("pre span, code { white-space: nowrap; }"), std::string::npos);
}

TEST(HtmlTable, ScrollsOnTheScreenAndMarksWideOnes) {
    const HtmlTable narrow{{{"Name"}, {"Value", true}}, {{"a", "1"}}};
    EXPECT_EQ(table_html(narrow),
              "<div class=\"scrolls\"><table>\n<thead><tr><th>Name</th><th class=\"number\">Value</th></tr></thead>\n"
              "<tbody>\n<tr><td>a</td><td class=\"number\">1</td></tr>\n</tbody>\n</table></div>\n");
    EXPECT_TRUE(holds(table_html({std::vector<HtmlColumn>(10, HtmlColumn{"x"}), {}}), "class=\"scrolls wide\""));
}

TEST(Columns, AreWordsWithUnits) {
    EXPECT_EQ(column_words("coverage", Language::en), "Coverage (share of all cases)");
    EXPECT_EQ(column_words("p50", Language::nl), "Mediaan");
    EXPECT_EQ(column_words("in_use", Language::en), "Algorithms in use");
    const std::string lever = column_words("ethics_committee", Language::en);
    EXPECT_TRUE(holds(lever, " (")) << lever;
    EXPECT_FALSE(holds(lever, "_")) << lever;
}

TEST(Columns, KeptNumbersAndInputsHaveNames) {
    EXPECT_EQ(kept_words("in_use.social.2029-12", Language::en), "Algorithms in use, social domain, December 2029");
    EXPECT_EQ(kept_words("in_use.physical.max", Language::nl), "Algoritmen in gebruik, fysiek domein, op zijn hoogst");
    EXPECT_EQ(kept_words("mean", Language::en), "mean");
    EXPECT_EQ(input_words("something else", Language::en), "something else");
    EXPECT_EQ(input_words("ethics_committee", Language::en), name_of("ethics_committee", Language::en));
}

}  // namespace algemeente::present

// Cells of comma-separated values.
#include "text/csv.h"

#include <gtest/gtest.h>

#include <cmath>

namespace algemeente {

namespace {

std::string number(double value, CsvDigits digits) {
    fmt::memory_buffer buffer;
    append_csv_number(value, digits, buffer);
    return fmt::to_string(buffer);
}

}  // namespace

TEST(CsvCell, is_quoted_where_a_comma_a_quote_or_a_line_break_asks_for_it) {
    EXPECT_EQ(csv_quoted("in use"), "in use");
    EXPECT_EQ(csv_quoted(""), "");
    EXPECT_EQ(csv_quoted("a,b"), "\"a,b\"");
    EXPECT_EQ(csv_quoted("say \"yes\""), "\"say \"\"yes\"\"\"");
    EXPECT_EQ(csv_quoted("two\nlines"), "\"two\nlines\"");
    EXPECT_EQ(csv_quoted("two\rlines"), "\"two\rlines\"");
}

TEST(CsvCell, of_a_number_has_seven_digits_or_all_and_is_empty_for_none) {
    EXPECT_EQ(number(1. / 3, CsvDigits::seven), "0.3333333");
    EXPECT_EQ(number(1. / 3, CsvDigits::all), "0.3333333333333333");
    EXPECT_EQ(number(12, CsvDigits::seven), "12");
    EXPECT_EQ(number(12, CsvDigits::all), "12");
    EXPECT_EQ(number(std::nan(""), CsvDigits::seven), "");
    EXPECT_EQ(number(std::nan(""), CsvDigits::all), "");
}

// Numbers get a decimal comma, words keep theirs; cells with the new separator get quotes.
TEST(ExcelCsv, separates_by_semicolons_and_marks_decimals_by_commas) {
    EXPECT_EQ(csv_for_excel("name,value,date\n\"a, b\",0.5,2021-03\nx;y,-1e-05,\n"),
              "\xEF\xBB\xBFname;value;date\n\"a, b\";0,5;2021-03\n\"x;y\";-1e-05;\n");
    EXPECT_EQ(csv_for_excel("a\n\"say \"\"1.5\"\"\"\n"),
              "\xEF\xBB\xBF"
              "a\n\"say \"\"1.5\"\"\"\n");
}

TEST(ExcelCsv, is_the_same_in_pieces_of_any_size) {
    const std::string csv = "name,value\n\"two\nlines, \"\"quoted\"\"\",1234.5\nlast,7.25";
    for (std::size_t size = 1; size < csv.size(); ++size) {
        ExcelCsv excel;
        std::string out;
        for (std::size_t at = 0; at < csv.size(); at += size) out += excel.rewritten(csv.substr(at, size));
        EXPECT_EQ(out + excel.rest(), csv_for_excel(csv)) << size;
    }
}

}  // namespace algemeente

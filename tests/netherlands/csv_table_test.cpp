#include "netherlands/csv_table.h"

#include "netherlands/real_country.h"

namespace algemeente {

namespace {

TEST(CsvTable, finds_cells_by_heading_and_keeps_commas_inside_quotes) {
    const auto file = written(fresh_folder() / "a.csv",
                              "gm_code,name,people,euro\r\n"
                              "GM0820,\"Nuenen, Gerwen en Nederwetten\",24228,-1.5\r\n"
                              "\n"
                              "GM0014,Groningen,243768,1549.1\n");
    const CsvTable table(file);
    ASSERT_EQ(table.row_count(), 2U);
    EXPECT_EQ(table.text(0, "name"), "Nuenen, Gerwen en Nederwetten");
    EXPECT_EQ(table.whole_number(1, "people"), 243768);
    EXPECT_EQ(table.number(0, "euro"), -1.5);
    EXPECT_EQ(table.municipality_key(1, "gm_code"), 14U);
}

TEST(CsvTable, says_file_line_column_and_problem_of_a_bad_cell) {
    const auto file = written(fresh_folder() / "bad.csv",
                              "gm_code,people,euro\n"
                              "GM0014,12x,\n"
                              "\n"
                              "GM14,1.5,1e999\n"
                              "GM0015,99999999999,nan\n");
    const CsvTable table(file);
    const std::string place = file.string();
    EXPECT_EQ(input_error([&] { table.number(0, "people"); }), place + ":2: people: '12x' is not a number");
    EXPECT_EQ(input_error([&] { table.number(0, "euro"); }), place + ":2: euro: empty cell");
    EXPECT_EQ(input_error([&] { table.whole_number(1, "people"); }), place + ":4: people: '1.5' is not a whole number");
    EXPECT_EQ(input_error([&] { table.number(1, "euro"); }), place + ":4: euro: '1e999' is not a number");
    EXPECT_EQ(input_error([&] { table.whole_number(2, "people"); }),
              place + ":5: people: '99999999999' is not a whole number");
    EXPECT_EQ(input_error([&] { table.number(2, "euro"); }), place + ":5: euro: 'nan' is not a number");
    EXPECT_EQ(input_error([&] { table.municipality_key(1, "gm_code"); }),
              place + ":4: gm_code: 'GM14' is not a CBS code (GM and four digits)");
}

TEST(CsvTable, names_the_nearest_column_for_an_unknown_one) {
    const auto file = written(fresh_folder() / "a.csv", "gm_code,population_2024\nGM0014,1\n");
    EXPECT_EQ(input_error([&] { CsvTable(file).number(0, "population_2023"); }),
              file.string() + ":1: population_2023: no such column; did you mean 'population_2024'?");
}

// What spreadsheets of countries with a decimal comma make of a file.
TEST(CsvTable, reads_a_byte_order_mark_semicolons_and_decimal_commas) {
    const auto folder = fresh_folder();
    const CsvTable marked(written(folder / "bom.csv", "\xEF\xBB\xBFname,value\nx,5.5\n"));
    EXPECT_EQ(marked.number(0, "value"), 5.5);
    EXPECT_EQ(marked.text(0, "name"), "x");
    const CsvTable dutch(written(folder / "dutch.csv", "\xEF\xBB\xBFname;value\n\"a;b\";5,5\nc;7.25\n"));
    EXPECT_EQ(dutch.text(0, "name"), "a;b");
    EXPECT_EQ(dutch.number(0, "value"), 5.5);
    EXPECT_EQ(dutch.number(1, "value"), 7.25);
    const CsvTable tabs(written(folder / "tabs.csv", "name\tvalue\nx\t5,5\n"));
    EXPECT_EQ(tabs.number(0, "value"), 5.5);
}

TEST(CsvTable, names_the_remedy_for_what_it_does_not_read) {
    const auto folder = fresh_folder();
    const auto comma = written(folder / "comma.csv", "name,value\nx,\"5,5\"\n");
    EXPECT_EQ(input_error([&] { CsvTable(comma).number(0, "value"); }),
              comma.string() + ":2: value: '5,5' is not a number; write 5.5, with a decimal point");
    const auto wide = written(folder / "wide.csv", "\xFF\xFEn");
    EXPECT_EQ(input_error([&] { CsvTable{wide}; }), wide.string() + ": is in UTF-16; save it as CSV in UTF-8");
    const auto twice = written(folder / "twice.csv", "name,value,name\nx,5,y\n");
    EXPECT_EQ(input_error([&] { CsvTable{twice}; }),
              twice.string() + ":1: name: this column is there twice; remove one");
}

TEST(CsvTable, rejects_files_that_are_missing_empty_ragged_or_badly_quoted) {
    const auto folder = fresh_folder();
    const auto missing = folder / "missing.csv";
    const auto empty = written(folder / "empty.csv", "");
    const auto ragged = written(folder / "ragged.csv", "a,b\n1,2\n1,2,3\n");
    const auto escaped = written(folder / "escaped.csv", "a,b\n1,\\q\n");
    EXPECT_EQ(input_error([&] { CsvTable{missing}; }), missing.string() + ": cannot be read");
    EXPECT_EQ(input_error([&] { CsvTable{empty}; }), empty.string() + ": has no heading row");
    EXPECT_EQ(input_error([&] { CsvTable{ragged}; }), ragged.string() + ":3: 3 cells where the heading row has 2");
    EXPECT_EQ(input_error([&] { CsvTable{escaped}; }),
              escaped.string() + ":2: unknown escape sequence; write \\\\ for a backslash");
}

}  // namespace

}  // namespace algemeente

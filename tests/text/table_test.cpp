// A table as CSV and as JSON.
#include "text/table.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace algemeente {

TEST(Table, as_csv_keeps_numbers_exact_and_missing_ones_empty) {
    const Table table{{"name", "value, in \"x\""}, {{"a,\"b\"", 0.1}, {"c", std::nan("")}}};
    EXPECT_EQ(table_as_csv(table), "name,\"value, in \"\"x\"\"\"\n\"a,\"\"b\"\"\",0.1\nc,\n");
    const Table third{{"x"}, {{1. / 3}}};
    EXPECT_EQ(table_as_csv(third), "x\n0.3333333333333333\n");
    EXPECT_EQ(table_as_csv(third, CsvDigits::seven), "x\n0.3333333\n");
    EXPECT_EQ(table_as_csv(Table{{"x", "y"}, {}}), "x,y\n");
}

TEST(Table, as_json_has_an_object_per_row_null_for_missing_numbers_and_whole_ones_whole) {
    const Table table{{"name", "value"}, {{"a", 0.1}, {"b", std::nan("")}, {"c", 12.0}}};
    const auto json = nlohmann::json::parse(table_as_json(table));
    ASSERT_EQ(json.size(), 3U);
    EXPECT_EQ(json[0]["name"], "a");
    EXPECT_EQ(json[0]["value"], 0.1);
    EXPECT_TRUE(json[1]["value"].is_null());
    EXPECT_TRUE(json[2]["value"].is_number_integer());
    EXPECT_EQ(table_as_json(Table{{"x"}, {}}), "[]\n");
}

}  // namespace algemeente

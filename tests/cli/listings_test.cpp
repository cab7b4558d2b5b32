// The listing commands say the same in every format.
#include "cli/run_program.h"
#include "observe/history.h"
#include "parameters/parameters.h"
#include "parameters/use_cases.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace algemeente::testing {

namespace {

const std::vector<std::string> listings = {"parameters", "outcomes", "schedule", "use-cases", "names"};

std::string listing(const std::string& command, const std::string& format) {
    const ProgramResult result = run_program({command, "--format", format});
    EXPECT_EQ(result.exit_code, 0) << command << " --format " << format << ": " << result.err;
    EXPECT_EQ(result.err, "");
    return result.out;
}

nlohmann::json json_listing(const std::string& command) {
    return nlohmann::json::parse(listing(command, "json"));
}

}  // namespace

TEST(Listings, json_lists_every_parameter_with_its_range_as_numbers) {
    const nlohmann::json rows = json_listing("parameters");
    ASSERT_EQ(rows.size(), parameter_table().size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const ParameterInfo& row = parameter_table()[i];
        EXPECT_EQ(rows[i]["name"], std::string(row.name));
        EXPECT_EQ(rows[i]["low"].get<double>(), row.low);
        EXPECT_EQ(rows[i]["standard"].get<double>(), row.standard);
        EXPECT_EQ(rows[i]["high"].get<double>(), row.high);
        EXPECT_EQ(rows[i]["source"], std::string(row.source));
    }
}

TEST(Listings, json_lists_every_outcome_of_domains_and_nation) {
    const nlohmann::json rows = json_listing("outcomes");
    ASSERT_EQ(rows.size(), domain_outcomes().size() + national_outcomes().size());
    EXPECT_EQ(rows.front()["of"], "domain");
    EXPECT_EQ(rows.front()["name"], std::string(domain_outcomes().front().name));
    EXPECT_EQ(rows.back()["of"], "nation");
    EXPECT_EQ(rows.back()["name"], std::string(national_outcomes().back().name));
}

TEST(Listings, names_are_listed_in_both_languages) {
    const nlohmann::json rows = json_listing("names");
    const auto row =
        std::find_if(rows.begin(), rows.end(), [](const auto& one) { return one["id"] == "ethics_committee"; });
    ASSERT_NE(row, rows.end());
    EXPECT_EQ((*row)["nl"], "Ethische commissie");
    EXPECT_EQ((*row)["en"], "Ethics committee");
}

TEST(Listings, json_numbers_the_month_from_one) {
    const nlohmann::json rows = json_listing("schedule");
    ASSERT_FALSE(rows.empty());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(rows[i]["order"], i + 1);
        const std::string scope = rows[i]["scope"];
        EXPECT_TRUE(scope == "nation" || scope == "municipality" || scope == "stretch") << rows[i];
        EXPECT_FALSE(rows[i]["meaning"].get<std::string>().empty());
    }
}

TEST(Listings, json_holds_every_cell_of_the_use_cases) {
    const nlohmann::json rows = json_listing("use-cases");
    ASSERT_EQ(rows.size(), use_case_count);
    for (std::size_t i = 0; i < use_case_count; ++i) {
        EXPECT_EQ(rows[i]["name"], std::string(use_case_names()[i]));
        for (const UseCaseColumn& column : use_case_columns())
            EXPECT_EQ(rows[i][std::string(column.name)].get<double>(), standard_use_cases()[i].*column.value);
    }
}

TEST(Listings, csv_begins_with_the_columns) {
    EXPECT_EQ(first_line(listing("parameters", "csv")), "name,role,unit,low,standard,high,provenance,meaning,source");
    EXPECT_EQ(first_line(listing("outcomes", "csv")), "of,name,title,unit,aggregation,meaning");
    EXPECT_EQ(first_line(listing("schedule", "csv")), "order,name,scope,equations,evidence,meaning");
    EXPECT_TRUE(listing("use-cases", "csv").starts_with("name,meaning,helping_sister,mix_social,mix_physical,"));
}

TEST(Listings, csv_quotes_texts_that_hold_a_comma) {
    const std::string csv = listing("parameters", "csv");
    EXPECT_NE(csv.find("\"E07, E24; recommendation 1\""), std::string::npos);
}

TEST(Listings, every_format_has_a_line_per_row) {
    for (const std::string& command : listings) {
        const std::size_t rows = json_listing(command).size();
        EXPECT_EQ(lines_in(listing(command, "csv")), rows + 1) << command;       // header
        EXPECT_EQ(lines_in(listing(command, "markdown")), rows + 2) << command;  // header and rule
        EXPECT_EQ(lines_in(listing(command, "table")), rows + 2) << command;     // header and rule
    }
}

TEST(Listings, markdown_is_a_table) {
    for (const std::string& command : listings) {
        const std::string markdown = listing(command, "markdown");
        EXPECT_TRUE(markdown.starts_with("| ")) << command;
        EXPECT_NE(markdown.find("\n|---"), std::string::npos) << command;
    }
}

TEST(Listings, table_is_what_you_get_without_asking) {
    EXPECT_EQ(run_program({"outcomes"}).out, listing("outcomes", "table"));
}

TEST(Listings, columns_of_use_cases_come_with_their_sources) {
    const ProgramResult result = run_program({"use-cases", "--columns", "--format", "json"});
    EXPECT_EQ(nlohmann::json::parse(result.out).size(), use_case_columns().size());
}

TEST(Listings, an_unknown_format_is_refused) {
    const ProgramResult result = run_program({"parameters", "--format", "xml"});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_EQ(result.err, "--format: 'xml' is not possible; expected one of table, csv, json, markdown\n");
    EXPECT_EQ(result.out, "");
}

TEST(Listings, for_spreadsheets_have_semicolons_and_a_byte_order_mark) {
    const ProgramResult result = run_program({"parameters", "--format", "csv", "--csv", "excel"});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_TRUE(result.out.starts_with("\xEF\xBB\xBFname;role;unit;low;standard;high;")) << first_line(result.out);
    EXPECT_NE(result.out.find(";0,05;"), std::string::npos);
    EXPECT_EQ(run_program({"parameters", "--csv", "calc"}).exit_code, 2);
}

}  // namespace algemeente::testing

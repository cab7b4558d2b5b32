// The commands that only list: what can be set, what is measured, what happens, what algorithms are used for.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "mechanisms/schedule.h"
#include "observe/history.h"
#include "output/result_file.h"
#include "parameters/parameters.h"
#include "parameters/use_cases.h"
#include "present/words/names.h"

#include <fmt/format.h>

#include <cstdio>

namespace algemeente::cli {

namespace {

constexpr std::string_view format_words[] = {"table", "csv", "json", "markdown"};  // in the order of TableFormat

void add_format(CLI::App& app, TableFormat& format) {
    app.add_option_function<std::string>(
           "--format",
           [&format](const std::string& text) {
               format = static_cast<TableFormat>(one_of("--format", text, format_words));
           },
           "table (default), csv, json or markdown")
        ->type_name("FORMAT");
    add_csv_option(app);
}

/// On a terminal lines fit its width; elsewhere a row stays on one line, for grep.
void print(const Table& table, TableFormat format) {
    const std::size_t width = is_terminal(stdout) ? terminal_width(stdout, 0) : 0;
    const std::string text = render(table, format, width);
    fmt::print("{}", format == TableFormat::csv ? in_csv_dialect(text) : text);
}

int list(const Invocation& invocation, const std::string& meaning, Table (*make_table)()) {
    TableFormat format = TableFormat::table;
    CLI::App app(meaning);
    add_format(app, format);
    if (!parse(app, invocation)) return exit_done;
    print(make_table(), format);
    return exit_done;
}

std::string_view aggregation_word(Aggregation aggregation) {
    switch (aggregation) {
        case Aggregation::total: return "total";
        case Aggregation::mean: return "mean";
        case Aggregation::share: return "share";
    }
    return "";
}

Cell text(std::string_view words) {
    return std::string(words);
}

Table parameters_table() {
    Table table{{"name", "role", "unit", "low", "standard", "high", "provenance", "meaning", "source"}, {}};
    for (const ParameterInfo& row : parameter_table())
        table.rows.push_back({text(row.name), text(role_word(row.role)), text(unit_word(row.unit)), row.low,
                              row.standard, row.high, text(provenance_word(row.provenance)), text(row.meaning),
                              text(row.source)});
    return table;
}

Table outcomes_table() {
    Table table{{"of", "name", "title", "unit", "aggregation", "meaning"}, {}};
    const auto add = [&table](std::string_view of, const OutcomeInfo& row) {
        table.rows.push_back({text(of), text(row.name), present::name_of(row.name, present::Language::en),
                              text(row.unit), text(aggregation_word(row.aggregation)), text(row.meaning)});
    };
    for (const OutcomeInfo& row : domain_outcomes()) add("domain", row);
    for (const OutcomeInfo& row : national_outcomes()) add("nation", row);
    return table;
}

Table schedule_table() {
    Table table{{"order", "name", "scope", "equations", "evidence", "meaning"}, {}};
    for (const MechanismInfo& row : schedule())
        table.rows.push_back({static_cast<double>(table.rows.size() + 1), text(row.name), text(row.scope),
                              text(row.equations), text(row.evidence), text(row.meaning)});
    return table;
}

Table use_cases_table() {
    Table table{{"name", "meaning", "helping_sister"}, {}};
    for (const UseCaseColumn& column : use_case_columns()) table.columns.emplace_back(column.name);
    for (std::size_t i = 0; i < use_case_count; ++i) {
        const UseCaseInfo& info = use_case_infos()[i];
        std::vector<Cell> row{text(info.name), text(info.meaning), text(info.helping_sister)};
        for (const UseCaseColumn& column : use_case_columns()) row.emplace_back(standard_use_cases()[i].*column.value);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table use_case_columns_table() {
    Table table{{"name", "low", "high", "meaning", "source"}, {}};
    for (const UseCaseColumn& column : use_case_columns())
        table.rows.push_back({text(column.name), column.low, column.high, text(column.meaning), text(column.source)});
    return table;
}

Table cell_grounds_table() {
    Table table{{"use_case", "column", "standard", "records", "municipalities", "found", "low", "high"}, {}};
    for (const CellGround& row : cell_grounds()) {
        const UseCase& use_case = standard_use_cases()[find_use_case(row.use_case)];
        table.rows.push_back({text(row.use_case), text(row.column), use_case.*find_use_case_column(row.column)->value,
                              static_cast<double>(row.records), static_cast<double>(row.municipalities), row.found,
                              row.low, row.high});
    }
    return table;
}

/// What pages and charts of others call the things whose ids are in the CSV files.
Table names_table() {
    Table table{{"id", "nl", "en"}, {}};
    for (const present::Name& row : present::all_names())
        table.rows.push_back({text(row.id), text(row.nl), text(row.en)});
    return table;
}

}  // namespace

int perform_names(const Invocation& invocation) {
    return list(invocation, "Lists what ids in files are called in words, in Dutch and English.", names_table);
}

int perform_parameters(const Invocation& invocation) {
    return list(invocation, "Lists every lever, assumption and setting.", parameters_table);
}

int perform_outcomes(const Invocation& invocation) {
    return list(invocation, "Lists what is measured, per domain and nationally.", outcomes_table);
}

int perform_schedule(const Invocation& invocation) {
    return list(invocation, "Lists what happens in one month, in order.", schedule_table);
}

int perform_use_cases(const Invocation& invocation) {
    TableFormat format = TableFormat::table;
    bool columns = false;
    CLI::App app("Lists the kinds of use of algorithms with their standard values.");
    add_format(app, format);
    bool grounds = false;
    app.add_flag("--columns", columns, "list instead what the columns mean, with ranges and sources");
    app.add_flag("--grounds", grounds, "list instead the cells that the public register grounds, with their priors");
    if (!parse(app, invocation)) return exit_done;
    if (grounds)
        print(cell_grounds_table(), format);
    else
        print(columns ? use_case_columns_table() : use_cases_table(), format);
    return exit_done;
}

}  // namespace algemeente::cli

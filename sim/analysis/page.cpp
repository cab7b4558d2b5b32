#include "analysis/page.h"

#include "output/report_parts.h"
#include "output/results.h"
#include "output/svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace algemeente::analysis {

namespace {

std::string reading(const Cell& cell) {
    if (const double* number = std::get_if<double>(&cell))
        return std::isnan(*number) ? "" : prose(fmt::format("{:.4g}", *number));
    return prose(std::get<std::string>(cell));
}

bool repeats_heading(const Table& table, std::size_t column) {
    const std::string& name = table.columns[column];
    if (name != "scenario" && name != "outcome" && name != "condition") return false;
    return std::all_of(table.rows.begin(), table.rows.end(),
                       [&](const std::vector<Cell>& row) { return row[column] == table.rows.front()[column]; });
}

std::string table_as_html(const Table& table) {
    constexpr std::size_t longest = 200;  // the whole table is in its file
    const std::vector<std::size_t> columns = telling_columns(table);
    const auto kind = [&table](std::size_t column) -> std::string_view {
        const bool numbers = !table.rows.empty() && std::holds_alternative<double>(table.rows.front()[column]);
        return numbers ? " class=\"number\"" : "";
    };
    std::string html = fmt::format("<h3>{}</h3>\n<table>\n<thead><tr>", prose(table.title));
    for (const std::size_t i : columns) html += fmt::format("<th{}>{}</th>", kind(i), prose(table.columns[i]));
    html += "</tr></thead>\n";
    for (std::size_t row = 0; row < std::min(longest, table.rows.size()); ++row) {
        html += "<tr>";
        for (const std::size_t i : columns) html += fmt::format("<td{}>{}</td>", kind(i), reading(table.rows[row][i]));
        html += "</tr>\n";
    }
    html += "</table>\n";
    if (table.rows.size() > longest)
        html += fmt::format("<p class=\"note\">The first {} of {} rows; all are in {}.csv.</p>\n", longest,
                            table.rows.size(), escape_markup(table.name));
    return html;
}

std::string finding_as_html(const Finding& finding) {
    std::string html = fmt::format("<h2>{}</h2>\n", prose(finding.title));
    if (!finding.drawings.empty()) {
        std::string drawings;
        for (const std::string& drawing : finding.drawings) drawings += drawing;
        html += figure(drawings, 1, prose(finding.caption));
    }
    if (!finding.sentences.empty()) {
        html += "<ul>\n";
        for (const std::string& sentence : finding.sentences) html += fmt::format("<li>{}</li>\n", prose(sentence));
        html += "</ul>\n";
    }
    for (const Table& table : finding.tables) html += table_as_html(table);
    return html;
}

}  // namespace

std::vector<std::size_t> telling_columns(const Table& table) {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (!repeats_heading(table, i)) columns.push_back(i);
    return columns;
}

std::string analysis_page(const AnalysisPage& page) {
    std::string body =
        fmt::format("<p class=\"kicker\">Algemeente. Analysis of a sweep.</p>\n<h1>{}</h1>\n", prose(page.title));
    if (!page.question.empty()) body += fmt::format("<p class=\"question\">{}</p>\n", prose(page.question));
    body += fmt::format(
        "<div class=\"purpose\">\n<p>{}</p>\n<p>Explanation and what-if exploration, not a forecast: "
        "this says what the model makes of its assumptions.</p>\n</div>\n",
        prose(page.method));
    for (const Finding& finding : page.findings) body += finding_as_html(finding);
    body += fmt::format("<h2>How to repeat this</h2>\n<pre>{}</pre>\n", escape_markup(page.command));
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n"
        "<style>{}</style>\n</head>\n<body>\n<main>\n{}<footer>Made by Algemeente {}.</footer>\n</main>\n</body>\n"
        "</html>\n",
        prose(page.title), report_style(), body, program_version());
}

std::vector<Table> joined_tables(const std::vector<Finding>& findings) {
    std::vector<Table> joined;
    for (const Finding& finding : findings) {
        for (const Table& table : finding.tables) {
            const auto same = std::find_if(joined.begin(), joined.end(),
                                           [&table](const Table& one) { return one.name == table.name; });
            if (same == joined.end())
                joined.push_back(table);
            else
                same->rows.insert(same->rows.end(), table.rows.begin(), table.rows.end());
        }
    }
    return joined;
}

}  // namespace algemeente::analysis

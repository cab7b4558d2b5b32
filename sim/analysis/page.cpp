#include "analysis/page.h"

#include "output/results.h"
#include "present/page/columns.h"
#include "present/page/html.h"
#include "present/page/page.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace algemeente::analysis {

namespace {

using present::prose;

/// Numbers short; inputs by their name, with the word that sets them below it.
std::string reading(const Cell& cell) {
    if (const double* number = std::get_if<double>(&cell))
        return std::isnan(*number) ? "" : prose(fmt::format("{:.4g}", *number));
    const std::string& id = std::get<std::string>(cell);
    const std::string words = present::input_words(id, present::Language::en);
    return words == id ? prose(id) : prose(words) + "<small>" + prose(id) + "</small>";
}

bool repeats_heading(const ResultTable& table, std::size_t column) {
    const std::string& name = table.columns[column];
    if (name != "scenario" && name != "outcome" && name != "condition") return false;
    return std::all_of(table.rows.begin(), table.rows.end(),
                       [&](const std::vector<Cell>& row) { return row[column] == table.rows.front()[column]; });
}

std::string table_as_html(const ResultTable& table) {
    constexpr std::size_t longest = 200;  // the whole table is in its file
    present::HtmlTable html;
    const std::vector<std::size_t> columns = telling_columns(table);
    for (const std::size_t i : columns) {
        const bool numbers = !table.rows.empty() && std::holds_alternative<double>(table.rows.front()[i]);
        html.columns.push_back({present::column_words(table.columns[i], present::Language::en), numbers});
    }
    for (std::size_t row = 0; row < std::min(longest, table.rows.size()); ++row) {
        html.rows.emplace_back();
        for (const std::size_t i : columns) html.rows.back().push_back(reading(table.rows[row][i]));
    }
    std::string words = present::heading(3, table.title) + present::table_html(html);
    if (table.rows.size() > longest)
        words += present::paragraph(
            fmt::format("The first {} of {} rows; all are in {}.csv.", longest, table.rows.size(), table.name), "note");
    return words;
}

std::string finding_as_html(const Finding& finding) {
    std::string html = present::heading(2, finding.title);
    std::string drawings;
    for (const std::string& drawing : finding.drawings) drawings += drawing;
    if (!drawings.empty()) html += present::figure(drawings, 1, prose(finding.caption));
    std::vector<std::string> sentences;
    for (const std::string& sentence : finding.sentences) sentences.push_back(prose(sentence));
    html += present::list(sentences);
    for (const ResultTable& table : finding.tables) html += table_as_html(table);
    return html;
}

std::string csv_cell(const Cell& cell) {
    if (const double* number = std::get_if<double>(&cell)) return std::isnan(*number) ? "" : fmt::format("{}", *number);
    const std::string& text = std::get<std::string>(cell);
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char letter : text) quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return quoted + '"';
}

}  // namespace

std::vector<std::size_t> telling_columns(const ResultTable& table) {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (!repeats_heading(table, i)) columns.push_back(i);
    return columns;
}

std::string analysis_page(const AnalysisPage& page) {
    std::string body = present::paragraph("Algemeente. Analysis of a sweep.", "kicker") +
                       present::heading(1, page.title) + present::paragraph(page.question, "question") +
                       present::panel({page.method,
                                       "Explanation and what-if exploration, not a forecast: this says what the model "
                                       "makes of its assumptions."});
    for (const Finding& finding : page.findings) body += finding_as_html(finding);
    body += present::heading(2, "How to repeat this") + present::typed(page.command);
    return present::page_html({.title = page.title,
                               .body = body,
                               .footer = present::made_by(program_version(), present::Language::en) + "."});
}

std::vector<ResultTable> joined_tables(const std::vector<Finding>& findings) {
    std::vector<ResultTable> joined;
    for (const Finding& finding : findings) {
        for (const ResultTable& table : finding.tables) {
            const auto same = std::find_if(joined.begin(), joined.end(),
                                           [&table](const ResultTable& one) { return one.name == table.name; });
            if (same == joined.end())
                joined.push_back(table);
            else
                same->rows.insert(same->rows.end(), table.rows.begin(), table.rows.end());
        }
    }
    return joined;
}

std::string table_as_csv(const ResultTable& table) {
    std::string text;
    for (std::size_t i = 0; i < table.columns.size(); ++i) text += (i == 0 ? "" : ",") + csv_cell(table.columns[i]);
    text += '\n';
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : ",") + csv_cell(row[i]);
        text += '\n';
    }
    return text;
}

std::string table_as_json(const ResultTable& table) {
    auto objects = nlohmann::ordered_json::array();
    for (const auto& row : table.rows) {
        auto object = nlohmann::ordered_json::object();
        for (std::size_t i = 0; i < row.size(); ++i) {
            const double* number = std::get_if<double>(&row[i]);
            if (number != nullptr)
                object[table.columns[i]] =
                    std::isnan(*number) ? nlohmann::ordered_json() : nlohmann::ordered_json(*number);
            else
                object[table.columns[i]] = std::get<std::string>(row[i]);
        }
        objects.push_back(std::move(object));
    }
    return objects.dump(2) + '\n';
}

}  // namespace algemeente::analysis

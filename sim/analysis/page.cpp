#include "analysis/page.h"

#include "output/results.h"
#include "present/page/columns.h"
#include "present/page/html.h"
#include "present/page/page.h"
#include "present/words/catalogue.h"
#include "present/words/names.h"
#include "present/words/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace algemeente::analysis {

namespace {

using present::prose;

/// Numbers short; inputs by their name, with the word that sets them below it.
std::string reading(const Cell& cell, present::Language language) {
    if (const double* number = std::get_if<double>(&cell))
        return std::isnan(*number) ? "" : present::number_words(*number, language, {.digits = 4});
    const std::string& id = std::get<std::string>(cell);
    const std::string words = present::input_words(id, language);
    return words == id ? prose(cell_words(id, language)) : prose(words) + "<small>" + prose(id) + "</small>";
}

bool repeats_heading(const Table& table, std::size_t column) {
    const std::string& name = table.columns[column];
    if (name != "scenario" && name != "outcome" && name != "condition") return false;
    return std::all_of(table.rows.begin(), table.rows.end(),
                       [&](const std::vector<Cell>& row) { return row[column] == table.rows.front()[column]; });
}

std::string table_as_html(const Table& table, present::Language language) {
    constexpr std::size_t longest = 200;  // the whole table is in its file
    present::HtmlTable html;
    const std::vector<std::size_t> columns = telling_columns(table);
    for (const std::size_t i : columns) {
        const bool numbers = !table.rows.empty() && std::holds_alternative<double>(table.rows.front()[i]);
        html.columns.push_back({present::column_words(table.columns[i], language), numbers});
    }
    for (std::size_t row = 0; row < std::min(longest, table.rows.size()); ++row) {
        html.rows.emplace_back();
        for (const std::size_t i : columns) html.rows.back().push_back(reading(table.rows[row][i], language));
    }
    std::string words = present::heading(3, table.title) + present::table_html(html);
    if (table.rows.size() > longest)
        words += present::paragraph(present::filled(present::text(present::Word::a_first_rows, language),
                                                    present::count_words(longest, language),
                                                    present::count_words(table.rows.size(), language), table.name),
                                    "note");
    return words;
}

std::string finding_as_html(const Finding& finding, present::Language language) {
    std::string html = present::heading(2, finding.title);
    std::string drawings;
    for (const std::string& drawing : finding.drawings) drawings += drawing;
    if (!drawings.empty()) html += present::figure(drawings, 1, prose(finding.caption));
    std::vector<std::string> sentences;
    for (const std::string& sentence : finding.sentences) sentences.push_back(prose(sentence));
    html += present::list(sentences);
    for (const Table& table : finding.tables) html += table_as_html(table, language);
    return html;
}

}  // namespace

std::vector<std::size_t> telling_columns(const Table& table) {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (!repeats_heading(table, i)) columns.push_back(i);
    return columns;
}

std::string cell_words(const std::string& cell, present::Language language) {
    const std::string id = "cell." + cell;
    return present::has_name(id) ? present::name_of(id, language) : cell;
}

std::string analysis_page(const AnalysisPage& page) {
    const auto say = [&page](present::Word word) { return std::string(present::text(word, page.language)); };
    std::string body = present::paragraph(say(present::Word::a_kicker), "kicker") + present::heading(1, page.title) +
                       present::paragraph(page.question, "question") +
                       present::panel({page.method, say(present::Word::a_purpose)});
    for (const Finding& finding : page.findings) body += finding_as_html(finding, page.language);
    body += present::heading(2, say(present::Word::r_repeat)) + present::typed(page.command);
    return present::page_html({.title = page.title,
                               .language = page.language,
                               .body = body,
                               .footer = present::made_by(program_version(), page.language) + "."});
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

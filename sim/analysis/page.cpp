#include "analysis/page.h"

#include "analysis/sweep.h"
#include "output/results.h"
#include "parameters/parameters.h"
#include "present/page/columns.h"
#include "present/page/html.h"
#include "present/page/page.h"
#include "present/words/catalogue.h"
#include "present/words/names.h"
#include "present/words/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace algemeente::analysis {

namespace {

using present::prose;

constexpr std::size_t open_rows = 12;         // of a table, before the rest is folded
constexpr std::size_t longest = 200;          // rows on a page; the whole table is in its file
constexpr std::size_t most_columns = 9;       // that fit beside each other on a page
constexpr std::size_t open_findings = 3;      // before the rest is folded
constexpr std::size_t longest_overview = 12;  // findings in the list at the top

/// Numbers short; inputs by their name, with the word that sets them below it.
std::string reading(const Cell& cell, std::string_view column, present::Language language) {
    if (const double* number = std::get_if<double>(&cell)) return prose(number_cell(*number, column, language));
    const std::string& id = std::get<std::string>(cell);
    const std::string words = present::input_words(id, language);
    return words == id ? prose(cell_words(id, language)) : prose(words) + "<small>" + prose(id) + "</small>";
}

/// Limits of the number to the left of them.
bool is_limit(std::string_view column) {
    return column == "low" || column == "high" || column == "mean_low" || column == "mean_high";
}

bool repeats_heading(const Table& table, std::size_t column) {
    const std::string& name = table.columns[column];
    if (name != "scenario" && name != "outcome" && name != "condition") return false;
    return std::all_of(table.rows.begin(), table.rows.end(),
                       [&](const std::vector<Cell>& row) { return row[column] == table.rows.front()[column]; });
}

bool is_empty(const Cell& cell) {
    const double* number = std::get_if<double>(&cell);
    return number != nullptr ? std::isnan(*number) : std::get<std::string>(cell).empty();
}

/// Remarks and counts that are the same in every row are said in a sentence above.
bool repeats_a_sentence(const Table& table, std::size_t column) {
    const std::string& name = table.columns[column];
    if ((name != "remark" && name != "replicates") || table.rows.size() < 2) return false;
    return std::all_of(table.rows.begin(), table.rows.end(),
                       [&](const std::vector<Cell>& row) { return row[column] == table.rows.front()[column]; });
}

/// How readily a column is left out where there are too many: not at all (0), inputs from the last on (1), and before
/// them the quartiles (2).
int dispensability(const std::string& column) {
    if (column == "p25" || column == "p75") return 2;
    return find_parameter(column) != nullptr || column.starts_with("use_cases.") ? 1 : 0;
}

/// Columns that a page has room for; a number and its limits take one place.
std::vector<std::size_t> columns_on_page(const Table& table) {
    std::vector<std::size_t> columns = telling_columns(table);
    std::erase_if(columns,
                  [&table](std::size_t i) { return is_empty_column(table, i) || repeats_a_sentence(table, i); });
    const auto places = [&] {
        const auto limits =
            std::count_if(columns.begin(), columns.end(), [&](std::size_t i) { return is_limit(table.columns[i]); });
        return columns.size() - static_cast<std::size_t>(limits);
    };
    while (places() > most_columns) {
        const auto most = std::max_element(columns.rbegin(), columns.rend(), [&](std::size_t one, std::size_t other) {
            return dispensability(table.columns[one]) < dispensability(table.columns[other]);
        });
        if (dispensability(table.columns[*most]) == 0) break;
        columns.erase(std::next(most).base());
    }
    return columns;
}

/// "0.31 (0.1 to 0.53)": a number with the limits beside it, where there are any.
std::string with_limits(const Table& table, std::size_t row, std::size_t column, present::Language language) {
    const std::vector<Cell>& cells = table.rows[row];
    const std::string number = reading(cells[column], table.columns[column], language);
    const bool has_limits = column + 2 < cells.size() && is_limit(table.columns[column + 1]) &&
                            is_limit(table.columns[column + 2]) && !is_empty(cells[column + 1]);
    if (!has_limits) return number;
    return number + " (" +
           present::filled(present::text(present::Word::from_to, language),
                           reading(cells[column + 1], table.columns[column + 1], language),
                           reading(cells[column + 2], table.columns[column + 2], language)) +
           ")";
}

std::string rows_as_html(const Table& table, const std::vector<std::size_t>& columns, std::size_t from, std::size_t to,
                         present::Language language) {
    present::HtmlTable html;
    for (const std::size_t i : columns) {
        if (is_limit(table.columns[i])) continue;
        const bool numbers = std::holds_alternative<double>(table.rows.front()[i]);
        html.columns.push_back({present::column_words(table.columns[i], language), numbers});
    }
    for (std::size_t row = from; row < to; ++row) {
        html.rows.emplace_back();
        for (const std::size_t i : columns)
            if (!is_limit(table.columns[i])) html.rows.back().push_back(with_limits(table, row, i, language));
    }
    return present::table_html(html);
}

std::string table_as_html(const Table& table, present::Language language) {
    if (table.rows.empty()) return {};
    const auto say = [language]<typename... Parts>(present::Word word, const Parts&... parts) {
        return present::filled(present::text(word, language), parts...);
    };
    const std::vector<std::size_t> columns = columns_on_page(table);
    const std::size_t shown = std::min(longest, table.rows.size());
    // a few rows more are not worth the folding
    const std::size_t open = shown <= open_rows + 4 ? shown : open_rows;
    std::string html = present::heading(3, table.title) + rows_as_html(table, columns, 0, open, language);
    if (open < shown)
        html += present::folded(say(present::Word::a_more_rows, present::count_words(shown - open, language)),
                                rows_as_html(table, columns, open, shown, language));
    if (table.rows.size() > longest)
        html += present::paragraph(say(present::Word::a_first_rows, present::count_words(longest, language),
                                       present::count_words(table.rows.size(), language), table.name),
                                   "note");
    const std::vector<std::size_t> all = telling_columns(table);
    const bool left_out = std::any_of(all.begin(), all.end(), [&](std::size_t i) {
        return !is_empty_column(table, i) && !repeats_a_sentence(table, i) &&
               std::find(columns.begin(), columns.end(), i) == columns.end();
    });
    if (left_out) html += present::paragraph(say(present::Word::a_more_columns, table.name), "note");
    return html;
}

/// Everything but the heading.
std::string content_as_html(const Finding& finding, present::Language language) {
    std::string html;
    std::string drawings;
    for (const std::string& drawing : finding.drawings) drawings += drawing;
    std::vector<std::string> sentences;
    for (const std::string& sentence : finding.sentences) sentences.push_back(prose(sentence));
    html += present::list(sentences);
    if (!drawings.empty()) html += present::figure(drawings, 1, prose(finding.caption));
    for (const Table& table : tables_for_people(finding)) html += table_as_html(table, language);
    return html;
}

/// What each outcome says first, in order of how far it moves, and how far that is.
std::string overview(const std::vector<const Finding*>& moving, present::Language language) {
    const auto say = [language]<typename... Parts>(present::Word word, const Parts&... parts) {
        return present::filled(present::text(word, language), parts...);
    };
    std::vector<std::string> items;
    for (const Finding* finding : moving) {
        if (items.size() == longest_overview) break;
        if (finding->sentences.empty()) continue;
        const std::string spread = present::number_words(finding->spread, language, {.percent = true});
        items.push_back("<b>" + prose(finding->title) + "</b><br>" + prose(finding->sentences.front()) + " <small>" +
                        prose(say(present::Word::a_how_far, spread)) + "</small>");
    }
    return present::heading(2, say(present::Word::a_what_moves)) + present::list(items) +
           present::paragraph(
               say(present::Word::a_how_ranked, present::number_words(least_number, language, {.digits = 2}),
                   present::number_words(least_share, language, {.digits = 2})),
               "note");
}

/// Outcomes of which the same is said, in one item.
std::vector<std::string> said_together(const std::vector<const Finding*>& findings) {
    std::vector<std::string> sentences;
    std::vector<std::string> titles;
    for (const Finding* finding : findings) {
        const std::string& sentence = finding->sentences.front();
        const auto found = std::find(sentences.begin(), sentences.end(), sentence);
        const auto place = static_cast<std::size_t>(found - sentences.begin());
        if (found == sentences.end()) {
            sentences.push_back(sentence);
            titles.push_back(finding->title);
        } else {
            titles[place] += "; " + finding->title;
        }
    }
    std::vector<std::string> items;
    for (std::size_t i = 0; i < sentences.size(); ++i) items.push_back(prose(sentences[i]) + "<br>" + prose(titles[i]));
    return items;
}

std::string findings_as_html(const std::vector<Finding>& findings, present::Language language) {
    std::vector<const Finding*> moving = in_order_for_people(findings);
    std::vector<const Finding*> still;
    if (findings.size() > 1) {
        const auto end =
            std::find_if(moving.begin(), moving.end(), [](const Finding* finding) { return finding->spread == 0; });
        still.assign(end, moving.end());
        moving.erase(end, moving.end());
    }
    std::string html;
    if (moving.size() > 1) html += overview(moving, language);
    for (std::size_t i = 0; i < std::min(open_findings, moving.size()); ++i)
        html += present::heading(2, moving[i]->title) + content_as_html(*moving[i], language);
    if (moving.size() > open_findings)
        html += present::heading(2, present::filled(present::text(present::Word::a_other_outcomes, language),
                                                    present::count_words(moving.size() - open_findings, language)));
    for (std::size_t i = open_findings; i < moving.size(); ++i)
        html += present::folded(moving[i]->title, content_as_html(*moving[i], language));
    if (!still.empty())
        html += present::heading(2, present::text(present::Word::a_nothing_moves, language)) +
                present::list(said_together(still));
    return html;
}

/// 0 for a month, 1 for the highest, 2 for the lowest value over all months, and the month.
std::pair<int, std::string> place_of(const std::string& outcome) {
    const std::string at = outcome.substr(outcome.rfind('.') + 1);
    if (at == "max") return {1, {}};
    if (at == "min") return {2, {}};
    return {0, at};
}

}  // namespace

const std::vector<Table>& tables_for_people(const Finding& finding) {
    return finding.shown.empty() ? finding.tables : finding.shown;
}

std::string number_cell(double number, std::string_view column, present::Language language) {
    if (std::isnan(number)) return {};
    constexpr double smallest = 0.0001;  // of a probability: below that only its smallness counts
    if (column == "quasi_p" && number < smallest)
        return present::filled(present::text(present::Word::a_below, language),
                               present::number_words(smallest, language, {.digits = 4}));
    return present::number_words(number, language, {.digits = 4});
}

std::vector<const Finding*> in_order_for_people(const std::vector<Finding>& findings) {
    std::vector<const Finding*> order;
    for (const Finding& finding : findings) order.push_back(&finding);
    std::stable_sort(order.begin(), order.end(), [](const Finding* one, const Finding* other) {
        if (one->spread != other->spread) return one->spread > other->spread;
        const auto [kind, month] = place_of(one->outcome);
        const auto [other_kind, other_month] = place_of(other->outcome);
        if (kind != other_kind) return kind < other_kind;
        return month > other_month;
    });
    return order;
}

bool is_empty_column(const Table& table, std::size_t column) {
    return std::all_of(table.rows.begin(), table.rows.end(),
                       [column](const std::vector<Cell>& row) { return is_empty(row[column]); });
}

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
    body += present::paragraph(page.notice) + findings_as_html(page.findings, page.language);
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
            if (table.columns.empty()) continue;  // of an outcome of which there is nothing to say
            if (same == joined.end())
                joined.push_back(table);
            else
                same->rows.insert(same->rows.end(), table.rows.begin(), table.rows.end());
        }
    }
    return joined;
}

}  // namespace algemeente::analysis

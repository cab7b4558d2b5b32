// The page of a search: what packages give and cost, which hold up, where they fall short, and others beside them.
#include "output/result_file.h"
#include "present/page/drawings.h"
#include "present/page/html.h"
#include "present/page/page.h"
#include "present/words/names.h"
#include "present/words/numbers.h"
#include "search/package_words.h"
#include "search/where_it_fails.h"
#include "search/write_search.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

namespace {

using analysis::Better;
using present::Language;
using present::prose;
using present::Word;

constexpr std::size_t most_rows = 20;     ///< packages in the table of the page; files have all
constexpr std::size_t most_failures = 5;  ///< packages of which is told where they fall short

/// What the parts of the page read.
struct Page {
    const Search& search;
    const SearchResult& result;
    Language language;

    template <typename... Parts>
    std::string say(Word word, const Parts&... parts) const {
        return present::filled(present::text(word, language), parts...);
    }
    std::string count(std::size_t number) const { return present::count_words(number, language); }
    std::string percent(double share) const { return present::number_words(share, language, {.percent = true}); }
    std::string measure(const Measure& measure, bool against_base) const {
        const std::string words = measure_words(search, measure, language);
        return against_base ? say(Word::se_against_base, words) : words;
    }
    /// In the units of its outcome.
    double value(const Result& result_of, std::size_t objective) const {
        return objective_value(search, search.objectives[objective], result_of.runs, result.base->runs);
    }
};

std::string objectives_list(const Page& page) {
    std::vector<std::string> items;
    for (const Objective& objective : page.search.objectives)
        items.push_back(prose(page.say(objective.better == Better::higher ? Word::se_more : Word::se_less,
                                       page.measure(objective.measure, objective.against_base))));
    for (const SearchLimit& limit : page.search.limits)
        items.push_back(prose(page.say(limit.at_most ? Word::se_at_most : Word::se_at_least,
                                       page.measure(limit.measure, limit.against_base),
                                       present::number_words(limit.at, page.language))));
    return present::heading(2, page.say(Word::se_objectives_head)) + present::list(items);
}

/// The first objective upwards against each of the others.
std::string pictures(const Page& page) {
    std::string drawings;
    for (std::size_t k = 1; k < page.search.objectives.size(); ++k) {
        present::ScatterChart chart;
        chart.x_title = page.measure(page.search.objectives[k].measure, page.search.objectives[k].against_base);
        chart.y_title = page.measure(page.search.objectives[0].measure, page.search.objectives[0].against_base);
        for (std::size_t i = 0; i < page.result.front.size(); ++i) {
            const Result& one = page.result.front[i];
            chart.spots.push_back({.x = page.value(one, k),
                                   .y = page.value(one, 0),
                                   .label = fmt::format("{}", one.number),
                                   .strong = i < most_failures,
                                   .beside = false});
        }
        for (const Result& other : page.result.others)
            chart.spots.push_back({.x = page.value(other, k),
                                   .y = page.value(other, 0),
                                   .label = result_words(page.search, other, page.language)});
        drawings += present::drawing(chart, {present::half_width, 320}, page.language);
    }
    return present::heading(2, page.say(Word::se_picture_head)) +
           present::figure(
               drawings, 2,
               prose(page.say(Word::se_picture_caption, page.count(static_cast<std::size_t>(page.search.fresh_runs)))));
}

std::string packages_part(const Page& page) {
    present::HtmlTable table;
    table.columns = {{page.say(Word::se_head_package), true}, {page.say(Word::se_head_words), false}};
    for (const Objective& objective : page.search.objectives)
        table.columns.push_back({page.measure(objective.measure, false), true});
    table.columns.push_back({page.say(Word::se_head_good), true});
    table.columns.push_back({page.say(Word::se_head_regret), true});
    for (const Result& one : page.result.front) {
        if (table.rows.size() == most_rows) break;
        std::vector<std::string> row{fmt::format("{}", one.number),
                                     prose(package_words(page.search, one.package, page.language))};
        for (std::size_t k = 0; k < page.search.objectives.size(); ++k)
            row.push_back(prose(change_words(page.search, k, one, *page.result.base, page.language)));
        row.push_back(page.percent(one.good_share));
        row.push_back(page.percent(one.regret));
        table.rows.push_back(std::move(row));
    }
    const std::string cut = page.result.front.size() > most_rows
                                ? present::paragraph(page.say(Word::se_first_packages, page.count(most_rows),
                                                              page.count(page.result.front.size())))
                                : "";
    return present::heading(2, page.say(Word::se_packages_head)) +
           present::paragraph(page.say(Word::se_robust_text, good_enough_words(page.search, page.language))) +
           present::table_html(table) + cut;
}

std::string ends_part(const Page& page) {
    std::vector<std::string> items;
    for (std::size_t k = 0; k < page.search.objectives.size(); ++k) {
        const auto furthest = std::min_element(page.result.front.begin(), page.result.front.end(),
                                               [k](const Result& one, const Result& other) {
                                                   return one.judged.objectives[k] < other.judged.objectives[k];
                                               });
        items.push_back(
            prose(page.say(Word::se_end_row, page.measure(page.search.objectives[k].measure, false),
                           fmt::format("{}", furthest->number),
                           page.say(Word::se_effects, package_words(page.search, furthest->package, page.language),
                                    effects_words(page.search, *furthest, *page.result.base, page.language)))));
    }
    return present::heading(2, page.say(Word::se_ends_head)) + present::list(items);
}

std::string failure_words(const Page& page, const Result& one) {
    const std::string number = fmt::format("{}", one.number);
    const Failure failure = where_it_fails(page.search, one, page.language);
    if (failure.share == 0) return page.say(Word::se_fails_never, number);
    if (failure.share == 1) return page.say(Word::se_fails_always, number);
    if (failure.box_words.empty())
        return page.say(Word::se_fails_unknown, number, page.percent(failure.share), page.count(failure.numbers));
    return page.say(Word::se_fails_where, number, page.percent(failure.share), failure.box_words,
                    page.percent(failure.density));
}

std::string failures_part(const Page& page) {
    std::vector<std::string> items;
    for (const Result& one : page.result.front) {
        if (items.size() == most_failures) break;
        items.push_back(prose(failure_words(page, one)));
    }
    return present::heading(2, page.say(Word::se_fails_head)) + present::list(items);
}

std::string others_part(const Page& page) {
    std::vector<std::string> items;
    for (const Result& other : page.result.others) {
        const std::string place = other.judged.violation > 0 ? page.say(Word::se_other_outside)
                                  : other.beaten_by >= 0
                                      ? page.say(Word::se_other_beaten, fmt::format("{}", other.beaten_by))
                                      : page.say(Word::se_other_unbeaten);
        items.push_back(prose(page.say(Word::se_other_row, result_words(page.search, other, page.language),
                                       effects_words(page.search, other, *page.result.base, page.language), place)));
    }
    return items.empty() ? "" : present::heading(2, page.say(Word::se_others_head)) + present::list(items);
}

std::string rounds_picture(const Page& page) {
    present::ScatterChart chart;
    chart.x_title = page.say(Word::se_round_axis);
    chart.y_title = page.say(Word::se_volume_axis);
    for (std::size_t i = 0; i < page.result.rounds.size(); ++i)
        chart.spots.push_back({.x = static_cast<double>(i), .y = page.result.rounds[i].volume});
    return present::figure(present::drawing(chart, {present::half_width, 240}, page.language), 1,
                           prose(page.say(Word::se_volume_caption)));
}

std::string method_part(const Page& page) {
    const Search& search = page.search;
    const std::string members =
        search.members ? page.say(Word::se_method_members,
                                  page.count(std::min(search.members->count(), static_cast<std::size_t>(search.runs))))
                       : "";
    const auto number = [&](int count) { return page.count(static_cast<std::size_t>(count)); };
    return present::heading(2, page.say(Word::se_method_head)) +
           present::paragraph(page.say(Word::se_method, page.count(page.result.rounds.size() - 1),
                                       number(search.population), number(search.runs), members,
                                       number(search.fresh_runs))) +
           rounds_picture(page);
}

std::string summary_words(const Page& page) {
    if (page.result.front.empty()) return page.say(Word::se_none);
    const auto unbeaten = std::count_if(page.result.front.begin(), page.result.front.end(),
                                        [](const Result& one) { return one.unbeaten; });
    return page.say(Word::se_front, page.count(page.result.front.size()), page.count(page.result.looked_at)) + ". " +
           page.say(Word::se_again, page.count(static_cast<std::size_t>(unbeaten)));
}

}  // namespace

void write_search_page(const Search& search, const SearchResult& result, const StudyRecord& record,
                       const std::filesystem::path& file, Language language) {
    const Page page{search, result, language};
    std::string body = present::paragraph(page.say(Word::se_kicker), "kicker") + present::heading(1, search.title) +
                       present::paragraph(search.question, "lead") +
                       present::panel({prose(summary_words(page)), prose(page.say(Word::se_purpose))}) +
                       objectives_list(page);
    if (!result.front.empty()) body += pictures(page) + packages_part(page) + ends_part(page) + failures_part(page);
    body += others_part(page) + method_part(page) + present::heading(2, page.say(Word::r_repeat)) +
            present::typed(record.command);
    write_file(file, present::page_html({.title = page.say(Word::se_page_title),
                                         .language = language,
                                         .body = body,
                                         .footer = provenance_sentence(record, language)}));
}

}  // namespace algemeente

// The picture of pattern-oriented acceptance: one page that needs nothing else.
#include "output/result_file.h"
#include "patterns/acceptance.h"
#include "present/page/columns.h"
#include "present/page/drawings.h"
#include "present/page/html.h"
#include "present/page/page.h"
#include "present/words/catalogue.h"
#include "present/words/names.h"
#include "present/words/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace algemeente {

namespace {

using present::Language;
using present::prose;
using present::Word;

constexpr double nearly_every = .95;

/// Horizontal bars on a scale from 0 to 1.
std::string bars(std::string title, std::vector<present::BarRow> rows, Language language) {
    present::IntervalBars chart;
    chart.heading.words = std::move(title);
    chart.series = {{.ink = present::Ink::social}};
    chart.rows = std::move(rows);
    chart.limits = present::Range{0, 1};
    return present::drawing(chart, present::full_width, language);
}

/// What the parts of the page read.
struct Page {
    const Acceptance& acceptance;
    Language language;

    template <typename... Parts>
    std::string say(Word word, const Parts&... parts) const {
        return present::filled(present::text(word, language), parts...);
    }
    std::string percent(double share) const { return present::number_words(share, language, {.percent = true}); }
    std::string number(double value, int decimals) const {
        return present::number_words(value, language, {.decimals = decimals});
    }
    std::string count(std::size_t number) const { return present::count_words(number, language); }
    std::string sentence(const Pattern& pattern) const { return present::name_of("pattern." + pattern.id, language); }
    /// Where in its range an assumption is in those draws.
    std::string direction_of(const Constraint& constraint) const {
        if (std::abs(constraint.mean_place - .5) < .04) return say(Word::p_elsewhere);
        return say(constraint.mean_place < .5 ? Word::lower : Word::higher);
    }
};

std::string patterns_picture(const Page& page) {
    const Acceptance& acceptance = page.acceptance;
    std::vector<present::BarRow> rows;
    const auto row = [&](std::string name, const Estimate& share, std::string words, std::string tip) {
        // what nearly every draw keeps constrains nothing and is no validation (E4, step 7)
        rows.push_back({.label = std::move(name),
                        .values = {share},
                        .words = std::move(words),
                        .tip = std::move(tip),
                        .faint = share.value >= nearly_every});
    };
    for (std::size_t i = 0; i < acceptance.patterns.size(); ++i) {
        const Pattern& pattern = acceptance.patterns[i];
        const Estimate share = acceptance.share_keeping(i);
        row(fmt::format("{} {}{}", pattern.id, class_word(pattern.pattern_class),
                        is_must(pattern) ? page.say(Word::p_must) : ""),
            share,
            page.say(Word::p_kept_against, page.percent(share.value),
                     page.percent(acceptance.share_contradicting(i).value)),
            page.sentence(pattern));
    }
    row(page.say(Word::p_every_pattern), acceptance.share_keeping_all(),
        page.percent(acceptance.share_keeping_all().value), "");
    const Estimate survivors = wilson_interval(acceptance.survivors(), acceptance.draws.size());
    row(page.say(Word::p_survives), survivors, page.percent(survivors.value), page.say(Word::p_survives_tip));
    return bars(page.say(Word::p_bars), std::move(rows), page.language);
}

std::string constraints_picture(const Page& page, const std::vector<Constraint>& constraints) {
    constexpr std::size_t most = 20;
    std::vector<present::BarRow> rows;
    for (const Constraint& constraint : constraints) {
        if (rows.size() == most) break;
        rows.push_back(
            {.label = present::input_words(constraint.name, page.language),
             .values = {bare_estimate(constraint.distance)},
             .words = fmt::format("{}, {}", page.number(constraint.distance, 2), page.direction_of(constraint)),
             .tip = page.say(Word::p_place_tip, page.number(constraint.mean_place, 2),
                             present::number_words(constraint.chance, page.language, {.digits = 2})),
             .faint = constraint.false_finds > found_rate});
    }
    return bars(page.say(Word::p_constraints_bars), std::move(rows), page.language);
}

std::string sentence_on_survivors(const Page& page, const std::vector<Constraint>& constraints) {
    if (constraints.empty()) return page.say(Word::p_too_few);
    const auto found = std::count_if(constraints.begin(), constraints.end(),
                                     [](const Constraint& one) { return one.false_finds <= found_rate; });
    if (found == 0)
        return page.say(Word::p_none_differs, page.count(constraints.size()), page.count(page.acceptance.survivors()));
    return page.say(Word::p_some_differ, page.count(static_cast<std::size_t>(found)), page.count(constraints.size()));
}

std::string pattern_constraints_table(const Page& page) {
    const Acceptance& acceptance = page.acceptance;
    constexpr std::size_t most = 4;
    present::HtmlTable table{
        {{page.say(Word::p_head_pattern)}, {page.say(Word::p_head_kept), true}, {page.say(Word::p_head_where)}}, {}};
    for (std::size_t i = 0; i < acceptance.patterns.size(); ++i) {
        const Pattern& pattern = acceptance.patterns[i];
        const double share = acceptance.share_keeping(i).value;
        std::string words;
        std::size_t shown = 0;
        for (const Constraint& constraint : constraints_of(acceptance, draws_keeping(acceptance, i))) {
            if (constraint.false_finds > found_rate || shown++ == most) break;
            words += fmt::format("{}{} ({}, {})", words.empty() ? "" : "; ",
                                 present::input_words(constraint.name, page.language), page.direction_of(constraint),
                                 page.number(constraint.distance, 2));
        }
        if (words.empty()) words = page.say(share >= nearly_every ? Word::p_nearly_every : Word::p_nothing_beyond);
        table.rows.push_back(
            {prose(fmt::format("{} {}", pattern.id, page.sentence(pattern))), page.percent(share), prose(words)});
    }
    return present::table_html(table);
}

std::string method_words(const Page& page, const StudyRecord& record) {
    const Acceptance& acceptance = page.acceptance;
    const std::size_t survivors = acceptance.survivors();
    const Estimate share = wilson_interval(survivors, acceptance.draws.size());
    return page.say(Word::p_method, page.count(acceptance.draws.size()), page.count(acceptance.dimensions.size()),
                    page.count(static_cast<std::size_t>(record.municipality_count)),
                    page.count(static_cast<std::size_t>(acceptance.replicates)), page.count(survivors),
                    page.percent(share.low), page.percent(share.high),
                    page.percent(acceptance.share_keeping_all().value),
                    page.count(acceptance.not_contradicted() - std::min(survivors, acceptance.not_contradicted())));
}

}  // namespace

void write_acceptance_page(const Acceptance& acceptance, const StudyRecord& record, const std::filesystem::path& file,
                           Language language) {
    const Page page{acceptance, language};
    const std::vector<Constraint> constraints = constraints_of(acceptance, surviving_draws(acceptance));
    std::string body = present::paragraph(page.say(Word::p_kicker), "kicker") +
                       present::heading(1, page.say(Word::p_title)) +
                       present::panel({method_words(page, record), page.say(Word::p_purpose)}) +
                       present::figure(patterns_picture(page), 1, page.say(Word::p_bars_caption)) +
                       present::heading(2, page.say(Word::p_what_survivors)) +
                       present::paragraph(sentence_on_survivors(page, constraints));
    if (!constraints.empty())
        body += present::figure(constraints_picture(page, constraints), 1, page.say(Word::p_constraints_caption));
    body += present::heading(2, page.say(Word::p_what_each)) + pattern_constraints_table(page) +
            present::heading(2, page.say(Word::r_repeat)) + present::typed(record.command);
    write_file(file, present::page_html({.title = page.say(Word::p_page_title),
                                         .language = language,
                                         .body = body,
                                         .footer = provenance_sentence(record, language)}));
}

}  // namespace algemeente

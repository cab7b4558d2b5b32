// The page of a liveness study: what moves, what does not, and why not.
#include "output/result_file.h"
#include "patterns/liveness.h"
#include "patterns/liveness_tables.h"
#include "present/page/drawings.h"
#include "present/page/html.h"
#include "present/page/page.h"
#include "present/words/catalogue.h"
#include "present/words/liveness_reasons.h"
#include "present/words/months.h"
#include "present/words/names.h"
#include "present/words/numbers.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace algemeente {

namespace {

using present::Language;
using present::prose;
using present::Word;

constexpr std::size_t open_rows = 25;  ///< of a long table, before the rest is folded

/// What the parts of the page read.
struct Page {
    const Liveness& liveness;
    Language language;

    template <typename... Parts>
    std::string say(Word word, const Parts&... parts) const {
        return present::filled(present::text(word, language), parts...);
    }
    std::string count(std::size_t number) const { return present::count_words(number, language); }
};

/// A name with, for a parameter, the id that sets it below.
std::string named(const Page& page, const LivenessThing& thing) {
    const std::string words = prose(thing_words(thing, page.language));
    return thing.kind == LivenessKind::parameter ? words + "<small>" + prose(thing.name) + "</small>" : words;
}

/// The effect on one outcome of a domain; none where it is not read.
std::optional<LivenessEffect> effect_on(const LivenessChange& change, std::string_view outcome,
                                        std::optional<Domain> domain) {
    const std::span<const LivenessReading> readings = liveness_readings();
    for (std::size_t i = 0; i < readings.size(); ++i)
        if (readings[i].outcome == outcome && readings[i].domain == domain) return change.effects[i];
    return std::nullopt;
}

/// What factors at their ceiling, and the absence of agents, do to use in both domains, in per cent.
std::string use_picture(const Page& page) {
    constexpr double errors = 2;  // on either side: about 95 %
    present::IntervalBars chart;
    chart.heading.words = page.say(Word::l_bars);
    chart.series = {{page.say(Word::social), present::Ink::social}, {page.say(Word::physical), present::Ink::physical}};
    for (const LivenessRow& row : page.liveness.rows)
        for (const LivenessChange& change : row.changes) {
            if (change.setting != "ceiling" && change.setting != "without") continue;
            present::BarRow bars{.label = fmt::format("{}: {}", thing_words(row.thing, page.language),
                                                      setting_words(row.thing, change, page.language))};
            for (const Domain domain : {Domain::social, Domain::physical}) {
                const LivenessEffect effect = effect_on(change, "in_use", domain).value_or(LivenessEffect{});
                const double middle = 100 * effect.change;
                const double reach = 100 * errors * effect.standard_error;
                bars.values.push_back({middle, middle - reach, middle + reach});
            }
            chart.rows.push_back(std::move(bars));
        }
    if (chart.rows.empty()) return {};
    return present::figure(present::drawing(chart, present::full_width, page.language), 1,
                           prose(page.say(Word::l_bars_caption)));
}

std::string effect_cell(const Page& page, const LivenessChange& change, std::string_view outcome, Domain domain) {
    const std::optional<LivenessEffect> effect = effect_on(change, outcome, domain);
    return effect ? prose(effect_words(*effect, ChangeUnit::relative, page.language)) : std::string();
}

/// Rows of factors or of agents, each setting on a line of its own.
std::string settings_table(const Page& page, LivenessKind kind) {
    constexpr std::string_view shown[] = {"in_use", "value", "harm_so_far"};  // all of them relative
    present::HtmlTable table{{{page.say(Word::l_head_what)}, {page.say(Word::l_head_setting)}}, {}};
    for (const std::string_view outcome : shown)
        for (const Domain domain : {Domain::social, Domain::physical})
            table.columns.push_back({reading_words({outcome, ChangeUnit::relative, domain}, page.language), true});
    for (const LivenessRow& row : page.liveness.rows) {
        if (row.thing.kind != kind) continue;
        for (const LivenessChange& change : row.changes) {
            std::vector<std::string> cells = {named(page, row.thing),
                                              prose(setting_words(row.thing, change, page.language))};
            for (const std::string_view outcome : shown)
                for (const Domain domain : {Domain::social, Domain::physical})
                    cells.push_back(effect_cell(page, change, outcome, domain));
            table.rows.push_back(std::move(cells));
        }
    }
    return table.rows.empty() ? std::string() : present::table_html(table);
}

std::string inert_table(const Page& page) {
    present::HtmlTable table{{{page.say(Word::l_head_what)},
                              {page.say(Word::l_head_effect), true},
                              {page.say(Word::l_head_on)},
                              {page.say(Word::l_head_reason)}},
                             {}};
    for (const std::size_t i : in_order_of_liveness(page.liveness.rows)) {
        const LivenessRow& row = page.liveness.rows[i];
        if (row.moves()) continue;
        const std::optional<LivenessPlace> place = row.largest();
        const std::string reason(present::reason_of_inert(row.thing.name, page.language));
        table.rows.push_back(
            {named(page, row.thing),
             place ? prose(effect_words(place->effect, place->reading->unit, page.language)) : std::string(),
             place ? prose(reading_words(*place->reading, page.language)) : std::string(),
             reason.empty() ? "<b>" + prose(page.say(Word::l_no_reason)) + "</b>" : prose(reason)});
    }
    if (table.rows.empty()) return present::paragraph(page.say(Word::l_none_inert));
    return present::table_html(table);
}

/// Everything that moves, the weakest first.
std::string moving_table(const Page& page) {
    const auto empty = [&] {
        return present::HtmlTable{{{page.say(Word::l_head_what)},
                                   {page.say(Word::l_head_effect), true},
                                   {page.say(Word::l_head_on)},
                                   {page.say(Word::l_head_setting)},
                                   {page.say(Word::l_head_verdict)}},
                                  {}};
    };
    present::HtmlTable open = empty();
    present::HtmlTable rest = empty();
    for (const std::size_t i : in_order_of_liveness(page.liveness.rows)) {
        const LivenessRow& row = page.liveness.rows[i];
        const std::optional<LivenessPlace> place = row.largest();
        if (!row.moves() || !place) continue;
        (open.rows.size() < open_rows ? open : rest)
            .rows.push_back({named(page, row.thing),
                             prose(effect_words(place->effect, place->reading->unit, page.language)),
                             prose(reading_words(*place->reading, page.language)),
                             prose(setting_words(row.thing, *place->change, page.language)),
                             prose(verdict_words(row, page.language))});
    }
    if (open.rows.empty()) return {};
    std::string html = present::table_html(open);
    if (!rest.rows.empty())
        html += present::folded(page.say(Word::a_more_rows, page.count(rest.rows.size())), present::table_html(rest));
    return html;
}

/// A heading with what belongs under it; nothing where there is nothing.
std::string part(const std::string& heading, const std::string& html) {
    return html.empty() ? html : present::heading(2, heading) + html;
}

}  // namespace

void write_liveness_page(const Liveness& liveness, const StudyRecord& record, const std::filesystem::path& file,
                         Language language) {
    const Page page{liveness, language};
    const std::string method = page.say(Word::l_method, page.count(static_cast<std::size_t>(record.municipality_count)),
                                        page.count(static_cast<std::size_t>(record.replicates)),
                                        present::month_words(liveness.month, language), page.count(liveness.runs));
    std::vector<std::string> sentences;
    for (const std::string& sentence : liveness_sentences(liveness, language)) sentences.push_back(prose(sentence));
    const std::string factors = settings_table(page, LivenessKind::factor);
    std::string body =
        present::paragraph(page.say(Word::l_kicker), "kicker") + present::heading(1, page.say(Word::l_title)) +
        present::panel({method, page.say(Word::l_rule), page.say(Word::l_purpose)}) + present::list(sentences) +
        use_picture(page) + part(page.say(Word::l_inert_part), inert_table(page));
    if (!factors.empty())
        body += part(page.say(Word::l_factors_part), present::paragraph(page.say(Word::l_factors_note)) + factors);
    body += part(page.say(Word::l_agents_part), settings_table(page, LivenessKind::agents)) +
            part(page.say(Word::l_moving_part), moving_table(page)) + present::heading(2, page.say(Word::r_repeat)) +
            present::typed(record.command);
    write_file(file, present::page_html({.title = page.say(Word::l_page_title),
                                         .language = language,
                                         .body = body,
                                         .footer = provenance_sentence(record, language)}));
}

}  // namespace algemeente

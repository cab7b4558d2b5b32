#include "viewer/views/handout.h"

#include "present/page/html.h"
#include "present/page/page.h"
#include "text/calendar.h"
#include "viewer/views/choose_page.h"
#include "viewer/views/shown.h"

namespace algemeente::viewer {

namespace {

constexpr float page_width = 1120;
constexpr float page_height = 764;
constexpr float drawing_height = 656;  ///< of the charts and the names of scenarios alone

/// What is shown, which effect it has and what of it is not in sight.
void add_head(Scene& scene, const ViewContext& context) {
    scene.add(Text{.at = {20, 4}, .words = outcome_words(context), .size = 22, .bold = true});
    std::string words;
    if (const auto headline = shown_headline(context)) words = headline->social + ".  " + headline->physical + ".";
    const auto differs = what_differs(context);
    const std::string several = differs && differs->several ? differs->words : std::string();
    for (const std::string& part : {several, months_words(context), hidden_words(context)})
        if (!part.empty()) words += (words.empty() ? "" : "  ") + part;
    if (!words.empty()) scene.add(Text{.at = {20, 33}, .words = words, .size = 13});
}

/// All charts of the comparison; a file of its own also says how they were made.
Scene page_scene(const ViewContext& context, bool alone) {
    const ChartStyle style{.letter = 14, .line = 2.2F, .language = context.language()};
    const CompareCharts charts = compare_charts(context);
    Scene scene;
    if (alone) add_head(scene, context);
    float x = 20;
    for (const std::size_t i : shown_slots(context)) {
        const std::string title = letter_of(i) + "  " + slot_title(context, i);
        scene.add(Marker{.at = {x + 5, 60}, .radius = 5, .shape = shape_of(i), .ink = Ink::text});
        scene.add(Text{.at = {x + 16, 52}, .words = title, .size = 14, .bold = true});
        x += rough_width(title, 15) + 50;
    }
    draw_fan(scene, {20, 84, 530, 330}, charts.social, style);
    draw_fan(scene, {570, 84, 530, 330}, charts.physical, style);
    const float width = charts.lower.size() == 1 ? 1080 : 530;
    for (std::size_t i = 0; i < charts.lower.size(); ++i)
        draw_fan(scene, {20 + static_cast<float>(i) * 550, 430, width, 220}, charts.lower[i], style);
    if (!alone) return scene;
    float y = 672;
    for (const std::string& words : {legend_words(context), footer_words(context)})
        for (const std::string& line : wrapped(words, 12, page_width - 40)) {
            scene.add(Text{.at = {20, y}, .words = line, .size = 12, .ink = Ink::soft_text});
            y += 18;
        }
    return scene;
}

std::string scenario_html(const ViewContext& context, std::size_t slot) {
    const Slot& one = context.session().slots[slot];
    std::vector<std::string> rows;
    for (const ParameterInfo& row : parameter_table()) {
        if (!is_changed(one, row.name)) continue;
        const std::string value =
            value_words(row, lever_value(one.scenario, row.name, one.decide_from), context.language());
        rows.push_back(present::prose(name_of(row.name, context.language()) + ": " + value + " (" +
                                      context.word(Word::decide_from) + " " + date_of(one.decide_from) + ")"));
    }
    return present::heading(2, letter_of(slot) + " \u2013 " + slot_title(context, slot)) +
           present::paragraph(story_of(one.scenario, context.language())) + present::list(rows);
}

/// The median, and what so many runs can show of its spread; then in how many runs it differs from A.
std::string value_cell(const ViewContext& context, std::size_t slot, std::size_t domain) {
    const Band& band = context.derived.fans.domains[slot][domain][static_cast<std::size_t>(context.view().cursor)];
    const NumberForm form = form_of(domain_outcomes()[context.outcome()]);
    const std::string range = range_words(band, context.language(), form);
    std::string cell =
        present::prose(number_words(band.p50, context.language(), form) + (range.empty() ? "" : " (" + range + ")"));
    if (slot == 0) return cell;
    const Difference difference = difference_of(context.summary->scenarios[slot], context.summary->scenarios.front(),
                                                context.view().cursor, static_cast<Domain>(domain), context.outcome());
    const std::string size =
        difference_words(difference.band.p50, domain_outcomes()[context.outcome()], context.language());
    return cell + "<small>" +
           present::prose(letter_of(slot) + " \u2212 A: " + size + ", " +
                          direction_words(difference.direction, context.over, context.language())) +
           "</small>";
}

std::string values_html(const ViewContext& context) {
    present::HtmlTable table{{{""}, {context.word(Word::social_domain)}, {context.word(Word::physical_domain)}}, {}};
    for (const std::size_t slot : shown_slots(context))
        table.rows.push_back({letter_of(slot), value_cell(context, slot, 0), value_cell(context, slot, 1)});
    std::string html = present::table_html(table);
    const std::vector<std::size_t> slots = shown_slots(context);
    if (!slots.empty() && slots.back() > 0)
        html += present::paragraph(filled(context.word(Word::readout_pairs), letter_of(slots.back())));
    return html;
}

/// The difference in words, and what of the comparison is not in sight.
std::string head_html(const ViewContext& context) {
    std::string html;
    if (const auto headline = shown_headline(context)) {
        html += present::paragraph(headline->social + ". " + headline->physical + ".");
        html += present::paragraph(upper_first(headline->about) + ".");
    }
    if (const auto differs = what_differs(context); differs && !differs->nothing)
        html += present::paragraph(differs->in_full);
    for (const std::string& words : {months_words(context), hidden_words(context)})
        if (!words.empty()) html += present::paragraph(words);
    return html;
}

std::string notes_html(const ViewContext& context) {
    std::vector<std::string> rows;
    for (const Note& note : context.session().notes)
        rows.push_back(present::prose(month_words(note.month, context.language()) + ": " + note.words));
    if (rows.empty()) return {};
    return present::heading(2, context.word(Word::handout_notes)) + present::list(rows);
}

/// What the side panel says about the scenario in front; nothing while it is covered.
std::string sentences_html(const ViewContext& context) {
    if (!covered_letters(context).empty()) return {};
    std::vector<std::string> sentences;
    for (const Sentence& sentence : context.derived.sentences)
        sentences.push_back(present::prose(sentence.words) + " <small>" + present::prose(sentence.evidence) +
                            "</small>");
    return present::heading(2, context.word(Word::sentences_title)) + present::list(sentences);
}

}  // namespace

std::string footer_words(const ViewContext& context) {
    std::string words = filled(context.word(Word::footer), context.version, std::to_string(context.session().seed),
                               context.word(Word::purpose));
    if (context.view().page == Page::choose)  // what is kept there is not of these runs
        return context.today.empty() ? words : words + " \u00B7 " + context.today;
    if (context.summary != nullptr)
        words += " \u00B7 " + filled(context.word(Word::runs_done), std::to_string(context.summary->replicates));
    if (context.session().members) words += std::string(" \u00B7 ") + context.word(Word::members_on);
    if (context.country != nullptr)
        words += " \u00B7 " + filled(context.word(Word::municipalities_words), std::to_string(context.country->size()));
    if (!context.today.empty()) words += " \u00B7 " + context.today;
    return words;
}

std::string handout_svg(const ViewContext& context) {
    if (context.view().page == Page::choose) return choose_svg(context);
    return svg_file(page_scene(context, true), page_width, page_height, Theme::light, outcome_words(context));
}

std::string handout_html(const ViewContext& context) {
    if (context.view().page == Page::choose) return choose_html(context);
    const std::string question = question_words(context);
    const std::string title = question.empty() ? outcome_words(context) : question;
    std::string body = present::heading(1, title) +
                       (question.empty() ? "" : present::paragraph(outcome_words(context))) + head_html(context) +
                       present::figure(svg_figure(page_scene(context, false), page_width, drawing_height, title), 1,
                                       present::prose(legend_words(context))) +
                       present::heading(2, when_words_first(context.view().cursor, context.language())) +
                       values_html(context) + sentences_html(context) + notes_html(context);
    for (const std::size_t slot : shown_slots(context)) body += scenario_html(context, slot);
    body += present::heading(2, context.word(Word::sources));
    for (const Word word : {Word::sources_1, Word::sources_2, Word::sources_4})
        body += present::paragraph(context.word(word));
    body += present::paragraph(certainty_legend(context.summary != nullptr ? context.summary->replicates : 0,
                                                context.language(), context.over));
    return present::page_html(
        {.title = title, .language = context.language(), .body = body, .footer = footer_words(context)});
}

}  // namespace algemeente::viewer

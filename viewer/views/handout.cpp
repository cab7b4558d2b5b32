#include "viewer/views/handout.h"

#include "text/calendar.h"

namespace algemeente::viewer {

namespace {

constexpr float page_width = 1120;
constexpr float page_height = 720;

Scene page_scene(const ViewContext& context) {
    const ChartStyle style{.letter = 14, .line = 2.2F, .language = context.language()};
    const CompareCharts charts = compare_charts(context);
    Scene scene;
    const std::string outcome = name_of(domain_outcomes()[context.outcome()].name, context.language());
    scene.add(Text{.at = {20, 16}, .words = outcome, .size = 22, .bold = true});
    float x = 20;
    for (std::size_t i = 0; i < context.session().slots.size(); ++i) {
        const std::string title =
            letter_of(i) + "  " + title_of(context.session().slots[i].scenario, context.language());
        scene.add(Marker{.at = {x + 5, 60}, .radius = 5, .shape = shape_of(i), .ink = Ink::text});
        scene.add(Text{.at = {x + 16, 52}, .words = title, .size = 14, .bold = true});
        x += rough_width(title, 15) + 50;
    }
    draw_fan_chart(scene, {20, 84, 530, 330}, charts.social, style);
    draw_fan_chart(scene, {570, 84, 530, 330}, charts.physical, style);
    const float width = charts.lower.size() == 1 ? 1080 : 530;
    for (std::size_t i = 0; i < charts.lower.size(); ++i)
        draw_fan_chart(scene, {20 + static_cast<float>(i) * 550, 430, width, 220}, charts.lower[i], style);
    const bool studying = context.view().lower == LowerChart::event;
    const std::string method = studying ? study_words(context) : context.word(Word::handout_method);
    scene.add(Text{.at = {20, 672}, .words = method, .size = 12, .ink = Ink::soft_text});
    scene.add(Text{.at = {20, 692}, .words = footer_words(context), .size = 12, .ink = Ink::soft_text});
    return scene;
}

std::string escaped(std::string_view words) {
    std::string text;
    for (const char letter : words) {
        if (letter == '&') {
            text += "&amp;";
        } else if (letter == '<') {
            text += "&lt;";
        } else {
            text += letter;
        }
    }
    return text;
}

std::string scenario_html(const ViewContext& context, std::size_t slot) {
    const Slot& one = context.session().slots[slot];
    const std::string_view story = in_language(context.language(), story_nl(one.scenario.name), one.scenario.story);
    std::string html = "<h2>" + letter_of(slot) + " \u2013 " + escaped(title_of(one.scenario, context.language())) +
                       "</h2>\n<p>" + escaped(story) + "</p>\n";
    std::string rows;
    for (const ParameterInfo& row : parameter_table()) {
        if (!is_changed(one, row.name)) continue;
        const std::string value =
            number_words(lever_value(one.scenario, row.name, one.decide_from), context.language());
        rows += "<li>" + escaped(name_of(row.name, context.language())) + ": " + value + " (" +
                std::string(context.word(Word::decide_from)) + " " + date_of(one.decide_from) + ")</li>\n";
    }
    if (!rows.empty()) html += "<ul>\n" + rows + "</ul>\n";
    return html;
}

std::string values_html(const ViewContext& context) {
    std::string html = "<table><tr><th></th><th>" + std::string(context.word(Word::social_domain)) + "</th><th>" +
                       context.word(Word::physical_domain) + "</th></tr>\n";
    const auto at = static_cast<std::size_t>(context.view().cursor);
    const NumberForm form = form_of(domain_outcomes()[context.outcome()]);
    for (std::size_t slot = 0; slot < context.derived.fans.domains.size(); ++slot) {
        html += "<tr><th>" + letter_of(slot) + "</th>";
        for (std::size_t d = 0; d < domain_count; ++d) {
            const FanPoint& point = context.derived.fans.domains[slot][d][at];
            html += "<td>" + number_words(point.p50, context.language(), form) + " (" +
                    number_words(point.p05, context.language(), form) + " \u2013 " +
                    number_words(point.p95, context.language(), form) + ")";
            if (slot > 0) {
                const Direction direction =
                    direction_of(context.summary->scenarios[slot], context.summary->scenarios.front(),
                                 static_cast<Domain>(d), context.outcome(), context.view().cursor);
                html += "<br>" + share_words(direction, context.language());
            }
            html += "</td>";
        }
        html += "</tr>\n";
    }
    return html + "</table>\n";
}

}  // namespace

std::string footer_words(const ViewContext& context) {
    std::string words = filled(context.word(Word::footer), context.version, std::to_string(context.session().seed),
                               context.word(Word::purpose));
    if (context.summary != nullptr)
        words += " \u00B7 " + filled(context.word(Word::runs_done), std::to_string(context.summary->replicates));
    if (context.country != nullptr)
        words += " \u00B7 " + filled(context.word(Word::municipalities_words), std::to_string(context.country->size()));
    if (!context.today.empty()) words += " \u00B7 " + context.today;
    return words;
}

std::string handout_svg(const ViewContext& context) {
    return to_svg(page_scene(context), page_width, page_height, Theme::light,
                  name_of(domain_outcomes()[context.outcome()].name, context.language()));
}

std::string handout_html(const ViewContext& context) {
    const std::string title = name_of(domain_outcomes()[context.outcome()].name, context.language());
    std::string html = "<!doctype html>\n<html lang=\"" + std::string(language_code(context.language())) +
                       "\">\n<meta charset=\"utf-8\">\n<title>" + escaped(title) +
                       "</title>\n<style>body{font:17px/1.5 Inter,'DejaVu Sans',sans-serif;max-width:70rem;margin:2rem "
                       "auto;padding:0 1rem;color:#1F2328}svg{width:100%;height:auto}td,th{padding:.3rem "
                       "1rem;text-align:left;vertical-align:top}</style>\n<h1>" +
                       escaped(title) + "</h1>\n" + handout_svg(context);
    html += "<h2>" + filled(context.word(Word::at_month), month_words(context.view().cursor, context.language())) +
            "</h2>\n" + values_html(context);
    html += std::string("<h2>") + context.word(Word::sentences_title) + "</h2>\n<ul>\n";
    for (const Sentence& sentence : context.derived.sentences)
        html += "<li>" + escaped(sentence.words) + " <small>" + escaped(sentence.evidence) + "</small></li>\n";
    html += "</ul>\n";
    for (std::size_t i = 0; i < context.session().slots.size(); ++i) html += scenario_html(context, i);
    html += std::string("<h2>") + context.word(Word::sources) + "</h2>\n";
    for (const Word word : {Word::sources_1, Word::sources_2, Word::sources_4, Word::handout_method})
        html += "<p>" + escaped(context.word(word)) + "</p>\n";
    return html + "<p><small>" + escaped(footer_words(context)) + "</small></p>\n</html>\n";
}

}  // namespace algemeente::viewer

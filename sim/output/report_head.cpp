#include "output/report_parts.h"
#include "present/words/late.h"
#include "text/markup.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

namespace {

std::string paragraph(std::string_view css_class, const std::string& text) {
    if (text.empty()) return {};
    return fmt::format("<p class=\"{}\">{}</p>\n", css_class, prose(text));
}

std::string title(const ReportInput& input, std::size_t position) {
    return prose(present::title_of(input.scenario(position), input.language()));
}

/// The title; of a comparison, what is compared with what.
std::string heading(const ReportInput& input) {
    const std::size_t scenarios = input.scenarios().size();
    if (scenarios == 1) return fmt::format("<h1>{}</h1>\n", title(input, 0));
    std::string others = title(input, 1);
    constexpr std::size_t longest = 4;  // more titles make a paragraph, not a heading
    for (std::size_t other = 2; other < std::min(longest, scenarios); ++other) others += ", " + title(input, other);
    if (scenarios > longest)
        others = input.fill(Word::r_scenarios, present::count_words(scenarios - 1, input.language()));
    return fmt::format("<h1>{}</h1>\n<p class=\"against\">{}</p>\n", others,
                       input.fill(Word::r_compared_with, title(input, 0)));
}

/// What a scenario without a story of its own starts from: "Based on: Ethics committee."; nothing for others.
std::string base_words(const ReportInput& input, std::size_t position) {
    const Scenario& scenario = input.scenario(position);
    constexpr std::size_t with_base = 2;  // files: its own first
    if (!scenario.story.empty() || scenario.files.size() < with_base) return {};
    const std::string base = scenario.files[1].stem().string();
    return input.fill(Word::r_based_on, present::has_name(base) ? input.name(base) : base);
}

/// One scenario tells its story at length, several in a list.
std::string stories(const ReportInput& input) {
    const auto question = [&](std::size_t position) {
        return present::question_of(input.scenario(position), input.language());
    };
    const auto story = [&](std::size_t position) {
        return present::story_of(input.scenario(position), input.language());
    };
    if (!input.compares())
        return paragraph("question", question(0)) + paragraph("story", story(0)) +
               paragraph("story", base_words(input, 0));
    std::string html = "<ul class=\"scenarios\">\n";
    for (std::size_t position = 0; position < input.scenarios().size(); ++position) {
        html += fmt::format("<li><b>{}</b> {} <i>{}</i> {}</li>\n", scenario_chip(input, position),
                            position == 0 ? input.say(Word::r_baseline) : "", prose(question(position)),
                            prose(story(position) + base_words(input, position)));
    }
    return html + "</ul>\n";
}

/// What a scenario names and the run never reaches: without it "unchanged" would mislead.
std::string late_parts(const ReportInput& input) {
    std::string html;
    for (std::size_t position = 0; position < input.scenarios().size(); ++position)
        for (const std::string& sentence : present::late_sentences(input.scenario(position), input.language()))
            html +=
                fmt::format("<p>{} <strong>{}</strong></p>\n", scenario_chip(input, position), escape_markup(sentence));
    return html;
}

std::string purpose(const ReportInput& input) {
    const auto replicates = static_cast<std::size_t>(input.replicates());
    const std::string spread = replicates == 1
                                   ? std::string(input.say(Word::r_one_run))
                                   : input.fill(Word::r_many_runs, present::count_words(replicates, input.language()));
    const auto& members = input.ensemble.options.members;
    const std::string assumptions =
        members ? fmt::format("<p>{}</p>\n",
                              input.fill(Word::cal_report, present::count_words(members->count(), input.language())))
                : "";
    const std::string cancelled =
        input.ensemble.cancelled ? fmt::format("<p>{}</p>\n", input.say(Word::r_cancelled)) : "";
    return fmt::format("<div class=\"purpose\">\n<p>{}</p>\n<p>{}</p>\n{}{}{}</div>\n", input.say(Word::r_purpose),
                       spread, assumptions, cancelled, late_parts(input));
}

}  // namespace

std::string report_head(const ReportInput& input) {
    return fmt::format("<p class=\"kicker\">{}</p>\n{}{}{}",
                       input.fill(Word::r_kicker, present::upper_first(present::month_words(0, input.language())),
                                  present::month_words(input.last_month(), input.language())),
                       heading(input), stories(input), purpose(input));
}

}  // namespace algemeente

// What it means, in four sentences a scenario, and what it does not mean.
#include "output/report_parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

namespace {

constexpr std::string_view table_outcomes[] = {"in_use", "pipeline", "value", "reach_share", "adopters_share"};

std::vector<present::Told> told(const ReportInput& input) {
    std::vector<present::Told> scenarios;
    for (const ScenarioResult& result : input.scenarios())
        scenarios.push_back(present::told_of(result, result.scenario, input.ensemble.country.size(), input.over()));
    return scenarios;
}

std::string sentence_list(const ReportInput& input, const std::vector<present::Told>& scenarios, std::size_t position) {
    std::string html = "<ol class=\"meaning\">\n";
    for (const present::Sentence& sentence :
         present::sentences_of(scenarios, position, input.last_month(), input.language())) {
        html += fmt::format("<li>{}", prose(sentence.words));
        if (!sentence.evidence.empty())
            html += fmt::format(" <small>({})</small>", prose(input.fill(Word::r_evidence, sentence.evidence)));
        html += "</li>\n";
    }
    return html + "</ol>\n";
}

std::string card(const ReportInput& input, Domain domain, std::size_t in_use) {
    const present::Band band = present::band_of(input.runs(0), input.last_month(), domain, in_use);
    const std::string range = present::range_words(band, input.language(), {});
    return fmt::format(
        "<div class=\"card of-{}\"><span class=\"name\">{}</span><b>{}</b><span>{}</span>{}</div>\n",
        domain_word(domain), present::upper_first(std::string(present::domain_words(domain, input.language()))),
        input.number(band.p50), input.fill(Word::r_card_use, present::when_words(input.last_month(), input.language())),
        range.empty() ? ""
                      : fmt::format("<span>{}: {}</span>", present::range_name(band.count, input.language()), range));
}

std::string cards(const ReportInput& input, std::size_t in_use) {
    const present::Direction ahead = present::gap_of(input.runs(0), input.last_month(), in_use).direction;
    const auto counted = [&](int count) {
        return present::count_words(static_cast<std::size_t>(count), input.language());
    };
    return fmt::format(
        "<div class=\"cards\">\n{}{}<div class=\"card\"><span class=\"name\">{}</span><b>{}</b>"
        "<span>{}</span></div>\n</div>\n",
        card(input, Domain::social, in_use), card(input, Domain::physical, in_use), input.say(Word::r_card_ahead),
        input.fill(Word::r_card_of, counted(ahead.higher), counted(ahead.count)),
        input.fill(Word::r_card_runs, present::when_words(input.last_month(), input.language())));
}

std::string table_row(const ReportInput& input, std::size_t position, Domain domain) {
    std::string html = "<tr>";
    if (input.compares() && domain == Domain::social)
        html += fmt::format("<td class=\"scenario\" rowspan=\"2\">{}</td>", scenario_chip(input, position));
    html +=
        fmt::format("<td class=\"{}\">{}</td>", domain_word(domain), present::domain_short(domain, input.language()));
    for (const std::string_view name : table_outcomes) {
        const auto outcome = domain_outcome(name);
        if (!outcome) continue;
        const present::Band band = present::band_of(input.runs(position), input.last_month(), domain, *outcome);
        const NumberForm form = present::form_of(domain_outcomes()[*outcome]);
        const std::string range = present::range_words(band, input.language(), form);
        html += fmt::format("<td class=\"number\">{}{}</td>", input.number(band.p50, form),
                            range.empty() ? "" : fmt::format("<small>{}</small>", range));
    }
    return html + "</tr>\n";
}

std::string end_table(const ReportInput& input) {
    std::string html = "<table class=\"ends\">\n<thead><tr>";
    if (input.compares()) html += fmt::format("<th>{}</th>", input.say(Word::r_scenario));
    html += fmt::format("<th>{}</th>", input.say(Word::r_domain));
    for (const std::string_view name : table_outcomes)
        if (domain_outcome(name)) html += fmt::format("<th class=\"number\">{}</th>", input.name(name));
    html += "</tr></thead>\n<tbody>\n";
    for (std::size_t position = 0; position < input.scenarios().size(); ++position)
        for (const Domain domain : {Domain::social, Domain::physical}) html += table_row(input, position, domain);
    html += "</tbody>\n</table>\n";
    const std::string when = present::when_words_first(input.last_month(), input.language());
    const std::string municipalities = present::count_words(input.ensemble.country.size(), input.language());
    const std::string range = present::range_name(input.replicates(), input.language());
    return html + fmt::format("<p class=\"note\">{}</p>\n",
                              input.replicates() == 1 ? input.fill(Word::r_end_note_one, when, municipalities)
                              : range.empty()         ? input.fill(Word::r_end_note_bare, when, municipalities)
                                                      : input.fill(Word::r_end_note, when, range, municipalities));
}

}  // namespace

std::string meaning_section(const ReportInput& input) {
    const auto in_use = domain_outcome("in_use");
    if (!in_use) return {};
    const std::vector<present::Told> scenarios = told(input);
    std::string html = section_heading(input, Word::r_means);
    for (std::size_t position = input.compares() ? 1 : 0; position < scenarios.size(); ++position) {
        if (scenarios.size() > 2) html += fmt::format("<h3>{}</h3>\n", scenario_chip(input, position));
        html += sentence_list(input, scenarios, position);
    }
    html += fmt::format("<p class=\"note\">{} {} {}</p>\n",
                        input.say(input.replicates() == 1 ? Word::r_means_one_run : Word::r_means_medians),
                        input.compares() ? input.say(Word::r_means_note) : "",
                        present::certainty_legend(input.replicates(), input.language(), input.over()));
    if (!input.compares()) html += cards(input, *in_use);
    return html + end_table(input);
}

std::string no_meaning_section(const ReportInput& input) {
    const auto assumed = std::count_if(parameter_table().begin(), parameter_table().end(),
                                       [](const ParameterInfo& row) { return row.provenance == Provenance::assumed; });
    const auto counted = [&](auto count) {
        return present::count_words(static_cast<std::size_t>(count), input.language());
    };
    std::string html = section_heading(input, Word::r_not_means) + "<ol class=\"meaning\">\n";
    html += fmt::format("<li>{}</li>\n<li>{}</li>\n", input.say(Word::r_not_forecast),
                        input.fill(Word::r_not_assumptions, counted(parameter_table().size()), counted(assumed)));
    if (input.compares()) html += fmt::format("<li>{}</li>\n", input.say(Word::r_not_effect));
    return html + fmt::format("<li>{}</li>\n</ol>\n", input.say(Word::r_not_better));
}

}  // namespace algemeente

#include "output/report_parts.h"
#include "output/words.h"

#include <fmt/format.h>

namespace algemeente {

namespace {

constexpr std::string_view table_outcomes[] = {"in_use", "pipeline", "value", "reach_share", "adopters_share"};

std::string range_words(const Band& band, NumberStyle style) {
    return fmt::format("{} to {}", reading_number(band.p05, style), reading_number(band.p95, style));
}

/// The sentence an alderman would quote.
std::string key_sentence(const ReportInput& input, const ScenarioResult& result, std::size_t in_use) {
    const int last = input.last_month();
    const Band social = band_of(result, last, Domain::social, in_use);
    const Band physical = band_of(result, last, Domain::physical, in_use);
    const std::size_t municipalities = input.ensemble.country.size();
    return fmt::format(
        "At {} the <span class=\"physical\">physical domain</span> has a median of {} algorithms in use in the {} "
        "{}, the <span class=\"social\">social domain</span> {}; in {} of {} replicates the physical domain is "
        "ahead.",
        moment_words(last), reading_number(physical.p50), municipalities,
        municipalities == 1 ? "municipality" : "municipalities", reading_number(social.p50),
        replicates_with_physical_ahead(result, last, in_use), result.replicates.size());
}

std::string card(Domain domain, const Band& band, int month) {
    return fmt::format(
        "<div class=\"card of-{}\"><span class=\"name\">{} domain</span><b>{}</b><span>algorithms in use at {}</span>"
        "<span>9 of 10 replicates: {}</span></div>\n",
        domain_word(domain), domain == Domain::social ? "Social" : "Physical", reading_number(band.p50),
        moment_words(month), range_words(band, NumberStyle::plain));
}

std::string cards(const ReportInput& input, const ScenarioResult& result, std::size_t in_use) {
    const int last = input.last_month();
    const int ahead = replicates_with_physical_ahead(result, last, in_use);
    return "<div class=\"cards\">\n" + card(Domain::social, band_of(result, last, Domain::social, in_use), last) +
           card(Domain::physical, band_of(result, last, Domain::physical, in_use), last) +
           fmt::format(
               "<div class=\"card\"><span class=\"name\">Physical ahead of social</span><b>{} of "
               "{}</b><span>replicates, "
               "at {}</span></div>\n</div>\n",
               ahead, result.replicates.size(), moment_words(last));
}

/// "social domain: fewer, robust: lower in 61 of 64 replicates, median -12 ...".
std::string difference_sentence(const ReportInput& input, std::size_t position, Domain domain, std::size_t in_use) {
    const int last = input.last_month();
    const ScenarioResult& baseline = input.scenarios().front();
    const Difference difference = difference_of(input.scenarios()[position], baseline, last, domain, in_use);
    const Certainty certainty = certainty_of(difference);
    std::string words = direction_words(difference) + " replicates";
    if (certainty != Certainty::unchanged) {
        const double before = band_of(baseline, last, domain, in_use).p50;
        words += "; " + size_words(difference, before, NumberStyle::plain);
    }
    return fmt::format("<span class=\"{0}\">{0} domain</span> <span class=\"word {1}\">{1}</span> {2}.",
                       domain_word(domain), certainty_word(certainty), prose(words));
}

std::string difference_list(const ReportInput& input, std::size_t in_use) {
    std::string html = fmt::format(
        "<p>Compared with {}, replicate by replicate on the same luck, the number of algorithms in use at {} "
        "is:</p>\n<ul class=\"scenarios\">\n",
        scenario_chip(input, 0), moment_words(input.last_month()));
    for (std::size_t position = 1; position < input.scenarios().size(); ++position) {
        html += fmt::format("<li><b>{}</b><br>{}<br>{}</li>\n", scenario_chip(input, position),
                            difference_sentence(input, position, Domain::social, in_use),
                            difference_sentence(input, position, Domain::physical, in_use));
    }
    return html + "</ul>\n";
}

std::string table_row(const ReportInput& input, std::size_t position, Domain domain) {
    std::string html = "<tr>";
    if (input.compares() && domain == Domain::social) {
        html += fmt::format("<td class=\"scenario\" rowspan=\"2\">{}</td>", scenario_chip(input, position));
    }
    html += fmt::format("<td class=\"{0}\">{0}</td>", domain_word(domain));
    for (const std::string_view name : table_outcomes) {
        const auto outcome = domain_outcome(name);
        if (!outcome) continue;
        const Band band = band_of(input.scenarios()[position], input.last_month(), domain, *outcome);
        if (band.replicates == 0) {
            html += "<td class=\"number\">none</td>";
            continue;
        }
        const NumberStyle style = style_of(domain_outcomes()[*outcome]);
        html += fmt::format("<td class=\"number\">{}<small>{}</small></td>", prose(reading_number(band.p50, style)),
                            prose(range_words(band, style)));
    }
    return html + "</tr>\n";
}

std::string end_table(const ReportInput& input) {
    std::string html = "<table class=\"ends\">\n<thead><tr>";
    if (input.compares()) html += "<th>Scenario</th>";
    html += "<th>Domain</th>";
    for (const std::string_view name : table_outcomes) {
        if (domain_outcome(name)) html += fmt::format("<th class=\"number\">{}</th>", outcome_title(name));
    }
    html += "</tr></thead>\n<tbody>\n";
    for (std::size_t position = 0; position < input.scenarios().size(); ++position) {
        for (const Domain domain : {Domain::social, Domain::physical}) html += table_row(input, position, domain);
    }
    html += "</tbody>\n</table>\n";
    return html + fmt::format(
                      "<p class=\"note\">At {}: median, and below it the range that holds 9 of 10 "
                      "replicates. Numbers and value are totals over the municipalities simulated.</p>\n",
                      moment_words(input.last_month()));
}

}  // namespace

std::string summary_section(const ReportInput& input) {
    const auto in_use = domain_outcome("in_use");
    if (!in_use) return {};
    const ScenarioResult& first = input.scenarios().front();
    std::string html = "<h2>In short</h2>\n<p>";
    if (input.compares()) html += scenario_chip(input, 0) + ". ";
    html += key_sentence(input, first, *in_use) + "</p>\n";
    html += input.compares() ? difference_list(input, *in_use) : cards(input, first, *in_use);
    return html + end_table(input);
}

}  // namespace algemeente

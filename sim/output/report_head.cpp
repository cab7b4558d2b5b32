#include "output/report_parts.h"
#include "output/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

namespace {

std::string paragraph(std::string_view css_class, const std::string& text) {
    if (text.empty()) return {};
    return fmt::format("<p class=\"{}\">{}</p>\n", css_class, prose(text));
}

/// The title; of a comparison, what is compared with what.
std::string heading(const ReportInput& input) {
    const std::vector<ScenarioResult>& scenarios = input.scenarios();
    const std::string baseline = prose(scenario_title(scenarios.front().scenario));
    if (scenarios.size() == 1) return fmt::format("<h1>{}</h1>\n", baseline);
    std::string others = prose(scenario_title(scenarios[1].scenario));
    constexpr std::size_t longest = 4;  // more titles make a paragraph, not a heading
    for (std::size_t other = 2; other < std::min(longest, scenarios.size()); ++other) {
        others += ", " + prose(scenario_title(scenarios[other].scenario));
    }
    if (scenarios.size() > longest) others = fmt::format("{} scenarios", scenarios.size() - 1);
    return fmt::format("<h1>{}</h1>\n<p class=\"against\">compared with: {}</p>\n", others, baseline);
}

/// One scenario tells its story at length, several in a list.
std::string stories(const ReportInput& input) {
    if (!input.compares()) {
        const Scenario& scenario = input.scenarios().front().scenario;
        return paragraph("question", scenario.question) + paragraph("story", scenario.story);
    }
    std::string html = "<ul class=\"scenarios\">\n";
    for (std::size_t position = 0; position < input.scenarios().size(); ++position) {
        const Scenario& scenario = input.scenarios()[position].scenario;
        html += fmt::format("<li><b>{}</b>{} <i>{}</i> {}</li>\n", scenario_chip(input, position),
                            position == 0 ? " (the baseline)." : ".", prose(scenario.question), prose(scenario.story));
    }
    return html + "</ul>\n";
}

std::string purpose(const ReportInput& input) {
    const int replicates = input.ensemble.finished_replicates;
    const std::string spread =
        replicates == 1 ? "One replicate, with one course of luck, is shown: it says nothing about spread."
                        : fmt::format(
                              "{} replicates with different luck are shown. Their spread is luck only; that the "
                              "assumptions themselves are uncertain comes on top of it.",
                              replicates);
    const std::string cancelled =
        input.ensemble.cancelled ? "<p><strong>This run was stopped early.</strong> What was finished is shown.</p>\n"
                                 : "";
    return fmt::format(
        "<div class=\"purpose\">\n<p><strong>Explanation and what-if exploration, not a forecast.</strong> The model "
        "asks "
        "whether mechanisms named in a study of Dutch municipalities, acting together, suffice to bring about the "
        "differences and similarities that the study reports, and how measures would shift both domains. It predicts "
        "no "
        "real municipality.</p>\n<p>{}</p>\n{}</div>\n",
        spread, cancelled);
}

}  // namespace

std::string report_head(const ReportInput& input) {
    return fmt::format(
        "<p class=\"kicker\">Algemeente. Adoption of algorithms by Dutch municipalities, social against physical "
        "domain. {} to {}.</p>\n{}{}{}",
        month_words(0), month_words(input.last_month()), heading(input), stories(input), purpose(input));
}

}  // namespace algemeente

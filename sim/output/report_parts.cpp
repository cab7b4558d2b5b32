#include "output/report_parts.h"

#include "output/palette.h"
#include "output/svg.h"
#include "output/words.h"
#include "text/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace algemeente {

namespace {

void add_calendar(std::vector<Mark>& marks, int months) {
    for (int month = 0; month < months; ++month) {
        if (is_election(month)) marks.push_back({month, 0, "election", MarkKind::calendar});
        if (month == gdpr_applies_from) marks.push_back({month, 0, "GDPR", MarkKind::calendar});
    }
}

void add_shocks(std::vector<Mark>& marks, const Scenario& scenario, int months) {
    if (scenario.parameters.media_shock_scale == 0) return;
    for (const Shock& shock : scenario.shocks) {
        if (shock.from_month >= months || shock.stories_per_month == 0) continue;
        marks.push_back({shock.from_month, std::max(1, shock.months),
                         fmt::format("{} stories", frame_name(shock.frame)), MarkKind::shock});
    }
}

/// The last word of "use_cases.NAME.COLUMN", or the parameter's name.
std::string short_lever(const std::string& lever) {
    const std::size_t dot = lever.rfind('.');
    std::string words = spaced(dot == std::string::npos ? lever : lever.substr(dot + 1));
    constexpr std::size_t longest = 30;
    if (words.size() > longest) words = words.substr(0, longest - 2) + "..";
    return words;
}

/// Changes of one month share a mark, or the names would cover each other.
void add_changes(std::vector<Mark>& marks, const Scenario& scenario, int months) {
    std::map<int, std::vector<std::string>> by_month;
    for (const DatedChange& change : scenario.changes) {
        if (change.from_month < months) by_month[change.from_month].push_back(short_lever(change.lever));
        const bool ends = change.until_month >= 0 && change.until_month < months;
        if (ends) by_month[change.until_month].push_back("end of " + short_lever(change.lever));
    }
    for (const auto& [month, names] : by_month) {
        std::string label = names.size() == 1 ? names.front() : fmt::format("{} levers", names.size());
        marks.push_back({month, 0, std::move(label), MarkKind::change});
    }
}

}  // namespace

std::optional<std::size_t> domain_outcome(std::string_view name) {
    return is_domain_outcome(name) ? std::optional(find_domain_outcome(name)) : std::nullopt;
}

std::optional<std::size_t> national_outcome(std::string_view name) {
    return is_national_outcome(name) ? std::optional(find_national_outcome(name)) : std::nullopt;
}

std::vector<Mark> marks_of(const Scenario& scenario, int months) {
    std::vector<Mark> marks;
    // what people decided gets its label first, the calendar last
    add_changes(marks, scenario, months);
    add_shocks(marks, scenario, months);
    add_calendar(marks, months);
    std::stable_sort(marks.begin(), marks.end(),
                     [](const Mark& one, const Mark& other) { return one.month < other.month; });
    return marks;
}

int stride_of(const ReportInput& input) {
    constexpr int drawn_months = 500;  // scenarios times months that give a page of about a megabyte
    return 1 + input.months * static_cast<int>(input.scenarios().size()) / drawn_months;
}

TimeLine domain_line(Domain domain, Fan fan, std::string label) {
    TimeLine line;
    line.label = std::move(label);
    line.colour = domain_colour(domain);
    line.ink = domain_ink(domain);
    line.fan = std::move(fan);
    return line;
}

std::string scenario_chip(const ReportInput& input, std::size_t position) {
    return fmt::format("<span class=\"chip\">{}</span> {}", scenario_letter(position),
                       prose(scenario_title(input.scenarios()[position].scenario)));
}

std::string figure(std::string_view drawings, int columns, std::string_view caption) {
    return fmt::format("<figure>\n<div class=\"columns-{}\">\n{}</div>\n<figcaption>{}</figcaption>\n</figure>\n",
                       columns, drawings, caption);
}

std::string band_caption(int replicates) {
    if (replicates == 1) return "One replicate only: the line shows one possible course, without its spread.";
    std::string caption = fmt::format(
        "Line: median of {} replicates. Dark band: the middle half of them. Light band: 9 of 10 replicates fall "
        "inside, "
        "1 of 10 does not.",
        replicates);
    if (replicates < 20) caption += " With so few replicates the edges of the bands are rough.";
    return caption;
}

std::string prose(std::string_view text) {
    std::string marked;
    for (std::size_t place = 0; place < text.size(); ++place) {
        const bool word_begins = place == 0 || text[place - 1] == ' ' || text[place - 1] == '(';
        const bool number_follows = place + 1 < text.size() && text[place + 1] >= '0' && text[place + 1] <= '9';
        if (text[place] == '-' && word_begins && number_follows) {
            marked += "\u2212";
        } else {
            marked += text[place];
        }
    }
    return escape_markup(marked);
}

}  // namespace algemeente

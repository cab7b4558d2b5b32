#include "output/report_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace algemeente {

namespace {

/// One kind of use in one domain, in each run: in use at the end of the last whole year, incidents of all years.
struct Counted {
    std::vector<double> in_use, incidents;
};

Counted counted(const ScenarioResult& result, Domain domain, std::size_t use_case) {
    Counted counts;
    for (const History& history : result.replicates) {
        double in_use = 0;
        double incidents = 0;
        for (const UseCaseYear& row : history.use_cases) {
            if (row.domain != domain || row.use_case != use_case) continue;
            in_use = row.in_use;  // rows are in the order of years
            incidents += row.incidents;
        }
        counts.in_use.push_back(in_use);
        counts.incidents.push_back(incidents);
    }
    return counts;
}

struct CountedUse {
    Domain domain = Domain::social;
    std::size_t use_case = 0;
    std::vector<Counted> scenarios;
};

/// The kinds of use of which there is something to count, the most used of the first scenario first.
std::vector<CountedUse> rows_of(const ReportInput& input, Domain domain) {
    std::vector<CountedUse> rows;
    for (std::size_t use_case = 0; use_case < input.scenario(0).use_cases.size(); ++use_case) {
        CountedUse row{domain, use_case, {}};
        bool any = false;
        for (const ScenarioResult& result : input.scenarios()) {
            row.scenarios.push_back(counted(result, domain, use_case));
            const Counted& counts = row.scenarios.back();
            const auto happened = [](double count) { return count > 0; };
            any = any || std::any_of(counts.in_use.begin(), counts.in_use.end(), happened) ||
                  std::any_of(counts.incidents.begin(), counts.incidents.end(), happened);
        }
        if (any) rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const CountedUse& one, const CountedUse& other) {
        return present::band_over(one.scenarios.front().in_use).mean >
               present::band_over(other.scenarios.front().in_use).mean;
    });
    return rows;
}

/// "24.7": the mean, since a kind of use is often too rare for its median to move.
std::string mean_words(const ReportInput& input, const std::vector<double>& values) {
    return input.number(present::band_over(values).mean);
}

/// "−6.8 (consistently lower, in 32 of 32 runs)" on two lines.
std::string difference_cell(const ReportInput& input, const std::vector<double>& other,
                            const std::vector<double>& baseline) {
    std::vector<double> differences(std::min(other.size(), baseline.size()));
    for (std::size_t i = 0; i < differences.size(); ++i) differences[i] = other[i] - baseline[i];
    const present::Difference difference = present::difference_over(differences);
    return fmt::format("<td class=\"number\">{}<small>{}</small></td>",
                       input.number(difference.band.mean, {.sign = true}),
                       present::direction_words(difference.direction, input.over(), input.language()));
}

std::string row_cells(const ReportInput& input, const CountedUse& row) {
    std::string html = fmt::format("<tr><td>{}</td>", prose(input.name(use_case_name(row.use_case))));
    for (std::size_t position = 0; position < row.scenarios.size(); ++position) {
        html += fmt::format("<td class=\"number\">{}</td>", mean_words(input, row.scenarios[position].in_use));
        if (position > 0) html += difference_cell(input, row.scenarios[position].in_use, row.scenarios.front().in_use);
    }
    for (const Counted& counts : row.scenarios)
        html += fmt::format("<td class=\"number\">{}</td>", mean_words(input, counts.incidents));
    return html + "</tr>\n";
}

std::string head(const ReportInput& input, int year) {
    std::string html = fmt::format("<thead><tr><th>{}</th>", input.say(Word::r_use_case));
    const auto column = [&](const std::string& words) { html += fmt::format("<th class=\"number\">{}</th>", words); };
    const auto with_letter = [&](Word word, std::size_t position, const std::string& rest) {
        const std::string words = input.fill(word, rest);
        return input.compares() ? fmt::format("{}: {}", letter_of(position), words) : present::upper_first(words);
    };
    const std::string at = fmt::format("{}", year);
    for (std::size_t position = 0; position < input.scenarios().size(); ++position) {
        column(with_letter(Word::r_use_case_in_use, position, at));
        if (position > 0) column(input.fill(Word::r_use_case_difference, letter_of(position), letter_of(0)));
    }
    for (std::size_t position = 0; position < input.scenarios().size(); ++position)
        column(with_letter(Word::r_use_case_incidents, position, at));
    return html + "</tr></thead>\n";
}

std::size_t columns(const ReportInput& input) {
    return 3 * input.scenarios().size();
}

}  // namespace

std::string use_cases_section(const ReportInput& input) {
    const std::vector<UseCaseYear>& years = input.scenarios().front().replicates.front().use_cases;
    if (years.empty()) return {};  // shorter than a year
    std::string body;
    for (const Domain domain : {Domain::social, Domain::physical}) {
        const std::vector<CountedUse> rows = rows_of(input, domain);
        if (rows.empty()) continue;
        body += fmt::format("<tr class=\"group\"><td colspan=\"{}\" class=\"{}\">{}</td></tr>\n", columns(input),
                            domain_word(domain),
                            present::upper_first(std::string(present::domain_words(domain, input.language()))));
        for (const CountedUse& row : rows) body += row_cells(input, row);
    }
    if (body.empty()) return {};
    const std::string_view css = input.scenarios().size() > 2 ? " class=\"wide\"" : "";
    return section_heading(input, Word::r_use_cases) +
           fmt::format("<div{}><table>\n{}<tbody>\n{}</tbody>\n</table></div>\n<p class=\"note\">{}</p>\n", css,
                       head(input, years.back().year), body, input.say(Word::r_use_cases_note));
}

}  // namespace algemeente

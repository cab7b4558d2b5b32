// When the conditions of decisions were met, in how many runs.
#include "output/conditions.h"
#include "output/report_parts.h"
#include "present/words/conditions.h"

#include <fmt/format.h>

namespace algemeente {

std::string conditions_section(const ReportInput& input) {
    if (!has_conditions(input.ensemble)) return {};
    std::string html = section_heading(input, Word::r_conditions);
    for (std::size_t position = 0; position < input.scenarios().size(); ++position) {
        const auto& changes = input.scenario(position).conditional_changes;
        if (changes.empty()) continue;
        if (input.compares()) html += fmt::format("<h3>{}</h3>\n", scenario_chip(input, position));
        const std::vector<std::vector<Spell>> spells = spells_by_change(input.scenarios()[position]);
        html += "<ul>\n";
        for (std::size_t i = 0; i < changes.size(); ++i)
            html +=
                fmt::format("<li>{}. <b>{}</b></li>\n", prose(present::conditional_words(changes[i], input.language())),
                            prose(present::begun_words(present::begun_of(spells[i]), input.language())));
        html += "</ul>\n";
    }
    return html;
}

}  // namespace algemeente

#include "output/report.h"

#include "output/report_parts.h"
#include "present/page/page.h"

#include <fmt/format.h>

namespace algemeente {

namespace {

std::string sections(const ReportInput& input) {
    return report_head(input) + meaning_section(input) + conditions_section(input) + adoption_section(input) +
           supply_section(input) + differences_section(input) + use_cases_section(input) + factors_section(input) +
           nation_section(input) + no_meaning_section(input) + assumptions_section(input) + repeat_section(input);
}

/// The scenario that the report is about: of two the other one, of more the baseline that all are compared with.
const Scenario& told_scenario(const ReportInput& input) {
    return input.scenario(input.scenarios().size() == 2 ? 1 : 0);
}

/// A run that was cancelled before its first replicate ended has nothing to draw.
std::string empty_page(const ReportInput& input) {
    return fmt::format("<h1>{}</h1>\n<p>{}</p>\n", input.say(Word::r_nothing_title), input.say(Word::r_nothing));
}

}  // namespace

std::string report_page(const Ensemble& ensemble, const RunDescription& run) {
    const ReportInput input{ensemble, run, common_months(ensemble)};
    const bool empty = input.months == 0;
    const std::string title = empty ? "Algemeente" : present::title_of(told_scenario(input), run.language);
    return present::page_html({.title = title,
                               .language = run.language,
                               .body = empty ? empty_page(input) : sections(input),
                               .footer = input.fill(Word::r_footer, program_version())});
}

}  // namespace algemeente

#include "output/report.h"

#include "output/report_parts.h"
#include "output/words.h"
#include "present/page/page.h"

#include <fmt/format.h>

namespace algemeente {

namespace {

std::string sections(const ReportInput& input) {
    return report_head(input) + summary_section(input) + adoption_section(input) + differences_section(input) +
           factors_section(input) + nation_section(input) + assumptions_section(input) + repeat_section(input);
}

/// A run that was cancelled before its first replicate ended has nothing to draw.
std::string empty_page() {
    return "<h1>No replicate was finished</h1>\n<p>The run was stopped before the first replicate ended.</p>\n";
}

}  // namespace

std::string report_page(const Ensemble& ensemble, const RunDescription& run) {
    const ReportInput input{ensemble, run, common_months(ensemble)};
    const bool empty = input.months == 0;
    const std::string title = empty ? "Algemeente" : scenario_title(ensemble.scenarios.front().scenario);
    return present::page_html({.title = title,
                               .body = empty ? empty_page() : sections(input),
                               .footer = fmt::format("Data on municipalities: Statistics Netherlands (CBS), Kadaster "
                                                     "and the Ministry of the Interior (BZK), CC BY 4.0. {}.",
                                                     present::made_by(program_version(), present::Language::en))});
}

}  // namespace algemeente

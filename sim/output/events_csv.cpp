#include "output/csv_file.h"
#include "output/csv_tables.h"
#include "text/calendar.h"
#include "text/csv.h"

#include <fmt/format.h>

#include <string>

namespace algemeente {

namespace {

bool about_project(const Event& event) {
    return event.birth_month >= 0;
}

/// An alderman belongs to a domain although not to a project.
bool about_domain(const Event& event) {
    return about_project(event) || event.kind == EventKind::new_alderman;
}

/// The event's amount in words; empty where the kind has none.
std::string amount_words(const Event& event) {
    switch (event.kind) {
        case EventKind::incident:
        case EventKind::escalation: return "severity " + csv_decimals(event.amount, 2);
        case EventKind::idea:
        case EventKind::started:
        case EventKind::in_use: return event.amount >= 1 ? "level " + csv_decimals(event.amount, 0) : std::string();
        case EventKind::moratorium: return csv_decimals(event.amount, 0) + " months";
        default: return {};
    }
}

void append_part(std::string& detail, std::string_view part) {
    if (part.empty()) return;
    if (!detail.empty()) detail += "; ";
    detail += part;
}

void write_event(CsvFile& csv, const std::string& scenario, std::size_t replicate, const Event& event,
                 const Country& country) {
    const std::string& gm_code = country[event.municipality].gm_code;
    csv.text(scenario).whole(static_cast<std::int64_t>(replicate)).whole(event.month).text(date_of(event.month));
    csv.text(gm_code).text(about_domain(event) ? domain_word(event.domain) : "");
    csv.text(project_name(event, gm_code));
    csv.text(about_project(event) ? use_case_name(event.use_case) : "");
    csv.text(event_word(event.kind)).text(event_detail(event));
    csv.end_row();
}

}  // namespace

std::string project_name(const Event& event, std::string_view gm_code) {
    if (!about_project(event)) return {};
    return fmt::format("{}-{}-{}-{}", gm_code, domain_word(event.domain), date_of(event.birth_month), event.ordinal);
}

std::string event_detail(const Event& event) {
    std::string detail;
    if (event.reason != Reason::none) append_part(detail, reason_word(event.reason));
    append_part(detail, amount_words(event));
    if (event.binding != Factor::none) append_part(detail, fmt::format("weakest: {}", factor_word(event.binding)));
    return detail;
}

void write_events_csv(const Ensemble& ensemble, const std::filesystem::path& file) {
    CsvFile csv(file, "scenario,replicate,month,date,gm_code,domain,project,use_case,event,detail");
    for (const ScenarioResult& result : ensemble.scenarios) {
        for (std::size_t replicate = 0; replicate < result.replicates.size(); ++replicate) {
            for (const Event& event : result.replicates[replicate].events) {
                write_event(csv, result.scenario.name, replicate, event, ensemble.country);
            }
        }
    }
    csv.finish();
}

}  // namespace algemeente

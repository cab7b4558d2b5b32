#include "observe/records.h"

#include "text/calendar.h"

#include <algorithm>

namespace algemeente {

namespace {

constexpr std::size_t departments_per_municipality = domain_count * departments_per_domain;

ProjectRecord record_of_birth(const Event& event) {
    ProjectRecord record;
    record.municipality = event.municipality;
    record.domain = event.domain;
    record.use_case = event.use_case;
    record.level = static_cast<std::uint8_t>(event.amount);  // an idea's event tells its analytics level
    record.born = event.month;
    return record;
}

/// The stage of the pipeline, counted from development, in which a project was judged this month: it may have moved on
/// since, and then its months in the new stage are yet to come.
std::size_t stage_judged(const Project& project) {
    const auto stage = static_cast<std::size_t>(project.stage) - static_cast<std::size_t>(Stage::development);
    const bool moved = project.months_in_stage == 0 && stage > 0;
    return moved ? stage - 1 : stage;
}

void take_event(ProjectRecord& record, const Event& event) {
    switch (event.kind) {
        case EventKind::started: record.started = event.month; break;
        case EventKind::pilot: record.piloted = event.month; break;
        case EventKind::implementation: record.implemented = event.month; break;
        case EventKind::in_use: record.used = event.month; break;
        case EventKind::dropped:
        case EventKind::abandoned:
        case EventKind::discontinued: record.ended = event.month; break;
        default: break;
    }
}

}  // namespace

void RecordKeeper::follow_events(std::span<const Event> events, std::uint32_t municipality_key) {
    for (const Event& event : events) {
        if (event.birth_month < 0) continue;  // not about a project
        const std::uint64_t key = project_key(municipality_key, event.domain, event.birth_month, event.ordinal);
        if (event.kind == EventKind::idea) {
            record_of_.emplace(key, records_.projects.size());
            records_.projects.push_back(record_of_birth(event));
        } else {
            take_event(records_.projects[record_of_.at(key)], event);
        }
    }
}

void RecordKeeper::follow_project(ProjectRecord& record, const Project& project, const Municipality& municipality,
                                  int month) {
    if (!record.seen) {
        record.seen = true;
        record.demand_driven = project.demand_driven;
        record.sensitivity = project.sensitivity;
    }
    if (record.started == month)
        record.gap_at_start = std::max(0.0, project.level - 1 - municipality.office(project.domain).maturity);
    if (is_pipeline(project.stage)) {
        record.effort += project.allocated;
        if (project.binding != Factor::none) {
            ++records_.bindings.back()[static_cast<std::size_t>(project.domain)][stage_judged(project)]
                                      [static_cast<std::size_t>(project.binding)];
        }
    }
    if (project.stage != Stage::in_use) return;
    record.benefit += project.benefit;
    record.performance = project.performance;
    if (record.broke_even < 0 && record.benefit >= record.effort) record.broke_even = month;
}

void RecordKeeper::follow_departments(std::size_t municipality, const std::vector<Project>& projects) {
    std::array<bool, departments_per_municipality> uses{};
    for (const Project& project : projects) {
        if (project.stage != Stage::in_use) continue;
        for (int k = 0; k < departments_per_domain; ++k)
            if (targets(project, k))
                uses[static_cast<std::size_t>(index_of(project.domain) * departments_per_domain + k)] = true;
    }
    for (std::size_t k = 0; k < departments_per_municipality; ++k)
        months_of_use_[municipality * departments_per_municipality + k] += uses[k] ? 1 : 0;
}

void RecordKeeper::begin_month(int month) {
    month_ = month;
    const auto year = static_cast<std::size_t>(month / months_per_year);
    if (records_.bindings.size() <= year) records_.bindings.resize(year + 1);
    met_before_.swap(met_);
    met_.clear();
    next_ = 0;
}

void RecordKeeper::note(std::size_t position, const Municipality& municipality, std::span<const Event> events) {
    months_of_use_.resize(std::max(months_of_use_.size(), (position + 1) * departments_per_municipality));
    follow_events(events, municipality.key);
    for (const Project& project : municipality.projects) {
        const std::size_t record = record_of(project);
        met_.push_back({project.key, record});
        follow_project(records_.projects[record], project, municipality, month_);
    }
    follow_departments(position, municipality.projects);
}

std::size_t RecordKeeper::record_of(const Project& project) {
    if (project.birth_month != month_) {
        while (next_ < met_before_.size() && met_before_[next_].key != project.key) ++next_;  // those have ended
        if (next_ < met_before_.size()) return met_before_[next_].record;
    }
    return record_of_.at(project.key);
}

Records RecordKeeper::take(const World& world) {
    for (std::size_t i = 0; i < world.municipalities.size() && !months_of_use_.empty(); ++i)
        for (std::size_t k = 0; k < departments_per_municipality; ++k) {
            const auto domain = static_cast<Domain>(k / departments_per_domain);
            const Department& department =
                world.municipalities[i].office(domain).departments[k % departments_per_domain];
            records_.departments.push_back({static_cast<std::uint16_t>(i), domain,
                                            months_of_use_[i * departments_per_municipality + k],
                                            department.willingness});
        }
    return std::move(records_);
}

}  // namespace algemeente

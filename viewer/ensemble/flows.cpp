#include "viewer/ensemble/flows.h"

#include <unordered_map>

namespace algemeente::viewer {

namespace {

std::uint64_t key_of(const Event& event) {
    return project_key(event.municipality, event.domain, event.birth_month, event.ordinal);
}

/// The stage that an event leads to; `discontinued` if it leads to none.
Stage entered_by(EventKind kind) {
    switch (kind) {
        case EventKind::idea: return Stage::idea;
        case EventKind::started: return Stage::development;
        case EventKind::pilot: return Stage::pilot;
        case EventKind::implementation: return Stage::implementation;
        case EventKind::in_use: return Stage::in_use;
        default: return Stage::discontinued;
    }
}

bool is_end(EventKind kind) {
    return kind == EventKind::dropped || kind == EventKind::abandoned || kind == EventKind::discontinued;
}

}  // namespace

Flows flows_of(const std::vector<Event>& events, int months) {
    Flows flows;
    flows.months.resize(static_cast<std::size_t>(months));
    std::unordered_map<std::uint64_t, std::size_t> stage_of;
    std::size_t month = 0;
    for (const Event& event : events) {
        while (month < static_cast<std::size_t>(event.month)) {
            flows.months[month + 1] = flows.months[month];
            ++month;
        }
        const auto d = static_cast<std::size_t>(index_of(event.domain));
        const Stage entered = entered_by(event.kind);
        if (entered != Stage::discontinued) {
            const auto stage = static_cast<std::size_t>(entered);
            stage_of[key_of(event)] = stage;
            ++flows.months[month].entered[d][stage];
        } else if (is_end(event.kind)) {
            ++flows.months[month].left[d][stage_of[key_of(event)]][static_cast<std::size_t>(event.reason)];
        }
    }
    for (; month + 1 < flows.months.size(); ++month) flows.months[month + 1] = flows.months[month];
    return flows;
}

}  // namespace algemeente::viewer

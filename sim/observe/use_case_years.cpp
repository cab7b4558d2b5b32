#include "observe/use_case_years.h"

#include "text/calendar.h"

namespace algemeente {

namespace {

std::size_t position_of(Domain domain) {
    return static_cast<std::size_t>(index_of(domain));
}

}  // namespace

void UseCaseCounter::note(std::span<const Event> events) {
    for (const Event& event : events) {
        if (event.birth_month < 0) continue;  // not about a project
        Counts& counts = this_year_[position_of(event.domain)][event.use_case];
        switch (event.kind) {
            case EventKind::started: ++counts.started; break;
            case EventKind::discontinued: ++counts.discontinued; break;
            case EventKind::incident: ++counts.incidents; break;
            default: break;
        }
    }
}

void UseCaseCounter::end_year(const World& world, std::size_t kinds, std::vector<UseCaseYear>& rows) {
    const std::size_t first = rows.size();
    for (const Domain domain : {Domain::social, Domain::physical})
        for (std::size_t use_case = 0; use_case < kinds; ++use_case) {
            const Counts& counts = this_year_[position_of(domain)][use_case];
            rows.push_back({static_cast<std::uint16_t>(year_of(world.month)), static_cast<std::uint8_t>(use_case),
                            domain, 0, counts.started, counts.discontinued, counts.incidents});
        }
    for (const Municipality& municipality : world.municipalities)
        for (const Project& project : municipality.projects)
            if (project.stage == Stage::in_use)
                ++rows[first + position_of(project.domain) * kinds + project.use_case].in_use;
    this_year_ = {};
}

}  // namespace algemeente

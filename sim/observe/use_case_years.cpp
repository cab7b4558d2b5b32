#include "observe/use_case_years.h"

#include "text/calendar.h"

namespace algemeente {

namespace {

std::size_t position_of(Domain domain) {
    return static_cast<std::size_t>(index_of(domain));
}

/// A project of the municipality's own that is in use, built by itself or bought.
void add(UseCaseYear& row, const Project& project) {
    ++row.in_use;
    if (project.sourcing == Sourcing::vendor) ++row.bought;
}

void add(UseCaseYear& row, const SuppliedUse& use, const Product& product) {
    if (is_chosen(use, product)) {
        ++row.in_use;
        ++row.bought;
    } else {
        ++(use.mandated ? row.mandated : row.national);
    }
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
            rows.push_back({.year = static_cast<std::uint16_t>(year_of(world.month)),
                            .use_case = static_cast<std::uint8_t>(use_case),
                            .domain = domain,
                            .started = counts.started,
                            .discontinued = counts.discontinued,
                            .incidents = counts.incidents});
        }
    const auto row_of = [&](Domain domain, std::size_t use_case) -> UseCaseYear& {
        return rows[first + position_of(domain) * kinds + use_case];
    };
    for (const Municipality& municipality : world.municipalities) {
        for (const Project& project : municipality.projects)
            if (project.stage == Stage::in_use) add(row_of(project.domain, project.use_case), project);
        for (const SuppliedUse& use : municipality.supplied.uses) {
            const Product& product = world.catalogue.product(use.product);
            if (use.stage == Stage::in_use) add(row_of(use.domain, product.use_case), use, product);
        }
    }
    this_year_ = {};
}

}  // namespace algemeente

#include "observe/tally.h"

#include <algorithm>

namespace algemeente {

namespace {

void add_pipeline_project(DomainTally& tally, const Project& project) {
    for (std::size_t k = 0; k < factor_count; ++k) tally.factors[k] += project.factors[k];
    if (project.binding != Factor::none) tally.binding[static_cast<std::size_t>(project.binding)] += 1;
    tally.readiness += project.readiness;
    tally.exposure += project.exposure;
    tally.effort += project.allocated;
}

void add_use(DomainTally& tally, const Project& project, bool relabelled, double label_personal_data) {
    tally.value += project.benefit;
    tally.usage += project.usage;
    tally.performance += project.performance;
    tally.sensitivity += project.sensitivity;
    tally.legitimacy_in_use += project.level_of(Factor::legitimacy_citizens);
    tally.support_in_use += project.support;
    tally.bought += project.sourcing == Sourcing::vendor ? 1 : 0;
    tally.labelled += !relabelled && project.personal_data >= label_personal_data ? 1 : 0;
}

void add_ledger(DomainTally& tally, const Ledger& ledger) {
    tally.ideas += ledger.ideas;
    tally.dropped += ledger.dropped;
    tally.started += ledger.started;
    tally.ever_in_use += ledger.ever_in_use;
    tally.abandoned += ledger.abandoned;
    tally.discontinued += ledger.discontinued;
    tally.ripe_ideas += ledger.ripe_ideas;
    tally.ripe_ever_in_use += ledger.ripe_ever_in_use;
    tally.rejected_by_law += ledger.rejected_by_law;
    tally.lead_months += static_cast<double>(ledger.lead_months);
    tally.incidents += ledger.incidents;
    tally.incidents_this_month += ledger.incidents_this_month;
    tally.severity_this_month += ledger.severity_this_month;
}

/// In four sums, so that the processor need not wait for each addition.
double mean_source_quality(const Municipality& municipality) {
    static_assert(source_count % 4 == 0);
    std::array<double, 4> sums{};
    for (std::size_t s = 0; s < source_count; s += 4)
        for (std::size_t k = 0; k < 4; ++k) sums[k] += municipality.sources.quality[s + k];
    return ((sums[0] + sums[1]) + (sums[2] + sums[3])) / source_count;
}

void add_municipality(NationalTally& tally, const Municipality& municipality) {
    ++tally.municipalities;
    tally.population += municipality.population;
    tally.trust += municipality.mean_trust * municipality.population;
    tally.concern += municipality.mean_concern * municipality.population;
    tally.local_attention_risk += municipality.local_attention[0];
    tally.local_attention_surveillance += municipality.local_attention[1];
    tally.ict += municipality.ict;
    tally.standards += municipality.standards;
    tally.lock_in += municipality.lock_in;
    tally.knowledge += municipality.knowledge;
    tally.strictness += municipality.strictness;
    tally.ethics_maturity += municipality.ethics_maturity;
    tally.source_quality += mean_source_quality(municipality);
    tally.capacity += municipality.capacity;
    for (const DomainOffice& office : municipality.offices) {
        tally.risk_aversion += office.alderman.risk_aversion / domain_count;
        tally.alderman_knowledge += office.alderman.knowledge / domain_count;
    }
    tally.relabelled += municipality.relabelled ? 1 : 0;
    tally.care_signals += municipality.care_signals;
    tally.without_use += municipality.uses.empty() ? 1 : 0;
    tally.protest += municipality.protest;
    tally.moratorium += municipality.moratorium_months > 0 ? 1 : 0;
    tally.budget_eur += municipality.budget_eur;
    tally.subscriptions_eur += municipality.subscriptions_eur;
}

void add_projects(Tally& tally, const Municipality& municipality, double label_personal_data) {
    std::array<bool, domain_count> adopts{};
    for (const Project& project : municipality.projects) {
        const auto d = static_cast<std::size_t>(project.domain);
        DomainTally& domain = tally.domains[d];
        domain.stages[static_cast<std::size_t>(project.stage)] += 1;
        domain.harm += project.harm;
        if (is_pipeline(project.stage)) add_pipeline_project(domain, project);
        if (project.stage == Stage::in_use) {
            adopts[d] = true;
            add_use(domain, project, municipality.relabelled, label_personal_data);
        }
    }
    for (std::size_t d = 0; d < domain_count; ++d) tally.domains[d].adopters += adopts[d] ? 1 : 0;
}

}  // namespace

void add_to(Tally& tally, const Municipality& municipality, double label_personal_data) {
    add_municipality(tally.national, municipality);
    add_projects(tally, municipality, label_personal_data);
    for (std::size_t d = 0; d < domain_count; ++d) {
        DomainTally& domain = tally.domains[d];
        ++domain.municipalities;
        domain.maturity += municipality.offices[d].maturity;
        domain.employee_willingness += municipality.offices[d].willingness;
        add_ledger(domain, municipality.offices[d].ledger);
    }
}

namespace {

/// What was chosen counts as any other use.
void add_by_origin(DomainTally& domain, const SuppliedByOrigin& office) {
    if (office.chosen + office.national + office.mandated == 0) return;  // nor anything else
    domain.stages[static_cast<std::size_t>(Stage::in_use)] += office.chosen;
    domain.shared += office.chosen;
    domain.bought += office.chosen;
    domain.national += office.national;
    domain.mandated += office.mandated;
    domain.value += office.value;
    domain.usage += office.usage;
    domain.performance += office.performance;
    domain.sensitivity += office.sensitivity;
    domain.legitimacy_in_use += office.legitimacy;
    domain.support_in_use += office.support;
    domain.value_mandated += office.value_mandated;
}

bool has_use_in(const Municipality& municipality, std::size_t domain) {
    return std::any_of(municipality.projects.begin(), municipality.projects.end(), [&](const Project& project) {
        return static_cast<std::size_t>(project.domain) == domain && project.stage == Stage::in_use;
    });
}

/// Uses by supplier, of one domain.
using Suppliers = std::array<double, product_limit>;

double concentration_of(const Suppliers& uses) {
    double sum = 0;
    double squares = 0;
    for (const double count : uses) {
        sum += count;
        squares += count * count;
    }
    return ratio(squares, sum * sum);
}

}  // namespace

void add_supplied(Tally& tally, const World& world) {
    if (world.catalogue.empty()) return;
    std::array<Suppliers, domain_count> suppliers{};
    for (const Municipality& municipality : world.municipalities) {
        const SuppliedSums& sums = municipality.supplied.sums;
        for (const ShownUse& use : sums.shown) {
            const auto d = static_cast<std::size_t>(use.domain);
            tally.domains[d].harm += use.harm;
            suppliers[d][world.catalogue.supplier_of[use.product]] += 1;
        }
        for (std::size_t d = 0; d < domain_count; ++d) {
            add_by_origin(tally.domains[d], sums.by_office[d]);
            tally.domains[d].withdrawn += municipality.supplied.withdrawn[d];
            if (sums.by_office[d].chosen > 0 && !has_use_in(municipality, d)) tally.domains[d].adopters += 1;
        }
        tally.national.internal_uses += municipality.supplied.internal_uses;
    }
    for (std::size_t d = 0; d < domain_count; ++d)
        tally.domains[d].suppliers_concentration = concentration_of(suppliers[d]);
}

Tally tally_of(const World& world, double label_personal_data) {
    Tally tally;
    for (const Municipality& municipality : world.municipalities) add_to(tally, municipality, label_personal_data);
    return tally;
}

}  // namespace algemeente

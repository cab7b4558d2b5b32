#include "observe/history.h"
#include "observe/tally.h"
#include "text/calendar.h"

#include <algorithm>
#include <array>

namespace algemeente {

namespace {

constexpr std::size_t domain_row_count = 0
#define OUTCOME(name, unit, aggregation, meaning, expression) +1
#include "parameters/outcomes.def"
    ;

constexpr std::size_t national_row_count = 0
#define OUTCOME(name, unit, aggregation, meaning, expression) +1
#include "parameters/national_outcomes.def"
    ;

void append_values(const DomainTally& t, std::vector<double>& values) {
#define OUTCOME(name, unit, aggregation, meaning, expression) values.push_back(static_cast<double>(expression));
#include "parameters/outcomes.def"
}

void append_values(const NationalTally& t, std::vector<double>& values) {
#define OUTCOME(name, unit, aggregation, meaning, expression) values.push_back(static_cast<double>(expression));
#include "parameters/national_outcomes.def"
}

/// The factor that bound most project-months since the last new year; none if nothing was in the pipeline.
Factor binding_of_the_year(const Ledger& ledger) {
    Factor most = Factor::none;
    std::int32_t most_months = 0;
    for (std::size_t k = 0; k < factor_count; ++k) {
        const std::int32_t months = ledger.bound[k] - ledger.bound_at_new_year[k];
        if (months > most_months) {
            most_months = months;
            most = static_cast<Factor>(k);
        }
    }
    return most;
}

/// Adds what suppliers, national services and laws brought.
void add_supplied(MunicipalityYear& row, double& value, const Municipality& municipality, const Catalogue& catalogue) {
    for (const SuppliedUse& use : municipality.supplied.uses) {
        if (use.domain != row.domain || use.stage != Stage::in_use) continue;
        ++row.in_use_all;
        if (!is_chosen(use, catalogue.product(use.product))) continue;
        ++row.in_use;
        ++row.in_use_bought;
        value += use.benefit;
    }
}

MunicipalityYear year_of_office(const Municipality& municipality, std::size_t position, Domain domain, int year,
                                const Catalogue& catalogue) {
    const Ledger& ledger = municipality.office(domain).ledger;
    MunicipalityYear row;
    row.municipality = static_cast<std::uint16_t>(position);
    row.year = static_cast<std::uint16_t>(year);
    row.domain = domain;
    row.binding = binding_of_the_year(ledger);
    double value = 0;
    for (const Project& project : municipality.projects) {
        if (project.domain != domain) continue;
        if (is_pipeline(project.stage)) ++row.pipeline;
        if (project.stage != Stage::in_use) continue;
        ++row.in_use;
        ++row.in_use_all;
        if (project.sourcing == Sourcing::vendor) ++row.in_use_bought;
        value += project.benefit;
    }
    add_supplied(row, value, municipality, catalogue);
    row.ever_in_use = static_cast<std::int16_t>(ledger.ever_in_use);
    row.discontinued = static_cast<std::int16_t>(ledger.discontinued);
    row.abandoned = static_cast<std::int16_t>(ledger.abandoned);
    row.value = static_cast<float>(value);
    row.trust = static_cast<float>(municipality.mean_trust);
    return row;
}

}  // namespace

double History::domain_value(int month, Domain domain, std::size_t outcome) const {
    const auto row = static_cast<std::size_t>(month * domain_count + index_of(domain));
    return domain_values[row * domain_row_count + outcome];
}

double History::national_value(int month, std::size_t outcome) const {
    return national_values[static_cast<std::size_t>(month) * national_row_count + outcome];
}

namespace {

void observe_products(const Supply& supply, History& history) {
    history.product_struck.clear();
    for (const ProductState& product : supply.products) {
        history.product_users.push_back(product.users);
        history.product_reputations.push_back(static_cast<float>(product.reputation));
        history.product_struck.push_back(product.struck_month);
    }
}

}  // namespace

void observe(const World& world, History& history, double label_personal_data) {
    observe(tally_of(world, label_personal_data), world, history);
}

void observe(Tally tally, const World& world, History& history) {
    struct SoFar {
        std::size_t outcome;
        double DomainTally::*before;
    };
    static const SoFar sums[] = {{find_domain_outcome("harm_so_far"), &DomainTally::harm_before},
                                 {find_domain_outcome("policy_cost_eur"), &DomainTally::policy_eur_before},
                                 {find_domain_outcome("policy_person_months"), &DomainTally::policy_months_before}};
    static const std::size_t mean_trust = find_national_outcome("mean_trust");
    tally.national.nation = &world.nation;
    add_supplied(tally, world);
    observe_products(world.supply, history);
    if (history.months > 0)
        for (const Domain domain : {Domain::social, Domain::physical})
            for (const SoFar& sum : sums)
                tally.domains[static_cast<std::size_t>(index_of(domain))].*sum.before =
                    history.domain_value(history.months - 1, domain, sum.outcome);
    NationalTally& national = tally.national;
    for (const DomainTally& domain : tally.domains)
        national.policy_eur_so_far += domain.policy_eur_before + domain.policy_eur;
    national.trust_at_start =
        history.months > 0 ? history.national_value(0, mean_trust) : ratio(national.trust, national.population);
    for (const DomainTally& domain : tally.domains) append_values(domain, history.domain_values);
    append_values(tally.national, history.national_values);
    ++history.months;
    if (!is_december(world.month)) return;
    for (std::size_t i = 0; i < world.municipalities.size(); ++i)
        for (std::size_t d = 0; d < domain_count; ++d)
            history.years.push_back(year_of_office(world.municipalities[i], i, static_cast<Domain>(d),
                                                   year_of(world.month), world.catalogue));
}

}  // namespace algemeente

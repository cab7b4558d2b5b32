// Ideas start or are dropped; who starts also decides to build, to buy or to build together.
// Assumes: money is committed when development starts, not when an idea is voiced.
// ODD: sim/README.md#start-and-sourcing
#include "mathematics/elementary.h"
#include "mechanisms/project_rules.h"
#include "mechanisms/schedule.h"
#include "random/distributions.h"

namespace algemeente::mechanisms {

namespace {

/// Scarcity leads to vendors, knowledge away from them (E33, E38).
double vendor_chance(const Municipality& municipality, const Parameters& p) {
    const double scarcity = 1 - std::min(1.0, municipality.capacity / p.vendor_capacity_reference);
    return p.vendor_tendency *
           clip(p.vendor_base + p.vendor_scarcity * scarcity - p.vendor_knowledge * municipality.knowledge_at_hand);
}

/// What a product costs a month: by inhabitants and by the effort it replaces, dearer for who cannot switch (E05, E34).
double subscription_of(const Project& project, const Municipality& municipality, const Parameters& p) {
    const double a_year = p.subscription_eur_per_inhabitant * reference_population * municipality.size_for_prices *
                          project.build_effort / p.subscription_effort_reference;
    return std::max(p.subscription_floor_eur, a_year) * lock_in_premium(municipality, p) / months_per_year;
}

/// Buying: a tender above the threshold (E37), a supplier that takes its time where nobody can leave it (E05); a closed
/// product may be refused for an open one, later (E38).
void buy(Project& project, Municipality& municipality, double subscription_eur, const Now& now) {
    const Parameters& p = now.p;
    const Draws luck = now.luck.draws(Purpose::sourcing, project.key, project.birth_month, 1);
    municipality.subscriptions_eur += subscription_eur;
    project.subscription_eur = subscription_eur;
    project.sourcing = Sourcing::vendor;
    project.build_effort *= p.vendor_effort_share;
    const double tender = whole_number(luck[1], static_cast<int>(p.vendor_tender_months_low),
                                       static_cast<int>(p.vendor_tender_months_high));
    const bool tendered = subscription_eur * p.subscription_contract_months > p.tender_threshold_eur;
    double months = (tendered ? tender : p.vendor_order_months) + p.lock_in_delivery_months * municipality.lock_in;
    if (happens(luck[2], p.vendor_closed_share)) {
        const bool refused = happens(luck[3], municipality.ethics_maturity + p.vendor_refusal_base);
        if (refused) {
            months += p.vendor_refusal_months;
        } else {
            project.closed = true;
            project.explainability *= p.vendor_closed_explainability;
        }
    }
    project.procurement_months_left = static_cast<std::int16_t>(rounded(months));
}

/// Equation (25): buy what the budget carries, build together in the pool, or build (E33, E34, E35).
void choose_sourcing(Project& project, Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    const Draws luck = now.luck.draws(Purpose::sourcing, project.key, project.birth_month, 0);
    const double subscription_eur = subscription_of(project, municipality, p);
    const bool affordable = municipality.subscriptions_eur + subscription_eur <=
                            p.subscription_budget_share * monthly_budget_eur(municipality, p);
    if (happens(luck[0], vendor_chance(municipality, p)) && affordable) {
        buy(project, municipality, subscription_eur, now);
    } else if (p.data_science_pool > 0 && happens(luck[1], p.pool_shared_build_chance)) {
        project.sourcing = Sourcing::shared_build;
        project.build_effort *= p.pool_effort_share;
    }
}

void start(Project& project, Municipality& municipality, const Now& now) {
    Ledger& ledger = municipality.office(project.domain).ledger;
    project.stage = Stage::development;
    project.months_in_stage = 0;
    choose_sourcing(project, municipality, now);
    const bool free_of_review = project.personal_data < now.p.review_free_threshold;
    project.law = free_of_review ? LawStatus::approved : LawStatus::queued;
    project.law_queued_month = static_cast<std::int16_t>(now.month);
    ++ledger.started;
    ++ledger.started_by_level[static_cast<std::size_t>(project.level - 1)];
    now.note(EventKind::started, project, project.level);
}

}  // namespace

/// Equation (30): aldermen and means open the door, a full pipeline keeps it shut (E30, E31, E36, E68).
void decide_to_start(Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    const double most_running = p.start_crowded_base + p.start_crowded_per_capacity * municipality.capacity;
    const bool crowded = running_projects(municipality) > most_running;
    const double means = p.start_without_capacity +
                         (1 - p.start_without_capacity) * clip(municipality.capacity / p.start_capacity_reference);

    for (Project& project : municipality.projects) {
        if (project.stage != Stage::idea || held_by_moratorium(project, municipality, now.p)) continue;
        const Draws luck = now.luck.draws(Purpose::start_decision, project.key, now.month);
        const double chance = p.start_chance * project.support * means * (crowded ? p.start_crowded_factor : 1);
        if (happens(luck[0], chance)) {
            start(project, municipality, now);
        } else if (happens(luck[1], p.drop_chance + p.drop_without_support * (1 - project.support))) {
            drop(project, municipality, now, Reason::politics);
        }
    }
}

}  // namespace algemeente::mechanisms

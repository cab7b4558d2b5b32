// The organisation of this month: inhabitants, capacity, budget, infrastructure, reading of the law, knowledge, data.
// Assumes: capacity for algorithms is a fixed part of IT and data staff, shared by both domains (E30).
// ODD: sim/README.md#organisation
#include "mathematics/elementary.h"
#include "mathematics/vector_clones.h"
#include "mechanisms/project_rules.h"
#include "mechanisms/schedule.h"

namespace algemeente::mechanisms {

namespace {

/// Capacity by inhabitants served (1: those of the reference municipality). A data team of one's own is a fixed cost
/// that only scale carries (E29, E32, E35).
double scale_of_capacity(double served, const Parameters& p) {
    const double beyond = served - p.capacity_team_from;
    const double team = beyond > 0 ? p.capacity_team_share * power(beyond, p.capacity_team_exponent) : 0;
    return p.capacity_base_share * served + team;
}

}  // namespace

/// Powers of size are dear and change once a year.
void count_inhabitants(Municipality& municipality, const Now& now) {
    const bool january = now.month % months_per_year == 0;
    if (!january) return;
    const auto& series = municipality.population_by_year;
    if (!series.empty()) {
        const auto year = static_cast<std::size_t>(year_of(now.month) - first_year);
        municipality.population = series[std::min(year, series.size() - 1)];
    }
    municipality.size = municipality.population / reference_population;
    // Neighbours that share one staff (31 of 342) work as one organisation: capacity is that of an organisation
    // serving the whole group, and each member has its part by inhabitants.
    municipality.size_for_capacity =
        scale_of_capacity(municipality.size * municipality.staff_served, now.p) / municipality.staff_served;
    municipality.size_for_change = power(municipality.size, now.p.change_capacity_size_exponent);
    municipality.size_for_ideas = power(municipality.size, now.p.ideas_size_exponent);
    municipality.size_for_reviews = power(municipality.size, now.p.reviews_size_exponent);
    municipality.size_for_sensors = power(municipality.size, now.p.sensor_cost_size_exponent);
    municipality.size_for_prices = power(municipality.size, now.p.subscription_size_exponent);
}

/// Equations (9)-(11): one capacity for both domains (E29, E30); efficiency comes back as capacity (E36, E77).
void set_capacity(Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    const double programmes = (p.standards_programme > 0 ? p.capacity_programme_cost : 0) +
                              (p.common_ground_programme > 0 ? p.capacity_common_ground_cost : 0);
    municipality.capacity = p.capacity_person_months * municipality.size_for_capacity * municipality.fiscal_factor *
                            (1 - p.capacity_cut_share) *
                            (1 + p.capacity_efficiency_return * municipality.efficiency_returned) *
                            (1 + p.capacity_pool_gain * p.data_science_pool) * (1 - programmes) * p.diagnostic_capacity;
    // change capacity is squeezed first (E40)
    municipality.change_capacity =
        p.change_capacity_person_months * municipality.size_for_change * municipality.change_factor *
        std::max(0.0, 1 - p.change_capacity_cut_factor * p.capacity_cut_share) * p.change_capacity_multiplier;
    const double monthly_budget = monthly_budget_eur(municipality, p);
    municipality.budget_eur = std::clamp(municipality.budget_eur + monthly_budget - municipality.subscriptions_eur, 0.0,
                                         p.budget_saving_months * monthly_budget);
}

/// Equations (12)-(14): slow renewal, ageing, lock-in (E04, E05, E08); standards and Common Ground (E07, E24).
void renew_infrastructure(Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    municipality.standards =
        clip(municipality.standards + (p.standards_growth + p.standards_programme) * (1 - municipality.standards));
    const double renewal = (p.ict_growth + p.common_ground_programme) * municipality.fiscal_factor *
                           (1 - p.ict_lock_in_brake * municipality.lock_in) * (1 - municipality.ict);
    municipality.ict = clip(municipality.ict + renewal - p.ict_ageing * (municipality.ict - p.ict_floor));
    municipality.common_base =
        clip(municipality.common_base + p.common_ground_programme * (1 - municipality.common_base));
    municipality.lock_in =
        clip(municipality.lock_in - p.lock_in_common_ground_release * p.common_ground_programme * municipality.lock_in -
             p.lock_in_own_release);
}

/// Equation (15), E54 and E56: the same procedure for every project; how heavy it is follows from the project.
void read_privacy_law(Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    double base = clip(municipality.strictness_baseline * p.privacy_strictness_scale + p.privacy_strictness_shift);
    if (now.month < gdpr_applies_from) base *= p.privacy_before_gdpr;
    const double attention =
        now.nation.attention(Frame::risk) + p.privacy_surveillance_weight * now.nation.attention(Frame::surveillance);
    municipality.strictness = clip(base + p.privacy_attention_effect * attention * (1 - base) +
                                   p.privacy_local_effect * municipality.local_attention[0]);
}

/// Equations (16)-(17): scandals make ethics grow (E74, E76); knowledge comes by doing and by peers and leaks (E32,
/// E35, E52).
void learn(Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    const double scandal = now.nation.attention(Frame::risk);
    municipality.ethics_maturity =
        clip(municipality.ethics_maturity +
             (p.ethics_growth + p.ethics_attention_growth * scandal) * (1 - municipality.ethics_maturity));

    double peers = 0;
    for (int k = 0; k < municipality.peers_known; ++k)
        peers += now.knowledge_last_month[municipality.peers[static_cast<std::size_t>(k)]];
    if (municipality.peers_known > 0) peers /= municipality.peers_known;

    // internal operations teach as little as any other product (63)
    const double doing =
        std::min(p.knowledge_projects_ceiling,
                 running_projects(municipality) + p.supply_teaches * municipality.supplied.internal_uses);
    // extension X7: a separate team learns faster
    const double by_doing = p.knowledge_by_doing * doing * (1 - municipality.knowledge) *
                            (1 + p.team_separation_learning * p.team_separation);
    const double from_peers = p.knowledge_from_peers * std::max(0.0, peers - municipality.knowledge);
    municipality.knowledge = clip(municipality.knowledge + by_doing + from_peers -
                                  p.knowledge_loss * (municipality.knowledge - p.knowledge_floor));
    municipality.knowledge_at_hand =
        p.data_science_pool > 0 ? std::max(municipality.knowledge, p.knowledge_in_pool) : municipality.knowledge;
}

namespace {

/// Plain elementwise arithmetic over all sources, so that it becomes vector code.
ALGEMEENTE_VECTOR_CLONES
void age_sources(DataSources& sources, double supported, double decay, double growth, double growth_if_opened) {
    for (std::size_t s = 0; s < source_count; ++s) {
        const double above = sources.quality[s] - supported;
        const double rising = growth + growth_if_opened * sources.openness[s];
        sources.quality[s] += -decay * (above > 0.0 ? above : 0.0) + rising * (1 - sources.quality[s]);
    }
}

}  // namespace

/// Equations (18)-(19): unattended data decay, standards keep them and ease sharing (E11, E17, E20, E23, E24); the
/// open-data lever (E19) works on public-space sources and corporate registers.
void tend_data(Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    const double supported = p.source_unattended_quality + p.source_standards_quality * municipality.standards;
    const double growth = p.source_standards_growth * municipality.standards;
    age_sources(municipality.sources, supported, p.source_decay, growth, p.open_data_quality_growth);

    const double standards_growth = p.sharing_standards_growth * municipality.standards;
    for (std::size_t origin = 1; origin < origin_count; ++origin) {
        const bool opened = origin == static_cast<std::size_t>(Origin::corporate) ||
                            origin == static_cast<std::size_t>(Origin::cross_domain);
        double& sharing = municipality.sharing[origin];
        sharing = clip(sharing - p.sharing_decay * sharing +
                       (standards_growth + (opened ? p.open_data_sharing_growth : 0)) * (1 - sharing));
    }
}

}  // namespace algemeente::mechanisms

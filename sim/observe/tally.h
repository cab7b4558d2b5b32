// Sums over the world at the end of a month, from which every outcome is read.
#pragma once

#include "world/world.h"

#include <array>
#include <limits>

namespace algemeente {

inline double ratio(double sum, double count) {
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

/// Sums over all projects and municipalities, for one domain.
struct DomainTally {
    int municipalities = 0;
    std::array<double, stage_count> stages{};
    double adopters = 0;
    double value = 0, harm = 0, effort = 0;
    double harm_before = 0;  ///< sum of `harm` over all earlier months
    double usage = 0, performance = 0, sensitivity = 0, legitimacy_in_use = 0, support_in_use = 0, labelled = 0,
           bought = 0;
    std::array<double, factor_count> factors{};
    std::array<double, factor_count> binding{};
    double readiness = 0, exposure = 0;
    double maturity = 0, employee_willingness = 0;
    // ledgers
    double ideas = 0, dropped = 0, started = 0, ever_in_use = 0, abandoned = 0, discontinued = 0;
    double ripe_ideas = 0, ripe_ever_in_use = 0, rejected_by_law = 0, lead_months = 0;
    double incidents = 0, incidents_this_month = 0, severity_this_month = 0;
    // by how a use came about; in_stage(in_use) has those that a municipality chose
    double shared = 0;  ///< chosen products of the market, or built together
    double national = 0, mandated = 0, withdrawn = 0;
    double value_mandated = 0;
    double suppliers_concentration = std::numeric_limits<double>::quiet_NaN();  ///< Herfindahl, over supplied uses
    double registered = 0, registered_out_of_use = 0, registered_mandated = 0;
    // book-keeping of policy (observe/policy_prices.h)
    double policy_eur = 0;                                   ///< of this month, working time included
    double policy_months = 0;                                ///< person-months of this month
    double policy_eur_before = 0, policy_months_before = 0;  ///< sums over all earlier months
    double harm_income_support = 0;                          ///< part of `harm`

    double in_stage(Stage stage) const { return stages[static_cast<std::size_t>(stage)]; }
    double pipeline() const {
        return in_stage(Stage::development) + in_stage(Stage::pilot) + in_stage(Stage::implementation);
    }
    double share_of_municipalities(double count) const { return ratio(count, municipalities); }
    double municipal_mean(double sum) const { return ratio(sum, municipalities); }
    double use_mean(double sum) const { return ratio(sum, in_stage(Stage::in_use)); }
    double pipeline_mean(double sum) const { return ratio(sum, pipeline()); }
    double factor_mean(Factor factor) const { return pipeline_mean(factors[static_cast<std::size_t>(factor)]); }
    double binding_share(Factor factor) const { return pipeline_mean(binding[static_cast<std::size_t>(factor)]); }
};

/// Sums over all municipalities; trust and concern are weighted by inhabitants.
struct NationalTally {
    const Nation* nation = nullptr;
    int municipalities = 0;
    double population = 0, trust = 0, concern = 0;
    double local_attention_risk = 0, local_attention_surveillance = 0;
    double ict = 0, standards = 0, lock_in = 0, knowledge = 0, strictness = 0, ethics_maturity = 0, source_quality = 0;
    double capacity = 0, risk_aversion = 0, relabelled = 0, care_signals = 0, without_use = 0;
    double protest = 0, moratorium = 0, alderman_knowledge = 0, budget_eur = 0, subscriptions_eur = 0;
    double internal_uses = 0;
    // person-months that policy takes in this month, by whose they are
    double policy_staff = 0, policy_departments = 0, policy_officer = 0;
    double policy_eur_so_far = 0;  ///< both domains
    double trust_at_start = 0;     ///< mean over citizens, at the end of the first month

    double municipal_mean(double sum) const { return ratio(sum, municipalities); }
};

struct Tally {
    std::array<DomainTally, domain_count> domains;
    NationalTally national;
};

/// Adds a municipality at the end of its month. Sums hang on the order, so it must be that of the world.
/// `label_personal_data`: the parameter of that name (what counts as called an algorithm).
void add_to(Tally& tally, const Municipality& municipality, double label_personal_data);

/// Did a municipality choose it: a product of the market or built together, and no duty? A service that everybody may
/// join counts with the nation's.

/// Adds what suppliers, national services and laws brought; nothing in a world without them.
void add_supplied(Tally& tally, const World& world);

/// Adds up the whole world, but for what suppliers brought.
Tally tally_of(const World& world, double label_personal_data);

}  // namespace algemeente

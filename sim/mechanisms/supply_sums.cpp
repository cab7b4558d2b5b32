// What the products of a municipality add up to, taken anew only when something happened to one of them.
// Assumes: what is in use asks and gives the same from one look at it to the next.
// ODD: sim/README.md#suppliers-national-services-and-duties
#include "mechanisms/project_rules.h"
#include "mechanisms/supply_rules.h"

#include <utility>

namespace algemeente {

namespace {

std::uint64_t bit(std::uint8_t number) {
    return std::uint64_t{1} << number;
}

/// What a product takes from staff this month: implementing it, keeping it, and answering for it where it is exposed.
double upkeep_of(const SuppliedUse& use, const Now& now) {
    const Parameters& p = now.p;
    const Product& product = now.catalogue->product(use.product);
    const double burden = burden_of(product, p);
    if (use.stage == Stage::implementation) return p.demand_implementation * burden;
    if (use.stage != Stage::in_use) return 0;
    const double effort = p.effort_build_base * (1 + p.effort_per_level * (product.level - 1));
    const double accounting = p.accountability_effort * use.exposure * (p.accountability_base + use.sensitivity);
    return (p.maintenance_share * effort + accounting) * burden;
}

/// A supplier's product asks a part of the change and trains as much less (54). What people think of algorithms they
/// learn from what their own organisation undertakes.
void add_for_departments(SuppliedSums& sums, const SuppliedUse& use, const Now& now) {
    if (use.stage < Stage::implementation) return;
    const Parameters& p = now.p;
    const Product& product = now.catalogue->product(use.product);
    const UseCase& use_case = now.use_cases[product.use_case];
    const double part = burden_of(product, p);
    const bool implemented = use.stage == Stage::implementation;
    const double training = part * (implemented ? p.training_implementation : p.training_use);
    const double burden = implemented ? part * p.burden_per_change * use_case.process_change : 0;
    const int departments = std::min(departments_per_domain, static_cast<int>(rounded(use_case.departments)));
    for (int k = 0; k < departments; ++k) {
        const auto at = static_cast<std::size_t>(index_of(use.domain) * departments_per_domain +
                                                 (use.lead_department + k) % departments_per_domain);
        sums.training[at] += training;
        sums.burden[at] += burden;
    }
}

void add_to_office(SuppliedByOrigin& office, const SuppliedUse& use, bool chosen) {
    if (!chosen) {
        ++(use.mandated ? office.mandated : office.national);
        if (use.mandated) office.value_mandated += use.benefit;
        return;
    }
    ++office.chosen;
    office.value += use.benefit;
    office.usage += use.usage;
    office.performance += use.performance;
    office.sensitivity += use.sensitivity;
    office.legitimacy += use.legitimacy;
    office.support += use.support;
}

void add_in_use(SuppliedSums& sums, const SuppliedUse& use, const Catalogue& catalogue) {
    const Product& product = catalogue.product(use.product);
    sums.shown.push_back({use.product, use.domain, use.performance, use.harm, use.sensitivity});
    add_to_office(sums.by_office[static_cast<std::size_t>(index_of(use.domain))], use, is_chosen(use, product));
    if (product.route == Route::market) sums.of_the_market.mark(product.use_case);
    sums.suppliers |= bit(catalogue.supplier_of[use.product]);
    sums.products |= bit(use.product);
    sums.newest_month = std::max<int>(sums.newest_month, use.stage_since);
    sums.touching += use.touching;
    sums.benefit += use.benefit;
    sums.impact += use.impact;
    for (std::size_t f = 0; f < frame_count; ++f) sums.visible[f] += use.visible[f];
}

/// Keeps the room that the list of those in use has.
void clear(SuppliedSums& sums) {
    std::vector<ShownUse> shown = std::move(sums.shown);
    shown.clear();
    sums = {};
    sums.shown = std::move(shown);
}

}  // namespace

void renew_sums(SuppliedHere& here, const Now& now) {
    SuppliedSums& sums = here.sums;
    clear(sums);
    for (const SuppliedUse& use : here.uses) {
        const std::uint64_t offer = bit(now.catalogue->offer_of[use.product]);
        sums.offers |= offer;
        if (use.mandated) sums.obeyed |= offer;
        if (sums.kinds.of(now.catalogue->product(use.product).use_case) == 0)
            sums.kinds.mark(now.catalogue->product(use.product).use_case);
        sums.subscriptions_eur += use.subscription_eur;
        sums.upkeep += upkeep_of(use, now);
        sums.change_demand += supplied_change_demand(use, now);
        add_for_departments(sums, use, now);
        if (use.stage == Stage::in_use)
            add_in_use(sums, use, *now.catalogue);
        else
            ++sums.on_the_way;
    }
    here.changed = false;
}

}  // namespace algemeente

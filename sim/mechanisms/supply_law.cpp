// A law obliges those who do not use a product yet; then what all products ask of people this month is added up.
// Assumes: a duty asks for a use, whichever of its products fulfils it; nobody is punished who is late.
// ODD: sim/README.md#suppliers-national-services-and-duties
#include "mathematics/elementary.h"
#include "mechanisms/project_rules.h"
#include "mechanisms/schedule.h"
#include "mechanisms/supply_rules.h"
#include "random/distributions.h"

#include <array>
#include <span>

namespace algemeente::mechanisms {

namespace {

bool is_obliged_to(const Product& product, std::size_t position, const Municipality& municipality, const Now& now) {
    return product.mandated_from <= now.month && is_on_offer(product, now.supply->products[position], now.month) &&
           may_use(municipality, product);
}

/// A product of the market may be replaced by one's own; a national service by nothing.
bool fulfils_by_own(const Municipality& municipality, const Offer& offer, const Now& now) {
    if (now.catalogue->product(offer.products.front()).route == Route::national) return false;
    return std::any_of(municipality.projects.begin(), municipality.projects.end(), [&](const Project& project) {
        return project.stage == Stage::in_use && project.use_case == offer.use_case;
    });
}

/// Who must, chooses by what the market has.
std::size_t choose_mandated(const Offer& offer, double luck, const Municipality& municipality, const Now& now) {
    std::array<double, product_limit> shares{};
    for (std::size_t i = 0; i < offer.products.size(); ++i) {
        const Product& product = now.catalogue->product(offer.products[i]);
        if (is_obliged_to(product, offer.products[i], municipality, now)) shares[i] = product.market_share;
    }
    return offer.products[weighted_position(luck, std::span(shares).first(offer.products.size()))];
}

/// Equation (55).
void obey(std::size_t number, Municipality& municipality, const Now& now) {
    const Offer& offer = now.catalogue->offers[number];
    const bool obliged = std::any_of(offer.products.begin(), offer.products.end(), [&](std::uint8_t k) {
        return is_obliged_to(now.catalogue->product(k), k, municipality, now);
    });
    if (!obliged) return;
    if (SuppliedUse* use = use_of_offer(municipality, *now.catalogue, number)) {
        use->mandated = true;
        return;
    }
    if (fulfils_by_own(municipality, offer, now)) return;
    const Draws luck =
        now.luck.draws(Purpose::supply_duty, municipality.key, now.month, static_cast<std::uint32_t>(number));
    if (!happens(luck[0], chance_of_rate(months_between / now.p.supply_mandate_months))) return;
    begin_supplied(choose_mandated(offer, luck[1], municipality, now), UseStart::law, municipality, now);
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

}  // namespace

void obey_duties(Municipality& municipality, const Now& now) {
    if (now.catalogue == nullptr) return;
    const bool is_due = comes_up(0, municipality, now.month);
    for (std::size_t offer = 0; is_due && offer < now.catalogue->offers.size(); ++offer) obey(offer, municipality, now);
    SuppliedHere& here = municipality.supplied;
    // what is in use asks the same from month to month
    const bool is_changing = std::any_of(here.uses.begin(), here.uses.end(), [](const SuppliedUse& use) {
        return use.stage != Stage::in_use || use.months_in_stage == 0;
    });
    if (!is_due && !is_changing) return;
    here.upkeep = here.change_demand = 0;
    for (const SuppliedUse& use : here.uses) {
        here.upkeep += upkeep_of(use, now);
        here.change_demand += supplied_change_demand(use, now);
    }
}

}  // namespace algemeente::mechanisms

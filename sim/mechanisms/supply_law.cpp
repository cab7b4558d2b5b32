// A law obliges those who do not use a product yet.
// Assumes: a duty asks for a use, whichever of its products fulfils it; nobody is punished who is late.
// ODD: sim/README.md#suppliers-national-services-and-duties
#include "mathematics/elementary.h"
#include "mechanisms/project_rules.h"
#include "mechanisms/schedule.h"
#include "mechanisms/supply_rules.h"
#include "random/distributions.h"

#include <array>
#include <bit>
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
    if (SuppliedUse* use = use_of_offer(municipality, *now.catalogue, number)) {
        use->mandated = municipality.supplied.changed = true;
        return;
    }
    if (fulfils_by_own(municipality, offer, now)) return;
    const Draws luck =
        now.luck.draws(Purpose::supply_duty, municipality.key, now.month, static_cast<std::uint32_t>(number));
    if (!happens(luck[0], chance_of_rate(months_between / now.p.supply_mandate_months))) return;
    begin_supplied(choose_mandated(offer, luck[1], municipality, now), UseStart::law, municipality, now);
}

}  // namespace

void obey_duties(Municipality& municipality, const Now& now) {
    if (now.catalogue == nullptr || !comes_up(0, municipality, now.month)) return;
    std::uint64_t left = now.supply->obliging[eligibility(municipality)] & ~sums_of(municipality, now).obeyed;
    for (; left != 0; left &= left - 1) obey(static_cast<std::size_t>(std::countr_zero(left)), municipality, now);
}

}  // namespace algemeente::mechanisms

// Where audits are decided on, each product is looked into once a year: what falls short is repaired or given up.
// Assumes: an audit finds what is wrong with a product wherever it is used, and harm falls by what is repaired.
// ODD: sim/README.md#suppliers-national-services-and-duties
#include "mechanisms/project_rules.h"
#include "mechanisms/schedule.h"
#include "mechanisms/supply_rules.h"
#include "text/calendar.h"

namespace algemeente::mechanisms {

namespace {

/// Audits are spread over the year, each product in the same month of it.
bool is_audited_in(const Product& product, int month) {
    return (product.key + static_cast<std::uint32_t>(month)) % months_per_year == 0;
}

double mean_sensitivity(const World& world, std::size_t position) {
    double sum = 0;
    int users = 0;
    for (const Municipality& municipality : world.municipalities)
        for (const ShownUse& use : municipality.supplied.sums.shown)
            if (use.product == position) sum += use.sensitivity, ++users;
    return users > 0 ? sum / users : 0;
}

/// Equation (62): six of the nine algorithms that the Court of Audit looked into fell short. What falls short is given
/// up, the more readily the more sensitive it is, or repaired; its name suffers, and that of one in order gains.
void audit(std::size_t position, World& world, const NationalNow& now) {
    const Parameters& p = now.p;
    const Product& product = world.catalogue.product(position);
    ProductState& state = world.supply.products[position];
    state.audited_month = now.month;
    const Draws luck = world.luck.draws(Purpose::supply_audit, product.key, now.month);
    if (!happens(luck[0], p.supply_audit_fails * (1 - state.mended))) {
        state.reputation = clip(state.reputation + p.supply_audit_reputation * (1 - state.reputation));
        return;
    }
    state.reputation = clip(state.reputation - p.supply_audit_reputation * state.reputation);
    const double ends =
        p.supply_audit_ends * mean_sensitivity(world, position) * (product.statutory ? p.supply_strike_statutory : 1);
    if (product.can_be_struck && happens(luck[1], ends))
        state.struck_month = now.month + 1;
    else
        state.mended = clip(state.mended + p.supply_audit_mends * (1 - state.mended));
}

}  // namespace

void audit_products(World& world, const NationalNow& now) {
    if (world.catalogue.empty() || now.p.supplier_audit <= 0) return;
    for (std::size_t k = 0; k < world.supply.products.size(); ++k) {
        const Product& product = world.catalogue.product(k);
        if (is_on_offer(product, world.supply.products[k], now.month) && is_audited_in(product, now.month))
            audit(k, world, now);
    }
}

}  // namespace algemeente::mechanisms

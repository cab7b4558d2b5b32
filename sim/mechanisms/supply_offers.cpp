// Suppliers and national services call; who is called may join.
// Assumes: at most one contact a month; what neighbours use is offered most, and who knows more buys less (S08).
// ODD: sim/README.md#suppliers-national-services-and-duties
#include "mathematics/elementary.h"
#include "mechanisms/project_rules.h"
#include "mechanisms/schedule.h"
#include "mechanisms/supply_rules.h"
#include "random/distributions.h"
#include "world/alderman.h"
#include "world/make_supply.h"

#include <array>
#include <span>

namespace algemeente::mechanisms {

namespace {

/// What a municipality has already: offers of which a product is used or on the way, and suppliers that it knows.
struct Held {
    std::array<bool, offer_limit> offers{};
    std::uint64_t suppliers = 0;
};

std::uint64_t bit_of(std::uint8_t supplier) {
    return std::uint64_t{1} << supplier;
}

Held held_by(const Municipality& municipality, const Catalogue& catalogue) {
    Held held;
    for (const SuppliedUse& use : municipality.supplied.uses) {
        held.offers[catalogue.offer_of[use.product]] = true;
        if (use.stage == Stage::in_use) held.suppliers |= bit_of(catalogue.supplier_of[use.product]);
    }
    return held;
}

/// How many peers use a product of each offer, as they showed at the end of last month.
UseCounts used_by_peers(const Municipality& municipality, const Supply& supply) {
    UseCounts used;
    for (int k = 0; k < municipality.peers_known; ++k)
        used.add(supply.used_last_month[municipality.peers[static_cast<std::size_t>(k)]]);
    return used;
}

/// Which product of an offer somebody would choose: what many use, more readily (E35, E52).
double weight_of(const ProductState& state) {
    return state.users + 1;
}

/// Equation (52): rate a quarter at which a municipality is offered one thing, over the products that it could be.
double contact_rate(const Offer& offer, double invitation, double knowledge, const Held& held,
                    const Municipality& municipality, const Now& now) {
    double weights = 0;
    double sum = 0;
    for (const std::uint8_t k : offer.products) {
        const Product& product = now.catalogue->product(k);
        const ProductState& state = now.supply->products[k];
        if (!is_on_offer(product, state, now.month) || !may_use(municipality, product)) continue;
        const bool known = (held.suppliers & bit_of(now.catalogue->supplier_of[k])) != 0;
        const double weight = weight_of(state);
        weights += weight;
        sum += weight * product.push_in(now.month) * state.reputation *
               (invitation + (known ? now.p.supply_same_supplier : 0)) *
               (product.route == Route::national ? 1 : knowledge);
    }
    return weights > 0 ? months_between * now.p.supply_contact * sum / weights : 0;
}

std::size_t choose_product(const Offer& offer, double luck, const Municipality& municipality, const Now& now) {
    std::array<double, product_limit> weights{};
    for (std::size_t i = 0; i < offer.products.size(); ++i) {
        const Product& product = now.catalogue->product(offer.products[i]);
        const ProductState& state = now.supply->products[offer.products[i]];
        if (is_on_offer(product, state, now.month) && may_use(municipality, product)) weights[i] = weight_of(state);
    }
    return offer.products[weighted_position(luck, std::span(weights).first(offer.products.size()))];
}

/// Equation (53): the alderman decides as on an idea, the money must be there, and a closed product may be refused
/// (E36, E38, E68).
bool accepts(std::size_t position, Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    const Product& product = now.catalogue->product(position);
    SuppliedUse offered;
    offered.product = static_cast<std::uint8_t>(position);
    const auto domain = office_of_product(product, municipality.key, now.mixes, now.luck);
    if (!domain) return false;
    offered.domain = *domain;
    offered.ethics = p.ethics_start_share * municipality.ethics_maturity;
    offered.involvement = p.involvement_technology_push;
    offered.taste = taste_of(municipality.office(*domain).alderman, office_key(municipality.key, *domain),
                             product.use_case, now.month, p, now.luck);
    Project view = as_project(offered, municipality, now);
    if (held_by_moratorium(view, municipality, p)) return false;
    weigh_supplied(view, offered, municipality, now);
    const Draws luck = now.luck.draws(Purpose::supply_decision, view.key, now.month, 0);
    if (product.closed && happens(luck[0], municipality.ethics_maturity + p.vendor_refusal_base)) return false;
    const double price = supplied_subscription(product, municipality, p);
    const bool affordable = price <= 0 || municipality.subscriptions_eur + price <=
                                              p.subscription_budget_share * monthly_budget_eur(municipality, p);
    return affordable && happens(luck[1], view.support * p.supply_acceptance);
}

/// The offers that come up this month and of which nothing is used yet.
struct DueOffers {
    std::array<bool, offer_limit> offers{};
    bool any = false;
};

DueOffers due_offers(const Held& held, const Municipality& municipality, const Now& now) {
    DueOffers due;
    for (std::size_t offer = 0; offer < now.catalogue->offers.size(); ++offer) {
        due.offers[offer] = !held.offers[offer] && comes_up(static_cast<std::uint32_t>(offer), municipality, now.month);
        due.any = due.any || due.offers[offer];
    }
    return due;
}

}  // namespace

void receive_offers(Municipality& municipality, const Now& now) {
    if (now.catalogue == nullptr) return;
    const Parameters& p = now.p;
    const Catalogue& catalogue = *now.catalogue;
    const Held held = held_by(municipality, catalogue);
    const DueOffers due = due_offers(held, municipality, now);
    if (!due.any) return;
    const UseCounts peers = used_by_peers(municipality, *now.supply);
    const double ignorance =
        std::max(p.supply_knowledge_floor, 1 - p.supply_knowledge * municipality.knowledge_at_hand);
    const double usual = p.supply_base + p.supply_lock_in * municipality.lock_in;

    std::array<double, offer_limit> rates{};
    double all = 0;
    for (std::size_t offer = 0; offer < catalogue.offers.size(); ++offer) {
        if (!due.offers[offer]) continue;
        const double share =
            municipality.peers_known > 0 ? static_cast<double>(peers.of(offer)) / municipality.peers_known : 0;
        rates[offer] = contact_rate(catalogue.offers[offer], usual + p.supply_peers * share, ignorance * ignorance,
                                    held, municipality, now);
        all += rates[offer];
    }
    const Draws luck = now.luck.draws(Purpose::supply_contact, municipality.key, now.month);
    if (all <= 0 || !happens(luck[0], chance_of_rate(all))) return;
    const std::size_t called = weighted_position(luck[1], std::span(rates).first(catalogue.offers.size()));
    const std::size_t product = choose_product(catalogue.offers[called], luck[2], municipality, now);
    if (accepts(product, municipality, now)) begin_supplied(product, UseStart::offer, municipality, now);
}

}  // namespace algemeente::mechanisms

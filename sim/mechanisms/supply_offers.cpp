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
#include <bit>
#include <limits>
#include <span>

namespace algemeente::mechanisms {

namespace {

/// How many peers use a product of each offer, as they showed at the end of last month.
UseCounts used_by_peers(const Municipality& municipality, const Supply& supply) {
    UseCounts used;
    for (int k = 0; k < municipality.peers_known; ++k)
        used.add(supply.used_last_month[municipality.peers[static_cast<std::size_t>(k)]]);
    return used;
}

/// What the products of an offer that come from suppliers already here add: they call first (E05).
double pull_of_known(const Offer& offer, std::uint64_t known, const Municipality& municipality, const Now& now) {
    double sum = 0;
    for (const std::uint8_t k : offer.products) {
        const Product& product = now.catalogue->product(k);
        const ProductState& state = now.supply->products[k];
        if (((known >> now.catalogue->supplier_of[k]) & 1U) == 0 || !may_use(municipality, product) ||
            !is_on_offer(product, state, now.month))
            continue;
        sum += weight_of(state) * product.push_in(now.month) * state.reputation;
    }
    return sum;
}

/// Equation (52): rate a quarter at which a municipality is offered one thing, over the products that it could be.
double contact_rate(std::size_t number, double invitation, double knowledge, std::uint64_t known,
                    const Municipality& municipality, const Now& now) {
    const Offer& offer = now.catalogue->offers[number];
    const OfferNow& stands = now.supply->offers[number];
    const std::size_t e = eligibility(municipality);
    if (stands.weights[e] <= 0) return 0;
    const double from_known = (offer.suppliers & known) != 0
                                  ? now.p.supply_same_supplier * pull_of_known(offer, known, municipality, now)
                                  : 0;
    const bool of_the_nation = now.catalogue->product(offer.products.front()).route == Route::national;
    return months_between * now.p.supply_contact * (of_the_nation ? 1 : knowledge) *
           (invitation * stands.pull[e] + from_known) / stands.weights[e];
}

/// No rate of these offers together is above this: whatever neighbours use, and whoever the suppliers are.
double highest_rate(std::uint64_t due, const Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    double sum = 0;
    const std::size_t e = eligibility(municipality);
    for (std::uint64_t left = due; left != 0; left &= left - 1) {
        const OfferNow& stands = now.supply->offers[static_cast<std::size_t>(std::countr_zero(left))];
        if (stands.weights[e] > 0) sum += stands.pull[e] / stands.weights[e];
    }
    const double invitation =
        p.supply_base + p.supply_lock_in * municipality.lock_in + p.supply_peers + p.supply_same_supplier;
    // knowledge keeps suppliers away unless it is below 0; rounding is far below one in a million
    constexpr double margin = 1.000001;
    const double most_open = 1 - p.supply_knowledge * std::min(0.0, municipality.knowledge_at_hand);
    return months_between * p.supply_contact * sum * invitation * std::max(1.0, most_open * most_open) * margin;
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

/// Bits of the numbers that come up together with 0.
constexpr std::uint64_t numbers_with_0 = [] {
    std::uint64_t bits = 0;
    for (std::uint32_t number = 0; number < std::numeric_limits<std::uint64_t>::digits; number += months_between)
        bits |= std::uint64_t{1} << number;
    return bits;
}();

/// The offers that come up this month and of which nothing is used yet, as bits.
std::uint64_t due_offers(std::uint64_t held, const Municipality& municipality, const Now& now) {
    static_assert(offer_limit < std::numeric_limits<std::uint64_t>::digits);
    const std::uint64_t all = (std::uint64_t{1} << now.catalogue->offers.size()) - 1;
    std::uint32_t first = 0;
    while (!comes_up(first, municipality, now.month)) ++first;
    return (numbers_with_0 << first) & all & ~held;
}

}  // namespace

void receive_offers(Municipality& municipality, const Now& now) {
    if (now.catalogue == nullptr) return;
    const Parameters& p = now.p;
    const SuppliedSums& held = sums_of(municipality, now);
    const std::uint64_t due = due_offers(held.offers, municipality, now);
    if (due == 0) return;
    const Draws luck = now.luck.draws(Purpose::supply_contact, municipality.key, now.month);
    if (luck[0] >= highest_rate(due, municipality, now)) return;  // a chance is never above its rate
    const UseCounts peers = used_by_peers(municipality, *now.supply);
    const double ignorance =
        std::max(p.supply_knowledge_floor, 1 - p.supply_knowledge * municipality.knowledge_at_hand);
    const double usual = p.supply_base + p.supply_lock_in * municipality.lock_in;

    std::array<double, offer_limit> rates{};
    double all = 0;
    for (std::uint64_t left = due; left != 0; left &= left - 1) {
        const auto offer = static_cast<std::size_t>(std::countr_zero(left));
        const double share =
            municipality.peers_known > 0 ? static_cast<double>(peers.of(offer)) / municipality.peers_known : 0;
        rates[offer] = contact_rate(offer, usual + p.supply_peers * share, ignorance * ignorance, held.suppliers,
                                    municipality, now);
        all += rates[offer];
    }
    if (luck[0] >= all || !happens(luck[0], chance_of_rate(all))) return;
    const std::size_t called = weighted_position(luck[1], std::span(rates).first(now.catalogue->offers.size()));
    const std::size_t product = choose_product(now.catalogue->offers[called], luck[2], municipality, now);
    if (accepts(product, municipality, now)) begin_supplied(product, UseStart::offer, municipality, now);
}

/// What all municipalities read of products is worked out once.
void open_market(World& world, const NationalNow& now) {
    if (!world.catalogue.empty()) list_offers(world.supply, world.catalogue, now.month);
}

}  // namespace algemeente::mechanisms

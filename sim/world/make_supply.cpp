#include "world/make_supply.h"

#include "mathematics/elementary.h"
#include "random/distributions.h"
#include "text/error.h"
#include "world/alderman.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace algemeente {

namespace {

/// A national service is an offer of its own; other products compete with those for the same kind of use.
void add_to_offers(Catalogue& catalogue, const Product& product, std::size_t position) {
    const auto competes = [&](const Offer& offer) {
        return offer.use_case == product.use_case && catalogue.product(offer.products.front()).route != Route::national;
    };
    auto found = std::find_if(catalogue.offers.begin(), catalogue.offers.end(), competes);
    if (product.route == Route::national || found == catalogue.offers.end()) {
        catalogue.offers.push_back({product.use_case, {}, 0});
        found = catalogue.offers.end() - 1;
    }
    found->products.push_back(static_cast<std::uint8_t>(position));
    catalogue.offer_of.push_back(static_cast<std::uint8_t>(found - catalogue.offers.begin()));
}

/// Equation (51): odds of being a user, larger in large municipalities (S08).
double chance_of_stock(const Product& product, double size, const Parameters& p) {
    constexpr double municipalities_2015 = 342;  // of today's division, in which users are counted
    const double share = product.users_2015 / municipalities_2015;
    if (share <= 0 || share >= 1) return std::clamp(share, 0.0, 1.0);
    const double odds = share / (1 - share) * power(size, p.supply_size);
    return odds / (1 + odds);
}

bool has_paid_parking(const Municipality& municipality, const Parameters& p, const Luck& luck) {
    const double chance = logistic(p.supply_parking_base + p.supply_parking_size * logarithm(municipality.size));
    return luck.uniform(Purpose::supply_parking, municipality.key, before_first_month) < chance;
}

SuppliedUse old_use(const Product& product, std::size_t position, Domain domain, const Municipality& municipality,
                    double department_luck, const Parameters& p, const Luck& luck) {
    SuppliedUse use;
    use.product = static_cast<std::uint8_t>(position);
    use.domain = domain;
    use.stage = Stage::in_use;
    use.start = UseStart::stock;
    use.lead_department = static_cast<std::uint8_t>(whole_number(department_luck, 0, departments_per_domain - 1));
    use.started_month = static_cast<std::int16_t>(product.launch);
    use.readiness = p.supply_readiness;
    use.involvement = p.supply_stock_involvement;
    use.ethics = municipality.ethics_maturity;
    use.taste = taste_of(municipality.office(domain).alderman, office_key(municipality.key, domain), product.use_case,
                         before_first_month, p, luck);
    return use;
}

/// What is in use in January 2015.
void stock(Municipality& municipality, const Catalogue& catalogue, const UseCaseMixes& mixes, const Parameters& p,
           const Luck& luck) {
    for (std::size_t k = 0; k < catalogue.products->size(); ++k) {
        const Product& product = catalogue.product(k);
        const bool eligible = product.eligible == Eligible::everybody || municipality.supplied.has_paid_parking;
        if (product.launch >= 0 || product.users_2015 <= 0 || !eligible) continue;
        const Draws draws =
            luck.draws(Purpose::supply_stock, supplied_key(municipality.key, product.key), before_first_month);
        const auto domain = office_of_product(product, municipality.key, mixes, luck);
        if (!domain || draws[0] >= chance_of_stock(product, municipality.size, p)) continue;
        municipality.supplied.uses.push_back(old_use(product, k, *domain, municipality, draws[1], p, luck));
    }
}

}  // namespace

std::optional<Domain> office_of_product(const Product& product, std::uint32_t municipality_key,
                                        const UseCaseMixes& mixes, const Luck& luck) {
    std::array<double, domain_count> shares{};
    double sum = 0;
    for (std::size_t d = 0; d < domain_count; ++d) sum += shares[d] = mixes.of_domain[d][product.use_case];
    if (sum <= 0) return std::nullopt;
    double left =
        sum * luck.uniform(Purpose::supply_office, supplied_key(municipality_key, product.key), before_first_month);
    std::size_t chosen = 0;
    while (chosen + 1 < domain_count && left >= shares[chosen]) left -= shares[chosen++];
    return static_cast<Domain>(chosen);
}

Catalogue catalogue_of(const Scenario& scenario) {
    Catalogue catalogue;
    catalogue.products = std::make_shared<const std::vector<Product>>(products_of(scenario));
    std::vector<std::string> suppliers;
    for (std::size_t k = 0; k < catalogue.products->size(); ++k) {
        const Product& product = catalogue.product(k);
        add_to_offers(catalogue, product, k);
        const auto known = std::find(suppliers.begin(), suppliers.end(), product.supplier);
        catalogue.supplier_of.push_back(static_cast<std::uint8_t>(known - suppliers.begin()));
        if (known == suppliers.end()) suppliers.push_back(product.supplier);
        catalogue.offers[catalogue.offer_of[k]].suppliers |= std::uint64_t{1} << catalogue.supplier_of[k];
    }
    if (catalogue.offers.size() > offer_limit)
        throw InputError(fmt::format("{}: more than {} national services and kinds of use with products; remove some",
                                     scenario.name, offer_limit));
    return catalogue;
}

void list_offers(Supply& supply, const Catalogue& catalogue, int month) {
    supply.offers.assign(catalogue.offers.size(), {});
    supply.obliging = {};
    supply.struck = 0;
    for (std::size_t k = 0; k < supply.products.size(); ++k)
        if (supply.products[k].struck_month <= month) supply.struck |= std::uint64_t{1} << k;
    for (std::size_t o = 0; o < catalogue.offers.size(); ++o)
        for (const std::uint8_t k : catalogue.offers[o].products) {
            const Product& product = catalogue.product(k);
            const ProductState& state = supply.products[k];
            if (!is_on_offer(product, state, month)) continue;
            // who has what some products need can use all of them
            for (auto e = static_cast<std::size_t>(product.eligible); e < eligible_count; ++e) {
                supply.offers[o].weights[e] += weight_of(state);
                supply.offers[o].pull[e] += weight_of(state) * product.push_in(month) * state.reputation;
                if (product.mandated_from <= month) supply.obliging[e] |= std::uint64_t{1} << o;
            }
        }
}

void add_suppliers(World& world, const Scenario& scenario) {
    if (!scenario.supply) return;
    const Parameters& p = scenario.parameters;
    world.catalogue = catalogue_of(scenario);
    const UseCaseMixes mixes = mixes_of(scenario.use_cases);
    world.supply.products.resize(world.catalogue.products->size());
    for (ProductState& product : world.supply.products) product.reputation = p.supply_reputation_start;
    world.supply.used_last_month.resize(world.municipalities.size());
    for (std::size_t i = 0; i < world.municipalities.size(); ++i) {
        Municipality& municipality = world.municipalities[i];
        municipality.supplied.has_paid_parking = has_paid_parking(municipality, p, world.luck);
        stock(municipality, world.catalogue, mixes, p, world.luck);
        for (const SuppliedUse& use : municipality.supplied.uses) {
            ++world.supply.products[use.product].users;
            world.supply.used_last_month[i].mark(world.catalogue.offer_of[use.product]);
        }
        municipality.supplied.changed = true;
    }
}

}  // namespace algemeente

// A town in which a national service and two competing products are on offer.
#pragma once

#include "mechanisms/one_municipality.h"
#include "mechanisms/supply_rules.h"
#include "world/make_supply.h"

#include <memory>

namespace algemeente {

struct TownWithSuppliers {
    static constexpr std::size_t service = 0, product = 1, rival = 2;  ///< positions in the catalogue

    OneMunicipality town;
    std::vector<Product> products{3};
    Catalogue catalogue;
    Supply supply;

    TownWithSuppliers() {
        const char* names[] = {"service", "product", "rival"};
        for (std::size_t k = 0; k < products.size(); ++k) {
            products[k].name = products[k].supplier = names[k];
            products[k].key = static_cast<std::uint32_t>(k + 1);
            products[k].use_case = find_use_case("area_model");  // of one domain only
            products[k].launch = -12;
        }
        products[service].route = Route::national;
        supply.products.resize(products.size());
        for (ProductState& state : supply.products) state.reputation = .5;
        supply.used_last_month.resize(1);
        // divides by six: what comes up once a quarter does in months 0, 3, 6, ..., uses are looked at in 0, 6, ...
        town.municipality.key = 366;
        town.municipality.budget_eur = 1e9;
        town.municipality.size_for_prices = 1;
        set_up();
    }
    /// After a change of products.
    void set_up() {
        catalogue = {};
        catalogue.products = std::make_shared<const std::vector<Product>>(products);
        catalogue.offers = {{products[service].use_case, {service}, 0},
                            {products[product].use_case, {product, rival}, 0}};
        catalogue.offer_of = {0, 1, 1};
        catalogue.supplier_of = {0, 1, 2};
        catalogue.offers[0].suppliers = 1;
        catalogue.offers[1].suppliers = 2 + 4;
    }
    /// As at the start of a month.
    Now now(int month) {
        list_offers(supply, catalogue, month);
        Now now = town.now(month);
        now.catalogue = &catalogue;
        now.supply = &supply;
        return now;
    }
    SuppliedUse& add(std::size_t position, Stage stage) {
        SuppliedUse use;
        use.product = static_cast<std::uint8_t>(position);
        use.domain = Domain::physical;
        use.stage = stage;
        use.stage_since = -12;
        use.readiness = .7;
        town.municipality.supplied.uses.push_back(use);
        town.municipality.supplied.changed = true;
        return town.municipality.supplied.uses.back();
    }
    std::vector<SuppliedUse>& uses() { return town.municipality.supplied.uses; }
};

}  // namespace algemeente

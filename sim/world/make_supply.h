// Suppliers enter the world: what is offered, and which products are in use when it begins.
#pragma once

#include "parameters/use_cases.h"
#include "world/world.h"

#include <cstdint>
#include <optional>

namespace algemeente {

/// What a scenario's suppliers, national services and laws have to offer; empty without suppliers. Throws InputError.
Catalogue catalogue_of(const Scenario& scenario);

/// Gives a new world the catalogue of its scenario and the uses of January 2015 (equation 51). Nothing without
/// suppliers.
void add_suppliers(World& world, const Scenario& scenario);

/// How each offer stands in a month, from its products; what the law orders and what is struck down.
void list_offers(Supply& supply, const Catalogue& catalogue, int month);

/// Who draws random numbers for a product in a municipality.
constexpr std::uint64_t supplied_key(std::uint32_t municipality_key, std::uint32_t product_key) {
    return (static_cast<std::uint64_t>(municipality_key) << 32U) | product_key;
}

/// The office that a product comes to: drawn by how often its kind of use comes up among the ideas of each; none if it
/// comes up nowhere. The same in every month.
std::optional<Domain> office_of_product(const Product& product, std::uint32_t municipality_key,
                                        const UseCaseMixes& mixes, const Luck& luck);

}  // namespace algemeente

// What suppliers, national services and laws bring into municipalities, as plain data: who uses which product, and what
// the nation knows of each product. Apart from projects, so that thousands of uses cost little.
#pragma once

#include "netherlands/products.h"
#include "world/types.h"
#include "world/uses.h"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace algemeente {

/// How a municipality came to use a product.
enum class UseStart : std::uint8_t { offer, law, stock };

/// A product in a municipality, from the decision on.
struct SuppliedUse {
    std::uint8_t product = 0;  ///< position in World::catalogue
    Domain domain = Domain::social;
    Stage stage = Stage::development;  ///< delivery and review, implementation, or in use
    UseStart start = UseStart::offer;
    bool mandated = false;
    std::uint8_t lead_department = 0;
    std::uint8_t law_attempts = 0;
    std::int16_t started_month = 0;  ///< below 0: before 2015
    std::int16_t months_in_stage = 0;
    std::int16_t months_left = 0;  ///< of delivery and review
    double readiness = 0;          ///< of its data
    double involvement = 0;
    double ethics = 0;
    double changed = 0;           ///< person-months of change done
    double taste = 0;             ///< logit: what else the alderman thinks of its kind of use
    double subscription_eur = 0;  ///< a month

    // when it was looked at last
    double exposure = 0, support = 0, legitimacy = 0, sensitivity = 0;
    double usage = 0, performance = 0, benefit = 0, harm = 0;
    double touching = 0;                        ///< harm times the share of citizens that it touches
    double impact = 0;                          ///< on people, more if it enforces
    std::array<double, frame_count> visible{};  ///< what media can find
};

/// An incident with a product, for the nation to hear of.
struct ProductIncident {
    std::uint8_t product = 0;
    double severity = 0;
};

/// A municipality's part.
struct SuppliedHere {
    std::vector<SuppliedUse> uses;  ///< in the order in which they began
    bool has_paid_parking = false;  ///< only such municipalities can use a scan car
    double subscriptions_eur = 0;   ///< a month
    // this month
    double upkeep = 0;                          ///< person-months that they take from staff
    double change_demand = 0;                   ///< person-months of change that they ask
    double touched = 0;                         ///< how far they touch people: impact, more if they enforce
    std::array<double, frame_count> visible{};  ///< what media can find
    std::vector<ProductIncident> incidents;
    // so far
    std::array<std::int32_t, domain_count> ended{};
    std::array<std::int32_t, domain_count> withdrawn{};  ///< of those, because the product was struck down
};

/// What the nation knows of a product.
struct ProductState {
    int users = 0;  ///< at the end of last month
    double reputation = 0;
    double news = 0;  ///< exposure that incidents of others add to each use
    int struck_month = never;
};

/// One thing that a municipality can be offered: a national service, or the products that compete for a kind of use.
struct Offer {
    std::size_t use_case = 0;
    std::vector<std::uint8_t> products;  ///< positions in the catalogue
};

/// The products of a world and how they are offered: follows from the scenario alone.
struct Catalogue {
    std::shared_ptr<const std::vector<Product>> products;
    std::vector<Offer> offers;
    std::vector<std::uint8_t> offer_of;     ///< of each product
    std::vector<std::uint8_t> supplier_of;  ///< of each product: equal numbers are one supplier

    bool empty() const { return products == nullptr || products->empty(); }
    const Product& product(std::size_t position) const { return (*products)[position]; }
};

/// Most offers: what municipalities use of each is counted as kinds of use are.
inline constexpr std::size_t offer_limit = use_case_capacity;

/// What changes of products, over the nation.
struct Supply {
    std::vector<ProductState> products;      ///< in the order of the catalogue
    std::vector<UseCounts> used_last_month;  ///< per municipality: the offers of which it uses a product
};

}  // namespace algemeente

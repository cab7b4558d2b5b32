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
    std::int16_t stage_since = 0;    ///< month in which it entered its stage
    std::int16_t months_left = 0;    ///< of delivery and review
    double readiness = 0;            ///< of its data
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

/// A municipality chose it: no law orders it, and it is neither a service of the nation nor what everybody may join.
inline bool is_chosen(const SuppliedUse& use, const Product& product) {
    return !use.mandated && product.route != Route::national && !product.open_to_all;
}

/// What the nation reads of a product in use.
struct ShownUse {
    std::uint8_t product = 0;
    Domain domain = Domain::social;
    double performance = 0, harm = 0, sensitivity = 0;
};

/// Sums over the products in use in one office, by how they came; means are of those that were chosen.
struct SuppliedByOrigin {
    int chosen = 0, national = 0, mandated = 0;
    double value = 0, usage = 0, performance = 0, sensitivity = 0, legitimacy = 0, support = 0;
    double value_mandated = 0;
};

/// What all uses of a municipality add up to. Taken anew when one of them begins, moves, ends or is looked at, so that
/// nobody goes through the uses in a month in which nothing happens to them.
struct SuppliedSums {
    std::vector<ShownUse> shown;                           ///< of those in use
    std::array<SuppliedByOrigin, domain_count> by_office;  ///< the same, added up
    UseCounts kinds;                                       ///< of use, in use or on the way
    UseCounts of_the_market;                               ///< kinds of use that products of the market serve
    std::uint64_t offers = 0;                              ///< bits: in use or on the way
    std::uint64_t obeyed = 0;                              ///< bits: offers used because the law orders it
    std::uint64_t suppliers = 0;                           ///< bits: of what is in use
    std::uint64_t products = 0;                            ///< bits: in use
    int on_the_way = 0;
    int newest_month = -1;     ///< in which the newest of those in use came into use
    double upkeep = 0;         ///< person-months that they take from staff
    double change_demand = 0;  ///< person-months of change that they ask
    double subscriptions_eur = 0;
    double touching = 0, benefit = 0;
    double impact = 0;                                          ///< how far they touch people: more if they enforce
    std::array<double, frame_count> visible{};                  ///< what media can find
    std::array<double, department_count> training{}, burden{};  ///< of each department, where change is met in full
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
    bool changed = false;           ///< a use began, moved or ended since the sums were taken
    SuppliedSums sums;
    double internal_uses = 0;    ///< expected number of internal operations in use, which belong to no domain
    double internal_upkeep = 0;  ///< person-months that they take from staff this month
    std::vector<ProductIncident> incidents;  ///< of this month
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
    int audited_month = never;  ///< last
    double mended = 0;          ///< part of its harm that repairs after audits took away
};

/// One thing that a municipality can be offered: a national service, or the products that compete for a kind of use.
struct Offer {
    std::size_t use_case = 0;
    std::vector<std::uint8_t> products;  ///< positions in the catalogue
    std::uint64_t suppliers = 0;         ///< bits, of these products
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

/// How an offer stands this month, for those who can use all of its products and for those who lack what some need.
struct OfferNow {
    std::array<double, eligible_count> weights{};  ///< of its products, by what many use
    std::array<double, eligible_count> pull{};     ///< the same, by how hard each is offered and how good its name is
};

/// What changes of products, over the nation.
struct Supply {
    std::vector<ProductState> products;      ///< in the order of the catalogue
    std::vector<UseCounts> used_last_month;  ///< per municipality: the offers of which it uses a product
    // listed at the start of a month
    std::uint64_t struck = 0;  ///< bits: products that are struck down
    std::vector<OfferNow> offers;
    std::array<std::uint64_t, eligible_count> obliging{};  ///< bits: offers that a law orders
};

/// Is it on offer this month: launched, and neither withdrawn nor struck down?
constexpr bool is_on_offer(const Product& product, const ProductState& state, int month) {
    return product.launch <= month && month < product.withdrawn && state.struck_month == never;
}

/// Which product of an offer somebody would choose: what many use, more readily (E35, E52).
inline double weight_of(const ProductState& state) {
    return state.users + 1;
}

}  // namespace algemeente

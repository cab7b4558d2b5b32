// What the mechanisms of suppliers ask of a product and of its use.
#pragma once

#include "mechanisms/now.h"

namespace algemeente {

/// Offers and duties come up once a quarter each, some of them every month, and what is in use is looked at twice a
/// year: how finely time is drawn for what thousands do, as the month is for all else. What happens then is what these
/// months bring.
inline constexpr std::uint32_t months_between = 3;
inline constexpr std::uint32_t months_between_looks = 6;

/// Is it the turn of the one with this number, in this municipality and month?
constexpr bool comes_up(std::uint32_t number, const Municipality& municipality, int month) {
    return (number + municipality.key + static_cast<std::uint32_t>(month)) % months_between == 0;
}

/// Is it the month in which a municipality looks at what it uses?
constexpr bool is_looked_at(const Municipality& municipality, int month) {
    return (municipality.key + static_cast<std::uint32_t>(month)) % months_between_looks == 0;
}

/// What a product asks of people, relative to one of the municipality's own (equation 54).
double burden_of(const Product& product, const Parameters& p);

/// Which products a municipality can use: its position among those of OfferNow.
constexpr std::size_t eligibility(const Municipality& municipality) {
    return static_cast<std::size_t>(municipality.supplied.has_paid_parking ? Eligible::paid_parking
                                                                           : Eligible::everybody);
}

constexpr bool may_use(const Municipality& municipality, const Product& product) {
    return static_cast<std::size_t>(product.eligible) <= eligibility(municipality);
}

/// The use of a product of this offer, on the way or in use; nullptr if there is none.
SuppliedUse* use_of_offer(Municipality& municipality, const Catalogue& catalogue, std::size_t offer);

/// A supplied use as a project, so that it meets the rules of any other: with the attributes of its use case at the
/// product's level. It has no requirements and no event tells it from another (birth_month -1).
Project as_project(const SuppliedUse& use, const Municipality& municipality, const Now& now);

/// Sets how exposed it is and how far the alderman supports it; what the law orders has at least some support.
void weigh_supplied(Project& view, const SuppliedUse& use, const Municipality& municipality, const Now& now);

/// Months that delivery and the privacy officer's review take from now on.
int months_of_road(const Project& view, const SuppliedUse& use, Municipality& municipality, const Now& now);

/// How heavily the law weighs on it: nothing is linked that did not come with it where the law is its basis (E53).
double supplied_load(const Project& view, const Product& product, const Now& now);

/// A municipality starts with a product; it begins with delivery. Nothing where its kind of use has no office.
void begin_supplied(std::size_t product, UseStart start, Municipality& municipality, const Now& now);

/// Its subscription a month (E34, E36); national services are free.
double supplied_subscription(const Product& product, const Municipality& municipality, const Parameters& p);

/// Ends it; employees whose product is struck down are disappointed as by an abandoned project (E48).
void end_supplied(SuppliedUse& use, Municipality& municipality, const Now& now, Reason reason);

/// Adds up what the uses of a municipality are and do.
void renew_sums(SuppliedHere& here, const Now& now);

/// Those sums, after all that has happened to the uses so far.
inline const SuppliedSums& sums_of(Municipality& municipality, const Now& now) {
    if (municipality.supplied.changed) renew_sums(municipality.supplied, now);
    return municipality.supplied.sums;
}

/// Change that it asks of departments this month, person-months (equations 33, 54).
double supplied_change_demand(const SuppliedUse& use, const Now& now);

}  // namespace algemeente

// What policy takes: the price of every lever, added up month by month. Book-keeping beside the model: it reads the
// world and the rules in force, and nothing that happens depends on it (pitfall F12: no lever is free).
#pragma once

#include "observe/tally.h"
#include "parameters/parameters.h"
#include "scenario/policy.h"
#include "world/world.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace algemeente {

/// On which side of its standard value a lever has to be for a price to be due.
enum class PriceSide : std::uint8_t { above, below, both };
/// A saving counts below zero.
enum class PriceSign : std::uint8_t { takes, gives };
/// Euros when it is decided, a year or in a month; or person-months a month, by whose they are.
enum class PriceKind : std::uint8_t { once, a_year, in_month, staff, departments, officer };
/// What an amount is for.
enum class PricePer : std::uint8_t {
    municipality,       ///< of 26,500 inhabitants; others by price_size_exponent
    inhabitant,         ///< both domains half each, as of a municipality
    use,                ///< in use, in its own domain
    sensitive_project,  ///< on the way, above committee_sensitivity, in its own domain
    sensor,             ///< ordered in this month, in the domain of its project
    sensor_price,       ///< euros of such an order at the usual price, per unit of the lever
    change_capacity,    ///< person-months at the usual level, per unit of the lever
    capacity            ///< person-months without the cut, per unit of the lever
};

/// A row of policy_prices.def.
struct LeverPrice {
    std::string_view lever;
    double Parameters::*value;  ///< of the lever
    PriceSide side;
    PriceSign sign;
    PriceKind kind;
    PricePer per;
    double Parameters::*price;
};
std::span<const LeverPrice> lever_prices();

/// How far a lever stands from its standard value, where this price is due: of prices per unit of the lever in that
/// unit, of others as a part of the way to the end of the range (0 to 1); below zero on the other side of `both`.
double strength_of(const LeverPrice& price, const Parameters& p);

/// Adds up a month. Between municipalities under the same rules it remembers what is due.
class PolicyBook {
public:
    /// A municipality at the end of its month, the rules in force there, and those of last month (nothing: this is the
    /// first month, and what the rules have besides standard values is decided in it).
    void add(Tally& tally, const Municipality& municipality, const Catalogue& catalogue, const Rules& rules,
             const Rules* before);

private:
    struct Due {
        const LeverPrice* price = nullptr;
        double strength = 0;
        double risen = 0;  ///< since last month
    };
    void find_due(const Parameters& p, const Parameters* before);

    std::vector<Due> due_;
    const Parameters* rules_ = nullptr;
    const Parameters* rules_before_ = nullptr;
};

}  // namespace algemeente

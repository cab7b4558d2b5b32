// Products and services that several municipalities use: what suppliers offer and what laws order.
#pragma once

#include "scenario/scenario.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

/// How a product comes to a municipality: sold, as a service of the nation, or built together with others.
enum class Route : std::uint8_t { market, national, cooperative };
inline constexpr int route_count = 3;  ///< enumerators
std::string_view route_word(Route route);

/// Who can use a product at all.
enum class Eligible : std::uint8_t { everybody, paid_parking };
inline constexpr std::size_t eligible_count = 2;  ///< enumerators

/// A month that does not come.
inline constexpr int never = std::numeric_limits<int>::max();

/// One row of scenarios/data/supply.csv, with what a scenario changes of it. Months below 0 lie before January 2015.
struct Product {
    std::string name;
    std::uint32_t key = 0;  ///< for random draws: follows from the name
    std::string english;
    std::string dutch;
    std::string supplier;
    std::size_t use_case = 0;
    int level = 1;
    Route route = Route::market;
    int launch = 0;
    int withdrawn = never;  ///< a date on which it was judged unlawful or given up
    bool can_be_struck = true;
    int mandated_from = never;
    Eligible eligible = Eligible::everybody;
    double brings_sources = 0;  ///< share of the data it needs that come with it
    bool closed = false;
    bool statutory = false;    ///< the law is its legal basis
    bool open_to_all = false;  ///< everybody may join it, as a national service
    double market_share = 1;   ///< of those who are obliged and choose among the products of one kind
    double users_2015 = 0;
    double deliver_months = 0;
    double push = 1;  ///< how hard it is offered, relative to an ordinary product
    int campaign_from = never, campaign_until = never;
    double campaign_push = 1;  ///< the same while its campaign lasts

    double push_in(int month) const { return month >= campaign_from && month <= campaign_until ? campaign_push : push; }
};

/// Most products a world may have: one bit of a word each for their suppliers.
inline constexpr std::size_t product_limit = 64;

/// Reads the products of a data folder. Throws InputError "file:line: column: problem".
std::vector<Product> read_products(const std::filesystem::path& folder);

/// The products of a scenario: none without suppliers, else those of the data with the scenario's own [[product]]
/// tables. Throws InputError naming the nearest product for an unknown one.
std::vector<Product> products_of(const Scenario& scenario);

}  // namespace algemeente

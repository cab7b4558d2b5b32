// The two domains of a municipality.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace algemeente {

/// Mechanisms may use a domain only to find the people, departments and sources that belong to it (E80).
enum class Domain : std::uint8_t { social, physical };
inline constexpr int domain_count = 2;  ///< enumerators

/// In the order of the enumerators.
inline constexpr std::array<std::string_view, domain_count> domain_ids{"social", "physical"};

constexpr int index_of(Domain domain) {
    return static_cast<int>(domain);
}
constexpr std::string_view domain_word(Domain domain) {
    return domain_ids[static_cast<std::size_t>(domain)];
}

}  // namespace algemeente

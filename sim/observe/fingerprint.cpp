#include "observe/fingerprint.h"

#include "observe/history.h"
#include "world/fields.h"

#include <bit>
#include <boost/pfr/tuple_size.hpp>
#include <type_traits>

namespace algemeente {

namespace {

template <typename Value>
concept Sequence = requires(const Value& values) {
    values.begin();
    values.size();
};

/// Adds a number as it is, a sequence by its length and elements, and a struct by its fields, whatever these are.
template <typename Value>
void add_everything(Fingerprint& hash, const Value& value) {
    if constexpr (std::is_same_v<Value, double>) {
        hash.add(value);
    } else if constexpr (std::is_same_v<Value, float>) {
        hash.add(static_cast<std::uint64_t>(std::bit_cast<std::uint32_t>(value)));
    } else if constexpr (std::is_integral_v<Value> || std::is_enum_v<Value>) {
        hash.add(static_cast<std::uint64_t>(value));
    } else if constexpr (std::is_same_v<Value, Luck>) {
        hash.add(value.key());
    } else if constexpr (Sequence<Value>) {
        hash.add(static_cast<std::uint64_t>(value.size()));
        for (const auto& element : value) add_everything(hash, element);
    } else {
        static_assert(fields_known<Value> == boost::pfr::tuple_size_v<Value>,
                      "a field of this struct is missing from world/fields.h");
        std::apply([&](const auto&... fields) { (add_everything(hash, fields), ...); }, fields_of(value));
    }
}

}  // namespace

void Fingerprint::add(double value) {
    add(std::bit_cast<std::uint64_t>(value));
}

std::uint64_t fingerprint(const World& world) {
    Fingerprint hash;
    add_everything(hash, world);
    if (!world.catalogue.empty()) {
        add_everything(hash, world.supply);
        for (const Municipality& municipality : world.municipalities) add_everything(hash, municipality.supplied);
    }
    return hash.value();
}

}  // namespace algemeente

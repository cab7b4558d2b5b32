// Structs as bytes, field by field, and back: what saved runs (saved_run.h) are made of.
//
// Numbers are little endian in their own width; words (enumerations) are the number behind them; a sequence is its
// length (8 bytes), unless the length is fixed, and its elements; a struct is its fields in order. Which fields those
// are is said once: by fields_of (world/fields.h) where a struct has such a list, else by the struct itself.
#pragma once

#include "observe/fingerprint.h"
#include "text/error.h"
#include "world/fields.h"

#include <fmt/format.h>
#include <boost/pfr/core.hpp>
#include <boost/pfr/tuple_size.hpp>

#include <algorithm>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace algemeente {

namespace field_bytes {

template <typename Value>
concept Word = std::is_enum_v<Value>;

template <typename Value>
concept Number = std::is_arithmetic_v<Value>;

template <typename Value>
concept Sequence = requires(const Value& values) {
    values.begin();
    values.size();
};

/// Of changing length.
template <typename Value>
concept Growing = Sequence<Value> && requires(Value& values) {
    values.resize(std::size_t{});
};

/// Calls visit(field) for every field of a struct.
template <typename Struct, typename Visit>
constexpr void for_each_field(Struct& value, const Visit& visit) {
    if constexpr (requires { fields_of(value); }) {
        static_assert(
            fields_known<std::remove_const_t<Struct>> == boost::pfr::tuple_size_v<std::remove_const_t<Struct>>,
            "a field of this struct is missing from world/fields.h");
        std::apply([&](auto&... fields) { (visit(fields), ...); }, fields_of(value));
    } else {
        boost::pfr::for_each_field(value, [&](auto& field) { visit(field); });
    }
}

/// A number's bits as an unsigned number of the same width.
template <Number Value>
constexpr auto bits_of(Value value) {
    if constexpr (std::same_as<Value, double>)
        return std::bit_cast<std::uint64_t>(value);
    else if constexpr (std::same_as<Value, float>)
        return std::bit_cast<std::uint32_t>(value);
    else if constexpr (std::same_as<Value, bool>)
        return static_cast<std::uint8_t>(value ? 1 : 0);
    else
        return static_cast<std::make_unsigned_t<Value>>(value);
}

template <Number Value>
using Bits = decltype(bits_of(Value{}));

inline constexpr unsigned bits_in_byte = 8;

}  // namespace field_bytes

/// Fewest bytes that a value of this type takes: no file can hold more of them than fit in it.
template <typename Value>
std::size_t least_bytes() {
    namespace fb = field_bytes;
    if constexpr (fb::Number<Value> || fb::Word<Value>) {
        return sizeof(Value);
    } else if constexpr (std::same_as<Value, Luck> || fb::Growing<Value>) {
        return sizeof(std::uint64_t);
    } else if constexpr (fb::Sequence<Value>) {
        return std::tuple_size_v<Value> * least_bytes<typename Value::value_type>();
    } else {
        std::size_t sum = 0;
        Value value{};
        fb::for_each_field(value, [&](auto& field) { sum += least_bytes<std::remove_cvref_t<decltype(field)>>(); });
        return sum;
    }
}

/// Adds what a type consists of: counts of fields, kinds and widths of numbers. Another layout, another hash.
template <typename Value>
void add_layout(Fingerprint& hash) {
    namespace fb = field_bytes;
    const auto add = [&hash](char kind, std::size_t size) {
        hash.add(static_cast<std::uint64_t>(kind));
        hash.add(static_cast<std::uint64_t>(size));
    };
    if constexpr (fb::Word<Value>) {
        add('w', sizeof(Value));
    } else if constexpr (fb::Number<Value>) {
        add(std::is_floating_point_v<Value> ? 'f' : std::is_signed_v<Value> ? 'i' : 'u', sizeof(Value));
    } else if constexpr (std::same_as<Value, Luck>) {
        add('k', sizeof(std::uint64_t));
    } else if constexpr (fb::Growing<Value>) {
        add('v', 0);
        add_layout<typename Value::value_type>(hash);
    } else if constexpr (fb::Sequence<Value>) {
        add('a', std::tuple_size_v<Value>);
        add_layout<typename Value::value_type>(hash);
    } else {
        add('s', boost::pfr::tuple_size_v<Value>);
        Value value{};
        fb::for_each_field(value, [&](auto& field) { add_layout<std::remove_cvref_t<decltype(field)>>(hash); });
        add('e', 0);
    }
}

// this-> in the lambdas below: clang 14 takes a capture for unused that a generic lambda uses without it
class FieldWriter {
public:
    template <typename Value>
    void put(const Value& value) {
        namespace fb = field_bytes;
        if constexpr (fb::Word<Value>) {
            put(static_cast<std::underlying_type_t<Value>>(value));
        } else if constexpr (fb::Number<Value>) {
            auto bits = static_cast<std::uint64_t>(fb::bits_of(value));
            char bytes[sizeof(Value)];
            for (char& byte : bytes) {
                byte = static_cast<char>(bits & 0xFFU);
                bits >>= fb::bits_in_byte;
            }
            bytes_.append(bytes, sizeof(Value));
        } else if constexpr (std::same_as<Value, Luck>) {
            put(value.key());
        } else if constexpr (fb::Sequence<Value>) {
            if constexpr (fb::Growing<Value>) put(static_cast<std::uint64_t>(value.size()));
            for (const auto& element : value) put(element);
        } else {
            fb::for_each_field(value, [this](const auto& field) { this->put(field); });
        }
    }

    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

/// Reads what a FieldWriter wrote. Throws InputError, with the problem alone, where the bytes cannot be that.
class FieldReader {
public:
    explicit FieldReader(std::string_view bytes) : bytes_(bytes) {}

    template <typename Value>
    void take(Value& value) {
        namespace fb = field_bytes;
        if constexpr (fb::Word<Value>) {
            std::underlying_type_t<Value> number{};
            take(number);
            value = static_cast<Value>(number);
        } else if constexpr (fb::Number<Value>) {
            take_number(value);
        } else if constexpr (std::same_as<Value, Luck>) {
            std::uint64_t key = 0;
            take(key);
            if (key != value.key()) throw InputError("a run has random draws of another seed or replicate");
        } else if constexpr (fb::Sequence<Value>) {
            if constexpr (fb::Growing<Value>) value.resize(length_of(value));
            for (auto& element : value) take(element);
        } else {
            fb::for_each_field(value, [this](auto& field) { this->take(field); });
        }
    }

    /// Throws InputError if bytes are left.
    void require_end() const {
        if (!bytes_.empty()) throw InputError(fmt::format("{} bytes are left behind the end of a run", bytes_.size()));
    }

private:
    template <typename Value>
    void take_number(Value& value) {
        namespace fb = field_bytes;
        if (bytes_.size() < sizeof(Value)) throw InputError("a run ends early");
        std::uint64_t bits = 0;
        for (std::size_t i = sizeof(Value); i > 0; --i)
            bits = (bits << fb::bits_in_byte) | static_cast<unsigned char>(bytes_[i - 1]);
        bytes_.remove_prefix(sizeof(Value));
        if constexpr (std::same_as<Value, bool>) {
            if (bits > 1) throw InputError(fmt::format("a yes or no is {}", bits));
            value = bits == 1;
        } else {
            value = std::bit_cast<Value>(static_cast<fb::Bits<Value>>(bits));
        }
    }

    /// Checked before room is made for it: a damaged length must not fill the memory.
    template <typename Value>
    std::size_t length_of(const Value& value) {
        std::uint64_t length = 0;
        take(length);
        static const std::size_t least = least_bytes<typename Value::value_type>();
        std::uint64_t most = bytes_.size() / least;
        if constexpr (requires { Value::static_capacity; }) most = std::min<std::uint64_t>(most, value.capacity());
        if (length > most) throw InputError(fmt::format("a list of {} entries does not fit", length));
        return static_cast<std::size_t>(length);
    }

    std::string_view bytes_;
};

}  // namespace algemeente

// What Debian's emscripten (libc++ 13) lacks of C++20, for the web build alone: read before every source.
#pragma once

#ifdef __cplusplus

#include <version>

#ifndef __cpp_lib_bit_cast
#include <type_traits>

namespace std {

template <typename To, typename From>
constexpr To bit_cast(const From& from) noexcept {
    static_assert(sizeof(To) == sizeof(From) && is_trivially_copyable_v<To> && is_trivially_copyable_v<From>);
    return __builtin_bit_cast(To, from);
}

}  // namespace std
#endif

#endif

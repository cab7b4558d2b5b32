// The languages that people read: Dutch and English.
#pragma once

#include <cstdint>
#include <string_view>

namespace algemeente::present {

enum class Language : std::uint8_t { nl, en };

/// "nl" or "en", as in files and options.
constexpr std::string_view language_code(Language language) {
    return language == Language::nl ? "nl" : "en";
}

/// `nl` for who reads Dutch, unless there is no such text; else `en`.
constexpr std::string_view in_language(Language language, std::string_view nl, std::string_view en) {
    return language == Language::nl && !nl.empty() ? nl : en;
}

}  // namespace algemeente::present

// The languages that people read: Dutch and English.
#pragma once

#include <cstdint>
#include <string_view>

namespace algemeente::present {

enum class Language : std::uint8_t { nl, en };

/// "nl" or "en": of --lang and of a page.
std::string_view code_of(Language language);

/// `nl` for who reads Dutch, unless there is no such text; else `en`.
constexpr std::string_view in_language(Language language, std::string_view nl, std::string_view en) {
    return language == Language::nl && !nl.empty() ? nl : en;
}

/// What LC_ALL, LC_MESSAGES and LANG ask for, in that order; English if none of them says Dutch.
Language language_of_locale();

}  // namespace algemeente::present

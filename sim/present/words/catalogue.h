// Every text that people see, in Dutch and English. A key that does not exist does not compile.
#pragma once

#include "present/words/language.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace algemeente::present {

enum class Word : std::uint16_t {
#define KEY(key) key,
#include "present/words/word_keys.def"  // made by keys.cmake
};

std::string_view text(Word word, Language language);
/// As C string, for widgets.
const char* label(Word word, Language language);

/// "{}" in `pattern` replaced one by one; "{1}" by the first part and so on, where a language needs another order.
/// "[run|runs]" is "run" where the part before it is "1" (before all parts: the first one), else "runs";
/// "[2:is|are]" looks at the second part.
std::string filled_with(std::string_view pattern, std::initializer_list<std::string_view> parts);

template <typename... Parts>
std::string filled(std::string_view pattern, const Parts&... parts) {
    return filled_with(pattern, {std::string_view(parts)...});
}

}  // namespace algemeente::present

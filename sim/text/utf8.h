// Text as bytes of UTF-8.
#pragma once

#include <cstddef>
#include <string_view>

namespace algemeente {

/// Position of the first byte that is not part of a letter in UTF-8; std::string_view::npos if all is well.
std::size_t first_invalid_utf8(std::string_view text);

/// The letter at `at`, which moves behind it; U+FFFD for what is not UTF-8. `at` must be before the end.
char32_t next_letter(std::string_view text, std::size_t& at);

}  // namespace algemeente

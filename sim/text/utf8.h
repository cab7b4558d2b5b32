// Text as bytes of UTF-8.
#pragma once

#include <cstddef>
#include <string_view>

namespace algemeente {

/// Position of the first byte that is not part of a letter in UTF-8; std::string_view::npos if all is well.
std::size_t first_invalid_utf8(std::string_view text);

}  // namespace algemeente

// The languages that people read: Dutch and English.
#pragma once

#include <cstdint>

namespace algemeente::present {

enum class Language : std::uint8_t { nl, en };

}  // namespace algemeente::present

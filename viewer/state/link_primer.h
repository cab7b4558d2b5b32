// What the packing of links knows beforehand: text like that of a link, with the names that are frequent in one. It is
// part of the format: links made with another primer cannot be read. Whoever changes it gives the format a new number
// (session_link.cpp).
#pragma once

#include <string_view>

namespace algemeente::viewer {

extern const std::string_view link_primer;

}  // namespace algemeente::viewer

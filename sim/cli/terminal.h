// What we know about the terminal somebody may be looking at.
#pragma once

#include <cstddef>
#include <cstdio>

namespace algemeente::cli {

bool is_terminal(std::FILE* stream);

/// Columns of the terminal behind `stream`, or `otherwise` if there is none or it does not say.
std::size_t terminal_width(std::FILE* stream, std::size_t otherwise);

}  // namespace algemeente::cli

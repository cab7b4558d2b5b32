// Words on stderr.
#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <utility>

namespace algemeente::cli {

/// Prints on stderr. Where it cannot be read (a full disk, a terminal that is gone) it is lost: a run that others wait
/// for does not end because of a message.
template <typename... Values>
void tell(fmt::format_string<Values...> words, Values&&... values) {
    std::fputs(fmt::format(words, std::forward<Values>(values)...).c_str(), stderr);
}

}  // namespace algemeente::cli

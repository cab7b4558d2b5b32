// The only way in which a reader may refuse.
#pragma once

#include "text/error.h"

#include <cstdlib>
#include <string_view>

namespace algemeente::fuzz {

/// Calls `read`; an InputError is an answer, and has words.
template <typename Read>
void answered(const Read& read) {
    try {
        read();
    } catch (const InputError& error) {
        if (std::string_view(error.what()).empty()) std::abort();
    }
}

}  // namespace algemeente::fuzz

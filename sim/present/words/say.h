// A text with its parts filled in, in one language.
#pragma once

#include "present/words/catalogue.h"

#include <string>

namespace algemeente::present {

template <typename... Parts>
std::string say(Language language, Word word, const Parts&... parts) {
    return filled(text(word, language), parts...);
}

}  // namespace algemeente::present

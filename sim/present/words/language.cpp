#include "present/words/language.h"

#include <cstdlib>

namespace algemeente::present {

std::string_view code_of(Language language) {
    return language == Language::nl ? "nl" : "en";
}

Language language_of_locale() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): read before any thread starts
        if (value == nullptr || *value == '\0') continue;
        const std::string_view locale = value;
        return locale == "nl" || locale.starts_with("nl_") || locale.starts_with("nl-") ? Language::nl : Language::en;
    }
    return Language::en;
}

}  // namespace algemeente::present

#include "present/words/catalogue.h"

namespace algemeente::present {

namespace {

struct Pair {
    const char* nl;
    const char* en;
};

constexpr Pair texts[] = {
#define TEXT(key, nl, en) {nl, en},
#include "present/words/texts.def"
};

}  // namespace

std::string_view text(Word word, Language language) {
    return label(word, language);
}

const char* label(Word word, Language language) {
    const Pair& pair = texts[static_cast<std::size_t>(word)];
    return language == Language::nl ? pair.nl : pair.en;
}

std::string filled_with(std::string_view pattern, std::initializer_list<std::string_view> parts) {
    std::string words;
    std::size_t next = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool opens = pattern[i] == '{' && i + 1 < pattern.size();
        if (opens && pattern[i + 1] == '}' && next < parts.size()) {
            words += parts.begin()[next++];
            i += 1;
            continue;
        }
        const bool numbered =
            opens && pattern[i + 1] >= '1' && pattern[i + 1] <= '9' && pattern.substr(i + 2, 1) == "}";
        const auto part = numbered ? static_cast<std::size_t>(pattern[i + 1] - '1') : parts.size();
        if (part < parts.size()) {
            words += parts.begin()[part];
            i += 2;
        } else {
            words += pattern[i];
        }
    }
    return words;
}

}  // namespace algemeente::present

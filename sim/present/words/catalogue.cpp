#include "present/words/catalogue.h"

#include <cstdint>
#include <iterator>

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

constexpr Word places[] = {
#define TEXT(key, nl, en) Word::key,
#include "present/words/texts.def"
};

/// The keys were made from these very texts: each stands where its number says.
constexpr bool keys_are_those_of_texts() {
    for (std::size_t i = 0; i < std::size(places); ++i)
        if (static_cast<std::size_t>(places[i]) != i) return false;
    return true;
}
static_assert(keys_are_those_of_texts());

using Parts = std::initializer_list<std::string_view>;

/// "[2:one|many]" at the beginning of `rest`.
struct Choice {
    std::string_view one;
    std::string_view many;
    std::size_t length = 0;       ///< with both brackets; 0: it is no choice
    std::size_t part = SIZE_MAX;  ///< that decides; SIZE_MAX: not named
};

Choice choice_in(std::string_view rest) {
    const std::size_t bar = rest.find('|');
    const std::size_t end = rest.find(']');
    if (bar == std::string_view::npos || end == std::string_view::npos || bar > end) return {};
    Choice choice{rest.substr(1, bar - 1), rest.substr(bar + 1, end - bar - 1), end + 1, SIZE_MAX};
    if (choice.one.size() >= 2 && choice.one[0] >= '1' && choice.one[0] <= '9' && choice.one[1] == ':') {
        choice.part = static_cast<std::size_t>(choice.one[0] - '1');
        choice.one.remove_prefix(2);
    }
    return choice;
}

}  // namespace

std::string_view text(Word word, Language language) {
    return label(word, language);
}

const char* label(Word word, Language language) {
    const Pair& pair = texts[static_cast<std::size_t>(word)];
    return language == Language::nl ? pair.nl : pair.en;
}

std::string filled_with(std::string_view pattern, Parts parts) {
    std::string words;
    std::size_t next = 0;
    std::size_t last = 0;  // part filled in last
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (const Choice choice = pattern[i] == '[' ? choice_in(pattern.substr(i)) : Choice{}; choice.length > 0) {
            const std::size_t part = choice.part == SIZE_MAX ? last : choice.part;
            words += part < parts.size() && parts.begin()[part] == "1" ? choice.one : choice.many;
            i += choice.length - 1;
            continue;
        }
        const bool opens = pattern[i] == '{' && i + 1 < pattern.size();
        if (opens && pattern[i + 1] == '}' && next < parts.size()) {
            last = next;
            words += parts.begin()[next++];
            i += 1;
            continue;
        }
        const bool numbered =
            opens && pattern[i + 1] >= '1' && pattern[i + 1] <= '9' && pattern.substr(i + 2, 1) == "}";
        const auto part = numbered ? static_cast<std::size_t>(pattern[i + 1] - '1') : parts.size();
        if (part < parts.size()) {
            last = part;
            words += parts.begin()[part];
            i += 2;
        } else {
            words += pattern[i];
        }
    }
    return words;
}

}  // namespace algemeente::present

#include "present/words/catalogue.h"

#include "text/calendar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

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

struct Name {
    std::string_view id;
    std::string_view nl;
    std::string_view en;
    std::string_view meaning;  ///< of a lever or an outcome, in Dutch
};

constexpr Name names[] = {
#define NAME(id, nl, en) {id, nl, en, {}},
#define LEVER(id, nl, en, meaning) {id, nl, en, meaning},
#define OUTCOME(id, nl, en, meaning) {id, nl, en, meaning},
#include "present/words/names.def"
};

struct Story {
    std::string_view id;
    std::string_view question;
    std::string_view story;
};

constexpr Story stories[] = {
#define STORY(id, question, story) {id, question, story},
#include "present/words/stories.def"
};

const Name* find_name(std::string_view id) {
    const auto* found = std::find_if(std::begin(names), std::end(names), [&](const Name& n) { return n.id == id; });
    return found == std::end(names) ? nullptr : found;
}

const Story* find_story(std::string_view id) {
    const auto* found =
        std::find_if(std::begin(stories), std::end(stories), [&](const Story& s) { return s.id == id; });
    return found == std::end(stories) ? nullptr : found;
}

/// Digits with groups of three; the decimal sign of the language.
std::string localised(const std::string& digits, Language language) {
    const char decimal = language == Language::nl ? ',' : '.';
    const char group = language == Language::nl ? '.' : ',';
    const std::size_t point = std::min(digits.find('.'), digits.size());
    std::string words;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i == point) {
            words += decimal;
            continue;
        }
        if (i > 0 && i < point && point > 4 && (point - i) % 3 == 0) words += group;
        words += digits[i];
    }
    return words;
}

int decimals_for(double size) {
    if (size >= 9.95 || size == std::round(size)) return 0;
    if (size >= 0.995) return 1;
    if (size >= 0.00995) return 2;
    return 4;
}

}  // namespace

std::string_view text(Word word, Language language) {
    return label(word, language);
}

const char* label(Word word, Language language) {
    const Pair& pair = texts[static_cast<std::size_t>(word)];
    return language == Language::nl ? pair.nl : pair.en;
}

std::string name_of(std::string_view id, Language language) {
    if (const Name* name = find_name(id)) return std::string(language == Language::nl ? name->nl : name->en);
    std::string words(id);
    std::replace(words.begin(), words.end(), '_', ' ');
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

bool has_name(std::string_view id) {
    return find_name(id) != nullptr;
}

std::string_view meaning_nl(std::string_view name) {
    const Name* found = find_name(name);
    return found != nullptr ? found->meaning : std::string_view{};
}

std::string_view question_nl(std::string_view preset) {
    const Story* story = find_story(preset);
    return story != nullptr ? story->question : std::string_view{};
}

std::string_view story_nl(std::string_view preset) {
    const Story* story = find_story(preset);
    return story != nullptr ? story->story : std::string_view{};
}

std::string month_words(int month, Language language) {
    constexpr std::array<const char*, 12> nl = {"januari", "februari", "maart",     "april",   "mei",      "juni",
                                                "juli",    "augustus", "september", "oktober", "november", "december"};
    constexpr std::array<const char*, 12> en = {"January", "February", "March",     "April",   "May",      "June",
                                                "July",    "August",   "September", "October", "November", "December"};
    const auto in_year = static_cast<std::size_t>(month % months_per_year);
    return std::string(language == Language::nl ? nl[in_year] : en[in_year]) + " " + std::to_string(year_of(month));
}

std::string number_words(double number, Language language, NumberForm form) {
    if (!std::isfinite(number)) return "\u2013";
    const double shown = form.percent ? number * 100 : number;
    const double size = std::abs(shown);
    std::array<char, 64> digits{};
    const int decimals =
        form.percent && size >= 0.95 ? (size < 9.95 && size != std::round(size) ? 1 : 0) : decimals_for(size);
    std::snprintf(digits.data(), digits.size(), "%.*f", decimals, size);
    std::string words = digits.data();
    if (words.find('.') != std::string::npos) {
        words.erase(words.find_last_not_of('0') + 1);
        if (words.back() == '.') words.pop_back();
    }
    const bool nought = words.find_first_of("123456789") == std::string::npos;
    if (nought) words = "0";
    words = localised(words, language);
    if (!nought && shown < 0) words = "\u2212" + words;
    if (!nought && shown > 0 && form.sign) words = "+" + words;
    if (form.percent) words += language == Language::nl ? "\u00a0%" : "%";
    return words;
}

std::string filled(std::string_view pattern, std::string_view first, std::string_view second, std::string_view third) {
    const std::string_view parts[] = {first, second, third};
    std::string words;
    std::size_t next = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern.substr(i, 2) == "{}" && next < 3) {
            words += parts[next++];
            ++i;
        } else {
            words += pattern[i];
        }
    }
    return words;
}

}  // namespace algemeente::present

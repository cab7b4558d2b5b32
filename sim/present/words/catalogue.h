// Every word that people see, in Dutch and English. A key that does not exist does not compile.
#pragma once

#include "present/words/language.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace algemeente::present {

enum class Word : std::uint16_t {
#define TEXT(key, nl, en) key,
#include "present/words/texts.def"
};

std::string_view text(Word word, Language language);
/// As C string, for widgets.
const char* label(Word word, Language language);

/// Short name of a parameter, outcome, factor, stage, reason, event, use case or scenario ("in_use",
/// "ethics_committee"). Falls back on the name with spaces.
std::string name_of(std::string_view id, Language language);
bool has_name(std::string_view id);

/// Dutch meaning of a lever or an outcome, or empty: the model's tables have the English one.
std::string_view meaning_nl(std::string_view name);

/// Question and story of a preset in Dutch, or empty: the scenario file has the English ones.
std::string_view question_nl(std::string_view preset);
std::string_view story_nl(std::string_view preset);

/// "juni 2031", "June 2031".
std::string month_words(int month, Language language);

/// How a number is written.
struct NumberForm {
    bool percent = false;
    bool sign = false;
};

/// "12.345", "8,4", "61 %" in Dutch; "12,345", "8.4", "61%" in English; an en dash for a number that does not exist.
std::string number_words(double number, Language language, NumberForm form = {});

/// "{}" in `pattern` replaced one by one.
std::string filled(std::string_view pattern, std::string_view first, std::string_view second = {},
                   std::string_view third = {});

}  // namespace algemeente::present

#include "present/words/numbers.h"

#include "present/words/catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace algemeente::present {

namespace {

/// Digits with groups of three from five digits on; the decimal sign of the language.
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

/// Two significant digits or so; whole from 10 on.
int decimals_of(double size, bool percent) {
    if (size >= 9.95 || size == std::round(size)) return 0;
    if (size >= (percent ? 0.95 : 0.995)) return 1;
    if (size >= 0.00995) return 2;
    return 4;
}

void drop_last_noughts(std::string& digits) {
    if (digits.find('.') == std::string::npos) return;
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
}

}  // namespace

std::string number_words(double number, Language language, NumberForm form) {
    if (!std::isfinite(number)) return "\u2013";
    const double shown = form.percent ? number * 100 : number;
    const double size = std::abs(shown);
    std::string words =
        fmt::format("{:.{}f}", size, form.decimals >= 0 ? form.decimals : decimals_of(size, form.percent));
    if (form.decimals < 0) drop_last_noughts(words);
    const bool nought = words.find_first_of("123456789") == std::string::npos;
    words = nought ? "0" : localised(words, language);
    if (!nought && shown < 0) words.insert(0, "\u2212");
    if (!nought && shown > 0 && form.sign) words.insert(0, "+");
    if (form.percent) words += language == Language::nl ? "\u00a0%" : "%";
    return words;
}

std::string count_words(std::size_t count, Language language) {
    return localised(fmt::format("{}", count), language);
}

NumberForm form_of(const OutcomeInfo& outcome) {
    return {.percent = outcome.aggregation == Aggregation::share || outcome.unit == "share"};
}

std::string difference_words(double difference, const OutcomeInfo& outcome, Language language) {
    if (!form_of(outcome).percent) return number_words(difference, language, {.sign = true});
    const std::string points = number_words(std::round(difference * 1000) / 10, language, {.sign = true});
    return filled(text(Word::percentage_points, language), points);
}

}  // namespace algemeente::present

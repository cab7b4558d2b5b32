#include "present/words/numbers.h"

#include "present/words/catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

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

constexpr double finest = 0.01;               ///< that a reading text tells
constexpr double rounds_to_finest = 0.00995;  ///< from here on
constexpr double nothing = 0.00005;           ///< below it there is nothing: noise of sums

/// Two significant digits or so; whole from 10 on.
int decimals_of(double size, bool percent) {
    if (size >= 9.95 || size == std::round(size)) return 0;
    return size >= (percent ? 0.95 : 0.995) ? 1 : 2;
}

std::string too_small_words(double number, Language language, NumberForm form) {
    if (number < 0 || form.sign) return std::string(text(Word::almost_nought, language));
    const std::string least = number_words(finest, language);
    return form.brief ? "<" + least : filled(text(Word::less_than, language), least);
}

int decimals_of_digits(double size, int digits) {
    constexpr int most = 8;
    const int before_point = size > 0 ? static_cast<int>(std::floor(std::log10(size))) + 1 : 1;
    return std::clamp(digits - before_point, 0, most);
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
    const bool for_reading = form.decimals < 0 && form.digits == 0 && !form.percent;
    if (for_reading && is_too_small_to_tell(number)) return too_small_words(number, language, form);
    const int decimals = form.decimals >= 0 ? form.decimals
                         : form.digits > 0  ? decimals_of_digits(size, form.digits)
                                            : decimals_of(size, form.percent);
    // halves go up, as people round: to even, 18.5 and 19.5 would seem two apart
    std::string words = fmt::format("{:.{}f}", decimals == 0 ? std::round(size) : size, decimals);
    if (form.decimals < 0) drop_last_noughts(words);
    const bool nought = words.find_first_of("123456789") == std::string::npos;
    words = nought ? "0" : localised(words, language);
    if (!nought && shown < 0) words.insert(0, "\u2212");
    if (!nought && shown > 0 && form.sign) words.insert(0, "+");
    if (form.percent) words += language == Language::nl ? "\u00a0%" : "%";
    return words;
}

bool is_too_small_to_tell(double number) {
    return std::abs(number) >= nothing && std::abs(number) < rounds_to_finest;
}

std::string count_words(std::size_t count, Language language) {
    return localised(fmt::format("{}", count), language);
}

std::string duration_words(double seconds, Language language) {
    struct Step {
        double below;  ///< seconds
        double unit;
        Word words;
    };
    constexpr double minute = 60;
    constexpr double hour = 60 * minute;
    constexpr double day = 24 * hour;
    constexpr Step steps[] = {{1.5 * minute, 1, Word::so_many_seconds},
                              {1.5 * hour, minute, Word::so_many_minutes},
                              {2 * day, hour, Word::so_many_hours},
                              {std::numeric_limits<double>::infinity(), day, Word::so_many_days}};
    if (seconds < 1.5) return std::string(text(Word::a_second, language));
    const Step* const step =
        std::find_if(std::begin(steps), std::end(steps), [&](const Step& one) { return seconds < one.below; });
    if (step == std::end(steps)) return number_words(seconds, language);  // no duration
    const int decimals = step->unit < hour ? 0 : -1;
    return filled(text(step->words, language), number_words(seconds / step->unit, language, {.decimals = decimals}));
}

std::string size_words(double bytes, Language language) {
    constexpr double thousand = 1e3;
    constexpr double million = 1e6;
    constexpr double billion = 1e9;
    if (bytes < million) return number_words(bytes / thousand, language, {.decimals = 0}) + " kB";
    if (bytes < billion) return number_words(bytes / million, language, {.decimals = 0}) + " MB";
    return number_words(bytes / billion, language) + " GB";
}

NumberForm form_of(const OutcomeInfo& outcome) {
    return {.percent = outcome.aggregation == Aggregation::share || outcome.unit == "share"};
}

std::string difference_number(double difference, const OutcomeInfo& outcome, Language language) {
    const double shown = form_of(outcome).percent ? std::round(difference * 1000) / 10 : difference;
    return number_words(shown, language, {.sign = true});
}

std::string difference_words(double difference, const OutcomeInfo& outcome, Language language) {
    const std::string number = difference_number(difference, outcome, language);
    return form_of(outcome).percent ? filled(text(Word::percentage_points, language), number) : number;
}

}  // namespace algemeente::present

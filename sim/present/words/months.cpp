#include "present/words/months.h"

#include "present/words/catalogue.h"
#include "text/calendar.h"

#include <algorithm>
#include <iterator>

namespace algemeente::present {

namespace {

struct MonthName {
    std::string_view nl, en, short_nl, short_en;
};

constexpr MonthName months[months_per_year] = {{"januari", "January", "jan", "Jan"},
                                               {"februari", "February", "feb", "Feb"},
                                               {"maart", "March", "mrt", "Mar"},
                                               {"april", "April", "apr", "Apr"},
                                               {"mei", "May", "mei", "May"},
                                               {"juni", "June", "jun", "Jun"},
                                               {"juli", "July", "jul", "Jul"},
                                               {"augustus", "August", "aug", "Aug"},
                                               {"september", "September", "sep", "Sep"},
                                               {"oktober", "October", "okt", "Oct"},
                                               {"november", "November", "nov", "Nov"},
                                               {"december", "December", "dec", "Dec"}};

/// Names of their own with which a text can begin. Those with more than one capital in their first word need no row.
constexpr std::string_view proper_names[] = {"Common Ground", "Dutch", "English", "Gini", "Herfindahl", "Shapley"};

bool is_capital(char letter) {
    return letter >= 'A' && letter <= 'Z';
}

bool begins_with_a_name(std::string_view words) {
    const std::string_view first = words.substr(0, words.find(' '));
    if (std::count_if(first.begin(), first.end(), is_capital) > 1) return true;
    return std::any_of(std::begin(proper_names), std::end(proper_names),
                       [&](std::string_view name) { return words.starts_with(name); });
}

}  // namespace

std::string month_words(int month, Language language) {
    const MonthName& name = months[month % months_per_year];
    return std::string(language == Language::nl ? name.nl : name.en) + " " + std::to_string(year_of(month));
}

std::string when_words(int month, Language language) {
    if (is_december(month)) return filled(text(Word::when_year_end, language), std::to_string(year_of(month)));
    return filled(text(Word::when_month, language), month_words(month, language));
}

std::string when_words_first(int month, Language language) {
    return upper_first(when_words(month, language));
}

std::string_view short_month(int in_year, Language language) {
    const MonthName& name = months[in_year % months_per_year];
    return language == Language::nl ? name.short_nl : name.short_en;
}

std::string upper_first(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

std::string lower_first(std::string words) {
    if (words.size() > 1 && is_capital(words[0]) && !begins_with_a_name(words))
        words[0] = static_cast<char>(words[0] - 'A' + 'a');
    return words;
}

}  // namespace algemeente::present

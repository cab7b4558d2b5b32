#include "front/front_words.h"

#include "present/page/columns.h"
#include "present/words/months.h"
#include "present/words/names.h"
#include "present/words/numbers.h"
#include "present/words/say.h"
#include "scenario/lever.h"
#include "text/calendar.h"

#include <fmt/format.h>

#include <cmath>

namespace algemeente {

namespace {

using present::Language;
using present::say;
using present::Word;

std::string of_words(const Measure& measure, Language language) {
    switch (measure.of) {
        case Measure::Of::social: return std::string(present::domain_words(Domain::social, language));
        case Measure::Of::physical: return std::string(present::domain_words(Domain::physical, language));
        case Measure::Of::both: return say(language, Word::se_both);
        case Measure::Of::nation: break;
    }
    return {};
}

std::string date_words(int month, Language language) {
    return month % months_per_year == 0 ? fmt::format("{}", year_of(month)) : present::month_words(month, language);
}

}  // namespace

std::string measure_words(const Measure& measure, int last_month, Language language) {
    std::string words = present::name_of(measure.outcome, language);
    const std::string of = of_words(measure, language);
    if (!of.empty()) words += ", " + of;
    if (measure.month != last_month) words += ", " + present::month_words(measure.month, language);
    return words;
}

std::string decision_words(const DatedChange& change, Language language) {
    const ParameterInfo* row = find_lever(change.lever).parameter;
    std::string words = present::lever_name(change.lever, language);
    const bool switched_on = row != nullptr && row->unit == Unit::on_off && change.value == 1;
    if (!switched_on)
        words = say(language, Word::se_at, words,
                    row != nullptr ? present::value_words(*row, change.value, language)
                                   : present::number_words(change.value, language));
    words = say(language, Word::se_from, words, date_words(change.from_month, language));
    const double share = change.municipality_share;
    return share == 1 ? words
                      : say(language, Word::se_reach, words, present::number_words(share, language, {.percent = true}));
}

std::string decisions_words(const std::vector<DatedChange>& changes, Language language) {
    std::vector<std::string> parts;
    for (const DatedChange& change : changes) parts.push_back(decision_words(change, language));
    return parts.empty() ? say(language, Word::se_nothing) : joined_words(parts, language);
}

bool is_told_as_part(const Measure& measure, double before) {
    constexpr double nothing = 1e-12;
    return outcome_of(measure).aggregation == Aggregation::total && std::abs(before) > nothing;
}

std::string effect_words(const Measure& measure, double value, double before, Language language) {
    if (is_told_as_part(measure, before))
        return present::number_words((value - before) / std::abs(before), language, {.percent = true, .sign = true});
    const OutcomeInfo& outcome = outcome_of(measure);
    if (present::form_of(outcome).percent) return present::difference_words(value - before, outcome, language);
    // levels move by hundredths, and what is weighed here are thousandths
    const std::string words = present::number_words(value - before, language, {.sign = true, .digits = 2});
    return outcome.unit == "eur" ? words + " " + present::outcome_unit_words(outcome.unit, language) : words;
}

std::string joined_words(const std::vector<std::string>& parts, Language language) {
    std::string words = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i)
        words = i + 1 == parts.size() ? say(language, Word::se_joined, words, parts[i]) : words + ", " + parts[i];
    return words;
}

}  // namespace algemeente

#include "search/package_words.h"

#include "present/page/columns.h"
#include "present/words/months.h"
#include "present/words/names.h"
#include "present/words/numbers.h"
#include "scenario/lever.h"
#include "text/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace algemeente {

namespace {

using present::Language;
using present::Word;

template <typename... Parts>
std::string say(Language language, Word word, const Parts&... parts) {
    return present::filled(present::text(word, language), parts...);
}

const OutcomeInfo& outcome_of(const Measure& measure) {
    return measure.of == Measure::Of::nation ? national_outcomes()[find_national_outcome(measure.outcome)]
                                             : domain_outcomes()[find_domain_outcome(measure.outcome)];
}

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

std::string choice_words(const SearchedLever& lever, const LeverChoice& chosen, Language language) {
    const ParameterInfo* row = find_lever(lever.name).parameter;
    const double value = lever.values[static_cast<std::size_t>(chosen.value)];
    std::string words = present::lever_name(lever.name, language);
    const bool switched_on = row != nullptr && row->unit == Unit::on_off && value == 1;
    if (!switched_on)
        words =
            say(language, Word::se_at, words,
                row != nullptr ? present::value_words(*row, value, language) : present::number_words(value, language));
    words = say(language, Word::se_from, words,
                date_words(lever.from_months[static_cast<std::size_t>(chosen.from)], language));
    const double share = lever.shares[static_cast<std::size_t>(chosen.share)];
    return share == 1 ? words
                      : say(language, Word::se_reach, words, present::number_words(share, language, {.percent = true}));
}

/// One after the other with commas, and "and" before the last.
std::string joined(const std::vector<std::string>& parts, Language language) {
    std::string words = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i)
        words = i + 1 == parts.size() ? say(language, Word::se_joined, words, parts[i]) : words + ", " + parts[i];
    return words;
}

}  // namespace

std::string measure_words(const Search& search, const Measure& measure, Language language) {
    std::string words = present::name_of(measure.outcome, language);
    const std::string of = of_words(measure, language);
    if (!of.empty()) words += ", " + of;
    if (measure.month != search.base.months() - 1) words += ", " + present::month_words(measure.month, language);
    return words;
}

std::string package_words(const Search& search, const Package& package, Language language) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < package.size(); ++i)
        if (package[i].value >= 0) parts.push_back(choice_words(search.levers[i], package[i], language));
    return parts.empty() ? say(language, Word::se_nothing) : joined(parts, language);
}

std::string result_words(const Search& search, const Result& result, Language language) {
    return result.number < 0 ? present::title_of(search.others[static_cast<std::size_t>(-1 - result.number)], language)
                             : package_words(search, result.package, language);
}

std::string change_words(const Search& search, std::size_t objective, const Result& result, const Result& base,
                         Language language) {
    Objective plain = search.objectives[objective];
    plain.against_base = false;
    const double value = objective_value(search, plain, result.runs, base.runs);
    const double before = objective_value(search, plain, base.runs, base.runs);
    const OutcomeInfo& outcome = outcome_of(plain.measure);
    constexpr double nothing = 1e-12;
    const bool relative = outcome.aggregation == Aggregation::total && std::abs(before) > nothing;
    if (relative)
        return present::number_words((value - before) / std::abs(before), language, {.percent = true, .sign = true});
    const std::string words = present::difference_words(value - before, outcome, language);
    return outcome.unit == "eur" ? words + " " + present::outcome_unit_words(outcome.unit, language) : words;
}

std::string effects_words(const Search& search, const Result& result, const Result& base, Language language) {
    std::string words;
    for (std::size_t k = 0; k < search.objectives.size(); ++k)
        words += fmt::format("{}{} {}", words.empty() ? "" : "; ",
                             measure_words(search, search.objectives[k].measure, language),
                             change_words(search, k, result, base, language));
    return words + "; " + good_words(search, result, language);
}

std::string good_words(const Search& search, const Result& result, Language language) {
    const auto good = static_cast<std::size_t>(std::count(result.good.begin(), result.good.end(), true));
    // a run of each member: then a run is a member
    const bool members = search.members && search.members->count() == result.good.size();
    return say(language, members ? Word::se_good_members : Word::se_good_runs, present::count_words(good, language),
               present::count_words(result.good.size(), language));
}

std::string good_enough_words(const Search& search, Language language) {
    std::vector<std::string> parts{
        say(language, Word::se_better_first, measure_words(search, search.objectives.front().measure, language))};
    if (!search.limits.empty()) parts.push_back(say(language, Word::se_all_limits));
    for (const Objective& objective : search.objectives) {
        if (!objective.good_enough) continue;
        const OutcomeInfo& outcome = outcome_of(objective.measure);
        std::string level = present::number_words(*objective.good_enough, language, present::form_of(outcome));
        std::string what = measure_words(search, objective.measure, language);
        if (objective.against_base) what = say(language, Word::se_against_base, what);
        parts.push_back(say(language, Word::se_good_level, what, level));
    }
    return joined(parts, language);
}

}  // namespace algemeente

#include "search/package_words.h"

#include "front/front_words.h"
#include "present/words/names.h"
#include "present/words/numbers.h"
#include "present/words/say.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

namespace {

using present::Language;
using present::say;
using present::Word;

}  // namespace

std::string measure_words(const Search& search, const Measure& measure, Language language) {
    return measure_words(measure, search.base.months() - 1, language);
}

std::string package_words(const Search& search, const Package& package, Language language) {
    return decisions_words(changes_of(search, package), language);
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
    return effect_words(plain.measure, value, before, language);
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
    return joined_words(parts, language);
}

}  // namespace algemeente

#include "present/words/conditions.h"

#include "present/words/months.h"
#include "present/words/names.h"
#include "present/words/numbers.h"
#include "present/words/say.h"
#include "scenario/condition.h"

#include <algorithm>
#include <vector>

namespace algemeente::present {

namespace {

constexpr int written_digits = 6;  ///< of a number that a person chose: all of them

Word word_of(Comparison comparison) {
    switch (comparison) {
        case Comparison::above: return Word::c_above;
        case Comparison::at_least: return Word::c_at_least;
        case Comparison::below: return Word::c_below;
        case Comparison::at_most: return Word::c_at_most;
    }
    return Word::c_above;
}

std::string clause_words(const Clause& clause, Language language) {
    const OutcomeInfo& outcome =
        clause.domain ? domain_outcomes()[clause.outcome] : national_outcomes()[clause.outcome];
    std::string seen = lower_first(name_of(outcome.name, language));
    if (clause.domain) seen = say(language, Word::c_of_domain, seen, domain_short(*clause.domain, language));
    NumberForm form = form_of(outcome);
    form.digits = written_digits;
    return say(language, word_of(clause.comparison), seen, number_words(clause.number, language, form));
}

std::string count(int number, Language language) {
    return count_words(static_cast<std::size_t>(number), language);
}

}  // namespace

std::string condition_words(std::string_view condition, Language language) {
    std::string words;
    for (const Clause& clause : condition_from(condition)) {
        const std::string one = clause_words(clause, language);
        words = words.empty() ? one : say(language, Word::c_both, words, one);
    }
    return words;
}

std::string conditional_words(const ConditionalChange& change, Language language) {
    const ParameterInfo* row = find_parameter(change.lever);
    const std::string value = row != nullptr ? value_words(*row, change.value, language)
                                             : number_words(change.value, language, {.digits = 2});
    std::string words =
        say(language, Word::c_once, lever_name(change.lever, language), value, condition_words(change.when, language));
    if (change.from_month > ConditionalChange{}.from_month)
        words = say(language, Word::c_not_before, words, month_words(change.from_month, language));
    if (!change.until_when.empty())
        words = say(language, Word::c_until_seen, words, condition_words(change.until_when, language));
    if (change.until_month >= 0) words = say(language, Word::c_until, words, month_words(change.until_month, language));
    return words;
}

Begun begun_of(std::span<const Spell> spells) {
    Begun begun{.runs = static_cast<int>(spells.size())};
    std::vector<int> months;
    for (const Spell& spell : spells) {
        if (spell.begun >= 0) months.push_back(spell.begun);
        if (spell.ended >= 0) ++begun.ended;
    }
    begun.in = static_cast<int>(months.size());
    if (months.empty()) return begun;
    std::sort(months.begin(), months.end());
    begun.first = months.front();
    begun.middle = months[(months.size() - 1) / 2];
    begun.last = months.back();
    return begun;
}

std::string begun_words(const Begun& begun, Language language) {
    const std::string runs = count(begun.runs, language);
    if (begun.in == 0) return say(language, Word::c_begun_in_none, runs);
    const std::string in = count(begun.in, language);
    const std::string middle = month_words(begun.middle, language);
    std::string words = begun.first == begun.last
                            ? say(language, Word::c_begun_in, in, runs, middle)
                            : say(language, Word::c_begun, in, runs, middle, month_words(begun.first, language),
                                  month_words(begun.last, language));
    if (begun.ended > 0) words += " " + say(language, Word::c_ended, count(begun.ended, language), runs);
    return words;
}

std::string conditional_sentence(const ConditionalChange& change, const Begun& begun, Language language) {
    return conditional_words(change, language) + ". " + begun_words(begun, language);
}

}  // namespace algemeente::present

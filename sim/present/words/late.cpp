#include "present/words/late.h"

#include "present/words/catalogue.h"
#include "present/words/months.h"
#include "present/words/names.h"
#include "present/words/numbers.h"

#include <algorithm>

namespace algemeente::present {

namespace {

/// More than so many are counted, not listed.
constexpr std::size_t most_sentences = 2;

struct Late {
    std::string what;
    int from = 0;
};

std::vector<Late> late_parts(const Scenario& scenario, Language language) {
    const int last = scenario.months() - 1;
    std::vector<Late> late;
    for (const DatedChange& change : scenario.changes)
        if (change.from_month > last) late.push_back({lever_name(change.lever, language), change.from_month});
    for (const ConditionalChange& change : scenario.conditional_changes)
        if (change.from_month > last) late.push_back({lever_name(change.lever, language), change.from_month});
    for (const Shock& shock : scenario.shocks)
        if (shock.from_month > last)
            late.push_back(
                {filled(text(Word::s_stories_about, language), frame_words(shock.frame, language)), shock.from_month});
    return late;
}

std::string products_in_words(const std::vector<ProductChange>& products, Language language) {
    if (products.size() > most_sentences)
        return filled(text(Word::s_count_products, language), count_words(products.size(), language));
    std::string names;
    for (const ProductChange& product : products) names += (names.empty() ? "" : ", ") + product.name;
    return names;
}

std::vector<std::string> sentences_about_late(const Scenario& scenario, Language language) {
    const std::vector<Late> late = late_parts(scenario, language);
    const std::string last = month_words(scenario.months() - 1, language);
    if (late.size() > most_sentences) {
        const auto first = std::min_element(late.begin(), late.end(),
                                            [](const Late& one, const Late& other) { return one.from < other.from; });
        return {filled(text(Word::s_too_late_many, language), count_words(late.size(), language), last,
                       lower_first(first->what), month_words(first->from, language))};
    }
    std::vector<std::string> sentences;
    for (const Late& one : late)
        sentences.push_back(filled(text(Word::s_too_late, language), one.what, month_words(one.from, language), last));
    return sentences;
}

}  // namespace

std::vector<std::string> late_sentences(const Scenario& scenario, Language language) {
    std::vector<std::string> sentences = sentences_about_late(scenario, language);
    if (!scenario.supply && !scenario.products.empty())
        sentences.push_back(
            filled(text(Word::s_products_without_suppliers, language), products_in_words(scenario.products, language)));
    return sentences;
}

}  // namespace algemeente::present

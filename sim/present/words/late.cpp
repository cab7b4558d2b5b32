#include "present/words/late.h"

#include "present/words/catalogue.h"
#include "present/words/months.h"
#include "present/words/names.h"

namespace algemeente::present {

std::vector<std::string> late_sentences(const Scenario& scenario, Language language) {
    const int last = scenario.months() - 1;
    std::vector<std::string> sentences;
    const auto add = [&](const std::string& what, int from) {
        if (from > last)
            sentences.push_back(filled(text(Word::s_too_late, language), what, month_words(from, language),
                                       month_words(last, language)));
    };
    for (const DatedChange& change : scenario.changes) add(lever_name(change.lever, language), change.from_month);
    for (const Shock& shock : scenario.shocks)
        add(filled(text(Word::s_stories_about, language), frame_words(shock.frame, language)), shock.from_month);
    return sentences;
}

}  // namespace algemeente::present

#include "text/calendar.h"
#include "viewer/plot/people_charts.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

struct Teller {
    const People& people;
    std::size_t municipality;
    Person person;
    int month;
    Language language;

    double at(Quality quality, int when) const { return people.value(quality, when, municipality, person.number); }
    std::string words(double level) const { return number_words(level, language, {.percent = true, .decimals = 0}); }

    /// "0,52: hoger dan bij 34 van de 79 anderen."
    std::string rank(Word pattern, Quality quality) const {
        const std::vector<double> all = people.values(quality, month, municipality);
        const double own = at(quality, month);
        const auto below = std::count_if(all.begin(), all.end(), [&](double value) { return value < own; });
        return filled(text(pattern, language), words(own), std::to_string(below), std::to_string(all.size() - 1));
    }
    /// Where it began, and its lowest and highest month so far.
    std::string past(Quality quality) const {
        int lowest = 0;
        int highest = 0;
        for (int when = 1; when <= month; ++when) {
            if (at(quality, when) < at(quality, lowest)) lowest = when;
            if (at(quality, when) > at(quality, highest)) highest = when;
        }
        const auto moment = [&](int when) {
            return filled(text(Word::person_at, language), words(at(quality, when)), month_words(when, language));
        };
        return filled(text(Word::person_past, language), words(at(quality, 0)), moment(lowest), moment(highest));
    }
    /// The month in which most was lost at once; empty if nothing ever was.
    std::string fall(Quality quality) const {
        int when = 0;
        double most = 0;
        for (int m = 1; m <= month; ++m) {
            const double step = at(quality, m) - at(quality, m - 1);
            if (step < most) most = step, when = m;
        }
        if (most > -0.01) return {};
        const std::string points = number_words(most * 100, language, {.decimals = 0});
        return filled(text(Word::person_fall, language), month_words(when, language),
                      filled(text(Word::percentage_points, language), points));
    }
    std::string peers(Quality quality, Word pattern) const {
        double sum = 0;
        const auto others = people.peers(municipality, person);
        for (const std::uint32_t one : others) sum += people.value(quality, month, municipality, one);
        const double mean = sum / static_cast<double>(others.size());
        const double apart = mean - at(quality, month);
        const Word pull = apart > 0.02    ? Word::person_pull_up
                          : apart < -0.02 ? Word::person_pull_down
                                          : Word::person_pull_none;
        return filled(text(pattern, language), words(mean), text(pull, language));
    }
};

}  // namespace

std::vector<std::string> life_sentences(const People& people, std::size_t municipality, Person person, int month,
                                        Language language) {
    const Teller teller{people, municipality, person, month, language};
    std::vector<std::string> sentences;
    if (person.employee) {
        sentences.push_back(teller.rank(Word::person_willingness, Quality::willingness));
        sentences.push_back(teller.past(Quality::willingness));
        sentences.push_back(teller.fall(Quality::willingness));
        sentences.push_back(teller.peers(Quality::willingness, Word::person_colleagues));
        sentences.push_back(filled(text(Word::person_usefulness, language),
                                   teller.words(teller.at(Quality::usefulness, month)),
                                   teller.words(teller.at(Quality::usefulness, 0))));
        sentences.push_back(filled(text(Word::person_skill, language), teller.words(teller.at(Quality::skill, month)),
                                   teller.words(teller.at(Quality::skill, 0))));
    } else {
        sentences.push_back(teller.rank(Word::person_trust, Quality::trust));
        sentences.push_back(teller.past(Quality::trust));
        sentences.push_back(teller.fall(Quality::trust));
        sentences.push_back(teller.peers(Quality::trust, Word::person_acquaintances));
        sentences.push_back(filled(text(Word::person_concern, language),
                                   teller.words(teller.at(Quality::concern, month)),
                                   teller.words(teller.at(Quality::concern, 0))));
    }
    std::erase(sentences, std::string{});
    return sentences;
}

}  // namespace algemeente::viewer

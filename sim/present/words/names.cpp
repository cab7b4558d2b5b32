#include "present/words/names.h"

#include "present/words/catalogue.h"
#include "present/words/numbers.h"
#include "scenario/keys.h"
#include "text/one_line.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace algemeente::present {

namespace {

constexpr Name names[] = {
#define NAME(id, nl, en) {id, nl, en, {}},
#define LEVER(id, nl, en, meaning) {id, nl, en, meaning},
#define OUTCOME(id, nl, en, meaning) {id, nl, en, meaning},
#include "present/words/names.def"
};

struct Story {
    std::string_view id;
    std::string_view question;
    std::string_view story;
};

constexpr Story stories[] = {
#define STORY(id, question, story) {id, question, story},
#include "present/words/stories.def"
};

struct Meaning {
    std::string_view id;
    std::string_view words;
};

/// What assumptions and kinds of use mean, in Dutch.
constexpr Meaning meanings[] = {
#define MEANING(id, words) {id, words},
#include "present/words/meanings.def"
};

struct SourcePhrase {
    std::string_view en;
    std::string_view nl;
};

constexpr SourcePhrase source_phrases[] = {
#define SOURCE(en, nl) {en, nl},
#include "present/words/sources.def"
};

const Name* find_name(std::string_view id) {
    const auto* found = std::find_if(std::begin(names), std::end(names), [&](const Name& n) { return n.id == id; });
    return found == std::end(names) ? nullptr : found;
}

const Story* find_story(std::string_view id) {
    const auto* found =
        std::find_if(std::begin(stories), std::end(stories), [&](const Story& s) { return s.id == id; });
    return found == std::end(stories) ? nullptr : found;
}

std::string in(const Name& name, Language language) {
    return std::string(language == Language::nl ? name.nl : name.en);
}

std::string of_kind(std::string_view kind, std::string_view word, Language language) {
    return name_of(std::string(kind) + "." + std::string(word), language);
}

/// What people named themselves keeps its name: a preset still has the title that the table knows.
bool is_preset(const Scenario& scenario) {
    const Name* name = find_name(scenario.name);
    return name != nullptr && name->en == scenario.title;
}

bool tells_in_dutch(const Scenario& scenario, Language language) {
    return language == Language::nl && is_preset(scenario) && find_story(scenario.name) != nullptr;
}

}  // namespace

std::string name_of(std::string_view id, Language language) {
    if (const Name* name = find_name(id)) return in(*name, language);
    return "[" + std::string(id) + "]";
}

bool has_name(std::string_view id) {
    return find_name(id) != nullptr;
}

std::span<const Name> all_names() {
    return names;
}

void suggest_by_all_names() {
    std::vector<NameInWords> all;
    for (const Name& name : names) {
        all.push_back({name.nl, name.id});
        all.push_back({name.en, name.id});
    }
    suggest_by_names(std::move(all));
}

std::string_view meaning_nl(std::string_view name) {
    if (const Name* found = find_name(name); found != nullptr && !found->meaning_nl.empty()) return found->meaning_nl;
    const auto* const meaning =
        std::find_if(std::begin(meanings), std::end(meanings), [&](const Meaning& one) { return one.id == name; });
    return meaning != std::end(meanings) ? meaning->words : std::string_view{};
}

std::string source_words(std::string_view source, Language language) {
    std::string words(source);
    if (language == Language::en) return words;
    for (const SourcePhrase& phrase : source_phrases)
        for (std::size_t at = words.find(phrase.en); at != std::string::npos; at = words.find(phrase.en, at))
            words.replace(at, phrase.en.size(), phrase.nl);
    return words;
}

std::string_view level_words(double level, Language language) {
    return text(level < 1.0 / 3 ? Word::level_low : level < 2.0 / 3 ? Word::level_middle : Word::level_high, language);
}

std::string_view meaning_in(Language language, const ParameterInfo& row) {
    return language == Language::nl ? meaning_nl(row.name) : std::string_view(row.meaning);
}

std::string factor_name(Factor factor, Language language) {
    return name_of(factor_word(factor), language);
}

std::string brief_factor_name(Factor factor, Language language) {
    return of_kind("brief", factor_word(factor), language);
}

std::string stage_name(Stage stage, Language language) {
    return of_kind("stage", stage_word(stage), language);
}

std::string reason_name(Reason reason, Language language) {
    return of_kind("reason", reason_word(reason), language);
}

std::string event_name(EventKind kind, Language language) {
    return of_kind("event", event_word(kind), language);
}

std::string origin_name(Origin origin, Language language) {
    return of_kind("origin", origin_word(origin), language);
}

std::string frame_words(Frame frame, Language language) {
    return of_kind("frame", frame_name(frame), language);
}

std::string_view domain_words(Domain domain, Language language) {
    return text(domain == Domain::social ? Word::the_social_domain : Word::the_physical_domain, language);
}

std::string_view domain_short(Domain domain, Language language) {
    return text(domain == Domain::social ? Word::social_lower : Word::physical_lower, language);
}

std::string lever_name(std::string_view lever, Language language) {
    constexpr std::string_view cells = "use_cases.";
    if (!lever.starts_with(cells)) return name_of(lever, language);
    const std::size_t dot = lever.find('.', cells.size());
    if (dot == std::string_view::npos) return name_of(lever, language);
    return name_of(lever.substr(cells.size(), dot - cells.size()), language) + ": " +
           of_kind("column", lever.substr(dot + 1), language);
}

std::string unit_words(Unit unit, Language language) {
    const auto words = [](Unit of) {
        switch (of) {
            case Unit::share: return Word::unit_of_share;
            case Unit::level: return Word::unit_of_level;
            case Unit::weight: return Word::unit_weight;
            case Unit::logit: return Word::unit_logit;
            case Unit::multiplier: return Word::unit_multiplier;
            case Unit::exponent: return Word::unit_exponent;
            case Unit::on_off: return Word::unit_on_off;
            case Unit::per_month: return Word::per_month;
            case Unit::months: return Word::unit_months;
            case Unit::person_months: return Word::unit_person_months;
            case Unit::stories_per_month: return Word::unit_stories;
            case Unit::projects: return Word::unit_projects;
            case Unit::people: return Word::unit_people;
            case Unit::eur: return Word::unit_eur;
            case Unit::eur_per_inhabitant: return Word::unit_eur_each;
        }
        return Word::unit_weight;
    };
    return std::string(text(words(unit), language));
}

std::string value_words(const ParameterInfo& row, double value, Language language) {
    const std::string number = number_words(value, language, {.digits = 2});  // what is typed and stored
    switch (row.unit) {
        case Unit::on_off: return std::string(text(value >= 0.5 ? Word::on_word : Word::off_word, language));
        case Unit::share: return number_words(value, language, {.percent = true});
        case Unit::per_month:
            return filled(text(Word::value_per_month, language),
                          row.high <= 0.1 ? number_words(value, language, {.percent = true}) : number);
        case Unit::months: return filled(text(Word::value_months, language), number);
        case Unit::multiplier: return number + "\u00D7";
        case Unit::eur: return filled(text(Word::value_eur, language), number);
        case Unit::eur_per_inhabitant: return filled(text(Word::value_eur_each, language), number);
        case Unit::person_months: return number + " pm";
        default: return number;
    }
}

std::string title_of(const Scenario& scenario, Language language) {
    if (language == Language::nl && is_preset(scenario)) return name_of(scenario.name, language);
    return one_line(scenario.title.empty() ? scenario.name : scenario.title);
}

std::string question_of(const Scenario& scenario, Language language) {
    return tells_in_dutch(scenario, language) ? std::string(find_story(scenario.name)->question) : scenario.question;
}

std::string story_of(const Scenario& scenario, Language language) {
    return tells_in_dutch(scenario, language) ? std::string(find_story(scenario.name)->story) : scenario.story;
}

std::string_view question_nl(std::string_view preset) {
    const Story* story = find_story(preset);
    return story != nullptr ? story->question : std::string_view{};
}

std::string_view story_nl(std::string_view preset) {
    const Story* story = find_story(preset);
    return story != nullptr ? story->story : std::string_view{};
}

}  // namespace algemeente::present

#include "viewer/views/parameter_words.h"

namespace algemeente::viewer {

namespace {

/// The unit behind a value.
std::string unit_of(const ParameterInfo& row, Language language) {
    const auto after_space = [&](Word word) { return " " + std::string(text(word, language)); };
    switch (row.unit) {
        case Unit::per_month: return after_space(Word::short_per_month);
        case Unit::months: return after_space(Word::unit_months);
        case Unit::multiplier: return "\u00D7";
        case Unit::eur: return after_space(Word::unit_eur);
        case Unit::eur_per_inhabitant: return after_space(Word::short_eur_per_inhabitant);
        case Unit::person_months: return after_space(Word::short_person_months);
        default: return "";
    }
}

}  // namespace

std::string value_words(const ParameterInfo& row, double value, Language language) {
    if (row.unit == Unit::on_off) return std::string(text(value >= 0.5 ? Word::on_word : Word::off_word, language));
    if (row.unit == Unit::share) return number_words(value, language, {.percent = true});
    if (row.unit == Unit::per_month && row.high <= 0.1)
        return number_words(value, language, {.percent = true}) + unit_of(row, language);
    return number_words(value, language) + unit_of(row, language);
}

Ink provenance_ink(Provenance provenance) {
    switch (provenance) {
        case Provenance::grounded: return Ink::grounded;
        case Provenance::literature: return Ink::literature;
        case Provenance::assumed: return Ink::assumed;
    }
    return Ink::assumed;
}

Word provenance_text(Provenance provenance) {
    switch (provenance) {
        case Provenance::grounded: return Word::prov_grounded;
        case Provenance::literature: return Word::prov_literature;
        case Provenance::assumed: return Word::prov_assumed;
    }
    return Word::prov_assumed;
}

Word unit_text(Unit unit) {
    switch (unit) {
        case Unit::share: return Word::unit_share;
        case Unit::level: return Word::unit_level;
        case Unit::weight: return Word::unit_weight;
        case Unit::logit: return Word::unit_logit;
        case Unit::multiplier: return Word::unit_multiplier;
        case Unit::exponent: return Word::unit_exponent;
        case Unit::on_off: return Word::unit_on_off;
        case Unit::per_month: return Word::unit_per_month;
        case Unit::months: return Word::unit_months;
        case Unit::person_months: return Word::unit_person_months;
        case Unit::stories_per_month: return Word::unit_stories_per_month;
        case Unit::projects: return Word::unit_projects;
        case Unit::people: return Word::unit_people;
        case Unit::eur: return Word::unit_eur;
        case Unit::eur_per_inhabitant: return Word::unit_eur_per_inhabitant;
    }
    return Word::unit_level;
}

std::optional<Word> outcome_unit_text(std::string_view outcome_unit) {
    constexpr std::pair<std::string_view, Word> words[] = {
        {"projects", Word::unit_projects}, {"share", Word::unit_share},
        {"value", Word::unit_value},       {"level", Word::unit_level},
        {"harm", Word::unit_harm},         {"incidents", Word::unit_incidents},
        {"months", Word::unit_months},     {"person-months", Word::unit_person_months}};
    for (const auto& [unit, word] : words)
        if (unit == outcome_unit) return word;
    return std::nullopt;
}

}  // namespace algemeente::viewer

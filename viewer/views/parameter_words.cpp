#include "viewer/views/parameter_words.h"

namespace algemeente::viewer {

namespace {

std::string unit_of(const ParameterInfo& row, Language language) {
    switch (row.unit) {
        case Unit::per_month: return language == Language::nl ? " /maand" : " /month";
        case Unit::months: return language == Language::nl ? " maanden" : " months";
        case Unit::multiplier: return "\u00D7";
        case Unit::eur: return language == Language::nl ? " euro" : " EUR";
        case Unit::eur_per_inhabitant: return language == Language::nl ? " euro p.p." : " EUR p.p.";
        case Unit::person_months: return language == Language::nl ? " pm" : " pm";
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

std::string parameter_unit_words(Unit unit, Language language) {
    const bool nl = language == Language::nl;
    switch (unit) {
        case Unit::share: return nl ? "aandeel (0 tot 1)" : "share (0 to 1)";
        case Unit::level: return nl ? "niveau (0 tot 1)" : "level (0 to 1)";
        case Unit::weight: return nl ? "gewicht" : "weight";
        case Unit::logit: return nl ? "logit (verschuift een kans)" : "logit (shifts a chance)";
        case Unit::multiplier: return nl ? "maal de waarde van nu" : "times today's value";
        case Unit::exponent: return nl ? "exponent" : "exponent";
        case Unit::on_off: return nl ? "uit of aan" : "off or on";
        case Unit::per_month: return nl ? "per maand" : "per month";
        case Unit::months: return nl ? "maanden" : "months";
        case Unit::person_months: return nl ? "persoonsmaanden" : "person-months";
        case Unit::stories_per_month: return nl ? "berichten per maand" : "stories per month";
        case Unit::projects: return nl ? "projecten" : "projects";
        case Unit::people: return nl ? "mensen" : "people";
        case Unit::eur: return nl ? "euro" : "EUR";
        case Unit::eur_per_inhabitant: return nl ? "euro per inwoner" : "EUR per inhabitant";
    }
    return {};
}

std::string outcome_unit_words(std::string_view unit, Language language) {
    constexpr std::pair<std::string_view, std::string_view> pairs[] = {
        {"projects", "projecten"}, {"share", "aandeel (0 tot 1)"},
        {"value", "waarde"},       {"level", "niveau"},
        {"harm", "schade"},        {"incidents", "incidenten"},
        {"months", "maanden"},     {"person-months", "persoonsmaanden"}};
    if (language == Language::nl)
        for (const auto& [en, nl] : pairs)
            if (en == unit) return std::string(nl);
    return std::string(unit);
}

}  // namespace algemeente::viewer

#include "viewer/views/parameter_words.h"

namespace algemeente::viewer {

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

std::string outcome_unit_words(std::string_view unit, Language language) {
    constexpr std::pair<std::string_view, Word> words[] = {
        {"projects", Word::unit_projects}, {"share", Word::unit_of_share},
        {"value", Word::unit_value},       {"level", Word::unit_of_level},
        {"harm", Word::unit_harm},         {"incidents", Word::unit_incidents},
        {"months", Word::unit_months},     {"person-months", Word::unit_person_months}};
    for (const auto& [name, word] : words)
        if (name == unit) return std::string(text(word, language));
    return "[" + std::string(unit) + "]";
}

}  // namespace algemeente::viewer

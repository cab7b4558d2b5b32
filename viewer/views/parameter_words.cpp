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

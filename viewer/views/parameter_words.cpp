#include "viewer/views/parameter_words.h"

#include "text/number.h"

#include <algorithm>

namespace algemeente::viewer {

std::optional<double> value_from(const ParameterInfo& row, const std::string& typed) {
    std::string digits;
    for (const char letter : typed) {
        if ((letter >= '0' && letter <= '9') || letter == '-' || letter == '.') digits += letter;
        if (letter == ',') digits += '.';
    }
    std::optional<double> value = parse_number(digits);
    if (!value) return std::nullopt;
    const bool percent = typed.find('%') != std::string::npos || (row.unit == Unit::share && *value > 1);
    if (percent) *value /= 100;
    return std::clamp(*value, row.low, row.high);
}

std::string unit_of(const OutcomeInfo& outcome, Language language) {
    const std::string unit = outcome_unit_words(outcome.unit, language);
    if (outcome.unit == "share") return unit;
    const Word aggregation = outcome.aggregation == Aggregation::total  ? Word::aggregation_total
                             : outcome.aggregation == Aggregation::mean ? Word::aggregation_mean
                                                                        : Word::aggregation_share;
    return unit + ", " + std::string(text(aggregation, language));
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

}  // namespace algemeente::viewer

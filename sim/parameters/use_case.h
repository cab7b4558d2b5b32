// One use of algorithms: what it is like, and what it is called.
#pragma once

#include <string_view>

namespace algemeente {

/// One archetype. Shares and levels lie in 0..1 unless stated.
struct UseCase {
    double mix_social = 0;         ///< relative frequency among ideas of the social domain
    double mix_physical = 0;       ///< the same in the physical domain
    double sources = 1;            ///< mean number of data sources at the top analytics level, 1..12
    double from_own = 1;           ///< relative frequency of sources of the lead department
    double from_same_domain = 0;   ///< ... of other departments of the domain
    double from_corporate = 0;     ///< ... of corporate registers
    double from_cross_domain = 0;  ///< ... of the other domain
    double from_external = 0;      ///< ... of other organisations
    double personal_data = 0;      ///< share of personal data
    double impact = 0;             ///< impact on the individual at the top level
    double enforcement = 0;        ///< enforcement character
    double public_space = 0;       ///< collected in public space
    double ground_truth = 0.5;     ///< can outcomes be checked against facts?
    double collectability = 0;     ///< chance that own sensors can replace a source of the domain
    double departments = 1;        ///< departments that must join, 1..6
    double process_change = 0;     ///< change of the work process
    double level_min = 1;          ///< lowest analytics level: 1 descriptive, 2 diagnostic, 3 predictive
    double level_max = 1;          ///< highest analytics level
    double value = 0.5;            ///< value at full use of the top level
    double explainability = 0.5;   ///< explainability at the top level
    double touched_share = 1;      ///< share of citizens that an outcome touches directly
    double income_support =
        0;                ///< 1: touches people on income support, so the share follows the municipality's caseload
    double priority = 1;  ///< diagnostic: multiplies the score in the competition for capacity, 0.01..100

    bool operator==(const UseCase&) const = default;
};

/// Name and words of one archetype.
struct UseCaseInfo {
    std::string_view name;
    std::string_view meaning;
    std::string_view helping_sister;  ///< use case it can turn to after an alarming outcome (extension X2), or empty
};

/// A row of the table: who a use case is, and its standard values.
struct UseCaseRow {
    UseCaseInfo info;
    UseCase values;
};

}  // namespace algemeente

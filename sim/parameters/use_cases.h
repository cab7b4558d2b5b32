// Use-case archetypes: what the uses of algorithms are like (specification C3.0).
//
// The only place where the two domains differ: the mix says how often a use case comes up in each domain,
// all other columns describe the use case itself, whatever its domain. All values are assumptions informed by
// E09, E14-E16, E27-E28, E42, E57, E62-E63; vary each cell by 25 %.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace algemeente {

inline constexpr std::size_t use_case_count = 11;

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

using UseCaseTable = std::array<UseCase, use_case_count>;

/// How often each use case comes up in a domain: relative frequencies that sum to one (or all zero).
using UseCaseShares = std::array<double, use_case_count>;

/// The mix of the social and of the physical domain.
struct UseCaseMixes {
    std::array<UseCaseShares, 2> of_domain{};
};
UseCaseMixes mixes_of(const UseCaseTable& use_cases);

/// Name and words of one archetype.
struct UseCaseInfo {
    std::string_view name;
    std::string_view meaning;
    std::string_view helping_sister;  ///< use case it can turn to after an alarming outcome (extension X2), or empty
};

/// What people and programs need to know about one column.
struct UseCaseColumn {
    std::string_view name;
    double UseCase::*value;
    double low;
    double high;
    std::string_view meaning;
    std::string_view source;
};

/// The archetypes a0..a10 at their standard values, in the order of use_case_infos().
const UseCaseTable& standard_use_cases();

std::span<const UseCaseInfo, use_case_count> use_case_infos();
std::span<const UseCaseColumn> use_case_columns();
std::span<const std::string_view> use_case_names();
std::span<const std::string_view> use_case_column_names();

/// Position of the use case called `name`, or use_case_count.
std::size_t find_use_case(std::string_view name);
const UseCaseColumn* find_use_case_column(std::string_view name);

/// Empty when `value` is allowed in this column, else what is wrong, for example "1.5 is outside 0..1".
std::string problem_with(const UseCaseColumn& column, double value);

/// Problems between cells: levels that cross, a domain without use cases, a use case without sources; empty when
/// there are none.
std::string problem_between(const UseCaseTable& use_cases);

}  // namespace algemeente

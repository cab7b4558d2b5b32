// Use-case archetypes: what the uses of algorithms are like (specification C3.0).
//
// The only place where the two domains differ: the mix says how often a use case comes up in each domain,
// all other columns describe the use case itself, whatever its domain. The rows are in use_case_rows.h.
#pragma once

#include "parameters/use_case_rows.h"

#include <boost/container/static_vector.hpp>

#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace algemeente {

/// Use cases of the table, at positions 0, 1, 2, ...
inline constexpr std::size_t use_case_count = std::size(use_case_rows);

/// Most use cases that a world can hold: room for growth. Raise it here when the table needs more.
inline constexpr std::size_t use_case_capacity = 32;
static_assert(use_case_count <= use_case_capacity, "raise use_case_capacity");

/// The use cases of a scenario: those of the table with the scenario's own values. A world works with as many as there
/// are in it.
using UseCaseTable = boost::container::static_vector<UseCase, use_case_capacity>;

/// A number for each use case, by position; zero beyond the last one. As the mix of a domain: how often each comes up,
/// relative frequencies that sum to one (or all zero).
using UseCaseShares = std::array<double, use_case_capacity>;

/// The mix of the social and of the physical domain.
struct UseCaseMixes {
    std::array<UseCaseShares, 2> of_domain{};
};
UseCaseMixes mixes_of(const UseCaseTable& use_cases);

/// What people and programs need to know about one column.
struct UseCaseColumn {
    std::string_view name;
    double UseCase::*value;
    double low;
    double high;
    std::string_view meaning;
    std::string_view source;
};

/// What the public register says about one cell of the table (use_case_grounds.def): a figure, not an assumption.
struct CellGround {
    std::string_view use_case;
    std::string_view column;
    int records;         ///< that tell
    int municipalities;  ///< of these records
    double found;        ///< mean of the records, at the top analytics level
    double low;          ///< prior; equal to `high` where nothing varies
    double high;
};

/// The use cases of the table at their standard values, in the order of use_case_infos().
const UseCaseTable& standard_use_cases();

std::span<const UseCaseInfo> use_case_infos();
std::span<const UseCaseColumn> use_case_columns();
std::span<const CellGround> cell_grounds();
std::span<const std::string_view> use_case_names();
std::span<const std::string_view> use_case_column_names();

/// The name of the use case at `position`; "row 12" for one that a scenario has beyond the table.
std::string use_case_name(std::size_t position);

/// Position of the use case called `name`, or use_case_count.
std::size_t find_use_case(std::string_view name);
/// Position of the use case to which the one at `position` can turn after an alarming outcome, if there is any.
std::optional<std::size_t> helping_sister_of(std::size_t position);
const UseCaseColumn* find_use_case_column(std::string_view name);

/// What the register says about a cell; nullptr where it says nothing, and the cell is assumed.
const CellGround* find_ground(std::size_t use_case, const UseCaseColumn& column);

/// Empty when `value` is allowed in this column, else what is wrong, for example "1.5 is outside 0..1".
std::string problem_with(const UseCaseColumn& column, double value);

/// Problems between cells: levels that cross, a domain without use cases, a use case without sources; empty when
/// there are none.
std::string problem_between(const UseCaseTable& use_cases);

}  // namespace algemeente

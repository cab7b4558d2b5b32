// The table of parameters and levers (parameters.def) as a struct, as rows to read, and as names to find.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace algemeente {

/// Who or what a number belongs to.
/// A price is book-keeping: what a lever takes. No mechanism reads it.
enum class Role : std::uint8_t { lever, assumption, price, setting };

/// How well a number is known.
enum class Provenance : std::uint8_t { grounded, literature, assumed };

/// What a number counts. Words for people: unit_word().
enum class Unit : std::uint8_t {
    share,
    level,
    weight,
    logit,
    multiplier,
    exponent,
    on_off,
    per_month,
    months,
    person_months,
    stories_per_month,
    projects,
    people,
    eur,
    eur_per_inhabitant
};

/// Every number that can be changed from outside, at its standard value. Scenario values replace it,
/// dated changes make further copies (Policy), mechanisms read it as `p.name`.
struct Parameters {
#define PARAMETER(name, unit, low, standard, high, role, provenance, meaning, source) double name = standard;
#include "parameters/parameters.def"

    bool operator==(const Parameters&) const = default;
};

/// What people and programs need to know about one parameter.
struct ParameterInfo {
    std::string_view name;
    double Parameters::*value;
    Unit unit;
    double low;
    double standard;
    double high;
    Role role;
    Provenance provenance;
    std::string_view meaning;
    std::string_view source;
    bool start_only;    ///< read only while the world is made
    bool of_suppliers;  ///< acts only where a scenario has suppliers
};

/// All rows, in the order of parameters.def.
std::span<const ParameterInfo> parameter_table();

/// All names, in the same order (for suggestions).
std::span<const std::string_view> parameter_names();

/// The row called `name`, or nullptr.
const ParameterInfo* find_parameter(std::string_view name);

/// A row that is no assumption about the world but a handle for experiments: 1 is the model itself.
constexpr bool is_diagnostic(const ParameterInfo& row) {
    return row.name.starts_with("diagnostic_");
}

/// A row that acts only where a scenario has suppliers.
constexpr bool is_of_suppliers(const ParameterInfo& row) {
    return row.of_suppliers;
}

/// A row that is read only while the world is made: a dated change of it would do nothing.
constexpr bool is_start_only(const ParameterInfo& row) {
    return row.start_only;
}

/// Empty when `value` is allowed for this row, else what is wrong, for example "14.5 is outside 3..14 (weight)".
std::string problem_with(const ParameterInfo& row, double value);

/// Problems between parameters (for example a highest below its lowest); empty when there are none.
std::string problem_between(const Parameters& parameters);

std::string_view unit_word(Unit unit);
std::string_view role_word(Role role);
std::string_view provenance_word(Provenance provenance);

}  // namespace algemeente

#include "parameters/parameters.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace algemeente {

namespace {

constexpr ParameterInfo rows[] = {
#define ALGEMEENTE_ROW(start_only, of_suppliers, name, unit, low, standard, high, role, provenance, meaning, source) \
    {#name,      &Parameters::name,      Unit::unit, low,    standard,   high,                                       \
     Role::role, Provenance::provenance, meaning,    source, start_only, of_suppliers},
#define PARAMETER(...) ALGEMEENTE_ROW(false, false, __VA_ARGS__)
#define START_PARAMETER(...) ALGEMEENTE_ROW(true, false, __VA_ARGS__)
#define SUPPLY_PARAMETER(...) ALGEMEENTE_ROW(false, true, __VA_ARGS__)
#define SUPPLY_START_PARAMETER(...) ALGEMEENTE_ROW(true, true, __VA_ARGS__)
#include "parameters/parameters.def"
#undef ALGEMEENTE_ROW
};

constexpr bool every_row_is_sound() {
    for (const ParameterInfo& row : rows) {
        if (row.meaning.empty() || row.source.empty()) return false;
        if (!(row.low <= row.standard && row.standard <= row.high && row.low < row.high)) return false;
    }
    return true;
}
static_assert(every_row_is_sound(), "a row of parameters.def lacks a meaning, a source or a valid range");

constexpr auto names = [] {
    std::array<std::string_view, std::size(rows)> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = rows[i].name;
    return all;
}();

/// A lowest and a highest that must not cross.
struct OrderedPair {
    double Parameters::*low;
    double Parameters::*high;
    std::string_view low_name;
    std::string_view high_name;
};

constexpr OrderedPair ordered_pairs[] = {
    {&Parameters::trust_gain, &Parameters::trust_loss, "trust_gain", "trust_loss"},
    {&Parameters::alderman_appetite_low, &Parameters::alderman_appetite_high, "alderman_appetite_low",
     "alderman_appetite_high"},
    {&Parameters::vendor_tender_months_low, &Parameters::vendor_tender_months_high, "vendor_tender_months_low",
     "vendor_tender_months_high"},
    {&Parameters::committee_months_low, &Parameters::committee_months_high, "committee_months_low",
     "committee_months_high"},
    {&Parameters::start_standards_low, &Parameters::start_standards_high, "start_standards_low",
     "start_standards_high"},
    {&Parameters::fiscal_low, &Parameters::fiscal_high, "fiscal_low", "fiscal_high"},
};

}  // namespace

std::span<const ParameterInfo> parameter_table() {
    return rows;
}

std::span<const std::string_view> parameter_names() {
    return names;
}

const ParameterInfo* find_parameter(std::string_view name) {
    const auto found =
        std::find_if(std::begin(rows), std::end(rows), [&](const ParameterInfo& row) { return row.name == name; });
    return found == std::end(rows) ? nullptr : &*found;
}

std::string problem_with(const ParameterInfo& row, double value) {
    const bool whole = row.unit == Unit::on_off || row.role == Role::setting;
    if (!(value >= row.low && value <= row.high))
        return fmt::format("{} is outside {}..{} ({})", value, row.low, row.high, unit_word(row.unit));
    if (whole && value != static_cast<double>(static_cast<long long>(value)))
        return fmt::format("{} is not a whole number ({})", value, unit_word(row.unit));
    return {};
}

std::string problem_between(const Parameters& parameters) {
    for (const OrderedPair& pair : ordered_pairs) {
        const double low = parameters.*pair.low;
        const double high = parameters.*pair.high;
        if (low > high)
            return fmt::format("{} ({}) must not be above {} ({})", pair.low_name, low, pair.high_name, high);
    }
    return {};
}

std::string_view unit_word(Unit unit) {
    switch (unit) {
        case Unit::share: return "share";
        case Unit::level: return "level";
        case Unit::weight: return "weight";
        case Unit::logit: return "logit";
        case Unit::multiplier: return "multiplier";
        case Unit::exponent: return "exponent";
        case Unit::on_off: return "0 or 1";
        case Unit::per_month: return "per month";
        case Unit::months: return "months";
        case Unit::person_months: return "person-months";
        case Unit::stories_per_month: return "stories per month";
        case Unit::projects: return "projects";
        case Unit::people: return "people";
        case Unit::eur: return "EUR";
        case Unit::eur_per_inhabitant: return "EUR per inhabitant";
    }
    return "?";
}

std::string_view role_word(Role role) {
    switch (role) {
        case Role::lever: return "lever";
        case Role::assumption: return "assumption";
        case Role::price: return "price";
        case Role::setting: return "setting";
    }
    return "?";
}

std::string_view provenance_word(Provenance provenance) {
    switch (provenance) {
        case Provenance::grounded: return "grounded";
        case Provenance::literature: return "literature";
        case Provenance::assumed: return "assumed";
    }
    return "?";
}

}  // namespace algemeente

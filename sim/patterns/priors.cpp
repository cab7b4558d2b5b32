#include "patterns/priors.h"

#include "random/luck.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace algemeente {

namespace {

constexpr double cell_low = .75;
constexpr double cell_high = 1.25;
constexpr double threshold_distance = .1;  ///< between the thresholds of two gates

constexpr std::string_view logarithmic[] = {"ideas_per_month", "incident_rate", "capacity_person_months"};
/// Grounded figures that the specification fixes (C4.3).
constexpr std::string_view fixed[] = {"alderman_election_turnover", "alderman_monthly_turnover"};
/// Narrower than the range that scenarios may use (C4.3: shocks by half either way).
struct Narrower {
    std::string_view name;
    double low;
    double high;
};
constexpr Narrower narrower[] = {{"media_shock_scale", .5, 1.5}};

bool is_among(std::string_view name, std::span<const std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_drawn(const ParameterInfo& row, PriorScope scope) {
    if (scope == PriorScope::use_cases_only) return false;
    // suppliers are off by default, as an extension
    if (is_of_suppliers(row) && scope != PriorScope::with_suppliers) return false;
    const bool extension = row.source.find("extension X") != std::string_view::npos;
    return row.role == Role::assumption && !is_diagnostic(row) && !extension && !is_among(row.name, fixed);
}

bool is_drawn(const UseCaseColumn& column) {
    return column.name != "level_min" && column.name != "level_max" && column.name != "priority" &&
           column.name != "income_support";
}

struct Range {
    double low;
    double high;
};

/// What the register says about a cell at its standard value; else a quarter either way.
Range range_of_cell(const UseCaseTable& use_cases, std::size_t use_case, const UseCaseColumn& column) {
    const double cell = use_cases[use_case].*column.value;
    const CellGround* ground = find_ground(use_case, column);
    if (ground != nullptr && cell == standard_use_cases()[use_case].*column.value) return {ground->low, ground->high};
    return {std::max(column.low, cell * cell_low), std::min(column.high, cell * cell_high)};
}

double lerp(double low, double high, double share, bool is_logarithmic) {
    if (is_logarithmic) return low * std::pow(high / low, share);
    return low + (high - low) * share;
}

/// The lower of two that must not cross is drawn below the higher one.
struct Ordered {
    double Parameters::*low;
    double Parameters::*high;
};
constexpr Ordered ordered[] = {
    {&Parameters::trust_gain, &Parameters::trust_loss},
    {&Parameters::vendor_tender_months_low, &Parameters::vendor_tender_months_high},
    {&Parameters::committee_months_low, &Parameters::committee_months_high},
    {&Parameters::alderman_appetite_low, &Parameters::alderman_appetite_high},
    {&Parameters::start_standards_low, &Parameters::start_standards_high},
    {&Parameters::fiscal_low, &Parameters::fiscal_high},
};
constexpr double Parameters::*gates[] = {&Parameters::gate_pilot_threshold, &Parameters::gate_implementation_threshold,
                                         &Parameters::gate_use_threshold};

/// Moves a value of `low`..`high` to the same place of a smaller range.
double squeezed(double value, double low, double high, double new_low, double new_high) {
    return new_low + (value - low) / (high - low) * (new_high - new_low);
}

const PriorDimension* dimension_of(const std::vector<PriorDimension>& dimensions, double Parameters::*value) {
    for (const PriorDimension& dimension : dimensions)
        if (dimension.parameter != nullptr && dimension.parameter->value == value) return &dimension;
    return nullptr;
}

void keep_relations(Parameters& p, const std::vector<PriorDimension>& dimensions) {
    for (const Ordered& pair : ordered) {
        const PriorDimension* low = dimension_of(dimensions, pair.low);
        if (low == nullptr) continue;
        const double ceiling = std::min(low->high, p.*pair.high);
        p.*pair.low = squeezed(p.*pair.low, low->low, low->high, low->low, ceiling);
    }
    double lowest = p.*gates[0];
    double highest = p.*gates[0];
    for (const auto gate : {gates[1], gates[2]}) {
        const PriorDimension* range = dimension_of(dimensions, gate);
        if (range == nullptr) return;
        p.*gate = squeezed(p.*gate, range->low, range->high, std::max(range->low, highest - threshold_distance),
                           std::min(range->high, lowest + threshold_distance));
        lowest = std::min(lowest, p.*gate);
        highest = std::max(highest, p.*gate);
    }
}

}  // namespace

std::vector<PriorDimension> prior_dimensions(const UseCaseTable& use_cases, PriorScope scope) {
    std::vector<PriorDimension> dimensions;
    for (const ParameterInfo& row : parameter_table()) {
        if (!is_drawn(row, scope)) continue;
        PriorDimension dimension{std::string(row.name),          &row, nullptr, 0, row.low, row.high,
                                 is_among(row.name, logarithmic)};
        for (const Narrower& range : narrower)
            if (range.name == row.name) dimension.low = range.low, dimension.high = range.high;
        dimensions.push_back(std::move(dimension));
    }
    for (std::size_t a = 0; a < use_case_count; ++a)
        for (const UseCaseColumn& column : use_case_columns()) {
            const auto [low, high] = range_of_cell(use_cases, a, column);
            if (!is_drawn(column) || !(low < high)) continue;
            dimensions.push_back({fmt::format("use_cases.{}.{}", use_case_names()[a], column.name), nullptr, &column, a,
                                  low, high, false});
        }
    return dimensions;
}

UnitPoints prior_points(std::size_t dimensions, std::size_t draws, std::uint64_t seed) {
    const Luck luck(seed, 0);
    const auto uniform = [&luck](std::size_t dimension, std::size_t number) {
        return luck.uniform(Purpose::prior_draw, dimension, before_first_month, static_cast<std::uint32_t>(number));
    };
    const auto strata = [&](std::uint32_t count, std::size_t dimension) {
        std::vector<double> lots(count);
        for (std::size_t i = 0; i < count; ++i) lots[i] = uniform(dimension, 2 * i);
        std::vector<std::uint32_t> order(count);
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return lots[a] < lots[b]; });
        std::vector<std::uint32_t> strata_of_points(count);
        for (std::uint32_t stratum = 0; stratum < count; ++stratum) strata_of_points[order[stratum]] = stratum;
        return strata_of_points;
    };
    const auto place = [&](std::size_t point, std::size_t dimension) { return uniform(dimension, 2 * point + 1); };
    return latin_hypercube(draws, dimensions, {strata, place});
}

Scenario scenario_at(const Scenario& base, const std::vector<PriorDimension>& dimensions,
                     const std::vector<double>& point) {
    Scenario scenario = base;
    for (std::size_t d = 0; d < dimensions.size(); ++d) {
        const PriorDimension& dimension = dimensions[d];
        const double value = value_in(dimension, point[d]);
        if (dimension.parameter != nullptr)
            scenario.parameters.*dimension.parameter->value = value;
        else
            scenario.use_cases[dimension.use_case].*dimension.column->value = value;
    }
    keep_relations(scenario.parameters, dimensions);
    return scenario;
}

double value_in(const PriorDimension& dimension, double place) {
    return lerp(dimension.low, dimension.high, place, dimension.logarithmic);
}

double place_in(const PriorDimension& dimension, double value) {
    if (!(dimension.high > dimension.low)) return .5;
    if (dimension.logarithmic) return std::log(value / dimension.low) / std::log(dimension.high / dimension.low);
    return (value - dimension.low) / (dimension.high - dimension.low);
}

double value_of(const Scenario& scenario, const PriorDimension& dimension) {
    return dimension.parameter != nullptr ? scenario.parameters.*dimension.parameter->value
                                          : scenario.use_cases[dimension.use_case].*dimension.column->value;
}

}  // namespace algemeente

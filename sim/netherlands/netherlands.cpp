// The 342 municipalities from scenarios/data (sources: PROVENANCE.md there).
#include "mathematics/elementary.h"
#include "netherlands/country.h"
#include "netherlands/csv_table.h"
#include "netherlands/data_files.h"
#include "netherlands/joint_organisations.h"
#include "netherlands/population_series.h"
#include "netherlands/staffing.h"

#include "text/error.h"

#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <numeric>

namespace algemeente {

namespace {

/// Rows of municipalities.csv, in the order of the country.
using RowOrder = std::vector<std::size_t>;

RowOrder rows_by_key(const CsvTable& table) {
    std::map<std::uint32_t, std::size_t> row_of;
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        const bool is_new = row_of.emplace(table.municipality_key(row, "gm_code"), row).second;
        if (!is_new) table.reject(row, "gm_code", "this municipality is listed twice");
    }
    RowOrder order;
    for (const auto& [key, row] : row_of) order.push_back(row);
    return order;
}

double population_above_zero(const CsvTable& table, std::size_t row) {
    const double population = table.number(row, "population_2024");
    if (population <= 0) table.reject(row, "population_2024", "must be above 0");
    return population;
}

Country read_identities(const CsvTable& table, const RowOrder& order) {
    Country country;
    for (const std::size_t row : order) {
        const double population = population_above_zero(table, row);
        country.push_back({.gm_code = table.text(row, "gm_code"),
                           .name = table.text(row, "name"),
                           .key = table.municipality_key(row, "gm_code"),
                           .region = table.text(row, "safety_region"),
                           .population = population,
                           .population_by_year = {},
                           .size_class = size_class_of(population),
                           .council_seats = table.whole_number(row, "council_seats_2026"),
                           .neighbours = {}});
    }
    return country;
}

/// Only spending counts: a negative amount is a correction of an earlier year.
double spending(const CsvTable& table, std::size_t row, std::string_view column) {
    return std::max(0.0, table.number(row, column));
}

/// Half of the sources at a certain spending per inhabitant; more money, more sources, with diminishing returns.
double joint_sources_share(double spent_jointly, const Parameters& p) {
    const double half = p.joint_sources_half_eur_per_inhabitant;
    return clip(spent_jointly / (spent_jointly + half));
}

void read_spending(Country& country, const CsvTable& table, const RowOrder& order, const Parameters& p) {
    double national_income_support = 0, national_population = 0;
    for (std::size_t i = 0; i < country.size(); ++i) {
        MunicipalityFacts& municipality = country[i];
        municipality.caseload_ratio = spending(table, order[i], "spend_income_support_eur_pp");
        municipality.joint_sources_share =
            joint_sources_share(spending(table, order[i], "joint_arrangements_eur_pp"), p);
        national_income_support += municipality.caseload_ratio * municipality.population;
        national_population += municipality.population;
    }
    if (national_income_support <= 0)
        table.reject(0, "spend_income_support_eur_pp",
                     "the national total is 0; expected spending in at least one municipality");
    for (MunicipalityFacts& municipality : country) {
        municipality.caseload_ratio /= national_income_support / national_population;
    }
}

std::vector<bool> read_joint_marks(const CsvTable& table, const RowOrder& order) {
    std::vector<bool> is_joint;
    for (const std::size_t row : order) {
        const int mark = table.whole_number(row, "joint_staff_org");
        if (mark != 0 && mark != 1) table.reject(row, "joint_staff_org", "must be 0 or 1");
        is_joint.push_back(mark == 1);
    }
    return is_joint;
}

void read_staffing(Country& country, const CsvTable& table, const RowOrder& order, const std::vector<bool>& is_joint,
                   const Parameters& p) {
    std::vector<StaffAccounts> accounts;
    for (std::size_t i = 0; i < country.size(); ++i) {
        const std::size_t row = order[i];
        accounts.push_back({.population = country[i].population,
                            .staff_cost = table.number(row, "payroll_eur_pp") + table.number(row, "hired_staff_eur_pp"),
                            .staff_cost_social = table.number(row, "staff_cost_social_eur_pp"),
                            .staff_cost_physical = table.number(row, "staff_cost_physical_eur_pp"),
                            .is_joint = is_joint[i]});
        if (accounts.back().staff_cost <= 0 && !is_joint[i]) {
            table.reject(row, "payroll_eur_pp", "payroll and hired staff together must be above 0");
        }
    }
    const std::vector<Staffing> staffing = staffing_of(accounts, p);
    for (std::size_t i = 0; i < country.size(); ++i) {
        country[i].fiscal_factor = staffing[i].fiscal_factor;
        country[i].change_factor = staffing[i].change_factor;
        country[i].employees = staffing[i].employees;
        country[i].employees_social = staffing[i].employees_social;
        country[i].employees_physical = staffing[i].employees_physical;
    }
}

void read_population_series(Country& country, const std::filesystem::path& file) {
    const std::map<std::uint32_t, PublishedPopulation> populations = read_populations(CsvTable(file));
    for (MunicipalityFacts& municipality : country) {
        const auto found = populations.find(municipality.key);
        const int missing = found == populations.end() ? boundaries_since : first_missing_year(found->second);
        if (missing != 0) {
            throw InputError(
                fmt::format("{}: year: {} has no row for {}", file.string(), municipality.gm_code, missing));
        }
        municipality.population_by_year = population_series(found->second);
    }
}

MunicipalityFacts& bordering(Country& country, const CsvTable& table, std::size_t row, std::string_view column) {
    const std::uint32_t key = table.municipality_key(row, column);
    const auto found = std::find_if(country.begin(), country.end(), [key](const auto& m) { return m.key == key; });
    if (found == country.end()) {
        table.reject(row, column, fmt::format("'{}' is not in municipalities.csv", table.text(row, column)));
    }
    return *found;
}

/// Pairs stand once in the file and count both ways; those across water count like those across land.
void read_neighbours(Country& country, const std::filesystem::path& file) {
    const CsvTable table(file);
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        MunicipalityFacts& one = bordering(country, table, row, "gm_code_a");
        MunicipalityFacts& other = bordering(country, table, row, "gm_code_b");
        if (one.key == other.key) table.reject(row, "gm_code_b", "a municipality is not its own neighbour");
        one.neighbours.push_back(other.key);
        other.neighbours.push_back(one.key);
    }
    for (MunicipalityFacts& municipality : country) {
        std::vector<std::uint32_t>& keys = municipality.neighbours;
        std::sort(keys.begin(), keys.end());
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    }
}

}  // namespace

Country read_netherlands(const std::filesystem::path& folder, const Parameters& parameters) {
    const CsvTable table(folder / municipalities_file);
    const RowOrder order = rows_by_key(table);
    if (order.empty()) throw InputError(fmt::format("{}: no municipalities", (folder / municipalities_file).string()));

    Country country = read_identities(table, order);
    read_population_series(country, folder / population_file);
    read_neighbours(country, folder / neighbours_file);
    read_spending(country, table, order, parameters);

    const std::vector<bool> is_joint = read_joint_marks(table, order);
    set_staff_served_population(country, is_joint);
    read_staffing(country, table, order, is_joint, parameters);
    return country;
}

}  // namespace algemeente

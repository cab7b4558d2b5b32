#include "parameters/use_cases.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace algemeente {

namespace {

// clang-format off
constexpr UseCaseColumn columns[] = {
    {"mix_social",       &UseCase::mix_social,       0, 10, "Relative frequency among ideas of the social domain.", "E63"},
    {"mix_physical",     &UseCase::mix_physical,     0, 10, "Relative frequency among ideas of the physical domain.", "E63"},
    {"sources",          &UseCase::sources,          1, 12, "Mean number of data sources at the top level.", "E03, E14-E16"},
    {"from_own",         &UseCase::from_own,         0, 1,  "Relative frequency of sources of the lead department.", "E09, E16"},
    {"from_same_domain", &UseCase::from_same_domain, 0, 1,  "Relative frequency of sources of other departments of the domain.", "E11, E14"},
    {"from_corporate",   &UseCase::from_corporate,   0, 1,  "Relative frequency of corporate registers.", "E12"},
    {"from_cross_domain",&UseCase::from_cross_domain,0, 1,  "Relative frequency of sources of the other domain.", "E11, E80"},
    {"from_external",    &UseCase::from_external,    0, 1,  "Relative frequency of sources of other organisations.", "E18"},
    {"personal_data",    &UseCase::personal_data,    0, 1,  "Share of personal data.", "E55, E57"},
    {"impact",           &UseCase::impact,           0, 1,  "Impact on the person concerned, at the top level.", "E62"},
    {"enforcement",      &UseCase::enforcement,      0, 1,  "How far the use serves enforcement.", "E62, E63"},
    {"public_space",     &UseCase::public_space,     0, 1,  "How far data are collected in public space.", "E57"},
    {"ground_truth",     &UseCase::ground_truth,     0, 1,  "How far outcomes can be checked against facts.", "E27"},
    {"collectability",   &UseCase::collectability,   0, 1,  "Chance that own sensors can replace a source of the domain.", "E09, E16"},
    {"departments",      &UseCase::departments,      1, 6,  "Number of departments that must take part.", "E42"},
    {"process_change",   &UseCase::process_change,   0, 1,  "Change of the work process.", "E42, E45"},
    {"level_min",        &UseCase::level_min,        1, 3,  "Lowest analytics level.", "E78"},
    {"level_max",        &UseCase::level_max,        1, 3,  "Highest analytics level.", "E78"},
    {"value",            &UseCase::value,            0, 2,  "Value at full use of the top level.", "E15, E77"},
    {"explainability",   &UseCase::explainability,   0, 1,  "Explainability at the top level.", "E38, E66"},
    {"touched_share",    &UseCase::touched_share,    0, 1,  "Share of citizens that an outcome touches directly.", "E62; SCP: users of social provisions"},
    {"income_support",   &UseCase::income_support,   0, 1,  "1 if it touches people on income support, so that the share follows the caseload.", "Iv3 accounts 2024, task field 6.3"},
    {"priority",         &UseCase::priority,         0.01, 100, "Diagnostic: multiplies the score in the competition for capacity.", "E30, E31; diagnostic D5"},
};
// clang-format on

constexpr CellGround grounds[] = {
#define GROUND(use_case, column, records, municipalities, found, low, high) \
    {#use_case, #column, records, municipalities, found, low, high},
#include "parameters/use_case_grounds.def"
};

constexpr auto infos = [] {
    std::array<UseCaseInfo, use_case_count> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = use_case_rows[i].info;
    return all;
}();

constexpr auto names = [] {
    std::array<std::string_view, use_case_count> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = infos[i].name;
    return all;
}();

/// Every helping sister is in the table.
constexpr bool every_sister_exists() {
    for (const UseCaseInfo& info : infos) {
        bool exists = info.helping_sister.empty();
        for (const std::string_view name : names) exists = exists || name == info.helping_sister;
        if (!exists) return false;
    }
    return true;
}
static_assert(every_sister_exists(), "a helping sister of use_case_rows.h is not among the rows");

constexpr auto column_names = [] {
    std::array<std::string_view, std::size(columns)> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = columns[i].name;
    return all;
}();

}  // namespace

const UseCaseTable& standard_use_cases() {
    static const UseCaseTable standard = [] {
        UseCaseTable table;
        for (const UseCaseRow& row : use_case_rows) table.push_back(row.values);
        return table;
    }();
    return standard;
}

UseCaseMixes mixes_of(const UseCaseTable& use_cases) {
    constexpr double UseCase::*columns_of_mix[] = {&UseCase::mix_social, &UseCase::mix_physical};
    UseCaseMixes mixes;
    for (std::size_t d = 0; d < std::size(columns_of_mix); ++d) {
        double sum = 0;
        for (const UseCase& use_case : use_cases) sum += use_case.*columns_of_mix[d];
        if (sum <= 0) continue;
        for (std::size_t a = 0; a < use_cases.size(); ++a)
            mixes.of_domain[d][a] = use_cases[a].*columns_of_mix[d] / sum;
    }
    return mixes;
}

std::span<const UseCaseInfo> use_case_infos() {
    return infos;
}

std::span<const UseCaseColumn> use_case_columns() {
    return columns;
}

std::span<const CellGround> cell_grounds() {
    return grounds;
}

std::span<const std::string_view> use_case_names() {
    return names;
}

std::span<const std::string_view> use_case_column_names() {
    return column_names;
}

std::string use_case_name(std::size_t position) {
    return position < use_case_count ? std::string(names[position]) : fmt::format("row {}", position + 1);
}

std::size_t find_use_case(std::string_view name) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

std::optional<std::size_t> helping_sister_of(std::size_t position) {
    if (position >= use_case_count || infos[position].helping_sister.empty()) return std::nullopt;
    return find_use_case(infos[position].helping_sister);
}

const UseCaseColumn* find_use_case_column(std::string_view name) {
    const auto found = std::find_if(std::begin(columns), std::end(columns),
                                    [&](const UseCaseColumn& column) { return column.name == name; });
    return found == std::end(columns) ? nullptr : &*found;
}

const CellGround* find_ground(std::size_t use_case, const UseCaseColumn& column) {
    if (use_case >= use_case_count) return nullptr;
    const auto found = std::find_if(std::begin(grounds), std::end(grounds), [&](const CellGround& ground) {
        return ground.use_case == names[use_case] && ground.column == column.name;
    });
    return found == std::end(grounds) ? nullptr : &*found;
}

std::string problem_with(const UseCaseColumn& column, double value) {
    const bool whole = column.value == &UseCase::level_min || column.value == &UseCase::level_max;
    if (!(value >= column.low && value <= column.high))
        return fmt::format("{} is outside {}..{}", value, column.low, column.high);
    if (whole && value != std::floor(value)) return fmt::format("{} is not a whole number (level)", value);
    return {};
}

std::string problem_between(const UseCaseTable& use_cases) {
    double social = 0;
    double physical = 0;
    for (std::size_t a = 0; a < use_cases.size(); ++a) {
        const UseCase& use_case = use_cases[a];
        social += use_case.mix_social;
        physical += use_case.mix_physical;
        if (use_case.level_min > use_case.level_max)
            return fmt::format("level_min ({}) must not be above level_max ({}) in use_cases.{}", use_case.level_min,
                               use_case.level_max, use_case_name(a));
        const double sources = use_case.from_own + use_case.from_same_domain + use_case.from_corporate +
                               use_case.from_cross_domain + use_case.from_external;
        if (sources <= 0)
            return fmt::format("use_cases.{} has no sources: all of its from_ columns are 0", use_case_name(a));
    }
    if (social <= 0) return "the social domain has no use cases: every mix_social is 0";
    if (physical <= 0) return "the physical domain has no use cases: every mix_physical is 0";
    return {};
}

}  // namespace algemeente

#include "patterns/contrasts.h"

#include "netherlands/country.h"
#include "netherlands/products.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace algemeente {

namespace {

double sum_of(const UseCaseTable& use_cases, double UseCase::*mix) {
    double sum = 0;
    for (const UseCase& use_case : use_cases) sum += use_case.*mix;
    return sum;
}

Factor factor_called(std::string_view name) {
    for (int k = 0; k < factor_count; ++k)
        if (factor_word(static_cast<Factor>(k)) == name) return static_cast<Factor>(k);
    throw InputError(fmt::format("contrast: unknown factor '{}'", name));
}

void multiply_factors(Scenario& scenario, std::string_view names, double multiplier) {
    while (!names.empty()) {
        const std::size_t plus = std::min(names.find('+'), names.size());
        scenario.parameters.*diagnostic_of(factor_called(names.substr(0, plus))) *= multiplier;
        names.remove_prefix(std::min(plus + 1, names.size()));
    }
}

/// The model without what a class of agents decides: each of them agrees to everything, and stays.
void remove_agents(Parameters& p, std::string_view agents) {
    if (agents == "citizens") {
        p.diagnostic_legitimacy_citizens_shift = 1;
        p.protest_strength = p.cooperation_benefit = p.cooperation_pilot = 0;
    } else if (agents == "politicians") {
        p.diagnostic_legitimacy_government_shift = 1;
        p.alderman_election_turnover = p.alderman_monthly_turnover = 0;
        p.council_motion_chance = 0;
    } else if (agents == "employees") {
        p.diagnostic_willingness_shift = 1;
    } else if (agents == "turnover") {
        p.alderman_election_turnover = p.alderman_monthly_turnover = 0;
    } else if (agents == "council") {
        p.council_motion_chance = 0;
    } else {
        throw InputError(fmt::format("contrast: unknown agents '{}'", agents));
    }
}

/// All products of these suppliers are withdrawn.
void withdraw_products(Scenario& scenario, std::string_view suppliers) {
    constexpr const char* withdrawn = "2024-01";
    const std::vector<Product> products = read_products(data_folder());
    while (!suppliers.empty()) {
        const std::size_t plus = std::min(suppliers.find('+'), suppliers.size());
        const std::string_view supplier = suppliers.substr(0, plus);
        const std::size_t before = scenario.products.size();
        for (const Product& product : products) {
            if (product.supplier != supplier) continue;
            scenario.products.emplace_back().name = product.name;
            scenario.products.back().withdrawn = withdrawn;
        }
        if (scenario.products.size() == before)
            throw InputError(fmt::format("contrast: unknown supplier '{}'", supplier));
        suppliers.remove_prefix(std::min(plus + 1, suppliers.size()));
    }
}

const ParameterInfo& parameter_called(std::string_view name) {
    if (const ParameterInfo* row = find_parameter(name)) return *row;
    throw InputError(fmt::format("contrast: unknown parameter '{}'", name));
}

/// What comes up in the social domain only; a shared use case keeps its score.
void give_social_priority(UseCaseTable& use_cases) {
    constexpr double priority = 3;
    for (UseCase& use_case : use_cases)
        if (use_case.mix_social > use_case.mix_physical) use_case.priority *= priority;
}

/// Gives `scenario` whatever `other` has different from `standard`.
void apply_differences(Scenario& scenario, const Scenario& other, const Scenario& standard) {
    for (const ParameterInfo& row : parameter_table())
        if (row.role != Role::setting && other.parameters.*row.value != standard.parameters.*row.value)
            scenario.parameters.*row.value = other.parameters.*row.value;
    for (std::size_t a = 0; a < use_case_count; ++a)
        for (const UseCaseColumn& column : use_case_columns())
            if (other.use_cases[a].*column.value != standard.use_cases[a].*column.value)
                scenario.use_cases[a].*column.value = other.use_cases[a].*column.value;
    // changes and shocks of the base file come first, a scenario's own follow
    const auto tail = [](const auto& all, std::size_t from) { return all.begin() + static_cast<std::ptrdiff_t>(from); };
    if (other.changes.size() > standard.changes.size())
        scenario.changes.insert(scenario.changes.end(), tail(other.changes, standard.changes.size()),
                                other.changes.end());
    if (other.shocks.size() > standard.shocks.size())
        scenario.shocks.insert(scenario.shocks.end(), tail(other.shocks, standard.shocks.size()), other.shocks.end());
    if (other.conditional_changes.size() > standard.conditional_changes.size())
        scenario.conditional_changes.insert(scenario.conditional_changes.end(),
                                            tail(other.conditional_changes, standard.conditional_changes.size()),
                                            other.conditional_changes.end());
    if (other.supply != standard.supply) scenario.supply = other.supply;
    if (other.products.size() > standard.products.size())
        scenario.products.insert(scenario.products.end(), tail(other.products, standard.products.size()),
                                 other.products.end());
}

}  // namespace

void equalise_mixes(UseCaseTable& use_cases) {
    const double social = sum_of(use_cases, &UseCase::mix_social);
    const double physical = sum_of(use_cases, &UseCase::mix_physical);
    for (UseCase& use_case : use_cases)
        use_case.mix_social = use_case.mix_physical =
            .5 * (use_case.mix_social / social + use_case.mix_physical / physical);
}

void swap_mixes(UseCaseTable& use_cases) {
    for (UseCase& use_case : use_cases) std::swap(use_case.mix_social, use_case.mix_physical);
}

double Parameters::*diagnostic_of(Factor factor) {
    switch (factor) {
        case Factor::ict: return &Parameters::diagnostic_ict;
        case Factor::capacity: return &Parameters::diagnostic_capacity;
        case Factor::data_availability: return &Parameters::diagnostic_data_availability;
        case Factor::data_readiness: return &Parameters::diagnostic_data_readiness;
        case Factor::law: return &Parameters::diagnostic_law;
        case Factor::legitimacy_citizens: return &Parameters::diagnostic_legitimacy_citizens;
        case Factor::legitimacy_government: return &Parameters::diagnostic_legitimacy_government;
        case Factor::involvement: return &Parameters::diagnostic_involvement;
        case Factor::willingness: return &Parameters::diagnostic_willingness;
        case Factor::ethics: return &Parameters::diagnostic_ethics;
        case Factor::none: break;
    }
    throw InputError("contrast: no factor has no multiplier");
}

double Parameters::*shift_of(Factor factor) {
    switch (factor) {
        case Factor::ict: return &Parameters::diagnostic_ict_shift;
        case Factor::capacity: return &Parameters::diagnostic_capacity_shift;
        case Factor::data_availability: return &Parameters::diagnostic_data_availability_shift;
        case Factor::data_readiness: return &Parameters::diagnostic_data_readiness_shift;
        case Factor::law: return &Parameters::diagnostic_law_shift;
        case Factor::legitimacy_citizens: return &Parameters::diagnostic_legitimacy_citizens_shift;
        case Factor::legitimacy_government: return &Parameters::diagnostic_legitimacy_government_shift;
        case Factor::involvement: return &Parameters::diagnostic_involvement_shift;
        case Factor::willingness: return &Parameters::diagnostic_willingness_shift;
        case Factor::ethics: return &Parameters::diagnostic_ethics_shift;
        case Factor::none: break;
    }
    throw InputError("contrast: no factor has no shift");
}

std::filesystem::path scenarios_folder() {
    return data_folder().parent_path();
}

Contrasts::Contrasts(Scenario base, std::filesystem::path folder)
    : base_(std::move(base)), folder_(std::move(folder)), standard_(read_scenario(folder_ / "baseline.toml")) {}

Scenario Contrasts::called(const std::string& name) const {
    constexpr std::string_view half = "half:";
    constexpr std::string_view raise = "raise:";
    constexpr std::string_view ceiling = "ceiling:";
    constexpr std::string_view without = "without:";
    constexpr std::string_view without_suppliers = "without_suppliers:";
    constexpr std::string_view lowest = "lowest:";
    constexpr std::string_view highest = "highest:";
    constexpr std::string_view supplied = "supplied:";
    Scenario scenario = base_;
    if (name == "base") return scenario;
    if (name.starts_with(supplied)) {
        scenario = called(name.substr(supplied.size()));
        scenario.supply = true;
        scenario.municipalities.kind = MunicipalityChoice::Kind::all;
        scenario.name = name;
        return scenario;
    }
    scenario.name = name;
    if (name == "equal_mix") {
        equalise_mixes(scenario.use_cases);
    } else if (name == "swapped_mix") {
        swap_mixes(scenario.use_cases);
    } else if (name == "social_priority") {
        give_social_priority(scenario.use_cases);
    } else if (name.starts_with(half)) {
        multiply_factors(scenario, std::string_view(name).substr(half.size()), .5);
    } else if (name.starts_with(raise)) {
        multiply_factors(scenario, std::string_view(name).substr(raise.size()), 1.4);
    } else if (name.starts_with(ceiling)) {
        scenario.parameters.*shift_of(factor_called(std::string_view(name).substr(ceiling.size()))) = 1;
    } else if (name == "all_municipalities") {
        scenario.municipalities.kind = MunicipalityChoice::Kind::all;
    } else if (name == "lock_in:0.4") {
        scenario.parameters.start_lock_in_mean = .4;
    } else if (name.starts_with(lowest)) {
        const ParameterInfo& row = parameter_called(std::string_view(name).substr(lowest.size()));
        scenario.parameters.*row.value = row.low;
    } else if (name.starts_with(highest)) {
        const ParameterInfo& row = parameter_called(std::string_view(name).substr(highest.size()));
        scenario.parameters.*row.value = row.high;
    } else if (name.starts_with(without_suppliers)) {
        withdraw_products(scenario, std::string_view(name).substr(without_suppliers.size()));
    } else if (name.starts_with(without)) {
        remove_agents(scenario.parameters, std::string_view(name).substr(without.size()));
    } else {
        apply_differences(scenario, read_scenario(folder_ / (name + ".toml")), standard_);
    }
    return scenario;
}

}  // namespace algemeente

#include "netherlands/country_of.h"

#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

namespace {

constexpr double Parameters::*of_real[] = {&Parameters::joint_sources_half_eur_per_inhabitant,
                                           &Parameters::national_employees, &Parameters::fiscal_accounts_low,
                                           &Parameters::fiscal_accounts_high};
constexpr double Parameters::*of_synthetic[] = {&Parameters::fiscal_low, &Parameters::fiscal_high};

constexpr std::size_t most_kept =
    16;  // enough for the scenarios of one comparison: a limit of memory, not of the model

}  // namespace

std::span<double Parameters::*const> parameters_of_country(Population population) {
    if (population == Population::synthetic) return of_synthetic;
    return of_real;
}

bool is_parameter_of_country(std::string_view name, Population population) {
    const ParameterInfo* row = find_parameter(name);
    const auto members = parameters_of_country(population);
    return row != nullptr && std::find(members.begin(), members.end(), row->value) != members.end();
}

CountryKey country_key(const Scenario& scenario, std::uint64_t seed, std::uint64_t replicate) {
    const bool drawn = scenario.population == Population::synthetic;
    if (drawn && scenario.municipalities.kind != MunicipalityChoice::Kind::sample)
        throw InputError(
            fmt::format("{}: world.municipalities: a synthetic population needs a number of municipalities, "
                        "for example 100",
                        scenario.name));
    CountryKey key{.population = scenario.population,
                   .municipalities = scenario.municipalities,
                   .parameters = {},
                   .seed = drawn ? seed : 0,
                   .replicate = drawn ? replicate : 0};
    for (double Parameters::*const member : parameters_of_country(scenario.population))
        key.parameters.push_back(scenario.parameters.*member);
    return key;
}

Country country_of(const Scenario& scenario, std::uint64_t seed, std::uint64_t replicate) {
    return country_of(country_key(scenario, seed, replicate));
}

Country country_of(const CountryKey& key) {
    // all other parameters have their standard values here: what is not in the key cannot matter
    Parameters parameters;
    const auto members = parameters_of_country(key.population);
    for (std::size_t i = 0; i < members.size(); ++i) parameters.*members[i] = key.parameters[i];
    if (key.population == Population::synthetic)
        return draw_synthetic_country(key.municipalities.count, key.seed, key.replicate, parameters);
    return choose_municipalities(read_netherlands(data_folder(), parameters), key.municipalities);
}

std::shared_ptr<const Country> Countries::find(const CountryKey& key) {
    const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& kept) { return kept.first == key; });
    if (found == kept_.end()) return nullptr;
    std::rotate(found, found + 1, kept_.end());
    return kept_.back().second;
}

std::shared_ptr<const Country> Countries::of(const Scenario& scenario, std::uint64_t seed, std::uint64_t replicate) {
    const CountryKey key = country_key(scenario, seed, replicate);
    {
        const std::lock_guard lock(mutex_);
        if (auto known = find(key)) return known;
    }
    auto made = std::make_shared<const Country>(country_of(key));
    const std::lock_guard lock(mutex_);
    if (auto known = find(key)) return known;  // another thread was first
    if (kept_.size() == most_kept) kept_.erase(kept_.begin());
    kept_.emplace_back(key, made);
    return made;
}

}  // namespace algemeente

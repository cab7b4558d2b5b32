// The country of a scenario, and what it depends on.
#pragma once

#include "netherlands/country.h"
#include "scenario/scenario.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace algemeente {

/// Everything that a country is made from besides the data files: equal keys mean equal countries.
struct CountryKey {
    Population population = Population::real;
    MunicipalityChoice municipalities;
    std::vector<double> parameters;  ///< values of parameters_of_country(population), in that order
    std::uint64_t seed = 0;          ///< of a synthetic country; the real one has no random draws
    std::uint64_t replicate = 0;     ///< the same

    bool operator==(const CountryKey&) const = default;
};

/// The parameters that a country is made with. A dated change of one of them changes nothing.
std::span<double Parameters::*const> parameters_of_country(Population population);

/// Whether a parameter, by its name, is one of them.
bool is_parameter_of_country(std::string_view name, Population population);

/// The key of a scenario's country. Throws InputError for a synthetic population without a number of municipalities.
CountryKey country_key(const Scenario& scenario, std::uint64_t seed, std::uint64_t replicate = 0);

/// The municipalities that a scenario names. A synthetic country is another one in every replicate. Throws InputError.
Country country_of(const Scenario& scenario, std::uint64_t seed, std::uint64_t replicate = 0);

/// Makes the country that a key describes.
Country country_of(const CountryKey& key);

/// Countries by their key: each is made once while it is among the last few that were asked for. Threads may share one.
class Countries {
public:
    /// Throws InputError as country_of does.
    std::shared_ptr<const Country> of(const Scenario& scenario, std::uint64_t seed, std::uint64_t replicate = 0);

private:
    using Kept = std::pair<CountryKey, std::shared_ptr<const Country>>;

    std::shared_ptr<const Country> find(const CountryKey& key);  ///< with the lock held

    std::mutex mutex_;
    std::vector<Kept> kept_;  ///< the latest last
};

}  // namespace algemeente

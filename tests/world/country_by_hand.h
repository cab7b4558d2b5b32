// Countries written down in a test instead of read from data.
#pragma once

#include "netherlands/country.h"

namespace algemeente {

/// A municipality without data of its own: average means, no joint staff, joint arrangements drawn by the model.
inline MunicipalityFacts facts_of(std::uint32_t key, double population, const std::string& region = "north",
                                  int size_class = 2) {
    MunicipalityFacts facts;
    facts.key = key;
    facts.name = "municipality " + std::to_string(key);
    facts.region = region;
    facts.population = population;
    facts.population_by_year = {population};
    facts.size_class = size_class;
    facts.staff_served_population = population;
    return facts;
}

/// Municipalities of one size and region, with keys from 1.
inline Country country_of(int count, double population) {
    Country country;
    for (int i = 1; i <= count; ++i) country.push_back(facts_of(static_cast<std::uint32_t>(i), population));
    return country;
}

}  // namespace algemeente

// Measures with names: what a run leaves behind for a pattern is a small struct of numbers, averaged number by number
// over replicates, and a pattern is read from such structs, one per scenario.
#pragma once

#include "ensemble/run_batch.h"
#include "statistics/bootstrap.h"
#include "world/types.h"

#include <cstring>
#include <functional>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <vector>

namespace algemeente {

/// A number in each domain.
struct ByDomain {
    double social = 0;
    double physical = 0;

    double& operator[](Domain domain) { return domain == Domain::social ? social : physical; }
    double operator[](Domain domain) const { return domain == Domain::social ? social : physical; }
};

/// Nothing but doubles, in structs and arrays as deep as one likes: such a struct is a row of numbers.
template <typename Measures>
concept MadeOfNumbers = std::is_aggregate_v<Measures> && std::is_trivially_copyable_v<Measures> &&
                            alignof(Measures) == alignof(double) &&
                        sizeof(Measures) % sizeof(double) == 0;

template <MadeOfNumbers Measures>
Numbers numbers_of(const Measures& measures) {
    Numbers numbers(sizeof(Measures) / sizeof(double));
    std::memcpy(numbers.data(), &measures, sizeof(Measures));
    return numbers;
}

/// Throws std::logic_error for numbers of another struct.
template <MadeOfNumbers Measures>
Measures measures_from(const Numbers& numbers) {
    if (numbers.size() * sizeof(double) != sizeof(Measures))
        throw std::logic_error("a pattern is read from other measures than its runs leave");
    Measures measures;
    std::memcpy(static_cast<void*>(&measures), numbers.data(), sizeof(Measures));  // it is doubles, all of it
    return measures;
}

/// A measurement that returns a struct, as one that returns numbers.
template <MadeOfNumbers Measures>
std::function<Numbers(const FinishedRun&)> measured_by(Measures (*measure)(const FinishedRun&)) {
    return [measure](const FinishedRun& run) { return numbers_of(measure(run)); };
}

/// A function of the measures of the first scenarios, in their order, as a function of means:
/// `(const Trust& base, const Trust& scandal)`.
template <MadeOfNumbers... Measures>
std::function<double(const Means&)> reading_of(std::function<double(const Measures&...)> read) {
    return [read = std::move(read)](const Means& means) {
        if (means.size() < sizeof...(Measures))
            throw std::logic_error("a pattern is read from more scenarios than it has");
        const auto read_each = [&]<std::size_t... scenario>(std::index_sequence<scenario...>) {
            return read(measures_from<Measures>(means[scenario])...);
        };
        return read_each(std::index_sequence_for<Measures...>{});
    };
}

/// The same of all scenarios: `(const std::vector<Trust>& by_scenario)`.
template <MadeOfNumbers Measures>
std::function<double(const Means&)> reading_of(std::function<double(const std::vector<Measures>&)> read) {
    return [read = std::move(read)](const Means& means) {
        std::vector<Measures> by_scenario;
        for (const Numbers& numbers : means) by_scenario.push_back(measures_from<Measures>(numbers));
        return read(by_scenario);
    };
}

}  // namespace algemeente

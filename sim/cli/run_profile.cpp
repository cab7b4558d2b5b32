#include "cli/run_profile.h"

#include "cli/table.h"
#include "ensemble/ensemble.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace algemeente::cli {

namespace {

/// Nanoseconds between two readings of the clock with nothing between them; the least disturbed of a few tries.
double cost_of_reading() {
    constexpr int readings = 1000;
    double least = 1e9;
    for (int tries = 0; tries < 20; ++tries) {
        const auto start = std::chrono::steady_clock::now();
        auto end = start;
        for (int i = 0; i < readings; ++i) end = std::chrono::steady_clock::now();
        least = std::min(least, std::chrono::duration<double, std::nano>(end - start).count() / readings);
    }
    return least;
}

struct Part {
    std::string name;
    double nanoseconds;
};

std::vector<Part> parts_of(const RunProfile& profile, double months, double municipalities) {
    const double cost = cost_of_reading();
    std::vector<Part> parts = {{"make the world", static_cast<double>(profile.world)},
                               {"record outcomes", static_cast<double>(profile.outcomes)}};
    for (std::size_t i = 0; i < schedule().size(); ++i) {
        const MechanismInfo& mechanism = schedule()[i];
        const double readings = mechanism.scope == "nation" ? months : months * municipalities;
        const double measured = i < profile.mechanisms.size() ? static_cast<double>(profile.mechanisms[i]) : 0;
        parts.push_back({std::string(mechanism.name), std::max(0.0, measured - readings * cost)});
    }
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Part& a, const Part& b) { return a.nanoseconds > b.nanoseconds; });
    return parts;
}

double rounded(double value) {
    return std::round(value * 100) / 100;
}

}  // namespace

std::string profile_of_run(const Scenario& scenario, const Country& country, std::uint64_t seed) {
    RunProfile profile;
    const History history = run_replicate(scenario, country, seed, 0, true, nullptr, {}, 1, &profile);
    const std::vector<Part> parts = parts_of(profile, history.months, static_cast<double>(country.size()));
    double all = 0;
    for (const Part& part : parts) all += part.nanoseconds;

    Table table{{"part", "milliseconds", "percent"}, {}};
    for (const Part& part : parts)
        table.rows.push_back({part.name, rounded(part.nanoseconds * 1e-6), rounded(part.nanoseconds * 100 / all)});
    return fmt::format("One replicate of {} months in {} municipalities, alone: {:.1f} milliseconds\n{}",
                       history.months, country.size(), all * 1e-6, render(table, TableFormat::table));
}

}  // namespace algemeente::cli

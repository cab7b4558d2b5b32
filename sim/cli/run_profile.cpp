#include "cli/run_profile.h"

#include "cli/table.h"
#include "ensemble/ensemble.h"
#include "present/words/catalogue.h"
#include "present/words/numbers.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace algemeente::cli {

using present::Language;
using present::text;
using present::Word;

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

std::vector<Part> parts_of(const RunProfile& profile, double months, double municipalities, Language language) {
    const double cost = cost_of_reading();
    const double stretches = std::ceil(municipalities / stretch_limit);  // the clock is read once for each
    std::vector<Part> parts = {{std::string(text(Word::t_make_world, language)), static_cast<double>(profile.world)},
                               {std::string(text(Word::t_record, language)), static_cast<double>(profile.outcomes)}};
    for (std::size_t i = 0; i < schedule().size(); ++i) {
        const MechanismInfo& mechanism = schedule()[i];
        const double readings = mechanism.scope == "nation" ? months : months * stretches;
        const double measured = i < profile.mechanisms.size() ? static_cast<double>(profile.mechanisms[i]) : 0;
        parts.push_back({std::string(mechanism.name), std::max(0.0, measured - readings * cost)});
    }
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Part& a, const Part& b) { return a.nanoseconds > b.nanoseconds; });
    return parts;
}

}  // namespace

std::string profile_of_run(const Scenario& scenario, const Country& country, std::uint64_t seed, Language language) {
    RunProfile profile;
    const History history = run_replicate(scenario, country, seed, 0, true, nullptr, {}, 1, &profile);
    const std::vector<Part> parts = parts_of(profile, history.months, static_cast<double>(country.size()), language);
    double all = 0;
    for (const Part& part : parts) all += part.nanoseconds;

    const auto say = [language](Word word) { return std::string(text(word, language)); };
    const auto number = [language](double value, int decimals) {
        return present::number_words(value, language, {.decimals = decimals});
    };
    Table table{{say(Word::t_part), say(Word::t_milliseconds), say(Word::t_percent)}, {}};
    for (const Part& part : parts)
        table.rows.push_back({part.name, number(part.nanoseconds * 1e-6, 2), number(part.nanoseconds * 100 / all, 2)});
    const auto count = [language](auto some) { return present::count_words(static_cast<std::size_t>(some), language); };
    return present::filled(text(Word::t_profile, language), count(history.months), count(country.size()),
                           number(all * 1e-6, 1)) +
           "\n" + render(table, TableFormat::table);
}

}  // namespace algemeente::cli

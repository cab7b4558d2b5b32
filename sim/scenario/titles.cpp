#include "scenario/titles.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

void tell_titles_apart(std::vector<Scenario>& scenarios) {
    for (auto scenario = scenarios.begin(); scenario != scenarios.end(); ++scenario) {
        const bool taken = std::any_of(scenarios.begin(), scenario, [&](const Scenario& earlier) {
            return !scenario->title.empty() && earlier.title == scenario->title;
        });
        if (taken) scenario->title = fmt::format("{} ({})", scenario->title, scenario->name);
    }
}

}  // namespace algemeente

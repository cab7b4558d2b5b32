#include "fuzz/answered.h"
#include "fuzz/targets.h"
#include "netherlands/towns.h"
#include "scenario/scenario_text.h"
#include "scenario/write_scenario.h"
#include "text/calendar.h"

#include <sstream>
#include <vector>

namespace algemeente::fuzz {

namespace {

/// What is read can be written, and reads as the same again.
void read_scenario_text(const std::string& bytes) {
    answered([&] {
        const Scenario scenario = scenario_from(bytes, "FILE.toml");
        if (!(scenario_from(scenario_toml(scenario), "AGAIN.toml") == scenario)) std::abort();
    });
}

/// A line is an option's value: NAME=VALUE of --set, else municipalities and a month.
void read_options(const std::string& bytes) {
    std::istringstream lines(bytes);
    Scenario scenario;
    static const std::vector<Town> towns{{"GM0363", "Amsterdam"},
                                         {"GM0518", "'s-Gravenhage"},
                                         {"GM0373", "Bergen (NH.)"},
                                         {"GM0893", "Bergen (L.)"},
                                         {"GM1900", "S\u00FAdwest-Frysl\u00E2n"}};
    for (std::string line; std::getline(lines, line);) {
        answered([&] { apply_setting(scenario, line); });
        answered([&] {
            const MunicipalityChoice choice = parse_municipalities(line, "--municipalities");
            if (!choice.gm_codes.empty())
                static_cast<void>(town_called(choice.gm_codes.front(), "--municipalities", towns));
        });
        static_cast<void>(parse_month(line));
    }
}

constexpr Target targets[] = {{"scenario", read_scenario_text}, {"options", read_options}};

}  // namespace

std::span<const Target> input_targets() {
    return targets;
}

}  // namespace algemeente::fuzz

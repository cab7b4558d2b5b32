#include "experiments/design_options.h"

#include "experiments/design.h"
#include "scenario/keys.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

namespace {

constexpr int most_samples = 10'000'000;

std::string problem_with_samples(const Experiment& experiment) {
    const int fewest = design_info(experiment.design).fewest_samples;
    if (experiment.samples < fewest)
        return fmt::format("{} is outside {}..{}", experiment.samples, fewest, most_samples);
    constexpr int most_maximin = 2000;
    if (experiment.maximin && experiment.samples > most_maximin)
        return fmt::format("{} is too many for maximin, which compares all pairs; at most {}", experiment.samples,
                           most_maximin);
    return {};
}

std::string problem_with_levels(const Experiment& experiment) {
    if (experiment.levels % 2 == 0) return {};
    return fmt::format("{} is odd; Morris needs an even number", experiment.levels);
}

/// So many that Student's t has a few degrees of freedom, and as many points in each.
std::string problem_with_randomisations(const Experiment& experiment) {
    if (experiment.randomisations == 1) return {};
    if (experiment.scramble == Scramble::none) return "needs chance in the sequence; write scramble = \"owen\"";
    if (experiment.samples % experiment.randomisations == 0 && experiment.samples / experiment.randomisations >= 2)
        return {};
    return fmt::format(
        "{} samples cannot be shared out over {} randomisations, two or more each; "
        "16 of them suit 512 or 1024 samples",
        experiment.samples, experiment.randomisations);
}

const DesignOption options[] = {
    {.key = "maximin", .value = &Experiment::maximin},
    {.key = "scramble", .value = &Experiment::scramble},
    {.key = "skip", .value = &Experiment::skip, .low = 0, .high = most_samples},
    {.key = "second_order", .value = &Experiment::second_order},
    {.key = "levels", .value = &Experiment::levels, .low = 2, .high = 100, .problem = problem_with_levels},
    {.key = "samples",
     .value = &Experiment::samples,
     .low = 1,
     .high = most_samples,
     .example = "500",
     .problem = problem_with_samples},
    {.key = "randomisations",
     .value = &Experiment::randomisations,
     .low = 1,
     .high = 1000,
     .problem = problem_with_randomisations},
};

void take(Experiment& experiment, const DesignOption& option, const TomlValue& value) {
    if (const auto* whole = std::get_if<int Experiment::*>(&option.value))
        experiment.*(*whole) = whole_between(value, option.low, option.high);
    else if (const auto* on = std::get_if<bool Experiment::*>(&option.value))
        experiment.*(*on) = switch_of(value);
    else
        experiment.*std::get<Scramble Experiment::*>(option.value) =
            static_cast<Scramble>(word_of(value, option.key, scramble_words()));
}

}  // namespace

std::span<const DesignOption> design_options() {
    return options;
}

const TomlValue* design_key(const TomlValue& root, std::string_view key, DesignKind design) {
    const TomlValue* value = find_member(root, key);
    const DesignInfo& info = design_info(design);
    if (value != nullptr && !is_among(info.keys, key))
        refuse(*value, fmt::format("means nothing for design \"{}\"; remove it", info.word));
    return value;
}

void take_design_options(Experiment& experiment, const TomlValue& root) {
    for (const DesignOption& option : options) {
        if (const TomlValue* value = design_key(root, option.key, experiment.design))
            take(experiment, option, *value);
        else if (!option.example.empty() && is_among(design_info(experiment.design).keys, option.key))
            required_member(root, option.key, option.example);
    }
    for (const DesignOption& option : options) {
        const TomlValue* value = find_member(root, option.key);
        if (value == nullptr || option.problem == nullptr) continue;
        const std::string problem = option.problem(experiment);
        if (!problem.empty()) refuse(*value, problem);
    }
}

int whole_between(const TomlValue& value, int lowest, int highest) {
    const int number = whole_number_of(value);
    if (number < lowest || number > highest)
        refuse(value, fmt::format("{} is outside {}..{}", number, lowest, highest));
    return number;
}

bool switch_of(const TomlValue& value) {
    if (value.kind != TomlValue::Kind::boolean) refuse_kind(value, "true or false");
    return value.number != 0;
}

std::size_t word_of(const TomlValue& value, std::string_view what, std::span<const std::string_view> words,
                    std::string_view command) {
    const std::string& word = text_of(value);
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end())
        refuse(value, fmt::format("unknown {} '{}'{}", what, word, suggestion_for(word, words, command)));
    return static_cast<std::size_t>(found - words.begin());
}

}  // namespace algemeente

#include "scenario/scenario_keys.h"

#include "text/calendar.h"

namespace algemeente {

namespace {

constexpr std::string_view frames[] = {"risk", "surveillance"};
constexpr std::string_view populations[] = {"real", "synthetic"};

}  // namespace

template <>
std::span<const std::string_view> words_of<Frame>() {
    return frames;
}

template <>
std::span<const std::string_view> words_of<Population>() {
    return populations;
}

std::string_view frame_name(Frame frame) {
    return frames[static_cast<std::size_t>(frame)];
}

std::string_view population_name(Population population) {
    return populations[static_cast<std::size_t>(population)];
}

FileValue file_value(const ScenarioKey& /*key*/, const StandardStart& /*start*/) {
    return date_of(0);
}

FileValue file_value(const ScenarioKey& /*key*/, const MunicipalityChoice& choice) {
    return municipalities_text(choice);
}

FileValue file_value(const ScenarioKey& /*key*/, Population population) {
    return std::string(population_name(population));
}

FileValue file_value(const ScenarioKey& /*key*/, Frame frame) {
    return std::string(frame_name(frame));
}

FileValue file_value(const ScenarioKey& /*key*/, bool value) {
    return value;
}

FileValue file_value(const ScenarioKey& key, int value) {
    if (!key.is_date) return value;
    if (value < 0) return std::monostate{};
    return date_of(value);
}

FileValue file_value(const ScenarioKey& /*key*/, double value) {
    return value;
}

FileValue file_value(const ScenarioKey& /*key*/, const std::string& value) {
    return value;
}

std::vector<ChangedParameter> changed_parameters(const SimulatedScenario& scenario) {
    std::vector<ChangedParameter> changed;
    for (const ParameterInfo& row : parameter_table())
        if (scenario.parameters.*row.value != row.standard) changed.push_back({&row, scenario.parameters.*row.value});
    return changed;
}

std::vector<ChangedCell> changed_cells(const SimulatedScenario& scenario) {
    std::vector<ChangedCell> changed;
    for_each_cell(scenario, [&](std::size_t use_case, const UseCaseColumn& column, double value) {
        const bool in_table = use_case < use_case_count;
        const double standard = (in_table ? standard_use_cases()[use_case] : UseCase{}).*column.value;
        if (value != standard) changed.push_back({use_case, &column, value, standard});
    });
    return changed;
}

}  // namespace algemeente

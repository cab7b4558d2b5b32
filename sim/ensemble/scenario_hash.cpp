#include "ensemble/scenario_hash.h"

#include "observe/fingerprint.h"
#include "scenario/scenario_keys.h"
#include "scenario/scenario_past.h"

#include <type_traits>

namespace algemeente {

namespace {

void add(const std::string& text, Fingerprint& hash) {
    for (const char letter : text) hash.add(static_cast<std::uint64_t>(static_cast<unsigned char>(letter)));
    hash.add(static_cast<std::uint64_t>(text.size()));
}

void add(double number, Fingerprint& hash) {
    hash.add(number);
}

/// Only what is on: a scenario without suppliers has the hash that it had before there were any.
void add(bool on, Fingerprint& hash) {
    if (on) hash.add(std::uint64_t{1});
}

void add(int number, Fingerprint& hash) {
    hash.add(static_cast<std::uint64_t>(static_cast<std::int64_t>(number)));
}

template <typename Word>
requires std::is_enum_v<Word>
void add(Word word, Fingerprint& hash) {
    hash.add(static_cast<std::uint64_t>(word));
}

void add(const MunicipalityChoice& choice, Fingerprint& hash) {
    add(municipalities_text(choice), hash);
}

void add(const StandardStart& /*start*/, Fingerprint& /*hash*/) {}

}  // namespace

std::uint64_t hash_until(const SimulatedScenario& scenario, int month) {
    const SimulatedScenario past = past_of(scenario, month);
    Fingerprint hash;
    const auto add_value = [&](const ScenarioKey& /*key*/, const auto& value) { add(value, hash); };
    for_each_world_key(past, add_value);
    for_each_parameter(past, [&](const ParameterInfo& /*row*/, double value) { add(value, hash); });
    for_each_cell(past, [&](std::size_t, const UseCaseColumn&, double value) { add(value, hash); });
    for_each_list(past, [&](const ScenarioList& list, const auto& records) {
        if (list.only_if_any && records.empty()) return;
        add(static_cast<int>(records.size()), hash);
        for (const auto& record : records) for_each_key(record, add_value);
    });
    return hash.value();
}

}  // namespace algemeente

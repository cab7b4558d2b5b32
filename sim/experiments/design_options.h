// Keys of an experiment file that only some designs know: how each is read and checked, as one table. Stores keep them
// by the same table.
#pragma once

#include "experiments/experiment.h"
#include "scenario/toml_value.h"

#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace algemeente {

struct DesignOption {
    std::string_view key;
    std::variant<int Experiment::*, bool Experiment::*, Scramble Experiment::*> value;
    int low = 0;  ///< of a whole number
    int high = 0;
    std::string_view example = {};  ///< set: a design that knows the key asks for it
    /// What is wrong with the value beside the others; nothing if it is right.
    std::string (*problem)(const Experiment& experiment) = nullptr;
};

std::span<const DesignOption> design_options();

/// A key of the file, or nothing where it is not given. Refuses it for a design that does not know it
/// (DesignInfo::keys), or it would be ignored without a word.
const TomlValue* design_key(const TomlValue& root, std::string_view key, DesignKind design);

/// Reads the options of the experiment's design. Throws InputError.
void take_design_options(Experiment& experiment, const TomlValue& root);

// values of keys; they throw InputError
int whole_between(const TomlValue& value, int lowest, int highest);
bool switch_of(const TomlValue& value);
/// The place of a word among those that are allowed. `what`: "design"; `command`: of algemeente, that lists the words.
std::size_t word_of(const TomlValue& value, std::string_view what, std::span<const std::string_view> words,
                    std::string_view command = {});

}  // namespace algemeente

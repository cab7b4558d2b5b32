// One value of a settings file or of --set: what it holds, and where it stands, so that a refusal can say so.
//
// The only door to the TOML library; readers of scenario and experiment files see nothing else of it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

struct TomlValue {
    enum class Kind : std::uint8_t { boolean, number, text, list, table, date };
    Kind kind = Kind::table;
    std::string place{};             ///< "baseline.toml:7", or "--set support_base=1"
    std::string key{};               ///< dotted, "parameters.support_base"; empty where the place says it all
    std::string name{};              ///< last part of the key
    double number = 0;               ///< number: its value, 0 or 1 for a boolean
    std::string text{};              ///< text: its value
    std::vector<TomlValue> items{};  ///< list: its elements; table: its members, in the order of the file
};

/// Reads a TOML file. Throws InputError when it cannot be read ("file: ...") or is not TOML ("file:line: ...").
TomlValue read_toml(const std::filesystem::path& file);
/// The same of a text; `place` stands for the name of the file in what is refused.
TomlValue toml_from(std::string_view text, const std::string& place);

/// Throws InputError "place: key: problem" (without the key when it is empty).
[[noreturn]] void refuse(const TomlValue& value, const std::string& problem);

/// The member called `name` of a table, or nullptr.
const TomlValue* find_member(const TomlValue& table, std::string_view name);

/// The member called `name`; refuses the table when it is missing. `example` shows how to write it.
const TomlValue& required_member(const TomlValue& table, std::string_view name, std::string_view example);

/// What stands there, for messages: "a number", "a string", "a table".
std::string_view kind_word(TomlValue::Kind kind);

/// Refuses `value` because it is not `expected`, for example "a number"; `suggestion` may be empty.
[[noreturn]] void refuse_kind(const TomlValue& value, std::string_view expected, std::string_view suggestion = {});

/// The value as a number, whole number, text, list or table; each refuses anything else.
double number_of(const TomlValue& value);
int whole_number_of(const TomlValue& value);
const std::string& text_of(const TomlValue& value);
const std::vector<TomlValue>& tables_of(const TomlValue& value);
const std::vector<TomlValue>& members_of(const TomlValue& value);

}  // namespace algemeente

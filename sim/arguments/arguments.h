// Reading a command line: bad usage becomes an InputError that names the option, what was expected and the nearest
// name.
#pragma once

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

/// Whose arguments are read: in messages and in the help.
struct Usage {
    std::string program;       ///< "algemeente run"
    std::string place;         ///< begins each message: "run: ", or nothing
    bool needs_files = false;  ///< the help says so; the program itself checks it, in better words
};

/// Reads the words behind the program's name. Returns the help if it was asked for, else nothing.
/// Throws InputError, with the nearest known name for an unknown option.
std::optional<std::string> read_arguments(CLI::App& app, const std::vector<std::string>& words, const Usage& usage);

/// Adds an option whose text is read by `take`, which throws InputError.
CLI::Option* add_option(CLI::App& app, const char* name, const char* value, const std::string& meaning,
                        const std::function<void(const std::string&)>& take);

/// Text as a whole number within bounds. Throws InputError that says what `option` expects.
std::uint64_t whole_number(std::string_view option, const std::string& text, std::uint64_t lowest,
                           std::uint64_t highest);

/// Text as a number within bounds; "nan" and "inf" are none. Throws InputError that says what `option` expects.
double real_number(std::string_view option, const std::string& text, double lowest, double highest);

/// Position of `text` among `words`. Throws InputError that lists them.
std::size_t one_of(std::string_view option, const std::string& text, std::span<const std::string_view> words);

}  // namespace algemeente

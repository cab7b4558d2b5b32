// Reading the words behind a command: usage errors become InputError, so that all bad input ends alike.
#pragma once

#include "cli/commands.h"
#include "present/words/language.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace algemeente::cli {

/// Parses the arguments. Returns false when they asked for help, which then stands on stdout.
/// Throws InputError, with the nearest known name for an unknown option.
bool parse(CLI::App& app, const Invocation& invocation);

/// Text as a whole number within bounds. Throws InputError that says what `option` expects.
std::uint64_t whole_number(std::string_view option, const std::string& text, std::uint64_t lowest,
                           std::uint64_t highest);

/// Position of `text` among `words`. Throws InputError that lists them.
std::size_t one_of(std::string_view option, const std::string& text, std::span<const std::string_view> words);

/// Adds --lang nl|en, of what people read: by default the language of the locale. `language` must outlive `app`.
void add_language_option(CLI::App& app, present::Language& language);

/// A word as a POSIX shell reads it back unchanged.
std::string shell_quoted(const std::string& word);

}  // namespace algemeente::cli

// The words behind a command: usage errors become InputError, so that all bad input ends alike.
#pragma once

#include "arguments/arguments.h"
#include "cli/commands.h"
#include "present/words/language.h"

#include <string>

namespace algemeente::cli {

/// Parses the arguments. Returns false when they asked for help, which is then on stdout.
/// Throws InputError, with the nearest known name for an unknown option.
bool parse(CLI::App& app, const Invocation& invocation);

/// Adds --lang nl|en, of what people read: by default the language of the locale. `language` must outlive `app`.
void add_language_option(CLI::App& app, present::Language& language);

/// Adds --csv standard|excel, of every CSV file that this run of the program writes.
void add_csv_option(CLI::App& app);

/// A word as a POSIX shell reads it back unchanged.
std::string shell_quoted(const std::string& word);
/// What repeats the command when it is pasted into a shell, for a program of that name.
std::string repeating(const std::string& program, const Invocation& invocation);

}  // namespace algemeente::cli

// The role kit as one page to print: every file of a folder in the order of their names, each on a sheet of its own.
#pragma once

#include "present/words/language.h"

#include <filesystem>
#include <string>

namespace algemeente {

/// Reads scenarios/roles/nl or /en below `scenarios`. Throws InputError if there is no such kit, or a file of it cannot
/// be read.
std::string role_kit_page(const std::filesystem::path& scenarios, present::Language language);

}  // namespace algemeente

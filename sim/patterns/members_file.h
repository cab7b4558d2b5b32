// Members as a file: one row each, a column for every number that they set.
#pragma once

#include "scenario/members.h"

#include <filesystem>

namespace algemeente {

/// Those that come with the program: scenarios/members/2025.csv.
std::filesystem::path shipped_members();

/// Reads at most `most` members from the top of the file (0: all); the nearest to history stand first. Columns `member`
/// and `distance` are for people. Throws InputError "file:line: column: problem" for a name that is no number of the
/// model, values outside their range, and a file without members.
Members read_members(const std::filesystem::path& file, std::size_t most = 0);

}  // namespace algemeente

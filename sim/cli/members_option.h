// --members: which sets of assumptions a command runs with.
#pragma once

#include "scenario/members.h"

#include <memory>
#include <string>

namespace algemeente::cli {

/// "standard" (none), "history" (those that come with the program), "100" (the first so many of these), or a file.
/// Throws InputError.
std::shared_ptr<const Members> members_called(const std::string& text);

}  // namespace algemeente::cli

// --members: which sets of assumptions a command runs with.
#pragma once

#include "scenario/members.h"

#include <memory>
#include <string>

namespace algemeente::cli {

/// "FILE", "100" (the first of those that come with the program), or "standard" (none). Throws InputError.
std::shared_ptr<const Members> members_called(const std::string& text);

}  // namespace algemeente::cli

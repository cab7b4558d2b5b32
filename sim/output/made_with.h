// What a result was made with: the program and how it was built, and the data that the country was read from.
#pragma once

#include "netherlands/data_files.h"
#include "scenario/scenario.h"

#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

/// A build of the program. Two that are equal give equal results for equal input.
struct ProgramIdentity {
    std::string version;
    std::string commit;  ///< "1234567890ab", with "-dirty-" and a hash of the changes when there were any
    std::string compiler;
    std::string flags;
    bool operator==(const ProgramIdentity&) const = default;
};

struct MadeWith {
    ProgramIdentity program;
    std::vector<DataFile> data;  ///< empty when every municipality is drawn
    bool operator==(const MadeWith&) const = default;
};

/// How this build was compiled: "Release -O3 -DNDEBUG ...".
std::string_view program_flags();
ProgramIdentity this_program();

/// The program that runs, and the data as they are now.
MadeWith made_with_now(const std::vector<Scenario>& scenarios);

/// Everything in one line, to compare at another place: equal lines are equal builds and data.
std::string made_with_line(const MadeWith& made_with);

/// In what they differ: "commit 1234567890ab, now 0987654321ba; compiler ..."; empty when they are equal.
std::string changes_of_program(const ProgramIdentity& before, const ProgramIdentity& now);

}  // namespace algemeente

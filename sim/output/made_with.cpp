#include "output/made_with.h"

#include "netherlands/country.h"
#include "output/results.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

namespace {

void add_change(std::string& changes, std::string_view what, const std::string& before, const std::string& now) {
    if (before == now) return;
    changes += fmt::format("{}{} {}, now {}", changes.empty() ? "" : "; ", what, before, now);
}

}  // namespace

ProgramIdentity this_program() {
    return {std::string(program_version()), std::string(program_commit()), std::string(program_compiler()),
            std::string(program_flags())};
}

MadeWith made_with_now(const std::vector<Scenario>& scenarios) {
    const bool real = std::any_of(scenarios.begin(), scenarios.end(),
                                  [](const Scenario& scenario) { return scenario.population == Population::real; });
    return {this_program(), real ? data_files(data_folder()) : std::vector<DataFile>{}};
}

std::string made_with_line(const MadeWith& made_with) {
    const ProgramIdentity& program = made_with.program;
    std::string line = fmt::format("{} ({}, {}, {})", program.version, program.commit, program.compiler, program.flags);
    for (const DataFile& file : made_with.data) line += fmt::format(", {} {:016x}", file.name, file.hash);
    return line;
}

std::string changes_of_program(const ProgramIdentity& before, const ProgramIdentity& now) {
    std::string changes;
    add_change(changes, "version", before.version, now.version);
    add_change(changes, "commit", before.commit, now.commit);
    add_change(changes, "compiler", before.compiler, now.compiler);
    add_change(changes, "build", before.flags, now.flags);
    return changes;
}

}  // namespace algemeente

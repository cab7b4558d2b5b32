#include "calibration/calibration.h"
#include "cli/run_program.h"
#include "exploration/exploration.h"
#include "fuzz/answered.h"
#include "fuzz/targets.h"
#include "patterns/members_file.h"

namespace algemeente::fuzz {

namespace {

/// One folder for this process, with what a calibration may name.
const testing::TemporaryFolder& folder() {
    static const testing::TemporaryFolder made;
    static const bool filled = [] {
        made.write("tiny.toml", "title = \"Tiny\"\n[world]\nmunicipalities = 2\n");
        made.write("targets.csv",
                   "id,statistic,scale,group,kind,value,uncertainty,discrepancy,use,reason,source\n"
                   "A,trust,plain,people,near,.6,.02,.01,tune,r,s\n");
        return true;
    }();
    static_cast<void>(filled);
    return made;
}

/// What is read can be set.
void read_members_text(const std::string& bytes) {
    const std::string file = folder().write("members.csv", bytes);
    answered([&] {
        const Members members = read_members(file);
        static_cast<void>(with_member(Scenario{}, members, members.count() - 1));
    });
}

void read_targets_text(const std::string& bytes) {
    const std::string file = folder().write("made-up.csv", bytes);
    answered([&] { static_cast<void>(read_targets(file)); });
}

void read_calibration_text(const std::string& bytes) {
    const std::string file = folder().write("calibration.toml", bytes);
    answered([&] { static_cast<void>(read_calibration(file)); });
}

void read_exploration_text(const std::string& bytes) {
    const std::string file = folder().write("exploration.toml", bytes);
    answered([&] { static_cast<void>(read_exploration(file)); });
}

constexpr Target targets[] = {{"members", read_members_text},
                              {"targets", read_targets_text},
                              {"calibration", read_calibration_text},
                              {"exploration", read_exploration_text}};

}  // namespace

std::span<const Target> calibration_targets() {
    return targets;
}

}  // namespace algemeente::fuzz

// A folder of an export is written by one program at a time.
#include "cli/run_program.h"
#include "output/file_lock.h"

#include <gtest/gtest.h>

namespace algemeente::testing {

TEST(OutputFolder, in_which_another_program_writes_is_refused) {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "out");
    const FileLock other(folder / "out/.algemeente-lock", "out", FileLock::Without::refuse);
    const ProgramResult result = run_program({"export", folder / "store.sqlite", "--out", folder / "out"});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_TRUE(result.err.starts_with("--out: " + (folder / "out") + ": is being written by process ")) << result.err;
}

}  // namespace algemeente::testing

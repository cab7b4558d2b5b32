#include "text/nearest_file.h"

#include "cli/run_program.h"

#include <gtest/gtest.h>

namespace algemeente::testing {

TEST(NearestFile, is_of_the_same_folder_and_ending) {
    const TemporaryFolder folder;
    folder.write("baseline.toml", "");
    folder.write("baselime.csv", "");
    EXPECT_EQ(did_you_mean_file(folder / "baselime.toml"), "; did you mean 'baseline.toml'?");
    EXPECT_EQ(did_you_mean_file(folder / "quite_another.toml"), "");
}

TEST(NearestFile, a_folder_that_is_not_there_is_said) {
    const TemporaryFolder folder;
    EXPECT_EQ(did_you_mean_file(folder / "nowhere/baseline.toml"),
              "; folder '" + (folder / "nowhere") + "': No such file or directory");
}

}  // namespace algemeente::testing

// Which of the data have changed: what resumed sweeps and repeated runs are told.
#include "netherlands/data_files.h"

#include "netherlands/country.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace algemeente {

namespace {

struct Copy {
    Copy() {
        std::string name = (std::filesystem::temp_directory_path() / "algemeente-data-XXXXXX").string();
        folder = mkdtemp(name.data());
        for (const auto& entry : std::filesystem::directory_iterator(data_folder()))
            std::filesystem::copy(entry.path(), folder / entry.path().filename());
    }
    ~Copy() { std::filesystem::remove_all(folder); }
    Copy(const Copy&) = delete;
    Copy& operator=(const Copy&) = delete;

    std::filesystem::path folder;
};

}  // namespace

TEST(DataFiles, of_a_copy_are_the_same) {
    const Copy copy;
    EXPECT_EQ(data_files(copy.folder), data_files(data_folder()));
    EXPECT_EQ(changes_of_data(data_files(copy.folder), data_files(data_folder())), "");
}

TEST(DataFiles, tell_which_of_them_have_changed) {
    const Copy copy;
    const std::vector<DataFile> before = data_files(copy.folder);
    std::ofstream(copy.folder / municipalities_file, std::ios::app) << ' ';
    std::filesystem::remove(copy.folder / neighbours_file);
    EXPECT_EQ(changes_of_data(before, data_files(copy.folder)),
              "municipalities.csv has changed, municipality_adjacency.csv is missing");
}

TEST(DataFiles, do_not_count_what_changes_no_result) {
    const Copy copy;
    std::ofstream(copy.folder / "PROVENANCE.md", std::ios::app) << "checked again\n";
    EXPECT_EQ(data_files(copy.folder), data_files(data_folder()));
}

}  // namespace algemeente

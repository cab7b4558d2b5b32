// --netcdf of run and compare.
#include "cli/run_program.h"

#include <gtest/gtest.h>
#include <netcdf.h>

namespace algemeente::testing {

namespace {

/// Replicates in the file; 0 if it cannot be opened.
std::size_t replicates_in(const std::string& file) {
    int id = 0;
    if (nc_open(file.c_str(), NC_NOWRITE, &id) != NC_NOERR) return 0;
    int dimension = 0;
    std::size_t count = 0;
    EXPECT_EQ(nc_inq_dimid(id, "replicate", &dimension), NC_NOERR);
    EXPECT_EQ(nc_inq_dimlen(id, dimension, &count), NC_NOERR);
    nc_close(id);
    return count;
}

TEST(Netcdf, is_written_by_compare_when_it_is_asked_for) {
    const TemporaryFolder folder;
    const std::string out = folder / "out";
    const ProgramResult done =
        run_program({"compare", "scenarios/baseline.toml", "scenarios/ethics_committee.toml", "--municipalities", "5",
                     "--months", "14", "--replicates", "2", "--netcdf", "--out", out});
    ASSERT_EQ(done.exit_code, 0) << done.err;
    EXPECT_EQ(replicates_in(out + "/ensemble.nc"), 2U);
    EXPECT_NE(content_of(out + "/manifest.json").find(" --netcdf "), std::string::npos) << "it repeats itself";
    const ProgramResult again = run_program({"run", "scenarios/baseline.toml", "--municipalities", "5", "--months",
                                             "12", "--replicates", "2", "--out", out, "--force"});
    ASSERT_EQ(again.exit_code, 0) << again.err;
    EXPECT_EQ(files_in(out).count("ensemble.nc"), 0U) << "of the earlier result";
}

TEST(Netcdf, is_refused_with_draws_which_have_no_runs) {
    const TemporaryFolder folder;
    const ProgramResult refused =
        run_program({"run", "scenarios/baseline.toml", "--priors", "2", "--netcdf", "--out", folder / "priors"});
    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_NE(refused.err.find("--netcdf: --priors writes"), std::string::npos) << refused.err;
}

}  // namespace

}  // namespace algemeente::testing

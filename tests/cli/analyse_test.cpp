// The analyse command, as far as it goes without a store.
#include "cli/run_program.h"

#include <gtest/gtest.h>

namespace algemeente::testing {

TEST(Analyse, help_lists_the_kinds) {
    const ProgramResult result = run_program({"analyse", "--help"});
    EXPECT_EQ(result.exit_code, 0);
    for (const char* kind : {"summary", "sobol", "morris", "regression", "convergence", "robustness", "prim"})
        EXPECT_NE(result.out.find(kind), std::string::npos) << kind;
}

TEST(Analyse, refuses_what_it_does_not_know) {
    const ProgramResult kind = run_program({"analyse", "sobl", "store.sqlite"});
    EXPECT_EQ(kind.exit_code, 2);
    EXPECT_EQ(kind.err, "sobl: unknown kind of analysis; did you mean 'sobol'?\n");
    EXPECT_EQ(run_program({"analyse"}).exit_code, 2);
    EXPECT_EQ(run_program({"analyse", "sobol"}).exit_code, 2);
    EXPECT_EQ(run_program({"analyse", "sobol", "store.sqlite", "--level", "2"}).exit_code, 2);
    EXPECT_EQ(run_program({"analyse", "sobol", "no/such/store.sqlite"}).exit_code, 2);
}

}  // namespace algemeente::testing

// The command line and the environment of the viewer.
#include "viewer/app/options.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace algemeente::viewer {
namespace {

/// Sets the scale in the environment for as long as it lives.
struct ScaleVariable {
    explicit ScaleVariable(const char* value) { setenv("ALGEMEENTE_SCALE", value, 1); }
    ScaleVariable(const ScaleVariable&) = delete;
    ~ScaleVariable() { unsetenv("ALGEMEENTE_SCALE"); }
};

TEST(Options, TheScaleOfTheEnvironmentHoldsUnlessOneIsAskedFor) {
    EXPECT_EQ(parse_options({}).scale, 1);
    const ScaleVariable variable("1.5");
    EXPECT_EQ(parse_options({}).scale, 1.5);
    EXPECT_EQ(parse_options({"--scale", "2"}).scale, 2);
}

TEST(Options, AScaleOutOfReachIsRefusedWhereverItComesFrom) {
    EXPECT_THROW(parse_options({"--scale", "40"}), InputError);
    const ScaleVariable variable("large");
    EXPECT_THROW(parse_options({}), InputError);
}

TEST(Options, AnUnknownOptionAndAMissingValueAreRefused) {
    EXPECT_THROW(parse_options({"--zcale", "2"}), InputError);
    EXPECT_THROW(parse_options({"--scale"}), InputError);
    EXPECT_THROW(parse_options({"a.toml", "b.toml", "c.toml", "d.toml", "e.toml"}), InputError);
}

}  // namespace
}  // namespace algemeente::viewer

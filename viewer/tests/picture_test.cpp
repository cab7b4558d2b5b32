// A few pictures without a screen, with a tolerance, and proof that the comparison can fail.
#include "viewer/platform/platform.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

namespace algemeente::viewer {
namespace {

std::filesystem::path picture_file(const std::string& name) {
    return std::filesystem::temp_directory_path() / ("algemeente_viewer_" + name + ".png");
}

/// Runs the program; false if this machine cannot draw without a screen.
bool shoot(const std::string& name, const std::string& options) {
    const std::string command = std::string(ALGEMEENTE_VIEWER) + " --shot " + picture_file(name).string() +
                                " --replicates 8 --municipalities 10 --time 2026-06 " + options + " 2>/dev/null";
    return std::system(command.c_str()) == 0;
}

/// Pixels of which a channel differs by more than 2.
int different_pixels(const Image& one, const Image& other) {
    if (one.pixels.size() != other.pixels.size()) return one.width * one.height;
    int different = 0;
    for (std::size_t i = 0; i < one.pixels.size(); i += 4) {
        int most = 0;
        for (std::size_t c = 0; c < 3; ++c)
            most = std::max(most, std::abs(int{one.pixels[i + c]} - int{other.pixels[i + c]}));
        if (most > 2) ++different;
    }
    return different;
}

constexpr int tolerated_pixels = 40;

TEST(Picture, IsTheSameEveryTimeAndAtEveryNumberOfThreads) {
    if (!shoot("one", "--lang nl --threads 1")) GTEST_SKIP() << "no EGL on this machine";
    ASSERT_TRUE(shoot("two", "--lang nl --threads 2"));
    EXPECT_LE(different_pixels(read_png(picture_file("one")), read_png(picture_file("two"))), tolerated_pixels);
}

TEST(Picture, TheComparisonCanFail) {
    if (!shoot("nl", "--lang nl")) GTEST_SKIP() << "no EGL on this machine";
    ASSERT_TRUE(shoot("en", "--lang en"));
    ASSERT_TRUE(shoot("later", "--lang nl --time 2026-07"));
    const Image nl = read_png(picture_file("nl"));
    EXPECT_GT(different_pixels(nl, read_png(picture_file("en"))), tolerated_pixels);
    EXPECT_GT(different_pixels(nl, read_png(picture_file("later"))), tolerated_pixels) << "even one month is seen";
}

TEST(Picture, ScaleAndSizeAreThoseAsked) {
    if (!shoot("large", "--size 1920x1080 --scale 2 --theme dark")) GTEST_SKIP() << "no EGL on this machine";
    const Image image = read_png(picture_file("large"));
    EXPECT_EQ(image.width, 1920);
    EXPECT_EQ(image.height, 1080);
    EXPECT_LT(image.pixels[0], 60) << "the dark theme is dark";
}

}  // namespace
}  // namespace algemeente::viewer

// A few pictures without a screen, with a tolerance, and proof that the comparison can fail.
#include "places.h"
#include "viewer/tests/ui_bot.h"

#include <algorithm>
#include <cstdlib>

namespace algemeente::viewer {
namespace {

std::filesystem::path picture_file(const std::string& name) {
    return std::filesystem::temp_directory_path() / ("algemeente_viewer_" + name + ".png");
}

/// Runs the program; false if it did not draw. scripts/setup sees to it that a machine can draw without a screen.
bool shoot(const std::string& name, const std::string& options) {
    const std::string command = places::viewer_program() + " --shot " + picture_file(name).string() +
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
    ASSERT_TRUE(shoot("one", "--lang nl --threads 1"));
    ASSERT_TRUE(shoot("two", "--lang nl --threads 2"));
    EXPECT_LE(different_pixels(read_png(picture_file("one")), read_png(picture_file("two"))), tolerated_pixels);
}

TEST(Picture, TheComparisonCanFail) {
    ASSERT_TRUE(shoot("nl", "--lang nl"));
    ASSERT_TRUE(shoot("en", "--lang en"));
    ASSERT_TRUE(shoot("later", "--lang nl --time 2026-07"));
    const Image nl = read_png(picture_file("nl"));
    EXPECT_GT(different_pixels(nl, read_png(picture_file("en"))), tolerated_pixels);
    EXPECT_GT(different_pixels(nl, read_png(picture_file("later"))), tolerated_pixels) << "even one month is seen";
}

/// The window on a platform that draws without a screen.
struct OffScreen {
    explicit OffScreen(const std::filesystem::path& folder) : context(ImGui::CreateContext()) {
        Options options;
        options.shot = "unused.png";  // no stored preferences, no tour
        options.replicates = 8;
        options.sample = 10;
        options.language = Language::nl;
        platform = make_egl_platform(options.width, options.height);
        app = std::make_unique<App>(options, *platform);
        app->export_to(folder);
        app->settle(std::chrono::minutes(3));
    }
    ~OffScreen() {
        app.reset();
        platform.reset();
        ImGui::DestroyContext(context);
    }
    OffScreen(const OffScreen&) = delete;
    OffScreen& operator=(const OffScreen&) = delete;

    Image exported(const std::filesystem::path& folder, Action what = Action::export_png) {
        std::filesystem::remove_all(folder);
        app->sink().send(what);
        for (int i = 0; i < 3; ++i) {
            platform->begin_frame();
            app->frame();
        }
        return read_png(exported_file(folder, ".png"));
    }

    ImGuiContext* context;
    std::unique_ptr<Platform> platform;
    std::unique_ptr<App> app;
};

/// Rows `first` and following, as an image of its own.
Image below(const Image& image, int first) {
    Image part{.width = image.width, .height = image.height - first};
    part.pixels.assign(image.pixels.begin() + std::ptrdiff_t{4} * image.width * first, image.pixels.end());
    return part;
}

TEST(Picture, TheWindowIsExportedTwiceAsLargeWithItsFooter) {
    const auto folder = std::filesystem::temp_directory_path() / "algemeente_viewer_png";
    std::filesystem::remove_all(folder);
    OffScreen screen(folder);
    const Image image = screen.exported(folder);
    ASSERT_EQ(image.width, 2 * 1280);
    ASSERT_GT(image.height, 2 * 720 + 60);
    ASSERT_LT(image.height, 2 * 720 + 140);
    const Image strip = below(image, 2 * 720 + 4);
    Image empty = strip;
    for (std::size_t i = 0; i < empty.pixels.size(); ++i) empty.pixels[i] = strip.pixels[i % 4];
    EXPECT_GT(different_pixels(strip, empty), 4000) << "there are words in the footer";
    EXPECT_EQ(different_pixels(strip, below(screen.exported(folder), 2 * 720 + 4)), 0);
    screen.app->sink().send(RemoveSlot{1});
    screen.app->settle(std::chrono::minutes(3));
    EXPECT_GT(different_pixels(strip, below(screen.exported(folder), 2 * 720 + 4)), 500) << "it names the scenarios";
    EXPECT_EQ(ImGui::GetIO().DisplaySize.x, 1280) << "the window itself is as it was";
    std::filesystem::remove_all(folder);
}

/// Grey, black and white are not colourful, nor are the tinted greys of panels and buttons.
bool is_colourful(const Image& image, int x, int y) {
    const auto* pixel = &image.pixels[(static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                                       static_cast<std::size_t>(x)) *
                                      4];
    constexpr int tinted_grey = 40;
    return std::max({pixel[0], pixel[1], pixel[2]}) - std::min({pixel[0], pixel[1], pixel[2]}) > tinted_grey;
}

/// Colour draws the eye: of the window's colour most is where the effect is told and drawn, and the rest is quiet.
TEST(Picture, TheEyeMeetsTheEffectFirst) {
    const auto folder = std::filesystem::temp_directory_path() / "algemeente_viewer_eye";
    std::filesystem::remove_all(folder);
    OffScreen screen(folder);
    screen.app->sink().send(LoadPreset{1, "national_scandal"});
    screen.app->settle(std::chrono::minutes(3));
    const Image image = screen.exported(folder, Action::export_window);
    std::vector<Rect> effect;
    for (const auto& [key, area] : screen.app->widgets().all())
        if (key == "headline.social" || key == "headline.physical" || key == "chart.social" ||
            key == "chart.physical" || key == "chart.lower.0" || key == "chart.lower.1")
            effect.push_back(area);
    ASSERT_EQ(effect.size(), 6U);
    double inside = 0, outside = 0, pixels_inside = 0, pixels_outside = 0;
    for (int y = 0; y < 2 * 720; ++y)
        for (int x = 0; x < image.width; ++x) {
            const float at_x = static_cast<float>(x) / 2, at_y = static_cast<float>(y) / 2;
            const bool in = std::any_of(effect.begin(), effect.end(), [&](const Rect& area) {
                return at_x >= area.x && at_x < area.right() && at_y >= area.y && at_y < area.bottom();
            });
            if (is_colourful(image, x, y)) (in ? inside : outside) += 1;
            (in ? pixels_inside : pixels_outside) += 1;
        }
    EXPECT_GT(inside, 2 * outside) << "what is not the effect is louder";
    EXPECT_GT(inside / pixels_inside, 3 * outside / pixels_outside) << "pixel for pixel";
    std::filesystem::remove_all(folder);
}

TEST(Picture, ScaleAndSizeAreThoseAsked) {
    ASSERT_TRUE(shoot("large", "--size 1920x1080 --scale 2 --theme dark"));
    const Image image = read_png(picture_file("large"));
    EXPECT_EQ(image.width, 1920);
    EXPECT_EQ(image.height, 1080);
    EXPECT_LT(image.pixels[0], 60) << "the dark theme is dark";
}

}  // namespace
}  // namespace algemeente::viewer

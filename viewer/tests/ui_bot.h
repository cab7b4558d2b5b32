// A user without eyes: presses, drags and types at widgets by their key, one thing per frame. The only test code that
// knows how Dear ImGui 1.86 takes its input.
#pragma once

#include "viewer/app/app.h"
#include "viewer/finder/search_finder.h"
#include "viewer/room/room_server.h"

#include <gtest/gtest.h>
#include <unistd.h>

namespace algemeente::viewer {

/// The file or folder of that ending that was exported; a number behind its name means that it is not the only one.
inline std::filesystem::path exported_file(const std::filesystem::path& folder, const std::string& ending) {
    std::filesystem::path found;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(ending) && (found.empty() || name.size() < found.filename().string().size()))
            found = entry.path();
    }
    EXPECT_FALSE(found.empty()) << "nothing in " << folder << " ends in " << ending;
    return found;
}

/// A folder of its own, empty, for as long as it lives.
struct OwnFolder {
    explicit OwnFolder(const std::string& name)
        : path(std::filesystem::temp_directory_path() / ("algemeente_" + name + "_" + std::to_string(getpid()))) {
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
    }
    ~OwnFolder() { std::filesystem::remove_all(path); }
    OwnFolder(const OwnFolder&) = delete;
    OwnFolder& operator=(const OwnFolder&) = delete;

    std::filesystem::path path;
};

/// What the tests of a comparison look at: what happened, and a new national scandal.
inline std::vector<std::filesystem::path> compared_files() {
    const std::filesystem::path scenarios = data_folder().parent_path();
    return {scenarios / "baseline.toml", scenarios / "national_scandal.toml"};
}

/// With which session a window begins that was asked for none; or comparing, but stopped before anything is computed.
enum class Begins : std::uint8_t { comparing, as_usual, without_runs };

inline Options dutch() {
    Options options;
    options.language = Language::nl;
    return options;
}

class UiBot {
public:
    explicit UiBot(Options options = {}, Begins begins = Begins::comparing) : context_(ImGui::CreateContext()) {
        if (begins != Begins::as_usual && options.files.empty() && options.link.empty())
            options.files = compared_files();
        options.replicates = options.replicates == 200 ? 24 : options.replicates;
        // all of them take so long that nothing is there before they are stopped
        options.sample = begins == Begins::without_runs ? 0 : 10;
        options.threads = 2;
        if (!options.open_room) options.open_room = open_served_room;
        if (!options.open_finder) options.open_finder = open_search_finder;
        platform_ = std::make_unique<NullPlatform>(options.width, options.height);
        app_ = std::make_unique<App>(options, *platform_);
        if (begins == Begins::without_runs) {
            app_->service().cancel();
            EXPECT_TRUE(app_->service().wait_until_idle(std::chrono::minutes(1)));
            frames(3);
        } else {
            app_->settle(std::chrono::minutes(3));
        }
    }
    ~UiBot() {
        app_.reset();
        platform_.reset();
        ImGui::DestroyContext(context_);
    }
    UiBot(const UiBot&) = delete;
    UiBot& operator=(const UiBot&) = delete;

    App& app() { return *app_; }
    NullPlatform& platform() { return *platform_; }
    const Session& session() { return app_->state().session(); }
    const ViewState& view() { return app_->state().view(); }
    /// What was drawn about the scenario in front and the outcome that is shown.
    const std::vector<double>& line_of_the_room(Domain domain) {
        const auto d = static_cast<std::size_t>(index_of(domain));
        return view().prediction.lines(view().predicted(session().slots.size()))[d];
    }

    void frames(int count = 1) {
        for (int i = 0; i < count; ++i) {
            platform_->begin_frame();
            ImGuiIO& io = ImGui::GetIO();  // its own pointer, until a test sends one through the queue
            io.MousePos = mouse_;
            io.MouseDown[0] = down_;
            io.MouseDown[1] = right_;
            io.MouseWheel = std::exchange(wheel_, 0.F);
            io.KeyCtrl = ctrl_;
            app_->frame();
        }
    }
    void move(ImVec2 to) {
        mouse_ = to;
        frames(2);
    }
    void hold(bool down) {
        down_ = down;
        frames(2);
    }
    /// The button goes down with the next frame.
    void begin_press() { down_ = true; }
    /// Where the widget is in this frame; a widget that was not drawn fails the test.
    Rect place(const std::string& key) {
        frames(1);
        const auto found = app_->widgets().find(key);
        EXPECT_TRUE(found.has_value()) << "no widget '" << key << "' in this frame";
        return found.value_or(Rect{});
    }
    bool shows(const std::string& key) {
        frames(1);
        return app_->widgets().find(key).has_value();
    }
    void click(const std::string& key) {
        const Rect area = place(key);
        move({area.x + area.width / 2, area.y + area.height / 2});
        hold(true);
        hold(false);
        frames(2);
    }
    /// Drags inside a widget between two shares of its width.
    void drag(const std::string& key, float from, float to) {
        const Rect area = place(key);
        const float y = area.y + area.height / 2;
        move({area.x + area.width * from, y});
        hold(true);
        for (int i = 1; i <= 10; ++i)
            move({area.x + area.width * (from + (to - from) * static_cast<float>(i) / 10), y});
        hold(false);
        frames(2);
    }
    void type(const std::string& key, const std::string& words) {
        click(key);
        for (const char letter : words) {
            platform_->begin_frame();
            ImGui::GetIO().AddInputCharacter(static_cast<unsigned>(letter));
            frames(1);
        }
        frames(2);
    }
    /// A key that a widget sees, not a command: arrows, Enter.
    void strike(ImGuiKey key) {
        const int code = ImGui::GetIO().KeyMap[key];
        ImGui::GetIO().KeysDown[code] = true;
        frames(2);
        ImGui::GetIO().KeysDown[code] = false;
        frames(2);
    }
    /// Two quick clicks at a point of the widget, in shares of its size.
    void double_click(const std::string& key, float x = 0.5F, float y = 0.5F) {
        point_at(key, x, y);
        for (int i = 0; i < 2; ++i) {
            down_ = true;
            frames(1);
            down_ = false;
            frames(1);
        }
        frames(30);
    }
    void point_at(const std::string& key, float x, float y) {
        const Rect area = place(key);
        move({area.x + area.width * x, area.y + area.height * y});
    }
    /// Draws a box with the right button; without a second point it is a click.
    void right_drag(const std::string& key, ImVec2 from, ImVec2 to) {
        point_at(key, from.x, from.y);
        right_ = true;
        frames(2);
        point_at(key, to.x, to.y);
        right_ = false;
        frames(3);
    }
    void wheel(float steps, bool ctrl) {
        ctrl_ = ctrl;
        wheel_ = steps;
        frames(1);
        ctrl_ = false;
        frames(2);
    }
    void press(int key, int mods = 0) {
        platform_->keys.push_back({key, mods});
        frames(3);
    }
    void settle() { EXPECT_TRUE(app_->settle(std::chrono::minutes(3))); }

private:
    ImGuiContext* context_;
    std::unique_ptr<NullPlatform> platform_;
    std::unique_ptr<App> app_;
    ImVec2 mouse_{-1, -1};
    bool down_ = false;
    bool right_ = false;
    bool ctrl_ = false;
    float wheel_ = 0;
};

}  // namespace algemeente::viewer

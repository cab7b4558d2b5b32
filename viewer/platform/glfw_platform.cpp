#include "text/error.h"
#include "viewer/platform/gl_picture.h"

#define GLFW_INCLUDE_NONE
#include <GL/gl.h>
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <atomic>

namespace algemeente::viewer {

namespace {

class GlfwPlatform : public Platform {
public:
    GlfwPlatform(int width, int height, const std::optional<WindowPlace>& place) {
        if (glfwInit() == GLFW_FALSE)
            throw InputError("there is no display to open a window on; --shot FILE.png draws without one");
        glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
        glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
        glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
        glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);  // until it is where it belongs
        window_ = glfwCreateWindow(width, height, "Algemeente", nullptr, nullptr);
        if (window_ == nullptr) {
            glfwTerminate();
            throw InputError("the window needs OpenGL 3.3, and this display does not offer it");
        }
        hold_least_size();
        if (place) put(*place);
        glfwShowWindow(window_);
        glfwMakeContextCurrent(window_);
        glfwSwapInterval(1);
        glfwSetWindowUserPointer(window_, this);
        install_callbacks();
        note_place();
        ImGui::GetIO().IniFilename = nullptr;
        ImGui_ImplGlfw_InitForOpenGL(window_, false);  // what hands do comes through a queue, the rest below
        ImGui_ImplOpenGL3_Init("#version 330 core");
    }
    ~GlfwPlatform() override {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui_ImplGlfw_Shutdown();
        glfwDestroyWindow(window_);
        glfwTerminate();
    }
    GlfwPlatform(const GlfwPlatform&) = delete;
    GlfwPlatform& operator=(const GlfwPlatform&) = delete;

    void begin_frame() override {
        ImGui_ImplOpenGL3_NewFrame();
        ImGui_ImplGlfw_NewFrame();
    }
    void end_frame() override {
        int width = 0;
        int height = 0;
        glfwGetFramebufferSize(window_, &width, &height);
        glViewport(0, 0, width, height);
        glClearColor(1, 1, 1, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
        glfwSwapBuffers(window_);
    }
    void fonts_changed() override {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    }
    bool wait(double seconds) override {
        if (seconds > 0) {
            glfwWaitEventsTimeout(seconds);
        } else {
            glfwPollEvents();
        }
        const bool input = std::exchange(events_, 0) > 0;
        return woken_.exchange(false) || input || glfwWindowShouldClose(window_) != GLFW_FALSE;
    }
    void wake() override {
        woken_ = true;
        glfwPostEmptyEvent();
    }
    double content_scale() const override {
        float x = 1;
        float y = 1;
        glfwGetWindowContentScale(window_, &x, &y);
        return x;
    }
    std::vector<std::filesystem::path> take_drops() override { return std::exchange(drops_, {}); }
    std::vector<InputEvent> take_input() override { return std::exchange(input_, {}); }
    bool take_close() override {
        const bool wanted = glfwWindowShouldClose(window_) != GLFW_FALSE;
        if (wanted) glfwSetWindowShouldClose(window_, GLFW_FALSE);
        return wanted;
    }
    void set_title(const std::string& words) override { glfwSetWindowTitle(window_, words.c_str()); }
    std::optional<WindowPlace> place() const override {
        WindowPlace now = normal_;
        now.maximised = glfwGetWindowAttrib(window_, GLFW_MAXIMIZED) != GLFW_FALSE;
        return now;
    }
    void set_clipboard(const std::string& text) override { glfwSetClipboardString(window_, text.c_str()); }
    std::string clipboard() override {
        const char* text = glfwGetClipboardString(window_);
        return text == nullptr ? "" : text;
    }
    Image picture(int width, int height, const std::function<void()>& draw) override {
        return gl_picture(width, height, draw);
    }

private:
    static GlfwPlatform& self(GLFWwindow* window) {
        return *static_cast<GlfwPlatform*>(glfwGetWindowUserPointer(window));
    }

    /// A maximised window remembers where it was before.
    void note_place() {
        if (glfwGetWindowAttrib(window_, GLFW_MAXIMIZED) != GLFW_FALSE ||
            glfwGetWindowAttrib(window_, GLFW_ICONIFIED) != GLFW_FALSE)
            return;
        glfwGetWindowPos(window_, &normal_.x, &normal_.y);
        glfwGetWindowSize(window_, &normal_.width, &normal_.height);
    }

    void hold_least_size() {
        float x = 1;
        float y = 1;
        glfwGetWindowContentScale(window_, &x, &y);
        glfwSetWindowSizeLimits(window_, static_cast<int>(least_width * x), static_cast<int>(least_height * y),
                                GLFW_DONT_CARE, GLFW_DONT_CARE);
    }

    /// Whether the middle of the window's upper edge, where it is taken to move it, is on a screen.
    static bool is_on_a_screen(const WindowPlace& place) {
        int count = 0;
        GLFWmonitor** monitors = glfwGetMonitors(&count);
        for (int i = 0; i < count; ++i) {
            WindowPlace area;
            glfwGetMonitorWorkarea(monitors[i], &area.x, &area.y, &area.width, &area.height);
            const int middle = place.x + place.width / 2;
            if (middle >= area.x && middle < area.x + area.width && place.y >= area.y && place.y < area.y + area.height)
                return true;
        }
        return false;
    }

    void put(const WindowPlace& place) {
        glfwSetWindowSize(window_, place.width, place.height);
        normal_ = place;
        if (is_on_a_screen(place)) glfwSetWindowPos(window_, place.x, place.y);
        if (place.maximised) glfwMaximizeWindow(window_);
    }

    void install_callbacks() {
        glfwSetKeyCallback(window_, [](GLFWwindow* window, int key, int code, int action, int mods) {
            self(window).on_key(key, code, action, mods);
        });
        glfwSetCharCallback(window_, [](GLFWwindow* window, unsigned letter) {
            self(window).input_.push_back({.kind = InputEvent::Kind::letter, .letter = letter});
            ++self(window).events_;
        });
        glfwSetMouseButtonCallback(window_, [](GLFWwindow* window, int button, int action, int) {
            self(window).on_button(button, action == GLFW_PRESS);
        });
        glfwSetWindowFocusCallback(window_, ImGui_ImplGlfw_WindowFocusCallback);
        glfwSetCursorEnterCallback(window_, [](GLFWwindow* window, int entered) {
            ImGui_ImplGlfw_CursorEnterCallback(window, entered);
            if (entered == GLFW_FALSE) self(window).on_leave();
        });
        glfwSetCursorPosCallback(window_, [](GLFWwindow* window, double x, double y) { self(window).on_move(x, y); });
        glfwSetScrollCallback(window_, [](GLFWwindow* window, double x, double y) {
            ImGui_ImplGlfw_ScrollCallback(window, x, y);
            ++self(window).events_;
        });
        glfwSetWindowRefreshCallback(window_, [](GLFWwindow* window) { ++self(window).events_; });
        glfwSetFramebufferSizeCallback(window_, [](GLFWwindow* window, int, int) { ++self(window).events_; });
        glfwSetWindowPosCallback(window_, [](GLFWwindow* window, int, int) { self(window).note_place(); });
        glfwSetWindowSizeCallback(window_, [](GLFWwindow* window, int, int) { self(window).note_place(); });
        glfwSetDropCallback(window_, [](GLFWwindow* window, int count, const char** paths) {
            for (int i = 0; i < count; ++i) self(window).drops_.emplace_back(paths[i]);
            ++self(window).events_;
        });
    }

    void on_key(int key, int code, int action, int mods) {
        ++events_;
        const int printed = key < GLFW_KEY_ESCAPE ? key_on_layout(key, glfwGetKeyName(key, code)) : key;
        const InputEvent::Kind kind = action == GLFW_RELEASE  ? InputEvent::Kind::up
                                      : action == GLFW_REPEAT ? InputEvent::Kind::repeat
                                                              : InputEvent::Kind::down;
        input_.push_back(
            {kind, printed, ((mods & GLFW_MOD_SHIFT) != 0 ? 1 : 0) | ((mods & GLFW_MOD_CONTROL) != 0 ? 2 : 0)});
    }

    /// Where it was when it happened: GLFW can tell only where the pointer is by now.
    void on_move(double x, double y) {
        pointer_.x = static_cast<float>(x);
        pointer_.y = static_cast<float>(y);
        tell_pointer();
    }
    void on_button(int button, bool down) {
        if (button >= 3) return;
        const unsigned bit = 1U << static_cast<unsigned>(button);
        pointer_.buttons = down ? pointer_.buttons | bit : pointer_.buttons & ~bit;
        tell_pointer();
    }
    /// What is held is dragged beyond the edge; what is not leaves no tip behind.
    void on_leave() {
        if (pointer_.buttons == 0) on_move(pointer_away, pointer_away);
    }
    void tell_pointer() {
        input_.push_back(pointer_);
        ++events_;
    }

    GLFWwindow* window_ = nullptr;
    InputEvent pointer_{.kind = InputEvent::Kind::pointer, .x = pointer_away, .y = pointer_away};
    WindowPlace normal_;  ///< before it was maximised
    int events_ = 0;
    std::atomic<bool> woken_{true};
    std::vector<std::filesystem::path> drops_;
    std::vector<InputEvent> input_;
};

}  // namespace

std::unique_ptr<Platform> make_glfw_platform(int width, int height, const std::optional<WindowPlace>& place) {
    return std::make_unique<GlfwPlatform>(width, height, place);
}

}  // namespace algemeente::viewer

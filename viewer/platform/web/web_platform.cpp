#include "viewer/platform/web/web_platform.h"

#include "text/error.h"
#include "viewer/platform/gl_picture.h"

#include <GLES3/gl3.h>
#include <backends/imgui_impl_opengl3.h>
#include <emscripten.h>
#include <emscripten/html5.h>
#include <imgui.h>

#include <atomic>

// What the page does for the window. The macro and its JavaScript are no C++ that warnings are about.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpedantic"
#pragma clang diagnostic ignored "-Wextra-semi"
EM_JS(void, page_set_title, (const char* words), { Module.page.setTitle(UTF8ToString(words)); });
EM_JS(void, page_set_clipboard, (const char* words), { Module.page.setClipboard(UTF8ToString(words)); });
EM_JS(void, page_read_clipboard, (), { Module.page.readClipboard(); });
EM_JS(void, page_hand_over, (const char* file), { Module.page.handOver(UTF8ToString(file)); });
EM_JS(void, page_choose_files, (), { Module.page.chooseFiles(); });
EM_JS(void, page_set_cursor, (int shape, int typing), { Module.page.setCursor(shape, typing); });
EM_JS(void, page_drew, (), { Module.page.drew(); });
EM_JS(char*, page_address_of, (), { return allocateUTF8(Module.page.address()); });
EM_JS(void, page_closed, (), { Module.page.closed(); });
#pragma clang diagnostic pop

namespace algemeente::viewer {

namespace {

constexpr int shift = 340, control = 341;  // numbers of GLFW, which the whole window uses
constexpr double lively_seconds = 0.4;     ///< since the last touch: the hand must not feel the work

/// A double or a long wheel is one notch at a time for Dear ImGui.
struct Wheel {
    float x = 0, y = 0;
};

class WebPlatform : public Platform {
public:
    WebPlatform() {
        EmscriptenWebGLContextAttributes wanted;
        emscripten_webgl_init_context_attributes(&wanted);
        wanted.majorVersion = 2;
        wanted.alpha = EM_FALSE;
        wanted.depth = EM_FALSE;
        context_ = emscripten_webgl_create_context("#canvas", &wanted);
        if (context_ <= 0) throw InputError("this browser has no WebGL 2");
        emscripten_webgl_make_context_current(context_);
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
        io.SetClipboardTextFn = [](void*, const char* text) { open_->set_clipboard(text); };
        io.GetClipboardTextFn = [](void*) { return open_->clipboard_.c_str(); };
        map_keys(io);
        ImGui_ImplOpenGL3_Init("#version 300 es");
        open_ = this;
    }
    ~WebPlatform() override {
        open_ = nullptr;
        ImGui_ImplOpenGL3_Shutdown();
        emscripten_webgl_destroy_context(context_);
    }
    WebPlatform(const WebPlatform&) = delete;
    WebPlatform& operator=(const WebPlatform&) = delete;

    void begin_frame() override {
        ImGui_ImplOpenGL3_NewFrame();
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = {static_cast<float>(width_), static_cast<float>(height_)};
        io.DisplayFramebufferScale = {1, 1};
        const double now = emscripten_get_now();
        io.DeltaTime = std::max(0.001F, static_cast<float>((now - last_frame_) / 1000));
        last_frame_ = now;
        io.MouseWheelH += wheel_.x;
        io.MouseWheel += wheel_.y;
        wheel_ = {};
    }
    void end_frame() override {
        glBindFramebuffer(GL_FRAMEBUFFER, 0);
        glViewport(0, 0, width_, height_);
        glClearColor(1, 1, 1, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
        page_set_cursor(ImGui::GetMouseCursor(), ImGui::GetIO().WantTextInput ? 1 : 0);
        page_drew();
    }
    void fonts_changed() override {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    }
    /// A browser does not wait: it calls again with the next frame of the screen.
    bool wait(double) override {
        const bool woken = woken_.exchange(false);
        return std::exchange(events_, 0) > 0 || woken;
    }
    void wake() override { woken_ = true; }
    double content_scale() const override { return scale_; }
    std::vector<std::filesystem::path> take_drops() override { return std::exchange(drops_, {}); }
    std::vector<InputEvent> take_input() override { return std::exchange(input_, {}); }
    void set_title(const std::string& words) override { page_set_title(words.c_str()); }
    void set_clipboard(const std::string& text) override {
        clipboard_ = text;
        page_set_clipboard(text.c_str());
    }
    std::string clipboard() override { return clipboard_; }
    bool asks_for_clipboard() override {
        if (std::exchange(pasted_, false)) return false;
        page_read_clipboard();
        return true;
    }
    std::string page_address() const override {
        char* text = page_address_of();
        std::string address = text;
        std::free(text);
        return address;
    }
    Image picture(int width, int height, const std::function<void()>& draw) override {
        return gl_picture(width, height, draw);
    }
    void keep_turning(std::function<bool()> turn) override {
        turn_ = std::move(turn);
        emscripten_set_main_loop_arg([](void* self) { static_cast<WebPlatform*>(self)->take_turn(); }, this, 0,
                                     EM_FALSE);
    }
    std::chrono::milliseconds work_budget() const override {
        const bool lively = emscripten_get_now() - touched_ < lively_seconds * 1000;
        return std::chrono::milliseconds(lively ? 10 : 30);
    }
    std::string hand_over(const std::filesystem::path& written) override {
        page_hand_over(written.c_str());
        return written.filename().string();
    }
    bool choose_files() override {
        page_choose_files();
        return true;
    }

    void on_size(int width, int height, double scale) {
        width_ = width;
        height_ = height;
        scale_ = scale;
        ++events_;
    }
    void on_pointer(double x, double y, int buttons) {
        input_.push_back({.kind = InputEvent::Kind::pointer,
                          .x = static_cast<float>(x),
                          .y = static_cast<float>(y),
                          .buttons = static_cast<unsigned>(buttons)});
        touch();
    }
    void on_wheel(double x, double y) {
        wheel_.x += static_cast<float>(x);
        wheel_.y += static_cast<float>(y);
        touch();
    }
    void on_key(int key, InputEvent::Kind kind, int mods) {
        input_.push_back({kind, key, mods});
        touch();
    }
    void on_letters(const char* text) {
        for (const char* at = text; *at != '\0';) {
            unsigned letter = 0;
            at += letter_at(at, letter);
            input_.push_back({.kind = InputEvent::Kind::letter, .letter = letter});
        }
        touch();
    }
    /// The text, and the keys that paste it: Ctrl+V, or Ctrl+Shift+V for a link.
    void on_paste(const char* text, int mods) {
        clipboard_ = text;
        pasted_ = true;
        on_key(control, InputEvent::Kind::down, 2);
        if ((mods & 1) != 0) on_key(shift, InputEvent::Kind::down, mods);
        on_key('V', InputEvent::Kind::down, mods);
        on_key('V', InputEvent::Kind::up, mods);
        if ((mods & 1) != 0) on_key(shift, InputEvent::Kind::up, 2);
        on_key(control, InputEvent::Kind::up, 0);
    }
    void on_drop(const char* file) {
        drops_.emplace_back(file);
        touch();
    }
    static WebPlatform* open() { return open_; }

private:
    static void map_keys(ImGuiIO& io) {
        io.KeyMap[ImGuiKey_Enter] = 257;
        io.KeyMap[ImGuiKey_KeyPadEnter] = 335;
        io.KeyMap[ImGuiKey_Tab] = 258;
        io.KeyMap[ImGuiKey_RightArrow] = 262;
        io.KeyMap[ImGuiKey_LeftArrow] = 263;
        io.KeyMap[ImGuiKey_DownArrow] = 264;
        io.KeyMap[ImGuiKey_UpArrow] = 265;
        io.KeyMap[ImGuiKey_PageUp] = 266;
        io.KeyMap[ImGuiKey_PageDown] = 267;
        io.KeyMap[ImGuiKey_Home] = 268;
        io.KeyMap[ImGuiKey_End] = 269;
        io.KeyMap[ImGuiKey_Backspace] = 259;
        io.KeyMap[ImGuiKey_Delete] = 261;
        io.KeyMap[ImGuiKey_Escape] = 256;
        io.KeyMap[ImGuiKey_A] = 'A';
        io.KeyMap[ImGuiKey_C] = 'C';
        io.KeyMap[ImGuiKey_V] = 'V';
        io.KeyMap[ImGuiKey_X] = 'X';
        io.KeyMap[ImGuiKey_Y] = 'Y';
        io.KeyMap[ImGuiKey_Z] = 'Z';
    }

    /// Bytes of the first letter of UTF-8 text; what is no letter is read over.
    static int letter_at(const char* text, unsigned& letter) {
        const auto first = static_cast<unsigned char>(*text);
        const int more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
        letter = more == 0 ? first : first & (0x3FU >> static_cast<unsigned>(more));
        for (int i = 1; i <= more; ++i) {
            const auto next = static_cast<unsigned char>(text[i]);
            if ((next & 0xC0U) != 0x80U) return i;
            letter = letter << 6U | (next & 0x3FU);
        }
        return more + 1;
    }

    void touch() {
        ++events_;
        touched_ = emscripten_get_now();
    }

    void take_turn() {
        if (turn_()) return;
        emscripten_cancel_main_loop();
        page_closed();
    }

    static inline WebPlatform* open_ = nullptr;
    EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context_ = 0;
    int width_ = 1280;
    int height_ = 720;
    double scale_ = 1;
    double last_frame_ = 0;
    double touched_ = 0;
    int events_ = 0;
    std::atomic<bool> woken_{true};
    std::function<bool()> turn_;
    Wheel wheel_;
    std::vector<InputEvent> input_;
    std::vector<std::filesystem::path> drops_;
    std::string clipboard_;
    bool pasted_ = false;  ///< just now: what is on the clipboard is known
};

}  // namespace

std::unique_ptr<Platform> make_web_platform() {
    return std::make_unique<WebPlatform>();
}

}  // namespace algemeente::viewer

// What the page tells the window. The page says nothing before the window is open.
extern "C" {

using algemeente::viewer::InputEvent;
using algemeente::viewer::WebPlatform;

EMSCRIPTEN_KEEPALIVE void web_size(int width, int height, double scale) {
    WebPlatform::open()->on_size(width, height, scale);
}
EMSCRIPTEN_KEEPALIVE void web_pointer(double x, double y, int buttons) {
    WebPlatform::open()->on_pointer(x, y, buttons);
}
EMSCRIPTEN_KEEPALIVE void web_wheel(double x, double y) {
    WebPlatform::open()->on_wheel(x, y);
}
/// kind: 0 down, 1 up, 2 again
EMSCRIPTEN_KEEPALIVE void web_key(int key, int kind, int mods) {
    WebPlatform::open()->on_key(key, static_cast<InputEvent::Kind>(kind), mods);
}
EMSCRIPTEN_KEEPALIVE void web_letters(const char* text) {
    WebPlatform::open()->on_letters(text);
}
EMSCRIPTEN_KEEPALIVE void web_paste(const char* text, int mods) {
    WebPlatform::open()->on_paste(text, mods);
}
EMSCRIPTEN_KEEPALIVE void web_drop(const char* file) {
    WebPlatform::open()->on_drop(file);
}
}

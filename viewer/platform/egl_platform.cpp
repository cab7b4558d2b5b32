#include "text/error.h"
#include "viewer/platform/gl_picture.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

namespace algemeente::viewer {

namespace {

class EglPlatform : public Platform {
public:
    EglPlatform(int width, int height) : width_(width), height_(height) {
        ImGui::GetIO().IniFilename = nullptr;
        const auto get_display =
            reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
        if (get_display != nullptr) display_ = get_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
        if (display_ == EGL_NO_DISPLAY || eglInitialize(display_, nullptr, nullptr) == EGL_FALSE) fail("no display");
        eglBindAPI(EGL_OPENGL_API);
        const EGLint wanted[] = {EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
        EGLConfig config = nullptr;
        EGLint count = 0;
        if (eglChooseConfig(display_, wanted, &config, 1, &count) == EGL_FALSE || count == 0) fail("no configuration");
        const EGLint version[] = {
            EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
            EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
        context_ = eglCreateContext(display_, config, EGL_NO_CONTEXT, version);
        if (context_ == EGL_NO_CONTEXT ||
            eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_) == EGL_FALSE)
            fail("no OpenGL 3.3");
        ImGui_ImplOpenGL3_Init("#version 330 core");
    }
    ~EglPlatform() override {
        ImGui_ImplOpenGL3_Shutdown();
        eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        eglDestroyContext(display_, context_);
        eglTerminate(display_);
    }
    EglPlatform(const EglPlatform&) = delete;
    EglPlatform& operator=(const EglPlatform&) = delete;

    void begin_frame() override {
        ImGuiIO& io = ImGui::GetIO();
        ImGui_ImplOpenGL3_NewFrame();
        io.DisplaySize = {static_cast<float>(width_), static_cast<float>(height_)};
        io.DeltaTime = 1.F / 60;
    }
    void end_frame() override {}
    void fonts_changed() override {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    }
    bool wait(double) override { return true; }
    void wake() override {}
    double content_scale() const override { return 1; }
    void set_clipboard(const std::string&) override {}
    Image picture(int width, int height, const std::function<void()>& draw) override {
        return gl_picture(width, height, draw);
    }

private:
    [[noreturn]] static void fail(const char* what) {
        throw InputError(std::string("drawing without a screen needs EGL with OpenGL 3.3: ") + what +
                         "; on Debian it is in libgl1-mesa-dri and libegl1");
    }

    int width_;
    int height_;
    EGLDisplay display_ = EGL_NO_DISPLAY;
    EGLContext context_ = EGL_NO_CONTEXT;
};

}  // namespace

std::unique_ptr<Platform> make_egl_platform(int width, int height) {
    return std::make_unique<EglPlatform>(width, height);
}

}  // namespace algemeente::viewer

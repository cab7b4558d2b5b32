#include "viewer/platform/platform.h"

#include <imgui.h>

#include <cstdlib>

namespace algemeente::viewer {

NullPlatform::NullPlatform(int width, int height) : width_(width), height_(height) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;  // as every renderer here
    // the numbers that GLFW gives to these keys
    io.KeyMap[ImGuiKey_Enter] = 257;
    io.KeyMap[ImGuiKey_Tab] = 258;
    io.KeyMap[ImGuiKey_DownArrow] = 264;
    io.KeyMap[ImGuiKey_UpArrow] = 265;
    io.KeyMap[ImGuiKey_Backspace] = 259;
    io.KeyMap[ImGuiKey_Delete] = 261;
    io.KeyMap[ImGuiKey_Escape] = 256;
    io.KeyMap[ImGuiKey_A] = 'A';
}

/// From the top of the disk: somebody who looks for it does not know where the program was started.
std::string Platform::hand_over(const std::filesystem::path& written) {
    std::error_code failed;
    const std::filesystem::path whole = std::filesystem::absolute(written, failed);
    return (failed ? written : whole.lexically_normal()).string();
}

std::string Platform::page_address() const {
    const char* address = std::getenv("ALGEMEENTE_PAGE");
    return address == nullptr ? "" : address;
}

int key_on_layout(int key, const char* name) {
    if (name == nullptr || name[0] == '\0' || name[1] != '\0') return key;
    if (name[0] >= 'a' && name[0] <= 'z') return name[0] - 'a' + 'A';
    const bool sign = name[0] == '=' || name[0] == '-' || name[0] == '[' || name[0] == ']';
    return sign ? name[0] : key;
}

std::vector<InputEvent> NullPlatform::take_input() {
    for (const KeyStroke& stroke : std::exchange(keys, {})) {
        input.push_back({InputEvent::Kind::down, stroke.key, stroke.mods});
        input.push_back({InputEvent::Kind::up, stroke.key, stroke.mods});
    }
    return std::exchange(input, {});
}

void NullPlatform::begin_frame() {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width_), static_cast<float>(height_)};
    io.DeltaTime = 1.F / 60;
}

void NullPlatform::fonts_changed() {
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
}

}  // namespace algemeente::viewer

#include "viewer/present.h"
#include "viewer/widgets/ui.h"

#include <algorithm>
#include <filesystem>

namespace algemeente::viewer {

namespace {

// the atlas reads them when it is built, long after this function returns
constexpr ImWchar letters[] = {0x20,   0x17F,  0x370,  0x3FF,  0x400,  0x45F,  0x1E00, 0x1EFF, 0x2009,
                               0x2009, 0x2010, 0x205E, 0x20AC, 0x20AC, 0x2190, 0x21FF, 0x2206, 0x2206,
                               0x2212, 0x2212, 0x2248, 0x2265, 0x25A0, 0x25CF, 0x2713, 0x2717, 0};
constexpr float large_letters = 24;
constexpr ImWchar digits[] = {0x30, 0x39, 0};

std::string first_that_exists(std::initializer_list<const char*> files) {
    for (const char* file : files)
        if (std::filesystem::exists(file)) return file;
    return {};
}

std::string regular_file() {
    return first_that_exists(
        {"/usr/share/fonts/opentype/inter/Inter-Regular.otf", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"});
}

std::string bold_file() {
    return first_that_exists(
        {"/usr/share/fonts/opentype/inter/Inter-SemiBold.otf", "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"});
}

/// The widest digit, in pixels, at this size: read-outs must not jitter while months pass.
float widest_digit(const std::string& file, float size) {
    ImFontAtlas atlas;
    const ImFont* font = atlas.AddFontFromFileTTF(file.c_str(), size, nullptr, digits);
    atlas.Build();
    float widest = 0;
    for (char digit = '0'; digit <= '9'; ++digit)
        widest = std::max(widest, font->GetCharAdvance(static_cast<ImWchar>(digit)));
    return widest;
}

ImFont* load(const std::string& file, float size) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    if (file.empty()) return atlas.AddFontDefault();
    ImFontConfig tabular;
    tabular.GlyphMinAdvanceX = widest_digit(file, size);
    tabular.GlyphMaxAdvanceX = tabular.GlyphMinAdvanceX;
    ImFont* font = atlas.AddFontFromFileTTF(file.c_str(), size, &tabular, digits);
    ImFontConfig merged;
    merged.MergeMode = true;
    if (size > large_letters) merged.OversampleH = 1;  // each pixel is small already, and the atlas stays in bounds
    atlas.AddFontFromFileTTF(file.c_str(), size, &merged, letters);
    return font;
}

}  // namespace

Fonts load_fonts(double scale) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    const auto size = [&](double points) { return static_cast<float>(points * scale); };
    const std::string regular = regular_file();
    const std::string bold = bold_file();
    Fonts fonts;
    fonts.body = load(regular, size(letter_pixels));
    fonts.small = load(regular, size(14.5));
    fonts.small_bold = load(bold, size(14.5));
    fonts.bold = load(bold, size(letter_pixels));
    fonts.title = load(bold, size(22));
    return fonts;
}

}  // namespace algemeente::viewer

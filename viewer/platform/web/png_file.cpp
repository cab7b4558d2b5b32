#include "output/result_file.h"
#include "text/error.h"
#include "viewer/platform/platform.h"

#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STBI_WRITE_NO_STDIO
#include <stb/stb_image_write.h>

namespace algemeente::viewer {

void write_png(const std::filesystem::path& file, const Image& image) {
    constexpr int channels = 4;
    std::string content;
    const auto take = [](void* into, void* bytes, int size) {
        static_cast<std::string*>(into)->append(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
    };
    if (stbi_write_png_to_func(take, &content, image.width, image.height, channels, image.pixels.data(),
                               image.width * channels) == 0)
        throw InputError(file.string() + ": there is no memory for a picture of that size");
    write_file(file, content);
}

}  // namespace algemeente::viewer

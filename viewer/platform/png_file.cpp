#include "text/error.h"
#include "viewer/platform/platform.h"

#include <png.h>

namespace algemeente::viewer {

void write_png(const std::filesystem::path& file, const Image& image) {
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    png.width = static_cast<png_uint_32>(image.width);
    png.height = static_cast<png_uint_32>(image.height);
    png.format = PNG_FORMAT_RGB;
    std::vector<std::uint8_t> rgb;
    rgb.reserve(image.pixels.size() / 4 * 3);
    for (std::size_t i = 0; i < image.pixels.size(); ++i)
        if (i % 4 != 3) rgb.push_back(image.pixels[i]);
    if (png_image_write_to_file(&png, file.c_str(), 0, rgb.data(), 0, nullptr) == 0)
        throw InputError(file.string() + ": cannot be written: " + png.message);
}

Image read_png(const std::filesystem::path& file) {
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_file(&png, file.c_str()) == 0)
        throw InputError(file.string() + ": cannot be read: " + png.message);
    png.format = PNG_FORMAT_RGBA;
    Image image{.width = static_cast<int>(png.width), .height = static_cast<int>(png.height)};
    image.pixels.resize(PNG_IMAGE_SIZE(png));
    png_image_finish_read(&png, nullptr, image.pixels.data(), 0, nullptr);
    return image;
}

}  // namespace algemeente::viewer

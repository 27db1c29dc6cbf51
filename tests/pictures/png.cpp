#include "png.h"

#include <algorithm>
#include <cstdlib>

#include <libdeflate.h>

// stb's own compressor makes files a third larger.
static unsigned char* deflate_for_stb(unsigned char* data, int bytes, int* out_bytes, int) {
    libdeflate_compressor* compressor = libdeflate_alloc_compressor(9);
    const std::size_t bound = libdeflate_zlib_compress_bound(compressor, static_cast<std::size_t>(bytes));
    auto* out = static_cast<unsigned char*>(std::malloc(bound));
    *out_bytes = static_cast<int>(libdeflate_zlib_compress(compressor, data, static_cast<std::size_t>(bytes), out, bound));
    libdeflate_free_compressor(compressor);
    return out;
}

#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STBIW_ZLIB_COMPRESS deflate_for_stb
#include <stb/stb_image.h>
#include <stb/stb_image_write.h>

namespace lesesaal::pictures {
namespace {

bool differs(const std::uint8_t* a, const std::uint8_t* b) {
    for (int i = 0; i < 3; ++i) {
        if (std::abs(int{a[i]} - int{b[i]}) > channel_difference_max) return true;
    }
    return false;
}

/// Far enough to see where on the page it is, too faint to be taken for a difference.
std::uint8_t faded(std::uint8_t channel) { return static_cast<std::uint8_t>(200 + channel / 5); }

}  // namespace

std::optional<Image> read_png(const std::string& path) {
    Image image;
    unsigned char* pixels = stbi_load(path.c_str(), &image.width, &image.height, nullptr, 4);
    if (!pixels) return std::nullopt;
    image.rgba.assign(pixels, pixels + static_cast<std::ptrdiff_t>(image.width) * image.height * 4);
    stbi_image_free(pixels);
    return image;
}

bool write_png(const std::string& path, const Image& image) {
    std::vector<std::uint8_t> rgb;
    rgb.reserve(image.rgba.size() / 4 * 3);
    for (std::size_t at = 0; at + 4 <= image.rgba.size(); at += 4) rgb.insert(rgb.end(), &image.rgba[at], &image.rgba[at] + 3);
    stbi_write_force_png_filter = 0;  // flat areas and text pack best as they are
    return stbi_write_png(path.c_str(), image.width, image.height, 3, rgb.data(), image.width * 3) != 0;
}

std::size_t count_differences(const Image& a, const Image& b) {
    std::size_t count = 0;
    for (std::size_t at = 0; at + 4 <= std::min(a.rgba.size(), b.rgba.size()); at += 4) count += differs(&a.rgba[at], &b.rgba[at]) ? 1 : 0;
    return count;
}

Image difference_of(const Image& expected, const Image& actual) {
    const int width = std::max(expected.width, actual.width);
    const int height = std::max(expected.height, actual.height);
    Image made{.width = width * 3, .height = height};
    made.rgba.assign(static_cast<std::size_t>(made.width) * static_cast<std::size_t>(height) * 4, 255);
    const auto pixel = [](const Image& image, int x, int y) -> const std::uint8_t* {
        if (x >= image.width || y >= image.height) return nullptr;
        return &image.rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)) * 4];
    };
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const std::uint8_t* before = pixel(expected, x, y);
            const std::uint8_t* after = pixel(actual, x, y);
            std::uint8_t* row = &made.rgba[static_cast<std::size_t>(y) * static_cast<std::size_t>(made.width) * 4];
            for (std::size_t i = 0; i < 3; ++i) {
                if (before) row[static_cast<std::size_t>(x) * 4 + i] = before[i];
                if (after) row[static_cast<std::size_t>(width + x) * 4 + i] = after[i];
                const bool is_same = before && after && !differs(before, after);
                const std::uint8_t red = i == 0 ? 220 : 0;
                row[static_cast<std::size_t>(2 * width + x) * 4 + i] = is_same ? faded(after[i]) : red;
            }
        }
    }
    return made;
}

}  // namespace lesesaal::pictures

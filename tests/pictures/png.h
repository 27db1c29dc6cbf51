#pragma once
// Pictures in memory and as PNG files.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lesesaal::pictures {

/// RGBA, rows from the top.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;
};

/// Returns: none for a file that is not there or no PNG.
[[nodiscard]] std::optional<Image> read_png(const std::string& path);
/// Opaque: alpha is not kept. Returns: whether it was written.
[[nodiscard]] bool write_png(const std::string& path, const Image& image);

/// What is told apart: renderings of one font by compilers that round differently differ by less.
constexpr int channel_difference_max = 6;
/// One in so many pixels may differ by more.
constexpr int pixels_per_difference = 20'000;

/// Returns: the pixels of which a channel differs by more than channel_difference_max. Requires: the same size.
[[nodiscard]] std::size_t count_differences(const Image& a, const Image& b);
/// Side by side: `expected`, `actual`, and where they differ.
[[nodiscard]] Image difference_of(const Image& expected, const Image& actual);

}  // namespace lesesaal::pictures

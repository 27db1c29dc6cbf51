#include "ui/passage.h"

#include <algorithm>
#include <cinttypes>
#include <cstdio>
#include <optional>
#include <string>

namespace lesesaal::ui {
namespace {

constexpr std::string_view soft_hyphen = "\u00AD";

/// Bytes of `text`, soft hyphens left out, that `units` of UTF-16 take. A unit inside of a character counts as its begin.
std::size_t bytes_of_units(std::string_view text, std::size_t units) {
    std::size_t bytes = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (text.substr(at).starts_with(soft_hyphen)) {
            at += soft_hyphen.size();
            continue;
        }
        const auto first = static_cast<unsigned char>(text[at]);
        const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        // What takes four bytes in UTF-8 takes two units in UTF-16, all else one.
        const std::size_t taken = length == 4 ? 2 : 1;
        if (units < taken) break;
        units -= taken;
        bytes += length;
        at += length;
    }
    return bytes;
}

std::optional<std::size_t> place_of(const scene::Tree& tree, std::span<const TextRun> runs, std::uint64_t id, std::size_t units) {
    const auto run = std::ranges::find(runs, scene::NodeId{id}, &TextRun::node);
    const scene::Node* node = tree.find(scene::NodeId{id});
    if (run == runs.end() || !node) return std::nullopt;
    return run->begin + bytes_of_units(node->text, units);
}

}  // namespace

app::PassageSelected to_passage(const scene::Tree& tree, std::span<const TextRun> runs, std::string_view value) {
    const std::string text(value);
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    std::size_t first_units = 0;
    std::size_t last_units = 0;
    app::PassageSelected passage{};
    const int read = std::sscanf(text.c_str(), "%" SCNu64 " %zu %" SCNu64 " %zu %f %f %f %f", &first, &first_units, &last, &last_units,
                                 &passage.x_px, &passage.y_px, &passage.width_px, &passage.height_px);
    if (read != 8) return {};
    const auto begin = place_of(tree, runs, first, first_units);
    const auto end = place_of(tree, runs, last, last_units);
    if (!begin || !end || *begin >= *end) return {};
    passage.range = {*begin, *end};
    return passage;
}

}  // namespace lesesaal::ui

#include "ui/theme.h"

namespace lesesaal::ui {
namespace {

const Theme light{
    .is_dark = false,
    .ground = {0xF7F6F3},
    .panel = {0xFFFFFF},
    .rail = {0xF1EFEA},
    .ink = {0x1C1B19},
    .ink_soft = {0x5B5852},
    .ink_faint = {0x6B675F},
    .line = {0xE2DED6},
    .accent = {0x0B5C73},
    .star = {0xA34A07},
    .selected = {0xE8F1F3},
    .hit = {0xFCE7A8},
    .saved = {0x3F9A5B},
    .field = {0x86817A},
    .warning = {0xA34A07},
    .stack = {{{0x0B5C73}, {0xB4532A}, {0x4F7A3A}, {0x6B5BA6}, {0xA23B6B}, {0x86817A}}},
};

const Theme dark{
    .is_dark = true,
    .ground = {0x15171A},
    .panel = {0x1B1E22},
    .rail = {0x17191D},
    .ink = {0xECEAE5},
    .ink_soft = {0xB1ADA4},
    .ink_faint = {0x9A948A},
    .line = {0x2C3036},
    .accent = {0x6CC3D9},
    .star = {0xF0A94A},
    .selected = {0x20303A},
    .hit = {0x5A4A12},
    .saved = {0x3F9A5B},
    .field = {0x7C7A75},
    .warning = {0xF0A94A},
    .stack = {{{0x6CC3D9}, {0xE59A6F}, {0x9CC77F}, {0xA99BE0}, {0xE58AB5}, {0x7C7A75}}},
};

std::string css_colour(Colour colour) {
    std::string text = "#000000";
    for (std::size_t i = 0; i < 6; ++i) text[6 - i] = "0123456789abcdef"[colour.rgb >> (4 * i) & 15];
    return text;
}

}  // namespace

const Theme& theme_of(bool is_dark) { return is_dark ? dark : light; }

std::vector<std::pair<std::string, std::string>> css_tokens(const Theme& theme) {
    return {
        {"--ground", css_colour(theme.ground)},       {"--panel", css_colour(theme.panel)},
        {"--rail", css_colour(theme.rail)},           {"--ink", css_colour(theme.ink)},
        {"--ink-soft", css_colour(theme.ink_soft)},   {"--ink-faint", css_colour(theme.ink_faint)},
        {"--line", css_colour(theme.line)},           {"--accent", css_colour(theme.accent)},
        {"--star", css_colour(theme.star)},           {"--selected", css_colour(theme.selected)},
        {"--hit", css_colour(theme.hit)},             {"--saved", css_colour(theme.saved)},
        {"--field", css_colour(theme.field)},         {"--warning", css_colour(theme.warning)},
    };
}

}  // namespace lesesaal::ui

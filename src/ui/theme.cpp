#include "ui/theme.h"

namespace lesesaal::ui {
namespace {

constexpr Theme light{
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
    .saved = {0x2F8A4C},
    .field = {0x827D76},
    .focus = {0x0A6FA8},
    .warning = {0xA34A07},
    .danger = {0xA32A1E},
    .silhouette = {0xE2DED6},
    .marks = {{{0xFBE38E}, {0xCDEBC4}, {0xBFDAF8}, {0xFAD3E3}}},
    .stack = {{{0x0B5C73}, {0xC7660F}, {0x4B4B00}, {0x6679C8}, {0x95264F}, {0x86817A}}},
};

constexpr Theme dark{
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
    .hit = {0x4B3D0F},
    .saved = {0x3F9A5B},
    .field = {0x7C7A75},
    .focus = {0x8AD4FF},
    .warning = {0xF0A94A},
    .danger = {0xF28B7D},
    .silhouette = {0x2C3036},
    .marks = {{{0x473C0E}, {0x1F4A2E}, {0x1E3F63}, {0x5B2A43}}},
    .stack = {{{0x6CC3D9}, {0xF9CBA2}, {0xA19F21}, {0x8A91E1}, {0xFE8895}, {0x7C7A75}}},
};

constexpr Theme sepia{
    .is_dark = false,
    .ground = {0xF5EEDF},
    .panel = {0xFBF6EA},
    .rail = {0xEEE5D3},
    .ink = {0x33291C},
    .ink_soft = {0x5F503B},
    .ink_faint = {0x67583F},
    .line = {0xDFD2BA},
    .accent = {0x1D5B5E},
    .star = {0x8F4109},
    .selected = {0xE3E6D6},
    .hit = {0xF6DC93},
    .saved = {0x3A7B45},
    .field = {0x80725C},
    .focus = {0x0B6A86},
    .warning = {0x8F4109},
    .danger = {0x96271A},
    .silhouette = {0xDFD2BA},
    .marks = {{{0xF4DA86}, {0xD3E2B4}, {0xCBDDE4}, {0xF0CFCF}}},
    .stack = {{{0x1D5B5E}, {0x673B1E}, {0x616501}, {0x60348B}, {0xAC59A2}, {0x80725C}}},
};

constexpr Theme contrast_light{
    .is_dark = false,
    .ground = {0xFFFFFF},
    .panel = {0xFFFFFF},
    .rail = {0xFFFFFF},
    .ink = {0x000000},
    .ink_soft = {0x262626},
    .ink_faint = {0x404040},
    .line = {0x6B6B6B},
    .accent = {0x003D7A},
    .star = {0x702C00},
    .selected = {0xEAF2FF},
    .hit = {0xFFE45C},
    .saved = {0x005A26},
    .field = {0x404040},
    .focus = {0xB0009B},
    .warning = {0x702C00},
    .danger = {0x8A0008},
    .silhouette = {0xD2D2D2},
    .marks = {{{0xFFE45C}, {0xB5F0B0}, {0xBFE0FF}, {0xFFC9E4}}},
    .stack = {{{0x003D7A}, {0x862904}, {0x377C18}, {0x4F5297}, {0x6B3349}, {0x6B6B6B}}},
};

constexpr Theme contrast_dark{
    .is_dark = true,
    .ground = {0x000000},
    .panel = {0x000000},
    .rail = {0x000000},
    .ink = {0xFFFFFF},
    .ink_soft = {0xE6E6E6},
    .ink_faint = {0xCFCFCF},
    .line = {0x8A8A8A},
    .accent = {0x5CD0FF},
    .star = {0xFFC24D},
    .selected = {0x0B2140},
    .hit = {0x3D3100},
    .saved = {0x57D17F},
    .field = {0xCFCFCF},
    .focus = {0xFFE600},
    .warning = {0xFFC24D},
    .danger = {0xFF9E94},
    .silhouette = {0x3A3A3A},
    .marks = {{{0x3D3100}, {0x003814}, {0x003163}, {0x4A0030}}},
    .stack = {{{0x5CD0FF}, {0xE79038}, {0xE4E56C}, {0x8499F6}, {0xEFACB1}, {0x949494}}},
};

std::string css_colour(Colour colour) {
    std::string text = "#000000";
    for (std::size_t i = 0; i < 6; ++i) text[6 - i] = "0123456789abcdef"[colour.rgb >> (4 * i) & 15];
    return text;
}

}  // namespace

const Theme& theme_of(ThemeId id) {
    switch (id) {
        case ThemeId::light: return light;
        case ThemeId::dark: return dark;
        case ThemeId::sepia: return sepia;
        case ThemeId::contrast_light: return contrast_light;
        case ThemeId::contrast_dark: return contrast_dark;
    }
    return light;
}

ThemeId theme_for(app::ThemeChoice choice, const SystemLook& system) {
    const ThemeId contrast = system.is_dark ? ThemeId::contrast_dark : ThemeId::contrast_light;
    switch (choice) {
        case app::ThemeChoice::automatic:
            if (system.wants_contrast) return contrast;
            return system.is_dark ? ThemeId::dark : ThemeId::light;
        case app::ThemeChoice::light: return ThemeId::light;
        case app::ThemeChoice::dark: return ThemeId::dark;
        case app::ThemeChoice::sepia: return ThemeId::sepia;
        case app::ThemeChoice::contrast: return contrast;
    }
    return ThemeId::light;
}

std::vector<std::pair<std::string, std::string>> css_tokens(const Theme& theme) {
    std::vector<std::pair<std::string, std::string>> tokens{
        {"color-scheme", theme.is_dark ? "dark" : "light"},
        {"--ground", css_colour(theme.ground)},
        {"--panel", css_colour(theme.panel)},
        {"--rail", css_colour(theme.rail)},
        {"--ink", css_colour(theme.ink)},
        {"--ink-soft", css_colour(theme.ink_soft)},
        {"--ink-faint", css_colour(theme.ink_faint)},
        {"--line", css_colour(theme.line)},
        {"--accent", css_colour(theme.accent)},
        {"--star", css_colour(theme.star)},
        {"--selected", css_colour(theme.selected)},
        {"--hit", css_colour(theme.hit)},
        {"--saved", css_colour(theme.saved)},
        {"--field", css_colour(theme.field)},
        {"--focus", css_colour(theme.focus)},
        {"--warning", css_colour(theme.warning)},
        {"--danger", css_colour(theme.danger)},
    };
    constexpr std::array marks{"--mark-yellow", "--mark-green", "--mark-blue", "--mark-pink"};
    for (std::size_t i = 0; i < marks.size(); ++i) tokens.emplace_back(marks[i], css_colour(theme.marks[i]));
    for (std::size_t i = 0; i < theme.stack.size(); ++i) {
        tokens.emplace_back("--stack-" + std::to_string(i + 1), css_colour(theme.stack[i]));
    }
    return tokens;
}

}  // namespace lesesaal::ui

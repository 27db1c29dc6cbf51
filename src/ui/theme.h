#pragma once
// The design system: colours, type and measures. The one place that names them; the DOM gets them as CSS variables.

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "app/settings.h"

namespace lesesaal::ui {

/// 0xRRGGBB.
struct Colour {
    std::uint32_t rgb = 0;
    /// RGBA bytes in memory order, as vertices want them. `alpha` 0 to 255.
    [[nodiscard]] std::uint32_t packed(std::uint32_t alpha = 255) const {
        return (rgb >> 16 & 255) | (rgb & 0xFF00) | (rgb & 255) << 16 | alpha << 24;
    }
};

struct Theme {
    bool is_dark = false;
    // Surfaces: ground, panel, rail and selected. Text on them: the inks, accent, star, warning and danger, with 4.5:1, in
    // the contrast themes 7:1; on `hit` ink, ink_soft and accent have 4.5:1.
    Colour ground, panel, rail, ink, ink_soft, ink_faint, line, accent, star, selected, hit, saved;
    Colour field;    // the edge of a control: 3:1 on every surface (WCAG 1.4.11), in the contrast themes 4.5:1
    Colour focus;    // the ring around what has the focus: likewise
    Colour warning;  // text of the storage chip when nothing is kept
    Colour danger;   // text of what takes something away
    Colour silhouette;  // what lies behind the result in the timeline: fainter than any bar, and never alone in what it says
    /// Behind the words of highlights, in the order of notebook::Colour: text on them as on `hit`.
    std::array<Colour, 4> marks;
    /// Topic colours, then the rest. Bars on every surface like `field`; told apart by colour-blind readers
    /// (tests/unit/ui/theme_test.cpp), and never the only sign.
    std::array<Colour, 6> stack;
};

enum class ThemeId : std::uint8_t { light, dark, sepia, contrast_light, contrast_dark };

/// What the reader's system asks of a page.
struct SystemLook {
    bool is_dark = false;
    bool wants_contrast = false;
};

[[nodiscard]] const Theme& theme_of(ThemeId id);

/// `automatic` follows the system in both; high contrast is light or dark as the system is.
[[nodiscard]] ThemeId theme_for(app::ThemeChoice choice, const SystemLook& system);

/// {"--ground", "#f7f6f3"}, … for web/*.css; and "color-scheme", for what the browser draws itself.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> css_tokens(const Theme& theme);

/// CSS px.
namespace measure {
inline constexpr float header = 52;
inline constexpr float timeline = 104;
inline constexpr float rail = 232;
inline constexpr float list = 392;
inline constexpr float list_medium = 320;
inline constexpr float bar = 40;
inline constexpr float touch_target = 44;
inline constexpr float facet_row = 26;
inline constexpr float section_heading = 26;
inline constexpr float section_gap = 14;
inline constexpr float row_padding_x = 16;
inline constexpr float row_padding_y = 12;
inline constexpr float row_indent = 28;  // headlines align past the marks
inline constexpr float field_radius = 8;
inline constexpr float box_radius = 4;
inline constexpr float chip_radius = 99;
inline constexpr float wide_from = 1024;    // three panes
inline constexpr float medium_from = 640;   // two panes
}  // namespace measure

/// Font sizes in CSS px.
namespace type {
inline constexpr float brand = 16;
inline constexpr float body = 14;
inline constexpr float label = 13;
inline constexpr float small = 12;
inline constexpr float section = 11.5F;
inline constexpr float headline = 15;
inline constexpr float headline_line = 20;
inline constexpr float snippet_line = 19;
}  // namespace type

}  // namespace lesesaal::ui

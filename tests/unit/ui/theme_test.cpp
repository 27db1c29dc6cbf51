#include <doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>
#include <string>

#include "ui/theme.h"

using namespace lesesaal;
using namespace lesesaal::ui;

namespace {

using Linear = std::array<double, 3>;  // sRGB without its transfer curve, 0 to 1

Linear linear(Colour colour) {
    const auto channel = [&](int shift) {
        const double value = (colour.rgb >> shift & 255) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return {channel(16), channel(8), channel(0)};
}

/// WCAG 2.2.
double contrast(Colour a, Colour b) {
    const auto luminance = [](const Linear& c) { return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]; };
    const double first = luminance(linear(a));
    const double second = luminance(linear(b));
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

using Matrix = std::array<Linear, 3>;

/// Full protanopia, deuteranopia and tritanopia after Machado, Oliveira and Fernandes (2009), on linear sRGB.
struct Sight {
    const char* name;
    Matrix matrix;
};
constexpr std::array sights{
    Sight{"full", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    Sight{"protanopia", {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    Sight{"deuteranopia", {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    Sight{"tritanopia", {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
};

Linear times(const Matrix& matrix, const Linear& c) {
    Linear result{};
    for (std::size_t row = 0; row < 3; ++row) result[row] = matrix[row][0] * c[0] + matrix[row][1] * c[1] + matrix[row][2] * c[2];
    return result;
}

/// Oklab (Ottosson, 2020): equal distances look about equally different; 0.02 is just noticeable side by side.
Linear oklab(const Linear& c) {
    constexpr Matrix to_cones{
        {{0.4122214708, 0.5363325363, 0.0514459929}, {0.2119034982, 0.6806995451, 0.1073969566}, {0.0883024619, 0.2817188376, 0.6299787005}}};
    constexpr Matrix to_lab{
        {{0.2104542553, 0.7936177850, -0.0040720468}, {1.9779984951, -2.4285922050, 0.4505937099}, {0.0259040371, 0.7827717662, -0.8086757660}}};
    Linear cones = times(to_cones, c);
    for (double& cone : cones) cone = std::cbrt(cone);
    return times(to_lab, cones);
}

double seen_distance(Colour a, Colour b, const Sight& sight) {
    const auto seen = [&](Colour colour) {
        Linear c = times(sight.matrix, linear(colour));
        for (double& channel : c) channel = std::clamp(channel, 0.0, 1.0);
        return oklab(c);
    };
    const Linear first = seen(a);
    const Linear second = seen(b);
    return std::hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

struct Named {
    const char* name;
    ThemeId id;
    double text;   // the least contrast of text
    double edges;  // of control edges, the focus and bars
};
constexpr std::array themes{
    Named{"light", ThemeId::light, 4.5, 3},
    Named{"dark", ThemeId::dark, 4.5, 3},
    Named{"sepia", ThemeId::sepia, 4.5, 3},
    Named{"contrast_light", ThemeId::contrast_light, 7, 4.5},
    Named{"contrast_dark", ThemeId::contrast_dark, 7, 4.5},
};

struct Token {
    const char* name;
    Colour colour;
};
std::array<Token, 4> surfaces(const Theme& theme) {
    return {{{"ground", theme.ground}, {"panel", theme.panel}, {"rail", theme.rail}, {"selected", theme.selected}}};
}

}  // namespace

TEST_CASE("theme: text has 4.5:1 on every surface, and 7:1 in the contrast themes") {
    for (const Named& named : themes) {
        const Theme& theme = theme_of(named.id);
        const std::array<Token, 7> texts{{{"ink", theme.ink},
                                          {"ink_soft", theme.ink_soft},
                                          {"ink_faint", theme.ink_faint},
                                          {"accent", theme.accent},
                                          {"star", theme.star},
                                          {"warning", theme.warning},
                                          {"danger", theme.danger}}};
        for (const Token& surface : surfaces(theme)) {
            for (const Token& text : texts) {
                CAPTURE(named.name);
                CAPTURE(surface.name);
                CAPTURE(text.name);
                CHECK(contrast(text.colour, surface.colour) >= named.text);
            }
        }
    }
}

TEST_CASE("theme: what a search has marked is still read, in headlines, excerpts and kickers, and the mark is seen") {
    for (const Named& named : themes) {
        const Theme& theme = theme_of(named.id);
        CAPTURE(named.name);
        CHECK(contrast(theme.ink, theme.hit) >= named.text);
        CHECK(contrast(theme.ink_soft, theme.hit) >= named.text);
        CHECK(contrast(theme.accent, theme.hit) >= named.text);
        for (const Token& surface : surfaces(theme)) {
            CAPTURE(surface.name);
            CHECK(seen_distance(theme.hit, surface.colour, sights[0]) >= 0.05);
        }
    }
}

TEST_CASE("theme: highlighted words are still read, and the highlight is seen and told from the other colours") {
    for (const Named& named : themes) {
        const Theme& theme = theme_of(named.id);
        CAPTURE(named.name);
        for (std::size_t i = 0; i < theme.marks.size(); ++i) {
            CAPTURE(i);
            for (const Colour text : {theme.ink, theme.ink_soft, theme.accent}) CHECK(contrast(text, theme.marks[i]) >= named.text);
            for (const Token& surface : surfaces(theme)) {
                CAPTURE(surface.name);
                CHECK(seen_distance(theme.marks[i], surface.colour, sights[0]) >= 0.04);
            }
            for (std::size_t other = 0; other < i; ++other) CHECK(seen_distance(theme.marks[i], theme.marks[other], sights[0]) >= 0.05);
        }
    }
}

TEST_CASE("theme: edges of controls, the focus and the bars have 3:1 on every surface, and 4.5:1 in the contrast themes") {
    for (const Named& named : themes) {
        const Theme& theme = theme_of(named.id);
        for (const Token& surface : surfaces(theme)) {
            CAPTURE(named.name);
            CAPTURE(surface.name);
            CHECK(contrast(theme.field, surface.colour) >= named.edges);
            CHECK(contrast(theme.focus, surface.colour) >= named.edges);
            CHECK(contrast(theme.accent, surface.colour) >= named.edges);
            CHECK(contrast(theme.saved, surface.colour) >= 3);
            for (const Colour bar : theme.stack) {
                CAPTURE(bar.rgb);
                CHECK(contrast(bar, surface.colour) >= named.edges);
            }
        }
        CHECK(contrast(theme.panel, theme.accent) >= named.text);  // text on a filled control
        for (const Colour bar : theme.stack) CHECK(contrast(bar, theme.silhouette) >= 1.8);
    }
}

TEST_CASE("theme: readers with any colour vision tell the topic colours apart") {
    for (const Named& named : themes) {
        const Theme& theme = theme_of(named.id);
        for (const Sight& sight : sights) {
            double least = std::numeric_limits<double>::infinity();
            for (std::size_t i = 0; i < theme.stack.size(); ++i) {
                for (std::size_t j = 0; j < i; ++j) least = std::min(least, seen_distance(theme.stack[i], theme.stack[j], sight));
            }
            CAPTURE(named.name);
            CAPTURE(sight.name);
            CHECK(least >= 0.07);
        }
    }
}

TEST_CASE("theme: the check of colour vision convicts red and green of one lightness") {
    const Colour red{0xB4532A};
    const Colour green{0x4F7A3A};
    CHECK(seen_distance(red, green, sights[0]) > 0.12);
    CHECK(seen_distance(red, green, sights[2]) < 0.07);
}

TEST_CASE("theme: automatic follows the system, a choice does not, and high contrast is as dark as the system") {
    using app::ThemeChoice;
    const SystemLook plain{};
    const SystemLook dark{.is_dark = true};
    const SystemLook stark{.wants_contrast = true};
    const SystemLook dark_stark{.is_dark = true, .wants_contrast = true};
    CHECK(theme_for(ThemeChoice::automatic, plain) == ThemeId::light);
    CHECK(theme_for(ThemeChoice::automatic, dark) == ThemeId::dark);
    CHECK(theme_for(ThemeChoice::automatic, stark) == ThemeId::contrast_light);
    CHECK(theme_for(ThemeChoice::automatic, dark_stark) == ThemeId::contrast_dark);
    for (const SystemLook& system : {plain, dark, stark, dark_stark}) {
        CHECK(theme_for(ThemeChoice::light, system) == ThemeId::light);
        CHECK(theme_for(ThemeChoice::dark, system) == ThemeId::dark);
        CHECK(theme_for(ThemeChoice::sepia, system) == ThemeId::sepia);
    }
    CHECK(theme_for(ThemeChoice::contrast, plain) == ThemeId::contrast_light);
    CHECK(theme_for(ThemeChoice::contrast, dark) == ThemeId::contrast_dark);
}

TEST_CASE("theme: the page gets every colour once, and what it needs to draw its own controls alike") {
    for (const Named& named : themes) {
        const Theme& theme = theme_of(named.id);
        const auto tokens = css_tokens(theme);
        std::set<std::string> names;
        for (const auto& [name, value] : tokens) {
            CAPTURE(name);
            CHECK(names.insert(name).second);
            if (name != "color-scheme") CHECK(value.size() == 7);
        }
        CHECK(names.contains("--focus"));
        CHECK(names.contains("--stack-6"));
        CHECK(tokens.size() == 17 + theme.marks.size() + theme.stack.size());
        CHECK(tokens.front().second == (theme.is_dark ? "dark" : "light"));
    }
}

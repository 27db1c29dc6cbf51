#pragma once
// How the reader wants the room: kept in the notebook, one operation per setting that was changed.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "query/filter.h"

namespace lesesaal::app {

enum class Language : std::uint8_t { de, en };
enum class LanguageChoice : std::uint8_t { automatic, de, en };
enum class ThemeChoice : std::uint8_t { automatic, light, dark, sepia, contrast };
enum class TextFace : std::uint8_t { serif, sans, legible };
enum class Density : std::uint8_t { comfortable, compact };
enum class LetterKeys : std::uint8_t { on, off };  // WCAG 2.1.4
enum class ViewChoice : std::uint8_t { canvas, html };

struct Settings {
    LanguageChoice language = LanguageChoice::automatic;
    ThemeChoice theme = ThemeChoice::automatic;
    Density density = Density::comfortable;
    LetterKeys letter_keys = LetterKeys::on;
    ViewChoice view = ViewChoice::canvas;
    query::Facet stack = query::Facet::topic;  // what the timeline's bars are made of: topic or place
    query::Order order = query::Order::automatic;
    TextFace text_face = TextFace::serif;
    int text_percent = 100;  // text_percent_min to text_percent_max
    int text_width = 66;     // characters in a line, text_width_min to text_width_max
    int text_leading = 161;  // line height in percent of the size, text_leading_min to text_leading_max
    int rail_px = 232;       // widths of the panes, rail_px_min to rail_px_max and so on
    int list_px = 392;

    bool operator==(const Settings&) const = default;
};

constexpr int text_percent_min = 80, text_percent_max = 200, text_percent_step = 10;
constexpr int text_width_min = 45, text_width_max = 90, text_width_step = 5;
constexpr int text_leading_min = 130, text_leading_max = 220, text_leading_step = 10;
constexpr int rail_px_min = 180, rail_px_max = 380;
constexpr int list_px_min = 280, list_px_max = 640;

/// The names under which the notebook keeps them, e.g. "theme"; the values are words or decimal numbers.
[[nodiscard]] std::string setting_value(const Settings& settings, std::string_view name);
/// Returns: false for an unknown name or a value out of range; `settings` is then as before.
[[nodiscard]] bool set_setting(Settings& settings, std::string_view name, std::string_view value);

/// The value so many steps on: a number stops at its bounds, a choice begins again.
[[nodiscard]] std::string stepped_setting(const Settings& settings, std::string_view name, int by);

/// `system`: a BCP 47 tag such as "en-GB"; anything that is not English is German, the language of the first readers.
[[nodiscard]] Language effective_language(LanguageChoice choice, std::string_view system);

}  // namespace lesesaal::app

#include "app/settings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

namespace lesesaal::app {
namespace {

using namespace std::string_view_literals;

constexpr std::array languages{"automatic"sv, "de"sv, "en"sv};
constexpr std::array themes{"automatic"sv, "light"sv, "dark"sv, "sepia"sv, "contrast"sv};
constexpr std::array densities{"comfortable"sv, "compact"sv};
constexpr std::array switches{"on"sv, "off"sv};
constexpr std::array views{"canvas"sv, "html"sv};
constexpr std::array stacks{"topic"sv, "place"sv};
constexpr std::array orders{"automatic"sv, "relevance"sv, "newest"sv, "oldest"sv, "reading_time"sv};
constexpr std::array faces{"serif"sv, "sans"sv, "legible"sv};

struct Range {
    int min, max, step;
};

/// One setting as words or as a number.
struct Field {
    std::string_view name;
    std::span<const std::string_view> words;
    Range range{};
    int (*read)(const Settings&) = nullptr;
    void (*write)(Settings&, int) = nullptr;
};

template <auto Member> int read_as_int(const Settings& settings) { return static_cast<int>(settings.*Member); }
template <auto Member> void write_as_int(Settings& settings, int value) {
    using Value = std::remove_reference_t<decltype(settings.*Member)>;
    settings.*Member = static_cast<Value>(value);
}
template <auto Member> constexpr Field choice(std::string_view name, std::span<const std::string_view> words) {
    return {name, words, {0, static_cast<int>(words.size()) - 1, 1}, read_as_int<Member>, write_as_int<Member>};
}
template <auto Member> constexpr Field number(std::string_view name, Range range) {
    return {name, {}, range, read_as_int<Member>, write_as_int<Member>};
}

constexpr std::array fields{
    choice<&Settings::language>("language", languages),
    choice<&Settings::theme>("theme", themes),
    choice<&Settings::density>("density", densities),
    choice<&Settings::letter_keys>("letter_keys", switches),
    choice<&Settings::view>("view", views),
    choice<&Settings::stack>("stack", stacks),
    choice<&Settings::order>("order", orders),
    choice<&Settings::text_face>("text_face", faces),
    number<&Settings::text_percent>("text_percent", {text_percent_min, text_percent_max, text_percent_step}),
    number<&Settings::text_width>("text_width", {text_width_min, text_width_max, text_width_step}),
    number<&Settings::text_leading>("text_leading", {text_leading_min, text_leading_max, text_leading_step}),
    number<&Settings::rail_px>("rail_px", {rail_px_min, rail_px_max, 16}),
    number<&Settings::list_px>("list_px", {list_px_min, list_px_max, 16}),
};

const Field* find_field(std::string_view name) {
    const auto at = std::ranges::find(fields, name, &Field::name);
    return at == fields.end() ? nullptr : &*at;
}

std::optional<int> parse(const Field& field, std::string_view value) {
    if (!field.words.empty()) {
        const auto at = std::ranges::find(field.words, value);
        if (at == field.words.end()) return std::nullopt;
        return static_cast<int>(at - field.words.begin());
    }
    int number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    const bool is_number = error == std::errc{} && end == value.data() + value.size();
    if (!is_number || number < field.range.min || number > field.range.max) return std::nullopt;
    return number;
}

std::string spell(const Field& field, int value) {
    return field.words.empty() ? std::to_string(value) : std::string(field.words[static_cast<std::size_t>(value)]);
}

}  // namespace

std::string setting_value(const Settings& settings, std::string_view name) {
    const Field* field = find_field(name);
    return field ? spell(*field, field->read(settings)) : std::string{};
}

bool set_setting(Settings& settings, std::string_view name, std::string_view value) {
    const Field* field = find_field(name);
    const auto parsed = field ? parse(*field, value) : std::nullopt;
    if (parsed) field->write(settings, *parsed);
    return parsed.has_value();
}

std::string stepped_setting(const Settings& settings, std::string_view name, int by) {
    const Field* field = find_field(name);
    if (!field) return {};
    const int now = field->read(settings);
    if (field->words.empty()) {
        return spell(*field, std::clamp(now + by * field->range.step, field->range.min, field->range.max));
    }
    const int count = static_cast<int>(field->words.size());
    return spell(*field, ((now + by) % count + count) % count);
}

Language effective_language(LanguageChoice choice, std::string_view system) {
    switch (choice) {
        case LanguageChoice::de: return Language::de;
        case LanguageChoice::en: return Language::en;
        case LanguageChoice::automatic: break;
    }
    return system.starts_with("en") ? Language::en : Language::de;
}

}  // namespace lesesaal::app

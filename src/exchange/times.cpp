#include "exchange/times.h"

namespace lesesaal::exchange {
namespace {

constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
constexpr std::int64_t time_ms_max = 253'402'300'799'999;  // 9999-12-31T23:59:59.999Z

std::string digits(std::int64_t number, std::size_t count) {
    std::string text = std::to_string(number);
    text.insert(0, text.size() < count ? count - text.size() : 0, '0');
    return text;
}

/// Takes as many digits as asked off the front of `text`.
std::optional<std::int64_t> take_digits(std::string_view& text, std::size_t count) {
    if (text.size() < count) return std::nullopt;
    std::int64_t number = 0;
    for (const char c : text.substr(0, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    text.remove_prefix(count);
    return number;
}

bool take(std::string_view& text, char sign) {
    if (!text.starts_with(sign)) return false;
    text.remove_prefix(1);
    return true;
}

/// ".789", or of any other number of digits; 0 when there is none.
std::int64_t take_fraction_ms(std::string_view& text) {
    std::int64_t ms = 0;
    if (!take(text, '.')) return ms;
    std::int64_t worth = 100;
    while (const auto digit = take_digits(text, 1)) {
        ms += *digit * worth;
        worth /= 10;
    }
    return ms;
}

/// "Z", "+02:00", or nothing, which is taken for UTC.
std::optional<std::int64_t> take_offset_ms(std::string_view& text) {
    if (text.empty() || take(text, 'Z') || take(text, 'z')) return 0;
    const bool is_west = text.starts_with('-');
    if (!take(text, '+') && !take(text, '-')) return std::nullopt;
    const auto hours = take_digits(text, 2);
    (void)take(text, ':');
    const auto minutes = take_digits(text, 2);
    if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
    const std::int64_t offset_ms = (*hours * 60 + *minutes) * 60'000;
    return is_west ? -offset_ms : offset_ms;
}

}  // namespace

base::Date day_of(std::int64_t ms) {
    if (ms < 0 || ms > time_ms_max) ms = 0;
    return base::from_days(static_cast<std::int32_t>(ms / day_ms));
}

std::string iso_time(std::int64_t ms) {
    if (ms < 0 || ms > time_ms_max) ms = 0;
    const std::int64_t in_day = ms % day_ms;
    std::string text = base::to_iso(day_of(ms)) + "T" + digits(in_day / 3'600'000, 2) + ":" + digits(in_day / 60'000 % 60, 2) +
                       ":" + digits(in_day / 1000 % 60, 2);
    if (in_day % 1000 != 0) text += "." + digits(in_day % 1000, 3);
    return text + "Z";
}

std::optional<std::int64_t> read_iso_time(std::string_view text) {
    const auto day = base::from_iso(text.substr(0, 10));
    if (!day) return std::nullopt;
    std::int64_t ms = base::to_days(*day) * day_ms;
    text.remove_prefix(10);
    if (!text.empty()) {
        if (!take(text, 'T') && !take(text, 't') && !take(text, ' ')) return std::nullopt;
        const auto hours = take_digits(text, 2);
        const bool has_minutes = take(text, ':');
        const auto minutes = take_digits(text, 2);
        if (!hours || !has_minutes || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
        const auto seconds = take(text, ':') ? take_digits(text, 2) : std::optional<std::int64_t>(0);
        if (!seconds || *seconds > 60) return std::nullopt;
        ms += (*hours * 60 + *minutes) * 60'000 + *seconds * 1000 + take_fraction_ms(text);
        const auto offset_ms = take_offset_ms(text);
        if (!offset_ms || !text.empty()) return std::nullopt;
        ms -= *offset_ms;
    }
    if (ms < 0) return std::nullopt;
    return ms;
}

}  // namespace lesesaal::exchange

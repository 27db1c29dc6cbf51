#include <array>

#include "app/update.h"

namespace lesesaal::app {
namespace {

struct Numbers {
    std::array<int, 3> values{};
    std::array<int, 3> widths{};
    std::size_t count = 0;
    char separator = 0;
    bool is_clean = true;
};

Numbers read_numbers(std::string_view text) {
    Numbers numbers;
    std::size_t i = 0;
    while (i < text.size()) {
        int value = 0;
        int width = 0;
        for (; i < text.size() && text[i] >= '0' && text[i] <= '9' && width < 5; ++i, ++width) value = value * 10 + (text[i] - '0');
        if (width == 0 || numbers.count == 3) return {.is_clean = false};
        numbers.values[numbers.count] = value;
        numbers.widths[numbers.count] = width;
        ++numbers.count;
        if (i == text.size()) return numbers;
        const char separator = text[i];
        if ((separator != '.' && separator != '-') || (numbers.separator && numbers.separator != separator)) {
            return {.is_clean = false};
        }
        numbers.separator = separator;
        ++i;
        while (i < text.size() && text[i] == ' ') ++i;
        if (i == text.size()) return {.is_clean = false};  // "08.10." is not finished
    }
    return numbers;
}

std::optional<base::Date> month_of(int year, int month, DateSide side) {
    if (month < 1 || month > 12) return std::nullopt;
    return base::make_date(year, month, side == DateSide::first ? 1 : base::days_in_month(year, month));
}

}  // namespace

std::optional<base::Date> parse_date_field(std::string_view text, DateSide side) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    Numbers numbers = read_numbers(text);
    if (!numbers.is_clean || numbers.count == 0) return std::nullopt;
    auto& [a, b, c] = numbers.values;
    const auto& widths = numbers.widths;
    if (numbers.count == 1) {
        if (widths[0] != 4) return std::nullopt;
        return side == DateSide::first ? base::make_date(a, 1, 1) : base::make_date(a, 12, 31);
    }
    if (numbers.count == 2) {
        if (widths[0] == 4) return month_of(a, b, side);
        return widths[1] == 4 ? month_of(b, a, side) : std::nullopt;
    }
    if (numbers.separator == '-') return widths[0] == 4 ? base::make_date(a, b, c) : std::nullopt;
    if (widths[2] == 2) c += 2000;
    else if (widths[2] != 4) return std::nullopt;
    return base::make_date(c, b, a);
}

}  // namespace lesesaal::app

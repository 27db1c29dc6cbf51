#pragma once
// German spellings that stand for one another.

#include <string>
#include <string_view>

namespace lesesaal::text {

/// "ae", "oe" and "ue" become "ä", "ö" and "ü", as Snowball's algorithm german2 has it: not in "qu", and not where u stands
/// between two vowels ("neue", "Mauer"). `folded`: as by letters.h, so "ß" is "ss" already. In place; never gets longer.
void to_umlauts(std::string& folded);

/// "a", "o", "u" for "ä", "ö", "ü".
[[nodiscard]] std::string without_umlauts(std::string_view folded);

}  // namespace lesesaal::text

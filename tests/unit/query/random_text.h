#pragma once
// Texts that a search box never saw, made of what its language is made of.

#include <array>
#include <random>
#include <string>

namespace lesesaal::query {

inline std::string random_query(std::mt19937& random) {
    static constexpr std::array pieces{
        "a",      "Haushalt", "über",   "16:30",   "--x",     "C++",          "ODER",   "OR",     "NAHE",   "NAHE/3",        "NEAR/70",    "-",
        "(",      ")",        "\"",     "„",       "“",       "titel:",       "text:",  "notiz:", "lead:",  "thema:",        "Quelle:",    "ort:x",
        "datum:", "2025",     "2025-9", "-09-01",  "..",      "1.9.2025",     "heute",  "let",    "letzte", "letzte-7-tage", "ist:",       "gelesen",
        "hat:",   "notiz",    "*",      "§",       "\xff",    "\xe2\x80",     "\x01",   "'",      ":",      "https://x.y",   "datum:2024", "-(",
        " ",      " ",        "  ",     " ODER ",  " NAHE ",  "titel:(",      "🙂",     "ab*",    "\"a b\"", "«c d»",        "ist:gel",    "thema:\"x y\""};
    std::uniform_int_distribution<std::size_t> which(0, pieces.size() - 1);
    std::uniform_int_distribution<int> length(0, random() % 8 == 0 ? 80 : 14);
    std::string text;
    for (int left = length(random); left > 0; --left) {
        text += pieces[which(random)];
        if (random() % 2 == 0) text += ' ';
    }
    return text;
}

}  // namespace lesesaal::query

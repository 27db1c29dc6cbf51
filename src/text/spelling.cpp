#include "text/spelling.h"

#include <cstddef>

namespace lesesaal::text {
namespace {

constexpr char umlaut_lead = '\xc3';
constexpr char a_umlaut = '\xa4';
constexpr char o_umlaut = '\xb6';
constexpr char u_umlaut = '\xbc';

bool is_umlaut(char lead, char trail) {
    return lead == umlaut_lead && (trail == a_umlaut || trail == o_umlaut || trail == u_umlaut);
}

/// Whether a vowel ends before `at`.
bool is_vowel_before(std::string_view word, std::size_t at) {
    if (at == 0) return false;
    const char last = word[at - 1];
    if (std::string_view("aeiouy").find(last) != std::string_view::npos) return true;
    return at > 1 && is_umlaut(word[at - 2], last);
}

bool is_vowel_at(std::string_view word, std::size_t at) {
    if (at >= word.size()) return false;
    if (std::string_view("aeiouy").find(word[at]) != std::string_view::npos) return true;
    return at + 1 < word.size() && is_umlaut(word[at], word[at + 1]);
}

}  // namespace

void to_umlauts(std::string& folded) {
    if (folded.find('e') == std::string::npos) return;
    // Which u are consonants is seen in the word as it was, from left to right; such a u is no vowel to what follows it.
    std::string marked = folded;
    for (std::size_t at = 1; at + 1 < marked.size(); ++at) {
        const bool can_be = marked[at] == 'u' || marked[at] == 'y';
        if (can_be && is_vowel_before(marked, at) && is_vowel_at(marked, at + 1)) marked[at] = marked[at] == 'u' ? 'U' : 'Y';
    }
    std::size_t end = 0;
    for (std::size_t at = 0; at < marked.size(); ++at) {
        const char c = marked[at];
        const bool is_before_e = at + 1 < marked.size() && marked[at + 1] == 'e';
        if (c == 'q' && at + 1 < marked.size() && marked[at + 1] == 'u') {
            folded[end++] = 'q';
            folded[end++] = 'u';
            ++at;
        } else if (is_before_e && (c == 'a' || c == 'o' || c == 'u')) {
            folded[end++] = umlaut_lead;
            folded[end++] = c == 'a' ? a_umlaut : c == 'o' ? o_umlaut : u_umlaut;
            ++at;
        } else {
            folded[end++] = c == 'U' ? 'u' : c == 'Y' ? 'y' : c;
        }
    }
    folded.resize(end);
}

std::string without_umlauts(std::string_view folded) {
    std::string plain;
    plain.reserve(folded.size());
    for (std::size_t at = 0; at < folded.size(); ++at) {
        if (at + 1 < folded.size() && is_umlaut(folded[at], folded[at + 1])) {
            const char trail = folded[++at];
            plain += trail == a_umlaut ? 'a' : trail == o_umlaut ? 'o' : 'u';
        } else {
            plain += folded[at];
        }
    }
    return plain;
}

}  // namespace lesesaal::text

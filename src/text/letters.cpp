#include "text/letters.h"

#include "text/utf8.h"

namespace lesesaal::text {
namespace {

// One character for each code point from `first` on: its base letter, a sign for two of them (see `pair_of`), or "." for a
// letter that stays as it is.
struct Table {
    char32_t first;
    std::string_view letters;
};

constexpr Table tables[] = {
    {0xC0,
     "aaaa1a4ceeeeiiiidnoooo2.ouuu3y76aaaa1a4ceeeeiiiidnoooo2.ouuu3y7yaaaaaaccccccccddddeeeeeeeeeegggg"
     "gggghhhhiiiiiiiiii88jjkkkllllllllllnnnnnnnnnoooooo55rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"},
    {0x180,
     "................................oo.............uu...................999000+++aaiioouuuuuuuuuu.aa"
     "aa44..ggkkoooo..j999gg..nnaa44ooaaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............"
     "................"},
    {0x1E00,
     "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr"
     "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyas..6.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
     "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......"},
};

std::string_view pair_of(char sign) {
    switch (sign) {
    case '1': return "ä";
    case '2': return "ö";
    case '3': return "ü";
    case '4': return "ae";
    case '5': return "oe";
    case '6': return "ss";
    case '7': return "th";
    case '8': return "ij";
    case '9': return "dz";
    case '0': return "lj";
    case '+': return "nj";
    default: return {};
    }
}

struct Range {
    char32_t first;
    char32_t last;
};

// Punctuation, symbols and what is private; unassigned code points count as letters. Sorted.
constexpr Range separators[] = {
    {0x00, 0x2f},       {0x3a, 0x40},       {0x5b, 0x60},       {0x7b, 0xa9},       {0xab, 0xb1},
    {0xb4, 0xb4},       {0xb6, 0xb8},       {0xbb, 0xbb},       {0xbf, 0xbf},       {0xd7, 0xd7},
    {0xf7, 0xf7},       {0x2c2, 0x2c5},     {0x2d2, 0x2df},     {0x37e, 0x37e},     {0x387, 0x387},
    {0x482, 0x482},     {0x589, 0x58a},     {0x5be, 0x5be},     {0x60c, 0x60d},     {0x61b, 0x61f},
    {0x66a, 0x66d},     {0x6d4, 0x6d4},     {0x964, 0x965},     {0xe3f, 0xe3f},     {0x10fb, 0x10fb},
    {0x1680, 0x1680},   {0x2000, 0x206f},   {0x207a, 0x207e},   {0x208a, 0x208e},   {0x20a0, 0x20cf},
    {0x2100, 0x2101},   {0x2103, 0x2106},   {0x2108, 0x2109},   {0x2114, 0x2114},   {0x2116, 0x2118},
    {0x211e, 0x2123},   {0x2190, 0x2bff},   {0x2e00, 0x2e7f},   {0x3000, 0x3004},   {0x3008, 0x3020},
    {0x3030, 0x3030},   {0x30fb, 0x30fb},   {0xd800, 0xf8ff},   {0xfe10, 0xfe1f},   {0xfe30, 0xfe6f},
    {0xff01, 0xff0f},   {0xff1a, 0xff20},   {0xff3b, 0xff40},   {0xff5b, 0xff65},   {0xffe0, 0xffff},
    {0x1f000, 0x1faff}, {0xe0000, 0x10ffff},
};

bool is_invisible(char32_t c) {
    return c == 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x2060 && c <= 0x2064) || (c >= 0xfe00 && c <= 0xfe0f) || c == 0xfeff;
}

bool is_separator(char32_t c) {
    for (const Range& range : separators) {
        if (c <= range.last) return c >= range.first;
    }
    return true;
}

constexpr char32_t diaeresis = 0x308;

/// Puts dots on the a, o or u that `folded` ends with.
void add_diaeresis(std::string& folded) {
    if (folded.empty()) return;
    const char letter = folded.back();
    const std::string_view dotted = letter == 'a' ? "ä" : letter == 'o' ? "ö" : letter == 'u' ? "ü" : "";
    if (dotted.empty()) return;
    folded.pop_back();
    folded += dotted;
}

char32_t lower_greek(char32_t c) {
    if (c == 0x386) return 0x3b1;
    if (c >= 0x388 && c <= 0x38a) return c == 0x388 ? 0x3b5 : c == 0x389 ? 0x3b7 : 0x3b9;
    if (c == 0x38c) return 0x3bf;
    if (c == 0x38e) return 0x3c5;
    if (c == 0x38f) return 0x3c9;
    if (c >= 0x391 && c <= 0x3ab) c += 0x20;
    switch (c) {
    case 0x390: case 0x3af: case 0x3ca: return 0x3b9;
    case 0x3b0: case 0x3cb: case 0x3cd: return 0x3c5;
    case 0x3ac: return 0x3b1;
    case 0x3ad: return 0x3b5;
    case 0x3ae: return 0x3b7;
    case 0x3c2: return 0x3c3;  // the sigma at the end of a word
    case 0x3cc: return 0x3bf;
    case 0x3ce: return 0x3c9;
    default: return c;
    }
}

char32_t lower_cyrillic(char32_t c) {
    if (c == 0x419 || c == 0x439) return 0x438;                 // short i
    if (c == 0x401 || c == 0x451 || c == 0x400 || c == 0x450) return 0x435;
    if (c == 0x407 || c == 0x457) return 0x456;
    if (c >= 0x400 && c <= 0x40f) return c + 0x50;
    if (c >= 0x410 && c <= 0x42f) return c + 0x20;
    const bool is_pair = (c >= 0x460 && c <= 0x481) || (c >= 0x48a && c <= 0x4bf) || (c >= 0x4d0 && c <= 0x52f);
    if (is_pair) return c | 1U;
    if (c >= 0x4c1 && c <= 0x4ce) return c % 2 == 1 ? c + 1 : c;
    return c;
}

}  // namespace

CharacterKind kind_of(char32_t c) {
    if (c < 0x80) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return is_letter ? CharacterKind::letter : CharacterKind::separator;
    }
    if (c >= 0x300 && c <= 0x36f) return CharacterKind::mark;
    if (is_invisible(c)) return CharacterKind::invisible;
    return is_separator(c) ? CharacterKind::separator : CharacterKind::letter;
}

void append_folded(std::string& folded, char32_t c) {
    if (c < 0x80) {
        folded += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 0x20 : c);
        return;
    }
    if (c == diaeresis) {
        add_diaeresis(folded);
        return;
    }
    if ((c >= 0x300 && c <= 0x36f) || is_invisible(c)) return;
    for (const Table& table : tables) {
        if (c < table.first || c >= table.first + table.letters.size()) continue;
        const char letter = table.letters[c - table.first];
        if (letter == '.') break;
        if (const std::string_view pair = pair_of(letter); !pair.empty()) folded += pair;
        else folded += letter;
        return;
    }
    if (c >= 0x370 && c <= 0x3ff) c = lower_greek(c);
    else if (c >= 0x400 && c <= 0x52f) c = lower_cyrillic(c);
    append_utf8(folded, c);
}

std::string fold_letters(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        append_folded(folded, c.value);
        at += c.bytes;
    }
    return folded;
}

}  // namespace lesesaal::text

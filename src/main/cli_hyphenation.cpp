#include "main/cli_hyphenation.h"

#include <hyphen.h>
#include <libdeflate.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/check.h"
#include "main/embedded.h"

namespace lesesaal::cli {
namespace {

using Breaks = std::vector<std::uint32_t>;

/// The file in a gzip member of the program's own (RFC 1952: its last four bytes are the file's size).
std::string unpacked(std::string_view packed) {
    LESESAAL_CHECK(packed.size() > 18);
    std::size_t size = 0;
    for (std::size_t i = 1; i <= 4; ++i) size = size << 8 | static_cast<unsigned char>(packed[packed.size() - i]);
    std::string raw(size, '\0');
    const std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> decompressor{
        libdeflate_alloc_decompressor(), libdeflate_free_decompressor};
    LESESAAL_CHECK(libdeflate_gzip_decompress(decompressor.get(), packed.data(), packed.size(), raw.data(), raw.size(),
                                              nullptr) == LIBDEFLATE_SUCCESS);
    return raw;
}

using Dictionary = std::unique_ptr<HyphenDict, void (*)(HyphenDict*)>;

Dictionary load(std::string_view packed) {
    std::string patterns = unpacked(packed);
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file{::fmemopen(patterns.data(), patterns.size(), "r"), std::fclose};
    return {file ? hnj_hyphen_load_file(file.get()) : nullptr, hnj_hyphen_free};
}

/// What libhyphen allocates beside its answer: how the spelling of a word changes where it is broken.
struct Replacements {
    explicit Replacements(std::size_t word_bytes) : size(word_bytes) {}
    ~Replacements() {
        for (std::size_t i = 0; rep && i < size; ++i) std::free(rep[i]);
        std::free(rep);
        std::free(pos);
        std::free(cut);
    }
    Replacements(const Replacements&) = delete;
    Replacements& operator=(const Replacements&) = delete;

    std::size_t size;
    char** rep = nullptr;
    int* pos = nullptr;
    int* cut = nullptr;
};

/// The words of one language. A corpus has each of them many times, so the answers are kept.
class Patterns {
public:
    explicit Patterns(Dictionary dictionary) : dictionary_(std::move(dictionary)) {}

    const Breaks& breaks_of(const std::string& word) {
        if (known_.size() >= known_max) known_.clear();
        const auto [entry, is_new] = known_.try_emplace(word);
        if (is_new) entry->second = find(word);
        return entry->second;
    }

private:
    static constexpr std::size_t known_max = 200'000;
    static constexpr std::size_t word_bytes_max = 200;  // what is longer is no word of a language

    Breaks find(const std::string& word) const {
        if (word.size() > word_bytes_max) return {};
        std::vector<char> marks(word.size() + 5, '0');
        Replacements replacements{word.size()};
        const int code = hnj_hyphen_hyphenate3(dictionary_.get(), word.data(), static_cast<int>(word.size()), marks.data(),
                                               nullptr, &replacements.rep, &replacements.pos, &replacements.cut,
                                               static_cast<int>(text::letters_before_break_min),
                                               static_cast<int>(text::letters_after_break_min), 0, 0);
        if (code != 0) return {};
        Breaks breaks;
        std::size_t character = 0;  // marks stand by characters, an odd digit after the one where a break may be
        for (std::size_t at = 0; at < word.size(); ++at) {
            const bool begins_character = (static_cast<unsigned char>(word[at]) & 0xC0) != 0x80;
            if (at == 0 || !begins_character) continue;
            const char mark = marks[character];
            // A soft hyphen cannot change the spelling around it.
            const bool keeps_spelling = !replacements.rep || !replacements.rep[character];
            if (mark >= '0' && mark <= '9' && (mark - '0') % 2 == 1 && keeps_spelling)
                breaks.push_back(static_cast<std::uint32_t>(at));
            ++character;
        }
        return breaks;
    }

    Dictionary dictionary_;
    std::unordered_map<std::string, Breaks> known_;
};

/// True for the language itself and its regions: "de", "de-AT".
bool is_of(std::string_view tag, std::string_view language) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    if (tag.size() < language.size() || (tag.size() > language.size() && tag[language.size()] != '-')) return false;
    for (std::size_t i = 0; i < language.size(); ++i) {
        if (lower(tag[i]) != language[i]) return false;
    }
    return true;
}

struct Language {
    std::string_view tag;
    std::string_view packed;
    std::unique_ptr<Patterns> patterns;
};

}  // namespace

text::WordBreaker make_word_breaker() {
    auto languages = std::make_shared<std::vector<Language>>();
    languages->push_back({"de", embedded_german_patterns(), nullptr});
    languages->push_back({"en", embedded_english_patterns(), nullptr});
    return [languages](std::string_view word, std::string_view tag) -> Breaks {
        for (Language& language : *languages) {
            if (!is_of(tag, language.tag)) continue;
            if (!language.patterns) {
                Dictionary dictionary = load(language.packed);
                LESESAAL_CHECK(dictionary != nullptr);
                language.patterns = std::make_unique<Patterns>(std::move(dictionary));
            }
            return language.patterns->breaks_of(std::string(word));
        }
        return {};
    };
}

std::string hyphenation_notices() { return unpacked(embedded_hyphenation_notices()); }

}  // namespace lesesaal::cli

#pragma once
// Snowball's stems (snowballstem.org/algorithms), with German umlauts kept.

#include <memory>
#include <string_view>

struct SN_env;

namespace lesesaal::text {

enum class StemLanguage : unsigned char { german, english };

class Stemmer {
public:
    explicit Stemmer(StemLanguage language);
    ~Stemmer();
    Stemmer(Stemmer&&) noexcept;
    Stemmer& operator=(Stemmer&&) noexcept;

    /// `word`: folded (letters.h); a German one in umlauts (spelling.h). German: the stem of the algorithm german2, but that
    /// its last step does not turn "ä" into "a": Fall and Fälle, fordern and fördern stay apart. It is a begin of `word`.
    /// Words over stem_bytes_max, and everything when memory runs out, are returned as they are.
    /// Lifetime of what is returned: until the next call, and as long as `word`.
    [[nodiscard]] std::string_view stem(std::string_view word);

private:
    StemLanguage language_;
    SN_env* env_;
};

constexpr std::size_t stem_bytes_max = 128;

}  // namespace lesesaal::text

#include "text/stemmer.h"

#include <api.h>
#include <stem_UTF_8_english.h>
#include <stem_UTF_8_german.h>

#include <algorithm>
#include <utility>

namespace lesesaal::text {
namespace {

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

SN_env* make(StemLanguage language) {
    return language == StemLanguage::german ? german_UTF_8_create_env() : english_UTF_8_create_env();
}

void close(StemLanguage language, SN_env* env) {
    if (!env) return;
    if (language == StemLanguage::german) german_UTF_8_close_env(env);
    else english_UTF_8_close_env(env);
}

/// The first `characters` of a text.
std::string_view begin_of(std::string_view text, std::ptrdiff_t characters) {
    std::size_t end = 0;
    for (; end < text.size(); ++end) {
        if (begins_character(text[end]) && characters-- == 0) break;
    }
    return text.substr(0, end);
}

}  // namespace

Stemmer::Stemmer(StemLanguage language) : language_(language), env_(make(language)) {}
Stemmer::~Stemmer() { close(language_, env_); }
Stemmer::Stemmer(Stemmer&& other) noexcept : language_(other.language_), env_(std::exchange(other.env_, nullptr)) {}
Stemmer& Stemmer::operator=(Stemmer&& other) noexcept {
    std::swap(language_, other.language_);
    std::swap(env_, other.env_);
    return *this;
}

std::string_view Stemmer::stem(std::string_view word) {
    if (!env_ || word.size() > stem_bytes_max) return word;
    if (SN_set_current(env_, static_cast<int>(word.size()), reinterpret_cast<const symbol*>(word.data())) != 0) return word;
    const bool is_german = language_ == StemLanguage::german;
    if ((is_german ? german_UTF_8_stem(env_) : english_UTF_8_stem(env_)) < 0) return word;
    const std::string_view stem(reinterpret_cast<const char*>(env_->p), static_cast<std::size_t>(env_->l));
    if (!is_german) return stem;
    // The algorithm takes letters away at the end and changes others one by one, so that many letters of the word are left.
    return begin_of(word, std::count_if(stem.begin(), stem.end(), begins_character));
}

}  // namespace lesesaal::text

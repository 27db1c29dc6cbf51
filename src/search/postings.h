#pragma once
// In which articles a word stands, and how often in which part of them.
//
// A list is a row of entries by rising article: a varint (little-endian, seven bits a byte) of twice the step from the
// article before (from -1 at first) less 2, plus 1 when a byte with counts follows. Without it the word stands once in the
// body. The byte: bits 0-3 times in the body, 4-5 in the lead, 6-7 in the title; more than fit are counted as the greatest.

#include <cstdint>
#include <string>
#include <string_view>

namespace lesesaal::search {

/// How often a word stands in the parts of an article.
struct Counts {
    std::uint8_t title = 0;  // at most 3
    std::uint8_t lead = 0;   // at most 3
    std::uint8_t body = 0;   // at most 15

    /// Adds up, without passing the greatest.
    void add(Counts other);
    bool operator==(const Counts&) const = default;
};

/// Writes one list.
class PostingWriter {
public:
    /// Requires: article greater than the one before, some count.
    void add(std::uint32_t article, Counts counts);
    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    [[nodiscard]] std::uint32_t articles() const { return articles_; }

private:
    std::string bytes_;
    std::int64_t last_ = -1;
    std::uint32_t articles_ = 0;
};

/// Reads one list; of a damaged one what can be read.
class PostingReader {
public:
    explicit PostingReader(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

    /// Returns: false at the end.
    bool next() {
        std::uint64_t value = 0;
        int shift = 0;
        for (;; shift += 7) {
            if (at_ == end_ || shift > 35) return false;
            const auto byte = static_cast<unsigned char>(*at_++);
            value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
            if (byte < 0x80) break;
        }
        article_ += static_cast<std::int64_t>(value >> 1) + 1;
        packed_ = 1;
        if ((value & 1) != 0) {
            if (at_ == end_) return false;
            packed_ = static_cast<unsigned char>(*at_++);
        }
        return true;
    }
    [[nodiscard]] std::int64_t article() const { return article_; }
    [[nodiscard]] std::uint8_t packed() const { return packed_; }
    [[nodiscard]] Counts counts() const {
        return {static_cast<std::uint8_t>(packed_ >> 6), static_cast<std::uint8_t>(packed_ >> 4 & 3), static_cast<std::uint8_t>(packed_ & 15)};
    }

private:
    const char* at_;
    const char* end_;
    std::int64_t article_ = -1;
    std::uint8_t packed_ = 0;
};

}  // namespace lesesaal::search

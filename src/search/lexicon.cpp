#include "search/lexicon.h"

#include <algorithm>

#include "search/varint.h"
#include "text/utf8.h"

namespace lesesaal::search {
namespace {

constexpr unsigned has_parts = 1;
constexpr unsigned has_spelling = 2;
constexpr unsigned is_noun_flag = 4;
constexpr std::size_t long_number = 15;

std::unexpected<base::Error> damaged() {
    return base::fail(base::ErrorKind::bad_input, "the corpus database is damaged (its lexicon)");
}

/// The first byte, and what does not fit into it.
void append_lengths(std::string& bytes, std::size_t kept, std::size_t added) {
    bytes += static_cast<char>(std::min(kept, long_number) << 4 | std::min(added, long_number));
    if (kept >= long_number) append_varint(bytes, kept - long_number);
    if (added >= long_number) append_varint(bytes, added - long_number);
}

bool read_lengths(std::string_view bytes, std::size_t& at, std::uint64_t& kept, std::uint64_t& added) {
    if (at >= bytes.size()) return false;
    const auto first = static_cast<unsigned char>(bytes[at++]);
    kept = first >> 4;
    added = first & 15U;
    std::uint64_t more = 0;
    if (kept == long_number) {
        if (!read_varint(bytes, at, more)) return false;
        kept += more;
    }
    if (added == long_number) {
        if (!read_varint(bytes, at, more)) return false;
        added += more;
    }
    return kept + added <= lexicon_key_bytes_max && added <= bytes.size() - at;
}

}  // namespace

std::string LexiconEntry::written() const {
    if (!spelling.empty()) return spelling;
    std::string word = key;
    if (!is_noun || word.empty()) return word;
    if (word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 0x20);
    else if (word.size() > 1 && word[0] == '\xc3' && word[1] >= '\xa0') word[1] = static_cast<char>(word[1] - 0x20);
    return word;
}

void LexiconWriter::add(const LexiconEntry& entry) {
    std::size_t kept = 0;
    if (entries_++ % lexicon_anchor_step != 0) {
        const std::size_t max = std::min(last_key_.size(), entry.key.size());
        while (kept < max && last_key_[kept] == entry.key[kept]) ++kept;
    }
    append_lengths(bytes_, kept, entry.key.size() - kept);
    bytes_.append(entry.key, kept);
    const unsigned flags = (entry.parts.empty() ? 0 : has_parts) | (entry.spelling.empty() ? 0 : has_spelling) | (entry.is_noun ? is_noun_flag : 0);
    append_varint(bytes_, std::uint64_t{entry.articles} << 3 | flags);
    append_varint(bytes_, entry.postings_bytes);
    if (!entry.parts.empty()) {
        bytes_ += static_cast<char>(entry.parts.size());
        for (const text::CompoundPart& part : entry.parts) {
            bytes_ += static_cast<char>(part.begin);
            bytes_ += static_cast<char>(part.end);
        }
    }
    if (!entry.spelling.empty()) {
        append_varint(bytes_, entry.spelling.size());
        bytes_ += entry.spelling;
    }
    last_key_ = entry.key;
}

bool Lexicon::Cursor::next() {
    std::uint64_t kept = 0;
    std::uint64_t added = 0;
    if (!read_lengths(bytes_, at_, kept, added) || kept > entry_.key.size()) return false;
    entry_.key.resize(kept);
    entry_.key += bytes_.substr(at_, added);
    kept_ = kept;
    at_ += added;
    return read_numbers();
}

/// What stands after the key.
bool Lexicon::Cursor::read_numbers() {
    std::uint64_t articles = 0;
    std::uint64_t postings_bytes = 0;
    if (!read_varint(bytes_, at_, articles) || !read_varint(bytes_, at_, postings_bytes)) return false;
    flags_ = static_cast<unsigned>(articles & 7);
    entry_.articles = static_cast<std::uint32_t>(articles >> 3);
    entry_.is_noun = (flags_ & is_noun_flag) != 0;
    entry_.postings_at = postings_at_;
    entry_.postings_bytes = postings_bytes;
    postings_at_ += postings_bytes;
    details_at_ = at_;
    if ((flags_ & has_parts) != 0) {
        if (at_ >= bytes_.size()) return false;
        at_ += 1 + 2 * std::size_t{static_cast<unsigned char>(bytes_[at_])};
    }
    if ((flags_ & has_spelling) != 0) {
        std::uint64_t size = 0;
        if (!read_varint(bytes_, at_, size) || size > lexicon_key_bytes_max) return false;
        at_ += size;
    }
    return at_ <= bytes_.size();
}

void Lexicon::Cursor::read_details() {
    entry_.parts.clear();
    entry_.spelling.clear();
    std::size_t at = details_at_;
    if ((flags_ & has_parts) != 0) {
        const std::size_t count = static_cast<unsigned char>(bytes_[at++]);
        for (std::size_t i = 0; i < count; ++i, at += 2) {
            const text::CompoundPart part{static_cast<unsigned char>(bytes_[at]), static_cast<unsigned char>(bytes_[at + 1])};
            if (part.begin < part.end && part.end <= entry_.key.size()) entry_.parts.push_back(part);
        }
    }
    if ((flags_ & has_spelling) != 0) {
        std::uint64_t size = 0;
        if (read_varint(bytes_, at, size)) entry_.spelling = bytes_.substr(at, size);
    }
}

base::Result<Lexicon> Lexicon::open(std::string bytes, std::size_t postings_bytes) {
    Lexicon lexicon;
    lexicon.bytes_ = std::move(bytes);
    Cursor cursor = lexicon.begin();
    std::string last;
    Anchor next;
    while (next.at < lexicon.bytes_.size()) {
        if (!cursor.next() || lexicon.size() == lexicon_entries_max) return damaged();
        if (lexicon.size() % lexicon_anchor_step == 0) {
            if (cursor.kept_ != 0) return damaged();
            lexicon.anchors_.push_back(next);
        }
        const LexiconEntry& entry = cursor.entry();
        if (entry.key <= last || entry.postings_bytes > postings_bytes - next.postings_at) return damaged();
        lexicon.letters_.emplace_back(entry.key);
        last = entry.key;
        next = {cursor.at_, cursor.postings_at_};
    }
    if (next.postings_at != postings_bytes) return damaged();
    return lexicon;
}

Lexicon::Cursor Lexicon::lower_bound(std::string_view key) const {
    const auto key_at = [&](const Anchor& anchor) {
        Cursor cursor(bytes_, anchor.at, anchor.postings_at);
        cursor.next();
        return cursor.entry_.key;
    };
    const auto after = std::partition_point(anchors_.begin(), anchors_.end(), [&](const Anchor& anchor) { return key_at(anchor) < key; });
    if (after == anchors_.begin()) return begin();
    const Anchor& from = *(after - 1);
    Cursor cursor(bytes_, from.at, from.postings_at);
    for (;;) {
        Cursor before = cursor;
        if (!cursor.next()) return cursor;
        if (cursor.entry_.key >= key) return before;
    }
}

std::optional<LexiconEntry> Lexicon::find(std::string_view key) const {
    Cursor cursor = lower_bound(key);
    if (!cursor.next() || cursor.entry().key != key) return std::nullopt;
    cursor.read_details();
    return cursor.entry();
}

}  // namespace lesesaal::search

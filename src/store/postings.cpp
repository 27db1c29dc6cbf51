#include "store/postings.h"

#include <algorithm>
#include <string>

#include "store/ranking.h"

namespace lesesaal::store {
namespace {

using base::Result;

constexpr std::int64_t structure_record = 10;
constexpr int page_bits = 37;           // of a page's id, below the segment's
constexpr char main_index = '0';        // before every word; others are of prefix indexes, which we have none of
constexpr std::size_t page_header = 4;
constexpr unsigned char next_column = 1;

std::unexpected<base::Error> damaged() {
    return base::fail(base::ErrorKind::bad_input, "the corpus database is damaged (its text index)");
}

/// Reads bytes in turn; past their end everything is 0 and is_over.
class Bytes {
public:
    explicit Bytes(std::string_view bytes, std::size_t at = 0) : bytes_(bytes), at_(at) {}

    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] bool is_over() const { return is_over_; }
    [[nodiscard]] bool has_more() const { return at_ < bytes_.size(); }

    /// SQLite's: big-endian, seven bits a byte, all eight of a ninth.
    std::uint64_t varint() {
        std::uint64_t value = 0;
        for (int i = 0; i < 9; ++i) {
            const unsigned char byte = next();
            if (i == 8) return value << 8 | byte;
            value = value << 7 | (byte & 0x7fU);
            if (byte < 0x80) return value;
        }
        return value;
    }
    std::string_view take(std::uint64_t count) {
        if (count > bytes_.size() - at_) {
            is_over_ = true;
            return {};
        }
        at_ += count;
        return bytes_.substr(at_ - count, count);
    }

private:
    unsigned char next() {
        if (at_ < bytes_.size()) return static_cast<unsigned char>(bytes_[at_++]);
        is_over_ = true;
        return 0;
    }

    std::string_view bytes_;
    std::size_t at_;
    bool is_over_ = false;
};

std::size_t big_endian_16(std::string_view bytes, std::size_t at) {
    return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at])) << 8 | static_cast<unsigned char>(bytes[at + 1]);
}

std::uint32_t weighted_matches(std::string_view positions) {
    std::uint32_t sum = 0;
    std::uint32_t weight = column_weight(0);
    for (std::size_t i = 0; i < positions.size();) {
        if (static_cast<unsigned char>(positions[i]) == next_column) {
            Bytes column(positions, i + 1);
            weight = column_weight(static_cast<int>(column.varint() & 0xff));
            i = column.at();
            continue;
        }
        while (i < positions.size() && static_cast<unsigned char>(positions[i]) >= 0x80) ++i;
        ++i;
        sum += weight;
    }
    return sum;
}

/// Takes the leaf pages one after the other and adds up what stands under the words wanted.
class Walk {
public:
    enum class Step { go_on, done, damaged };

    Walk(std::string wanted, WordMatch match, Frequencies& frequencies)
        : wanted_(std::move(wanted)), match_(match), frequencies_(frequencies) {}

    Step take_page(std::string_view page) {
        if (page.size() < page_header) return Step::damaged;
        const std::size_t first_row = big_endian_16(page, 0);
        const std::size_t end = big_endian_16(page, 2);
        if (end < page_header || end > page.size() || !read_word_offsets(page, end)) return Step::damaged;
        const std::size_t words_begin = words_at_.empty() ? end : words_at_.front();
        if (is_wanted_ && !go_on_with_list(page.substr(0, words_begin), first_row)) return Step::damaged;
        for (std::size_t i = 0; i < words_at_.size(); ++i) {
            const std::size_t word_end = i + 1 < words_at_.size() ? words_at_[i + 1] : end;
            const Step step = take_word(page.substr(0, word_end), i);
            if (step != Step::go_on) return step;
        }
        return Step::go_on;
    }

private:
    bool read_word_offsets(std::string_view page, std::size_t end) {
        words_at_.clear();
        std::size_t at = 0;
        for (Bytes footer(page, end); footer.has_more();) {
            const std::uint64_t step = footer.varint();
            if (footer.is_over() || step == 0 || step > end - at) return false;
            at += step;
            if (at < page_header || at >= end) return false;
            words_at_.push_back(at);
        }
        return true;
    }

    /// The list of the last word of the page before: the rest of its last positions, then more rows.
    bool go_on_with_list(std::string_view list, std::size_t first_row) {
        if (first_row != 0 && (first_row < page_header || first_row > list.size())) return false;
        const std::size_t carried_end = first_row == 0 ? list.size() : first_row;
        const std::size_t taken = std::min(missing_, carried_end - page_header);
        carried_.append(list.substr(page_header, taken));
        missing_ -= taken;
        if (taken > 0 && missing_ == 0) frequencies_[row_] += weighted_matches(carried_);
        if (first_row == 0) return true;
        if (missing_ > 0) return false;
        is_row_whole_ = true;
        return take_rows(Bytes(list, first_row), list.size());
    }

    Step take_word(std::string_view upto, std::size_t index) {
        if (missing_ > 0) return Step::damaged;
        Bytes bytes(upto, words_at_[index]);
        const std::uint64_t kept = index == 0 ? 0 : bytes.varint();  // the first of a page is written out
        const std::string_view added = bytes.take(bytes.varint());
        if (bytes.is_over() || kept > word_.size()) return Step::damaged;
        word_.resize(kept);
        word_ += added;
        is_wanted_ = match_ == WordMatch::prefix ? word_.starts_with(wanted_) : word_ == wanted_;
        if (!is_wanted_) return word_ > wanted_ ? Step::done : Step::go_on;
        is_row_whole_ = true;
        return take_rows(bytes, upto.size()) ? Step::go_on : Step::damaged;
    }

    bool take_rows(Bytes bytes, std::size_t end) {
        while (bytes.has_more()) {
            const std::uint64_t step = bytes.varint();
            row_ = is_row_whole_ ? step : row_ + step;
            is_row_whole_ = false;
            const std::uint64_t size = bytes.varint();
            const bool is_deleted = (size & 1) != 0;  // of a corpus that was changed: not ours
            if (bytes.is_over() || is_deleted || row_ == 0 || row_ >= frequencies_.size() || size / 2 > UINT16_MAX * 64) return false;
            const std::size_t room = end - bytes.at();
            const std::size_t wanted = size / 2;
            if (wanted > room) {
                carried_ = bytes.take(room);
                missing_ = wanted - room;
            } else {
                frequencies_[row_] += weighted_matches(bytes.take(wanted));
            }
        }
        return true;
    }

    std::string wanted_;
    WordMatch match_;
    Frequencies& frequencies_;
    std::vector<std::size_t> words_at_;  // of the page
    std::string word_;                   // where the walk is, and so on
    bool is_wanted_ = false;
    bool is_row_whole_ = false;  // the next row is a number, not a step from the one before
    std::uint64_t row_ = 0;
    std::string carried_;  // positions that go on on the next page
    std::size_t missing_ = 0;
};

}  // namespace

std::optional<Postings::Segment> Postings::read_structure(std::string_view record) {
    constexpr std::size_t cookie = 4;
    constexpr std::string_view second_version("\xff\x00\x00\x01", 4);
    // A second version is of tables whose rows can be deleted without their text.
    if (record.substr(std::min(cookie, record.size())).starts_with(second_version)) return std::nullopt;
    Bytes bytes(record, std::min(cookie, record.size()));
    const std::uint64_t levels = bytes.varint();
    const std::uint64_t segments = bytes.varint();
    bytes.varint();  // writes so far
    if (bytes.is_over() || segments != 1) return std::nullopt;
    for (std::uint64_t level = 0; level < levels && !bytes.is_over(); ++level) {
        bytes.varint();  // being merged
        if (bytes.varint() == 0) continue;
        Segment segment;
        segment.id = static_cast<std::int64_t>(bytes.varint() & 0xffff);
        segment.first_page = static_cast<std::int64_t>(bytes.varint() & INT32_MAX);
        segment.last_page = static_cast<std::int64_t>(bytes.varint() & INT32_MAX);
        if (bytes.is_over()) return std::nullopt;
        return segment;
    }
    return std::nullopt;
}

Result<std::optional<Postings>> Postings::open(Connection& connection, std::size_t articles) {
    Statement structure = TRY(connection.prepare("SELECT block FROM article_text_data WHERE id = ?1"));
    structure.start().bind(1, structure_record);
    if (!TRY(structure.step())) return damaged();
    const auto segment = read_structure(structure.bytes(0));
    structure.start();
    if (!segment) return std::nullopt;
    Statement start = TRY(
        connection.prepare("SELECT pgno FROM article_text_idx WHERE segid = ?1 AND term <= ?2 ORDER BY term DESC LIMIT 1"));
    Statement pages = TRY(connection.prepare("SELECT block FROM article_text_data WHERE id BETWEEN ?1 AND ?2 ORDER BY id"));
    return Postings{{std::move(start), std::move(pages)}, *segment, articles};
}

Result<Frequencies> Postings::find(std::string_view word, WordMatch match) {
    const std::string wanted = main_index + std::string(word);
    std::int64_t page = segment_.first_page;
    Statement& start = statements_.start;
    start.start().bind(1, segment_.id).bind_bytes(2, wanted);
    if (TRY(start.step())) page = std::max(page, start.integer(0) >> 1);  // the lowest bit is FTS5's own
    start.start();

    Frequencies frequencies(articles_ + 1, 0);
    Walk walk(wanted, match, frequencies);
    Statement& pages = statements_.pages;
    const std::int64_t segment_begin = segment_.id << page_bits;
    pages.start().bind(1, segment_begin + page).bind(2, segment_begin + segment_.last_page);
    Walk::Step step = Walk::Step::go_on;
    while (step == Walk::Step::go_on && TRY(pages.step())) step = walk.take_page(pages.bytes(0));
    pages.start();
    if (step == Walk::Step::damaged) return damaged();
    return frequencies;
}

}  // namespace lesesaal::store

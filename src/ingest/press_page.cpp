#include "ingest/press_page.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "ingest/kicker.h"
#include "ingest/press_lines.h"
#include "ingest/uids.h"
#include "text/date_phrases.h"
#include "text/utf8.h"

namespace lesesaal::ingest {
namespace {

using base::ByteRange;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t headline_bytes_max = 1000;  // a longer line above a date mark is text
constexpr std::size_t no_line = static_cast<std::size_t>(-1);

// The lines of one article.
struct Segment {
    std::size_t heading = no_line;
    std::size_t body_begin = 0;
    std::size_t body_end = 0;
    bool has_date_mark = false;  // at the beginning of its first body line
};

corpus::DatePrecision to_corpus(text::DatePrecision precision) {
    switch (precision) {
    case text::DatePrecision::day: return corpus::DatePrecision::day;
    case text::DatePrecision::range: return corpus::DatePrecision::range;
    case text::DatePrecision::month: return corpus::DatePrecision::month;
    case text::DatePrecision::year: return corpus::DatePrecision::year;
    }
    return corpus::DatePrecision::day;
}

// Offset into `original` of what stands at `nfc_offset` in its composition.
std::size_t offset_before_nfc(std::string_view original, std::string_view nfc, std::size_t nfc_offset) {
    if (original == nfc) return nfc_offset;
    std::size_t composed_bytes = 0;
    std::size_t begin = 0;
    while (begin < original.size() && composed_bytes < nfc_offset) {
        // A letter with its combining marks; letters that compose with letters (Hangul) have no case and end no kicker.
        std::size_t end = begin + text::decode_at(original, begin).bytes;
        while (end < original.size()) {
            const text::CodePoint c = text::decode_at(original, end);
            const bool is_mark = c.value >= 0x300 && c.value < 0x370;
            if (!is_mark) break;
            end += c.bytes;
        }
        composed_bytes += text::to_nfc(original.substr(begin, end - begin)).size();
        begin = end;
    }
    return begin;
}

class PressPage {
public:
    PressPage(std::string_view bytes, const ImportOptions& options) : bytes_(bytes), options_(options) {}

    Import read();

private:
    [[nodiscard]] std::string_view line(std::size_t index) const { return at(lines_[index]); }
    [[nodiscard]] std::string_view at(ByteRange range) const { return bytes_.substr(range.begin, range.size()); }
    [[nodiscard]] std::string kept(ByteRange range) const { return text::to_nfc(at(range)); }

    [[nodiscard]] std::vector<Segment> find_segments() const;
    [[nodiscard]] bool is_heading_of_date_line(std::size_t index, std::size_t after) const;
    [[nodiscard]] bool is_heading_in_body(const Segment& segment, std::size_t index) const;
    [[nodiscard]] bool is_teaser(const Segment& segment, bool is_first) const;
    [[nodiscard]] std::string reason_to_ignore(const Segment& segment, bool is_only_one) const;
    [[nodiscard]] KickerEvidence collect_evidence(const std::vector<Segment>& segments, std::size_t heading) const;

    void read_segment(const Segment& segment, bool is_teaser, const std::vector<Segment>& segments);
    void read_heading(std::size_t index, const std::vector<Segment>* evidence_from);
    void read_body(const Segment& segment, bool is_teaser);
    ByteRange read_date_mark(ByteRange range);
    void read_paragraph(ByteRange range, bool is_teaser);
    void derive_date();
    void name_sources();
    void ignore(ByteRange range, std::string reason);

    void add_piece(PieceKind kind, ByteRange range);
    void add_blank_up_to(std::size_t end);
    void warn(std::size_t offset, std::string message) { import_.warnings.push_back({offset, std::move(message)}); }
    corpus::Article& article() { return import_.articles.back(); }

    std::string_view bytes_;
    const ImportOptions& options_;
    std::vector<ByteRange> lines_;
    std::vector<ByteRange> paragraphs_;  // of the article being read
    std::vector<std::size_t> offsets_;   // where each article begins
    std::size_t covered_ = 0;            // pieces cover the bytes before it
    Import import_;
};

void PressPage::add_blank_up_to(std::size_t end) {
    if (covered_ < end) import_.pieces.push_back({PieceKind::blank, {covered_, end}, -1});
    covered_ = std::max(covered_, end);
}

void PressPage::add_piece(PieceKind kind, ByteRange range) {
    if (range.is_empty()) return;
    add_blank_up_to(range.begin);
    const bool has_article = kind != PieceKind::byte_order_mark && kind != PieceKind::ignored;
    const auto index = static_cast<std::int32_t>(import_.articles.size()) - 1;
    import_.pieces.push_back({kind, range, has_article ? index : -1});
    covered_ = range.end;
}

void PressPage::ignore(ByteRange range, std::string reason) {
    warn(range.begin, std::move(reason));
    add_piece(PieceKind::ignored, range);
}

bool PressPage::is_heading_of_date_line(std::size_t index, std::size_t after) const {
    if (index == 0 || index - 1 < after) return false;
    const std::string_view above = line(index - 1);
    return above.size() <= headline_bytes_max && !find_date_mark(above) && find_more_mark(above) == above.size();
}

std::vector<Segment> PressPage::find_segments() const {
    std::vector<Segment> segments;
    std::size_t after = 0;  // lines before it are taken
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (!find_date_mark(line(i))) continue;
        const bool has_heading = is_heading_of_date_line(i, after);
        const std::size_t begin = has_heading ? i - 1 : i;
        if (!segments.empty()) segments.back().body_end = begin;
        else if (begin > 0) segments.push_back({.heading = 0, .body_begin = 1, .body_end = begin});
        segments.push_back({has_heading ? i - 1 : no_line, i, lines_.size(), true});
        after = i + 1;
    }
    if (segments.empty() && !lines_.empty()) segments.push_back({.heading = 0, .body_begin = 1, .body_end = lines_.size()});
    return segments;
}

// A teaser has one line or ends with "mehr..."; the page's first article may be a full one with a date mark.
bool PressPage::is_teaser(const Segment& segment, bool is_first) const {
    if (!segment.has_date_mark) return false;
    if (!is_first || segment.body_end - segment.body_begin < 2) return true;
    for (std::size_t i = segment.body_begin; i < segment.body_end; ++i) {
        if (find_more_mark(line(i)) != line(i).size()) return true;
    }
    return false;
}

// Empty for a segment that is an article.
std::string PressPage::reason_to_ignore(const Segment& segment, bool is_only_one) const {
    if (!segment.has_date_mark) {
        if (segment.body_begin < segment.body_end || is_only_one) return "";
        return "This line stands alone above the teasers and is neither an article nor a headline; it is ignored.";
    }
    if (segment.heading != no_line) return "";
    for (std::size_t i = segment.body_begin; i < segment.body_end; ++i) {
        const std::size_t begin = i == segment.body_begin ? find_date_mark(line(i))->size : 0;
        const std::size_t end = find_more_mark(line(i));
        if (begin < end && !text::trimmed(line(i), {begin, end}).is_empty()) return "";
    }
    return "This date mark has neither a headline above nor a text behind it; it is ignored.";
}

KickerEvidence PressPage::collect_evidence(const std::vector<Segment>& segments, std::size_t heading) const {
    KickerEvidence evidence;
    if (options_.vocabulary != nullptr) evidence.add_vocabulary(*options_.vocabulary);
    for (const Segment& segment : segments) {
        if (segment.heading == heading || segment.heading == no_line) continue;
        const std::string teaser = kept(lines_[segment.heading]);
        evidence.add_kicker(std::string_view(teaser).substr(0, split_joined_kicker(teaser).kicker_end));
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (line(i) != line(heading)) evidence.add_text(line(i));
    }
    return evidence;
}

void PressPage::read_heading(std::size_t index, const std::vector<Segment>* evidence_from) {
    const ByteRange range = lines_[index];
    const std::string heading = kept(range);
    const KickerSplit split = evidence_from != nullptr ? split_heading_line(heading, collect_evidence(*evidence_from, index))
                                                       : split_joined_kicker(heading);
    article().kicker = heading.substr(0, split.kicker_end);
    article().headline = heading.substr(split.headline_begin);
    const std::size_t kicker_end = range.begin + offset_before_nfc(at(range), heading, split.kicker_end);
    const std::size_t headline_begin = range.begin + offset_before_nfc(at(range), heading, split.headline_begin);
    add_piece(PieceKind::kicker, {range.begin, kicker_end});
    add_piece(PieceKind::separator, {kicker_end, headline_begin});
    add_piece(PieceKind::headline, {headline_begin, range.end});
}

// Reads the mark and gives back the rest of the line.
ByteRange PressPage::read_date_mark(ByteRange range) {
    const auto mark = find_date_mark(at(range));
    if (!mark) return range;
    const std::size_t mark_end = range.begin + mark->size;
    const ByteRange rest = text::trimmed(bytes_, {mark_end, range.end});
    add_piece(PieceKind::date_mark, {range.begin, rest.is_empty() ? mark_end : rest.begin});
    if (mark->date) {
        article().date = corpus::ArticleDate{*mark->date, *mark->date, corpus::DatePrecision::day, false, {}};
    } else {
        warn(range.begin, "There is no such day as " + std::string(at({range.begin, mark_end})) +
                              "; the article has no date. Correct the date mark to import it with one.");
    }
    return rest;
}

void PressPage::read_paragraph(ByteRange range, bool is_teaser) {
    const std::size_t more = is_teaser ? range.begin + find_more_mark(at(range)) : range.end;
    const ByteRange text_range = text::trimmed(bytes_, {range.begin, more});
    if (!text_range.is_empty()) {
        article().sections.back().paragraphs.push_back(kept(text_range));
        paragraphs_.push_back(text_range);
        add_piece(PieceKind::paragraph, text_range);
    }
    if (more < range.end) add_piece(PieceKind::more_mark, {text_range.is_empty() ? range.begin : text_range.end, range.end});
}

bool PressPage::is_heading_in_body(const Segment& segment, std::size_t index) const {
    const bool is_between = index > segment.body_begin && index + 1 < segment.body_end;
    return is_between && looks_like_heading(line(index)) && !looks_like_heading(line(index + 1));
}

void PressPage::read_body(const Segment& segment, bool is_teaser) {
    article().sections.emplace_back();
    for (std::size_t i = segment.body_begin; i < segment.body_end; ++i) {
        if (!is_teaser && is_heading_in_body(segment, i)) {
            if (article().sections.back().paragraphs.empty() && article().sections.back().heading.empty())
                article().sections.pop_back();
            article().sections.push_back({kept(lines_[i]), {}});
            add_piece(PieceKind::heading, lines_[i]);
            continue;
        }
        const bool has_mark = segment.has_date_mark && i == segment.body_begin;
        read_paragraph(has_mark ? read_date_mark(lines_[i]) : lines_[i], is_teaser);
    }
    if (article().sections.back().paragraphs.empty() && article().sections.back().heading.empty())
        article().sections.pop_back();
}

void PressPage::derive_date() {
    std::optional<corpus::ArticleDate> best;
    for (const ByteRange paragraph : paragraphs_) {
        for (const text::DatePhrase& phrase : text::find_date_phrases(at(paragraph))) {
            const corpus::DatePrecision precision = to_corpus(phrase.precision);
            const bool is_coarse = precision == corpus::DatePrecision::month || precision == corpus::DatePrecision::year;
            const bool is_finer =
                best && precision == corpus::DatePrecision::month && best->precision == corpus::DatePrecision::year;
            if (is_coarse && best && !is_finer) continue;
            best = {phrase.first,
                    phrase.last,
                    precision,
                    true,
                    {paragraph.begin + phrase.range.begin, paragraph.begin + phrase.range.end}};
            if (!is_coarse) break;
        }
        if (best && best->precision != corpus::DatePrecision::month && best->precision != corpus::DatePrecision::year) break;
    }
    article().date = best;
    if (!best) {
        warn(offsets_.back(), "The article \"" + article().headline +
                                  "\" has no date: its text names none. Name a day in it, such as \"Am 14. November 2019\".");
    }
}

void PressPage::read_segment(const Segment& segment, bool is_teaser, const std::vector<Segment>& segments) {
    const std::size_t first_line = segment.heading == no_line ? segment.body_begin : segment.heading;
    import_.articles.emplace_back();
    offsets_.push_back(lines_[first_line].begin);
    paragraphs_.clear();
    article().language = options_.language;
    article().is_teaser_only = is_teaser;
    if (segment.heading != no_line) read_heading(segment.heading, is_teaser ? nullptr : &segments);
    read_body(segment, is_teaser);
    if (article().sections.empty()) {
        warn(offsets_.back(), "The article has a headline but no text.");
    } else if (segment.heading == no_line) {
        article().headline = first_words(article().sections.front().paragraphs.front());
        warn(offsets_.back(), "There is no headline above this date mark; the first words of the text stand in for it.");
    }
    if (!segment.has_date_mark) derive_date();
}

void PressPage::name_sources() {
    std::set<std::string> names;
    for (corpus::Article& a : import_.articles) {
        if (!options_.source.empty()) {
            a.source = options_.source;
        } else if (!a.sections.empty() && !a.sections.back().paragraphs.empty()) {
            a.source = find_source_note(a.sections.back().paragraphs.back());
        }
        if (!a.source.empty()) names.insert(a.source);
    }
    if (names.size() != 1) return;
    for (corpus::Article& a : import_.articles) a.source = *names.begin();
}

Import PressPage::read() {
    if (bytes_.starts_with(byte_order_mark)) add_piece(PieceKind::byte_order_mark, {0, byte_order_mark.size()});
    Lines lines = split_lines(bytes_, covered_, press_page_lines_max);
    lines_ = std::move(lines.ranges);
    std::vector<Segment> segments = find_segments();
    std::size_t end = lines.end;
    std::string reason =
        "The page has more than " + std::to_string(press_page_lines_max) + " lines; what follows is ignored. Split the page.";
    if (segments.size() > import_articles_max) {
        const Segment& beyond = segments[import_articles_max];
        end = lines_[beyond.heading == no_line ? beyond.body_begin : beyond.heading].begin;
        segments.resize(import_articles_max);
        reason = "The page has more than " + std::to_string(import_articles_max) +
                 " articles; what follows is ignored. Split the page.";
    }
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const Segment& segment = segments[i];
        if (std::string ignored = reason_to_ignore(segment, segments.size() == 1); !ignored.empty()) {
            const std::size_t last = std::max(segment.body_end, segment.body_begin) - 1;
            ignore({lines_[segment.heading == no_line ? segment.body_begin : segment.heading].begin, lines_[last].end},
                   std::move(ignored));
            continue;
        }
        read_segment(segment, is_teaser(segment, i == 0), segments);
    }
    if (end < bytes_.size()) ignore({end, bytes_.size()}, std::move(reason));
    add_blank_up_to(bytes_.size());
    name_sources();
    make_uids(import_, offsets_);
    std::stable_sort(import_.warnings.begin(), import_.warnings.end(),
                     [](const Warning& a, const Warning& b) { return a.offset < b.offset; });
    return std::move(import_);
}

}  // namespace

Import import_press_page(std::string_view bytes, const ImportOptions& options) { return PressPage(bytes, options).read(); }

}  // namespace lesesaal::ingest

#include "app/standing.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "notebook/highlight.h"

namespace lesesaal::app {
namespace {

using notebook::Kind;
using query::Mark;

constexpr std::uint8_t bit(Mark mark) { return static_cast<std::uint8_t>(mark); }

}  // namespace

std::optional<std::uint64_t> uid_number(std::string_view uid) {
    if (uid.size() != 16) return std::nullopt;
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(uid.data(), uid.data() + uid.size(), number, 16);
    if (error != std::errc{} || end != uid.data() + uid.size()) return std::nullopt;
    return number;
}

std::string uid_text(std::uint64_t uid) {
    std::string text(16, '0');
    for (std::size_t i = 16; i-- > 0; uid >>= 4) text[i] = "0123456789abcdef"[uid & 15];
    return text;
}

UidIndex::UidIndex(const std::vector<std::uint64_t>& uids) {
    sorted_.reserve(uids.size());
    for (std::size_t i = 0; i < uids.size(); ++i) sorted_.emplace_back(uids[i], static_cast<query::ArticleId>(i));
    std::ranges::sort(sorted_);
}

std::optional<query::ArticleId> UidIndex::find(std::string_view uid) const {
    const auto number = uid_number(uid);
    if (!number) return std::nullopt;
    const auto at = std::ranges::lower_bound(sorted_, *number, {}, &std::pair<std::uint64_t, query::ArticleId>::first);
    if (at == sorted_.end() || at->first != *number) return std::nullopt;
    return at->second;
}

query::Standing make_standing(const notebook::Log& notebook, const UidIndex& index, std::size_t articles) {
    auto bits = std::make_shared<std::vector<std::uint8_t>>(articles, bit(Mark::unread));
    const auto each = [&](Kind kind, auto change) {
        for (const std::string& uid : notebook.all(kind)) {
            if (const auto id = index.find(uid)) change((*bits)[static_cast<std::size_t>(*id)]);
        }
    };
    each(Kind::read, [](std::uint8_t& byte) { byte = static_cast<std::uint8_t>(byte & ~bit(Mark::unread)); });
    each(Kind::bookmark, [](std::uint8_t& byte) { byte |= bit(Mark::bookmarked); });
    each(Kind::note, [](std::uint8_t& byte) { byte |= bit(Mark::noted); });
    return bits;
}

query::Standing with_marks_of(const query::Standing& standing, query::ArticleId id, const notebook::Log& notebook,
                              std::string_view uid, std::size_t articles) {
    auto bits = standing ? std::make_shared<std::vector<std::uint8_t>>(*standing) : std::make_shared<std::vector<std::uint8_t>>();
    bits->resize(articles, bit(Mark::unread));
    unsigned byte = notebook.is_set(Kind::read, uid) ? 0U : bit(Mark::unread);
    if (notebook.is_set(Kind::bookmark, uid)) byte |= bit(Mark::bookmarked);
    if (notebook.is_set(Kind::note, uid)) byte |= bit(Mark::noted);
    bits->at(static_cast<std::size_t>(id)) = static_cast<std::uint8_t>(byte);
    return bits;
}

query::Notes make_notes(const notebook::Log& notebook, const UidIndex& index) {
    std::vector<query::NoteText> notes;
    for (const std::string& uid : notebook.all(Kind::note)) {
        if (const auto id = index.find(uid)) notes.push_back({*id, notebook.value(Kind::note, uid)});
    }
    for (const std::string& uid : notebook.all(Kind::highlight)) {
        const auto id = index.find(uid);
        if (!id) continue;
        for (const notebook::Operation* operation : notebook.items(Kind::highlight, uid)) {
            const auto highlight = notebook::decode_highlight(operation->value);
            if (highlight && !highlight->note.empty()) notes.push_back({*id, highlight->note});
        }
    }
    if (notes.empty()) return nullptr;
    std::ranges::stable_sort(notes, {}, &query::NoteText::article);
    return std::make_shared<const std::vector<query::NoteText>>(std::move(notes));
}

bool are_same(const query::Notes& some, const query::Notes& others) {
    if (some == others) return true;
    return some && others && *some == *others;
}

}  // namespace lesesaal::app

#include "search/index_builder.h"

#include <algorithm>
#include <map>

#include "text/letters.h"
#include "text/spelling.h"
#include "text/words.h"

namespace lesesaal::search {
namespace {

using base::ByteRange;

constexpr std::size_t spellings_max = 4;  // of a form, told apart

bool begins_with_capital(std::string_view written) {
    const auto first = static_cast<unsigned char>(written[0]);
    const auto second = static_cast<unsigned char>(written.size() > 1 ? written[1] : 0);
    return (first >= 'A' && first <= 'Z') || (first == 0xc3 && second >= 0x80 && second <= 0x9e);
}

/// The spelling met most often, the first in the order of bytes among equals.
std::string_view commonest(const std::vector<std::pair<std::string, std::uint32_t>>& spellings) {
    const auto best = std::ranges::min_element(spellings, [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    return best == spellings.end() ? std::string_view{} : std::string_view(best->first);
}

/// Parts that capitals show: the ranges in the key, when they make it up.
std::vector<text::CompoundPart> parts_by_capitals(std::string_view key, std::string_view written) {
    const std::vector<ByteRange> ranges = text::capital_parts(written);
    std::vector<text::CompoundPart> parts;
    if (ranges.size() < 2 || ranges.size() > text::compound_parts_max || key.size() > text::compound_bytes_max) return parts;
    std::string whole;
    for (const ByteRange& range : ranges) {
        const std::size_t begin = whole.size();
        whole += word_key(written.substr(range.begin, range.size()));
        if (whole.size() == begin) return {};
        parts.push_back({begin, whole.size()});
    }
    return whole == key ? parts : std::vector<text::CompoundPart>{};
}

/// The words that hyphens join, one after the other.
struct Group {
    std::vector<std::string> folded;
    std::vector<ByteRange> at;
};

}  // namespace

std::string word_key(std::string_view word) {
    std::string key;
    text::Word part;
    for (text::WordScanner scanner(word); scanner.next(part);) key += part.folded;
    text::to_umlauts(key);
    return key;
}

Language language_of(std::string_view tag) {
    const bool is_english = tag == "en" || tag.starts_with("en-") || tag == "EN";
    return is_english ? Language::english : Language::german;
}

void IndexBuilder::add(std::uint32_t article, const ArticleTexts& texts, Language language) {
    add_text(article, texts.title, {.title = 1}, language);
    add_text(article, texts.lead, {.lead = 1}, language);
    add_text(article, texts.body, {.body = 1}, language);
}

void IndexBuilder::add_text(std::uint32_t article, std::string_view text, Counts one, Language language) {
    const auto written = [&](std::size_t begin, std::size_t end) { return text.substr(begin, end - begin); };
    Group group;
    const auto add_joined = [&](std::size_t first, std::size_t count) {
        std::string key;
        for (std::size_t i = first; i < first + count; ++i) key += group.folded[i];
        if (key.size() > joined_bytes_max) return;
        add_form(std::move(key), written(group.at[first].begin, group.at[first + count - 1].end), article, one, language);
    };
    text::Word word;
    text::Joint joint_before = text::Joint::none;
    for (text::WordScanner scanner(text); scanner.next(word);) {
        group.folded.push_back(word.folded);
        group.at.push_back(word.at);
        // "innen" of "Bürger:innen" is no word.
        if (joint_before != text::Joint::gender) add_form(word.folded, written(word.at.begin, word.at.end), article, one, language);
        joint_before = word.joint;
        if (word.joint != text::Joint::none) continue;
        const std::size_t words = group.folded.size();
        if (words > 1 && words <= joined_words_max) {
            for (std::size_t first = 0; words > 2 && first + 1 < words; ++first) add_joined(first, 2);
            add_joined(0, words);
        }
        group.folded.clear();
        group.at.clear();
    }
}

void IndexBuilder::add_form(std::string key, std::string_view written, std::uint32_t article, Counts one, Language language) {
    text::to_umlauts(key);
    Form& form = forms_[std::move(key)];
    if (form.counts == Counts{} || form.article != article) {
        flush(form);
        form.article = article;
    }
    form.counts.add(one);
    ++(begins_with_capital(written) ? form.capital : form.lower);
    form.is_german = form.is_german || language == Language::german;
    const auto known = std::ranges::find(form.spellings, written, [](const auto& one_of) { return std::string_view(one_of.first); });
    if (known != form.spellings.end()) ++known->second;
    else if (form.spellings.size() < spellings_max) form.spellings.emplace_back(written, 1);
}

void IndexBuilder::flush(Form& form) {
    if (form.counts == Counts{}) return;
    form.postings.add(form.article, form.counts);
    form.counts = {};
}

std::vector<IndexBuilder::Forms::iterator> IndexBuilder::sorted() {
    std::vector<Forms::iterator> order;
    order.reserve(forms_.size());
    for (auto form = forms_.begin(); form != forms_.end(); ++form) {
        flush(form->second);
        order.push_back(form);
    }
    std::ranges::sort(order, [](const auto& a, const auto& b) { return a->first < b->first; });
    return order;
}

LexiconEntry IndexBuilder::entry_of(const std::string& key, const Form& form) const {
    LexiconEntry entry;
    entry.key = key;
    entry.articles = form.postings.articles();
    entry.postings_bytes = form.postings.bytes().size();
    entry.is_noun = form.capital > 2 * form.lower;
    const std::string_view spelling = commonest(form.spellings);
    if (entry.written() != spelling) entry.spelling = spelling;
    return entry;
}

IndexParts IndexBuilder::finish() {
    const std::vector<Forms::iterator> order = sorted();
    std::vector<LexiconEntry> entries;
    std::vector<text::FormCount> counts;
    entries.reserve(order.size());
    for (const auto& form : order) {
        entries.push_back(entry_of(form->first, form->second));
        if (form->second.is_german) counts.push_back({form->first, form->second.postings.articles(), entries.back().is_noun});
    }
    text::CompoundSplitter splitter(counts, german_);
    LexiconWriter words;
    IndexParts index;
    std::map<std::string, std::vector<std::size_t>> holders;  // by part the forms that have it
    for (std::size_t i = 0; i < entries.size(); ++i) {
        LexiconEntry& entry = entries[i];
        const Form& form = order[i]->second;
        if (form.is_german) {
            entry.parts = parts_by_capitals(entry.key, commonest(form.spellings));
            if (entry.parts.empty()) entry.parts = splitter.split(entry.key, entry.is_noun);
        }
        const std::vector<text::CompoundPart>& parts = entry.parts;
        for (std::size_t first = 0; first < parts.size(); ++first) {
            for (std::size_t last = first; last < parts.size(); ++last) {
                if (first == 0 && last + 1 == parts.size() && parts[last].end == entry.key.size()) continue;
                std::string part = entry.key.substr(parts[first].begin, parts[last].end - parts[first].begin);
                if (last + 1 < parts.size()) part += modifier_mark;
                std::vector<std::size_t>& held = holders[std::move(part)];
                if (held.empty() || held.back() != i) held.push_back(i);
            }
        }
        words.add(entry);
        index.word_postings += form.postings.bytes();
    }
    index.words = words.take();

    LexiconWriter parts;
    std::map<std::uint32_t, Counts> merged;
    for (const auto& [part, held] : holders) {
        if (part.empty()) continue;
        merged.clear();
        for (const std::size_t i : held) {
            for (PostingReader reader(order[i]->second.postings.bytes()); reader.next();) {
                merged[static_cast<std::uint32_t>(reader.article())].add(reader.counts());
            }
        }
        PostingWriter writer;
        for (const auto& [article, sum] : merged) writer.add(article, sum);
        LexiconEntry entry;
        entry.key = part;
        entry.articles = writer.articles();
        entry.postings_bytes = writer.bytes().size();
        parts.add(entry);
        index.part_postings += writer.bytes();
    }
    index.parts = parts.take();
    return index;
}

}  // namespace lesesaal::search

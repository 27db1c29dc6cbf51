#include "search/matcher.h"

#include <algorithm>
#include <array>

#include "text/letters.h"
#include "text/spelling.h"
#include "text/utf8.h"
#include "text/words.h"

namespace lesesaal::search {
namespace {

using base::ByteRange;

constexpr std::size_t known_forms_max = 50'000;  // then it forgets: a long phrase search meets every word of a corpus

/// The first two bytes of a key as a number.
std::size_t begin_of(std::string_view key) {
    const auto byte = [&](std::size_t at) { return std::size_t{static_cast<unsigned char>(at < key.size() ? key[at] : '\0')}; };
    return byte(0) << 8 | byte(1);
}

void set_begin(std::bitset<65536>& begins, std::string_view key) {
    if (key.size() > 1) {
        begins.set(begin_of(key));
        return;
    }
    // Of the begin of words one letter may be all there is.
    for (std::size_t second = 0; second < 256; ++second) begins.set(begin_of(key) | second);
}

/// What begins a character outside ASCII that may be a letter; the rest of one, and the signs from U+2000 on, are passed.
constexpr char other_letter = '\x7f';

/// A letter or digit in lower case, other_letter, or nothing.
constexpr std::array<char, 256> byte_classes = [] {
    std::array<char, 256> classes{};
    for (int c = 0; c < 26; ++c) classes[static_cast<std::size_t>('a' + c)] = classes[static_cast<std::size_t>('A' + c)] = static_cast<char>('a' + c);
    for (int c = '0'; c <= '9'; ++c) classes[static_cast<std::size_t>(c)] = static_cast<char>(c);
    for (std::size_t c = 0xc3; c < 0xff; ++c) classes[c] = c == 0xe2 ? '\0' : other_letter;
    return classes;
}();

char class_at(std::string_view text, std::size_t at) { return at < text.size() ? byte_classes[static_cast<unsigned char>(text[at])] : '\0'; }

/// Of a word, as far as a byte tells: signs of typography count too.
bool is_letter_byte(char c) { return byte_classes[static_cast<unsigned char>(c)] != '\0' || static_cast<unsigned char>(c) >= 0x80; }

/// Whether a word at `at` may begin as one of those wanted.
bool begins_at(std::string_view text, std::size_t at, const std::bitset<65536>& begins) {
    const char first = class_at(text, at);
    char second = class_at(text, at + 1);
    if (second == '\0' && at + 1 < text.size() && text[at + 1] == '-') second = class_at(text, at + 2);
    const bool has_many_spellings = static_cast<unsigned char>(text[at]) >= 0x80 || second == other_letter ||
                                    (second == 'e' && (first == 'a' || first == 'o' || first == 'u'));
    return has_many_spellings || begins.test(std::size_t{static_cast<unsigned char>(first)} << 8 | static_cast<unsigned char>(second));
}

void set_begins(std::bitset<65536>& begins, const Expansion& word) {
    set_begin(begins, word.key);
    for (const auto& [key, rule] : word.forms) set_begin(begins, key);
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

/// Where in the written word the first `bytes` of its key end.
std::size_t written_end(std::string_view written, std::size_t bytes) {
    std::string folded;
    for (std::size_t at = 0; at < written.size();) {
        if (folded.size() >= bytes) {
            std::string key = folded;
            text::to_umlauts(key);
            // "ae" is one letter of the key: its e still belongs to it.
            const bool splits_umlaut = key.size() >= bytes && at < written.size() && (written[at] == 'e' || written[at] == 'E') &&
                                       [&] { std::string longer = folded + "e"; text::to_umlauts(longer); return longer.size() == key.size() && key != longer; }();
            if (key.size() >= bytes && !splits_umlaut) return at;
        }
        const text::CodePoint c = text::decode_at(written, at);
        if (text::kind_of(c.value) != text::CharacterKind::separator) text::append_folded(folded, c.value);
        at += c.bytes;
    }
    return written.size();
}

}  // namespace

Matcher::Matcher(const Index& index, std::vector<const Plan*> plans, TextOrigin origin)
    : index_(index), plans_(std::move(plans)), origin_(origin) {
    std::size_t words = 0;
    for (const Plan* plan : plans_) {
        first_words_.push_back(words);
        words += plan->words.size();
        for (const Expansion& word : plan->words) {
            set_begins(begins_, word);
            parts_.insert(parts_.end(), word.parts.begin(), word.parts.end());
        }
    }
    no_matches_.resize(words);
}

bool Matcher::may_match(std::string_view key) const {
    if (begins_.test(begin_of(key))) return true;
    return std::ranges::any_of(parts_, [&](const std::string& part) { return key.size() > part.size() && key.find(part) != std::string_view::npos; });
}

ByteRange Matcher::part_in(const Expansion& word, const std::string& key) {
    const auto holds = [&](std::string_view part) { return key.find(part) != std::string::npos; };
    if (std::ranges::none_of(word.parts, holds)) return {};
    const auto entry = index_.words().find(key);
    if (!entry) return {};
    for (std::size_t first = 0; first < entry->parts.size(); ++first) {
        for (std::size_t last = first; last < entry->parts.size(); ++last) {
            const ByteRange range{entry->parts[first].begin, entry->parts[last].end};
            const std::string_view part = std::string_view(key).substr(range.begin, range.size());
            if (std::ranges::find(word.parts, part) != word.parts.end()) return range;
        }
    }
    return {};
}

Matcher::WordMatch Matcher::match(const Expansion& word, const std::string& key) {
    if (word.key.empty()) return {};
    if (const auto form = word.forms.find(key); form != word.forms.end()) {
        const std::size_t inside = form->second == Rule::part ? key.find(word.key) : std::string::npos;
        if (inside == std::string::npos) return {true, form->second, {}};
        return {true, Rule::part, {inside, inside + word.key.size()}};
    }
    if (key == word.key) return {true, Rule::exact, {}};
    if (word.is_prefix && key.starts_with(word.key)) return {true, Rule::prefix, {0, word.key.size()}};
    if (origin_ == TextOrigin::notes && !word.is_prefix && !index_.words().find(key)) {
        const std::string stem(stemmer_.stem(word.key));
        if (stemmer_.stem(key) == stem) return {true, Rule::stem, {}};
    }
    if (const ByteRange part = part_in(word, key); part.size() > 0) return {true, Rule::part, part};
    return {};
}

const Matcher::FormMatches& Matcher::matches_of(const std::string& key) {
    if (!may_match(key)) return no_matches_;
    const auto known = known_.find(key);
    if (known != known_.end()) return known->second;
    FormMatches matches;
    for (const Plan* plan : plans_) {
        for (const Expansion& word : plan->words) matches.push_back(match(word, key));
    }
    return known_.emplace(key, std::move(matches)).first->second;
}

/// After the words of a group come those that they make up together.
void Matcher::add_joined(const std::vector<std::string>& group) {
    const std::size_t words = group.size();
    const std::size_t first_token = tokens_.size() - words;
    for (std::size_t count = 2; count <= words && words <= joined_words_max; ++count) {
        for (std::size_t first = 0; first + count <= words; ++first) {
            if (count != 2 && count != words) continue;
            std::string key;
            for (std::size_t i = first; i < first + count; ++i) key += group[i];
            text::to_umlauts(key);
            const ByteRange at{tokens_[first_token + first].at.begin, tokens_[first_token + first + count - 1].at.end};
            tokens_.push_back({at, &matches_of(key), count, tokens_[first_token + first].begins_line});
        }
    }
}

const std::vector<Matcher::Token>& Matcher::tokens_of(std::string_view text) {
    if (known_.size() > known_forms_max) known_.clear();
    tokens_.clear();
    std::vector<std::string> group;
    std::size_t line_end = text.find('\n');
    text::Word word;
    for (text::WordScanner scanner(text); scanner.next(word);) {
        const bool begins_line = word.at.begin > line_end;
        if (begins_line) line_end = text.find('\n', word.at.begin);
        const bool is_tied = word.joint != text::Joint::none;
        if (is_tied || !group.empty()) group.push_back(word.folded);
        text::to_umlauts(word.folded);
        tokens_.push_back({word.at, &matches_of(word.folded), 1, begins_line});
        if (is_tied || group.empty()) continue;
        add_joined(group);
        group.clear();
    }
    return tokens_;
}

std::optional<std::size_t> Matcher::following(const std::vector<Token>& tokens, std::size_t token, std::size_t word) {
    const std::size_t end = tokens[token].at.end;
    std::size_t next = token + 1;
    while (next < tokens.size() && (tokens[next].words > 1 || tokens[next].at.begin < end)) ++next;
    // The word that comes next, or what it makes up with those joined to it; that stands a little later in the list.
    for (std::size_t t = next; t < tokens.size() && t < next + 4 * joined_words_max; ++t) {
        if (tokens[t].at.begin != tokens[next].at.begin) continue;
        const WordMatch& one = (*tokens[t].matches)[word];
        if (one.is_match && one.rule != Rule::part && !tokens[t].begins_line) return t;
    }
    return std::nullopt;
}

void Matcher::find_plan(std::size_t plan, std::string_view text, const std::vector<Token>& tokens, std::vector<Match>& found) const {
    const std::size_t first_word = first_words_[plan];
    const std::size_t words = plans_[plan]->words.size();
    std::vector<std::size_t> chain;
    for (std::size_t begin = 0; begin < tokens.size(); ++begin) {
        const WordMatch& first = (*tokens[begin].matches)[first_word];
        if (!first.is_match || (words > 1 && first.rule == Rule::part)) continue;
        chain.assign(1, begin);
        while (chain.size() < words) {
            const auto next = following(tokens, chain.back(), first_word + chain.size());
            if (!next) break;
            chain.push_back(*next);
        }
        if (chain.size() < words) continue;
        for (std::size_t w = 0; w < words; ++w) {
            const Token& token = tokens[chain[w]];
            const WordMatch& one = (*token.matches)[first_word + w];
            ByteRange range = token.at;
            if (one.part.size() > 0) {
                const std::string_view written = text.substr(token.at.begin, token.at.size());
                range = {token.at.begin + written_end(written, one.part.begin), token.at.begin + written_end(written, one.part.end)};
            }
            found.push_back({range, token.at, plan, one.rule, chain[w]});
        }
    }
}

TextMatches Matcher::find(std::string_view text) {
    TextMatches result;
    const std::vector<Token>& tokens = tokens_of(text);
    for (std::size_t plan = 0; plan < plans_.size(); ++plan) find_plan(plan, text, tokens, result.matches);
    // Tokens as a reader counts them: joined ones left out.
    std::vector<std::size_t> number(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].words == 1) {
            number[i] = result.tokens.size();
            result.tokens.push_back(tokens[i].at);
            continue;
        }
        number[i] = static_cast<std::size_t>(std::ranges::lower_bound(result.tokens, tokens[i].at.begin, {}, &ByteRange::begin) - result.tokens.begin());
    }
    for (Match& match : result.matches) match.token = number[match.token];
    std::ranges::stable_sort(result.matches, [](const Match& a, const Match& b) {
        return a.at.begin != b.at.begin ? a.at.begin < b.at.begin : a.at.end > b.at.end;
    });
    return result;
}

void Matcher::set_anchor(std::size_t plan) {
    anchor_ = {.plan = plan};
    std::uint64_t fewest = UINT64_MAX;
    const std::vector<Expansion>& words = plans_[plan]->words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::uint64_t articles = 0;
        for (const Source& source : words[i].sources) articles += source.articles;
        if (articles >= fewest) continue;
        fewest = articles;
        anchor_.word = i;
    }
    set_begins(anchor_.begins, words[anchor_.word]);
    anchor_.has_neighbour_before = anchor_.word > 0;
    if (words.size() > 1) set_begins(anchor_.neighbour, words[anchor_.has_neighbour_before ? anchor_.word - 1 : 1]);
}

/// By its first two letters alone; where they could be written in many ways, yes.
bool Matcher::may_have_neighbour(std::string_view text, std::size_t at) const {
    if (plans_[anchor_.plan]->words.size() < 2) return true;
    std::size_t begin = at;
    if (anchor_.has_neighbour_before) {
        while (begin > 0 && !is_letter_byte(text[begin - 1])) --begin;
        if (begin == 0) return false;
        while (begin > 0 && is_letter_byte(text[begin - 1])) --begin;
        if (begin > 0 && text[begin - 1] == '-') return true;
    } else {
        while (begin < text.size() && is_letter_byte(text[begin])) ++begin;
        if (begin < text.size() && text[begin] == '-') return true;
        while (begin < text.size() && !is_letter_byte(text[begin])) ++begin;
        if (begin == text.size()) return false;
    }
    return begins_at(text, begin, anchor_.neighbour);
}

/// Whether the word that begins at `at`, or what it makes up with those joined to it, may be the anchor.
bool Matcher::is_anchor(std::string_view text, std::size_t at) {
    text::Word word;
    if (!text::WordScanner(text.substr(at, text::word_bytes_max)).next(word)) return false;
    if (word.joint != text::Joint::none) return true;
    text::to_umlauts(word.folded);
    return matches_of(word.folded)[first_words_[anchor_.plan] + anchor_.word].is_match;
}

bool Matcher::has_phrase_near(std::size_t plan, std::string_view text, std::size_t at) {
    // Blanks bound words, or several that signs divide: more of the text than is needed does no harm.
    std::size_t begin = at;
    for (std::size_t words = 0; begin > 0; --begin) {
        if (is_blank(text[begin - 1]) && words++ > anchor_.word) break;
    }
    std::size_t end = at;
    for (std::size_t words = anchor_.word; end < text.size(); ++end) {
        if (is_blank(text[end]) && words++ > plans_[plan]->words.size()) break;
    }
    const std::string_view part = text.substr(begin, end - begin);
    std::vector<Match> found;
    find_plan(plan, part, tokens_of(part), found);
    return !found.empty();
}

bool Matcher::has_phrase(std::size_t plan, std::string_view text) {
    if (anchor_.plan != plan) set_anchor(plan);
    bool is_inside = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char first = class_at(text, at);
        if (first == '\0') {
            is_inside = false;
            continue;
        }
        if (is_inside) continue;
        is_inside = first != other_letter;
        const bool is_likely = begins_at(text, at, anchor_.begins) && may_have_neighbour(text, at);
        if (is_likely && is_anchor(text, at) && has_phrase_near(plan, text, at)) return true;
    }
    return false;
}

bool Matcher::has_near(std::size_t first, std::size_t second, int distance, std::string_view text) {
    const TextMatches found = find(text);
    for (const Match& a : found.matches) {
        if (a.plan != first) continue;
        for (const Match& b : found.matches) {
            if (b.plan != second) continue;
            const std::size_t apart = std::max(a.token, b.token) - std::min(a.token, b.token);
            if (apart > 0 && apart - 1 <= static_cast<std::size_t>(distance)) return true;
        }
    }
    return false;
}

void Matcher::find_pairs(std::string_view text, std::vector<bool>& is_pair) {
    const std::vector<Token>& tokens = tokens_of(text);
    for (std::size_t t = 0; t + 1 < tokens.size(); ++t) {
        for (std::size_t plan = 0; plan < is_pair.size() && plan + 1 < plans_.size(); ++plan) {
            if (is_pair[plan] || !(*tokens[t].matches)[first_words_[plan]].is_match) continue;
            is_pair[plan] = following(tokens, t, first_words_[plan + 1]).has_value();
        }
    }
}

}  // namespace lesesaal::search

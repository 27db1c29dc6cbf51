#include "search/related.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "search/postings.h"
#include "text/spelling.h"
#include "text/utf8.h"
#include "text/words.h"

namespace lesesaal::search {
namespace {

using base::Result;
using query::ArticleId;
using query::Facet;

/// What two articles have of these in common says something; that both are of one source says little.
constexpr std::array telling_facets{Facet::topic, Facet::place, Facet::organisation};

constexpr std::uint32_t listed_max = 4'000;  // a word of more articles tells little and its list is long: it finds nobody
constexpr std::size_t candidates_max = 24;   // compared in full
constexpr double nearness_min = 0.11;
constexpr int shared_min = 2;
constexpr std::size_t word_letters_min = 4;
constexpr std::size_t acronym_letters_min = 2;  // "KI", "OZG"
constexpr std::size_t lead_bytes_max = 2000;
constexpr std::size_t stem_bytes_min = 5;    // so much is left when an ending is cut
constexpr std::size_t ending_bytes_max = 6;  // "innen" and "s"
constexpr std::size_t classes_kept_max = 20'000;

// Weights are multiples of this, so that half of one is whole. None is greater than weight_max; what an article gains by a
// thing is its weight squared, less so many bits that the gains by all things fit into 32.
constexpr std::uint32_t weight_unit = 2;
constexpr std::uint32_t weight_max = 0x7fff'ffff;
constexpr unsigned gain_shift = 8;

std::uint32_t gain_of(std::uint32_t weight) { return static_cast<std::uint32_t>(std::uint64_t{weight} * weight >> gain_shift); }

std::size_t letters_of(std::string_view key) {
    return static_cast<std::size_t>(std::ranges::count_if(key, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// 256 × log2(n), rounded down: by squaring, in whole numbers.
std::uint32_t log2_256(std::uint32_t n) {
    const auto whole = static_cast<std::uint32_t>(std::bit_width(n)) - 1;
    std::uint64_t mantissa = std::uint64_t{n} << (31 - whole);  // 1 to 2, in units of 2^-31
    std::uint32_t result = whole;
    for (int bit = 0; bit < 8; ++bit) {
        mantissa = mantissa * mantissa >> 31;
        const std::uint64_t is_two_or_more = mantissa >> 32;
        mantissa >>= is_two_or_more;
        result = result << 1 | static_cast<std::uint32_t>(is_two_or_more);
    }
    return result;
}

bool is_capital_at(std::string_view text, std::size_t at) { return at < text.size() && text::is_german_capital(text::decode_at(text, at).value); }

}  // namespace

std::string_view without_ending(std::string_view key) {
    const auto is_cut = [&](std::string_view ending) {
        if (key.size() < stem_bytes_min + ending.size() || !key.ends_with(ending)) return false;
        key.remove_suffix(ending.size());
        return true;
    };
    is_cut("s");
    for (const std::string_view ending : {"innen", "ern", "en", "er", "e", "n"}) {
        if (is_cut(ending)) break;
    }
    return key;
}

Neighbours::Neighbours(const Index& index, const query::Overview& overview)
    : index_(index), overview_(overview), gains_(index.articles().size(), 0), gained_by_(index.articles().size(), 0) {
    std::uint32_t next = 0;
    for (const auto& values : overview.facets) {
        first_ids_.push_back(next);
        next += static_cast<std::uint32_t>(values.size());
    }
    first_ids_.push_back(next);
}

std::uint32_t Neighbours::weight_of(std::uint32_t articles) const {
    const auto total = static_cast<std::uint32_t>(gains_.size());
    return weight_unit * (log2_256(total) - log2_256(std::clamp<std::uint32_t>(articles, 1, total)));
}

/// The forms that become the same word without their ending, as the lexicon has them. Lifetime: until the next call.
const Neighbours::WordClass& Neighbours::class_of(std::string_view key) {
    const std::string stem(without_ending(key));
    const auto [known, is_new] = known_.try_emplace(stem, classes_.size());
    if (!is_new) return classes_[known->second];
    WordClass& word = classes_.emplace_back();
    Lexicon::Cursor cursor = index_.words().lower_bound(stem);
    while (cursor.next() && cursor.entry().key.starts_with(stem)) {
        const LexiconEntry& entry = cursor.entry();
        if (stem.size() < stem_bytes_min && entry.key.size() > stem.size()) break;  // nothing else is cut to so little
        if (entry.key.size() > stem.size() + ending_bytes_max || without_ending(entry.key) != stem) continue;
        word.articles += entry.articles;
        word.postings.push_back(index_.word_postings(entry));
    }
    word.id = first_ids_.back() + static_cast<std::uint32_t>(classes_.size() - 1);
    word.weight = weight_of(word.articles);
    return word;
}

/// Orders by id; of two of one id what tells more comes first. Numbers are sorted with little code.
std::uint64_t Neighbours::key_of(Thing thing) {
    const std::uint32_t rest = (thing.is_telling ? 0 : weight_max + 1) | (weight_max - thing.weight);
    return std::uint64_t{thing.id} << 32 | rest;
}

void Neighbours::add_words(std::vector<std::uint64_t>& keys, std::string_view text, Place place, bool is_english) {
    text::Word word;
    for (text::WordScanner scanner(text); scanner.next(word);) {
        std::string& key = word.folded;
        text::to_umlauts(key);
        const bool has_capital = is_capital_at(text, word.at.begin);
        const bool is_acronym = has_capital && is_capital_at(text, word.at.begin + 1);
        const bool is_number = key[0] >= '0' && key[0] <= '9';
        if (is_number || letters_of(key) < (is_acronym ? acronym_letters_min : word_letters_min)) continue;
        const WordClass& one = class_of(key);
        const bool is_telling = has_capital || is_english;
        const std::uint32_t weight = is_telling ? one.weight : one.weight / 2;
        keys.push_back(key_of({one.id, place == Place::title ? 2 * weight : weight, is_telling}));
    }
}

Neighbours::Things Neighbours::things_of(std::uint32_t article, const Opening& opening) {
    std::vector<std::uint64_t> keys;
    const bool is_english = index_.articles()[article].is_english;
    add_words(keys, opening.title, Place::title, is_english);
    add_words(keys, text::cut_utf8(opening.lead, lead_bytes_max), Place::lead, is_english);
    for (const Facet facet : telling_facets) {
        const std::size_t i = query::index_of(facet);
        for (const std::uint16_t value : overview_.memberships[i].of(static_cast<ArticleId>(article))) {
            keys.push_back(key_of({first_ids_[i] + value, weight_of(static_cast<std::uint32_t>(overview_.facets[i][value].count))}));
        }
    }
    std::sort(keys.begin(), keys.end());
    Things things;
    for (const std::uint64_t key : keys) {
        const Thing thing{static_cast<std::uint32_t>(key >> 32), weight_max - (static_cast<std::uint32_t>(key) & weight_max), (key & (weight_max + 1)) == 0};
        if (!things.all.empty() && things.all.back().id == thing.id) continue;
        things.all.push_back(thing);
        things.square += std::uint64_t{thing.weight} * thing.weight;
    }
    return things;
}

/// To the articles that have the word in title or lead.
void Neighbours::add_gain(const WordClass& word, std::uint32_t gain) {
    if (word.articles > listed_max) return;
    for (const std::string_view postings : word.postings) {
        for (PostingReader reader(postings); reader.next();) {
            const auto other = static_cast<std::size_t>(reader.article());
            if (other >= gains_.size()) break;  // of a damaged list
            const Counts counts = reader.counts();
            if (counts.title + counts.lead == 0 || gained_by_[other] == word.id) continue;
            gained_by_[other] = word.id;
            gains_[other] += gain;
        }
    }
}

/// The articles that share most, of equals the newest.
std::vector<std::uint32_t> Neighbours::candidates(std::uint32_t article, const Things& things) {
    std::fill(gains_.begin(), gains_.end(), 0);
    std::fill(gained_by_.begin(), gained_by_.end(), UINT32_MAX);
    std::vector<std::uint32_t> of_values(first_ids_.back(), 0);
    for (const Thing& thing : things.all) {
        if (thing.id < first_ids_.back()) of_values[thing.id] = gain_of(thing.weight);
        else add_gain(classes_[thing.id - first_ids_.back()], gain_of(thing.weight));
    }
    for (const Facet facet : telling_facets) {
        const query::Memberships& memberships = overview_.memberships[query::index_of(facet)];
        const std::uint32_t* gains = of_values.data() + first_ids_[query::index_of(facet)];
        for (std::size_t other = 0; other < gains_.size(); ++other) {
            for (const std::uint16_t value : memberships.of(static_cast<ArticleId>(other))) gains_[other] += gains[value];
        }
    }
    std::vector<std::uint64_t> best;  // the gain falling, then the article
    for (std::uint32_t other = 0; other < gains_.size(); ++other) {
        if (gains_[other] == 0 || other == article) continue;
        const std::uint64_t key = std::uint64_t{~gains_[other]} << 32 | other;
        if (best.size() == candidates_max && key > best.back()) continue;
        if (best.size() == candidates_max) best.pop_back();
        best.insert(std::lower_bound(best.begin(), best.end(), key), key);
    }
    std::vector<std::uint32_t> found;
    for (const std::uint64_t key : best) found.push_back(static_cast<std::uint32_t>(key));
    return found;
}

/// 0 where too little is shared.
double Neighbours::nearness(const Things& a, const Things& b) {
    std::uint64_t product = 0;
    int telling = 0;
    for (auto left = a.all.begin(), right = b.all.begin(); left != a.all.end() && right != b.all.end();) {
        if (left->id == right->id) {
            product += std::uint64_t{left->weight} * right->weight;
            if (left->weight > 0 && left->is_telling && right->is_telling) ++telling;
        }
        const bool is_left_behind = left->id <= right->id;
        if (right->id <= left->id) ++right;
        if (is_left_behind) ++left;
    }
    if (telling < shared_min) return 0;
    return static_cast<double>(product) / std::sqrt(static_cast<double>(a.square) * static_cast<double>(b.square));
}

Result<std::vector<ArticleId>> Neighbours::of(ArticleId id, const Openings& openings) {
    if (classes_.size() > classes_kept_max) {
        classes_.clear();
        known_.clear();
    }
    const auto article = static_cast<std::uint32_t>(id);
    const Things things = things_of(article, TRY(openings(article)));
    std::vector<std::uint64_t> near;  // how far, then the article
    for (const std::uint32_t other : candidates(article, things)) {
        const double nearby = nearness(things, things_of(other, TRY(openings(other))));
        if (nearby < nearness_min) continue;
        constexpr double units = 1U << 30U;
        near.push_back(std::uint64_t{UINT32_MAX - static_cast<std::uint32_t>(nearby * units)} << 32 | other);
    }
    std::sort(near.begin(), near.end());
    if (near.size() > query::related_max) near.resize(query::related_max);
    std::vector<ArticleId> found;
    for (const std::uint64_t key : near) found.push_back(static_cast<ArticleId>(key & UINT32_MAX));
    return found;
}

}  // namespace lesesaal::search

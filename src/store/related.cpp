#include "store/related.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "query/filter.h"
#include "text/utf8.h"

namespace lesesaal::store {
namespace {

using corpus::Article;

/// A thing that more articles have in common finds nobody: lists stay short, and so does the search for neighbours.
constexpr std::size_t rare_max = 200;
constexpr std::size_t things_max = 64;      // of one article, the rarest
constexpr std::size_t candidates_max = 32;  // compared in full
constexpr double nearness_min = 0.12;
constexpr int shared_min = 2;
constexpr std::size_t word_letters_min = 4;
constexpr std::size_t lead_bytes_max = 2000;

struct Thing {
    std::uint32_t id = 0;
    std::uint32_t weight = 0;  // whole numbers: the same nearness on every machine
};
using Things = std::vector<Thing>;  // by id

/// Without the ends that German nouns and names take on: the s of the genitive and the plural, then one of the others, the
/// longest first. "Registers", "Register" and "Registern" become one.
std::string_view without_ending(std::string_view word) {
    constexpr std::size_t stem_bytes_min = 5;
    const auto is_cut = [&](std::string_view ending) {
        if (word.size() < stem_bytes_min + ending.size() || !word.ends_with(ending)) return false;
        word.remove_suffix(ending.size());
        return true;
    };
    is_cut("s");
    for (const std::string_view ending : {"innen", "ern", "en", "er", "e", "n"}) {
        if (is_cut(ending)) break;
    }
    return word;
}

/// What an article is made of, as texts that tell topics, places, organisations and words apart.
std::vector<std::string> names_of(const Article& article) {
    std::vector<std::string> names;
    for (const corpus::Assignment& topic : article.topics) names.push_back("t/" + topic.slug);
    for (const corpus::Assignment& place : article.places) names.push_back("p/" + place.slug);
    for (const corpus::Assignment& organisation : article.organisations) names.push_back("o/" + organisation.slug);
    std::string text = article.kicker + "\n" + article.headline;
    for (const corpus::Section& section : article.sections) {
        if (section.paragraphs.empty()) continue;
        text += '\n';
        text += text::cut_utf8(section.paragraphs.front(), lead_bytes_max);
        break;
    }
    for (const std::string& word : telling_words(text, article.language)) names.push_back("w/" + word);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

struct Collection {
    std::vector<Things> articles;
    std::vector<double> lengths;                      // of the articles' vectors
    std::vector<std::vector<std::uint32_t>> holders;  // by thing the articles that have it; empty for one that is not rare
};

Collection collect(const std::vector<Article>& articles) {
    std::unordered_map<std::string, std::uint32_t> ids;
    std::vector<std::uint32_t> counts;
    Collection collection;
    for (const Article& article : articles) {
        Things things;
        for (std::string& name : names_of(article)) {
            const auto [entry, is_new] = ids.try_emplace(std::move(name), static_cast<std::uint32_t>(counts.size()));
            if (is_new) counts.push_back(0);
            ++counts[entry->second];
            things.push_back({entry->second, 0});
        }
        collection.articles.push_back(std::move(things));
    }
    const auto total = static_cast<double>(articles.size());
    collection.holders.resize(counts.size());
    for (std::uint32_t article = 0; article < articles.size(); ++article) {
        Things& things = collection.articles[article];
        const auto rarer = [&](const Thing& a, const Thing& b) {
            return std::pair(counts[a.id], a.id) < std::pair(counts[b.id], b.id);
        };
        std::sort(things.begin(), things.end(), rarer);
        if (things.size() > things_max) things.resize(things_max);
        std::sort(things.begin(), things.end(), [](const Thing& a, const Thing& b) { return a.id < b.id; });
        double squares = 0;
        for (Thing& thing : things) {
            thing.weight = static_cast<std::uint32_t>(std::lround(256 * std::log2(total / counts[thing.id])));
            squares += static_cast<double>(thing.weight) * thing.weight;
            if (counts[thing.id] > 1 && counts[thing.id] <= rare_max) collection.holders[thing.id].push_back(article);
        }
        collection.lengths.push_back(std::sqrt(squares));
    }
    return collection;
}

struct Shared {
    double product = 0;
    int things = 0;
};

Shared compare(const Things& a, const Things& b) {
    Shared shared;
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        if (left->id < right->id) {
            ++left;
        } else if (right->id < left->id) {
            ++right;
        } else {
            shared.product += static_cast<double>(left->weight) * right->weight;
            if (left->weight > 0) ++shared.things;
            ++left;
            ++right;
        }
    }
    return shared;
}

/// Finds the neighbours of one article after the other.
class Neighbours {
public:
    explicit Neighbours(const Collection& collection) : collection_(collection), sums_(collection.articles.size(), 0) {}

    std::vector<std::uint32_t> of(std::uint32_t article) {
        const Things& things = collection_.articles[article];
        std::vector<std::pair<double, std::uint32_t>> near;  // negative nearness, so that the nearest sorts first
        for (const std::uint32_t other : candidates(article)) {
            const Shared shared = compare(things, collection_.articles[other]);
            const double nearness = shared.product / (collection_.lengths[article] * collection_.lengths[other]);
            if (shared.things >= shared_min && nearness >= nearness_min) near.emplace_back(-nearness, other);
        }
        std::sort(near.begin(), near.end());
        if (near.size() > query::related_max) near.resize(query::related_max);
        std::vector<std::uint32_t> found;
        for (const auto& [nearness, other] : near) found.push_back(other);
        return found;
    }

private:
    /// The articles that share most of what is rare.
    std::vector<std::uint32_t> candidates(std::uint32_t article) {
        touched_.clear();
        for (const Thing& thing : collection_.articles[article]) {
            const std::uint64_t gain = std::uint64_t{thing.weight} * thing.weight;
            for (const std::uint32_t other : collection_.holders[thing.id]) {
                if (other == article || gain == 0) continue;
                if (sums_[other] == 0) touched_.push_back(other);
                sums_[other] += gain;
            }
        }
        const auto better = [&](std::uint32_t a, std::uint32_t b) { return std::pair(sums_[b], a) < std::pair(sums_[a], b); };
        const auto end = touched_.begin() + static_cast<std::ptrdiff_t>(std::min(touched_.size(), candidates_max));
        std::partial_sort(touched_.begin(), end, touched_.end(), better);
        std::vector<std::uint32_t> best(touched_.begin(), end);
        for (const std::uint32_t other : touched_) sums_[other] = 0;
        return best;
    }

    const Collection& collection_;
    std::vector<std::uint64_t> sums_;
    std::vector<std::uint32_t> touched_;
};

}  // namespace

std::vector<std::string> telling_words(std::string_view text, std::string_view language) {
    const bool is_german = language == "de" || language.starts_with("de-");
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint first = text::decode_at(text, at);
        if (!text::is_letter(first.value)) {
            at += first.bytes;
            continue;
        }
        const std::size_t begin = at;
        std::size_t letters = 0;
        for (; at < text.size(); ++letters) {
            const text::CodePoint c = text::decode_at(text, at);
            if (!text::is_letter(c.value)) break;
            at += c.bytes;
        }
        if (letters < word_letters_min || (is_german && !text::is_upper(first.value))) continue;
        const std::string lower = text::to_lower(text.substr(begin, at - begin));
        words.emplace_back(without_ending(lower));
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

std::vector<std::vector<std::uint32_t>> find_related(const std::vector<Article>& articles) {
    const Collection collection = collect(articles);
    Neighbours neighbours{collection};
    std::vector<std::vector<std::uint32_t>> related;
    related.reserve(articles.size());
    for (std::uint32_t article = 0; article < articles.size(); ++article) related.push_back(neighbours.of(article));
    return related;
}

base::Result<void> write_related(Connection& connection, const std::vector<std::vector<std::uint32_t>>& related) {
    Statement insert = TRY(connection.prepare("INSERT INTO related(article_id, position, related_id) VALUES(?1, ?2, ?3)"));
    std::int64_t article = 0;
    for (const std::vector<std::uint32_t>& others : related) {
        ++article;
        std::int64_t position = 0;
        for (const std::uint32_t other : others) {
            TRY_VOID(insert.start().bind(1, article).bind(2, position++).bind(3, std::int64_t{other} + 1).run());
        }
    }
    return {};
}

}  // namespace lesesaal::store

#pragma once
// What holds of any bytes taken for the index of a corpus: the fuzzer and the unit tests ask it.
//
// An input is the four parts of an index (search/index_builder.h) one after the other: first the sizes of `words`,
// `word_postings` and `parts`, two bytes each, the lower first, then the bytes; `part_postings` is the rest.

#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "query/expression.h"
#include "search/closest.h"
#include "search/evaluator.h"
#include "search/marks.h"
#include "search/related.h"

namespace lesesaal::search {

inline IndexParts unpack_parts(std::string_view input) {
    const auto take = [&](std::size_t bytes) {
        const std::string_view taken = input.substr(0, bytes);
        input.remove_prefix(taken.size());
        return std::string(taken);
    };
    std::size_t sizes[3] = {};
    for (std::size_t& size : sizes) {
        const std::string two = take(2);
        for (std::size_t i = 0; i < two.size(); ++i) size |= std::size_t{static_cast<unsigned char>(two[i])} << 8 * i;
    }
    IndexParts parts;
    parts.words = take(sizes[0]);
    parts.word_postings = take(sizes[1]);
    parts.parts = take(sizes[2]);
    parts.part_postings = input;
    return parts;
}

/// Requires: no part but the last is longer than 65,535 bytes.
inline std::string pack_parts(const IndexParts& parts) {
    std::string input;
    for (const std::string* part : {&parts.words, &parts.word_postings, &parts.parts}) {
        input += static_cast<char>(part->size() & 0xff);
        input += static_cast<char>(part->size() >> 8);
    }
    return input + parts.words + parts.word_postings + parts.parts + parts.part_postings;
}

/// Returns: some of the keys.
inline std::vector<std::string> check_lexicon(const Lexicon& lexicon, std::string_view postings) {
    std::vector<std::string> keys;
    std::size_t entries = 0;
    std::size_t postings_at = 0;
    std::string last;
    for (Lexicon::Cursor cursor = lexicon.begin(); cursor.next(); ++entries) {
        cursor.read_details();
        const LexiconEntry& entry = cursor.entry();
        LESESAAL_CHECK(entry.key > last);
        LESESAAL_CHECK(entry.postings_at == postings_at);
        LESESAAL_CHECK(entry.postings_bytes <= postings.size() - postings_at);
        for (const text::CompoundPart& part : entry.parts) LESESAAL_CHECK(part.end <= entry.key.size());
        (void)entry.written();
        std::int64_t article = -1;
        for (PostingReader reader(postings.substr(entry.postings_at, entry.postings_bytes)); reader.next();) {
            LESESAAL_CHECK(reader.article() > article);
            article = reader.article();
        }
        if (entries % 7 == 0 && keys.size() < 8) keys.push_back(entry.key);
        postings_at += entry.postings_bytes;
        last = entry.key;
    }
    LESESAAL_CHECK(entries == lexicon.size());
    LESESAAL_CHECK(postings_at == postings.size());
    for (const std::string& key : keys) LESESAAL_CHECK(lexicon.find(key).has_value());
    return keys;
}

inline constexpr ArticleTexts article_of_fuzz{"Berlin: Die Verwaltung", "Registermodernisierung und E-Mail-Adressen.",
                                              "Anträge an Bürgerämter. The policies of Köln."};

inline void check_related(const Index& index) {
    query::Overview overview;
    for (query::Memberships& none : overview.memberships) none.begins.assign(index.articles().size() + 1, 0);
    Neighbours neighbours(index, overview);
    const auto openings = [](std::uint32_t) { return base::Result<Opening>({article_of_fuzz.title, article_of_fuzz.lead}); };
    for (const query::ArticleId id : {query::ArticleId{0}, query::ArticleId{3}}) {
        const auto related = neighbours.of(id, openings);
        LESESAAL_CHECK(related.has_value());
        LESESAAL_CHECK(related->size() <= query::related_max);
        for (const query::ArticleId other : *related) {
            LESESAAL_CHECK(other != id);
            LESESAAL_CHECK(static_cast<std::size_t>(other) < index.articles().size());
        }
    }
}

inline void check_answers(const Index& index, const std::string& text) {
    constexpr const ArticleTexts& article = article_of_fuzz;
    const query::Query query = query::parse(text, {});
    Expander expander(index);
    const Plan plan = make_plan(query.root, expander);
    const auto texts = [](std::uint32_t) { return base::Result<ArticleTexts>(article_of_fuzz); };
    const auto answer = Evaluator(index).evaluate(plan, {.texts = texts});
    LESESAAL_CHECK(answer.has_value());
    LESESAAL_CHECK(answer->is_hit.size() == index.articles().size());
    LESESAAL_CHECK(answer->scores.size() == index.articles().size());
    for (const float score : answer->scores) LESESAAL_CHECK(std::isfinite(score));
    Matcher matcher(index, wanted_words(plan));
    for (const std::string_view one : {article.title, article.lead, article.body}) {
        const TextMatches found = matcher.find(one);
        for (const Match& match : found.matches) LESESAAL_CHECK(match.at.end <= one.size());
        (void)make_snippet(one, found);
    }
}

/// Returns: whether the bytes were taken for an index.
inline bool check_index(std::string_view input) {
    // Some articles, one in English and one without a word; lists may name more than there are.
    std::vector<ArticleFacts> articles(12, {40, false, 20'000});
    articles[3].is_english = true;
    articles[5] = {0, false, ArticleFacts::no_day};
    const IndexParts parts = unpack_parts(input);
    const auto index = Index::open(parts, articles);
    if (!index) {
        LESESAAL_CHECK(index.error().kind == base::ErrorKind::bad_input);
        return false;
    }
    std::vector<std::string> words = check_lexicon(index->words(), parts.word_postings);
    for (std::string& key : check_lexicon(index->parts(), parts.part_postings)) words.push_back(std::move(key));
    for (const char* word : {"Verwaltung", "Anträge", "policy", "verwaltnug", "e-mail", "Fussntoe"}) words.emplace_back(word);
    for (const std::string& word : words) {
        const auto closest = find_closest(*index, word, 1);
        if (closest) LESESAAL_CHECK(index->words().find(closest->key).has_value());
        for (const char* behind : {"", " ", "*"}) check_answers(*index, word + behind);
    }
    check_answers(*index, "\"" + words.front() + " " + words.back() + "\" -" + words[words.size() / 2] + " ");
    check_related(*index);
    check_answers(*index, "(" + words.front() + " ODER titel:" + words.back() + ") Die NAHE/3 Verwaltung ");
    return true;
}

}  // namespace lesesaal::search

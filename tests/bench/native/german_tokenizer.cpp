#include "native/german_tokenizer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "search/evaluator.h"
#include "text/spelling.h"
#include "text/words.h"

namespace lesesaal::bench {
namespace {

struct Tokenizer {
    const search::Index* index = nullptr;
    text::Stemmer stemmer{text::StemLanguage::german};
};

using Take = int (*)(void*, int, const char*, int, int, int);

int create(void* index, const char**, int, Fts5Tokenizer** out) {
    *out = reinterpret_cast<Fts5Tokenizer*>(new Tokenizer{static_cast<const search::Index*>(index)});
    return SQLITE_OK;
}

void destroy(Fts5Tokenizer* tokenizer) { delete reinterpret_cast<Tokenizer*>(tokenizer); }

int tokenize(Fts5Tokenizer* handle, void* context, int flags, const char* bytes, int size, Take take) {
    auto& tokenizer = *reinterpret_cast<Tokenizer*>(handle);
    const std::string_view text(bytes, static_cast<std::size_t>(size));
    text::Word word;
    for (text::WordScanner scanner(text); scanner.next(word);) {
        text::to_umlauts(word.folded);
        const auto give = [&](std::string_view token, int flag) {
            return take(context, flag, token.data(), static_cast<int>(token.size()), static_cast<int>(word.at.begin), static_cast<int>(word.at.end));
        };
        // A begin of a word is sought as it is written.
        const bool is_prefix = (flags & FTS5_TOKENIZE_PREFIX) != 0;
        if (const int code = give(is_prefix ? std::string_view(word.folded) : tokenizer.stemmer.stem(word.folded), 0); code != SQLITE_OK) return code;
        if ((flags & FTS5_TOKENIZE_DOCUMENT) == 0) continue;
        const auto entry = tokenizer.index->words().find(word.folded);
        if (!entry) continue;
        for (const text::CompoundPart& part : entry->parts) {
            const std::string_view stem = tokenizer.stemmer.stem(std::string_view(word.folded).substr(part.begin, part.end - part.begin));
            if (const int code = give(stem, FTS5_TOKEN_COLOCATED); code != SQLITE_OK) return code;
        }
    }
    return SQLITE_OK;
}

struct Ranking {
    const std::vector<float>* words = nullptr;
    double mean = 1;
};

int count_row(const Fts5ExtensionApi*, Fts5Context*, void* count) {
    ++*static_cast<std::int64_t*>(count);
    return SQLITE_OK;
}

void forget(void* rarities) { delete static_cast<std::vector<double>*>(rarities); }

void rank(const Fts5ExtensionApi* api, Fts5Context* fts, sqlite3_context* context, int, sqlite3_value**) {
    const auto& ranking = *static_cast<const Ranking*>(api->xUserData(fts));
    const int phrases = api->xPhraseCount(fts);
    auto* rarities = static_cast<std::vector<double>*>(api->xGetAuxdata(fts, 0));
    if (!rarities) {
        rarities = new std::vector<double>(static_cast<std::size_t>(phrases), 1);
        for (int phrase = 0; phrases > 1 && phrase < phrases; ++phrase) {
            std::int64_t rows = 0;
            api->xQueryPhrase(fts, phrase, &rows, count_row);
            const auto hits = static_cast<double>(rows);
            (*rarities)[static_cast<std::size_t>(phrase)] = std::log(1 + std::abs(static_cast<double>(ranking.words->size()) - hits + 0.5) / (hits + 0.5));
        }
        api->xSetAuxdata(fts, rarities, forget);
    }
    const double words = (*ranking.words)[static_cast<std::size_t>(api->xRowid(fts))];
    double score = 0;
    for (int phrase = 0; phrase < phrases; ++phrase) {
        double frequency = 0;
        Fts5PhraseIter at{};
        int column = -1;
        int offset = 0;
        int code = api->xPhraseFirst(fts, phrase, &at, &column, &offset);
        for (; code == SQLITE_OK && column >= 0; api->xPhraseNext(fts, &at, &column, &offset)) frequency += column == 0 ? search::title_weight : column == 1 ? search::lead_weight : 1;
        score += (*rarities)[static_cast<std::size_t>(phrase)] * frequency * 2.2 / (frequency + 1.2 * (0.25 + 0.75 * words / ranking.mean));
    }
    sqlite3_result_double(context, -score);
}

}  // namespace

int register_german(sqlite3* database, const search::Index& index, const std::vector<float>& words) {
    sqlite3_stmt* select = nullptr;
    fts5_api* api = nullptr;
    int code = sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &select, nullptr);
    if (code != SQLITE_OK) return code;
    sqlite3_bind_pointer(select, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(select);
    sqlite3_finalize(select);
    if (!api) return SQLITE_ERROR;
    fts5_tokenizer calls{create, destroy, tokenize};
    code = api->xCreateTokenizer(api, "german", const_cast<search::Index*>(&index), &calls, nullptr);
    if (code != SQLITE_OK) return code;
    auto* ranking = new Ranking{&words, std::accumulate(words.begin(), words.end(), 0.0) / static_cast<double>(std::max<std::size_t>(1, words.size()))};
    return api->xCreateFunction(api, "lesesaal_rank", ranking, rank, [](void* made) { delete static_cast<Ranking*>(made); });
}

}  // namespace lesesaal::bench

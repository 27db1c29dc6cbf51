#include "store/ranking.h"

#include <cmath>
#include <numeric>

#include "store/schema.h"
#include "store/tokenizer.h"

namespace lesesaal::store {
namespace {

// BM25's usual constants: how soon repetition stops to count, and how much length does.
constexpr double k1 = 1.2;
constexpr double b = 0.75;

/// What one search needs for all its hits: by phrase how much a match tells.
struct Search {
    std::vector<double> rarity;
};

void forget(void* search) { delete static_cast<Search*>(search); }

int count_row(const Fts5ExtensionApi*, Fts5Context*, void* count) {
    ++*static_cast<std::int64_t*>(count);
    return SQLITE_OK;
}

/// Null when memory runs out or the index is damaged; `code` says which.
Search* search_of(const Fts5ExtensionApi* api, Fts5Context* fts, const Ranking& ranking, int& code) {
    if (auto* known = static_cast<Search*>(api->xGetAuxdata(fts, 0))) return known;
    auto* search = new Search;
    const int phrases = api->xPhraseCount(fts);
    search->rarity.assign(static_cast<std::size_t>(phrases), 1);
    // A phrase alone tells the same of every hit; counting would be one more walk over all of them.
    for (int phrase = 0; phrases > 1 && phrase < phrases && code == SQLITE_OK; ++phrase) {
        std::int64_t rows = 0;
        code = api->xQueryPhrase(fts, phrase, &rows, count_row);
        search->rarity[static_cast<std::size_t>(phrase)] = ranking.rarity(rows);
    }
    if (code == SQLITE_OK) code = api->xSetAuxdata(fts, search, forget);  // on failure it has called forget
    else forget(search);
    return code == SQLITE_OK ? search : nullptr;
}

void rank(const Fts5ExtensionApi* api, Fts5Context* fts, sqlite3_context* context, int, sqlite3_value**) {
    const auto& ranking = *static_cast<const Ranking*>(api->xUserData(fts));
    int code = SQLITE_OK;
    const Search* search = search_of(api, fts, ranking, code);
    if (!search) {
        sqlite3_result_error_code(context, code);
        return;
    }
    double score = 0;
    for (std::size_t phrase = 0; phrase < search->rarity.size(); ++phrase) {
        double frequency = 0;
        Fts5PhraseIter at{};
        int column = -1;
        int offset = 0;
        code = api->xPhraseFirst(fts, static_cast<int>(phrase), &at, &column, &offset);
        for (; code == SQLITE_OK && column >= 0; api->xPhraseNext(fts, &at, &column, &offset)) frequency += column_weight(column);
        if (code != SQLITE_OK) {
            sqlite3_result_error_code(context, code);
            return;
        }
        score += ranking.score(search->rarity[phrase], frequency, api->xRowid(fts));
    }
    sqlite3_result_double(context, score);
}

}  // namespace

std::uint32_t column_weight(int column) {
    if (column == schema::title_column) return 5;
    return column == schema::lead_column ? 2 : 1;
}

Ranking::Ranking(const std::vector<std::uint16_t>& words) : words_(words) {
    const double sum = std::accumulate(words.begin(), words.end(), 0.0);
    if (sum > 0) mean_words_ = sum / static_cast<double>(words.size());
}

double Ranking::rarity(std::int64_t hits) const {
    const auto rows = static_cast<double>(hits);
    return std::log(1 + std::abs(static_cast<double>(words_.size()) - rows + 0.5) / (rows + 0.5));
}

double Ranking::score(double rarity, double frequency, std::int64_t row) const {
    const bool is_known = row >= 1 && row <= static_cast<std::int64_t>(words_.size());
    const double words = is_known ? words_[static_cast<std::size_t>(row - 1)] : mean_words_;
    const double length = k1 * (1 - b + b * words / mean_words_);
    return rarity * frequency * (k1 + 1) / (frequency + length);
}

base::Result<std::unique_ptr<Ranking>> Ranking::make(Connection& connection, const std::vector<std::uint16_t>& words) {
    std::unique_ptr<Ranking> ranking{new Ranking{words}};
    fts5_api* api = TRY(fts5_api_of(connection));
    const int code = api->xCreateFunction(api, "lesesaal_rank", ranking.get(), rank, nullptr);
    if (code != SQLITE_OK) return sqlite_failure(connection.handle(), code);
    return ranking;
}

}  // namespace lesesaal::store

// What SQLite's own index takes for the same queries, natively. Usage: fts5_limit FEED… < QUERIES
//
// QUERIES: [{"kind", "text"}] as typed; a blank behind it makes the last word a whole one. Prints [{"kind", "ms": […], "allMs":
// […]}]: the ranked twenty best, and every hit in its order, as a page needs them that counts and scrolls; each query so often.
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

#include "native/german_tokenizer.h"
#include "text/words.h"

namespace {

using namespace lesesaal;
using Json = nlohmann::json;

constexpr int rounds = 21;
constexpr const char* best_sql = "SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rank LIMIT 20";
constexpr const char* all_sql = "SELECT rowid, rank FROM words WHERE words MATCH ?1";

struct Document {
    std::string title;
    std::string text;
};

std::vector<Document> read_documents(int count, char** paths) {
    std::vector<Document> documents;
    for (int i = 0; i < count; ++i) {
        std::ifstream file(paths[i]);
        const Json feed = Json::parse(file, nullptr, false);
        for (const Json& item : feed["items"]) documents.push_back({item["title"], item["content_text"]});
    }
    return documents;
}

void must(int code, sqlite3* database) {
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
    std::cerr << "fts5_limit: " << sqlite3_errmsg(database) << "\n";
    std::exit(1);
}

/// In FTS5's words: all must be there, the last may be a begin.
std::string expression_of(const std::string& typed) {
    std::string expression;
    const bool is_phrase = typed.starts_with('"');
    text::Word word;
    std::size_t end = 0;
    for (text::WordScanner scanner(typed); scanner.next(word);) {
        if (!expression.empty()) expression += is_phrase ? " + " : " ";
        expression += '"' + typed.substr(word.at.begin, word.at.size()) + '"';
        end = word.at.end;
    }
    if (!is_phrase && end == typed.size() && !expression.empty()) expression += '*';
    return expression;
}

using Times = std::map<std::string, std::vector<double>>;  // by kind

/// Where the statement gives a rank, its rows are put in order here: SQLite would sort whole rows.
Times time_queries(sqlite3* database, const Json& queries, const char* sql) {
    Times times;
    sqlite3_stmt* select = nullptr;
    must(sqlite3_prepare_v2(database, sql, -1, &select, nullptr), database);
    const bool has_rank = sqlite3_column_count(select) > 1;
    for (const Json& query : queries) {
        const std::string expression = expression_of(query["text"]);
        for (int round = 0; round <= rounds; ++round) {
            const auto begin = std::chrono::steady_clock::now();
            sqlite3_bind_text(select, 1, expression.c_str(), -1, SQLITE_STATIC);
            std::vector<std::pair<double, sqlite3_int64>> hits;
            int code = sqlite3_step(select);
            for (; code == SQLITE_ROW; code = sqlite3_step(select)) {
                if (has_rank) hits.emplace_back(sqlite3_column_double(select, 1), sqlite3_column_int64(select, 0));
            }
            must(code, database);
            sqlite3_reset(select);
            std::ranges::sort(hits);
            const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
            if (round > 0) times[query["kind"]].push_back(taken.count());  // the first warms up
        }
    }
    sqlite3_finalize(select);
    return times;
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<Document> documents = read_documents(count - 1, arguments + 1);
    search::IndexBuilder builder;
    std::vector<float> words{0};
    for (std::uint32_t i = 0; i < documents.size(); ++i) {
        builder.add(i, {documents[i].title, "", documents[i].text}, search::Language::german);
        words.push_back(static_cast<float>(std::count(documents[i].text.begin(), documents[i].text.end(), ' ') + 1));
    }
    const auto index = search::Index::open(builder.finish(), std::vector<search::ArticleFacts>(documents.size()));
    if (!index) return 1;

    sqlite3* database = nullptr;
    must(sqlite3_open(":memory:", &database), database);
    must(bench::register_german(database, *index, words), database);
    must(sqlite3_exec(database, "PRAGMA page_size=16384; CREATE VIRTUAL TABLE words USING fts5(title, lead, body, content='', tokenize='german'); BEGIN", nullptr, nullptr, nullptr), database);
    sqlite3_stmt* insert = nullptr;
    must(sqlite3_prepare_v2(database, "INSERT INTO words(rowid, title, lead, body) VALUES(?1, ?2, '', ?3)", -1, &insert, nullptr), database);
    for (std::size_t i = 0; i < documents.size(); ++i) {
        sqlite3_bind_int64(insert, 1, static_cast<sqlite3_int64>(i) + 1);
        sqlite3_bind_text(insert, 2, documents[i].title.c_str(), -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, 3, documents[i].text.c_str(), -1, SQLITE_STATIC);
        must(sqlite3_step(insert), database);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    must(sqlite3_exec(database, "INSERT INTO words(words) VALUES('optimize'); INSERT INTO words(words, rank) VALUES('rank', 'lesesaal_rank()'); COMMIT", nullptr, nullptr, nullptr), database);

    const Json queries = Json::parse(std::string(std::istreambuf_iterator<char>(std::cin), {}), nullptr, false);
    const auto best = time_queries(database, queries, best_sql);
    const auto all = time_queries(database, queries, all_sql);
    Json out = Json::array();
    for (const auto& [kind, ms] : best) out.push_back({{"kind", kind}, {"ms", ms}, {"allMs", all.at(kind)}});
    std::cout << out.dump() << "\n";
    sqlite3_close(database);
}

#include "store/tokenizer.h"

#include <algorithm>
#include <string>
#include <vector>

#include "store/schema.h"

namespace lesesaal::store {
namespace {

using Then = std::function<void(std::string_view, base::ByteRange)>;

int take_token(void* context, int, const char* token, int bytes, int begin, int end) {
    const auto& then = *static_cast<const Then*>(context);
    then({token, static_cast<std::size_t>(bytes)}, {static_cast<std::size_t>(begin), static_cast<std::size_t>(end)});
    return SQLITE_OK;
}

/// The name and the arguments, as the schema writes them.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

}  // namespace

base::Result<fts5_api*> fts5_api_of(Connection& connection) {
    Statement select = TRY(connection.prepare("SELECT fts5(?1)"));
    fts5_api* api = nullptr;
    select.start().bind_pointer(1, &api, "fts5_api_ptr");
    TRY(select.step());
    if (!api) return base::fail(base::ErrorKind::unsupported, "this program's SQLite has no text index");
    return api;
}

base::Result<Tokenizer> Tokenizer::open(Connection& connection) {
    fts5_api* api = TRY(fts5_api_of(connection));
    const std::vector<std::string> words = words_of(LESESAAL_TOKENIZER);
    std::vector<const char*> arguments;
    for (std::size_t i = 1; i < words.size(); ++i) arguments.push_back(words[i].c_str());
    void* context = nullptr;
    fts5_tokenizer calls{};
    int code = api->xFindTokenizer(api, words.front().c_str(), &context, &calls);
    Fts5Tokenizer* handle = nullptr;
    if (code == SQLITE_OK) code = calls.xCreate(context, arguments.data(), static_cast<int>(arguments.size()), &handle);
    if (code != SQLITE_OK) return sqlite_failure(connection.handle(), code);
    return Tokenizer{calls, Handle(handle, Delete{calls.xDelete})};
}

void Tokenizer::each(std::string_view text, const Then& then) const {
    // Fails only when memory for a folded word runs out; the words up to there were told.
    calls_.xTokenize(handle_.get(), const_cast<Then*>(&then), FTS5_TOKENIZE_DOCUMENT, text.data(), static_cast<int>(text.size()),
                     take_token);
}

}  // namespace lesesaal::store

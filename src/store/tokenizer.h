#pragma once
// The text index's own tokenizer, for what is done beside the index: the same words as there.

#include <functional>
#include <memory>
#include <string_view>

#include "base/byte_range.h"
#include "base/result.h"
#include "store/connection.h"

namespace lesesaal::store {

/// FTS5 hands its interface out through a pointer bound to a statement (sqlite.org/fts5.html, section 7).
[[nodiscard]] base::Result<fts5_api*> fts5_api_of(Connection& connection);

class Tokenizer {
public:
    /// Lifetime: the connection must stay.
    [[nodiscard]] static base::Result<Tokenizer> open(Connection& connection);

    /// Calls with every word, folded as in the index, and where it stands in `text`.
    void each(std::string_view text, const std::function<void(std::string_view folded, base::ByteRange at)>& then) const;

private:
    struct Delete {
        void (*destroy)(Fts5Tokenizer*) = nullptr;
        void operator()(Fts5Tokenizer* handle) const { destroy(handle); }
    };
    using Handle = std::unique_ptr<Fts5Tokenizer, Delete>;
    Tokenizer(fts5_tokenizer calls, Handle handle) : calls_(calls), handle_(std::move(handle)) {}

    fts5_tokenizer calls_;
    Handle handle_;
};

}  // namespace lesesaal::store

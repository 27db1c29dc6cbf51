// Marks from elsewhere become operations of the log.

#include <algorithm>

#include "base/digest.h"
#include "exchange/exchange.h"

namespace lesesaal::exchange {
namespace {

using notebook::Kind;
using notebook::Log;
using notebook::Operation;

constexpr std::size_t uid_bytes_max = 64;

/// A uid from a file is an address inside of the log: only what one may look like.
bool is_uid(std::string_view uid) {
    return !uid.empty() && uid.size() <= uid_bytes_max &&
           std::ranges::all_of(uid, [](char c) { return c > ' ' && c < '\x7F'; });
}

std::string digest_of(std::string_view kind, std::string_view text) {
    return base::sha256_hex(std::string(kind) + "\n" + std::string(text)).substr(0, 16);
}

/// Who wrote an operation that comes from a file with its time: made of what it says. So a second device that reads the same
/// file makes the same operation, and what somebody has seen of it is seen everywhere.
std::string replica_of(const Operation& operation) {
    return digest_of(notebook::name_of(operation.kind), operation.uid + "\n" + operation.item + "\n" + operation.value);
}

std::string_view without_end_blanks(std::string_view text) {
    const std::size_t end = text.find_last_not_of(" \t\r\n");
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    return end == std::string_view::npos ? std::string_view{} : text.substr(begin, end + 1 - begin);
}

bool is_seen(const Operation& operation, std::string_view replica) {
    return operation.seen && std::ranges::find(*operation.seen, replica, &notebook::Seen::replica) != operation.seen->end();
}

class Drafts {
public:
    Drafts(const Log& log, const std::string& replica, const std::string& corpus_id, std::int64_t now_ms)
        : log_(replica, corpus_id), corpus_id_(corpus_id), now_ms_(now_ms) {
        for (const Operation* operation : log.operations()) log_.merge({operation, 1});
    }

    void put(const Draft& draft, const std::string& uid) {
        if (draft.value.size() > notebook::value_bytes_max) return;
        const std::string card = encode(draft.card);
        const bool has_card = !draft.card.headline.empty() || !draft.card.url.empty();
        if (has_card && !log_.find(Kind::card, uid)) write({.uid = uid, .kind = Kind::card, .value = card}, draft.made_ms);
        Operation operation{.uid = uid, .kind = draft.kind, .value = draft.value, .item = draft.item};
        if (notebook::has_many_values(draft.kind) && draft.value.empty()) return;
        const Operation* known = log_.find(draft.kind, uid, notebook::has_many_values(draft.kind) ? draft.value : draft.item);
        if (!known) return write(std::move(operation), draft.made_ms);
        // Taken off here and brought back by a file that somebody chose: from now on it is there.
        if (!known->is_set) return write(std::move(operation), 0);
        if (notebook::keeps_conflicts(draft.kind) && !has(*known, draft))
            write_beside(std::move(operation), *known, draft.made_ms);
    }

    [[nodiscard]] std::vector<Operation> take() { return std::move(operations_); }

private:
    [[nodiscard]] bool has(const Operation& known, const Draft& draft) const {
        const auto is_same = [&](const Operation& one) {
            return without_end_blanks(one.value) == without_end_blanks(draft.value);
        };
        return is_same(known) || std::ranges::any_of(log_.conflicts(draft.kind, known.uid, draft.item), is_same);
    }

    void write(Operation operation, std::int64_t made_ms) {
        if (made_ms > 0) return write_at(std::move(operation), made_ms);
        operations_.push_back(log_.record(
            {.kind = operation.kind, .uid = operation.uid, .value = operation.value, .item = operation.item}, now_ms_));
    }

    void write_at(Operation operation, std::int64_t made_ms) {
        operation.replica = replica_of(operation);
        operation.clock = {made_ms, 0};
        operation.corpus = corpus_id_;
        if (notebook::keeps_conflicts(operation.kind)) operation.seen.emplace();
        log_.merge({&operation, 1});
        operations_.push_back(std::move(operation));
    }

    /// Another version. Of unknown age it must not replace what is here, so it counts as a little older.
    void write_beside(Operation operation, const Operation& known, std::int64_t made_ms) {
        if (is_seen(known, replica_of(operation))) return;
        write_at(std::move(operation), made_ms > 0 ? made_ms : std::max<std::int64_t>(known.clock.wall_ms - 1, 0));
    }

    Log log_;
    std::string corpus_id_;
    std::int64_t now_ms_;
    std::vector<Operation> operations_;
};

/// Of an article that is not here: the same for the same address, or else headline.
std::string made_uid(const notebook::Card& card) {
    return card.url.empty() ? digest_of("headline", card.headline) : digest_of("url", card.url);
}

}  // namespace

std::vector<Operation> to_operations(const std::vector<Draft>& drafts, const Log& log, const std::string& replica,
                                     const std::string& corpus_id, std::int64_t now_ms, const FindArticle& find) {
    Drafts imported(log, replica, corpus_id, now_ms);
    for (const Draft& draft : drafts) {
        const bool has_name = !draft.card.url.empty() || !draft.card.headline.empty();
        if (is_uid(draft.uid)) imported.put(draft, draft.uid);
        else if (has_name) imported.put(draft, find(draft.card).value_or(made_uid(draft.card)));
    }
    return imported.take();
}

}  // namespace lesesaal::exchange

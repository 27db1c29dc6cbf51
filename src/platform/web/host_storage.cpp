// The host as a store: web/storage.js on the other side.

#include <span>
#include <utility>

#include "platform/web/host.h"
#include "platform/web/host_state.h"
#include "platform/web/imports.h"

namespace lesesaal::platform::web {

namespace {

void add_words(std::vector<std::uint32_t>& words, const std::string& text) {
    words.push_back(static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(text.data())));
    words.push_back(static_cast<std::uint32_t>(text.size()));
}

/// Lifetime of what the page reads: the call.
void send(int request, std::span<const StoredRecord> added, std::span<const std::string> removed) {
    std::vector<std::uint32_t> words;
    words.reserve(added.size() * 4);
    for (const StoredRecord& record : added) {
        add_words(words, record.key);
        add_words(words, record.bytes);
    }
    std::vector<std::uint32_t> keys;
    keys.reserve(removed.size() * 2);
    for (const std::string& key : removed) add_words(keys, key);
    lesesaal_storage_replace(request, words.data(), added.size(), keys.data(), removed.size());
}

}  // namespace

void Host::open(const std::string& corpus_id, std::function<void(base::Result<StorageContents>)> then,
                std::function<void(std::vector<StoredRecord>)> on_records) {
    state_->on_records = std::move(on_records);
    lesesaal_storage_open(state_->opens.add(std::move(then)), corpus_id.data(), corpus_id.size());
}

void Host::append(std::vector<StoredRecord> records, std::function<void(base::Result<void>)> then) {
    send(state_->appends.add(std::move(then)), records, {});
}

void Host::replace(std::vector<StoredRecord> added, std::vector<std::string> removed,
                   std::function<void(base::Result<void>)> then) {
    send(state_->appends.add(std::move(then)), added, removed);
}

void Host::refresh(std::function<void(base::Result<StorageContents>)> then) {
    lesesaal_storage_refresh(state_->opens.add(std::move(then)));
}

}  // namespace lesesaal::platform::web

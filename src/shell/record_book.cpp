#include "shell/record_book.h"

#include <algorithm>
#include <utility>

#include "notebook/pack.h"

namespace lesesaal::shell {
namespace {

std::vector<const notebook::Operation*> pointers_to(std::span<const notebook::Operation> operations) {
    std::vector<const notebook::Operation*> pointers;
    pointers.reserve(operations.size());
    for (const notebook::Operation& operation : operations) pointers.push_back(&operation);
    return pointers;
}

void add_packs(std::vector<platform::StoredRecord>& records, std::span<const notebook::Operation* const> operations) {
    for (std::string& pack : notebook::encode_packs(operations)) {
        std::string key = notebook::key_of_pack(pack);
        records.push_back({std::move(key), std::move(pack)});
    }
}

}  // namespace

Decoded RecordBook::read(std::span<const platform::StoredRecord> records) {
    Decoded decoded;
    for (const platform::StoredRecord& record : records) {
        auto operations = notebook::decode_record(record.bytes);
        if (!operations) {
            ++decoded.bad;
            continue;
        }
        if (notebook::is_pack_key(record.key)) packs_.push_back(record.key);
        else if (operations->size() == 1) singles_.push_back({record.key, operations->front()});
        std::ranges::move(*operations, std::back_inserter(decoded.operations));
    }
    return decoded;
}

std::vector<platform::StoredRecord> RecordBook::records_of(std::span<const notebook::Operation> operations) {
    std::vector<platform::StoredRecord> records;
    if (operations.size() > operations_single_max) {
        add_packs(records, pointers_to(operations));
        return records;
    }
    for (const notebook::Operation& operation : operations) records.push_back({notebook::key_of(operation), notebook::encode(operation)});
    return records;
}

void RecordBook::kept(std::span<const platform::StoredRecord> records, std::span<const notebook::Operation> operations) {
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (notebook::is_pack_key(records[i].key)) packs_.push_back(records[i].key);
        else singles_.push_back({records[i].key, operations[i]});
    }
}

std::optional<Compaction> RecordBook::plan(const notebook::Log& log) const {
    // Half-filled ones are spared; a log of many operations needs many in any case.
    const bool has_many_packs = packs_.size() > pack_records_max + 2 * log.operation_count() / notebook::pack_operations_max;
    if (singles_.size() <= single_records_max && !has_many_packs) return std::nullopt;
    Compaction compaction;
    if (has_many_packs) {
        add_packs(compaction.added, log.operations());
        compaction.removed = packs_;
    } else {
        std::vector<const notebook::Operation*> operations;
        for (const Single& single : singles_) operations.push_back(&single.operation);
        add_packs(compaction.added, operations);
    }
    for (const Single& single : singles_) compaction.removed.push_back(single.key);
    // A pack of the same content has the same key, and stays.
    std::erase_if(compaction.removed, [&](const std::string& key) {
        return std::ranges::find(compaction.added, key, &platform::StoredRecord::key) != compaction.added.end();
    });
    return compaction;
}

void RecordBook::done(const Compaction& compaction) {
    std::vector<std::string> removed = compaction.removed;
    std::ranges::sort(removed);
    std::erase_if(singles_, [&](const Single& single) { return std::ranges::binary_search(removed, single.key); });
    std::erase_if(packs_, [&](const std::string& key) { return std::ranges::binary_search(removed, key); });
    for (const platform::StoredRecord& record : compaction.added) {
        if (std::ranges::find(packs_, record.key) == packs_.end()) packs_.push_back(record.key);
    }
}

}  // namespace lesesaal::shell

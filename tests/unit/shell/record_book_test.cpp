#include <doctest.h>

#include "notebook/pack.h"
#include "shell/record_book.h"

using namespace lesesaal;
using namespace lesesaal::shell;
using notebook::Operation;
using platform::StoredRecord;

namespace {

std::vector<Operation> many(std::size_t count, std::size_t from = 0) {
    std::vector<Operation> operations;
    for (std::size_t i = from; i < from + count; ++i) {
        operations.push_back({.replica = "r", .clock = {static_cast<std::int64_t>(i), 0}, .corpus = "c", .uid = std::to_string(i)});
    }
    return operations;
}

std::vector<StoredRecord> singles(const std::vector<Operation>& operations) {
    std::vector<StoredRecord> records;
    for (const Operation& operation : operations) records.push_back({notebook::key_of(operation), notebook::encode(operation)});
    return records;
}

/// What a store would hold afterwards.
std::vector<StoredRecord> after(std::vector<StoredRecord> records, const Compaction& compaction) {
    std::erase_if(records, [&](const StoredRecord& record) {
        return std::ranges::find(compaction.removed, record.key) != compaction.removed.end();
    });
    records.insert(records.end(), compaction.added.begin(), compaction.added.end());
    return records;
}

notebook::Log log_of(const std::vector<StoredRecord>& records) {
    RecordBook book;
    notebook::Log log("x", "c");
    log.merge(book.read(records).operations);
    return log;
}

}  // namespace

TEST_CASE("record book: few single records are left alone, many become one pack with the same operations") {
    RecordBook book;
    notebook::Log log("x", "c");
    std::vector<StoredRecord> records = singles(many(single_records_max));
    log.merge(book.read(records).operations);
    CHECK_FALSE(book.plan(log));
    const std::vector<StoredRecord> one_more = singles(many(1, single_records_max));
    log.merge(book.read(one_more).operations);
    const auto plan = book.plan(log);
    REQUIRE(plan);
    CHECK(plan->added.size() == 1);
    CHECK(plan->removed.size() == single_records_max + 1);
    records.push_back(one_more[0]);
    CHECK(log_of(after(records, *plan)) == log);
    book.done(*plan);
    CHECK_FALSE(book.plan(log));
}

TEST_CASE("record book: a record that cannot be read is counted, and no compaction removes it") {
    RecordBook book;
    notebook::Log log("x", "c");
    std::vector<StoredRecord> records = singles(many(single_records_max + 1));
    records.push_back({"bad", "unlesbar"});
    const Decoded decoded = book.read(records);
    CHECK(decoded.bad == 1);
    log.merge(decoded.operations);
    const auto plan = book.plan(log);
    REQUIRE(plan);
    CHECK(std::ranges::find(plan->removed, "bad") == plan->removed.end());
}

TEST_CASE("record book: many packs become few, without what no merge needs any more") {
    RecordBook book;
    notebook::Log log("x", "c");
    std::vector<StoredRecord> records;
    for (std::size_t i = 0; i <= pack_records_max; ++i) {
        // The same bookmark, set and taken off again and again.
        std::vector<Operation> operations = many(operations_single_max + 1, 1000 * i);
        for (Operation& operation : operations) operation.uid = "immer derselbe";
        for (StoredRecord& record : RecordBook::records_of(operations)) records.push_back(record);
    }
    log.merge(book.read(records).operations);
    const auto plan = book.plan(log);
    REQUIRE(plan);
    CHECK(plan->added.size() == 1);
    CHECK(plan->removed.size() == records.size());
    CHECK(log_of(after(records, *plan)) == log);
    CHECK(log.operation_count() == 1);
}

TEST_CASE("record book: new operations get a record each, or packs where they are many") {
    CHECK(RecordBook::records_of(many(operations_single_max)).size() == operations_single_max);
    CHECK(RecordBook::records_of(many(operations_single_max + 1)).size() == 1);
    CHECK(RecordBook::records_of(many(notebook::pack_operations_max + 1)).size() == 2);
    CHECK(RecordBook::records_of({}).empty());
}

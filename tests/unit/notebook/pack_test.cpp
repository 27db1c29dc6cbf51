#include <doctest.h>

#include <random>

#include "base/digest.h"
#include "notebook/pack.h"

using namespace lesesaal;
using namespace lesesaal::notebook;

namespace {

std::vector<Operation> many(std::size_t count) {
    std::mt19937 random(7);
    std::vector<Operation> operations;
    for (std::size_t i = 0; i < count; ++i) {
        Operation operation{.replica = i % 2 ? "00112233aabbccdd" : "ffeeddccbbaa9988",
                            .clock = {1'700'000'000'000 + static_cast<std::int64_t>(random() % 1'000'000), static_cast<std::uint32_t>(random() % 3)},
                            .corpus = "corpus",
                            .uid = std::to_string(random() % 1000),
                            .kind = static_cast<Kind>(random() % static_cast<unsigned>(Kind::count_)),
                            .is_set = random() % 5 != 0};
        if (random() % 2) operation.value = "Wörter „mit“ \"Zeichen\"\n" + std::to_string(random());
        if (has_items(operation.kind)) operation.item = "item" + std::to_string(i);
        if (keeps_conflicts(operation.kind)) operation.seen = std::vector<Seen>{{"00112233aabbccdd", {static_cast<std::int64_t>(i), 1}}};
        operations.push_back(std::move(operation));
    }
    return operations;
}

std::vector<const Operation*> pointers(const std::vector<Operation>& operations) {
    std::vector<const Operation*> list;
    for (const Operation& operation : operations) list.push_back(&operation);
    return list;
}

}  // namespace

TEST_CASE("pack: what is packed comes back, in order, with all its members") {
    const std::vector<Operation> operations = many(500);
    const auto read = decode_record(encode_pack(pointers(operations)));
    REQUIRE(read);
    CHECK(*read == operations);
}

TEST_CASE("pack: an empty one is one too") {
    const auto read = decode_record(encode_pack({}));
    REQUIRE(read);
    CHECK(read->empty());
}

TEST_CASE("pack: a record of one operation is read by the same function") {
    const Operation operation = many(1)[0];
    const auto read = decode_record(encode(operation));
    REQUIRE(read);
    CHECK(*read == std::vector{operation});
}

TEST_CASE("pack: more than the limit is divided, and nothing is lost") {
    const std::vector<Operation> operations = many(pack_operations_max + 1);
    const auto packs = encode_packs(pointers(operations));
    REQUIRE(packs.size() == 2);
    auto first = decode_record(packs[0]);
    const auto second = decode_record(packs[1]);
    REQUIRE(first);
    REQUIRE(second);
    CHECK(first->size() == pack_operations_max);
    first->insert(first->end(), second->begin(), second->end());
    CHECK(*first == operations);
}

TEST_CASE("pack: a flipped bit or a cut anywhere is refused, or means the same") {
    const std::vector<Operation> operations = many(12);
    const std::string pack = encode_pack(pointers(operations));
    for (std::size_t i = 0; i < pack.size(); ++i) {
        std::string changed = pack;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        if (const auto read = decode_record(changed)) CHECK(*read == operations);
        CHECK_FALSE(decode_record(pack.substr(0, i)));
    }
}

TEST_CASE("pack: a body of another form is told as unknown, though its checksum is right") {
    const auto with_body = [](const std::string& body) {
        char crc[9];
        std::snprintf(crc, sizeof crc, "%08x", base::crc32(body));
        return decode_record(R"({"crc":")" + std::string(crc) + R"(","pack":1,"v":1})" + "\n" + body);
    };
    REQUIRE(with_body(R"([["r"],["c"],["u"],["read",0,0,1,0,1,0,"","",0]])"));
    for (const char* body : {R"([["r"],["c"],["u"],["read",1,0,1,0,1,0,"","",0]])",     // no such uid
                             R"([["r"],["c"],["u"],["dream",0,0,1,0,1,0,"","",0]])",    // no such kind
                             R"([["r"],["c"],["u"],["read",0,0,1,0,2,0,"","",0]])",     // neither set nor not
                             R"([["r"],["c"],["u"],["read",0,0,1,0,1,0,"",""]])",       // cut
                             R"([["r"],["c"],["u"],["read",0,0,1,0,1,0,"","",[0,1]]])", // half a Seen
                             R"([["r"],["c"],["u"],["read",0,0,1,0,1,0,"","",0],[]])",  // one list more
                             R"([["r"],["c"],["u"]])", R"({"a":1})", R"([[[]]])", R"([])", R"(1)", R"("x")", ""}) {
        CAPTURE(body);
        const auto read = with_body(body);
        REQUIRE_FALSE(read);
        CHECK(read.error().kind == base::ErrorKind::unsupported);
    }
}

TEST_CASE("pack: the same operations have the same key, others another") {
    const std::vector<Operation> operations = many(3);
    const std::string pack = encode_pack(pointers(operations));
    CHECK(key_of_pack(pack) == key_of_pack(pack));
    CHECK(key_of_pack(pack) != key_of_pack(encode_pack({})));
    CHECK(is_pack_key(key_of_pack(pack)));
    CHECK_FALSE(is_pack_key(key_of(operations[0])));
}

#include "notebook/pack.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>

#include "base/check.h"
#include "base/digest.h"

namespace lesesaal::notebook {
namespace {

using base::ErrorKind;
using base::fail;
using nlohmann::json;

constexpr std::string_view key_prefix = "pack-";
constexpr std::size_t header_bytes_max = 200;

/// Texts by their number, in the order they came.
class Table {
public:
    std::string number_of(std::string_view text) {
        const auto [at, is_new] = numbers_.try_emplace(std::string(text), numbers_.size());
        if (is_new) texts_.push_back(text);
        return std::to_string(at->second);
    }
    [[nodiscard]] std::string list() const;

private:
    std::map<std::string, std::size_t, std::less<>> numbers_;
    std::vector<std::string_view> texts_;
};

std::string json_text(std::string_view text) {
    if (text.empty()) return R"("")";
    return json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string Table::list() const {
    std::string list = "[";
    for (const std::string_view text : texts_) list += (list.size() > 1 ? "," : "") + json_text(text);
    return list + "]";
}

std::string seen_list(const Operation& operation, Table& replicas) {
    if (!operation.seen) return "0";
    std::string list = "[";
    for (const Seen& one : *operation.seen) {
        if (list.size() > 1) list += ',';
        list += replicas.number_of(one.replica) + "," + std::to_string(one.clock.wall_ms) + "," + std::to_string(one.clock.counter);
    }
    return list + "]";
}

/// Takes the body token by token: a tree of half a million values would cost more than all the rest.
class Reader final : public json::json_sax_t {
public:
    std::vector<Operation> operations;

    [[nodiscard]] bool is_whole() const { return depth_ == 0 && list_ == 4 && field_ == 0 && !is_wrong_; }

    bool number_unsigned(number_unsigned_t number) override { return take(number); }
    bool string(string_t& text) override { return take(text); }
    bool start_array(std::size_t) override {
        if (depth_ == 0) return depth_ = 1, !std::exchange(is_begun_, true);
        if (depth_ == 1) return depth_ = 2, ++list_ <= 4;
        // Only the last member of an operation is a list.
        if (depth_ != 2 || list_ != 4 || field_ != 9) return wrong();
        operations.back().seen.emplace();
        return depth_ = 3, true;
    }
    bool end_array() override {
        if (depth_-- == 3) {
            if (part_ != 0) return wrong();
            field_ = 0;
        }
        return true;
    }
    bool null() override { return wrong(); }
    bool boolean(bool) override { return wrong(); }
    bool number_integer(number_integer_t) override { return wrong(); }
    bool number_float(number_float_t, const string_t&) override { return wrong(); }
    bool binary(binary_t&) override { return wrong(); }
    bool start_object(std::size_t) override { return wrong(); }
    bool key(string_t&) override { return wrong(); }
    bool end_object() override { return wrong(); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return wrong(); }

private:
    bool wrong() { return is_wrong_ = true, false; }

    bool take(std::string& text) {
        if (depth_ != 2) return wrong();
        if (list_ < 4) return lists_[list_ - 1].push_back(std::move(text)), true;
        if (field_ == 0) return begin(text);
        if (field_ == 7) return operations.back().item = std::move(text), ++field_, true;
        if (field_ != 8 || text.size() > value_bytes_max) return wrong();
        return operations.back().value = std::move(text), ++field_, true;
    }

    bool begin(const std::string& kind) {
        for (std::size_t i = 0; i < static_cast<std::size_t>(Kind::count_); ++i) {
            if (name_of(static_cast<Kind>(i)) != kind) continue;
            operations.emplace_back().kind = static_cast<Kind>(i);
            return ++field_, true;
        }
        return wrong();
    }

    bool take(std::uint64_t number) {
        if (depth_ == 3) return take_seen(number);
        if (depth_ != 2 || list_ != 4 || operations.empty()) return wrong();
        Operation& operation = operations.back();
        switch (field_++) {
            case 1: return pick(operation.uid, 2, number);
            case 2: return pick(operation.replica, 0, number);
            case 3: return operation.clock.wall_ms = static_cast<std::int64_t>(number), number <= wall_ms_max || wrong();
            case 4: return operation.clock.counter = static_cast<std::uint32_t>(number), number <= UINT32_MAX || wrong();
            case 5: return operation.is_set = number == 1, number <= 1 || wrong();
            case 6: return pick(operation.corpus, 1, number);
            case 9: return field_ = 0, number == 0 || wrong();
            default: return wrong();
        }
    }

    bool take_seen(std::uint64_t number) {
        std::vector<Seen>& seen = *operations.back().seen;
        switch (std::exchange(part_, (part_ + 1) % 3)) {
            case 0:
                if (seen.size() == seen_max) return wrong();
                return pick(seen.emplace_back().replica, 0, number);
            case 1: return seen.back().clock.wall_ms = static_cast<std::int64_t>(number), number <= wall_ms_max || wrong();
            default: return seen.back().clock.counter = static_cast<std::uint32_t>(number), number <= UINT32_MAX || wrong();
        }
    }

    bool pick(std::string& text, std::size_t list, std::uint64_t number) {
        if (number >= lists_[list].size()) return wrong();
        text = lists_[list][number];
        return true;
    }

    std::array<std::vector<std::string>, 3> lists_;  // replicas, corpora, uids
    int depth_ = 0;
    std::size_t list_ = 0;   // from 1; the fourth holds the operations
    std::size_t field_ = 0;  // of the operation
    std::size_t part_ = 0;   // of one Seen
    bool is_begun_ = false;
    bool is_wrong_ = false;
};

}  // namespace

std::string encode_pack(std::span<const Operation* const> operations) {
    LESESAAL_CHECK(operations.size() <= pack_operations_max);
    Table replicas;
    Table corpora;
    Table uids;
    std::string list = "[";
    for (const Operation* operation : operations) {
        if (list.size() > 1) list += ',';
        list += json_text(name_of(operation->kind));
        for (const std::string& number :
             {uids.number_of(operation->uid), replicas.number_of(operation->replica), std::to_string(operation->clock.wall_ms),
              std::to_string(operation->clock.counter), std::string(operation->is_set ? "1" : "0"), corpora.number_of(operation->corpus)}) {
            list += ',' + number;
        }
        list += ',' + json_text(operation->item) + ',' + json_text(operation->value) + ',' + seen_list(*operation, replicas);
    }
    const std::string body = "[" + replicas.list() + "," + corpora.list() + "," + uids.list() + "," + list + "]]";
    const json header{{"v", operation_version}, {"pack", operations.size()}, {"crc", base::hex8(base::crc32(body))}};
    return header.dump() + "\n" + body;
}

std::vector<std::string> encode_packs(std::span<const Operation* const> operations) {
    std::vector<std::string> packs;
    for (std::size_t begin = 0; begin < operations.size(); begin += pack_operations_max) {
        packs.push_back(encode_pack(operations.subspan(begin, std::min(pack_operations_max, operations.size() - begin))));
    }
    return packs;
}

std::string key_of_pack(std::string_view pack) { return std::string(key_prefix) + base::sha256_hex(pack).substr(0, 32); }

bool is_pack_key(std::string_view key) { return key.starts_with(key_prefix); }

base::Result<std::vector<Operation>> decode_record(std::string_view record) {
    const std::size_t line = record.substr(0, header_bytes_max).find('\n');
    if (line == std::string_view::npos) {
        auto operation = decode(record);
        if (!operation) return std::unexpected(std::move(operation.error()));
        return std::vector<Operation>{std::move(*operation)};
    }
    if (record.size() > pack_bytes_max) return fail(ErrorKind::too_large, "pack: over 64 MiB");
    const std::string_view head = record.substr(0, line);
    const std::string_view body = record.substr(line + 1);
    const json header = json::parse(head.begin(), head.end(), nullptr, false);
    const auto is_number = [&](const char* name) { return header.contains(name) && header[name].is_number_unsigned(); };
    if (!header.is_object() || !is_number("v") || !is_number("pack") || !header.contains("crc") || !header["crc"].is_string()) {
        return fail(ErrorKind::bad_input, "pack: no header");
    }
    if (header["crc"].get<std::string>() != base::hex8(base::crc32(body))) return fail(ErrorKind::bad_input, "pack: wrong checksum");
    if (header["v"].get<std::uint64_t>() > operation_version) return fail(ErrorKind::unsupported, "pack: of a newer version");
    const auto count = header["pack"].get<std::uint64_t>();
    if (count > pack_operations_max) return fail(ErrorKind::too_large, "pack: over 1,000 operations");
    Reader reader;
    reader.operations.reserve(count);
    const bool is_read = json::sax_parse(body.begin(), body.end(), &reader);
    // The checksum holds, so it was written like this: by a program that knows more.
    if (!is_read || !reader.is_whole() || reader.operations.size() != count) return fail(ErrorKind::unsupported, "pack: of an unknown form");
    return std::move(reader.operations);
}

}  // namespace lesesaal::notebook

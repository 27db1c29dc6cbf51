#include "ingest/json_scan.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace lesesaal::ingest {
namespace {

using Json = nlohmann::json;

// Hands the bytes to the parser and remembers how far it came.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, const char** farthest) : at_(at), farthest_(farthest) {}
    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        *farthest_ = ++at_;
        return *this;
    }
    CountingIterator operator++(int) {
        const CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return at_ == other.at_; }

private:
    const char* at_;
    const char** farthest_;
};

class Scan : public nlohmann::json_sax<Json> {
public:
    Scan(const char* begin, const char* const& farthest, int depth_max)
        : begin_(begin), farthest_(farthest), depth_max_(depth_max) {}

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }

    bool key(string_t& name) override {
        if (depth_ == 1) is_items_ = name == "items";
        return true;
    }
    bool start_array(std::size_t) override {
        if (depth_ == 1 && is_items_) items_.clear();
        is_array_at_1_ = depth_ == 1 ? true : is_array_at_1_;
        return enter();
    }
    bool end_array() override { return leave(); }
    bool start_object(std::size_t) override {
        if (depth_ == 2 && is_items_ && is_array_at_1_) items_.push_back(offset());
        is_array_at_1_ = depth_ == 1 ? false : is_array_at_1_;
        return enter();
    }
    bool end_object() override { return leave(); }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        // The position counts the bytes read, the offending one included.
        error_ = position > 0 ? position - 1 : 0;
        return false;
    }

    std::vector<std::size_t> items_;
    std::optional<std::size_t> error_;
    bool is_too_deep_ = false;

    // The parser has just read the bracket.
    [[nodiscard]] std::size_t offset() const { return static_cast<std::size_t>(farthest_ - begin_) - 1; }

private:
    bool enter() {
        is_too_deep_ = ++depth_ > depth_max_;
        return !is_too_deep_;
    }
    bool leave() {
        --depth_;
        return true;
    }

    const char* begin_;
    const char* const& farthest_;
    int depth_max_;
    int depth_ = 0;
    bool is_items_ = false;
    bool is_array_at_1_ = false;
};

}  // namespace

base::Result<std::vector<std::size_t>> scan_json_items(std::string_view bytes, std::size_t begin, int depth_max) {
    const char* farthest = bytes.data() + begin;
    Scan scan(bytes.data(), farthest, depth_max);
    const CountingIterator first(bytes.data() + begin, &farthest);
    const CountingIterator last(bytes.data() + bytes.size(), &farthest);
    if (Json::sax_parse(first, last, &scan)) return std::move(scan.items_);
    if (scan.is_too_deep_) {
        return base::fail(base::ErrorKind::bad_input,
                          "import: the JSON is nested deeper than " + std::to_string(depth_max) + " levels at byte " +
                              std::to_string(scan.offset()) + "; this is no JSON Feed.",
                          scan.offset());
    }
    const std::size_t offset = std::min(begin + scan.error_.value_or(0), bytes.size());
    return base::fail(base::ErrorKind::bad_input,
                      "import: the JSON is broken at byte " + std::to_string(offset) + " of " + std::to_string(bytes.size()) +
                          ". Fetch the feed again, or mend it there.",
                      offset);
}

}  // namespace lesesaal::ingest

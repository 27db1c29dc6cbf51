#include "search/postings.h"

#include <algorithm>

#include "search/varint.h"

namespace lesesaal::search {

void Counts::add(Counts other) {
    title = static_cast<std::uint8_t>(std::min(title + other.title, 3));
    lead = static_cast<std::uint8_t>(std::min(lead + other.lead, 3));
    body = static_cast<std::uint8_t>(std::min(body + other.body, 15));
}

void PostingWriter::add(std::uint32_t article, Counts counts) {
    const bool is_plain = counts == Counts{.body = 1};
    const auto step = static_cast<std::uint64_t>(article - last_ - 1);
    append_varint(bytes_, step << 1 | (is_plain ? 0U : 1U));
    if (!is_plain) bytes_ += static_cast<char>(counts.title << 6 | counts.lead << 4 | counts.body);
    last_ = article;
    ++articles_;
}

}  // namespace lesesaal::search

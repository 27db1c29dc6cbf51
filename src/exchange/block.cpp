// The notebook inside of a page.

#include <algorithm>

#include "exchange/formats.h"
#include "notebook/pack.h"

namespace lesesaal::exchange {

std::string encode_block(const notebook::Log& log) {
    std::string bytes;
    for (const std::string& pack : notebook::encode_packs(log.operations())) bytes += (bytes.empty() ? "" : "\n\n") + pack;
    return bytes;
}

base::Result<Import> decode_block(std::string_view bytes, std::int64_t now_ms) {
    if (bytes.size() > import_bytes_max)
        return base::fail(base::ErrorKind::too_large, "the notes in the page have more than 64 MiB");
    Import import;
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find("\n\n"), bytes.size());
        auto operations = notebook::decode_record(bytes.substr(0, end));
        bytes.remove_prefix(std::min(end + 2, bytes.size()));
        if (!operations) {
            ++import.bad;
            continue;
        }
        for (notebook::Operation& operation : *operations) {
            if (is_of_the_future(operation.clock.wall_ms, now_ms)) ++import.bad;
            else import.operations.push_back(std::move(operation));
        }
        if (import.operations.size() > import_entries_max) {
            return base::fail(base::ErrorKind::too_large, "the notes in the page have more than 200,000 operations");
        }
    }
    return import;
}

}  // namespace lesesaal::exchange

// libFuzzer: any bytes are taken as a file and as a page's block; what is read is within its limits, and taking it twice brings
// nothing the second time. HTML is cut into tags by a parser of a few lines: what browsers make of HTML is not what is tested.

#include <cstddef>
#include <cstdint>

#include "../unit/exchange/sample.h"
#include "base/check.h"

using namespace lesesaal;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    (void)exchange::decode_block(bytes, exchange::sample_now_ms);
    const auto import = exchange::read(bytes, exchange::sample_now_ms, exchange::simple_markup);
    if (!import) return 0;
    LESESAAL_CHECK(import->drafts.size() <= exchange::import_entries_max);
    LESESAAL_CHECK(import->operations.size() <= exchange::import_entries_max);
    const notebook::Log log = exchange::log_of(*import);
    const auto again = exchange::to_operations(import->drafts, log, "00000000000000dd", "presse", exchange::sample_now_ms,
                                               [](const notebook::Card&) { return std::nullopt; });
    LESESAAL_CHECK(again.empty());
    for (std::size_t i = 0; i < static_cast<std::size_t>(notebook::FileFormat::count_); ++i) {
        (void)exchange::write(log, static_cast<notebook::FileFormat>(i), exchange::sample_origin());
    }
    return 0;
}

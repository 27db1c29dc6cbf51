// libFuzzer: any bytes are taken, and the pieces of a press page cover them exactly.

#include <cstddef>
#include <cstdint>

#include "base/check.h"
#include "ingest/importer.h"
#include "ingest/press_page.h"

using namespace lesesaal;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const ingest::Import page = ingest::import_press_page(bytes, {});
    std::size_t covered = 0;
    for (const ingest::Piece& piece : page.pieces) {
        LESESAAL_CHECK(piece.range.begin == covered);
        LESESAAL_CHECK(piece.range.end > piece.range.begin);
        covered = piece.range.end;
    }
    LESESAAL_CHECK(covered == size);
    const auto import = ingest::import_any(bytes, {});
    if (!import) LESESAAL_CHECK(import.error().offset.value_or(0) <= size);
    return 0;
}

// libFuzzer: any bytes are the index of a corpus, and are refused or answered.

#include <cstdint>

#include "index_entry.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    lesesaal::search::check_index({reinterpret_cast<const char*>(data), size});
    return 0;
}

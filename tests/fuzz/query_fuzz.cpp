// libFuzzer: any bytes are a query; its tree is as the header says, and its normal form reads back as the same tree; what is
// offered at any place fits there.

#include <cstdint>

#include "query_entry.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    lesesaal::query::check_query({reinterpret_cast<const char*>(data), size});
    return 0;
}

// The page saves what the reader makes, as gzip, and never a corpus.

#include "base/check.h"
#include "page/zstd_frame.h"

namespace lesesaal::page {

base::Bytes to_zstd(std::string_view) { base::check_failed("the page packs no zstd", __FILE__, __LINE__); }

}  // namespace lesesaal::page

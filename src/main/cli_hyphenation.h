#pragma once
// libhyphen and the patterns inside the program: German and English words. Only the command breaks words; a page shows what
// was found when it was packed.

#include <string>

#include "text/break_points.h"

namespace lesesaal::cli {

/// Knows de and en with all their regions; the patterns of a language are read when its first word comes.
[[nodiscard]] text::WordBreaker make_word_breaker();

/// What must be said of libhyphen and its patterns.
[[nodiscard]] std::string hyphenation_notices();

}  // namespace lesesaal::cli

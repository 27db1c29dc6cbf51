#pragma once
// What the command line says, and how it names the place of an error.

#include <string>
#include <string_view>

#include "base/result.h"

namespace lesesaal::cli {

enum ExitCode : int { exit_done = 0, exit_bad_input = 1, exit_usage = 2 };

/// "FILE: byte OFFSET: message", the place folded into the message, so that it can be passed on.
[[nodiscard]] base::Error located(const std::string& file, const base::Error& error);

/// "1 file", "2 files".
[[nodiscard]] std::string counted(std::size_t count, const std::string& noun);

/// To standard output. Returns: false when it takes no more (a closed pipe, a full disk).
[[nodiscard]] bool print(std::string_view text);
/// A line to standard error.
void print_error(std::string_view line);

}  // namespace lesesaal::cli

/// The value of a Result, or a return of its error with the file it is about.
#define TRY_FILE(file, expression)                                                                       \
    ({                                                                                                   \
        auto try_result_ = (expression);                                                                 \
        if (!try_result_) return std::unexpected(::lesesaal::cli::located((file), try_result_.error())); \
        std::move(*try_result_);                                                                         \
    })

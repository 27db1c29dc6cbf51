#pragma once
// A bug in our own code stops the program, loudly and early, in every build.

namespace lesesaal::base {

/// Writes "file:line: condition" to standard error (the console in the page) and aborts.
[[noreturn]] void check_failed(const char* condition, const char* file, int line);

}  // namespace lesesaal::base

#define LESESAAL_CHECK(condition) \
    ((condition) ? static_cast<void>(0) : ::lesesaal::base::check_failed(#condition, __FILE__, __LINE__))

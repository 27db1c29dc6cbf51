#pragma once
// Errors are values. Each is handled once: passed on with TRY, or told to a person in a sentence.

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <utility>

namespace lesesaal::base {

enum class ErrorKind : std::uint8_t {
    bad_input,     // what was given cannot be used as it is
    unsupported,   // well formed, but of a kind or version this program does not know
    too_large,     // over a documented limit
    not_found,     // no such file, block or article
    io,            // reading or writing failed below us
    blocked,       // the browser or the system refuses
    out_of_space,
};

/// What happened, where, and what to do, as one sentence for a person.
struct Error {
    ErrorKind kind = ErrorKind::bad_input;
    std::string message;
    /// Offset in bytes into the input the message is about.
    std::optional<std::size_t> offset = std::nullopt;
};

template <typename T>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> fail(ErrorKind kind, std::string message,
                                                 std::optional<std::size_t> offset = std::nullopt) {
    return std::unexpected(Error{kind, std::move(message), offset});
}

}  // namespace lesesaal::base

/// The value of a Result, or a return of its error from the enclosing function.
#define TRY(expression)                                                        \
    ({                                                                         \
        auto try_result_ = (expression);                                       \
        if (!try_result_) return std::unexpected(std::move(try_result_.error())); \
        std::move(*try_result_);                                               \
    })

/// The same for a Result<void>.
#define TRY_VOID(expression)                                                   \
    do {                                                                       \
        auto try_result_ = (expression);                                       \
        if (!try_result_) return std::unexpected(std::move(try_result_.error())); \
    } while (false)

#pragma once
// Owners of SQLite's handles.

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string_view>

#include "base/result.h"

namespace lesesaal::store {

/// Owns one sqlite3_stmt. Made once, run often.
class Statement {
public:
    /// Starts a run: forgets the rows and values of the last one. Values are bound from 1.
    Statement& start();
    /// Lifetime: the text must stay until the run's last step.
    Statement& bind(int at, std::string_view text);
    Statement& bind(int at, std::int64_t value);
    /// Raw bytes, kept as they are. Lifetime: as a text's.
    Statement& bind_bytes(int at, std::string_view bytes);
    Statement& bind_null(int at);
    /// For SQLite's own functions that answer through a pointer. `type` as they name it, of static lifetime.
    Statement& bind_pointer(int at, void* pointer, const char* type);

    /// Returns: true with a row, false at the end (the run is over then). Fails with: bad_input (a damaged database),
    /// out_of_space, io.
    [[nodiscard]] base::Result<bool> step();
    /// A run without rows.
    [[nodiscard]] base::Result<void> run();

    /// Columns from 0. Lifetime: until the next step. What is of another type is converted, null to 0 or "".
    [[nodiscard]] std::string_view text(int column);
    [[nodiscard]] std::string_view bytes(int column);
    [[nodiscard]] std::int64_t integer(int column);
    [[nodiscard]] double real(int column);
    [[nodiscard]] bool is_null(int column);

private:
    friend class Connection;
    struct Finalize {
        void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }
    };
    explicit Statement(sqlite3_stmt* handle) : handle_(handle) {}

    std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

/// Owns one sqlite3. Outlives its statements.
class Connection {
public:
    /// An empty database in memory.
    [[nodiscard]] static base::Result<Connection> open_memory();

    [[nodiscard]] base::Result<Statement> prepare(std::string_view sql);
    /// Runs statements without values and drops their rows.
    [[nodiscard]] base::Result<void> execute(const char* sql);
    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

private:
    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
    };
    explicit Connection(sqlite3* handle) : handle_(handle) {}

    std::unique_ptr<sqlite3, Close> handle_;
};

/// The database's last error as one of ours; `code` as returned by SQLite.
[[nodiscard]] std::unexpected<base::Error> sqlite_failure(sqlite3* handle, int code);

}  // namespace lesesaal::store

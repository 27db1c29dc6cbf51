#include "store/connection.h"

#include <string>

#include "base/check.h"

namespace lesesaal::store {

using base::ErrorKind;
using base::fail;
using base::Result;

std::unexpected<base::Error> sqlite_failure(sqlite3* handle, int code) {
    const std::string detail = handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
    switch (code & 0xff) {
    case SQLITE_NOMEM:
    case SQLITE_FULL: return fail(ErrorKind::out_of_space, "the corpus database needs more memory than there is");
    case SQLITE_TOOBIG: return fail(ErrorKind::too_large, "the corpus database holds a text that is too long");
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN: return fail(ErrorKind::io, "the corpus database cannot be read (" + detail + ")");
    default: return fail(ErrorKind::bad_input, "the corpus database is damaged (" + detail + ")");
    }
}

Statement& Statement::start() {
    sqlite3_reset(handle_.get());  // its result repeats the error of a step that was told already
    sqlite3_clear_bindings(handle_.get());
    return *this;
}

Statement& Statement::bind(int at, std::string_view text) {
    // A null pointer would bind null, and an empty string_view may have one.
    const char* data = text.data() ? text.data() : "";
    LESESAAL_CHECK(sqlite3_bind_text64(handle_.get(), at, data, text.size(), SQLITE_STATIC, SQLITE_UTF8) == SQLITE_OK);
    return *this;
}

Statement& Statement::bind(int at, std::int64_t value) {
    LESESAAL_CHECK(sqlite3_bind_int64(handle_.get(), at, value) == SQLITE_OK);
    return *this;
}

Statement& Statement::bind_bytes(int at, std::string_view bytes) {
    const char* data = bytes.data() ? bytes.data() : "";
    LESESAAL_CHECK(sqlite3_bind_blob64(handle_.get(), at, data, bytes.size(), SQLITE_STATIC) == SQLITE_OK);
    return *this;
}

Statement& Statement::bind_null(int at) {
    LESESAAL_CHECK(sqlite3_bind_null(handle_.get(), at) == SQLITE_OK);
    return *this;
}

Statement& Statement::bind_pointer(int at, void* pointer, const char* type) {
    LESESAAL_CHECK(sqlite3_bind_pointer(handle_.get(), at, pointer, type, nullptr) == SQLITE_OK);
    return *this;
}

Result<bool> Statement::step() {
    const int code = sqlite3_step(handle_.get());
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) {
        auto failure = sqlite_failure(sqlite3_db_handle(handle_.get()), code);
        sqlite3_reset(handle_.get());
        return failure;
    }
    sqlite3_reset(handle_.get());
    return false;
}

Result<void> Statement::run() {
    for (bool has_row = true; has_row;) has_row = TRY(step());
    return {};
}

std::string_view Statement::text(int column) {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
    if (!data) return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

std::string_view Statement::bytes(int column) {
    const void* data = sqlite3_column_blob(handle_.get(), column);
    if (!data) return {};
    return {static_cast<const char*>(data), static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

std::int64_t Statement::integer(int column) { return sqlite3_column_int64(handle_.get(), column); }
double Statement::real(int column) { return sqlite3_column_double(handle_.get(), column); }
bool Statement::is_null(int column) { return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL; }

Result<Connection> Connection::open_memory() {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    Connection connection{handle};  // SQLite gives a handle even when it fails
    if (code != SQLITE_OK) return sqlite_failure(handle, code);
    sqlite3_extended_result_codes(handle, 1);
    return connection;
}

Result<Statement> Connection::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const int code =
        sqlite3_prepare_v3(handle(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) return sqlite_failure(handle(), code);
    return Statement{statement};
}

Result<void> Connection::execute(const char* sql) {
    const int code = sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return sqlite_failure(handle(), code);
    return {};
}

}  // namespace lesesaal::store

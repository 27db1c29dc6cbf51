#include "store/open_database.h"

#include <cstring>
#include <map>
#include <string>
#include <string_view>

#include "store/schema.h"

namespace lesesaal::store {
namespace {

using base::ErrorKind;
using base::fail;
using base::Result;

// Offsets of the database header, sqlite.org/fileformat2.html, section 1.3.
constexpr std::string_view magic{"SQLite format 3\0", 16};
constexpr std::size_t header_bytes = 100;
constexpr std::size_t page_size_at = 16;
constexpr std::size_t change_counter_at = 24;
constexpr std::size_t page_count_at = 28;
constexpr std::size_t user_version_at = 60;
constexpr std::size_t application_id_at = 68;
constexpr std::size_t version_valid_for_at = 92;

std::uint32_t big_endian(BorrowedBytes bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value << 8 | bytes.data[at + i];
    return value;
}

Result<void> check_header(BorrowedBytes bytes) {
    const std::size_t magic_bytes = bytes.size < magic.size() ? bytes.size : magic.size();
    if (magic_bytes == 0 || std::memcmp(bytes.data, magic.data(), magic_bytes) != 0) {
        return fail(ErrorKind::bad_input, "the corpus is not an SQLite database", 0);
    }
    if (bytes.size < header_bytes)
        return fail(ErrorKind::bad_input, "the corpus database is cut inside its header", bytes.size);
    if (big_endian(bytes, application_id_at, 4) != schema::application_id) {
        return fail(ErrorKind::bad_input, "the SQLite database is not a corpus of Lesesaal", application_id_at);
    }
    const std::uint32_t version = big_endian(bytes, user_version_at, 4);
    if (version > static_cast<std::uint32_t>(schema::version)) {
        return fail(ErrorKind::unsupported,
                    "the corpus database has schema version " + std::to_string(version) +
                        "; this program reads versions up to " + std::to_string(schema::version) + ": take a newer Lesesaal",
                    user_version_at);
    }
    if (version == 0) return fail(ErrorKind::bad_input, "the corpus database names no schema version", user_version_at);

    if (version < static_cast<std::uint32_t>(schema::version_min)) {
        return fail(ErrorKind::unsupported,
                    "the corpus was packed by an older Lesesaal (schema version " + std::to_string(version) +
                        "): pack its articles again with this one",
                    user_version_at);
    }

    const std::uint32_t stored_page_size = big_endian(bytes, page_size_at, 2);
    const std::size_t page_size = stored_page_size == 1 ? 65536 : stored_page_size;
    if (page_size < 512 || (page_size & (page_size - 1)) != 0) {
        return fail(ErrorKind::bad_input, "the corpus database is damaged (its page size)", page_size_at);
    }
    const bool names_its_size = big_endian(bytes, change_counter_at, 4) == big_endian(bytes, version_valid_for_at, 4);
    const std::size_t pages = names_its_size ? big_endian(bytes, page_count_at, 4) : bytes.size / page_size;
    if (bytes.size % page_size != 0 || bytes.size / page_size < pages) {
        return fail(ErrorKind::bad_input,
                    "the corpus database is cut: it has " + std::to_string(bytes.size) + " bytes of " +
                        std::to_string(pages * page_size),
                    bytes.size);
    }
    return {};
}

Result<void> deserialize(Connection& connection, BorrowedBytes bytes) {
    // READONLY and not RESIZEABLE: with mmap on, SQLite reads pages where they lie. It casts the const away, no more.
    const int code = sqlite3_deserialize(connection.handle(), "main", const_cast<unsigned char*>(bytes.data),
                                         static_cast<sqlite3_int64>(bytes.size), static_cast<sqlite3_int64>(bytes.size),
                                         SQLITE_DESERIALIZE_READONLY);
    if (code != SQLITE_OK) return sqlite_failure(connection.handle(), code);
    sqlite3_db_config(connection.handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection.handle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(connection.handle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_limit(connection.handle(), SQLITE_LIMIT_ATTACHED, 0);
    const std::string mmap = "PRAGMA mmap_size=" + std::to_string(bytes.size);
    TRY_VOID(connection.execute("PRAGMA query_only=1; PRAGMA temp_store=MEMORY"));
    return connection.execute(mmap.c_str());
}

/// What is in the file under our names must be what we would have made ourselves.
Result<void> check_schema(Connection& connection) {
    std::map<std::string, std::string> found;  // "type name" -> sql
    Statement list =
        TRY(connection.prepare("SELECT type || ' ' || name, sql FROM sqlite_schema WHERE type <> 'index' LIMIT 1000"));
    list.start();
    while (TRY(list.step())) found.emplace(list.text(0), list.text(1));

    const auto damaged = [](const char* name) {
        return fail(ErrorKind::bad_input,
                    "the corpus database is damaged (its table '" + std::string(name) + "' is missing or foreign)");
    };
    for (const schema::Object& object : schema::objects) {
        const bool is_view = std::string_view(object.sql).starts_with("CREATE VIEW");
        const auto entry = found.find((is_view ? "view " : "table ") + std::string(object.name));
        if (entry == found.end() || entry->second != object.sql) return damaged(object.name);
    }
    return {};
}

}  // namespace

Result<Connection> open_database(BorrowedBytes bytes) {
    TRY_VOID(check_header(bytes));
    Connection connection = TRY(Connection::open_memory());
    TRY_VOID(deserialize(connection, bytes));
    TRY_VOID(check_schema(connection));
    return connection;
}

}  // namespace lesesaal::store

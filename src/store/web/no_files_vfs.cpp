// SQLite's operating system in the page: there is none. Databases lie in memory (sqlite3_deserialize), nothing is opened.
//
// SQLite's own Unix layer must not be linked: without a file system Emscripten's open() answers 0 to everything, and the
// layer asks again for ever because it will not take the descriptors 0 to 2.

#include <cstring>

#include <sqlite3.h>

namespace {

int open_nothing(sqlite3_vfs*, sqlite3_filename, sqlite3_file* file, int, int*) {
    file->pMethods = nullptr;
    return SQLITE_CANTOPEN;
}

int delete_nothing(sqlite3_vfs*, const char*, int) { return SQLITE_IOERR_DELETE; }

int access_nothing(sqlite3_vfs*, const char*, int, int* answer) {
    *answer = 0;
    return SQLITE_OK;
}

int full_name(sqlite3_vfs*, const char* name, int size, char* full) {
    const std::size_t length = std::strlen(name);
    if (length + 1 > static_cast<std::size_t>(size)) return SQLITE_CANTOPEN;
    std::memcpy(full, name, length + 1);
    return SQLITE_OK;
}

/// A constant: SQLite seeds names of temporary files and row ids with it, and a reader makes neither.
int same_randomness(sqlite3_vfs*, int size, char* bytes) {
    std::memset(bytes, 7, static_cast<std::size_t>(size));
    return size;
}

int never_sleep(sqlite3_vfs*, int) { return 0; }

int no_time(sqlite3_vfs*, double* julian_day) {
    *julian_day = 2440587.5;  // 1970-01-01: the core reads no clock
    return SQLITE_OK;
}

int last_error(sqlite3_vfs*, int, char*) { return 0; }

sqlite3_vfs no_files{
    .iVersion = 1,
    .szOsFile = sizeof(sqlite3_file),
    .mxPathname = 256,
    .pNext = nullptr,
    .zName = "no-files",
    .pAppData = nullptr,
    .xOpen = open_nothing,
    .xDelete = delete_nothing,
    .xAccess = access_nothing,
    .xFullPathname = full_name,
    .xDlOpen = nullptr,
    .xDlError = nullptr,
    .xDlSym = nullptr,
    .xDlClose = nullptr,
    .xRandomness = same_randomness,
    .xSleep = never_sleep,
    .xCurrentTime = no_time,
    .xGetLastError = last_error,
    .xCurrentTimeInt64 = nullptr,
    .xSetSystemCall = nullptr,
    .xGetSystemCall = nullptr,
    .xNextSystemCall = nullptr,
};

}  // namespace

extern "C" {
int sqlite3_os_init() { return sqlite3_vfs_register(&no_files, 1); }
int sqlite3_os_end() { return SQLITE_OK; }
}

#include "platform/native/files_native.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lesesaal::platform::native {
namespace {

using base::Bytes;
using base::ErrorKind;
using base::fail;
using base::Result;

/// The last call's error.
std::unexpected<base::Error> system_failure(const char* what) {
    const int code = errno;
    const std::string message = std::string(what) + " (" + std::strerror(code) + ")";
    switch (code) {
    case ENOENT:
    case ENOTDIR: return fail(ErrorKind::not_found, message);
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return fail(ErrorKind::out_of_space, message);
    case EACCES:
    case EPERM:
    case EROFS: return fail(ErrorKind::blocked, message);
    default: return fail(ErrorKind::io, message);
    }
}

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }
    /// A late error of writing may show here first.
    [[nodiscard]] bool close() { return ::close(std::exchange(number_, -1)) == 0; }

private:
    int number_;
};

std::unexpected<base::Error> too_large(std::size_t bytes_max) {
    return fail(ErrorKind::too_large, "is larger than " + std::to_string(bytes_max) + " bytes, the most that is read here");
}

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// Where the bytes go: the file behind links, or the path itself when there is none yet.
std::string behind_links(const std::string& path) {
    char* resolved = ::realpath(path.c_str(), nullptr);
    if (!resolved) return path;
    std::string target{resolved};
    std::free(resolved);
    return target;
}

/// After a rename, the folder's entry is durable only when the folder is written too. Not every file system can.
void sync_folder(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    const Descriptor descriptor{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (descriptor.is_open()) ::fsync(descriptor.number());
}

bool write_new(const std::string& path, std::string_view bytes) {
    Descriptor file{::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)};
    if (!file.is_open()) return false;
    const bool is_written = write_all(file.number(), bytes) && ::fsync(file.number()) == 0;
    if (is_written && file.close()) return true;
    const int code = errno;
    ::unlink(path.c_str());
    errno = code;
    return false;
}

}  // namespace

Result<Bytes> NativeFiles::read(const std::string& path, std::size_t bytes_max) const {
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (!file.is_open()) return system_failure("cannot be opened");
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) return system_failure("cannot be read");
    if (S_ISDIR(status.st_mode)) return fail(ErrorKind::io, "is a folder, not a file");
    if (S_ISREG(status.st_mode) && static_cast<std::uint64_t>(status.st_size) > bytes_max) return too_large(bytes_max);

    Bytes bytes;
    // One byte more, so that the usual file ends within the first read; a pipe has no size and grows from here.
    const std::size_t step = std::max<std::size_t>(static_cast<std::size_t>(status.st_size) + 1, 65536);
    for (std::size_t size = 0;;) {
        if (bytes.size() < size + step) bytes.resize(size + step);
        const ssize_t got = ::read(file.number(), bytes.data() + size, bytes.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return system_failure("cannot be read");
        size += static_cast<std::size_t>(got);
        if (size > bytes_max) return too_large(bytes_max);
        if (got > 0) continue;
        bytes.resize(size);
        return bytes;
    }
}

Result<void> NativeFiles::write(const std::string& path, std::string_view bytes) {
    const std::string target = behind_links(path);
    struct stat status {};
    const bool exists = ::stat(target.c_str(), &status) == 0;
    if (exists && !S_ISREG(status.st_mode)) return fail(ErrorKind::io, "is not a regular file, so it is not replaced");

    const std::string part = target + ".part" + std::to_string(::getpid());
    ::unlink(part.c_str());  // of a process with this number that was killed
    if (!write_new(part, bytes)) return system_failure("cannot be written");
    if (exists) ::chmod(part.c_str(), status.st_mode & 07777);
    if (::rename(part.c_str(), target.c_str()) != 0) {
        auto failure = system_failure("cannot be replaced");
        ::unlink(part.c_str());
        return failure;
    }
    sync_folder(target);
    return {};
}

Result<std::vector<std::string>> NativeFiles::list(const std::string& path) const {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return system_failure("cannot be found");
    if (!S_ISDIR(status.st_mode)) return std::vector<std::string>{path};
    DIR* folder = ::opendir(path.c_str());
    if (!folder) return system_failure("cannot be listed");
    std::vector<std::string> files;
    const std::string prefix = path.ends_with('/') ? path : path + "/";
    while (const dirent* entry = ::readdir(folder)) {
        const std::string file = prefix + entry->d_name;
        if (::stat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode)) files.push_back(file);
    }
    ::closedir(folder);
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace lesesaal::platform::native

#include <doctest.h>

#include <cstdlib>

#include <sys/stat.h>
#include <unistd.h>

#include "platform/memory/files_memory.h"
#include "platform/native/files_native.h"

using namespace lesesaal;
using base::ErrorKind;

namespace {

/// A folder of its own for each test.
class TemporaryFolder {
public:
    TemporaryFolder() {
        const char* parent = std::getenv("TMPDIR");
        path_ = std::string(parent ? parent : "/tmp") + "/lesesaal_files_XXXXXX";
        REQUIRE(::mkdtemp(path_.data()) != nullptr);
    }
    ~TemporaryFolder() {
        platform::native::NativeFiles files;
        const auto left = files.list(path_);
        for (const std::string& file : *left) ::unlink(file.c_str());
        ::rmdir((path_ + "/folder").c_str());
        ::rmdir(path_.c_str());
    }
    [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + "/" + name; }
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

/// What holds for the disk holds for its twin in memory.
void check_contract(platform::Files& files, const std::string& folder) {
    const std::string bytes("a\0\xff\n", 4);
    CHECK(files.write(folder + "/b.txt", bytes));
    CHECK(files.write(folder + "/a.txt", ""));
    CHECK(files.write(folder + "/.hidden", "x"));
    CHECK(files.read(folder + "/b.txt", 4).value() == bytes);
    CHECK(files.read(folder + "/a.txt", 0).value().empty());
    CHECK(files.read(folder + "/b.txt", 3).error().kind == ErrorKind::too_large);
    CHECK(files.read(folder + "/none", 3).error().kind == ErrorKind::not_found);
    CHECK(files.write(folder + "/b.txt", "new"));
    CHECK(files.read(folder + "/b.txt", 100).value() == "new");
    CHECK(files.list(folder).value() == std::vector{folder + "/.hidden", folder + "/a.txt", folder + "/b.txt"});
    CHECK(files.list(folder + "/").value() == std::vector{folder + "/.hidden", folder + "/a.txt", folder + "/b.txt"});
    CHECK(files.list(folder + "/a.txt").value() == std::vector{folder + "/a.txt"});
    CHECK(files.list(folder + "/none").error().kind == ErrorKind::not_found);
}

}  // namespace

TEST_CASE("files: the disk and its twin in memory keep the same contract") {
    TemporaryFolder folder;
    platform::native::NativeFiles native;
    check_contract(native, folder.path());
    platform::memory::MemoryFiles memory;
    check_contract(memory, "/corpus");
}

TEST_CASE("files: a write that cannot be leaves no trace and what was there") {
    TemporaryFolder folder;
    platform::native::NativeFiles files;
    REQUIRE(::mkdir((folder / "folder").c_str(), 0777) == 0);
    CHECK(files.write(folder / "folder", "x").error().kind == ErrorKind::io);
    CHECK(files.write(folder / "none/x.html", "x").error().kind == ErrorKind::not_found);
    CHECK(files.read(folder / "folder", 10).error().kind == ErrorKind::io);
    CHECK(files.list(folder.path()).value().empty());
}

TEST_CASE("files: a link stays a link, and the mode of a replaced file stays") {
    TemporaryFolder folder;
    platform::native::NativeFiles files;
    REQUIRE(files.write(folder / "real.html", "old"));
    REQUIRE(::chmod((folder / "real.html").c_str(), 0600) == 0);
    REQUIRE(::symlink((folder / "real.html").c_str(), (folder / "link.html").c_str()) == 0);
    REQUIRE(files.write(folder / "link.html", "new"));
    struct stat status {};
    REQUIRE(::lstat((folder / "link.html").c_str(), &status) == 0);
    CHECK(S_ISLNK(status.st_mode));
    CHECK(files.read(folder / "real.html", 10).value() == "new");
    REQUIRE(::stat((folder / "real.html").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("files in memory: from the chosen write on every write fails and earlier files survive") {
    platform::memory::MemoryFiles files{{.files = {{"/a", "1"}}, .fail_at = 2, .with = ErrorKind::out_of_space}};
    CHECK(files.write("/b", "2"));
    CHECK(files.write("/a", "3").error().kind == ErrorKind::out_of_space);
    CHECK(files.write("/c", "4").error().kind == ErrorKind::out_of_space);
    CHECK(files.files() == std::map<std::string, std::string>{{"/a", "1"}, {"/b", "2"}});
}

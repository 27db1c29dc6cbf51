#include "main/cli_console.h"

#include <cstdio>

namespace lesesaal::cli {

base::Error located(const std::string& file, const base::Error& error) {
    std::string_view message = error.message;
    // The importers say where they are; here the file does.
    if (message.starts_with("import: ")) message.remove_prefix(8);
    std::string line = file + ": ";
    if (error.offset) line += "byte " + std::to_string(*error.offset) + ": ";
    line += message;
    return {error.kind, std::move(line), std::nullopt};
}

std::string counted(std::size_t count, const std::string& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

bool print(std::string_view text) {
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
}

void print_error(std::string_view line) {
    std::fwrite(line.data(), 1, line.size(), stderr);
    std::fputc('\n', stderr);
}

}  // namespace lesesaal::cli

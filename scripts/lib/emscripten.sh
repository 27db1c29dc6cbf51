# The compiler for the page: an emcc on PATH, or Debian testing's unpacked into .deps. Sourced, never run.

readonly emscripten_dir=$deps/emscripten

# Prints the folder of an Emscripten (4 or newer) that the machine already has.
machine_emscripten() {
    have emcc || return 1
    local location version
    location=$(dirname "$(readlink -f "$(command -v emcc)")")
    version=$(emscripten_version "$location")
    [ "${version%%.*}" -ge 4 ] 2>/dev/null || return 1
    printf '%s' "$location"
}

# Prints the packages to unpack, resolved from what testing holds today.
resolve_emscripten() {
    private_apt_get testing install --print-uris -qq emscripten 2>/dev/null |
        awk '{ print $2 }' | sed 's/_.*//' |
        grep -E "$1" | grep -vE -- '-doc$'
}

# The programs and the libraries they load. Emscripten's package also asks for Python, Node.js and a C
# library's headers, which the machine has or nobody needs.
readonly emscripten_wanted='^(emscripten|binaryen|clang-[0-9]+|lld-[0-9]+|llvm-[0-9]+|llvm-[0-9]+-linker-tools|libclang-cpp[0-9.]+|libllvm[0-9.]+|libclang-common-[0-9]+-dev|libstdc\+\+6|libgcc-s1|libc6|libz3-4|libzstd1|zlib1g|libxml2.*|libedit2|libbsd0|libmd0|libtinfo6|libffi8|liblzma5|node-acorn|node-xtend)$'

emscripten_programs() {
    find "$1/usr/bin" "$1/usr/lib" -type f -size +1k ! -name '*.a' ! -name '*.o' ! -name '*.py' \
        -exec sh -c 'for f; do [ "$(head -c 4 "$f" | tail -c 3)" = ELF ] && echo "$f"; done; true' sh {} +
}

# Debian testing's programs want a newer C library than the machine's: they get their own loader and
# libraries from the same tree, by path, so nothing on the system changes.
point_programs_at_own_libraries() {
    local tree=$1 final=$2 loader libs file
    # lib64/… is a link in some releases, so the loader is named by its place under usr/lib.
    loader=$(cd "$tree" && find usr/lib -name 'ld-linux-*.so.*' | head -n 1)
    [ -n "$loader" ] || die "the C library's package of Debian testing has no loader." "Looked in: $tree/usr/lib"
    local triplet_dir llvm_lib
    triplet_dir=$(dirname "$loader")
    llvm_lib=$(cd "$tree" && ls -d usr/lib/llvm-*/lib | head -n 1)
    libs=$final/$triplet_dir:$final/$llvm_lib:$final/usr/lib
    emscripten_programs "$tree" | while read -r file; do
        case $(basename "$file") in ld-linux-* | libc.so.* | crt*.o) continue ;; esac
        if patchelf --print-interpreter "$file" >/dev/null 2>&1; then
            patchelf --set-interpreter "$final/$loader" "$file"
        fi
        patchelf --force-rpath --set-rpath "$libs" "$file"
    done
}

# Prints the libraries that the programs ask for and the tree does not have.
missing_libraries() {
    local tree=$1 file
    for file in "$tree"/usr/lib/llvm-*/bin/{clang,lld,llvm-ar,llvm-nm,llvm-objcopy} "$tree"/usr/bin/{wasm-opt,wasm-emscripten-finalize,wasm-metadce}; do
        [ -e "$file" ] && printf '%s\n' "$file"
    done >"$tree/programs.txt"
    {
        xargs -n 1 patchelf --print-needed <"$tree/programs.txt"
        find "$tree/usr/lib" -name '*.so*' -type f -path '*-linux-gnu*' -exec patchelf --print-needed {} \; 2>/dev/null
    } | sort -u | while read -r library; do
        find "$tree/usr/lib" -name "$library" | grep -q . || printf '%s\n' "$library"
    done
}

unpack_emscripten() {
    local tree=$1 package packages
    packages=$(resolve_emscripten "$emscripten_wanted")
    printf '%s\n' $packages | grep -qx emscripten || die "Debian testing has no package 'emscripten' for this machine." \
        "Architecture: $(dpkg --print-architecture)" "Put an emcc from version 4 on into PATH instead."
    download_packages testing $packages
    rm -rf "$tree"
    mkdir -p "$tree"
    for package in $packages; do unpack_package testing "$package" "$tree"; done

    # A library that testing's programs began to need after this list was written.
    if [ -n "$(missing_libraries "$tree")" ]; then
        packages=$(resolve_emscripten '^(lib[a-z0-9.+-]*|zlib1g)$' | grep -vE -- '-dev$|python|libnode|libasan|libtsan|libhwasan')
        download_packages testing $packages
        for package in $packages; do unpack_package testing "$package" "$tree"; done
    fi
}

write_emscripten_config() {
    local tree=$1 final=$2
    # Here Emscripten finds it by itself, so a build needs no variable in its environment.
    cat >"$tree/usr/share/emscripten/.emscripten" <<END
LLVM_ROOT = '$final/$(cd "$tree" && ls -d usr/lib/llvm-*/bin | head -n 1)'
BINARYEN_ROOT = '$final/usr'
NODE_JS = '$(command -v node)'
CACHE = '$deps/emscripten-cache'
END
}

# Puts the whole private tree in place; an interrupted run leaves only a .part folder behind.
install_private_emscripten() {
    local tree=$emscripten_dir.part file
    open_suite testing
    unpack_emscripten "$tree"
    point_programs_at_own_libraries "$tree" "$emscripten_dir"
    # A link would not do: Node resolves acorn by its real path.
    cp -r "$tree/usr/share/nodejs" "$tree/usr/share/emscripten/node_modules"
    write_emscripten_config "$tree" "$emscripten_dir"
    printf '%s' "$emscripten_dir/usr/share/emscripten" >"$tree/location"
    rm -rf "$emscripten_dir" "$deps/emscripten-cache"
    mv "$tree" "$emscripten_dir"
    for file in "$packages_dir"/testing/*.deb; do
        used "$(basename "$file" | sed 's/_.*//')" "$(version_of_deb "$file") testing"
    done
    rm -rf "$packages_dir/testing"
}

setup_emscripten() {
    local found key
    if found=$(machine_emscripten); then
        key="path $found $(emscripten_version "$found")"
        if ! stamp_matches emscripten "$key"; then
            rm -rf "$emscripten_dir"
            mkdir -p "$emscripten_dir"
            printf '%s' "$found" >"$emscripten_dir/location"
            used emscripten "$(emscripten_version "$found") from PATH"
        fi
    else
        key="private 2 $deps $(command -v node)" # the paths are written into the programs
        if ! stamp_matches emscripten "$key"; then
            say "      Emscripten from Debian testing, unpacked into .deps/emscripten"
            install_private_emscripten
        fi
    fi
    if ! stamp_matches emscripten "$key"; then
        take_emscripten_licences
        write_stamp emscripten "$key"
    fi
    warm_emscripten_cache "$key"
}

emscripten_version() { "$1/emcc" --version 2>&1 | sed -n 's/^emcc.*) \([0-9.]*\).*/\1/p' | head -n 1; }

# The page holds parts of Emscripten's runtime, of musl and of LLVM's C++ library: their licences as sources.
take_emscripten_licences() {
    use_emscripten
    local debian=$emscripten_dir/usr/share/doc/emscripten/copyright folder=$deps/src/emscripten
    rm -rf "$folder"
    mkdir -p "$folder"
    if [ -f "$debian" ]; then
        cp "$debian" "$folder/COPYING"
    else
        cat "$emscripten_location/LICENSE" "$emscripten_location/system/lib/libcxx/LICENSE.TXT" >"$folder/COPYING" ||
            die "Emscripten's licence texts are missing." "Looked in: $emscripten_location" \
                "Take an Emscripten that has them, or remove it from PATH so that Debian's is used."
    fi
    cp "$emscripten_location/system/lib/libc/musl/COPYRIGHT" "$folder/MUSL"
    emscripten_version "$emscripten_location" >"$folder/VERSION"
}

# For later commands in the same shell.
use_emscripten() {
    emscripten_location=$(cat "$emscripten_dir/location")
}

# The first link builds the system libraries from source; do it here, where a wait is expected.
warm_emscripten_cache() {
    stamp_matches emscripten-cache "$1" && return 0
    say "      Emscripten's system libraries (built once)"
    use_emscripten
    local probe=$deps/probe
    mkdir -p "$probe"
    cat >"$probe/probe.cpp" <<'END'
#include <cstdio>
#include <emscripten/html5.h>
#include <GLES3/gl3.h>
#include <string>
#include <vector>
int main(int argc, char** argv) {
    std::vector<std::string> words(argv, argv + argc);
    emscripten_webgl_make_context_current(0);
    glClear(GL_COLOR_BUFFER_BIT);
    std::printf("%s %zu\n", words.at(0).c_str(), words.size());
}
END
    quietly emscripten-cache "$emscripten_location/em++" -std=c++23 -fno-exceptions -Os -sMAX_WEBGL_VERSION=2 \
        -sMIN_WEBGL_VERSION=2 -sALLOW_MEMORY_GROWTH -sMALLOC=emmalloc -sENVIRONMENT=web,node "$probe/probe.cpp" -o "$probe/probe.mjs"
    quietly emscripten-cache-c "$emscripten_location/em++" -std=c++23 -fno-exceptions -Os -sASSERTIONS=1 -sNODERAWFS -sENVIRONMENT=node \
        "$probe/probe.cpp" -o "$probe/probe.js"
    rm -rf "$probe"
    write_stamp emscripten-cache "$1"
}

# Third-party sources into .deps/src/NAME, each with its licence as COPYING. Sourced, never run.

readonly sources_dir=$deps/src
readonly lock_file=$root/scripts/deps.lock

# locked KIND NAME FIELD: version (3) or SHA-256 (4) from deps.lock.
locked() { awk -v kind="$1" -v name="$2" -v field="$3" '$1 == kind && $2 == name { print $field }' "$lock_file"; }

# check_lock KIND NAME VERSION FILE
check_lock() {
    local kind=$1 name=$2 version=$3 file=$4 wanted found
    wanted=$(locked "$kind" "$name" 4)
    found=$(digest <"$file")
    [ "$found" != "$wanted" ] || return 0
    die "'$name' is not the file that scripts/deps.lock names." \
        "Wanted: version $(locked "$kind" "$name" 3), SHA-256 ${wanted:-none}" \
        "Found:  version $version, SHA-256 $found" \
        "If Debian published a newer version, look at its changes, then put the found line into scripts/deps.lock." \
        "If not, the download was damaged: run this again."
}

# begin_source NAME: an empty folder to fill; finish_source puts it in place, so half a source is never seen.
begin_source() {
    rm -rf "${sources_dir:?}/$1.part"
    mkdir -p "$sources_dir/$1.part"
}

finish_source() {
    [ -s "$sources_dir/$1.part/COPYING" ] || die "the source of '$1' has no licence text." \
        "Expected: .deps/src/$1/COPYING" "The package's layout changed; adapt scripts/lib/sources.sh."
    printf '%s\n' "$2" >"$sources_dir/$1.part/VERSION"
    rm -rf "${sources_dir:?}/$1"
    mv "$sources_dir/$1.part" "$sources_dir/$1"
    used "$1" "$2 $3"
}

# unpack_locked PACKAGE: a package of bookworm, held to deps.lock, into $packages_dir/PACKAGE.tree; its version into
# $unpacked_version. Of a package that differs between processors deps.lock knows that of amd64; apt's signature holds the others.
unpack_locked() {
    local package=$1 file
    open_suite bookworm
    rm -rf "$packages_dir/bookworm/${package}_"*.deb "$packages_dir/$package.tree"
    download_packages bookworm "$package"
    file=$(ls "$packages_dir/bookworm/${package}_"*.deb)
    unpacked_version=$(version_of_deb "$file")
    case $file in
        *_all.deb | *_amd64.deb) check_lock deb "$package" "$unpacked_version" "$file" ;;
    esac
    dpkg -x "$file" "$packages_dir/$package.tree"
    rm -f "$file"
}

# Headers of a Debian package: headers NAME PACKAGE FOLDER-IN-PACKAGE
take_headers() {
    local name=$1 package=$2 folder=$3 tree=$packages_dir/$2.tree
    unpack_locked "$package"
    begin_source "$name"
    mkdir -p "$sources_dir/$name.part/include"
    cp -r "$tree/usr/include/$folder" "$sources_dir/$name.part/include/"
    cp "$tree/usr/share/doc/$package/copyright" "$sources_dir/$name.part/COPYING"
    rm -rf "$tree"
    finish_source "$name" "$unpacked_version" bookworm
}

# A static library of a Debian package, so that the command needs nothing installed: take_library NAME PACKAGE HEADER…
take_library() {
    local name=$1 package=$2 tree=$packages_dir/$2.tree header
    shift 2
    unpack_locked "$package"
    begin_source "$name"
    mkdir -p "$sources_dir/$name.part/include"
    for header in "$@"; do cp "$tree/usr/include/$header" "$sources_dir/$name.part/include/"; done
    find "$tree/usr/lib" -name "lib$name.a" -exec cp {} "$sources_dir/$name.part/" \;
    cp "$tree/usr/share/doc/$package/copyright" "$sources_dir/$name.part/COPYING"
    rm -rf "$tree"
    finish_source "$name" "$unpacked_version" bookworm
}

# Parts of a Debian source package: take_source SUITE NAME LICENCE PATH…; a path may be a pattern.
take_source() {
    local suite=$1 name=$2 licence=$3 file version path
    shift 3
    open_suite "$suite"
    download_source "$suite" "$name" "$packages_dir/$name"
    file=$(ls "$packages_dir/$suite/$name.src/"*.dsc)
    version=$(version_of_dsc "$file")
    [ "$suite" = testing ] || check_lock src "$name" "$version" "$file"
    begin_source "$name"
    for path in "$@"; do
        # shellcheck disable=SC2086
        cp -r "$packages_dir/$name.part/"$path "$sources_dir/$name.part/"
    done
    cp "$packages_dir/$name.part/$licence" "$sources_dir/$name.part/COPYING"
    rm -rf "$packages_dir/$name.part" "$packages_dir/$suite/$name.src"
    [ "$name" != hyphen ] || widen_hyphen_table "$sources_dir/hyphen.part/hyphen.c"
    [ "$name" != libmd ] || : >"$sources_dir/libmd.part/config.h" # its configure script has nothing to say about sha2.c
    finish_source "$name" "$version" "$suite"
}

# libhyphen reads patterns through a hash table made for a few thousand of them; the German ones are 69,000, and would take
# seconds.
widen_hyphen_table() {
    sed -i 's/^#define HASH_SIZE 31627$/#define HASH_SIZE 262147/' "$1"
    grep -q '^#define HASH_SIZE 262147$' "$1" || die "libhyphen's hash table is not where it was." \
        "Looked for: #define HASH_SIZE 31627 in hyphen.c" "Adapt widen_hyphen_table in scripts/lib/sources.sh."
}

# take_snowball: the German and the English stemmer as C, made by Snowball's own compiler.
take_snowball() {
    local part=$sources_dir/snowball compiler=$packages_dir/snowball-compiler algorithm
    take_source bookworm snowball COPYING compiler algorithms/german.sbl algorithms/english.sbl \
        runtime/api.c runtime/api.h runtime/header.h runtime/utilities.c
    quietly snowball cc -O1 -o "$compiler" "$part"/compiler/*.c
    for algorithm in german english; do
        quietly snowball "$compiler" "$part/$algorithm.sbl" -o "$part/stem_UTF_8_$algorithm" -eprefix "${algorithm}_UTF_8_" -u
    done
    rm -rf "$compiler" "$part/compiler" "$part"/*.sbl
}

# take_vocabulary: Snowball's own word lists, and what its stemwords makes of them; for the tests.
take_vocabulary() {
    local package=snowball-data part=$sources_dir/snowball-data.part tree language stemwords
    unpack_locked libstemmer-tools
    stemwords=$packages_dir/libstemmer-tools.tree/usr/bin/stemwords
    unpack_locked "$package"
    tree=$packages_dir/$package.tree
    begin_source "$package"
    cp "$tree/usr/share/doc/$package/copyright" "$part/COPYING"
    for language in german english; do
        cp "$tree/usr/share/snowball/data/$language/voc.txt" "$part/$language.words.txt"
        "$stemwords" -l "$language" -c UTF_8 <"$part/$language.words.txt" >"$part/$language.stems.txt" ||
            die "stemwords does not run." "Called: $stemwords -l $language" "Remove .deps/packages and run this again."
    done
    rm -rf "$tree" "$packages_dir/libstemmer-tools.tree"
    finish_source "$package" "$unpacked_version" bookworm
}

# Hyphenation patterns and what must be said of them, packed, since they become part of the lesesaal command.
# take_patterns: after hyphen, whose source has the American patterns.
take_patterns() {
    local package=hyphen-de dic
    unpack_locked "$package"
    dic=$packages_dir/$package.tree/usr/share/hyphen/hyph_de_DE.dic
    begin_source "$package"
    # One encoding for all, so that the program knows no other.
    iconv -f ISO8859-1 -t UTF-8 "$dic" | sed '1s/.*/UTF-8/' | gzip -9n >"$sources_dir/$package.part/de.dic.gz"
    gzip -9n <"$sources_dir/hyphen/hyph_en_US.dic" >"$sources_dir/$package.part/en.dic.gz"
    {
        printf 'libhyphen\n=========\n\n' && cat "$sources_dir/hyphen/COPYING"
        printf '\n\nGerman patterns\n===============\n\n' && iconv -f ISO8859-1 -t UTF-8 "$dic" | sed -n '/^#/p'
        printf '\n\nAmerican patterns\n=================\n\n' && cat "$sources_dir/hyphen/README_hyph_en_US.txt"
        printf '\n\nGNU Lesser General Public License\n=================================\n\n' && cat "$sources_dir/hyphen/COPYING.LGPL"
        printf '\n\nMozilla Public License\n======================\n\n' && cat "$sources_dir/hyphen/COPYING.MPL"
    } | tee "$sources_dir/$package.part/COPYING" | gzip -9n >"$sources_dir/$package.part/notices.gz"
    rm -rf "$packages_dir/$package.tree"
    finish_source "$package" "$unpacked_version" bookworm
}

# The bundler and SQLite's amalgamation. The lock file holds digests, so the registry is the machine's choice.
setup_node_modules() {
    local folder=$deps/node key
    key="$(cat "$root/scripts/node/package.json" "$root/scripts/node/package-lock.json" | digest) $(node -p process.arch)"
    if ! stamp_matches node "$key"; then
        say "      npm packages of the build"
        mkdir -p "$folder"
        cp "$root"/scripts/node/{package.json,package-lock.json,.npmrc} "$folder/"
        (cd "$folder" && quietly npm-build npm ci --ignore-scripts --loglevel=error) || exit 1
        write_stamp node "$key"
    fi
}

take_sqlite() {
    local package=$deps/node/node_modules/better-sqlite3 version
    version=$(sed -n 's/^#define SQLITE_VERSION  *"\(.*\)"/\1/p' "$package/deps/sqlite3/sqlite3.h")
    begin_source sqlite3
    cp "$package"/deps/sqlite3/sqlite3{.c,.h} "$sources_dir/sqlite3.part/"
    # SQLite has no licence file: the dedication stands at the head of its source.
    sed -n '1,/^\*\*\*\*/p' "$package/deps/sqlite3/sqlite3.h" | sed 's,^/\*,,; s,^\*\**,,; s,^ ,,' |
        sed -n '/author disclaims/,/sharing freely/p' >"$sources_dir/sqlite3.part/COPYING"
    finish_source sqlite3 "$version" "npm better-sqlite3"
}

# once NAME KEY COMMAND…: runs the command unless the source is there for this key.
once() {
    local name=$1 key=$2
    shift 2
    if stamp_matches "source-$name" "$key" && [ -d "$sources_dir/$name" ]; then return 0; fi
    say "      source: $name"
    "$@"
    write_stamp "source-$name" "$key"
}

# once_locked NAME PACKAGE COMMAND…: once per line of deps.lock and per command.
once_locked() { once "$1" "$(awk -v name="$2" '$2 == name' "$lock_file") ${*:3}" "${@:3}"; }

setup_sources() {
    mkdir -p "$sources_dir" "$packages_dir"
    setup_node_modules
    once imgui "imgui 2" take_source testing imgui LICENSE.txt 'im*.h' 'im*.cpp' misc/cpp
    once sqlite3 "$(cat "$deps/stamps/node")" take_sqlite
    once_locked nlohmann_json nlohmann-json3-dev take_headers nlohmann_json nlohmann-json3-dev nlohmann
    once_locked doctest doctest-dev take_headers doctest doctest-dev doctest
    once_locked cli11 libcli11-dev take_headers cli11 libcli11-dev CLI
    once_locked stb libstb-dev take_headers stb libstb-dev stb
    once_locked libdeflate libdeflate take_source bookworm libdeflate COPYING lib libdeflate.h common_defs.h
    once_locked libzstd libzstd take_source bookworm libzstd LICENSE lib/common lib/compress lib/decompress \
        lib/zstd.h lib/zstd_errors.h
    once_locked libmd libmd take_source bookworm libmd COPYING src/sha2.c src/local-link.h include/sha2.h
    once_locked utf8proc utf8proc take_source bookworm utf8proc LICENSE.md utf8proc.c utf8proc.h utf8proc_data.c
    once_locked snowball snowball take_snowball
    once_locked snowball-data snowball-data take_vocabulary
    once_locked hyphen hyphen take_source bookworm hyphen COPYING hyphen.c hyphen.h hnjalloc.c hnjalloc.h \
        hyph_en_US.dic README_hyph_en_US.txt COPYING.LGPL COPYING.MPL
    once_locked hyphen-de hyphen-de take_patterns
    once_locked gumbo libgumbo-dev take_library gumbo libgumbo-dev gumbo.h tag_enum.h
}

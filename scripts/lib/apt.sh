# A private apt for one Debian suite: its lists and downloads live in .deps and the system stays as it is.
# Sourced, never run.

readonly packages_dir=$deps/packages

# Prints the mirrors the machine's own apt uses, Debian's main archive first. apt itself reads both
# source formats (one-line and deb822), so neither is parsed here.
machine_mirrors() {
    apt-get indextargets --format '$(CREATED_BY) $(COMPONENT) $(REPO_URI)' 2>/dev/null |
        awk '$1 == "Packages" && $2 == "main" && !seen[$3]++ { print $3 }' |
        awk '/\/debian\/?$/ { print; next } /security|ubuntu/ { next } { later[++n] = $0 } END { for (i = 1; i <= n; i++) print later[i] }'
}

private_apt_get() { apt-get -c "$deps/apt/$1/apt.conf" "${@:2}"; }

write_private_apt() {
    local suite=$1 mirror=$2 dir=$deps/apt/$1
    local keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    mkdir -p "$dir/lists/partial" "$dir/cache/archives/partial"
    : >"$dir/status" # nothing is installed, so apt prints the whole closure of a package
    printf '%s [signed-by=%s] %s %s main\n' deb "$keyring" "$mirror" "$suite" \
        deb-src "$keyring" "$mirror" "$suite" >"$dir/sources.list"
    cat >"$dir/apt.conf" <<END
Dir::State "$dir";
Dir::State::Lists "$dir/lists";
Dir::State::status "$dir/status";
Dir::State::extended_states "$dir/extended_states";
Dir::Cache "$dir/cache";
Dir::Cache::pkgcache "";
Dir::Etc::SourceList "$dir/sources.list";
Dir::Etc::SourceParts "/dev/null";
Dir::Etc::Preferences "/dev/null";
Dir::Etc::PreferencesParts "/dev/null";
Acquire::Languages "none";
Acquire::Retries "3";
APT::Install-Recommends "0";
APT::Default-Release "";
END
    # Without this a root apt drops to a user who may not enter this folder.
    [ "$(id -u)" != 0 ] || printf 'APT::Sandbox::User "root";\n' >>"$dir/apt.conf"
}

# open_suite SUITE: makes `private_apt_get SUITE …` usable.
open_suite() {
    local suite=$1 mirror
    [ ! -f "$deps/apt/$suite/opened" ] || return 0
    for mirror in $(machine_mirrors); do
        write_private_apt "$suite" "$mirror"
        if private_apt_get "$suite" update >"$deps/apt/$suite/update.log" 2>&1 &&
            private_apt_get "$suite" indextargets --format '$(FILENAME)' 'Created-By: Packages' |
            xargs --no-run-if-empty ls >/dev/null 2>&1; then
            touch "$deps/apt/$suite/opened"
            return 0
        fi
    done
    local reason
    reason=$(grep '^[EW]:' "$deps/apt/$suite/update.log" 2>/dev/null | tail -n 1) || true
    die "no Debian mirror with the suite '$suite' was found." \
        "The mirrors tried are those of this machine's apt (apt-get indextargets)." \
        "apt's last word: ${reason:-there is none, it knows no Debian mirror} (all of it: .deps/apt/$suite/update.log)" \
        "Add Debian's archive to the machine's apt sources and run 'apt-get update', or check the network and the clock." \
        "An Emscripten from 4.0 on that is on PATH (emcc) is used instead of the private one."
}

# in_suite SUITE FOLDER COMMAND…: the private apt in a folder. Testing moves: when a file of the list is gone
# from the mirror, the list is fetched anew and the command tried once more.
in_suite() {
    local suite=$1 folder=$2
    shift 2
    mkdir -p "$folder"
    (cd "$folder" && private_apt_get "$suite" "$@" >"$deps/apt/$suite/last.log" 2>&1) && return 0
    quietly "update-$suite" private_apt_get "$suite" update
    (cd "$folder" && quietly "apt-$suite" private_apt_get "$suite" "$@") || exit 1
}

# download_packages SUITE NAME…: .deb files into .deps/packages/SUITE. apt checks size, digest and signature.
download_packages() { in_suite "$1" "$packages_dir/$1" download "${@:2}"; }

# unpack_package SUITE NAME DIR: the files of a downloaded package.
unpack_package() {
    local file
    file=$(ls -t "$packages_dir/$1/${2}_"*.deb | head -n 1)
    dpkg -x "$file" "$3"
}

# download_source SUITE NAME DIR: unpacks a Debian source package (with Debian's patches) as DIR.
download_source() {
    local suite=$1 name=$2 dir=$3 folder=$packages_dir/$1/$2.src
    rm -rf "$folder" "$dir.part"
    in_suite "$suite" "$folder" source --download-only --only-source "$name"
    quietly "unpack-$name" dpkg-source --no-check -x "$folder/"*.dsc "$dir.part"
}

version_of_deb() { dpkg-deb -f "$1" Version; }
version_of_dsc() { sed -n 's/^Version: //p' "$1" | head -n 1; }

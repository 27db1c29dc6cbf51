# Shared by every script: where things are, how to speak, stamps and the lock. Sourced, never run.

readonly root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
readonly deps=$root/.deps
export DEBIAN_FRONTEND=noninteractive
export LC_ALL=C.UTF-8

say() { printf '%s\n' "$*"; }

# die "what happened" "where or why" "what to do"
die() {
    printf '\n%s: %s\n' "${script_name:-scripts}" "$1" >&2
    shift
    local line
    for line in "$@"; do printf '    %s\n' "$line" >&2; done
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# Runs a noisy command with its output in a log; shows the log's end only when the command fails.
quietly() {
    local log=$deps/log/$1.log
    shift
    mkdir -p "$deps/log"
    if ! "$@" >"$log" 2>&1; then
        tail -n 40 "$log" >&2
        die "a step failed: $*" "Its whole output: $log" "Running the script again starts at this step."
    fi
}

# Two runs at once would write the same folders. The lock is inherited by scripts that call each other.
take_lock() {
    [ -z "${LESESAAL_LOCKED:-}" ] || return 0
    mkdir -p "$deps"
    exec 9>"$deps/lock"
    if ! flock --nonblock 9; then
        say "Another run works in this folder; waiting for it (lock: .deps/lock)."
        flock 9
    fi
    export LESESAAL_LOCKED=1
}

release_lock() {
    exec 9>&-
    unset LESESAAL_LOCKED
}

# A step is done when its stamp holds the digest of everything that decides its result.
stamp_matches() { [ -f "$deps/stamps/$1" ] && [ "$(cat "$deps/stamps/$1")" = "$2" ]; }

write_stamp() {
    mkdir -p "$deps/stamps"
    printf '%s' "$2" >"$deps/stamps/$1.part"
    mv "$deps/stamps/$1.part" "$deps/stamps/$1"
}

digest() { sha256sum | cut -c1-64; }

# Digest of files by path and content; folders count with everything in them.
digest_files() {
    find "$@" -type f -print0 2>/dev/null | sort -z | xargs -0 --no-run-if-empty sha256sum | digest
}

# used NAME VERSION: writes down what was taken, so that a build can be explained later.
used() {
    mkdir -p "$deps"
    touch "$deps/used.txt"
    { grep -v "^$1 " "$deps/used.txt" || true; printf '%s %s\n' "$1" "$2"; } | sort >"$deps/used.txt.part"
    mv "$deps/used.txt.part" "$deps/used.txt"
}

human_size() { numfmt --to=iec --suffix=B "$(stat -c %s "$1")"; }
gzip_size() { gzip -9 -c "$1" | wc -c | numfmt --to=iec --suffix=B; }

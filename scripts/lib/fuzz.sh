# Runs the entries of tests/fuzz. Sourced, never run.

readonly fuzz_dir=$build_dir/fuzz
failed_entries=()

# fuzz_entries [NAME]: the names of the entries, one a line, or the one named.
fuzz_entries() {
    local file
    if [ -n "${1:-}" ]; then
        say "$1"
        return 0
    fi
    for file in "$root"/tests/fuzz/*_fuzz.cpp; do basename "$file" _fuzz.cpp; done
}

setup_fuzz() {
    install_build_packages
    # With GNU's standard library, which Debian's libFuzzer is made with too.
    install_packages clang-19:clang++-19 libclang-rt-19-dev
    setup_sources
}

# run_fuzz NAME SECONDS: a failing input stops this entry, is kept in build/fuzz, and the next entry runs.
run_fuzz() {
    local name=$1 seconds=$2 log=$deps/log/fuzz-$1.log status=0 folders=()
    mkdir -p "$fuzz_dir/found/$name" "$deps/log"
    folders=("$fuzz_dir/found/$name")
    [ ! -d "$root/tests/fuzz/corpus/$name" ] || folders+=("$root/tests/fuzz/corpus/$name")
    "$fuzz_dir/tests/${name}_fuzz" -max_total_time="$seconds" -max_len=4096 -timeout=10 -print_final_stats=1 \
        -artifact_prefix="$fuzz_dir/$name-" "${folders[@]}" >"$log" 2>&1 9>&- || status=$?
    if [ "$status" != 0 ]; then
        failed_entries+=("$name")
        tail -n 40 "$log" >&2
    fi
    awk -v name="$name" '
        { for (i = 1; i < NF; i++) { if ($i == "cov:") edges = $(i + 1); if ($i == "ft:") features = $(i + 1) } }
        /^stat::number_of_executed_units:/ { runs = $2 }
        END { printf "      %s: %d runs, %d edges, %d features\n", name, runs, edges, features }' "$log"
}

# keep_found NAME: a few of what was found that together reach all code which no kept input reaches. How often code is
# run does not count: of the inputs that differ in that alone there are hundreds.
keep_found() {
    local name=$1 kept=$root/tests/fuzz/corpus/$1 before
    mkdir -p "$kept"
    before=$(find "$kept" -type f | wc -l)
    quietly "fuzz-keep-$name" "$fuzz_dir/tests/${name}_fuzz" -set_cover_merge=1 -use_counters=0 "$kept" "$fuzz_dir/found/$name"
    say "      $name: $(($(find "$kept" -type f | wc -l) - before)) more inputs in tests/fuzz/corpus/$name"
}
